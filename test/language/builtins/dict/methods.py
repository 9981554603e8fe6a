# Every dict method, insertion order, views, merging and key equality.
d = {"a": 1, "b": 2}
print(d["a"], d.get("z"), d.get("z", 0), d.setdefault("c", 3), d.setdefault("a", 9), d.pop("b"), d.pop("zz", "gone"), d, len(d), "a" in d, "b" not in d)
d.update({"x": 1}); d.update([("y", 2), "zw"]); d.update(k=5); d.update({"a": 0}, q=1); d.update(); print(d, d.popitem(), list(d), list(reversed(d)))
k, v, i = d.keys(), d.values(), d.items()
d["new"] = "later"; print(k, v, i, len(k), "new" in k, ("a", 0) in i, 2 in v, type(k).__name__, list(reversed(k)), list(reversed(i))[0], k.mapping["a"])
print(k & {"a", "zz"}, sorted(k | {"zz"}), sorted(k - {"a"}), sorted(k ^ {"a", "q2"}), k == set(d), k >= {"a"}, k.isdisjoint({"zz"}), {1: 2}.items() & {(1, 2)}, {1: 2}.items() == {(1, 2)}, {"a": 1}.keys() <= {"a": 2, "b": 3}.keys(), {1: 2}.values() == {1: 2}.values())
print({"a": 1} | {"b": 2, "a": 3}, {1: 1} | {1.0: 2, True: 3}, dict(a=1) == {"a": 1}, {1: 2, 3: 4} == {3: 4, 1: 2}, dict([(1, 2)], b=3), dict({1: 2}), dict(zip("ab", (1, 2))), dict(), {**{"a": 1}, "a": 2}, dict.fromkeys("ab"), dict.fromkeys([1], []), {}.copy(), d.copy() is d)
e = {"a": 1}; e |= {"b": 2}; e |= [("c", 3)]; print(e); del e["a"]; e["a"] = "back"; print(e, list(e.items())); e.clear(); print(e)
n = {1: "int", 1.0: "float", True: "bool", 0: "zero", False: "no", 2**70: "big", float(2**70): "same", "1": "str", None: "none", (1, 2): "t", b"b": "bytes", frozenset({1}): "fs", 1.5: "x", -0.0: "neg zero", 1 + 0j: "complex", int: "type", len: "fn", ...: "dots"}; print(n, n[1 + 0j], n[0], n[2**70])
class K:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, K) and self.n == o.n or o == self.n
    def __hash__(self): return hash(self.n)
    def __repr__(self): return f"K{self.n}"
m = {K(1): "one", 2: "two"}; print(m[K(1)], m[1], m[K(2)], K(3) in m, m.pop(1), m, {5: "i", K(5): "k"}, {K(5): "k", 5: "i"})
class S(str):
    def __hash__(self): return 1
    def __eq__(self, o): return True
print({"a": 1}.get(S("b")), {S("x"): 1, S("y"): 2}, len({S("p"), "q"}))
nan = float("nan"); print({nan: 1}[nan], {nan: 1}.get(float("nan")), len({float("nan"), float("nan")}), {"k": nan} == {"k": nan})
for code in ("{}['x']", "{}[1, 2]", "{}.pop(1)", "{}.popitem()", "{[]: 1}", "{}[[]]", "{}.get([])", "[] in {}", "{}.update(5)", "{}.update([1])", "{}.update([(1, 2, 3)])", "dict([1, 2])", "dict(5)", "dict(1, 2)", "dict(**{1: 2})", "dict.fromkeys(5)", "{} < {}", "{} | []", "{}.keys() + []", "{}.get()", "{}.setdefault()", "del {}['q']", "{}.x", "next({})", "{}.keys()[0]", "{}.fromkeys()", "{1: 2}.items() | [[]]", "hash({})", "hash({}.keys())", "reversed({}.keys() | {1})"):
    try: exec(code); print(code, "fine")
    except (KeyError, TypeError, ValueError, AttributeError) as error: print(code, "->", type(error).__name__, error)
def mutate(f):
    x = dict.fromkeys(range(4))
    try:
        for key in x: f(x, key)
    except RuntimeError as error: return str(error)
    return x
print(mutate(lambda x, k: x.pop(k)), mutate(lambda x, k: x.update({k + 10: 1})), mutate(lambda x, k: x.update({k: "changed"})), mutate(lambda x, k: (x.pop(k), x.setdefault(k + 100, 1))))
r = {}; r["me"] = r; print(r, [r]); c = {"l": [1]}; c2 = c.copy(); c2["l"].append(2); print(c)
class D(dict):
    def __missing__(self, k): return f"missing {k}"
    def __getitem__(self, k): return ("D", super().__getitem__(k))
x = D(a=1); print(x["a"], x["z"], x.get("z"), x.get("a"), x, dict(x), {**x}, "z" in x, x | {"b": 2}, type(x | {}).__name__, type(x.copy()).__name__, x.pop("a"))
it = iter({1: 2, 3: 4}); print(next(it), it.__length_hint__(), list(it), {k: v for v, k in enumerate("abc")}, max({"a": 1, "b": 0}, key={"a": 1, "b": 0}.get), sorted({"b": 1, "a": 2}.items(), key=lambda p: p[1]))
