/**
 * What `raise` does to an exception besides throwing it: a class becomes an instance, the exception being handled becomes the
 * `__context__`, and `from` gives the `__cause__`. As in do_raise (Python/ceval.c) and _PyErr_SetObject (Python/errors.c).
 */
import { baseExceptionType, typeOf } from './builtin-types.ts'
import { call } from './call.ts'
import { PyBaseException, raiseTypeError } from './exception.ts'
import { reprText } from './text.ts'
import { PyTuple } from './tuple.ts'
import { PyType, typeName } from './type.ts'
import type { Value } from './value.ts'

/**
 * Makes `handled`, the exception being handled while `exception` is raised, its context. Where `exception` is itself
 * among the contexts of `handled`, the chain is cut there, so that it stays one.
 */
export function chainContext(exception: PyBaseException, handled: PyBaseException | null): void {
  if (handled === null || handled === exception) return
  breakChain(handled, exception)
  exception.context = handled
}

/** Cuts `exception` out of the contexts of `from`. Python code can make a cycle that has it not: found by a second, slow walk. */
function breakChain(from: PyBaseException, exception: PyBaseException): void {
  let slow = from
  let moveSlow = false
  for (let each = from; each.context !== null; each = each.context) {
    if (each.context === exception) {
      each.context = null
      return
    }
    if (each.context === slow) return
    if (moveSlow && slow.context !== null) slow = slow.context
    moveSlow = !moveSlow
  }
}

const isExceptionClass = (value: Value): value is PyType =>
  value instanceof PyType && value.isSubtypeOf(baseExceptionType)

/** The exception that `raise value` raises. */
export function exceptionToRaise(value: Value): PyBaseException {
  if (value instanceof PyBaseException) return value
  if (!isExceptionClass(value)) raiseTypeError('exceptions must derive from BaseException')
  return instantiate(value)
}

function instantiate(type: PyType): PyBaseException {
  const exception = call(type, [])
  if (exception instanceof PyBaseException) return exception
  raiseTypeError(
    `calling ${reprText(type)} should have returned an instance of BaseException, not ${typeName(typeOf(exception))}`,
  )
}

/** The exception that `raise value from cause` raises. */
export function exceptionToRaiseFrom(value: Value, cause: Value): PyBaseException {
  const exception = exceptionToRaise(value)
  if (isExceptionClass(cause)) exception.cause = instantiate(cause)
  else if (cause instanceof PyBaseException) exception.cause = cause
  else if (cause === null) exception.cause = null
  else raiseTypeError('exception causes must derive from BaseException')
  exception.suppressContext = true
  return exception
}

/** The exception of `generator.throw(type, value)` and its kin: `value` as instance or as arguments of `type`. As _PyErr_SetObject and PyErr_NormalizeException. */
export function normalizedException(type: PyType, value: Value): PyBaseException {
  if (value instanceof PyBaseException && value.type.isSubtypeOf(type)) return value
  const args = value === null ? [] : value instanceof PyTuple ? value.items.slice() : [value]
  const exception = call(type, args)
  if (exception instanceof PyBaseException) return exception
  raiseTypeError(
    `calling ${reprText(type)} should have returned an instance of BaseException, not ${typeName(typeOf(exception))}`,
  )
}
