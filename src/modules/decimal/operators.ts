/** What operators and builtin functions do with decimals. */
import { absolute, add, minus, multiply, plus, subtract } from '../../base/decimal/arithmetic.ts'
import { compareValues } from '../../base/decimal/comparison.ts'
import { type DecimalContext, Flag } from '../../base/decimal/context.ts'
import { type Decimal, finite, Kind } from '../../base/decimal/decimal.ts'
import { divide, divideInteger, divmod, remainder } from '../../base/decimal/division.ts'
import { power, powerModulo } from '../../base/decimal/power.ts'
import { rescale } from '../../base/decimal/quantize.ts'
import { scientificText } from '../../base/decimal/text.ts'
import { Rounding } from '../../base/decimal/context.ts'
import { mul, neg, normalize, powmod, type Int } from '../../base/int.ts'
import { lookupAttribute } from '../../objects/attribute.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { identityHash } from '../../objects/hash.ts'
import { asFloat, asInt, NotImplemented, PyComplex } from '../../objects/number.ts'
import { EQ, GE, GT, LE, LT, NE, type CompareOp } from '../../objects/slots.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { PyFloat, type Value } from '../../objects/value.ts'
import { isInstance } from '../../builtins/type-check.ts'
import { currentContext, decimalState, type PyDecimalContext } from './context-object.ts'
import { decimalFromDouble, decimalFromInt, decimalType, noteFloat, operandOf, PyDecimal } from './decimal-object.ts'
import { settle } from './signals.ts'

type Operation = (a: Decimal, b: Decimal, context: DecimalContext) => Decimal

function binary(operation: Operation) {
  return (left: Value, right: Value): Value => {
    const a = operandOf(left)
    const b = operandOf(right)
    if (a === undefined || b === undefined) return NotImplemented
    const { context } = currentContext()
    const result = operation(a, b, context)
    if (context.pending !== 0) settle(context)
    return new PyDecimal(result)
  }
}

function unary(operation: (a: Decimal, context: DecimalContext) => Decimal) {
  return (self: PyDecimal): Value => {
    const { context } = currentContext()
    const result = operation(self.value, context)
    settle(context)
    return new PyDecimal(result)
  }
}

decimalType.add = binary(add)
decimalType.subtract = binary(subtract)
decimalType.multiply = binary(multiply)
decimalType.trueDivide = binary(divide)
decimalType.floorDivide = binary(divideInteger)
decimalType.remainder = binary(remainder)
decimalType.negative = unary(minus)
decimalType.positive = unary(plus)
decimalType.absolute = unary(absolute)

/** The pair as a tuple, once the context knows what happened. */
export function pairOf([quotient, rest]: [Decimal, Decimal], context: DecimalContext): Value {
  settle(context)
  return new PyTuple([new PyDecimal(quotient), new PyDecimal(rest)])
}

decimalType.divmod = (left, right) => {
  const a = operandOf(left)
  const b = operandOf(right)
  if (a === undefined || b === undefined) return NotImplemented
  const { context } = currentContext()
  return pairOf(divmod(a, b, context), context)
}

decimalType.power = (left, right, third) => {
  const [a, b] = [operandOf(left), operandOf(right)]
  const modulus = third === null ? null : operandOf(third)
  if (a === undefined || b === undefined || modulus === undefined) return NotImplemented
  const { context } = currentContext()
  const result = modulus === null ? power(a, b, context) : powerModulo(a, b, modulus, context)
  settle(context)
  return new PyDecimal(result)
}

decimalType.bool = ({ value }: PyDecimal) => !value.isZero

const textOf = (value: Decimal): string => scientificText(value, currentContext().context.capitals)
decimalType.str = ({ value }: PyDecimal) => textOf(value)
decimalType.repr = ({ value }: PyDecimal) => `Decimal('${textOf(value)}')`

