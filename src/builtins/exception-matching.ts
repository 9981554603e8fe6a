/** Whether an exception is of a type, or of one of several, as `except` asks. */
import { baseExceptionType } from '../objects/builtin-types.ts'
import { raiseTypeError, type PyBaseException } from '../objects/exception.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'

export const isExceptionClass = (value: Value): value is PyType =>
  value instanceof PyType && value.isSubtypeOf(baseExceptionType)

/** As PyErr_GivenExceptionMatches, for a matcher that has been checked. */
export function exceptionMatches(exception: PyBaseException, matcher: Value): boolean {
  if (matcher instanceof PyTuple) return matcher.items.some(each => exceptionMatches(exception, each))
  return matcher instanceof PyType && exception.type.isSubtypeOf(matcher)
}

/** Complains about what stands after `except` and is no exception class nor a tuple of them. */
export function checkExceptMatcher(matcher: Value): void {
  const items = matcher instanceof PyTuple ? matcher.items : [matcher]
  if (!items.every(isExceptionClass))
    raiseTypeError('catching classes that do not inherit from BaseException is not allowed')
}
