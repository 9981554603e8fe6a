/** What Context is, can be asked and can do. */
import { absolute, add, fusedMultiplyAdd, minus, multiply, plus, subtract } from '../../base/decimal/arithmetic.ts'
import { compareTotal, compareTotalMagnitudes, decimalFromOrder } from '../../base/decimal/comparison.ts'
import { roundingNames } from '../../base/decimal/context.ts'
import { type Decimal, finite } from '../../base/decimal/decimal.ts'
import { divide, divideInteger, divmod, remainder } from '../../base/decimal/division.ts'
import { finalize } from '../../base/decimal/finalize.ts'
import { power, powerModulo } from '../../base/decimal/power.ts'
import { quantize, toIntegralExact, toIntegralValue } from '../../base/decimal/quantize.ts'
import { engineeringText, scientificText } from '../../base/decimal/text.ts'
import { bindArguments } from '../../objects/argument-binding.ts'
import { genericGetAttribute, genericSetAttribute } from '../../objects/attribute.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { attributeErrorType } from '../../objects/exception-types.ts'
import { PyList } from '../../objects/list.ts'
import { asFloat, asInt } from '../../objects/number.ts'
import { builtin, type Builtin } from '../../objects/signature.ts'
import type { KeywordNames } from '../../objects/slots.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { PyType } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { contextType, copyOfContext, decimalState, defaultSettings, PyDecimalContext } from './context-object.ts'
import { decimalFromDouble, decimalFromInt, operandArgument, PyDecimal, roundedDecimal } from './decimal-object.ts'
import { settled } from './decimal-methods.ts'
import {
  type BinaryOperation,
  binaryOperations,
  contextQuestions,
  numberClass,
  questions,
  sameQuantum,
  type UnaryOperation,
  unaryOperations,
} from './operations.ts'
import { pairOf } from './operators.ts'
import { flagsArgument, flagsOfMapping, settings } from './settings.ts'
import { settle, signalsIn } from './signals.ts'

const names = ['prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'] as const
const initializer = builtin(`Context(${names.map(name => `${name}=None`).join(', ')})`, () => null)

/** Sets what is not None. */
export function applySettings({ context }: PyDecimalContext, values: readonly Value[]): void {
  names.slice(0, 6).forEach((name, i) => {
    if (values[i] !== null) settings[name]!(context, values[i]!)
  })
  const [status, traps] = [values[6]!, values[7]!]
  if (traps !== null) context.traps = flagsArgument(traps)
  if (status !== null) context.status = flagsArgument(status)
}

contextType.new = (type: PyType) =>
  new PyDecimalContext(decimalState().templates[0]?.context ?? defaultSettings(), type)
contextType.init = (self: PyDecimalContext, args: Value[], keywords: KeywordNames) => {
  applySettings(self, bindArguments(initializer, initializer.signature, args, keywords) as Value[])
}

contextType.getattribute = (self: PyDecimalContext, name: string) => {
  if (name === 'flags') return self.flags
  return name === 'traps' ? self.traps : genericGetAttribute(self, name)
}
contextType.setattribute = (self: PyDecimalContext, name: string, value: Value | undefined) => {
  if (value === undefined) raise(attributeErrorType, 'context attributes cannot be deleted')
  if (name === 'flags') self.context.status = flagsOfMapping(value)
  else if (name === 'traps') self.context.traps = flagsOfMapping(value)
  else genericSetAttribute(self, name, value)
}

const lowestBit = (flags: number): number => flags & -flags

/** The names of signals in the order of the lowest bits that are set: InvalidOperation has several. */
const signalNames = (flags: number): string =>
  `[${signalsIn(flags)
    .sort((a, b) => lowestBit(a.flag & flags) - lowestBit(b.flag & flags))
    .map(({ type }) => type.name)
    .join(', ')}]`

contextType.repr = ({ context: c }: PyDecimalContext) =>
  `Context(prec=${c.precision}, rounding=${roundingNames[c.rounding]}, Emin=${c.leastExponent}, Emax=${c.mostExponent}, ` +
  `capitals=${c.capitals}, clamp=${c.clamp}, flags=${signalNames(c.status)}, traps=${signalNames(c.traps)})`

const signalList = (flags: number): Value => new PyList(signalsIn(flags).map(({ type }) => type as Value))

function unary([name, operation, doc]: readonly [string, UnaryOperation, string]): Builtin {
  return builtin(
    `${name}($self, x, /)`,
    (self: PyDecimalContext, x: Value) => settled(operation(operandArgument(x), self.context), self),
    doc,
  )
}

