/**
 * What `math` needs beyond the engine's functions: exact sums and products, scaling, neighbours, remainders.
 *
 * Products are split exactly into a rounded part and its error (Dekker), sums likewise (Knuth); a few such pairs
 * carry more than twice a double's precision. Failures come back as the words of their kind.
 */

import { pow, powerOfTwo } from './double-double.ts'
import { exactParts } from './float-digits.ts'
import { floatFromScaled } from './float-parse.ts'
import type { Int } from './int.ts'
import { bitLength } from './int-size.ts'

const SPLIT = 134217729

/** The error of the rounded product x·y: x·y = product + error exactly (no overflow, no underflow). */
export function productError(x: number, y: number, product: number): number {
  let t = SPLIT * x
  const xHigh = t - (t - x)
  const xLow = x - xHigh
  t = SPLIT * y
  const yHigh = t - (t - y)
  const yLow = y - yHigh
  return xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow)
}

/** The error of the rounded sum. */
export function sumError(x: number, y: number, sum: number): number {
  const z = sum - x
  return x - (sum - z) + (y - z)
}

export type FsumFailure = 'overflow' | 'inf minus inf'

/** `math.fsum`: the exact sum, rounded once (Shewchuk). `overflow`: "intermediate overflow in fsum"; the other: "-inf + inf in fsum". */
export function fsum(values: Iterable<number>): number | FsumFailure {
  const partials: number[] = []
  let special = 0
  let infinities = 0
  for (const value of values) {
    let x = value
    let count = 0
    for (let i = 0; i < partials.length; i++) {
      let y = partials[i]!
      if (Math.abs(x) < Math.abs(y)) {
        const swap = x
        x = y
        y = swap
      }
      const high = x + y
      const low = y - (high - x)
      if (low !== 0) partials[count++] = low
      x = high
    }
    if (!Number.isFinite(x)) {
      if (Number.isFinite(value)) return 'overflow'
      if (!Number.isNaN(value)) infinities += value
      special += value
      count = 0
    } else if (x !== 0) partials[count++] = x
    // To set a length takes longer than all the rest, and it seldom changes.
    if (count < partials.length) partials.length = count
  }
  if (special !== 0) return Number.isNaN(infinities) ? 'inf minus inf' : special
  return roundPartials(partials)
}

/** The partials do not overlap; the sum of the largest decides, and the next ones settle a tie. */
function roundPartials(partials: readonly number[]): number {
  let n = partials.length
  if (n === 0) return 0
  let high = partials[--n]!
  let low = 0
  while (n > 0) {
    const x = high
    const y = partials[--n]!
    high = x + y
    low = y - (high - x)
    if (low !== 0) break
  }
  if (n > 0 && ((low < 0 && partials[n - 1]! < 0) || (low > 0 && partials[n - 1]! > 0))) {
    const y = low * 2
    const x = high + y
    if (y === x - high) high = x
  }
  return high
}

/** As vector_norm (Modules/mathmodule.c): the root of the sum of squares, scaled, compensated and corrected once. */
export function vectorNorm(values: readonly number[]): number {
  let max = 0
  let nan = false
  for (const value of values) {
    const magnitude = Math.abs(value)
    if (magnitude > max) max = magnitude
    if (Number.isNaN(value)) nan = true
  }
  if (max === Infinity) return Infinity
  if (nan) return Number.NaN
  if (max === 0 || values.length === 1) return max
  const exponent = exponentOf(max)
  if (exponent < -1021) {
    const tiny = 2 ** -1022
    return tiny * vectorNorm(values.map(value => value / tiny))
  }
  let sum = 1
  let errors1 = 0
  let errors2 = 0
  for (let i = 0; i < values.length; i++) {
    // In two steps, because a scale for the largest values alone would be subnormal.
    const x = ldexp(values[i]!, -exponent)
    const square = x * x
    const next = sum + square
    errors1 += productError(x, x, square)
    errors2 += square - (next - sum)
    sum = next
  }
  const root = Math.sqrt(sum - 1 + (errors1 + errors2))
  const square = -root * root
  errors1 += productError(-root, root, square)
  errors2 += square - (sum + square - sum)
  const rest = sum + square - 1 + (errors1 + errors2)
  return ldexp(root + rest / (2 * root), exponent)
}

