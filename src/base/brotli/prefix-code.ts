/**
 * Prefix codes (RFC 7932, section 3): how they are written, and reading a symbol.
 *
 * A code is canonical: the lengths of its words tell them all. Words of up to `rootBits` are found by one look into a table; the few
 * longer ones by walking on bit by bit, which needs only the count of words and the first index of each length.
 */
import type { BitInput } from './bit-input.ts'
import { BrotliError } from './brotli-error.ts'

const rootBits = 8
const longest = 15

export class PrefixCode {
  /** For the next `rootBits` bits: the symbol shifted by four, and the length of its word; 0 where the word is longer. */
  readonly #root: Uint16Array
  /** Symbols by length, then by value. */
  readonly #symbols: Uint16Array
  readonly #counts: Uint16Array
  /** The symbol of a code that has one only, whose word is empty; else −1. */
  readonly #only: number

  /** The lengths of the words by symbol, 0 for those that have none. */
  constructor(lengths: Uint8Array) {
    this.#counts = new Uint16Array(longest + 1)
    for (const length of lengths) this.#counts[length]!++
    this.#counts[0] = 0
    const starts = new Uint16Array(longest + 2)
    for (let length = 1; length <= longest; length++) starts[length + 1] = starts[length]! + this.#counts[length]!
    this.#symbols = new Uint16Array(starts[longest + 1]!)
    const next = starts.slice()
    for (let symbol = 0; symbol < lengths.length; symbol++)
      if (lengths[symbol]! > 0) this.#symbols[next[lengths[symbol]!]!++] = symbol
    this.#only = this.#symbols.length === 1 ? this.#symbols[0]! : -1
    this.#root = new Uint16Array(1 << rootBits)
    this.#fillRoot(starts)
  }

  #fillRoot(starts: Uint16Array): void {
    let word = 0
    for (let length = 1; length <= rootBits; length++) {
      for (let i = 0; i < this.#counts[length]!; i++) {
        const entry = (this.#symbols[starts[length]! + i]! << 4) | length
        for (let at = reversed(word, length); at < this.#root.length; at += 1 << length) this.#root[at] = entry
        word++
      }
      word <<= 1
    }
  }

  read(input: BitInput): number {
    if (this.#only >= 0) return this.#only
    const bits = input.peek(longest)
    const entry = this.#root[bits & (this.#root.length - 1)]!
    if (entry !== 0) {
      input.skip(entry & 15)
      return entry >> 4
    }
    let word = 0
    let first = 0
    let index = 0
    for (let length = 1; length <= longest; length++) {
      word |= (bits >> (length - 1)) & 1
      const count = this.#counts[length]!
      if (word - first < count) {
        input.skip(length)
        return this.#symbols[index + word - first]!
      }
      index += count
      first = (first + count) << 1
      word <<= 1
    }
    throw new BrotliError('a word of no prefix code')
  }
}

function reversed(word: number, length: number): number {
  let result = 0
  for (let i = 0; i < length; i++) result |= ((word >> i) & 1) << (length - 1 - i)
  return result
}

export function readPrefixCode(input: BitInput, alphabet: number): PrefixCode {
  const skipped = input.read(2)
  return new PrefixCode(skipped === 1 ? simpleLengths(input, alphabet) : complexLengths(input, alphabet, skipped))
}

/** Word lengths of codes with one to four symbols; the last has two shapes. */
const simpleShapes = [[1], [1, 1], [1, 2, 2], [2, 2, 2, 2], [1, 2, 3, 3]] as const

function simpleLengths(input: BitInput, alphabet: number): Uint8Array {
  const count = input.read(2) + 1
  const bits = 32 - Math.clz32(alphabet - 1)
  const symbols = Array.from({ length: count }, () => input.read(bits))
  const shape = simpleShapes[count === 4 ? 3 + input.read(1) : count - 1]!
  const lengths = new Uint8Array(alphabet)
  symbols.forEach((symbol, i) => {
    if (symbol >= alphabet || lengths[symbol] !== 0) throw new BrotliError('a symbol outside its alphabet')
    lengths[symbol] = shape[i]!
  })
  return lengths
}

/** The order in which the lengths of the code for lengths are written. */
const lengthOrder = [1, 2, 3, 4, 0, 5, 17, 6, 16, 7, 8, 9, 10, 11, 12, 13, 14, 15] as const

/** Those lengths have a code of their own: by the next four bits, the length and how many bits it took. */
const lengthOfLength = [0, 4, 3, 2, 0, 4, 3, 1, 0, 4, 3, 2, 0, 4, 3, 5] as const
const bitsOfLength = [2, 2, 2, 3, 2, 2, 2, 4, 2, 2, 2, 3, 2, 2, 2, 4] as const

function complexLengths(input: BitInput, alphabet: number, skipped: number): Uint8Array {
  const lengthLengths = new Uint8Array(18)
  let space = 32
  for (let i = skipped; i < lengthOrder.length && space > 0; i++) {
    const bits = input.peek(4)
    input.skip(bitsOfLength[bits]!)
    const length = lengthOfLength[bits]!
    lengthLengths[lengthOrder[i]!] = length
    if (length > 0) space -= 32 >> length
  }
  return symbolLengths(input, alphabet, new PrefixCode(lengthLengths))
}

/** 16 repeats the length before, 17 repeats zero; one of them right behind itself makes its count larger. */
function symbolLengths(input: BitInput, alphabet: number, code: PrefixCode): Uint8Array {
  const lengths = new Uint8Array(alphabet)
  let space = 1 << longest
  let previous = 8
  let repeats = 0
  let repeated = 0
  for (let symbol = 0; symbol < alphabet && space > 0; ) {
    const length = code.read(input)
    if (length < 16) {
      lengths[symbol++] = length
      repeats = 0
      if (length === 0) continue
      previous = length
      space -= (1 << longest) >> length
      continue
    }
    const bits = length - 14
    const value = length === 16 ? previous : 0
    if (repeated !== value) repeats = 0
    repeated = value
    const before = repeats
    repeats = (repeats > 0 ? (repeats - 2) << bits : 0) + input.read(bits) + 3
    const end = symbol + repeats - before
    if (end > alphabet) throw new BrotliError('more lengths than symbols')
    lengths.fill(value, symbol, end)
    if (value > 0) space -= (repeats - before) * ((1 << longest) >> value)
    symbol = end
  }
  if (space !== 0) throw new BrotliError('an incomplete prefix code')
  return lengths
}
