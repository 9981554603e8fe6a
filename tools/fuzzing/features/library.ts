/** Modules that hot programs lean on: itertools, operator, functools, heapq, enum, contextlib. */
import type { Feature } from './feature.ts'

export const library: Feature = {
  name: 'library',
  definitions: `
import contextlib, enum, functools, heapq, itertools, operator
class Color(enum.«Enum¦IntEnum¦Flag»):
    RED = 1
    GREEN = 2
    def next(self): return «Color.GREEN¦Color(1)¦self.value + 1»
@contextlib.contextmanager
def room(n):
    «?2»print('enter', n)
    try: yield «n¦n + 1»
    «?2»except «KeyError¦ValueError» as e: print('hidden', e)
    finally: «pass¦n = 0»
class Lazy:
    def __init__(self, n): self.n = n
    @functools.cached_property
    def late(self): tick(); return «self.n * 2¦self.n¦[self.n]»
    @functools.singledispatchmethod
    def kind(self, v): return 'other'
    @kind.register
    def _(self, v: int): return «'int'¦v»
    def __repr__(self): return 'Lazy'
@functools.total_ordering
class Ranked:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return «self.n < other.n¦NotImplemented¦True»
    def __eq__(self, other): return «self.n == other.n¦NotImplemented»
    def __repr__(self): return f'Ranked{text(self.n)[:9]}'
@functools.singledispatch
def shown(v): return 'any'
@shown.register(int)
def _(v): return v + 1
@shown.register(list)
def _(v): return len(v)
heap = []
lazy, ranks = Lazy(3), [Ranked(2), Ranked(1)]
get0, attr_n, plus = operator.itemgetter(«0¦0, 1»), operator.attrgetter('n'), operator.«add¦mul¦sub»
`,
  expressions: {
    int: [
      'Color.RED.value',
      'Color(«1..3»).value',
      'Color.GREEN.next()',
      "Color['RED'].value",
      'lazy.late',
      'shown(«any:0»)',
      'get0(«ints»)',
      'attr_n(«object»)',
      'plus(«int», «int»)',
      'sum(itertools.islice(itertools.count(«int»), 3))',
      'next(itertools.dropwhile(lambda e: e < «int», «ints»), 0)',
      'functools.reduce(operator.add, «ints», 0)',
      'len(list(itertools.combinations(«ints», 2)))',
      'operator.index(«int»)',
      'heapq.nsmallest(2, «ints»)[0]',
      'lazy.kind(«any:0»)',
      'sum(map(operator.mul, «ints», «ints»))',
      'max(ranks).n',
    ],
    ints: [
      'list(itertools.accumulate(«ints»))',
      'list(itertools.chain(«ints», «ints»))[:6]',
      'list(itertools.islice(«ints», 1, None))',
      'list(itertools.compress(«ints», [1, 0, 1]))',
      'sorted(«ints», key=plus.__call__ if 0 else operator.neg)',
      'list(itertools.starmap(plus, zip(«ints», «ints»)))',
      '[len(list(q)) for _, q in itertools.groupby(«ints»)]',
      'list(itertools.takewhile(lambda e: e < 5, «ints»))',
      'heapq.merge(«ints», «ints») and [1]',
      'list(itertools.pairwise(«ints»))[0]',
      'list(itertools.batched(«ints», 2))[0]',
    ],
    bool: [
      '(Color.RED == «int»)',
      '(Color.RED is Color(«1..2»))',
      '(Ranked(«int») «<¦<=¦>=¦==» ranks[0])',
      'isinstance(«any:0», Color)',
      'Color.RED',
      '(Color.RED in (1, 2))',
    ],
    object: ['lazy', 'Lazy(«int»)', 'Ranked(«int»)'],
    dict: ['{Color.RED: 1, 1: 2}'],
    tuple: ['tuple(Color)', 'tuple(itertools.zip_longest(«ints», «ints»))[:3]'],
  },
  statements: [
    'with room(i) as m: ⏎     «statement»',
    'with room(i) as m: n1 = m',
    'with room(i): ⏎     «?2»raise KeyError(i) ⏎     «statement»',
    'with contextlib.suppress(KeyError, ZeroDivisionError): ⏎     «statement» ⏎     «statement»',
    'heapq.heappush(heap, «int»); show(heap[:3])',
    'if heap: n1 = heapq.heappop(heap)',
    'heapq.heappush(heap, (i, «int»)); heap = heap[-5:]',
    'show(sorted(ranks), min(ranks), ranks[0] < ranks[1])',
    'lazy = Lazy(«any:0»); n1 = lazy.late',
    'show(lazy.late, lazy.kind(«any:0»), shown(«any»))',
    'show(Color.RED.name, list(Color)[:2], repr(Color.GREEN), hash(Color.RED) == hash(Color(1)))',
    'for q, r in itertools.product(«ints», repeat=2): ⏎     tick() ⏎     n1 = q + r',
    'for q in itertools.chain(xs, fs, s0): show(q)',
    'for q, r in itertools.pairwise(«ints»): n1 = q - r',
    'for q in itertools.cycle(«ints»): ⏎     tick() ⏎     «if q == n1: break¦n1 += 1; n1 = tame(n1)¦break»',
    'for q, r in itertools.groupby(sorted(«ints»)): show(q, list(r))',
    'for q in itertools.repeat(«int», 3): n0 = q',
    'for q in Color: n1 = q.value',
    'match Color(«1..2»): ⏎     case Color.RED: show(1) ⏎     case Color.GREEN: show(2)',
  ],
  mutations: [
    'lazy.__dict__["late"] = «any:0»',
    'del lazy.late',
    'globals()["plus"] = operator.«sub¦truediv»',
    'globals()["get0"] = operator.itemgetter(«-1¦"a"»)',
    'Color.next = lambda self: 4',
    'Ranked.__lt__ = lambda self, other: «False¦self.n > other.n»',
    'operator.neg = abs',
    'operator.neg = operator.__neg__',
    'room.__wrapped__.__code__ = (lambda n: (yield n * 2)).__code__',
    'globals()["shown"] = lambda v: 5',
  ],
}
