/**
 * Brotli (RFC 7932): inflating what the packed library's blocks are compressed with, where the platform does not do it.
 *
 * A stream is meta-blocks; each brings its prefix codes and then commands: so many literals, then a copy of what lies so far back (or, from
 * farther back than there is, a word of the dictionary). Which of its codes a meta-block uses for the next literal, command or distance
 * depends on the block type that is in force, and for literals on the two bytes before, for distances on the length of the copy.
 */
import { BitInput } from './bit-input.ts'
import { BrotliError } from './brotli-error.ts'
import type { BrotliDictionary } from './dictionary.ts'
import { type PrefixCode, readPrefixCode } from './prefix-code.ts'
import {
  beforeContext,
  blockCounts,
  copyBases,
  copyLengths,
  insertBases,
  insertLengths,
  lastContext,
  type Ranges,
  recentDelta,
  recentIndex,
  signedContext,
} from './tables.ts'

/** The bytes of a stream, which are known to be `size`. */
export function inflateBrotli(bytes: Uint8Array, size: number, dictionary: BrotliDictionary): Uint8Array {
  const decoder = new Decoder(new BitInput(bytes), new Uint8Array(size), dictionary)
  return decoder.run()
}

/** Which block type is in force for one of the three kinds of symbols, and for how many more of them. */
class BlockTypes {
  readonly count: number
  type: number
  #previous: number
  #left: number
  readonly #typeCode: PrefixCode | null
  readonly #countCode: PrefixCode | null

  constructor(input: BitInput) {
    this.count = readCount(input)
    this.type = 0
    this.#previous = 1
    this.#typeCode = this.count > 1 ? readPrefixCode(input, this.count + 2) : null
    this.#countCode = this.count > 1 ? readPrefixCode(input, blockCounts.base.length) : null
    this.#left = this.#countCode === null ? Number.POSITIVE_INFINITY : readRange(input, blockCounts, this.#countCode)
  }

  /** Before a symbol: counts it, and changes the type where a block has ended. */
  step(input: BitInput): void {
    if (this.#left-- > 0) return
    const code = this.#typeCode!.read(input)
    const type = code === 0 ? this.#previous : code === 1 ? (this.type + 1) % this.count : code - 2
    this.#previous = this.type
    this.type = type
    this.#left = readRange(input, blockCounts, this.#countCode!) - 1
  }
}

/** A number from 1 to 256, small ones in few bits. */
function readCount(input: BitInput): number {
  if (input.read(1) === 0) return 1
  const bits = input.read(3)
  return (1 << bits) + 1 + input.read(bits)
}

function readRange(input: BitInput, { base, extra }: Ranges, code: PrefixCode): number {
  return rangeValue(input, base, extra, code.read(input))
}

function rangeValue(input: BitInput, base: readonly number[], extra: readonly number[], code: number): number {
  return base[code]! + input.read(extra[code]!)
}

/** Which code belongs to each context of each block type. */
function readContextMap(input: BitInput, size: number): { readonly map: Uint8Array; readonly codes: number } {
  const codes = readCount(input)
  const map = new Uint8Array(size)
  if (codes === 1) return { map, codes }
  const longestRun = input.read(1) === 0 ? 0 : input.read(4) + 1
  const code = readPrefixCode(input, codes + longestRun)
  for (let at = 0; at < size; ) {
    const symbol = code.read(input)
    if (symbol > longestRun) map[at++] = symbol - longestRun
    else at += symbol === 0 ? 1 : (1 << symbol) + input.read(symbol)
    if (at > size) throw new BrotliError('a context map that is too long')
  }
  if (input.read(1) === 1) moveToFront(map)
  return { map, codes }
}

function moveToFront(map: Uint8Array): void {
  const recent = Array.from({ length: 256 }, (_, i) => i)
  map.forEach((index, at) => {
    const [value] = recent.splice(index, 1)
    recent.unshift(value!)
    map[at] = value!
  })
}

function readCodes(input: BitInput, count: number, alphabet: number): PrefixCode[] {
  return Array.from({ length: count }, () => readPrefixCode(input, alphabet))
}

class Decoder {
  readonly #input: BitInput
  readonly #output: Uint8Array
  readonly #dictionary: BrotliDictionary
  readonly #window: number
  #length: number
  /** The last four distances, the latest first. */
  readonly #recent: number[]

  constructor(input: BitInput, output: Uint8Array, dictionary: BrotliDictionary) {
    this.#input = input
    this.#output = output
    this.#dictionary = dictionary
    this.#window = (1 << readWindowBits(input)) - 16
    this.#length = 0
    this.#recent = [4, 11, 15, 16]
  }

