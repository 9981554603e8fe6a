# Dicts keep insertion order through deletions, reinsertion and growth.
d = {}
for i in range(100): d[i * 7 % 101] = i
for i in range(0, 100, 3): d.pop(i, None)
print(list(d)[:20], len(d)); d[3] = "again"; print(list(d)[-3:], next(iter(d)), next(reversed(d)))
for k in list(d):
    if k % 2: del d[k]
print(d); d["s"] = 1; d[1.5] = 2; d[2.0] = "two"; print(list(d.items())[-4:], 2 in d, list(d).index(2) if 2 in d else None)
q = {}
for i in range(50):
    q[i] = i
    if len(q) > 5: del q[next(iter(q))]
print(q, q.popitem(), q)
lru = {"a": 1, "b": 2, "c": 3}; lru["a"] = lru.pop("a"); print(lru); lru["b"] = 0; print(list(lru.items()))
from collections import OrderedDict
o = OrderedDict(a=1, b=2, c=3); o.move_to_end("a"); print(o, list(o)); o.move_to_end("c", last=False); print(o.popitem(last=False), o.popitem(), o, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), list(reversed(OrderedDict(a=1, b=2))))
big = {f"key{i}": i for i in range(5000)}; print(len(big), big["key4999"], sum(big.values()), list(big)[2500]); big2 = {**big}; big2.update(key0=-1); print(big["key0"], big2["key0"], big == big2, len(big | {"x": 1}))
words = "the quick the lazy the end quick".split(); count = {}
for w in words: count[w] = count.get(w, 0) + 1
print(count, sorted(count, key=lambda w: (-count[w], w)), {n: [w for w in count if count[w] == n] for n in sorted(set(count.values()))})
groups = {}
for w in words: groups.setdefault(len(w), []).append(w)
print(groups, {k: len(v) for k, v in groups.items()}); nested = {}; nested.setdefault("a", {}).setdefault("b", {})["c"] = 1; print(nested)
grid = {(x, y): x * y for x in range(4) for y in range(4)}; print(sum(grid.values()), grid[3, 3], (4, 4) in grid, [p for p in grid if grid[p] == 6], min(grid), max(grid))
negative = {-1: "a", -2: "b", 2**61 - 1: "c", 0: "d", -(2**61 - 1): "e"}; print(negative, negative[-1], negative[-2])

def replace_last(d, look):
    try:
        for item in look(d): key = list(d)[-1]; del d[key]; d[key] = 0
        return d
    except RuntimeError as error: return str(error)
for look in (iter, dict.keys, dict.values, dict.items): print(replace_last({0: 0}, look), replace_last({1: 1, 2: 2}, look))
small = {0: 0}
for i in range(40): del small[i]; small[i + 1] = i
for i in range(3): small[-i] = i; small.popitem(); small.popitem(); small["a"] = i
print(small, list(reversed(small)), small.copy(), small | {1: 2}, small == {"a": 2})
def churn(make, add, remove):
    table = make(); order = []; names = [f"n{i}" for i in range(60)]
    for i in range(3000):
        name = names[i * i * 7 % 60] if i % 3 else f"m{i}"
        if name in table: remove(table, name); order.remove(name)
        else: add(table, name); order.append(name)
        if len(order) > 40: remove(table, order[0]); del order[0]
    return table, order
table, order = churn(dict, lambda d, k: d.__setitem__(k, len(k)), dict.__delitem__); print(len(table), list(table) == order, all(table[k] == len(k) for k in order), "m0" in table, table.get("n1"), table.copy() == table)
table, order = churn(set, set.add, set.remove); print(len(table), table == set(order), sorted(table) == sorted(order), "m0" in table)
one = {"stays": 0} | {f"s{i}": i for i in range(10)}
for i in range(500): one[f"t{i}"] = i; del one[f"t{i}"]
print(list(one), "t7" in one, len(one)); ints = dict.fromkeys(range(0, 500, 5))
for i in range(2000): k = i * 35 % 500; del ints[k]; ints[k] = i
print(len(ints), list(ints)[:5], ints[35], 1 in ints)
class Own(float): __hash__ = object.__hash__; __eq__ = object.__eq__
own = Own(1.0); print(1.0 in {own: 1}, own in {own: 1}, {1.0: 2}.get(own))
nan = float("nan"); other = float("nan"); print(sorted([(nan, 1), (nan, 0), (other, 0), (1.0, 2), (1.0, 1), (-0.0, 2), (0.0, 1)]), sorted([(2.5, "x"), (2.5,), (2.5, "a")], reverse=True))
