/** `container[key]` and slices. */
import { typeOf } from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { keyErrorType } from '../objects/exception-types.ts'
import { isSequence } from '../objects/iteration.ts'
import { binaryOperators, type BinaryOperator } from '../objects/operators.ts'
import { PySlice } from '../objects/slice.ts'
import { PyType, typeName } from '../objects/type.ts'
import { callTypeSubscript } from './class-subscript.ts'
import type { Value } from '../objects/value.ts'

/** `container[key]`. As PyObject_GetItem (Objects/abstract.c). */
export function getItem(container: Value, key: Value): Value {
  const { subscript } = typeOf(container)
  if (subscript !== null) return subscript(container, key)
  if (container instanceof PyType) return callTypeSubscript(container, key)
  raiseTypeError(`'${typeName(typeOf(container))}' object is not subscriptable`)
}

export function storeSubscript(container: Value, key: Value, value: Value): void {
  const { assSubscript } = typeOf(container)
  if (assSubscript === null) raiseTypeError(`'${typeName(typeOf(container))}' object does not support item assignment`)
  assSubscript(container, key, value)
}

export function deleteSubscript(container: Value, key: Value): void {
  const { assSubscript } = typeOf(container)
  if (assSubscript === null) {
    // As PyObject_DelItem: what may be a sequence, as any class written in Python and what has only `in` of one, is asked by index, and refuses in words of its own.
    const { isHeap, contains } = typeOf(container)
    const isAsked = isHeap || contains !== null || isSequence(container)
    const not = isAsked && typeOf(key).index !== null ? "doesn't" : 'does not'
    raiseTypeError(`'${typeName(typeOf(container))}' object ${not} support item deletion`)
  }
  assSubscript(container, key, undefined)
}

export function binarySlice(container: Value, start: Value, stop: Value): Value {
  return getItem(container, new PySlice(start, stop, null))
}

export function storeSlice(container: Value, start: Value, stop: Value, value: Value): void {
  storeSubscript(container, new PySlice(start, stop, null), value)
}

/** `dict[key]` of an exact dict that has no such key. */
export function raiseMissingKey(key: Value): never {
  raise(keyErrorType, key)
}

/** The operations of BINARY_OP by oparg: the operators, and subscription, which comes last. */
export const binaryOperations: readonly BinaryOperator[] = [...binaryOperators, getItem]
