/**
 * Arithmetic of complex numbers. As Objects/complexobject.c of 3.14, after Annex G of C: an operation of a complex and a real treats the real
 * as such and not as a complex with a zero imaginary part, so that signs of zeros and infinities survive; infinities that a
 * product or quotient computes as NaN are recovered.
 */
import { raise } from '../objects/exception.ts'
import { overflowErrorType, zeroDivisionErrorType } from '../objects/exception-types.ts'
import { PyComplex } from '../objects/number.ts'
import { copySign, cPow, raiseDivisionByZero } from './float-arithmetic.ts'

const isInfinite = (x: number): boolean => x === Infinity || x === -Infinity

/** ±1 for an infinity, ±0 for the rest. */
const boxedInfinity = (x: number): number => copySign(isInfinite(x) ? 1 : 0, x)
const nanToZero = (x: number): number => (Number.isNaN(x) ? copySign(0, x) : x)

export function product(z: PyComplex, w: PyComplex): PyComplex {
  const [a, b, c, d] = [z.real, z.imag, w.real, w.imag]
  const real = a * c - b * d
  const imag = a * d + b * c
  return Number.isNaN(real) && Number.isNaN(imag) ? recoveredProduct(a, b, c, d) : new PyComplex(real, imag)
}

function recoveredProduct(a: number, b: number, c: number, d: number): PyComplex {
  const overflows = isInfinite(a * c) || isInfinite(b * d) || isInfinite(a * d) || isInfinite(b * c)
  let recover = false
  if (isInfinite(a) || isInfinite(b)) {
    ;[a, b, c, d] = [boxedInfinity(a), boxedInfinity(b), nanToZero(c), nanToZero(d)]
    recover = true
  }
  if (isInfinite(c) || isInfinite(d)) {
    ;[a, b, c, d] = [nanToZero(a), nanToZero(b), boxedInfinity(c), boxedInfinity(d)]
    recover = true
  }
  if (!recover && overflows) {
    ;[a, b, c, d] = [nanToZero(a), nanToZero(b), nanToZero(c), nanToZero(d)]
    recover = true
  }
  if (!recover) return new PyComplex(Number.NaN, Number.NaN)
  return new PyComplex(Infinity * (a * c - b * d), Infinity * (a * d + b * c))
}

/** Divides numerator and denominator by the larger part of `b` first (Smith's method). */
export function quotient(a: PyComplex, b: PyComplex): PyComplex {
  const [real, imag] = smith(a.real, a.imag, b)
  if (!Number.isNaN(real) || !Number.isNaN(imag)) return new PyComplex(real, imag)
  if ((isInfinite(a.real) || isInfinite(a.imag)) && Number.isFinite(b.real) && Number.isFinite(b.imag)) {
    const [x, y] = [boxedInfinity(a.real), boxedInfinity(a.imag)]
    return new PyComplex(Infinity * (x * b.real + y * b.imag), Infinity * (y * b.real - x * b.imag))
  }
  if ((isInfinite(b.real) || isInfinite(b.imag)) && Number.isFinite(a.real) && Number.isFinite(a.imag)) {
    const [x, y] = [boxedInfinity(b.real), boxedInfinity(b.imag)]
    return new PyComplex(0 * (a.real * x + a.imag * y), 0 * (a.imag * x - a.real * y))
  }
  return new PyComplex(real, imag)
}

function smith(real: number, imag: number, b: PyComplex): [number, number] {
  if (Math.abs(b.real) >= Math.abs(b.imag)) {
    if (b.real === 0) raiseDivisionByZero()
    const ratio = b.imag / b.real
    const denominator = b.real + b.imag * ratio
    return [(real + imag * ratio) / denominator, (imag - real * ratio) / denominator]
  }
  if (Math.abs(b.imag) >= Math.abs(b.real)) {
    const ratio = b.real / b.imag
    const denominator = b.real * ratio + b.imag
    return [(real * ratio + imag) / denominator, (imag * ratio - real) / denominator]
  }
  return [Number.NaN, Number.NaN]
}

