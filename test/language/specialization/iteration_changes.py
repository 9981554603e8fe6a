# Warm for loops meet lists, tuples, ranges, dicts, strings, generators and own iterators.
def total(it):
    t = 0
    for x in it: t += x
    return t
class Own:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
class Get:
    def __getitem__(self, i):
        if i == 3: raise IndexError
        return i
sources = [lambda: range(5), lambda: [1, 2, 3], lambda: (4, 5), lambda: {1: 2, 3: 4}, lambda: {6}, lambda: (x for x in (7, 8)), lambda: Own(4), lambda: Get(), lambda: iter([1, 2]), lambda: map(int, "12"), lambda: b"ab", lambda: [1.5, 2.5], lambda: range(2**60, 2**60 + 2), lambda: reversed([1, 2]), lambda: {1: 2}.values(), lambda: zip((1,)) and (), lambda: enumerate("a") and [], lambda: (True, 2.5, 3)]
for s in sources:
    for _ in range(60): r = total(s())
    print([total(t()) for t in sources], r)
for bad in (5, None, ["a"], object):
    try: total(bad)
    except TypeError as e: print(e)
def grow(l):
    for x in l:
        if len(l) < 100: l.append(x + 1)
    return len(l)
print(grow([1]), grow([]))
def shrink(l):
    seen = []
    for x in l:
        seen.append(x); l.pop()
    return seen
print(shrink(list(range(10))))
def nested(n): return [(i, j) for i in range(n) for j in range(i)]
print(len(nested(30)), nested(4))
def unpack(pairs):
    out = []
    for a, b in pairs: out.append((b, a))
    return out
for _ in range(60): unpack([(1, 2)])
print(unpack([(1, 2), [3, 4], "ab", {5: 6, 7: 8}, iter([9, 10])]))
for bad in ([(1, 2, 3)], [(1,)], [5], [[1, 2, 3]], ["abc"]):
    try: unpack(bad)
    except (ValueError, TypeError) as e: print(e)
def gen():
    for i in range(3): yield i
for _ in range(60): total(gen())
g = gen(); next(g); print(total(g), total(g))
