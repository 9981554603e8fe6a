/**
 * The gamma function, its logarithm, and the error function.
 *
 * Gamma by Lanczos' approximation with the coefficients that Boost and CPython use (13 terms, g = 6.0246…), in the
 * arrangement of Modules/mathmodule.c, which corrects for the rounding of the power's base. The error
 * function by its series near zero and a continued fraction further out.
 */

import { cos, exp, log, pow, sin } from './double-double.ts'
import { productError } from './float-math.ts'

const NUMERATOR = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.2653952235, 8071.672002365816, 210.82427775157936,
  2.5066282746310002,
]
const DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
]
const G = 6.02468004077673
const G_MINUS_HALF = 5.52468004077673
const LOG_PI = 1.1447298858494002

function lanczosSum(x: number): number {
  let numerator = 0
  let denominator = 0
  if (x < 5) {
    for (let i = 12; i >= 0; i--) {
      numerator = numerator * x + NUMERATOR[i]!
      denominator = denominator * x + DENOMINATOR[i]!
    }
  } else {
    for (let i = 0; i < 13; i++) {
      numerator = numerator / x + NUMERATOR[i]!
      denominator = denominator / x + DENOMINATOR[i]!
    }
  }
  return numerator / denominator
}

/** sin(πx), accurate near integers. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2
  const n = Math.round(2 * y)
  let r: number
  if (n === 0 || n === 4) r = sin(Math.PI * (n === 0 ? y : y - 2))
  else if (n === 1) r = cos(Math.PI * (y - 0.5))
  else if (n === 2) r = sin(Math.PI * (1 - y))
  else r = -cos(Math.PI * (y - 1.5))
  return x < 0 ? -r : r
}

function factorialBelow(n: number): number {
  let product = 1
  for (let i = 2; i < n; i++) product *= i
  return product
}

/** `math.gamma`: NaN at the poles (a domain error), ±Infinity where the result is too large. */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) return x === -Infinity ? Number.NaN : x
  if (x === 0) return Number.NaN
  if (Number.isInteger(x)) {
    if (x < 0) return Number.NaN
    if (x <= 23) return factorialBelow(x)
  }
  const magnitude = Math.abs(x)
  if (magnitude < 1e-20) return 1 / x
  if (magnitude > 200) return x < 0 ? 0 / sinPi(x) : Infinity
  const y = magnitude + G_MINUS_HALF
  // What rounding took from y.
  const lost = magnitude > G_MINUS_HALF ? y - magnitude - G_MINUS_HALF : y - G_MINUS_HALF - magnitude
  const z = (lost * G) / y
  const powers =
    magnitude < 140 ? [pow(y, magnitude - 0.5)] : [pow(y, magnitude / 2 - 0.25), pow(y, magnitude / 2 - 0.25)]
  let result: number
  if (x < 0) {
    result = ((-Math.PI / sinPi(magnitude) / magnitude) * exp(y)) / lanczosSum(magnitude)
    result -= z * result
    for (const power of powers) result /= power
  } else {
    result = lanczosSum(magnitude) / exp(y)
    result += z * result
    for (const power of powers) result *= power
  }
  return result
}

/** `math.lgamma`: Infinity at the poles, which for finite x is a domain error. */
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Infinity : 0
  const magnitude = Math.abs(x)
  if (magnitude < 1e-20) return -log(magnitude)
  let result = log(lanczosSum(magnitude)) - G
  result += (magnitude - 0.5) * (log(magnitude + G - 0.5) - 1)
  if (x < 0) result = LOG_PI - log(Math.abs(sinPi(magnitude))) - log(magnitude) - result
  return result
}

const SQRT_PI = 1.772453850905516

/** e^(−x²), with what rounding takes from the square put back. */
function expOfMinusSquare(x: number): number {
  const square = x * x
  return exp(-square) * (1 - productError(x, x, square))
}

function erfSeries(x: number): number {
  const square = x * x
  let sum = 0
  for (let k = 25.5; k > 0.6; k--) sum = 2 + (square * sum) / k
  return (sum * x * expOfMinusSquare(x)) / SQRT_PI
}

function erfcFraction(x: number): number {
  if (x >= 30) return 0
  const square = x * x
  let a = 0
  let da = 0.5
  let [p, pBefore] = [1, 0]
  let [q, qBefore] = [da + square, 1]
  for (let i = 0; i < 50; i++) {
    a += da
    da += 2
    const b = da + square
    ;[p, pBefore] = [b * p - a * pBefore, p]
    ;[q, qBefore] = [b * q - a * qBefore, q]
  }
  return ((p / q) * x * expOfMinusSquare(x)) / SQRT_PI
}

export function erf(x: number): number {
  if (Number.isNaN(x)) return x
  const magnitude = Math.abs(x)
  if (magnitude < 1.5) return erfSeries(x)
  const complement = erfcFraction(magnitude)
  return x > 0 ? 1 - complement : complement - 1
}

export function erfc(x: number): number {
  if (Number.isNaN(x)) return x
  const magnitude = Math.abs(x)
  if (magnitude < 1.5) return 1 - erfSeries(x)
  const complement = erfcFraction(magnitude)
  return x > 0 ? complement : 2 - complement
}
