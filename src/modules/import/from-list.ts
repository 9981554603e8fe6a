/** A shortcut of `from package import name`: nothing need be imported when none of the names is missing. */
import { findAttribute } from '../../objects/attribute.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { Value } from '../../objects/value.ts'

/** The names that the module does not have; undefined where it takes more to say. */
export function missingNames(module: Value, fromlist: Value): string[] | undefined {
  if (!(fromlist instanceof PyTuple)) return undefined
  const missing: string[] = []
  for (const name of fromlist.items)
    if (typeof name !== 'string' || name === '*') return undefined
    else if (findAttribute(module, name) === undefined) missing.push(name)
  return missing
}
