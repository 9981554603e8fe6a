/**
 * Expressions for programs that are made at random.
 *
 * A name says what kind of value it mostly holds (`i0` an int, `f1` a float, `xs` a list of ints): so most expressions make sense, loops get
 * hot with one kind of values, and specialized code is there when another kind arrives. One choice in a hundred ignores the kinds.
 */
import type { Choices } from './choices.ts'
import { filled } from './templates.ts'

export const kinds = [
  'int',
  'float',
  'str',
  'ints',
  'floats',
  'mixed',
  'dict',
  'object',
  'bool',
  'tuple',
  'set',
] as const
export type Kind = (typeof kinds)[number]

/** The names that may be read, by kind. */
export type Names = Readonly<Record<Kind, readonly string[]>>

const edges = [
  '0',
  '1',
  '-1',
  '2',
  '3',
  '5',
  '7',
  '10',
  '255',
  '1000',
  '2147483646',
  '2147483647',
  '-2147483648',
  '2147483648',
  '-2147483649',
  '4294967295',
  '9007199254740991',
  '9007199254740992',
  '-9007199254740991',
  '-9007199254740993',
  '9223372036854775807',
  '-9223372036854775808',
  '2**70',
]
const floats = [
  '0.0',
  '-0.0',
  '1.0',
  '0.5',
  '-1.5',
  '2.0',
  '1e300',
  '-1e308',
  'inf',
  '-inf',
  'nan',
  '3.0',
  '1e16',
  '0.1',
  '9007199254740993.0',
]
const strings = ["''", "'a'", "'abc'", "'é'", "'x,y,z'", "'𝒳b'", "'0'", "'A B'"]

export class Expressions {
  readonly choices: Choices
  /** What features (features/feature.ts) have to say, by kind. */
  readonly #more: Partial<Record<Kind, readonly string[]>>
  names: Names

  constructor(choices: Choices, names: Names, more: Partial<Record<Kind, readonly string[]>> = {}) {
    this.choices = choices
    this.names = names
    this.#more = more
  }

  anything(depth: number): string {
    return this.of(this.choices.pick(kinds), depth)
  }

  /** Something to put into a container: containers of containers of the same names would grow without end. */
  element(depth: number): string {
    return this.of(this.choices.pick(['int', 'int', 'float', 'str', 'bool', 'ints', 'floats']), depth)
  }

  of(kind: Kind, depth: number): string {
    const { choices } = this
    if (choices.oneIn(100)) kind = choices.pick(['int', 'float', 'str', 'bool', 'ints', 'floats', 'set'])
    const known = this.names[kind]
    if (known.length > 0 && (depth <= 0 || choices.below(3) > 0) && !choices.oneIn(4)) return choices.pick(known)
    if (choices.oneIn(12) && depth > 0)
      return `(${this.of(kind, depth - 1)} if ${this.of('bool', depth - 1)} else ${this.of(kind, depth - 1)})`
    const more = this.#more[kind]
    if (more !== undefined && depth > 0 && choices.oneIn(2)) return filled(choices.pick(more), choices, this, depth - 1)
    switch (kind) {
      case 'int':
        return this.int(depth)
      case 'float':
        return this.float(depth)
      case 'str':
        return this.str(depth)
      case 'bool':
        return this.bool(depth)
      case 'ints':
        return this.ints(depth)
      case 'floats':
        return depth <= 0
          ? `[${choices.pick(floats)}, 1.5]`
          : choices.pick([
              `[${this.of('float', 0)}, ${this.of('float', 0)}]`,
              `[e * 0.5 for e in ${this.of('ints', depth - 1)}]`,
              `[e + 1.0 for e in ${this.of('floats', depth - 1)}]`,
              `${this.of('floats', depth - 1)}[:6]`,
            ])
      case 'mixed':
        return `[${this.element(depth - 1)}, ${this.element(depth - 1)}]`
      case 'tuple':
        return `(${this.element(depth - 1)}, ${this.element(depth - 1)})`
      case 'set':
        return depth <= 0 ? '{1, 2}' : `{${this.of('int', depth - 1)}, ${this.of('int', depth - 1)}}`
      case 'dict':
        return depth <= 0
          ? "{'a': 1}"
          : choices.pick([
              `{${this.of('str', 0)}: ${this.element(depth - 1)}, 1: ${this.of('int', depth - 1)}}`,
              `{e: e + 1 for e in ${this.of('ints', depth - 1)}}`,
            ])
      case 'object':
        return choices.pick([
          'A()',
          'B()',
          'S()',
          `A(${this.element(depth - 1)})`,
          `B(${this.of('int', depth - 1)})`,
          'N()',
        ])
    }
  }

