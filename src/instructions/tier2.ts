/**
 * Micro-ops that only tier 2 has: what an instruction of tier 1 becomes once the types, shapes and constants that it depends on are known.
 *
 * They have no guards beyond those that their names say, and take constants (a shape, a place) as operands, which the linker writes
 * into the code. The interpreter never runs them; src/jit/lowering chooses them.
 */
import { pow } from '../base/double-double.ts'
import type { PyEnumerate } from '../builtins/enumerate.ts'
import type { PyZip } from '../builtins/zip.ts'
import { dictMerge, dictUpdate, extendList, updateSet } from '../interpreter/building.ts'
import { containsValue, withExceptStart } from '../interpreter/operations.ts'
import { exceptionRaised, reraised } from '../interpreter/raising.ts'
import { checkInitResult, unpackCall } from '../interpreter/calls.ts'
import { generatorOf, sendTo } from '../interpreter/generators.ts'
import { unpackEx, unpackSequence } from '../interpreter/unpacking.ts'
import { call } from '../objects/call.ts'
import { PyMethod } from '../objects/callable.ts'
import { PyCell, PyFunction, type PyCode } from '../objects/frame.ts'
import { ended } from '../objects/generator.ts'
import { iterNext, loopIterator } from '../objects/iteration.ts'
import { addAt, PyInstance } from '../objects/instance.ts'
import { PyDict } from '../objects/dict.ts'
import { makeException } from '../objects/exception.ts'
import { indexErrorType, keyErrorType } from '../objects/exception-types.ts'
import type { KeyTable } from '../objects/key-table.ts'
import { NotImplemented } from '../objects/number.ts'
import { PyModule } from '../objects/module.ts'
import { noItems, PyList } from '../objects/list.ts'
import { PyListIterator, PyTupleIterator } from '../objects/iterators.ts'
import { PyRange, type PyRangeIterator } from '../objects/range.ts'
import type { Shape } from '../objects/shape.ts'
import { hasPlainClass, isSubtypeOfAny } from '../objects/slot-functions.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { PySet } from '../objects/set.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { PyType } from '../objects/type.ts'
import type { ItemRange, TypedItems } from '../objects/typed-items.ts'
import { isUnboxable, PyFloat, type PyObject, type Value } from '../objects/value.ts'
import { exitUnless, type Float, type Small, type Unbound, uop, type Values } from './kit.ts'

// Guards on what a value is. `typeof` and the fields of other kinds of values answer something else, so no order of tests is needed but for None.

export const _GUARD_INT = uop((value: Value): Small => {
  exitUnless(typeof value === 'number')
  return value
})
export const _GUARD_STR = uop((value: Value): string => {
  exitUnless(typeof value === 'string')
  return value
})
export const _GUARD_BOOL = uop((value: Value): boolean => {
  exitUnless(typeof value === 'boolean')
  return value
})
export const _GUARD_NONE = uop((value: Value): null => {
  exitUnless(value === null)
  return value
})
export const _GUARD_IMPLEMENTED = uop((value: Value): Value => {
  exitUnless(value !== NotImplemented)
  return value
})
/** What `__len__` has returned. */
export const _GUARD_LENGTH = uop((length: Small): Small => {
  exitUnless(length >= 0)
  return length
})
export const _GUARD_NOT_NONE = uop((value: Value): Value => {
  exitUnless(value !== null)
  return value
})
export const _GUARD_FLOAT = uop((value: Value): PyFloat => {
  exitUnless(value instanceof PyFloat)
  return value
})
/** A float as a raw double. A NaN stays in its box, which is all there is to know it by. */
export const _UNBOX_FLOAT = uop((value: PyFloat): Float => {
  const number = value.value
  // biome-ignore lint/suspicious/noSelfCompare: false for NaN alone.
  exitUnless(number === number)
  return number
})
export const _GUARD_UNBOXABLE = uop((value: Float): Float => {
  // biome-ignore lint/suspicious/noSelfCompare: false for NaN alone.
  exitUnless(value === value)
  return value
})
export const _GUARD_TYPE = uop((value: Value, type: PyType): PyObject => {
  exitUnless(value !== null && (value as PyObject).type === type)
  return value as PyObject
})
export const _GUARD_TYPE_SHAPE = uop((value: Value, shape: Shape): PyInstance => {
  exitUnless(value !== null && (value as PyInstance).shape === shape)
  return value as PyInstance
})
export const _GUARD_IS = uop((value: Value, constant: Value): Value => {
  exitUnless(value === constant)
  return constant
})
export const _GUARD_UNBOUND = uop((value: Unbound): Unbound => {
  exitUnless(value === undefined)
  return undefined
})
export const _GUARD_BOUND = uop((value: Unbound): Value => {
  exitUnless(value !== undefined)
  return value
})

