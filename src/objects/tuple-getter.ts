/** The descriptor under the fields of a namedtuple: the item of a tuple at an index. */
import { builtinType } from './builtin-types.ts'
import { PyObject, type Value } from './value.ts'

export const tupleGetterType = builtinType('_tuplegetter', { module: 'collections' })

export class PyTupleGetter extends PyObject {
  readonly index: number
  doc: Value
  constructor(index: number, doc: Value) {
    super(tupleGetterType)
    this.index = index
    this.doc = doc
  }
}
