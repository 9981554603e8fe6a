# Errors raised from specialized instructions have the right line, and the code goes on being right.
import sys
def f(a, b, o, l, d):
    x = a + b
    y = o.attr
    z = l[a]
    w = d[b]
    return (x, y, z,
            w)
class O: attr = 1
good = (1, 2, O(), [0, 5, 6], {2: "two"})
for _ in range(200): f(*good)
def attempt(*args):
    try: return f(*args)
    except Exception as e:
        tb = e.__traceback__
        while tb.tb_next: tb = tb.tb_next
        return type(e).__name__, str(e), tb.tb_lineno - f.__code__.co_firstlineno
print(attempt(*good)); print(attempt("a", 2, *good[2:])); print(attempt(1, 2, 5, *good[3:])); print(attempt(9, 2, *good[2:])); print(attempt(1, 7, *good[2:])); print(attempt(1, [], *good[2:])); print(attempt(1, 2, O(), None, {})); print(attempt(*good))
def div(n):
    out = []
    for i in range(-n, n):
        try: out.append(10 // i)
        except ZeroDivisionError: out.append("zero")
        else:
            if i == 3: out.append("three")
        finally: out.append(None) if i == 0 else None
    return out
print(div(30)[25:38])
def retry(n):
    tries = 0
    while True:
        try:
            tries += 1
            if tries % n: raise ValueError(tries)
            return tries
        except ValueError: continue
print(retry(500))
def unwinding(depth):
    if depth == 0: raise KeyError("bottom")
    try: return unwinding(depth - 1)
    finally: counts.append(depth)
counts = []
for _ in range(50):
    try: unwinding(5)
    except KeyError: pass
print(len(counts), counts[:5])
def gen():
    for i in range(100):
        try: yield i
        except ValueError: yield "caught"
g = gen(); [next(g) for _ in range(60)]; print(g.throw(ValueError()), next(g)); g.close()
def reraise(n):
    for i in range(n):
        try:
            try: [][i]
            except IndexError as e: raise KeyError(i) from e
        except KeyError as e: last = (e.args, type(e.__cause__).__name__)
    return last
print(reraise(100))
