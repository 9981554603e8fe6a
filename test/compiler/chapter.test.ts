/** The dumps in docs/internals/compiler.md are what the compiler prints: each is a part of its program's. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { compileSource } from '../../src/compiler/compile.ts'
import { disassemble } from '../../src/compiler/disassemble.ts'

test('the chapter on the compiler shows its real output', () => {
  const chapter = readFileSync('docs/internals/compiler.md', 'utf8')
  const pairs = [...chapter.matchAll(/```python\n([^`]*)```\n\n```text\n([^`]*)```/g)]
  assert.equal(pairs.length, 1)
  for (const [, source, dump] of pairs) {
    const whole = disassemble(compileSource(source!, 'program.py', 'exec'))
    assert.ok(whole.includes(dump!), `not a part of the dump:\n${dump}`)
  }
})
