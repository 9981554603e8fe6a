// Hot.
/**
 * Subscripts of a list: reading, assigning and deleting, by index and by slice. As Objects/listobject.c.
 *
 * A list of floats stays one as long as what is stored are floats.
 */
import { listType, tupleType, typeOf } from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { indexErrorType, valueErrorType } from '../objects/exception-types.ts'
import { isSequence, itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { indexOf, ssizeOfInt } from '../objects/operators.ts'
import { PySlice, sliceIndices } from '../objects/slice.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import { PyFloat, type Value } from '../objects/value.ts'

/** The key as an index: a number, which may lie outside the sequence. Raises what CPython raises for `what`. */
export function subscriptIndex(key: Value, what: string): number {
  if (typeof key === 'number') return key
  const type = typeOf(key)
  const index = indexOf(key, () => `${what} indices must be integers or slices, not ${typeName(type)}`)
  return ssizeOfInt(index, key, indexErrorType)
}

listType.subscript = (self: PyList, key: Value): Value => {
  if (typeof key !== 'number' && key instanceof PySlice) return listSlice(self, key)
  let index = subscriptIndex(key, 'list')
  const { floats } = self
  if (floats === null) {
    const { items } = self
    if (index < 0) index += items.length
    const item = items[index]
    if (item !== undefined) return item
  } else {
    if (index < 0) index += floats.length
    const number = floats[index]
    if (number !== undefined) return new PyFloat(number)
  }
  raise(indexErrorType, 'list index out of range')
}

/** `list[slice]` of an exact list. */
export function listSlice(self: PyList, slice: PySlice): PyList {
  const { start, step, count } = sliceIndices(slice, self.length)
  if (step === 1) return self.slice(start, start + count)
  if (self.floats !== null) return PyList.ofFloats(pick(self.floats, start, step, count))
  return new PyList(pick(self.items, start, step, count))
}

/** `count` items from `start`, each `step` from the last. A copy of the right length is written over: what is pushed to grows again and again. */
export function pick<T>(items: readonly T[], start: number, step: number, count: number): T[] {
  if (step === -1) return items.slice(start - count + 1, start + 1).reverse()
  const picked = items.slice(0, count)
  for (let i = 0, from = start; i < count; i++, from += step) picked[i] = items[from]!
  return picked
}

listType.assSubscript = (self: PyList, key: Value, value: Value | undefined): void => {
  if (typeof key !== 'number' && key instanceof PySlice) {
    if (value === undefined) deleteSlice(self, key)
    else assignSlice(self, key, value)
    return
  }
  let index = subscriptIndex(key, 'list')
  const length = self.length
  if (index < 0) index += length
  if (index < 0 || index >= length) raise(indexErrorType, 'list assignment index out of range')
  if (value === undefined) removeRange(self, index, 1)
  else self.put(index, value)
}

/** Takes `count` items out, from `start`. */
export function removeRange(self: PyList, start: number, count: number): void {
  const { floats } = self
  if (floats === null) removeFrom(self.items, start, count)
  else removeFrom(floats, start, count)
}

function removeFrom<T>(items: T[], start: number, count: number): void {
  if (count === 0) return
  if (count === 1 && start + 1 === items.length) items.pop()
  else if (start + count === items.length) items.length = start
  else if (start === 0 && count === 1) items.shift()
  else items.splice(start, count)
}

function deleteSlice(self: PyList, slice: PySlice): void {
  const { start, step, count } = sliceIndices(slice, self.length)
  if (count === 0) return
  if (step === 1) return removeRange(self, start, count)
  const [first, stride] = step > 0 ? [start, step] : [start + (count - 1) * step, -step]
  if (self.floats === null) deleteStrided(self.items, first, stride, count)
  else deleteStrided(self.floats, first, stride, count)
}

function deleteStrided<T>(items: T[], first: number, stride: number, count: number): void {
  const last = first + (count - 1) * stride
  let to = first
  for (let from = first; from < items.length; from++)
    if (from > last || (from - first) % stride !== 0) items[to++] = items[from]!
  items.length = to
}

function assignSlice(self: PyList, slice: PySlice, value: Value): void {
  const { step } = sliceIndices(slice, self.length)
  const given = sequenceForAssignment(value)
  // Iterating the value may have run Python code that changed the list.
  const { start, count } = sliceIndices(slice, self.length)
  if (step === 1) {
    replaceRange(self, start, count, given)
    return
  }
  const { length } = given
  if (length !== count)
    raise(valueErrorType, `attempt to assign sequence of size ${length} to extended slice of size ${count}`)
  for (let i = 0, to = start; i < length; i++, to += step)
    self.put(to, given instanceof PyList ? given.at(i) : given[i]!)
}

/** What is assigned, apart from the list that it may be. */
function sequenceForAssignment(value: Value): PyList | readonly Value[] {
  if (value instanceof PyList && value.type === listType) return value.slice(0, value.length)
  if (value instanceof PyTuple && value.type === tupleType) return value.items
  if (!isIterable(value)) raiseTypeError('must assign iterable to extended slice')
  return itemsOf(value)
}

const isIterable = (value: Value): boolean => typeOf(value).iter !== null || isSequence(value)

/** Puts `given` in the place of `count` items from `start`. */
function replaceRange(self: PyList, start: number, count: number, given: PyList | readonly Value[]): void {
  if (given instanceof PyList && given.floats !== null && (self.floats !== null || self.length === count)) {
    if (self.floats === null) {
      self.floats = given.floats
      self.items = []
    } else spliceAll(self.floats, start, count, given.floats)
    return
  }
  spliceAll(self.boxed(), start, count, given instanceof PyList ? given.boxed() : given)
}

/** `items.splice(start, count, ...given)` without passing `given` as arguments, of which there can be too many. */
function spliceAll<T>(items: T[], start: number, count: number, given: readonly T[]): void {
  if (given.length === count) {
    for (let i = 0; i < count; i++) items[start + i] = given[i]!
    return
  }
  if (given.length < 1000) {
    items.splice(start, count, ...given)
    return
  }
  const rest = items.slice(start + count)
  items.length = start
  for (let i = 0; i < given.length; i++) items.push(given[i]!)
  for (let i = 0; i < rest.length; i++) items.push(rest[i]!)
}
