# Abstract classes cannot be made until all abstract methods are there; registration and hooks are virtual.
from abc import ABC, ABCMeta, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): return 0
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    def describe(self): return f"{self.name}: {self.area()}"
class Square(Shape):
    def __init__(self, s): self.s = s
    def area(self): return super().area() + self.s ** 2
    name = "square"
    @classmethod
    def make(cls): return cls(2)
class Half(Shape):
    def area(self): return 1
class One(ABC):
    @abstractmethod
    def only(self): ...
print(Square(3).describe(), Square.make().area(), sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Square.__abstractmethods__)
for cls in (Shape, Half, One):
    try:
        cls()
    except TypeError as error:
        print(error)
class Sized(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return True if hasattr(other, "size") else NotImplemented
class HasSize: size = 1
class Plain: pass
print(issubclass(HasSize, Sized), isinstance(HasSize(), Sized), issubclass(Plain, Sized))
@Sized.register
class Registered: pass
print(issubclass(Registered, Sized), isinstance(Registered(), Sized), Registered.__mro__, Sized in Registered.__mro__)
Sized.register(Plain)
print(issubclass(Plain, Sized))
from collections import abc
print(isinstance([], abc.Sequence), isinstance({}, abc.Mapping), isinstance((x for x in ()), abc.Generator), isinstance("", abc.Hashable), isinstance([], abc.Hashable), isinstance(len, abc.Callable), issubclass(dict, abc.MutableMapping), isinstance({}.keys(), abc.Set), isinstance(range(1), abc.Sequence), isinstance(iter([]), abc.Iterator), isinstance(5, abc.Iterable))
class Seq(abc.Sequence):
    def __getitem__(self, i): return "abc"[i]
    def __len__(self): return 3
s = Seq()
print(list(s), "b" in s, s.index("c"), s.count("a"), list(reversed(s)))
class Map(abc.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = Map(); m.update(a=1, b=2); m.setdefault("c", 3)
print(dict(m), m.pop("a"), m.get("z"), list(m.items()), "b" in m, m == {"b": 2, "c": 3}, m.popitem(), len(m))
try:
    abc.Sequence()
except TypeError as error:
    print(error)
