// Hot.
/** `iter(value)`, `next(iterator)`, and walking an iterable from TypeScript. */
import { builtinType, dictType, generatorType, listType, rangeType, tupleType, typeOf } from './builtin-types.ts'
import { PyBaseException, raiseTypeError, raised } from './exception.ts'
import { indexErrorType, stopIterationType } from './exception-types.ts'
import { ended, PyGenerator } from './generator.ts'
import { hooks } from './hooks.ts'
import type { PyListIterator, PyTupleIterator } from './iterators.ts'
import type { PyList } from './list.ts'
import { plainItems } from './plain-items.ts'
import { PyRangeIterator } from './range.ts'
import { tick } from './tick.ts'
import { PyTuple } from './tuple.ts'
import { typeName } from './type.ts'
import { PyObject, type Value } from './value.ts'

/** Iterates anything that `__getitem__` indexes from 0 until IndexError. */
export class PySequenceIterator extends PyObject {
  sequence: Value | undefined
  index: number
  constructor(sequence: Value) {
    super(sequenceIteratorType)
    this.sequence = sequence
    this.index = 0
  }
}

export const sequenceIteratorType = builtinType('iterator')
sequenceIteratorType.iter = self => self
sequenceIteratorType.iternext = (self: PySequenceIterator) => {
  const { sequence } = self
  if (sequence === undefined) return undefined
  try {
    return typeOf(sequence).subscript!(sequence, self.index++)
  } catch (thrown) {
    const exception = raised(thrown)
    if (!exception.type.isSubtypeOf(indexErrorType) && !exception.type.isSubtypeOf(stopIterationType)) throw thrown
    self.sequence = undefined
    return undefined
  }
}

/** Can `__getitem__` be called with ints? CPython's PySequence_Check. */
export function isSequence(value: Value): boolean {
  const type = typeOf(value)
  return type.subscript !== null && !type.isSubtypeOf(dictType) && (type.isHeap || type.length !== null)
}

/** `iter(value)`. */
export function getIter(value: Value): Value {
  const type = typeOf(value)
  if (type.iter === null) {
    if (isSequence(value)) return new PySequenceIterator(value)
    raiseTypeError(`'${typeName(type)}' object is not iterable`)
  }
  const iterator = type.iter(value)
  if (!isIterator(iterator)) raiseTypeError(`iter() returned non-iterator of type '${typeName(typeOf(iterator))}'`)
  return iterator
}

/** What GET_ITER gives. Of a list, a tuple or a range nobody but the loop has the iterator. */
export function loopIterator(iterable: Value): Value {
  const iterator = getIter(iterable)
  const type = typeOf(iterable)
  if (type === listType) (iterator as object as PyListIterator).isOwn = true
  else if (type === tupleType) (iterator as object as PyTupleIterator).isOwn = true
  else if (type === rangeType && iterator instanceof PyRangeIterator) iterator.isOwn = true
  return iterator
}

/** What takes the place of a `__next__` that was deleted: whoever is in the middle of iterating may still call it. */
export function lostNext(iterator: Value): never {
  raiseTypeError(`'${typeName(typeOf(iterator))}' object is not iterable`)
}

export const isIterator = (value: Value): boolean => {
  const { iternext } = typeOf(value)
  return iternext !== null && iternext !== lostNext
}

/** The next item of an iterator, or undefined at its end. */
export function iterNext(iterator: Value): Value | undefined {
  const { iternext } = typeOf(iterator)
  if (iternext === null) raiseTypeError(`'${typeName(typeOf(iterator))}' object is not an iterator`)
  return iternext(iterator)
}

/** The value that a StopIteration carries; what is something else goes on up. */
export function stopIterationValue(thrown: unknown): Value {
  const exception = raised(thrown)
  if (!exception.type.isSubtypeOf(stopIterationType)) throw exception
  return exception.field('value') ?? null
}

export function makeStopIteration(value: Value): PyBaseException {
  const exception = new PyBaseException(new PyTuple(value === null ? [] : [value]), stopIterationType)
  return value === null ? exception : exception.setField('value', value)
}

/** What an iterator that has just answered undefined returned, if it is one that returns: generators, and what awaits coroutines. */
export function returnedValue(iterator: Value): Value {
  return (iterator as Partial<Returning>).returned ?? null
}

/** Iterators that keep the value of their StopIteration. */
export interface Returning {
  returned: Value
}

/** The StopIteration of an iterator that has just answered undefined. */
export function stopIterationOf(iterator: Value): PyBaseException {
  return makeStopIteration(returnedValue(iterator))
}

/** Items between two looks at whether a limit is reached. */
const stride = 4096

/**
 * The next item that `take` refuses; undefined at the end. A generator whose code is compiled is not suspended and resumed for each item that is taken
 * (hooks.resume): so `take` neither raises nor runs Python code, and refuses without a trace.
 */
export function nextRefused(iterator: Value, take: (item: Value) => boolean): Value | undefined {
  if (iterator instanceof PyGenerator && iterator.type === generatorType)
    while (iterator.frame !== null && !iterator.running) {
      const item = hooks.resume(iterator, null, undefined, take)
      if (item === undefined) iterator.returned = ended.value
      if (item === undefined || !take(item)) return item
    }
  const next = typeOf(iterator).iternext!
  for (let i = 1; ; i++) {
    const item = next(iterator)
    if (item === undefined || !take(item)) return item
    if (i % stride === 0) tick(stride)
  }
}

/** Puts the items that are left at the end of a list, which code that runs in between may see. */
export function pushAll(iterator: Value, list: PyList): void {
  if (iterator instanceof PyGenerator) {
    nextRefused(iterator, item => {
      list.push(item)
      return true
    })
    return
  }
  const next = typeOf(iterator).iternext!
  for (let item = next(iterator), i = 1; item !== undefined; item = next(iterator), i++) {
    list.push(item)
    if (i % stride === 0) tick(stride)
  }
}

/** Calls `visit` with each item; stops when it answers true. */
export function forEachItem(iterable: Value, visit: (item: Value) => unknown): void {
  const iterator = getIter(iterable)
  const next = typeOf(iterator).iternext!
  for (let item = next(iterator), i = 1; item !== undefined; item = next(iterator), i++) {
    if (visit(item) === true) return
    if (i % stride === 0) tick(stride)
  }
}

/** The items of an iterable, as a new array. */
export function itemsOf(iterable: Value): Value[] {
  const plain = plainItems(iterable)
  if (plain !== undefined) return plain
  const items: Value[] = []
  const iterator = getIter(iterable)
  if (iterator instanceof PyGenerator) {
    nextRefused(iterator, item => items.push(item) > 0)
    return items
  }
  const next = typeOf(iterator).iternext!
  for (let item = next(iterator); item !== undefined; item = next(iterator)) {
    items.push(item)
    if (items.length % stride === 0) tick(stride)
  }
  return items
}
