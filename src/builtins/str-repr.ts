/**
 * `repr` and `ascii` of text: quotes, escapes, and what is printable. As unicode_repr (Objects/unicodeobject.c).
 *
 * The quote is `'` unless the text has that one and not the other. Characters that are not printable (unicode.ts) are
 * escaped; most texts need nothing at all, which a regular expression finds out.
 */
import { flat } from '../base/text.ts'
import { isPrintable } from '../base/unicode.ts'
import { isAsciiText } from '../base/unicode-case.ts'
import { buildString, pointsOf, strOfPoint, type Str } from '../objects/str.ts'

const plain = /^[ -&(-[\]-~]*$/

/** Does it need no more than quotes? Of a short text unit by unit, since calling the engine for a pattern takes as long as thirty of them. */
function isPlain(text: string): boolean {
  if (text.length > 40) return plain.test(text)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 32 || unit > 126 || unit === 39 || unit === 92) return false
  }
  return true
}

export function reprOfStr(str: Str): Str {
  if (typeof str === 'string') return isPlain(str) ? `'${str}'` : reprOfNarrow(str)
  const points = pointsOf(str)
  const quote = points.includes(39) && !points.includes(34) ? 34 : 39
  const mark = String.fromCharCode(quote)
  const parts: Str[] = [mark]
  for (const point of points) {
    if (point === quote || point === 92) parts.push(`\\${String.fromCharCode(point)}`)
    else parts.push(point < 127 && point >= 32 ? String.fromCharCode(point) : reprOfPoint(point))
  }
  parts.push(mark)
  return buildString(parts)
}

/** The same of a text whose units are its characters: what stands between escapes is copied as a whole. */
function reprOfNarrow(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? 34 : 39
  const mark = quote === 34 ? '"' : "'"
  let result = mark
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === quote || unit === 92) {
      result += `${text.slice(from, i)}\\`
      from = i
    } else if (!isPrintable(unit)) {
      result += text.slice(from, i) + escapeUnprintable(unit)
      from = i + 1
    }
  }
  return flat(result + text.slice(from) + mark)
}

const reprOfPoint = (point: number): Str => (isPrintable(point) ? strOfPoint(point) : escapeUnprintable(point))

function escapeUnprintable(point: number): string {
  switch (point) {
    case 9:
      return '\\t'
    case 10:
      return '\\n'
    case 13:
      return '\\r'
    default:
      return escapePoint(point)
  }
}

/** Leading ones make up the width. */
export function escapePoint(point: number): string {
  if (point < 0x100) return `\\x${(point + 0x100).toString(16).slice(1)}`
  if (point < 0x10000) return `\\u${(point + 0x10000).toString(16).slice(1)}`
  return `\\U${(point + 0x100000000).toString(16).slice(1)}`
}

/** The text with everything beyond ASCII escaped: what `ascii()` does to a repr. */
export function asciiOfStr(str: Str): string {
  if (typeof str !== 'string')
    return Array.from(str.points, point => (point < 128 ? String.fromCharCode(point) : escapePoint(point))).join('')
  if (str.length > 40 && isAsciiText(str)) return str
  let result = ''
  let from = 0
  for (let i = 0; i < str.length; i++) {
    const unit = str.charCodeAt(i)
    if (unit < 128) continue
    result += str.slice(from, i) + escapePoint(unit)
    from = i + 1
  }
  return from === 0 ? str : flat(result + str.slice(from))
}
