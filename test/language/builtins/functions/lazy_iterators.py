# What zip, map, filter, enumerate, reversed and iter(callable, sentinel) do at their ends, with errors, with subclasses.
class Loud:
    def __init__(self, name, count): self.name, self.left = name, count
    def __iter__(self): return self
    def __next__(self):
        print("next", self.name, end="; ")
        if self.left == 0: raise StopIteration
        self.left -= 1
        return self.left
print(list(zip(Loud("a", 2), Loud("b", 1)))); print(list(map(max, Loud("a", 1), Loud("b", 2)))); print(list(enumerate(Loud("e", 2), 10)))
z = zip(Loud("a", 1), Loud("b", 0), strict=True)
try: print(list(z))
except ValueError as error: print(error)
def stops(x):
    if x == 2: raise StopIteration("early")
    return x
print(list(map(stops, [1, 2, 3])), list(filter(stops, [1, 2, 3])), list(iter(iter([1, 2, 3, 0, 5]).__next__, 0)))
m = map(stops, [2, 3]); print(next(m, "over"), next(m, "over"))
class Numbered(enumerate):
    def __next__(self):
        index, item = super().__next__()
        return f"{index}:{item}"
class Doubling(map):
    extra = 1
class Init(filter):
    def __init__(self, *args, note=None): self.note = note
f = Init(None, [0, 1], note="n"); print(list(Numbered("ab")), list(Doubling(abs, [-1])), f.note, list(f), type(f).__name__)
for code in ("zip(1)", "zip([], 2)", "zip(strict=1, other=2)", "map()", "map(len)", "map(len, 3)", "filter()", "filter(None, 1)", "filter(None, [], [])", "filter(None, x=[])", "enumerate()", "enumerate(3)", "enumerate([], 'a')", "enumerate([], 1, 2)", "enumerate(start=1)", "enumerate([], foo=1)", "reversed()", "reversed(5)", "reversed({1})", "reversed([], [])", "iter()", "iter(5)", "iter(5, 6)", "next(5)", "next()", "next([], 1)", "list(filter(5, [1]))", "list(map(5, [1]))"):
    try: print(code, "=", eval(code))
    except TypeError as error: print(code, "->", error)
it = iter([1, 2, 3]); print([x.__reduce__()[1:] for x in (enumerate("a", 3), reversed([1, 2]), zip(), iter(int, 1))][0][0][1], zip([1], strict=True).__reduce__()[2], map(abs, [1], strict=True).__reduce__()[2])
class NoReversed(list):
    __reversed__ = None
try: reversed(NoReversed())
except TypeError as error: print(error)
class Sequence:
    def __len__(self): return 3
    def __getitem__(self, index):
        if index == 1: raise IndexError
        return index
r = reversed(Sequence()); print(r.__length_hint__(), list(r), r.__length_hint__())
print(dict(enumerate("ab")), dict(zip("ab", range(2))), [*map(pow, (2, 3), (5, 2))], max(map(len, ["a", "bcd"])), list(zip(range(3), "ab", [True] * 9)), sum(map(int, "123")))
