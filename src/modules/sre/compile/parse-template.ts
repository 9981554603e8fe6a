/** Replacements, as parse_template of Lib/re/_parser.py: literal text and numbers of groups in turn. */
import type { PyPattern } from '../objects.ts'
import { controlOf, numberedEscape } from './escapes.ts'
import { isAsciiLetter, isDigit, isNumber, isPlainName, Source } from './source.ts'

export interface ParsedTemplate {
  /** One more than groups. */
  readonly literals: readonly string[]
  readonly groups: readonly number[]
}

/** Null if it is refused. */
export function parseTemplate(pattern: PyPattern, text: string | Uint8Array): ParsedTemplate | null {
  const source = new Source(text)
  const groups: number[] = []
  const literals = ['']
  while (source.next !== '') {
    const token = source.take()
    const part = token.startsWith('\\') ? escaped(source, token, pattern) : token
    if (typeof part === 'string') literals[groups.length] += part
    else {
      groups.push(part)
      literals.push('')
      if (part > pattern.groups) source.refuse()
    }
  }
  return source.isRefused ? null : { literals, groups }
}

/** The text that an escape stands for, or the number of a group. */
function escaped(source: Source, token: string, pattern: PyPattern): string | number {
  const letter = token.slice(1)
  if (letter === 'g') return namedGroup(source, pattern)
  if (isDigit(letter)) {
    const number = numberedEscape(source, letter)
    return number < 0 ? -number : String.fromCharCode(number)
  }
  const control = controlOf(letter)
  if (control !== undefined) return String.fromCharCode(control)
  if (isAsciiLetter(letter)) source.refuse()
  return letter === '\\' ? letter : token
}

function namedGroup(source: Source, pattern: PyPattern): number {
  const name = source.match('<') ? source.takeUntil('>') : ''
  if (isNumber(name)) return Number(name)
  const group = isPlainName(name) ? pattern.groupIndex.getStr(name) : undefined
  if (typeof group === 'number') return group
  source.refuse()
  return 0
}
