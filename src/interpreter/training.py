class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.f = len
    def m(self): return self.x
    def n(self, x): self.x, self.y = self.y, x
class Q(P): pass
class R(P): pass
def compare(x, y, a, b):
    n = 0
    if x < y: n = 1
    if x <= y: n = 2
    if x == y: n = 3
    if x != y: n = 4
    if x > y: n = 5
    if x >= y: n = 6
    if not x < y: n = 7
    if not x == y: n = 7
    if a[0] < b[0]: n = 1
    if a[0] <= b[0]: n = 2
    if a[0] == b[0]: n = 3
    if a[0] != b[0]: n = 4
    if a[0] > b[0]: n = 5
    if a[0] >= b[0]: n = 6
    if not a[0] < b[0]: n = 7
    if not a[0] == b[0]: n = 7
    x < y, x <= y, x == y, x != y, x > y, x >= y
    return a[0] < b[0], a[0] <= b[0], a[0] == b[0], a[0] != b[0], a[0] > b[0], a[0] >= b[0]
def arithmetic(x, y, a, b):
    c = x + y
    c = x - y
    c = x * y
    c = a[0] + b[0]
    c = a[0] - b[0]
    c = a[0] * b[0]
    x + y, x - y, x * y
    return a[0] + b[0], a[0] - b[0], a[0] * b[0]
def constants(x):
    c = 1
    c = 1.5
    return (x == 1, x == 1.5) if x != 2 else 1
def truth(v, a):
    if v: n = 1
    if not v: n = 2
    if a[0]: n = 3
    if not a[0]: n = 4
    n = not v
    n = not a[0]
    if v is None: n = 1
    if v is not None: n = 2
    if a[0] is None: n = 1
    if a[0] is not None: n = 2
    return v
def same(x, y, a, b):
    if x is y: n = 1
    if not x is y: n = 1
    if a[0] is b[0]: n = 1
    if not a[0] is b[0]: n = 1
    if x is y or a[0] is b[0] or x is a: n = 1
    x is y, x is not y
    return a[0] is b[0], a[0] is not b[0]
def items(items, i, a):
    x = items[i]
    x = items[0]
    x = items[a[0]]
    x = items[a[1]]
    return items[i], items[-1], items[a[0]], items[a[1]]
def loops(items, n, a):
    t = 0
    for i in range(n):
        t = i
    for x in items:
        y = x
    for p, q in [(1, 2), (3, 4)]:
        t = p
    for a[0] in range(n): pass
    iterator = iter(range(n))
    for a[0] in iterator: pass
    for a[0] in iterator: pass
    for a[0] in items: pass
    iterator = iter(items)
    for x in iterator: break
    for x in iterator: pass
    for x in iterator: pass
    i = 0
    while i < n:
        i += 1
        if i == 2: continue
def stores(p, a, x, items, i):
    p.x = x
    a[0].y = x
    p.new = x
    a[0].newer = x
    items[i] = x
    items[a[1]] = x
    items[a[2]] = x
    items.append(x)
    a[3].append(x)
    return [each for each in items]
def tuples(t, i, a):
    x = t[i]
    x = t[0], t[-1], t[a[0]], t[a[1]]
    x = a[2][a[0]]
    for x in t: pass
    for a[3] in t: pass
    iterator = iter(t)
    for x in iterator: pass
    for x in iterator: pass
    x, y = t
    a[3], a[4] = t
    return x
def extended(x, y, a, b):
    c = x % y
    c = a[0] % b[0]
    return x % y, a[0] % b[0]
def methods(x, a):
    x.__str__(), a[0].__str__()
    for z in None, True, 1, 2.5, 'x', (), [], {}, len:
        z.__repr__()
        a[1][z.__class__ is not None].__str__()
def closed(n):
    def inner():
        nonlocal n
        n = 1
        n = a[0]
        n + 1, n < 1
    a = [n]
    inner()
    return n
def closure(n):
    def inner(): return n
    return inner() + inner()
def generator(n):
    for i in range(n):
        yield i
def delegating(n):
    yield from generator(n)
    return n
def generators(n):
    for i in delegating(n): pass
    for i, j in zip(generator(n), delegating(n)): pass
    try: next(generator(0))
    except StopIteration: pass
def attributes(p, a, x):
    p.x, p.y
    a[0].x, a[0].y
    p.f(a), a[0].f(a)
    p.n(p.m())
    a[0].n(x=a[0].m())
    p.n(x)
    return p.x
def raises(n):
    try:
        if n: raise ValueError
        else: [].x
    except Exception: return n
def moves(x, y):
    global later
    later = len
    x, y = y, x
    x, y, z = y, x, x
    z = x = y
    n = closure
    n = len
    n = later
    return x < y < z
def shapes(p, a): return p.x, a[0].x, p.m(), a[0].m()
def hot(n):
    while n: n -= 1
def compiled(way): return way
def tiers():
    for way in range(5):
        hot(way)
        try: compiled(way)
        except ValueError: pass
def main():
    tiers()
    for x, y in pairs:
        compare(x, y, [x], [y])
        constants(x)
        moves(x, y)
        if kind < 2: arithmetic(x, y, [x], [y])
        same(x, y, [x], [y])
        same(x, x, [x], [x])
        p = P(x, y)
        attributes(p, [p], x)
        for v in truths: truth(v, [v])
        for some in [x, y, x], list(range(3)), [x for _ in range(3)]:
            items(some, 1, [0, 1])
            items(some, -2, [-1, 2])
            loops(some, 3, [1])
        for _ in range(3):
            p = P(x, y)
            stores(p, [p, 0, -1, []], x, [x, y], 0)
            stores(p, [p, 0, -1, []], x, [each for each in pairs[0]], 0)
            tuples((x, y), 0, [0, -1, (x, y), 1, 2])
        if kind < 2: extended(x, y, [x], [y])
        methods(x, [x, (x, y)])
        closed(1)
        closure(1)
        generators(2)
        raises(x == y)
        sorted([2, 1], key=lambda x: x)
# Long enough for the sites to meet all three shapes; first and last, since V8 optimizes once it has seen nothing new for a while.
def meet():
    for _ in range(25):
        for p in P(1, 2), Q(1, 2), R(1, 2): shapes(p, [p])
if kind == 0: meet()
main()
if kind == 2: meet()
