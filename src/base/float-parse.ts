/**
 * Text as floats: `float(text)` and `float.fromhex(text)`, and `float.hex` for the way back.
 *
 * The engine's Number() rounds a decimal correctly; what it accepts is not what Python accepts, so the form is checked
 * first. Hexadecimal forms are read as an integer mantissa with a binary exponent and rounded once, to even.
 */

import { exactParts } from './float-digits.ts'
import { isNegative } from './float-text.ts'
import { bitLength } from './int-size.ts'
import { asciiNumberText, isDecimalUnit, withoutUnderscores } from './number-text.ts'

const SPECIAL = /^([+-]?)(?:(inf|infinity)|nan)$/i

/** `float(text)`; null where CPython says "could not convert string to float". */
export function floatFromText(source: string): number | null {
  const text = withoutUnderscores(asciiNumberText(source), isDecimalUnit)
  return text === null ? null : floatFromPlainText(text)
}

/**
 * Without white space, underscores and other digits than ASCII's. What the engine takes for a number is then one to Python as well, but for nothing at
 * all, and for other bases, which have a letter after the first digit (but `1e5` is no such).
 */
export function floatFromPlainText(text: string): number | null {
  const number = Number(text)
  if (!Number.isNaN(number)) {
    const letter = text.charCodeAt(1) | 32
    return text === '' || letter === 98 || letter === 111 || letter === 120 ? null : number
  }
  const special = SPECIAL.exec(text)
  if (special === null) return null
  if (special[2] === undefined) return Number.NaN
  return special[1] === '-' ? -Infinity : Infinity
}

/** `value.hex()` */
export function floatHex(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  const sign = isNegative(value) ? '-' : ''
  if (value === Infinity || value === -Infinity) return sign + 'inf'
  if (value === 0) return sign + '0x0.0p+0'
  const { mantissa, exponent } = exactParts(value)
  const lead = mantissa >> 52n
  const fraction = (mantissa & ((1n << 52n) - 1n)).toString(16).padStart(13, '0')
  const power = exponent + 52
  return `${sign}0x${lead}.${fraction}p${power < 0 ? '-' : '+'}${Math.abs(power)}`
}

/** `invalid`: "invalid hexadecimal floating-point string"; `overflow`: "hexadecimal value too large to represent as a float". */
export type FromHexFailure = 'invalid' | 'overflow'

const HEXADECIMAL = /^([+-]?)(?:0[xX])?([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?(?:[pP]([+-]?\d+))?$/

/** `float.fromhex(text)` */
export function floatFromHex(source: string): number | FromHexFailure {
  const text = source.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '')
  const special = SPECIAL.exec(text)
  if (special !== null) return floatFromPlainText(text)!
  const match = HEXADECIMAL.exec(text)
  if (match === null) return 'invalid'
  const fraction = match[3] ?? ''
  const digits = match[2]! + fraction
  if (digits === '') return 'invalid'
  const value = floatFromScaled(BigInt('0x' + digits), Number(match[4] ?? 0) - 4 * fraction.length)
  if (value === Infinity) return 'overflow'
  return match[1] === '-' ? -value : value
}

/** mantissa · 2^exponent, rounded once to the nearest double (ties to even); Infinity past the range. */
export function floatFromScaled(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0
  const bits = bitLength(mantissa)
  const top = bits + exponent
  if (top > 1024) return Infinity
  if (top < -1074) return 0
  const keep = Math.min(53, top + 1074)
  const drop = bits - keep
  if (drop > 0) {
    const unit = 1n << BigInt(drop)
    const rest = mantissa & (unit - 1n)
    mantissa >>= BigInt(drop)
    exponent += drop
    const half = unit >> 1n
    if (rest > half || (rest === half && (mantissa & 1n) === 1n)) mantissa += 1n
  }
  // Two steps, each exact: the mantissa has at most 53 bits and nothing falls below the last subnormal bit.
  const value = Number(mantissa)
  const half = Math.trunc(exponent / 2)
  return value * 2 ** half * 2 ** (exponent - half)
}
