// Hot.
/** math: the functions of floats. As Modules/mathmodule.c. */
import * as exact from '../../base/double-double.ts'
import { fma, floatPow, frexp, ldexp, logInt, modf, nextAfter, remainder, ulp } from '../../base/float-math.ts'
import { erf, erfc, gamma, lgamma } from '../../base/gamma.ts'
import { floatRepr, isNegative } from '../../base/float-text.ts'
import { intFromFloat } from '../../base/int-float.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { callSpecial } from '../../objects/call.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { overflowErrorType, valueErrorType, zeroDivisionErrorType } from '../../objects/exception-types.ts'
import { asFloat, asInt } from '../../objects/number.ts'
import { indexOf } from '../../objects/operators.ts'
import { type Builtin, builtin, withRaw } from '../../objects/signature.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { typeName } from '../../objects/type.ts'
import { PyFloat, type Int, type Value } from '../../objects/value.ts'
import { checkCount } from '../../builtins/constructor-arguments.ts'
import { rawBuiltin } from '../../builtins/raw-builtin.ts'
import { domainError, rangeError, type RealFunction, realFunction, realOf } from './real.ts'

const finite = 'expected a finite input'
const unit = 'expected a number in range from -1 up to 1'
const gammaInput = 'expected a noninteger or positive integer'

const isGammaPole = (x: number): boolean => x === Number.NEGATIVE_INFINITY || (x <= 0 && Number.isInteger(x))

const realFunctions: readonly RealFunction[] = [
  {
    name: 'acos',
    apply: exact.acos,
    expected: unit,
    doc: 'Return the arc cosine (measured in radians) of x.\n\nThe result is between 0 and pi.',
  },
  {
    name: 'acosh',
    apply: Math.acosh,
    expected: 'expected argument value not less than 1',
    doc: 'Return the inverse hyperbolic cosine of x.',
  },
  {
    name: 'asin',
    apply: exact.asin,
    expected: unit,
    doc: 'Return the arc sine (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.',
  },
  { name: 'asinh', apply: Math.asinh, doc: 'Return the inverse hyperbolic sine of x.' },
  {
    name: 'atan',
    apply: exact.atan,
    doc: 'Return the arc tangent (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.',
  },
  {
    name: 'atanh',
    apply: Math.atanh,
    expected: 'expected a number between -1 and 1',
    isPole: x => x === 1 || x === -1,
    doc: 'Return the inverse hyperbolic tangent of x.',
  },
  { name: 'cbrt', apply: Math.cbrt, doc: 'Return the cube root of x.' },
  { name: 'cos', apply: exact.cos, expected: finite, doc: 'Return the cosine of x (measured in radians).' },
  { name: 'cosh', apply: exact.cosh, doc: 'Return the hyperbolic cosine of x.' },
  { name: 'erf', apply: erf, doc: 'Error function at x.' },
  { name: 'erfc', apply: erfc, doc: 'Complementary error function at x.' },
  { name: 'exp', apply: exact.exp, doc: 'Return e raised to the power of x.' },
  { name: 'exp2', apply: exact.exp2, doc: 'Return 2 raised to the power of x.' },
  {
    name: 'expm1',
    apply: Math.expm1,
    doc: 'Return exp(x)-1.\n\nThis function avoids the loss of precision involved in the direct evaluation of exp(x)-1 for small x.',
  },
  { name: 'fabs', apply: Math.abs, doc: 'Return the absolute value of the float x.' },
  { name: 'gamma', apply: gamma, expected: gammaInput, isPole: isGammaPole, doc: 'Gamma function at x.' },
  {
    name: 'lgamma',
    apply: lgamma,
    expected: gammaInput,
    isPole: x => Number.isFinite(x) && isGammaPole(x),
    doc: 'Natural logarithm of absolute value of Gamma function at x.',
  },
  {
    name: 'log1p',
    apply: Math.log1p,
    expected: 'expected argument value > -1',
    isPole: x => x === -1,
    doc: 'Return the natural logarithm of 1+x (base e).\n\nThe result is computed in a way which is accurate for x near zero.',
  },
  { name: 'sin', apply: exact.sin, expected: finite, doc: 'Return the sine of x (measured in radians).' },
  { name: 'sinh', apply: Math.sinh, doc: 'Return the hyperbolic sine of x.' },
  { name: 'sqrt', apply: Math.sqrt, expected: 'expected a nonnegative input', doc: 'Return the square root of x.' },
  { name: 'tan', apply: exact.tan, expected: finite, doc: 'Return the tangent of x (measured in radians).' },
  { name: 'tanh', apply: Math.tanh, doc: 'Return the hyperbolic tangent of x.' },
]

/** The logarithm of an int of any size, or of a float. */
function logarithm(value: Value, log: (x: number) => number): number {
  if (!(value instanceof PyFloat)) {
    const int = asInt(value)
    if (int !== undefined) {
      if (int <= 0) domainError('expected a positive input')
      return logInt(int, log)
    }
  }
  const x = realOf(value)
  if (x > 0) return x === Number.POSITIVE_INFINITY ? x : log(x)
  if (Number.isNaN(x)) return x
  domainError(`expected a positive input, got ${floatRepr(x)}`)
}

