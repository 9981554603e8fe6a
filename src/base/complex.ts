/**
 * Complex arithmetic, text and powers as CPython 3.14's complexobject.c has them.
 *
 * 3.14 mixes modes: a real operand is not widened first, so that `2 * complex(inf, nan)` stays what it should. Products
 * and quotients that come out as nan+nanj although an operand is infinite are recomputed as C's Annex G says.
 */

import { atan2, cos, exp, log, pow, sin } from './double-double.ts'
import { hypotenuse } from './float-math.ts'
import { floatFromPlainText } from './float-parse.ts'
import { formatFloat, isNegative, PLAIN } from './float-text.ts'
import { asciiNumberText, isDecimalUnit, withoutUnderscores } from './number-text.ts'

export class Complex {
  readonly real: number
  readonly imag: number
  constructor(real: number, imag: number) {
    this.real = real
    this.imag = imag
  }
}

export function complexAdd(a: Complex, b: Complex): Complex {
  return new Complex(a.real + b.real, a.imag + b.imag)
}
export function complexSub(a: Complex, b: Complex): Complex {
  return new Complex(a.real - b.real, a.imag - b.imag)
}
export function complexNeg(a: Complex): Complex {
  return new Complex(-a.real, -a.imag)
}
/** With a float on one side. */
export function addReal(a: Complex, b: number): Complex {
  return new Complex(a.real + b, a.imag)
}
export function subReal(a: Complex, b: number): Complex {
  return new Complex(a.real - b, a.imag)
}
export function realSub(a: number, b: Complex): Complex {
  return new Complex(a - b.real, -b.imag)
}
export function mulReal(a: Complex, b: number): Complex {
  return new Complex(a.real * b, a.imag * b)
}

function isInfinite(x: number): boolean {
  return x === Infinity || x === -Infinity
}

/** ±1 for an infinity, ±0 for anything else. */
function unitOfInfinity(x: number): number {
  const unit = isInfinite(x) ? 1 : 0
  return isNegative(x) ? -unit : unit
}

/** A zero with the sign of x where x is NaN. */
function withoutNan(x: number): number {
  return Number.isNaN(x) ? 0 : x
}

export function complexMul(a: Complex, b: Complex): Complex {
  const real = a.real * b.real - a.imag * b.imag
  const imag = a.real * b.imag + a.imag * b.real
  if (!Number.isNaN(real) || !Number.isNaN(imag)) return new Complex(real, imag)
  return recoverProduct(a, b) ?? new Complex(real, imag)
}

function recoverProduct(a: Complex, b: Complex): Complex | null {
  let { real: ar, imag: ai } = a
  let { real: br, imag: bi } = b
  let recalculate = false
  if (isInfinite(ar) || isInfinite(ai)) {
    ar = unitOfInfinity(ar)
    ai = unitOfInfinity(ai)
    br = withoutNan(br)
    bi = withoutNan(bi)
    recalculate = true
  }
  if (isInfinite(br) || isInfinite(bi)) {
    br = unitOfInfinity(br)
    bi = unitOfInfinity(bi)
    ar = withoutNan(ar)
    ai = withoutNan(ai)
    recalculate = true
  }
  if (!recalculate && [ar * br, ai * bi, ar * bi, ai * br].some(isInfinite)) {
    ar = withoutNan(ar)
    ai = withoutNan(ai)
    br = withoutNan(br)
    bi = withoutNan(bi)
    recalculate = true
  }
  return recalculate ? new Complex(Infinity * (ar * br - ai * bi), Infinity * (ar * bi + ai * br)) : null
}

/** Null for a division by zero. */
export function complexDiv(a: Complex, b: Complex): Complex | null {
  const width = Math.abs(b.real)
  const height = Math.abs(b.imag)
  let real = Number.NaN
  let imag = Number.NaN
  // Smith's method: scaled by the larger part.
  if (width >= height) {
    if (width === 0) return null
    const ratio = b.imag / b.real
    const denominator = b.real + b.imag * ratio
    real = (a.real + a.imag * ratio) / denominator
    imag = (a.imag - a.real * ratio) / denominator
  } else if (height >= width) {
    const ratio = b.real / b.imag
    const denominator = b.real * ratio + b.imag
    real = (a.real * ratio + a.imag) / denominator
    imag = (a.imag * ratio - a.real) / denominator
  }
  if (!Number.isNaN(real) || !Number.isNaN(imag)) return new Complex(real, imag)
  const finiteB = Number.isFinite(b.real) && Number.isFinite(b.imag)
  if ((isInfinite(a.real) || isInfinite(a.imag)) && finiteB) {
    const x = unitOfInfinity(a.real)
    const y = unitOfInfinity(a.imag)
    return new Complex(Infinity * (x * b.real + y * b.imag), Infinity * (y * b.real - x * b.imag))
  }
  if ((width === Infinity || height === Infinity) && Number.isFinite(a.real) && Number.isFinite(a.imag)) {
    const x = unitOfInfinity(b.real)
    const y = unitOfInfinity(b.imag)
    return new Complex(0 * (a.real * x + a.imag * y), 0 * (a.imag * x - a.real * y))
  }
  return new Complex(real, imag)
}

