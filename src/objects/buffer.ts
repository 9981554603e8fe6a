/**
 * The buffer protocol: memory that one object lends to others.
 *
 * Reading bytes once needs no more than `bufferOf` (bytes.ts). Whoever keeps looking at the memory (memoryview, readinto) *exports* it: it
 * learns what the items are and whether they may be changed, and must release the export, since meanwhile the exporter must not
 * change its size.
 */
import { callSpecial } from './call.ts'
import { PyByteArray, PyBytes } from './bytes.ts'
import { raised, raiseTypeError } from './exception.ts'
import { hooks } from './hooks.ts'
import { typeName, type PyType } from './type.ts'
import { PyObject, type Value } from './value.ts'

export interface BufferExport {
  /** The memory, shared. */
  readonly bytes: Uint8Array
  /** Of an item, in the language of `struct`. */
  readonly format: string
  readonly itemsize: number
  /** Items in each dimension. */
  readonly shape: readonly number[]
  /** Bytes from one item to the next in each dimension, and where the first is. */
  readonly strides: readonly number[]
  readonly offset: number
  readonly isReadonly: boolean
  release(): void
  /** Whose memory it is, where that is not the exporter's own. */
  readonly owner?: Value
  /** Has the memory gone, as that of a closed mmap? */
  isClosed?(): boolean
}

export type BufferExporter = (object: never) => BufferExport

const exporters = new Map<PyType, BufferExporter>()

/** Says how instances of `type`, and of its subclasses, export their memory. */
export function setBufferExporter(type: PyType, exporter: BufferExporter): void {
  exporters.set(type, exporter)
}

const nothing = (): void => {}

/** An export of plain bytes. */
export function exportOfBytes(bytes: Uint8Array, access: 'readonly' | 'writable', release: () => void): BufferExport {
  return {
    bytes,
    format: 'B',
    itemsize: 1,
    shape: [bytes.length],
    strides: [1],
    offset: 0,
    isReadonly: access === 'readonly',
    release,
  }
}

/** The object's memory; undefined if it is no buffer. */
export function exportBuffer(value: Value, flags = fullReadonly): BufferExport | undefined {
  if (value instanceof PyBytes) return exportOfBytes(value.bytes, 'readonly', nothing)
  if (value instanceof PyByteArray) {
    value.exports++
    return exportOfBytes(value.bytes, 'writable', () => {
      if (value.exports > 0) value.exports--
    })
  }
  if (!(value instanceof PyObject)) return undefined
  for (const type of value.type.mro) {
    const exporter = exporters.get(type)
    if (exporter !== undefined) return exporter(value as never)
  }
  return value.type.isHeap ? exportByMethod(value, flags) : undefined
}

/** A class made in Python may answer a memoryview from `__buffer__` (PEP 688). */
function exportByMethod(value: PyObject, flags: number): BufferExport | undefined {
  const view = callSpecial(value, '__buffer__', flags)
  if (view === undefined) return undefined
  if (view === null || !(view instanceof PyObject) || typeName(view.type) !== 'memoryview')
    raiseTypeError('__buffer__ returned non-memoryview object')
  const exported = exportBuffer(view)!
  return { ...exported, release: () => releaseByMethod(value, view, exported) }
}

/** The class may want to know when nobody looks at the memory any more. */
function releaseByMethod(value: PyObject, view: Value, exported: BufferExport): void {
  exported.release()
  try {
    callSpecial(value, '__release_buffer__', view)
  } catch (thrown) {
    hooks.unraisable(raised(thrown), `Exception ignored in __release_buffer__ of ${typeName(value.type)}`, null)
  }
}

/** `inspect.BufferFlags.FULL_RO` */
const fullReadonly = 284
/** `PyBUF_WRITABLE` */
export const writableFlag = 1

/** The bytes of a buffer that may be changed in place, one after the other; undefined if there is none such. */
export function writableBufferOf(value: Value): Uint8Array | undefined {
  const exported = exportBuffer(value, writableFlag)
  if (exported === undefined) return undefined
  exported.release()
  if (exported.isReadonly || !isContiguous(exported)) return undefined
  return exported.bytes.subarray(exported.offset, exported.offset + byteLength(exported))
}

/** The bytes of an object whose class has `__buffer__`, for `bufferOf`. */
export function exportedBytes(value: PyObject): Uint8Array | undefined {
  if (value.type.lookup('__buffer__') === undefined) return undefined
  const exported = exportBuffer(value)
  if (exported === undefined) return undefined
  exported.release()
  return exported.bytes.subarray(exported.offset, exported.offset + byteLength(exported))
}

type Layout = Pick<BufferExport, 'shape' | 'strides' | 'itemsize'>

export function byteLength({ shape, itemsize }: Pick<BufferExport, 'shape' | 'itemsize'>): number {
  return shape.reduce((product, size) => product * size, itemsize)
}

/** Do the items follow each other without gaps, the last dimension fastest? */
export function isContiguous({ shape, strides, itemsize }: Layout): boolean {
  let expected = itemsize
  if (shape.includes(0)) return true
  for (let i = shape.length - 1; i >= 0; i--) {
    if (shape[i]! > 1 && strides[i] !== expected) return false
    expected *= shape[i]!
  }
  return true
}

/** The same with the first dimension fastest, as Fortran lays arrays out. */
export function isFortranContiguous({ shape, strides, itemsize }: Layout): boolean {
  return isContiguous({ shape: [...shape].reverse(), strides: [...strides].reverse(), itemsize })
}
