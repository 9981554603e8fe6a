# Method calls notice new methods on the class, the instance, a base, and changes of __class__.
class Base:
    def m(self): return "Base.m"
class A(Base): pass
def call(o): return o.m()
a = A()
for _ in range(100): call(a)
print(call(a)); A.m = lambda self: "A.m"; print(call(a)); a.m = lambda: "instance m"; print(call(a)); del a.m; print(call(a)); del A.m; print(call(a)); Base.m = lambda self: "Base new"; print(call(a))
class Other:
    def m(self): return "Other.m"
for _ in range(50): call(a); call(Other())
print(call(Other()), call(a)); a.__class__ = Other; print(call(a)); A.__bases__ = (Other,); print(call(A()))
class Slots:
    __slots__ = ("v",)
    def m(self): return "slots"
for _ in range(100): call(Slots())
print(call(Slots())); Slots.m = staticmethod(lambda: "static"); print(call(Slots())); Slots.m = classmethod(lambda c: c.__name__); print(call(Slots())); Slots.m = property(lambda s: lambda: "property"); print(call(Slots())); Slots.m = 5
try: call(Slots())
except TypeError as e: print(e)
del Slots.m
try: call(Slots())
except AttributeError as e: print(e)
class Dyn:
    def __getattr__(self, n): return lambda: f"dynamic {n}"
for _ in range(100): call(Dyn())
print(call(Dyn())); Dyn.m = lambda s: "now real"; print(call(Dyn()))
def app(l, x): l.append(x)
class L(list):
    def append(self, x): super().append(("L", x))
l = []
for i in range(100): app(l, i)
m = L(); app(m, 1); app(l, 2); print(len(l), m)
class Fake:
    def append(self, x): print("fake append", x)
app(Fake(), 3)
def up(s): return s.upper()
for _ in range(100): up("abc")
class S(str):
    def upper(self): return "S upper"
print(up("abc"), up(S("abc")), up(b"abc"))
def sup(o): return o.q()
class P:
    def q(self): return "P"
class Q(P):
    def q(self): return "Q" + super().q()
for _ in range(100): sup(Q())
P.q = lambda self: "P2"; print(sup(Q())); del P.q
try: sup(Q())
except AttributeError as e: print(e)
