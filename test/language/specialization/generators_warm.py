# Generators and coroutines resumed many times, with values, delegation and early ends.
def count(n):
    i = 0
    while i < n:
        got = yield i
        i = got if got is not None else i + 1
print(sum(count(500)), list(count(3)))
g = count(1000); next(g); print(g.send(500), next(g), g.send(998), list(g))
def chain(*its):
    for it in its: yield from it
print(sum(chain(range(100), [1, 2], count(100), (x for x in range(50)), "", {5: 6})))
def deep(n):
    if n: yield from deep(n - 1)
    yield n
for _ in range(30): r = list(deep(10))
print(r)
def early():
    for x in count(100):
        if x == 60: return x
print(early(), [next(count(5)) for _ in range(60)][-1])
def pingpong():
    total = 0
    while True: total += yield total
p = pingpong(); next(p)
for i in range(200): last = p.send(i)
print(last)
async def value(x): return x
async def summing(n):
    t = 0
    for i in range(n): t += await value(i)
    return t
def run(c):
    try: c.send(None)
    except StopIteration as s: return s.value
print(run(summing(300)))
async def agen(n):
    for i in range(n): yield i
async def collect(n): return [x async for x in agen(n) if x % 50 == 0]
print(run(collect(300)))
class Tree:
    def __init__(self, l, v, r): self.l, self.v, self.r = l, v, r
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
def build(lo, hi): return None if lo >= hi else Tree(build(lo, (lo + hi) // 2), (lo + hi) // 2, build((lo + hi) // 2 + 1, hi))
print(list(build(0, 300)) == list(range(300)))
gens = [count(10) for _ in range(50)]
print([sum(next(g) for g in gens) for _ in range(5)])
def raising(n):
    for i in range(n):
        if i == n - 1: raise ValueError(i)
        yield i
for _ in range(40):
    try: list(raising(5))
    except ValueError as e: r = e.args
print(r)
