// Hot.
/** `len(value)`. */
import { typeOf } from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { overflowErrorType } from '../objects/exception-types.ts'
import { PyRange } from '../objects/range.ts'
import { length as lengthByMethod, wholeLength } from '../objects/slot-functions.ts'
import { typeName } from '../objects/type.ts'
import type { Int, Value } from '../objects/value.ts'

export function lengthOf(value: Value): number {
  if (typeof value === 'string') return value.length
  const type = typeOf(value)
  const slot = type.length
  if (slot === null) raiseTypeError(`object of type '${typeName(type)}' has no len()`)
  return slot(value)
}

/** The builtin function: a range and what has a `__len__` in Python may be longer than the slot can say, up to what a machine word holds. */
export function lengthValue(value: Value): Int {
  if (value instanceof PyRange) {
    if (value.count >= 2n ** 63n) raise(overflowErrorType, 'Python int too large to convert to C ssize_t')
    return value.count
  }
  if (typeof value === 'string' || typeOf(value).length !== lengthByMethod) return lengthOf(value)
  const count = wholeLength(value)
  if (count >= 2n ** 63n) raise(overflowErrorType, "cannot fit 'int' into an index-sized integer")
  return count
}
