class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.f = len
    def m(self): return self.x
    def __call__(self): return self
class Q(P): pass
class R(P): pass
def compare(x, y):
    n = 0
    if x < y: n = 1
    if x <= y: n = 2
    if x == y: n = 3
    if x != y: n = 4
    if x > y: n = 5
    if x >= y: n = 6
    if not x < y: n = 7
    return x < y, x <= y, x == y, x != y, x > y, x >= y
def add(x, y):
    n = x + y
    n = 1.5
    return x + y
def truth(v):
    if v: n = 1
    else: n = 2
    if not v: n = 2
def loops(n, a):
    for i in range(n): pass
    for a[0] in range(n): pass
    while n > 0: n += -1
    f = plain
    f(i)
def plain(n): return n
def generator(n):
    for i in range(n): yield i
def delegating(n):
    yield from generator(n)
    return n
def attributes(p, a):
    p.x, p.f(a), p.m(), p()
    plain(p.x), len(a)
    return p.x
def raises(n):
    try:
        if n: raise ValueError
        else: [].x
    except Exception: return n
def hot(n):
    while n: n -= 1
def compiled(way): return way
def main():
    for way in range(5):
        hot(way)
        try: compiled(way)
        except ValueError: pass
    for x, y in pairs:
        compare(x, y)
        add(x, y)
        loops(2, [0])
        raises(x == y)
        for v in True, False: truth(v)
        for i in delegating(2): pass
        for p in P(x, 1.5), Q(x, 2.5), R(x, 3.5): attributes(p, [])
    try: next(generator(0))
    except StopIteration: pass
    sorted([2, 1], key=plain)
    for x, y in (1.5, 1), (1, 1.5), ('a', 'b'):
        try: compare(x, y), add(x, y)
        except TypeError: pass
main()
