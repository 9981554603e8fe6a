/**
 * Generators, coroutines and asynchronous generators, as the interpreter runs them; their methods are in builtins.
 */
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE } from '../compiler/code.ts'
import { lineAt } from '../compiler/line-table.ts'
import { lookupAttribute } from '../objects/attribute.ts'
import { call, callMethod, callSpecial } from '../objects/call.ts'
import { iternext as nextFromDunder } from '../objects/slot-functions.ts'
import { asyncGeneratorType, coroutineType, generatorType, typeOf } from '../objects/builtin-types.ts'
import { type PyBaseException, raise, raiseTypeError, raised } from '../objects/exception.ts'
import { runtimeErrorType, stopAsyncIterationType, stopIterationType } from '../objects/exception-types.ts'
import { type Frame, FrameKind, PyCell, type PyFunction } from '../objects/frame.ts'
import { ended, PyGenerator } from '../objects/generator.ts'
import { hooks } from '../objects/hooks.ts'
import { getIter, isIterator, returnedValue, stopIterationValue } from '../objects/iteration.ts'
import { PyAsyncGeneratorSend } from '../builtins/async-generator-awaitables.ts'
import { resume } from '../builtins/generator-resume.ts'
import { strOf } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { deoptTable, opcodes } from '../compiler/generated/opcodes.ts'
import { emptyFrame } from './calls.ts'
import { Reraise } from './raising.ts'
import { stepping, stopIterationEvent } from './tracing.ts'

/** RETURN_GENERATOR: the frame becomes a generator's, to go on at `pc`. */
export function startGenerator(frame: Frame, pc: number): PyGenerator {
  const generator = makeGenerator(frame, pc)
  generator.isOwn = isLoopedOver(frame)
  if (generator.type === coroutineType && isThrownAway(frame)) warnNeverAwaited(generator, frame.previous!)
  return generator
}

/** Is what the call answers for the caller's loop? Nobody else has the generator then. */
function isLoopedOver({ kind, previous }: Frame): boolean {
  if (kind !== FrameKind.plain || previous === null) return false
  const opcode = previous.code.units[previous.pc]! & 255
  return opcode === opcodes.GET_ITER || deoptTable[opcode] === opcodes.FOR_ITER
}

/** Is what the call answers dropped by the next instruction of the caller? Nobody else has the coroutine yet. */
function isThrownAway({ kind, previous }: Frame): boolean {
  return kind === FrameKind.plain && previous !== null && (previous.code.units[previous.pc]! & 255) === opcodes.POP_TOP
}

/** As CPython does when the last reference to a coroutine that has not begun goes. */
function warnNeverAwaited(coroutine: PyGenerator, caller: Frame): void {
  const { frame } = vm
  vm.frame = caller
  try {
    call(lookupAttribute(hooks.importModule('warnings'), '_warn_unawaited_coroutine'), [coroutine])
  } catch (thrown) {
    hooks.unraisable(raised(thrown), `Exception ignored while finalizing coroutine ${reprText(coroutine)}`, null)
  } finally {
    vm.frame = frame
  }
}

/** The generator whose frame it becomes, to go on at `pc`. */
export function makeGenerator(frame: Frame, pc: number): PyGenerator {
  const { flags } = frame.code
  const type =
    (flags & CO_COROUTINE) !== 0
      ? coroutineType
      : (flags & CO_ASYNC_GENERATOR) !== 0
        ? asyncGeneratorType
        : generatorType
  const func = frame.func!
  const generator = new PyGenerator(frame, func.name, func.qualname, type)
  frame.generator = generator
  frame.pc = pc
  if (type === coroutineType && vm.coroutineOriginDepth > 0) generator.origin = originOf(frame)
  return generator
}

/** `cr_origin`: file, line and function of the callers, the nearest first. */
function originOf(frame: Frame): Value {
  const callers: Value[] = []
  let caller = frame.previous
  while (caller !== null && callers.length < vm.coroutineOriginDepth) {
    const { filename, name } = caller.code.code
    callers.push(new PyTuple([strOf(filename), lineAt(caller.code.code, caller.lasti), strOf(name)]))
    caller = caller.previous
  }
  return new PyTuple(callers)
}

