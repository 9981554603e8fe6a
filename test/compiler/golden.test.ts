/**
 * Small programs and what the compiler makes of them. A file in golden/ is a claim in words, a program behind a line
 * `--- source`, and one or more sections: `--- bytecode` (as `dis` prints it), `--- symbols`, `--- error`,
 * `--- warnings`. TAIPAN_BLESS=1 rewrites them.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { compileSource, symbolTableOf } from '../../src/compiler/compile.ts'
import { disassemble } from '../../src/compiler/disassemble.ts'
import { printScope } from '../../src/compiler/symbols/print-symbols.ts'
import { parse } from '../../src/frontend/parse.ts'
import { SourceError } from '../../src/frontend/source-error.ts'

const folder = 'test/compiler/golden'
const FILENAME = 'program.py'

const sections: Record<string, (source: string) => string> = {
  bytecode: source => disassemble(compileSource(source, FILENAME, 'exec')),
  symbols: source => printScope(symbolTableOf(parse(source, FILENAME, 'exec'), FILENAME).top),
  error: errorText,
  warnings: warningsText,
}

function errorText(source: string): string {
  try {
    compileSource(source, FILENAME, 'exec')
    return 'no error\n'
  } catch (thrown) {
    if (!(thrown instanceof SourceError)) throw thrown
    const { type, message, lineno, offset, end_lineno, end_offset } = thrown
    return `${lineno}:${offset}-${end_lineno}:${end_offset} ${type}: ${message}\n`
  }
}

function warningsText(source: string): string {
  const lines: string[] = []
  const warn = (category: string, message: string, lineno: number, offset: number) => {
    lines.push(`${lineno}:${offset} ${category}: ${message}\n`)
  }
  compileSource(source, FILENAME, 'exec', { warn })
  return lines.join('')
}

for (const file of readdirSync(folder).sort()) {
  const text = readFileSync(path.join(folder, file), 'utf8')
  const [title, ...parts] = text.split(/^--- (\w+)\n/m)
  const source = parts[1]!
  test(title!.trim(), () => {
    const actual = [title, '--- source\n', source]
    for (let i = 2; i < parts.length; i += 2) actual.push(`--- ${parts[i]}\n`, sections[parts[i]!]!(source))
    if (process.env['TAIPAN_BLESS']) writeFileSync(path.join(folder, file), actual.join(''))
    else assert.equal(actual.join(''), text)
  })
}
