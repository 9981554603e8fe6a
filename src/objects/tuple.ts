/** tuple. The items never change after the tuple has been handed out. */
import { tupleType } from './builtin-types.ts'
import type { Attributes } from './instance.ts'
import type { PyType } from './type.ts'
import { type Value, isPyObject } from './value.ts'

/** A hash of 64 bits as two int32. */
export interface Halves {
  readonly low: number
  readonly high: number
}

export class PyTuple {
  type: PyType
  attributes: Attributes | null
  readonly items: readonly Value[]
  /** Its hash, once somebody has asked (hash-halves.ts). */
  hash: Halves | null
  constructor(items: readonly Value[], type: PyType = tupleType) {
    this.type = type
    this.attributes = null
    this.items = items
    this.hash = null
  }
}
isPyObject(PyTuple)

export const emptyTuple = new PyTuple([])
