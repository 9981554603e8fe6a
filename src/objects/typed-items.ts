/**
 * Containers whose items lie in a typed array: bytes, bytearray, array. They say what the items are as Python values, so that compiled code reads and writes
 * them itself.
 */
import type { PyType } from './type.ts'
import type { Value } from './value.ts'

export interface ItemRange {
  readonly isFloat: boolean
  /** Ints are within these bounds. */
  readonly low: number
  readonly high: number
}

export interface TypedItems {
  readonly type: PyType
  readonly storage: { [index: number]: unknown }
  /** The items are the first so many of the storage. */
  readonly length: number
  /** Null where an item is no plain number there. */
  readonly itemRange: ItemRange | null
}

/** Of bytes and bytearray, which have no other. */
export const byteRange: ItemRange = { isFloat: false, low: 0, high: 255 }

/** What the items are, if they can be read from the storage. */
export const itemRangeOf = (container: Value): ItemRange | null =>
  (container as Partial<TypedItems> | null)?.itemRange ?? null
