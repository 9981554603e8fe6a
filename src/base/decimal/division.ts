/** Quotients and remainders of decimals, and the square root. */
import { add as addInts, divmod as divmodInts, mul, type Int } from '../int.ts'
import { isqrt } from '../int-theory.ts'
import {
  digitCount,
  digitCountBelow,
  isOdd,
  lastDigit,
  powerOfTen,
  Rest,
  rest,
  shiftLeft,
  shiftRight,
  trailingZeros,
} from './coefficient.ts'
import { add, subtract } from './arithmetic.ts'
import { type DecimalContext, Flag, Rounding, widestContext } from './context.ts'
import { type Decimal, finite, infinity, Kind, quietNaN } from './decimal.ts'
import { compareMagnitudes } from './comparison.ts'
import { finalize, finish, invalid, nanOf, propagated, roundsUp } from './finalize.ts'

/** Makes the last digit tell that more, not zero, would follow it: a rounding digit of 0 or 5 must not look exact. */
const sticky = (quotient: Int): Int => (lastDigit(quotient) % 5 === 0 ? addInts(quotient, 1) : quotient)

/** What has more digits than this is out of reach: with such a precision programs expect what is exact. */
const mostDigits = 2 ** 28

export function divide(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  const negative = a.negative !== b.negative
  if (a.kind !== Kind.finite || b.kind !== Kind.finite) {
    const nan = nanOf([a, b], context)
    if (nan !== undefined) return nan
    if (a.isInfinite) return b.isInfinite ? invalid(context) : infinity(negative)
    context.pending |= Flag.clamped
    return finite(negative, 0, context.tiny)
  }
  if (b.coefficient === 0) {
    if (a.coefficient === 0) return invalid(context, Flag.divisionUndefined)
    context.pending |= Flag.divisionByZero
    return infinity(negative)
  }
  const ideal = a.exponent - b.exponent
  if (a.coefficient === 0) return finish(negative, 0, ideal, context)
  const rounded = roundedQuotient(a, b, negative, context)
  if (rounded !== undefined) return rounded
  const all = b.digits - a.digits + context.precision + 1
  // An exact quotient has no more places than the divisor has factors of two or five.
  let shift = Math.min(all, 4 * b.digits)
  let [quotient, remainder] = shiftedQuotient(a, b, shift)
  if (remainder !== 0 && shift < all) {
    shift = all
    ;[quotient, remainder] = shiftedQuotient(a, b, shift)
  }
  const exponent = ideal - shift
  if (remainder !== 0) return finish(negative, sticky(quotient), exponent, context)
  const zeros = trailingZeros(quotient, shift)
  return finish(negative, shiftRight(quotient, zeros), exponent + zeros, context)
}

function shiftedQuotient(a: Decimal, b: Decimal, shift: number): [Int, Int] {
  const dividend = shift > 0 ? shiftLeft(a.coefficient, shift) : a.coefficient
  const divisor = shift < 0 ? shiftLeft(b.coefficient, -shift) : b.coefficient
  return divmodInts(dividend, divisor)
}

/**
 * The quotient where it is not exact and of the common kind: the dividend gets just so many zeros that the quotient has all digits of the
 * precision and none to cut, and the remainder says how to round. How many those are is found from doubles, unless these are too close.
 */
function roundedQuotient(a: Decimal, b: Decimal, negative: boolean, context: DecimalContext): Decimal | undefined {
  const { precision } = context
  if (precision < 17 || precision > mostDigits) return undefined
  const scaled = Number(a.coefficient) * 10 ** (b.digits - a.digits)
  const divisor = Number(b.coefficient)
  if (!(Math.abs(scaled - divisor) > divisor * 1e-9)) return undefined
  const shift = b.digits - a.digits + precision - (scaled > divisor ? 1 : 0)
  const exponent = a.exponent - b.exponent - shift
  const adjusted = exponent + precision
  if (shift < 0 || context.clamp === 1) return undefined
  if (adjusted > context.mostExponent || adjusted <= context.leastExponent) return undefined
  const dividend = BigInt(shiftLeft(a.coefficient, shift))
  const bigDivisor = BigInt(b.coefficient)
  let quotient = dividend / bigDivisor
  const remainder = dividend - quotient * bigDivisor
  if (remainder === 0n) return undefined
  const twice = remainder + remainder
  const rest = twice < bigDivisor ? Rest.below : twice === bigDivisor ? Rest.half : Rest.above
  context.pending |= Flag.rounded | Flag.inexact
  if (roundsUp(quotient, negative, rest, context.rounding)) quotient += 1n
  return finish(negative, quotient, exponent, context, digitCountBelow(quotient, precision + 1))
}

/** The integer quotient and the remainder of two finite numbers; null when the quotient has too many digits. */
function quotientAndRemainder(a: Decimal, b: Decimal, context: DecimalContext): [Decimal, Decimal] | null {
  const negative = a.negative !== b.negative
  const exponent = Math.min(a.exponent, b.exponent)
  const nothing = finite(negative, 0, 0)
  if (a.coefficient === 0) return [nothing, finite(a.negative, 0, exponent)]
  const difference = a.adjusted - b.adjusted
  if (difference < 0) {
    if (a.exponent <= b.exponent) return [nothing, a]
    return [nothing, finite(a.negative, shiftLeft(a.coefficient, a.exponent - b.exponent), exponent)]
  }
  if (difference > context.precision) return null
  const dividend = shiftLeft(a.coefficient, Math.max(a.exponent - b.exponent, 0))
  const divisor = shiftLeft(b.coefficient, Math.max(b.exponent - a.exponent, 0))
  const [quotient, remainder] = divmodInts(dividend, divisor)
  if (digitCount(quotient) > context.precision) return null
  return [finite(negative, quotient, 0), finite(a.negative, remainder, exponent)]
}

