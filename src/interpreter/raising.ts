/** Raising and re-raising, and the record of which exception is being handled. */
import { type PyBaseException, raise } from '../objects/exception.ts'
import { runtimeErrorType } from '../objects/exception-types.ts'
import { chainContext, exceptionToRaise, exceptionToRaiseFrom } from '../objects/exception-context.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

/** Begins to handle; answers what was being handled before, for POP_EXCEPT. */
export function pushExcInfo(exception: Value): Value {
  const info = vm.exceptionInfo
  const previous = info.value
  info.value = exception as PyBaseException
  return previous
}

export function popExcept(previous: Value): void {
  vm.exceptionInfo.value = previous as PyBaseException | null
}

/** What `raise value from cause` raises; a bare `raise` re-raises what is being handled. */
export function exceptionRaised(value: Value | undefined, cause: Value | undefined): PyBaseException | Reraise {
  if (value === undefined) {
    const { handled } = vm
    if (handled === null) raise(runtimeErrorType, 'No active exception to reraise')
    return new Reraise(handled)
  }
  const exception = cause === undefined ? exceptionToRaise(value) : exceptionToRaiseFrom(value, cause)
  chainContext(exception, vm.handled)
  // Raising anew what has a traceback already: its context is settled here, and unwinding must not touch it.
  return exception
}

/** On its way through the interpreter: an exception that goes on, with the traceback that it has. */
export class Reraise {
  readonly exception: PyBaseException
  /** Where the exception first left the frame, if the handler that re-raises it knows; else −1. */
  readonly lasti: number
  constructor(exception: PyBaseException, lasti = -1) {
    this.exception = exception
    this.lasti = lasti
  }
}

/** Re-raises at the end of a handler; `lasti`, if not undefined, is where the exception first left the frame. */
export function reraised(exception: Value, lasti: Value | undefined): Reraise {
  return new Reraise(exception as PyBaseException, typeof lasti === 'number' ? lasti : -1)
}
