/** MD5 (RFC 1321). */

import { BlockHash, bytesOfWords, padded } from './block-hash.ts'

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
/** The fractional parts of sines, as the RFC defines them. */
const SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 4294967296))

/** The words of the block that is being compressed. */
const words = new Int32Array(16)

export class Md5 extends BlockHash {
  readonly #state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476)
  constructor() {
    super(64)
  }

  protected override fresh(): Md5 {
    return new Md5()
  }
  protected override copyState(to: this): void {
    to.#state.set(this.#state)
  }

  protected override compress(block: Uint8Array, offset: number): void {
    for (let i = 0, at = offset; i < 16; i++, at += 4) {
      words[i] = block[at]! | (block[at + 1]! << 8) | (block[at + 2]! << 16) | (block[at + 3]! << 24)
    }
    const state = this.#state
    let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!]
    // A loop for each of the four functions: one with the choice inside took twice as long.
    for (let i = 0; i < 16; i++) {
      const f = (((b & c) | (~b & d)) + a + SINES[i]! + words[i]!) | 0
      const shift = SHIFTS[i & 3]!
      a = d
      d = c
      c = b
      b = (b + ((f << shift) | (f >>> (32 - shift)))) | 0
    }
    for (let i = 16; i < 32; i++) {
      const f = (((d & b) | (~d & c)) + a + SINES[i]! + words[(5 * i + 1) & 15]!) | 0
      const shift = SHIFTS[4 + (i & 3)]!
      a = d
      d = c
      c = b
      b = (b + ((f << shift) | (f >>> (32 - shift)))) | 0
    }
    for (let i = 32; i < 48; i++) {
      const f = ((b ^ c ^ d) + a + SINES[i]! + words[(3 * i + 5) & 15]!) | 0
      const shift = SHIFTS[8 + (i & 3)]!
      a = d
      d = c
      c = b
      b = (b + ((f << shift) | (f >>> (32 - shift)))) | 0
    }
    for (let i = 48; i < 64; i++) {
      const f = ((c ^ (b | ~d)) + a + SINES[i]! + words[(7 * i) & 15]!) | 0
      const shift = SHIFTS[12 + (i & 3)]!
      a = d
      d = c
      c = b
      b = (b + ((f << shift) | (f >>> (32 - shift)))) | 0
    }
    state[0]! += a
    state[1]! += b
    state[2]! += c
    state[3]! += d
  }

  protected override finish(rest: Uint8Array, total: number): Uint8Array {
    const tail = padded(rest, total, 64, 'little')
    for (let at = 0; at < tail.length; at += 64) this.compress(tail, at)
    return bytesOfWords(this.#state, 16, 'little')
  }
}
