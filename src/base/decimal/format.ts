/**
 * `format(decimal, spec)`: `[[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]`.
 *
 * The mini-language resembles that of floats (base/format-spec.ts), but differs in what is an error, in the type that stands for
 * none, and in that a number shows the digits it has where no precision is given.
 */
import { LONGEST_TEXT } from '../format-spec.ts'
import type { DecimalContext } from './context.ts'
import { type Decimal, finite } from './decimal.ts'
import { rescale } from './quantize.ts'
import { scientificText } from './text.ts'

export interface DecimalFormat {
  readonly fill: string
  readonly align: string
  readonly sign: string
  readonly coerceNegativeZero: boolean
  readonly alternate: boolean
  readonly zeroPadded: boolean
  readonly width: number
  readonly grouping: string
  readonly precision: number | null
  readonly fractionGrouping: string
  readonly type: string
  readonly point: string
  /** Sizes of groups from the point on; the last is repeated. */
  readonly groups: readonly number[]
}

const pattern = /^(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(?=[\d,_])(\d+)?([,_])?)?([eEfFgGnN%])?$/su

/** What separates digits in a locale. */
export interface NumberSymbols {
  readonly point: string
  readonly separator: string
  readonly groups: readonly number[]
}

/** The spec taken apart; null if it is none, 'overflow' if a number in it does not fit an index. */
export function parseDecimalFormat(
  spec: string,
  capitals: number,
  symbols: NumberSymbols,
): DecimalFormat | null | 'overflow' {
  const match = pattern.exec(spec)
  if (match === null) return null
  const [, fill, align, sign = '-', z, alternate, zero, width, grouping = '', digits, fractionGrouping = '', given] =
    match
  if (zero !== undefined && align !== undefined) return null
  const isLocal = given === 'n' || given === 'N'
  if (isLocal && grouping !== '') return null
  if (Number(width ?? 0) > 2 ** 63 || Number(digits ?? 0) > 2 ** 63) return 'overflow'
  const wanted = given ?? (capitals === 1 ? 'G' : 'g')
  const type = wanted === 'n' ? 'g' : wanted === 'N' ? 'G' : wanted
  const precision = digits === undefined ? null : Number(digits)
  return {
    fill: fill ?? ' ',
    align: align ?? '>',
    sign,
    coerceNegativeZero: z !== undefined,
    alternate: alternate !== undefined,
    zeroPadded: zero !== undefined,
    width: Number(width ?? 0),
    grouping: isLocal ? symbols.separator : grouping,
    precision: precision === 0 && 'gG'.includes(type) ? 1 : precision,
    fractionGrouping,
    type,
    point: isLocal ? symbols.point : '.',
    groups: isLocal ? symbols.groups : [3],
  }
}

/** `a` with so many digits, of its own exponent range. */
function roundedTo(a: Decimal, digits: number, context: DecimalContext): Decimal {
  if (a.isZero) return a
  const rounded = rescale(a, a.adjusted + 1 - digits, context)
  return rounded.adjusted === a.adjusted ? rounded : rescale(rounded, rounded.adjusted + 1 - digits, context)
}

function rounded(a: Decimal, { type, precision }: DecimalFormat, context: DecimalContext): Decimal {
  if (precision === null) return a
  if ('eE'.includes(type)) return roundedTo(a, precision + 1, context)
  if ('gG'.includes(type)) return a.digits > precision ? roundedTo(a, precision, context) : a
  return rescale(a, -precision, context)
}

/** Where the point stands, counted from the first digit. */
function placeOfPoint(a: Decimal, { type, precision }: DecimalFormat): number {
  const before = a.exponent + a.digits
  if ('fF%'.includes(type)) return before
  if ('eE'.includes(type)) return a.isZero && precision !== null ? 1 - precision : 1
  return a.exponent <= 0 && before > -6 ? before : 1
}

/** The text, or null if it would be too long to build. */
export function formatDecimal(value: Decimal, format: DecimalFormat, context: DecimalContext): string | null {
  const { type } = format
  if (format.width > LONGEST_TEXT || (format.precision ?? 0) > LONGEST_TEXT) return null
  if (!value.isFinite) {
    const body = scientificText(value.withSign(false), 1) + (type === '%' ? '%' : '')
    return aligned(signText(value.negative, format), body, format)
  }
  // Formatting rounds as the context does and leaves no trace in it.
  const working = context.working()
  const percent = type === '%' ? finite(value.negative, value.coefficient, value.exponent + 2) : value
  let a = rounded(percent, format, working)
  if ('fF%'.includes(type) && a.exponent > 0) {
    if (a.adjusted > LONGEST_TEXT) return null
    a = rescale(a, 0, working)
  }
  const negative = a.negative && !(format.coerceNegativeZero && a.isZero)
  const digits = a.coefficient.toString()
  const point = placeOfPoint(a, format)
  if (Math.abs(point) > LONGEST_TEXT) return null
  const integer = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0')
  const fraction = point < 0 ? '0'.repeat(-point) + digits : digits.slice(point)
  const exponent = a.exponent + a.digits - point
  return laidOut(negative, integer, fraction, exponent, format)
}

function laidOut(
  negative: boolean,
  integer: string,
  fraction: string,
  exponent: number,
  format: DecimalFormat,
): string {
  const { type, fractionGrouping } = format
  const sign = signText(negative, format)
  const grouped = fractionGrouping === '' ? fraction : (fraction.match(/.{1,3}/g) ?? []).join(fractionGrouping)
  let tail = grouped !== '' || format.alternate ? format.point + grouped : ''
  if (exponent !== 0 || 'eE'.includes(type))
    tail += `${type === 'e' || type === 'g' ? 'e' : 'E'}${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`
  if (type === '%') tail += '%'
  const least = format.zeroPadded ? format.width - tail.length - sign.length : 0
  return aligned(sign, withSeparators(integer, least, format) + tail, format)
}

/** Groups digits from the point on, with zeros in front up to the width; a separator is never first. */
function withSeparators(digits: string, least: number, { grouping, groups }: DecimalFormat): string {
  if (grouping === '' || groups.length === 0) return digits.padStart(least, '0')
  const parts: string[] = []
  let left = digits
  let missing = least
  for (let i = 0; ; i++) {
    const size = groups[Math.min(i, groups.length - 1)]!
    // The last group takes what is left, and as many zeros as fill the width or the group.
    const count = Math.min(Math.max(left.length, missing, 1), size)
    parts.unshift(left.slice(-count).padStart(count, '0'))
    left = left.slice(0, Math.max(left.length - count, 0))
    missing -= count
    if (left === '' && missing <= 0) break
    missing -= grouping.length
  }
  return parts.join(grouping)
}

const signText = (negative: boolean, { sign }: DecimalFormat): string => (negative ? '-' : sign === '-' ? '' : sign)

function aligned(sign: string, body: string, { fill, align, width }: DecimalFormat): string {
  const missing = Math.max(width - sign.length - body.length, 0)
  if (align === '<') return sign + body + fill.repeat(missing)
  if (align === '>') return fill.repeat(missing) + sign + body
  if (align === '=') return sign + fill.repeat(missing) + body
  const left = Math.floor(missing / 2)
  return fill.repeat(left) + sign + body + fill.repeat(missing - left)
}
