/** Exceptions that come from calls that compiled code has inlined: where they are caught, what they carry, which lines and columns their tracebacks name. */
import type { Feature } from './feature.ts'

const thrown =
  '«Odd(a)¦Even(a, q)¦ValueError(a)¦KeyError(a)¦ZeroDivisionError¦Odd¦StopIteration(a)¦OSError("no")¦UnicodeError¦ExceptionGroup("g", [Odd(a), KeyError(q)])»'
const caught =
  '«Odd¦Even¦(Odd, ValueError)¦ValueError¦LookupError¦Exception¦kinds8¦ArithmeticError¦(KeyError, TypeError, AttributeError)»'
const wrong =
  "«1 // (a % «2..3» - 1)¦xs[a]¦d[a]¦a.nothing¦nothing¦s0 + a¦'a' < a¦o.nothing¦a()¦int('x')¦next(iter(()))¦(a, q)[a]¦len(a)¦call1()¦[][q]¦'abc'[a]¦-'a'¦o.n + 'a'¦xs[0:a:0]¦fs[a]¦chr(-a)¦1.0 / (a % 2)¦2 ** 1.5j % a¦math.sqrt(-a)¦float('q')¦None[a]¦{}[a]¦min([])¦a in a¦f'{a:q}'¦object.nothing¦n0.real()»"

export const exceptions: Feature = {
  name: 'exceptions',
  definitions: `
class Odd(Exception): pass
class Even(«Odd¦ValueError¦Odd, KeyError»):
    def __init__(self, n, more=None): super().__init__(n); self.more = more
    «?3»def __str__(self): return f'even {self.args}'
kinds8 = (Odd, «KeyError¦ZeroDivisionError¦(TypeError, IndexError)»)
def chain(e):
    found, seen = [], 0
    while e is not None and seen < 5:
        found.append(f'{type(e).__name__}:{text(e.args)[:30]}:{places(e)}')
        e, seen = e.__cause__ or (None if e.__suppress_context__ else e.__context__), seen + 1
    return ' / '.join(found)
def deep1(a, q=1):
    «?2»if a % «2..4» == «0..1»: raise ${thrown}
    «?2»q = ${wrong}
    return «a¦a + q¦q»
def deep2(a, q=2):
    «?3»tick()
    return «deep1(a)¦deep1(a) + q¦deep1(a, q) + deep1(q, a)¦[deep1(e) for e in (a, q)]¦deep1(deep1(a))¦(deep1(a) if a > 2 else q)»
def deep3(a, q=3):
    try:
        return deep2(a«¦ + 1¦, q»)
    except ${caught} as e:
        «raise¦raise Odd(q) from e¦raise Even(q)¦return q¦e.more = q; raise e¦e.add_note("n"); raise¦q = ${wrong}¦raise e.with_traceback(None)¦print(sys.exc_info()[0] is type(e))¦raise KeyError(q) from None»
    «?4»finally: q = «a¦${wrong}»
    return q
def deep4(a, q=4):
    for e in range(«1..4»):
        try:
            q = q + «deep3(a + e)¦deep1(e)¦deep3(e) if e else deep2(a)¦risky(e)»
        except ${caught}: «continue¦break¦pass¦q += 1¦raise»
        «?2»except ${caught} as x: ⏎     print(chain(x)) ⏎     «pass¦raise¦del x»
        «?3»else: q += 2
    return q
def ignored(a):
    try: return «deep2(a)¦deep3(a)¦deep4(a)»
    except Exception as e: return «type(e).__name__¦chain(e)¦e.args¦str(e)[:40]»
def grouped(a, q=5):
    try:
        «?2»deep3(a)
        raise ${thrown}
    except* ${caught.replace('Exception', 'Exception').replace('kinds8', 'OSError')} as e: q = «len(e.exceptions)¦text(e.exceptions)[:40]»
    except* «IndexError¦TypeError»: q = 'two'
    return q
`,
  expressions: {
    int: ['deep1(«int»)', 'deep2(«int»)', 'deep3(«int»)', 'deep4(«int»)', 'deep3(i)', 'deep4(i)', 'deep2(i, i)'],
    str: ['ignored(«int»)', 'ignored(i)'],
  },
  statements: [
    'show(ignored(i))',
    'show(ignored(«int»))',
    'n1 = deep3(i)',
    `try: n1 = deep4(i) ⏎ except ${caught} as e: print(chain(e))`,
    `try: ⏎     n0 = deep2(i) ⏎     n1 = deep3(n0) ⏎ except ${caught} as e: ⏎     print(chain(e)) ⏎     «statement» ⏎ else: n1 = 1`,
    `try: ⏎     try: deep3(i) ⏎     finally: n0 = «deep2(i)¦1» ⏎ except Exception as e: print(chain(e))`,
    'try: show(grouped(i)) ⏎ except Exception as e: print(chain(e))',
    `try: ⏎     a = q = i; ${wrong} ⏎ except Exception as e: print(chain(e), str(e)[:50])`,
    `if i == «2..9»: raise Odd(i)`,
    'try: raise ValueError from Odd(i) ⏎ except Exception as e: n1 = e.__cause__.args[0]',
    'try: ⏎     «statement» ⏎     «statement» ⏎ except Exception as e: print(chain(e)) ⏎ print(sys.exc_info()[1])',
  ],
  mutations: [
    'globals()["kinds8"] = «(KeyError,)¦Odd¦Exception¦(Odd, (Even,))»',
    'globals()["deep1"] = lambda a, q=1: «a¦a // q¦a + missing¦deep2»',
    'globals()["Odd"] = «Even¦ValueError¦Odd»',
    'deep1.__code__ = (lambda a, q: «a¦xs[a]¦q[0]»).__code__',
    'deep2.__defaults__ = («any:0»,)',
    'Even.__init__ = «lambda self, *v: None¦Odd.__init__»',
  ],
}