// Arithmetic whose operands and result are known to fit.

export const _ADD_SAFE = uop((left: Small, right: Small): Small => left + right)
export const _SUBTRACT_SAFE = uop((left: Small, right: Small): Small => left - right)
export const _ADD_INT32 = uop((left: Small, right: Small): Small => (left + right) | 0)
export const _SUBTRACT_INT32 = uop((left: Small, right: Small): Small => (left - right) | 0)
export const _MULTIPLY_SAFE = uop((left: Small, right: Small): Small => left * right + 0)
export const _MULTIPLY_INT32 = uop((left: Small, right: Small): Small => Math.imul(left, right))
export const _NEGATE_INT = uop((value: Small): Small => 0 - value)
export const _NEGATE_FLOAT = uop((value: Float): Float => -value)
type RealFunction = (x: number, y?: number) => number
/** Functions of doubles (`RawForm`), where what they give is finite. */
export const _REAL_1 = uop((apply: RealFunction, x: Float): Float => {
  const real = apply(x)
  exitUnless(real - real === 0)
  return real
})
export const _REAL_2 = uop((apply: RealFunction, x: Float, y: Float): Float => {
  const real = apply(x, y)
  exitUnless(real - real === 0)
  return real
})
/** A whole double as an int: 0 in place of −0. */
export const _WHOLE = uop((x: Float): Small => {
  exitUnless(x <= Number.MAX_SAFE_INTEGER && x >= Number.MIN_SAFE_INTEGER)
  return x + 0
})
export const _TRUNC_FLOAT = uop((x: Float): Float => Math.trunc(x))
export const _ABS_FLOAT = uop((x: Float): Float => Math.abs(x))
export const _ABS_INT = uop((x: Small): Small => Math.abs(x))
export const _MIN_FLOAT = uop((a: Float, b: Float): Float => (b < a ? b : a))
export const _MAX_FLOAT = uop((a: Float, b: Float): Float => (b > a ? b : a))
export const _MIN_INT = uop((a: Small, b: Small): Small => (b < a ? b : a))
export const _MAX_INT = uop((a: Small, b: Small): Small => (b > a ? b : a))
export const _INT_TO_FLOAT = uop((value: Small): Float => value)
export const _GUARD_INT32 = uop((value: Small): Small => {
  exitUnless(value === (value | 0))
  return value | 0
})
export const _AND_INT32 = uop((left: Small, right: Small): Small => left & right)
export const _OR_INT32 = uop((left: Small, right: Small): Small => left | right)
export const _XOR_INT32 = uop((left: Small, right: Small): Small => left ^ right)
export const _RSHIFT_INT32 = uop((left: Small, right: Small): Small => left >> right)
/** A shift whose result may be past 32 bits. */
export const _LSHIFT_INT = uop((left: Small, right: Small): Small => {
  exitUnless(right >= 0 && right < 32)
  const shifted = left * 2 ** right
  exitUnless(shifted <= 9007199254740991 && shifted >= -9007199254740991)
  return shifted
})
export const _GUARD_NOT_ZERO = uop((value: Small): Small => {
  exitUnless(value !== 0)
  return value
})
export const _GUARD_NOT_ZERO_FLOAT = uop((value: Float): Float => {
  exitUnless(value !== 0)
  return value
})
/** Python's remainder has the sign of the divisor, and is never −0. Of doubles V8 calls a function for `%`; up to 2^52 the quotient is exact enough. */
export const _MOD_POSITIVE = uop((left: Small, right: Small): Small => {
  const isExact = left <= 4503599627370496 && left >= -4503599627370496
  const small = left | 0
  const remainder = small === left ? small % right : isExact ? left - Math.floor(left / right) * right : left % right
  return remainder < 0 ? remainder + right : remainder + 0
})
export const _MOD_INT = uop((left: Small, right: Small): Small => {
  const remainder = left % right
  return remainder !== 0 && remainder < 0 !== right < 0 ? remainder + right : remainder + 0
})
export const _FLOORDIV_INT32 = uop((left: Small, right: Small): Small => Math.floor(left / right) + 0)
/** Of ints past 32 bits the quotient of doubles may be rounded up to an int: the product tells. */
export const _FLOORDIV_INT = uop((left: Small, right: Small): Small => {
  const remainder = left % right
  const quotient = (left - remainder) / right
  return (remainder !== 0 && remainder < 0 !== right < 0 ? quotient - 1 : quotient) + 0
})
export const _DIVIDE = uop((left: Float, right: Float): Float => left / right)
/** A finite power of a float; where CPython raises or answers a complex number, it is left to it. */
export const _POWER_FLOAT = uop((left: Float, right: Float): Float => {
  exitUnless(left > 0 || (left < 0 && Math.floor(right) === right))
  const power = pow(left, right)
  exitUnless(power < Infinity && power > -Infinity)
  return power
})
/** `x ** 2` and `x ** 0.5` have one rounding, as the general power. */
export const _SQUARE_FLOAT = uop((value: Float): Float => {
  const square = value * value
  exitUnless(square < Infinity)
  return square
})
export const _SQUARE_ROOT = uop((value: Float): Float => {
  exitUnless(value > 0 && value < Infinity)
  return Math.sqrt(value)
})

