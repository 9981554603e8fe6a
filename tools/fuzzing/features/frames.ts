/** What looks at frames while they run: locals that are written from outside, eval and exec, names that appear, frames of callers. */
import type { Feature } from './feature.ts'

export const frames: Feature = {
  name: 'frames',
  definitions: `
def poke(name, v, up=1):
    f = sys._getframe(up)
    «?4»if tick(): pass
    if name in f.f_locals: f.f_locals[name] = v
    return «v¦f.f_lineno¦f.f_code.co_name¦len(f.f_locals) * 0»
def peek(name, up=1): return sys._getframe(up).f_locals.get(name, '?')
def callers():
    f, found = sys._getframe(1), []
    while f is not None and len(found) < 4 and f.f_code.co_filename.startswith('<program'):
        found.append((f.f_code.co_name, f.f_lineno, «f.f_lasti¦len(f.f_locals)¦f.f_back is None»))
        f = f.f_back
    return found
def looked(a, b=2):
    a = a «+ 1¦* 2¦»
    «?2»poke('a', «b¦a + 1¦'s'¦1.5»)
    «?2»poke('b', a, «1¦2»)
    «?3»c = peek('a', «1¦2»)
    «?3»show(callers())
    «?3»exec('a = 5¦b = a')
    «?3»b = eval('a «+ b¦+ n0¦»')
    «?3»show(sorted(locals()))
    return «a¦b¦a + b¦(a, b)¦[peek("a", 2) for e in (1, 2)]»
def turning(n, t=0):
    for q in range(n):
        t = t «+ q¦+ looked(q)¦+ q * 2»
        if q == «2..9»: poke('«t¦q¦n»', «5¦2.5¦'s'¦t + 1»)
        «?2»if q == «2..9»: poke('q', 40)
        «?3»if q == «2..9»: del t; poke('t', 3)
        «?4»if q % 4 == 1: show(callers())
    return t
def inner8(q): return «poke('q', q + 1) and q¦poke('t', 7, 2)¦peek('t', 2)¦looked(q)¦callers()[0][1]»
def outer8(n, t=0):
    for q in range(n): t = «inner8(q)¦t + inner8(q)¦looked(t, q)»
    return t
class Keep:
    n = 0
    def __del__(self): pass
    def go(self): return sys._getframe(1).f_lineno
keep = Keep()
`,
  expressions: {
    int: [
      'poke("n1", «int»)',
      'looked(«int»)',
      'turning(«3..12»)',
      'outer8(«2..9»)',
      'peek("n0")',
      'eval("n0 + 1")',
      'eval("i")',
      'keep.go() * 0',
      'sys._getframe().f_lineno * 0',
      'len(locals()) * 0',
      'sum(peek("e") for e in (1, 2))',
    ],
    dict: ['dict(a=locals().get("n1"))'],
  },
  statements: [
    'poke("«n0¦n1¦f0¦f1¦s0¦xs¦o¦b0¦i»", «any»)',
    'poke("n1", n1); n1 = n1 + 1',
    'show(peek("«n0¦n1¦f1¦i»"))',
    'sys._getframe().f_locals["n1"] = «int»',
    'sys._getframe().f_locals["fresh8"] = 1',
    'show(callers())',
    'show(sys._getframe().f_lineno, sys._getframe().f_locals.get("i"))',
    'exec("n1 = «1..9»")',
    'exec("global n0; n0 = «1..9»")',
    'show(eval("n0, n1"))',
    'show([peek("e") for e in (1, 2)])',
    'locals()["n1"] = 3; show(n1)',
    'show(looked(i), turning(«3..12»))',
    'show(outer8(«2..9»))',
    'try: looked("a", []) ⏎ except Exception as e: t = e.__traceback__.tb_frame; show(t.f_locals.get("n1"), places(e))',
    'del n1; show(poke("n1", 5)); show(n1)',
  ],
  mutations: [
    'poke("«n1¦f1¦i»", «any:0»)',
    'poke.__code__ = (lambda name, v, up=1: v).__code__',
    'globals()["peek"] = lambda name, up=1: eval(name)',
    'sys._getframe().f_locals["i"] = «any:0»',
    'globals().update(n0=«any:0»)',
    'exec("def looked(a, b=1): return b")',
  ],
}
