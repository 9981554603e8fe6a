/** Bytes and bits on their way out: bits are put into bytes from the lowest on, Huffman codes with their first bit first. */
import { zeroBytes } from '../bytes-memory.ts'

export class BitWriter {
  #bytes: Uint8Array
  #length: number
  #hold: number
  #bits: number
  constructor() {
    this.#bytes = zeroBytes(1024)
    this.#length = 0
    this.#hold = 0
    this.#bits = 0
  }

  clone(): BitWriter {
    const copy = new BitWriter()
    copy.#bytes = this.#bytes.slice()
    copy.#length = this.#length
    copy.#hold = this.#hold
    copy.#bits = this.#bits
    return copy
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.#length++] = value
  }

  /** Up to 16 bits. */
  write(value: number, count: number): void {
    this.#hold |= value << this.#bits
    this.#bits += count
    while (this.#bits >= 8) {
      this.byte(this.#hold & 255)
      this.#hold >>>= 8
      this.#bits -= 8
    }
  }

  alignToByte(): void {
    if (this.#bits > 0) this.byte(this.#hold & 255)
    this.#hold = 0
    this.#bits = 0
  }

  bytes(source: Uint8Array): void {
    if (this.#length + source.length > this.#bytes.length) this.#grow(source.length)
    this.#bytes.set(source, this.#length)
    this.#length += source.length
  }

  #grow(count: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count))
    larger.set(this.#bytes)
    this.#bytes = larger
  }

  /** The whole bytes so far, which leave. */
  takeBytes(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return taken
  }
}