// Comparisons; the same for ints, floats and strings.

export const _LT_INT = uop((left: Small, right: Small): boolean => left < right)
export const _LE_INT = uop((left: Small, right: Small): boolean => left <= right)
export const _EQ_INT = uop((left: Small, right: Small): boolean => left === right)
export const _NE_INT = uop((left: Small, right: Small): boolean => left !== right)
export const _GT_INT = uop((left: Small, right: Small): boolean => left > right)
export const _GE_INT = uop((left: Small, right: Small): boolean => left >= right)
export const _LT_FLOAT = uop((left: Float, right: Float): boolean => left < right)
export const _LE_FLOAT = uop((left: Float, right: Float): boolean => left <= right)
export const _EQ_FLOAT = uop((left: Float, right: Float): boolean => left === right)
export const _NE_FLOAT = uop((left: Float, right: Float): boolean => left !== right)
export const _GT_FLOAT = uop((left: Float, right: Float): boolean => left > right)
export const _GE_FLOAT = uop((left: Float, right: Float): boolean => left >= right)
export const _IS = uop((left: Value, right: Value): boolean => left === right)
export const _IS_NOT = uop((left: Value, right: Value): boolean => left !== right)
export const _NOT = uop((value: boolean): boolean => !value)
export const _BOOL_INT = uop((value: Small): boolean => value !== 0)
export const _BOOL_FLOAT = uop((value: Float): boolean => value !== 0)
export const _BOOL_STR = uop((value: string): boolean => value !== '')
export const _BOOL_LIST = uop((value: PyList): boolean => value.length !== 0)
export const _BOOL_TUPLE = uop((value: PyTuple): boolean => value.items.length !== 0)
export const _BOOL_DICT = uop((value: PyDict): boolean => value.size !== 0)

// Attributes.

