/**
 * Small programs and what tier 2 makes of them. A file in golden/ is a claim in words, a program behind a line `--- program`, and sections
 * `--- trace FUNCTION`, `--- allocated FUNCTION`, `--- passes FUNCTION`, `--- code FUNCTION`, which may end with a list of passes as `--passes` takes
 * it. TAIPAN_BLESS=1 rewrites them. The program is run anew for each section, in an interpreter of its own.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { Python } from '../../src/host/python.ts'
import { events } from '../../src/jit/events.ts'
import { choosePasses } from '../../src/jit/passes.ts'
import { printAllocated, printCode, printPasses, printTrace } from '../../src/jit/print.ts'
import { startJit } from '../../src/jit/switches.ts'

const folder = 'test/jit/golden'
const printers = { trace: printTrace, allocated: printAllocated, passes: printPasses, code: printCode }

function textOf(section: string, program: string): string {
  const [what, func, passes = 'all'] = section.split(' ')
  const print = printers[what as keyof typeof printers]
  let text = ''
  events.compiled = (unit, region) => {
    if (unit.code.code.qualname === func) text += print(region)
  }
  const python = new Python({ stdout: () => undefined })
  startJit(100)
  assert.equal(choosePasses(passes), undefined)
  python.run(program, { filename: 'program.py' })
  choosePasses('all')
  return text
}

for (const file of readdirSync(folder).sort()) {
  const text = readFileSync(path.join(folder, file), 'utf8')
  const [title, ...parts] = text.split(/^--- (.+)\n/m)
  const program = parts[1]!
  test(title!.trim(), () => {
    const actual = [title, '--- program\n', program]
    for (let i = 2; i < parts.length; i += 2) actual.push(`--- ${parts[i]}\n`, textOf(parts[i]!, program))
    if (process.env['TAIPAN_BLESS']) writeFileSync(path.join(folder, file), actual.join(''))
    else assert.equal(actual.join(''), text)
  })
}

test('the chapter shows the real dumps', () => {
  const linesOf = (file: string): string[] => readFileSync(file, 'utf8').split('\n')
  const real = new Set(linesOf(path.join(folder, 'sum-of-a-range.txt')).map(line => line.trim()))
  const shown = linesOf('docs/internals/seeing-tier2.md').filter(line => /^ {4}(?! *taipan)/.test(line))
  assert.ok(shown.length > 30)
  assert.deepEqual(
    shown.filter(line => !real.has(line.trim())),
    [],
  )
})
