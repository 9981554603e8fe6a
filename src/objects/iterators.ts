// Hot.
/**
 * The iterators of list, tuple, dict and set.
 *
 * They stand below the builtins because the interpreter's FOR_ITER_LIST, FOR_ITER_TUPLE and their kin read and write the fields
 * themselves. An exhausted iterator lets go of what it iterated (`null`), and stays exhausted even if that grows again.
 *
 * An iterator of a dict or set remembers how many keys there were: it notices a change of size at the next step, and, having
 * given as many keys as there were, that there is yet another one. As dictiter_iternextkey (Objects/dictobject.c).
 */
import { changing } from '../base/fields.ts'
import type { Attributes } from './instance.ts'
import {
  builtinType,
  dictItemsType,
  dictKeysType,
  dictType,
  dictValuesType,
  frozensetType,
  listType,
  setType,
  tupleType,
} from './builtin-types.ts'
import { PyDict } from './dict.ts'
import { raise } from './exception.ts'
import { runtimeErrorType } from './exception-types.ts'
import { PyList } from './list.ts'
import type { AnySet } from './set.ts'
import { PyTuple } from './tuple.ts'
import { type PyType, TypeFlags } from './type.ts'
import { PyFloat, PyObject, type Value, isPyObject } from './value.ts'

export class PyListIterator {
  type: PyType
  attributes: Attributes | null
  list: PyList | null
  index: number
  /** Has nobody but a loop it (`loopIterator`)? */
  isOwn: boolean
  constructor(list: PyList) {
    this.isOwn = false
    this.type = listIteratorType
    this.attributes = null
    this.list = list
    this.index = 0
  }
}
isPyObject(PyListIterator)

/** From the end; `index` is that of the next item. */
export class PyListReverseIterator extends PyObject {
  list: PyList | null
  index: number
  constructor(list: PyList) {
    super(listReverseIteratorType)
    this.list = list
    this.index = list.length - 1
  }
}

export class PyTupleIterator {
  type: PyType
  attributes: Attributes | null
  tuple: PyTuple | null
  index: number
  /** Has nobody but a loop it (`loopIterator`)? */
  isOwn: boolean
  constructor(tuple: PyTuple) {
    this.isOwn = false
    this.type = tupleIteratorType
    this.attributes = null
    this.tuple = tuple
    this.index = 0
  }
}
isPyObject(PyTupleIterator)

/** Keys, values or items, by the type of the iterator; in reverse for the types that say so. */
export class PyDictIterator extends PyObject {
  dict: PyDict | null
  /** How many keys the dict had; -1 after it changed. */
  size: number
  position: number
  /** How many keys are still expected. */
  remaining: number
  constructor(dict: PyDict, position: number, type: PyType) {
    super(type)
    this.dict = dict
    this.size = dict.size
    this.position = position
    this.remaining = dict.size
  }
}

export class PySetIterator extends PyObject {
  set: AnySet | null
  /** How many items the set had; -1 after it changed. */
  size: number
  position: number
  remaining: number
  constructor(set: AnySet) {
    super(setIteratorType)
    this.set = set
    this.size = set.size
    this.position = 0
    this.remaining = set.size
  }
}

/** The view that `dict.keys()`, `.values()` and `.items()` answer. */
export class PyDictView extends PyObject {
  readonly dict: PyDict
  constructor(dict: PyDict, type: PyType) {
    super(type)
    this.dict = dict
  }
}

const runtimeType = (name: string): PyType => builtinType(name, { flags: TypeFlags.noInstantiation })

export const listIteratorType = runtimeType('list_iterator')
export const listReverseIteratorType = runtimeType('list_reverseiterator')
export const tupleIteratorType = runtimeType('tuple_iterator')
export const dictKeyIteratorType = runtimeType('dict_keyiterator')
changing(new PyListIterator(new PyList([])), { list: null, index: 1, isOwn: true })
changing(new PyTupleIterator(new PyTuple([])), { tuple: null, index: 1, isOwn: true })
changing(new PyDictIterator(new PyDict(), 0, dictKeyIteratorType), { dict: null, size: -1, position: 1, remaining: 1 })
export const dictValueIteratorType = runtimeType('dict_valueiterator')
export const dictItemIteratorType = runtimeType('dict_itemiterator')
export const dictReverseKeyIteratorType = runtimeType('dict_reversekeyiterator')
export const dictReverseValueIteratorType = runtimeType('dict_reversevalueiterator')
export const dictReverseItemIteratorType = runtimeType('dict_reverseitemiterator')

export const setIteratorType = runtimeType('set_iterator')

const itself = (self: Value): Value => self

listIteratorType.iter = itself
function nextOfList(self: PyListIterator): Value | undefined {
  const { list, index } = self
  if (list === null) return undefined
  const { floats } = list
  if (floats === null) {
    if (index < list.items.length) {
      self.index = index + 1
      return list.items[index]
    }
  } else if (index < floats.length) {
    self.index = index + 1
    return new PyFloat(floats[index]!)
  }
  self.list = null
  return undefined
}
listIteratorType.iternext = nextOfList