export const _LOAD_SLOT = uop((owner: PyInstance, place: number): Value => owner.slots[place]!)
export const _LOAD_FLOAT_SLOT = uop((owner: PyInstance, place: number): Float => owner.floats[place]!)
export const _STORE_SLOT = uop((owner: PyInstance, place: number, value: Value) => {
  owner.slots[place] = value
})
export const _STORE_FLOAT_SLOT = uop((owner: PyInstance, place: number, value: Float) => {
  owner.floats[place] = value
})
/** Adds an attribute; the shape's template has room for it nearly always. */
export const _ADD_SLOT = uop((owner: PyInstance, place: number, value: Value, next: Shape) => {
  if (place < owner.slots.length) {
    owner.slots[place] = value
    owner.shape = next
  } else addAt(owner, next, value)
})
export const _ADD_FLOAT = uop((owner: PyInstance, place: number, value: Float, next: Shape) => {
  if (place < owner.floats.length) {
    owner.floats[place] = value
    owner.shape = next
  } else addAt(owner, next, new PyFloat(value))
})
export const _GUARD_NOT_FLOAT = uop((value: Value): Value => {
  exitUnless(!isUnboxable(value))
  return value
})
export const _LOAD_RESERVED_SLOT = uop((owner: Value, place: number): Value => {
  const value = (owner as PyInstance).attributes!.slots[place]
  exitUnless(value !== undefined)
  return value
})
export const _STORE_RESERVED_SLOT = uop((owner: Value, place: number, value: Value) => {
  const attributes = (owner as PyInstance).attributes
  exitUnless(attributes !== null)
  attributes.slots[place] = value
})
export const _LOAD_DICT_VALUE = uop((dict: PyDict, place: number): Value => {
  const value = dict.values[place]
  exitUnless(value !== undefined)
  return value
})
export const _LOAD_DICT_GLOBAL = uop((dict: PyDict, key: string): Value => {
  const value = dict.getStr(key)
  exitUnless(value !== undefined)
  return value
})
export const _GUARD_NOT_IN_DICT = uop((dict: PyDict, key: string) => {
  exitUnless(dict.findStr(key) < 0)
})
export const _STORE_DICT_GLOBAL = uop((dict: PyDict, key: string, value: Value) => {
  dict.setStr(key, value)
})
export const _GUARD_TYPE_VERSION = uop((type: PyType, version: number) => {
  exitUnless(type.version === version)
})
export const _GUARD_KEYS_VERSION = uop((dict: PyDict, version: number): PyDict => {
  exitUnless(dict.keysVersion === version)
  return dict
})
export const _NEW_INSTANCE = uop((type: PyType): PyInstance => new PyInstance(type))
export const _BOUND_FUNC = uop((method: PyMethod): Value => method.func)
export const _BOUND_SELF = uop((method: PyMethod): Value => method.self)
export const _GUARD_METHOD = uop((value: Value): PyMethod => {
  exitUnless(value instanceof PyMethod)
  return value
})
export const _GUARD_CODE = uop((value: Value, body: PyCode, globals: PyDict): PyFunction => {
  exitUnless(value instanceof PyFunction && value.code === body && value.globals === globals)
  return value
})
/** The module whose namespace this is. */
export const _GUARD_MODULE = uop((value: Value, dict: PyDict): Value => {
  exitUnless(value instanceof PyModule && value.dict === dict)
  return value
})
/** One of so many defaults of a function that is known by its code alone. */
export const _DEFAULT = uop((func: PyFunction, index: number, count: number): Value => {
  exitUnless(func.defaults !== null && func.defaults.items.length === count)
  return func.defaults.items[index]!
})
export const _KEYWORD_DEFAULT = uop((func: PyFunction, name: string): Value => {
  exitUnless(func.kwdefaults !== null)
  const value = func.kwdefaults.getStr(name)
  exitUnless(value !== undefined)
  return value
})
export const _GUARD_FUNCTION_VERSION = uop((value: Value, version: number): PyFunction => {
  exitUnless(value instanceof PyFunction && value.version === version)
  return value
})

