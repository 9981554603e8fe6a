/** The operations that Decimal has as methods (with an optional context) and Context as well, by name. */
import { compare, compareSignal, max, maxMagnitude, min, minMagnitude } from '../../base/decimal/comparison.ts'
import type { DecimalContext } from '../../base/decimal/context.ts'
import { type Decimal, Kind } from '../../base/decimal/decimal.ts'
import { logicalAnd, logicalInvert, logicalOr, logicalXor, rotate, shift } from '../../base/decimal/digitwise.ts'
import { remainderNear, squareRoot } from '../../base/decimal/division.ts'
import { exponentOf, nextMinus, nextPlus, nextToward, normalize, scaleByPower } from '../../base/decimal/quantize.ts'
import { exp, ln, log10 } from '../../base/decimal/transcendental.ts'

export type UnaryOperation = (a: Decimal, context: DecimalContext) => Decimal
export type BinaryOperation = (a: Decimal, b: Decimal, context: DecimalContext) => Decimal
export type Question = (a: Decimal, context: DecimalContext) => boolean

export const unaryOperations: readonly (readonly [string, UnaryOperation, string])[] = [
  ['exp', exp, 'e raised to the power of the number, correctly rounded, half to even.'],
  ['ln', ln, 'The natural logarithm, correctly rounded, half to even.'],
  ['log10', log10, 'The logarithm to base ten, correctly rounded, half to even.'],
  ['logb', exponentOf, 'The exponent of the first digit, as a decimal.'],
  ['logical_invert', logicalInvert, 'Every digit, which must be 0 or 1, is changed to the other.'],
  ['next_minus', nextMinus, 'The largest representable number that is smaller.'],
  ['next_plus', nextPlus, 'The smallest representable number that is larger.'],
  ['normalize', normalize, 'The number without zeros at the end; zero without its exponent.'],
  ['sqrt', squareRoot, 'The square root, correctly rounded, half to even.'],
]

export const binaryOperations: readonly (readonly [string, BinaryOperation, string])[] = [
  ['compare', compare, 'Compare by value: -1, 0 or 1, or NaN if one of the two is a NaN.'],
  ['compare_signal', compareSignal, 'Compare by value; every NaN signals.'],
  ['logical_and', logicalAnd, "Digit-wise 'and' of digits that are 0 or 1."],
  ['logical_or', logicalOr, "Digit-wise 'or' of digits that are 0 or 1."],
  ['logical_xor', logicalXor, "Digit-wise 'exclusive or' of digits that are 0 or 1."],
  ['max', max, 'The larger of two; a number is preferred to a quiet NaN.'],
  ['max_mag', maxMagnitude, 'The one with the larger absolute value.'],
  ['min', min, 'The smaller of two; a number is preferred to a quiet NaN.'],
  ['min_mag', minMagnitude, 'The one with the smaller absolute value.'],
  ['next_toward', nextToward, 'The representable number next to the first in the direction of the second.'],
  ['remainder_near', remainderNear, 'x - y * n, where n is the integer nearest to x / y.'],
  ['rotate', rotate, "The digits of the first rotated by the second's number of places."],
  ['scaleb', scaleByPower, 'The first with the second added to its exponent.'],
  ['shift', shift, "The digits of the first shifted by the second's number of places."],
]

const isNormal: Question = (a, context) => a.isFinite && a.coefficient !== 0 && a.adjusted >= context.leastExponent
const isSubnormal: Question = (a, context) => a.isFinite && a.coefficient !== 0 && a.adjusted < context.leastExponent

/** Those whose answer depends on a context. */
export const contextQuestions: readonly (readonly [string, Question, string])[] = [
  ['is_normal', isNormal, 'Is it finite, not zero, and not subnormal?'],
  ['is_subnormal', isSubnormal, 'Is it finite, not zero, and below the smallest normal number?'],
]

export const questions: readonly (readonly [string, Question, string])[] = [
  ['is_canonical', () => true, 'Is it canonical? It always is.'],
  ['is_finite', a => a.isFinite, 'Is it neither infinite nor a NaN?'],
  ['is_infinite', a => a.isInfinite, 'Is it infinite?'],
  ['is_nan', a => a.isNaN, 'Is it a NaN, quiet or signaling?'],
  ['is_qnan', a => a.kind === Kind.quiet, 'Is it a quiet NaN?'],
  ['is_signed', a => a.negative, 'Has it a minus sign? Zeros and NaNs may have one.'],
  ['is_snan', a => a.kind === Kind.signalling, 'Is it a signaling NaN?'],
  ['is_zero', a => a.isZero, 'Is it zero?'],
]

/** The class that a number belongs to. */
export function numberClass(a: Decimal, context: DecimalContext): string {
  if (a.isNaN) return a.kind === Kind.quiet ? 'NaN' : 'sNaN'
  const sign = a.negative ? '-' : '+'
  if (a.isInfinite) return `${sign}Infinity`
  if (a.coefficient === 0) return `${sign}Zero`
  return sign + (isSubnormal(a, context) ? 'Subnormal' : 'Normal')
}

export const sameQuantum = (a: Decimal, b: Decimal): boolean =>
  a.isFinite && b.isFinite ? a.exponent === b.exponent : (a.isNaN && b.isNaN) || (a.isInfinite && b.isInfinite)
