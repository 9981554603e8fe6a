/**
 * The end of every operation: rounding to the context's precision, overflow, underflow, clamping. As mpd_qfinalize (libmpdec).
 *
 * Nearly every result fits as it is; that path is a few comparisons.
 */
import { add, type Int, normalize } from '../int.ts'
import {
  digitCount,
  isOdd,
  lastDigit,
  powerOfTen,
  Rest,
  rest,
  shiftLeft,
  shiftRight,
  shiftRightToNearest,
} from './coefficient.ts'
import { type DecimalContext, Flag, Rounding } from './context.ts'
import { Decimal, finite, infinity, Kind, notANumber, quietNaN } from './decimal.ts'

/** Is the truncated coefficient to be made one larger, with `cut` cut off? */
export function roundsUp(coefficient: Int, negative: boolean, cut: Rest, rounding: Rounding): boolean {
  if (cut === Rest.none) return false
  switch (rounding) {
    case Rounding.halfEven:
      return cut === Rest.above || (cut === Rest.half && isOdd(coefficient))
    case Rounding.halfUp:
      return cut >= Rest.half
    case Rounding.halfDown:
      return cut === Rest.above
    case Rounding.up:
      return true
    case Rounding.ceiling:
      return !negative
    case Rounding.floor:
      return negative
    case Rounding.zeroFiveUp:
      return lastDigit(coefficient) % 5 === 0
    default:
      return false
  }
}

/** Was anything but zeros cut off by the last `roundOff`? */
export let isInexact = false

/** coefficient ÷ 10ⁿ, rounded. */
export function roundOff(coefficient: Int, n: number, negative: boolean, rounding: Rounding): Int {
  if (rounding >= Rounding.halfUp && rounding <= Rounding.halfEven) {
    const nearest = shiftRightToNearest(coefficient, n)
    if (nearest !== undefined) {
      isInexact = true
      return nearest
    }
  }
  const shifted = shiftRight(coefficient, n)
  isInexact = rest !== Rest.none
  return roundsUp(shifted, negative, rest, rounding) ? add(shifted, 1) : shifted
}

/** The decimal of these parts as the context allows it. */
export function finish(
  negative: boolean,
  coefficient: Int,
  exponent: number,
  context: DecimalContext,
  digits = digitCount(coefficient),
): Decimal {
  const adjusted = exponent + digits - 1
  if (
    digits <= context.precision &&
    adjusted <= context.mostExponent &&
    adjusted >= context.leastExponent &&
    context.clamp === 0
  )
    return new Decimal(Kind.finite, negative, coefficient, exponent, digits)
  return fit(new Decimal(Kind.finite, negative, coefficient, exponent, digits), context)
}

/** The same for a decimal that is there already. */
export function finalize(value: Decimal, context: DecimalContext): Decimal {
  if (value.kind === Kind.finite) return fit(value, context)
  return value.isNaN ? fixNaN(value, context) : value
}

function fit(value: Decimal, context: DecimalContext): Decimal {
  const checked = checkExponent(value, context)
  const { precision } = context
  if (checked.kind !== Kind.finite || checked.digits <= precision) return checked
  const { negative } = checked
  const shift = checked.digits - precision
  let coefficient = roundOff(checked.coefficient, shift, negative, context.rounding)
  let exponent = checked.exponent + shift
  context.pending |= isInexact ? Flag.rounded | Flag.inexact : Flag.rounded
  if (coefficient !== powerOfTen(precision)) return new Decimal(Kind.finite, negative, coefficient, exponent, precision)
  // All nines: a power of ten, one digit too long.
  coefficient = shiftRight(coefficient, 1)
  exponent++
  return checkExponent(new Decimal(Kind.finite, negative, coefficient, exponent, precision), context)
}

function checkExponent(value: Decimal, context: DecimalContext): Decimal {
  const { adjusted } = value
  if (adjusted > context.mostExponent) return overflowed(value, context)
  if (context.clamp === 1 && value.exponent > context.top) {
    context.pending |= Flag.clamped
    if (value.coefficient !== 0 && adjusted < context.leastExponent) context.pending |= Flag.subnormal
    return finite(value.negative, shiftLeft(value.coefficient, value.exponent - context.top), context.top)
  }
  return adjusted < context.leastExponent ? underflowed(value, context) : value
}

function overflowed(value: Decimal, context: DecimalContext): Decimal {
  const { negative } = value
  if (value.coefficient === 0) {
    context.pending |= Flag.clamped
    return finite(negative, 0, context.clamp === 1 ? context.top : context.mostExponent)
  }
  context.pending |= Flag.overflow | Flag.inexact | Flag.rounded
  const { rounding } = context
  const staysFinite =
    rounding === Rounding.down ||
    rounding === Rounding.zeroFiveUp ||
    (rounding === Rounding.ceiling && negative) ||
    (rounding === Rounding.floor && !negative)
  return staysFinite ? finite(negative, largestCoefficient(context), context.top) : infinity(negative)
}

function underflowed(value: Decimal, context: DecimalContext): Decimal {
  const { tiny } = context
  const { negative } = value
  if (value.coefficient === 0) {
    if (value.exponent >= tiny) return value
    context.pending |= Flag.clamped
    return finite(negative, 0, tiny)
  }
  context.pending |= Flag.subnormal
  if (value.exponent >= tiny) return value
  const coefficient = roundOff(value.coefficient, tiny - value.exponent, negative, context.rounding)
  context.pending |= Flag.rounded
  if (isInexact) {
    context.pending |= Flag.inexact | Flag.underflow
    if (coefficient === 0) context.pending |= Flag.clamped
  }
  return finite(negative, coefficient, tiny)
}

/** As many nines as the precision. */
export const largestCoefficient = ({ precision }: DecimalContext): Int => add(powerOfTen(precision), -1)

/** A payload that is too long loses its first digits. */
function fixNaN(value: Decimal, context: DecimalContext): Decimal {
  const most = context.precision - context.clamp
  if (value.coefficient === 0 || value.digits <= most) return value
  const payload = most === 0 ? 0 : lowDigits(value.coefficient, most)
  return new Decimal(value.kind, value.negative, payload, 0, digitCount(payload))
}

/** The last `count` digits. */
export function lowDigits(coefficient: Int, count: number): Int {
  const digits = coefficient.toString()
  if (digits.length <= count) return coefficient
  return typeof coefficient === 'number'
    ? coefficient % 10 ** count
    : normalize(coefficient % BigInt(powerOfTen(count)))
}

/** No result: notes why and answers NaN. */
export function invalid(context: DecimalContext, flag: number = Flag.invalidOperation): Decimal {
  context.pending |= flag
  return quietNaN
}

/** The NaN that an operation with this NaN as operand has as its result. */
export function propagated(value: Decimal, context: DecimalContext): Decimal {
  if (value.kind === Kind.signalling) context.pending |= Flag.invalidOperation
  return fixNaN(notANumber(value.negative, value.coefficient), context)
}

/** The NaN that results if one of the operands is one: the first that signals, else the first. */
export function nanOf(operands: readonly Decimal[], context: DecimalContext): Decimal | undefined {
  const signalling = operands.find(operand => operand.kind === Kind.signalling)
  const chosen = signalling ?? operands.find(operand => operand.isNaN)
  return chosen === undefined ? undefined : propagated(chosen, context)
}
