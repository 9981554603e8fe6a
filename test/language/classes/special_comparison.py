# Rich comparisons: reflection, defaults from identity, __eq__ and __hash__ together, ordering errors.
class V:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return ("lt", self.n, getattr(o, "n", o))
    def __ge__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented if isinstance(o, str) else ("eq", self.n)
print(V(1) < V(2), V(1) > V(2), 5 > V(1), V(1) == 5, V(1) == "s", "s" == V(1), V(1) != 5, V(1) != "s")
for op in ("V(1) >= V(2)", "V(1) <= V(2)", "V(1) >= 1", "hash(V(1))", "{V(1)}", "{V(1): 1}", "1 < 'a'", "None < None", "[] < ()", "{} < {}", "1j < 2j", "object() < object()", "{1} < [1]", "print < len"):
    try:
        print(op, eval(op))
    except TypeError as error:
        print(op, "->", error)
class OnlyEq:
    def __eq__(self, other): return True
class WithHash:
    def __eq__(self, other): return isinstance(other, WithHash)
    def __hash__(self): return 1
class Child(OnlyEq): pass
class Restored(OnlyEq):
    __hash__ = object.__hash__
print(OnlyEq.__hash__, Child.__hash__, len({WithHash(), WithHash()}), OnlyEq() != 1, isinstance(hash(Restored()), int))
class Base:
    def __eq__(self, other): print("Base.eq", end=" "); return NotImplemented
    def __lt__(self, other): print("Base.lt", end=" "); return NotImplemented
    def __gt__(self, other): print("Base.gt", end=" "); return NotImplemented
class Derived(Base):
    def __eq__(self, other): print("Derived.eq", end=" "); return NotImplemented
    def __gt__(self, other): print("Derived.gt", end=" "); return "gt"
print(Base() == Derived(), Base() < Derived(), Derived() > Base())
x = float("nan")
print(x == x, x in [x], [x] == [x], x is x, {x: 1}.get(x), [x].index(x), (x,) < (x,), [1, x].count(x))
print([1, 2] < [1, 3], [1] < [1, 0], (1, "a") == (1, "a"), (1, 2) < (1, 2, 3), [[1], 2] > [[1], 1], "Z" < "a", b"a" < b"b", {1} <= {1, 2}, {1, 2} > {3})
try:
    [1, "a"] < [1, 2]
except TypeError as error:
    print(error)
print([1, "a"] < [2, 1], 1 == 1.0 == True == (1 + 0j), 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 10**400 > 1e308, float("inf") > 10**400, 1 < 1.5 < 2)
class Any:
    def __eq__(self, o): return True
    def __ne__(self, o): return True
print(Any() == 1, Any() != 1, 1 == Any(), [1] == [Any()], 5 in [Any()], (1, 2).index(Any()))
import functools
@functools.total_ordering
class T:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(T(1) <= T(1), T(2) > T(1), T(1) >= T(2), sorted([T(3), T(1)], reverse=True)[0].n, max(T(1), T(5)).n)
