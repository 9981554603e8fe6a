# Classes make instances with attributes; class attributes are shared until shadowed.
class Dog:
    "A dog."
    kind = "canine"
    tricks = []
    def __init__(self, name, *, age=1): self.name, self.age = name, age
    def speak(self, times=1): return f"{self.name}: " + "woof" * times
    count = len("four")
    def renamed(this): return this.name
    alias = speak
a, b = Dog("Rex"), Dog("Fido", age=3)
print(a.speak(), b.speak(2), Dog.speak(a), a.alias(), a.renamed(), Dog.count)
a.tricks.append("roll"); a.kind = "wolf"
print(b.tricks, a.kind, b.kind, Dog.kind, a.__dict__, vars(b))
del a.kind
print(a.kind, Dog.__doc__, Dog.__name__, Dog.__module__, Dog.__qualname__, Dog.__bases__, Dog.__mro__)
print(type(a) is Dog, a.__class__ is Dog, isinstance(a, Dog), issubclass(Dog, object), isinstance(Dog, type))
Dog.extra = property(lambda self: self.age * 7)
Dog.method = lambda self: "added"
a.instance_method = lambda: "not bound"
print(b.extra, b.method(), a.instance_method())
a.__class__ = type("Cat", (), {"speak": lambda self: "meow " + self.name})
print(a.speak(), type(a).__name__)
class Empty: pass
e = Empty(); e.x = e
print(e.x.x.x is e, Empty() == Empty(), e == e, Empty.__dict__.keys() >= {"__module__", "__dict__", "__weakref__", "__doc__"})
class Shadow:
    list = [1]
    n = [len(str(list)) > 5 for _ in range(2)]
    print(list, n)
for code in ("a.missing", "Dog.missing", "del a.missing", "e.x = 1; del e.x; e.x", "Dog.speak()", "Dog()", "Dog(1, 2)", "Dog.__init__()", "Empty.x"):
    try:
        exec(code)
    except (AttributeError, TypeError) as error:
        print(code, "->", type(error).__name__, error)
print([name for name in dir(b) if not name.startswith("__")])
