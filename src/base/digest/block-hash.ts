/**
 * What hash functions have in common: input is gathered into blocks, each of which is compressed into the state.
 *
 * `digest` works on a copy, so that a hash can be asked for its digest and go on.
 */

export abstract class BlockHash {
  readonly blockSize: number
  readonly #block: Uint8Array
  #filled = 0
  #total = 0

  constructor(blockSize: number) {
    this.blockSize = blockSize
    this.#block = new Uint8Array(blockSize)
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
    if (this.#filled > 0) {
      const take = Math.min(size - this.#filled, bytes.length)
      this.#block.set(bytes.subarray(0, take), this.#filled)
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
    this.#block.set(bytes.subarray(pos), 0)
    this.#filled = bytes.length - pos
    return this
  }

  copy(): this {
    const other = this.fresh() as this
    this.copyState(other)
    other.#block.set(this.#block)
    other.#filled = this.#filled
    other.#total = this.#total
    return other
  }

  digest(): Uint8Array {
    const copy = this.fresh() as this
    this.copyState(copy)
    return copy.finish(this.#block.subarray(0, this.#filled), this.#total)
  }
}

/** The rest, a 1 bit, zeros, and the length in bits, to whole blocks (MD5, SHA-1, SHA-2). */
export function padded(rest: Uint8Array, total: number, blockSize: number, order: 'little' | 'big'): Uint8Array {
  const lengthSize = blockSize === 128 ? 16 : 8
  const blocks = Math.ceil((rest.length + 1 + lengthSize) / blockSize)
  const result = new Uint8Array(blocks * blockSize)
  result.set(rest)
  result[rest.length] = 0x80
  const view = new DataView(result.buffer)
  const isLittle = order === 'little'
  const at = result.length - (isLittle ? lengthSize : 8)
  const bits = total * 8
  view.setUint32(isLittle ? at : at + 4, bits, isLittle)
  view.setUint32(isLittle ? at + 4 : at, bits / 4294967296, isLittle)
  return result
}
