/**
 * Elementary functions to one rounding: exp, log, pow, sin, cos, tan and their inverses.
 *
 * Engines' own versions are off by one in the last place for one argument in ten or twenty, and differ among each
 * other; CPython's C library rounds nearly always correctly, and Python prints all digits. So the results are
 * computed here to 22 digits or more, as the unevaluated sum of two doubles, and rounded once: one result in millions is then
 * on the wrong side. The tables have all the thirty digits that there are.
 *
 * Rule of thumb: the engine's answer is the start; one step of correction with a doubled-precision inverse makes it
 * good. What doubled precision needs as a base (exp; sine and cosine) comes from a table and a short series.
 *
 * Hot. Pairs are returned as the high part, the low part in `low`, so that nothing is allocated.
 */

const SPLIT = 134217729

/** The low part of the pair that the last function returned. */
let low = 0

function sum(a: number, b: number): number {
  const s = a + b
  const z = s - a
  low = a - (s - z) + (b - z)
  return s
}

/** The sum where |a| ≥ |b|. */
function fastSum(a: number, b: number): number {
  const s = a + b
  low = b - (s - a)
  return s
}

function product(a: number, b: number): number {
  const p = a * b
  let t = SPLIT * a
  const ah = t - (t - a)
  const al = a - ah
  t = SPLIT * b
  const bh = t - (t - b)
  const bl = b - bh
  low = al * bl - (p - ah * bh - al * bh - ah * bl)
  return p
}

function addPairs(ah: number, al: number, bh: number, bl: number): number {
  const s = sum(ah, bh)
  return fastSum(s, low + al + bl)
}

function multiplyPairs(ah: number, al: number, bh: number, bl: number): number {
  const p = product(ah, bh)
  return fastSum(p, low + (ah * bl + al * bh))
}

function dividePairs(ah: number, al: number, bh: number, bl: number): number {
  const q = ah / bh
  const back = multiplyPairs(q, 0, bh, bl)
  const backLow = low
  return fastSum(q, (ah - back - backLow + al) / bh)
}

/** The high part again, with `low` set to the low part: pairs that were kept aside come back through this. */
function pair(high: number, lower: number): number {
  low = lower
  return high
}

// ln 2 / 64 in three parts of which two have 32 bits, so that small multiples of them are exact.
const LN2_STEP_1 = 0.01083042469326756
const LN2_STEP_2 = 2.9815858263172973e-12
const LN2_STEP_3 = 6.679961858980702e-22
const LN2_LOW = 2.3190468138462996e-17
const PER_LN2 = 64 / Math.LN2

// 1/k! as pairs.
const INVERSE_HIGH = [1, 1, 0.5, 1 / 6, 1 / 24, 1 / 120]
const INVERSE_LOW = [0, 0, 0, 9.25185853854297e-18, 2.3129646346357427e-18, 1.1564823173178714e-19]

/** e^r for a pair of at most ln 2 / 128: from the cube on a double is precise enough, to 2^−78. */
function expNearZero(rh: number, rl: number): number {
  const square = product(rh, rh)
  const squareLow = low
  const tail =
    rh * square * (1 / 6 + rh * (1 / 24 + rh * (1 / 120 + rh * (1 / 720 + rh * (1 / 5040 + rh * (1 / 40320))))))
  const first = fastSum(rh, 0.5 * square)
  const lower = low + (tail + (0.5 * squareLow + (rl + rh * rl)))
  const high = fastSum(1, first)
  return fastSum(high, low + lower)
}

/** The same with all digits, and for arguments of twice the size. */
function expSeries(rh: number, rl: number): number {
  let high = 1 / 720 + rh * (1 / 5040 + rh * (1 / 40320 + rh * (1 / 362880 + rh * (1 / 3628800 + rh / 39916800))))
  let lower = 0
  for (let k = 5; k >= 0; k--) {
    high = multiplyPairs(high, lower, rh, rl)
    high = addPairs(INVERSE_HIGH[k]!, INVERSE_LOW[k]!, high, low)
    lower = low
  }
  return pair(high, lower)
}

/** 2^(j/64) as pairs, made when first needed. */
let powersHigh: Float64Array | null = null
const powersLow = new Float64Array(64)

function makePowers(): Float64Array {
  const powers = new Float64Array(64)
  powers[0] = 1
  const stepHigh = expSeries(Math.LN2 / 64, LN2_LOW / 64)
  const stepLow = low
  for (let j = 1; j < 64; j++) {
    powers[j] = multiplyPairs(powers[j - 1]!, powersLow[j - 1]!, stepHigh, stepLow)
    powersLow[j] = low
  }
  return (powersHigh = powers)
}

