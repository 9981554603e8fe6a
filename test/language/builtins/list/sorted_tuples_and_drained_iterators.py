# Sorting few and many by tuples, numbers and strs, both ways; what takes an iterator's items, with lists that change meanwhile; repr of containers.
import itertools
state = 7
def number(limit):
    global state
    state = state * 1103515245 + 12345 & 0x7FFFFFFF
    return (state >> 8) % limit
def attempt(work):
    try: print(work())
    except Exception as error: print(type(error).__name__, error)
for count in (2, 5, 23, 24, 25, 63, 64, 65, 200):
    rows = [(number(4), "abc"[number(3)], number(3) / 2, i) for i in range(count)]
    for reverse in (False, True):
        plain = sorted(rows, reverse=reverse)
        print(count, reverse, plain == sorted(rows, key=lambda row: row, reverse=reverse), all((a >= b) if reverse else (a <= b) for a, b in zip(plain, plain[1:])))
        for key in (lambda row: row[:3], lambda row: (-row[0], row[1]), lambda row: row[:1], lambda row: row[0], lambda row: row[1], lambda row: row[2], lambda row: (row[2], row[1])):
            made = sorted(rows, key=key, reverse=reverse)
            print(*(row[3] for row in made[:12]), end=" ")
            print(all(a[3] < b[3] for a, b in zip(made, made[1:]) if key(a) == key(b)), sorted(made) == sorted(rows))
nan = float("nan")
attempt(lambda: sorted([(1, "a"), (0, 0), (1, 2)]))
attempt(lambda: sorted([(1, "a"), (0, 0), (2, 2)]))
attempt(lambda: sorted([(1, 2.5), (1, 2), (0, True), (1, 2.0), (0, False), (1.0, 1)]))
attempt(lambda: sorted([(nan, 1), (1.0, 2), (0.5, 3), (nan, 0)]))
attempt(lambda: sorted([(nan, 1), (nan, 0)], reverse=True))
attempt(lambda: sorted([(), (), ()]) + sorted([(2,), (1, 1), (1,)]) + sorted([("b",), ("a",), ("a\U0001f600",), ("\U0001f600",), ("\uffff",)]))
attempt(lambda: sorted([(1, [2]), (1, [1])]) + sorted([(1, None)]) + sorted([(2, None), (1, None)]))
attempt(lambda: sorted([(1, None), (1, None), (1, {})]))
attempt(lambda: sorted([0.0, -0.0, -1.5, nan][:3], key=lambda x: x) + sorted([3, 1, 2], key=float, reverse=True))
attempt(lambda: sorted([(10**20, 1), (10**20 - 1, 2), (5, 3)]))
items = [1, 2, 3, 4]
backwards = reversed(items)
print(next(backwards), list(backwards), list(backwards), next(backwards, "end"))
backwards = reversed(items)
del items[2:]
print(list(backwards), next(backwards, "end"))
items.extend(reversed(items)); print(items)
items = [1.5, 2.5]; items.extend(reversed(items)); print(items, list(reversed([1.5])), list(reversed([])))
items = [1, 2]; items += (items.append(9) or x for x in [5, 6]); print(items)
items = [3]; items.extend(map(lambda x: len(items), range(3))); print(items)
print(list(itertools.chain([1], (2, 3), "ab", {4: 5}, range(2))), list(itertools.chain.from_iterable(["ab", [1.5]])), list(itertools.zip_longest([1, 2], "a")))
class Shrinks:
    def __bool__(self):
        seen.clear()
        return False
class Grows:
    def __bool__(self):
        if len(seen) < 5: seen.append(Grows())
        return True
seen = [Shrinks(), 1]; print(any(seen), seen)
seen = [Grows()]; print(all(seen), len(seen))
class Refuses:
    def __bool__(self): raise ValueError("no truth")
attempt(lambda: any([0, Refuses(), 1]))
print(any([0, "", None, 0.0, [], 2.5]), all([1.5, 2.5]), all([1.5, 0.0]), any([0.0, nan]), all([]), any([]))
class Odd:
    def __repr__(self): return "\U0001f600"
class Fails:
    def __repr__(self): raise ValueError("no repr")
inner = [1, (2,), {"k": (3, Odd())}, {4}]
inner.append(inner); inner[2]["self"] = inner[2]
print(inner, (inner, inner), {"'": '"', "\n": "\\", "é": "\x7f"}, ["a'b\"c" * 3, "x" * 60, "\U0001f600"])
for _ in range(2): attempt(lambda: repr([[Fails()], inner]))
print(len(repr(list(range(1000)))), repr(["\U0001f600"] * 200 + ["x" * 300]) == "[" + ", ".join(["'\U0001f600'"] * 200) + ", '" + "x" * 300 + "']")