/** A real divided by a complex. */
export function quotientOfReal(a: number, b: PyComplex): PyComplex {
  let real = Number.NaN
  let imag = Number.NaN
  if (Math.abs(b.real) >= Math.abs(b.imag)) {
    if (b.real === 0) raiseDivisionByZero()
    const ratio = b.imag / b.real
    const denominator = b.real + b.imag * ratio
    real = a / denominator
    imag = (-a * ratio) / denominator
  } else if (Math.abs(b.imag) >= Math.abs(b.real)) {
    const ratio = b.real / b.imag
    const denominator = b.real * ratio + b.imag
    real = (a * ratio) / denominator
    imag = -a / denominator
  }
  const isLost = Number.isNaN(real) && Number.isNaN(imag) && Number.isFinite(a)
  if (isLost && (isInfinite(b.real) || isInfinite(b.imag)))
    return new PyComplex(0 * (a * boxedInfinity(b.real)), 0 * (-a * boxedInfinity(b.imag)))
  return new PyComplex(real, imag)
}

/** By repeated squaring; `exponent` is a positive integer. */
function integralPower(base: PyComplex, exponent: number): PyComplex {
  let result = base
  let square = base
  const rest = exponent - 1
  for (let mask = 1; rest >= mask; mask *= 2) {
    if ((rest & mask) !== 0) result = product(result, square)
    square = product(square, square)
  }
  return result
}

function generalPower(a: PyComplex, b: PyComplex): PyComplex {
  if (a.real === 0 && a.imag === 0) {
    if (b.imag !== 0 || b.real < 0) raise(zeroDivisionErrorType, 'zero to a negative or complex power')
    return new PyComplex(0, 0)
  }
  const size = hypot(a.real, a.imag)
  let length = cPow(size, b.real)
  const angle = Math.atan2(a.imag, a.real)
  let phase = angle * b.real
  if (b.imag !== 0) {
    length *= Math.exp(-angle * b.imag)
    phase += b.imag * Math.log(size)
  }
  return new PyComplex(length * Math.cos(phase), length * Math.sin(phase))
}

export function powerOfComplexes(a: PyComplex, b: PyComplex): PyComplex {
  if (b.real === 0 && b.imag === 0) return new PyComplex(1, 0)
  let result: PyComplex
  if (b.imag === 0 && b.real === Math.floor(b.real) && Math.abs(b.real) <= 100) {
    if (b.real > 0) result = integralPower(a, b.real)
    else if (a.real === 0 && a.imag === 0) raise(zeroDivisionErrorType, 'zero to a negative or complex power')
    else result = quotientOfReal(1, integralPower(a, -b.real))
  } else result = generalPower(a, b)
  if (isInfinite(result.real) || isInfinite(result.imag)) raise(overflowErrorType, 'complex exponentiation')
  return result
}

/** The length of (x, y) without overflow on the way. JavaScript's Math.hypot loses a bit too many. */
export function hypot(x: number, y: number): number {
  let large = Math.abs(x)
  let small = Math.abs(y)
  if (large === Infinity || small === Infinity) return Infinity
  if (Number.isNaN(large) || Number.isNaN(small)) return Number.NaN
  if (small > large) [large, small] = [small, large]
  if (small === 0) return large
  // Powers of two scale exactly.
  let scale = 1
  if (large > 2 ** 511) scale = 2 ** 600
  else if (small < 2 ** -459) scale = 2 ** -600
  large /= scale
  small /= scale
  if (large * 2 ** -53 > small) return large * scale
  return correctedRoot(large, small) * scale
}

/** √(x² + y²) with one step of correction by the exact residue of the squares. */
function correctedRoot(x: number, y: number): number {
  const root = Math.sqrt(x * x + y * y)
  const [xHigh, xLow] = square(x)
  const [yHigh, yLow] = square(y)
  const [rootHigh, rootLow] = square(root)
  const residue = xHigh - rootHigh + yHigh + (xLow + yLow - rootLow)
  return root + residue / (2 * root)
}

/** The square as an unevaluated sum of two doubles (Dekker). */
function square(x: number): [number, number] {
  const split = x * 134217729
  const high = split - (split - x)
  const low = x - high
  const result = x * x
  return [result, high * high - result + 2 * high * low + low * low]
}

export function absolute(z: PyComplex): number {
  const result = hypot(z.real, z.imag)
  if (result === Infinity && Number.isFinite(z.real) && Number.isFinite(z.imag))
    raise(overflowErrorType, 'absolute value too large')
  return result
}
