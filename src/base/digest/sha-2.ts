/**
 * SHA-2 (FIPS 180-4): SHA-224 and SHA-256 on 32-bit words, SHA-384 and SHA-512 on 64-bit ones.
 *
 * The constants are what the standard says they are, roots of primes, and are computed when first needed.
 */

import { isqrt } from '../int-theory.ts'
import { BlockHash, bytesOfWords, padded } from './block-hash.ts'

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
  /** Words of 64 bits as halves, the upper one first. */
  readonly halves64: Int32Array
  readonly rounds32: Int32Array
}

export function halves(words: readonly bigint[]): Int32Array {
  return Int32Array.from(
    words.flatMap(word => [word >> 32n, word]),
    half => Number(BigInt.asIntN(32, half)),
  )
}

let constants: Constants | null = null

function makeConstants(): Constants {
  const halves64 = halves(primes(80).map(cubeRootBits))
  const rounds32 = Int32Array.from({ length: 64 }, (_, i) => halves64[2 * i]!)
  return (constants = { halves64, rounds32 })
}

/** The initial state: square roots of the first eight primes, or of the ninth to sixteenth (224 takes their second half). */
function initialBits(size: Size): bigint[] {
  const all = primes(16)
  return (size === 224 || size === 384 ? all.slice(8) : all.slice(0, 8)).map(squareRootBits)
}

type Size = 224 | 256 | 384 | 512
const initialStates = new Map<Size, Int32Array>()

function initialState(size: Size): Int32Array {
  let state = initialStates.get(size)
  if (state === undefined) {
    const bits = initialBits(size)
    const words = bits.map(word => Number(BigInt.asIntN(32, size === 224 ? word : word >> 32n)))
    state = size > 256 ? halves(bits) : Int32Array.from(words)
    initialStates.set(size, state)
  }
  const copy = new Int32Array(state.length)
  for (let i = 0; i < state.length; i++) copy[i] = state[i]!
  return copy
}

/** The words of the block that is being compressed. */
const words256 = new Int32Array(64)

const mixed = (e: number, f: number, g: number): number =>
  (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) + (g ^ (e & (f ^ g)))

const majority = (a: number, b: number, c: number): number =>
  (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) | (c & (a | b)))

export class Sha256 extends BlockHash {
  readonly #size: 224 | 256
  readonly #state: Int32Array
  constructor(size: 224 | 256) {
    super(64)
    this.#size = size
    this.#state = initialState(size)
  }

  protected override fresh(): Sha256 {
    return new Sha256(this.#size)
  }
  protected override copyState(to: this): void {
    to.#state.set(this.#state)
  }

  #schedule(block: Uint8Array, offset: number): void {
    const w = words256
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
    const w = words256
    const k = (constants ?? makeConstants()).rounds32
    const state = this.#state
    let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!]
    let [e, f, g, h] = [state[4]!, state[5]!, state[6]!, state[7]!]
    // Eight turns at once, so that nothing changes places.
    for (let i = 0; i < 64; i += 8) {
      h = (h + mixed(e, f, g) + k[i]! + w[i]!) | 0
      d = (d + h) | 0
      h = (h + majority(a, b, c)) | 0
      g = (g + mixed(d, e, f) + k[i + 1]! + w[i + 1]!) | 0
      c = (c + g) | 0
      g = (g + majority(h, a, b)) | 0
      f = (f + mixed(c, d, e) + k[i + 2]! + w[i + 2]!) | 0
      b = (b + f) | 0
      f = (f + majority(g, h, a)) | 0
      e = (e + mixed(b, c, d) + k[i + 3]! + w[i + 3]!) | 0
      a = (a + e) | 0
      e = (e + majority(f, g, h)) | 0
      d = (d + mixed(a, b, c) + k[i + 4]! + w[i + 4]!) | 0
      h = (h + d) | 0
      d = (d + majority(e, f, g)) | 0
      c = (c + mixed(h, a, b) + k[i + 5]! + w[i + 5]!) | 0
      g = (g + c) | 0
      c = (c + majority(d, e, f)) | 0
      b = (b + mixed(g, h, a) + k[i + 6]! + w[i + 6]!) | 0
      f = (f + b) | 0
      b = (b + majority(c, d, e)) | 0
      a = (a + mixed(f, g, h) + k[i + 7]! + w[i + 7]!) | 0
      e = (e + a) | 0
      a = (a + majority(b, c, d)) | 0
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
    return bytesOfWords(this.#state, this.#size / 8, 'big')
  }
}

const words512 = new Int32Array(160)

/**
 * SHA-384 and SHA-512. A word of 64 bits is two of 32, the upper half first, since BigInts took three hundred times as long. Sums of lower halves
 * are taken as doubles, which hold them exactly; what exceeds 32 bits is the carry.
 */
export class Sha512 extends BlockHash {
  readonly #size: 384 | 512
  readonly #state: Int32Array
  constructor(size: 384 | 512) {
    super(128)
    this.#size = size
    this.#state = initialState(size)
  }

