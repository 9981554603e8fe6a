/**
 * Exponentials and logarithms of fixed-point numbers: bigints that count units of 2^−bits.
 *
 * Every function is right to a few units; how many bits are wanted for a number of correct digits is for the caller
 * (transcendental.ts) to say, and to check.
 */

/** atanh(1 / n) by its series. */
function inverseAtanh(n: bigint, bits: number): bigint {
  const square = n * n
  let power = (1n << BigInt(bits)) / n
  let sum = power
  for (let k = 3n; power !== 0n; k += 2n) {
    power /= square
    sum += power / k
  }
  return sum
}

let knownBits = 0
let knownLog10 = 0n

/** The natural logarithm of ten: 46 atanh(1/31) + 34 atanh(1/49) + 20 atanh(1/161). */
export function logOfTen(bits: number): bigint {
  if (bits > knownBits) {
    const guarded = bits + 64
    knownLog10 = 46n * inverseAtanh(31n, guarded) + 34n * inverseAtanh(49n, guarded) + 20n * inverseAtanh(161n, guarded)
    knownBits = guarded
  }
  return knownLog10 >> BigInt(knownBits - bits)
}

/**
 * e^x for |x| < 4. The argument is halved often enough for Taylor's series to be short, and the result squared as often; each squaring
 * doubles the relative error, for which there are guard bits.
 */
export function exponential(x: bigint, bits: number): bigint {
  const halvings = Math.floor(Math.sqrt(bits) / 2) + 4
  const wide = BigInt(bits + halvings + 16)
  // Halved and widened at once.
  const reduced = x << 16n
  const unit = 1n << wide
  let sum = unit + reduced
  let term = reduced
  for (let k = 2n; ; k++) {
    term = (term * reduced) >> wide
    term /= k
    if (term === 0n || term === -1n) break
    sum += term
  }
  for (let i = 0; i < halvings; i++) sum = (sum * sum) >> wide
  return sum >> BigInt(halvings + 16)
}

/**
 * The natural logarithm of x, 0.1 ≤ x ≤ 10. A double gives the first 50 bits, y; what is missing is the logarithm of x·e^−y, which is
 * so near to 1 that each term of the series brings a hundred bits.
 */
export function logarithm(x: bigint, bits: number): bigint {
  const shift = BigInt(bits)
  const unit = 1n << shift
  const approximate = Math.log(Number(x >> BigInt(bits - 60)) / 2 ** 60)
  const first = BigInt(Math.round(approximate * 2 ** 50)) << BigInt(bits - 50)
  const near = ((x * exponential(-first, bits)) >> shift) - unit
  const ratio = (near << shift) / (2n * unit + near)
  const square = (ratio * ratio) >> shift
  let power = ratio
  let sum = ratio
  for (let k = 3n; power !== 0n && power !== -1n; k += 2n) {
    power = (power * square) >> shift
    sum += power / k
  }
  return first + 2n * sum
}