/** Of a function that is a constant. */
export const _GUARD_VERSION_OF = uop((func: PyFunction, version: number): PyFunction => {
  exitUnless(func.version === version)
  return func
})

/** A function that a call with so many positional arguments fits, whichever it is. */
export const _GUARD_SIMPLE_FUNCTION = uop((value: Value, count: number): PyFunction => {
  exitUnless(value instanceof PyFunction && value.code.isSimple && value.code.argcount === count)
  return value
})
/** A function that takes just these positional arguments, and no keywords. */
export const _GUARD_PASSED_ON = uop((value: Value, args: PyTuple, keywords: Unbound): PyFunction => {
  exitUnless(value instanceof PyFunction && value.code.isSimple && value.code.argcount === args.items.length)
  exitUnless(keywords === undefined || (keywords as PyDict).size === 0)
  return value
})
/** `isinstance` with classes whose metaclass is type. */
export const _IS_INSTANCE = uop((value: Value, classes: readonly PyType[]): boolean => {
  const type = typeOf(value)
  const is = isSubtypeOfAny(type, classes)
  exitUnless(is || hasPlainClass(type))
  return is
})
type AnyFunction = (...args: Value[]) => Value | undefined
/** Builtins of one or two arguments by their implementation, which answers undefined for None. */
export const _CALL_IMPLEMENTATION_1 = uop((implementation: AnyFunction, first: Value): Value => {
  const result = implementation(first)
  return result === undefined ? null : result
})
export const _CALL_IMPLEMENTATION_2 = uop((implementation: AnyFunction, first: Value, second: Value): Value => {
  const result = implementation(first, second)
  return result === undefined ? null : result
})
export const _CALL_IMPLEMENTATION = uop((implementation: AnyFunction, args: Values<'oparg'>): Value => {
  const result = implementation(...args)
  return result === undefined ? null : result
})
/** A call of a generator function: its frame begins with making the generator. */
export const _MAKE_GENERATOR = uop((func: PyFunction, args: Values<'oparg'>): Value => generatorOf(func, args))
export const _CALL_UNPACKED = uop((callable: Value, self: Unbound, args: Value, keywords: Unbound): Value => {
  const unpacked = unpackCall(callable, self, args, keywords)
  return call(callable, unpacked.args, unpacked.keywords)
})
export const _CALL_GENERAL = uop((callable: Value, self: Unbound, args: Values<'oparg'>): Value => {
  if (self !== undefined) args.unshift(self)
  return call(callable, args)
})
export const _CALL_KEYWORDS = uop((callable: Value, self: Unbound, args: Values<'oparg'>, names: Value): Value => {
  if (self !== undefined) args.unshift(self)
  return call(callable, args, (names as PyTuple).items as string[])
})
export const _CHECK_INIT = uop((result: Value) => {
  checkInitResult(result)
})

// Lists, tuples, strings. An index that is known not to be negative needs no wrapping.

