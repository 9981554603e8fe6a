# Class methods and static methods bind as they should, through instances, classes and subclasses.
class A:
    @classmethod
    def c(cls, *args): return cls.__name__, args
    @staticmethod
    def s(*args): return args
    def m(self, *args): return type(self).__name__, args
class B(A): pass
print(A.c(1), A().c(1), B.c(), B().c(2), A.s(1), B().s(2), A.m(B(), 3), B().m(4))
print(A.c.__self__ is A, B.c.__self__ is B, A.__dict__["c"].__func__, A.__dict__["s"].__wrapped__) if False else print(A.c.__func__ is B.c.__func__, A.s is B.s, A.c == A.c)
print(type(A.__dict__["c"]).__name__, type(A.__dict__["s"]).__name__, type(A.c).__name__, type(A.s).__name__, type(A().m).__name__, type(A.m).__name__)
def free(x): "free doc"; return x
s = staticmethod(free)
print(s(5), s.__name__, s.__doc__, s.__wrapped__ is free, s.__func__ is free)
c = classmethod(free)
print(c.__get__(None, int)(), c.__get__(1)(), c.__name__)
class C:
    @classmethod
    @property
    def old(cls): return cls
    from_builtin = len
    from_class = classmethod(dict.fromkeys)
    stat = staticmethod(len)
print(C.from_builtin([1]), C().from_builtin([1, 2]), C.stat("abc"), C().stat("ab"))
print(isinstance(C.old, property), dict.fromkeys("ab"), {}.fromkeys([1], 2))
method = A().m
print(method.__self__.__class__.__name__, method(1), [].append.__self__, "a".upper(), str.upper("b"), list(map(str.strip, [" a ", "b "])))
import types
bound = types.MethodType(lambda self, x: (self, x), 5)
print(bound(6), bound.__self__, types.MethodType(len, "abc")())
for args in ((), (1, 2), (len, None)):
    try:
        types.MethodType(*args)
    except TypeError as error:
        print(error)
try:
    classmethod(5).__get__(1)()
except TypeError as error:
    print(error)
print(hash(A.c) == hash(A.c), {A.c: 1}[A.c], A().m == A().m)
class Meta(type):
    def m(cls): return "meta", cls.__name__
class M(metaclass=Meta): pass
print(M.m())
try:
    M().m()
except AttributeError as error:
    print(error)
