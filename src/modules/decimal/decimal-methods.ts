/** The methods of Decimal. */
import { fusedMultiplyAdd } from '../../base/decimal/arithmetic.ts'
import { compareTotal, compareTotalMagnitudes, decimalFromOrder } from '../../base/decimal/comparison.ts'
import { Rounding } from '../../base/decimal/context.ts'
import { type Decimal, finite, Kind, zero } from '../../base/decimal/decimal.ts'
import { quantize, toIntegralExact, toIntegralValue } from '../../base/decimal/quantize.ts'
import { engineeringText, scientificText } from '../../base/decimal/text.ts'
import { floordiv, neg, pow, type Int } from '../../base/int.ts'
import { gcd } from '../../base/int-theory.ts'
import { bindArguments } from '../../objects/argument-binding.ts'
import { call } from '../../objects/call.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { asFloat, asInt, PyComplex } from '../../objects/number.ts'
import { ssizeArgument } from '../../objects/operators.ts'
import { builtin, type Builtin } from '../../objects/signature.ts'
import type { KeywordNames } from '../../objects/slots.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { typeName, type PyType } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { contextArgument, currentContext, decimalState, type PyDecimalContext } from './context-object.ts'
import {
  decimalFromDouble,
  decimalFromInt,
  decimalType,
  exactDecimal,
  noteFloat,
  operandArgument,
  PyDecimal,
} from './decimal-object.ts'
import { formatMethod } from './formatting.ts'
import {
  binaryOperations,
  contextQuestions,
  numberClass,
  questions,
  sameQuantum,
  unaryOperations,
} from './operations.ts'
import { doubleFrom, integerFrom } from './operators.ts'
import { roundingArgument } from './settings.ts'
import { settle } from './signals.ts'

const constructor = builtin('Decimal(value=<unrepresentable>, context=None)', () => null)

decimalType.new = (type: PyType, args: Value[], keywords: KeywordNames) => {
  if (keywords === null && args.length === 1 && type === decimalType && args[0] instanceof PyDecimal)
    return args[0].type === decimalType ? args[0] : new PyDecimal(args[0].value)
  const [value, context] = bindArguments(constructor, constructor.signature, args, keywords) as [
    Value | undefined,
    Value,
  ]
  const chosen = contextArgument(context)
  if (value === undefined) return new PyDecimal(zero, type)
  if (value instanceof PyDecimal && value.type === decimalType && type === decimalType) return value
  return new PyDecimal(exactDecimal(value, chosen), type)
}

/** The result of an operation, once the context knows what happened. */
export function settled(result: Decimal, { context }: PyDecimalContext): Value {
  settle(context)
  return new PyDecimal(result)
}

const withContext = '$self, /, context=None'
const withOther = '$self, /, other, context=None'

const generalMethods = (): Builtin[] => [
  ...unaryOperations.map(([name, operation, doc]) =>
    builtin(
      `${name}(${withContext})`,
      ({ value }: PyDecimal, context: Value) => {
        const chosen = contextArgument(context)
        return settled(operation(value, chosen.context), chosen)
      },
      doc,
    ),
  ),
  ...binaryOperations.map(([name, operation, doc]) =>
    builtin(
      `${name}(${withOther})`,
      ({ value }: PyDecimal, other: Value, context: Value) => {
        const chosen = contextArgument(context)
        return settled(operation(value, operandArgument(other), chosen.context), chosen)
      },
      doc,
    ),
  ),
  ...contextQuestions.map(([name, question, doc]) =>
    builtin(
      `${name}(${withContext})`,
      ({ value }: PyDecimal, context: Value) => question(value, contextArgument(context).context),
      doc,
    ),
  ),
  ...questions.map(([name, question, doc]) =>
    builtin(`${name}($self, /)`, ({ value }: PyDecimal) => question(value, currentContext().context), doc),
  ),
]

