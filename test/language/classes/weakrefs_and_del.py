# Weak references answer while their target lives.
import weakref
class Node:
    def __init__(self, name): self.name = name
    def __repr__(self): return f"Node({self.name})"
    def method(self): return self.name
a = Node("a")
r = weakref.ref(a)
print(r() is a, r() == a, weakref.ref(a) is r, weakref.getweakrefcount(a) >= 1, type(r).__name__, hash(r) == hash(a))
p = weakref.proxy(a)
print(p.name, p.method(), repr(p) == repr(a) if False else "proxy", isinstance(p, Node))
p.name = "changed"; print(a.name)
d = weakref.WeakKeyDictionary(); d[a] = 1
v = weakref.WeakValueDictionary(); v["k"] = a
s = weakref.WeakSet([a])
print(d[a], v["k"], a in s, len(d), len(v), len(s))
m = weakref.WeakMethod(a.method); print(m()())
for target in (1, "s", None, (), [], {}, 1.5, object()):
    try:
        weakref.ref(target); print(type(target).__name__, "fine")
    except TypeError as error:
        print(error)
for target in (set(), lambda: 0, int, Node, type("T", (dict,), {})()):
    print(weakref.ref(target)() is target, end=" ")
print()
class Slotted: __slots__ = ("x",)
class Weak: __slots__ = ("x", "__weakref__")
try:
    weakref.ref(Slotted())
except TypeError as error:
    print(error)
w = Weak(); print(weakref.ref(w)() is w)
f = weakref.finalize(a, print, "finalized", "a"); print(f.alive, f.detach() is not None, f.alive)
class Del:
    def __del__(self): pass
Del().__del__(); print("explicit del call works")
