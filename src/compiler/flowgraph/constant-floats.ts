/** Float and complex arithmetic for constant folding, by the functions that run at run time; `undefined` where Python raises. */
import { ComplexConstant, FloatConstant } from '../../base/constant.ts'
import { complexDiv, complexMul, complexPow, realDiv, type Complex } from '../../base/complex.ts'
import { floatFloorDiv, floatMod, floatPow } from '../../base/float-math.ts'
import type { CodeConstant } from '../code.ts'
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
      return b === 0 ? undefined : new FloatConstant(floatFloorDiv(a, b))
    case '%':
      return b === 0 ? undefined : new FloatConstant(floatMod(a, b))
    case '**':
      return floatPower(a, b)
  }
  return undefined
}

function floatPower(a: number, b: number): CodeConstant | undefined {
  const power = floatPow(a, b)
  if (typeof power === 'number') return new FloatConstant(power)
  return power === 'complex' ? complexPower({ real: a, imag: 0 }, { real: b, imag: 0 }) : undefined
}

/** Operands are real (a number) or complex: since 3.14 a real operand is not widened first (-0.0 + 1j keeps its sign). */
export function complexBinary(
  a: ComplexConstant | number,
  operator: BinaryOperator,
  b: ComplexConstant | number,
): CodeConstant | undefined {
  switch (operator) {
    case '+':
      if (typeof a === 'number') return new ComplexConstant(a + realOf(b), imagOf(b))
      return new ComplexConstant(a.real + realOf(b), typeof b === 'number' ? a.imag : a.imag + b.imag)
    case '-':
      if (typeof a === 'number') return new ComplexConstant(a - realOf(b), -imagOf(b))
      return new ComplexConstant(a.real - realOf(b), typeof b === 'number' ? a.imag : a.imag - b.imag)
    case '*':
      return product(a, b)
    case '/':
      return quotient(a, b)
    case '**':
      return complexPower(widened(a), widened(b))
  }
  return undefined
}

const realOf = (value: ComplexConstant | number): number => (typeof value === 'number' ? value : value.real)
const imagOf = (value: ComplexConstant | number): number => (typeof value === 'number' ? 0 : value.imag)
const widened = (value: ComplexConstant | number): Complex => ({ real: realOf(value), imag: imagOf(value) })
const constantOf = ({ real, imag }: Complex): ComplexConstant => new ComplexConstant(real, imag)

function complexPower(a: Complex, b: Complex): CodeConstant | undefined {
  const power = complexPow(a, b)
  return typeof power === 'string' ? undefined : constantOf(power)
}

function product(a: ComplexConstant | number, b: ComplexConstant | number): CodeConstant {
  if (typeof a === 'number') return new ComplexConstant(a * realOf(b), a * imagOf(b))
  if (typeof b === 'number') return new ComplexConstant(a.real * b, a.imag * b)
  return constantOf(complexMul(a, b))
}

function quotient(a: ComplexConstant | number, b: ComplexConstant | number): CodeConstant | undefined {
  if (typeof b === 'number') {
    if (b === 0 || typeof a === 'number') return undefined
    return new ComplexConstant(a.real / b, a.imag / b)
  }
  const result = typeof a === 'number' ? realDiv(a, b) : complexDiv(a, b)
  return result === null ? undefined : constantOf(result)
}
