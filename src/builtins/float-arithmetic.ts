// Hot.
/**
 * Division, remainder and power of doubles as Python has them. As Objects/floatobject.c.
 *
 * JavaScript's `%` is C's fmod; Python's remainder has the sign of the divisor, and its floor division is derived from that
 * remainder, so that the two agree to the last bit.
 */
import { raise } from '../objects/exception.ts'
import { overflowErrorType, zeroDivisionErrorType } from '../objects/exception-types.ts'
import { PyComplex } from '../objects/number.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { powerOfComplexes } from './complex-arithmetic.ts'

export function raiseDivisionByZero(): never {
  raise(zeroDivisionErrorType, 'division by zero')
}

export function copySign(magnitude: number, sign: number): number {
  const isNegative = sign < 0 || (sign === 0 && 1 / sign < 0)
  return isNegative ? -Math.abs(magnitude) : Math.abs(magnitude)
}

/** `a % b`; `b` is not 0. */
export function remainderOfFloats(a: number, b: number): number {
  const rest = a % b
  if (rest === 0) return copySign(0, b)
  return rest < 0 !== b < 0 ? rest + b : rest
}

/** `a // b`; `b` is not 0. */
export function floorDivideFloats(a: number, b: number): number {
  let rest = a % b
  let quotient = (a - rest) / b
  if (rest !== 0 && rest < 0 !== b < 0) {
    rest += b
    quotient -= 1
  }
  if (quotient === 0) return copySign(0, a / b)
  const floor = Math.floor(quotient)
  return quotient - floor > 0.5 ? floor + 1 : floor
}

const isOdd = (value: number): boolean => Math.abs(value) % 2 === 1

/** `a ** b` where no branch is needed: what C's pow gives. */
export function cPow(a: number, b: number): number {
  if (b === 0 || a === 1) return 1
  if (b === 2) return a * a
  return a ** b
}

/** `a ** b`: a float, or a complex for a negative base and a fractional exponent. */
export function powerOfFloats(a: number, b: number): Value {
  if (b === 0) return new PyFloat(1)
  if (Number.isNaN(a)) return new PyFloat(a)
  if (Number.isNaN(b)) return new PyFloat(a === 1 ? 1 : b)
  if (b === Infinity || b === -Infinity) {
    const size = Math.abs(a)
    if (size === 1) return new PyFloat(1)
    return new PyFloat(b > 0 === size > 1 ? Infinity : 0)
  }
  if (a === Infinity || a === -Infinity) {
    const odd = isOdd(b)
    if (b > 0) return new PyFloat(odd ? a : Infinity)
    return new PyFloat(odd ? copySign(0, a) : 0)
  }
  if (a === 0) {
    if (b < 0) raise(zeroDivisionErrorType, 'zero to a negative power')
    return new PyFloat(isOdd(b) ? a : 0)
  }
  if (a < 0 && b !== Math.floor(b)) return powerOfComplexes(new PyComplex(a, 0), new PyComplex(b, 0))
  const result = cPow(a, b)
  if (result === Infinity || result === -Infinity) raise(overflowErrorType, 34, 'Numerical result out of range')
  return new PyFloat(result)
}
