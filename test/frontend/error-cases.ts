/**
 * The files of cases in test/frontend/errors: sources, and what CPython says of them.
 *
 *     === a title; `eval` or `single` in parentheses at its end, where the mode is not `exec`
 *     the source, whose last line end is not part of it
 *     --- says
 *     IndentationError 2:1 to 2:2: the message
 *     "the line of text that is shown"
 *
 * `a tree` stands for a source that is right.
 */

import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { ParseMode } from '../../src/frontend/parse.ts'

export interface ErrorCase {
  readonly title: string
  readonly mode: ParseMode
  readonly source: string
  readonly says: string
}

const folder = path.join(import.meta.dirname, 'errors')

export function caseFiles(): string[] {
  return readdirSync(folder)
    .sort()
    .map(name => path.join(folder, name))
}

export function readCases(text: string): ErrorCase[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map(part => {
      const titleEnd = part.indexOf('\n')
      const title = part.slice(0, titleEnd)
      const [source = '', says = ''] = part.slice(titleEnd + 1).split(/\n--- says\n/)
      const mode = (/\((eval|single|func_type)\)$/.exec(title)?.[1] ?? 'exec') as ParseMode
      return { title, mode, source, says: says.trimEnd() }
    })
}

export function printCases(cases: readonly ErrorCase[], answer: (errorCase: ErrorCase) => string): string {
  return cases.map(each => `=== ${each.title}\n${each.source}\n--- says\n${answer(each)}\n\n`).join('')
}