export const _LIST_LENGTH = uop(
  (list: PyList): Small => (list.floats === null ? list.items.length : list.floats.length),
)
export const _ITEMS_LENGTH = uop((list: PyList): Small => list.items.length)
export const _FLOATS_LENGTH = uop((list: PyList): Small => list.floats!.length)
export const _TUPLE_LENGTH = uop((tuple: PyTuple): Small => tuple.items.length)
export const _STR_LENGTH = uop((str: string): Small => str.length)
export const _GUARD_ITEMS = uop((list: PyList): PyList => {
  exitUnless(list.floats === null)
  return list
})
export const _GUARD_FLOATS = uop((list: PyList): PyList => {
  exitUnless(list.floats !== null)
  return list
})
export const _WRAP_INDEX = uop((index: Small, length: Small): Small => (index < 0 ? index + length : index))
export const _GUARD_BELOW = uop((index: Small, length: Small): Small => {
  exitUnless(index < length)
  return index
})
export const _GUARD_INDEX = uop((index: Small, length: Small): Small => {
  exitUnless(index >= 0 && index < length)
  return index
})
export const _ITEM = uop((list: PyList, index: Small): Value => list.items[index]!)
export const _FLOAT_ITEM = uop((list: PyList, index: Small): Float => list.floats![index]!)
export const _EITHER_ITEM = uop((list: PyList, index: Small): Value => list.at(index))
/** Undefined if the index is out of range. */
export const _LIST_FIND = uop((list: PyList, index: Small): Unbound => {
  const length = list.floats === null ? list.items.length : list.floats.length
  const at = index < 0 ? index + length : index
  return at >= 0 && at < length ? list.at(at) : undefined
})
export const _TUPLE_FIND = uop((tuple: PyTuple, index: Small): Unbound => {
  const at = index < 0 ? index + tuple.items.length : index
  return tuple.items[at]
})
export const _INDEX_ERROR = uop((message: string): Value => makeException(indexErrorType, message))
export const _STORE_ITEM = uop((list: PyList, index: Small, value: Value) => {
  list.items[index] = value
})
export const _FLOATS_LIST = uop((floats: Float[]): PyList => PyList.ofFloats(floats))
export const _STORE_FLOAT_ITEM = uop((list: PyList, index: Small, value: Float) => {
  list.floats![index] = value
})
export const _STORE_EITHER_ITEM = uop((list: PyList, index: Small, value: Value) => {
  list.put(index, value)
})
export const _GUARD_ITEM_RANGE = uop((container: TypedItems, range: ItemRange) => {
  exitUnless(container.itemRange === range)
})
export const _GUARD_WITHIN = uop((value: Small, low: Small, high: Small): Small => {
  exitUnless(value >= low && value <= high)
  return value
})
export const _TYPED_LENGTH = uop((container: TypedItems): Small => container.length)
export const _TYPED_INT = uop((container: TypedItems, index: Small): Small => container.storage[index] as number)
export const _TYPED_FLOAT = uop((container: TypedItems, index: Small): Float => container.storage[index] as number)
export const _STORE_TYPED_INT = uop((container: TypedItems, index: Small, value: Small) => {
  container.storage[index] = value
})
export const _STORE_TYPED_FLOAT = uop((container: TypedItems, index: Small, value: Float) => {
  container.storage[index] = value
})
/** For the loop that is over them. */
export const _ITEMS_OF = uop((list: PyList): Value => list.items as object as PyObject)
export const _TUPLE_ITEMS = uop((tuple: PyTuple): Value => tuple.items as object as PyObject)
export const _ITEM_AT = uop(
  (list: PyList, index: Small): Value => (list.floats === null ? list.items[index]! : new PyFloat(list.floats[index]!)),
)
export const _TUPLE_ITEM = uop((tuple: PyTuple, index: Small): Value => tuple.items[index]!)
export const _STR_ITEM = uop((str: string, index: Small): string => str[index]!)
export const _GUARD_TUPLE_LENGTH = uop((tuple: PyTuple, length: Small): PyTuple => {
  exitUnless(tuple.items.length === length)
  return tuple
})
export const _GUARD_LIST_LENGTH = uop((list: PyList, length: Small): PyList => {
  exitUnless((list.floats === null ? list.items.length : list.floats.length) === length)
  return list
})
/** Among strs and small ints, of which no two that differ are equal. */
export const _IS_AMONG = uop((items: readonly Value[], item: Value): Value => items.includes(item))
export const _STR_HAS = uop((str: Value, part: Value): Value => containsValue(str, part))
export const _SET_ADD_ITEM = uop((set: PySet, item: Value) => {
  set.add(item)
})
export const _DICT_MERGE_INTO = uop((dict: PyDict, mapping: Value, callable: Value) => {
  dictMerge(dict, mapping, callable)
})
export const _DICT_UPDATE_WITH = uop((dict: PyDict, mapping: Value) => {
  dictUpdate(dict, mapping)
})
export const _SET_UPDATE_WITH = uop((set: PySet, iterable: Value) => {
  updateSet(set, iterable)
})
/** What is unpacked, as a tuple. */
export const _UNPACKED = uop((sequence: Value, count: Small): Value => new PyTuple(unpackSequence(sequence, count)))
export const _UNPACKED_EX = uop(
  (sequence: Value, before: Small, after: Small): Value => new PyTuple(unpackEx(sequence, before, after)),
)
export const _LIST_EXTEND_WITH = uop((list: PyList, iterable: Value) => {
  extendList(list, iterable)
})
export const _LIST_PUSH = uop((list: PyList, value: Value) => {
  if (list.floats === null && list.items.length > 0) list.items.push(value)
  else list.push(value)
})
export const _LIST_PUSH_FLOAT = uop((list: PyList, value: Float) => {
  exitUnless(!Number.isNaN(value))
  if (list.floats !== null) list.floats.push(value)
  else list.pushFloat(value)
})
/** No key of it is of a type whose hash and comparison are written in Python: looking a scalar up runs no Python code. */
export const _GUARD_PLAIN_KEYS = uop((table: KeyTable): KeyTable => {
  exitUnless(table.foreign === null)
  return table
})
export const _DICT_GET = uop((dict: PyDict, key: Value): Value => {
  const value = dict.get(key)
  exitUnless(value !== undefined)
  return value
})
export const _DICT_GET_STR = uop((dict: PyDict, key: string): Value => {
  const value = dict.getStr(key)
  exitUnless(value !== undefined)
  return value
})
/** Undefined if there is no such key. */
export const _DICT_FIND = uop((dict: PyDict, key: Value): Unbound => dict.get(key))
export const _DICT_FIND_STR = uop((dict: PyDict, key: string): Unbound => dict.getStr(key))
export const _MISSING_KEY = uop((key: Value): Value => makeException(keyErrorType, key))
export const _DICT_SET = uop((dict: PyDict, key: Value, value: Value) => {
  dict.set(key, value)
})
export const _DICT_SIZE = uop((dict: PyDict): Small => dict.size)
export const _SET_HAS = uop((set: PySet, item: Value): boolean => containsValue(set, item))
export const _DICT_HAS = uop((dict: PyDict, key: Value): boolean => dict.find(key) >= 0)