  int(depth: number): string {
    const { choices } = this
    if (depth <= 0) return choices.pick(choices.oneIn(3) ? edges : edges.slice(0, 10))
    const a = () => this.of('int', depth - 1)
    const xs = () => this.of('ints', depth - 1)
    const o = () => this.of('object', depth - 1)
    return choices.pick([
      () => `(${a()} + ${a()})`,
      () => `(${a()} - ${a()})`,
      () => `(${a()} * ${a()})`,
      () => `(${a()} * ${choices.pick(edges)})`,
      () => `(${a()} // ${a()})`,
      () => `(${a()} % ${a()})`,
      () => `(${a()} & ${a()})`,
      () => `(${a()} | ${a()})`,
      () => `(${a()} ^ ${a()})`,
      () => `(${a()} >> ${choices.below(34)})`,
      () => `(${a()} << ${choices.below(34)})`,
      () => `(-${a()})`,
      () => `(~${a()})`,
      () => `(${a()} + ${this.of('bool', depth - 1)})`,
      () => `abs(${a()})`,
      () => `len(${xs()})`,
      () => `len(${this.of('str', depth - 1)})`,
      () => `${xs()}[${choices.between(-3, 3)}]`,
      () => `${xs()}[${a()} % 3]`,
      () => `max(${a()}, ${a()})`,
      () => `min(${a()}, ${a()})`,
      () => `${o()}.n`,
      () => `${o()}.k`,
      () => `${o()}.get()`,
      () => `${o()}.add(${a()})`,
      () => `${o()}.twice`,
      () => `sum(${xs()})`,
      () => `sum(e for e in ${xs()})`,
      () => `int(${this.of('float', depth - 1)})`,
      () => `call1(${a()})`,
      () => `call2(${a()}, ${a()})`,
      () => `call2(${a()}, b=${a()})`,
      () => `rec(${a()} % 6)`,
      () => `(${a()} and ${a()})`,
      () => `(${a()} or ${a()})`,
      () => `next(iter(${xs()}), ${a()})`,
      () => `sum(gen(${a()} % 5))`,
      () => `ord(${this.of('str', depth - 1)}[0])`,
      () => `${this.of('dict', depth - 1)}.get(${a()}, ${a()})`,
      () => `${this.of('dict', depth - 1)}[1]`,
      () => `counter()`,
      () => `divmod(${a()}, ${a()})[${choices.below(2)}]`,
      () => `round(${this.of('float', 0)})`,
      () => `(lambda q: q + ${a()})(${a()})`,
      () => `(${a()} ** ${choices.below(4)})`,
      () => `risky(${a()})`,
      () => `mod.run(${a()})`,
      () => `${o()}(${a()})`,
      () => `isinstance(${this.anything(0)}, ${choices.pick(['int', 'A', 'float', '(str, B)'])})`,
    ])()
  }

  float(depth: number): string {
    const { choices } = this
    if (depth <= 0) return choices.pick(floats)
    const a = () => this.of('float', depth - 1)
    const n = () => this.of('int', depth - 1)
    return choices.pick([
      () => `(${a()} + ${a()})`,
      () => `(${a()} - ${a()})`,
      () => `(${a()} * ${a()})`,
      () => `(${a()} / ${a()})`,
      () => `(${n()} / ${n()})`,
      () => `(${a()} // ${a()})`,
      () => `(${a()} % ${a()})`,
      () => `(${a()} + ${n()})`,
      () => `(${n()} * ${a()})`,
      () => `(-${a()})`,
      () => `abs(${a()})`,
      () => `float(${n()})`,
      () => `${this.of('floats', depth - 1)}[${choices.between(-2, 2)}]`,
      () => `${this.of('object', depth - 1)}.f`,
      () => `max(${a()}, ${a()})`,
      () => `sum(${this.of('floats', depth - 1)})`,
      () => `call1(${a()})`,
      () => `call2(${a()}, ${n()})`,
      () => `math.sqrt(abs(${a()}))`,
      () => `math.floor(${a()})`,
      () => `(${a()} ** 2)`,
      () => `(+${a()})`,
      () => `(${n()} - ${a()})`,
      () => `mod.f`,
      () => `(${a()} or ${a()})`,
    ])()
  }