/** vectorNorm of two values. Between these bounds no square overflows, and what underflows is no part of the sum. */
export function hypotenuse(x: number, y: number): number {
  const most = Math.max(Math.abs(x), Math.abs(y))
  if (!(most < 2 ** 500 && most > 2 ** -400)) return vectorNorm([x, y])
  const xSquare = x * x
  const ySquare = y * y
  const sum = xSquare + ySquare
  const error = productError(x, x, xSquare) + productError(y, y, ySquare) + sumError(xSquare, ySquare, sum)
  const root = Math.sqrt(sum)
  const square = root * root
  return root + (sum - square - productError(root, root, square) + error) / (2 * root)
}

/** `math.sumprod` of floats, in triple length. */
export function sumprod(p: readonly number[], q: readonly number[]): number {
  let high = 0
  let low = 0
  let tiny = 0
  let plain = 0
  for (let i = 0; i < p.length; i++) {
    const product = p[i]! * q[i]!
    plain += product
    const error = productError(p[i]!, q[i]!, product)
    const sum = high + product
    const sumRest = sumError(high, product, sum)
    const lower = low + error
    const lowerRest = sumError(low, error, lower)
    const middle = lower + sumRest
    const middleRest = sumError(lower, sumRest, middle)
    high = sum
    low = middle
    tiny += lowerRest + middleRest
  }
  const result = high + (low + tiny)
  return Number.isFinite(result) ? result : plain
}

/** `math.fma`: exact, rounded once. */
export function fma(x: number, y: number, z: number): number {
  // However large the product would be.
  if (Math.abs(z) === Infinity && Number.isFinite(x) && Number.isFinite(y)) return z
  const plain = x * y + z
  if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(z)) return plain
  if (x === 0 || y === 0 || z === 0) {
    if (z !== 0) return plain
    if (x === 0 || y === 0) return plain
  }
  const a = exactParts(x)
  const b = exactParts(y)
  const c = exactParts(z)
  let product = a.mantissa * b.mantissa
  if (x < 0 !== y < 0) product = -product
  const productExponent = a.exponent + b.exponent
  const exponent = Math.min(productExponent, c.exponent)
  const addend = z < 0 ? -c.mantissa : c.mantissa
  const sum = (product << BigInt(productExponent - exponent)) + (addend << BigInt(c.exponent - exponent))
  if (sum === 0n) return z === 0 ? x * y : 0
  const magnitude = floatFromScaled(sum < 0n ? -sum : sum, exponent)
  return sum < 0n ? -magnitude : magnitude
}

/** `math.frexp`: a fraction of 0.5 up to 1 and an exponent. */
export function frexp(value: number): [fraction: number, exponent: number] {
  if (value === 0 || !Number.isFinite(value)) return [value, 0]
  const magnitude = Math.abs(value)
  if (magnitude < 2 ** -1022) {
    const [fraction, exponent] = frexp(value * 2 ** 54)
    return [fraction, exponent - 54]
  }
  const exponent = exponentOf(magnitude)
  return [ldexp(value, -exponent), exponent]
}

/** That of a positive normal number as `frexp` has it; what is smaller has −1022. */
function exponentOf(magnitude: number): number {
  view.setFloat64(0, magnitude)
  return (view.getInt32(0) >> 20) - 1022
}

const view = new DataView(new ArrayBuffer(8))

function bitsOf(value: number): bigint {
  view.setFloat64(0, value)
  return view.getBigInt64(0)
}

function fromBits(bits: bigint): number {
  view.setBigInt64(0, bits)
  return view.getFloat64(0)
}

/** value · 2^exponent, rounded once; overflow is Infinity. */
export function ldexp(value: number, exponent: number): number {
  if (value === 0 || !Number.isFinite(value)) return value
  if (exponent > 2200) exponent = 2200
  if (exponent < -2200) exponent = -2200
  if (exponent >= -1000 && exponent <= 1000) {
    // One multiplication by a power of two rounds at most once.
    return value * powerOfTwo(exponent)
  }
  if (exponent > 0) {
    // Exact as long as the result is finite, since the first factors bring it only up to the normal range.
    const result = value * 2 ** 1000
    return exponent > 2000 ? result * 2 ** 1000 * 2 ** (exponent - 2000) : result * 2 ** (exponent - 1000)
  }
  // Only the last step may become subnormal.
  const magnitude = Math.abs(value)
  const result =
    magnitude >= 2 ** -20 ? scaleDown(magnitude, exponent) : scaleDown(magnitude * 2 ** 1000, exponent - 1000)
  return value < 0 ? -result : result
}

function scaleDown(magnitude: number, exponent: number): number {
  while (exponent < -1000 && magnitude >= 2 ** -20) {
    magnitude *= 2 ** -1000
    exponent += 1000
  }
  return exponent < -1074
    ? magnitude * 2 ** -537 * 2 ** -537 * 2 ** Math.max(exponent + 1074, -1074)
    : magnitude * 2 ** exponent
}

