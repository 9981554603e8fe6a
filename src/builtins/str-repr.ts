/**
 * `repr` and `ascii` of text: quotes, escapes, and what is printable. As unicode_repr (Objects/unicodeobject.c).
 *
 * The quote is `'` unless the text has that one and not the other. Characters that are not printable (unicode.ts) are
 * escaped; most texts need nothing at all, which a regular expression finds out.
 */
import { isPrintable } from '../base/unicode.ts'
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
  if (typeof str === 'string' && isPlain(str)) return `'${str}'`
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

function reprOfPoint(point: number): Str {
  switch (point) {
    case 9:
      return '\\t'
    case 10:
      return '\\n'
    case 13:
      return '\\r'
    default:
      return isPrintable(point) ? strOfPoint(point) : escapePoint(point)
  }
}

const hex = (point: number, digits: number): string => point.toString(16).padStart(digits, '0')

export function escapePoint(point: number): string {
  if (point < 0x100) return `\\x${hex(point, 2)}`
  return point < 0x10000 ? `\\u${hex(point, 4)}` : `\\U${hex(point, 8)}`
}

/** The text with everything beyond ASCII escaped: what `ascii()` does to a repr. */
export function asciiOfStr(str: Str): string {
  if (typeof str === 'string' && /^[\0-\x7f]*$/.test(str)) return str
  return Array.from(pointsOf(str), point => (point < 128 ? String.fromCharCode(point) : escapePoint(point))).join('')
}
