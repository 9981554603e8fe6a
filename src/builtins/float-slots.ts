// Hot.
/**
 * What operators do to floats. As Objects/floatobject.c.
 *
 * Every slot first tries two exact floats, or a float and a small int; what is left (bools, big ints, subclasses) goes through
 * `operand`.
 */
import { floatFloorDiv, floatMod } from '../base/float-math.ts'
import { floatRepr } from '../base/float-text.ts'
import { floatType } from '../objects/builtin-types.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { hashOfFloat } from '../objects/hash.ts'
import { asFloat, asInt, NotImplemented, type PyFloatObject } from '../objects/number.ts'
import type { CompareOp } from '../objects/slots.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { powerOfFloats, raiseDivisionByZero } from './float-arithmetic.ts'
import { doubleOfInt } from './int-slots.ts'
import { truncate } from './number-conversion.ts'

/** The double of an operand; undefined if it is neither float nor int. OverflowError for an int past the range. */
function operand(value: Value): number | undefined {
  if (typeof value === 'number') return value
  if (value instanceof PyFloat) return value.value
  const int = asInt(value)
  return int === undefined ? asFloat(value) : doubleOfInt(int)
}

/** The double in a value known to be a float. */
export const floatIn = (self: Value): number => (self instanceof PyFloat ? self.value : asFloat(self)!)

floatType.add = (left, right) => {
  if (left instanceof PyFloat && right instanceof PyFloat) return new PyFloat(left.value + right.value)
  const a = operand(left)
  const b = a === undefined ? a : operand(right)
  return a === undefined || b === undefined ? NotImplemented : new PyFloat(a + b)
}
floatType.subtract = (left, right) => {
  if (left instanceof PyFloat && right instanceof PyFloat) return new PyFloat(left.value - right.value)
  const a = operand(left)
  const b = a === undefined ? a : operand(right)
  return a === undefined || b === undefined ? NotImplemented : new PyFloat(a - b)
}
floatType.multiply = (left, right) => {
  if (left instanceof PyFloat && right instanceof PyFloat) return new PyFloat(left.value * right.value)
  const a = operand(left)
  const b = a === undefined ? a : operand(right)
  return a === undefined || b === undefined ? NotImplemented : new PyFloat(a * b)
}
floatType.trueDivide = (left, right) => {
  const a = operand(left)
  const b = a === undefined ? a : operand(right)
  if (a === undefined || b === undefined) return NotImplemented
  if (b === 0) raiseDivisionByZero()
  return new PyFloat(a / b)
}
floatType.remainder = (left, right) => {
  const a = operand(left)
  const b = a === undefined ? a : operand(right)
  if (a === undefined || b === undefined) return NotImplemented
  if (b === 0) raiseDivisionByZero()
  return new PyFloat(floatMod(a, b))
}
floatType.floorDivide = (left, right) => {
  const a = operand(left)
  const b = a === undefined ? a : operand(right)
  if (a === undefined || b === undefined) return NotImplemented
  if (b === 0) raiseDivisionByZero()
  return new PyFloat(floatFloorDiv(a, b))
}
floatType.divmod = (left, right) => {
  const a = operand(left)
  const b = a === undefined ? a : operand(right)
  if (a === undefined || b === undefined) return NotImplemented
  if (b === 0) raiseDivisionByZero()
  return new PyTuple([new PyFloat(floatFloorDiv(a, b)), new PyFloat(floatMod(a, b))])
}
floatType.power = (left, right, third) => {
  if (third !== null) raiseTypeError('pow() 3rd argument not allowed unless all arguments are integers')
  const a = operand(left)
  const b = a === undefined ? a : operand(right)
  return a === undefined || b === undefined ? NotImplemented : powerOfFloats(a, b)
}
floatType.negative = self => new PyFloat(-floatIn(self))
floatType.positive = self => new PyFloat(floatIn(self))
floatType.absolute = self => new PyFloat(Math.abs(floatIn(self)))
floatType.bool = self => floatIn(self) !== 0
floatType.int = self => truncate(floatIn(self))
floatType.float = self => (self instanceof PyFloat ? self : new PyFloat(floatIn(self)))
floatType.hash = (self: PyFloat | PyFloatObject) => hashOfFloat(self)
floatType.repr = self => floatRepr(floatIn(self))

function compare(a: number, b: number | bigint, op: CompareOp): boolean {
  switch (op) {
    case 0:
      return a < b
    case 1:
      return a <= b
    case 2:
      // A double and a bigint of the same value are equal, though not identical.
      // biome-ignore lint/suspicious/noDoubleEquals: see above.
      return a == b
    case 3:
      // biome-ignore lint/suspicious/noDoubleEquals: see above.
      return a != b
    case 4:
      return a > b
    default:
      return a >= b
  }
}

floatType.richcompare = (left: Value, right: Value, op: CompareOp) => {
  const a = floatIn(left)
  if (right instanceof PyFloat) return compare(a, right.value, op)
  const b = asInt(right) ?? asFloat(right)
  return b === undefined ? NotImplemented : compare(a, b, op)
}
