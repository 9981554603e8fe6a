# Properties compute, check and delete; they can be extended in subclasses.
class Celsius:
    def __init__(self, t): self.t = t
    @property
    def temperature(self):
        "Degrees."
        return self._t
    t = temperature
    @temperature.setter
    def temperature(self, value):
        if value < -273: raise ValueError("too cold")
        self._t = value
    @temperature.deleter
    def temperature(self): print("deleted"); del self._t
    t = temperature
c = Celsius(20)
c.temperature += 5
print(c.temperature, c.t, Celsius.temperature.__doc__, c.__dict__)
del c.temperature
class Warm(Celsius):
    @Celsius.temperature.getter
    def temperature(self): return "warm"
    @property
    def read_only(self): return 1
w = Warm(30)
w.temperature = 10
print(w.temperature, w._t, Warm.temperature.fset is Celsius.temperature.fset)
for code in ("w.read_only = 2", "del w.read_only", "Celsius(-300)", "Celsius.temperature.fget()", "c.temperature", "w.none", "w.unset"):
    Warm.none = property(None, None, None, "doc")
    Warm.unset = property()
    try:
        exec(code)
    except (AttributeError, ValueError, TypeError) as error:
        print(code, "->", type(error).__name__, error)
p = property(lambda s: 1, doc="given")
print(p.__doc__, Warm.none.__doc__, p.fget(None), p.fset, p.fdel, Warm.read_only.__name__)
class Sub(property): pass
class UsesSub:
    @Sub
    def v(self): "doc"; return 5
print(UsesSub().v, type(UsesSub.__dict__["v"]).__name__, UsesSub.v.__doc__, isinstance(UsesSub.v, property))
class Meta(type):
    @property
    def on_class(cls): return cls.__name__.lower()
class Thing(metaclass=Meta): pass
print(Thing.on_class, hasattr(Thing(), "on_class"))
class Shadow:
    @property
    def x(self): return "property"
s = Shadow(); s.__dict__["x"] = "instance"
print(s.x)
class Instance:
    x = 1
i = Instance(); i.x = 2; Instance.x = property(lambda self: 3)
print(i.x)