/** What a call of a generator function gives, its arguments in the order of its parameters: the instructions up to RETURN_GENERATOR. */
export function generatorOf(func: PyFunction, args: readonly Value[]): PyGenerator {
  const frame = emptyFrame(func)
  frame.previous = vm.frame
  const { slots, code } = frame
  for (let i = 0; i < args.length; i++) slots[i] = args[i]
  for (let pc = 0; ; pc++) {
    const unit = code.units[pc]!
    const oparg = unit >> 8
    switch (unit & 255) {
      case opcodes.COPY_FREE_VARS:
        for (let i = 0; i < oparg; i++) slots[code.nlocalsplus - oparg + i] = func.closure![i]
        break
      case opcodes.MAKE_CELL:
        slots[oparg] = new PyCell(slots[oparg])
        break
      case opcodes.RETURN_GENERATOR: {
        const generator = makeGenerator(frame, pc + 1)
        frame.previous = null
        return generator
      }
    }
  }
}

/** Is it a generator or coroutine that goes on when it is asked for its next value? */
export const canEnter = (receiver: Value): receiver is PyGenerator =>
  receiver instanceof PyGenerator &&
  receiver.type !== asyncGeneratorType &&
  receiver.frame !== null &&
  !receiver.running

/** The generator's frame, to be entered by FOR_ITER or SEND. */
export function resumeFrame(generator: PyGenerator, value: Value): Frame {
  const frame = generator.frame!
  startRunning(generator, frame, value)
  frame.kind = FrameKind.resumed
  return frame
}

/** Puts the value sent where the generator's `yield` expression, or the POP_TOP at its beginning, finds it. */
export function startRunning(generator: PyGenerator, frame: Frame, value: Value): void {
  frame.slots[frame.sp++] = value
  generator.started = true
  noteRunning(generator)
}

export function noteRunning(generator: PyGenerator): void {
  generator.running = true
  generator.exceptionInfo.previous = vm.exceptionInfo
  vm.exceptionInfo = generator.exceptionInfo
}

/** The generator has returned or raised. */
export function finishGenerator(generator: PyGenerator): void {
  if (generator.running) vm.exceptionInfo = generator.exceptionInfo.previous!
  generator.running = false
  generator.frame = null
}

/** SEND to anything: the next value, or undefined with `ended.value`. */
export function sendTo(receiver: Value, value: Value): Value | undefined {
  if (receiver instanceof PyGenerator && receiver.type !== asyncGeneratorType) {
    if (!receiver.isReturning) return resume(receiver, value)
    receiver.isReturning = false
    ended.value = receiver.returned
    return undefined
  }
  if (receiver instanceof PyAsyncGeneratorSend && !stepping.isOn) return receiver.resume(value)
  try {
    if (receiver instanceof PyAsyncGeneratorSend) return receiver.send(value)
    if (value !== null || !isIterator(receiver)) return callMethod(receiver, 'send', value)
    const { iternext } = typeOf(receiver)
    // A `__next__` in Python says what it returned in its own StopIteration.
    if (iternext === nextFromDunder) return callSpecial(receiver, '__next__')!
    const next = iternext!(receiver)
    if (next === undefined) ended.value = returnedValue(receiver)
    return next
  } catch (thrown) {
    const value = stopIterationValue(thrown)
    if (stepping.isOn) stopIterationEvent(vm.frame!, raised(thrown))
    ended.value = value
    return undefined
  }
}

export function getYieldFromIter(frame: Frame, iterable: Value): Value {
  const type = typeOf(iterable)
  if (type === coroutineType) {
    if ((frame.code.flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE)) === 0)
      raiseTypeError("cannot 'yield from' a coroutine object in a non-coroutine generator")
    return iterable
  }
  return type === generatorType ? iterable : getIter(iterable)
}

