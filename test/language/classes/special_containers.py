# Item access, length, containment, iteration and reversal through special methods.
class Seq:
    def __init__(self, *items): self.items = items
    def __getitem__(self, i):
        if isinstance(i, slice): return ("slice", i.start, i.stop, i.step)
        print(f"[{i}]", end=" ")
        return self.items[i]
    def __len__(self): return len(self.items)
s = Seq("a", "b", "c")
print(list(s), "b" in s, "z" in s, list(reversed(s)), len(s), bool(s), bool(Seq()))
print(s[1:2], s[::3], s[:], s[-1], [*s], tuple(zip(s, s)), s[None:"x"])
a, *b = s
print(a, b)
print(max(s), sorted(s), ",".join(s), dict(enumerate(s)))
class Map:
    def __getitem__(self, k): return ("get", k)
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
    def __contains__(self, k): return k == 1
    def __missing__(self, k): return "missing"
m = Map()
m[1, 2] = 3; del m["x"]; m[...] = None; m[1:2] = 4; m[1:2, ::3] = 5
print(m[1, 2], m[()], m[1:2, 3], 1 in m, 2 in m, 2 not in m)
class Dict(dict):
    def __missing__(self, key): self[key] = value = f"made {key}"; return value
d = Dict(a=1)
print(d["a"], d["b"], d, d.get("c"), "c" in d)
class It:
    def __iter__(self): print("iter", end=" "); yield from (1, 2)
    def __reversed__(self): return iter("reversed")
    def __length_hint__(self): return 10
import operator
print(list(It()), 2 in It(), 5 in It(), list(reversed(It())), operator.length_hint(It()), sum(It()), [x for x in It()])
class Iter:
    def __init__(self): self.n = 3
    def __iter__(self): return self
    def __next__(self):
        if not self.n: raise StopIteration
        self.n -= 1
        return self.n
i = Iter()
print(next(i), list(i), list(i), next(i, "default"))
class Stop:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * i
print(list(Stop()), 4 in Stop(), 5 in Stop())
class NoIter:
    __iter__ = None
class NoContains:
    __contains__ = None
    def __iter__(self): return iter([1])
class Key:
    def __getitem__(self, i): raise KeyError(i)
class NoNext:
    def __iter__(self): return object()
for action in (lambda: iter(NoIter()), lambda: 1 in NoIter(), lambda: 1 in NoContains(), lambda: list(Key()), lambda: list(NoNext()), lambda: len(NoIter()), lambda: NoIter()[0], lambda: [][:1.5], lambda: reversed(NoIter()), lambda: next(NoIter()), lambda: Map().x, lambda: NoIter().__setitem__):
    try:
        print(action())
    except (TypeError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)
print(int[1] if hasattr(int, "__class_getitem__") else "int has none", list[int][0] if False else list[int])
class Generic:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
print(Generic[5], Generic[1, 2])
