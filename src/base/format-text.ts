/**
 * A str by a parsed format spec: cut to the precision, padded to the width.
 *
 * The layout counts code points, so it is given apart from the text: `layOutText` answers for any str, and
 * `formatText` does the whole work for those that are JavaScript strings of one unit per character.
 */

import { FormatError, type FormatSpec, LONGEST_TEXT, unknownType } from './format-spec.ts'
import { flat, repeated } from './text.ts'

export interface TextLayout {
  /** How many characters of the text stay. */
  readonly take: number
  /** How many fill characters come before and after. */
  readonly left: number
  readonly right: number
}

export function layOutText(length: number, spec: FormatSpec, typeName: string): TextLayout | FormatError {
  const error = refusal(spec, typeName)
  if (error !== null) return error
  const take = spec.precision >= 0 && spec.precision < length ? spec.precision : length
  const missing = Math.max(spec.width - take, 0)
  const left = spec.align === '>' ? missing : spec.align === '^' ? missing >> 1 : 0
  return { take, left, right: missing - left }
}

function refusal(spec: FormatSpec, typeName: string): FormatError | null {
  if (spec.type !== 's') return unknownType(spec.type, typeName)
  const where = 'not allowed in string format specifier'
  if (spec.sign !== '') return new FormatError('ValueError', `${spec.sign === ' ' ? 'Space' : 'Sign'} ${where}`)
  if (spec.coerceNegativeZero) return new FormatError('ValueError', `Negative zero coercion (z) ${where}`)
  if (spec.alternate) return new FormatError('ValueError', `Alternate form (#) ${where}`)
  if (spec.align === '=') return new FormatError('ValueError', `'=' alignment ${where}`)
  return spec.width > LONGEST_TEXT ? new FormatError('MemoryError', '') : null
}

export function formatText(text: string, spec: FormatSpec, typeName: string): string | FormatError {
  const layout = layOutText(text.length, spec, typeName)
  if (layout instanceof FormatError) return layout
  const taken = layout.take < text.length ? text.slice(0, layout.take) : text
  return flat(repeated(spec.fill, layout.left) + taken + repeated(spec.fill, layout.right))
}
