/** match: classes with and without positions, mappings, sequences, alternatives, guards and what names hold after a pattern that did not fit. */
import type { Feature } from './feature.ts'

const subject = '«n0¦o¦xs¦d¦t0¦s0¦(n0, f0)¦[n1, *xs]¦{"a": n0, 1: f1}¦Spot(n0, n1)¦«any»¦«int»¦«float»¦«object»»'
const pattern =
  '«0¦-1¦1.5¦"a"¦None¦True¦«1..9» | «-3..3»¦int(q)¦float(q)¦str() as q¦bool()¦A()¦A(n=q)¦Spot(q, r)¦Spot(0, _)¦Spot(r=q)¦Base(n=int(q))¦[q]¦[q, r]¦[q, *r]¦[*q, r]¦[1, _, *_]¦(q, (r, _))¦{"a": q}¦{1: q, **r}¦{}¦[]¦[int(q) | float(q), *_]¦Other.y¦(Spot() | int()) as q¦list(q)¦dict()¦tuple((q, r))¦{"a": int(q), 1: r}»'

export const patterns: Feature = {
  name: 'patterns',
  definitions: `
class Spot:
    __match_args__ = «('q', 'r')¦('r', 'q')¦('q', 'r', 's')¦['q', 'r']»
    def __init__(self, q=0, r=1): self.q = q; «self.r = r¦self.s = r¦self.q = r; self.r = q»
    def __repr__(self): return 'Spot' + text(self.q)[:9]
class Other:
    y = «int:0»
def matched(v):
    q, r = 0, None
    match v:
        case ${pattern} if «q != 3¦«bool»¦v»: return 1, q, r
        «?2»case ${pattern}: v = 5
        «?2»case ${pattern} if tick() is None: return 2, q, r
        «?2»case ${pattern}: return 3, q, r
        «?2»case q: return 4, q
    return v, q, r
`,
  expressions: { int: [`matched(${subject})[0]`], tuple: [`matched(${subject})`], object: ['Spot(«int», «int»)'] },
  statements: [
    `show(matched(${subject}))`,
    `for q in («any», «any», «int»): show(matched(q))`,
    `match ${subject}: ⏎     case ${pattern}: ⏎         «statement» ⏎     case _: ⏎         n1 += 1`,
    `match ${subject}: ⏎     case ${pattern} if «bool»: show(1) ⏎     case ${pattern}: show(2) ⏎     case ${pattern}: show(3)`,
    `match ${subject}: ⏎     case ${pattern}: show(q)`,
  ],
  mutations: [
    "Spot.__match_args__ = «('r',)¦()¦('q', 'q')¦('n', 'r')»",
    'Other.y = «any:0»',
    'del Spot.__match_args__',
    'globals()["Spot"] = «A¦Spot¦Base»',
    'Spot.r = property(lambda self: 3)',
  ],
}
