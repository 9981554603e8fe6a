/** A shortcut of `from package import name`: nothing need be imported when the package has every name. */
import { findAttribute } from '../../objects/attribute.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { Value } from '../../objects/value.ts'

export function fromListIsPresent(module: Value, fromlist: Value): boolean {
  if (!(fromlist instanceof PyTuple)) return false
  for (const name of fromlist.items)
    if (typeof name !== 'string' || name === '*' || findAttribute(module, name) === undefined) return false
  return true
}
