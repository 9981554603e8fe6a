/** Unary and binary operators, subscripts, comparison, truth. */
import { listSlice } from '../builtins/list-slices.ts'
import { invertValue, negateValue } from '../interpreter/arithmetic.ts'
import type { ExtendCache, FunctionCache, TypeCache } from '../interpreter/inline-caches.ts'
import { containsValue, matchesException, matchExceptionGroup } from '../interpreter/operations.ts'
import * as specialize from '../interpreter/specialize.ts'
import {
  binaryOperations,
  binarySlice,
  deleteSubscript,
  raiseMissingKey,
  storeSlice,
  storeSubscript,
} from '../interpreter/subscripts.ts'
import { newFrame2 } from '../interpreter/calls.ts'
import { dictType, frozensetType, listType, setType, tupleType, typeOf } from '../objects/builtin-types.ts'
import { richCompare } from '../objects/compare.ts'
import { PyDict } from '../objects/dict.ts'
import { PyList } from '../objects/list.ts'
import { PyFrozenset, PySet } from '../objects/set.ts'
import { PySlice } from '../objects/slice.ts'
import type { CompareOp } from '../objects/slots.ts'
import { truth } from '../objects/truth.ts'
import { PyTuple } from '../objects/tuple.ts'
import { isSame, PyFloat, type Value } from '../objects/value.ts'
import {
  adaptive,
  cache,
  code,
  enterFrame,
  exitUnless,
  instruction,
  oparg,
  pc,
  specialization,
  uop,
  type Elsewhere,
  type Float,
  type Small,
} from './kit.ts'

// Unary operators.

export const _UNARY_NEGATIVE = uop((value: Value): Value => negateValue(value))
export const UNARY_NEGATIVE = instruction(_UNARY_NEGATIVE)
export const _UNARY_INVERT = uop((value: Value): Value => invertValue(value))
export const UNARY_INVERT = instruction(_UNARY_INVERT)
export const _UNARY_NOT = uop((value: Value): Value => value === false)
export const UNARY_NOT = instruction(_UNARY_NOT)

// Truth: the jumps and UNARY_NOT that follow see only True and False.

export const _SPECIALIZE_TO_BOOL = uop((value: Value): Value => {
  specialize.toBool(code, pc, value)
  return value
})
export const _TO_BOOL = uop((value: Value): Value => truth(value))
export const TO_BOOL = adaptive(_SPECIALIZE_TO_BOOL, _TO_BOOL)
export const _TO_BOOL_BOOL = uop((value: Value): Value => {
  exitUnless(typeof value === 'boolean')
  return value
})
export const TO_BOOL_BOOL = specialization('TO_BOOL', _TO_BOOL_BOOL)
export const _TO_BOOL_INT = uop((value: Value): Value => {
  exitUnless(typeof value === 'number')
  return value !== 0
})
export const TO_BOOL_INT = specialization('TO_BOOL', _TO_BOOL_INT)
export const _GUARD_TOS_LIST = uop((list: Value): PyList => {
  exitUnless(list instanceof PyList && list.type === listType)
  return list
})
export const _TO_BOOL_LIST = uop((list: PyList): Value => list.length !== 0)
export const TO_BOOL_LIST = specialization('TO_BOOL', _GUARD_TOS_LIST, _TO_BOOL_LIST)
export const _TO_BOOL_NONE = uop((value: Value): Value => {
  exitUnless(value === null)
  return false
})
export const TO_BOOL_NONE = specialization('TO_BOOL', _TO_BOOL_NONE)
export const _TO_BOOL_STR = uop((value: Value): Value => {
  exitUnless(typeof value === 'string')
  return value !== ''
})
export const TO_BOOL_STR = specialization('TO_BOOL', _TO_BOOL_STR)
export const _TO_BOOL_ALWAYS_TRUE = uop((value: Value): Value => {
  exitUnless(typeof value === 'object' && value !== null && value.type.version === cache<TypeCache>().version)
  return true
})
export const TO_BOOL_ALWAYS_TRUE = specialization('TO_BOOL', _TO_BOOL_ALWAYS_TRUE)

// Binary operators.

