/**
 * Backslashes in strings and bytes.
 *
 * CPython first rewrites a string to ASCII, every other character as `\UXXXXXXXX`, and decodes that; its messages
 * count positions in the rewritten text. We decode the text as it is and count as CPython would only when there is
 * an error to report.
 */

import { PointsConstant } from '../base/constant.ts'
import { characterFromName } from '../base/character-names.ts'

/** What is wrong with a string: the text after `SyntaxError:`. */
export class EscapeError {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

export interface InvalidEscape {
  /** Where the backslash is. */
  readonly at: number
  /** What follows it: one character, or the digits of an octal number that is too large. */
  readonly escaped: string
}

export interface Decoded<Value> {
  readonly value: Value
  /** The first backslash that means nothing, or null. */
  readonly invalid: InvalidEscape | null
}

const simple: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** A piece of text that was decoded: one escape, or the characters between two. */
type Escape = { readonly text: string; readonly end: number; readonly isValid: boolean }

export function decodeString(text: string): Decoded<string | PointsConstant> {
  let result = ''
  let invalid: InvalidEscape | null = null
  let hasPairedHalves = false
  let at = 0
  for (;;) {
    const backslash = text.indexOf('\\', at)
    if (backslash < 0) break
    result += text.slice(at, backslash)
    const escape = decodeEscape(text, backslash)
    if (!escape.isValid) invalid ??= invalidEscape(text, backslash)
    hasPairedHalves ||= joinsHalves(result, escape.text)
    result += escape.text
    at = escape.end
  }
  result += text.slice(at)
  return { value: hasPairedHalves ? pointsOf(text) : result, invalid }
}

/** Whether two strings that Python keeps apart would make one character in UTF-16 at their seam. */
export function joinsHalves(left: string, right: string): boolean {
  const high = left.charCodeAt(left.length - 1)
  const low = right.charCodeAt(0)
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff
}

/** Decodes once more, by code points: for the rare string that writes both halves of a character as escapes. */
function pointsOf(text: string): PointsConstant {
  const points: number[] = []
  let at = 0
  for (;;) {
    const backslash = text.indexOf('\\', at)
    for (const char of text.slice(at, backslash < 0 ? text.length : backslash)) points.push(char.codePointAt(0)!)
    if (backslash < 0) return new PointsConstant(points)
    const escape = decodeEscape(text, backslash)
    for (const char of escape.text) points.push(char.codePointAt(0)!)
    at = escape.end
  }
}

function decodeEscape(text: string, start: number): Escape {
  const char = text[start + 1] ?? ''
  const known = simple[char]
  if (known !== undefined) return { text: known, end: start + 2, isValid: true }
  switch (char) {
    case '\n':
      return { text: '', end: start + 2, isValid: true }
    case 'x':
      return decodeHex(text, start, 2, 'truncated \\xXX escape')
    case 'u':
      return decodeHex(text, start, 4, 'truncated \\uXXXX escape')
    case 'U':
      return decodeHex(text, start, 8, 'truncated \\UXXXXXXXX escape')
    case 'N':
      return decodeName(text, start)
  }
  if (char >= '0' && char <= '7') {
    const digits = /^[0-7]{1,3}/.exec(text.slice(start + 1, start + 4))![0]
    const value = Number.parseInt(digits, 8)
    return { text: String.fromCharCode(value), end: start + 1 + digits.length, isValid: value <= 0o377 }
  }
  return { text: '\\', end: start + 1, isValid: false }
}

function decodeHex(text: string, start: number, count: number, message: string): Escape {
  const digits = /^[0-9A-Fa-f]*/.exec(text.slice(start + 2, start + 2 + count))![0]
  const end = start + 2 + digits.length
  if (digits.length < count) throw unicodeError(text, start, end, message)
  const point = Number.parseInt(digits, 16)
  if (point > 0x10ffff) throw unicodeError(text, start, end, 'illegal Unicode character')
  return { text: String.fromCodePoint(point), end, isValid: true }
}

function decodeName(text: string, start: number): Escape {
  const nameStart = start + 3
  if (text[start + 2] !== '{') throw unicodeError(text, start, start + 2, 'malformed \\N character escape')
  const close = text.indexOf('}', nameStart)
  if (close <= nameStart) {
    throw unicodeError(text, start, close < 0 ? text.length : close, 'malformed \\N character escape')
  }
  const point = characterFromName(text.slice(nameStart, close))
  if (point === null) throw unicodeError(text, start, close + 1, 'unknown Unicode character name')
  return { text: String.fromCodePoint(point), end: close + 1, isValid: true }
}

function unicodeError(text: string, start: number, end: number, reason: string): EscapeError {
  const first = rewrittenLength(text, start)
  const last = rewrittenLength(text, end) - 1
  const where = first === last ? `byte 0x5c in position ${first}` : `bytes in position ${first}-${last}`
  return new EscapeError(`(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`)
}

/** The length of the first `end` units after CPython has rewritten them to ASCII. */
function rewrittenLength(text: string, end: number): number {
  let length = 0
  for (const char of text.slice(0, end)) length += char.charCodeAt(0) < 128 ? 1 : 10
  // A backslash before such a character is rewritten too.
  const doubled = text.slice(0, end).match(/\\(?:[\0-\x7f]|(?=[^\0-\x7f]))/g) ?? []
  return length + 5 * doubled.filter(escape => escape.length === 1).length
}

/** Null for a backslash before a character beyond ASCII, about which CPython says nothing. */
function invalidEscape(text: string, backslash: number): InvalidEscape | null {
  const octal = /^[0-7]{3}/.exec(text.slice(backslash + 1, backslash + 4))
  const escaped = octal === null ? (text[backslash + 1] ?? '') : octal[0]
  return escaped.charCodeAt(0) < 128 ? { at: backslash, escaped } : null
}

/** Bytes: the text is ASCII already. */
export function decodeBytesLiteral(text: string): Decoded<Uint8Array> {
  const bytes = new Uint8Array(text.length)
  let length = 0
  let invalid: InvalidEscape | null = null
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code !== 92) {
      bytes[length++] = code
      at++
      continue
    }
    if (text[at + 1] === 'x') {
      const digits = /^[0-9A-Fa-f]{2}/.exec(text.slice(at + 2, at + 4))
      if (digits === null) throw new EscapeError(`(value error) invalid \\x escape at position ${at}`)
      bytes[length++] = Number.parseInt(digits[0], 16)
      at += 4
      continue
    }
    const escape = decodeBytesEscape(text, at)
    if (!escape.isValid) invalid ??= invalidEscape(text, at)
    for (let i = 0; i < escape.text.length; i++) bytes[length++] = escape.text.charCodeAt(i) & 0xff
    at = escape.end
  }
  return { value: bytes.slice(0, length), invalid }
}

/** In bytes `\u`, `\U` and `\N` mean nothing. */
function decodeBytesEscape(text: string, start: number): Escape {
  const char = text[start + 1] ?? ''
  if (char === 'u' || char === 'U' || char === 'N') return { text: '\\', end: start + 1, isValid: false }
  return decodeEscape(text, start)
}
