/**
 * Exceptions, and how TypeScript code raises them.
 *
 * A raised Python exception is the exception object itself, thrown. It is no JavaScript `Error`, so no stack is captured: a
 * throw costs a tenth. Whoever catches must first ask `raised(thrown)`, which lets defects of ours (an `Error`) pass, and turns
 * the engine's own stack overflow into RecursionError.
 *
 * `fields` holds what particular types add (`OSError.errno`, `StopIteration.value`, …) by attribute name.
 */
import { baseExceptionType } from './builtin-types.ts'
import { memoryErrorType, recursionErrorType, typeErrorType } from './exception-types.ts'
import type { Frame } from './frame.ts'
import { tracebackType } from './builtin-types.ts'
import { emptyTuple, PyTuple } from './tuple.ts'
import type { PyType } from './type.ts'
import { PyObject, type Value } from './value.ts'

/** One frame that an exception has passed through; `next` is nearer to where it was raised. */
export class PyTraceback extends PyObject {
  next: PyTraceback | null
  readonly frame: Frame
  /** Byte offset of the instruction in the frame's code. */
  readonly lasti: number
  /** −1 while nobody has asked: computed from lasti. */
  lineno: number
  constructor(next: PyTraceback | null, frame: Frame, lasti: number, lineno: number) {
    super(tracebackType)
    this.next = next
    this.frame = frame
    this.lasti = lasti
    this.lineno = lineno
  }
}

export class PyBaseException extends PyObject {
  args: PyTuple
  traceback: PyTraceback | null
  cause: PyBaseException | null
  context: PyBaseException | null
  suppressContext: boolean
  /** What the particular type adds, by attribute name; null while nothing is set. */
  fields: Map<string, Value> | null
  constructor(args: PyTuple = emptyTuple, type: PyType = baseExceptionType) {
    super(type)
    this.args = args
    this.traceback = null
    this.cause = null
    this.context = null
    this.suppressContext = false
    this.fields = null
  }

  field(name: string): Value | undefined {
    return this.fields?.get(name)
  }

  setField(name: string, value: Value): this {
    ;(this.fields ??= new Map()).set(name, value)
    return this
  }
}

/** An exception of a builtin type with the given arguments. */
export function makeException(type: PyType, ...args: Value[]): PyBaseException {
  return new PyBaseException(args.length === 0 ? emptyTuple : new PyTuple(args), type)
}

/** Raises an exception of a builtin type. */
export function raise(type: PyType, ...args: Value[]): never {
  throw makeException(type, ...args)
}

export function raiseTypeError(message: string): never {
  throw makeException(typeErrorType, message)
}

/** The exception in what a `catch` caught. What is no Python exception is a defect of ours and goes on up. */
export function raised(thrown: unknown): PyBaseException {
  if (thrown instanceof PyBaseException) return thrown
  if (thrown instanceof RangeError) {
    if (thrown.message.includes('call stack'))
      return makeException(recursionErrorType, 'maximum recursion depth exceeded')
    if (/invalid (array|string) length|allocation|too (big|large)/i.test(thrown.message))
      return makeException(memoryErrorType)
  }
  throw thrown
}
