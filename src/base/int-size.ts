/**
 * How many bits an int has, and how many a result will have before it is built.
 *
 * The estimates let a caller refuse `2 ** 10 ** 9` or a product of giants while that costs nothing. They are upper
 * bounds (by at most a bit or two for products, by the base's rounding up for powers), as doubles: Infinity is a
 * possible answer and means what it says.
 */

import type { Int } from './int.ts'
import { normalize } from './int.ts'
import { bitLengthOfBig } from './int-division.ts'

function bitLengthOfDouble(a: number): number {
  return a < 4294967296 ? 32 - Math.clz32(a) : 64 - Math.clz32(Math.floor(a / 4294967296))
}

/** `a.bit_length()` */
export function bitLength(a: Int): number {
  if (typeof a === 'number') return bitLengthOfDouble(a < 0 ? -a : a)
  return bitLengthOfBig(a < 0n ? -a : a)
}

function bitCountOf32(a: number): number {
  a -= (a >>> 1) & 0x55555555
  a = (a & 0x33333333) + ((a >>> 2) & 0x33333333)
  return Math.imul((a + (a >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** `a.bit_count()`: the ones in the absolute value. */
export function bitCount(a: Int): number {
  if (typeof a === 'number') {
    const magnitude = a < 0 ? -a : a
    return bitCountOf32(magnitude | 0) + bitCountOf32(Math.floor(magnitude / 4294967296))
  }
  const digits = (a < 0n ? -a : a).toString(16)
  let count = 0
  for (let end = digits.length; end > 0; end -= 8) {
    count += bitCountOf32(Number.parseInt(digits.slice(Math.max(end - 8, 0), end), 16))
  }
  return count
}

/** Bits of `a * b`, at most. */
export function mulBits(a: Int, b: Int): number {
  return a === 0 || b === 0 ? 0 : bitLength(a) + bitLength(b)
}

/** Bits of `a ** b` for `b >= 0`, at most. */
export function powBits(a: Int, b: Int): number {
  if (a === 0 || a === 1 || a === -1 || b === 0) return 1
  // For small bases the logarithm is much tighter than the count of bits.
  const bits = typeof a === 'number' ? Math.log2(Math.abs(a)) : bitLength(a)
  return Math.ceil(bits * Number(b) * (1 + 2e-15)) + 1
}

/** Bits of `a << n` for `n >= 0`. */
export function lshiftBits(a: Int, n: Int): number {
  return a === 0 ? 0 : bitLength(a) + Number(n)
}

/** Decimal digits of `a` at least and at most, without converting it: for `sys.set_int_max_str_digits`. */
export function decimalDigitBounds(a: Int): [atLeast: number, atMost: number] {
  const bits = bitLength(a)
  if (bits === 0) return [1, 1]
  return [
    Math.floor((bits - 1) * Math.LOG10E * Math.LN2 * (1 - 1e-15)) + 1,
    Math.floor(bits * Math.LOG10E * Math.LN2 * (1 + 1e-15)) + 1,
  ]
}

/** Trailing zero bits of `a`, which is not 0. */
export function trailingZeros(a: Int): number {
  if (typeof a === 'number') {
    const low = a | 0
    if (low !== 0) return 31 - Math.clz32(low & -low)
    const high = Math.floor(a / 4294967296) | 0
    return 63 - Math.clz32(high & -high)
  }
  return bitLength(normalize(a & -a)) - 1
}
