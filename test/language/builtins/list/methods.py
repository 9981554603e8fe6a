# Every list method, with its edge cases.
a = [3, 1, 2]
a.append(4); a.extend((5, 6)); a.extend("xy"); a.insert(0, "first"); a.insert(-1, "before last"); a.insert(100, "end"); a.insert(-100, "front")
print(a, len(a), a.index(3), a.index("y", 3), a.count(1), a.pop(), a.pop(0), a.pop(-1), a)
a.remove("x"); a.reverse(); print(a, a.copy(), a.copy() is a, a == a.copy()); a.clear(); print(a)
a = [1, 2, 3]; a.extend(a); print(a); a += a[:2]; print(a); a *= 2; print(a); a *= 0; print(a, [1] * -5, 2 * [1, [2]])
b = [[]] * 3; b[0].append(1); print(b)
print([1, 2, 3, 2].index(2, 2), [1, 2] + [3], [1] == [1.0], [1, [2]] == [1, [2]], [1, 2] < [1, 3], [] < [1], 2 in [1, 2], [1] in [[1]], not [], list("abc"), list({1: 2}), list(range(3)), list())
s = [5, 2, 9, 1]; s.sort(); print(s); s.sort(reverse=True); print(s); s.sort(key=lambda x: -x); print(s, sorted(s, key=str))
w = ["banana", "Apple", "cherry"]; w.sort(key=str.lower); print(w, sorted(w), sorted(w, key=len, reverse=True))
stable = sorted([(1, "b"), (0, "x"), (1, "a"), (0, "y")], key=lambda t: t[0]); print(stable, sorted(stable, key=lambda t: t[0], reverse=True))
try: [1, "a", 2].sort()
except TypeError as error: print(error)
l = [3, 2, 1]
def key(x): l.append(x); return x
try: l.sort(key=key)
except ValueError as error: print(error, len(l))
l = [2, 1]
def sees(x): print("inside", l, end="; "); return x
l.sort(key=sees); print(l)
for code in ("[].pop()", "[1].pop(3)", "[].remove(1)", "[].index(1)", "[1].index(1, 1)", "[].insert('a', 1)", "[].extend(5)", "[].append()", "[][0]", "[1] + (2,)", "[1] * 1.5", "[1] += 5" if False else "[1].__iadd__(5)", "[1][0:'a']", "[].sort(1)", "[].sort(cmp=1)", "[1, 2].index(3, 'a')", "[].count()", "list(1)"):
    try: print(code, eval(code))
    except (TypeError, IndexError, ValueError, MemoryError) as error: print(code, "->", type(error).__name__, error)
r = [1]; r.append(r); print(r, repr(r), r == r, r in r)
class L(list):
    def __repr__(self): return "L" + super().__repr__()
    def __getitem__(self, i): return ("got", i)
m = L([1, 2]); print(m, m[0], m[0:1], m + [3], type(m + [3]).__name__, list(m), m.copy(), type(m[:]).__name__, [*m], m == [1, 2], len(m))
it = iter([1, 2, 3]); print(next(it), it.__length_hint__(), list(it), list(it), list(reversed([1, 2, 3])), type(it).__name__)
grow = [1]
for x in grow:
    if len(grow) < 5: grow.append(x + 1)
print(grow, [x for x in grow if grow.remove(x) is None], grow)
