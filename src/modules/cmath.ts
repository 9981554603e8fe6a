/** The module cmath, over base/cmath.ts. As Modules/cmathmodule.c. */
import * as base from '../base/cmath.ts'
import { Complex, complexAbs, complexDiv } from '../base/complex.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { raise } from '../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../objects/exception-types.ts'
import { PyComplex } from '../objects/number.ts'
import { type Builtin, builtin } from '../objects/signature.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { bySpecialMethod } from '../builtins/complex.ts'
import { domainError, rangeError, realOf } from './math/real.ts'

function complexOf(value: Value): Complex {
  if (value instanceof PyComplex) return value
  return bySpecialMethod(value) ?? new Complex(realOf(value), 0)
}

function resultOf(result: base.CmathResult): PyComplex {
  if (result === 'domain') domainError()
  if (result === 'range') rangeError()
  return new PyComplex(result.real, result.imag)
}

const functions: readonly (readonly [name: string, apply: (z: Complex) => base.CmathResult, doc: string])[] = [
  ['acos', base.cmathAcos, 'Return the arc cosine of z.'],
  ['acosh', base.cmathAcosh, 'Return the inverse hyperbolic cosine of z.'],
  ['asin', base.cmathAsin, 'Return the arc sine of z.'],
  ['asinh', base.cmathAsinh, 'Return the inverse hyperbolic sine of z.'],
  ['atan', base.cmathAtan, 'Return the arc tangent of z.'],
  ['atanh', base.cmathAtanh, 'Return the inverse hyperbolic tangent of z.'],
  ['cos', base.cmathCos, 'Return the cosine of z.'],
  ['cosh', base.cmathCosh, 'Return the hyperbolic cosine of z.'],
  ['exp', base.cmathExp, 'Return the exponential value e**z.'],
  ['log10', base.cmathLog10, 'Return the base-10 logarithm of z.'],
  ['sin', base.cmathSin, 'Return the sine of z.'],
  ['sinh', base.cmathSinh, 'Return the hyperbolic sine of z.'],
  ['sqrt', base.cmathSqrt, 'Return the square root of z.'],
  ['tan', base.cmathTan, 'Return the tangent of z.'],
  ['tanh', base.cmathTanh, 'Return the hyperbolic tangent of z.'],
]

function log(value: Value, radix: Value | undefined): Value {
  const z = resultOf(base.cmathLog(complexOf(value)))
  if (radix === undefined) return z
  const quotient = complexDiv(z, resultOf(base.cmathLog(complexOf(radix))))
  if (quotient === null) domainError()
  return new PyComplex(quotient.real, quotient.imag)
}

function polar(value: Value): Value {
  const z = complexOf(value)
  const size = complexAbs(z)
  if (size === null) rangeError()
  return new PyTuple([new PyFloat(size), new PyFloat(base.cmathPhase(z))])
}

function isClose(first: Value, second: Value, relative: number, absolute: number): Value {
  const a = complexOf(first)
  const b = complexOf(second)
  if (relative < 0 || absolute < 0) raise(valueErrorType, 'tolerances must be non-negative')
  if (a.real === b.real && a.imag === b.imag) return true
  if ([a.real, a.imag, b.real, b.imag].some(part => Math.abs(part) === Number.POSITIVE_INFINITY)) return false
  const size = (z: Complex): number => complexAbs(z) ?? raise(overflowErrorType, 'math range error')
  const difference = size(new Complex(a.real - b.real, a.imag - b.imag))
  return difference <= relative * size(b) || difference <= relative * size(a) || difference <= absolute
}

const predicate = (name: string, test: (z: Complex) => boolean, doc: string): Builtin =>
  builtin(`${name}($module, z, /)`, (value: Value) => test(complexOf(value)), doc)

const isInfinite = (x: number): boolean => Math.abs(x) === Number.POSITIVE_INFINITY

defineModule('cmath', {
  doc: 'This module provides access to mathematical functions for complex\nnumbers.',
  functions: () => [
    ...functions.map(([name, apply, doc]) =>
      builtin(`${name}($module, z, /)`, (value: Value) => resultOf(apply(complexOf(value))), doc),
    ),
    builtin(
      'log($module, z, base=<unrepresentable>, /)',
      log,
      'log(z[, base]) -> the logarithm of z to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of z.',
    ),
    builtin(
      'phase($module, z, /)',
      (value: Value) => new PyFloat(base.cmathPhase(complexOf(value))),
      'Return argument, also known as the phase angle, of a complex.',
    ),
    builtin(
      'polar($module, z, /)',
      polar,
      'Convert a complex from rectangular coordinates to polar coordinates.\n\nr is the distance from 0 and phi the phase angle.',
    ),
    builtin(
      'rect($module, r, phi, /)',
      (r: Value, phi: Value) => resultOf(base.cmathRect(realOf(r), realOf(phi))),
      'Convert from polar coordinates to rectangular coordinates.',
    ),
    predicate(
      'isfinite',
      z => Number.isFinite(z.real) && Number.isFinite(z.imag),
      'Return True if both the real and imaginary parts of z are finite, else False.',
    ),
    predicate(
      'isinf',
      z => isInfinite(z.real) || isInfinite(z.imag),
      'Checks if the real or imaginary part of z is infinite.',
    ),
    predicate(
      'isnan',
      z => Number.isNaN(z.real) || Number.isNaN(z.imag),
      'Checks if the real or imaginary part of z not a number (NaN).',
    ),
    builtin(
      'isclose($module, /, a, b, *, rel_tol: float = 1e-09, abs_tol: float = 0.0)',
      isClose,
      'Determine whether two complex numbers are close in value.\n\nReturn True if a is close in value to b, and False otherwise.',
    ),
  ],
  attributes: () => ({
    pi: new PyFloat(Math.PI),
    e: new PyFloat(Math.E),
    tau: new PyFloat(2 * Math.PI),
    inf: new PyFloat(Number.POSITIVE_INFINITY),
    infj: new PyComplex(0, Number.POSITIVE_INFINITY),
    nan: new PyFloat(Number.NaN),
    nanj: new PyComplex(0, Number.NaN),
  }),
})
