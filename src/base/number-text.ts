/**
 * What `int()`, `float()` and `complex()` do to a text before they read it: digits of every script become ASCII
 * digits, every kind of white space that is not ASCII becomes a space, and the ends are stripped (_PyUnicode_TransformDecimalAndSpaceToASCII).
 *
 * Underscores are allowed singly between digits. They are taken out only where that holds.
 */

import { decimalDigit, isSpace } from './unicode.ts'

/** ASCII text, stripped; a character that is neither ASCII nor a digit nor space becomes `?`, which no number contains. */
export function asciiNumberText(text: string): string {
  let plain = true
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 127 || unit <= 32) {
      plain = false
      break
    }
  }
  if (plain) return text
  let result = ''
  for (const character of text) {
    const point = character.codePointAt(0)!
    if (point < 128) result += character
    else if (isSpace(point)) result += ' '
    else {
      const digit = decimalDigit(point)
      result += digit >= 0 ? String(digit) : '?'
    }
  }
  // By code: the engine's trim strips more, or less, than spaces.
  let start = 0
  let end = result.length
  while (start < end && isAsciiSpace(result.charCodeAt(start))) start++
  while (end > start && isAsciiSpace(result.charCodeAt(end - 1))) end--
  return result.slice(start, end)
}

/** As C has it: without the separators U+001C to U+001F, which are white space to str. */
const isAsciiSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13)

/** The text without its underscores, or null where one does not stand between two digits (as `isDigit` has them). */
export function withoutUnderscores(text: string, isDigit: (unit: number) => boolean): string | null {
  if (!text.includes('_')) return text
  for (let i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
    if (i === 0 || i === text.length - 1) return null
    if (!isDigit(text.charCodeAt(i - 1)) || !isDigit(text.charCodeAt(i + 1))) return null
  }
  return text.replaceAll('_', '')
}

export function isDecimalUnit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}