// Iterators. `_…_NEXT` answers undefined at the end.

export const _MAX = uop((first: Small, second: Small): Small => (second > first ? second : first))
export const _NEW_RANGE = uop((start: Small, stop: Small, step: Small): PyRange => new PyRange(start, stop, step))
export const _NEW_LIST = uop((): PyList => new PyList(noItems))
export const _DICT_OF_NAMES = uop(
  (names: string[], values: Values<'oparg'>): PyDict => PyDict.ofNames(names.slice(), values),
)
export const _NEW_DICT = uop((): PyDict => new PyDict())
export const _NEW_SET = uop((): PySet => new PySet())
/** A builtin class called with scalars. */
export const _CALL_PLAIN_CLASS = uop((type: PyType, args: Values<'oparg'>): Value => call(type, args))
export const _RANGE_ITERATOR = uop((range: PyRange): Value => loopIterator(range))
export const _LIST_ITERATOR = uop((list: PyList): PyListIterator => new PyListIterator(list))
export const _TUPLE_ITERATOR = uop((tuple: PyTuple): PyTupleIterator => new PyTupleIterator(tuple))
/** What is in an iterator that only its loop has (jit/iterators.ts). */
export const _RANGE_PARTS = uop((iterator: PyRangeIterator): [Small, Small, Small] => {
  exitUnless(iterator.isOwn)
  return [iterator.current, iterator.stop, iterator.step]
})
export const _COUNT_PARTS = uop((iterator: PyRangeIterator): [Small, Small] => {
  exitUnless(iterator.isOwn && iterator.step === 1)
  return [iterator.current, iterator.stop]
})
export const _LIST_PARTS = uop((iterator: PyListIterator): [Value, Small] => {
  exitUnless(iterator.isOwn && iterator.list !== null)
  return [iterator.list as PyObject, iterator.index]
})
export const _TUPLE_PARTS = uop((iterator: PyTupleIterator): [Value, Small] => {
  exitUnless(iterator.isOwn && iterator.tuple !== null)
  return [iterator.tuple as PyObject, iterator.index]
})
export const _RANGE_NEXT = uop((iterator: PyRangeIterator): Unbound => {
  const current = iterator.current
  if (current === iterator.stop) return undefined
  iterator.current = current + iterator.step
  return current
})
export const _GUARD_PLAIN_ENUMERATE = uop((iterator: PyEnumerate): PyEnumerate => {
  exitUnless(iterator.isPlain)
  return iterator
})
export const _GUARD_PLAIN_ZIP = uop((iterator: PyZip): PyZip => {
  exitUnless(iterator.isPlainPair && !iterator.strict)
  return iterator
})
export const _NEXT_PART = uop((advance: (iterator: Value) => Unbound, iterator: Value): Unbound => advance(iterator))
export const _LIST_NEXT = uop((iterator: PyListIterator): Unbound => {
  const list = iterator.list
  if (list === null) return undefined
  const index = iterator.index
  if (index >= (list.floats === null ? list.items.length : list.floats.length)) {
    iterator.list = null
    return undefined
  }
  iterator.index = index + 1
  return list.floats === null ? list.items[index] : new PyFloat(list.floats[index]!)
})
/** Has the iterator another item, which is a float in a list of floats? */
export const _FLOATS_LEFT = uop((iterator: PyListIterator): boolean => {
  const list = iterator.list
  if (list === null) return false
  if (iterator.index >= (list.floats === null ? list.items.length : list.floats.length)) {
    iterator.list = null
    return false
  }
  exitUnless(list.floats !== null)
  return true
})
export const _FLOATS_NEXT = uop((iterator: PyListIterator): Float => iterator.list!.floats![iterator.index++]!)
export const _TUPLE_NEXT = uop((iterator: PyTupleIterator): Unbound => {
  const tuple = iterator.tuple
  if (tuple === null) return undefined
  const item = tuple.items[iterator.index]
  if (item === undefined) {
    iterator.tuple = null
    return undefined
  }
  iterator.index++
  return item
})
export const _ITER_NEXT = uop((iterator: Value): Unbound => iterNext(iterator))
/** By what the iterator's type has for it. */
export const _NEXT_BY = uop((next: AnyFunction, iterator: Value): Unbound => next(iterator))

