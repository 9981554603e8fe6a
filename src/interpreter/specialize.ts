/**
 * Specialization of operators, truth, subscripts, iteration and globals (PEP 659; Python/specialize.c). Attributes and calls are in
 * files of their own.
 */
import { pow as powOfDoubles } from '../base/double-double.ts'
import { add, and, floordiv, type Int, lshift, mod, mul, or, pow, rshift, sub, xor } from '../base/int.ts'
import { opcodes } from '../compiler/generated/opcodes.ts'
import { dictType, frozensetType, listType, setType, tupleType, typeOf } from '../objects/builtin-types.ts'
import { NB_INPLACE, NB_SUBSCR } from './binary-opargs.ts'
import { PyDict } from '../objects/dict.ts'
import { NotImplemented } from '../objects/number.ts'
import { PyFunction, type Frame, type PyCode } from '../objects/frame.ts'
import { PyGenerator } from '../objects/generator.ts'
import { PyListIterator, PyTupleIterator } from '../objects/iterators.ts'
import { PyList } from '../objects/list.ts'
import { PyRangeIterator } from '../objects/range.ts'
import { PySlice } from '../objects/slice.ts'
import type { CompareOp } from '../objects/slots.ts'
import { strOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName, type PyType } from '../objects/type.ts'
import { itemRangeOf } from '../objects/typed-items.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { asyncGeneratorType } from '../objects/builtin-types.ts'
import {
  ExtendCache,
  floatsCache,
  FunctionCache,
  GlobalCache,
  itemsCache,
  ItemStoreCache,
  type ListCache,
  TypeCache,
} from './inline-caches.ts'
import {
  binaryMethod,
  compareMethod,
  containsMethod,
  nextMethod,
  storeMethod,
  truthMethod,
} from './operator-methods.ts'
import { prepareCode } from './prepare.ts'
import { fail, succeed } from './specialization-site.ts'

export function toBool(code: PyCode, at: number, value: Value): void {
  const form = toBoolForm(value)
  if (form !== undefined) return succeed(code, at, form, undefined)
  const type = typeOf(value)
  if (type.bool === null && type.length === null)
    return succeed(code, at, opcodes.TO_BOOL_ALWAYS_TRUE, new TypeCache(type.version))
  fail(code, at, typeName(type), truthMethod(value))
}

function toBoolForm(value: Value): number | undefined {
  switch (typeof value) {
    case 'boolean':
      return opcodes.TO_BOOL_BOOL
    case 'number':
      return opcodes.TO_BOOL_INT
    case 'string':
      return opcodes.TO_BOOL_STR
    default:
      if (value === null) return opcodes.TO_BOOL_NONE
      return typeOf(value) === listType ? opcodes.TO_BOOL_LIST : undefined
  }
}

const intForms: Readonly<Record<number, number>> = {
  0: opcodes.BINARY_OP_ADD_INT,
  13: opcodes.BINARY_OP_ADD_INT,
  10: opcodes.BINARY_OP_SUBTRACT_INT,
  23: opcodes.BINARY_OP_SUBTRACT_INT,
  5: opcodes.BINARY_OP_MULTIPLY_INT,
  18: opcodes.BINARY_OP_MULTIPLY_INT,
}
const floatForms: Readonly<Record<number, number>> = {
  0: opcodes.BINARY_OP_ADD_FLOAT,
  13: opcodes.BINARY_OP_ADD_FLOAT,
  10: opcodes.BINARY_OP_SUBTRACT_FLOAT,
  23: opcodes.BINARY_OP_SUBTRACT_FLOAT,
  5: opcodes.BINARY_OP_MULTIPLY_FLOAT,
  18: opcodes.BINARY_OP_MULTIPLY_FLOAT,
}

