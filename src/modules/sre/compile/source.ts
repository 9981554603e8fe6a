/**
 * The text of a pattern or of a replacement, as tokens: a character, or a backslash with the character behind it.
 *
 * What is not valid is refused: then the text is at its end, so that whoever reads it stops, and CPython's Python code says what is wrong
 * with it, in its own words.
 */
import { stringFromUnits } from '../../../base/text.ts'
import type { Str } from '../../../objects/str.ts'

export class Source {
  /** Characters by index: a string for a narrow str and for bytes, else an array of strings. */
  readonly #text: string | readonly string[]
  /** Is it no bytes? */
  readonly isText: boolean
  /** The next token; '' at the end. */
  next: string
  /** Where it begins. */
  position: number
  /** Where the token after it begins. */
  #index: number
  isRefused: boolean

  constructor(text: Str | Uint8Array) {
    this.isText = !(text instanceof Uint8Array)
    if (text instanceof Uint8Array) this.#text = stringFromUnits(text, 0, text.length)
    else this.#text = typeof text === 'string' ? text : text.points.map(point => String.fromCodePoint(point))
    this.next = ''
    this.position = 0
    this.#index = 0
    this.isRefused = false
    this.advance()
  }

  advance(): void {
    const text = this.#text
    this.position = this.#index
    if (this.#index >= text.length) {
      this.next = ''
      return
    }
    const character = text[this.#index++]!
    this.next = character
    if (character !== '\\') return
    if (this.#index >= text.length) this.refuse()
    else this.next = character + text[this.#index++]!
  }

  refuse(): void {
    this.isRefused = true
    this.#index = this.#text.length
    this.next = ''
  }

  /** Goes back to where a token began. */
  seek(position: number): void {
    this.#index = this.isRefused ? this.#text.length : position
    this.advance()
  }

  /** Takes the next token. */
  take(): string {
    const token = this.next
    this.advance()
    return token
  }

  /** Is `token` next? Then it is taken. */
  match(token: string): boolean {
    if (this.next !== token) return false
    this.advance()
    return true
  }

  /** Takes as many tokens as pass, at most so many. */
  takeWhile(most: number, passes: (token: string) => boolean): string {
    let taken = ''
    for (let i = 0; i < most && passes(this.next); i++) taken += this.take()
    return taken
  }

  /** What comes before `terminator`, which must follow and is taken; there must be something. */
  takeUntil(terminator: string): string {
    let taken = ''
    while (this.next !== '' && this.next !== terminator) taken += this.take()
    if (taken === '' || !this.match(terminator)) this.refuse()
    return taken
  }
}

export const isDigit = (token: string): boolean => token.length === 1 && token >= '0' && token <= '9'
export const isOctalDigit = (token: string): boolean => token.length === 1 && token >= '0' && token <= '7'
export const isSpace = (token: string): boolean => /^[ \t\n\r\v\f]$/.test(token)
export const isHexDigit = (token: string): boolean => /^[0-9a-fA-F]$/.test(token)
export const isAsciiLetter = (token: string): boolean => /^[a-zA-Z]$/.test(token)

/** Names of groups that are taken here; others may still be names. */
export const isPlainName = (name: string): boolean => /^[A-Za-z_][A-Za-z_0-9]*$/.test(name)
export const isNumber = (name: string): boolean => /^[0-9]+$/.test(name)
