# Functions behind functools.cache call each other as deep as others do.
import functools, sys
from functools import cache, lru_cache, partial
sys.setrecursionlimit(6000)

@cache
def coins(n, of=(1, 5, 10)):
    if n == 0: return 0
    best = n
    for c in of:
        if c <= n:
            best = min(best, coins(n - c, of) + 1)
    return best
print(coins(2000), coins.cache_info())

class Grid:
    @lru_cache(maxsize=None)
    def paths(self, x, y):
        if x == 0 or y == 0: return 1
        return self.paths(x - 1, y) + self.paths(x, y=y - 1)
g = Grid()
print(g.paths(600, 3), Grid.paths.cache_info())

@lru_cache(maxsize=100)
def down(n, *rest, **more):
    if n == 0: return rest, more
    return down(n - 1, *rest, **more)
print(down(1500, 1, 2, a=3), down.cache_info())

@lru_cache(maxsize=0)
def none(n): return 0 if n == 0 else 1 + none(n - 1)
print(none(1200), none.cache_info())

@cache
def failing(n):
    if n == 0: raise ValueError("bottom")
    try:
        return failing(n - 1)
    finally:
        if n % 500 == 0: print("at", n)
try: failing(1500)
except ValueError as e:
    depth = 0; tb = e.__traceback__
    while tb: depth += 1; tb = tb.tb_next
    print(e, depth, failing.cache_info())

@cache
def gen(n):
    yield n
    if n: yield from gen(n - 1)
print(sum(gen(400)), gen.cache_info().currsize)

@cache
def comp(n): return n if n < 2 else max([comp(n - 1), comp(n - 2)]) + sum(comp(k) for k in (n - 1,))
print(str(comp(300))[:8])

half = partial(none, 700)
print(half())
@cache
def viapartial(n): return 0 if n == 0 else partial(viapartial, n - 1)() + 1
print(viapartial(1000))
@cache
def args(n, *a): return 0 if n == 0 else args(*(n - 1,), *a) + 1
print(args(1000))
@cache
def two(a, b): return (a, b) if a == 0 else two(a - 1, b)
try: two(900)
except TypeError as e: print(e)
@cache
def wrong(a): return 0 if a == 0 else wrong(a - 1, 5)
try: wrong(900)
except TypeError as e: print(e)
@cache
def bad(n): return 0 if n == 0 else bad(n - 1)() if n == 1 else bad(n - 1)
try: bad(1000)
except TypeError as e: print(e)
sys.setrecursionlimit(1000)
@cache
def forever(n): return forever(n + 1)
try: forever(0)
except RecursionError as e: print(e, forever.cache_info().currsize)
def helper(n): return fib(n - 1) + fib(n - 2)
@cache
def fib(n): return n if n < 2 else helper(n)
print(str(fib(400))[:9])
class Node:
    def __init__(self, n): self.n = n
    def __hash__(self): return hashed(self.n)
    def __eq__(self, other): return self.n == other.n
@cache
def hashed(n): return 7 if n == 0 else hashed(n - 1)
@cache
def nodes(node): return 0 if node.n == 0 else nodes(Node(node.n - 1)) + 1
print(nodes(Node(300)))

def dist(a, b):
    @cache
    def d(i, j):
        if i == 0 or j == 0: return i + j
        if a[i-1] == b[j-1]: return d(i-1, j-1)
        return 1 + min(d(i-1, j), d(i, j-1), d(i-1, j-1))
    return d(len(a), len(b))
print(dist("abcdefghij" * 15, "badcfehgji" * 15))
