/** Attributes that are more than a value: descriptors, properties with setters, attributes that hooks answer for, slots, data classes and named tuples. */
import type { Feature } from './feature.ts'

export const descriptors: Feature = {
  name: 'descriptors',
  definitions: `
from collections import namedtuple
from dataclasses import dataclass
class Data:
    «?2»def __set_name__(self, owner, name): self.name = name
    def __init__(self, n=1): self.n = n
    def __get__(self, it, owner=None): return «self.n¦self if it is None else self.n¦it¦(it is None)»
    «?2»def __set__(self, it, v): self.n = «v¦v + 1¦5»
    «?3»def __delete__(self, it): self.n = 0
    def __repr__(self): return 'Data'
class Plain:
    def __init__(self, n=2): self.n = n
    def __get__(self, it, owner): tick(); return «self.n¦owner.__name__¦getattr(it, 'y', 4)»
    def __repr__(self): return 'Plain'
class H:
    data, plain = Data(3), Plain(«4¦1.5»)
    y = «int:0»
    def __init__(self, y=1):
        self.y = y
        «?2»self.z = «float:0»
    @property
    def both(self): return «self.y¦self.y + 1¦self.data»
    «?2»@both.setter ⏎ def both(self, v): self.y = v
    «?3»@both.deleter ⏎ def both(self): self.y = -1
    «?3»def __getattr__(self, name): tick(); return «len(name)¦name¦missing»
    «?4»def __setattr__(self, name, v): tick(); object.__setattr__(self, name, «v¦3»)
    «?4»def __delattr__(self, name): tick(); self.__dict__.pop(name, None)
    «?5»def __getattribute__(self, name): tick(); return object.__getattribute__(self, name)
    def __repr__(self): return 'H' + text(sorted(object.__getattribute__(self, '__dict__').items(), key=str))[:40]
class Slim:
    __slots__ = 'y', 'z'«¦, '__dict__'»
    «?3»w = Plain(5)
    def __init__(self, y=2):
        self.y = y
        «?2»self.z = 1.5
    def __repr__(self): return 'Slim' + text(getattr(self, 'y', '-'))[:12]
@dataclass«¦(frozen=True)¦(order=True)¦(slots=True)»
class Point:
    y: int = «int:0»
    z: float = 0.5
    def far(self): return «self.y + self.z¦self.y¦Point(self.z, self.y)»
Pair = namedtuple('Pair', 'y z')
class More(Pair):
    extra8 = 1
    «?2»__slots__ = ()
    «?2»def total(self): return «self.y¦self[1]¦self.y + self.z»
    «?2»@property ⏎ def both(self): return self.z
h, slim, point, pair = H(), Slim(), Point(), «Pair¦More»(3, 2.5)
`,
  expressions: {
    int: [
      'h.data',
      'h.plain',
      'h.y',
      'h.both',
      'slim.y',
      'point.y',
      'pair.y',
      'pair[0]',
      'H.data',
      'H.plain',
      'h.other',
      'point.far()',
      'slim.w',
      'pair.total()',
      'getattr(h, "«y¦z¦data¦nothing»", 3)',
      'pair._replace(y=«int»).y',
      'Point(«int»).y',
      'More(«int», 1).total()',
      'vars(h)["y"]',
    ],
    float: ['h.z', 'slim.z', 'point.z', 'pair.z', 'pair[1]'],
    object: ['H(«int»)', 'h', 'Slim(«any:0»)', 'slim', 'Point(«int», «float»)', 'point'],
    tuple: ['pair', 'Pair(«int», «any:0»)', 'More(«int», 2)'],
    bool: [
      '(point == Point(«int»))',
      '(point < Point(«int»))',
      '(pair == «tuple»)',
      "hasattr(h, '«y¦z¦plain¦nothing»')",
    ],
    dict: ['vars(h)'],
  },
  statements: [
    'h.«data¦plain¦y¦z¦both¦new» = «any»',
    'h.«data¦y¦both¦plain» += «int»',
    'slim.«y¦z¦w¦new» = «any»',
    'slim.y += «int»',
    'slim.z *= «float»',
    'point.«y¦z» = «int»',
    'point = Point(«int», «float»)',
    'pair = «Pair¦More»(«int», «float»)',
    'h, slim = H(«int»), Slim(«any:0»)',
    'del «h¦slim».«y¦z¦data¦both¦plain»',
    'show(h, slim, point, pair)',
    'show(h.data, h.plain, h.both, h.y)',
    'a8, b8 = pair; show(a8)',
    'setattr(h, "«y¦z¦data»", «any:0»)',
    'for q in (h, slim, point, pair): show(q.y); tick()',
    'for q in (h, slim): q.y = «any:0»',
    'o, p = h, slim',
  ],
  mutations: [
    'H.data = «any:0»',
    'H.plain = «Data(2)¦Plain(«any:0»)¦5»',
    'H.y = «Data(7)¦Plain(8)¦property(lambda self: 9)¦2»',
    'del H.«data¦plain¦y¦both¦__getattr__¦__setattr__»',
    'Data.__get__ = lambda self, it, owner=None: «5¦it»',
    'Data.__set__ = lambda self, it, v: None',
    'del Data.__set__',
    'Plain.__set__ = lambda self, it, v: show("set", v)',
    'del Plain.__get__',
    'H.both = property(lambda self: «5¦1.5»)',
    'H.__getattr__ = lambda self, name: «5¦name»',
    'H.__setattr__ = lambda self, name, v: object.__setattr__(self, name, 6)',
    'Slim.«y¦z» = «Slim.y¦Slim.z¦5»',
    'Point.far = lambda self: «5¦self.z»',
    'Point.y = property(lambda self: 8)',
    'Pair.y = «Pair.z¦property(lambda self: 3)»',
    'h.__dict__ = {"y": «any:0»}',
    'h.__dict__.«clear()¦update(z=3)¦pop("y", 0)»',
    'h.__class__ = «A¦H»',
  ],
}
