/** Unary operators. */
import { invert, neg } from '../base/int.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { typeName } from '../objects/type.ts'
import { PyFloat, type Value } from '../objects/value.ts'

export function negateValue(value: Value): Value {
  if (typeof value === 'number') return neg(value)
  if (value instanceof PyFloat) return new PyFloat(-value.value)
  const { negative } = typeOf(value)
  if (negative === null) raiseBadOperand('-', value)
  return negative(value)
}

export function positiveValue(value: Value): Value {
  const { positive } = typeOf(value)
  if (positive === null) raiseBadOperand('+', value)
  return positive(value)
}

export function invertValue(value: Value): Value {
  if (typeof value === 'number') return invert(value)
  const type = typeOf(value)
  if (type.invert === null) raiseBadOperand('~', value)
  return type.invert(value)
}

function raiseBadOperand(symbol: string, value: Value): never {
  raiseTypeError(`bad operand type for unary ${symbol}: '${typeName(typeOf(value))}'`)
}
