# copy and deepcopy rebuild objects by their protocol.
import copy
class A:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return type(o) is A and self.x == o.x
a = A([1, [2]])
b, c = copy.copy(a), copy.deepcopy(a)
print(b == a, b.x is a.x, c == a, c.x is a.x, c.x[1] is a.x[1])
class Custom:
    def __copy__(self): return "shallow"
    def __deepcopy__(self, memo): return ("deep", type(memo).__name__)
print(copy.copy(Custom()), copy.deepcopy(Custom()), copy.deepcopy([Custom()]))
loop = [1]; loop.append(loop)
d = copy.deepcopy(loop); print(d[1] is d, d is loop)
shared = [0]; pair = copy.deepcopy((shared, shared)); print(pair[0] is pair[1], pair[0] is shared)
for value in (1, "s", None, (1, 2), frozenset({1}), len, A, 1.5, b"x", range(3), ...):
    print(copy.copy(value) is value, copy.deepcopy(value) is value, end="; ")
print()
for value in ([1, [2]], {"a": [1]}, {1, 2}, bytearray(b"x"), A(1)):
    s, t = copy.copy(value), copy.deepcopy(value)
    print(s == value, s is value, t == value, t is value, type(t).__name__, end="; ")
print()
class State:
    def __init__(self): self.a, self.b = 1, 2
    def __getstate__(self): return {"a": self.a}
    def __setstate__(self, state): self.__dict__.update(state, restored=True)
print(copy.copy(State()).__dict__)
class Reduce:
    def __reduce__(self): return (Reduce.make, (5,))
    @staticmethod
    def make(n): r = Reduce(); r.n = n; return r
print(copy.copy(Reduce()).n)
class L(list): pass
l = L([1]); l.tag = [2]
m = copy.deepcopy(l); print(m, m.tag, m.tag is l.tag, type(m).__name__)
class Slots:
    __slots__ = ("p", "q")
s = Slots(); s.p = [1]; t = copy.deepcopy(s); print(t.p, t.p is s.p, hasattr(t, "q"))
print(copy.replace(type("P", (), {"__replace__": lambda self, **k: k})(), x=1))
print(A(1).__reduce_ex__(4)[0].__name__, A(1).__reduce_ex__(4)[1:3], object().__getstate__(), A(3).__getstate__())
try:
    copy.deepcopy((x for x in ()))
except TypeError as error:
    print(error)
