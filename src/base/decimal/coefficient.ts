/**
 * Coefficients of decimals: ints that are not negative, counted and shifted by decimal digits.
 *
 * A coefficient is a `number` while it is safe and a `bigint` beyond (base/int.ts), so that prices and other short decimals never touch
 * BigInt. The number of digits is asked for after nearly every operation: for a bigint it is found by one comparison where the operation leaves only
 * two numbers possible, else from the logarithm of its leading digits.
 *
 * What costs most is dividing by more than 64 bits, which V8 does four times as slowly as by fewer. So powers of ten are taken apart, 10^n = 2^n × 5^n,
 * the first of which is a shift; and a quotient that is rounded to nearest is one of the dividend and half the divisor, without a product to find
 * what was cut off.
 */
import { type Int, normalize } from '../int.ts'

/** Powers of ten that are safe integers. */
const smallPowers: readonly number[] = Array.from({ length: 16 }, (_, n) => 10 ** n)
const bigPowers: bigint[] = []
/** Powers up to here are kept; of larger ones, which are rare, the last. */
const keptPowers = 1024
let lastExponent = 0
let lastPower = 1n
/** 10 to a higher power has more digits than an engine's BigInt is willing to hold. */
const mostDigits = 2 ** 26

/** 10 ** n as a bigint. */
export function bigPower(n: number): bigint {
  const known = bigPowers[n]
  if (known !== undefined) return known
  if (n === lastExponent) return lastPower
  if (n > mostDigits) throw new RangeError('allocation of a decimal that is too large')
  const power = 10n ** BigInt(n)
  if (n < keptPowers) bigPowers[n] = power
  else {
    lastExponent = n
    lastPower = power
  }
  return power
}

const bigHalves: bigint[] = []
/** The largest power of 5 below 2^64. */
const shortFives = 27
const bigFives: readonly bigint[] = Array.from({ length: shortFives + 1 }, (_, n) => 5n ** BigInt(n))

/** 10 ** n / 2 */
function halfOfPower(n: number): bigint {
  if (n >= keptPowers) return bigPower(n) / 2n
  return (bigHalves[n] ??= bigPower(n) / 2n)
}

export const powerOfTen = (n: number): Int => (n < 16 ? smallPowers[n]! : bigPower(n))

/** How many decimal digits; 1 for zero. */
export function digitCount(coefficient: Int): number {
  if (typeof coefficient === 'number') {
    if (coefficient < 1e8) {
      if (coefficient < 1e4) return coefficient < 100 ? (coefficient < 10 ? 1 : 2) : coefficient < 1000 ? 3 : 4
      return coefficient < 1e6 ? (coefficient < 1e5 ? 5 : 6) : coefficient < 1e7 ? 7 : 8
    }
    let count = 9
    while (count < 16 && coefficient >= smallPowers[count]!) count++
    return count
  }
  const double = Number(coefficient)
  const logarithm = Number.isFinite(double) ? Math.log10(double) : largeLog10(coefficient)
  let exponent = Math.floor(logarithm)
  // Only next to a power of ten can the double be on its other side.
  const beyond = logarithm - exponent
  if (beyond > 1e-6 && beyond < 1 - 1e-6) return exponent + 1
  if (coefficient < bigPower(exponent)) exponent--
  while (coefficient >= bigPower(exponent + 1)) exponent++
  return exponent + 1
}

/** The same where the digits are so many or one less. */
export function digitCountBelow(coefficient: Int, most: number): number {
  if (typeof coefficient === 'number' || most >= keptPowers) return digitCount(coefficient)
  return coefficient < bigPower(most - 1) ? most - 1 : most
}

/** coefficient ÷ 10ⁿ, rounded down. */
function cutDigits(coefficient: bigint, n: number): bigint {
  if (n < 20 || n > 2 * shortFives) return coefficient / bigPower(n)
  const odd = coefficient >> BigInt(n)
  return n <= shortFives ? odd / bigFives[n]! : odd / bigFives[shortFives]! / bigFives[n - shortFives]!
}