  str(depth: number): string {
    const { choices } = this
    if (depth <= 0) return choices.pick(strings)
    const a = () => this.of('str', depth - 1)
    return choices.pick([
      () => `(${a()} + ${a()})[:9]`,
      () => `(${a()} * ${choices.below(3)})[:9]`,
      () => `${a()}[${choices.between(-2, 2)}]`,
      () => `${a()}[1:]`,
      () => `${a()}[::-1]`,
      () => `${a()}.upper()`,
      () => `${a()}.replace('a', ${a()})[:9]`,
      () => `','.join(${a()})[:9]`,
      () => `str(${this.of('int', depth - 1)})[:9]`,
      () => `f'{${this.of('int', depth - 1)}:x}{${a()}}'[:9]`,
      () => `${a()}.strip()`,
      () => `'%s' % (${a()},)`,
      () => `${this.of('object', depth - 1)}.s`,
      () => `repr(${this.of('float', depth - 1)})`,
      () => `${a()}.split(',')[0]`,
    ])()
  }

  bool(depth: number): string {
    const { choices } = this
    if (depth <= 0) return choices.pick(['True', 'False', 'i % 2', 'i % 3 == 0', 'i > 5', 'None'])
    const a = () => this.of('int', depth - 1)
    const kind = choices.pick(['int', 'int', 'float', 'str', 'bool', 'tuple'] as const)
    const v = () => this.of(kind, depth - 1)
    const compare = () => choices.pick(['<', '<=', '>', '>=', '==', '!='])
    return choices.pick([
      () => `(${a()} ${compare()} ${a()})`,
      () => `(${v()} ${compare()} ${v()})`,
      () => `(${a()} ${compare()} ${a()} ${compare()} ${a()})`,
      () => `(not ${this.anything(depth - 1)})`,
      () => `(${a()} in ${this.of('ints', depth - 1)})`,
      () => `(${a()} not in ${this.of('set', depth - 1)})`,
      () => `(${this.of('str', depth - 1)} in ${this.of('dict', depth - 1)})`,
      () => `(${this.of('float', depth - 1)} ${compare()} ${a()})`,
      () => `(${this.anything(depth - 1)} is None)`,
      () =>
        `(${this.of('object', depth - 1)} ${choices.pick(['==', '<', 'is', '!='])} ${this.of('object', depth - 1)})`,
      () => `any(e > ${a()} for e in ${this.of('ints', depth - 1)})`,
      () => `all(${this.of('ints', depth - 1)})`,
      () => `bool(${this.anything(depth - 1)})`,
      () => `(${this.of('bool', depth - 1)} and ${this.of('bool', depth - 1)})`,
      () => `${this.of('str', depth - 1)}.startswith(${this.of('str', 0)})`,
      () =>
        `(${this.anything(0)} is ${this.anything(0)})`
          .replace(/is [-\d'({[].*\)/, 'is None)')
          .replace(/\([-\d'({[].* is/, '(s0 is'),
    ])()
  }

  ints(depth: number): string {
    const { choices } = this
    if (depth <= 0) return `[${choices.pick(edges)}, ${choices.below(9)}, 2]`
    const xs = () => this.of('ints', depth - 1)
    const a = () => this.of('int', depth - 1)
    return choices.pick([
      () => `[${a()}, ${a()}, ${a()}]`,
      () => `list(range(${choices.below(7)}))`,
      () => `[e + ${a()} for e in ${xs()}]`,
      () => `[e for e in ${xs()} if e > ${a()}]`,
      () => `${xs()}[${choices.between(-3, 2)}:]`,
      () => `(${xs()} + ${xs()})[:8]`,
      () => `sorted(${xs()})`,
      () => `${xs()}[::-1]`,
      () => `list(gen(${a()} % 4))`,
      () => `[*${xs()}, ${a()}][:8]`,
      () => `[p + q for p, q in zip(${xs()}, ${xs()})]`,
      () => `[p * q for p, q in enumerate(${xs()})]`,
      () => `list(map(call1, ${xs()}))`,
    ])()
  }
}
