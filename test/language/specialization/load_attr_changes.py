# Attribute reads stay right when classes, instances and shapes change under a warm site.
class A:
    x = "class"
    def __init__(self): self.y = 1
def read(o): return o.x
def ready(o): return o.y
a, b = A(), A()
for _ in range(100): read(a); ready(a)
print(read(a), ready(a))
a.x = "instance"; print(read(a), read(b)); del a.x; print(read(a))
A.x = "changed class"; print(read(a)); del A.x
try: read(a)
except AttributeError as e: print(e)
A.x = property(lambda s: "property"); print(read(a), read(b)); A.x = 5; print(read(a))
A.__getattr__ = lambda s, n: f"getattr {n}"; del A.x; print(read(a)); del A.__getattr__
A.x = "again"
for _ in range(100): read(a)
A.__getattribute__ = lambda s, n: f"getattribute {n}"; print(read(a), ready(a)); del A.__getattribute__; print(read(a), ready(a))
class B: y = "B class"; x = "B"
for _ in range(50): read(B()); read(a); ready(B())
print(read(B()), read(a), ready(B()), ready(a))
a.__class__ = B; print(read(a), ready(a))
class C(A): pass
c = C()
for _ in range(100): read(c)
C.x = "on C"; print(read(c)); del C.x; print(read(c)); A.x = "A via C"; print(read(c)); c.__dict__["x"] = "in dict"; print(read(c)); c.__dict__ = {"x": "new dict", "y": 2}; print(read(c), ready(c)); c.__dict__.clear()
try: print(read(c)); ready(c)
except AttributeError as e: print(e)
class D:
    __slots__ = ("x",)
d = D(); d.x = "slot"
for _ in range(100): read(d)
print(read(d)); del d.x
try: read(d)
except AttributeError as e: print(e)
for o in (A, B, C, 5, "s", None, [], lambda: 0, type):
    try: print(read(o))
    except AttributeError as e: print(e)
import sys, types
m = types.ModuleType("m"); m.x = "module"
for _ in range(100): read(m)
print(read(m)); m.x = "module changed"; print(read(m)); del m.x; m.__getattr__ = lambda n: "module getattr"; print(read(m))
class Meta(type):
    @property
    def x(cls): return "meta property"
class E(metaclass=Meta): x = "E"
for _ in range(100): read(E)
print(read(E), read(E()))
class F: x = "F"
for _ in range(100): read(F)
F.x = "F2"; print(read(F)); F.x = classmethod(lambda c: "cm"); print(read(F)()); F.x = staticmethod(lambda: "sm"); print(read(F)(), read(F())())