  protected override fresh(): Sha512 {
    return new Sha512(this.#size)
  }
  protected override copyState(to: this): void {
    to.#state.set(this.#state)
  }

  #schedule(block: Uint8Array, offset: number): void {
    const w = words512
    for (let i = 0, at = offset; i < 32; i++, at += 4)
      w[i] = (block[at]! << 24) | (block[at + 1]! << 16) | (block[at + 2]! << 8) | block[at + 3]!
    for (let i = 32; i < 160; i += 2) {
      const xh = w[i - 30]!
      const xl = w[i - 29]!
      const yh = w[i - 4]!
      const yl = w[i - 3]!
      const s0h = ((xh >>> 1) | (xl << 31)) ^ ((xh >>> 8) | (xl << 24)) ^ (xh >>> 7)
      const s0l = ((xl >>> 1) | (xh << 31)) ^ ((xl >>> 8) | (xh << 24)) ^ ((xl >>> 7) | (xh << 25))
      const s1h = ((yh >>> 19) | (yl << 13)) ^ ((yl >>> 29) | (yh << 3)) ^ (yh >>> 6)
      const s1l = ((yl >>> 19) | (yh << 13)) ^ ((yh >>> 29) | (yl << 3)) ^ ((yl >>> 6) | (yh << 26))
      const low = (w[i - 31]! >>> 0) + (s0l >>> 0) + (w[i - 13]! >>> 0) + (s1l >>> 0)
      w[i] = w[i - 32]! + s0h + w[i - 14]! + s1h + ((low / carry) | 0)
      w[i + 1] = low
    }
  }

  protected override compress(block: Uint8Array, offset: number): void {
    this.#schedule(block, offset)
    const w = words512
    const k = (constants ?? makeConstants()).halves64
    const s = this.#state
    let [ah, al, bh, bl, ch, cl, dh, dl] = [s[0]!, s[1]!, s[2]!, s[3]!, s[4]!, s[5]!, s[6]!, s[7]!]
    let [eh, el, fh, fl, gh, gl, hh, hl] = [s[8]!, s[9]!, s[10]!, s[11]!, s[12]!, s[13]!, s[14]!, s[15]!]
    for (let i = 0; i < 160; i += 2) {
      const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23))
      const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23))
      const choiceH = (eh & fh) ^ (~eh & gh)
      const choiceL = (el & fl) ^ (~el & gl)
      let low = (hl >>> 0) + (s1l >>> 0) + (choiceL >>> 0) + (k[i + 1]! >>> 0) + (w[i + 1]! >>> 0)
      const t1h = (hh + s1h + choiceH + k[i]! + w[i]! + ((low / carry) | 0)) | 0
      const t1l = low | 0
      const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25))
      const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25))
      const majorityH = (ah & bh) ^ (ah & ch) ^ (bh & ch)
      const majorityL = (al & bl) ^ (al & cl) ^ (bl & cl)
      hh = gh
      hl = gl
      gh = fh
      gl = fl
      fh = eh
      fl = el
      low = (dl >>> 0) + (t1l >>> 0)
      eh = (dh + t1h + ((low / carry) | 0)) | 0
      el = low | 0
      dh = ch
      dl = cl
      ch = bh
      cl = bl
      bh = ah
      bl = al
      low = (t1l >>> 0) + (s0l >>> 0) + (majorityL >>> 0)
      ah = (t1h + s0h + majorityH + ((low / carry) | 0)) | 0
      al = low | 0
    }
    add64(s, 0, ah, al)
    add64(s, 2, bh, bl)
    add64(s, 4, ch, cl)
    add64(s, 6, dh, dl)
    add64(s, 8, eh, el)
    add64(s, 10, fh, fl)
    add64(s, 12, gh, gl)
    add64(s, 14, hh, hl)
  }

  protected override finish(rest: Uint8Array, total: number): Uint8Array {
    const tail = padded(rest, total, 128, 'big')
    for (let at = 0; at < tail.length; at += 128) this.compress(tail, at)
    return bytesOfWords(this.#state, this.#size / 8, 'big')
  }
}

/** What a sum of lower halves is divided by for its carry. */
const carry = 2 ** 32

function add64(state: Int32Array, at: number, high: number, low: number): void {
  const sum = (state[at + 1]! >>> 0) + (low >>> 0)
  state[at]! += high + ((sum / carry) | 0)
  state[at + 1] = sum
}
