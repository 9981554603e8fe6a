/** `operator.length_hint(value)`. As PyObject_LengthHint (Objects/abstract.c). */
import { callSpecial } from '../objects/call.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { raise, raised, raiseTypeError } from '../objects/exception.ts'
import { typeErrorType, valueErrorType } from '../objects/exception-types.ts'
import { asInt, NotImplemented } from '../objects/number.ts'
import { typeName } from '../objects/type.ts'
import type { Int, Value } from '../objects/value.ts'

/** A length, or what `__length_hint__` estimates; `otherwise` if there is neither. */
export function lengthHint(value: Value, otherwise: Int): Int {
  const type = typeOf(value)
  const known = type.length === null ? undefined : unlessTypeError(() => type.length!(value))
  if (known !== undefined) return known as Int
  const hint = unlessTypeError(() => callSpecial(value, '__length_hint__'))
  if (hint === undefined || hint === NotImplemented) return otherwise
  const length = asInt(hint)
  if (length === undefined) raiseTypeError(`__length_hint__ must be an integer, not ${typeName(typeOf(hint))}`)
  if (length < 0) raise(valueErrorType, '__length_hint__() should return >= 0')
  return length
}

function unlessTypeError(ask: () => Value | undefined): Value | undefined {
  try {
    return ask()
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(typeErrorType)) throw thrown
    return undefined
  }
}

/** CPython reserves space for as many items as a class says that it has, so a `__len__` or `__length_hint__` that raises is noticed. */
export function askForLength(iterable: Value): void {
  if (typeOf(iterable).isHeap) lengthHint(iterable, 0)
}
