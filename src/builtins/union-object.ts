/** `int | str`: what it is made of. */
import { builtinType } from '../objects/builtin-types.ts'
import type { PyTuple } from '../objects/tuple.ts'
import { PyObject } from '../objects/value.ts'
import { TypeFlags } from '../objects/type.ts'

export const unionType = builtinType('Union', { module: 'typing', flags: TypeFlags.weakref })

export class PyUnion extends PyObject {
  readonly args: PyTuple
  constructor(args: PyTuple) {
    super(unionType)
    this.args = args
  }
}