/** The logarithm of a bigint too large for a double; as exact as a double, since 12 hexadecimal digits say the fraction. */
function largeLog10(value: bigint): number {
  const text = value.toString(16)
  return Math.log10(Number.parseInt(text.slice(0, 12), 16)) + (text.length - 12) * 4 * Math.LOG10E * Math.LN2
}

/** coefficient × 10ⁿ */
export function shiftLeft(coefficient: Int, n: number): Int {
  if (n === 0 || coefficient === 0) return coefficient
  if (typeof coefficient === 'number' && n < 16) {
    const product = coefficient * smallPowers[n]!
    if (product <= Number.MAX_SAFE_INTEGER) return product
  }
  return BigInt(coefficient) * bigPower(n)
}

/**
 * coefficient ÷ 10ⁿ, rounded to nearest, if that can be told from a half and from a whole by a look at the last bits: 10ⁿ and its half end
 * in more zeros than that.
 */
export function shiftRightToNearest(coefficient: Int, n: number): Int | undefined {
  if (typeof coefficient === 'number' || n <= 16 || n >= keptPowers) return undefined
  if (BigInt.asUintN(16, coefficient) === 0n) return undefined
  return normalize(cutDigits(coefficient + halfOfPower(n), n))
}

/** What rounding needs to know of the digits that were cut off: nothing there, below a half, a half, above. */
export const Rest = { none: 0, below: 1, half: 2, above: 3 } as const
export type Rest = (typeof Rest)[keyof typeof Rest]

/** The rest of the last `shiftRight`: a second result that costs no object. */
export let rest: Rest = Rest.none

/** coefficient ÷ 10ⁿ, rounded down; what was cut off is in `rest`. */
export function shiftRight(coefficient: Int, n: number): Int {
  if (n === 0 || coefficient === 0) {
    rest = Rest.none
    return coefficient
  }
  if (typeof coefficient === 'number') {
    if (n > 16) {
      rest = Rest.below
      return 0
    }
    const power = 10 ** n
    const cut = coefficient % power
    rest = cut === 0 ? Rest.none : cut * 2 < power ? Rest.below : cut * 2 === power ? Rest.half : Rest.above
    return (coefficient - cut) / power
  }
  // A power that is much larger than the coefficient is not worth making.
  if (n >= keptPowers && n > digitCount(coefficient)) {
    rest = Rest.below
    return 0
  }
  const power = bigPower(n)
  if (n < 16) {
    const cut = Number(coefficient % power)
    const small = smallPowers[n]!
    rest = cut === 0 ? Rest.none : cut * 2 < small ? Rest.below : cut * 2 === small ? Rest.half : Rest.above
    return normalize(coefficient / power)
  }
  const quotient = cutDigits(coefficient, n)
  const cut = coefficient - quotient * power
  const half = halfOfPower(n)
  rest = cut === 0n ? Rest.none : cut < half ? Rest.below : cut === half ? Rest.half : Rest.above
  return normalize(quotient)
}

export const lastDigit = (coefficient: Int): number =>
  typeof coefficient === 'number' ? coefficient % 10 : Number(coefficient % 10n)

export const isOdd = (coefficient: Int): boolean =>
  typeof coefficient === 'number' ? coefficient % 2 === 1 : (coefficient & 1n) === 1n

/** How many zeros the digits end in, at most `most`; the coefficient is not zero. */
export function trailingZeros(coefficient: Int, most: number): number {
  if (most <= 0 || lastDigit(coefficient) !== 0) return 0
  const text = coefficient.toString()
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 48) end--
  return Math.min(text.length - end, most)
}

/** The value of a text of digits. */
export const coefficientFromDigits = (digits: string): Int =>
  digits.length < 16 ? Number(digits) : normalize(BigInt(digits))
