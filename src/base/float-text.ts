/**
 * Floats as text: `repr`, the presentation types e, f, g and r with CPython's flags, and `round` to decimal places.
 *
 * This is PyOS_double_to_string (Python/pystrtod.c): a presentation type, a precision and flags in, text out, with
 * no padding and no grouping (format-spec.ts adds those).
 */

import {
  certainlyRounded,
  type Decimal,
  exactPowers,
  fixedDigits,
  shortestDigits,
  significantDigits,
} from './float-digits.ts'

/** `r` is the shortest form that reads back, written like `g` with 17 digits' thresholds. */
export type FloatType = 'e' | 'f' | 'g' | 'r'

/** `repr(value)`. */
export function floatRepr(value: number): string {
  const magnitude = value < 0 ? -value : value
  if (magnitude >= 1e-4 && magnitude < 1e16) {
    // Here JavaScript writes what Python writes, but for the point of integral values.
    return value === Math.floor(value) ? value + '.0' : String(value)
  }
  if (value === 0) return 1 / value < 0 ? '-0.0' : '0.0'
  if (Number.isNaN(value)) return 'nan'
  if (magnitude === Infinity) return value < 0 ? '-inf' : 'inf'
  const { digits, point } = shortestDigits(value)
  return (value < 0 ? '-' : '') + scientific(digits, point - 1, 'bare')
}

/** `d.ddde±XX`; with `dotted` the point stays even where nothing follows it. */
function scientific(digits: string, exponent: number, dot: 'bare' | 'dotted'): string {
  const size = exponent < 0 ? -exponent : exponent
  const fraction = digits.length > 1 ? '.' + digits.slice(1) : dot === 'dotted' ? '.' : ''
  return `${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${size < 10 ? '0' : ''}${size}`
}

/** Digits with the point after `point` of them, zeros filled in where needed. */
function positional({ digits, point }: Decimal): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return digits + '0'.repeat(point - digits.length)
  return `${digits.slice(0, point)}.${digits.slice(point)}`
}

function stripZeros(digits: string): string {
  let end = digits.length
  while (end > 1 && digits.charCodeAt(end - 1) === 48) end--
  return digits.slice(0, end)
}

export interface FloatFlags {
  /** `#`: the point is always written, and `g` keeps its trailing zeros. */
  readonly alternate: boolean
  /** Integral values end in `.0` (as `repr` has them), where no exponent is written. */
  readonly addDotZero: boolean
}

export const PLAIN: FloatFlags = { alternate: false, addDotZero: false }
export const DOT_ZERO: FloatFlags = { alternate: false, addDotZero: true }
export const ALTERNATE: FloatFlags = { alternate: true, addDotZero: false }
export const ALTERNATE_DOT_ZERO: FloatFlags = { alternate: true, addDotZero: true }

/** The magnitude's text: the caller writes the sign (and asks isNegative). Lower case; `inf` and `nan` included. */
export function formatMagnitude(value: number, type: FloatType, precision: number, flags: FloatFlags): string {
  if (Number.isNaN(value)) return 'nan'
  if (value === Infinity || value === -Infinity) return 'inf'
  if (type === 'f') {
    const text = fixedDigits(value, precision)
    return flags.alternate && precision === 0 ? text + '.' : text
  }
  if (type === 'e') {
    const { digits, point } = significantDigits(value, precision + 1)
    return scientific(digits, point - 1, flags.alternate ? 'dotted' : 'bare')
  }
  return formatGeneral(value, type, precision, flags)
}

function formatGeneral(value: number, type: 'g' | 'r', precision: number, flags: FloatFlags): string {
  const count = type === 'r' ? 17 : precision === 0 ? 1 : precision
  const decimal = type === 'r' ? shortestDigits(value) : significantDigits(value, count)
  const { point } = decimal
  const digits = flags.alternate && type === 'g' ? decimal.digits : stripZeros(decimal.digits)
  // `r` leaves 16 digits before the point; `g` as many as its precision, one fewer if a `.0` has to be added.
  const most = type === 'r' ? 16 : flags.addDotZero ? count - 1 : count
  if (point > -4 && point <= most) {
    const text = positional({ digits, point })
    if (text.includes('.')) return text
    if (flags.addDotZero) return text + '.0'
    return flags.alternate ? text + '.' : text
  }
  return scientific(digits, point - 1, flags.alternate ? 'dotted' : 'bare')
}

export function isNegative(value: number): boolean {
  return value < 0 || (value === 0 && 1 / value < 0)
}

/** `value` with its minus sign where it has one; NaN has none. */
export function formatFloat(value: number, type: FloatType, precision: number, flags: FloatFlags): string {
  const text = formatMagnitude(value, type, precision, flags)
  return isNegative(value) ? '-' + text : text
}

/** `round(value, places)` for a finite value; null where CPython says "rounded value too large to represent". */
export function roundToPlaces(value: number, places: number): number | null {
  // As in float___round___impl (Objects/floatobject.c): past these bounds nothing or everything is rounded away.
  if (places > 323) return value
  if (places < -308) return 0 * value
  const quick = roundQuickly(Math.abs(value), places)
  if (quick >= 0) return isNegative(value) ? -quick : quick
  const rounded = Number(fixedDigits(value, places))
  if (rounded === Infinity) return null
  return isNegative(value) ? -rounded : rounded
}

/** By one product and one quotient where these are certain, −1 where not: dividing the nearest integer by a power of ten rounds once. */
function roundQuickly(magnitude: number, places: number): number {
  const power = exactPowers[places]
  if (power === undefined) return -1
  const scaled = magnitude * power
  if (!(scaled < 2 ** 52)) return -1
  const rounded = certainlyRounded(scaled)
  return rounded < 0 ? -1 : rounded / power
}
