# Wrong arguments are reported with CPython's words.
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def default(a, b=1): pass
def two_defaults(a=1, b=2): pass
def posonly(a, b, /): pass
def posonly_default(a, /, b=1): pass
def kwonly(*, k, l, m): pass
def kwonly_one(a, *, k): pass
def star(*args): pass
def stars(**kwargs): pass
class C:
    def method(self, x): pass
    @classmethod
    def cls_method(cls, x): pass
    @staticmethod
    def static(x): pass
class D:
    def __init__(self, a, b=1): pass
class E: pass
c = C()
import warnings
calls = [
    "none(1)", "none(1, 2)", "none(x=1)", "one()", "one(1, 2)", "one(1, a=2)", "one(b=1)", "one(1, b=2)", "two()", "two(1)", "two(b=1)", "two(1, 2, 3)", "three()", "three(1)",
    "default()", "default(1, 2, 3)", "default(1, a=2)", "two_defaults(1, 2, 3)", "posonly()", "posonly(1)", "posonly(a=1, b=2)", "posonly(1, b=2)", "posonly_default(a=1)",
    "kwonly()", "kwonly(k=1)", "kwonly(k=1, l=1)", "kwonly(1, k=1, l=2, m=3)", "kwonly(1, 2)", "kwonly_one(1, 2)", "kwonly_one(1)", "kwonly_one(1, 2, k=3)", "kwonly_one()", "star(a=1)", "stars(1)",
    "c.method()", "c.method(1, 2)", "C.method()", "C.method(c)", "c.cls_method()", "C.cls_method(1, 2)", "c.static()", "C.static(1, 2)", "D()", "D(1, 2, 3)", "D(c=1)", "E(1)", "E(a=1)",
    "(lambda x: x)()", "1()", "'a'()", "None()", "c()", "[](0)", "two(*[1, 2, 3])", "two(**{'a': 1, 'c': 2})", "one(*5)", "one(**5)", "one(**{'a': 1}, **{'a': 2})", "one(aa=1)", "three(1, 2, cc=3)",
]
for call in calls:
    try:
        with warnings.catch_warnings(action="ignore"): eval(call); print(call, "fine")
    except TypeError as error:
        print(call, "->", error)
