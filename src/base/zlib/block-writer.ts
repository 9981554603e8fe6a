/**
 * Blocks of deflated data: literals and matches are gathered, and when a block ends it is written in the shortest of three ways: as it is,
 * with the fixed codes, or with codes made for it. As trees.c of zlib.
 */
import type { BitWriter } from './bit-writer.ts'
import {
  codeLengthOrder,
  distanceBases,
  distanceExtra,
  endOfBlock,
  fixedDistanceLengths,
  fixedLiteralLengths,
  lengthBases,
  lengthExtra,
  Strategy,
} from './format.ts'
import { buildCode, type BuiltCode, codesOf, countsOf, type HuffmanCode } from './huffman-code.ts'
import type { Memory } from './memory.ts'

const literalCodes = 286
const distanceCodes = 30

/** Length codes by length − 3, distance codes by distance − 1 (above 256 by its 128th part). */
const lengthSymbols = new Uint8Array(256)
const distanceSymbols = new Uint8Array(512)
lengthBases.forEach((base, code) => {
  lengthSymbols.fill(code, base - 3)
})
distanceBases.forEach((base, code) => {
  if (base <= 256) distanceSymbols.fill(code, base - 1, 256)
  else distanceSymbols.fill(code, 256 + ((base - 1) >> 7))
})
const distanceSymbol = (distance: number): number =>
  distance <= 256 ? distanceSymbols[distance - 1]! : distanceSymbols[256 + ((distance - 1) >> 7)]!

const fixed = (lengths: Uint8Array): HuffmanCode => ({ lengths, codes: codesOf(lengths, countsOf(lengths)) })
const fixedLiterals = fixed(fixedLiteralLengths)
const fixedDistances = fixed(fixedDistanceLengths)

/** How many bits the symbols take in a code, with what follows them. */
function bitsIn(lengths: Uint8Array, frequencies: Uint32Array, extra: readonly number[], base: number): number {
  let bits = 0
  for (let symbol = 0; symbol < frequencies.length; symbol++) {
    const frequency = frequencies[symbol]!
    if (frequency > 0) bits += frequency * (lengths[symbol]! + (symbol < base ? 0 : extra[symbol - base]!))
  }
  return bits
}

/** Code lengths as the symbols they are written with: 16 repeats the last one, 17 and 18 zeros; each with its repetitions. */
function* runs(lengths: Uint8Array, largest: number): Generator<[symbol: number, repeats: number]> {
  let previous = -1
  for (let at = 0; at <= largest; ) {
    const length = lengths[at]!
    const most = length === 0 ? 138 : length === previous ? 6 : 7
    let count = 1
    while (count < most && at + count <= largest && lengths[at + count] === length) count++
    at += count
    if (length === 0) {
      if (count < 3) for (let i = 0; i < count; i++) yield [0, 0]
      else yield [count <= 10 ? 17 : 18, count]
    } else {
      if (length !== previous) {
        yield [length, 0]
        count--
      }
      if (count < 3) for (let i = 0; i < count; i++) yield [length, 0]
      else yield [16, count]
    }
    previous = length
  }
}

export class BlockWriter {
  readonly #writer: BitWriter
  readonly #strategy: Strategy
  readonly #distances: Uint16Array
  readonly #values: Uint8Array
  readonly #literalCounts: Uint32Array
  readonly #distanceCounts: Uint32Array
  count: number

  constructor(writer: BitWriter, strategy: Strategy, memory: Memory) {
    this.#writer = writer
    this.#strategy = strategy
    this.#distances = memory.distances
    this.#values = memory.values
    this.#literalCounts = new Uint32Array(literalCodes)
    this.#distanceCounts = new Uint32Array(distanceCodes)
    this.count = 0
    this.#reset()
  }

  clone(writer: BitWriter, memory: Memory): BlockWriter {
    const copy = new BlockWriter(writer, this.#strategy, memory)
    copy.#distances.set(this.#distances)
    copy.#values.set(this.#values)
    copy.#literalCounts.set(this.#literalCounts)
    copy.#distanceCounts.set(this.#distanceCounts)
    copy.count = this.count
    return copy
  }

  #reset(): void {
    this.#literalCounts.fill(0)
    this.#distanceCounts.fill(0)
    this.#literalCounts[endOfBlock] = 1
    this.count = 0
  }

  /** True when the block is full. */
  literal(byte: number): boolean {
    this.#distances[this.count] = 0
    this.#values[this.count++] = byte
    this.#literalCounts[byte]!++
    return this.count === this.#values.length - 1
  }

