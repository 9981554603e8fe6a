// Hot.
/** math: the functions of several numbers. As Modules/mathmodule.c. */
import { add, mul } from '../../base/int.ts'
import { fsum, hypotenuse, sumprod, vectorNorm } from '../../base/float-math.ts'
import { floatType, typeOf } from '../../objects/builtin-types.ts'
import { raise } from '../../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { getIter, itemsOf } from '../../objects/iteration.ts'
import { addValues, multiplyValues } from '../../objects/operators.ts'
import { type Builtin, builtin, withRaw } from '../../objects/signature.ts'
import { PyFloat, type Int, type Value } from '../../objects/value.ts'
import { realOf } from './real.ts'

function norm(coordinates: Value[]): Value {
  const { length, 0: x, 1: y } = coordinates
  return new PyFloat(length === 2 ? hypotenuse(realOf(x!), realOf(y!)) : vectorNorm(coordinates.map(realOf)))
}

function distance(p: Value, q: Value): Value {
  const from = itemsOf(p)
  const to = itemsOf(q)
  if (from.length !== to.length) raise(valueErrorType, 'both points must have the same number of dimensions')
  return new PyFloat(vectorNorm(from.map((each, i) => realOf(each) - realOf(to[i]!))))
}

function exactSum(iterable: Value): Value {
  const result = fsum(itemsOf(iterable).map(realOf))
  if (result === 'overflow') raise(overflowErrorType, 'intermediate overflow in fsum')
  if (result === 'inf minus inf') raise(valueErrorType, '-inf + inf in fsum')
  return new PyFloat(result)
}

function product(iterable: Value, start: Value): Value {
  const iterator = getIter(iterable)
  const next = typeOf(iterator).iternext!
  let result = start
  for (let item = next(iterator); item !== undefined; item = next(iterator))
    if (typeof result === 'number' && typeof item === 'number') result = mul(result, item)
    else if (isPlainFloat(result) && isPlainFloat(item)) result = new PyFloat(result.value * item.value)
    else result = multiplyValues(result, item)
  return result
}

const isPlainInt = (value: Value): value is Int => typeof value === 'number' || typeof value === 'bigint'

const isPlainFloat = (value: Value): value is PyFloat => value instanceof PyFloat && typeOf(value) === floatType
const isIntOrBool = (value: Value): boolean => isPlainInt(value) || typeof value === 'boolean'

/** A pair of which at least one is a float and none anything but a float or an int. */
const isFloatPair = (a: Value, b: Value): boolean =>
  isPlainFloat(a) ? isPlainFloat(b) || isIntOrBool(b) : isPlainFloat(b) && isIntOrBool(a)

const isWord = (value: Int): boolean => value >= -(2n ** 63n) && value < 2n ** 63n

/**
 * Sum of products: ints exactly at the start, then floats with extended precision; from the first pair of another kind on, by the
 * operators. Ints beyond a machine word are of another kind.
 */
function sumOfProducts(p: Value, q: Value): Value {
  const left = itemsOf(p)
  const right = itemsOf(q)
  if (left.length !== right.length) raise(valueErrorType, 'Inputs are not the same length')
  const { length } = left
  let i = 0
  let ints: Int = 0
  for (; i < length; i++) {
    const a = left[i]!
    const b = right[i]!
    if (!isPlainInt(a) || !isPlainInt(b) || !isWord(a) || !isWord(b)) break
    const product = mul(a, b)
    const sum = add(ints, product)
    if (!isWord(product) || !isWord(sum)) break
    ints = sum
  }
  let total: Value = ints
  const start = i
  while (i < length && isFloatPair(left[i]!, right[i]!)) i++
  if (i > start) {
    const floats = sumprod(left.slice(start, i).map(realOf), right.slice(start, i).map(realOf))
    total = addValues(total, new PyFloat(floats))
  }
  for (; i < length; i++) total = addValues(total, multiplyValues(left[i]!, right[i]!))
  return total
}

export const sequenceFunctions = (): Builtin[] => [
  withRaw(
    builtin(
      'hypot($module, /, *coordinates)',
      norm,
      'Multidimensional Euclidean distance from the origin to a point.\n\nRoughly equivalent to:\n    sqrt(sum(x**2 for x in coordinates))',
    ),
    2,
    hypotenuse,
  ),
  builtin(
    'dist($module, p, q, /)',
    distance,
    'Return the Euclidean distance between two points p and q.\n\nThe points should be specified as sequences (or iterables) of\ncoordinates.  Both inputs must have the same dimension.',
  ),
  builtin(
    'fsum($module, seq, /)',
    exactSum,
    'Return an accurate floating-point sum of values in the iterable seq.\n\nAssumes IEEE-754 floating-point arithmetic.',
  ),
  builtin(
    'prod($module, iterable, /, *, start=1)',
    product,
    'Calculate the product of all the elements in the input iterable.\n\nThe default start value for the product is 1.\n\nWhen the iterable is empty, return the start value.  This function is\nintended specifically for use with numeric values and may reject\nnon-numeric types.',
  ),
  builtin(
    'sumprod($module, p, q, /)',
    sumOfProducts,
    'Return the sum of products of values from two iterables p and q.\n\nRoughly equivalent to:\n\n    sum(map(operator.mul, p, q, strict=True))',
  ),
]
