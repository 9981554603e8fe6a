/** bytes and bytearray: bytes, and whether they may change. Whatever reads bytes goes through `bufferOf`. */
import { copyBytesTo, zeroBytes } from '../base/bytes-memory.ts'
import { bytearrayType, bytesType } from './builtin-types.ts'
import { exportedBytes } from './buffer.ts'
import { raise } from './exception.ts'
import { bufferErrorType } from './exception-types.ts'
import type { Halves } from './hash-halves.ts'
import type { PyType } from './type.ts'
import { byteRange, type ItemRange } from './typed-items.ts'
import { PyObject, type Value } from './value.ts'

export class PyBytes extends PyObject {
  readonly bytes: Uint8Array
  /** Its hash, once somebody has asked (hash-halves.ts). */
  hash: Halves | null
  constructor(bytes: Uint8Array, type: PyType = bytesType) {
    super(type)
    this.bytes = bytes
    this.hash = null
  }

  get length(): number {
    return this.bytes.length
  }

  /** The same under the name that a bytearray has it by. */
  get storage(): Uint8Array {
    return this.bytes
  }

  get itemRange(): ItemRange {
    return byteRange
  }
}

const short: PyBytes[] = []

/** bytes around memory that nobody else has. Those of at most one byte are the same object wherever they come from, as in CPython. */
export function bytesOf(bytes: Uint8Array): PyBytes {
  if (bytes.length > 1) return new PyBytes(bytes)
  return (short[bytes.length === 0 ? 256 : bytes[0]!] ??= new PyBytes(bytes))
}

/** Is an object whose memory was exported still looked at? Answered by memoryview.ts. */
export const exportCheck = { isHeld: (_owner: object): boolean => true }

/** Raises BufferError while somebody looks at the memory; forgets views that are gone without having been released. */
export function checkExports(owner: PyObject & { exports: number }): void {
  if (exportCheck.isHeld(owner)) raise(bufferErrorType, 'Existing exports of data: object cannot be re-sized')
  owner.exports = 0
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

  get itemRange(): ItemRange {
    return byteRange
  }

  get bytes(): Uint8Array {
    return this.storage.length === this.length ? this.storage : this.storage.subarray(0, this.length)
  }

  /** Replaces the bytes from `start` up to `stop` by `inserted`. Raises BufferError where the size must not change. */
  splice(start: number, stop: number, inserted: Uint8Array): void {
    const growth = inserted.length - (stop - start)
    if (growth !== 0 && this.exports > 0) checkExports(this)
    // What is inserted may be a part of the bytes that are about to move.
    const source = start < this.length && inserted.buffer === this.storage.buffer ? inserted.slice() : inserted
    const length = this.length + growth
    const end = start + source.length
    if (length > this.storage.length || length * 4 < this.storage.length) {
      const storage = zeroBytes(length > this.storage.length ? length + (length >> 3) + 6 : length)
      copyBytesTo(storage, 0, this.storage, 0, start)
      copyBytesTo(storage, end, this.storage, stop, this.length)
      this.storage = storage
    } else if (growth !== 0 && stop < this.length) this.storage.copyWithin(end, stop, this.length)
    copyBytesTo(this.storage, start, source)
    this.length = length
  }

  push(byte: number): void {
    if (this.length === this.storage.length || this.exports > 0)
      this.splice(this.length, this.length, Uint8Array.of(byte))
    else this.storage[this.length++] = byte
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
  return value.type.isHeap ? exportedBytes(value) : undefined
}
