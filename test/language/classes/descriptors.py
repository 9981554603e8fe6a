# Data descriptors win over the instance, which wins over other descriptors.
class Data:
    def __get__(self, obj, owner=None): return ("data get", obj is None, owner.__name__)
    def __set__(self, obj, value): obj.__dict__["_log"] = obj.__dict__.get("_log", []) + [value]
    def __delete__(self, obj): obj.__dict__["_log"] = "deleted"
class NonData:
    def __get__(self, obj, owner=None): return ("nondata get", obj is None, owner.__name__)
class SetOnly:
    def __set__(self, obj, value): obj.__dict__["s"] = value * 2
class C:
    d = Data(); n = NonData(); s = SetOnly()
c = C()
print(c.d, C.d, c.n, C.n)
c.__dict__.update(d="inst d", n="inst n")
print(c.d, c.n, isinstance(c.s, SetOnly))
c.d = 5; c.n = 6; c.s = 7
print(c._log, c.n, c.s); del c.d; print(c._log)
for code in ("del c.s", "del c.n; del c.n"):
    try:
        exec(code); print(code, "fine")
    except AttributeError as error:
        print(code, "->", error)
class D(C): pass
print(D().n, D.d, C.__dict__["n"].__get__(None, int), vars(C)["d"].__get__(c, C))
C.d = "replaced"
print(c.d, C.d)
class Lazy:
    def __init__(self, fn): self.fn, self.name = fn, fn.__name__
    def __get__(self, obj, owner):
        if obj is None: return self
        value = obj.__dict__[self.name] = self.fn(obj)
        return value
class E:
    @Lazy
    def v(self): print("computed", end=" "); return 3
e = E(); print(e.v, e.v)
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, obj, owner): return getattr(obj, self.name, None)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind): raise TypeError(f"{self.name[1:]} wants {self.kind.__name__}, not {value!r}")
        setattr(obj, self.name, value)
class F:
    age = Typed(int); name = Typed(str)
f = F(); f.age, f.name = 5, "x"; print(f.age, f.name)
try:
    f.age = "old"
except TypeError as error:
    print(error)
def fn(self): return self
print(fn.__get__(5)(), fn.__get__(5, int).__self__, fn.__get__(None, int) is fn)
try:
    fn.__get__(None, None)
except TypeError as error:
    print(error)
class Raises:
    def __get__(self, obj, owner): raise AttributeError("from get")
class G:
    r = Raises()
    def __getattr__(self, name): return f"fallback for {name}"
print(G().r)
class InInstance: pass
i = InInstance(); i.x = NonData(); print(type(i.x).__name__)
class M(type):
    d = Data(); n = NonData()
class H(metaclass=M):
    d = "class d"; n = "class n"
print(H.d, H.n)