listReverseIteratorType.iter = itself
listReverseIteratorType.iternext = (self: PyListReverseIterator) => {
  const { list, index } = self
  if (list === null) return undefined
  if (index >= 0 && index < list.length) {
    self.index = index - 1
    return list.at(index)
  }
  self.index = -1
  self.list = null
  return undefined
}

tupleIteratorType.iter = itself
function nextOfTuple(self: PyTupleIterator): Value | undefined {
  const { tuple, index } = self
  if (tuple === null) return undefined
  if (index < tuple.items.length) {
    self.index = index + 1
    return tuple.items[index]
  }
  self.tuple = null
  return undefined
}
tupleIteratorType.iternext = nextOfTuple

/** What `iternext` answers, which for the usual iterators is known without a call through their type. */
export function nextOf(iterator: Value): Value | undefined {
  if (iterator instanceof PyListIterator) return nextOfList(iterator)
  if (iterator instanceof PyTupleIterator) return nextOfTuple(iterator)
  return (iterator as PyObject).type.iternext!(iterator)
}

/** The position of the next key, or -1 at the end; the iterator then stands behind it. */
export function advanceDictIterator(self: PyDictIterator): number {
  const { dict } = self
  if (dict === null) return -1
  if (self.size !== dict.size) {
    self.size = -1
    raise(runtimeErrorType, 'dictionary changed size during iteration')
  }
  const at = dict.next(self.position)
  if (at < 0) {
    self.dict = null
    return -1
  }
  if (self.remaining === 0) {
    self.dict = null
    raise(runtimeErrorType, 'dictionary keys changed during iteration')
  }
  self.position = at + 1
  self.remaining--
  return at
}

function retreatDictIterator(self: PyDictIterator): number {
  const { dict } = self
  if (dict === null) return -1
  if (self.size !== dict.size) {
    self.size = -1
    raise(runtimeErrorType, 'dictionary changed size during iteration')
  }
  const at = dict.previous(self.position)
  if (at < 0) {
    self.dict = null
    return -1
  }
  self.position = at - 1
  self.remaining--
  return at
}

setIteratorType.iter = itself
setIteratorType.iternext = (self: PySetIterator) => {
  const { set } = self
  if (set === null) return undefined
  if (self.size !== set.size) {
    self.size = -1
    raise(runtimeErrorType, 'Set changed size during iteration')
  }
  const cursor = set.cursor(self.position)
  if (cursor < 0) {
    self.set = null
    return undefined
  }
  self.position = cursor + 1
  self.remaining--
  return set.itemAt(cursor)
}

for (const type of [dictKeyIteratorType, dictValueIteratorType, dictItemIteratorType]) type.iter = itself
for (const type of [dictReverseKeyIteratorType, dictReverseValueIteratorType, dictReverseItemIteratorType])
  type.iter = itself

dictKeyIteratorType.iternext = (self: PyDictIterator) => {
  const { dict } = self
  const at = advanceDictIterator(self)
  return at < 0 ? undefined : dict!.keys[at]
}
dictValueIteratorType.iternext = (self: PyDictIterator) => {
  const { dict } = self
  const at = advanceDictIterator(self)
  return at < 0 ? undefined : dict!.values[at]
}
dictItemIteratorType.iternext = (self: PyDictIterator) => {
  const { dict } = self
  const at = advanceDictIterator(self)
  return at < 0 ? undefined : new PyTuple([dict!.keys[at]!, dict!.values[at]!])
}
dictReverseKeyIteratorType.iternext = (self: PyDictIterator) => {
  const { dict } = self
  const at = retreatDictIterator(self)
  return at < 0 ? undefined : dict!.keys[at]
}
dictReverseValueIteratorType.iternext = (self: PyDictIterator) => {
  const { dict } = self
  const at = retreatDictIterator(self)
  return at < 0 ? undefined : dict!.values[at]
}
dictReverseItemIteratorType.iternext = (self: PyDictIterator) => {
  const { dict } = self
  const at = retreatDictIterator(self)
  return at < 0 ? undefined : new PyTuple([dict!.keys[at]!, dict!.values[at]!])
}

setType.iter = (self: AnySet) => new PySetIterator(self)
frozensetType.iter = (self: AnySet) => new PySetIterator(self)
listType.iter = (self: PyList) => new PyListIterator(self)
tupleType.iter = (self: PyTuple) => new PyTupleIterator(self)
dictType.iter = (self: PyDict) => new PyDictIterator(self, 0, dictKeyIteratorType)
dictKeysType.iter = (self: PyDictView) => new PyDictIterator(self.dict, 0, dictKeyIteratorType)
dictValuesType.iter = (self: PyDictView) => new PyDictIterator(self.dict, 0, dictValueIteratorType)
dictItemsType.iter = (self: PyDictView) => new PyDictIterator(self.dict, 0, dictItemIteratorType)
