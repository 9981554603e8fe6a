/** How a SyntaxError shows the place in the source. As TracebackException._format_syntax_error (Lib/traceback.py). */
import type { PyBaseException } from '../objects/exception.ts'
import { asStr, textOf } from '../objects/str.ts'
import { strText } from '../objects/text.ts'
import { truth } from '../objects/truth.ts'
import type { Value } from '../objects/value.ts'
import { fieldOf } from './exception-fields.ts'
import { findKeywordTypo, type KeywordTypo } from './traceback-keyword-typos.ts'
import { isSpace } from './traceback-text.ts'

/** The lines of a SyntaxError, the message last; `name` is its type's. */
export function formatSyntaxError(exception: PyBaseException, name: string): string[] {
  const field = (each: string): Value => fieldOf(exception, each) ?? null
  const filename = field('filename')
  const lineno = field('lineno')
  const lines: string[] = []
  const file = filename !== null && truth(filename) ? strText(filename) : '<string>'
  if (lineno !== null) lines.push(`  File "${file}", line ${strText(lineno)}\n`)
  const text = asStr(field('text'))
  const typo = text === undefined ? undefined : findKeywordTypo(exception)
  if (typo !== undefined) lines.push(...sourceWithCarets(typo.text, columnsOf(typo)))
  else if (text !== undefined) lines.push(...sourceWithCarets(textOf(text), field))
  const message = field('msg')
  const shown = typo?.message ?? (message === null || !truth(message) ? '<no detail available>' : strText(message))
  const suffix = lineno === null && filename !== null ? ` (${strText(filename)})` : ''
  lines.push(`${name}: ${shown}${suffix}\n`)
  return lines
}

/** The place of a misspelt keyword, as the fields of a SyntaxError. */
function columnsOf(typo: KeywordTypo): (name: string) => Value {
  return name => (name === 'offset' ? typo.start : name === 'end_offset' ? typo.end : 1)
}

const isInt = (value: Value): value is number => typeof value === 'number'

/** The source line, and carets from one column to another; columns count characters from 1. */
function sourceWithCarets(source: string, field: (name: string) => Value): string[] {
  const text = source.replace(/\n+$/, '')
  const stripped = text.replace(/^[ \n\f]+/, '')
  const shown = `    ${stripped}\n`
  const offset = field('offset')
  if (offset === null) return [shown]
  if (!isInt(offset)) return []
  const [start, end] = caretRange(source, text, offset, field)
  const indent = Array.from(text).length - Array.from(stripped).length
  const from = start - 1 - indent
  if (from < 0) return [shown]
  const before = Array.from(stripped).slice(0, from)
  const space = before.map(char => (isSpace(char) ? char : ' ')).join('')
  return [shown, `    ${space}${'^'.repeat(end - start)}\n`]
}

function caretRange(source: string, text: string, offset: number, field: (name: string) => Value): [number, number] {
  const length = Array.from(text).length
  const given = field('end_offset')
  const isOneLine = sameNumber(field('lineno'), field('end_lineno'))
  let end = isOneLine ? (isInt(given) && given !== 0 ? given : offset) : length + 1
  let start = offset
  if (source !== '' && start > Array.from(source).length) start = length + 1
  if (source !== '' && end > Array.from(source).length) end = length + 1
  if (start >= end || end < 0) end = start + 1
  return [start, end]
}

/** Lines are compared as they are shown. */
const sameNumber = (left: Value, right: Value): boolean =>
  left === null || right === null ? left === right : strText(left) === strText(right)