  run(): Uint8Array {
    while (this.#metaBlock()) if (this.#input.isExhausted) throw new BrotliError('the data ends too early')
    if (this.#length !== this.#output.length || this.#input.isExhausted)
      throw new BrotliError('the data ends too early')
    return this.#output
  }

  /** Reads a meta-block; was there one? */
  #metaBlock(): boolean {
    const input = this.#input
    const isLast = input.read(1) === 1
    if (isLast && input.read(1) === 1) return false
    const nibbles = input.read(2)
    if (nibbles === 3) {
      input.read(1)
      const bytes = input.read(2)
      input.readBytes(bytes === 0 ? 0 : input.read(8 * bytes) + 1)
      return !isLast
    }
    const size = input.read(4 * (nibbles + 4)) + 1
    if (this.#length + size > this.#output.length) throw new BrotliError('more data than expected')
    if (!isLast && input.read(1) === 1) this.#append(input.readBytes(size))
    else this.#commands(this.#length + size)
    return !isLast
  }

  #append(bytes: Uint8Array): void {
    this.#output.set(bytes, this.#length)
    this.#length += bytes.length
  }

  #commands(end: number): void {
    const input = this.#input
    const output = this.#output
    const literalTypes = new BlockTypes(input)
    const commandTypes = new BlockTypes(input)
    const distanceTypes = new BlockTypes(input)
    const postfixBits = input.read(2)
    const direct = input.read(4) << postfixBits
    const modes = Array.from({ length: literalTypes.count }, () => input.read(2))
    const literals = readContextMap(input, 64 * literalTypes.count)
    const distances = readContextMap(input, 4 * distanceTypes.count)
    const literalCodes = readCodes(input, literals.codes, 256)
    const commandCodes = readCodes(input, commandTypes.count, 704)
    const distanceCodes = readCodes(input, distances.codes, 16 + direct + (48 << postfixBits))
    for (;;) {
      commandTypes.step(input)
      const command = commandCodes[commandTypes.type]!.read(input)
      const row = command >> 6
      const { base: inserts, extra: insertBits } = insertLengths
      const insert = rangeValue(input, inserts, insertBits, insertBases[row]! + ((command >> 3) & 7))
      const copy = rangeValue(input, copyLengths.base, copyLengths.extra, copyBases[row]! + (command & 7))
      if (this.#length + insert > end) throw new BrotliError('more literals than the meta-block has bytes')
      for (let i = 0; i < insert; i++) {
        literalTypes.step(input)
        const at = this.#length
        const context = literalContext(modes[literalTypes.type]!, output[at - 1] ?? 0, output[at - 2] ?? 0)
        output[this.#length++] = literalCodes[literals.map[64 * literalTypes.type + context]!]!.read(input)
      }
      if (this.#length === end) return
      let code = 0
      if (command >= 128) {
        distanceTypes.step(input)
        code = distanceCodes[distances.map[4 * distanceTypes.type + Math.min(copy, 5) - 2]!]!.read(input)
      }
      this.#copy(copy, this.#distance(code, direct, postfixBits), code === 0, end)
      if (this.#length === end) return
      if (input.isExhausted) throw new BrotliError('the data ends too early')
    }
  }

  #distance(code: number, direct: number, postfixBits: number): number {
    if (code < 16) return this.#recent[recentIndex[code]!]! + recentDelta[code]!
    if (code < 16 + direct) return code - 15
    const rest = code - direct - 16
    const high = rest >> postfixBits
    const bits = 1 + (high >> 1)
    const offset = ((2 + (high & 1)) << bits) - 4
    const low = rest & ((1 << postfixBits) - 1)
    return ((offset + this.#input.read(bits)) << postfixBits) + low + direct + 1
  }

  #copy(count: number, distance: number, isSame: boolean, end: number): void {
    const reach = Math.min(this.#length, this.#window)
    if (distance > reach) {
      const word = this.#dictionary.expand(count, distance - reach - 1)
      if (this.#length + word.length > end) throw new BrotliError('a word that does not fit')
      return this.#append(word)
    }
    if (distance <= 0 || this.#length + count > end) throw new BrotliError('a copy from nowhere')
    if (!isSame) {
      this.#recent.pop()
      this.#recent.unshift(distance)
    }
    const output = this.#output
    const from = this.#length - distance
    // What is copied may be what the copy itself has just written.
    if (distance >= count) output.copyWithin(this.#length, from, from + count)
    else for (let i = 0; i < count; i++) output[this.#length + i] = output[from + i]!
    this.#length += count
  }
}

function readWindowBits(input: BitInput): number {
  if (input.read(1) === 0) return 16
  const high = input.read(3)
  if (high !== 0) return 17 + high
  const low = input.read(3)
  if (low === 1) throw new BrotliError('a window that is too large')
  return low === 0 ? 17 : 8 + low
}

function literalContext(mode: number, last: number, before: number): number {
  switch (mode) {
    case 0:
      return last & 63
    case 1:
      return last >> 2
    case 2:
      return lastContext[last]! | beforeContext[before]!
    default:
      return (signedContext[last]! << 3) | signedContext[before]!
  }
}