function binary([name, operation, doc]: readonly [string, BinaryOperation, string]): Builtin {
  return builtin(
    `${name}($self, x, y, /)`,
    (self: PyDecimalContext, x: Value, y: Value) => {
      const [a, b] = [operandArgument(x), operandArgument(y)]
      return settled(operation(a, b, self.context), self)
    },
    doc,
  )
}

const arithmeticMethods = (): Builtin[] => [
  ...unaryOperations.map(unary),
  ...binaryOperations.map(binary),
  unary(['abs', absolute, 'The absolute value, rounded.']),
  unary(['minus', minus, 'The number with the other sign, rounded.']),
  unary(['plus', plus, 'The number, rounded.']),
  unary(['to_integral', toIntegralValue, 'Another name of to_integral_value().']),
  unary(['to_integral_exact', toIntegralExact, 'Round to an integer, signaling Inexact and Rounded.']),
  unary(['to_integral_value', toIntegralValue, 'Round to an integer without signaling Inexact or Rounded.']),
  binary(['add', add, 'The sum.']),
  binary(['subtract', subtract, 'The difference.']),
  binary(['multiply', multiply, 'The product.']),
  binary(['divide', divide, 'The quotient.']),
  binary(['divide_int', divideInteger, 'The quotient without its fraction.']),
  binary(['remainder', remainder, 'The remainder of integer division, with the sign of the dividend.']),
  binary(['quantize', quantize, 'The first rounded to the exponent of the second.']),
  binary(['compare_total', (a, b) => decimalFromOrder(compareTotal(a, b)), 'Compare by representation.']),
  binary([
    'compare_total_mag',
    (a, b) => decimalFromOrder(compareTotalMagnitudes(a, b)),
    'Compare by representation, without the signs.',
  ]),
  builtin(
    'divmod($self, x, y, /)',
    ({ context }: PyDecimalContext, x: Value, y: Value) =>
      pairOf(divmod(operandArgument(x), operandArgument(y), context), context),
    'Quotient and remainder of integer division.',
  ),
  builtin(
    'fma($self, x, y, z, /)',
    (self: PyDecimalContext, x: Value, y: Value, z: Value) =>
      settled(fusedMultiplyAdd(operandArgument(x), operandArgument(y), operandArgument(z), self.context), self),
    'x * y + z, rounded once.',
  ),
  builtin(
    'power($self, /, a, b, modulo=None)',
    (self: PyDecimalContext, a: Value, b: Value, modulo: Value) => {
      const [x, y] = [operandArgument(a), operandArgument(b)]
      const result =
        modulo === null ? power(x, y, self.context) : powerModulo(x, y, operandArgument(modulo), self.context)
      return settled(result, self)
    },
    'a to the power of b, or that modulo a third number, where all three are integers and the result is exact.',
  ),
]

const questionMethods = (): Builtin[] => [
  ...[...questions.filter(([name]) => name !== 'is_canonical'), ...contextQuestions].map(([name, question, doc]) =>
    builtin(
      `${name}($self, x, /)`,
      ({ context }: PyDecimalContext, x: Value) => question(operandArgument(x), context),
      doc,
    ),
  ),
  builtin(
    'same_quantum($self, x, y, /)',
    (_self: PyDecimalContext, x: Value, y: Value) => sameQuantum(operandArgument(x), operandArgument(y)),
    'Have both the same exponent?',
  ),
  builtin(
    'number_class($self, x, /)',
    ({ context }: PyDecimalContext, x: Value) => numberClass(operandArgument(x), context),
    "The class of the number: '+Normal', '-Zero', 'sNaN' and so on.",
  ),
  builtin(
    'to_eng_string($self, x, /)',
    ({ context }: PyDecimalContext, x: Value) => engineeringText(operandArgument(x), context.capitals),
    'The text with an exponent, if there is one, that is a multiple of three.',
  ),
  builtin(
    'to_sci_string($self, x, /)',
    ({ context }: PyDecimalContext, x: Value) => scientificText(operandArgument(x), context.capitals),
    'The text with an exponent where that is shorter.',
  ),
]

function quiet(name: string, change: (a: Decimal) => Decimal, doc: string): Builtin {
  return builtin(
    `${name}($self, x, /)`,
    (_self: PyDecimalContext, x: Value) => new PyDecimal(change(operandArgument(x))),
    doc,
  )
}