/** A double's bits: a power of two and a split without calls of `Math.pow` and `Math.log2`, which cost more than the rest. */
const bits = new DataView(new ArrayBuffer(8))

/** 2^n, for normal numbers. */
export function powerOfTwo(n: number): number {
  bits.setInt32(0, (n + 1023) << 20)
  bits.setInt32(4, 0)
  return bits.getFloat64(0)
}

/** e^(h+l) as a pair without its power of two, which is left in `exponent`. */
let exponent = 0
function expPair(h: number, l: number): number {
  const powers = powersHigh ?? makePowers()
  const n = Math.round(h * PER_LN2)
  const rest = sum(h - n * LN2_STEP_1, -n * LN2_STEP_2)
  const r = fastSum(rest, low + l - n * LN2_STEP_3)
  const series = expNearZero(r, low)
  const j = n & 63
  exponent = (n - j) / 64
  return multiplyPairs(powers[j]!, powersLow[j]!, series, low)
}

/** 1/(2k+1) as pairs. */
const ODD_HIGH = [1, 1 / 3, 1 / 5, 1 / 7, 1 / 9]
const ODD_LOW = ODD_HIGH.map((_, k) => {
  dividePairs(1, 0, 2 * k + 1, 0)
  return low
})

/** log(1+f) for |f| up to 1/64, by the series of the area tangent. */
function logNearOne(f: number): number {
  const denominator = sum(2, f)
  const s = dividePairs(f, 0, denominator, low)
  const sLow = low
  const square = multiplyPairs(s, sLow, s, sLow)
  const squareLow = low
  let high = 1 / 11 + square * (1 / 13 + square * (1 / 15 + square / 17))
  let lower = 0
  for (let k = 4; k >= 0; k--) {
    high = multiplyPairs(high, lower, square, squareLow)
    high = addPairs(ODD_HIGH[k]!, ODD_LOW[k]!, high, low)
    lower = low
  }
  high = multiplyPairs(high, lower, s, sLow)
  return pair(2 * high, 2 * low)
}

/** The natural logarithm of a positive finite double as a pair. */
function logPair(x: number): number {
  let power = 0
  let m = x
  if (m < 2.2250738585072014e-308) {
    m *= 2 ** 54
    power = -54
  }
  bits.setFloat64(0, m)
  const high32 = bits.getInt32(0)
  // Between √½ and √2.
  const scaleBits = (high32 - 0x3fe6a09e) >> 20
  bits.setInt32(0, high32 - (scaleBits << 20))
  m = bits.getFloat64(0)
  power += scaleBits
  let high: number
  if (Math.abs(m - 1) < 0.015625) high = logNearOne(m - 1)
  else {
    const start = Math.log(m)
    const inverse = expPair(-start, 0)
    const unit = powerOfTwo(exponent)
    const ratio = multiplyPairs(inverse * unit, low * unit, m, 0)
    const d = ratio - 1 + low
    high = fastSum(start, d - (d * d) / 2)
  }
  if (power === 0) return high
  const lower = low
  const whole = multiplyPairs(Math.LN2, LN2_LOW, power, 0)
  return addPairs(whole, low, high, lower)
}

/** The pair times 2^exponent as a double, or NaN where the result is not a normal number. */
function scaled(high: number): number {
  if (exponent < -1020 || exponent > 1022) return Number.NaN
  return high * powerOfTwo(exponent)
}

export function exp(x: number): number {
  // Beyond, results may be subnormal or overflow.
  if (!(Math.abs(x) < 700)) return Math.exp(x)
  if (x === 0) return 1
  return scaled(expPair(x, 0))
}

export function exp2(x: number): number {
  if (Number.isInteger(x)) return x >= -1074 && x <= 1023 ? 2 ** x : x > 0 ? Infinity : 0
  return pow(2, x)
}

function isOrdinary(x: number): boolean {
  return x > 0 && x < Infinity
}

/** NaN for negative arguments, −Infinity for zero: errors that the caller names. */
export function log(x: number): number {
  return isOrdinary(x) && x !== 1 ? logPair(x) : Math.log(x)
}

export function log2(x: number): number {
  if (!isOrdinary(x) || x === 1) return Math.log2(x)
  const high = logPair(x)
  return multiplyPairs(high, low, Math.LOG2E, 2.0355273740931033e-17)
}

/** CPython's C library is itself no better than the engine here, and mostly agrees with it. */
export function log10(x: number): number {
  return Math.log10(x)
}

