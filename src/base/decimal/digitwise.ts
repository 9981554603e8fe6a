/** Operations on the digits of decimals: logical ones on zeros and ones, shifts and rotations within the precision. */
import { coefficientFromDigits, powerOfTen, shiftLeft, shiftRight } from './coefficient.ts'
import type { DecimalContext } from './context.ts'
import { type Decimal, finite, Kind } from './decimal.ts'
import { invalid, lowDigits, nanOf } from './finalize.ts'

/** The digits if all are 0 or 1 and there is neither sign nor exponent; else null. */
function bitsOf(a: Decimal): string | null {
  if (a.kind !== Kind.finite || a.negative || a.exponent !== 0) return null
  const digits = a.coefficient.toString()
  return /^[01]+$/.test(digits) ? digits : null
}

/** The last digits, as many as the precision allows. */
const fromBits = (digits: string, { precision }: DecimalContext): Decimal =>
  finite(false, coefficientFromDigits(digits.slice(-precision)), 0)

function logical(operation: (a: boolean, b: boolean) => boolean) {
  return (a: Decimal, b: Decimal, context: DecimalContext): Decimal => {
    const [left, right] = [bitsOf(a), bitsOf(b)]
    if (left === null || right === null) return invalid(context)
    const length = Math.max(left.length, right.length)
    const [longLeft, longRight] = [left.padStart(length, '0'), right.padStart(length, '0')]
    let result = ''
    for (let i = 0; i < length; i++) result += operation(longLeft[i] === '1', longRight[i] === '1') ? '1' : '0'
    return fromBits(result, context)
  }
}

export const logicalAnd = logical((a, b) => a && b)
export const logicalOr = logical((a, b) => a || b)
export const logicalXor = logical((a, b) => a !== b)

export function logicalInvert(a: Decimal, context: DecimalContext): Decimal {
  const bits = bitsOf(a)
  if (bits === null) return invalid(context)
  const digits = bits.padStart(context.precision, '0')
  return fromBits(
    digits.replace(/[01]/g, digit => (digit === '0' ? '1' : '0')),
    context,
  )
}

/** By how many places, if `b` says so properly: an integer without exponent, not beyond the precision. */
function places(b: Decimal, { precision }: DecimalContext): number | null {
  if (b.isInfinite || b.exponent !== 0 || b.coefficient > precision) return null
  return b.negative ? -Number(b.coefficient) : Number(b.coefficient)
}

export function shift(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  const nan = nanOf([a, b], context)
  if (nan !== undefined) return nan
  const by = places(b, context)
  if (by === null) return invalid(context)
  if (a.isInfinite) return a
  const { precision } = context
  const kept = lowDigits(a.coefficient, precision)
  const shifted = by >= 0 ? lowDigits(shiftLeft(kept, by), precision) : shiftRight(kept, -by)
  return finite(a.negative, shifted, a.exponent)
}

export function rotate(a: Decimal, b: Decimal, context: DecimalContext): Decimal {
  const nan = nanOf([a, b], context)
  if (nan !== undefined) return nan
  const by = places(b, context)
  if (by === null) return invalid(context)
  if (a.isInfinite) return a
  const { precision } = context
  const left = by >= 0 ? by : precision + by
  if (precision > 2 ** 26) powerOfTen(precision)
  const digits = lowDigits(a.coefficient, precision).toString().padStart(precision, '0')
  return finite(a.negative, coefficientFromDigits(digits.slice(left) + digits.slice(0, left)), a.exponent)
}