export const _SPECIALIZE_BINARY_OP = uop((left: Value, right: Value): [Value, Value] => {
  specialize.binaryOp(code, pc, oparg, left, right)
  return [left, right]
})
export const _BINARY_OP = uop((left: Value, right: Value): Value => binaryOperations[oparg]!(left, right))
export const BINARY_OP = adaptive(_SPECIALIZE_BINARY_OP, _BINARY_OP)

export const _GUARD_BOTH_INT = uop((left: Value, right: Value): [Small, Small] => {
  exitUnless(typeof left === 'number')
  exitUnless(typeof right === 'number')
  return [left, right]
})
export const _BINARY_OP_ADD_INT = uop((left: Small, right: Small): Small => {
  const sum = left + right
  exitUnless(sum <= 9007199254740991 && sum >= -9007199254740991)
  return sum
})
export const BINARY_OP_ADD_INT = specialization('BINARY_OP', _GUARD_BOTH_INT, _BINARY_OP_ADD_INT)
export const _BINARY_OP_SUBTRACT_INT = uop((left: Small, right: Small): Small => {
  const difference = left - right
  exitUnless(difference <= 9007199254740991 && difference >= -9007199254740991)
  return difference
})
export const BINARY_OP_SUBTRACT_INT = specialization('BINARY_OP', _GUARD_BOTH_INT, _BINARY_OP_SUBTRACT_INT)
/** Adding 0 makes a product of −0 an int again. */
export const _BINARY_OP_MULTIPLY_INT = uop((left: Small, right: Small): Small => {
  const product = left * right
  exitUnless(product <= 9007199254740991 && product >= -9007199254740991)
  return product + 0
})
export const BINARY_OP_MULTIPLY_INT = specialization('BINARY_OP', _GUARD_BOTH_INT, _BINARY_OP_MULTIPLY_INT)

export const _GUARD_BOTH_FLOAT = uop((left: Value, right: Value): [PyFloat, PyFloat] => {
  exitUnless(left instanceof PyFloat)
  exitUnless(right instanceof PyFloat)
  return [left, right]
})
export const _BINARY_OP_ADD_FLOAT = uop((left: Float, right: Float): Float => left + right)
export const BINARY_OP_ADD_FLOAT = specialization('BINARY_OP', _GUARD_BOTH_FLOAT, _BINARY_OP_ADD_FLOAT)
export const _BINARY_OP_SUBTRACT_FLOAT = uop((left: Float, right: Float): Float => left - right)
export const BINARY_OP_SUBTRACT_FLOAT = specialization('BINARY_OP', _GUARD_BOTH_FLOAT, _BINARY_OP_SUBTRACT_FLOAT)
export const _BINARY_OP_MULTIPLY_FLOAT = uop((left: Float, right: Float): Float => left * right)
export const BINARY_OP_MULTIPLY_FLOAT = specialization('BINARY_OP', _GUARD_BOTH_FLOAT, _BINARY_OP_MULTIPLY_FLOAT)

export const _GUARD_BOTH_STR = uop((left: Value, right: Value): [string, string] => {
  exitUnless(typeof left === 'string')
  exitUnless(typeof right === 'string')
  return [left, right]
})
export const _BINARY_OP_ADD_UNICODE = uop((left: string, right: string): Value => left + right)
export const BINARY_OP_ADD_UNICODE = specialization('BINARY_OP', _GUARD_BOTH_STR, _BINARY_OP_ADD_UNICODE)

/** Pairs of types that have no form of their own: the cache holds a function that answers undefined for any other pair. */
export const _BINARY_OP_EXTEND = uop((left: Value, right: Value): Value => {
  const result = cache<ExtendCache>().action(left, right)
  exitUnless(result !== undefined)
  return result
})
export const BINARY_OP_EXTEND = specialization('BINARY_OP', _BINARY_OP_EXTEND)

// Subscripts, which are a BINARY_OP as well.

