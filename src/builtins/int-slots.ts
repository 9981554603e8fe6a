// Hot.
/**
 * What operators do to ints. As Objects/longobject.c; the arithmetic itself is in base/int.ts.
 *
 * The interpreter and operators.ts add small ints without asking here. Every slot takes bools and instances of subclasses as well, and
 * answers NotImplemented when an operand is no int. Sizes are refused before they are built: V8 ends a program that asks for a BigInt
 * of 2^30 bits with an error of its own.
 */
import { hashInt } from '../base/hash.ts'
import { floatFromInt, trueDivide } from '../base/int-float.ts'
import { abs, add, and, divmod, floordiv, invert, lshift, mod, mul, neg, or, pow, powmod } from '../base/int.ts'
import { rshift, sub, xor } from '../base/int.ts'
import { lshiftBits, powBits } from '../base/int-size.ts'
import { intType } from '../objects/builtin-types.ts'
import { compareOrdered } from '../objects/compare.ts'
import { raise } from '../objects/exception.ts'
import {
  memoryErrorType,
  overflowErrorType,
  valueErrorType,
  zeroDivisionErrorType,
} from '../objects/exception-types.ts'
import { asInt, NotImplemented } from '../objects/number.ts'
import type { CompareOp } from '../objects/slots.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyFloat, type Int, type Value } from '../objects/value.ts'
import { powerOfFloats } from './float-arithmetic.ts'
import { decimalText } from './int-digit-limit.ts'

/** Results that would have more bits raise MemoryError. Half of what V8 can hold. */
const mostBits = 2 ** 29

export function doubleOfInt(value: Int): number {
  if (typeof value === 'number') return value
  const double = floatFromInt(value)
  if (double === null) raise(overflowErrorType, 'int too large to convert to float')
  return double
}

function onInts(compute: (a: Int, b: Int) => Value): (left: Value, right: Value) => Value {
  return (left, right) => {
    const a = asInt(left)
    const b = asInt(right)
    return a === undefined || b === undefined ? NotImplemented : compute(a, b)
  }
}

function checkDivisor(b: Int): void {
  if (b === 0) raise(zeroDivisionErrorType, 'division by zero')
}

function divideToFloat(a: Int, b: Int): Value {
  checkDivisor(b)
  const quotient = trueDivide(a, b)
  if (quotient === null) raise(overflowErrorType, 'integer division result too large for a float')
  return new PyFloat(quotient)
}

function checkShift(count: Int): void {
  if (count < 0) raise(valueErrorType, 'negative shift count')
}

function shiftLeft(a: Int, count: Int): Int {
  checkShift(count)
  if (a === 0) return 0
  if (count > 1000) {
    if (count >= 2 ** 64) raise(overflowErrorType, 'too many digits in integer')
    if (lshiftBits(a, count) > mostBits) raise(memoryErrorType)
  }
  return lshift(a, count)
}

function shiftRight(a: Int, count: Int): Int {
  checkShift(count)
  return rshift(a, count)
}

export function powerOfInts(base: Int, exponent: Int): Value {
  if (exponent < 0) return powerOfFloats(doubleOfInt(base), doubleOfInt(exponent))
  if (powBits(base, exponent) > mostBits) raise(memoryErrorType)
  return pow(base, exponent)
}

function powerModulo(base: Int, exponent: Int, modulus: Int): Value {
  if (modulus === 0) raise(valueErrorType, 'pow() 3rd argument cannot be 0')
  const result = powmod(base, exponent, modulus)
  if (result === null) raise(valueErrorType, 'base is not invertible for the given modulus')
  return result
}

/** The int in an operand known to be one. */
export const intIn = (self: Value): Int => asInt(self)!

intType.add = onInts(add)
intType.subtract = onInts(sub)
intType.multiply = onInts(mul)
intType.floorDivide = onInts((a, b) => {
  checkDivisor(b)
  return floordiv(a, b)
})
intType.remainder = onInts((a, b) => {
  checkDivisor(b)
  return mod(a, b)
})
intType.divmod = onInts((a, b) => {
  checkDivisor(b)
  return new PyTuple(divmod(a, b))
})
intType.trueDivide = onInts(divideToFloat)
intType.lshift = onInts(shiftLeft)
intType.rshift = onInts(shiftRight)
intType.and = onInts(and)
intType.or = onInts(or)
intType.xor = onInts(xor)
intType.power = (left, right, third) => {
  const a = asInt(left)
  const b = asInt(right)
  if (a === undefined || b === undefined) return NotImplemented
  if (third === null) return powerOfInts(a, b)
  const modulus = asInt(third)
  return modulus === undefined ? NotImplemented : powerModulo(a, b, modulus)
}
intType.negative = self => neg(intIn(self))
intType.positive = self => intIn(self)
intType.absolute = self => abs(intIn(self))
intType.invert = self => invert(intIn(self))
intType.bool = self => intIn(self) !== 0
intType.int = self => intIn(self)
intType.index = self => intIn(self)
intType.float = self => new PyFloat(doubleOfInt(intIn(self)))
intType.hash = self => hashInt(intIn(self))
intType.repr = self => decimalText(intIn(self))
intType.richcompare = (left: Value, right: Value, op: CompareOp) => {
  const a = asInt(left)
  const b = asInt(right)
  return a === undefined || b === undefined ? NotImplemented : compareOrdered(a, b, op)
}
