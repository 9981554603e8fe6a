"""What __slots__ reserved, set, read and deleted in every way, cold and hot, in classes with and without a __dict__."""
import copy
import pickle
import weakref
from dataclasses import dataclass


class V:
    __slots__ = ("x", "y", "__weakref__", "__private")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def total(self):
        return self.x + self.y

    def hide(self, value):
        self.__private = value
        return self.__private


class WithDict(V):
    pass


class Again(V):
    __slots__ = ("x", "z")


class Hidden(V):
    __slots__ = ()
    x = "of the class"


class Fallback:
    __slots__ = ("a",)

    def __getattr__(self, name):
        return f"no {name}"


class Property:
    def __init__(self, x):
        self.kept = x

    @property
    def x(self):
        return self.kept

    @x.setter
    def x(self, value):
        self.kept = value * 2


@dataclass(slots=True)
class D:
    x: float
    y: int = 2


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


v = V(1, 2.5)
print(v.total(), v.hide(7), v._V__private, weakref.ref(v)() is v)
v.y = "text"
print(v.y, attempt(v.total))
v.y = 2.5
del v.x
print(attempt(getattr, v, "x"), attempt(delattr, v, "x"), hasattr(v, "x"), v.y)
v.x = 3
print(v.total(), attempt(setattr, v, "other", 1), attempt(getattr, v, "__dict__"), attempt(vars, v))
print(V.x.__get__(v), attempt(V.x.__get__, 5), V.x.__set__(v, 9), v.x, attempt(V.x.__set__, Property(1), 2))
print(attempt(setattr, object(), "x", 1), V.x, type(V.x).__name__)

w = WithDict(1, 2)
w.extra = 3
print(w.__dict__, w.total(), w.x)
w.__dict__["x"] = "hidden by the descriptor"
print(w.x, w.__dict__, w.total())
del w.x
print(attempt(getattr, w, "x"), w.y)

a = Again(1, 2)
V.x.__set__(a, "of V")
print(a.x, V.x.__get__(a), Again.x.__get__(a), attempt(getattr, a, "z"))
a.z = 1.5
print(a.z, a.total(), sorted(copy.copy(a).__getstate__()[1].items()))

h = Hidden.__new__(Hidden)
V.x.__set__(h, 5)
print(h.x, V.x.__get__(h), attempt(setattr, h, "x", 1))

f = Fallback()
print(f.a, f.b)
f.a = 1.5
print(f.a, f.b)
del f.a
print(f.a)

v.__class__ = V
c = copy.deepcopy(V(1.5, [2]))
print(c.x, c.y, copy.copy(c).y is c.y, pickle.loads(pickle.dumps(D(1.5))), D(1), D(1) == D(1, 2))


class Same:
    __slots__ = ("x", "y", "__weakref__", "_V__private")


class Less:
    __slots__ = ("x",)


print(attempt(setattr, v, "__class__", Same), type(v).__name__, v.x, v.y, attempt(setattr, v, "__class__", Less))
Many = type("Many", (), {"__slots__": [f"s{i}" for i in range(200)]})
m = Many()
for i in range(200):
    setattr(m, f"s{i}", i * 0.5 if i % 2 else i)
print(m.s0, m.s1, m.s150, m.s199, sum(getattr(m, f"s{i}") for i in range(200)))
del m.s150
print(attempt(getattr, m, "s150"), m.s151)


def hot(items, n):
    total = 0
    for i in range(n):
        o = items[i % len(items)]
        total += o.x
        o.x = o.x + 1
        if i == n // 2:
            items[0].x = 10**18
        if i == n // 2 + 100:
            items[0].x = 1
    return total


print(hot([V(1, 2), V(1.5, 2)], 3000))
print(hot([V(1, 2), WithDict(2, 3), Again(3, 4), D(1.5), Property(1)], 3000))


def make(n):
    made = []
    for i in range(n):
        p = V(i * 0.5, i) if i % 3 else V(i, i * 0.5)
        p.x, p.y = p.y, p.x
        made.append(p)
    for p in made:
        norm = (p.x * p.x + p.y * p.y + 1) ** 0.5
        p.x /= norm
        p.y /= norm
    return round(sum(p.total() for p in made), 9)


print(make(3000))


def deleting(n):
    p = V(1, 2)
    seen = 0
    for i in range(n):
        if i % 7 == 3:
            del p.x
        try:
            seen += p.x
        except AttributeError:
            p.x = i
    return seen


print(deleting(3000))


def stored(items, n):
    for i in range(n):
        for o in items:
            o.x = i
    return [o.x for o in items]


print(stored([V(1, 2), Property(3), WithDict(1, 2), D(0.5)], 1000))
print(attempt(stored, [V(1, 2), Hidden.__new__(Hidden)], 1000))
