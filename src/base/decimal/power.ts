/**
 * Powers of decimals, and powers modulo an integer.
 *
 * Integral powers are products in a higher precision, others exp(b ln a). Results are not always the nearest number, so that the steps and
 * their precisions must be libmpdec's to give its last digit.
 */
import { mod, mul, powmod, type Int } from '../int.ts'
import { digitCount, powerOfTen, shiftLeft } from './coefficient.ts'
import { multiply, subtract } from './arithmetic.ts'
import { compareMagnitudes, compareValues } from './comparison.ts'
import { type DecimalContext, errorFlags, Flag, Rounding, widestContext } from './context.ts'
import { divide } from './division.ts'
import { type Decimal, finite, infinity, one, quietNaN } from './decimal.ts'
import { finalize, finish, invalid, nanOf } from './finalize.ts'
import { exp, ln } from './transcendental.ts'

/** The exponent of what has overflowed: beyond every context, so that rounding decides between infinity and the largest number. */
const beyond = 4e15
/** Digits of libmpdec's exponents: by so many more than the result has, the logarithm must be right. */
const exponentDigits = 19

export function power(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  const nan = nanOf([a, b], context)
  if (nan !== undefined) return nan
  const isIntegral = b.isInteger
  const negative = isIntegral && a.negative && b.isOddInteger
  if (a.isZero) {
    if (b.isZero) return invalid(context)
    return b.negative ? infinity(negative) : finite(negative, 0, 0)
  }
  if (a.negative && !isIntegral) return invalid(context)
  if (b.isInfinite) return infinitePower(a, b, context)
  if (a.isInfinite) {
    if (b.isZero) return finite(negative, 1, 0)
    return b.negative ? finite(negative, 0, 0) : infinity(negative)
  }
  if (b.isZero) return finite(negative, 1, 0)
  const special = powerOfOne(a, b, negative, context) ?? extremePower(a, b, negative, context)
  if (special !== undefined) return special
  return isIntegral ? integralPower(a, b, negative, context) : realPower(a, b, context)
}

/** 1 with zeros up to the precision, which says that it has been rounded. */
const paddedOne = (negative: boolean, places: number): Decimal => finite(negative, shiftLeft(1, places), -places)

function infinitePower(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  const order = compareValues(a, one)
  if (order === 0) {
    context.pending |= Flag.inexact | Flag.rounded
    return paddedOne(false, context.precision - 1)
  }
  return order > 0 === b.negative ? finite(false, 0, 0) : infinity(false)
}

function powerOfOne(a: Decimal, b: Decimal, negative: boolean, context: DecimalContext): Decimal | undefined {
  if (compareMagnitudes(a, one) !== 0) return undefined
  const most = context.precision - 1
  if (!b.isInteger) {
    context.pending |= Flag.inexact | Flag.rounded
    return paddedOne(negative, most)
  }
  if (b.negative) return finite(negative, 1, 0)
  // 1.00 ** 3 is 1.000000.
  const places = mul(b.integer, -a.exponent)
  if (places <= most) return paddedOne(negative, Number(places))
  context.pending |= Flag.rounded
  return paddedOne(negative, most)
}

/** A lower bound of log10 |log10 x|, for x > 0 other than 1. */
function logarithmBound(x: Decimal): number {
  const { adjusted } = x
  if (adjusted > 0) return digitCount(adjusted) - 1
  if (adjusted < -1) return digitCount(-adjusted - 1) - 1
  const distance = subtract(x, one, widestContext()).adjusted
  return adjusted === 0 ? distance - 2 : distance - 1
}

/** Powers that are certain to overflow or underflow, which nobody should try to multiply out. */
function extremePower(a: Decimal, b: Decimal, negative: boolean, context: DecimalContext): Decimal | undefined {
  const bound = logarithmBound(a.withSign(false)) + b.adjusted
  const isGrowing = a.adjusted < 0 === b.negative
  const limit = isGrowing ? context.mostExponent : Math.abs(context.tiny)
  if (digitCount(limit) >= bound) return undefined
  return finish(negative, 1, isGrowing ? beyond : context.tiny - 1, context)
}

function integralPower(a: Decimal, b: Decimal, negative: boolean, context: DecimalContext): Decimal {
  const working = context.working(context.precision + b.digits + b.exponent + 2, Rounding.halfEven)
  working.clamp = 0
  let base = a
  if (b.negative) {
    working.precision++
    base = divide(one, a, working)
    if ((working.pending & errorFlags) !== 0) {
      context.pending |= working.pending & errorFlags
      return quietNaN
    }
  }
  const exponent = BigInt(b.integer)
  const product = exponent < 2n ** 64n ? leftToRight(base, exponent, working) : rightToLeft(base, exponent, working)
  context.pending |= working.pending
  if (product.isInfinite) return finish(negative, 1, beyond, context)
  return finalize(product.withSign(negative), context)
}

/** Is there no use in multiplying on? */
const isFinal = (product: Decimal, { pending }: DecimalContext): boolean =>
  !product.isFinite || (product.coefficient === 0 && (pending & Flag.clamped) !== 0)

function leftToRight(base: Decimal, exponent: bigint, working: DecimalContext): Decimal {
  let product = base
  for (const bit of exponent.toString(2).slice(1)) {
    product = multiply(product, product, working)
    if (bit === '1') product = multiply(product, base, working)
    if (isFinal(product, working)) break
  }
  return product
}

function rightToLeft(base: Decimal, exponent: bigint, working: DecimalContext): Decimal {
  let product = one
  let square = base
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) {
      product = multiply(product, square, working)
      if (isFinal(product, working)) break
    }
    square = multiply(square, square, working)
  }
  return product
}

function realPower(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  const working = widestContext(Math.max(a.digits, context.precision) + 4 + exponentDigits)
  const logarithm = multiply(ln(a, working), b, working)
  working.pending &= errorFlags
  const result = exp(logarithm, working)
  context.pending |= working.pending | Flag.inexact | Flag.rounded
  if (result.isInfinite) return finish(false, 1, beyond, context)
  if (result.isFinite && compareValues(result, one) === 0)
    return finalize(paddedOne(false, context.precision - 1), context)
  return finalize(result, context)
}

/** a ** b % c, all integers, exact. */
export function powerModulo(a: Decimal, b: Decimal, c: Decimal, context: DecimalContext): Decimal {
  const nan = nanOf([a, b, c], context)
  if (nan !== undefined) return nan
  if (!a.isInteger || !b.isInteger || !c.isInteger) return invalid(context)
  if (c.coefficient === 0 || c.digits + c.exponent > context.precision) return invalid(context)
  const negative = a.negative && b.isOddInteger
  if (b.coefficient === 0) {
    if (a.coefficient === 0) return invalid(context)
    return finite(negative, compareMagnitudes(c, one) === 0 ? 0 : 1, 0)
  }
  if (b.negative) return invalid(context)
  if (a.coefficient === 0) return finite(negative, 0, 0)
  const modulus = c.integer
  return finite(negative, powmod(residue(a, modulus), b.integer, modulus)!, 0)
}

/** |a| modulo m, without building an `a` that is 1E+1000000. */
function residue(a: Decimal, modulus: Int): Int {
  if (a.exponent <= 0) return mod(a.integer, modulus)
  return mod(mul(mod(a.coefficient, modulus), powmod(powerOfTen(1), a.exponent, modulus)!), modulus)
}
