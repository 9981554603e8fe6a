/**
 * SHA-3 and SHAKE (FIPS 202): the Keccak sponge on 25 words of 64 bits.
 *
 * Words are pairs of 32-bit halves; round constants and rotations are computed as the standard defines them.
 */

const ROTATIONS = new Uint8Array(25)
const TARGETS = new Uint8Array(25)
const ROUND_HIGH = new Int32Array(24)
const ROUND_LOW = new Int32Array(24)
prepare()

function prepare(): void {
  let [x, y] = [1, 0]
  for (let t = 0; t < 24; t++) {
    ROTATIONS[x + 5 * y] = (((t + 1) * (t + 2)) / 2) % 64
    ;[x, y] = [y, (2 * x + 3 * y) % 5]
  }
  for (let i = 0; i < 25; i++) TARGETS[i] = Math.floor(i / 5) + 5 * ((2 * (i % 5) + 3 * Math.floor(i / 5)) % 5)
  let register = 1
  for (let round = 0; round < 24; round++) {
    for (let j = 0; j < 7; j++) {
      const bit = (1 << j) - 1
      if (register & 1) {
        if (bit < 32) ROUND_LOW[round]! |= 1 << bit
        else ROUND_HIGH[round]! |= 1 << (bit - 32)
      }
      register = register & 0x80 ? (register << 1) ^ 0x171 : register << 1
    }
  }
}

export class Sha3 {
  /** The rate in bytes, which is also the block size that hashlib reports. */
  readonly blockSize: number
  readonly #suffix: number
  readonly #outputSize: number
  readonly #high = new Int32Array(25)
  readonly #low = new Int32Array(25)
  readonly #movedHigh = new Int32Array(25)
  readonly #movedLow = new Int32Array(25)
  #filled = 0

  private constructor(blockSize: number, suffix: number, outputSize: number) {
    this.blockSize = blockSize
    this.#suffix = suffix
    this.#outputSize = outputSize
  }

  static sha3(bits: 224 | 256 | 384 | 512): Sha3 {
    return new Sha3(200 - bits / 4, 0x06, bits / 8)
  }

  /** Output of any length is asked of `digest`. */
  static shake(bits: 128 | 256): Sha3 {
    return new Sha3(200 - bits / 4, 0x1f, 0)
  }

  copy(): Sha3 {
    const other = new Sha3(this.blockSize, this.#suffix, this.#outputSize)
    other.#high.set(this.#high)
    other.#low.set(this.#low)
    other.#filled = this.#filled
    return other
  }

  #xorByte(at: number, byte: number): void {
    const word = at >> 3
    const shift = (at & 3) * 8
    if (at & 4) this.#high[word]! ^= byte << shift
    else this.#low[word]! ^= byte << shift
  }

  update(bytes: Uint8Array): this {
    for (let i = 0; i < bytes.length; i++) {
      this.#xorByte(this.#filled++, bytes[i]!)
      if (this.#filled === this.blockSize) {
        this.#permute()
        this.#filled = 0
      }
    }
    return this
  }

  digest(length: number = this.#outputSize): Uint8Array {
    const sponge = this.copy()
    sponge.#xorByte(sponge.#filled, this.#suffix)
    sponge.#xorByte(this.blockSize - 1, 0x80)
    const result = new Uint8Array(length)
    for (let i = 0; i < length; i++) {
      const at = i % this.blockSize
      if (at === 0) sponge.#permute()
      const half = at & 4 ? sponge.#high[at >> 3]! : sponge.#low[at >> 3]!
      result[i] = half >>> ((at & 3) * 8)
    }
    return result
  }

  #permute(): void {
    for (let round = 0; round < 24; round++) {
      this.#theta()
      this.#rhoAndPi()
      this.#chi()
      this.#high[0]! ^= ROUND_HIGH[round]!
      this.#low[0]! ^= ROUND_LOW[round]!
    }
  }

  /** Every word takes in the parity of two columns. */
  #theta(): void {
    const high = this.#high
    const low = this.#low
    const parityHigh = this.#movedHigh
    const parityLow = this.#movedLow
    for (let x = 0; x < 5; x++) {
      parityHigh[x] = high[x]! ^ high[x + 5]! ^ high[x + 10]! ^ high[x + 15]! ^ high[x + 20]!
      parityLow[x] = low[x]! ^ low[x + 5]! ^ low[x + 10]! ^ low[x + 15]! ^ low[x + 20]!
    }
    for (let x = 0; x < 5; x++) {
      const before = (x + 4) % 5
      const after = (x + 1) % 5
      const h = parityHigh[before]! ^ ((parityHigh[after]! << 1) | (parityLow[after]! >>> 31))
      const l = parityLow[before]! ^ ((parityLow[after]! << 1) | (parityHigh[after]! >>> 31))
      for (let i = x; i < 25; i += 5) {
        high[i]! ^= h
        low[i]! ^= l
      }
    }
  }

  /** Words are rotated and change places. */
  #rhoAndPi(): void {
    for (let i = 0; i < 25; i++) {
      const count = ROTATIONS[i]!
      let h = this.#high[i]!
      let l = this.#low[i]!
      if (count >= 32) {
        const swap = h
        h = l
        l = swap
      }
      const shift = count & 31
      const to = TARGETS[i]!
      this.#movedHigh[to] = shift === 0 ? h : (h << shift) | (l >>> (32 - shift))
      this.#movedLow[to] = shift === 0 ? l : (l << shift) | (h >>> (32 - shift))
    }
  }

  #chi(): void {
    for (let y = 0; y < 25; y += 5) {
      for (let x = 0; x < 5; x++) {
        const [i, j, k] = [y + x, y + ((x + 1) % 5), y + ((x + 2) % 5)]
        this.#high[i] = this.#movedHigh[i]! ^ (~this.#movedHigh[j]! & this.#movedHigh[k]!)
        this.#low[i] = this.#movedLow[i]! ^ (~this.#movedLow[j]! & this.#movedLow[k]!)
      }
    }
  }
}
