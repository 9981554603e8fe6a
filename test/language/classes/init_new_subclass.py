# __new__, __init__, __init_subclass__, __set_name__ and __class_getitem__ take part in creation.
class Point(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    def __init__(self, x, y): self.sum = x + y
    x = property(lambda self: self[0])
p = Point(1, 2)
print(p, p.x, p.sum, type(p).__name__, p == (1, 2))
class Other:
    def __new__(cls, *args): print("new", args); return 5
    def __init__(self, *args): print("never")
print(Other(1, 2))
class Single:
    it = None
    def __new__(cls):
        if cls.it is None: cls.it = super().__new__(cls)
        return cls.it
    def __init__(self): print("init again", end=" ")
print(Single() is Single())
class Plugin:
    plugins = {}
    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.plugins[name or cls.__name__] = cls
class One(Plugin, name="first"): pass
class Two(One): pass
print({k: v.__name__ for k, v in Plugin.plugins.items()})
class Named:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name); self.name = name
class Owner:
    a = Named()
    b = c = Named()
print(Owner.a.name, Owner.c.name)
Owner.d = Named(); print(hasattr(Owner.d, "name"))
for code in ("class Bad(Plugin, wrong=1): pass", "class Bad(wrong=1): pass", "class Bad2(object, metaclass=type, x=1): pass", "object.__new__()", "object.__new__(int)", "object.__new__(1)", "int.__new__(str)", "tuple.__new__(list)", "Point(1)", "object().__init__(1)", "type.__call__()", "class I:\n  def __init__(self): return 5\nI()"):
    try:
        exec(code); print(code, "fine")
    except TypeError as error:
        print(code, "->", error)
class OnlyInit:
    def __init__(self, x): self.x = x
class OnlyNew:
    def __new__(cls, x): return object.__new__(cls)
print(OnlyInit(1).x, type(OnlyNew(1)).__name__, object.__new__(OnlyInit).__dict__)
class BadSetName:
    def __set_name__(self, owner, name): raise ValueError("refused")
try:
    class Fails: attribute = BadSetName()
except ValueError as error:
    print(error, error.__notes__)
class Str(str):
    def __new__(cls, value, tag): self = super().__new__(cls, value); self.tag = tag; return self
s = Str("text", "t"); print(s, s.tag, s.upper(), type(s.upper()).__name__, s + "!", s == "text", {s: 1}["text"])
class Int(int):
    def __new__(cls, v=0): return super().__new__(cls, v * 2)
print(Int(4), Int(), repr(Int(3)), Int(3) + 1, [Int(1)], f"{Int(2)}", "%d" % Int(5), isinstance(Int(1), int))
def subclass_order():
    class A:
        def __init_subclass__(cls): print("init_subclass", cls.__name__, "attr" in cls.__dict__)
    class B(A):
        attr = Named()
subclass_order()
