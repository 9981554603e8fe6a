/** Looking a name up in a namespace, which mostly is a dict. */
import { dictType, typeOf } from '../objects/builtin-types.ts'
import { PyDict } from '../objects/dict.ts'
import { raised, raiseTypeError } from '../objects/exception.ts'
import { keyErrorType } from '../objects/exception-types.ts'
import { strOf } from '../objects/str.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'

/** `mapping[name]`, or undefined where that raises KeyError. A program may have given any mapping as `__builtins__`, and even what is none. */
export function findItem(mapping: Value, name: string): Value | undefined {
  if (mapping instanceof PyDict && mapping.type === dictType) return mapping.get(strOf(name))
  const { subscript } = typeOf(mapping)
  if (subscript === null) raiseTypeError(`'${typeName(typeOf(mapping))}' object is not subscriptable`)
  try {
    return subscript(mapping, strOf(name))
  } catch (thrown) {
    if (raised(thrown).type.isSubtypeOf(keyErrorType)) return undefined
    throw thrown
  }
}