/** Methods that only look at the two: the context is there to note that the other could not be converted. */
const quietMethods = (): Builtin[] => [
  builtin(
    `compare_total(${withOther})`,
    ({ value }: PyDecimal, other: Value, context: Value) => {
      contextArgument(context)
      return new PyDecimal(decimalFromOrder(compareTotal(value, operandArgument(other))))
    },
    'Compare by representation: -1, 0 or 1, in an order in which no two representations are equal.',
  ),
  builtin(
    `compare_total_mag(${withOther})`,
    ({ value }: PyDecimal, other: Value, context: Value) => {
      contextArgument(context)
      return new PyDecimal(decimalFromOrder(compareTotalMagnitudes(value, operandArgument(other))))
    },
    'Compare by representation, without the signs.',
  ),
  builtin(
    `copy_sign(${withOther})`,
    ({ value }: PyDecimal, other: Value, context: Value) => {
      contextArgument(context)
      return new PyDecimal(value.withSign(operandArgument(other).negative))
    },
    'The number with the sign of the other.',
  ),
  builtin(
    `same_quantum(${withOther})`,
    ({ value }: PyDecimal, other: Value, context: Value) => {
      contextArgument(context)
      return sameQuantum(value, operandArgument(other))
    },
    'Have both the same exponent, or are both NaNs, or both infinite?',
  ),
  builtin(
    'copy_abs($self, /)',
    ({ value }: PyDecimal) => new PyDecimal(value.withSign(false)),
    'The absolute value, not rounded.',
  ),
  builtin(
    'copy_negate($self, /)',
    ({ value }: PyDecimal) => new PyDecimal(value.withSign(!value.negative)),
    'The number with the other sign, not rounded.',
  ),
  builtin('canonical($self, /)', (self: PyDecimal) => self, 'The number itself: every encoding is canonical.'),
  builtin('conjugate($self, /)', (self: PyDecimal) => self, 'The number itself.'),
  builtin(
    'radix($self, /)',
    () => new PyDecimal(finite(false, 10, 0)),
    'Decimal(10), the base of all arithmetic here.',
  ),
  builtin(
    'adjusted($self, /)',
    ({ value }: PyDecimal) => (value.isFinite ? value.adjusted : 0),
    'The exponent of the first digit: exponent + digits - 1.',
  ),
]

type ToIntegral = typeof toIntegralExact

function toIntegral(name: string, operation: ToIntegral, doc: string): Builtin {
  return builtin(
    `${name}($self, /, rounding=None, context=None)`,
    ({ value }: PyDecimal, rounding: Value, context: Value) => {
      const chosen = contextArgument(context)
      const working = chosen.context.working(
        chosen.context.precision,
        rounding === null ? chosen.context.rounding : roundingArgument(rounding),
      )
      const result = operation(value, working)
      chosen.context.pending |= working.pending
      return settled(result, chosen)
    },
    doc,
  )
}

const roundingMethods = (): Builtin[] => [
  toIntegral('to_integral', toIntegralValue, 'Another name of to_integral_value().'),
  toIntegral('to_integral_exact', toIntegralExact, 'Round to an integer, signaling Inexact and Rounded.'),
  toIntegral('to_integral_value', toIntegralValue, 'Round to an integer without signaling Inexact or Rounded.'),
  builtin(
    'quantize($self, /, exp, rounding=None, context=None)',
    ({ value }: PyDecimal, exponent: Value, rounding: Value, context: Value) => {
      const chosen = contextArgument(context)
      const settings = chosen.context
      if (rounding === null) return settled(quantize(value, operandArgument(exponent), settings), chosen)
      const working = settings.working(settings.precision, roundingArgument(rounding))
      const result = quantize(value, operandArgument(exponent), working)
      settings.pending |= working.pending
      return settled(result, chosen)
    },
    'Round to the exponent of another number. It is an error if the digits do not fit the precision.',
  ),
  builtin(
    '__round__($self, ndigits=<unrepresentable>, /)',
    ({ value }: PyDecimal, digits: Value | undefined) => {
      if (digits === undefined) return integerFrom(value, Rounding.halfEven)
      if (asInt(digits) === undefined) raiseTypeError('optional arg must be an integer')
      const current = currentContext()
      return settled(quantize(value, finite(false, 1, 0 - ssizeArgument(digits)), current.context), current)
    },
    'The nearest integer, or the nearest number with so many digits behind the point.',
  ),
  builtin('__trunc__($self, /)', ({ value }: PyDecimal) => integerFrom(value, Rounding.down), 'The integer part.'),
  builtin(
    '__floor__($self, /)',
    ({ value }: PyDecimal) => integerFrom(value, Rounding.floor),
    'The next integer below.',
  ),
  builtin(
    '__ceil__($self, /)',
    ({ value }: PyDecimal) => integerFrom(value, Rounding.ceiling),
    'The next integer above.',
  ),
]

