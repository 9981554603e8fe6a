/** What base/float-math.ts says of powers and divisions, as values and exceptions. */
import { complexPow, type Complex } from '../base/complex.ts'
import { floatPow } from '../base/float-math.ts'
import { raise } from '../objects/exception.ts'
import { overflowErrorType, zeroDivisionErrorType } from '../objects/exception-types.ts'
import { PyComplex } from '../objects/number.ts'
import { PyFloat, type Value } from '../objects/value.ts'

export function raiseDivisionByZero(): never {
  raise(zeroDivisionErrorType, 'division by zero')
}

/** `a ** b`: a float, or a complex for a negative base and a fractional exponent. */
export function powerOfFloats(a: number, b: number): Value {
  const result = floatPow(a, b)
  if (typeof result === 'number') return new PyFloat(result)
  if (result === 'complex') return powerOfComplexes({ real: a, imag: 0 }, { real: b, imag: 0 })
  if (result === 'overflow') raise(overflowErrorType, 34, 'Numerical result out of range')
  raise(zeroDivisionErrorType, 'zero to a negative power')
}

export function powerOfComplexes(a: Complex, b: Complex): PyComplex {
  const result = complexPow(a, b)
  if (result === 'zero') raise(zeroDivisionErrorType, 'zero to a negative or complex power')
  if (result === 'overflow') raise(overflowErrorType, 'complex exponentiation')
  return new PyComplex(result.real, result.imag)
}
