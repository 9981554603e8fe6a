/**
 * Numbers by a parsed format spec: int, float, complex.
 *
 *     | left padding | sign | prefix | inner padding | grouped digits | point | fraction | rest | right padding |
 *
 * Only one of the three paddings is there. Zeros that fill to a width (`0=`) are digits like others: they are
 * grouped, too, and a separator never comes first, so that the text can be one longer than asked for.
 */

import { ALTERNATE, ALTERNATE_DOT_ZERO, DOT_ZERO, formatMagnitude, isNegative, PLAIN } from './float-text.ts'
import { FormatError, type FormatSpec, type Grouping, LONGEST_TEXT, unknownType } from './format-spec.ts'
import type { Int } from './int.ts'
import { floatFromInt } from './int-float.ts'
import { flat, repeated } from './text.ts'

const BASES: Readonly<Record<string, 2 | 8 | 10 | 16>> = { b: 2, o: 8, d: 10, n: 10, x: 16, X: 16 }

/** Digits (with zeros in front up to `least` characters in all) and a separator between groups of `size`. */
function groupDigits(digits: string, grouping: Grouping, size: number, least: number): string {
  if (grouping === '') return digits.padStart(least, '0')
  let count = digits.length
  // The first count whose grouped length reaches the width.
  if (count + Math.floor((count - 1) / size) < least) {
    count = Math.max(count, Math.floor((least * size) / (size + 1)) - 1)
    while (count + Math.floor((count - 1) / size) < least) count++
  }
  const padded = digits.padStart(count, '0')
  let end = count % size === 0 ? size : count % size
  let text = padded.slice(0, end)
  for (; end < count; end += size) text += grouping + padded.slice(end, end + size)
  return text
}

/** A fraction is grouped from the point on. */
function groupFraction(digits: string, grouping: Grouping): string {
  if (grouping === '' || digits.length <= 3) return digits
  const parts: string[] = []
  for (let i = 0; i < digits.length; i += 3) parts.push(digits.slice(i, i + 3))
  return parts.join(grouping)
}

function signText(spec: FormatSpec, negative: boolean): string {
  if (negative) return '-'
  return spec.sign === '+' || spec.sign === ' ' ? spec.sign : ''
}

/** `digits` may be empty (inf, nan, characters); `tail` is all after them. */
function layOut(spec: FormatSpec, sign: string, prefix: string, digits: string, tail: string): string | FormatError {
  if (spec.width > LONGEST_TEXT) return new FormatError('MemoryError', '')
  let grouped = digits
  if (digits !== '' && (spec.zeros || spec.grouping !== '')) {
    const least = spec.zeros ? spec.width - sign.length - prefix.length - tail.length : 0
    grouped = groupDigits(digits, spec.grouping, spec.group, least)
  }
  const body = sign + prefix + grouped + tail
  const missing = spec.width - body.length
  if (missing <= 0) return flat(body)
  if (spec.align === '=') return flat(sign + prefix + repeated(spec.fill, missing) + grouped + tail)
  return pad(body, missing, spec.fill, spec.align)
}

function pad(body: string, missing: number, fill: string, align: '<' | '>' | '^'): string {
  if (align === '<') return flat(body + repeated(fill, missing))
  if (align === '>') return flat(repeated(fill, missing) + body)
  const left = missing >> 1
  return flat(repeated(fill, left) + body + repeated(fill, missing - left))
}

/** `format(value, spec)` for an int. Decimal digits are the caller's to count against the interpreter's limit. */
export function formatInt(value: Int, spec: FormatSpec, typeName: string): string | FormatError {
  const base = spec.type === 'd' ? 10 : BASES[spec.type]
  if (base === undefined && spec.type !== 'c') {
    if (spec.type === '' || !'eEfFgG%'.includes(spec.type)) return unknownType(spec.type, typeName)
    const converted = floatFromInt(value)
    if (converted === null) return new FormatError('OverflowError', 'int too large to convert to float')
    return formatFloatSpec(converted, spec, typeName)
  }
  if (spec.precision >= 0) return invalid('Precision not allowed in integer format specifier')
  if (spec.coerceNegativeZero) {
    return invalid('Negative zero coercion (z) not allowed in integer format specifier')
  }
  if (base === undefined) return formatCharacter(value, spec)
  const text = base === 10 ? String(value) : value.toString(base)
  const negative = value < 0
  const digits = negative ? text.slice(1) : text
  const prefix = spec.alternate && base !== 10 ? '0' + spec.type : ''
  return layOut(spec, signText(spec, negative), prefix, spec.type === 'X' ? digits.toUpperCase() : digits, '')
}

function invalid(message: string): FormatError {
  return new FormatError('ValueError', message)
}

function formatCharacter(value: Int, spec: FormatSpec): string | FormatError {
  if (spec.sign !== '') return invalid("Sign not allowed with integer format specifier 'c'")
  if (spec.alternate) return invalid("Alternate form (#) not allowed with integer format specifier 'c'")
  if (BigInt.asIntN(64, BigInt(value)) !== BigInt(value)) {
    return new FormatError('OverflowError', 'Python int too large to convert to C long')
  }
  if (value < 0 || value > 0x10ffff) return new FormatError('OverflowError', '%c arg not in range(0x110000)')
  const character = String.fromCodePoint(Number(value))
  if (spec.width > LONGEST_TEXT) return new FormatError('MemoryError', '')
  const missing = spec.width - 1
  if (missing <= 0) return character
  return pad(character, missing, spec.fill, spec.align === '=' ? '>' : spec.align)
}

