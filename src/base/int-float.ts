/**
 * Where ints and doubles meet: conversion both ways, true division, rounding, exact ratios.
 *
 * Comparing needs nothing here: JavaScript's `<`, `>` and `==` between a bigint and a number are exact.
 * Division of ints within the double's range is one IEEE division of two exact operands, hence correctly rounded.
 * For larger ones the quotient is formed with at least two bits more than a double holds, a sticky bit for
 * the rest, and handed to the engine's own rounding (Number of a BigInt rounds half to even).
 */

import { type Int, intFromIntegralDouble, mod, normalize, sub } from './int.ts'
import { bigQuotient } from './int-division.ts'
import { bitLength } from './int-size.ts'

/** The nearest double, ties to even; null where CPython says "int too large to convert to float". */
export function floatFromInt(a: Int): number | null {
  if (typeof a === 'number') return a
  const value = Number(a)
  return value === Infinity || value === -Infinity ? null : value
}

/** `int(value)` for a finite double: the fraction is cut off. */
export function intFromFloat(value: number): Int {
  return intFromIntegralDouble(Math.trunc(value))
}

/** The double nearest to `value`, ties to even, for `round(value)` and `math.rint`. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest < 0.5) return floor
  if (rest > 0.5) return floor + 1
  return floor % 2 === 0 ? floor : floor + 1
}

/** 2 to an integral power down to the smallest subnormal, times a value that is small enough to stay exact until the end. */
function scale(value: number, exponent: number): number {
  while (exponent > 1000) {
    value *= 2 ** 1000
    exponent -= 1000
  }
  while (exponent < -1000) {
    value *= 2 ** -1000
    exponent += 1000
  }
  return value * 2 ** exponent
}

/** `a / b` for `b` not 0, correctly rounded; null where the quotient is too large for a float. */
export function trueDivide(a: Int, b: Int): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a / b
  // The sign of a zero result is that of the quotient's, as in CPython: 0 / -3 is -0.0.
  if (a === 0) return b < 0 ? -0 : 0
  const negative = a < 0 !== b < 0
  const dividend = BigInt(a < 0 ? -a : a)
  const divisor = BigInt(b < 0 ? -b : b)
  const difference = bitLength(dividend) - bitLength(divisor)
  if (difference > 1024) return null
  // As in long_true_divide (Objects/longobject.c): at most 2^-1076 is 0 after rounding.
  if (difference < -1076) return negative ? -0 : 0
  // The quotient gets 55 or 56 bits, fewer where the result is subnormal, so that rounding happens once.
  const shift = Math.max(difference - 55, -1076)
  const upper = shift < 0 ? dividend << BigInt(-shift) : dividend
  const lower = shift > 0 ? divisor << BigInt(shift) : divisor
  let quotient = bigQuotient(upper, lower)
  if (quotient * lower !== upper) quotient |= 1n
  const result = scaleRounded(quotient, shift)
  if (result === Infinity) return null
  return negative ? -result : result
}

/** `mantissa` (sticky in its last bit) times 2 to `exponent`, rounded once even where the result is subnormal. */
function scaleRounded(mantissa: bigint, exponent: number): number {
  const bits = bitLength(mantissa)
  // Bits below 2^-1074 must go before the conversion, into one sticky bit with room for a round bit.
  const keep = Math.min(53, bits + exponent + 1074)
  const drop = bits - keep
  if (drop <= 0) return scale(Number(mantissa), exponent)
  const unit = 1n << BigInt(drop)
  let head = mantissa / unit
  const rest = mantissa - head * unit
  const half = unit >> 1n
  if (rest > half || (rest === half && (head & 1n) === 1n)) head += 1n
  return scale(Number(head), exponent + drop)
}

/** `value.as_integer_ratio()` of a finite double: lowest terms, denominator positive. */
export function integerRatio(value: number): [Int, Int] {
  if (Number.isInteger(value)) return [intFromIntegralDouble(value), 1]
  let exponent = 0
  let numerator = value
  if (Math.abs(numerator) < 2 ** -1000) {
    numerator *= 2 ** 1000
    exponent = 1000
  }
  // At most some 70 doublings after the first coarse steps.
  while (!Number.isInteger(numerator * 2 ** 53)) {
    numerator *= 2 ** 53
    exponent += 53
  }
  while (!Number.isInteger(numerator)) {
    numerator *= 2
    exponent++
  }
  return [intFromIntegralDouble(numerator), exponent < 53 ? 2 ** exponent : 1n << BigInt(exponent)]
}

/** `round(a, -digits)` of an int for `digits > 0`: to a multiple of 10**digits, ties to even. */
export function roundToTens(a: Int, digits: Int): Int {
  // More digits than the value has: 0, without building a power of ten of any size the caller asks for.
  if (digits > bitLength(a) * 0.30103 + 2) return 0
  const unit = BigInt(10) ** BigInt(digits)
  const value = BigInt(a)
  const rest = BigInt(mod(a, normalize(unit)))
  const floor = value - rest
  const twice = rest * 2n
  const up = twice > unit || (twice === unit && (floor / unit) % 2n !== 0n)
  return up ? normalize(floor + unit) : sub(a, normalize(rest))
}
