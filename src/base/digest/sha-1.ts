/** SHA-1 (FIPS 180-4). */

import { BlockHash, bytesOfWords, padded } from './block-hash.ts'

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
    for (let i = 0; i < 80; i++) {
      let f: number
      if (i < 20) f = ((b & c) | (~b & d)) + 0x5a827999
      else if (i < 40) f = (b ^ c ^ d) + 0x6ed9eba1
      else if (i < 60) f = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
      else f = (b ^ c ^ d) + 0xca62c1d6
      const next = (((a << 5) | (a >>> 27)) + f + e + w[i]!) | 0
      e = d
      d = c
      c = (b << 30) | (b >>> 2)
      b = a
      a = next
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
