/** String literals of JSON: reading and writing one. */
import { type Str, pointsOf, strOf, strOfPoints } from '../../objects/str.ts'
import type { Document } from './document.ts'

const quote = 0x22
const backslash = 0x5c

const meanings: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** Where the literal ended that was read last: behind its closing quote. A second result without an object for it. */
export const scanned = { end: 0 }

/** The string whose literal begins at `begin`, behind its opening quote. */
export function scanString(document: Document, begin: number, isStrict: boolean): Str {
  const { text } = document
  let result = ''
  let start = begin
  for (let at = begin; ; at++) {
    const unit = text.charCodeAt(at)
    if (unit === quote) {
      scanned.end = at + 1
      // Without escapes the literal is a part of the document; with them, halves of characters may have met.
      const rest = text.slice(start, at)
      return start === begin && !document.isWide ? rest : strOf(result + rest)
    }
    if (unit === backslash) {
      result += text.slice(start, at)
      at = scanEscape(document, begin, at)
      result += escaped
      start = at + 1
    } else if (unit <= 0x1f && isStrict) document.fail('Invalid control character at', at)
    else if (Number.isNaN(unit)) unterminated(document, begin)
  }
}

const unterminated = (document: Document, begin: number): never =>
  document.fail('Unterminated string starting at', begin - 1)

/** What the escape stands for that `scanEscape` has read. */
let escaped = ''

/** Reads the escape at `at`; answers the place of its last character. */
function scanEscape(document: Document, begin: number, at: number): number {
  const letter = document.text.charAt(at + 1)
  if (letter === '') return unterminated(document, begin)
  if (letter === 'u') {
    const code = hexAt(document.text, at + 2)
    if (code < 0) document.fail('Invalid \\uXXXX escape', at + 1)
    escaped = String.fromCharCode(code)
    return at + 5
  }
  const meaning = meanings[letter]
  if (meaning === undefined) document.fail('Invalid \\escape', at)
  escaped = meaning
  return at + 1
}

function hexAt(text: string, at: number): number {
  const digits = text.slice(at, at + 4)
  return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : -1
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

const escapeUnit = (unit: string): string =>
  shortEscapes[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** The literal of a str, with everything but printable ASCII escaped: characters beyond U+FFFF as two surrogates, as UTF-16 has them. */
export function encodeAscii(str: Str): string {
  const text = typeof str === 'string' ? str : str.text
  return isPrintable(text) ? `"${text}"` : `"${text.replace(/[^ !#-[\]-~]/g, escapeUnit)}"`
}

/** Is nothing to be escaped? Of a short text unit by unit, since calling the engine for a pattern takes as long as thirty of them. */
function isPrintable(text: string): boolean {
  if (text.length > 40) return !/[^ !#-[\]-~]/.test(text)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 32 || unit > 126 || unit === quote || unit === backslash) return false
  }
  return true
}

/** The literal of a str, with only those characters escaped that must be. */
export function encode(str: Str): Str {
  if (typeof str === 'string') return `"${str.replace(/["\\\x00-\x1f]/g, escapeUnit)}"`
  const points = [quote]
  for (const point of pointsOf(str)) {
    if (point > 0x1f && point !== quote && point !== backslash) points.push(point)
    else for (const unit of escapeUnit(String.fromCharCode(point))) points.push(unit.charCodeAt(0))
  }
  points.push(quote)
  return strOfPoints(points)
}
