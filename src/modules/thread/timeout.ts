/** Timeouts in seconds, as arguments. As _PyTime_FromSecondsObject (Python/pytime.c). */
import { asFloat, asInt } from '../../objects/number.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { indexOf } from '../../objects/operators.ts'
import { fullName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'

/** What fits into 64 bits of nanoseconds. */
const longest = 2 ** 63 / 1e9

/** Seconds as a double. Raises TypeError, ValueError, OverflowError with the given words. */
export function secondsOf(
  value: Value,
  overflow = 'timestamp out of range for C PyTime_t',
  wanted = 'integer',
): number {
  const float = asFloat(value)
  if (float !== undefined) {
    if (Number.isNaN(float)) raise(valueErrorType, 'Invalid value NaN (not a number)')
    if (Math.abs(float) >= longest) raise(overflowErrorType, overflow)
    return float
  }
  if (asInt(value) === undefined && typeOf(value).index === null)
    raiseTypeError(`'${fullName(typeOf(value))}' object cannot be interpreted as an ${wanted}`)
  const int = Number(indexOf(value))
  if (Math.abs(int) >= longest) raise(overflowErrorType, overflow)
  return int
}
