/** Decimals with another exponent: quantize, to_integral, normalize, scaleb, and the neighbours of a number. */
import type { Int } from '../int.ts'
import { digitCount, shiftLeft, shiftRight, trailingZeros } from './coefficient.ts'
import { add, subtract } from './arithmetic.ts'
import { compareValues } from './comparison.ts'
import { type DecimalContext, errorFlags, Flag, leastTiny, mostExponent, mostPrecision, Rounding } from './context.ts'
import { type Decimal, finite, infinity, Kind } from './decimal.ts'
import { finalize, finish, invalid, isInexact, largestCoefficient, nanOf, propagated, roundOff } from './finalize.ts'

/** `a` rounded to the exponent of `b`; invalid if that needs more digits than the precision. */
export function quantize(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  if (a.kind !== Kind.finite || b.kind !== Kind.finite) {
    const nan = nanOf([a, b], context)
    if (nan !== undefined) return nan
    return a.isInfinite && b.isInfinite ? a : invalid(context)
  }
  const { exponent } = b
  if (exponent > context.mostExponent || exponent < context.tiny) return invalid(context)
  if (a.coefficient === 0) return finish(a.negative, 0, exponent, context)
  const difference = a.exponent - exponent
  if (a.digits + difference > context.precision) return invalid(context)
  let coefficient: Int
  let happened = 0
  if (difference >= 0) coefficient = shiftLeft(a.coefficient, difference)
  else {
    coefficient = roundOff(a.coefficient, -difference, a.negative, context.rounding)
    happened = isInexact ? Flag.rounded | Flag.inexact : Flag.rounded
  }
  const digits = digitCount(coefficient)
  const adjusted = exponent + digits - 1
  if (digits > context.precision || adjusted > context.mostExponent || adjusted < context.tiny) return invalid(context)
  context.pending |= happened
  return finish(a.negative, coefficient, exponent, context, digits)
}

/** A finite `a` with the exponent given, whatever the precision; for formatting and rounding to integers. */
export function rescale(a: Decimal, exponent: number, context: DecimalContext): Decimal {
  if (a.kind !== Kind.finite) return a
  if (exponent > mostExponent + 1 || exponent < leastTiny - mostPrecision) return invalid(context)
  if (a.coefficient === 0) return finite(a.negative, 0, exponent)
  const difference = a.exponent - exponent
  if (difference >= 0) return finite(a.negative, shiftLeft(a.coefficient, difference), exponent)
  const coefficient = roundOff(a.coefficient, -difference, a.negative, context.rounding)
  context.pending |= isInexact ? Flag.rounded | Flag.inexact : Flag.rounded
  return finite(a.negative, coefficient, exponent)
}

function toIntegral(a: Decimal, context: DecimalContext): Decimal {
  if (a.isNaN) return propagated(a, context)
  if (a.isInfinite || a.exponent >= 0) return a
  return rescale(a, 0, context)
}

/** Rounded to an integer, with the conditions Inexact and Rounded. */
export const toIntegralExact = toIntegral

/** The same without them. */
export function toIntegralValue(a: Decimal, context: DecimalContext): Decimal {
  const result = toIntegral(a, context)
  context.pending &= ~(Flag.inexact | Flag.rounded)
  return result
}

/** Without zeros at the end. */
export function normalize(a: Decimal, context: DecimalContext): Decimal {
  if (a.isNaN) return propagated(a, context)
  const result = finalize(a, context)
  if (result.kind !== Kind.finite) return result
  if (result.coefficient === 0) return finite(a.negative, 0, 0)
  const most = (context.clamp === 1 ? context.top : context.mostExponent) - result.exponent
  const zeros = trailingZeros(result.coefficient, most)
  return finite(result.negative, shiftRight(result.coefficient, zeros), result.exponent + zeros)
}

/** `a` × 10^`b` */
export function scaleByPower(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  const nan = nanOf([a, b], context)
  if (nan !== undefined) return nan
  if (b.isInfinite || b.exponent !== 0) return invalid(context)
  const most = 2 * (context.mostExponent + context.precision)
  if (b.coefficient > most) return invalid(context)
  if (a.isInfinite) return a
  const by = Number(b.coefficient)
  return finish(a.negative, a.coefficient, a.exponent + (b.negative ? -by : by), context)
}

/** The exponent of the first digit, as a decimal. */
export function exponentOf(a: Decimal, context: DecimalContext): Decimal {
  if (a.isNaN) return propagated(a, context)
  if (a.isInfinite) return infinity(false)
  if (a.coefficient === 0) {
    context.pending |= Flag.divisionByZero
    return infinity(true)
  }
  return finish(a.adjusted < 0, Math.abs(a.adjusted), 0, context)
}

/** The nearest number that can be represented, on one side. */
function neighbour(a: Decimal, context: DecimalContext, side: 'above' | 'below'): Decimal {
  if (a.isNaN) return propagated(a, context)
  const isAbove = side === 'above'
  if (a.isInfinite) return a.negative === isAbove ? finite(isAbove, largestCoefficient(context), context.top) : a
  const working = context.working(context.precision, isAbove ? Rounding.ceiling : Rounding.floor)
  const rounded = finalize(a, working)
  if ((working.pending & (Flag.inexact | errorFlags)) !== 0) {
    context.pending |= working.pending & errorFlags
    return rounded
  }
  const step = finite(false, 1, context.tiny - 1)
  const result = isAbove ? add(a, step, working) : subtract(a, step, working)
  context.pending |= working.pending & errorFlags
  return result
}

export const nextPlus = (a: Decimal, context: DecimalContext): Decimal => neighbour(a, context, 'above')
export const nextMinus = (a: Decimal, context: DecimalContext): Decimal => neighbour(a, context, 'below')

/** The neighbour of `a` on the side of `b`. */
export function nextToward(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  const nan = nanOf([a, b], context)
  if (nan !== undefined) return nan
  const order = compareValues(a, b)
  if (order === 0) return a.withSign(b.negative)
  const result = order < 0 ? nextPlus(a, context) : nextMinus(a, context)
  if (result.isInfinite) context.pending |= Flag.overflow | Flag.rounded | Flag.inexact
  else if (result.adjusted < context.leastExponent) {
    context.pending |= Flag.underflow | Flag.subnormal | Flag.rounded | Flag.inexact
    if (result.isZero) context.pending |= Flag.clamped
  }
  return result
}