function log(args: Value[]): Value {
  checkCount('log', args, 1, 2)
  const numerator = logarithm(args[0]!, exact.log)
  if (args.length === 1) return new PyFloat(numerator)
  const denominator = logarithm(args[1]!, exact.log)
  if (denominator === 0) raise(zeroDivisionErrorType, 'division by zero')
  return new PyFloat(numerator / denominator)
}

/** `math.ceil`, `floor`, `trunc`: of a float here, of other types by their special method. */
function rounding(
  name: string,
  round: (x: number) => number,
  otherwise: (value: Value) => Value,
  doc: string,
): Builtin {
  const declared = builtin(
    `${name}($module, x, /)`,
    (value: Value) => {
      if (value instanceof PyFloat) return intOfFloat(round(value.value))
      if (typeof value === 'number') return value
      const result = callSpecial(value, `__${name}__`)
      return result === undefined ? otherwise(value) : result
    },
    doc,
  )
  return withRaw(declared, 1, round, 'int')
}

function intOfFloat(x: number): Int {
  if (Number.isNaN(x)) raise(valueErrorType, 'cannot convert float NaN to integer')
  if (!Number.isFinite(x)) raise(overflowErrorType, 'cannot convert float infinity to integer')
  return intFromFloat(x)
}

const raiseNoTrunc = (value: Value): never =>
  raiseTypeError(`type ${typeName(typeOf(value))} doesn't define __trunc__ method`)

function fmod(a: Value, b: Value): Value {
  const x = realOf(a)
  const y = realOf(b)
  const result = x % y
  if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) domainError()
  return new PyFloat(result)
}

function pow(a: Value, b: Value): Value {
  const result = floatPow(realOf(a), realOf(b))
  if (typeof result === 'number') return new PyFloat(result)
  if (result === 'overflow') rangeError()
  domainError()
}

function finitePow(x: number, y: number): number {
  const result = floatPow(x, y)
  return typeof result === 'number' ? result : Number.NaN
}

function remainderOf(a: Value, b: Value): Value {
  const x = realOf(a)
  const y = realOf(b)
  const result = remainder(x, y)
  if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) domainError()
  return new PyFloat(result)
}

function scale(value: Value, exponent: Value): Value {
  const x = realOf(value)
  const power = asInt(exponent)
  if (power === undefined) raiseTypeError('Expected an int as second argument to ldexp.')
  if (x === 0 || !Number.isFinite(x)) return new PyFloat(x)
  const clamped = power > 100_000 ? 100_000 : power < -100_000 ? -100_000 : Number(power)
  const result = ldexp(x, clamped)
  if (!Number.isFinite(result)) rangeError()
  return new PyFloat(result)
}

function multiplyAdd(a: Value, b: Value, c: Value): Value {
  const [x, y, z] = [realOf(a), realOf(b), realOf(c)]
  const result = fma(x, y, z)
  if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y) && !Number.isNaN(z))
    raise(valueErrorType, 'invalid operation in fma')
  if (!Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(z))
    raise(overflowErrorType, 'overflow in fma')
  return new PyFloat(result)
}

function copySign(a: Value, b: Value): Value {
  const magnitude = Math.abs(realOf(a))
  const sign = realOf(b)
  return new PyFloat(sign < 0 || isNegative(sign) ? -magnitude : magnitude)
}

function isClose(a: Value, b: Value, relative: number, absolute: number): Value {
  const x = realOf(a)
  const y = realOf(b)
  if (relative < 0 || absolute < 0) raise(valueErrorType, 'tolerances must be non-negative')
  if (x === y) return true
  if (!Number.isFinite(x) || !Number.isFinite(y)) return false
  const difference = Math.abs(y - x)
  return difference <= Math.abs(relative * y) || difference <= Math.abs(relative * x) || difference <= absolute
}

function next(a: Value, b: Value, steps: Value): Value {
  const x = realOf(a)
  const y = realOf(b)
  const count = steps === null ? 1 : indexOf(steps)
  if (count < 0) raise(valueErrorType, 'steps must be a non-negative integer')
  const result = nextAfter(x, y, count)
  // As C's nextafter: a zero that is passed to has the sign that it comes from. With a count, it is `y`.
  return new PyFloat(steps === null && result === 0 && x !== 0 ? (x < 0 ? -0 : 0) : result)
}

const pair = ([first, second]: readonly [number, number]): Value =>
  new PyTuple([new PyFloat(first), new PyFloat(second)])

const predicate = (name: string, test: (x: number) => boolean, doc: string): Builtin =>
  builtin(`${name}($module, x, /)`, (value: Value) => test(realOf(value)), doc)

const logOf = (name: string, apply: (x: number) => number, doc: string): Builtin =>
  withRaw(
    builtin(`${name}($module, x, /)`, (value: Value) => new PyFloat(logarithm(value, apply)), doc),
    1,
    ofPositive(apply),
  )

