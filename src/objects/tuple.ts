/** tuple. The items never change after the tuple has been handed out. */
import { tupleType } from './builtin-types.ts'
import type { PyType } from './type.ts'
import { PyObject, type Value } from './value.ts'

export class PyTuple extends PyObject {
  readonly items: readonly Value[]
  constructor(items: readonly Value[], type: PyType = tupleType) {
    super(type)
    this.items = items
  }
}

export const emptyTuple = new PyTuple([])
