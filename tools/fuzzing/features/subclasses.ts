/** Subclasses of the builtin types: values that pass for an int, a list or a dict and are none that a specialized form may take. */
import type { Feature } from './feature.ts'

export const subclasses: Feature = {
  name: 'subclasses',
  definitions: `
class I(int):
    def __repr__(self): return 'I' + int.__repr__(self)
    «?3»def __add__(self, other): return «int.__add__(self, other)¦I(7)¦NotImplemented¦2.5»
    «?3»def __radd__(self, other): return «3¦I(int(self))¦NotImplemented¦other»
    «?4»def __lt__(self, other): return «True¦int.__gt__(self, other)¦NotImplemented»
    «?4»def __bool__(self): return «False¦int.__eq__(self, 1)»
    «?4»def __index__(self): return «1¦int.__index__(self)»
    «?4»def __eq__(self, other): return «True¦NotImplemented¦int.__eq__(self, other)»
    «?3»__hash__ = int.__hash__
    «?5»def __float__(self): return 2.25
class F(float):
    def __repr__(self): return 'F' + float.__repr__(self)
    «?3»def __mul__(self, other): return «float.__mul__(self, other)¦F(0.5)¦NotImplemented»
    «?3»def __rsub__(self, other): return «4.0¦NotImplemented¦other»
    «?4»def __gt__(self, other): return «False¦NotImplemented»
    «?4»def __neg__(self): return F(1.0)
    «?4»def __int__(self): return 11
class T(str):
    def __repr__(self): return 'T' + str.__repr__(self)
    «?3»def __add__(self, other): return «str.__add__(self, other)¦NotImplemented¦T(other)»
    «?3»def __getitem__(self, at): return «str.__getitem__(self, at)¦'!'»
    «?4»def __eq__(self, other): return «True¦NotImplemented»
    «?4»def __hash__(self): return «1¦str.__hash__(self)»
    «?4»def __str__(self): return «'shown'¦str.__str__(self)»
    «?5»def __len__(self): return 2
class L(list):
    def __repr__(self): return 'L' + list.__repr__(self)
    «?3»def __getitem__(self, at): return «list.__getitem__(self, at)¦5¦(list.__getitem__(self, at), at)»
    «?4»def __setitem__(self, at, v): list.__setitem__(self, «at, v¦0, v¦at, 3»)
    «?4»def __len__(self): return «2¦list.__len__(self)¦0»
    «?4»def __iter__(self): return «iter((7, 8))¦list.__iter__(self)»
    «?4»def __contains__(self, v): return «True¦list.__contains__(self, v)¦0»
    «?4»def append(self, v): list.append(self, v); list.append(self, 0)
    «?5»def __add__(self, other): return «list.__add__(self, other)¦NotImplemented»
    «?5»def __eq__(self, other): return NotImplemented
class D(dict):
    def __repr__(self): return 'D' + dict.__repr__(self)
    «?2»def __missing__(self, key): return ««int:0»¦self.setdefault(key, 1)¦missing»
    «?4»def __getitem__(self, key): return «dict.__getitem__(self, key)¦9»
    «?4»def __setitem__(self, key, v): dict.__setitem__(self, key, «v¦3»)
    «?4»def __contains__(self, key): return «True¦dict.__contains__(self, key)»
    «?4»def get(self, key, default=None): return «4¦dict.get(self, key, default)»
class P(tuple):
    def __repr__(self): return 'P' + tuple.__repr__(self)
    «?3»def __getitem__(self, at): return «tuple.__getitem__(self, at)¦6»
    «?3»def __len__(self): return 2
    «?3»def __iter__(self): return «iter((1, 2))¦tuple.__iter__(self)»
    «?4»def __eq__(self, other): return True
i8, f8, l8, d8, p8, t8 = I(5), F(2.5), L([1, 2, 3]), D({1: 2, 'a': 3}), P((1, 2, 3)), T('tea')
`,
  expressions: {
    int: [
      'I(«int»)',
      'i8',
      '(i8 + «int»)',
      '(«int» + i8)',
      '(i8 «*¦-¦//¦&» «int»)',
      'len(l8)',
      'l8[«0..3»]',
      'd8[«int»]',
      'd8.get(«int», 2)',
      'p8[«int» % 3]',
      'sum(l8)',
      'max(i8, «int»)',
      'xs[i8 % 3]',
      'sum(p8)',
    ],
    float: ['F(«float»)', 'f8', '(f8 * «float»)', '(«float» - f8)', '(f8 + «int»)', '-f8', 'abs(f8)', 'float(i8)'],
    str: [
      'T(«str»)',
      '(t8 + «str»)[:8]',
      't8[0]',
      "f'{t8}{i8}{f8}'",
      "'%s%d' % (t8, i8)",
      't8.upper()',
      "''.join([t8, «str»])[:8]",
    ],
    ints: ['L(«ints»)', 'l8', '(l8 + «ints»)[:8]', 'l8[:2]', '[*l8]', 'list(p8)', 'sorted(l8)', '[e for e in l8]'],
    dict: ['D(«dict»)', 'd8'],
    tuple: ['P(«tuple»)', 'p8', 'p8[:2]'],
    bool: [
      '(«int» in l8)',
      '(«any:0» in d8)',
      '(i8 «<¦==¦>» «int»)',
      '(«int» «<¦==¦>=» i8)',
      '(f8 > «float»)',
      '(t8 == «str»)',
      '(p8 == «tuple»)',
      '(l8 == «ints»)',
      'i8',
    ],
  },
  statements: [
    'i8 = «I(«int»)¦«int»¦i8 + 1»',
    'f8 = «F(«float»)¦«float»¦f8 + 1.0»',
    'l8 = «L(«ints»)¦«ints»»; l8 = l8[:6]',
    'd8 = «D(«dict»)¦«dict»»',
    't8 = «T(«str»)¦«str»»',
    'p8 = «P(«tuple»)¦«tuple»»',
    'l8[«0..2»] = «int»',
    'l8.append(«int»); l8 = l8[-5:]',
    'd8[«int»] = «any»',
    'd8[«str»] += 1',
    'show(type(«any:2»).__name__)',
    'for q in «l8¦p8¦d8¦t8»: show(q); tick()',
    'a8, *b8 = «l8¦p8¦t8»; show(a8, b8)',
    'show(i8, f8, l8, p8, t8, d8)',
    'n0 += i8; n0 = tame(n0)',
    'f1 *= f8',
  ],
  mutations: [
    'I.__add__ = lambda self, other: «8¦NotImplemented¦other»',
    'del I.«__add__¦__lt__¦__bool__»',
    'F.__mul__ = lambda self, other: «8.5¦NotImplemented»',
    'L.__getitem__ = lambda self, at: «4¦list.__getitem__(self, at)»',
    'del L.«__getitem__¦__iter__¦__len__»',
    'L.__iter__ = lambda self: iter((9, 9))',
    'L.__len__ = lambda self: 1',
    'D.__missing__ = lambda self, key: «5¦None»',
    'del D.«__missing__¦__getitem__»',
    'D.__getitem__ = lambda self, key: 12',
    'P.__getitem__ = lambda self, at: 13',
    'T.__eq__ = lambda self, other: «True¦False»',
    'i8 = 5',
    'l8 = [1, 2, 3]',
    'd8 = {1: 2}',
  ],
}
