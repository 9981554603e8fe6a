/** Every case in test/frontend/errors gets CPython's answer: type, message, range, shown line and warnings. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import '../../src/base/unicode-names.ts'
import '../../src/frontend/errors/syntax-errors.ts'
import { type ParseMode, parse } from '../../src/frontend/parse.ts'
import { SourceError } from '../../src/frontend/source-error.ts'
import { caseFiles, readCases } from './error-cases.ts'

function answer(source: string, mode: ParseMode): string {
  const lines: string[] = []
  const warnings: string[] = []
  try {
    parse(source, 'source.py', mode, {
      warn: (category, message, lineno) => warnings.push(`${category} on line ${lineno}: ${message}`),
    })
    lines.push('a tree')
  } catch (thrown) {
    if (!(thrown instanceof SourceError)) throw thrown
    if (thrown.position === null) lines.push(`${thrown.type}: ${thrown.message}`)
    else {
      const { lineno, offset, text, end_lineno, end_offset } = thrown.position
      lines.push(`${thrown.type} ${lineno}:${offset} to ${end_lineno}:${end_offset}: ${thrown.message}`)
      if (text !== null) lines.push(JSON.stringify(text))
    }
  }
  return [...lines, ...warnings].join('\n')
}

for (const file of caseFiles()) {
  test(path.basename(file, '.txt'), () => {
    for (const { title, mode, source, says } of readCases(readFileSync(file, 'utf8'))) {
      assert.equal(answer(source, mode), says, `${title}\n${source}`)
    }
  })
}
