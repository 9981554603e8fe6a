/**
 * `format % values`: the format taken apart, and numbers and text laid out by its parts.
 *
 * A mistake in the format is met only when formatting comes to it, after the values before it were converted; so
 * it is the last part of the list, not a failure of parsing. The same parser serves str and bytes (as Latin-1 text).
 */

import { ALTERNATE, formatMagnitude, isNegative, PLAIN } from './float-text.ts'
import type { Int } from './int.ts'
import { flat, repeated } from './text.ts'

/** A width or precision that comes from the values. */
export const STAR = -2
export const NOT_GIVEN = -1

/** One `%…` of a format. */
export class PercentPart {
  /** In `%(key)s`; null without. */
  readonly key: string | null
  readonly flags: PercentFlags
  /** A number, NOT_GIVEN or STAR. */
  readonly width: number
  readonly precision: number
  /** One character: one of `diouxXeEfFgGcrsa%`, `b` for bytes, or one that is not supported. */
  readonly conversion: string
  /** Where the conversion stands, for "unsupported format character". */
  readonly index: number

  constructor(
    key: string | null,
    flags: PercentFlags,
    width: number,
    precision: number,
    conversion: string,
    index: number,
  ) {
    this.key = key
    this.flags = flags
    this.width = width
    this.precision = precision
    this.conversion = conversion
    this.index = index
  }
}

/** A mistake in the format: a ValueError's message. */
export class PercentError {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

export interface PercentFlags {
  /** `-` */
  readonly left: boolean
  /** `+` */
  readonly plus: boolean
  /** A space. */
  readonly blank: boolean
  /** `#` */
  readonly alternate: boolean
  /** `0` */
  readonly zero: boolean
}

const NO_FLAGS: PercentFlags = { left: false, plus: false, blank: false, alternate: false, zero: false }

/** Literal text, parts, and at most one error, at the end. */
export type PercentPiece = string | PercentPart | PercentError

export function parsePercentFormat(format: string): PercentPiece[] {
  const pieces: PercentPiece[] = []
  let pos = 0
  for (;;) {
    const percent = format.indexOf('%', pos)
    if (percent < 0) {
      if (pos < format.length) pieces.push(format.slice(pos))
      return pieces
    }
    if (percent > pos) pieces.push(format.slice(pos, percent))
    const parser = new PartParser(format, percent + 1)
    const part = parser.parse()
    pieces.push(part)
    if (part instanceof PercentError) return pieces
    pos = parser.pos
  }
}

class PartParser {
  readonly #format: string
  pos: number
  constructor(format: string, pos: number) {
    this.#format = format
    this.pos = pos
  }

  /** The text in parentheses, which may nest; undefined where they do not close. */
  #key(): string | null | undefined {
    if (this.#format[this.pos] !== '(') return null
    const start = ++this.pos
    for (let depth = 1; this.pos < this.#format.length; ) {
      const character = this.#format[this.pos++]
      if (character === '(') depth++
      else if (character === ')' && --depth === 0) return this.#format.slice(start, this.pos - 1)
    }
    return undefined
  }

  #flags(): PercentFlags {
    const start = this.pos
    while ('-+ #0'.includes(this.#format[this.pos] ?? 'x')) this.pos++
    if (start === this.pos) return NO_FLAGS
    const text = this.#format.slice(start, this.pos)
    return {
      left: text.includes('-'),
      plus: text.includes('+'),
      blank: text.includes(' '),
      alternate: text.includes('#'),
      zero: text.includes('0'),
    }
  }

  /** Digits, a star, or `none`; Infinity where the number passes the limit. */
  #number(none: number, limit: number): number {
    if (this.#format[this.pos] === '*') {
      this.pos++
      return STAR
    }
    const start = this.pos
    let value = 0
    for (;;) {
      const digit = this.#format.charCodeAt(this.pos) - 48
      if (!(digit >= 0 && digit <= 9)) break
      value = value * 10 + digit
      this.pos++
    }
    return this.pos === start ? none : value > limit ? Infinity : value
  }

  parse(): PercentPart | PercentError {
    const format = this.#format
    const key = this.#key()
    if (key === undefined) return new PercentError('incomplete format key')
    const flags = this.#flags()
    const width = this.#number(NOT_GIVEN, 2 ** 63 - 1)
    if (width === Infinity) return new PercentError('width too big')
    let precision = NOT_GIVEN
    if (format[this.pos] === '.') {
      this.pos++
      precision = this.#number(0, 2 ** 31 - 1)
      if (precision === Infinity) return new PercentError('precision too big')
    }
    // C's length modifiers are read over.
    if ('hlL'.includes(format[this.pos] ?? 'x')) this.pos++
    if (this.pos >= format.length) return new PercentError('incomplete format')
    const index = this.pos
    const conversion = String.fromCodePoint(format.codePointAt(index)!)
    this.pos += conversion.length
    return new PercentPart(key, flags, width, precision, conversion, index)
  }
}

/** The message of the ValueError for a conversion that does not exist. */
export function unsupportedConversion(part: PercentPart): string {
  const point = part.conversion.codePointAt(0)!
  const shown = point >= 32 && point < 127 ? part.conversion : '?'
  return `unsupported format character '${shown}' (0x${point.toString(16)}) at index ${part.index}`
}

function padded(sign: string, prefix: string, body: string, flags: PercentFlags, width: number): string {
  const missing = width - sign.length - prefix.length - body.length
  if (missing <= 0) return flat(sign + prefix + body)
  if (flags.left) return flat(sign + prefix + body + repeated(' ', missing))
  if (flags.zero) return flat(sign + prefix + '0'.repeat(missing) + body)
  return flat(repeated(' ', missing) + sign + prefix + body)
}

function signOf(negative: boolean, flags: PercentFlags): string {
  return negative ? '-' : flags.plus ? '+' : flags.blank ? ' ' : ''
}

/** For `d i u o x X`; width and precision are numbers by now, or NOT_GIVEN. */
export function percentInt(
  value: Int,
  conversion: string,
  flags: PercentFlags,
  width: number,
  precision: number,
): string {
  const base = conversion === 'o' ? 8 : conversion === 'x' || conversion === 'X' ? 16 : 10
  const text = base === 10 ? String(value) : value.toString(base)
  const negative = value < 0
  let digits = negative ? text.slice(1) : text
  if (digits.length < precision) digits = digits.padStart(precision, '0')
  const prefix = flags.alternate && base !== 10 ? '0' + conversion : ''
  return padded(signOf(negative, flags), prefix, conversion === 'X' ? digits.toUpperCase() : digits, flags, width)
}

/** For `e E f F g G`. */
export function percentFloat(
  value: number,
  conversion: string,
  flags: PercentFlags,
  width: number,
  precision: number,
): string {
  const type = conversion === 'f' || conversion === 'F' ? 'f' : conversion === 'e' || conversion === 'E' ? 'e' : 'g'
  const text = formatMagnitude(value, type, precision < 0 ? 6 : precision, flags.alternate ? ALTERNATE : PLAIN)
  return padded(signOf(isNegative(value), flags), '', conversion === type ? text : text.toUpperCase(), flags, width)
}

/** For `s r a c b`. */
export function percentText(text: string, flags: PercentFlags, width: number): string {
  const missing = width - text.length
  if (missing <= 0) return text
  return flat(flags.left ? text + repeated(' ', missing) : repeated(' ', missing) + text)
}