export const _BINARY_OP_SUBSCR_LIST_INT = uop((list: Value, index: Value): Value => {
  exitUnless(list instanceof PyList && list.type === listType && typeof index === 'number')
  const length = list.floats === null ? list.items.length : list.floats.length
  const at = index < 0 ? index + length : index
  exitUnless(at >= 0 && at < length)
  return list.floats === null ? list.items[at]! : new PyFloat(list.floats[at]!)
})
export const BINARY_OP_SUBSCR_LIST_INT = specialization('BINARY_OP', _BINARY_OP_SUBSCR_LIST_INT)
export const _BINARY_OP_SUBSCR_LIST_SLICE = uop((list: Value, slice: Value): Value => {
  exitUnless(list instanceof PyList && list.type === listType && slice instanceof PySlice)
  return listSlice(list, slice)
})
export const BINARY_OP_SUBSCR_LIST_SLICE = specialization('BINARY_OP', _BINARY_OP_SUBSCR_LIST_SLICE)
export const _BINARY_OP_SUBSCR_TUPLE_INT = uop((tuple: Value, index: Value): Value => {
  exitUnless(tuple instanceof PyTuple && tuple.type === tupleType && typeof index === 'number')
  const item = tuple.items[index < 0 ? index + tuple.items.length : index]
  exitUnless(item !== undefined)
  return item
})
export const BINARY_OP_SUBSCR_TUPLE_INT = specialization('BINARY_OP', _BINARY_OP_SUBSCR_TUPLE_INT)
export const _BINARY_OP_SUBSCR_STR_INT = uop((str: Value, index: Value): Value => {
  exitUnless(typeof str === 'string' && typeof index === 'number')
  const at = index < 0 ? index + str.length : index
  exitUnless(at >= 0 && at < str.length)
  return str[at]!
})
export const BINARY_OP_SUBSCR_STR_INT = specialization('BINARY_OP', _BINARY_OP_SUBSCR_STR_INT)
export const _BINARY_OP_SUBSCR_DICT = uop((dict: Value, key: Value): Value => {
  exitUnless(dict instanceof PyDict && dict.type === dictType)
  // No exit from here on: looking up may have called `__hash__` and `__eq__`.
  const value = dict.get(key)
  if (value === undefined) raiseMissingKey(key)
  return value
})
export const BINARY_OP_SUBSCR_DICT = specialization('BINARY_OP', _BINARY_OP_SUBSCR_DICT)
/** `__getitem__` in Python. */
export const _BINARY_OP_SUBSCR_GETITEM = uop((container: Value, key: Value): Elsewhere => {
  const known = cache<FunctionCache>()
  exitUnless(typeOf(container).version === known.typeVersion && known.func.version === known.version)
  return enterFrame(newFrame2(known.func, container, key))
})
export const BINARY_OP_SUBSCR_GETITEM = specialization('BINARY_OP', _BINARY_OP_SUBSCR_GETITEM)

export const _SPECIALIZE_STORE_SUBSCR = uop((value: Value, container: Value, key: Value): [Value, Value, Value] => {
  specialize.storeSubscr(code, pc, container, key, value)
  return [value, container, key]
})
export const _STORE_SUBSCR = uop((value: Value, container: Value, key: Value) => {
  storeSubscript(container, key, value)
})
export const STORE_SUBSCR = adaptive(_SPECIALIZE_STORE_SUBSCR, _STORE_SUBSCR)
export const _STORE_SUBSCR_LIST_INT = uop((value: Value, list: Value, index: Value) => {
  exitUnless(list instanceof PyList && list.type === listType && typeof index === 'number')
  exitUnless(index >= 0 && index < list.length)
  if (list.floats === null) list.items[index] = value
  else list.put(index, value)
})
export const STORE_SUBSCR_LIST_INT = specialization('STORE_SUBSCR', _STORE_SUBSCR_LIST_INT)
export const _STORE_SUBSCR_DICT = uop((value: Value, dict: Value, key: Value) => {
  exitUnless(dict instanceof PyDict && dict.type === dictType)
  dict.set(key, value)
})
export const STORE_SUBSCR_DICT = specialization('STORE_SUBSCR', _STORE_SUBSCR_DICT)

export const _DELETE_SUBSCR = uop((container: Value, key: Value) => {
  deleteSubscript(container, key)
})
export const DELETE_SUBSCR = instruction(_DELETE_SUBSCR)
export const _BINARY_SLICE = uop(
  (container: Value, start: Value, stop: Value): Value => binarySlice(container, start, stop),
)
export const BINARY_SLICE = instruction(_BINARY_SLICE)
export const _STORE_SLICE = uop((value: Value, container: Value, start: Value, stop: Value) => {
  storeSlice(container, start, stop, value)
})
export const STORE_SLICE = instruction(_STORE_SLICE)

