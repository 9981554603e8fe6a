/** The syntax tree of every file of the standard library is CPython's, positions and all. */

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { parse } from '../../src/frontend/parse.ts'
import { printAst } from '../../src/frontend/print-ast.ts'
import { libraryFiles } from '../compiler/library-zip.ts'

test('library trees', () => {
  const recorded = readFileSync(path.join(import.meta.dirname, 'library-trees.txt'), 'utf8')
  const expected = new Map(recorded.split('\n').map(line => [line.slice(17), line.slice(0, 16)]))
  for (const [name, source] of libraryFiles()) {
    const text = printAst(parse(new Uint8Array(source), name, 'exec'))
    const hash = createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16)
    assert.equal(hash, expected.get(name), name)
  }
})