/** The integer that a decimal is when it is rounded so. */
export function integerFrom(value: Decimal, rounding: Rounding): Int {
  if (value.isNaN) raise(valueErrorType, 'cannot convert NaN to integer')
  if (value.isInfinite) raise(overflowErrorType, 'cannot convert Infinity to integer')
  const { context } = currentContext()
  const whole = value.exponent >= 0 ? value : rescale(value, 0, context.working(context.precision, rounding))
  const magnitude = whole.integer
  return whole.negative ? neg(magnitude) : magnitude
}
decimalType.int = ({ value }: PyDecimal) => integerFrom(value, Rounding.down)

export function doubleFrom(value: Decimal): number {
  if (value.kind === Kind.signalling) raise(valueErrorType, 'cannot convert signaling NaN to float')
  return value.isNaN ? Number.NaN : Number(scientificText(value, 1))
}
decimalType.float = ({ value }: PyDecimal) => new PyFloat(doubleFrom(value))

/** As hashes of other numbers: the value modulo 2^61 − 1, so that equal numbers of other types have the same. */
const hashModulus = 2n ** 61n - 1n
/** Powers of ten of −50 to 50 modulo that. */
const hashScales: bigint[] = []
function hashScale(exponent: number): bigint {
  const isKept = exponent >= -50 && exponent <= 50
  const known = isKept ? hashScales[exponent + 50] : undefined
  if (known !== undefined) return known
  const scale = BigInt(powmod(10, exponent, hashModulus)!)
  if (isKept) hashScales[exponent + 50] = scale
  return scale
}

decimalType.hash = (self: PyDecimal) => {
  const { value } = self
  if (value.kind === Kind.signalling) raiseTypeError('Cannot hash a signaling NaN value')
  if (value.isNaN) return identityHash(self)
  if (value.isInfinite) return value.negative ? -314159 : 314159
  if (value.coefficient === 0) return 0
  const hash = normalize((BigInt(value.coefficient) * hashScale(value.exponent)) % hashModulus)
  const signed = value.negative ? neg(hash) : hash
  return signed === -1 ? -2 : signed
}

// Comparison.

const answers: Readonly<Record<CompareOp, (order: number) => boolean>> = {
  [LT]: order => order < 0,
  [LE]: order => order <= 0,
  [EQ]: order => order === 0,
  [NE]: order => order !== 0,
  [GT]: order => order > 0,
  [GE]: order => order >= 0,
}

/** What to compare with what: the right side may be a number of another type, whose denominator goes to the left. */
function comparands(
  left: Decimal,
  right: Value,
  op: CompareOp,
  context: PyDecimalContext,
): [Decimal, Decimal] | undefined {
  const operand = operandOf(right)
  if (operand !== undefined) return [left, operand]
  const isEquality = op === EQ || op === NE
  const float = asFloat(right)
  if (float !== undefined) {
    if (isEquality) context.context.status |= Flag.floatOperation
    else noteFloat(context)
    return [left, decimalFromDouble(float)]
  }
  if (right instanceof PyComplex && isEquality) {
    if (right.imag !== 0) return undefined
    context.context.status |= Flag.floatOperation
    return [left, decimalFromDouble(right.real)]
  }
  if (right === null || typeof right === 'string') return undefined
  if (!isInstance(right, decimalState().rational)) return undefined
  const numerator = decimalFromInt(integerAttribute(right, 'numerator'))
  if (left.kind !== Kind.finite) return [left, numerator]
  const denominator = integerAttribute(right, 'denominator')
  return [finite(left.negative, mul(left.coefficient, denominator), left.exponent), numerator]
}

function integerAttribute(rational: Value, name: string): Int {
  return asInt(lookupAttribute(rational, name)) ?? raiseTypeError('argument must be an integer')
}

decimalType.richcompare = (self: PyDecimal, other: Value, op: CompareOp) => {
  const current = currentContext()
  const pair = comparands(self.value, other, op, current)
  if (pair === undefined) return NotImplemented
  const [a, b] = pair
  if (!a.isNaN && !b.isNaN) return answers[op](compareValues(a, b))
  // Signalling NaNs complain always, quiet ones where an order is asked for.
  if (a.kind === Kind.signalling || b.kind === Kind.signalling || (op !== EQ && op !== NE)) {
    current.context.pending |= Flag.invalidOperation
    settle(current.context)
  }
  return op === NE
}
