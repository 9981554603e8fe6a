# Tuples: construction, methods, comparison, hashing, repetition and subclasses.
t = (1, "a", 2.5, None)
print(t, len(t), t[0], t[-1], t[1:3], t[::-1], t + (5,), t * 2, 2 * (1,), (), (1,), tuple(), tuple("ab"), tuple([1, 2]), tuple({3: 4}), t.count(1), t.index("a"), "a" in t, 9 not in t)
print((1, 2) == (1, 2), (1, 2) == [1, 2], (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, "a") < (2, 1), ((1, 2), 3) > ((1, 1), 9), hash((1, 2)) == hash((1, 2)), hash(()) == hash(()), {(1, 2): "v"}[1, 2], {(1, (2, 3))}, (1.0, True) == (1, 1))
a = 1,; b = 1, 2; (c, d), e = (1, 2), 3; print(a, b, c, d, e, (a, b), ((a)), *t)
def f(): return 1, 2
x, y = f(); print(x, y, f(), [f()], (lambda: (1, 2))(), tuple(i for i in range(3)), sorted((3, 1, 2)), max((1, 5)), sum((1, 2)))
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __repr__(self): return "T" + super().__repr__()
    def __add__(self, o): return T(*self, *o)
u = T(1, 2); u.attr = 5; print(u, u + (3,), u[0], u[:1], type(u[:]).__name__, u == (1, 2), u.attr, {u: 1}[(1, 2)], u * 2, isinstance(u, tuple))
for code in ("t[10]", "t['a']", "t[0] = 1", "del t[0]", "t.append(1)", "t.index(99)", "t.index('a', 2)", "t + [1]", "t * 1.5", "(1,) < ('a',)", "(1,) < 1", "hash(([],))", "tuple(5)", "tuple(1, 2)", "{([],): 1}", "t[::0]", "t.count()", "() + None", "(1, 2)[2**70]"):
    try: exec(code)
    except (TypeError, IndexError, ValueError, AttributeError) as error: print(code, "->", type(error).__name__, error)
r = ([],); r[0].append(r); print(r, len(r[0][0])); print((1, 2, 3).__contains__(2), (1,).__getnewargs__(), (1, 2).__mul__(2), (1, 2).__eq__([1, 2]), (5,).__getitem__(0), tuple.__doc__ is not None)
it = iter((1, 2)); print(next(it), it.__length_hint__(), list(it), next(it, "end"), list(reversed((1, 2, 3))), list(enumerate(("a", "b"))), dict(((1, 2), (3, 4))), list(zip((1, 2), (3, 4))))
