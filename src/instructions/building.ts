/** Building containers and strings, unpacking them. */
import { buildMap, buildSet, dictMerge, dictUpdate, extendList, updateSet } from '../interpreter/building.ts'
import { buildInterpolation, buildTemplate, convertValue, joinStrs } from '../interpreter/building.ts'
import { unpackEx, unpackSequence } from '../interpreter/unpacking.ts'
import * as specialize from '../interpreter/specialize.ts'
import { listType, tupleType } from '../objects/builtin-types.ts'
import type { PyDict } from '../objects/dict.ts'
import { raise } from '../objects/exception.ts'
import { systemErrorType } from '../objects/exception-types.ts'
import { PyList } from '../objects/list.ts'
import { PySet } from '../objects/set.ts'
import { PySlice } from '../objects/slice.ts'
import { asStr, type Str } from '../objects/str.ts'
import { format } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'
import {
  adaptive,
  code,
  exitUnless,
  instruction,
  oparg,
  pc,
  peek,
  specialization,
  unpackAll,
  uop,
  type Elsewhere,
  type Values,
} from './kit.ts'

export const _BUILD_TUPLE = uop((items: Values<'oparg'>): Value => new PyTuple(items))
export const BUILD_TUPLE = instruction(_BUILD_TUPLE)
export const _BUILD_LIST = uop((items: Values<'oparg'>): Value => PyList.of(items))
export const BUILD_LIST = instruction(_BUILD_LIST)
export const _BUILD_SET = uop((items: Values<'oparg'>): Value => buildSet(items))
export const BUILD_SET = instruction(_BUILD_SET)
export const _BUILD_MAP = uop((pairs: Values<'oparg * 2'>): Value => buildMap(pairs))
export const BUILD_MAP = instruction(_BUILD_MAP)
export const _BUILD_SLICE = uop((parts: Values<'oparg'>): Value => new PySlice(parts[0]!, parts[1]!, parts[2] ?? null))
export const BUILD_SLICE = instruction(_BUILD_SLICE)
export const _BUILD_STRING = uop((parts: Values<'oparg'>): Value => joinStrs(parts))
export const BUILD_STRING = instruction(_BUILD_STRING)
export const _BUILD_TEMPLATE = uop(
  (strings: Value, interpolations: Value): Value => buildTemplate(strings, interpolations),
)
export const BUILD_TEMPLATE = instruction(_BUILD_TEMPLATE)
/** The value, its source text and, if the oparg's low bit says so, the format spec. The rest of the oparg is the conversion. */
export const _BUILD_INTERPOLATION = uop(
  (parts: Values<'2 + (oparg & 1)'>): Value => buildInterpolation(parts, oparg >> 2),
)
export const BUILD_INTERPOLATION = instruction(_BUILD_INTERPOLATION)

export const _LIST_APPEND = uop((item: Value) => {
  ;(peek(oparg + 1) as PyList).push(item)
})
export const LIST_APPEND = instruction(_LIST_APPEND)
export const _SET_ADD = uop((item: Value) => {
  const set = peek(oparg + 1) as Value
  // A module may have rebound `__conditional_annotations__`.
  if (!(set instanceof PySet)) raise(systemErrorType, 'bad argument to internal function')
  set.add(item)
})
export const SET_ADD = instruction(_SET_ADD)
export const _MAP_ADD = uop((key: Value, value: Value) => {
  ;(peek(oparg + 2) as PyDict).set(key, value)
})
export const MAP_ADD = instruction(_MAP_ADD)
export const _LIST_EXTEND = uop((iterable: Value) => {
  extendList(peek(oparg + 1) as PyList, iterable)
})
export const LIST_EXTEND = instruction(_LIST_EXTEND)
export const _SET_UPDATE = uop((iterable: Value) => {
  updateSet(peek(oparg + 1) as PySet, iterable)
})
export const SET_UPDATE = instruction(_SET_UPDATE)
export const _DICT_UPDATE = uop((mapping: Value) => {
  dictUpdate(peek(oparg + 1) as PyDict, mapping)
})
export const DICT_UPDATE = instruction(_DICT_UPDATE)
/** `f(**mapping)`: duplicate keys are errors that name the callable, which lies four below the dict. */
export const _DICT_MERGE = uop((mapping: Value) => {
  dictMerge(peek(oparg + 1) as PyDict, mapping, peek(oparg + 4)!)
})
export const DICT_MERGE = instruction(_DICT_MERGE)

export const _CONVERT_VALUE = uop((value: Value): Value => convertValue(value, oparg))
export const CONVERT_VALUE = instruction(_CONVERT_VALUE)
export const _FORMAT_SIMPLE = uop((value: Value): Value => (typeof value === 'string' ? value : format(value, '')))
export const FORMAT_SIMPLE = instruction(_FORMAT_SIMPLE)
export const _FORMAT_WITH_SPEC = uop((value: Value, spec: Value): Value => format(value, asStr(spec) as Str))
export const FORMAT_WITH_SPEC = instruction(_FORMAT_WITH_SPEC)

export const _SPECIALIZE_UNPACK_SEQUENCE = uop((sequence: Value): Value => {
  specialize.unpackSequence(code, pc, oparg, sequence)
  return sequence
})
/** Pushes the items so that the first is on top. */
export const _UNPACK_SEQUENCE = uop((sequence: Value): Elsewhere => unpackAll(unpackSequence(sequence, oparg)))
export const UNPACK_SEQUENCE = adaptive(_SPECIALIZE_UNPACK_SEQUENCE, _UNPACK_SEQUENCE)
export const _UNPACK_SEQUENCE_TWO_TUPLE = uop((tuple: Value): [Value, Value] => {
  exitUnless(tuple instanceof PyTuple && tuple.type === tupleType && tuple.items.length === 2)
  return [tuple.items[1]!, tuple.items[0]!]
})
export const UNPACK_SEQUENCE_TWO_TUPLE = specialization('UNPACK_SEQUENCE', _UNPACK_SEQUENCE_TWO_TUPLE)
export const _UNPACK_SEQUENCE_TUPLE = uop((tuple: Value): Elsewhere => {
  exitUnless(tuple instanceof PyTuple && tuple.type === tupleType && tuple.items.length === oparg)
  return unpackAll(tuple.items)
})
export const UNPACK_SEQUENCE_TUPLE = specialization('UNPACK_SEQUENCE', _UNPACK_SEQUENCE_TUPLE)
export const _UNPACK_SEQUENCE_LIST = uop((list: Value): Elsewhere => {
  exitUnless(list instanceof PyList && list.type === listType && list.length === oparg)
  return unpackAll(list.floats === null ? list.items : list.toArray())
})
export const UNPACK_SEQUENCE_LIST = specialization('UNPACK_SEQUENCE', _UNPACK_SEQUENCE_LIST)
export const _UNPACK_EX = uop((sequence: Value): Elsewhere => unpackAll(unpackEx(sequence, oparg & 0xff, oparg >> 8)))
export const UNPACK_EX = instruction(_UNPACK_EX)
