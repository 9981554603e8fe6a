/** Ways to call: star arguments that are passed on, defaults that change, decorators, partials, and calls that do not fit. */
import type { Feature } from './feature.ts'

export const calls: Feature = {
  name: 'calls',
  definitions: `
import functools
def star(*v, **kw): return «len(v)¦v[0]¦sum(v)¦kw.get("a", 1)¦sorted(kw)¦v¦kw»
def passed(f, *v, **kw): return f(*v, **kw)
def several(a, b=«int:0», /, c=«int:0», *more, e=«int:0», f=None, **rest):
    «?2»here()
    return «a + c¦b + e¦(a, b, c, more, e, f, rest)¦c + len(more)¦e¦a - b»
def named(*, a=«int:0», b=2): return «a¦a + b¦(a, b)»
def plain(a, b, c=3): return «a + b¦a * c¦(a, b, c)¦b»
def wrapped(f):
    «?2»@functools.wraps(f)
    def inner(*v, **kw):
        «?3»tick()
        return f(*v, **kw)
    return inner
@wrapped
def decorated(a, b=2): return «a + b¦a¦(a, b)¦star(a, *xs, b=b)»
@functools.lru_cache(maxsize=«None¦4»)
def cached(a, b=1): print('computed'); return «a + b¦(a, b)»
part = functools.partial(plain, «int:0», c=«int:0»)
class Caller:
    def __init__(self, *v, **kw): self.n = «len(v)¦len(kw)¦3»
    def __call__(self, a, *v, b=2): return «a + b¦self.n¦len(v)¦self.method(a)»
    def method(self, a, b=1, *v): return «a + b¦self.n + a¦v¦passed(self, a, b)»
    @staticmethod
    def static(a, *v, **kw): return «a¦len(v)¦kw»
    @classmethod
    def klass(cls, a=1, **kw): return «a¦len(kw)¦cls(a).n»
    def __repr__(self): return 'Caller' + text(self.n)
caller = Caller(1, 2)
`,
  expressions: {
    int: [
      'star(«int», «int»)',
      'star(*«ints»)',
      'star(«int», *«ints», a=«int»)',
      'passed(plain, «int», b=«int»)',
      'passed(call2, «int», *«ints»[:1])',
      'passed(o.add, «int»)',
      'several(«int»)',
      'several(«int», «int», «int», «int», e=«int»)',
      "several(*«ints», **{'e': «int»})",
      'several(«int», c=«int», f=2, g=3)',
      "named(**{'a': «int»})",
      'named(a=«int»)',
      'named()',
      'plain(«int», «int»)',
      'plain(b=«int», a=«int»)',
      'plain(*«ints»)',
      'decorated(«int»)',
      'decorated(«int», b=«int»)',
      'cached(«int» % 4)',
      'part(«int»)',
      'part(b=«int»)',
      'caller(«int»)',
      'caller(«int», *«ints», b=3)',
      'caller.method(«int»)',
      'caller.method(*«ints»)',
      'Caller.method(caller, «int»)',
      'Caller.static(«int», 2)',
      'caller.klass(«int»)',
      'Caller(*«ints», q=2).n',
      '(lambda a, b=«int:0», *c: a + b + len(c))(«int», *«ints»)',
      'functools.reduce(lambda a, b: a + b, «ints», «int»)',
      'max(*«ints», key=lambda a: -a)',
      'max(«ints», default=«int»)',
      'plain(1)',
      'plain(1, 2, 3, 4)',
      'plain(1, 2, d=3)',
      'several(b=1)',
      'int(*"7")',
      "dict(a=«int», **{'b': 2})['a']",
    ],
    ints: [
      'list(map(part, «ints»))',
      'list(map(lambda a, b: a + b, «ints», «ints»))',
      'list(map(plain, «ints», «ints»))',
      'sorted(«ints», key=lambda a: -a)',
      'list(map(caller, «ints»))',
      'list(filter(None, «ints»))',
    ],
    object: ['Caller(«int»)', 'caller'],
  },
  statements: [
    'show(star(*«ints», **«dict»))',
    'show(several(«int», *«ints», e=n0, **{"q": «any:0»}))',
    'show(passed(several, n0, f=«any:0»))',
    'n0 = passed(passed, plain, n0, «int»)',
    'show(decorated(*«ints»[:2]))',
    'm8 = «caller.method¦o.add¦xs.append¦plain¦part¦decorated»; show(m8(«int»))',
    'show(cached(«int» % 3, b=«int» % 2))',
    'caller.n = «any:0»',
  ],
  mutations: [
    'plain.__defaults__ = «None¦(7,)¦(1, 2)¦(«any:0»,)»',
    "several.__kwdefaults__ = «None¦{'e': 7}¦{'e': «any:0», 'f': 2}»",
    "named.__kwdefaults__ = «{'a': «any:0», 'b': 1}¦{'a': 1}»",
    'named.__kwdefaults__["a"] = «any:0»',
    'star.__code__ = (lambda *v, **kw: «4¦v»).__code__',
    'plain.__code__ = (lambda a, b=1, c=2: «a¦c»).__code__',
    'globals()["plain"] = lambda a, b=5, c=6: «a + c¦b»',
    'globals()["star"] = «print¦lambda *v: v¦max»',
    'Caller.__call__ = lambda self, a, *v, **kw: «a¦6»',
    'Caller.method = «staticmethod(lambda *v: len(v))¦lambda self, *v: v[0]»',
    'Caller.static = lambda *v: len(v)',
    'Caller.__init__ = lambda self, *v, **kw: setattr(self, "n", 9)',
    'caller.method = lambda *v: «5¦v»',
    'globals()["part"] = functools.partial(plain, 1)',
    'cached.cache_clear()',
  ],
}
