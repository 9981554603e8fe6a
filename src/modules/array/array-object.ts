// Hot.
/** array.array as a JavaScript object: a typed array that grows, and how its size changes. */
import { type BufferExport, setBufferExporter } from '../../objects/buffer.ts'
import { builtinType } from '../../objects/builtin-types.ts'
import { exportCheck, setBufferReader } from '../../objects/bytes.ts'
import { raise } from '../../objects/exception.ts'
import { bufferErrorType, memoryErrorType } from '../../objects/exception-types.ts'
import { TypeFlags, type PyType } from '../../objects/type.ts'
import type { ItemRange } from '../../objects/typed-items.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import type { ArrayKind, Items } from './kinds.ts'

export const arrayType = builtinType('array', {
  module: 'array',
  flags: TypeFlags.base | TypeFlags.sequence | TypeFlags.weakref,
})

const mostBytes = 2 ** 31 - 1

export class PyArray extends PyObject {
  readonly kind: ArrayKind
  buffer: ArrayBuffer
  /** The whole buffer; only the first `length` items are the array's. */
  items: Items
  length: number
  /** Views of the memory that have not been released. */
  exports: number
  constructor(kind: ArrayKind, length: number, type: PyType = arrayType) {
    super(type)
    if (length * kind.size > mostBytes) raise(memoryErrorType)
    this.kind = kind
    this.buffer = new ArrayBuffer(length * kind.size)
    this.items = kind.view(this.buffer)
    this.length = length
    this.exports = 0
  }

  get storage(): Items {
    return this.items
  }

  get itemRange(): ItemRange | null {
    return this.kind.range
  }

  /** The array's memory, shared. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.buffer, 0, this.length * this.kind.size)
  }

  at(index: number): Value {
    return this.kind.get(this.items, index)
  }

  /** Opens a gap for `count` items at `start` in place of those up to `stop`; what is in it is undefined. */
  replace(start: number, stop: number, count: number): void {
    const growth = count - (stop - start)
    if (growth === 0) return
    if (this.exports > 0) this.#checkExports()
    const length = this.length + growth
    if (length > this.items.length) this.#reserve(length + (length >> 4) + 8)
    if (stop < this.length) this.items.copyWithin(start + count, stop, this.length)
    this.length = length
  }

  #reserve(capacity: number): void {
    const { kind } = this
    if (capacity * kind.size > mostBytes) raise(memoryErrorType)
    const buffer = new ArrayBuffer(capacity * kind.size)
    const items = kind.view(buffer)
    ;(items as Uint8Array).set(this.items as Uint8Array)
    this.buffer = buffer
    this.items = items
  }

  #checkExports(): void {
    if (exportCheck.isHeld(this)) raise(bufferErrorType, 'cannot resize an array that is exporting buffers')
    this.exports = 0
  }

  push(value: Value): void {
    const { length } = this
    if (length === this.items.length || this.exports > 0) {
      // The value is looked at first: if it does not fit, the size stays.
      const probe = new PyArray(this.kind, 1)
      probe.kind.set(probe.items, 0, value)
      this.replace(length, length, 1)
      this.items[length] = probe.items[0]!
      return
    }
    this.kind.set(this.items, length, value)
    this.length = length + 1
  }

  /** The items from `start` up to `stop`, in a new array. */
  slice(start: number, stop: number): PyArray {
    const part = new PyArray(this.kind, Math.max(stop - start, 0))
    ;(part.items as Uint8Array).set((this.items as Uint8Array).subarray(start, Math.max(start, stop)))
    return part
  }
}

setBufferReader(arrayType, (array: PyArray) => array.bytes)
setBufferExporter(arrayType, (array: PyArray): BufferExport => {
  const { code, size } = array.kind
  array.exports++
  return {
    bytes: array.bytes,
    // Characters are no format that memoryview reads.
    format: code === 'u' || code === 'w' ? 'w' : code,
    itemsize: size,
    shape: [array.length],
    strides: [size],
    offset: 0,
    isReadonly: false,
    release() {
      if (array.exports > 0) array.exports--
    },
  }
})
