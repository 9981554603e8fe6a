/** `int | str`: what it is made of. */
import { builtinType } from '../objects/builtin-types.ts'
import type { PyFrozenset } from '../objects/set.ts'
import type { PyTuple } from '../objects/tuple.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { TypeFlags } from '../objects/type.ts'

export const unionType = builtinType('Union', {
  module: 'typing',
  flags: TypeFlags.weakref | TypeFlags.noInstantiation,
})

export class PyUnion extends PyObject {
  readonly args: PyTuple
  /** The same members in two: those that could be hashed when the union was made, and the others. */
  readonly hashable: PyFrozenset
  readonly unhashable: readonly Value[]
  constructor(args: PyTuple, hashable: PyFrozenset, unhashable: readonly Value[]) {
    super(unionType)
    this.args = args
    this.hashable = hashable
    this.unhashable = unhashable
  }
}
