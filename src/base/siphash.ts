/**
 * The hash of str and bytes: SipHash-1-3 keyed by PYTHONHASHSEED, as CPython's (Python/pyhash.c).
 *
 * A str is hashed over the bytes that CPython keeps it in: one, two or four for each code point, little end first, by its largest.
 * Nothing in the runtime needs this for its own dictionaries (the engine hashes strings itself); it runs when
 * Python code asks `hash()`. 64-bit words are pairs of 32-bit halves, because engines compute those in registers.
 */

import { type Int, normalize } from './int.ts'

export interface HashSecret {
  readonly k0: bigint
  readonly k1: bigint
}

/** The key for `PYTHONHASHSEED=seed`: zero means no randomization at all. */
export function hashSecretFromSeed(seed: number): HashSecret {
  if (seed === 0) return { k0: 0n, k1: 0n }
  // As lcg_urandom (Python/bootstrap_hash.c): the bytes of a linear congruential generator.
  let state = seed >>> 0
  const words: bigint[] = [0n, 0n]
  for (let i = 0; i < 16; i++) {
    state = (Math.imul(state, 214013) + 2531011) >>> 0
    words[i >> 3]! |= BigInt((state >>> 16) & 0xff) << BigInt((i & 7) * 8)
  }
  return { k0: words[0]!, k1: words[1]! }
}

// The state: four 64-bit words as halves.
let v0h = 0
let v0l = 0
let v1h = 0
let v1l = 0
let v2h = 0
let v2l = 0
let v3h = 0
let v3l = 0

/** One SipRound. Sums carry by comparing unsigned halves. */
function round(): void {
  let low = (v0l + v1l) | 0
  v0h = (v0h + v1h + (low >>> 0 < v0l >>> 0 ? 1 : 0)) | 0
  v0l = low
  let high = (v1h << 13) | (v1l >>> 19)
  v1l = ((v1l << 13) | (v1h >>> 19)) ^ v0l
  v1h = high ^ v0h
  high = v0l
  v0l = v0h
  v0h = high

  low = (v2l + v3l) | 0
  v2h = (v2h + v3h + (low >>> 0 < v2l >>> 0 ? 1 : 0)) | 0
  v2l = low
  high = (v3h << 16) | (v3l >>> 16)
  v3l = ((v3l << 16) | (v3h >>> 16)) ^ v2l
  v3h = high ^ v2h

  low = (v0l + v3l) | 0
  v0h = (v0h + v3h + (low >>> 0 < v0l >>> 0 ? 1 : 0)) | 0
  v0l = low
  high = (v3h << 21) | (v3l >>> 11)
  v3l = ((v3l << 21) | (v3h >>> 11)) ^ v0l
  v3h = high ^ v0h

  low = (v2l + v1l) | 0
  v2h = (v2h + v1h + (low >>> 0 < v2l >>> 0 ? 1 : 0)) | 0
  v2l = low
  high = (v1h << 17) | (v1l >>> 15)
  v1l = ((v1l << 17) | (v1h >>> 15)) ^ v2l
  v1h = high ^ v2h
  high = v2l
  v2l = v2h
  v2h = high
}

function begin(secret: HashSecret): void {
  const k0h = Number(secret.k0 >> 32n) | 0
  const k0l = Number(secret.k0 & 0xffffffffn) | 0
  const k1h = Number(secret.k1 >> 32n) | 0
  const k1l = Number(secret.k1 & 0xffffffffn) | 0
  v0h = k0h ^ 0x736f6d65
  v0l = k0l ^ 0x70736575
  v1h = k1h ^ 0x646f7261
  v1l = k1l ^ 0x6e646f6d
  v2h = k0h ^ 0x6c796765
  v2l = k0l ^ 0x6e657261
  v3h = k1h ^ 0x74656462
  v3l = k1l ^ 0x79746573
}

/** SipHash-1-3 of bytes, as the 64 bits. */
export function siphash13(secret: HashSecret, bytes: Uint8Array): bigint {
  begin(secret)
  const length = bytes.length
  const whole = length - (length % 8)
  let i = 0
  for (; i < whole; i += 8) {
    const low = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)
    const high = bytes[i + 4]! | (bytes[i + 5]! << 8) | (bytes[i + 6]! << 16) | (bytes[i + 7]! << 24)
    absorb(high, low)
  }
  let low = 0
  let high = (length & 0xff) << 24
  for (let shift = 0; i < length; i++, shift += 8) {
    if (shift < 32) low |= bytes[i]! << shift
    else high |= bytes[i]! << (shift - 32)
  }
  absorb(high, low)
  v2l ^= 0xff
  round()
  round()
  round()
  const resultHigh = v0h ^ v1h ^ v2h ^ v3h
  const resultLow = v0l ^ v1l ^ v2l ^ v3l
  return (BigInt(resultHigh >>> 0) << 32n) | BigInt(resultLow >>> 0)
}

function absorb(high: number, low: number): void {
  v3h ^= high
  v3l ^= low
  round()
  v0h ^= high
  v0l ^= low
}

/** `hash(bytes)` */
export function hashBytes(secret: HashSecret, bytes: Uint8Array): Int {
  if (bytes.length === 0) return 0
  const hash = BigInt.asIntN(64, siphash13(secret, bytes))
  return hash === -1n ? -2 : normalize(hash)
}

/** The bytes in which CPython keeps a str of these code points. */
function bytesOfPoints(points: ArrayLike<number>): Uint8Array {
  let largest = 0
  for (let i = 0; i < points.length; i++) if (points[i]! > largest) largest = points[i]!
  if (largest < 256) return Uint8Array.from(points)
  const width = largest < 65536 ? 2 : 4
  const bytes = new Uint8Array(points.length * width)
  for (let i = 0; i < points.length; i++) {
    const point = points[i]!
    for (let j = 0; j < width; j++) bytes[i * width + j] = point >>> (8 * j)
  }
  return bytes
}

/** `hash(str)`: a string without surrogates, or the code points of one that has them. */
export function hashStr(secret: HashSecret, text: string | ArrayLike<number>): Int {
  if (typeof text !== 'string') return hashBytes(secret, bytesOfPoints(text))
  const units = new Array<number>(text.length)
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i)
  return hashBytes(secret, bytesOfPoints(units))
}
