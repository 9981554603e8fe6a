/** difflib's get_close_matches, as CPython 3.14 answers. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { closeMatches } from '../../src/builtins/traceback-close-matches.ts'

it('finds the most similar words, best first', () => {
  assert.deepEqual(closeMatches('appel', ['ape', 'apple', 'peach', 'puppy'], 3, 0.6), ['apple', 'ape'])
  const keywords = 'False None True and as assert async await break class continue def del elif else except'.split(' ')
  assert.deepEqual(closeMatches('accept', keywords, 3, 0.6), ['except'])
  assert.deepEqual(closeMatches('pas', ['pass', 'as', 'raise', 'assert'], 3, 0.5), ['pass', 'as', 'raise'])
  assert.deepEqual(closeMatches('zzz', keywords, 3, 0.5), [])
})
