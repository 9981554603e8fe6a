/**
 * What `copy` and `pickle` ask every object: how to make another like it. As object.__reduce_ex__ and object.__getstate__
 * (Objects/typeobject.c).
 */
import { findAttribute, lookupAttribute, lookupSpecial } from '../objects/attribute.ts'
import {
  baseExceptionType,
  codeType,
  dictType,
  listType,
  memoryviewType,
  objectType,
  simpleNamespaceType,
  typeOf,
} from '../objects/builtin-types.ts'
import { call, callMethod } from '../objects/call.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { hooks } from '../objects/hooks.ts'
import { getIter, itemsOf } from '../objects/iteration.ts'
import { indexOf } from '../objects/operators.ts'
import { asStr, textOf } from '../objects/str.ts'
import { emptyTuple, PyTuple } from '../objects/tuple.ts'
import { typeName, type PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { findDict } from './object-dict.ts'

const copyreg = (name: string): Value => lookupAttribute(hooks.importModule('copyreg'), name)

/** object.__reduce_ex__: the class's own `__reduce__` if it has one, else by protocol. */
export function reduceEx(self: Value, protocol: Value): Value {
  const type = typeOf(self)
  if (type.lookup('__reduce__') !== objectType.lookup('__reduce__')) return callMethod(self, '__reduce__')
  return reduceByProtocol(self, Number(indexOf(protocol)))
}

export function reduceByProtocol(self: Value, protocol: number): Value {
  return protocol >= 2 ? reduceNewObject(self) : call(copyreg('_reduce_ex'), [self, protocol])
}

function reduceNewObject(self: Value): Value {
  const type = typeOf(self)
  if (type.new === null) raiseTypeError(`cannot pickle '${typeName(type)}' object`)
  const { args, keywords } = newArguments(self)
  const hasArguments = args !== null
  const make = keywords !== null && keywords.size > 0 ? '__newobj_ex__' : '__newobj__'
  const makeArguments =
    make === '__newobj__'
      ? new PyTuple([type, ...(args?.items ?? [])])
      : new PyTuple([type, args ?? emptyTuple, keywords])
  const required = !hasArguments && !type.isSubtypeOf(listType) && !type.isSubtypeOf(dictType)
  const state = getState(self, required)
  const items = type.isSubtypeOf(listType) ? getIter(self) : null
  const pairs = type.isSubtypeOf(dictType) ? getIter(callMethod(self, 'items')) : null
  return new PyTuple([copyreg(make), makeArguments, state, items, pairs])
}

/** What `__getnewargs_ex__` or `__getnewargs__` answer. */
function newArguments(self: Value): { args: PyTuple | null; keywords: PyDict | null } {
  const extended = lookupSpecial(self, '__getnewargs_ex__')
  if (extended !== undefined) return extendedArguments(call(extended, []))
  const plain = lookupSpecial(self, '__getnewargs__')
  if (plain === undefined) return { args: null, keywords: null }
  const args = call(plain, [])
  if (!(args instanceof PyTuple))
    raiseTypeError(`__getnewargs__ should return a tuple, not '${typeName(typeOf(args))}'`)
  return { args, keywords: null }
}

function extendedArguments(answer: Value): { args: PyTuple; keywords: PyDict } {
  if (!(answer instanceof PyTuple))
    raiseTypeError(`__getnewargs_ex__ should return a tuple, not '${typeName(typeOf(answer))}'`)
  if (answer.items.length !== 2)
    raise(valueErrorType, `__getnewargs_ex__ should return a tuple of length 2, not ${answer.items.length}`)
  const [args, keywords] = answer.items
  if (!(args instanceof PyTuple))
    raiseTypeError(
      `first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '${typeName(typeOf(args!))}'`,
    )
  if (!(keywords instanceof PyDict))
    raiseTypeError(
      `second item of the tuple returned by __getnewargs_ex__ must be a dict, not '${typeName(typeOf(keywords!))}'`,
    )
  return { args, keywords }
}

function getState(self: Value, required: boolean): Value {
  const method = lookupAttribute(self, '__getstate__')
  const isDefault = typeOf(self).lookup('__getstate__') === objectType.lookup('__getstate__')
  return isDefault ? defaultState(self, required) : call(method, [])
}

/** Types whose instances have no fixed size in CPython, of those that cannot be pickled: the words are others for them. */
const variableSized = [memoryviewType, codeType]

/** Types whose instances have nothing inside that a state would have to hold. */
const plainLayouts = (): PyType[] => [objectType, listType, dictType, baseExceptionType, simpleNamespaceType]

/** object.__getstate__: the `__dict__`, and with it the values that `__slots__` reserved. */
export function defaultState(self: Value, required: boolean): Value {
  const type = typeOf(self)
  if (required && variableSized.includes(type.solid)) raiseTypeError(`cannot pickle ${typeName(type)} objects`)
  if (required && !plainLayouts().some(each => type.solid === each))
    raiseTypeError(`cannot pickle '${typeName(type)}' object`)
  const dict = findDict(self)
  const state: Value = dict === undefined || dict.size === 0 ? null : dict
  const names = slotNames(type)
  if (names.length === 0) return state
  const values = new PyDict()
  for (const name of names) {
    const value = findAttribute(self, textOf(asStr(name)!))
    if (value !== undefined) values.set(name, value)
  }
  return values.size === 0 ? state : new PyTuple([state, values])
}

function slotNames(type: PyType): Value[] {
  if (!type.isHeap) return []
  const known = type.namespace.get('__slotnames__') ?? call(copyreg('_slotnames'), [type])
  return known === null ? [] : itemsOf(known)
}
