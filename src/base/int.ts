/**
 * Python's int on JavaScript's two integers.
 *
 * A value is a `number` while it lies within ±(2^53−1) and a `bigint` beyond: one value has one form, so that
 * `===` is equality and a result is never −0. Every function here first tries the double. A sum, difference or
 * product of two such numbers that comes out within the range is exact: had the true value been past the range, the
 * rounded one would be as well. Otherwise the operation is repeated on BigInts and normalized.
 *
 * Division by zero, negative shift counts and negative exponents are the caller's to refuse (it knows the exception
 * and its words); so are results too large to build, for which int-size.ts estimates bits beforehand.
 */

import { bigQuotient } from './int-division.ts'

export type Int = number | bigint

const MAX = Number.MAX_SAFE_INTEGER
const MIN = Number.MIN_SAFE_INTEGER
const MAX_BIG = BigInt(MAX)
const MIN_BIG = BigInt(MIN)
const TWO_32 = 4294967296
/** Below this a rounded quotient has the right floor, and the product with it is exact. */
const HALF_RANGE = 2 ** 52
/** What the upper half of a number may be: less than this, and not less than its negative. */
const UPPER_RANGE = 2 ** 21
const powersOfTwo = Float64Array.from({ length: 54 }, (_, n) => 2 ** n)

/** The one form of a value. */
export function normalize(value: bigint): Int {
  word[0] = value
  const high = halves[highAt]!
  // The lower 64 bits say of most that they are no small ones.
  if (high < -UPPER_RANGE || high >= UPPER_RANGE || value < MIN_BIG || value > MAX_BIG) return value
  return high * TWO_32 + (halves[lowAt]! >>> 0)
}

/** `BigInt(value)`, for which V8 calls C++. */
function big(value: Int): bigint {
  if (typeof value === 'bigint') return value
  halves[highAt] = upper(value)
  halves[lowAt] = value
  return word[0]!
}

/** A word, whole and in halves. (V8 calls the methods of a DataView that read and write one.) */
const word = new BigInt64Array(1)
const halves = new Int32Array(word.buffer)
const lowAt = new Uint8Array(Int32Array.of(1).buffer)[0] === 1 ? 0 : 1
const highAt = 1 - lowAt

/** The one form of a double that holds an integer (of any size, −0 included). */
export function intFromIntegralDouble(value: number): Int {
  return value >= MIN && value <= MAX ? value + 0 : BigInt(value)
}

export function add(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (sum >= MIN && sum <= MAX) return sum
  }
  return normalize(big(a) + big(b))
}

export function sub(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b
    if (difference >= MIN && difference <= MAX) return difference
  }
  return normalize(big(a) - big(b))
}

export function mul(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    // Adding 0 turns −0 into 0.
    if (product >= MIN && product <= MAX) return product + 0
  } else if (a === 0 || b === 0) return 0
  // Out of the range for certain, as one of the factors is or the product of doubles was.
  return big(a) * big(b)
}

function floordivDoubles(a: number, b: number): number {
  if (a <= HALF_RANGE && a >= -HALF_RANGE && b <= HALF_RANGE && b >= -HALF_RANGE) return Math.floor(a / b) + 0
  const remainder = a % b
  const quotient = (a - remainder) / b
  return (remainder !== 0 && remainder < 0 !== b < 0 ? quotient - 1 : quotient) + 0
}

function modDoubles(a: number, b: number): number {
  if (a <= HALF_RANGE && a >= -HALF_RANGE && b <= HALF_RANGE && b >= -HALF_RANGE) return a - Math.floor(a / b) * b
  const remainder = a % b
  return (remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder) + 0
}

function floordivBig(a: bigint, b: bigint): bigint {
  const quotient = bigQuotient(a, b)
  if (a < 0n === b < 0n || quotient * b === a) return quotient
  return quotient - 1n
}

function modBig(a: bigint, b: bigint): bigint {
  const remainder = a % b
  return remainder !== 0n && remainder < 0n !== b < 0n ? remainder + b : remainder
}

/** `a // b`; `b` is not 0. */
export function floordiv(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') return floordivDoubles(a, b)
  return normalize(floordivBig(big(a), big(b)))
}

/** `a % b`, with the sign of `b`; `b` is not 0. */
export function mod(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') return modDoubles(a, b)
  return normalize(modBig(big(a), big(b)))
}

/** `divmod(a, b)`; `b` is not 0. */
export function divmod(a: Int, b: Int): [Int, Int] {
  if (typeof a === 'number' && typeof b === 'number') return [floordivDoubles(a, b), modDoubles(a, b)]
  const divisor = big(b)
  const dividend = big(a)
  let quotient = bigQuotient(dividend, divisor)
  let remainder = dividend - quotient * divisor
  if (remainder !== 0n && remainder < 0n !== divisor < 0n) {
    quotient -= 1n
    remainder += divisor
  }
  return [normalize(quotient), normalize(remainder)]
}

