/**
 * CPython's hashes of numbers, tuples and frozensets (64-bit build).
 *
 * Numbers hash to their value modulo the prime P = 2^61−1, so that 2, 2.0 and 2+0j agree; fractions use the inverse
 * of their denominator, which for powers of two is a rotation of 61 bits. −1 is never a hash (C code means failure by it); −2 is
 * taken instead. The hash of NaN is its identity's and not made here. Strings are in siphash.ts.
 */

import { exactParts } from './float-digits.ts'
import { type Int, normalize } from './int.ts'

const P = (1n << 61n) - 1n
const HASH_INF = 314159
/** sys.hash_info.imag */
const IMAG_MULTIPLIER = 1000003n

export function hashInt(value: Int): Int {
  if (typeof value === 'number') return value === -1 ? -2 : value
  const magnitude = (value < 0n ? -value : value) % P
  const hash = normalize(value < 0n ? -magnitude : magnitude)
  return hash === -1 ? -2 : hash
}

/** For any float but NaN. */
export function hashFloat(value: number): Int {
  if (Number.isInteger(value)) {
    if (Number.isSafeInteger(value)) return value === -1 ? -2 : value + 0
    return hashInt(BigInt(value))
  }
  if (value === Infinity) return HASH_INF
  if (value === -Infinity) return -HASH_INF
  const { mantissa, exponent } = exactParts(value)
  // 2^61 is 1 modulo P, so only the exponent modulo 61 matters.
  const power = BigInt(((exponent % 61) + 61) % 61)
  const magnitude = (mantissa << power) % P
  const hash = normalize(value < 0 ? -magnitude : magnitude)
  return hash === -1 ? -2 : hash
}

/** From the hashes of the two parts (`identity` for a NaN part, as the caller hashes NaN). */
export function hashComplex(real: Int, imaginary: Int): Int {
  return signedHash(BigInt(real) + IMAG_MULTIPLIER * BigInt(imaginary))
}

function signedHash(bits: bigint): Int {
  const hash = BigInt.asIntN(64, bits)
  return hash === -1n ? -2 : normalize(hash)
}

const XX_PRIME_1 = 11400714785074694791n
const XX_PRIME_2 = 14029467366897019727n
const XX_PRIME_5 = 2870177450012600261n

/** As tuplehash (Objects/tupleobject.c), after xxHash, over the items' hashes. */
export function hashTuple(hashes: readonly Int[]): Int {
  return finish(accumulate(hashes) + (BigInt(hashes.length) ^ (XX_PRIME_5 ^ 3527539n)))
}

/** A slice, by its three parts: as a tuple, but for the length. */
export function hashSlice(hashes: readonly Int[]): Int {
  return finish(accumulate(hashes))
}

function accumulate(hashes: readonly Int[]): bigint {
  let accumulator = XX_PRIME_5
  for (let i = 0; i < hashes.length; i++) {
    accumulator = BigInt.asUintN(64, accumulator + BigInt.asUintN(64, BigInt(hashes[i]!)) * XX_PRIME_2)
    accumulator = BigInt.asUintN(64, (accumulator << 31n) | (accumulator >> 33n))
    accumulator = BigInt.asUintN(64, accumulator * XX_PRIME_1)
  }
  return accumulator
}

function finish(accumulator: bigint): Int {
  const hash = BigInt.asIntN(64, accumulator)
  // The one result that would mean an error in C.
  return hash === -1n ? 1546275796 : normalize(hash)
}

/** As frozenset_hash (Objects/setobject.c): independent of order, over the distinct items' hashes. */
export function hashFrozenset(hashes: Iterable<Int>): Int {
  let hash = 0n
  let count = 0n
  for (const item of hashes) {
    const bits = BigInt.asUintN(64, BigInt(item))
    // Spreads the bits, which for small ints lie close together, before they are combined.
    hash ^= BigInt.asUintN(64, (bits ^ 89869747n ^ BigInt.asUintN(64, bits << 16n)) * 3644798167n)
    count += 1n
  }
  hash ^= BigInt.asUintN(64, (count + 1n) * 1927868237n)
  hash ^= (hash >> 11n) ^ (hash >> 25n)
  hash = BigInt.asUintN(64, hash * 69069n + 907133923n)
  return hash === 0xffffffffffffffffn ? 590923713 : normalize(BigInt.asIntN(64, hash))
}

/** `range.__hash__` hashes as a tuple; a generic alias and a method combine two hashes so. */
export function xorHashes(a: Int, b: Int): Int {
  return signedHash(BigInt(a) ^ BigInt(b))
}