function decimalArgument(x: Value): Value {
  if (!(x instanceof PyDecimal)) raiseTypeError('argument must be a Decimal')
  return x
}

/** Methods that copy and make numbers. */
const makingMethods = (): Builtin[] => [
  quiet('copy_abs', a => a.withSign(false), 'The absolute value, not rounded.'),
  quiet('copy_negate', a => a.withSign(!a.negative), 'The number with the other sign, not rounded.'),
  quiet('copy_decimal', a => a, 'The number, not rounded.'),
  builtin('canonical($self, x, /)', (_self: PyDecimalContext, x: Value) => decimalArgument(x), 'The number itself.'),
  builtin(
    'is_canonical($self, x, /)',
    (_self: PyDecimalContext, x: Value) => decimalArgument(x) instanceof PyDecimal,
    'Is it canonical? Every Decimal is.',
  ),
  builtin(
    'copy_sign($self, x, y, /)',
    (_self: PyDecimalContext, x: Value, y: Value) => {
      const [a, b] = [operandArgument(x), operandArgument(y)]
      return new PyDecimal(a.withSign(b.negative))
    },
    'The first with the sign of the second.',
  ),
  builtin(
    "create_decimal($self, num='0', /)",
    (self: PyDecimalContext, value: Value) => new PyDecimal(roundedDecimal(value, self)),
    'Make a Decimal, rounded as this context says.',
  ),
  builtin(
    'create_decimal_from_float($self, f, /)',
    (self: PyDecimalContext, value: Value) => {
      const int = asInt(value)
      const float = int === undefined ? asFloat(value) : undefined
      if (int === undefined && float === undefined) raiseTypeError('argument must be int or float')
      const exact = int === undefined ? decimalFromDouble(float!) : decimalFromInt(int)
      return settled(finalize(exact, self.context), self)
    },
    'Make a Decimal of a float, rounded as this context says.',
  ),
  builtin(
    '_apply($self, x, /)',
    (self: PyDecimalContext, x: Value) => {
      const result = finalize(operandArgument(x), self.context)
      settle(self.context)
      return new PyDecimal(result)
    },
    'The number, rounded as this context says.',
  ),
]

const ownMethods = (): Builtin[] => [
  builtin('radix($self, /)', () => new PyDecimal(finite(false, 10, 0)), 'Decimal(10).'),
  builtin(
    'Etiny($self, /)',
    ({ context }: PyDecimalContext) => context.tiny,
    'The exponent of the smallest subnormal number.',
  ),
  builtin(
    'Etop($self, /)',
    ({ context }: PyDecimalContext) => context.top,
    'The largest exponent of a number with all digits.',
  ),
  builtin(
    'clear_flags($self, /)',
    ({ context }: PyDecimalContext) => {
      context.status = 0
    },
    'Set all flags to False.',
  ),
  builtin(
    'clear_traps($self, /)',
    ({ context }: PyDecimalContext) => {
      context.traps = 0
    },
    'Set all traps to False.',
  ),
  builtin('copy($self, /)', copyOfContext, 'A copy of the context.'),
  builtin('__copy__($self, /)', copyOfContext),
  builtin('__reduce__($self, /)', ({ type, context: c }: PyDecimalContext) => {
    const bounds: Value[] = [c.precision, roundingNames[c.rounding]!, c.leastExponent, c.mostExponent]
    const rest: Value[] = [c.capitals, c.clamp, signalList(c.status), signalList(c.traps)]
    return new PyTuple([type, new PyTuple([...bounds, ...rest])])
  }),
]

const fields: Readonly<Record<string, (self: PyDecimalContext) => Value>> = {
  prec: ({ context }) => context.precision,
  Emax: ({ context }) => context.mostExponent,
  Emin: ({ context }) => context.leastExponent,
  rounding: ({ context }) => roundingNames[context.rounding]!,
  capitals: ({ context }) => context.capitals,
  clamp: ({ context }) => context.clamp,
}

defineType(contextType, {
  signature: `(${names.map(name => `${name}=None`).join(', ')})`,
  doc: 'What arithmetic depends on: precision, rounding, bounds of exponents, which conditions have occurred and which raise an exception.',
  methods: () => [...arithmeticMethods(), ...questionMethods(), ...makingMethods(), ...ownMethods()],
  getset: () =>
    Object.entries(fields).map(([name, get]) => [
      name,
      get,
      (self: PyDecimalContext, value: Value | undefined) => settings[name]!(self.context, value!),
    ]),
})
