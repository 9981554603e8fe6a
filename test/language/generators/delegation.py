import sys, traceback

# Values, what is sent and what is returned pass through generators that yield from each other.
def leaf(n):
    total = 0
    for i in range(n):
        got = yield i
        total += got or 0
    return total

def level(n, depth):
    if depth == 0: return (yield from leaf(n))
    result = yield from level(n, depth - 1)
    return result + 1

def drive(n, depth):
    g, seen = level(n, depth), []
    try:
        seen.append(next(g))
        while True: seen.append(g.send(10))
    except StopIteration as stop: return seen, stop.value
for i in range(300): result = drive(5, i % 7)
print(drive(5, 6), drive(0, 3), result)

def walk(tree):
    if tree is None: return 0
    left = yield from walk(tree[0])
    yield tree[1]
    right = yield from walk(tree[2])
    return left + right + 1
def counted(tree):
    n = yield from walk(tree)
    yield ("nodes", n)
def grow(low, high):
    if low >= high: return None
    middle = (low + high) // 2
    return grow(low, middle), middle, grow(middle + 1, high)
tree = grow(0, 300)
for i in range(20): result = list(counted(tree))
print(result[:4], result[-2:], sum(walk(tree)), sum(1 for x in walk(tree)))

# Exceptions: raised inside, thrown in from outside, handled half-way out.
def fails(n):
    yield n
    raise ValueError(f"bad {n}")
def half(n):
    for i in range(n):
        try: yield from fails(i)
        except ValueError as error: yield str(error)
def outer(n):
    yield "begin"
    yield from half(n)
    yield from fails(99)
def collect(g):
    out = []
    try:
        for x in g: out.append(x)
    except ValueError as error:
        out.append([(f.name, f.lineno, f.colno) for f in traceback.extract_tb(error.__traceback__)])
    return out
for i in range(200): result = collect(outer(2))
print(result)

def patient(log):
    while True:
        try: yield "waiting"
        except KeyError as error: log.append(f"caught {error}")
        except GeneratorExit: log.append("closed"); raise
        finally: log.append("finally")
def around(log):
    try: yield from patient(log)
    finally: log.append("outer finally")
def thrown():
    log = []
    g = around(log)
    next(g); next(g); g.throw(KeyError("k")); next(g); g.close()
    return log
for i in range(100): result = thrown()
print(result)

# Who runs and who waits.
def asks(who):
    yield [(g.gi_running, g.gi_suspended, g.gi_yieldfrom is not None) for g in who]
    yield [(g.gi_running, g.gi_suspended, g.gi_yieldfrom is not None) for g in who]
    try: next(who[0])
    except ValueError as error: yield str(error)
    yield [frame.f_code.co_name for frame in chain(sys._getframe())]
def chain(frame):
    while frame and frame.f_code.co_name != "<module>": yield frame; frame = frame.f_back
def mid(who): yield from asks(who)
def top(who): yield from mid(who)
for i in range(50):
    who = []
    m = mid(who); t = top(who); who += [t, m]
    seen = [next(t), next(t), next(t), next(t)]
    after = [(g.gi_running, g.gi_frame is not None and g.gi_frame.f_back) for g in who]
print(seen, after)

# An inner one that somebody else takes from as well.
def shared():
    inner = leaf(6)
    def user(): yield from inner
    a, b = user(), user()
    out = [next(a), next(b), next(inner), next(a), list(b), list(a)]
    return out
for i in range(50): result = shared()
print(result)

# What is being handled.
def handled():
    yield sys.exception()
    yield sys.exception()
def handler():
    try: raise KeyError("outer")
    except KeyError: yield from handled()
    yield sys.exception()
def passes(): yield from handler()
for i in range(50): result = list(passes())
print(result)
try: raise OSError("around")
except OSError: print(list(passes()))

# Coroutines that await each other, and iterators of Python that are delegated to.
class Pause:
    def __await__(self):
        got = yield "pause"
        return got
async def inner(n):
    total = 0
    for i in range(n): total += await Pause()
    return total
async def middle(n): return await inner(n) + await inner(n)
async def outermost(n):
    try: return await middle(n)
    except ZeroDivisionError: return "divided"
def run(coroutine, send):
    pauses = 0
    try:
        coroutine.send(None)
        while True: pauses += 1; send(coroutine)
    except StopIteration as stop: return pauses, stop.value
for i in range(100): result = run(outermost(4), lambda c: c.send(2)), run(outermost(4), lambda c: c.throw(ZeroDivisionError))
print(result)

# Chains as deep as calls may be.
def deep(n):
    if n: yield from deep(n - 1)
    else:
        yield 1
        yield 2
print(list(deep(400)))
