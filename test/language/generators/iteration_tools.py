# Generators work with everything that iterates: unpacking, zip, enumerate, map, filter, join, sorted.
def count(n, step=1):
    while n < 10: yield n; n += step
a, b, *c = count(5)
print(a, b, c, [*count(8)], (*count(9),), sorted({*count(7, 2)}), list(map(str, count(7))), dict(zip(count(8), "xy")))
print(list(enumerate(count(8), 1)), list(filter(lambda x: x % 2, count(0))), sorted(count(6), reverse=True), sum(count(0)), min(count(3)), 7 in count(0, 7), list(zip(count(0, 5), count(1, 4), strict=False)))
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
import itertools
print(list(itertools.islice(fib(), 12)), next(x for x in fib() if x > 1000))
def primes():
    n, found = 2, []
    while True:
        if all(n % p for p in found): found.append(n); yield n
        n += 1
print([p for p, _ in zip(primes(), range(10))])
def window(it, n):
    it = iter(it); w = [next(it) for _ in range(n)]; yield tuple(w)
    for x in it: w = w[1:] + [x]; yield tuple(w)
print(list(window(range(6), 3)))
def merge(*its):
    heads = [[next(i), i] for i in map(iter, its)]
    while heads:
        heads.sort(key=lambda h: h[0]); value, i = heads[0]; yield value
        try: heads[0][0] = next(i)
        except StopIteration: del heads[0]
print(list(merge([1, 4, 7], [2, 5], [0, 9])))
def flatten(x): return [z for y in x for z in (flatten(y) if isinstance(y, (list, tuple)) else [y])]
print(flatten([1, (2, [3]), []]))
def try_yield():
    for i in range(3):
        try: yield i
        except ValueError: print("reset", end=" ")
        else: print("ok", i, end=" ")
        finally: print("fin", i, end=" ")
g = try_yield(); print(next(g), next(g), g.throw(ValueError()), list(g))
def with_yield():
    import contextlib
    with contextlib.nullcontext(5) as x:
        y = yield x
        print("y", y)
        yield x + y
w = with_yield(); print(next(w), w.send(3))
def exc_state():
    try: raise ValueError("g")
    except ValueError:
        yield __import__("sys").exception().args
        yield __import__("sys").exception().args
e = exc_state()
try: raise KeyError("outer")
except KeyError: print(next(e), __import__("sys").exception().args)
print(next(e), __import__("sys").exception())
def finally_return():
    try: yield 1
    finally: yield 2
print(list(finally_return()))
def star_yield(): x = yield *[1, 2], 3; print(x)
s = star_yield(); print(next(s))
try: s.send("sent")
except StopIteration: pass
def yields(): return [(yield 1), (yield 2)]
y = yields(); next(y); y.send("a")
try: y.send("b")
except StopIteration as stop: print(stop.value)
