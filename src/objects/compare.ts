// Hot.
/** Rich comparison: `==`, `<` and the others. As in PyObject_RichCompare (Objects/object.c). */
import { objectType, typeOf } from './builtin-types.ts'
import { raiseTypeError } from './exception.ts'
import { NotImplemented } from './number.ts'
import { EQ, NE, type CompareOp } from './slots.ts'
import { truth } from './truth.ts'
import { typeName } from './type.ts'
import { isSame, PyFloat, type Value } from './value.ts'

/** The operator that holds for (b, a) when `op` holds for (a, b). */
export const swappedOp: readonly CompareOp[] = [4, 5, 2, 3, 0, 1]
export const compareOpText = ['<', '<=', '==', '!=', '>', '>='] as const

/** What `op` says of two JavaScript values that JavaScript orders as Python does. */
export function compareOrdered<T extends number | bigint | string>(a: T, b: T, op: CompareOp): boolean {
  switch (op) {
    case 0:
      return a < b
    case 1:
      return a <= b
    case 2:
      return a === b
    case 3:
      return a !== b
    case 4:
      return a > b
    default:
      return a >= b
  }
}

/** `left op right`, with whatever the operands' types answer. */
export function richCompare(left: Value, right: Value, op: CompareOp): Value {
  if (typeof left === 'number' && typeof right === 'number') return compareOrdered(left, right, op)
  if (typeof left === 'string' && typeof right === 'string') return compareOrdered(left, right, op)
  const leftType = typeOf(left)
  const rightType = typeOf(right)
  let tryRight = true
  if (leftType !== rightType && rightType.isSubtypeOf(leftType) && rightType.richcompare !== null) {
    tryRight = false
    const result = rightType.richcompare(right, left, swappedOp[op]!)
    if (result !== NotImplemented) return result
  }
  if (leftType.richcompare !== null) {
    const result = leftType.richcompare(left, right, op)
    if (result !== NotImplemented) return result
  }
  if (tryRight && rightType.richcompare !== null) {
    const result = rightType.richcompare(right, left, swappedOp[op]!)
    if (result !== NotImplemented) return result
  }
  if (op === EQ) return isSame(left, right)
  if (op === NE) return !isSame(left, right)
  raiseTypeError(
    `'${compareOpText[op]}' not supported between instances of '${typeName(leftType)}' and '${typeName(rightType)}'`,
  )
}

/** `left op right` as a JavaScript boolean. */
export function compareBool(left: Value, right: Value, op: CompareOp): boolean {
  const result = richCompare(left, right, op)
  return typeof result === 'boolean' ? result : truth(result)
}

/** `left is right or left == right`: how containers compare their items. */
export function equals(left: Value, right: Value): boolean {
  if (left === right) return true
  if (typeof left === 'number' && typeof right === 'number') return false
  if (typeof left === 'string' && typeof right === 'string') return false
  if (left instanceof PyFloat && right instanceof PyFloat) return left.value === right.value || isSame(left, right)
  return compareBool(left, right, EQ)
}

/** object.__eq__ and object.__ne__; the latter is the inverse of the former. */
export function identityCompare(self: Value, other: Value, op: CompareOp): Value {
  if (op === EQ) return isSame(self, other) ? true : NotImplemented
  if (op === NE) {
    const compare = typeOf(self).richcompare
    if (compare === null) return NotImplemented
    const equal = compare(self, other, EQ)
    return equal === NotImplemented ? NotImplemented : !truth(equal)
  }
  return NotImplemented
}

objectType.richcompare = identityCompare
