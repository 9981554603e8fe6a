/** MD5 (RFC 1321). */

import { BlockHash, bytesOfWords, padded, rotated } from './block-hash.ts'

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
    // A loop for each of the four functions, of four turns each, so that nothing changes places: a third of the time.
    for (let i = 0; i < 16; i += 4) {
      a = (b + rotated(a + ((b & c) | (~b & d)) + SINES[i]! + words[i]!, 7)) | 0
      d = (a + rotated(d + ((a & b) | (~a & c)) + SINES[i + 1]! + words[i + 1]!, 12)) | 0
      c = (d + rotated(c + ((d & a) | (~d & b)) + SINES[i + 2]! + words[i + 2]!, 17)) | 0
      b = (c + rotated(b + ((c & d) | (~c & a)) + SINES[i + 3]! + words[i + 3]!, 22)) | 0
    }
    for (let i = 16; i < 32; i += 4) {
      a = (b + rotated(a + ((d & b) | (~d & c)) + SINES[i]! + words[(5 * i + 1) & 15]!, 5)) | 0
      d = (a + rotated(d + ((c & a) | (~c & b)) + SINES[i + 1]! + words[(5 * i + 6) & 15]!, 9)) | 0
      c = (d + rotated(c + ((b & d) | (~b & a)) + SINES[i + 2]! + words[(5 * i + 11) & 15]!, 14)) | 0
      b = (c + rotated(b + ((a & c) | (~a & d)) + SINES[i + 3]! + words[(5 * i + 16) & 15]!, 20)) | 0
    }
    for (let i = 32; i < 48; i += 4) {
      a = (b + rotated(a + (b ^ c ^ d) + SINES[i]! + words[(3 * i + 5) & 15]!, 4)) | 0
      d = (a + rotated(d + (a ^ b ^ c) + SINES[i + 1]! + words[(3 * i + 8) & 15]!, 11)) | 0
      c = (d + rotated(c + (d ^ a ^ b) + SINES[i + 2]! + words[(3 * i + 11) & 15]!, 16)) | 0
      b = (c + rotated(b + (c ^ d ^ a) + SINES[i + 3]! + words[(3 * i + 14) & 15]!, 23)) | 0
    }
    for (let i = 48; i < 64; i += 4) {
      a = (b + rotated(a + (c ^ (b | ~d)) + SINES[i]! + words[(7 * i) & 15]!, 6)) | 0
      d = (a + rotated(d + (b ^ (a | ~c)) + SINES[i + 1]! + words[(7 * i + 7) & 15]!, 10)) | 0
      c = (d + rotated(c + (a ^ (d | ~b)) + SINES[i + 2]! + words[(7 * i + 14) & 15]!, 15)) | 0
      b = (c + rotated(b + (d ^ (c | ~a)) + SINES[i + 3]! + words[(7 * i + 21) & 15]!, 21)) | 0
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
