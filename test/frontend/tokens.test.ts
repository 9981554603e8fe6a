/** tokens.txt is what `python -m tokenize --exact` prints for tokens.py, without the spaces at the ends of lines. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { printTokens } from '../../src/frontend/print-tokens.ts'

const folder = import.meta.dirname

test('tokens', () => {
  const source = readFileSync(path.join(folder, 'tokens.py'))
  const printed = printTokens(source, 'tokens.py').replace(/ +$/gm, '')
  assert.equal(printed, readFileSync(path.join(folder, 'tokens.txt'), 'utf8'))
})
