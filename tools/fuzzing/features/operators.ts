/** Operators written in Python, each there or not, with NotImplemented among the answers. */
import type { Feature } from './feature.ts'

const answers = '«self.n¦other¦NotImplemented¦NotImplemented¦V(3)¦W(2)¦self¦type(other).__name__¦1¦2.5¦missing»'
const binary = [
  'sub',
  'rsub',
  'isub',
  'mul',
  'rmul',
  'imul',
  'truediv',
  'rtruediv',
  'floordiv',
  'mod',
  'rmod',
  'and',
  'rand',
  'iand',
  'or',
  'ror',
  'xor',
  'lshift',
  'rrshift',
  'pow',
  'matmul',
  'rmatmul',
  'imatmul',
  'add',
  'radd',
  'iadd',
  'divmod',
  'eq',
  'ne',
  'lt',
  'le',
  'gt',
  'ge',
]
const operators = (times: number): string =>
  binary.map(name => `    «?${times}»def __${name}__(self, other): return ${answers}`).join('\n')
const operator = '«-¦*¦/¦//¦%¦&¦|¦^¦>>¦@¦+»'
const comparison = '«<¦<=¦>¦>=¦==¦!=»'

export const operatorsInPython: Feature = {
  name: 'operators',
  definitions: `
class V:
    «?4»__slots__ = ('n',)
    def __init__(self, n=2): self.n = n
    def __repr__(self): return f'{type(self).__name__}({text(self.n)[:20] if type(self.n) in (int, float, str) else type(self.n).__name__})'
${operators(2)}
    «?2»def __neg__(self): return «self.n¦-self.n¦V(1)»
    «?2»def __invert__(self): return «self.n¦5»
    «?2»def __abs__(self): return «self.n¦5.5»
    «?2»def __int__(self): return «self.n¦7»
    «?3»def __float__(self): return «self.n¦7.5»
    «?2»def __index__(self): return «self.n¦1¦'no'»
    «?2»def __bool__(self): return «self.n > 2¦False¦True¦self.n»
    «?2»def __len__(self): return «self.n¦0¦3»
    «?2»def __contains__(self, v): return «v == self.n¦self.n¦[]¦missing»
    «?3»def __iter__(self): return «iter((1, 2))¦iter(xs)¦self¦(e for e in (self.n, 4))»
    «?3»def __next__(self): tick(); self.n += 1; return «self.n¦next(iter(()))»
    «?2»def __getitem__(self, at): tick(); return «self.n if at < 3 else xs[9]¦at if at != 5 else xs[9]¦(at, self.n) if at != 4 else xs[9]»
    «?2»def __setitem__(self, at, v): self.n = «v¦at»
    «?2»def __delitem__(self, at): self.n = at
    «?2»def __call__(self, *v, **kw): return «v¦kw¦self.n¦len(v)»
    «?3»def __hash__(self): return «hash(self.n)¦3»
    «?3»def __str__(self): return «'V'¦str(self.n)¦3»
    «?3»def __format__(self, spec): return spec + '!'
    «?4»def __round__(self, n=None): return n
    «?4»def __reversed__(self): return [3, 2]
class W(V):
    «?4»__slots__ = ()
    pass
${operators(5)}
v, w = V(), W(4)
`,
  expressions: {
    int: [
      `(v ${operator} «int»)`,
      `(«int» ${operator} v)`,
      `(v ${operator} w)`,
      '(V(1) «**¦<<» «int»)',
      '(«int» «**¦<<» W(1))',
      `(w ${operator} v)`,
      'v[«int»]',
      '-v',
      '~v',
      'abs(v)',
      'int(v)',
      'len(v)',
      'xs[v]',
      'v(«int»)',
      'w(*«ints», q=1)',
      'divmod(v, «int»)',
      'v.n',
      'w.n',
      'sum(v)',
      'range(v)[-1]',
      'min(v, «int»)',
      'round(v)',
    ],
    float: [`(v ${operator} «float»)`, `(«float» ${operator} w)`, 'float(v)', 'math.sqrt(v)'],
    bool: [
      `(v ${comparison} «int»)`,
      `(«int» ${comparison} w)`,
      `(v ${comparison} w)`,
      `(v ${comparison} «int» ${comparison} w)`,
      '(«any:0» in v)',
      '(«any:0» not in w)',
      '(not v)',
      'bool(w)',
      '(v and w)',
      '(v is w)',
      '(v in [w, «int»])',
      '(v in {«int»: 1})',
    ],
    str: ['str(v)', "f'{v}{w:>3}'", "'%s' % v", 'format(v, "x")', '(«str» + v)', '(v % «str»)', '«str»[v:]'],
    ints: [
      '[*v]',
      'list(w)',
      '[e for e in v]',
      'xs[v:w]',
      '(«ints» + v)',
      'sorted([v, w, v])',
      '[v, w]',
      'list(reversed(v))',
      '(«ints» * v)[:5]',
    ],
    object: ['V(«int»)', 'W(«int»)', 'v', 'w'],
    tuple: ['(v, w)', 'tuple(v)'],
    dict: ['{v: 1, w: 2}', 'dict(v)'],
    set: ['{v, w}'],
  },
  statements: [
    `v ${operator}= «int»`,
    `w ${operator}= «any:0»`,
    `n1 ${operator}= v`,
    'v, w = V(«int»), W(«any:0»)',
    'v = «V(«int»)¦W(1)¦«int»¦«float»»',
    'v[«int»] = «any»',
    'v[0] += 1',
    'del v[«int:0»]',
    'for q in v: show(q); tick()',
    'a8, b8 = v',
    'a8, *b8 = w; show(a8, b8)',
    'if v: show(1)',
    'while not w: w = W(9); tick(); break',
    'show(v, w, v == w, v != w)',
    `show(v ${operator} w)`,
    'show([e for e in range(3) if v > e])',
  ],
  mutations: [
    ...['sub', 'rsub', 'isub', 'add', 'radd', 'mul', 'eq', 'lt', 'gt', 'contains'].map(
      name => `«V¦W».__${name}__ = lambda self, other: ${answers}`,
    ),
    `del «V¦W».__«sub¦add¦radd¦mul¦eq¦lt¦getitem¦len¦bool¦iter¦hash»__`,
    '«V¦W».__getitem__ = lambda self, at: «at if at != 3 else xs[9]¦xs[at]»',
    'V.__len__ = lambda self: «2¦self.n¦-1»',
    'V.__bool__ = lambda self: «True¦False¦1»',
    'V.__iter__ = lambda self: iter([5, self.n])',
    'V.__hash__ = None',
    'W.__«add¦lt¦getitem¦len¦iter»__ = None',
    '«v¦w».__class__ = «V¦W»',
    'v.n = «any:0»',
    'w.n = «any:0»',
    'V.n = 6',
  ],
}
