/**
 * BLAKE2b and BLAKE2s (RFC 7693) with key, salt, personalization and the parameters of tree hashing.
 *
 * One program serves both: words are pairs of 32-bit halves, the upper one first, of which BLAKE2s needs the lower only. The last block is marked, so a full one waits until
 * more input shows that it is not the last.
 */

import { isqrt } from '../int-theory.ts'
import { BlockHash } from './block-hash.ts'
import { halves } from './sha-2.ts'

export interface Blake2Parameters {
  readonly digestSize: number
  readonly key: Uint8Array
  readonly salt: Uint8Array
  readonly person: Uint8Array
  readonly fanout: number
  readonly depth: number
  readonly leafSize: number
  readonly nodeOffset: bigint
  readonly nodeDepth: number
  readonly innerSize: number
  readonly lastNode: boolean
}

/** How words are mixed; `b` or `s`. */
interface Variant {
  readonly bits: 64 | 32
  readonly rounds: number
  /** The bytes of the node offset, of which BLAKE2b's last eight are its own. */
  readonly offsetSize: number
}

const VARIANTS: Readonly<Record<'b' | 's', Variant>> = {
  b: { bits: 64, rounds: 12, offsetSize: 8 },
  s: { bits: 32, rounds: 10, offsetSize: 6 },
}

/** Which words of the block each round takes, in hexadecimal digits. */
const SIGMA = [
  '0123456789abcdef',
  'ea489fd61c02b753',
  'b8c052fdae367194',
  '7931dcbe265a40f8',
  '905724afe1bc683d',
  '2c6a0b834d75fe19',
  'c51fed4a0763928b',
  'db7ec13950f4862a',
  '6fe9b308c2d714a5',
  'a2847615fb9e3cd0',
].map(text => Array.from(text, digit => Number.parseInt(digit, 16)))
/** The quarter rounds: four columns, then four diagonals. */
const QUARTERS = ['048c', '159d', '26ae', '37bf', '05af', '16bc', '278d', '349e'].map(text =>
  Array.from(text, digit => Number.parseInt(digit, 16)),
)

export class Blake2 extends BlockHash {
  readonly #kind: 'b' | 's'
  readonly #variant: Variant
  readonly #parameters: Blake2Parameters
  readonly #state: Int32Array
  #counter = 0n

  constructor(kind: 'b' | 's', parameters: Blake2Parameters) {
    super(kind === 'b' ? 128 : 64)
    this.#kind = kind
    this.#variant = VARIANTS[kind]
    this.#parameters = parameters
    this.#state = initialState(this.#variant, parameters)
    if (parameters.key.length > 0) {
      const block = new Uint8Array(this.blockSize)
      block.set(parameters.key)
      this.update(block)
    }
  }

