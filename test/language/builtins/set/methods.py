# Sets and frozensets: algebra, methods, comparisons and errors.
def s(x): return sorted(x)
a, b = {1, 2, 3}, {3, 4}
print(s(a | b), s(a & b), s(a - b), s(a ^ b), s(b - a), a <= b, {1} < a, a >= {1, 2}, a > a, a == {3, 2, 1}, a != b, a.isdisjoint({9}), a.issubset(range(5)), a.issuperset([1]), 1 in a, len(a))
print(s(a.union(b, [9])), s(a.intersection([1, 2], {2})), s(a.difference([1], {2})), s(a.symmetric_difference([1, 9])), s(a.copy()), set(), {1}, frozenset(), frozenset([1]), set("aab") == {"a", "b"}, s(set(range(3))), {*a, 9} == {1, 2, 3, 9})
c = {1}; c.add(2); c.add(2); c.discard(9); c.discard(1); c.remove(2); print(c); c.update([1, 2], "a"); print(len(c)); c.clear(); c |= {1, 2}; c &= {2, 3}; c ^= {5}; c -= {2}; print(c, c.pop(), c)
c.update(); c.intersection_update([1]); d = {1, 2, 3, 4}; d.intersection_update([1, 2, 3], {2, 3}); d.difference_update([3]); d.symmetric_difference_update([7]); print(s(d), d.add(1), d.update([1]))
f = frozenset([1, 2]); print(f | {3} == {1, 2, 3}, type(f | {3}).__name__, type({3} | f).__name__, f == {1, 2}, hash(f) == hash(frozenset([2, 1])), {f: 1}[frozenset({1, 2})], f in {f}, {1, 2} in {f}, f.union([3]) == {1, 2, 3}, frozenset(f) is f, f.copy() is f, repr(f), repr({frozenset()}))
print({1, 1.0, True}, len({0, False, 0.0}), {1: 0}.keys() == {1}, set([1, 2]) == frozenset([1, 2]), set({1: 2}), s({2**70, 1.5, -1}), {(1, 2), (1, 2)}, {None, ...} == {..., None}, len({"a", b"a"}), bool(set()), {1} and "yes")
for code in ("{1}.remove(2)", "set().pop()", "{[]}", "{1}.add([])", "set(5)", "{1} | [2]", "{1} + {2}", "{1} < [1]", "{1} & 5", "frozenset().add(1)", "hash(set())", "{1}.union(5)", "set(1, 2)", "{1}.isdisjoint(5)", "{[] for _ in [1]}", "frozenset([{}])", "{1}.discard([])", "[] in {1}", "{1} -= [1]" if False else "{1}.__isub__([1])", "{1}.remove({2})", "{1}.update(5)", "set(a=1)", "{1} >= 5"):
    try: print(code, eval(code))
    except (KeyError, TypeError, AttributeError) as error: print(code, "->", type(error).__name__, error)
x = set(range(5))
try:
    for i in x: x.add(i + 100)
except RuntimeError as error: print(error)
class S(set):
    def __repr__(self): return "S" + super().__repr__()
class F(frozenset): pass
t = S([1]); t.attr = 1; print(t, t | {2}, type(t | {2}).__name__, type({2} | t).__name__, type(t.copy()).__name__, t == {1}, F([1]), type(F() | {1}).__name__, set(S([3])), F([1]) == frozenset([1]))
class E:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 3
    def __eq__(self, o): return self.n == o.n
print(s(e.n for e in {E(1), E(4), E(1), E(7)}), E(4) in {E(1), E(4)}, len({E(i) for i in range(20)} & {E(i) for i in range(15, 30)}))
print(s(set("hello") & set("world")), s({x % 3 for x in range(10)}), sum({1, 2, 3}), max({5, 2}), s(map(len, {"a", "bb"})), {frozenset({1, 2})} == {frozenset({2, 1})}, set().union(*[[1], [2]]) == {1, 2}, s(set.intersection({1, 2}, {2, 3})))
