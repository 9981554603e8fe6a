/** Turns what base/format-spec.ts says went wrong into the exception. */
import { FormatError } from '../base/format-spec.ts'
import { raise } from '../objects/exception.ts'
import { memoryErrorType, overflowErrorType, valueErrorType } from '../objects/exception-types.ts'

const types = { ValueError: valueErrorType, OverflowError: overflowErrorType, MemoryError: memoryErrorType }

/** `result` itself, unless it is an error, which is raised. */
export function orRaise<T>(result: T | FormatError): T {
  if (!(result instanceof FormatError)) return result
  if (result.message === '') raise(types[result.kind])
  raise(types[result.kind], result.message)
}