/** `math.modf`: both parts have the sign of the value. */
export function modf(value: number): [fraction: number, whole: number] {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? [value, value] : [value < 0 ? -0 : 0, value]
  const whole = Math.trunc(value)
  const fraction = value - whole
  return [fraction === 0 && (value < 0 || Object.is(value, -0)) ? -0 : fraction, whole]
}

/** `math.nextafter(x, y, steps=…)` */
export function nextAfter(x: number, y: number, steps: Int): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN
  if (steps === 0) return x
  if (x === y) return y
  const ordered = (value: number): bigint => {
    const bits = bitsOf(value === 0 ? 0 : value)
    return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits
  }
  const from = ordered(x)
  const to = ordered(y)
  const count = BigInt(steps)
  const distance = to > from ? to - from : from - to
  if (count >= distance) return y
  const target = to > from ? from + count : from - count
  if (target === 0n) return x < 0 || (x === 0 && y < 0) ? -0 : 0
  return target < 0n ? -fromBits(-target) : fromBits(target)
}

/** `math.ulp` */
export function ulp(value: number): number {
  if (Number.isNaN(value)) return value
  const magnitude = Math.abs(value)
  if (magnitude === Infinity) return magnitude
  const above = nextAfter(magnitude, Infinity, 1)
  return above === Infinity ? magnitude - nextAfter(magnitude, 0, 1) : above - magnitude
}

/** `math.remainder`: x − n·y for the integer n nearest to x/y, ties to even; NaN is the caller's domain error. */
export function remainder(x: number, y: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y)) {
    if (Number.isNaN(x)) return x
    if (Number.isNaN(y)) return y
    return x === Infinity || x === -Infinity ? Number.NaN : x
  }
  if (y === 0) return Number.NaN
  const magnitude = Math.abs(x)
  const modulus = Math.abs(y)
  const m = magnitude % modulus
  const complement = modulus - m
  let r: number
  if (m < complement) r = m
  else if (m > complement) r = -complement
  // A tie: the even multiple (the half of the rest is exact).
  else r = m - 2 * ((0.5 * (magnitude - m)) % modulus)
  return x < 0 || Object.is(x, -0) ? -r : r
}

export type PowFailure = 'zero division' | 'overflow' | 'complex'

/** `x ** y` of floats: "zero to a negative power", a result too large, or a negative base that asks for a complex result. */
export function floatPow(x: number, y: number): number | PowFailure {
  if (y === 0 || x === 1) return 1
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN
  if (y === Infinity || y === -Infinity) {
    const magnitude = Math.abs(x)
    if (magnitude === 1) return 1
    return y > 0 === magnitude > 1 ? Infinity : 0
  }
  if (x === 0 && y < 0) return 'zero division'
  if (x < 0 && Number.isFinite(x) && !Number.isInteger(y)) return 'complex'
  const result = pow(x, y)
  return Number.isFinite(x) && !Number.isFinite(result) ? 'overflow' : result
}

/** `x % y` of floats, `y` not 0: the sign of `y`, zero included. */
export function floatMod(x: number, y: number): number {
  const rest = x % y
  if (rest === 0) return y < 0 || Object.is(y, -0) ? -0 : 0
  return rest < 0 !== y < 0 ? rest + y : rest
}

/** `x // y` of floats, `y` not 0, as float_floor_div and _float_div_mod. */
export function floatFloorDiv(x: number, y: number): number {
  const rest = x % y
  let quotient = (x - rest) / y
  if (rest !== 0 && rest < 0 !== y < 0) quotient -= 1
  if (quotient === 0) return x / y < 0 || Object.is(x / y, -0) ? -0 : 0
  const floor = Math.floor(quotient)
  return quotient - floor > 0.5 ? floor + 1 : floor
}

/** An int larger than a float holds, as a float times a power of two, for its logarithm. */
export function scaledFromInt(value: bigint): { fraction: number; exponent: number } {
  const shift = Math.max(bitLength(value) - 64, 0)
  // The bits dropped are 2^-64 of the value and less.
  return { fraction: Number(value >> BigInt(shift)), exponent: shift }
}

/** `math.log` and its kin on an int above 0 of any size. */
export function logInt(value: Int, log: (x: number) => number): number {
  if (typeof value === 'number') return log(value)
  const plain = Number(value)
  if (plain !== Infinity) return log(plain)
  const { fraction, exponent } = scaledFromInt(value)
  return log(fraction) + exponent * log(2)
}
