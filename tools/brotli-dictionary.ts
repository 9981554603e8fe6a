/**
 * The dictionary of Brotli, asked from Node's decoder.
 *
 * A platform without that decoder uses ours (src/base/brotli), which needs the words and transforms that the format has built in: 120 KB that are
 * in every Node. So they are not kept in this repository but taken from there: for each of them a stream of one command is written,
 * which copies nothing but that word.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync, deflateRawSync } from 'node:zlib'
import { type Change, wordBits } from '../src/base/brotli/dictionary.ts'
import { copyBases, copyLengths } from '../src/base/brotli/tables.ts'
import { root } from './source-files.ts'

/** Bits into bytes, lowest first. */
class BitOutput {
  readonly #bits: number[] = []

  write(value: number, count: number): this {
    for (let i = 0; i < count; i++) this.#bits.push(Math.floor(value / 2 ** i) & 1)
    return this
  }

  /** A prefix code of one symbol: reading it takes no bits. */
  code(symbol: number, alphabetBits: number): this {
    return this.write(1, 2).write(0, 2).write(symbol, alphabetBits)
  }

  finish(): Uint8Array {
    const bytes = new Uint8Array(Math.ceil(this.#bits.length / 8))
    this.#bits.forEach((bit, at) => {
      bytes[at >> 3]! |= bit << (at & 7)
    })
    return bytes
  }
}

/** A stream that is `size` bytes long: word number `reference` of those with that length. */
function streamOf(length: number, reference: number, size: number): Uint8Array {
  const copyCode = copyLengths.base.findLastIndex(base => base <= length)
  const row = 2 + (copyCode >> 3)
  if (copyBases[row] !== (copyCode & ~7)) throw new Error('not a command with a copy and a distance')
  // What is farther back than there is, and there is nothing: distance 1 is the first word.
  const distance = reference + 1
  let distanceCode = 0
  while (distanceOffset(distanceCode + 1) <= distance) distanceCode++
  return new BitOutput()
    .write(0, 1) // a window of 16 bits
    .write(1, 1) // the last meta-block
    .write(0, 1) // not empty
    .write(0, 2)
    .write(size - 1, 16)
    .write(0, 3) // one type of literals, commands and distances
    .write(0, 6) // distances without postfix, none direct
    .write(0, 2) // contexts of literals
    .write(0, 2) // one code for literals and for distances
    .code(0, 8)
    .code(row * 64 + (copyCode & 7), 10)
    .code(16 + distanceCode, 6)
    .write(length - copyLengths.base[copyCode]!, copyLengths.extra[copyCode]!)
    .write(distance - distanceOffset(distanceCode), 1 + (distanceCode >> 1))
    .finish()
}

/** The least distance of a code, counted from the first with extra bits. */
function distanceOffset(code: number): number {
  return ((2 + (code & 1)) << (1 + (code >> 1))) - 3
}

/** What the decoder makes of a reference; null if the reference is for no size. */
function expanded(length: number, reference: number, sizes: readonly number[]): Buffer | null {
  for (const size of sizes)
    try {
      return brotliDecompressSync(streamOf(length, reference, size))
    } catch {
      // A word of another size, or none.
    }
  return null
}

/** Long and of lower-case letters, so that what was done to it can be seen. */
const sampleLength = 12

function transforms(words: readonly string[]): [string, Change, string][] {
  const sample = words.findIndex(word => /^[a-z]+$/.test(word) && new Set(word).size > 7)
  const word = words[sample]!
  const sizes = Array.from({ length: 40 }, (_, i) => sampleLength - 9 + i)
  const result: [string, Change, string][] = []
  for (let number = 0; ; number++) {
    const text = expanded(sampleLength, (number << wordBits[sampleLength]) + sample, sizes)?.toString('latin1')
    if (text === undefined) return result
    const [change, form] = changes(word).find(([, form]) => text.includes(form))!
    const at = text.indexOf(form)
    result.push([text.slice(0, at), change, text.slice(at + form.length)])
  }
}

/** What can be done to a word, and what it becomes: those that keep most of it first. */
function changes(word: string): [Change, string][] {
  const cuts = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  return [
    ['same', word],
    ['first-upper', word[0]!.toUpperCase() + word.slice(1)],
    ['all-upper', word.toUpperCase()],
    ...cuts.flatMap((count): [Change, string][] => [
      [{ omitFirst: count }, word.slice(count)],
      [{ omitLast: count }, word.slice(0, -count)],
    ]),
  ]
}

const remembered = path.join(root, 'node_modules/.cache/taipan-library/dictionary.deflate')

/** The same, deflated: asked for once. */
export function packedDictionary(): Buffer {
  if (existsSync(remembered)) return readFileSync(remembered)
  const packed = deflateRawSync(brotliDictionary(), { level: 9 })
  mkdirSync(path.dirname(remembered), { recursive: true })
  writeFileSync(remembered, packed)
  return packed
}

/** What `BrotliDictionary` reads. */
export function brotliDictionary(): Buffer {
  const pieces: Buffer[] = []
  wordBits.forEach((bits, length) => {
    if (bits > 0) for (let i = 0; i < 1 << bits; i++) pieces.push(expanded(length, i, [length])!)
  })
  const samples = pieces.map(piece => piece.toString('latin1')).filter(word => word.length === sampleLength)
  return Buffer.concat([...pieces, Buffer.from(JSON.stringify(transforms(samples)))])
}
