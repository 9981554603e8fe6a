/**
 * exp, ln and log10 of decimals, correctly rounded (half to even) as libmpdec does with `allcr`.
 *
 * Ziv's strategy: compute some digits more than wanted, with a bound on the error; if both ends of the interval round to the same
 * result, that is it, else compute again with more digits. It ends, since but for the cases treated first these functions never give
 * a number that lies on the border between two roundings.
 */
import { normalize } from '../int.ts'
import { bigPower, shiftLeft } from './coefficient.ts'
import { subtract } from './arithmetic.ts'
import { compareMagnitudes, compareTotal } from './comparison.ts'
import { type DecimalContext, Flag, Rounding, widestContext } from './context.ts'
import { type Decimal, finite, infinity, one, zero } from './decimal.ts'
import { exponential, logarithm, logOfTen } from './fixed-point.ts'
import { finish, invalid, propagated } from './finalize.ts'

const bitsPerDigit = Math.LOG2E * Math.LN10
/** By how many units of its last digit an approximation may be wrong. */
const slack = 4n

/** An approximation: the true value lies within `slack` units of the last digit. */
interface Approximation {
  readonly negative: boolean
  readonly coefficient: bigint
  readonly exponent: number
}

function roundCorrectly(context: DecimalContext, approximate: (digits: number) => Approximation): Decimal {
  for (let extra = 6; ; extra *= 2) {
    const { negative, coefficient, exponent } = approximate(context.precision + extra)
    const above = context.working(context.precision, Rounding.halfEven)
    const below = context.working(context.precision, Rounding.halfEven)
    const high = finish(negative, normalize(coefficient + slack), exponent, above)
    const low = finish(negative, normalize(coefficient - slack), exponent, below)
    if (compareTotal(high, low) !== 0) continue
    context.pending |= above.pending | Flag.inexact | Flag.rounded
    return high
  }
}

export function exp(a: Decimal, context: DecimalContext): Decimal {
  if (a.isNaN) return propagated(a, context)
  if (a.isInfinite) return a.negative ? zero : infinity(false)
  if (a.coefficient === 0) return one
  const { precision } = context
  const places = Math.max(a.digits + a.exponent, 0)
  // e^(10^16) and its inverse are beyond every context.
  if (places > 17) {
    context.pending |= Flag.inexact | Flag.rounded
    if (!a.negative) {
      context.pending |= Flag.overflow
      return infinity(false)
    }
    context.pending |= Flag.subnormal | Flag.underflow | Flag.clamped
    return finite(false, 0, context.tiny)
  }
  if (compareMagnitudes(a, finite(false, 9, -(precision + 4))) <= 0) {
    context.pending |= Flag.inexact | Flag.rounded
    return finish(false, shiftLeft(1, precision - 1), 1 - precision, context)
  }
  return roundCorrectly(context, digits => approximateExp(a, places, digits))
}

/** e^a = e^r × 10^k, where a = k ln 10 + r. */
function approximateExp(a: Decimal, places: number, digits: number): Approximation {
  const bits = Math.ceil((digits + places + 2) * bitsPerDigit) + 32
  const fixed = fixedPoint(a, 0, bits)
  const x = a.negative ? -fixed : fixed
  const logTen = logOfTen(bits)
  let k = x / logTen
  if (x < 0n) k -= 1n
  const power = exponential(x - k * logTen, bits)
  const coefficient = (power * bigPower(digits - 1)) >> BigInt(bits)
  return { negative: false, coefficient, exponent: Number(k) - (digits - 1) }
}

/** |a| × 10^scale in units of 2^−bits. */
function fixedPoint(a: Decimal, scale: number, bits: number): bigint {
  const coefficient = BigInt(a.coefficient) << BigInt(bits)
  const exponent = a.exponent + scale
  return exponent >= 0 ? coefficient * bigPower(exponent) : coefficient / bigPower(-exponent)
}

/** The result of a logarithm where there is nothing to compute. */
function specialLogarithm(a: Decimal, context: DecimalContext): Decimal | undefined {
  if (a.isNaN) return propagated(a, context)
  if (a.isZero) return infinity(true)
  if (a.negative) return invalid(context)
  return a.isInfinite ? a : undefined
}

export function ln(a: Decimal, context: DecimalContext): Decimal {
  const special = specialLogarithm(a, context)
  if (special !== undefined) return special
  if (compareMagnitudes(a, one) === 0) return zero
  return logarithmOf(a, context, 'e')
}

export function log10(a: Decimal, context: DecimalContext): Decimal {
  const special = specialLogarithm(a, context)
  if (special !== undefined) return special
  if (/^10*$/.test(a.coefficient.toString())) {
    const working = context.working(context.precision, Rounding.halfEven)
    const result = finish(a.adjusted < 0, Math.abs(a.adjusted), 0, working)
    context.pending |= working.pending
    return result
  }
  return logarithmOf(a, context, '10')
}

function logarithmOf(a: Decimal, context: DecimalContext, base: 'e' | '10'): Decimal {
  // The logarithm of a number near 1 is about its distance from 1.
  const isNear = a.adjusted === 0 || a.adjusted === -1
  const distance = isNear ? subtract(a, one, widestContext()).adjusted : 0
  if (isNear && distance + 1 < context.tiny) {
    context.pending |= Flag.inexact | Flag.rounded
    return finish(a.adjusted < 0, 1, context.tiny - 1, context.working(context.precision, Rounding.halfEven))
  }
  // A bound of the result's first digit, from below.
  const first = Math.min(distance - 2, 0)
  return roundCorrectly(context, digits => approximateLogarithm(a, digits - first, base))
}

/** To so many places behind the point: log(m × 10^t) = log m + t log 10, where 0.3 ≤ m < 3. */
function approximateLogarithm(a: Decimal, places: number, base: 'e' | '10'): Approximation {
  const bits = Math.ceil((places + 20) * bitsPerDigit) + 32
  const leading = Number(a.coefficient.toString()[0])
  const t = leading < 3 ? a.adjusted : a.adjusted + 1
  const m = fixedPoint(a, -t, bits)
  const logTen = logOfTen(bits)
  const natural = logarithm(m, bits) + BigInt(t) * logTen
  const negative = natural < 0n
  const scaled = (negative ? -natural : natural) * bigPower(places)
  return { negative, coefficient: base === 'e' ? scaled >> BigInt(bits) : scaled / logTen, exponent: -places }
}