export function binaryOp(code: PyCode, at: number, oparg: number, left: Value, right: Value): void {
  if (oparg === NB_SUBSCR) return binarySubscript(code, at, left, right)
  const plain = oparg % NB_INPLACE
  if (typeof left === 'number' && typeof right === 'number') {
    const form = intForms[oparg]
    if (form !== undefined && isSmallResult(plain, left, right)) return succeed(code, at, form, undefined)
  } else if (left instanceof PyFloat && right instanceof PyFloat) {
    const form = floatForms[oparg]
    if (form !== undefined) return succeed(code, at, form, undefined)
  } else if (typeof left === 'string' && typeof right === 'string' && plain === 0)
    return succeed(code, at, opcodes.BINARY_OP_ADD_UNICODE, undefined)
  const action = extendAction(oparg, left, right)
  if (action !== undefined)
    return succeed(
      code,
      at,
      opcodes.BINARY_OP_EXTEND,
      new ExtendCache(action, typeOf(left), typeOf(right), typeof left !== 'bigint' && typeof right !== 'bigint'),
    )
  fail(code, at, `${typeName(typeOf(left))} and ${typeName(typeOf(right))}`, binaryMethod(oparg, left, right))
}

const isSmallResult = (plain: number, left: number, right: number): boolean =>
  Number.isSafeInteger(plain === 0 ? left + right : plain === 10 ? left - right : left * right)

type Action = (left: Value, right: Value) => Value | undefined

const areSmall = (left: Value, right: Value): boolean => typeof left === 'number' && typeof right === 'number'

const isInt = (value: Value): value is Int => typeof value === 'number' || typeof value === 'bigint'
const areInts = (left: Value, right: Value): boolean => isInt(left) && isInt(right)

type IntOperation = (left: Int, right: Int) => Int

/** For ints of any size. */
const intAction =
  (operation: IntOperation): Action =>
  (l, r) =>
    isInt(l) && isInt(r) ? operation(l, r) : undefined
/** By zero it takes the long way, to the error. */
const divisionAction =
  (operation: IntOperation): Action =>
  (l, r) =>
    isInt(l) && isInt(r) && r !== 0 ? operation(l, r) : undefined
/** By so much that size is no question. */
const shiftAction =
  (operation: IntOperation): Action =>
  (l, r) =>
    isInt(l) && typeof r === 'number' && r >= 0 && r < 64 ? operation(l, r) : undefined

const intActions: Readonly<Record<number, Action>> = {
  1: intAction(and),
  7: intAction(or),
  12: intAction(xor),
  2: divisionAction(floordiv),
  6: divisionAction(mod),
  3: shiftAction(lshift),
  9: shiftAction(rshift),
}
const areDoubles = (left: Value, right: Value): boolean => isDouble(left) && isDouble(right)
const isDouble = (value: Value): boolean => typeof value === 'number' || value instanceof PyFloat
const doubleOf = (value: Value): number => (typeof value === 'number' ? value : (value as PyFloat).value)

/** A large exponent, what is no finite power, and a root of something negative take the long way: to an error, or a complex number. */
const power: Action = (l, r) => {
  if (areSmall(l, r)) return (r as number) >= 0 && (r as number) < 64 ? pow(l as number, r as number) : undefined
  if (!(l instanceof PyFloat && isDouble(r))) return undefined
  const exponent = doubleOf(r)
  if (!(l.value > 0 || (l.value < 0 && Number.isInteger(exponent)))) return undefined
  const result = powOfDoubles(l.value, exponent)
  return Number.isFinite(result) ? new PyFloat(result) : undefined
}

/** On numbers of any kind. Each is a function by itself, so that the engine compiles it for its operator. */
const numberActions: Readonly<Record<number, Action>> = {
  0: (l, r) =>
    areInts(l, r) ? add(l as Int, r as Int) : areDoubles(l, r) ? new PyFloat(doubleOf(l) + doubleOf(r)) : undefined,
  10: (l, r) =>
    areInts(l, r) ? sub(l as Int, r as Int) : areDoubles(l, r) ? new PyFloat(doubleOf(l) - doubleOf(r)) : undefined,
  5: (l, r) =>
    areInts(l, r) ? mul(l as Int, r as Int) : areDoubles(l, r) ? new PyFloat(doubleOf(l) * doubleOf(r)) : undefined,
  8: power,
  11: (l, r) => (areDoubles(l, r) && doubleOf(r) !== 0 ? new PyFloat(doubleOf(l) / doubleOf(r)) : undefined),
}

/** The operation on numbers of any kind, for a site that meets several; undefined if there is none. */
export const numberAction = (plain: number): Action | undefined => numberActions[plain] ?? intActions[plain]

