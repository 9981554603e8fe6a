/**
 * The module _statistics: the inverse of the normal distribution's cumulative distribution function, after Wichura's algorithm AS241
 * with sixteen digits (Applied Statistics 37, 1988).
 */
import { log } from '../base/double-double.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { raise } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { builtin } from '../objects/signature.ts'
import { PyFloat } from '../objects/value.ts'

/** Coefficients of the numerator and denominator of the three rational approximations, highest power first. */
const central = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
] as const
const middle = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
] as const
const tail = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
] as const

type Approximation = readonly [readonly number[], readonly number[]]

function evaluate([numerator, denominator]: Approximation, x: number, factor = 1): number {
  const polynomial = (coefficients: readonly number[]): number => {
    let sum = coefficients[0]!
    for (let i = 1; i < coefficients.length; i++) sum = sum * x + coefficients[i]!
    return sum
  }
  return (polynomial(numerator) * factor) / polynomial(denominator)
}

function inverse(p: number, mu: number, sigma: number): PyFloat {
  if (p <= 0 || p >= 1) raise(valueErrorType, 'inv_cdf undefined for these parameters')
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) return new PyFloat(mu + evaluate(central, 0.180625 - q * q, q) * sigma)
  const r = Math.sqrt(-log(q <= 0 ? p : 1 - p))
  const x = r <= 5 ? evaluate(middle, r - 1.6) : evaluate(tail, r - 5)
  return new PyFloat(mu + (q < 0 ? -x : x) * sigma)
}

defineModule('_statistics', {
  doc: 'Accelerators for the statistics module.\n',
  functions: () => [builtin('_normal_dist_inv_cdf($module, p: float, mu: float, sigma: float, /)', inverse)],
})
