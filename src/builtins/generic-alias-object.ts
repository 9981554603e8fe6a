/** `list[int]`: a type and its arguments. */
import { builtinType } from '../objects/builtin-types.ts'
import { PyTuple } from '../objects/tuple.ts'
import { TypeFlags, type PyType } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'

export const genericAliasType = builtinType('GenericAlias', {
  module: 'types',
  flags: TypeFlags.base | TypeFlags.weakref,
})

export class PyGenericAlias extends PyObject {
  readonly origin: Value
  readonly args: PyTuple
  /** `*tuple[int, str]`. */
  readonly isUnpacked: boolean
  /** The type parameters among `args`; found when first asked for. */
  parameters: PyTuple | null
  constructor(origin: Value, args: PyTuple, isUnpacked = false, type: PyType = genericAliasType) {
    super(type)
    this.origin = origin
    this.args = args
    this.isUnpacked = isUnpacked
    this.parameters = null
  }
}

/** `origin[item]`: what the `__class_getitem__` of most generic builtin types does. */
export function genericAlias(origin: Value, item: Value): PyGenericAlias {
  return new PyGenericAlias(origin, item instanceof PyTuple ? item : new PyTuple([item]))
}
