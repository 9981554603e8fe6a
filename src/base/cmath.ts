/**
 * The functions of `cmath`, with CPython's branch cuts, scaling near the ends of the range and special values.
 *
 * Where a part is infinite or NaN the answer comes from a table of 7 by 7 cells: real part by imaginary part, each
 * −∞, negative, −0, 0, positive, ∞, NaN. A cell has two characters, a real and an imaginary part, by the
 * letters below; `!!` is a domain error, `..` is never looked up.
 */

import { Complex } from './complex.ts'
import { atan2, cos, cosh, exp, log, sin, tan } from './double-double.ts'
import { hypotenuse, ldexp } from './float-math.ts'
import { isNegative } from './float-text.ts'

/** `domain`: "math domain error" (ValueError); `range`: "math range error" (OverflowError). */
export type CmathFailure = 'domain' | 'range'
export type CmathResult = Complex | CmathFailure

const SPECIAL_VALUES = {
  acos: 'tipipipIpItInihi........hInnhi........hIhnhi........hIhnhi........hInnqi0i0i0I0IqInininnnnnnnnnInn',
  acosh: 'iTiPiPipipitiniH........ihnniH........ihnhiH........ihnhiH........ihnniQizizi0i0iqininnnnnnnnninnn',
  asinh: 'IQIzIzI0I0IqInIH........IhnnIH........IhnniH........ihnniH........ihnniQizizi0i0iqininnnnzn0nninnn',
  atanh: 'zHzHzHzhzhzhznzH........zhnnzH........zhzn0H........0h0n0H........0hnn0H0H0H0h0h0h0n0Hnnnnnnnn0hnn',
  cosh: '!!Iii0izII!!in!!........!!nn!!........!!n0!!........!!n0!!........!!nn!!IIizi0Ii!!innnnnn0n0nnnnnn',
  exp: '00zz0z00z00000!!........!!nn!!........!!nn!!........!!nn!!........!!nn!!IIizi0Ii!!innnnnnzn0nnnnnn',
  log: 'iTiPiPipipitiniH........ihnniH........ihnniH........ihnniH........ihnniQizizi0i0iqininnnnnnnnninnn',
  sinh: '!!iIIzI0ii!!in!!........!!nn!!........!!0n!!........!!0n!!........!!nn!!IIizi0Ii!!innnnnnzn0nnnnnn',
  sqrt: 'iI0I0I0i0iiiniiI........iinniI........iinniI........iinniI........iinniIizizi0i0iiiniInnnnnnnniinn',
  tanh: 'o0o0ozo0ozo0o0!!........!!nn!!........!!zn!!........!!0n!!........!!nn10101z101z1010nnnnnzn0nnnnnn',
  rect: '!!iiI0IziI!!in!!........!!nn00........000000........0000!!........!!nn!!IIizi0Ii!!innnnnn0n0nnnnnn',
} as const
type TableName = keyof typeof SPECIAL_VALUES

const PARTS: Readonly<Record<string, number>> = {
  '0': 0,
  z: -0,
  '1': 1,
  o: -1,
  i: Infinity,
  I: -Infinity,
  n: Number.NaN,
  p: Math.PI,
  P: -Math.PI,
  h: Math.PI / 2,
  H: -Math.PI / 2,
  q: Math.PI / 4,
  Q: -Math.PI / 4,
  t: (3 * Math.PI) / 4,
  T: (-3 * Math.PI) / 4,
}

function kindOf(x: number): number {
  if (Number.isNaN(x)) return 6
  if (x === 0) return isNegative(x) ? 2 : 3
  if (x < 0) return x === -Infinity ? 0 : 1
  return x === Infinity ? 5 : 4
}

/** The table's answer for parts that are not both finite; null for finite ones. */
function special(table: TableName, real: number, imag: number): CmathResult | null {
  if (Number.isFinite(real) && Number.isFinite(imag)) return null
  const at = (kindOf(real) * 7 + kindOf(imag)) * 2
  const text = SPECIAL_VALUES[table]
  if (text[at] === '!') return 'domain'
  return new Complex(PARTS[text[at]!]!, PARTS[text[at + 1]!]!)
}

/** An infinite real part and an angle: the infinities (or zeros) take the signs of its cosine and sine. */
function alongAngle(size: number, angle: number, realSign: number, imagSign: number): Complex {
  return new Complex(realSign * copySign(size, cos(angle)), imagSign * copySign(size, sin(angle)))
}

function isInfiniteWithAngle(real: number, imag: number): boolean {
  return (real === Infinity || real === -Infinity) && Number.isFinite(imag) && imag !== 0
}

const LARGE = Number.MAX_VALUE / 4
const SQRT_LARGE = Math.sqrt(LARGE)
const LOG_LARGE = log(LARGE)
const SMALLEST_NORMAL = 2 ** -1022
const SQRT_SMALLEST = 2 ** -511