/** Numerator and denominator without a common divisor. */
function integerRatio({ value }: PyDecimal): Value {
  if (value.isNaN) raise(valueErrorType, 'cannot convert NaN to integer ratio')
  if (value.isInfinite) raise(overflowErrorType, 'cannot convert Infinity to integer ratio')
  const signed = (int: Int): Int => (value.negative ? neg(int) : int)
  if (value.exponent >= 0 || value.coefficient === 0) return new PyTuple([signed(value.integer), 1])
  const denominator = pow(10, -value.exponent)
  const divisor = gcd(value.coefficient, denominator)
  return new PyTuple([signed(floordiv(value.coefficient, divisor)), floordiv(denominator, divisor)])
}

function asTuple({ value }: PyDecimal): Value {
  const { kind } = value
  const exponent =
    kind === Kind.finite ? value.exponent : kind === Kind.infinite ? 'F' : kind === Kind.quiet ? 'n' : 'N'
  const hasDigits = !value.isNaN || value.coefficient !== 0
  const digits = hasDigits ? [...value.coefficient.toString()].map(Number) : []
  return call(decimalState().tupleType, [value.negative ? 1 : 0, new PyTuple(digits), exponent])
}

const conversionMethods = (): Builtin[] => [
  builtin(
    'as_integer_ratio($self, /)',
    integerRatio,
    'A pair of integers, the second positive, whose ratio is the number.',
  ),
  builtin('as_tuple($self, /)', asTuple, 'A named tuple of sign, digits and exponent.'),
  builtin(
    `to_eng_string(${withContext})`,
    ({ value }: PyDecimal, context: Value) => engineeringText(value, contextArgument(context).context.capitals),
    'The text with an exponent, if there is one, that is a multiple of three.',
  ),
  builtin(
    `number_class(${withContext})`,
    ({ value }: PyDecimal, context: Value) => numberClass(value, contextArgument(context).context),
    "The class of the number: '+Normal', '-Zero', 'sNaN' and so on.",
  ),
  builtin(
    'fma($self, /, other, third, context=None)',
    ({ value }: PyDecimal, other: Value, third: Value, context: Value) => {
      const chosen = contextArgument(context)
      return settled(fusedMultiplyAdd(value, operandArgument(other), operandArgument(third), chosen.context), chosen)
    },
    'self * other + third, rounded once.',
  ),
  builtin(
    '__complex__($self, /)',
    ({ value }: PyDecimal) => new PyComplex(doubleFrom(value), 0),
    'The number as a complex.',
  ),
  builtin(
    '__reduce__($self, /)',
    (self: PyDecimal) => new PyTuple([self.type, new PyTuple([scientificText(self.value, 1)])]),
    'State information for pickling.',
  ),
  builtin('__copy__($self, /)', (self: PyDecimal) => self),
  builtin('__deepcopy__($self, memo, /)', (self: PyDecimal) => self),
  builtin('__sizeof__($self, /)', () => 104, 'Size in memory, in bytes.'),
  formatMethod(),
]

function made(type: PyType, value: Decimal): Value {
  const decimal = new PyDecimal(value)
  return type === decimalType ? decimal : call(type, [decimal])
}

defineType(decimalType, {
  signature: '(value="0", context=None)',
  doc: 'A decimal number, made of an int, a text, a tuple of sign, digits and exponent, a float or another Decimal; 0 if nothing is given.\n\nThe conversion is exact. A context only says whether what goes wrong raises an exception.',
  methods: () => [...generalMethods(), ...quietMethods(), ...roundingMethods(), ...conversionMethods()],
  classMethods: () => [
    builtin(
      'from_float($type, f, /)',
      (type: PyType, value: Value) => {
        const int = asInt(value)
        const float = int === undefined ? asFloat(value) : undefined
        if (int === undefined && float === undefined) raiseTypeError('argument must be int or float')
        return made(type, int === undefined ? decimalFromDouble(float!) : decimalFromInt(int))
      },
      'Convert a float exactly: from_float(0.1) is not Decimal("0.1").',
    ),
    builtin(
      'from_number($type, number, /)',
      (type: PyType, value: Value) => {
        if (value instanceof PyDecimal) return made(type, value.value)
        const int = asInt(value)
        const float = asFloat(value)
        if (int !== undefined) return made(type, decimalFromInt(int))
        if (float !== undefined) {
          noteFloat(currentContext())
          return made(type, decimalFromDouble(float))
        }
        raiseTypeError(`conversion from ${typeName(typeOf(value))} to Decimal is not supported`)
      },
      'Convert an int, a float or a Decimal exactly.',
    ),
  ],
  getset: () => [
    ['real', (self: PyDecimal) => self],
    ['imag', () => new PyDecimal(zero)],
  ],
})
