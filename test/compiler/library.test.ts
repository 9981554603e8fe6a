/** The whole Python library compiles to exactly the code objects that CPython 3.14 makes of it, plain and with -OO. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Code } from '../../src/compiler/code.ts'
import type { Optimization } from '../../src/compiler/codegen/compiler.ts'
import { compileSource } from '../../src/compiler/compile.ts'
import { DictConstant, ListConstant, MarshalReader, readCode, SetConstant } from '../../src/compiler/marshal.ts'
import { marshal } from '../../src/compiler/marshal-writer.ts'
import { codeText } from './code-text.ts'
import { libraryFiles } from './library-zip.ts'

/** Recorded by tools/record-bytecode.ts. */
const recording = readFileSync('test/compiler/library-bytecode.txt', 'utf8').trimEnd().split('\n')
const sources = libraryFiles()

function hash(code: Code): string {
  return createHash('sha1').update(codeText(code)).digest('hex').slice(0, 10)
}

/** Every file, or only each of the `step`th. */
function compare(optimize: Optimization, column: 0 | 1, step: number): void {
  const wrong: string[] = []
  for (let i = 0; i < recording.length; i += step) {
    const [plain, stripped, name] = recording[i]!.split(' ')
    const source = sources.get(name!)
    assert.ok(source, `${name} is in the library`)
    const code = compileSource(source, '<library>', 'exec', { optimize })
    if (hash(code) !== [plain, stripped][column]) wrong.push(name!)
  }
  assert.deepEqual(wrong, [])
}

test('every file of the library compiles to CPython’s code objects', () => {
  compare(0, 0, 1)
})

test('with -OO as well, in a sample', () => {
  compare(2, 1, 5)
})

test('code objects survive being marshalled', () => {
  for (const name of ['enum.py', 'typing.py', 'asyncio/base_events.py', 'statistics.py']) {
    const code = compileSource(sources.get(name)!, name, 'exec')
    assert.equal(codeText(readCode(marshal(code), name)), codeText(code))
  }
})

test('so do lists, sets and dicts', () => {
  const value = new DictConstant([
    'a',
    new ListConstant([1, -(2n ** 70n), null, 'a']),
    'é',
    new SetConstant([true, 'a']),
  ])
  assert.deepEqual(new MarshalReader(marshal(value)).read(), value)
})
