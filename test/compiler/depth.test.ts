/** Deep syntax trees compile, or fail with Python's error; the host's stack never overflows. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import '../../src/frontend/errors/syntax-errors.ts'
import { compileSource } from '../../src/compiler/compile.ts'
import { SourceError } from '../../src/frontend/source-error.ts'

function compiles(source: string): void {
  assert.ok(compileSource(source, 'deep.py', 'exec').code.length > 0)
}

function failsInPython(source: string): void {
  assert.throws(
    () => compileSource(source, 'deep.py', 'exec'),
    thrown => thrown instanceof SourceError && ['RecursionError', 'MemoryError', 'SyntaxError'].includes(thrown.type),
  )
}

test('a sum of 100,000 terms', () => {
  compiles(Array(100_000).fill('x').join(' + '))
})

test('20,000 attributes, calls and subscripts in a row', () => {
  compiles(`a${'.b()[0]'.repeat(7000)}`)
})

test('4,000 branches of one if', () => {
  compiles(`if a: pass\n${'elif b: pass\n'.repeat(4000)}`)
})

test('3,000 conditional expressions and negations', () => {
  compiles(`${'a if b else '.repeat(3000)}c`)
  compiles(`${'-'.repeat(3000)}1`)
})

test('nested deeper than the parser or the compiler goes', () => {
  failsInPython('('.repeat(100_000))
  failsInPython(`${'lambda: '.repeat(100_000)}x`)
  failsInPython(`${'f('.repeat(190)}${'x**'.repeat(50_000)}x${')'.repeat(190)}`)
})