// Comparison. Bit 4 of the oparg asks for a bool.

export const _SPECIALIZE_COMPARE_OP = uop((left: Value, right: Value): [Value, Value] => {
  specialize.compareOp(code, pc, oparg, left, right)
  return [left, right]
})
export const _COMPARE_OP = uop((left: Value, right: Value): Value => {
  const result = richCompare(left, right, (oparg >> 5) as CompareOp)
  return (oparg & 16) === 0 ? result : truth(result)
})
export const COMPARE_OP = adaptive(_SPECIALIZE_COMPARE_OP, _COMPARE_OP)
export const _COMPARE_OP_INT = uop((left: Small, right: Small): Value => {
  const op = oparg >> 5
  if (op === 0) return left < right
  if (op === 2) return left === right
  if (op === 4) return left > right
  if (op === 1) return left <= right
  if (op === 5) return left >= right
  return left !== right
})
export const COMPARE_OP_INT = specialization('COMPARE_OP', _GUARD_BOTH_INT, _COMPARE_OP_INT)
export const _COMPARE_OP_FLOAT = uop((left: Float, right: Float): Value => {
  const op = oparg >> 5
  if (op === 0) return left < right
  if (op === 2) return left === right
  if (op === 4) return left > right
  if (op === 1) return left <= right
  if (op === 5) return left >= right
  return left !== right
})
export const COMPARE_OP_FLOAT = specialization('COMPARE_OP', _GUARD_BOTH_FLOAT, _COMPARE_OP_FLOAT)
export const _COMPARE_OP_STR = uop((left: string, right: string): Value => {
  const op = oparg >> 5
  if (op === 0) return left < right
  if (op === 2) return left === right
  if (op === 4) return left > right
  if (op === 1) return left <= right
  if (op === 5) return left >= right
  return left !== right
})
export const COMPARE_OP_STR = specialization('COMPARE_OP', _GUARD_BOTH_STR, _COMPARE_OP_STR)

export const _IS_OP = uop((left: Value, right: Value): Value => isSame(left, right) !== (oparg === 1))
export const IS_OP = instruction(_IS_OP)

export const _SPECIALIZE_CONTAINS_OP = uop((item: Value, container: Value): [Value, Value] => {
  specialize.containsOp(code, pc, item, container)
  return [item, container]
})
export const _CONTAINS_OP = uop(
  (item: Value, container: Value): Value => containsValue(container, item) !== (oparg === 1),
)
export const CONTAINS_OP = adaptive(_SPECIALIZE_CONTAINS_OP, _CONTAINS_OP)
export const _CONTAINS_OP_DICT = uop((key: Value, dict: Value): Value => {
  exitUnless(dict instanceof PyDict && dict.type === dictType)
  return dict.find(key) >= 0 !== (oparg === 1)
})
export const CONTAINS_OP_DICT = specialization('CONTAINS_OP', _CONTAINS_OP_DICT)
export const _CONTAINS_OP_SET = uop((item: Value, set: Value): Value => {
  exitUnless(
    (set instanceof PySet && set.type === setType) || (set instanceof PyFrozenset && set.type === frozensetType),
  )
  return containsValue(set, item) !== (oparg === 1)
})
export const CONTAINS_OP_SET = specialization('CONTAINS_OP', _CONTAINS_OP_SET)

// Matching exceptions to `except` clauses.

export const _CHECK_EXC_MATCH = uop((exception: Value, wanted: Value): [Value, Value] => [
  exception,
  matchesException(exception, wanted),
])
export const CHECK_EXC_MATCH = instruction(_CHECK_EXC_MATCH)
export const _CHECK_EG_MATCH = uop((exception: Value, wanted: Value): [Value, Value] => {
  const split = matchExceptionGroup(exception, wanted)
  return [split.rest, split.match]
})
export const CHECK_EG_MATCH = instruction(_CHECK_EG_MATCH)