const ofPositive =
  (apply: (x: number) => number) =>
  (x: number): number =>
    x > 0 ? apply(x) : Number.NaN

export const floatFunctions = (): Builtin[] => [
  ...realFunctions.map(realFunction),
  rounding(
    'ceil',
    Math.ceil,
    value => intOfFloat(Math.ceil(realOf(value))),
    'Return the ceiling of x as an Integral.\n\nThis is the smallest integer >= x.',
  ),
  rounding(
    'floor',
    Math.floor,
    value => intOfFloat(Math.floor(realOf(value))),
    'Return the floor of x as an Integral.\n\nThis is the largest integer <= x.',
  ),
  rounding(
    'trunc',
    Math.trunc,
    value => (asFloat(value) === undefined ? raiseNoTrunc(value) : intOfFloat(Math.trunc(realOf(value)))),
    'Truncates the Real x to the nearest Integral toward 0.\n\nUses the __trunc__ magic method.',
  ),
  withRaw(
    rawBuiltin(
      'log($module, x, base=<unrepresentable>, /)',
      (args, keywords) => {
        if (keywords !== null && keywords.length > 0) raiseTypeError('math.log() takes no keyword arguments')
        return log(args)
      },
      'log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of x.',
    ),
    1,
    ofPositive(exact.log),
  ),
  logOf('log2', exact.log2, 'Return the base 2 logarithm of x.'),
  logOf('log10', exact.log10, 'Return the base 10 logarithm of x.'),
  predicate('isfinite', Number.isFinite, 'Return True if x is neither an infinity nor a NaN, and False otherwise.'),
  predicate(
    'isinf',
    x => Math.abs(x) === Number.POSITIVE_INFINITY,
    'Return True if x is a positive or negative infinity, and False otherwise.',
  ),
  predicate('isnan', Number.isNaN, 'Return True if x is a NaN (not a number), and False otherwise.'),
  withRaw(
    builtin(
      'atan2($module, y, x, /)',
      (y: Value, x: Value) => new PyFloat(exact.atan2(realOf(y), realOf(x))),
      'Return the arc tangent (measured in radians) of y/x.\n\nUnlike atan(y/x), the signs of both x and y are considered.',
    ),
    2,
    (y, x) => exact.atan2(y, x),
  ),
  builtin(
    'copysign($module, x, y, /)',
    copySign,
    'Return a float with the magnitude (absolute value) of x but the sign of y.\n\nOn platforms that support signed zeros, copysign(1.0, -0.0)\nreturns -1.0.\n',
  ),
  withRaw(
    builtin(
      'degrees($module, x, /)',
      (x: Value) => new PyFloat(realOf(x) * (180 / Math.PI)),
      'Convert angle x from radians to degrees.',
    ),
    1,
    x => x * (180 / Math.PI),
  ),
  withRaw(
    builtin(
      'radians($module, x, /)',
      (x: Value) => new PyFloat(realOf(x) * (Math.PI / 180)),
      'Convert angle x from degrees to radians.',
    ),
    1,
    x => x * (Math.PI / 180),
  ),
  withRaw(
    builtin('fmod($module, x, y, /)', fmod, 'Return fmod(x, y), according to platform C.\n\nx % y may differ.'),
    2,
    (x, y) => x % y,
  ),
  withRaw(builtin('pow($module, x, y, /)', pow, 'Return x**y (x to the power of y).'), 2, finitePow),
  builtin('remainder($module, x, y, /)', remainderOf, 'Difference between x and the closest integer multiple of y.'),
  builtin('ldexp($module, x, i, /)', scale, 'Return x * (2**i).\n\nThis is essentially the inverse of frexp().'),
  builtin(
    'frexp($module, x, /)',
    (x: Value) => {
      const [fraction, exponent] = frexp(realOf(x))
      return new PyTuple([new PyFloat(fraction), exponent])
    },
    'Return the mantissa and exponent of x, as pair (m, e).\n\nm is a float and e is an int, such that x = m * 2.**e.\nIf x is 0, m and e are both 0.  Else 0.5 <= abs(m) < 1.0.',
  ),
  builtin(
    'modf($module, x, /)',
    (x: Value) => pair(modf(realOf(x))),
    'Return the fractional and integer parts of x.\n\nBoth results carry the sign of x and are floats.',
  ),
  builtin(
    'fma($module, x, y, z, /)',
    multiplyAdd,
    'Fused multiply-add operation.\n\nCompute (x * y) + z with a single round.',
  ),
  builtin(
    'isclose($module, /, a, b, *, rel_tol: float = 1e-09, abs_tol: float = 0.0)',
    isClose,
    'Determine whether two floating-point numbers are close in value.\n\nReturn True if a is close in value to b, and False otherwise.',
  ),
  builtin(
    'nextafter($module, x, y, /, *, steps=None)',
    next,
    'Return the floating-point value the given number of steps after x towards y.\n\nIf steps is not specified or is None, it defaults to 1.',
  ),
  builtin(
    'ulp($module, x, /)',
    (x: Value) => new PyFloat(ulp(realOf(x))),
    'Return the value of the least significant bit of the float x.',
  ),
]