/** x^n for a whole n from 2 to 32 by multiplication: exact where the result is, ties included. */
function powWhole(x: number, n: number): number {
  let high = 1
  let lower = 0
  let baseHigh = x
  let baseLow = 0
  for (let rest = n; rest > 0; rest >>= 1) {
    if (rest & 1) {
      high = multiplyPairs(high, lower, baseHigh, baseLow)
      lower = low
    }
    if (rest > 1) {
      baseHigh = multiplyPairs(baseHigh, baseLow, baseHigh, baseLow)
      baseLow = low
    }
  }
  return pair(high, lower)
}

/** x^(n + ½): the power of x times its root, which has a pair of its own. */
function powHalf(x: number, y: number): number {
  const size = y < 0 ? -y : y
  const root = Math.sqrt(x)
  const square = product(root, root)
  const rootLow = (x - square - low) / (2 * root)
  let high = size > 1 ? powWhole(x, Math.floor(size)) : pair(1, 0)
  high = multiplyPairs(high, low, root, rootLow)
  return y < 0 ? dividePairs(1, 0, high, low) : high
}

/** `x ** y` with JavaScript's special values; the engine answers where a result or argument is not an ordinary number. */
export function pow(x: number, y: number): number {
  if (y === 2) return x * x
  if (y === 1) return x
  if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0 || y === 0) return x ** y
  if (y === -1) return 1 / x
  const whole = Number.isInteger(y)
  if (x < 0 && !whole) return Number.NaN
  const magnitude = x < 0 ? -x : x
  if (y === 0.5) return Math.sqrt(x)
  if (magnitude === 1) return x ** y
  const rough = x ** y
  const size = rough < 0 ? -rough : rough
  // Near the ends of the range the pairs would lose their low parts.
  if (!(size > 1e-280 && size < 1e300)) return rough
  if (whole && y > 0 && y <= 32) return powWhole(x, y)
  if (whole && y < 0 && y >= -32) {
    const high = powWhole(x, -y)
    return dividePairs(1, 0, high, low)
  }
  const halves = y * 2
  const isOrdinary = magnitude > 1e-280 && magnitude < 1e300
  if (Number.isInteger(halves) && halves <= 16 && halves >= -16 && isOrdinary) return powHalf(x, y)
  const logHigh = logPair(magnitude)
  const power = multiplyPairs(logHigh, low, y, 0)
  const result = scaled(expPair(power, low))
  return rough < 0 ? -result : result
}

// π/32 in four parts, the first two of 33 bits.
const ANGLE_1 = 0.09817477042088285
const ANGLE_2 = 3.798187816439979e-12
const ANGLE_3 = 1.2639164054974691e-22
const ANGLE_4 = 6.303658772420302e-39
const PER_ANGLE = 32 / Math.PI
/** Up to here multiples of the first parts are exact. */
const LARGEST_ANGLE = 100000

// Sine and cosine of j·π/32 as pairs.
let sineHigh: Float64Array | null = null
const sineLow = new Float64Array(80)

/** The sines of 80 steps; the cosine of j is the sine of j + 16. */
function makeSines(): Float64Array {
  const sines = new Float64Array(80)
  let [sinHigh, sinLow, cosHigh, cosLow] = [0, 0, 1, 0]
  // Taylor's series for one step, in pairs.
  let termHigh = 1
  let termLow = 0
  const stepHigh = sum(ANGLE_1, ANGLE_2)
  const stepLow = low + ANGLE_3
  for (let k = 1; k < 24; k++) {
    termHigh = multiplyPairs(termHigh, termLow, stepHigh, stepLow)
    termHigh = dividePairs(termHigh, low, k, 0)
    termLow = low
    const sign = k & 2 ? -1 : 1
    if (k & 1) {
      sinHigh = addPairs(sinHigh, sinLow, sign * termHigh, sign * termLow)
      sinLow = low
    } else {
      cosHigh = addPairs(cosHigh, cosLow, sign * termHigh, sign * termLow)
      cosLow = low
    }
  }
  const cosines = [1]
  const cosinesLow = [0]
  for (let j = 1; j <= 16; j++) {
    const [s, sl, c, cl] = [sines[j - 1]!, sineLow[j - 1]!, cosines[j - 1]!, cosinesLow[j - 1]!]
    const a = multiplyPairs(s, sl, cosHigh, cosLow)
    const aLow = low
    const b = multiplyPairs(c, cl, sinHigh, sinLow)
    sines[j] = addPairs(a, aLow, b, low)
    sineLow[j] = low
    const d = multiplyPairs(c, cl, cosHigh, cosLow)
    const dLow = low
    const e = multiplyPairs(s, sl, sinHigh, sinLow)
    cosines.push(addPairs(d, dLow, -e, -low))
    cosinesLow.push(low)
  }
  sines[16] = 1
  sineLow[16] = 0
  for (let j = 17; j < 80; j++) {
    const mirrored = j <= 32 ? 32 - j : j - 32
    const sign = j <= 32 ? 1 : -1
    const from = j <= 64 ? (mirrored <= 16 ? mirrored : 32 - mirrored) : j - 64
    sines[j] = (j <= 64 ? sign : 1) * sines[from]!
    sineLow[j] = (j <= 64 ? sign : 1) * sineLow[from]!
  }
  return (sineHigh = sines)
}

