/**
 * Numbers: finding where one ends, and what is wrong with it.
 *
 * The value is made later (number-literals.ts). A number may run straight into a keyword (`1if x else 2`), which
 * Python still accepts with a warning; anything else that could continue an identifier is an error.
 */

import { asciiClasses, codePointCount, HEX_DIGIT, isDigit, isIdentifierPart } from './characters.ts'
import { NUMBER } from './token-kinds.ts'
import type { Tokenizer } from './tokenizer.ts'

/** Reads the number that starts at `start`; a fraction may come without digits before it (`.5`). */
export function readNumber(t: Tokenizer, start: number): boolean {
  t.pos = start
  const first = t.source.charCodeAt(start)
  const second = t.source.charCodeAt(start + 1) | 32
  let ok: boolean
  if (first === 48 && (second === 120 || second === 111 || second === 98)) ok = readPrefixed(t, second)
  else if (first === 48) ok = readAfterZero(t, start)
  else ok = (first === 46 || readDigits(t)) && readFractionAndExponent(t)
  if (ok) {
    const { line, lineBase } = t
    t.tokens.add(NUMBER, start, t.pos, line, start - lineBase, line, t.pos - lineBase)
  }
  return ok
}

function isDigitOf(c: number, prefix: number): boolean {
  if (prefix === 120) return c < 128 && (asciiClasses[c]! & HEX_DIGIT) !== 0
  return c >= 48 && c < (prefix === 111 ? 56 : 50)
}

/** `0x`, `0o`, `0b`: after the prefix and after each underscore there must be a digit. */
function readPrefixed(t: Tokenizer, prefix: number): boolean {
  const source = t.source
  const name = prefix === 120 ? 'hexadecimal' : prefix === 111 ? 'octal' : 'binary'
  t.pos += 2
  let c = source.charCodeAt(t.pos)
  do {
    if (c === 95) c = source.charCodeAt(++t.pos)
    if (!isDigitOf(c, prefix)) return isDigit(c) ? failDigit(t, c, name) : t.fail(`invalid ${name} literal`)
    do c = source.charCodeAt(++t.pos)
    while (isDigitOf(c, prefix))
  } while (c === 95)
  return isDigit(c) ? failDigit(t, c, name) : checkEnd(t, c, name)
}

function failDigit(t: Tokenizer, c: number, name: string): false {
  t.pos++
  return t.fail(`invalid digit '${String.fromCharCode(c)}' in ${name} literal`)
}

/** Digits with single underscores between them, from the current one on. */
function readDigits(t: Tokenizer): boolean {
  const source = t.source
  for (;;) {
    let c: number
    do c = source.charCodeAt(++t.pos)
    while (isDigit(c))
    if (c !== 95) return true
    c = source.charCodeAt(++t.pos)
    if (!isDigit(c)) return t.fail('invalid decimal literal')
  }
}

/** A leading zero: `0`, `00`, `0.5`, `09.5`, `0j`, but not `09`. */
function readAfterZero(t: Tokenizer, start: number): boolean {
  const source = t.source
  let c = source.charCodeAt(++t.pos)
  for (;;) {
    if (c === 95) {
      c = source.charCodeAt(++t.pos)
      if (!isDigit(c)) return t.fail('invalid decimal literal')
    }
    if (c !== 48) break
    c = source.charCodeAt(++t.pos)
  }
  const zerosEnd = t.pos
  const hasOther = isDigit(c)
  if (hasOther && !readDigits(t)) return false
  c = source.charCodeAt(t.pos)
  if (hasOther && !t.options.extraTokens && c !== 46 && (c | 32) !== 101 && (c | 32) !== 106) {
    const message = 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers'
    const offset = codePointCount(source, t.lineStart, start) + 1
    return t.failAt(message, offset, zerosEnd - start + offset)
  }
  return readFractionAndExponent(t)
}

function readFractionAndExponent(t: Tokenizer): boolean {
  const source = t.source
  let c = source.charCodeAt(t.pos)
  if (c === 46) {
    c = source.charCodeAt(t.pos + 1)
    if (isDigit(c)) {
      t.pos++
      if (!readDigits(t)) return false
    } else t.pos++
    c = source.charCodeAt(t.pos)
  }
  if (c === 101 || c === 69) {
    const letter = t.pos
    c = source.charCodeAt(++t.pos)
    if (c === 43 || c === 45) {
      c = source.charCodeAt(++t.pos)
      if (!isDigit(c)) return t.fail('invalid decimal literal')
    } else if (!isDigit(c)) {
      t.pos = letter
      return checkEnd(t, source.charCodeAt(letter), 'decimal')
    }
    if (!readDigits(t)) return false
    c = source.charCodeAt(t.pos)
  }
  if (c === 106 || c === 74) {
    c = source.charCodeAt(++t.pos)
    return checkEnd(t, c, 'imaginary')
  }
  return checkEnd(t, c, 'decimal')
}

/** The keywords that may follow a number in valid code, by their first letter. */
const followers: Readonly<Record<number, readonly string[]>> = {
  97: ['and'],
  101: ['else'],
  102: ['for'],
  105: ['if', 'in', 'is'],
  110: ['not'],
  111: ['or'],
}

/** Nothing that could belong to an identifier may follow a number directly, with the exception of some keywords. */
function checkEnd(t: Tokenizer, c: number, name: string): boolean {
  const source = t.source
  if (t.options.extraTokens) return true
  for (const keyword of followers[c] ?? []) {
    if (!source.startsWith(keyword, t.pos)) continue
    // CPython looks at one more character for all of these but the two-letter ones that begin with `i`.
    if (c === 105 || !isPotentialPart(source.charCodeAt(t.pos + keyword.length))) {
      t.warn(`invalid ${name} literal`)
      return true
    }
  }
  return isIdentifierPart(c) ? t.fail(`invalid ${name} literal`) : true
}

const isPotentialPart = (c: number): boolean => c >= 128 || isIdentifierPart(c)
