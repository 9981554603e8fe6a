/**
 * Number theory on ints: greatest common divisor, integer square root, binomials, factorials.
 *
 * Doubles where they are exact. On BigInts, products of many factors are formed as a balanced tree, so that the
 * engine multiplies numbers of like size (its multiplication is subquadratic); Newton's iteration for the root
 * starts from a root of the upper half, so that its cost is that of the last step.
 */

import { abs, floordiv, type Int, mul, normalize } from './int.ts'
import { bitLength } from './int-size.ts'

function gcdDoubles(a: number, b: number): number {
  while (b !== 0) {
    const rest = a % b
    a = b
    b = rest
  }
  return a
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)

/** `math.gcd(a, b)` */
export function gcd(a: Int, b: Int): Int {
  a = abs(a)
  b = abs(b)
  if (typeof a === 'number' && typeof b === 'number') return gcdDoubles(a, b)
  let big = BigInt(a)
  let small = BigInt(b)
  if (big < small) [big, small] = [small, big]
  while (small > SAFE) [big, small] = lehmerStep(big, small)
  if (small === 0n) return normalize(big)
  const divisor = Number(small)
  return gcdDoubles(divisor, Number(big % small))
}

/**
 * Many steps of Euclid's algorithm at once (Lehmer): the leading 52 bits of both tell the first quotients, which are
 * gathered in a 2×2 matrix of doubles and applied to the whole numbers in one go. Each quotient is taken
 * only while it is certain (Collins' condition), so the matrix is exact.
 */
function lehmerStep(a: bigint, b: bigint): [bigint, bigint] {
  const shift = BigInt(Math.max(bitLength(a) - 52, 0))
  let x = Number(a >> shift)
  let y = Number(b >> shift)
  let [a0, a1, b0, b1] = [1, 0, 0, 1]
  for (;;) {
    if (y + b0 === 0 || y + b1 === 0) break
    const quotient = Math.floor((x + a0) / (y + b0))
    if (quotient !== Math.floor((x + a1) / (y + b1))) break
    const [na, nb] = [a0 - quotient * b0, a1 - quotient * b1]
    // The matrix stays within 2^26, so that x and y, kept from it, stay certain.
    if (Math.abs(na) > 67108864 || Math.abs(nb) > 67108864) break
    ;[a0, b0, a1, b1] = [b0, na, b1, nb]
    ;[x, y] = [y, x - quotient * y]
  }
  if (a1 === 0 || b0 === 0) return [b, a % b]
  const c = BigInt(a0) * a + BigInt(a1) * b
  const d = BigInt(b0) * a + BigInt(b1) * b
  return [c, d]
}

/** `math.lcm(a, b)` */
export function lcm(a: Int, b: Int): Int {
  if (a === 0 || b === 0) return 0
  return abs(mul(floordiv(a, gcd(a, b)), b))
}

function isqrtBig(n: bigint, bits: number): bigint {
  if (bits <= 52) return BigInt(Math.floor(Math.sqrt(Number(n))))
  // The root of the upper half (an even number of bits dropped) is right to half of its bits.
  const quarter = BigInt(Math.floor((bits - 1) / 4))
  const estimate = isqrtBig(n >> (2n * quarter), bits - 2 * Number(quarter)) << quarter
  let root = (estimate + n / estimate) >> 1n
  while (root * root > n) root -= 1n
  while ((root + 1n) * (root + 1n) <= n) root += 1n
  return root
}

/** `math.isqrt(n)` for `n >= 0`. */
export function isqrt(n: Int): Int {
  if (typeof n === 'number') {
    let root = Math.floor(Math.sqrt(n))
    // The square root of a number near 2^53 may round up to the next integer.
    if (root * root > n) root--
    return root
  }
  return normalize(isqrtBig(n, bitLength(n)))
}

/** The product of `from`, `from + 1`, … `to`. */
function productOfRange(from: bigint, to: bigint): bigint {
  if (to - from < 8n) {
    let product = from
    for (let factor = from + 1n; factor <= to; factor += 1n) product *= factor
    return product
  }
  const middle = (from + to) >> 1n
  return productOfRange(from, middle) * productOfRange(middle + 1n, to)
}

/** `math.factorial(n)` for a small `n >= 0`. */
export function factorial(n: number): Int {
  if (n <= 18) {
    let product = 1
    for (let i = 2; i <= n; i++) product *= i
    return product
  }
  return normalize(productOfRange(2n, BigInt(n)))
}

/** `math.perm(n, k)` for `n >= 0` and `k >= 0`. */
export function perm(n: Int, k: number): Int {
  if (k > n) return 0
  if (k === 0) return 1
  const top = BigInt(n)
  return normalize(productOfRange(top - BigInt(k) + 1n, top))
}

function combBig(n: bigint, k: number): bigint {
  if (k === 0) return 1n
  if (k === 1) return n
  // C(n, k) = C(n, j) · C(n−j, k−j) / C(k, j): the division stays between balanced numbers.
  const j = k >> 1
  return (combBig(n, j) * combBig(n - BigInt(j), k - j)) / combBig(BigInt(k), j)
}

/** `math.comb(n, k)` for `n >= 0`, and `k >= 0` already exchanged for `n - k` where that is smaller. */
export function comb(n: Int, k: number): Int {
  if (k > n) return 0
  if (typeof n === 'number') {
    // Each partial product C(n, i) · (n−i) must be exact before it is divided.
    let result = 1
    let i = 0
    for (; i < k; i++) {
      const product = result * (n - i)
      if (product > Number.MAX_SAFE_INTEGER) break
      result = product / (i + 1)
    }
    if (i === k) return result
  }
  return normalize(combBig(BigInt(n), k))
}
