# `mro()` may assign to `__bases__` while `__bases__` is being assigned.
class Meta(type):
    hook = None
    def mro(cls):
        if Meta.hook: Meta.hook(cls)
        return super().mro()

class A(metaclass=Meta): pass
class B(A): pass
class C(A): pass
def cross(cls):
    if cls is B: C.__bases__ = (B,)
    if cls is C: B.__bases__ = (C,)
Meta.hook = cross
try: B.__bases__ += ()
except TypeError as error: print(error)
Meta.hook = None
print(B.__bases__, C.__bases__)

class D(A): pass
class E(A): pass
def once(cls):
    if cls is D:
        Meta.hook = None
        D.__bases__ = (E,)
        raise KeyError("after all")
Meta.hook = once
try: D.__bases__ = (A,)
except KeyError as error: print(error, D.__bases__)
print([each.__name__ for each in A.__subclasses__()], [each.__name__ for each in E.__subclasses__()])

from functools import partial
call = partial(dict, a=1)
call.keywords[5] = 6
print(call)
try: call()
except TypeError as error: print(error)

class Plain: pass
class Empty: __slots__ = ()
class OfList(list): pass
class OfInt(int): pass
class OfPlain(Plain): pass
class OfEmpty(Empty): __slots__ = ()
for each in (OfPlain, OfEmpty, OfList, OfInt):
    for base in (list, dict, int, str, float, object, tuple, bytes, bytearray, complex, BaseException, type, Plain, Empty):
        try:
            if base not in each.__mro__ or base is object: each.__bases__ = (base,)
        except TypeError as error: print(error)
