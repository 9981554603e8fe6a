/** tuple. The items never change after the tuple has been handed out. */
import { tupleType } from './builtin-types.ts'
import type { Attributes } from './instance.ts'
import type { PyType } from './type.ts'
import { type Value, isPyObject } from './value.ts'

export class PyTuple {
  type: PyType
  attributes: Attributes | null
  readonly items: readonly Value[]
  /** The halves of its hash, once somebody has asked (hash-halves.ts); before, those of −1, which no hash is. */
  hashLow: number
  hashHigh: number
  constructor(items: readonly Value[], type: PyType = tupleType) {
    this.type = type
    this.attributes = null
    this.items = items
    this.hashLow = -1
    this.hashHigh = -1
  }
}
isPyObject(PyTuple)

export const emptyTuple = new PyTuple([])