/** GET_AWAITABLE: `oparg` says whether `async with` asks, and for which method. */
export function getAwaitable(awaitable: Value, oparg: number): Value {
  const type = typeOf(awaitable)
  if (awaitable instanceof PyGenerator && isAwaitable(awaitable)) {
    if (type === coroutineType && isBeingAwaited(awaitable))
      raise(runtimeErrorType, 'coroutine is being awaited already')
    return awaitable
  }
  if (type.await === null) raiseNotAwaitable(typeName(type), oparg)
  const iterator = type.await(awaitable)
  if (iterator instanceof PyGenerator && isAwaitable(iterator)) raiseTypeError('__await__() returned a coroutine')
  if (!isIterator(iterator)) raiseTypeError(`__await__() returned non-iterator of type '${typeName(typeOf(iterator))}'`)
  return iterator
}

const isAwaitable = (generator: PyGenerator): boolean =>
  generator.type === coroutineType ||
  (generator.type === generatorType &&
    generator.frame !== null &&
    (generator.frame.code.flags & CO_ITERABLE_COROUTINE) !== 0)

/** Is some other coroutine suspended in `await coroutine`? Then the receiver of its SEND is set. */
function isBeingAwaited(coroutine: PyGenerator): boolean {
  const { frame } = coroutine
  return frame !== null && coroutine.started && !coroutine.running && awaitedBy(frame) !== null
}

/** What a suspended frame is waiting for: the receiver of the SEND that it is in; null if it is in none. */
export function awaitedBy(frame: Frame): Value {
  const top = frame.slots[frame.sp - 1]
  const unit = frame.code.units[frame.pc]
  // A yield inside `await` or `yield from` resumes with oparg bits 2 or 3 set (RESUME_AFTER_YIELD_FROM, RESUME_AFTER_AWAIT).
  return unit !== undefined && ((unit >>> 8) & 3) >= 2 && top !== undefined ? top : null
}

function raiseNotAwaitable(name: string, oparg: number): never {
  if (oparg === 1)
    raiseTypeError(`'async with' received an object from __aenter__ that does not implement __await__: ${name}`)
  if (oparg === 2)
    raiseTypeError(`'async with' received an object from __aexit__ that does not implement __await__: ${name}`)
  raiseTypeError(`'${name}' object can't be awaited`)
}

export function getAiter(iterable: Value): Value {
  const type = typeOf(iterable)
  if (type.aiter === null) raiseTypeError(`'async for' requires an object with __aiter__ method, got ${typeName(type)}`)
  const iterator = type.aiter(iterable)
  if (typeOf(iterator).anext === null)
    raiseTypeError(
      `'async for' received an object from __aiter__ that does not implement __anext__: ${typeName(typeOf(iterator))}`,
    )
  return iterator
}

export function getAnext(iterator: Value): Value {
  const type = typeOf(iterator)
  if (type.anext === null)
    raiseTypeError(`'async for' requires an iterator with __anext__ method, got ${typeName(type)}`)
  const awaitable = type.anext(iterator)
  if (type === asyncGeneratorType) return awaitable
  try {
    return getAwaitable(awaitable, 0)
  } catch (thrown) {
    const cause = raised(thrown)
    const message = `'async for' received an invalid object from __anext__: ${typeName(typeOf(awaitable))}`
    try {
      raiseTypeError(message)
    } catch (wrapping) {
      const exception = raised(wrapping)
      exception.cause = cause
      exception.context = cause
      throw exception
    }
  }
}

export const isStopAsyncIteration = (exception: Value): boolean =>
  (exception as PyBaseException).type.isSubtypeOf(stopAsyncIterationType)

/** After `throw()` into a suspended SEND: StopIteration carries the value of the expression, anything else goes on up. */
export function cleanupThrow(_frame: Frame, exception: Value): Value {
  const raisedOne = exception as PyBaseException
  if (!raisedOne.type.isSubtypeOf(stopIterationType)) throw new Reraise(raisedOne)
  return raisedOne.field('value') ?? null
}
