/** Our decoder of Brotli gives what Node's gives. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { before, test } from 'node:test'
import { brotliCompressSync, constants, inflateRawSync } from 'node:zlib'
import { inflateBrotli } from '../../src/base/brotli/decode.ts'
import { BrotliDictionary } from '../../src/base/brotli/dictionary.ts'
import { packedDictionary } from '../../tools/brotli-dictionary.ts'
import { root } from '../../tools/source-files.ts'

let dictionary: BrotliDictionary
before(() => {
  dictionary = new BrotliDictionary(inflateRawSync(packedDictionary()))
})

const numbers = Uint8Array.from({ length: 60_000 }, (_, i) => (i * i) >> 7)
const samples: Readonly<Record<string, Uint8Array>> = {
  nothing: new Uint8Array(0),
  'one byte': new Uint8Array([255]),
  'a run': new Uint8Array(100_000).fill(65),
  'text with words of the dictionary': readFileSync(path.join(root, 'README.md')),
  'text of several kinds': Buffer.concat(
    ['ARCHITECTURE.md', 'package-lock.json', 'src/base/unicode-names.data.ts'].map(file =>
      readFileSync(path.join(root, file)),
    ),
  ).subarray(0, 400_000),
  'text in other scripts': new TextEncoder().encode(
    'Питон, большая змея. 大蛇は蛇である。Größe, São Paulo. '.repeat(40),
  ),
  'binary data': numbers,
}

for (const [name, bytes] of Object.entries(samples))
  test(name, () => {
    for (const quality of [0, 5, 9, 11])
      for (const window of [10, 22]) {
        const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: window }
        const inflated = inflateBrotli(brotliCompressSync(bytes, { params }), bytes.length, dictionary)
        assert.ok(Buffer.from(inflated).equals(bytes), `quality ${quality}, window ${window}`)
      }
  })

test('data that was cut off is refused', () => {
  const bytes = samples['text with words of the dictionary']!
  const packed = brotliCompressSync(bytes)
  for (const length of [0, 1, 20, packed.length - 1])
    assert.throws(() => inflateBrotli(packed.subarray(0, length), bytes.length, dictionary))
})
