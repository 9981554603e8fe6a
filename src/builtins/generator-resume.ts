/**
 * Resuming generators from Python code: `send`, `throw`, `close`, `next`. What may not be resumed is refused here; the rest is the
 * interpreter's (hooks.resume). As gen_send_ex2, _gen_throw and gen_close (Objects/genobject.c).
 */
import { asyncGeneratorType, coroutineType, typeOf } from '../objects/builtin-types.ts'
import { raise, raised, raiseTypeError, makeException, PyBaseException, PyTraceback } from '../objects/exception.ts'
import {
  deprecationWarningType,
  generatorExitType,
  runtimeErrorType,
  stopAsyncIterationType,
  stopIterationType,
  valueErrorType,
} from '../objects/exception-types.ts'
import { normalizedException } from '../objects/exception-context.ts'
import { ended, type PyGenerator } from '../objects/generator.ts'
import { hooks } from '../objects/hooks.ts'
import { makeStopIteration } from '../objects/iteration.ts'
import { typeName, type PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { isExceptionClass } from './exception-matching.ts'

/** What messages call it. */
export function kindOf(generator: PyGenerator): string {
  if (generator.type === coroutineType) return 'coroutine'
  return generator.type === asyncGeneratorType ? 'async generator' : 'generator'
}

/**
 * Sends a value, or raises `thrown`; the value yielded, or undefined with `ended.value`. A generator that has finished answers so, or raises what
 * is thrown.
 */
export function resume(generator: PyGenerator, sent: Value, thrown?: PyBaseException): Value | undefined {
  if (generator.running) raise(valueErrorType, `${kindOf(generator)} already executing`)
  if (generator.frame === null) {
    if (generator.type === coroutineType) raise(runtimeErrorType, 'cannot reuse already awaited coroutine')
    if (thrown !== undefined) throw thrown
    ended.value = null
    return undefined
  }
  if (!generator.started && sent !== null && thrown === undefined)
    raiseTypeError(`can't send non-None value to a just-started ${kindOf(generator)}`)
  return hooks.resume(generator, sent, thrown)
}

/** The value yielded; a return is the exception that ends an iteration. */
export function valueOrStop(generator: PyGenerator, value: Value | undefined): Value {
  if (value !== undefined) return value
  throw generator.type === asyncGeneratorType ? makeException(stopAsyncIterationType) : makeStopIteration(ended.value)
}

export const send = (generator: PyGenerator, value: Value): Value => valueOrStop(generator, resume(generator, value))

/** `generator.throw(type, value, traceback)`, of which all but the first are a thing of the past. */
export function throwIntoGenerator(generator: PyGenerator, args: readonly Value[]): Value {
  return valueOrStop(generator, resume(generator, null, thrownException(args)))
}

export function warnOfParts(name: string, args: readonly Value[]): void {
  if (args.length > 1)
    hooks.warn(
      deprecationWarningType,
      `the (type, exc, tb) signature of ${name}() is deprecated, use the single-arg signature instead.`,
      1,
    )
}

/** The exception that the arguments of a `throw` method stand for; `athrow` has warned already. */
export function thrownException(args: readonly Value[], name = 'throw'): PyBaseException {
  if (args.length < 1) raiseTypeError(`${name} expected at least 1 argument, got ${args.length}`)
  if (args.length > 3) raiseTypeError(`${name} expected at most 3 arguments, got ${args.length}`)
  if (name === 'throw') warnOfParts(name, args)
  const [first, value = null, traceback = null] = args as [Value, Value?, Value?]
  if (traceback !== null && !(traceback instanceof PyTraceback))
    raiseTypeError('throw() third argument must be a traceback object')
  const exception = exceptionFrom(first, value)
  if (traceback !== null) exception.traceback = traceback
  return exception
}

function exceptionFrom(first: Value, value: Value): PyBaseException {
  if (isExceptionClass(first)) return instanceOf(first, value)
  if (!(first instanceof PyBaseException))
    raiseTypeError(
      `exceptions must be classes or instances deriving from BaseException, not ${typeName(typeOf(first))}`,
    )
  if (value !== null) raiseTypeError('instance exception may not have a separate value')
  return first
}

/** What goes wrong while the exception is made is thrown in its place. */
function instanceOf(type: PyType, value: Value): PyBaseException {
  try {
    return normalizedException(type, value)
  } catch (thrown) {
    return raised(thrown)
  }
}

/** Ends the generator by GeneratorExit; answers what it returns on its way out. */
export function close(generator: PyGenerator): Value {
  if (generator.frame === null) return null
  if (!generator.started) {
    generator.frame = null
    return null
  }
  try {
    if (resume(generator, null, makeException(generatorExitType)) === undefined) return ended.value
  } catch (thrown) {
    const { type } = raised(thrown)
    if (type.isSubtypeOf(generatorExitType) || type.isSubtypeOf(stopIterationType)) return null
    throw thrown
  }
  raise(runtimeErrorType, `${kindOf(generator)} ignored GeneratorExit`)
}