  match(distance: number, length: number): boolean {
    this.#distances[this.count] = distance
    this.#values[this.count++] = length - 3
    this.#literalCounts[257 + lengthSymbols[length - 3]!]!++
    this.#distanceCounts[distanceSymbol(distance)]!++
    return this.count === this.#values.length - 1
  }

  /** Ends the block. `source` is what it stands for, null if that is not there any more. */
  flush(source: Uint8Array | null, sourceLength: number, last: 0 | 1): void {
    const literals = buildCode(this.#literalCounts, literalCodes, 15)
    const distances = buildCode(this.#distanceCounts, distanceCodes, 15)
    const lengthCounts = new Uint32Array(19)
    for (const { lengths, largest } of [literals, distances])
      for (const [symbol] of runs(lengths, largest)) lengthCounts[symbol]!++
    const lengths = buildCode(lengthCounts, 19, 7)
    let ordered = 18
    while (ordered >= 3 && lengths.lengths[codeLengthOrder[ordered]!] === 0) ordered--
    const data = (l: Uint8Array, d: Uint8Array): number =>
      bitsIn(l, this.#literalCounts, lengthExtra, 257) + bitsIn(d, this.#distanceCounts, distanceExtra, 0)
    const tables = bitsIn(lengths.lengths, lengthCounts, [2, 3, 7], 16) + 3 * (ordered + 1) + 14
    const fixedBytes = (data(fixedLiteralLengths, fixedDistanceLengths) + 10) >> 3
    let best = (data(literals.lengths, distances.lengths) + tables + 10) >> 3
    const isFixed = fixedBytes <= best || this.#strategy === Strategy.fixed
    if (isFixed) best = fixedBytes
    if (sourceLength + 4 <= best && source !== null) this.stored(source, last)
    else if (isFixed) {
      this.#writer.write(2 + last, 3)
      this.#symbols(fixedLiterals, fixedDistances)
    } else {
      this.#writer.write(4 + last, 3)
      this.#codes(literals, distances, lengths, ordered)
      this.#symbols(literals, distances)
    }
    this.#reset()
    if (last === 1) this.#writer.alignToByte()
  }

  stored(source: Uint8Array, last: 0 | 1): void {
    const writer = this.#writer
    writer.write(last, 3)
    writer.alignToByte()
    writer.write(source.length, 16)
    writer.write(source.length ^ 0xffff, 16)
    writer.bytes(source)
  }

  /** An empty block of fixed codes: ten bits, which let the decoder see all that came before. */
  align(): void {
    this.#writer.write(2, 3)
    this.#writer.write(0, 7)
  }

  #codes(literals: BuiltCode, distances: BuiltCode, lengths: BuiltCode, ordered: number): void {
    const writer = this.#writer
    writer.write(literals.largest + 1 - 257, 5)
    writer.write(distances.largest, 5)
    writer.write(ordered + 1 - 4, 4)
    for (let i = 0; i <= ordered; i++) writer.write(lengths.lengths[codeLengthOrder[i]!]!, 3)
    for (const code of [literals, distances])
      for (const [symbol, repeats] of runs(code.lengths, code.largest)) {
        writer.write(lengths.codes[symbol]!, lengths.lengths[symbol]!)
        if (symbol === 16) writer.write(repeats - 3, 2)
        else if (symbol === 17) writer.write(repeats - 3, 3)
        else if (symbol === 18) writer.write(repeats - 11, 7)
      }
  }

  #symbols(literals: HuffmanCode, distances: HuffmanCode): void {
    const writer = this.#writer
    for (let i = 0; i < this.count; i++) {
      const distance = this.#distances[i]!
      const value = this.#values[i]!
      if (distance === 0) {
        writer.write(literals.codes[value]!, literals.lengths[value]!)
        continue
      }
      const code = lengthSymbols[value]!
      writer.write(literals.codes[257 + code]!, literals.lengths[257 + code]!)
      writer.write(value + 3 - lengthBases[code]!, lengthExtra[code]!)
      const symbol = distanceSymbol(distance)
      writer.write(distances.codes[symbol]!, distances.lengths[symbol]!)
      writer.write(distance - distanceBases[symbol]!, distanceExtra[symbol]!)
    }
    writer.write(literals.codes[endOfBlock]!, literals.lengths[endOfBlock]!)
  }
}
