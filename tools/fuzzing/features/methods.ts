/** super(), static and class methods, attributes of classes that count, cooperating constructors, and what makes a class besides its body. */
import type { Feature } from './feature.ts'

export const methods: Feature = {
  name: 'methods',
  definitions: `
class Meta(type):
    «?2»def __call__(cls, *v): tick(); return type.__call__(cls, *v)
    «?3»def size(cls): return cls.made
    «?3»def __instancecheck__(cls, v): return «True¦type.__instancecheck__(cls, v)»
    «?3»def __getattr__(cls, name): return «name¦4»
    meta = 3
class Top«¦¦(metaclass=Meta)»:
    made = 0
    weight = «int:0»
    def __init__(self, n=1):
        self.n = n
        «?2»Top.made += 1
        «?2»type(self).made += 1
        «?4»self.made += 1
    def go(self, v): return «v¦self.n¦v + self.weight¦self.step(v)»
    @staticmethod
    def still(v): return «v¦v + 1¦Top.weight»
    @classmethod
    def build(cls, v=2): return «cls(v)¦cls.weight¦cls.made¦cls»
    @classmethod
    def step(cls, v): return «cls.weight¦v¦cls.still(v)¦cls.made»
    @property
    def heavy(self): return «self.weight¦self.n¦self.still(2)»
    «?3»def __init_subclass__(cls, **kw): cls.weight = «3¦len(cls.__name__)»
    def __repr__(self): return type(self).__name__ + '#' + text(getattr(self, 'n', 0))[:12]
class Left(Top):
    «?2»weight = «float:0»
    def __init__(self, n=2, *more):
        «super().__init__(n)¦Top.__init__(self, n)¦super(Left, self).__init__(n)»
        self.left = «n¦1»
    «?2»def go(self, v): return super().go(v) «+ 1¦¦* 2»
    «?3»@classmethod ⏎ def step(cls, v): return super().step(v)
    «?3»@staticmethod ⏎ def still(v): return v
class Right(Top):
    right = 0
    «?2»def go(self, v): return super().go(v) «- 1¦¦+ self.weight»
    «?2»def __init__(self, *v): super().__init__(*v); self.right = 1.5
    «?3»def __new__(cls, *v): tick(); return «object.__new__(cls)¦super().__new__(cls)»
    «?2»def build(self, v=1): return super().build(v)
    «?2»@property ⏎ def heavy(self): return super().heavy
class Bottom(«Left, Right¦Right, Left¦Left»):
    «?2»def go(self, v): return «super().go(v)¦super().go(v) + 1¦Left.go(self, v)¦__class__.weight»
    «?3»def heavier(self): return [super(Bottom, self).heavy for e in (1, 2)]
    bottom = 5
    «?2»made = 5
low, high = Bottom(3), Top()
`,
  expressions: {
    int: [
      'low.go(«int»)',
      'high.go(«int»)',
      'low.n',
      'Top.made',
      'Bottom.made',
      'Left.step(«int»)',
      'low.still(«int»)',
      'Top.still(«int»)',
      'low.step(«int»)',
      'Bottom.build(«int»).n',
      'high.heavy',
      'low.heavy',
      'low.heavier()[0]',
      'Left.go(low, «int»)',
      'len([e for e in (low, high, o) if isinstance(e, «Top¦Left¦(Left, A)»)])',
      'Top.size()',
      'Bottom.meta',
      'type(low).weight',
      'low.__class__.made',
    ],
    float: ['Left.weight', 'low.weight', 'low.right'],
    object: [
      'Top(«int»)',
      'Left(«int»)',
      'Bottom(2)',
      'Right(«int»)',
      'low',
      'high',
      'Left.build(«int»)',
      'low.build()',
    ],
    bool: [
      'isinstance(«any:0», «Top¦Left¦Meta»)',
      'issubclass(type(«any:0»), Top)',
      "hasattr(«low¦high», '«left¦right¦made¦weight»')",
    ],
    str: ['type(low).__name__', 'low.__class__.__qualname__'],
  },
  statements: [
    'low, high = high, low',
    'low = «Bottom¦Left¦Right¦Top»(«int:0»)',
    'show(low.go(«int»), low.build(), low.heavy)',
    'show(Top.made, Left.made, Bottom.made)',
    'Top.made += 1',
    'Bottom.made = «int»',
    'high.n = low.go(«float»)',
    'n0 = low.still(n0)',
    'show([c.made for c in type(low).__mro__[:-1]])',
    'm8 = low.go; show(m8(«int»))',
    'show(super(Left, low).go(«int:0»))',
  ],
  mutations: [
    '«Top¦Left¦Right¦Bottom».go = lambda self, v: «v¦self.n¦7¦1.5»',
    'del «Left¦Right¦Bottom».go',
    'Top.still = staticmethod(lambda v: «v¦8»)',
    '«Top¦Left».step = classmethod(lambda cls, v: «cls.made¦v»)',
    '«Top¦Left».step = staticmethod(lambda v: «4¦v»)',
    '«Top¦Left».build = lambda self, v=3: «v¦self»',
    '«Top¦Left¦Bottom».weight = «any:0»',
    'del «Left¦Bottom».weight',
    'low.go = lambda v: 9',
    'low.__class__ = «Bottom¦Left¦Right¦Top»',
    'Bottom.__bases__ = («Right, Left¦Left, Right¦Left¦Right»,)',
    'Left.__bases__ = («Top¦Base¦Right»,)',
    'Meta.meta = «any:0»',
    'Meta.__call__ = lambda cls, *v: «type.__call__(cls)¦5»',
    'Top.heavy = «3¦property(lambda self: 4.5)»',
    'Left.__init__ = lambda self, *v: None',
    'Right.__new__ = lambda cls, *v: «object.__new__(cls)¦3»',
    'globals()["super"] = «super¦lambda *v: o»',
    'globals().pop("super", None)',
  ],
}
