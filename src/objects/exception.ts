/**
 * Exceptions, and how TypeScript code raises them.
 *
 * A raised Python exception is the exception object itself, thrown. It is no JavaScript `Error`, so no stack is captured: a
 * throw costs a tenth. Whoever catches must first ask `raised(thrown)`, which turns the engine's own errors into Python's: its stack overflow
 * into RecursionError, and what is a defect of ours into SystemError, so that a program can clean up and whoever reads the traceback sees both
 * where the program was and where we were. What ends a run (`LimitError`) passes.
 *
 * `fields` holds what particular types add (`OSError.errno`, `StopIteration.value`, …) by attribute name: an object, which is made faster than a `Map`.
 */
import { anything, changing } from '../base/fields.ts'
import { baseExceptionType } from './builtin-types.ts'
import { memoryErrorType, recursionErrorType, systemErrorType, typeErrorType } from './exception-types.ts'
import type { Frame } from './frame.ts'
import type { Attributes } from './instance.ts'
import { tracebackType } from './builtin-types.ts'
import { strOf } from './str.ts'
import { emptyTuple, PyTuple } from './tuple.ts'
import type { PyType } from './type.ts'
import { isPyObject, type Value } from './value.ts'

/** One frame that an exception has passed through; `next` is nearer to where it was raised. */
export class PyTraceback {
  type: PyType
  attributes: Attributes | null
  next: PyTraceback | null
  readonly frame: Frame
  /** Byte offset of the instruction in the frame's code. */
  readonly lasti: number
  /** −1 while nobody has asked: computed from lasti. */
  lineno: number
  constructor(next: PyTraceback | null, frame: Frame, lasti: number, lineno: number) {
    this.type = tracebackType
    this.attributes = null
    this.next = next
    this.frame = frame
    this.lasti = lasti
    this.lineno = lineno
  }
}
isPyObject(PyTraceback)

export class PyBaseException {
  type: PyType
  attributes: Attributes | null
  args: PyTuple
  traceback: PyTraceback | null
  cause: PyBaseException | null
  context: PyBaseException | null
  suppressContext: boolean
  /** What the particular type adds, by attribute name; null while nothing is set. */
  fields: Record<string, Value | undefined> | null
  constructor(args: PyTuple = emptyTuple, type: PyType = baseExceptionType) {
    this.type = type
    this.attributes = null
    this.args = args
    this.traceback = null
    this.cause = null
    this.context = null
    this.suppressContext = false
    this.fields = null
  }

  field(name: string): Value | undefined {
    return this.fields?.[name]
  }

  setField(name: string, value: Value): this {
    ;(this.fields ??= {})[name] = value
    return this
  }
}
isPyObject(PyBaseException)
changing(new PyBaseException(), {
  args: emptyTuple,
  traceback: anything,
  cause: anything,
  context: anything,
  suppressContext: true,
  fields: {},
})

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

/** The engine's errors, and those that `throw new Error` makes. */
const defects: ReadonlySet<unknown> = new Set([Error, TypeError, RangeError, ReferenceError, SyntaxError])

/** Lines of the JavaScript stack in the message of a SystemError. */
const stackLines = 6

function defectReport(error: Error): string {
  return `internal error: ${(error.stack ?? String(error)).split('\n', stackLines + 1).join('\n')}`
}

/** The exception in what a `catch` caught. What is neither Python's nor the engine's goes on up. */
export function raised(thrown: unknown): PyBaseException {
  if (thrown instanceof PyBaseException) return thrown
  if (thrown instanceof RangeError) {
    if (thrown.message.includes('call stack'))
      return makeException(recursionErrorType, 'maximum recursion depth exceeded')
    if (/invalid (array|string) length|allocation|too (big|large)/i.test(thrown.message))
      return makeException(memoryErrorType)
  }
  if (thrown instanceof Error && defects.has(thrown.constructor))
    return makeException(systemErrorType, strOf(defectReport(thrown)))
  throw thrown
}
