/**
 * What hash functions have in common: input is gathered into blocks, each of which is compressed into the state.
 *
 * `digest` works on a copy, so that a hash can be asked for its digest and go on.
 */
import { copyBytesTo, zeroBytes } from '../bytes-memory.ts'

const nothing = new Uint8Array(0)

/** A word of 32 bits, turned to the left. */
export const rotated = (x: number, count: number): number => (x << count) | (x >>> (32 - count))

export abstract class BlockHash {
  readonly blockSize: number
  /** Made when there is something to gather: most hashes are of one short text, and the copy that is digested gathers nothing. */
  #block: Uint8Array | null = null
  #filled = 0
  #total = 0

  constructor(blockSize: number) {
    this.blockSize = blockSize
  }

  protected abstract compress(block: Uint8Array, offset: number): void
  protected abstract fresh(): BlockHash
  protected abstract copyState(to: this): void
  /** Pads, compresses what is left and reads the state out. */
  protected abstract finish(rest: Uint8Array, total: number): Uint8Array

  /** Bytes that stay back so that the last block is known when it comes: 1 for BLAKE2, otherwise 0. */
  protected get keepBack(): number {
    return 0
  }

  update(bytes: Uint8Array): this {
    this.#total += bytes.length
    let pos = 0
    const size = this.blockSize
    const keep = this.keepBack
    if (this.#block !== null && this.#filled > 0) {
      const take = Math.min(size - this.#filled, bytes.length)
      copyBytesTo(this.#block, this.#filled, bytes, 0, take)
      this.#filled += take
      pos = take
      if (this.#filled < size || (pos === bytes.length && keep > 0)) return this
      this.compress(this.#block, 0)
      this.#filled = 0
    }
    while (bytes.length - pos >= size + keep) {
      this.compress(bytes, pos)
      pos += size
    }
    this.#filled = bytes.length - pos
    if (this.#filled > 0) copyBytesTo((this.#block ??= new Uint8Array(size)), 0, bytes, pos)
    return this
  }

  copy(): this {
    const other = this.fresh() as this
    this.copyState(other)
    other.#block = this.#block && this.#block.slice()
    other.#filled = this.#filled
    other.#total = this.#total
    return other
  }

  digest(): Uint8Array {
    const copy = this.fresh() as this
    this.copyState(copy)
    return copy.finish(this.#block?.subarray(0, this.#filled) ?? nothing, this.#total)
  }
}

/** The rest, a 1 bit, zeros, and the length in bits, to whole blocks (MD5, SHA-1, SHA-2). */
export function padded(rest: Uint8Array, total: number, blockSize: number, order: 'little' | 'big'): Uint8Array {
  const lengthSize = blockSize === 128 ? 16 : 8
  const blocks = Math.ceil((rest.length + 1 + lengthSize) / blockSize)
  const result = zeroBytes(blocks * blockSize)
  copyBytesTo(result, 0, rest)
  result[rest.length] = 0x80
  const bits = total * 8
  const words = [bits | 0, Math.floor(bits / 4294967296) | 0]
  if (order === 'big') words.reverse()
  const at = result.length - (order === 'little' ? lengthSize : 8)
  writeWords(result, at, words, order)
  return result
}

/** The first `size` bytes of the words of a state. */
export function bytesOfWords(words: ArrayLike<number>, size: number, order: 'little' | 'big'): Uint8Array {
  const bytes = zeroBytes(size)
  writeWords(bytes, 0, words, order)
  return bytes
}

/** As many words as there is room for, by hand: a DataView needs a buffer, which short arrays do not have until somebody asks. */
function writeWords(bytes: Uint8Array, from: number, words: ArrayLike<number>, order: 'little' | 'big'): void {
  for (let at = from, i = 0; i < words.length && at < bytes.length; at += 4, i++) {
    const word = words[i]!
    const [first, step] = order === 'little' ? [0, 8] : [24, -8]
    for (let j = 0; j < 4; j++) bytes[at + j] = word >> (first + step * j)
  }
}
