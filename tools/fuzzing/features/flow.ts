/** Ways out of blocks that something happens on: return, break, continue and exceptions through finally, with and loops; closures; names that go. */
import type { Feature } from './feature.ts'

const way = '«return log¦break¦continue¦raise Way(q)¦raise KeyError(q)¦log.append(q)¦log.append(1 // (q - 3))¦pass»'
const rarely = 'if q % «2..5» == «0..3»: '
const leave = `«${rarely}${way}¦${rarely}${way}¦log.append(«0..99»)»`

export const flow: Feature = {
  name: 'flow',
  definitions: `
class Way(Exception): pass
class Quiet:
    def __init__(self, log, hides=Way): self.log, self.hides = log, hides
    def __enter__(self): self.log.append('in'); return «self¦self.log¦5»
    def __exit__(self, kind, e, t):
        self.log.append(«'out'¦kind and kind.__name__¦t and t.tb_lineno»)
        «?6»raise ValueError('in exit')
        return «kind is self.hides¦kind is not None and issubclass(kind, self.hides)¦False¦True¦None»
def flow1(n, log):
    for q in range(n):
        tick()
        try:
            ${leave}
            ${leave}
        «except Way as e¦except (Way, ZeroDivisionError)¦except LookupError as e¦except Exception as e»:
            ${leave}
        «?2»else: ⏎     ${leave}
        finally:
            «?2»log.append(q)
            ${leave}
    else:
        log.append('else')
    return «q¦log[-3:]¦len(log)»
def flow2(n, log):
    q = 0
    while q < n:
        tick()
        q += 1
        for r in «(1, 2)¦range(q)¦log[-2:]»:
            with Quiet(log, «Way¦KeyError¦Exception») as m:
                ${leave}
                try:
                    ${leave}
                finally:
                    ${leave}
            ${leave}
        else:
            ${leave}
        ${leave}
    return q
def flow3(n, log):
    try:
        for q in range(n):
            with Quiet(log), Quiet(log, KeyError):
                try:
                    try:
                        ${leave}
                    except «Way¦ValueError»:
                        ${leave}
                        raise «¦TypeError("again")¦TypeError("from") from None»
                    ${leave}
                except* «TypeError¦ZeroDivisionError» as e:
                    log.append(len(e.exceptions))
                    «?3»raise
    finally:
        log.append('end')
        «?3»return «7¦log[-2:]»
def flow4(n, log):
    if n < 0: raise «Way(n)¦KeyError(n)»
    try:
        if n > 0: return flow4(n - «1¦2», log) «+ n¦¦+ 1.5»
        ${leave.replaceAll('break', 'pass').replaceAll('continue', 'pass').replaceAll('q', 'n')}
    «except Way as e¦except (Way, KeyError) as e¦except Exception as e»:
        log.append(lines(e))
        «return n¦raise¦raise KeyError(n) from e¦raise Way from None»
    finally:
        log.append(-n)
        «?5»return 0
    return n
def closing(n):
    total, seen, half = «int:0», [], «float:0»
    def more(v):
        nonlocal total, half
        total = «total + v¦v¦total - 1¦half»
        «?2»half *= 1.5
        «?3»seen.append(lambda: (v, total))
        return «total¦v¦half»
    def drop():
        nonlocal half
        «?2»del half
        return total
    for q in range(n):
        tick()
        «more(q)¦total += q¦half += more(q)¦total = more(total)»
        «?2»seen.append(lambda k=q: k + q)
        «?3»if q == «2..9»: drop()
        «?3»if q == «2..9»: half = «any:0»
        «?3»n0 = [total + e for e in (1, 2) if (half := e)]
    return total, tame(total), [f() for f in seen[:4]], half
`,
  expressions: {
    int: ['flow4(«0..4», [])', 'closing(«1..9»)[0]', '(lambda q: (lambda: q + «int»))(«int»)()'],
    ints: [
      '[k() for k in [lambda: q for q in «ints»]][:3]',
      '[(lambda: q)() for q in «ints»]',
      '[y for q in «ints» if (y := q + 1) > 2]',
      '[q for q in «ints» for q in (q, 1)][:6]',
    ],
  },
  statements: [
    'show(flow1(«1..12», []))',
    'show(flow2(«1..6», ys[:3]))',
    'show(flow3(«1..12», []))',
    'l9 = []; show(flow4(«0..5», l9)); show(l9)',
    'show(closing(«1..12»))',
    'try: ⏎     l9 = []; flow1(«9..30», l9) ⏎ finally: show(l9[-5:])',
    'try: ⏎     l9 = []; flow2(«5..9», l9) ⏎ except Way as e: show(e.args, l9[-4:], lines(e))',
    'with Quiet([]) as m: ⏎     «statement»',
    'with Quiet([]) as m, Manager(): ⏎     «?2»raise KeyError ⏎     «statement»',
    'del «n0¦n1¦f0¦f1¦s0¦t0¦b0¦ys»',
    'del n1; n1 = «any:0»',
    'try: ⏎     del f1 ⏎ finally: f1 = «float:0»',
    'if (n1 := «int») > 2 and (f1 := «float») < n1: show(n1, f1)',
    'while (n1 := n1 - 7) > 20 and n1 < 99: tick()',
  ],
  mutations: [
    'Quiet.__exit__ = lambda self, *e: «True¦False¦e[0] is Way»',
    'Quiet.__enter__ = lambda self: «self¦3»',
    'globals()["Way"] = «KeyError¦Way¦ValueError»',
    'globals()["flow4"] = lambda n, log: n',
  ],
}
