# Metaclasses prepare namespaces, make classes, intercept calls and resolve conflicts.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw): print("prepare", name, [b.__name__ for b in bases], kw); return {"prepared": True}
    def __new__(mcs, name, bases, ns, **kw): print("new", name, sorted(k for k in ns if not k.startswith("__")), kw); return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): print("init", name); super().__init__(name, bases, ns)
    def __call__(cls, *args): print("call", cls.__name__, args); return super().__call__(*args)
    def __len__(cls): return 42
    def __iter__(cls): return iter("meta")
    def __getitem__(cls, item): return f"{cls.__name__}[{item}]"
    def __contains__(cls, x): return x == 1
    def __repr__(cls): return f"<{cls.__name__}!>"
    def __eq__(cls, other): return NotImplemented
    def __hash__(cls): return 7
    def __add__(cls, other): return "added"
    def __getattr__(cls, name): return f"meta made {name}"
    def __instancecheck__(cls, x): return x == "inst"
    def __subclasscheck__(cls, x): return x is int
    def __bool__(cls): return False
class A(metaclass=Meta, option=1): x = 1
class B(A): pass
a = A(5) if False else A()
print(len(A), list(B), A[3], 1 in A, A, A + B, A.anything, isinstance("inst", A), isinstance(a, A), isinstance(5, A), issubclass(int, A), issubclass(A, A), bool(A), hash(A))
print(type(A) is Meta, type(B) is Meta, A.prepared, B.__class__.__name__)
class Other(type): pass
try:
    class C(A, metaclass=Other): pass
except TypeError as error:
    print(error)
class Both(Meta, Other): pass
class D(A, metaclass=Both): pass
print(type(D).__name__)
def function_meta(name, bases, ns, **kw): return name, bases, sorted(k for k in ns if not k.startswith("__")), kw
class E(int, metaclass=function_meta, k=2): y = 1
print(E)
Dyn = type("Dyn", (list,), {"total": lambda self: sum(self), "z": 5})
print(Dyn([1, 2]).total(), Dyn.z, Dyn.__name__, Dyn.__module__, type("X", (), {}).__mro__[1])
class Mixin: z = 6
class Abstracting(type):
    def mro(cls): return [cls, Mixin, object]
class Odd(metaclass=Abstracting): pass
print([k.__name__ for k in Odd.__mro__], Odd.z)
class NoDict(type):
    @classmethod
    def __prepare__(mcs, name, bases): return 5
try:
    class F(metaclass=NoDict): pass
except TypeError as error:
    print(error)
class Recording(dict):
    def __setitem__(self, k, v):
        if not k.startswith("__"): print("define", k)
        super().__setitem__(k, v)
class Rec(type):
    @classmethod
    def __prepare__(mcs, name, bases): return Recording()
class G(metaclass=Rec):
    p = 1
    def q(self): pass
    p = 2
print(type(type), type.__mro__, isinstance(type, type), isinstance(object, type), type(object))
for doc in ("a\udcdc", "\udcdc", "é"):
    try: print(type("Documented", (), {"__doc__": doc}).__doc__)
    except UnicodeEncodeError as error: print(error)
