/** Order of decimals: by value, by representation (total order), and the larger and smaller of two. */
import { compare as compareInts } from '../int.ts'
import { shiftLeft } from './coefficient.ts'
import { type DecimalContext, Flag } from './context.ts'
import { type Decimal, finite, Kind } from './decimal.ts'
import { finalize, nanOf } from './finalize.ts'

type Order = -1 | 0 | 1
const opposite = (order: Order): Order => (order === 0 ? 0 : order === 1 ? -1 : 1)
const orderOf = (a: number, b: number): Order => (a < b ? -1 : a > b ? 1 : 0)

/** |a| against |b|, neither a NaN. */
export function compareMagnitudes(a: Decimal, b: Decimal): Order {
  if (a.isInfinite || b.isInfinite) return orderOf(Number(a.isInfinite), Number(b.isInfinite))
  if (a.coefficient === 0 || b.coefficient === 0)
    return orderOf(a.coefficient === 0 ? 0 : 1, b.coefficient === 0 ? 0 : 1)
  if (a.exponent === b.exponent) return compareInts(a.coefficient, b.coefficient)
  const byExponent = orderOf(a.adjusted, b.adjusted)
  if (byExponent !== 0) return byExponent
  const shift = a.exponent - b.exponent
  if (shift > 0) return compareInts(shiftLeft(a.coefficient, shift), b.coefficient)
  return compareInts(a.coefficient, shiftLeft(b.coefficient, -shift))
}

/** By value; neither is a NaN. */
export function compareValues(a: Decimal, b: Decimal): Order {
  if (a.isZero && b.isZero) return 0
  if (a.negative !== b.negative) {
    if (a.isZero) return b.negative ? 1 : -1
    return a.negative ? -1 : 1
  }
  const order = compareMagnitudes(a, b)
  return a.negative ? opposite(order) : order
}

/** By representation, NaNs included: −NaN < −∞ < … < −0 < 0 … < ∞ < sNaN < NaN, and 1.00 < 1.0. */
export function compareTotal(a: Decimal, b: Decimal): Order {
  if (a.negative !== b.negative) return a.negative ? -1 : 1
  const order = totalMagnitude(a, b)
  return a.negative ? opposite(order) : order
}

function totalMagnitude(a: Decimal, b: Decimal): Order {
  if (a.isNaN || b.isNaN) {
    if (!b.isNaN) return 1
    if (!a.isNaN) return -1
    if (a.kind !== b.kind) return a.kind === Kind.quiet ? 1 : -1
    return compareInts(a.coefficient, b.coefficient)
  }
  const order = compareMagnitudes(a, b)
  return order !== 0 || a.isInfinite ? order : orderOf(a.exponent, b.exponent)
}

export const compareTotalMagnitudes = (a: Decimal, b: Decimal): Order =>
  totalMagnitude(a.withSign(false), b.withSign(false))

export const decimalFromOrder = (order: Order): Decimal => finite(order < 0, order === 0 ? 0 : 1, 0)

/** −1, 0 or 1 as a decimal, or NaN. */
export function compare(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  return nanOf([a, b], context) ?? decimalFromOrder(compareValues(a, b))
}

/** The same; even a quiet NaN is an invalid operation. */
export function compareSignal(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  const nan = nanOf([a, b], context)
  if (nan === undefined) return decimalFromOrder(compareValues(a, b))
  context.pending |= Flag.invalidOperation
  return nan
}

/** What the larger of two is compared by, and whether the larger or the smaller is wanted. */
function choose(order: (a: Decimal, b: Decimal) => Order, wanted: 'larger' | 'smaller') {
  return (a: Decimal, b: Decimal, context: DecimalContext): Decimal => {
    // A number is preferred to a quiet NaN.
    if (a.kind === Kind.quiet && !b.isNaN) return finalize(b, context)
    if (b.kind === Kind.quiet && !a.isNaN) return finalize(a, context)
    const nan = nanOf([a, b], context)
    if (nan !== undefined) return nan
    const byValue = order(a, b)
    const isLess = byValue !== 0 ? byValue < 0 : equalIsLess(a, b)
    return finalize(isLess === (wanted === 'smaller') ? a : b, context)
  }
}

/** Of two that compare equal, is the first the lesser by sign and exponent? */
function equalIsLess(a: Decimal, b: Decimal): boolean {
  if (a.negative !== b.negative) return a.negative
  return a.exponent < b.exponent !== a.negative
}

export const max = choose(compareValues, 'larger')
export const min = choose(compareValues, 'smaller')
export const maxMagnitude = choose(compareMagnitudes, 'larger')
export const minMagnitude = choose(compareMagnitudes, 'smaller')
