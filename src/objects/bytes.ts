/** bytes and bytearray: bytes, and whether they may change. Whatever reads bytes goes through `bufferOf`. */
import { bytearrayType, bytesType } from './builtin-types.ts'
import type { PyType } from './type.ts'
import { PyObject, type Value } from './value.ts'

export class PyBytes extends PyObject {
  readonly bytes: Uint8Array
  constructor(bytes: Uint8Array, type: PyType = bytesType) {
    super(type)
    this.bytes = bytes
  }
}

export class PyByteArray extends PyObject {
  /** The bytes are the first `length` of `storage`, which grows by half. */
  storage: Uint8Array
  length: number
  /** Number of memoryviews that look at the storage: while there are some, its size must not change. */
  exports: number
  constructor(bytes: Uint8Array, type: PyType = bytearrayType) {
    super(type)
    this.storage = bytes
    this.length = bytes.length
    this.exports = 0
  }

  get bytes(): Uint8Array {
    return this.storage.length === this.length ? this.storage : this.storage.subarray(0, this.length)
  }
}

/** Reads the bytes of an object of another type (memoryview, array, mmap); set on the type's `BufferReader`. */
export type BufferReader = (object: never) => Uint8Array

const readers = new Map<PyType, BufferReader>()

/** Says how the bytes of instances of `type`, and of its subclasses, are read. */
export function setBufferReader(type: PyType, reader: BufferReader): void {
  readers.set(type, reader)
}

/** The bytes of a bytes-like object, not copied; undefined if it is none. */
export function bufferOf(value: Value): Uint8Array | undefined {
  if (value instanceof PyBytes || value instanceof PyByteArray) return value.bytes
  if (!(value instanceof PyObject)) return undefined
  for (const type of value.type.mro) {
    const reader = readers.get(type)
    if (reader !== undefined) return reader(value as never)
  }
  return undefined
}
