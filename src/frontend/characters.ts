/**
 * What Python's lexical grammar asks of a character: ASCII is answered by a table here, all else by Unicode's.
 */

import { isIdentifierContinue, isIdentifierStart, isPrintable as isPrintablePoint } from '../base/unicode.ts'

export const IDENTIFIER_START = 1
export const IDENTIFIER_PART = 2
export const DIGIT = 4
export const HEX_DIGIT = 8

/** Classes of the ASCII characters, as a bit set each. */
export const asciiClasses = makeClasses()

function makeClasses(): Uint8Array {
  const classes = new Uint8Array(128)
  for (let c = 0; c < 128; c++) {
    const char = String.fromCharCode(c)
    if (/[A-Za-z_]/.test(char)) classes[c]! |= IDENTIFIER_START | IDENTIFIER_PART
    if (/[0-9]/.test(char)) classes[c]! |= DIGIT | IDENTIFIER_PART
    if (/[0-9A-Fa-f]/.test(char)) classes[c]! |= HEX_DIGIT
  }
  return classes
}

export const isDigit = (c: number): boolean => c >= 48 && c <= 57

export const isIdentifierPart = (c: number): boolean => c < 128 && (asciiClasses[c]! & IDENTIFIER_PART) !== 0

/** As `str.isprintable` for one character. */
export const isPrintable = (char: string): boolean => isPrintablePoint(char.codePointAt(0)!)

/** The index (in UTF-16 units) of the first character that an identifier cannot have there, or −1. */
export function findInvalidIdentifierCharacter(name: string): number {
  let index = 0
  for (const char of name) {
    const point = char.codePointAt(0)!
    if (!(index === 0 ? isIdentifierStart(point) : isIdentifierContinue(point))) return index
    index += char.length
  }
  return -1
}

/** How many more bytes than UTF-16 units this unit has in UTF-8; each half of a surrogate pair stands for two bytes. */
export function extraBytes(unit: number): number {
  if (unit < 0x80) return 0
  if (unit < 0x800) return 1
  return unit >= 0xd800 && unit <= 0xdfff ? 1 : 2
}

/** The length in UTF-8 of a part of a string. */
export function utf8Length(text: string, start: number, end: number): number {
  let length = end - start
  for (let i = start; i < end; i++) length += extraBytes(text.charCodeAt(i))
  return length
}

/** The number of code points in a part of a string. */
export function codePointCount(text: string, start: number, end: number): number {
  let count = end - start
  for (let i = start; i < end - 1; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = text.charCodeAt(i + 1)
      if (next >= 0xdc00 && next <= 0xdfff) {
        count--
        i++
      }
    }
  }
  return count
}
