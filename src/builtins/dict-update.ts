/**
 * Filling a dict: from another dict, from an object with `keys`, from pairs, from keyword arguments.
 * As dict_update_arg, dict_merge and PyDict_MergeFromSeq2 (Objects/dictobject.c).
 */
import { findAttribute } from '../objects/attribute.ts'
import { dictType, typeOf } from '../objects/builtin-types.ts'
import { callMethod } from '../objects/call.ts'
import { equals } from '../objects/compare.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raised, raiseTypeError } from '../objects/exception.ts'
import { runtimeErrorType, typeErrorType, valueErrorType } from '../objects/exception-types.ts'
import { getIter, iterNext, itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { strOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { tick } from '../objects/tick.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { checkCount } from './constructor-arguments.ts'
import { addNote } from './exception-notes.ts'
import { PyZip, zipType } from './zip.ts'

/** `dict.update(*args, **keywords)` and `dict.__init__`, which calls itself `name` in complaints. */
export function updateFromCall(self: PyDict, name: string, args: Value[], keywords: KeywordNames): void {
  const named = keywords === null ? 0 : keywords.length
  const given = args.length - named
  checkCount(name, given === args.length ? args : args.slice(0, given), 0, 1)
  if (given === 1) update(self, args[0]!)
  for (let i = 0; i < named; i++) self.set(strOf(keywords![i]!), args[given + i]!)
}

/** `self.update(other)` */
export function update(self: PyDict, other: Value): void {
  if (other instanceof PyDict && other.type === dictType) merge(self, other)
  else if (findAttribute(other, 'keys') !== undefined) mergeMapping(self, other)
  else mergePairs(self, other)
}

/** Adds the items of a mapping, replacing what is there. */
export function mergeMapping(self: PyDict, other: Value): void {
  if (other instanceof PyDict && other.type.iter === dictType.iter) return merge(self, other)
  const keys = callMethod(other, 'keys')
  if (typeOf(keys).iter === null && typeOf(keys).subscript === null)
    raiseTypeError(`${typeName(typeOf(other))}.keys() returned a non-iterable (type ${typeName(typeOf(keys))})`)
  const iterator = getIter(keys)
  const next = typeOf(iterator).iternext!
  for (let key = next(iterator); key !== undefined; key = next(iterator)) {
    const { subscript } = typeOf(other)
    if (subscript === null) raiseTypeError(`'${typeName(typeOf(other))}' object is not subscriptable`)
    self.set(key, subscript(other, key))
  }
}

/** Adds the items of a dict. */
function merge(self: PyDict, other: PyDict): void {
  if (self === other || other.size === 0) return
  vm.budget -= other.size
  if (self.size === 0 && self.watcher === null) {
    self.clear()
    return self.become(other)
  }
  const { keysVersion } = other
  for (let at = other.next(0); at >= 0; at = other.next(at + 1)) {
    self.set(other.keys[at]!, other.values[at]!)
    if (other.keysVersion !== keysVersion) raise(runtimeErrorType, 'dict mutated during update')
  }
}

/** Adds the items of an iterable of pairs. */
function mergePairs(self: PyDict, pairs: Value): void {
  if (pairs instanceof PyZip && pairs.type === zipType && pairs.iterators.length === 2 && !pairs.strict)
    return mergeZipped(self, pairs.iterators)
  const iterator = getIter(pairs)
  const next = typeOf(iterator).iternext!
  let count = 0
  for (let pair = next(iterator); pair !== undefined; pair = next(iterator), count++) {
    const items =
      pair instanceof PyTuple ? pair.items : pair instanceof PyList ? pair.boxed() : itemsOfPair(pair, count)
    if (items.length !== 2)
      raise(valueErrorType, `dictionary update sequence element #${count} has length ${items.length}; 2 is required`)
    self.set(items[0]!, items[1]!)
  }
}

/** `dict(zip(keys, values))`, without the pairs. */
function mergeZipped(self: PyDict, [keys, values]: readonly Value[]): void {
  for (let i = 1; ; i++) {
    const key = iterNext(keys!)
    if (key === undefined) return
    const value = iterNext(values!)
    if (value === undefined) return
    self.set(key, value)
    if ((i & 4095) === 0) tick(4096)
  }
}

function itemsOfPair(pair: Value, at: number): Value[] {
  try {
    if (typeOf(pair).iter === null && typeOf(pair).subscript === null) raiseTypeError('object is not iterable')
    return itemsOf(pair)
  } catch (thrown) {
    const exception = raised(thrown)
    if (exception.type.isSubtypeOf(typeErrorType))
      addNote(exception, `Cannot convert dictionary update sequence element #${at} to a sequence`)
    throw exception
  }
}

/** Have the two the same keys with equal values? */
export function dictsEqual(left: PyDict, right: PyDict): boolean {
  if (left.size !== right.size) return false
  for (let at = left.next(0); at >= 0; at = left.next(at + 1)) {
    const mine = left.values[at]!
    const theirs = right.get(left.keys[at]!)
    if (theirs === undefined || !equals(mine, theirs)) return false
  }
  return true
}
