/**
 * The decimal digits of a double, to any precision, correctly rounded (half to even on the exact value).
 *
 * What David Gay's dtoa gives CPython in its modes 0 (shortest), 2 (so many digits) and 3 (so many after the
 * point). The engine's own toExponential and toFixed are exact for up to 100 digits, but round an exact tie away
 * from zero; so they are used where no tie can be, and BigInt arithmetic on the exact value decides the rest.
 */

import { flat } from './text.ts'

/** |value| = 0.d₁d₂d₃… · 10^point. Zero has the digits '0' and the point 1. Trailing zeros are present only in modes 2 and 3. */
export interface Decimal {
  readonly digits: string
  readonly point: number
}

const ZERO: Decimal = { digits: '0', point: 1 }

/** The shortest digits that read back as `value` (finite), and of those the nearest. */
export function shortestDigits(value: number): Decimal {
  if (value === 0) return ZERO
  const text = (value < 0 ? -value : value).toExponential()
  const e = text.indexOf('e')
  const digits = e === 1 ? text[0]! : text[0]! + text.slice(2, e)
  return { digits, point: Number(text.slice(e + 1)) + 1 }
}

const view = new DataView(new ArrayBuffer(8))

/** |value| = mantissa · 2^exponent for a finite double. */
export function exactParts(value: number): { mantissa: bigint; exponent: number } {
  view.setFloat64(0, value)
  const high = view.getUint32(0)
  const biased = (high >>> 20) & 0x7ff
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(view.getUint32(4))
  if (biased === 0) return { mantissa: fraction, exponent: -1074 }
  return { mantissa: fraction | (1n << 52n), exponent: biased - 1075 }
}

/** |value| · 10^power rounded to an integer, ties to even. */
function scaledInteger(value: number, power: number): bigint {
  const { mantissa, exponent } = exactParts(value)
  let numerator = mantissa
  let denominator = 1n
  if (power > 0) numerator *= 10n ** BigInt(power)
  else if (power < 0) denominator *= 10n ** BigInt(-power)
  if (exponent > 0) numerator <<= BigInt(exponent)
  else if (exponent < 0) denominator <<= BigInt(-exponent)
  const quotient = numerator / denominator
  const twice = (numerator - quotient * denominator) * 2n
  const up = twice > denominator || (twice === denominator && (quotient & 1n) === 1n)
  return up ? quotient + 1n : quotient
}

/** `count` significant digits, `count >= 1`, of a finite value. */
export function significantDigits(value: number, count: number): Decimal {
  if (value === 0) return { digits: '0'.repeat(count), point: 1 }
  const magnitude = value < 0 ? -value : value
  const few = fewSignificant(magnitude, count)
  if (few !== null) return few
  if (count <= 100) {
    // One digit more tells whether a tie is possible at all: it must be a 5.
    const probe = magnitude.toExponential(count)
    const e = probe.indexOf('e')
    if (probe.charCodeAt(e - 1) !== 53) {
      const text = magnitude.toExponential(count - 1)
      const end = text.indexOf('e')
      return { digits: count === 1 ? text[0]! : text[0]! + text.slice(2, end), point: Number(text.slice(end + 1)) + 1 }
    }
  }
  // No double has more than 767 significant digits; the rest are zeros.
  const wanted = Math.min(count, 770)
  const shortest = shortestDigits(magnitude)
  // A power of ten may be one that the exact value does not reach.
  let point = shortest.digits === '1' ? shortest.point - 1 : shortest.point
  let digits = scaledInteger(magnitude, wanted - point).toString()
  if (digits.length > wanted) digits = scaledInteger(magnitude, wanted - ++point).toString()
  return { digits: digits.padEnd(count, '0'), point }
}

/** 10^0 to 10^22: the powers that a double holds exactly. */
export const exactPowers: readonly number[] = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`))

/**
 * The nearest integer to the number that `scaled`, below 2^52, is the nearest double to; −1 where that is uncertain. `scaled` is off by at most 2^-53 of itself,
 * so that a fraction that is not that close to a half decides.
 */
export function certainlyRounded(scaled: number): number {
  const floor = Math.floor(scaled)
  const above = scaled - floor - 0.5
  if (Math.abs(above) <= scaled * 2 ** -52) return -1
  return above > 0 ? floor + 1 : floor
}

/** By one product or quotient, which is rounded once, and null where that is not certain. */
function fewSignificant(magnitude: number, count: number): Decimal | null {
  if (count > 15 || !(magnitude >= 1e-7 && magnitude < 1e22)) return null
  let point = Math.floor(Math.log10(magnitude)) + 1
  const most = exactPowers[count]!
  let scaled = scaledBy(magnitude, count - point)
  if (scaled >= most) scaled = scaledBy(magnitude, count - ++point)
  else if (scaled * 10 < most) scaled = scaledBy(magnitude, count - --point)
  if (!(scaled < most && scaled * 10 >= most)) return null
  const rounded = certainlyRounded(scaled)
  if (rounded < 0) return null
  return rounded === most ? { digits: String(most / 10), point: point + 1 } : { digits: String(rounded), point }
}

const scaledBy = (magnitude: number, power: number): number =>
  power >= 0 ? magnitude * exactPowers[power]! : magnitude / exactPowers[-power]!

/** The same for few digits, in a third of the time that `toFixed` takes, and null for others. */
function fewDigits(magnitude: number, count: number): string | null {
  if (!(count >= 0 && count <= 15)) return null
  const power = exactPowers[count]!
  const scaled = magnitude * power
  if (!(scaled < 2 ** 52)) return null
  const rounded = certainlyRounded(scaled)
  if (rounded < 0) return null
  if (count === 0) return String(rounded)
  // A digit in front keeps the zeros.
  if (rounded < power) return '0.' + String(rounded + power).slice(1)
  const digits = String(rounded)
  const end = digits.length - count
  return flat(`${digits.slice(0, end)}.${digits.slice(end)}`)
}

/** Rounded to `count` digits after the point (before it, if negative) of a finite value, in plain notation without a sign. */
export function fixedDigits(value: number, count: number): string {
  const magnitude = value < 0 ? -value : value
  const few = fewDigits(magnitude, count)
  if (few !== null) return few
  if (count >= 0 && count <= 100 && magnitude < 1e21) {
    // A tie is an odd multiple of 2^-(count+1).
    const halves = magnitude * 2 ** (count + 1)
    if (halves % 2 !== 1) return magnitude.toFixed(count)
  }
  // No double has more than 1,074 digits after the point.
  const wanted = Math.min(count, 1100)
  const integer = scaledInteger(magnitude, wanted).toString()
  if (wanted <= 0) return integer === '0' ? '0' : integer + '0'.repeat(-wanted)
  const padded = integer.padStart(wanted + 1, '0')
  return `${padded.slice(0, -wanted)}.${padded.slice(-wanted).padEnd(count, '0')}`
}
