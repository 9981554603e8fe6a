/**
 * The format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]`.
 *
 * Parsing follows parse_internal_render_format_spec (Python/formatter_unicode.c) in order, because which of several
 * mistakes is reported depends on it. A spec is parsed once: f-strings format with the same few literal specs again
 * and again, so results are cached by text. format-number.ts and format-text.ts apply a parsed spec.
 */

import { decimalDigit } from './unicode.ts'

export type Align = '<' | '>' | '=' | '^'
/** `''` is none; `,` and `_` stand for themselves. */
export type Grouping = '' | ',' | '_'

/** What went wrong, for the caller to raise. */
export class FormatError {
  readonly kind: 'ValueError' | 'OverflowError' | 'MemoryError'
  readonly message: string
  constructor(kind: 'ValueError' | 'OverflowError' | 'MemoryError', message: string) {
    this.kind = kind
    this.message = message
  }
}

/** What a type puts where the spec is silent. `''` as type means: none was given, and the type formats by its own rule. */
export interface FormatDefaults {
  readonly type: '' | 'd' | 's'
  readonly align: Align
  /** The specs that were parsed for the type. */
  readonly parsed: Map<string, FormatSpec>
}

export const INT_DEFAULTS: FormatDefaults = { type: 'd', align: '>', parsed: new Map() }
export const FLOAT_DEFAULTS: FormatDefaults = { type: '', align: '>', parsed: new Map() }
export const STR_DEFAULTS: FormatDefaults = { type: 's', align: '<', parsed: new Map() }

export class FormatSpec {
  /** One character (two code units beyond the BMP). */
  readonly fill: string
  readonly align: Align
  readonly sign: '' | '+' | '-' | ' '
  /** `z`: a result that rounds to zero has no minus sign. */
  readonly coerceNegativeZero: boolean
  /** `#` */
  readonly alternate: boolean
  /** −1 when not given, as is precision. */
  readonly width: number
  readonly grouping: Grouping
  readonly precision: number
  readonly fractionGrouping: Grouping
  /** One character, or `''` where none was given and the defaults have none. */
  readonly type: string
  /** Zeros in front are digits: `0=`. */
  readonly zeros: boolean
  /** Digits between separators. */
  readonly group: 3 | 4

  constructor(
    fill: string,
    align: Align,
    sign: '' | '+' | '-' | ' ',
    coerceNegativeZero: boolean,
    alternate: boolean,
    width: number,
    grouping: Grouping,
    precision: number,
    fractionGrouping: Grouping,
    type: string,
  ) {
    this.fill = fill
    this.align = align
    this.sign = sign
    this.coerceNegativeZero = coerceNegativeZero
    this.alternate = alternate
    this.width = width
    this.grouping = grouping
    this.precision = precision
    this.fractionGrouping = fractionGrouping
    this.type = type
    this.zeros = fill === '0' && align === '='
    this.group = type !== '' && 'boxX'.includes(type) ? 4 : 3
  }
}

/** Longer texts than this are refused as MemoryError: engines end strings near 2^29 units. */
export const LONGEST_TEXT = 2 ** 28

const CACHE_SIZE = 256

/** `typeName` appears in one error's message. */
export function parseFormatSpec(text: string, defaults: FormatDefaults, typeName: string): FormatSpec | FormatError {
  const known = defaults.parsed.get(text)
  if (known !== undefined) return known
  const parsed = new SpecParser(text, typeName).parse(defaults)
  if (parsed instanceof FormatSpec) {
    if (defaults.parsed.size >= CACHE_SIZE) defaults.parsed.clear()
    defaults.parsed.set(text, parsed)
  }
  return parsed
}

function isAlign(character: string | undefined): character is Align {
  return character === '<' || character === '>' || character === '=' || character === '^'
}

const BOTH = "Cannot specify both ',' and '_'."
/** Types that group thousands; b, o, x and X group by four, with underscores only. */
const GROUPED = 'defgEG%F'

class SpecParser {
  readonly #text: string
  readonly #characters: readonly string[]
  readonly #typeName: string
  #pos: number
  #error: string

