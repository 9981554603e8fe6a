/**
 * memoryview: a window on the memory of another object, with items of some format in some dimensions.
 *
 * Views of views share one `ManagedBuffer`, which holds the export of the object until all of them are released.
 */
import { stackDepthAt } from '../compiler/stack-depth-at.ts'
import { type BufferExport, byteLength, exportBuffer, isContiguous, setBufferExporter } from './buffer.ts'
import { builtinType, memoryviewType } from './builtin-types.ts'
import { exportCheck, setBufferReader } from './bytes.ts'
import { PyBuiltinFunction } from './callable.ts'
import { raise } from './exception.ts'
import { bufferErrorType, valueErrorType } from './exception-types.ts'
import { type Frame, PyCell } from './frame.ts'
import type { Int } from './value.ts'
import { PyObject, type Value } from './value.ts'
import { vm } from './vm.ts'

export class ManagedBuffer {
  readonly owner: Value
  readonly exported: BufferExport
  #views: number
  constructor(owner: Value, exported: BufferExport) {
    this.owner = owner
    this.exported = exported
    this.#views = 0
  }

  retain(): void {
    this.#views++
  }

  release(): void {
    if (--this.#views === 0) this.exported.release()
  }
}

/** What a view shows of the memory. */
export interface ViewLayout {
  readonly format: string
  readonly itemsize: number
  readonly shape: readonly number[]
  readonly strides: readonly number[]
  readonly offset: number
  readonly isReadonly: boolean
}

export class PyMemoryView extends PyObject implements ViewLayout {
  readonly managed: ManagedBuffer
  readonly format: string
  readonly itemsize: number
  readonly shape: readonly number[]
  readonly strides: readonly number[]
  readonly offset: number
  readonly isReadonly: boolean
  /** Undefined until asked for. */
  hash: Int | undefined
  isReleased: boolean
  /** Exports of this very view (a method of the view keeps it from being released). */
  exports: number
  constructor(managed: ManagedBuffer, layout: ViewLayout) {
    super(memoryviewType)
    this.managed = managed
    this.format = layout.format
    this.itemsize = layout.itemsize
    this.shape = layout.shape
    this.strides = layout.strides
    this.offset = layout.offset
    this.isReadonly = layout.isReadonly
    this.hash = undefined
    this.isReleased = false
    this.exports = 0
    managed.retain()
  }

  /** The memory that the view is a window on. */
  get memory(): Uint8Array {
    return this.managed.exported.bytes
  }

  release(): void {
    if (this.isReleased) return
    this.isReleased = true
    this.managed.release()
  }
}

export const memoryIteratorType = builtinType('memory_iterator')

export class PyMemoryIterator extends PyObject {
  view: PyMemoryView | null
  index: number
  constructor(view: PyMemoryView) {
    super(memoryIteratorType)
    this.view = view
    this.index = 0
  }
}

export function checkReleased(view: PyMemoryView): void {
  if (view.isReleased || view.managed.exported.isClosed?.() === true)
    raise(valueErrorType, 'operation forbidden on released memoryview object')
}

/** A view of an object's memory; undefined if it is no buffer. */
export function viewOf(value: Value, flags?: number): PyMemoryView | undefined {
  if (value instanceof PyMemoryView) {
    checkReleased(value)
    return new PyMemoryView(value.managed, value)
  }
  const exported = exportBuffer(value, flags)
  return exported === undefined
    ? undefined
    : new PyMemoryView(new ManagedBuffer(exported.owner ?? value, exported), exported)
}

/** Calls `visit` with where each item is, the last dimension fastest. */
export function forEachOffset(layout: ViewLayout, visit: (offset: number) => void): void {
  const walk = (dimension: number, offset: number): void => {
    if (dimension === layout.shape.length) {
      visit(offset)
      return
    }
    const stride = layout.strides[dimension]!
    for (let i = 0, at = offset; i < layout.shape[dimension]!; i++, at += stride) walk(dimension + 1, at)
  }
  walk(0, layout.offset)
}

/** The items' bytes one after the other: the memory itself if they are contiguous there, else a copy. */
export function bytesOfView(view: PyMemoryView): Uint8Array {
  checkReleased(view)
  const length = byteLength(view)
  const { memory, itemsize } = view
  if (isContiguous(view)) return memory.subarray(view.offset, view.offset + length)
  const bytes = new Uint8Array(length)
  let at = 0
  forEachOffset(view, offset => {
    for (let i = 0; i < itemsize; i++) bytes[at++] = memory[offset + i]!
  })
  return bytes
}

setBufferReader(memoryviewType, (view: PyMemoryView) => {
  checkReleased(view)
  if (!isContiguous(view)) raise(bufferErrorType, 'memoryview: underlying buffer is not C-contiguous')
  return bytesOfView(view)
})
setBufferExporter(memoryviewType, (view: PyMemoryView): BufferExport => {
  checkReleased(view)
  view.exports++
  const { format, itemsize, shape, strides, offset, isReadonly } = view
  const release = (): void => {
    view.exports--
  }
  return { bytes: view.memory, format, itemsize, shape, strides, offset, isReadonly, release }
})

function isViewOf(value: Value | undefined, owner: object): boolean {
  if (value instanceof PyCell) return isViewOf(value.value, owner)
  if (value instanceof PyBuiltinFunction) return isViewOf(value.self, owner)
  return value instanceof PyMemoryView && !value.isReleased && value.managed.owner === owner
}

function frameHolds(frame: Frame, owner: object): boolean {
  const { code, nlocalsplus } = frame.code
  // The dispatch function keeps `sp` to itself.
  const sp = nlocalsplus + stackDepthAt(code, frame.lasti)
  for (let i = 0; i < sp; i++) if (isViewOf(frame.slots[i], owner)) return true
  return frame.globals.values.some(value => isViewOf(value, owner))
}

/**
 * Does a running function, or its module, still have a view of `owner`? CPython counts references, and knows at once when a view that
 * nobody released is gone; we see one only where a program is looking at it.
 */
exportCheck.isHeld = owner => {
  for (let frame = vm.frame; frame !== null; frame = frame.previous) if (frameHolds(frame, owner)) return true
  return false
}