/** By a float that is not 0. */
export function divReal(a: Complex, b: number): Complex {
  return new Complex(a.real / b, a.imag / b)
}

/** A float by a complex number; null for a division by zero. */
export function realDiv(a: number, b: Complex): Complex | null {
  const width = Math.abs(b.real)
  const height = Math.abs(b.imag)
  let real = Number.NaN
  let imag = Number.NaN
  if (width >= height) {
    if (width === 0) return null
    const ratio = b.imag / b.real
    const denominator = b.real + b.imag * ratio
    real = a / denominator
    imag = (-a * ratio) / denominator
  } else if (height >= width) {
    const ratio = b.real / b.imag
    const denominator = b.real * ratio + b.imag
    real = (a * ratio) / denominator
    imag = -a / denominator
  }
  if (Number.isNaN(real) && Number.isNaN(imag) && Number.isFinite(a) && (width === Infinity || height === Infinity)) {
    return new Complex(0 * (a * unitOfInfinity(b.real)), 0 * (-a * unitOfInfinity(b.imag)))
  }
  return new Complex(real, imag)
}

/** `abs(z)`: null where the parts are finite and the result is not ("absolute value too large"). */
export function complexAbs(z: Complex): number | null {
  const norm = hypotenuse(z.real, z.imag)
  return norm === Infinity && Number.isFinite(z.real) && Number.isFinite(z.imag) ? null : norm
}

/** `zero`: "zero to a negative or complex power" (ZeroDivisionError); `overflow`: "complex exponentiation" (OverflowError). */
export type ComplexPowFailure = 'zero' | 'overflow'

const ONE = new Complex(1, 0)

export function complexPow(a: Complex, b: Complex): Complex | ComplexPowFailure {
  const small = b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100
  const result = small ? powSmall(a, b.real) : powPolar(a, b)
  if (result === null) return 'zero'
  return isInfinite(result.real) || isInfinite(result.imag) ? 'overflow' : result
}

function powSmall(a: Complex, n: number): Complex | null {
  let result = ONE
  let power = a
  const count = Math.abs(n)
  for (let mask = 1; count >= mask; mask *= 2) {
    if (count & mask) result = complexMul(result, power)
    power = complexMul(power, power)
  }
  return n > 0 ? result : complexDiv(ONE, result)
}

function powPolar(a: Complex, b: Complex): Complex | null {
  if (b.real === 0 && b.imag === 0) return ONE
  if (a.real === 0 && a.imag === 0) return b.imag !== 0 || b.real < 0 ? null : new Complex(0, 0)
  const radius = hypotenuse(a.real, a.imag)
  const angle = atan2(a.imag, a.real)
  let length = pow(radius, b.real)
  let phase = angle * b.real
  if (b.imag !== 0) {
    length *= exp(-angle * b.imag)
    phase += b.imag * log(radius)
  }
  // C's cosine of an infinity is a domain error, which CPython takes for one of the power.
  if (isInfinite(phase)) return null
  return new Complex(length * cos(phase), length * sin(phase))
}

export function complexRepr(real: number, imag: number): string {
  const imaginary = formatFloat(imag, 'r', 0, PLAIN) + 'j'
  if (real === 0 && !isNegative(real)) return imaginary
  const sign = imaginary[0] === '-' ? '' : '+'
  return `(${formatFloat(real, 'r', 0, PLAIN)}${sign}${imaginary})`
}

const NUMBER = '(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?|inf(?:inity)?|nan'
const REAL_ONLY = new RegExp(`^[+-]?(?:${NUMBER})$`, 'i')
const IMAGINARY = new RegExp(`^([+-]?(?:${NUMBER})(?=[+-]))?([+-]?)(${NUMBER})?j$`, 'i')

/** `malformed`: "complex() arg is a malformed string"; `underscores`: "could not convert string to complex: …". */
export type ComplexTextFailure = 'malformed' | 'underscores'

/** `complex(text)` */
export function complexFromText(source: string): Complex | ComplexTextFailure {
  const stripped = withoutUnderscores(asciiNumberText(source), isDecimalUnit)
  if (stripped === null) return 'underscores'
  const inner = /^\( *(.*?) *\)$/.exec(stripped)
  const text = inner === null ? stripped : inner[1]!
  if (REAL_ONLY.test(text)) return new Complex(floatFromPlainText(text)!, 0)
  const match = IMAGINARY.exec(text)
  if (match === null) return 'malformed'
  const [, real, sign, digits] = match
  if (real !== undefined && sign === '') return 'malformed'
  const magnitude = digits === undefined ? 1 : floatFromPlainText(digits)!
  return new Complex(real === undefined ? 0 : floatFromPlainText(real)!, sign === '-' ? -magnitude : magnitude)
}