/** `a ** b` for `b >= 0`. */
export function pow(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    let base = a
    let exponent = b
    let result = 1
    // Squaring stops before the base leaves the range, so every step is exact.
    while (exponent > 0) {
      if (exponent % 2 === 1) {
        result *= base
        if (result > MAX || result < MIN) break
      }
      exponent = Math.floor(exponent / 2)
      if (exponent === 0) return result + 0
      base *= base
      if (base > MAX) {
        if (result === 0) return 0
        break
      }
    }
    if (exponent === 0) return result + 0
  }
  return normalize(big(a) ** big(b))
}

function powmodDoubles(base: number, exponent: number, modulus: number): number {
  let result = 1 % modulus
  while (exponent > 0) {
    if (exponent % 2 === 1) result = (result * base) % modulus
    exponent = Math.floor(exponent / 2)
    base = (base * base) % modulus
  }
  return result
}

function inverse(value: bigint, modulus: bigint): bigint | null {
  let [r0, r1] = [modulus, modBig(value, modulus)]
  let [t0, t1] = [0n, 1n]
  while (r1 !== 0n) {
    const quotient = r0 / r1
    ;[r0, r1] = [r1, r0 - quotient * r1]
    ;[t0, t1] = [t1, t0 - quotient * t1]
  }
  return r0 === 1n ? modBig(t0, modulus) : null
}

/** `pow(a, b, m)` for `m` not 0; null when `b` is negative and `a` has no inverse. */
export function powmod(a: Int, b: Int, m: Int): Int | null {
  if (typeof m === 'number' && typeof a === 'number' && typeof b === 'number' && b >= 0) {
    const modulus = m < 0 ? -m : m
    // The square of 94906265 is the last that a double holds exactly.
    if (modulus <= 94906265) {
      const result = powmodDoubles(modDoubles(a, modulus), b, modulus)
      return m < 0 && result !== 0 ? result + m : result
    }
  }
  const negative = m < 0
  const modulus = negative ? -big(m) : big(m)
  let exponent = big(b)
  let base = modBig(big(a), modulus)
  if (exponent < 0n) {
    const inverted = inverse(base, modulus)
    if (inverted === null) return null
    base = inverted
    exponent = -exponent
  }
  let result = powmodBig(base, exponent, modulus)
  if (negative && result !== 0n) result -= modulus
  return normalize(result)
}

/** Left to right over the exponent's bits, in hexadecimal digits: four squarings and one product from a table each. */
function powmodBig(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const powers: bigint[] = [1n % modulus]
  for (let i = 1; i < 16; i++) powers.push((powers[i - 1]! * base) % modulus)
  const digits = exponent.toString(16)
  let result = 1n % modulus
  for (let i = 0; i < digits.length; i++) {
    if (i > 0) for (let j = 0; j < 4; j++) result = (result * result) % modulus
    const digit = Number.parseInt(digits[i]!, 16)
    if (digit !== 0) result = (result * powers[digit]!) % modulus
  }
  return result
}

/** `a << n` for `n >= 0`. */
export function lshift(a: Int, n: Int): Int {
  if (typeof a === 'number') {
    if (a === 0) return 0
    if (typeof n === 'number' && n < 53) {
      const shifted = a * powersOfTwo[n]!
      if (shifted >= MIN && shifted <= MAX) return shifted
    }
  }
  return normalize(big(a) << big(n))
}

/** `a >> n` for `n >= 0`. */
export function rshift(a: Int, n: Int): Int {
  if (typeof a === 'number') {
    if (typeof n !== 'number' || n > 53) return a < 0 ? -1 : 0
    if (n < 32 && (a | 0) === a) return a >> n
    return Math.floor(a / powersOfTwo[n]!)
  }
  // A count past what any value can have bits for; BigInt would be asked to shift by it.
  if (n > MAX) return a < 0n ? -1 : 0
  return normalize(a >> big(n))
}

/** The upper bits of a double as two's complement; the lower 32 are what JavaScript's own bit operators see. */
function upper(a: number): number {
  return Math.floor(a / TWO_32)
}

function fromHalves(high: number, low: number): Int {
  const value = high * TWO_32 + (low >>> 0)
  // −2^53 is the one value that the halves can form and the range does not hold.
  return value < MIN ? MIN_BIG - 1n : value
}

export function and(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a & b
    return fromHalves(upper(a) & upper(b), a & b)
  }
  return normalize(big(a) & big(b))
}

export function or(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a | b
    return fromHalves(upper(a) | upper(b), a | b)
  }
  return normalize(big(a) | big(b))
}

export function xor(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a ^ b
    return fromHalves(upper(a) ^ upper(b), a ^ b)
  }
  return normalize(big(a) ^ big(b))
}

export function invert(a: Int): Int {
  if (typeof a === 'number' && a !== MAX) return -1 - a
  return normalize(~big(a))
}

export function neg(a: Int): Int {
  return typeof a === 'number' ? 0 - a : normalize(-a)
}

export function abs(a: Int): Int {
  return a < 0 ? neg(a) : a
}

/** −1, 0 or 1. JavaScript compares a number with a bigint exactly. */
export function compare(a: Int, b: Int): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}
