/** SHA-1 (FIPS 180-4). */

import { BlockHash, bytesOfWords, padded, rotated } from './block-hash.ts'

/** The words of the block that is being compressed. */
const words = new Int32Array(80)

export class Sha1 extends BlockHash {
  readonly #state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)
  constructor() {
    super(64)
  }

  protected override fresh(): Sha1 {
    return new Sha1()
  }
  protected override copyState(to: this): void {
    to.#state.set(this.#state)
  }

  protected override compress(block: Uint8Array, offset: number): void {
    const w = words
    for (let i = 0, at = offset; i < 16; i++, at += 4) {
      w[i] = (block[at]! << 24) | (block[at + 1]! << 16) | (block[at + 2]! << 8) | block[at + 3]!
    }
    for (let i = 16; i < 80; i++) {
      const mixed = w[i - 3]! ^ w[i - 8]! ^ w[i - 14]! ^ w[i - 16]!
      w[i] = (mixed << 1) | (mixed >>> 31)
    }
    const state = this.#state
    let [a, b, c, d, e] = [state[0]!, state[1]!, state[2]!, state[3]!, state[4]!]
    // A loop for each of the four functions, of five turns each, so that nothing changes places.
    for (let i = 0; i < 20; i += 5) {
      e = (e + rotated(a, 5) + ((b & c) | (~b & d)) + 0x5a827999 + w[i]!) | 0
      b = rotated(b, 30)
      d = (d + rotated(e, 5) + ((a & b) | (~a & c)) + 0x5a827999 + w[i + 1]!) | 0
      a = rotated(a, 30)
      c = (c + rotated(d, 5) + ((e & a) | (~e & b)) + 0x5a827999 + w[i + 2]!) | 0
      e = rotated(e, 30)
      b = (b + rotated(c, 5) + ((d & e) | (~d & a)) + 0x5a827999 + w[i + 3]!) | 0
      d = rotated(d, 30)
      a = (a + rotated(b, 5) + ((c & d) | (~c & e)) + 0x5a827999 + w[i + 4]!) | 0
      c = rotated(c, 30)
    }
    for (let i = 20; i < 40; i += 5) {
      e = (e + rotated(a, 5) + (b ^ c ^ d) + 0x6ed9eba1 + w[i]!) | 0
      b = rotated(b, 30)
      d = (d + rotated(e, 5) + (a ^ b ^ c) + 0x6ed9eba1 + w[i + 1]!) | 0
      a = rotated(a, 30)
      c = (c + rotated(d, 5) + (e ^ a ^ b) + 0x6ed9eba1 + w[i + 2]!) | 0
      e = rotated(e, 30)
      b = (b + rotated(c, 5) + (d ^ e ^ a) + 0x6ed9eba1 + w[i + 3]!) | 0
      d = rotated(d, 30)
      a = (a + rotated(b, 5) + (c ^ d ^ e) + 0x6ed9eba1 + w[i + 4]!) | 0
      c = rotated(c, 30)
    }
    for (let i = 40; i < 60; i += 5) {
      e = (e + rotated(a, 5) + ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc + w[i]!) | 0
      b = rotated(b, 30)
      d = (d + rotated(e, 5) + ((a & b) | (a & c) | (b & c)) + 0x8f1bbcdc + w[i + 1]!) | 0
      a = rotated(a, 30)
      c = (c + rotated(d, 5) + ((e & a) | (e & b) | (a & b)) + 0x8f1bbcdc + w[i + 2]!) | 0
      e = rotated(e, 30)
      b = (b + rotated(c, 5) + ((d & e) | (d & a) | (e & a)) + 0x8f1bbcdc + w[i + 3]!) | 0
      d = rotated(d, 30)
      a = (a + rotated(b, 5) + ((c & d) | (c & e) | (d & e)) + 0x8f1bbcdc + w[i + 4]!) | 0
      c = rotated(c, 30)
    }
    for (let i = 60; i < 80; i += 5) {
      e = (e + rotated(a, 5) + (b ^ c ^ d) + 0xca62c1d6 + w[i]!) | 0
      b = rotated(b, 30)
      d = (d + rotated(e, 5) + (a ^ b ^ c) + 0xca62c1d6 + w[i + 1]!) | 0
      a = rotated(a, 30)
      c = (c + rotated(d, 5) + (e ^ a ^ b) + 0xca62c1d6 + w[i + 2]!) | 0
      e = rotated(e, 30)
      b = (b + rotated(c, 5) + (d ^ e ^ a) + 0xca62c1d6 + w[i + 3]!) | 0
      d = rotated(d, 30)
      a = (a + rotated(b, 5) + (c ^ d ^ e) + 0xca62c1d6 + w[i + 4]!) | 0
      c = rotated(c, 30)
    }
    state[0]! += a
    state[1]! += b
    state[2]! += c
    state[3]! += d
    state[4]! += e
  }

  protected override finish(rest: Uint8Array, total: number): Uint8Array {
    const tail = padded(rest, total, 64, 'big')
    for (let at = 0; at < tail.length; at += 64) this.compress(tail, at)
    return bytesOfWords(this.#state, 20, 'big')
  }
}