/** `format(value, spec)` for a float. */
export function formatFloatSpec(value: number, spec: FormatSpec, typeName: string): string | FormatError {
  if (spec.type !== '' && !'eEfFgGn%'.includes(spec.type)) return unknownType(spec.type, typeName)
  const tooBig = checkPrecision(spec)
  if (tooBig !== null) return tooBig
  const percent = spec.type === '%'
  const shown = percent ? value * 100 : value
  const text = magnitudeText(shown, spec)
  const negative = showsMinus(shown, text, spec)
  if (!spec.zeros && spec.grouping === '' && spec.fractionGrouping === '')
    return layOut(spec, signText(spec, negative), '', text, percent ? '%' : '')
  const digitsEnd = integerEnd(text)
  let tail = text.slice(digitsEnd)
  if (spec.fractionGrouping !== '' && tail[0] === '.') tail = groupTail(tail, spec.fractionGrouping)
  return layOut(spec, signText(spec, negative), '', text.slice(0, digitsEnd), percent ? tail + '%' : tail)
}

function checkPrecision(spec: FormatSpec): FormatError | null {
  if (spec.precision > 0x7fffffff) return invalid('precision too big')
  return spec.precision > LONGEST_TEXT ? new FormatError('MemoryError', '') : null
}

/** The text without sign, in the case that the type asks for. */
function magnitudeText(value: number, spec: FormatSpec): string {
  const { precision, alternate } = spec
  const flags = spec.type === '' ? (alternate ? ALTERNATE_DOT_ZERO : DOT_ZERO) : alternate ? ALTERNATE : PLAIN
  switch (spec.type) {
    case '':
      return formatMagnitude(value, precision < 0 ? 'r' : 'g', precision, flags)
    case 'e':
      return formatMagnitude(value, 'e', precision < 0 ? 6 : precision, flags)
    case 'E':
      return formatMagnitude(value, 'e', precision < 0 ? 6 : precision, flags).toUpperCase()
    case 'f':
    case '%':
      return formatMagnitude(value, 'f', precision < 0 ? 6 : precision, flags)
    case 'F':
      return formatMagnitude(value, 'f', precision < 0 ? 6 : precision, flags).toUpperCase()
    case 'G':
      return formatMagnitude(value, 'g', precision < 0 ? 6 : precision, flags).toUpperCase()
    default:
      return formatMagnitude(value, 'g', precision < 0 ? 6 : precision, flags)
  }
}

/** With `z`, a minus sign needs a digit that is not zero (before an exponent). */
function showsMinus(value: number, text: string, spec: FormatSpec): boolean {
  if (!isNegative(value)) return false
  return !spec.coerceNegativeZero || /^[^eE]*[1-9]|^[iI]/.test(text)
}

function integerEnd(text: string): number {
  let end = 0
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++
  return end
}

/** `tail` begins with the point; an exponent may follow the digits. */
function groupTail(tail: string, grouping: Grouping): string {
  const end = 1 + integerEnd(tail.slice(1))
  return '.' + groupFraction(tail.slice(1, end), grouping) + tail.slice(end)
}

/** `format(value, spec)` for a complex number. */
export function formatComplexSpec(
  real: number,
  imaginary: number,
  spec: FormatSpec,
  typeName: string,
): string | FormatError {
  if (spec.type !== '' && !'eEfFgGn'.includes(spec.type)) return unknownType(spec.type, typeName)
  const tooBig = checkPrecision(spec)
  if (tooBig !== null) return tooBig
  if (spec.fill === '0') return invalid('Zero padding is not allowed in complex format specifier')
  if (spec.align === '=') return invalid("'=' alignment flag is not allowed in complex format specifier")
  if (spec.width > LONGEST_TEXT) return new FormatError('MemoryError', '')
  // Without a type the result is repr-like: a real part of +0 is left out, otherwise parentheses are put around.
  const skipReal = spec.type === '' && real === 0 && !isNegative(real)
  const imaginaryText = complexPart(imaginary, spec, skipReal ? spec.sign : '+')
  let body = imaginaryText + 'j'
  if (!skipReal) {
    body = complexPart(real, spec, spec.sign) + body
    if (spec.type === '') body = `(${body})`
  }
  const missing = spec.width - body.length
  return missing > 0 ? pad(body, missing, spec.fill, spec.align) : body
}

function complexPart(value: number, spec: FormatSpec, sign: FormatSpec['sign']): string {
  const { precision, alternate } = spec
  // Unlike a float's, a part's integral value gets no `.0`.
  const text =
    spec.type === ''
      ? formatMagnitude(value, precision < 0 ? 'r' : 'g', precision, alternate ? ALTERNATE : PLAIN)
      : magnitudeText(value, spec)
  const end = integerEnd(text)
  let tail = text.slice(end)
  if (spec.fractionGrouping !== '' && tail[0] === '.') tail = groupTail(tail, spec.fractionGrouping)
  const digits = end === 0 ? '' : groupDigits(text.slice(0, end), spec.grouping, 3, 0)
  const signShown = showsMinus(value, text, spec) ? '-' : sign === '+' || sign === ' ' ? sign : ''
  return signShown + digits + tail
}
