# __getattr__, __getattribute__, __setattr__, __delattr__ and __dir__ intercept attributes.
class Fallback:
    present = 1
    def __getattr__(self, name):
        if name.startswith("no"): raise AttributeError(f"refused {name}")
        return f"made {name}"
f = Fallback()
print(f.present, f.other, getattr(f, "x y"), getattr(f, "nope", "default"), hasattr(f, "no"), hasattr(f, "yes"))
class All:
    def __init__(self): object.__setattr__(self, "log", [])
    def __getattribute__(self, name):
        if name == "log": return object.__getattribute__(self, name)
        self.log.append(("get", name))
        return super().__getattribute__(name)
    def __setattr__(self, name, value): self.log.append(("set", name, value)); super().__setattr__(name, value)
    def __delattr__(self, name): self.log.append(("del", name)); super().__delattr__(name)
    def method(self): return 1
a = All()
a.x = 1; a.x += 1; a.method(); del a.x; len(a.__dict__)
print(a.log)
class Both:
    def __getattribute__(self, name): raise AttributeError("first")
    def __getattr__(self, name): return f"second {name}"
print(Both().anything)
class Raises:
    def __getattribute__(self, name): raise KeyError(name)
try:
    getattr(Raises(), "x", None)
except KeyError as error:
    print("KeyError", error)
class Dir:
    def __dir__(self): return ["b", "a"]
print(dir(Dir()))
class Dynamic:
    def __getattr__(self, name):
        value = name * 2
        setattr(self, name, value)
        return value
d = Dynamic()
print(d.ab, d.__dict__, d.ab)
class NoSpecial:
    def __getattr__(self, name):
        if name == "__len__": return lambda: 5
        raise AttributeError(name)
try:
    len(NoSpecial())
except TypeError as error:
    print(error)
class PropertyError:
    @property
    def p(self): raise AttributeError("inside")
    def __getattr__(self, name): return f"fallback {name}"
print(PropertyError().p)
o = object()
for code in ("o.x", "o.x = 1", "del o.x", "(1).x = 2", "'a'.upper = 1", "int.x = 1", "del int.real", "print.x = 1", "[].append = 1", "None.x", "f.__class__ = int", "Fallback.__dict__['x'] = 1", "(lambda: 0).x", "type.x", "Fallback.zip", "o.__dict__", "a.__class__.nothing", "None.__x__ = 1", "().x = 2", "Fallback().__dict__ = 3", "del f.__dict__; print(f.__dict__)", "object.x = 1"):
    try:
        exec(code); print(code, "fine")
    except (AttributeError, TypeError) as error:
        print(code, "->", type(error).__name__, error)
try:
    f.no_more
except AttributeError as error:
    print(error.name, error.obj is f)
try:
    o.thing
except AttributeError as error:
    print(error.name, error.obj is o)
