# Names with two leading underscores are private to their class.
class A:
    __x = 1
    __y__ = 2
    _z = 3
    def __init__(self): self.__w = 4; self.__v__ = 5
    def get(self): return self.__x, self.__w
    def __hidden(self): return "hidden"
    def call(self): return self.__hidden()
    def keyword(self, *, __k=1): return __k
    def local(self):
        __t = 5
        return [__t for _ in range(1)], sorted(locals())
    def nested(self):
        class Inner:
            __x = "inner"
            def get(self): return self.__x
        return Inner().get(), sorted(n for n in vars(Inner) if "x" in n and not n.startswith("__"))
    import math as __math
    def glob(self):
        global __g
        __g = 9
class _B(A):
    __x = "B"
    def get2(self): return self.__x, super().get()
class __: 
    __q = 1
a = A(); a.glob()
print(a.get(), a.call(), a.keyword(_A__k=2), a.local(), a.nested(), _A__g)
print(_B().get2(), sorted(n for n in vars(A) if not n.startswith("__")), a.__dict__, sorted(n for n in vars(__) if n.endswith("q")))
print(A._A__x, hasattr(A, "__x"), A._A__math.floor(1.5))
try:
    a.__x
except AttributeError as error:
    print(error)
class C:
    try:
        __undefined
    except NameError as error:
        print(error)
    x = getattr(a, "_A__x")
    print(x)
class Kw:
    def f(self): return dict(__a=1, b__=2)
print(Kw().f())
