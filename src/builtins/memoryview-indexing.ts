/** Subscripts of memoryview: items, slices, and assignment to them. */
import { byteLength, isContiguous } from '../objects/buffer.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { indexErrorType, notImplementedErrorType, valueErrorType } from '../objects/exception-types.ts'
import { checkReleased, forEachOffset, PyMemoryView, viewOf, type ViewLayout } from '../objects/memoryview.ts'
import { Ellipsis } from '../objects/number.ts'
import { ssizeOf } from '../objects/operators.ts'
import { PySlice, sliceIndices } from '../objects/slice.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { readItem, supportedFormat, writeItem } from './memoryview-items.ts'

const isIndex = (key: Value): boolean => typeof key === 'number' || typeOf(key).index !== null

function offsetIn(view: ViewLayout, dimension: number, index: number): number {
  const size = view.shape[dimension]!
  const at = index < 0 ? index + size : index
  if (at < 0 || at >= size) raise(indexErrorType, `index out of bounds on dimension ${dimension + 1}`)
  return at * view.strides[dimension]!
}

/** The item at an index of the first and only dimension. */
export function readAt(view: PyMemoryView, index: number): Value {
  const format = supportedFormat(view.format)
  if (view.shape.length !== 1) raise(notImplementedErrorType, 'multi-dimensional sub-views are not implemented')
  return readItem(view.memory, view.offset + offsetIn(view, 0, index), format)
}

const isTupleOf = (key: Value, test: (item: Value) => boolean): key is PyTuple =>
  key instanceof PyTuple && key.items.every(test)

/** Where the item is that a tuple of indexes, one for each dimension, selects. */
function offsetOf(view: PyMemoryView, key: PyTuple): number {
  const count = key.items.length
  if (count < view.shape.length) raise(notImplementedErrorType, 'sub-views are not implemented')
  if (count > view.shape.length)
    raiseTypeError(`cannot index ${view.shape.length}-dimension view with ${count}-element tuple`)
  let at = view.offset
  for (const [i, index] of key.items.entries()) at += offsetIn(view, i, ssizeOf(index, indexErrorType))
  checkReleased(view)
  return at
}

function sliced(view: PyMemoryView, key: PySlice): PyMemoryView {
  const { start, step, count } = sliceIndices(key, view.shape[0]!)
  const stride = view.strides[0]!
  return new PyMemoryView(view.managed, {
    format: view.format,
    itemsize: view.itemsize,
    isReadonly: view.isReadonly,
    shape: [count, ...view.shape.slice(1)],
    strides: [stride * step, ...view.strides.slice(1)],
    offset: view.offset + start * stride,
  })
}

function invalidKey(view: PyMemoryView, key: Value): never {
  if (isTupleOf(key, item => item instanceof PySlice) && view.shape.length > 0)
    raise(notImplementedErrorType, 'multi-dimensional slicing is not implemented')
  raiseTypeError('memoryview: invalid slice key')
}

export function getItem(view: PyMemoryView, key: Value): Value {
  checkReleased(view)
  if (view.shape.length === 0) {
    if (key === Ellipsis) return view
    if (key instanceof PyTuple && key.items.length === 0)
      return readItem(view.memory, view.offset, supportedFormat(view.format))
    raiseTypeError('invalid indexing of 0-dim memory')
  }
  if (isIndex(key)) {
    const index = ssizeOf(key, indexErrorType)
    checkReleased(view)
    return readAt(view, index)
  }
  if (key instanceof PySlice) return sliced(view, key)
  if (!isTupleOf(key, isIndex)) return invalidKey(view, key)
  const format = supportedFormat(view.format)
  return readItem(view.memory, offsetOf(view, key), format)
}

export function assignItem(view: PyMemoryView, key: Value, value: Value | undefined): void {
  checkReleased(view)
  const format = supportedFormat(view.format)
  if (view.isReadonly) raiseTypeError('cannot modify read-only memory')
  if (value === undefined) raiseTypeError('cannot delete memory')
  const { memory } = view
  // An `__index__` of the key or of the value may release the view.
  const store = (offset: number): void => {
    checkReleased(view)
    writeItem(memory, offset, format, view.format, value)
    checkReleased(view)
  }
  if (view.shape.length === 0) {
    if (key !== Ellipsis && !(key instanceof PyTuple && key.items.length === 0))
      raiseTypeError('invalid indexing of 0-dim memory')
    store(view.offset)
  } else if (isIndex(key)) {
    if (view.shape.length > 1) raise(notImplementedErrorType, 'sub-views are not implemented')
    store(view.offset + offsetIn(view, 0, ssizeOf(key, indexErrorType)))
  } else if (key instanceof PySlice && view.shape.length === 1) assignSlice(view, sliced(view, key), value)
  else if (isTupleOf(key, isIndex)) store(offsetOf(view, key))
  else if (key instanceof PySlice || isTupleOf(key, item => item instanceof PySlice))
    raise(notImplementedErrorType, 'memoryview slice assignments are currently restricted to ndim = 1')
  else raiseTypeError('memoryview: invalid slice key')
}

/** Copies items of the same format and number, as if through a copy: the two may overlap. */
function assignSlice(view: PyMemoryView, target: PyMemoryView, value: Value): void {
  checkReleased(view)
  const source = viewOf(value)
  if (source === undefined) raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(value))}'`)
  const plain = (format: string): string => format.replace('@', '')
  const same = plain(source.format) === plain(target.format) && source.shape.length === 1
  if (!same || source.shape[0] !== target.shape[0])
    raise(valueErrorType, 'memoryview assignment: lvalue and rvalue have different structures')
  const { itemsize, memory } = target
  if (isContiguous(source) && isContiguous(target)) {
    // One move, which may overlap.
    memory.set(source.memory.subarray(source.offset, source.offset + byteLength(source)), target.offset)
    source.release()
    target.release()
    return
  }
  const items: Uint8Array[] = []
  forEachOffset(source, offset => items.push(source.memory.slice(offset, offset + itemsize)))
  let at = 0
  forEachOffset(target, offset => memory.set(items[at++]!, offset))
  source.release()
  target.release()
}
