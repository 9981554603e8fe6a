/** Loops over what gives its items in special ways: iterators written as classes, pairs that are taken apart; and instances seen through `__dict__` and `__slots__`. */
import type { Feature } from './feature.ts'

const end =
  '«raise StopIteration¦raise StopIteration(self.i)¦next(iter(()))¦raise Ending¦raise KeyError(self.i)¦return None»'
const pairs =
  '«enumerate(«ints»)¦enumerate(«ints», «int»)¦zip(«ints», range(«2..40»))¦zip(«ints», «ints», strict=True)¦{q: q * 2 for q in range(«1..12»)}.items()¦vars(w).items()¦enumerate(Walk(«2..9»))¦[(1, «any»), (2, 3)]»'

export const walks: Feature = {
  name: 'walks',
  definitions: `
class Ending(StopIteration): pass
class Walk:
    def __init__(self, n, step=1): self.i, self.n, self.step = 0, n, step
    def __iter__(self): «return self¦return iter(range(self.n))»
    def __next__(self):
        «?3»tick()
        if self.i >= self.n: ${end}
        «?4»try: ⏎     if self.i == «2..9»: raise StopIteration ⏎ except StopIteration: self.i += 1
        self.i += «self.step¦1¦2»
        return «self.i¦self.i * 0.5¦self.n - self.i¦(self.i, self.n)[0]»
class Jump(Walk):
    def __next__(self): «return super().__next__() + 1¦return Walk.__next__(self)¦self.i += 2; return self.i if self.i < self.n else next(iter(()))»
class Slim:
    __slots__ = ('p', 'q', 'r')
    def __init__(self, p, q): self.p, self.q = p, q
    def sum(self): return self.p + self.q
    def __len__(self): return «3¦len(str(self.p))»
class Wide(Slim): «pass¦__slots__ = ("u",)¦__slots__ = ("p",)»
class World:
    def __init__(self): self.a, self.b, self.c = «int:0», «float:0», «any:0»
w = World()
def walk1(n, log):
    total = 0
    for k in range(n):
        for x in «Walk(k)¦Jump(k)¦Walk(k, 0.5)¦(Walk, Jump)[k % 2](k)»:
            tick()
            total += x
            if x == «5..20»: «break¦log.append(x)¦Walk.step = 2»
        else: «log.append(k)¦total += 1»
    return total
def walk2(n, log):
    total = 0
    try:
        for a, b in ${pairs}:
            tick()
            «total += a¦total = b¦log.append((a, b))»
            for c, d in ${pairs}: total = «total + c¦c¦d if d else total¦len(log)»
    «except StopIteration as e¦except ValueError as e¦except RuntimeError as e»: log.append(type(e).__name__)
    return total, log[-3:]
def slots(n, log):
    them = [Slim(«int», «float»), Wide(«int», «int»), Slim(«float», «any»)]
    for k in range(n):
        tick()
        it = them[k % 3]
        «it.p += 1¦it.p = k * 0.5¦it.q, it.p = it.p, it.q¦it.r = k¦it.p = it.sum()»
        «?3»if k == «3..30»: «it.p = "t"¦del it.q¦it.p = 2**70¦it.p = None»
        «?3»if k == «3..30»: it.__class__ = «Slim¦Wide»
        «?2»log.append(«len(it)¦it.p¦getattr(it, "r", None)»)
    return [(getattr(s, 'p', 0), getattr(s, 'q', 0)) for s in them], log[-2:]
def seen(n, log):
    d = «vars(w)¦w.__dict__¦World().__dict__»
    for k in range(n):
        tick()
        w.a = «w.a + 1¦k¦k * 0.5»
        «?3»if k % «3..9» == 1: «w.__dict__["b"] = k¦d["a"] = k * 2¦vars(w).update(a=k, z=1)¦del w.c¦w.c = k¦d.pop("c", 0)»
        «?4»if k == «3..20»: w.__dict__ = «dict(d)¦{"a": 1, "b": 2.5}»
        log.append((w.a, d.get("a"), d is w.__dict__))
    return log[-4:], list(d.items())[:5], sorted(vars(w))
`,
  expressions: {
    int: ['len(Slim(1, 2))', 'sum(k for k, v in enumerate(«ints»))', 'len(«ints») ** «0..3»', '«int» ** 2'],
    float: ['«float» ** «2¦3¦0.5¦-1»', 'Slim(«float», «float»).sum()'],
    ints: [
      '[a + b for a, b in zip(«ints», «ints»)]',
      '[x for x in Walk(«1..9»)][:9]',
      'sorted(«ints»)',
      '(«ints» + «ints»)[:9]',
    ],
  },
  statements: [
    'show(walk1(«1..14», []))',
    'show(walk2(«1..9», ys[:3]))',
    'show(slots(«3..60», []))',
    'show(seen(«3..40», []))',
    'for a9, b9 in ${pairs}: ⏎     «statement»'.replace('${pairs}', pairs),
    'for x9 in Walk(«3..9»): ⏎     «statement»',
    'w.«a¦b¦c» = «any»',
    'show(vars(w)); «w.a = 1¦del w.b¦w.b = 2.5»',
    'ys.sort(); show(ys[:5])',
  ],
  mutations: [
    'Walk.__next__ = Jump.__next__',
    'Walk.__next__ = lambda self: «(tick(), 3)[1]¦next(iter(()))»',
    'Slim.sum = lambda self: «7¦self.p»',
    'Slim.__len__ = lambda self: «4¦-1»',
    'World.a = property(lambda self: 9)',
    'Slim.p = «5¦property(lambda self: 1)»',
    'enumerate = «zip¦lambda q, s=0: [(1, 2)]¦reversed»',
    'w.__dict__',
  ],
}
