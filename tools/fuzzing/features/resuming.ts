/** Generators and coroutines that are sent to, thrown into, closed and left; delegation; asynchronous loops and contexts. */
import type { Feature } from './feature.ts'

const received = '«got¦type(got).__name__¦q¦n¦(q, got)¦q * 2»'

export const resuming: Feature = {
  name: 'resuming',
  definitions: `
def talk(n=3):
    got, q = None, 0
    «?3»try: ⏎     yield 'first' ⏎ except ValueError as e: yield lines(e)
    while q < n:
        tick()
        q += 1
        try:
            «got = yield ${received}¦got = (yield ${received}) or got¦yield ${received}¦got = yield from inner(q)¦got = yield from «(1, 2)¦xs[:2]¦range(q % 3)»»
            «?3»if got == 3: return «q¦got»
            «?4»1 // (q - 2)
        except «ValueError¦(ValueError, KeyError)¦Exception¦GeneratorExit»:
            «got = 'caught'¦yield 'caught'¦raise¦return 5¦continue»
        finally:
            «pass¦pass¦pass¦got = 'ended'¦yield 'late'»
    return «got¦q¦n + q»
def inner(n):
    try:
        got = yield n
        «?2»yield from («int:0» for q in range(2))
        return «got¦n + 1¦None»
    finally:
        «pass¦got = 2»
def pairs(n):
    for q in range(n):
        tick()
        «yield q, «int:0»¦yield (q, 1.5)¦yield from ((q, e) for e in range(2))»
class Turns:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        tick()
        self.n -= 1
        if self.n «< 0¦<= 0»: raise StopIteration«¦(3)»
        return «self.n¦self.n * 1.5¦xs[self.n]»
class Later:
    def __init__(self, n): self.n = n
    def __await__(self):
        tick()
        got = yield self.n
        return «got¦self.n¦self.n + 1»
class Room:
    def __init__(self, hides=KeyError): self.hides = hides
    async def __aenter__(self): return «6¦await Later(8)»
    async def __aexit__(self, *e): return «e[0] is self.hides¦False¦await Later(«0¦1»)»
class Steps:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        tick()
        self.n -= 1
        if self.n < 0: raise StopAsyncIteration
        «?2»await Later(self.n)
        return «self.n¦'s'»
async def stream(n):
    for q in range(n):
        tick()
        «?2»await Later(q)
        try: got = yield «q¦(q, n)»
        finally: «pass¦n = 1»
async def work(n):
    total = 0
    for q in range(n):
        tick()
        «total += await Later(q)¦total += q¦async for e in «stream(2)¦Steps(3)»: total += 1¦async with Room(): total += await Later(1)¦total += len([e async for e in stream(3)])¦total += sum([await Later(e) for e in (1, 2)])»
        try:
            «await Later(q)¦1 // (q - 2)¦raise KeyError¦total += await nested(q)»
        except «KeyError¦ZeroDivisionError¦Exception»: total += 100
        «?2»finally: total += 1
    return total
async def nested(n): return «n¦await Later(n)¦await nested(n - 1) if n > 0 else 1»
def drive(it, sends=2):
    found = []
    try:
        while len(found) < 12: found.append(it.send(None if not found else sends))
    except StopIteration as e: return found[-5:], e.value
    finally: it.close()
    return found
g = talk()
`,
  expressions: {
    int: [
      'sum(q for q in Turns(«1..4»))',
      'next(g, «int»)',
      'len(list(pairs(«0..4»)))',
      'sum(a * b for a, b in pairs(«0..3»))',
      'drive(work(«0..4»))[1]',
      'max((a for a, b in pairs(3)), default=«int»)',
      'next(q for q in «ints» if q != 1)',
    ],
    ints: [
      'list(Turns(«0..4»))',
      '[a for a, b in pairs(«0..4»)]',
      '[*Turns(2), *xs][:5]',
      'list(e for e in Turns(3) if e)',
      'list(zip(Turns(3), pairs(2)))',
      'list(talk(«0..3»))',
    ],
    bool: [
      '(«int» in Turns(3))',
      'any(q > 1 for q in Turns(3))',
      'all(b for a, b in pairs(3))',
      '(g.gi_frame is None)',
      'g.gi_running',
    ],
    tuple: ['drive(work(«0..5»))', 'tuple(Turns(3))'],
    dict: ['{a: b for a, b in pairs(3)}', 'dict(pairs(«0..3»))'],
  },
  statements: [
    'g = talk(«1..5»)',
    'try: show(next(g)) ⏎ except StopIteration as e: show(e.value); g = talk(«1..4»)',
    'try: show(g.send(«None¦3¦«int:0»»)) ⏎ except (StopIteration, TypeError, ValueError) as e: show(type(e), str(e)[:60])',
    'try: show(g.throw(«ValueError¦KeyError(1)¦ValueError("v")¦GeneratorExit»)) ⏎ except (Exception, GeneratorExit) as e: print(type(e).__name__, e, lines(e))',
    'try: show(g.close()) ⏎ except RuntimeError as e: show(str(e))',
    'for q in talk(«2..6»): show(q); «pass¦break¦continue»',
    'for q in talk(4): ⏎     «statement»',
    'for q, r in pairs(«2..6»): n0 += q; f1 = r',
    'for q in Turns(«2..9»): n1 = q',
    'for xs[0] in Turns(3): show(xs[:2])',
    'for o.n in pairs(3): show(o.n)',
    'show(drive(work(«1..6»)))',
    'show(drive(nested(«0..3»)))',
    'show(drive(talk(«1..4»), «None¦3¦"s"»))',
    'a8 = stream(2); show(drive(a8.__anext__())); show(drive(a8.aclose()))',
    'a8, *b8 = «Turns(3)¦talk(2)¦pairs(2)»; show(a8, b8)',
    'n0, n1 = Turns(2)',
  ],
  mutations: [
    'Turns.__next__ = lambda self: «next(iter(()))¦tick() or self.n¦missing»',
    'Turns.__iter__ = lambda self: «iter([1, 2])¦self¦pairs(2)»',
    'Later.__await__ = lambda self: «iter((1, 2))¦(e for e in (3,))¦iter(())»',
    'Steps.__anext__ = lambda self: «Later(2)¦nested(1)»',
    'globals()["inner"] = lambda n: «(1, 2)¦talk(1)¦iter([n])»',
    'globals()["talk"] = lambda n=1: «inner(n)¦iter(xs)»',
    'Room.__aexit__ = lambda self, *e: nested(1)',
    'inner.__code__ = (lambda n: (yield n)).__code__',
  ],
}