  protected override fresh(): Blake2 {
    return new Blake2(this.#kind, { ...this.#parameters })
  }
  protected override copyState(to: this): void {
    to.#state.set(this.#state)
    to.#counter = this.#counter
  }
  protected override get keepBack(): number {
    return 1
  }

  protected override compress(block: Uint8Array, offset: number): void {
    this.#counter += BigInt(this.blockSize)
    this.#mix(block, offset, false)
  }

  #mix(block: Uint8Array, offset: number, last: boolean): void {
    const { bits, rounds } = this.#variant
    const h = this.#state
    const v = new Int32Array(32)
    v.set(h)
    v.set(initialVector(bits), 16)
    const counter = halves([this.#counter & ((1n << BigInt(bits)) - 1n), this.#counter >> BigInt(bits)])
    for (let i = 0; i < 4; i++) v[24 + i]! ^= counter[i]!
    if (last) invert(v, 28)
    if (last && this.#parameters.lastNode) invert(v, 30)
    const words = readWords(block, offset, bits)
    const quarter = bits === 64 ? quarter64 : quarter32
    for (let round = 0; round < rounds; round++) {
      const sigma = SIGMA[round % 10]!
      for (let i = 0; i < 8; i++) {
        quarter(v, QUARTERS[i]!, words, sigma[2 * i]!, sigma[2 * i + 1]!)
      }
    }
    for (let i = 0; i < 16; i++) h[i]! ^= v[i]! ^ v[i + 16]!
  }

  protected override finish(rest: Uint8Array): Uint8Array {
    const block = new Uint8Array(this.blockSize)
    block.set(rest)
    this.#counter += BigInt(rest.length)
    this.#mix(block, 0, true)
    const size = this.#variant.bits / 8
    const result = new Uint8Array(size * 8)
    const view = new DataView(result.buffer)
    for (let i = 0; i < 8; i++) {
      view.setInt32(size * i, this.#state[2 * i + 1]!, true)
      if (size === 8) view.setInt32(size * i + 4, this.#state[2 * i]!, true)
    }
    return result.slice(0, this.#parameters.digestSize)
  }
}

function invert(v: Int32Array, at: number): void {
  v[at]! ^= -1
  v[at + 1]! ^= -1
}

/** Words of 64 bits, rotated by 32, 24, 16 and 63. A sum of lower halves is a double; what exceeds 32 bits is the carry. */
function quarter64(v: Int32Array, places: readonly number[], words: Int32Array, x: number, y: number): void {
  const a = 2 * places[0]!
  const b = 2 * places[1]!
  const c = 2 * places[2]!
  const d = 2 * places[3]!
  let bh = v[b]!
  let bl = v[b + 1]!
  let low = (v[a + 1]! >>> 0) + (bl >>> 0) + (words[2 * x + 1]! >>> 0)
  let ah = (v[a]! + bh + words[2 * x]! + ((low / carry) | 0)) | 0
  let al = low | 0
  let dh = v[d + 1]! ^ al
  let dl = v[d]! ^ ah
  low = (v[c + 1]! >>> 0) + (dl >>> 0)
  let ch = (v[c]! + dh + ((low / carry) | 0)) | 0
  let cl = low | 0
  let h = bh ^ ch
  let l = bl ^ cl
  bh = (h >>> 24) | (l << 8)
  bl = (l >>> 24) | (h << 8)
  low = (al >>> 0) + (bl >>> 0) + (words[2 * y + 1]! >>> 0)
  ah = (ah + bh + words[2 * y]! + ((low / carry) | 0)) | 0
  al = low | 0
  h = dh ^ ah
  l = dl ^ al
  dh = (h >>> 16) | (l << 16)
  dl = (l >>> 16) | (h << 16)
  low = (cl >>> 0) + (dl >>> 0)
  ch = (ch + dh + ((low / carry) | 0)) | 0
  cl = low | 0
  h = bh ^ ch
  l = bl ^ cl
  v[a] = ah
  v[a + 1] = al
  v[b] = (h << 1) | (l >>> 31)
  v[b + 1] = (l << 1) | (h >>> 31)
  v[c] = ch
  v[c + 1] = cl
  v[d] = dh
  v[d + 1] = dl
}

const carry = 2 ** 32

/** Words of 32 bits, rotated by 16, 12, 8 and 7. */
function quarter32(v: Int32Array, places: readonly number[], words: Int32Array, x: number, y: number): void {
  const at = 2 * places[0]! + 1
  const bt = 2 * places[1]! + 1
  const ct = 2 * places[2]! + 1
  const dt = 2 * places[3]! + 1
  let a = (v[at]! + v[bt]! + words[2 * x + 1]!) | 0
  let d = v[dt]! ^ a
  d = (d >>> 16) | (d << 16)
  let c = (v[ct]! + d) | 0
  let b = v[bt]! ^ c
  b = (b >>> 12) | (b << 20)
  a = (a + b + words[2 * y + 1]!) | 0
  d ^= a
  d = (d >>> 8) | (d << 24)
  c = (c + d) | 0
  b ^= c
  v[at] = a
  v[bt] = (b >>> 7) | (b << 25)
  v[ct] = c
  v[dt] = d
}

/** The sixteen words of a block. */
function readWords(bytes: Uint8Array, offset: number, bits: 64 | 32): Int32Array {
  const words = new Int32Array(32)
  const read = (at: number): number =>
    bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
  for (let i = 0; i < 16; i++) {
    const at = offset + (i * bits) / 8
    words[2 * i + 1] = read(at)
    if (bits === 64) words[2 * i] = read(at + 4)
  }
  return words
}

const vectors = new Map<number, Int32Array>()

/** The fractions of the square roots of the first eight primes, as in SHA-2. */
function initialVector(bits: 64 | 32): Int32Array {
  let vector = vectors.get(bits)
  if (vector === undefined) {
    const roots = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n].map(p => BigInt.asUintN(64, BigInt(isqrt(p << 128n))))
    vector = halves(bits === 64 ? roots : roots.map(root => root >> 32n))
    vectors.set(bits, vector)
  }
  return vector
}

/** The parameter block, word by word into the initial vector. */
function initialState({ bits, offsetSize }: Variant, p: Blake2Parameters): Int32Array {
  const size = bits / 8
  const block = new Uint8Array(size * 16)
  const view = new DataView(block.buffer)
  block[0] = p.digestSize
  block[1] = p.key.length
  block[2] = p.fanout
  block[3] = p.depth
  view.setUint32(4, p.leafSize, true)
  for (let i = 0; i < offsetSize; i++) block[8 + i] = Number((p.nodeOffset >> BigInt(8 * i)) & 255n)
  block[8 + offsetSize] = p.nodeDepth
  block[9 + offsetSize] = p.innerSize
  block.set(p.salt, size * 4)
  block.set(p.person, size * 6)
  const parameters = readWords(block, 0, bits)
  return initialVector(bits).map((half, i) => half ^ parameters[i]!)
}