function copySign(magnitude: number, sign: number): number {
  return isNegative(sign) ? -Math.abs(magnitude) : Math.abs(magnitude)
}

function checked(real: number, imag: number): CmathResult {
  return Math.abs(real) === Infinity || Math.abs(imag) === Infinity ? 'range' : new Complex(real, imag)
}

/** i·f(−i·z), by which the circular functions come from the hyperbolic ones. */
function turned(result: CmathResult): CmathResult {
  return typeof result === 'string' ? result : new Complex(result.imag, -result.real)
}

/** log of the magnitude, half a step from overflow. */
function logHalved(x: number, y: number): number {
  return log(hypotenuse(x / 2, y / 2))
}

function isLarge(x: number, y: number): boolean {
  return Math.abs(x) > LARGE || Math.abs(y) > LARGE
}

function rootOf(real: number, imag: number): Complex {
  if (real === 0 && imag === 0) return new Complex(0, imag)
  let ax = Math.abs(real)
  const ay = Math.abs(imag)
  let s: number
  if (ax < SMALLEST_NORMAL && ay < SMALLEST_NORMAL) {
    ax = ldexp(ax, 54)
    s = ldexp(Math.sqrt(ax + hypotenuse(ax, ldexp(ay, 54))), -27) / Math.SQRT2
  } else {
    ax /= 8
    s = 2 * Math.sqrt(ax + hypotenuse(ax, ay / 8))
  }
  const d = ay / (2 * s)
  return real >= 0 ? new Complex(s, copySign(d, imag)) : new Complex(d, copySign(s, imag))
}

export function cmathSqrt(z: Complex): CmathResult {
  return special('sqrt', z.real, z.imag) ?? rootOf(z.real, z.imag)
}

export function cmathAcos(z: Complex): CmathResult {
  const { real, imag } = z
  const known = special('acos', real, imag)
  if (known !== null) return known
  if (isLarge(real, imag)) {
    const log = logHalved(real, imag) + Math.LN2 * 2
    return new Complex(atan2(Math.abs(imag), real), real < 0 ? -copySign(log, imag) : copySign(log, -imag))
  }
  const s1 = rootOf(1 - real, -imag)
  const s2 = rootOf(1 + real, imag)
  return new Complex(2 * atan2(s1.real, s2.real), Math.asinh(s2.real * s1.imag - s2.imag * s1.real))
}

export function cmathAcosh(z: Complex): CmathResult {
  const { real, imag } = z
  const known = special('acosh', real, imag)
  if (known !== null) return known
  if (isLarge(real, imag)) return new Complex(logHalved(real, imag) + Math.LN2 * 2, atan2(imag, real))
  const s1 = rootOf(real - 1, imag)
  const s2 = rootOf(real + 1, imag)
  return new Complex(Math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2 * atan2(s1.imag, s2.real))
}

export function cmathAsin(z: Complex): CmathResult {
  return turned(cmathAsinh(new Complex(-z.imag, z.real)))
}

export function cmathAsinh(z: Complex): CmathResult {
  const { real, imag } = z
  const known = special('asinh', real, imag)
  if (known !== null) return known
  if (isLarge(real, imag)) {
    const log = logHalved(real, imag) + Math.LN2 * 2
    return new Complex(isNegative(imag) ? -copySign(log, -real) : copySign(log, real), atan2(imag, Math.abs(real)))
  }
  const s1 = rootOf(1 + imag, -real)
  const s2 = rootOf(1 - imag, real)
  return new Complex(
    Math.asinh(s1.real * s2.imag - s2.real * s1.imag),
    atan2(imag, s1.real * s2.real - s1.imag * s2.imag),
  )
}

export function cmathAtan(z: Complex): CmathResult {
  return turned(cmathAtanh(new Complex(-z.imag, z.real)))
}

export function cmathAtanh(z: Complex): CmathResult {
  const { real, imag } = z
  const known = special('atanh', real, imag)
  if (known !== null) return known
  if (isNegative(real)) {
    const mirrored = cmathAtanh(new Complex(-real, -imag))
    return typeof mirrored === 'string' ? mirrored : new Complex(-mirrored.real, -mirrored.imag)
  }
  const ay = Math.abs(imag)
  if (real > SQRT_LARGE || ay > SQRT_LARGE) {
    const h = hypotenuse(real / 2, imag / 2)
    return new Complex(real / 4 / h / h, -copySign(Math.PI / 2, -imag))
  }
  if (real === 1 && ay < SQRT_SMALLEST) {
    if (ay === 0) return 'domain'
    return new Complex(-log(Math.sqrt(ay) / Math.sqrt(hypotenuse(ay, 2))), copySign(atan2(2, -ay) / 2, imag))
  }
  const away = 1 - real
  return new Complex(
    Math.log1p((4 * real) / (away * away + ay * ay)) / 4,
    -atan2(-2 * imag, away * (1 + real) - ay * ay) / 2,
  )
}