/** The value that the receiver yields; undefined if it has returned: then `_SENT_RETURN` is what it returned. */
export const _SEND_NEXT = uop((receiver: Value, value: Value): Unbound => sendTo(receiver, value))
export const _SENT_RETURN = uop((): Value => ended.value)

// Exceptions.

/** What `raise` throws; a bare `raise` has no value. */
export const _RAISED = uop((value: Unbound, cause: Unbound): Value => exceptionRaised(value, cause) as PyObject)
export const _RERAISED = uop(
  (exception: Value, lasti: Unbound): Value => reraised(exception, lasti) as object as PyObject,
)
export const _IS_EXCEPTION_OF = uop((exception: Value, type: PyType): boolean =>
  (exception as PyObject).type.isSubtypeOf(type),
)
export const _CALL_EXIT = uop(
  (exit: Value, self: Unbound, exception: Value): Value => withExceptStart(exit, self, exception),
)

// Cells.

export const _CELL = uop((value: Unbound): PyCell => new PyCell(value))
export const _CELL_VALUE = uop((cell: PyCell): Value => {
  const value = cell.value
  exitUnless(value !== undefined)
  return value
})
export const _STORE_CELL = uop((cell: PyCell, value: Value) => {
  cell.value = value
})
export const _CLOSURE_CELL = uop((func: PyFunction, index: number): PyCell => func.closure![index]!)
