/**
 * The language of `str.format`: `literal {name.attribute[item]!conversion:spec} literal`.
 *
 * As MarkupIterator and FieldNameIterator (Objects/stringlib/unicode_format.h). A mistake is met only when formatting comes to it,
 * after the fields before it were formatted; so it is the last piece of the list. Texts are UTF-16: every character
 * that means something is ASCII. Lists are kept by format, since programs format with the same few texts.
 */
import { decimalDigit } from '../base/unicode.ts'

/** A ValueError's message. */
export class FormatMistake {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

/** Literal text and the field after it, if there is one. */
export class FormatPiece {
  readonly literal: string
  /** Text before `!` and `:`; null where only the literal is. */
  readonly name: string | null
  readonly spec: string
  /** Does the spec contain fields? */
  readonly nests: boolean
  /** One character, or '' for none. */
  readonly conversion: string
  constructor(literal: string, name: string | null, spec: string, nests: boolean, conversion: string) {
    this.literal = literal
    this.name = name
    this.spec = spec
    this.nests = nests
    this.conversion = conversion
  }
}

const cacheSize = 256
const parsed = new Map<string, readonly (FormatPiece | FormatMistake)[]>()

export function parseFormatString(text: string): readonly (FormatPiece | FormatMistake)[] {
  let pieces = parsed.get(text)
  if (pieces === undefined) {
    if (parsed.size >= cacheSize) parsed.clear()
    parsed.set(text, (pieces = new Parser(text).pieces()))
  }
  return pieces
}

class Parser {
  readonly #text: string
  #at: number
  constructor(text: string) {
    this.#text = text
    this.#at = 0
  }

  pieces(): (FormatPiece | FormatMistake)[] {
    const pieces: (FormatPiece | FormatMistake)[] = []
    while (this.#at < this.#text.length) {
      const piece = this.#piece()
      pieces.push(piece)
      if (piece instanceof FormatMistake) break
    }
    return pieces
  }

  #piece(): FormatPiece | FormatMistake {
    const text = this.#text
    const start = this.#at
    let brace = start
    while (brace < text.length && text[brace] !== '{' && text[brace] !== '}') brace++
    this.#at = brace + 1
    if (brace === text.length) return new FormatPiece(text.slice(start), null, '', false, '')
    if (text[brace] === text[brace + 1]) {
      // A doubled brace stands for one.
      this.#at = brace + 2
      return new FormatPiece(text.slice(start, brace + 1), null, '', false, '')
    }
    if (text[brace] === '}') return new FormatMistake("Single '}' encountered in format string")
    if (this.#at === text.length) return new FormatMistake("Single '{' encountered in format string")
    return this.#field(text.slice(start, brace))
  }

  #field(literal: string): FormatPiece | FormatMistake {
    const text = this.#text
    const start = this.#at
    const end = this.#nameEnd()
    if (typeof end !== 'number') return end
    const name = text.slice(start, end)
    if (text[end] === '}') return new FormatPiece(literal, name, '', false, '')
    let conversion = ''
    if (text[end] === '!') {
      if (this.#at === text.length) return new FormatMistake('end of string while looking for conversion specifier')
      conversion = String.fromCodePoint(text.codePointAt(this.#at)!)
      this.#at += conversion.length
      if (this.#at < text.length) {
        const after = text[this.#at++]
        if (after === '}') return new FormatPiece(literal, name, '', false, conversion)
        if (after !== ':') return new FormatMistake("expected ':' after conversion specifier")
      }
    }
    return this.#spec(literal, name, conversion)
  }

  /** Index of the character that ends the name, with `#at` behind it. */
  #nameEnd(): number | FormatMistake {
    const text = this.#text
    while (this.#at < text.length) {
      const character = text[this.#at++]!
      if (character === '{') return new FormatMistake("unexpected '{' in field name")
      if (character === '}' || character === ':' || character === '!') return this.#at - 1
      // Between brackets anything goes.
      if (character === '[') while (this.#at < text.length && text[this.#at] !== ']') this.#at++
    }
    return new FormatMistake("expected '}' before end of string")
  }

  #spec(literal: string, name: string, conversion: string): FormatPiece | FormatMistake {
    const text = this.#text
    const start = this.#at
    let depth = 1
    let nests = false
    while (this.#at < text.length) {
      const character = text[this.#at++]
      if (character === '{') {
        nests = true
        depth++
      } else if (character === '}' && --depth === 0)
        return new FormatPiece(literal, name, text.slice(start, this.#at - 1), nests, conversion)
    }
    return new FormatMistake("unmatched '{' in format spec")
  }
}

/** What is done to the field's object: an attribute by name, or an item by index or key. */
export interface FieldAccess {
  readonly kind: 'attribute' | 'item'
  readonly key: number | string
}

export interface FieldName {
  /** The argument: by position, by name, or '' for the next one. */
  readonly first: number | string
  /** A mistake comes last, after the accesses before it were made. */
  readonly rest: readonly (FieldAccess | FormatMistake)[]
}

const names = new Map<string, FieldName | FormatMistake>()

export function parseFieldName(name: string): FieldName | FormatMistake {
  let field = names.get(name)
  if (field === undefined) {
    if (names.size >= cacheSize) names.clear()
    names.set(name, (field = splitFieldName(name)))
  }
  return field
}

function splitFieldName(name: string): FieldName | FormatMistake {
  const end = nextAccess(name, 0)
  const first = keyOf(name.slice(0, end))
  if (first instanceof FormatMistake) return first
  const rest: (FieldAccess | FormatMistake)[] = []
  for (let at = end; at < name.length; ) {
    const access = readAccess(name, at)
    if (access instanceof FormatMistake) {
      rest.push(access)
      break
    }
    rest.push(access.access)
    at = access.end
  }
  return { first, rest }
}

function nextAccess(name: string, from: number): number {
  let at = from
  while (at < name.length && name[at] !== '.' && name[at] !== '[') at++
  return at
}

function readAccess(name: string, at: number): { access: FieldAccess; end: number } | FormatMistake {
  let end: number
  let key: number | string | FormatMistake
  let kind: FieldAccess['kind']
  if (name[at] === '.') {
    kind = 'attribute'
    end = nextAccess(name, at + 1)
    key = name.slice(at + 1, end)
  } else if (name[at] === '[') {
    kind = 'item'
    const close = name.indexOf(']', at)
    if (close < 0) return new FormatMistake("Missing ']' in format string")
    key = keyOf(name.slice(at + 1, close))
    end = close + 1
  } else return new FormatMistake("Only '.' or '[' may follow ']' in format field specifier")
  if (key instanceof FormatMistake) return key
  if (key === '') return new FormatMistake('Empty attribute in format string')
  return { access: { kind, key }, end }
}

/** A number if the text is made of digits (of any script), else the text. */
function keyOf(text: string): number | string | FormatMistake {
  if (text === '') return text
  let number = 0
  for (const character of text) {
    const digit = decimalDigit(character.codePointAt(0)!)
    if (digit < 0) return text
    number = number * 10 + digit
    if (number >= 2 ** 63) return new FormatMistake('Too many decimal digits in format string')
  }
  return number
}
