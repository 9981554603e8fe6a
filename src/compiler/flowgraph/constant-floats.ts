/** Float and complex arithmetic for constant folding; `undefined` where Python raises. */
import type { CodeConstant } from '../code.ts'
import { ComplexConstant, FloatConstant } from '../../base/constant.ts'
import type { BinaryOperator } from './constant-arithmetic.ts'

export function floatBinary(a: number, operator: BinaryOperator, b: number): CodeConstant | undefined {
  switch (operator) {
    case '+':
      return new FloatConstant(a + b)
    case '-':
      return new FloatConstant(a - b)
    case '*':
      return new FloatConstant(a * b)
    case '/':
      return b === 0 ? undefined : new FloatConstant(a / b)
    case '//':
      return b === 0 ? undefined : new FloatConstant(floorQuotient(a, b))
    case '%':
      return b === 0 ? undefined : new FloatConstant(flooredRemainder(a, b))
    case '**':
      return floatPower(a, b)
  }
  return undefined
}

function flooredRemainder(a: number, b: number): number {
  const remainder = a % b
  if (remainder === 0) return b < 0 || Object.is(b, -0) ? -0 : 0
  return remainder < 0 !== b < 0 ? remainder + b : remainder
}

// As in float_divmod: the exact quotient of what is left without the remainder, rounded to the nearest integer.
function floorQuotient(a: number, b: number): number {
  const remainder = a % b
  let quotient = (a - remainder) / b
  if (remainder !== 0 && remainder < 0 !== b < 0) quotient -= 1
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0
  const floor = Math.floor(quotient)
  return quotient - floor > 0.5 ? floor + 1 : floor
}

function floatPower(a: number, b: number): CodeConstant | undefined {
  if (a === 1 || b === 0) return new FloatConstant(1)
  if (a === 0 && b < 0) return undefined
  if (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) return new FloatConstant(1)
  const isComplex = a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)
  if (isComplex) return complexPower(new ComplexConstant(a, 0), new ComplexConstant(b, 0))
  const power = a ** b
  // OverflowError.
  return !Number.isFinite(power) && Number.isFinite(a) && Number.isFinite(b) ? undefined : new FloatConstant(power)
}

/** Operands are real (a number) or complex: since 3.14 a real operand is not widened first (-0.0 + 1j keeps its sign). */
export function complexBinary(
  a: ComplexConstant | number,
  operator: BinaryOperator,
  b: ComplexConstant | number,
): CodeConstant | undefined {
  switch (operator) {
    case '+':
      if (typeof a === 'number')
        return new ComplexConstant(a + (b as ComplexConstant).real, (b as ComplexConstant).imag)
      if (typeof b === 'number') return new ComplexConstant(a.real + b, a.imag)
      return new ComplexConstant(a.real + b.real, a.imag + b.imag)
    case '-':
      if (typeof a === 'number') {
        return new ComplexConstant(a - (b as ComplexConstant).real, -(b as ComplexConstant).imag)
      }
      if (typeof b === 'number') return new ComplexConstant(a.real - b, a.imag)
      return new ComplexConstant(a.real - b.real, a.imag - b.imag)
    case '*':
      return product(a, b)
    case '/':
      return quotient(a, b)
    case '**':
      return complexPower(widened(a), widened(b))
  }
  return undefined
}

function widened(value: ComplexConstant | number): ComplexConstant {
  return typeof value === 'number' ? new ComplexConstant(value, 0) : value
}

// As in complex_pow: small integral exponents by repeated multiplication, others in polar coordinates.
function complexPower(a: ComplexConstant, b: ComplexConstant): CodeConstant | undefined {
  if (b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100) return integralPower(a, b.real)
  if (b.real === 0 && b.imag === 0) return new ComplexConstant(1, 0)
  if (a.real === 0 && a.imag === 0) {
    return b.imag !== 0 || b.real < 0 ? undefined : new ComplexConstant(0, 0)
  }
  const length = Math.hypot(a.real, a.imag)
  const angle = Math.atan2(a.imag, a.real)
  let resultLength = length ** b.real
  let phase = angle * b.real
  if (b.imag !== 0) {
    resultLength *= Math.exp(-angle * b.imag)
    phase += b.imag * Math.log(length)
  }
  return finite(new ComplexConstant(resultLength * Math.cos(phase), resultLength * Math.sin(phase)))
}

function integralPower(base: ComplexConstant, exponent: number): CodeConstant | undefined {
  let result: CodeConstant | undefined = new ComplexConstant(1, 0)
  let square: CodeConstant | undefined = base
  for (let bits = Math.abs(exponent); bits > 0 && square !== undefined; bits >>= 1) {
    if (bits & 1) result = product(result as ComplexConstant, square as ComplexConstant)
    if (result === undefined) return undefined
    square = product(square as ComplexConstant, square as ComplexConstant)
  }
  return exponent < 0 ? quotient(new ComplexConstant(1, 0), result as ComplexConstant) : finite(result)
}

/** What overflowed is an OverflowError at run time. */
function finite(value: CodeConstant | undefined): CodeConstant | undefined {
  if (!(value instanceof ComplexConstant)) return undefined
  return Number.isFinite(value.real) && Number.isFinite(value.imag) ? value : undefined
}

function product(a: ComplexConstant | number, b: ComplexConstant | number): CodeConstant | undefined {
  if (typeof a === 'number') return product(b, a)
  if (typeof b === 'number') return new ComplexConstant(a.real * b, a.imag * b)
  const finite = [a.real, a.imag, b.real, b.imag].every(Number.isFinite)
  if (!finite) return undefined
  return new ComplexConstant(a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real)
}

// As in _Py_c_quot: scaled by the larger part of the divisor, so that the intermediate values stay in range.
function quotient(a: ComplexConstant | number, b: ComplexConstant | number): CodeConstant | undefined {
  if (typeof b === 'number') {
    if (b === 0 || typeof a === 'number') return undefined
    return new ComplexConstant(a.real / b, a.imag / b)
  }
  const { real, imag } = b
  const x = typeof a === 'number' ? a : a.real
  const y = typeof a === 'number' ? 0 : a.imag
  if ((real === 0 && imag === 0) || ![x, y, real, imag].every(Number.isFinite)) return undefined
  const realQuotient = typeof a === 'number'
  if (Math.abs(real) >= Math.abs(imag)) {
    const ratio = imag / real
    const denominator = real + imag * ratio
    if (realQuotient) return new ComplexConstant(x / denominator, (-x * ratio) / denominator)
    return new ComplexConstant((x + y * ratio) / denominator, (y - x * ratio) / denominator)
  }
  const ratio = real / imag
  const denominator = real * ratio + imag
  if (realQuotient) return new ComplexConstant((x * ratio) / denominator, -x / denominator)
  return new ComplexConstant((x * ratio + y) / denominator, (y * ratio - x) / denominator)
}
