// Hot.
/**
 * collections.OrderedDict: a dict whose order can be changed, and counts in a comparison with another. As Objects/odictobject.c.
 *
 * Every dict here keeps its keys in order, so there is no list beside the table as in CPython; `keysVersion` is what its `od_state` is.
 */
import { findAttribute } from '../../objects/attribute.ts'
import { builtinType, dictType, typeOf } from '../../objects/builtin-types.ts'
import { call, callMethod } from '../../objects/call.ts'
import { equals } from '../../objects/compare.ts'
import { defineType } from '../../objects/define.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { keyErrorType, runtimeErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { forEachItem, getIter, itemsOf } from '../../objects/iteration.ts'
import { NotImplemented } from '../../objects/number.ts'
import { builtin, type Builtin } from '../../objects/signature.ts'
import { EQ, NE, type CompareOp, type KeywordNames } from '../../objects/slots.ts'
import { buildString, type Str, strOf } from '../../objects/str.ts'
import { guardedRepr, repr } from '../../objects/text.ts'
import { emptyTuple, PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags, typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { classGetItem } from '../../builtins/class-getitem.ts'
import { dictGetSet } from '../../builtins/object-dict.ts'

export const orderedDictType = builtinType('OrderedDict', {
  module: 'collections',
  base: dictType,
  flags: TypeFlags.base | TypeFlags.dict | TypeFlags.weakref,
})

export class PyOrderedDict extends PyDict {
  constructor(type: PyType = orderedDictType) {
    super(type)
  }
}

/** `self[key] = value`, with what a subclass makes of it. */
function store(self: Value, key: Value, value: Value): void {
  const { assSubscript } = typeOf(self)
  if (self instanceof PyDict && assSubscript === dictType.assSubscript) self.set(key, value)
  else if (assSubscript === null) raiseTypeError(`'${typeName(typeOf(self))}' object does not support item assignment`)
  else assSubscript(self, key, value)
}

/** As mutablemapping_update_arg: a dict, what has `keys`, what has `items`, or pairs. */
function updateFrom(self: Value, other: Value): void {
  if (other instanceof PyDict && other.type === dictType) {
    for (const [key, value] of [...other.entries()]) store(self, key, value)
    return
  }
  if (findAttribute(other, 'keys') !== undefined) {
    const keys = itemsOf(callMethod(other, 'keys'))
    for (const key of keys) store(self, key, typeOf(other).subscript!(other, key))
    return
  }
  storePairs(self, findAttribute(other, 'items') !== undefined ? callMethod(other, 'items') : other)
}

function storePairs(self: Value, pairs: Value): void {
  forEachItem(pairs, pair => {
    const items = itemsOf(pair)
    if (items.length < 2)
      raise(valueErrorType, `need more than ${items.length} value${items.length === 1 ? '' : 's'} to unpack`)
    if (items.length > 2) raise(valueErrorType, 'too many values to unpack (expected 2)')
    store(self, items[0]!, items[1]!)
  })
}

function updateFromCall(self: Value, args: Value[], keywords: KeywordNames, complain: (given: number) => never): void {
  const named = keywords === null ? 0 : keywords.length
  const given = args.length - named
  if (given > 1) complain(given)
  if (given === 1) updateFrom(self, args[0]!)
  for (let i = 0; i < named; i++) store(self, strOf(keywords![i]!), args[given + i]!)
}

orderedDictType.new = type => new PyOrderedDict(type)
orderedDictType.init = (self: PyOrderedDict, args, keywords) =>
  updateFromCall(self, args, keywords, given => raiseTypeError(`expected at most 1 argument, got ${given}`))

orderedDictType.hash = null
orderedDictType.repr = (self: PyOrderedDict): Str => {
  const { name } = self.type
  if (self.size === 0) return `${name}()`
  return guardedRepr(self, '...', () => buildString([`${name}(`, repr(self.copy()), ')']))
}

orderedDictType.richcompare = (self: PyOrderedDict, other: Value, op: CompareOp): Value => {
  if (!(other instanceof PyDict) || (op !== EQ && op !== NE)) return NotImplemented
  const same =
    dictType.richcompare!(self, other, EQ) === true && (!(other instanceof PyOrderedDict) || sameOrder(self, other))
  return same === (op === EQ)
}

function sameOrder(left: PyDict, right: PyDict): boolean {
  const leftVersion = left.keysVersion
  const rightVersion = right.keysVersion
  let other = right.next(0)
  for (let at = left.next(0); at >= 0; at = left.next(at + 1)) {
    if (other < 0) return false
    const same = equals(left.keys[at]!, right.keys[other]!)
    if (left.keysVersion !== leftVersion || right.keysVersion !== rightVersion)
      raise(runtimeErrorType, 'OrderedDict mutated during iteration')
    if (!same) return false
    other = right.next(other + 1)
  }
  return other < 0
}

orderedDictType.or = (left: Value, right: Value): Value => {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented
  const result = call(left instanceof PyOrderedDict ? left.type : right.type, [left])
  updateFrom(result, right)
  return result
}
orderedDictType.inplaceOr = (self: PyOrderedDict, other: Value): Value => {
  updateFrom(self, other)
  return self
}

function popItem(self: PyOrderedDict, last: boolean): Value {
  const at = last ? self.previous(self.keys.length - 1) : self.next(0)
  if (at < 0) raise(keyErrorType, 'dictionary is empty')
  const key = self.keys[at]!
  return new PyTuple([key, self.delete(key)!])
}

function pop(self: PyOrderedDict, key: Value, otherwise: Value | undefined): Value {
  const value = self.delete(key)
  if (value !== undefined) return value
  if (otherwise === undefined) raise(keyErrorType, key)
  return otherwise
}

function setDefault(self: PyOrderedDict, key: Value, value: Value): Value {
  const { type } = self
  if (type === orderedDictType) {
    const at = self.find(key)
    if (at >= 0) return self.values[at]!
    self.add(key, value)
    return value
  }
  if (type.contains!(self, key)) return type.subscript!(self, key)
  store(self, key, value)
  return value
}

function moveToEnd(self: PyOrderedDict, key: Value, last: boolean): void {
  const at = self.find(key)
  if (at < 0) raise(keyErrorType, key)
  if (at !== (last ? self.previous(self.keys.length - 1) : self.next(0))) self.move(at, last ? 'last' : 'first')
}

function copy(self: PyOrderedDict): Value {
  if (self.type === orderedDictType) {
    const result = new PyOrderedDict()
    result.become(self)
    return result
  }
  const result = call(self.type, [])
  for (const [key] of [...self.entries()]) store(result, key, self.type.subscript!(self, key))
  return result
}

function fromKeys(type: PyType, iterable: Value, value: Value): Value {
  const result = call(type, [])
  forEachItem(iterable, key => {
    store(result, key, value)
  })
  return result
}

function reduce(self: PyOrderedDict): Value {
  const items = getIter(callMethod(self, 'items'))
  return new PyTuple([self.type, emptyTuple, callMethod(self, '__getstate__'), null, items])
}

function updateMethod(): Builtin {
  const method = builtin('update($self, /, *args, **kwargs)', (): void => undefined)
  method.call = (self, args, keywords) => {
    updateFromCall(self!, args, keywords, given =>
      raiseTypeError(`update() takes at most 1 positional argument (${given} given)`),
    )
    return null
  }
  return method
}

export function defineOrderedDict(views: () => readonly Builtin[]): void {
  defineType(orderedDictType, {
    doc: 'Dictionary that remembers insertion order',
    methods: () => [
      builtin(
        'setdefault($self, /, key, default=None)',
        setDefault,
        'Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.',
      ),
      builtin(
        'pop($self, /, key, default=<unrepresentable>)',
        pop,
        'od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.',
      ),
      builtin(
        'popitem($self, /, last: bool = True)',
        popItem,
        'Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if false.',
      ),
      ...views(),
      updateMethod(),
      builtin('clear($self, /)', (self: PyOrderedDict) => self.clear(), 'Remove all items from ordered dict.'),
      builtin('copy($self, /)', copy, 'A shallow copy of ordered dict.'),
      builtin(
        'move_to_end($self, /, key, last: bool = True)',
        moveToEnd,
        'Move an existing element to the end (or beginning if last is false).\n\nRaise KeyError if the element does not exist.',
      ),
      builtin('__reduce__($self, /)', reduce, 'Return state information for pickling'),
      builtin('__sizeof__($self, /)', (self: PyOrderedDict) => 112 + 56 * self.size),
    ],
    classMethods: () => [
      builtin(
        'fromkeys($type, /, iterable, value=None)',
        fromKeys,
        'Create a new ordered dictionary with keys from iterable and values set to value.',
      ),
      classGetItem(),
    ],
    getset: () => [dictGetSet],
  })
}