export function cmathCos(z: Complex): CmathResult {
  return cmathCosh(new Complex(-z.imag, z.real))
}

export function cmathCosh(z: Complex): CmathResult {
  const { real, imag } = z
  if (isInfiniteWithAngle(real, imag)) return alongAngle(Infinity, imag, 1, real > 0 ? 1 : -1)
  const known = special('cosh', real, imag)
  if (known !== null) return known
  if (Math.abs(real) > LOG_LARGE) {
    const less = real - copySign(1, real)
    return checked(cos(imag) * cosh(less) * Math.E, sin(imag) * Math.sinh(less) * Math.E)
  }
  return checked(cos(imag) * cosh(real), sin(imag) * Math.sinh(real))
}

export function cmathExp(z: Complex): CmathResult {
  const { real, imag } = z
  if (isInfiniteWithAngle(real, imag)) return alongAngle(real > 0 ? Infinity : 0, imag, 1, 1)
  const known = special('exp', real, imag)
  if (known !== null) return known
  if (real > LOG_LARGE) {
    const length = exp(real - 1)
    return checked(length * cos(imag) * Math.E, length * sin(imag) * Math.E)
  }
  const length = exp(real)
  return checked(length * cos(imag), length * sin(imag))
}

export function cmathLog(z: Complex): CmathResult {
  const { real, imag } = z
  const known = special('log', real, imag)
  if (known !== null) return known
  const ax = Math.abs(real)
  const ay = Math.abs(imag)
  let size: number
  if (isLarge(ax, ay)) size = logHalved(ax, ay) + Math.LN2
  else if (ax < SMALLEST_NORMAL && ay < SMALLEST_NORMAL) {
    if (ax === 0 && ay === 0) return 'domain'
    size = log(hypotenuse(ldexp(ax, 53), ldexp(ay, 53))) - 53 * Math.LN2
  } else {
    const h = hypotenuse(ax, ay)
    const more = Math.max(ax, ay)
    const less = Math.min(ax, ay)
    // Near the unit circle the logarithm of the magnitude has lost its digits.
    size = h >= 0.71 && h <= 1.73 ? Math.log1p((more - 1) * (more + 1) + less * less) / 2 : log(h)
  }
  return new Complex(size, atan2(imag, real))
}

export function cmathLog10(z: Complex): CmathResult {
  const log = cmathLog(z)
  return typeof log === 'string' ? log : new Complex(log.real / Math.LN10, log.imag / Math.LN10)
}

export function cmathSin(z: Complex): CmathResult {
  return turned(cmathSinh(new Complex(-z.imag, z.real)))
}

export function cmathSinh(z: Complex): CmathResult {
  const { real, imag } = z
  if (isInfiniteWithAngle(real, imag)) return alongAngle(Infinity, imag, real > 0 ? 1 : -1, 1)
  const known = special('sinh', real, imag)
  if (known !== null) return known
  if (Math.abs(real) > LOG_LARGE) {
    const less = real - copySign(1, real)
    return checked(cos(imag) * Math.sinh(less) * Math.E, sin(imag) * cosh(less) * Math.E)
  }
  return checked(cos(imag) * Math.sinh(real), sin(imag) * cosh(real))
}

export function cmathTan(z: Complex): CmathResult {
  return turned(cmathTanh(new Complex(-z.imag, z.real)))
}

export function cmathTanh(z: Complex): CmathResult {
  const { real, imag } = z
  if (isInfiniteWithAngle(real, imag)) {
    return new Complex(copySign(1, real), copySign(0, sin(imag) * cos(imag)))
  }
  const known = special('tanh', real, imag)
  if (known !== null) return known
  if (Math.abs(real) > LOG_LARGE) {
    return new Complex(copySign(1, real), 4 * sin(imag) * cos(imag) * exp(-2 * Math.abs(real)))
  }
  const tx = Math.tanh(real)
  const ty = tan(imag)
  const cx = 1 / cosh(real)
  const product = tx * ty
  const denominator = 1 + product * product
  return new Complex((tx * (1 + ty * ty)) / denominator, (ty / denominator) * cx * cx)
}

/** `cmath.phase` */
export function cmathPhase(z: Complex): number {
  return atan2(z.imag, z.real)
}

/** `cmath.rect(r, phi)` */
export function cmathRect(r: number, phi: number): CmathResult {
  if (isInfiniteWithAngle(r, phi)) return alongAngle(Infinity, phi, r > 0 ? 1 : -1, r > 0 ? 1 : -1)
  const known = special('rect', r, phi)
  if (known !== null) return known
  // An angle of zero keeps its sign and yields no error.
  return phi === 0 ? new Complex(r, r * phi) : new Complex(r * cos(phi), r * sin(phi))
}