/** The sine of x plus `quarter` right angles, |x| at most LARGEST_ANGLE, as a pair. */
function sinePair(x: number, xLow: number, quarter: number): number {
  const sines = sineHigh ?? makeSines()
  const k = Math.round(x * PER_ANGLE)
  const first = sum(x - k * ANGLE_1, -k * ANGLE_2)
  const firstLow = low
  const third = product(-k, ANGLE_3)
  const r = addPairs(first, firstLow, third, low - k * ANGLE_4 + xLow)
  const rLow = low
  // sin r = r + tail; cos r = 1 − r²/2 + …
  const square = product(r, r)
  const squareLow = low + 2 * r * rLow
  const tail = r * square * (-1 / 6 + square * (1 / 120 + square * (-1 / 5040 + square / 362880)))
  const cosTail = square * square * (1 / 24 + square * (-1 / 720 + square / 40320))
  const sinR = fastSum(r, rLow + tail)
  const sinRLow = low
  const cosR = sum(1, -0.5 * square)
  const cosRLow = low - 0.5 * squareLow + cosTail
  const j = (k + 16 * quarter) & 63
  const a = multiplyPairs(sines[j]!, sineLow[j]!, cosR, cosRLow)
  const aLow = low
  const b = multiplyPairs(sines[j + 16]!, sineLow[j + 16]!, sinR, sinRLow)
  return addPairs(a, aLow, b, low)
}

function isSmallAngle(x: number): boolean {
  const magnitude = x < 0 ? -x : x
  return magnitude > 1e-8 && magnitude <= LARGEST_ANGLE
}

export function sin(x: number): number {
  return isSmallAngle(x) ? sinePair(x, 0, 0) : Math.sin(x)
}

export function cos(x: number): number {
  return isSmallAngle(x) ? sinePair(x, 0, 1) : Math.cos(x)
}

export function tan(x: number): number {
  if (!isSmallAngle(x)) return Math.tan(x)
  const s = sinePair(x, 0, 0)
  const sLow = low
  const c = sinePair(x, 0, 1)
  return dividePairs(s, sLow, c, low)
}

/** start + (y·cos start − x·sin start) / (x·cos start + y·sin start), for start near the angle of (x, y). */
function corrected(start: number, y: number, x: number): number {
  const s = sinePair(start, 0, 0)
  const sLow = low
  const c = sinePair(start, 0, 1)
  const cLow = low
  const a = multiplyPairs(c, cLow, y, 0)
  const aLow = low
  const b = multiplyPairs(s, sLow, x, 0)
  const across = addPairs(a, aLow, -b, -low)
  return start + across / (x * c + y * s)
}

export function atan(x: number): number {
  const magnitude = x < 0 ? -x : x
  if (!(magnitude > 1e-7 && magnitude < 1e15)) return Math.atan(x)
  return corrected(Math.atan(x), x, 1)
}

export function atan2(y: number, x: number): number {
  const start = Math.atan2(y, x)
  const [a, b] = [Math.abs(y), Math.abs(x)]
  const ratio = a / b
  // Only where products neither overflow nor lose their low parts.
  if (!(ratio > 1e-7 && ratio < 1e7 && a > 1e-100 && a < 1e100)) return start
  return corrected(start, y, x)
}

export function asin(x: number): number {
  const magnitude = x < 0 ? -x : x
  if (!(magnitude > 1e-7 && magnitude < 1)) return Math.asin(x)
  const start = Math.asin(x)
  const s = sinePair(start, 0, 0)
  const off = x - s - low
  return start + off / sinePair(start, 0, 1)
}

export function acos(x: number): number {
  const magnitude = x < 0 ? -x : x
  if (!(magnitude > 1e-7 && magnitude < 1)) return Math.acos(x)
  const start = Math.acos(x)
  const c = sinePair(start, 0, 1)
  const off = c - x + low
  return start + off / sinePair(start, 0, 0)
}

/** As the C library has it: from one exponential, itself rounded. */
export function cosh(x: number): number {
  const magnitude = x < 0 ? -x : x
  if (!(magnitude > 0.35 && magnitude < 22)) return Math.cosh(x)
  const e = exp(magnitude)
  return 0.5 * e + 0.5 / e
}
