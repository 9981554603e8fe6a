/** Hashes: what CPython 3.14 answers on a 64-bit machine (PYTHONHASHSEED as given). */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashComplex, hashFloat, hashFrozenset, hashInt, hashTuple } from '../../src/base/hash.ts'
import { hashBytes, hashSecretFromSeed, hashStr } from '../../src/base/siphash.ts'

test('numbers that are equal hash alike', () => {
  assert.equal(hashInt(-1), -2)
  assert.equal(hashInt(2n ** 61n - 1n), 0)
  assert.equal(hashInt(-(2n ** 61n)), -2)
  assert.equal(hashFloat(2 ** 70), 512)
  assert.equal(hashInt(2n ** 70n), 512)
  assert.equal(hashFloat(0.5), 1152921504606846976n)
  assert.equal(hashFloat(-Infinity), -314159)
  assert.equal(hashComplex(1, 2), 2000007)
})

test('containers', () => {
  assert.equal(hashTuple([]), 5740354900026072187n)
  assert.equal(hashTuple([1, 2, 3]), 529344067295497451n)
  assert.equal(hashFrozenset([]), 133146708735736)
  assert.equal(hashFrozenset([1, 2, 3]), -272375401224217160n)
})

test('str and bytes', () => {
  const unseeded = hashSecretFromSeed(0)
  assert.equal(hashStr(unseeded, ''), 0)
  assert.equal(hashStr(unseeded, 'abc'), HASHES.abc)
  assert.equal(hashStr(unseeded, 'h\u00e9llo \u20ac'), HASHES.euro)
  assert.equal(hashStr(unseeded, [0x1f40d]), HASHES.snake)
  assert.equal(hashBytes(hashSecretFromSeed(42), Uint8Array.of(97, 98, 99)), HASHES.seeded)
})

const HASHES = {
  abc: -4594863902769663758n,
  euro: -8735379157747449873n,
  snake: 5216893564587608945n,
  seeded: 3869580338025362921n,
} as const