function extendAction(oparg: number, left: Value, right: Value): Action | undefined {
  const plain = oparg % NB_INPLACE
  if (plain === 8) return power(left, right) === undefined ? undefined : power
  if (areSmall(left, right)) return numberAction(plain)
  if (areInts(left, right)) {
    const action = plain === 5 ? undefined : numberAction(plain)
    if (action?.(left, right) !== undefined) return action
  } else if (areDoubles(left, right) && numberActions[plain] !== undefined) return numberActions[plain]
  return slotAction(oparg, typeOf(left), typeOf(right))
}

const slotNames = [
  'add',
  'and',
  'floorDivide',
  'lshift',
  'matrixMultiply',
  'multiply',
  'remainder',
  'or',
  '',
  'rshift',
  'subtract',
  'trueDivide',
  'xor',
] as const

const inplaceNames = [
  'inplaceAdd',
  'inplaceAnd',
  'inplaceFloorDivide',
  'inplaceLshift',
  'inplaceMatrixMultiply',
  'inplaceMultiply',
  'inplaceRemainder',
  'inplaceOr',
  '',
  'inplaceRshift',
  'inplaceSubtract',
  'inplaceTrueDivide',
  'inplaceXor',
] as const

/**
 * Two operands of one type that knows the operation: its slot, without asking who comes first. `a |= b` is the business of the slot
 * that changes `a`, where there is one.
 */
function slotAction(oparg: number, left: PyType, right: PyType): Action | undefined {
  const name = oparg >= NB_INPLACE ? inplaceNames[oparg - NB_INPLACE] : slotNames[oparg]
  if (left !== right || name === undefined || name === '' || left.isHeap) return undefined
  const slot = left[name] ?? (oparg >= NB_INPLACE ? left[slotNames[oparg - NB_INPLACE] as 'add'] : null)
  if (slot === null) return undefined
  return (l, r) => {
    if (typeOf(l) !== left || typeOf(r) !== left) return undefined
    const result = slot(l, r)
    return result === NotImplemented ? undefined : result
  }
}

const listCache = (list: Value): ListCache => ((list as PyList).floats === null ? itemsCache : floatsCache)

function binarySubscript(code: PyCode, at: number, container: Value, key: Value): void {
  const type = typeOf(container)
  const isIndex = typeof key === 'number'
  if (type === listType && isIndex) return succeed(code, at, opcodes.BINARY_OP_SUBSCR_LIST_INT, listCache(container))
  if (type === listType && key instanceof PySlice)
    return succeed(code, at, opcodes.BINARY_OP_SUBSCR_LIST_SLICE, undefined)
  if (type === tupleType && isIndex) return succeed(code, at, opcodes.BINARY_OP_SUBSCR_TUPLE_INT, undefined)
  if (typeof container === 'string' && isIndex) return succeed(code, at, opcodes.BINARY_OP_SUBSCR_STR_INT, undefined)
  if (type === dictType) return succeed(code, at, opcodes.BINARY_OP_SUBSCR_DICT, undefined)
  const method = type.isHeap ? type.lookup('__getitem__') : undefined
  if (method instanceof PyFunction && method.code.isSimple && method.code.argcount === 2) {
    if (method.code.template.length === 0) prepareCode(method.code)
    return succeed(code, at, opcodes.BINARY_OP_SUBSCR_GETITEM, new FunctionCache(type, method))
  }
  const { subscript } = type
  if (!type.isHeap && subscript !== null) {
    const action: Action = (l, r) => (typeOf(l) === type ? subscript(l, r) : undefined)
    const items = isIndex ? itemRangeOf(container) : null
    return succeed(code, at, opcodes.BINARY_OP_EXTEND, new ExtendCache(action, type, typeOf(key), false, items))
  }
  fail(code, at, `${typeName(type)}[${typeName(typeOf(key))}]`)
}

