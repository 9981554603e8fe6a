import sys

# A loop over a generator that nobody else has: values, closures, several yields, loops within, breaks.
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1

def pairs(n):
    for i in range(n):
        for j in range(i):
            yield i, j

def three(n):
    yield "first"
    for i in range(n):
        yield i * 0.5
    yield "last"

def closing(k):
    def inner(n):
        for i in range(n):
            yield i * k
    total = 0
    for x in inner(40): total += x
    return total

def total(n):
    s = 0
    for x in count(n): s += x
    return s

def floats(n):
    s = 0
    for x in (i / 4 for i in range(n)): s += x
    return s

def broken(n):
    seen = []
    for i, j in pairs(n):
        if i * j > 30: break
        if (i + j) % 3: continue
        seen.append(i + j)
    else:
        return "whole"
    return len(seen), seen[-1]

def mixed(n):
    out = []
    for x in three(n): out.append(x)
    return out[0], sum(out[1:-1]), out[-1]

def nested(n):
    s = 0
    for x in count(n):
        for y in count(x):
            if y == 7: break
            s += x * y
    return s

def listed(n): return [x * x for x in count(n)], {x % 5 for x in count(n)}, {x: -x for x in count(n)}
def tested(n): return any(x > n for x in count(n)), all(x < n for x in count(n)), any(x == y for x in count(n) for y in (3, n))

for i in range(400):
    results = (total(60), floats(50), broken(12), mixed(20), nested(12), closing(i % 3), tested(9))
print(results, *listed(7))

# What it raises, and what it meets in the middle.
def failing(n):
    for i in range(n):
        yield 100 // (n - 5 - i)

def caught(n):
    s = 0
    try:
        for x in failing(n): s += x
    except ZeroDivisionError as error:
        frames = []
        trace = error.__traceback__
        while trace: frames.append((trace.tb_frame.f_code.co_name, trace.tb_lineno)); trace = trace.tb_next
        return s, frames
    return s
for i in range(400): result = caught(30) if i % 2 else caught(4)
print(caught(30), result)

def stops(n):
    for i in range(n):
        if i == 20: raise StopIteration("early")
        yield i
def stopped():
    try:
        for x in stops(30): pass
    except RuntimeError as error: return str(error), repr(error.__cause__)
for i in range(200): result = stopped()
print(result)

# The frames that something sees which looks.
def names():
    frame, found = sys._getframe(1), []
    while frame.f_back and frame.f_code.co_name != "<module>": found.append(frame.f_code.co_name); frame = frame.f_back
    return found

def looking(n):
    for i in range(n):
        yield names() if i == n - 1 else len(sys._getframe().f_code.co_name) + i

def looks(n):
    last = None
    for x in looking(n): last = x
    return last
for i in range(300): result = looks(20)
print(result)

def local_names(n):
    mine = n * 2
    for i in range(n):
        yield sorted(sys._getframe().f_locals.items())
def sees(n):
    for x in local_names(n): pass
    return x
for i in range(300): result = sees(20)
print(result)

# In an except block, and with the exception's own.
def handling(n):
    for i in range(n):
        try: raise KeyError(i)
        except KeyError: yield sys.exception()
def handled():
    try: 1 / 0
    except ZeroDivisionError:
        for x in handling(20): seen = type(sys.exception()).__name__, x.args
        return seen, type(sys.exception()).__name__
for i in range(200): result = handled()
print(result)

# Its kinds change while the loop goes on, and so does its code.
def changing(n):
    x = 0
    for i in range(n):
        yield x
        x = x + (1 if i < 50 else 0.5 if i < 60 else 2 ** 70)
def sum_changing(n):
    s = 0
    for x in changing(n): s += x
    return s
for i in range(300): result = sum_changing(55), sum_changing(62), sum_changing(58)
print(result)

def even(n):
    for i in range(n): yield i * 2
def odd(n):
    for i in range(n): yield i * 2 + 1
def chosen(which, n):
    s = 0
    for x in which(n): s += x
    return s
print(sum(chosen(which, 30) for i in range(300) for which in (even, odd)), chosen(iter, [4]), chosen(range, 5))

def replaced(n):
    global even
    s = 0
    for x in even(n):
        if x == 40: even = odd
        s += x
    return s
print([replaced(30) for i in range(3)])

# Long loops, entered in the middle, over one that has begun.
def long(n):
    s = 0
    for x in count(n): s += x if x % 3 else -x
    for x in count(n):
        s += 1
        if x > n - 5: s += 0.25
    return s
print(long(30_000))

class Tree:
    def __init__(self, items): self.items = items
    def __iter__(self):
        for item in self.items: yield item
    def under(self, bound):
        for item in self:
            if item < bound: yield item
def trees(n):
    tree, s = Tree(list(range(n))), 0
    for x in tree.under(n - 3): s += x
    for x in tree: s += x
    return s
print(sum(trees(40) for i in range(200)))

# A generator around another: the outer one yields from within the inner one's loop.
def doubled(n):
    for x in count(n): yield 2 * x
def around(n):
    s = 0
    for x in doubled(n): s += x
    return s
print(sum(around(50) for i in range(300)), list(doubled(4)), sum(doubled(30_000)))
