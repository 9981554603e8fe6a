/**
 * BLAKE2b and BLAKE2s (RFC 7693) with key, salt, personalization and the parameters of tree hashing.
 *
 * One program serves both: words of 64 or 32 bits as BigInts. The last block is marked, so a full one waits until
 * more input shows that it is not the last.
 */

import { isqrt } from '../int-theory.ts'
import { BlockHash } from './block-hash.ts'

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
  readonly rotations: readonly [bigint, bigint, bigint, bigint]
  /** The bytes of the node offset, of which BLAKE2b's last eight are its own. */
  readonly offsetSize: number
}

const VARIANTS: Readonly<Record<'b' | 's', Variant>> = {
  b: { bits: 64, rounds: 12, rotations: [32n, 24n, 16n, 63n], offsetSize: 8 },
  s: { bits: 32, rounds: 10, rotations: [16n, 12n, 8n, 7n], offsetSize: 6 },
}

/** Which words of the block each round takes, in hexadecimal digits. */
const SIGMA: readonly string[] = [
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
]
/** The quarter rounds: four columns, then four diagonals. */
const QUARTERS = ['048c', '159d', '26ae', '37bf', '05af', '16bc', '278d', '349e'].map(text =>
  Array.from(text, digit => Number.parseInt(digit, 16)),
)

export class Blake2 extends BlockHash {
  readonly #kind: 'b' | 's'
  readonly #variant: Variant
  readonly #parameters: Blake2Parameters
  readonly #state: bigint[]
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
    for (let i = 0; i < 8; i++) to.#state[i] = this.#state[i]!
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
    const { bits, rounds, rotations } = this.#variant
    const words = readWords(block, offset, bits)
    const ones = (1n << BigInt(bits)) - 1n
    const h = this.#state
    const v = [...h, ...initialVector(bits)]
    v[12]! ^= this.#counter & ones
    v[13]! ^= (this.#counter >> BigInt(bits)) & ones
    if (last) v[14]! ^= ones
    if (last && this.#parameters.lastNode) v[15]! ^= ones
    for (let round = 0; round < rounds; round++) {
      const sigma = SIGMA[round % 10]!
      for (let i = 0; i < 8; i++) {
        const x = words[Number.parseInt(sigma[2 * i]!, 16)]!
        const y = words[Number.parseInt(sigma[2 * i + 1]!, 16)]!
        quarter(v, QUARTERS[i]!, x, y, bits, rotations)
      }
    }
    for (let i = 0; i < 8; i++) h[i] = h[i]! ^ v[i]! ^ v[i + 8]!
  }

  protected override finish(rest: Uint8Array): Uint8Array {
    const block = new Uint8Array(this.blockSize)
    block.set(rest)
    this.#counter += BigInt(rest.length)
    this.#mix(block, 0, true)
    const size = this.#variant.bits / 8
    const result = new Uint8Array(size * 8)
    for (let i = 0; i < result.length; i++) {
      result[i] = Number((this.#state[Math.floor(i / size)]! >> BigInt((i % size) * 8)) & 255n)
    }
    return result.slice(0, this.#parameters.digestSize)
  }
}

function quarter(
  v: bigint[],
  [a, b, c, d]: readonly number[],
  x: bigint,
  y: bigint,
  bits: 64 | 32,
  [r1, r2, r3, r4]: readonly [bigint, bigint, bigint, bigint],
): void {
  const width = BigInt(bits)
  const rotate = (word: bigint, count: bigint): bigint =>
    BigInt.asUintN(bits, (word >> count) | (word << (width - count)))
  v[a!] = BigInt.asUintN(bits, v[a!]! + v[b!]! + x)
  v[d!] = rotate(v[d!]! ^ v[a!]!, r1)
  v[c!] = BigInt.asUintN(bits, v[c!]! + v[d!]!)
  v[b!] = rotate(v[b!]! ^ v[c!]!, r2)
  v[a!] = BigInt.asUintN(bits, v[a!]! + v[b!]! + y)
  v[d!] = rotate(v[d!]! ^ v[a!]!, r3)
  v[c!] = BigInt.asUintN(bits, v[c!]! + v[d!]!)
  v[b!] = rotate(v[b!]! ^ v[c!]!, r4)
}

function readWords(bytes: Uint8Array, offset: number, bits: 64 | 32): bigint[] {
  const size = bits / 8
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return Array.from({ length: 16 }, (_, i) =>
    size === 8 ? view.getBigUint64(offset + 8 * i, true) : BigInt(view.getUint32(offset + 4 * i, true)),
  )
}

const vectors = new Map<number, readonly bigint[]>()

/** The fractions of the square roots of the first eight primes, as in SHA-2. */
function initialVector(bits: 64 | 32): readonly bigint[] {
  let vector = vectors.get(bits)
  if (vector === undefined) {
    const roots = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n].map(p => BigInt.asUintN(64, BigInt(isqrt(p << 128n))))
    vector = bits === 64 ? roots : roots.map(root => root >> 32n)
    vectors.set(bits, vector)
  }
  return vector
}

/** The parameter block, word by word into the initial vector. */
function initialState({ bits, offsetSize }: Variant, p: Blake2Parameters): bigint[] {
  const size = bits / 8
  const block = new Uint8Array(size * 8)
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
  return initialVector(bits).map((word, i) => {
    const mask = bits === 64 ? view.getBigUint64(8 * i, true) : BigInt(view.getUint32(4 * i, true))
    return word ^ mask
  })
}
