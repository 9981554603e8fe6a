/** Unary operators, and comparing numbers of several kinds. */
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

/**
 * `left OP right`, with OP as in `oparg >> 5` of COMPARE_OP (< <= == != > >=), of numbers; undefined if one is something else. JavaScript compares a
 * BigInt with a double exactly.
 */
export function compareNumbers(op: number, left: Value, right: Value): boolean | undefined {
  const a = left instanceof PyFloat ? left.value : left
  const b = right instanceof PyFloat ? right.value : right
  if ((typeof a !== 'number' && typeof a !== 'bigint') || (typeof b !== 'number' && typeof b !== 'bigint'))
    return undefined
  if (op === 0) return a < b
  if (op === 1) return a <= b
  if (op === 4) return a > b
  if (op === 5) return a >= b
  const isEqual = a <= b && a >= b
  return op === 2 ? isEqual : !isEqual
}
