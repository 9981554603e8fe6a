# map, filter, zip, enumerate, reversed, iter, next, sorted, min, max, sum, any, all.
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(None.__class__, [])), list(filter(None, [0, 1, "", "a", None])), list(filter(str.isdigit, "a1b2")), list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip("ab", [1, 2], strict=True)), list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=-1)), list(enumerate("a", 2**70)))
for code in ("list(zip('ab', [1], strict=True))", "list(zip('a', [1, 2], strict=True))", "list(zip([1], [2], [], strict=True))", "list(map(lambda a, b: 1, [1], strict=True))", "list(map(str, [1], [], strict=True))", "next(iter([]))", "next(iter([]), 'default')", "list(iter(lambda: next(it), 3))", "list(reversed('abc'))", "list(reversed(range(3)))", "sorted([3, 1, 2])", "sorted('bca', reverse=True)", "sorted([1, -2], key=abs, reverse=True)", "sorted(['b', 'A'], key=str.lower)", "sorted({'b': 1, 'a': 2})", "min(3, 1, 2)", "max([1, 5, 3])", "min('b', 'a')", "max('ab', 'c', key=len)", "min([], default='none')", "max([1, 2], default=0)", "min([1, -3], key=abs)", "max([(1, 'a'), (1, 'b')])", "max([0.0, False, 0])", "min(1, True, 1.0)", "sum([])", "sum([1, 2], 10)", "sum([[1], [2]], [])", "sum([0.1] * 3)", "sum([1, 2.5, 3j])", "sum(x for x in range(5))", "sum([True, True])", "sum([1], start=2)", "sum([2**70, 1])", "any([])", "all([])", "any([0, 1])", "all([1, 0])", "any(x > 2 for x in [1, 3])", "sum([1e16, 1.0, -1e16])", "min((), default=None)", "max(1, 2, key=lambda x: -x)"):
    it = iter([1, 2, 3, 4])
    try: print(code, "=", eval(code))
    except (ValueError, TypeError, StopIteration) as error: print(code, "->", type(error).__name__, error)
m = map(print, "ab"); print(next(m), type(m).__name__, iter(m) is m); z = zip([1], [2]); print(type(z).__name__, next(z), list(z)); e = enumerate("ab"); print(next(e), type(e).__name__, list(e))
class Rev:
    def __reversed__(self): return "reversed!"
class Seq:
    def __len__(self): return 2
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
print(reversed(Rev()), list(reversed(Seq())), sorted(Seq()), max(Seq()), list(iter(iter(range(9)).__next__, 4)))
calls = []
def pred(x): calls.append(x); return x > 1
print(any(map(pred, [1, 2, 3])), calls, all(map(pred, [2, 0, 5])), calls)
def broken():
    yield 1
    raise ValueError("in the middle")
for f in (list, tuple, set, sum, max, sorted, dict, lambda g: [*g], lambda g: list(map(str, g)), lambda g: list(zip(g, g)), lambda g: "".join(g), any if False else lambda g: all(g)):
    try: print(f(broken()))
    except (ValueError, TypeError) as error: print(type(error).__name__, error)
n = iter([1, 2, 3, 4, 5]); print(list(zip(n, n)), list(n), [a + b for a, b in zip(*[iter(range(6))] * 2)], list(zip(*[(1, 2), (3, 4)])), dict(map(lambda k: (k, k * 2), "ab")))
