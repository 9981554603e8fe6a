# __slots__ fixes the attributes of instances.
class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y=None):
        self.x = x
        if y is not None: self.y = y
p = P(1)
print(p.x, hasattr(p, "y"), hasattr(p, "__dict__"), P.__slots__, type(P.x).__name__, P.x)
p.y = 5; print(p.y); del p.y
for code in ("p.y", "p.z = 1", "p.z", "del p.y", "del p.z", "p.__dict__", "P.x.__get__(1)", "P.x.__set__(1, 2)", "vars(p)"):
    try:
        exec(code)
    except (AttributeError, TypeError) as error:
        print(code, "->", type(error).__name__, error)
class Q(P):
    __slots__ = "z"
class R(P): pass
class S(P):
    __slots__ = ["__dict__", "w"]
class Mangled:
    __slots__ = ("__private", "__special__")
    def __init__(self): self.__private = 1
q, r, s = Q(1, 2), R(1, 2), S(1)
q.z = 3; r.anything = 4; s.w = 5; s.other = 6
print(q.x, q.z, r.__dict__, s.__dict__, s.w, Mangled()._Mangled__private)
for spec in ("1abc", ["a", "a b"], 5, ["x", "x"], [1]):
    try:
        type("T", (), {"__slots__": spec}); print(spec, "fine")
    except TypeError as error:
        print(spec, "->", error)
for namespace in ({"__slots__": ("a",), "a": 1}, {"__slots__": ("__dict__", "__dict__")}):
    try:
        type("T", (), namespace); print("fine")
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    class Two(P, type("Other", (), {"__slots__": ("o",)})): pass
except TypeError as error:
    print(error)
class Int(int): __slots__ = ()
print(Int(5) + 1, hasattr(Int(5), "__dict__"))
try:
    class Bad(int): __slots__ = ("v",)
except TypeError as error:
    print(error)
class Defaults:
    __slots__ = {"a": "documented a", "b": None}
print(Defaults.a.__doc__, Defaults.__slots__)
class Dup(P):
    __slots__ = ("x",)
d = Dup(1); print(d.x, P.x.__get__(d) if False else Dup.x is P.x)
print(P.x.__get__(p), P.x.__name__, P.x.__objclass__.__name__, P.x.__qualname__)
import copy
c = copy.copy(P(7, 8)); print(c.x, c.y)
for module in ("pack.age", "__main__", "builtins", 7):
    try: type("Late", (Slotted := type("S", (), {"__slots__": ("late",)}),), {"__module__": module})().late
    except AttributeError as error: print(error)
