/** Raising and re-raising, and the record of which exception is being handled. */
import { PyBaseException, raise } from '../objects/exception.ts'
import { runtimeErrorType } from '../objects/exception-types.ts'
import { chainContext, exceptionToRaise, exceptionToRaiseFrom } from '../objects/exception-context.ts'
import type { Frame } from '../objects/frame.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

export const exceptionOf = (value: Value): PyBaseException => value as PyBaseException

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

export function raiseVarargs(value: Value | undefined, cause: Value | undefined): never {
  if (value === undefined) {
    const { handled } = vm
    if (handled === null) raise(runtimeErrorType, 'No active exception to reraise')
    throw new Reraise(handled)
  }
  const exception = cause === undefined ? exceptionToRaise(value) : exceptionToRaiseFrom(value, cause)
  chainContext(exception, vm.handled)
  // Raising anew what has a traceback already: its context is settled here, and unwinding must not touch it.
  throw exception
}

/** On its way through the interpreter: an exception that goes on, with the traceback that it has. */
export class Reraise {
  readonly exception: PyBaseException
  constructor(exception: PyBaseException) {
    this.exception = exception
  }
}

/** Re-raises at the end of a handler; `lasti`, if not undefined, is where the exception first left the frame. */
export function reraise(frame: Frame, exception: Value, lasti: Value | undefined): never {
  if (typeof lasti === 'number') frame.lasti = lasti
  throw new Reraise(exception as PyBaseException)
}