/** `a // b` */
export function divideInteger(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  const negative = a.negative !== b.negative
  if (a.kind !== Kind.finite || b.kind !== Kind.finite) {
    const nan = nanOf([a, b], context)
    if (nan !== undefined) return nan
    if (a.isInfinite) return b.isInfinite ? invalid(context) : infinity(negative)
    return finite(negative, 0, 0)
  }
  if (b.coefficient === 0) {
    if (a.coefficient === 0) return invalid(context, Flag.divisionUndefined)
    context.pending |= Flag.divisionByZero
    return infinity(negative)
  }
  const result = quotientAndRemainder(a, b, context)
  return result === null ? invalid(context, Flag.divisionImpossible) : finalize(result[0], context)
}

/** What a remainder is where that needs no division; undefined where it does. */
function specialRemainder(a: Decimal, b: Decimal, context: DecimalContext): Decimal | undefined {
  if (a.kind !== Kind.finite || b.kind !== Kind.finite) {
    const nan = nanOf([a, b], context)
    if (nan !== undefined) return nan
    return a.isInfinite ? invalid(context) : finalize(a, context)
  }
  if (b.coefficient !== 0) return undefined
  return invalid(context, a.coefficient === 0 ? Flag.divisionUndefined : Flag.invalidOperation)
}

/** `a % b`, with the sign of `a`. */
export function remainder(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  const special = specialRemainder(a, b, context)
  if (special !== undefined) return special
  const result = quotientAndRemainder(a, b, context)
  return result === null ? invalid(context, Flag.divisionImpossible) : finalize(result[1], context)
}

/** `divmod(a, b)` */
export function divmod(a: Decimal, b: Decimal, context: DecimalContext): [Decimal, Decimal] {
  const negative = a.negative !== b.negative
  if (a.kind !== Kind.finite || b.kind !== Kind.finite) {
    const nan = nanOf([a, b], context)
    if (nan !== undefined) return [nan, nan]
    if (!a.isInfinite) return [finite(negative, 0, 0), finalize(a, context)]
    context.pending |= Flag.invalidOperation
    return [b.isInfinite ? quietNaN : infinity(negative), quietNaN]
  }
  if (b.coefficient === 0) {
    if (a.coefficient === 0) {
      context.pending |= Flag.divisionUndefined
      return [quietNaN, quietNaN]
    }
    context.pending |= Flag.divisionByZero | Flag.invalidOperation
    return [infinity(negative), quietNaN]
  }
  const result = quotientAndRemainder(a, b, context)
  if (result !== null) return [finalize(result[0], context), finalize(result[1], context)]
  context.pending |= Flag.divisionImpossible
  return [quietNaN, quietNaN]
}

/** a − b × n, where n is the integer nearest to a ÷ b, the even one of two. */
export function remainderNear(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  const special = specialRemainder(a, b, context)
  if (special !== undefined) return special
  const result = quotientAndRemainder(a, b, context)
  if (result === null) return invalid(context, Flag.divisionImpossible)
  const [quotient, first] = result
  if (first.coefficient === 0 || Math.abs(b.adjusted - first.adjusted) > 1) return finalize(first, context)
  const widest = widestContext()
  const other = a.negative === b.negative ? subtract(first, b, widest) : add(first, b, widest)
  const order = compareMagnitudes(other, first)
  if (order > 0 || (order === 0 && !isOdd(quotient.coefficient))) return finalize(first, context)
  // One more than a quotient of nothing but nines would be too long.
  if (quotient.digits === context.precision && addInts(quotient.coefficient, 1) === powerOfTen(context.precision))
    return invalid(context, Flag.divisionImpossible)
  return finalize(other, context)
}

/** Correctly rounded, to even whatever the context says. */
export function squareRoot(a: Decimal, context: DecimalContext): Decimal {
  if (a.isNaN) return propagated(a, context)
  const ideal = Math.floor(a.exponent / 2)
  if (a.isZero) return finish(a.negative, 0, ideal, context)
  if (a.negative) return invalid(context)
  if (a.isInfinite) return a
  const isOddExponent = a.exponent - 2 * ideal === 1
  const radicand = isOddExponent ? shiftLeft(a.coefficient, 1) : a.coefficient
  const length = isOddExponent ? Math.floor(a.digits / 2) + 1 : Math.floor((a.digits + 1) / 2)
  if (context.precision > mostDigits) {
    const root = isqrt(radicand)
    if (mul(root, root) === radicand) return finish(false, root, ideal, context)
  }
  const shift = context.precision + 1 - length
  const shifted = shift >= 0 ? shiftLeft(radicand, 2 * shift) : shiftRight(radicand, -2 * shift)
  const isCut = shift < 0 && rest !== Rest.none
  const root = isqrt(shifted)
  const working = context.working(context.precision, Rounding.halfEven)
  let result: Decimal
  if (isCut || mul(root, root) !== shifted) result = finish(false, sticky(root), ideal - shift, working)
  else if (shift >= 0) result = finish(false, shiftRight(root, shift), ideal, working)
  else result = finish(false, shiftLeft(root, -shift), ideal, working)
  context.pending |= working.pending
  return result
}
