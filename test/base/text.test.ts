/** Unicode, codecs, sorting and digests: each line is what CPython 3.14 answers. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CodecError, decodeHandlers, encodeHandlers } from '../../src/base/codec-errors.ts'
import { Blake2 } from '../../src/base/digest/blake2.ts'
import { Md5 } from '../../src/base/digest/md5.ts'
import { Sha1 } from '../../src/base/digest/sha-1.ts'
import { Sha256 } from '../../src/base/digest/sha-2.ts'
import { Sha3 } from '../../src/base/digest/sha-3.ts'
import { MersenneTwister } from '../../src/base/mersenne-twister.ts'
import { sortBy } from '../../src/base/sorting.ts'
import { casefoldText, lowerText, titleText, upperText } from '../../src/base/unicode-case.ts'
import { characterFromName, characterName, lookupName } from '../../src/base/character-names.ts'
import '../../src/base/unicode-names.ts'
import { normalizeText } from '../../src/base/unicode-normal.ts'
import { category, isIdentifierStart, isPrintable, numericValue } from '../../src/base/unicode.ts'
import { decodeUtf8, encodeUtf8 } from '../../src/base/utf-8.ts'

test('properties, cases, normal forms', () => {
  assert.equal(category(0x10efff), 'Co')
  assert.equal(category(0x1c89), 'Lu')
  assert.equal(isPrintable(0xad), false)
  assert.equal(isIdentifierStart(0x2118), true)
  assert.equal(numericValue(0xbd), 0.5)
  assert.equal(upperText('straße ŉ'), 'STRASSE ʼN')
  assert.equal(lowerText('ΑΣ ΑΣΑ İ'), 'ας ασα i̇')
  assert.equal(titleText("they're ǆ"), "They'Re ǅ")
  assert.equal(casefoldText('ßẞﬁ'), 'ssssfi')
  assert.equal(normalizeText('NFC', 'e\u0323\u0302\u1100\u1161\u11a8'), '\u1ec7\uac01')
  assert.equal(normalizeText('NFKD', '\ufb01\u00bd'), 'fi1\u20442')
})

test('names', () => {
  assert.equal(characterName(0x1f40d), 'SNAKE')
  assert.equal(characterName(0xac01), 'HANGUL SYLLABLE GAG')
  assert.equal(characterFromName('cjk unified ideograph-4e00'), 0x4e00)
  assert.equal(characterFromName('LINE FEED'), 10)
  assert.deepEqual(lookupName('KEYCAP NUMBER SIGN'), [0x23, 0xfe0f, 0x20e3])
  assert.equal(characterFromName('no such name'), null)
})

test('UTF-8 errors have their place and reason', () => {
  const rows: [number[], number, number, string][] = [
    [[0x41, 0x80], 1, 2, 'invalid start byte'],
    [[0xe2, 0x82], 0, 2, 'unexpected end of data'],
    [[0xe2, 0x82, 0x41], 0, 2, 'invalid continuation byte'],
    [[0xed, 0xa0, 0x80], 0, 1, 'invalid continuation byte'],
    [[0xf4, 0x90, 0x80, 0x80], 0, 1, 'invalid continuation byte'],
  ]
  for (const [bytes, start, end, reason] of rows) {
    assert.deepEqual(
      decodeUtf8(Uint8Array.from(bytes), 'final', decodeHandlers['strict']!),
      new CodecError('utf-8', start, end, reason),
    )
  }
  const escaped = decodeUtf8(Uint8Array.of(0x41, 0xff), 'final', decodeHandlers['surrogateescape']!)
  assert.deepEqual(escaped, { text: [0x41, 0xdcff], consumed: 2 })
  assert.deepEqual(encodeUtf8([0x41, 0xdcff], encodeHandlers['surrogateescape']!), Uint8Array.of(0x41, 0xff))
  assert.deepEqual(decodeUtf8(Uint8Array.of(0x41, 0xe2, 0x82), 'more', decodeHandlers['strict']!), {
    text: 'A',
    consumed: 1,
  })
})

test('sorting is stable, and survives nonsense', () => {
  const items = Array.from({ length: 500 }, (_, i) => ({ key: (i * 7919) % 13, place: i }))
  const sorted = items.slice()
  sortBy(sorted, (a, b) => a.key < b.key)
  for (let i = 1; i < sorted.length; i++) {
    const [a, b] = [sorted[i - 1]!, sorted[i]!]
    assert.ok(a.key < b.key || (a.key === b.key && a.place < b.place))
  }
  const chaos = items.slice()
  let turn = 0
  sortBy(chaos, () => (turn = (turn * 1103515245 + 12345) & 0x7fffffff) % 3 === 0)
  assert.equal(new Set(chaos).size, items.length)
})

test('random numbers', () => {
  const twister = new MersenneTwister()
  twister.seed(42)
  assert.equal(twister.random(), 0.6394267984578837)
  assert.equal(twister.random(), 0.025010755222666936)
  assert.equal(twister.getrandbits(70), RANDBITS)
})

test('digests', () => {
  const abc = Uint8Array.of(97, 98, 99)
  const hex = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  assert.equal(hex(new Md5().update(abc).digest()), '900150983cd24fb0d6963f7d28e17f72')
  assert.equal(hex(new Sha1().update(abc).digest()), 'a9993e364706816aba3e25717850c26c9cd0d89d')
  assert.equal(hex(new Sha256(224).update(abc).digest()).slice(0, 16), '23097d223405d822')
  assert.equal(hex(Sha3.sha3(256).update(abc).digest()).slice(0, 16), '3a985da74fe225b2')
  const parameters = {
    digestSize: 8,
    key: new Uint8Array(0),
    salt: new Uint8Array(0),
    person: new Uint8Array(0),
    fanout: 1,
    depth: 1,
    leafSize: 0,
    nodeOffset: 0n,
    nodeDepth: 0,
    innerSize: 0,
    lastNode: false,
  }
  assert.equal(hex(new Blake2('b', parameters).update(abc).digest()), BLAKE)
})

const RANDBITS = 262771874424005612119n
const BLAKE = 'd8bb14d833d59559'
