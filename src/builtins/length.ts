// Hot.
/** `len(value)`. */
import { typeOf } from '../objects/builtin-types.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'

export function lengthOf(value: Value): number {
  if (typeof value === 'string') return value.length
  const type = typeOf(value)
  const slot = type.length
  if (slot === null) raiseTypeError(`object of type '${typeName(type)}' has no len()`)
  return slot(value)
}
