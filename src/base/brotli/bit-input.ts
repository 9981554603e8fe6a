/** Bits of a byte array, lowest first, as compressed formats have them. Past the end come zeros: the decoder notices by `isExhausted`. */
export class BitInput {
  readonly #bytes: Uint8Array
  #at: number
  /** Bits that have been taken from the bytes and not yet read, the next one lowest. */
  #held: number
  #count: number

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#at = 0
    this.#held = 0
    this.#count = 0
  }

  /** The next bits, at most 16, without reading them. */
  peek(count: number): number {
    while (this.#count < count) {
      this.#held |= (this.#bytes[this.#at++] ?? 0) << this.#count
      this.#count += 8
    }
    return this.#held & ((1 << count) - 1)
  }

  /** Passes bits that were peeked at. */
  skip(count: number): void {
    this.#held >>>= count
    this.#count -= count
  }

  /** At most 24 bits. */
  read(count: number): number {
    if (count > 16) {
      const low = this.read(16)
      return low | (this.read(count - 16) << 16)
    }
    const bits = this.peek(count)
    this.skip(count)
    return bits
  }

  /** Passes the rest of a byte, then reads whole ones. */
  readBytes(count: number): Uint8Array {
    this.skip(this.#count & 7)
    const start = this.#at - (this.#count >> 3)
    this.#held = 0
    this.#count = 0
    this.#at = start + count
    return this.#bytes.subarray(start, start + count)
  }

  get isExhausted(): boolean {
    return this.#at - (this.#count >> 3) > this.#bytes.length
  }
}
