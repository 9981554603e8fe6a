/**
 * SHA-2 (FIPS 180-4): SHA-224 and SHA-256 on 32-bit words, SHA-384 and SHA-512 on 64-bit ones.
 *
 * The constants are what the standard says they are, roots of primes, and are computed when first needed.
 */

import { isqrt } from '../int-theory.ts'
import { BlockHash, padded } from './block-hash.ts'

function primes(count: number): bigint[] {
  const found: bigint[] = []
  for (let n = 2n; found.length < count; n += 1n) if (found.every(p => n % p !== 0n)) found.push(n)
  return found
}

/** The first 64 bits of the fraction of a cube root. */
function cubeRootBits(n: bigint): bigint {
  const target = n << 192n
  let root = 0n
  for (let bit = 1n << 68n; bit > 0n; bit >>= 1n) {
    const next = root + bit
    if (next * next * next <= target) root = next
  }
  return BigInt.asUintN(64, root)
}

function squareRootBits(n: bigint): bigint {
  return BigInt.asUintN(64, BigInt(isqrt(n << 128n)))
}

interface Constants {
  readonly rounds64: BigUint64Array
  readonly rounds32: Int32Array
}

let constants: Constants | null = null

function makeConstants(): Constants {
  const rounds64 = BigUint64Array.from(primes(80), cubeRootBits)
  const rounds32 = Int32Array.from(rounds64.subarray(0, 64), bits => Number(bits >> 32n))
  return (constants = { rounds64, rounds32 })
}

/** The initial state: square roots of the first eight primes, or of the ninth to sixteenth (224 takes their second half). */
function initialBits(size: 224 | 256 | 384 | 512): bigint[] {
  const all = primes(16)
  return (size === 224 || size === 384 ? all.slice(8) : all.slice(0, 8)).map(squareRootBits)
}

export class Sha256 extends BlockHash {
  readonly #size: 224 | 256
  readonly #state: Int32Array
  readonly #words = new Int32Array(64)
  constructor(size: 224 | 256) {
    super(64)
    this.#size = size
    this.#state = Int32Array.from(initialBits(size), bits =>
      Number(BigInt.asIntN(32, size === 224 ? bits : bits >> 32n)),
    )
  }

  protected override fresh(): Sha256 {
    return new Sha256(this.#size)
  }
  protected override copyState(to: this): void {
    to.#state.set(this.#state)
  }

  #schedule(block: Uint8Array, offset: number): void {
    const w = this.#words
    for (let i = 0, at = offset; i < 16; i++, at += 4) {
      w[i] = (block[at]! << 24) | (block[at + 1]! << 16) | (block[at + 2]! << 8) | block[at + 3]!
    }
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15]!
      const y = w[i - 2]!
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
      w[i] = w[i - 16]! + s0 + w[i - 7]! + s1
    }
  }

  protected override compress(block: Uint8Array, offset: number): void {
    this.#schedule(block, offset)
    const w = this.#words
    const k = (constants ?? makeConstants()).rounds32
    const state = this.#state
    let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!]
    let [e, f, g, h] = [state[4]!, state[5]!, state[6]!, state[7]!]
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + k[i]! + w[i]!) | 0
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    state[0]! += a
    state[1]! += b
    state[2]! += c
    state[3]! += d
    state[4]! += e
    state[5]! += f
    state[6]! += g
    state[7]! += h
  }

  protected override finish(rest: Uint8Array, total: number): Uint8Array {
    const tail = padded(rest, total, 64, 'big')
    for (let at = 0; at < tail.length; at += 64) this.compress(tail, at)
    const result = new Uint8Array(32)
    const view = new DataView(result.buffer)
    for (let i = 0; i < 8; i++) view.setInt32(4 * i, this.#state[i]!)
    return result.slice(0, this.#size / 8)
  }
}

function rotate(x: bigint, n: bigint): bigint {
  return BigInt.asUintN(64, (x >> n) | (x << (64n - n)))
}

export class Sha512 extends BlockHash {
  readonly #size: 384 | 512
  readonly #state: BigUint64Array
  readonly #words = new BigUint64Array(80)
  constructor(size: 384 | 512) {
    super(128)
    this.#size = size
    this.#state = BigUint64Array.from(initialBits(size))
  }

  protected override fresh(): Sha512 {
    return new Sha512(this.#size)
  }
  protected override copyState(to: this): void {
    to.#state.set(this.#state)
  }

  #schedule(block: Uint8Array, offset: number): void {
    const w = this.#words
    const view = new DataView(block.buffer, block.byteOffset)
    for (let i = 0; i < 16; i++) w[i] = view.getBigUint64(offset + 8 * i)
    for (let i = 16; i < 80; i++) {
      const x = w[i - 15]!
      const y = w[i - 2]!
      const s0 = rotate(x, 1n) ^ rotate(x, 8n) ^ (x >> 7n)
      const s1 = rotate(y, 19n) ^ rotate(y, 61n) ^ (y >> 6n)
      w[i] = w[i - 16]! + s0 + w[i - 7]! + s1
    }
  }

  protected override compress(block: Uint8Array, offset: number): void {
    this.#schedule(block, offset)
    const w = this.#words
    const k = (constants ?? makeConstants()).rounds64
    const s = this.#state
    let [a, b, c, d] = [s[0]!, s[1]!, s[2]!, s[3]!]
    let [e, f, g, h] = [s[4]!, s[5]!, s[6]!, s[7]!]
    for (let i = 0; i < 80; i++) {
      const s1 = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n)
      const t1 = h + s1 + ((e & f) ^ (BigInt.asUintN(64, ~e) & g)) + k[i]! + w[i]!
      const s0 = rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n)
      const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
      h = g
      g = f
      f = e
      e = BigInt.asUintN(64, d + t1)
      d = c
      c = b
      b = a
      a = BigInt.asUintN(64, t1 + t2)
    }
    s[0]! += a
    s[1]! += b
    s[2]! += c
    s[3]! += d
    s[4]! += e
    s[5]! += f
    s[6]! += g
    s[7]! += h
  }

  protected override finish(rest: Uint8Array, total: number): Uint8Array {
    const tail = padded(rest, total, 128, 'big')
    for (let at = 0; at < tail.length; at += 128) this.compress(tail, at)
    const result = new Uint8Array(64)
    const view = new DataView(result.buffer)
    for (let i = 0; i < 8; i++) view.setBigUint64(8 * i, this.#state[i]!)
    return result.slice(0, this.#size / 8)
  }
}