export function storeSubscr(code: PyCode, at: number, container: Value, key: Value, value: Value): void {
  const type = typeOf(container)
  if (type === listType && typeof key === 'number' && key >= 0 && key < (container as PyList).length)
    return succeed(code, at, opcodes.STORE_SUBSCR_LIST_INT, listCache(container))
  if (type === dictType) return succeed(code, at, opcodes.STORE_SUBSCR_DICT, undefined)
  const items = type.isHeap ? null : itemRangeOf(container)
  const isItem = items !== null && typeof key === 'number'
  const note = isItem ? new ItemStoreCache(type, items) : storeMethod(container, key, value)
  fail(code, at, `${typeName(type)}[${typeName(typeOf(key))}]`, note)
}

export function compareOp(code: PyCode, at: number, oparg: number, left: Value, right: Value): void {
  if (typeof left === 'number' && typeof right === 'number') return succeed(code, at, opcodes.COMPARE_OP_INT, undefined)
  if (left instanceof PyFloat && right instanceof PyFloat) return succeed(code, at, opcodes.COMPARE_OP_FLOAT, undefined)
  if (typeof left === 'string' && typeof right === 'string') return succeed(code, at, opcodes.COMPARE_OP_STR, undefined)
  const method = compareMethod((oparg >> 5) as CompareOp, left, right)
  fail(code, at, `${typeName(typeOf(left))} and ${typeName(typeOf(right))}`, method)
}

export function containsOp(code: PyCode, at: number, item: Value, container: Value): void {
  const type = typeOf(container)
  if (type === dictType) return succeed(code, at, opcodes.CONTAINS_OP_DICT, undefined)
  if (type === setType || type === frozensetType) return succeed(code, at, opcodes.CONTAINS_OP_SET, undefined)
  fail(code, at, typeName(type), containsMethod(item, container))
}

export function unpackSequence(code: PyCode, at: number, count: number, sequence: Value): void {
  if (sequence instanceof PyTuple && sequence.type === tupleType && sequence.items.length === count) {
    const form = count === 2 ? opcodes.UNPACK_SEQUENCE_TWO_TUPLE : opcodes.UNPACK_SEQUENCE_TUPLE
    return succeed(code, at, form, undefined)
  }
  if (sequence instanceof PyList && sequence.type === listType && sequence.length === count)
    return succeed(code, at, opcodes.UNPACK_SEQUENCE_LIST, listCache(sequence))
  fail(code, at, typeName(typeOf(sequence)))
}

export function forIter(code: PyCode, at: number, iterator: Value): void {
  if (iterator instanceof PyListIterator)
    return succeed(code, at, opcodes.FOR_ITER_LIST, iterator.list?.floats ? floatsCache : itemsCache)
  if (iterator instanceof PyTupleIterator) return succeed(code, at, opcodes.FOR_ITER_TUPLE, undefined)
  if (iterator instanceof PyRangeIterator) return succeed(code, at, opcodes.FOR_ITER_RANGE, undefined)
  if (iterator instanceof PyGenerator && iterator.frame !== null)
    return succeed(code, at, opcodes.FOR_ITER_GEN, undefined)
  const type = typeOf(iterator)
  // Compiled code calls what a builtin type has for it, and enters a method in Python.
  fail(code, at, typeName(type), type.isHeap ? nextMethod(iterator) : type)
}

export function send(code: PyCode, at: number, receiver: Value): void {
  if (receiver instanceof PyGenerator && receiver.type !== asyncGeneratorType)
    return succeed(code, at, opcodes.SEND_GEN, undefined)
  fail(code, at, typeName(typeOf(receiver)))
}

export function loadGlobal(code: PyCode, at: number, oparg: number, frame: Frame): void {
  const { globals, builtins } = frame
  const name = strOf(code.names[oparg >> 1]!)
  if (!(globals instanceof PyDict && globals.type === dictType)) return fail(code, at, 'globals are no exact dict')
  const place = globals.find(name)
  if (place >= 0) return succeed(code, at, opcodes.LOAD_GLOBAL_MODULE, new GlobalCache(globals, builtins, place))
  if (!(builtins instanceof PyDict && builtins.type === dictType)) return fail(code, at, 'builtins are no exact dict')
  const builtin = builtins.find(name)
  if (builtin >= 0) return succeed(code, at, opcodes.LOAD_GLOBAL_BUILTIN, new GlobalCache(globals, builtins, builtin))
  fail(code, at, 'not defined')
}
