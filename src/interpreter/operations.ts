/** Operations of single instructions that have no better home: membership, exception matching, `with`, intrinsics. */
import {
  addTypeParameters,
  makeTypeAlias,
  makeTypeVariable,
  setTypeParameterDefault,
  subscriptGeneric,
} from './type-parameters.ts'
import { importStar } from './import-star.ts'
import { isInstance as isInstanceOf } from '../builtins/type-check.ts'
import { lengthValue } from '../builtins/length.ts'
import {
  baseExceptionGroupType,
  runtimeErrorType,
  stopAsyncIterationType,
  stopIterationType,
} from '../objects/exception-types.ts'
import { baseExceptionType, tupleType, typeOf } from '../objects/builtin-types.ts'
import { lookupSpecial } from '../objects/attribute.ts'
import { call } from '../objects/call.ts'
import { type PyBaseException, makeException, raise, raiseTypeError } from '../objects/exception.ts'
import { CO_ASYNC_GENERATOR, CO_COROUTINE } from '../compiler/code.ts'
import { PyFunction, type Frame } from '../objects/frame.ts'
import { isSequence } from '../objects/iteration.ts'
import type { PyList } from '../objects/list.ts'
import { containsByIteration } from '../objects/slot-functions.ts'
import { PyTuple } from '../objects/tuple.ts'
import { fullName, PyType, TypeFlags, typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { positiveValue } from './arithmetic.ts'
import { PyAsyncGeneratorWrappedValue } from '../objects/async-value.ts'
import { prepareReraiseStar, splitGroup } from './exception-groups.ts'

export const isInstance = isInstanceOf
export const lengthOf = lengthValue

/** `item in container`. */
export function containsValue(container: Value, item: Value): boolean {
  const type = typeOf(container)
  if (type.contains !== null) return type.contains(container, item)
  if (type.iter === null && !isSequence(container))
    raiseTypeError(`argument of type '${typeName(type)}' is not a container or iterable`)
  return containsByIteration(container, item)
}

// Exceptions.

function checkCatchable(wanted: Value): void {
  const classes = wanted instanceof PyTuple ? wanted.items : [wanted]
  for (const each of classes)
    if (!(each instanceof PyType && each.isSubtypeOf(baseExceptionType)))
      raiseTypeError('catching classes that do not inherit from BaseException is not allowed')
}

export function matchesException(exception: Value, wanted: Value): boolean {
  checkCatchable(wanted)
  const { type } = exception as PyBaseException
  if (wanted instanceof PyTuple) return wanted.items.some(each => type.isSubtypeOf(each as PyType))
  return type.isSubtypeOf(wanted as PyType)
}

/** `except* wanted`: what of the exception matches (None for nothing) and what remains. */
export function matchExceptionGroup(exception: Value, wanted: Value): { match: Value; rest: Value } {
  checkCatchable(wanted)
  const classes = wanted instanceof PyTuple ? wanted.items : [wanted]
  for (const each of classes)
    if ((each as PyType).isSubtypeOf(baseExceptionGroupType))
      raiseTypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
  const split = splitGroup(exception as PyBaseException, wanted)
  if (split.match !== null) vm.exceptionInfo.value = split.match as PyBaseException
  return split
}

// `with`.

const specialMethods = ['__enter__', '__exit__', '__aenter__', '__aexit__'] as const

/** LOAD_SPECIAL: the method, and the `self` to call it with (undefined if it is bound already). */
export function loadSpecialMethod(owner: Value, which: number): { callable: Value; self: Value | undefined } {
  const name = specialMethods[which]!
  const type = typeOf(owner)
  const found = type.lookup(name)
  if (found instanceof PyFunction) return { callable: found, self: owner }
  const bound = lookupSpecial(owner, name)
  if (bound === undefined) raiseNoContextManager(type, name)
  return { callable: bound, self: undefined }
}

function raiseNoContextManager(type: PyType, name: string): never {
  const isAsync = name.startsWith('__a')
  const other = isAsync ? '__enter__' : '__aenter__'
  const protocol = isAsync ? 'asynchronous context manager' : 'context manager'
  const hint =
    type.lookup(other) === undefined
      ? ''
      : isAsync
        ? " but it supports the context manager protocol. Did you mean to use 'with'?"
        : " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?"
  raiseTypeError(`'${fullName(type)}' object does not support the ${protocol} protocol (missed ${name} method)${hint}`)
}

export function withExceptStart(exit: Value, self: Value | undefined, exception: Value): Value {
  const { type, traceback } = exception as PyBaseException
  const args: Value[] = [type, exception, traceback]
  return call(exit, self === undefined ? args : [self, ...args])
}

// Patterns.

export const isMapping = (subject: Value): boolean => (typeOf(subject).flags & TypeFlags.mapping) !== 0
export const isPatternSequence = (subject: Value): boolean => (typeOf(subject).flags & TypeFlags.sequence) !== 0

// Intrinsics.

export function intrinsic1(frame: Frame, which: number, value: Value): Value {
  switch (which) {
    case 1:
      return displayHook(value)
    case 2:
      return importStar(frame, value)
    case 3:
      return stopIterationError(frame, value)
    case 4:
      return new PyAsyncGeneratorWrappedValue(value)
    case 5:
      return positiveValue(value)
    case 6:
      return new PyTuple((value as PyList).toArray(), tupleType)
    case 7:
    case 8:
    case 9:
      return makeTypeVariable(which, value, null, null)
    case 10:
      return subscriptGeneric(value)
    case 11:
      return makeTypeAlias(value)
    default:
      throw new Error(`unknown intrinsic ${which}`)
  }
}

export function intrinsic2(which: number, first: Value, second: Value): Value {
  switch (which) {
    case 1:
      return prepareReraiseStar(first, second)
    case 2:
      return makeTypeVariable(7, first, second, null)
    case 3:
      return makeTypeVariable(7, first, null, second)
    case 4:
      return addTypeParameters(first, second)
    case 5:
      return setTypeParameterDefault(first, second)
    default:
      throw new Error(`unknown intrinsic ${which}`)
  }
}

/** An expression statement of an interactive program. */
function displayHook(value: Value): Value {
  const hook = vm.sysAttribute('displayhook')
  if (hook === undefined) raise(runtimeErrorType, 'lost sys.displayhook')
  call(hook, [value])
  return null
}

/** A StopIteration that would leave a generator becomes a RuntimeError (PEP 479). */
function stopIterationError(frame: Frame, value: Value): Value {
  const exception = value as PyBaseException
  const { flags } = frame.code
  const kind =
    (flags & CO_ASYNC_GENERATOR) !== 0 ? 'async generator' : (flags & CO_COROUTINE) !== 0 ? 'coroutine' : 'generator'
  const isStop = exception.type.isSubtypeOf(stopIterationType)
  const isAsyncStop = kind === 'async generator' && exception.type.isSubtypeOf(stopAsyncIterationType)
  if (!isStop && !isAsyncStop) return value
  const error = makeException(runtimeErrorType, `${kind} raised ${isStop ? 'StopIteration' : 'StopAsyncIteration'}`)
  error.cause = exception
  error.context = exception
  error.suppressContext = true
  return error
}
