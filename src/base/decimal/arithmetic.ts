/** Sums, differences and products of decimals. */
import { add as addInts, compare as compareInts, mul, sub, type Int } from '../int.ts'
import { digitCountBelow, shiftLeft } from './coefficient.ts'
import { type DecimalContext, Flag, Rounding } from './context.ts'
import { type Decimal, finite, infinity, Kind } from './decimal.ts'
import { finalize, finish, invalid, nanOf, propagated } from './finalize.ts'

export function add(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  return addSigned(a, b, b.negative, context)
}

export function subtract(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  return addSigned(a, b, !b.negative, context)
}

/** a + b, where b has the sign given. */
function addSigned(a: Decimal, b: Decimal, negativeB: boolean, context: DecimalContext): Decimal {
  if (a.kind !== Kind.finite || b.kind !== Kind.finite) {
    const nan = nanOf([a, b], context)
    if (nan !== undefined) return nan
    if (!a.isInfinite) return infinity(negativeB)
    if (b.isInfinite && a.negative !== negativeB) return invalid(context)
    return infinity(a.negative)
  }
  let { coefficient: left, exponent } = a
  let right: Int = b.coefficient
  if (exponent !== b.exponent) {
    const [big, small] = exponent > b.exponent ? [a, b] : [b, a]
    let [high, low] = [big.coefficient, small.coefficient]
    exponent = small.exponent
    if (high !== 0) {
      const least = leastThatShows(big, context)
      if (small.adjusted < least) {
        low = low === 0 ? 0 : 1
        exponent = least
      }
      high = shiftLeft(high, big.exponent - exponent)
    }
    ;[left, right] = big === a ? [high, low] : [low, high]
  }
  if (a.negative === negativeB) {
    const sum = addInts(left, right)
    if (left === 0 || right === 0) return finish(a.negative, sum, exponent, context)
    const most = Math.max(a.digits + a.exponent, b.digits + b.exponent) - exponent + 1
    return finish(a.negative, sum, exponent, context, digitCountBelow(sum, most))
  }
  const order = compareInts(left, right)
  if (order === 0) return finish(context.rounding === Rounding.floor, 0, exponent, context)
  if (order > 0) return finish(a.negative, sub(left, right), exponent, context)
  return finish(negativeB, sub(right, left), exponent, context)
}

/**
 * Below this exponent a digit changes the rounded sum with `big` only by being there: a 1 stands for all that lie below. Aligning
 * 1E+1000000 and 1 must not make a million digits.
 */
function leastThatShows(big: Decimal, { precision }: DecimalContext): number {
  return big.exponent - 1 + (big.digits > precision ? 0 : big.digits - precision - 1)
}

export function multiply(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  if (a.kind !== Kind.finite || b.kind !== Kind.finite) return specialProduct(a, b, context)
  const product = mul(a.coefficient, b.coefficient)
  const digits = digitCountBelow(product, a.digits + b.digits)
  return finish(a.negative !== b.negative, product, a.exponent + b.exponent, context, digits)
}

function specialProduct(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  const nan = nanOf([a, b], context)
  if (nan !== undefined) return nan
  return a.isZero || b.isZero ? invalid(context) : infinity(a.negative !== b.negative)
}

/** a × b + c, rounded once. */
export function fusedMultiplyAdd(a: Decimal, b: Decimal, c: Decimal, context: DecimalContext): Decimal {
  if (a.kind !== Kind.finite || b.kind !== Kind.finite) {
    const product = specialProduct(a, b, context)
    return (context.pending & Flag.invalidOperation) === 0 ? add(product, c, context) : product
  }
  const product = finite(a.negative !== b.negative, mul(a.coefficient, b.coefficient), a.exponent + b.exponent)
  return add(product, c, context)
}

/** `+a`: rounded; a negative zero loses its sign unless rounding is down. */
export function plus(a: Decimal, context: DecimalContext): Decimal {
  if (a.isNaN) return propagated(a, context)
  if (a.isZero) return finalize(a.withSign(context.rounding === Rounding.floor && a.negative), context)
  return finalize(a, context)
}

export function minus(a: Decimal, context: DecimalContext): Decimal {
  if (a.isNaN) return propagated(a, context)
  if (a.isZero) return finalize(a.withSign(context.rounding === Rounding.floor && !a.negative), context)
  return finalize(a.withSign(!a.negative), context)
}

export const absolute = (a: Decimal, context: DecimalContext): Decimal =>
  a.negative ? minus(a, context) : plus(a, context)