  constructor(text: string, typeName: string) {
    this.#text = text
    this.#characters = Array.from(text)
    this.#typeName = typeName
    this.#pos = 0
    this.#error = ''
  }

  #take(character: string): boolean {
    if (this.#characters[this.#pos] !== character) return false
    this.#pos++
    return true
  }

  /** Digits of any script; −1 for none. */
  #integer(): number {
    const start = this.#pos
    let value = 0n
    for (;;) {
      const character = this.#characters[this.#pos]
      const digit = character === undefined ? -1 : decimalDigit(character.codePointAt(0)!)
      if (digit < 0) break
      value = value * 10n + BigInt(digit)
      if (value > 0x7fffffffffffffffn) {
        this.#error = 'Too many decimal digits in format string'
        return -1
      }
      this.#pos++
    }
    return this.#pos === start ? -1 : Number(value)
  }

  #groupings(): Grouping {
    let grouping: Grouping = ''
    if (this.#take(',')) grouping = ','
    if (this.#take('_')) {
      if (grouping !== '') this.#error = BOTH
      grouping = '_'
    }
    if (grouping === '_' && this.#take(',')) this.#error = BOTH
    return grouping
  }

  #fail(message: string): FormatError {
    return new FormatError('ValueError', message)
  }

  parse(defaults: FormatDefaults): FormatSpec | FormatError {
    const characters = this.#characters
    let fill = ''
    let align: Align | '' = ''
    if (isAlign(characters[1])) {
      fill = characters[0]!
      align = characters[1]
      this.#pos = 2
    } else if (isAlign(characters[0])) {
      align = characters[0]
      this.#pos = 1
    }
    const sign = this.#take(' ') ? ' ' : this.#take('+') ? '+' : this.#take('-') ? '-' : ''
    const coerceNegativeZero = this.#take('z')
    const alternate = this.#take('#')
    if (fill === '' && this.#take('0')) {
      fill = '0'
      if (align === '' && defaults.align === '>') align = '='
    }
    const width = this.#integer()
    if (this.#error !== '') return this.#fail(this.#error)
    const grouping = this.#groupings()
    if (this.#error !== '') return this.#fail(this.#error)
    let precision = -1
    let fractionGrouping: Grouping = ''
    if (this.#take('.')) {
      precision = this.#integer()
      if (this.#error !== '') return this.#fail(this.#error)
      fractionGrouping = this.#groupings()
      if (this.#error !== '') return this.#fail(this.#error)
      if (precision < 0 && fractionGrouping === '') return this.#fail('Format specifier missing precision')
    }
    const left = characters.length - this.#pos
    if (left > 1) {
      return this.#fail(`Invalid format specifier '${this.#text}' for object of type '${this.#typeName}'`)
    }
    const type = left === 1 ? characters[this.#pos]! : defaults.type
    if (!allowsGrouping(type, grouping)) return this.#fail(`Cannot specify '${grouping}' with ${quotedType(type)}.`)
    // `n` groups by the locale, and says so for the fraction as well; other types ignore what they have no use for.
    if (fractionGrouping !== '' && type === 'n') return this.#fail(`Cannot specify '${fractionGrouping}' with 'n'.`)
    return new FormatSpec(
      fill === '' ? ' ' : fill,
      align === '' ? defaults.align : align,
      sign,
      coerceNegativeZero,
      alternate,
      width,
      grouping,
      precision,
      fractionGrouping,
      type,
    )
  }
}

function allowsGrouping(type: string, grouping: Grouping): boolean {
  return grouping === '' || GROUPED.includes(type) || (grouping === '_' && 'boxX'.includes(type))
}

/** A type character as error messages show it. */
function quotedType(type: string): string {
  const point = type.codePointAt(0) ?? 0
  return point > 32 && point < 128 ? `'${type}'` : `'\\x${point.toString(16)}'`
}

export function unknownType(type: string, typeName: string): FormatError {
  return new FormatError('ValueError', `Unknown format code ${quotedType(type)} for object of type '${typeName}'`)
}
