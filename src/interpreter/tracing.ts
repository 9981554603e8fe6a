/**
 * Events for `sys.settrace`, `sys.setprofile` and `sys.monitoring`. As Python/legacy_tracing.c and Python/instrumentation.c, and the trampolines of
 * Python/sysmodule.c.
 *
 * While somebody wants events, programs run in stepping.ts, which tells this file about every instruction before it is executed and after, and
 * unwinding.ts tells about exceptions. Here that becomes events. While one of the functions that are told runs there are none; an
 * exception that it raises is the program's, and ends tracing or profiling.
 */
import { lineAt } from '../compiler/line-table.ts'
import { deoptTable, inlineCacheEntries, opcodes } from '../compiler/generated/opcodes.ts'
import { asyncGeneratorType, typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { PyBuiltinFunction, PyMethod, PyMethodDescriptor } from '../objects/callable.ts'
import type { PyBaseException } from '../objects/exception.ts'
import { type Frame, type FrameDebug, type PyCode, PyFunction } from '../objects/frame.ts'
import { PyGenerator } from '../objects/generator.ts'
import { makeStopIteration } from '../objects/iteration.ts'
import { strOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { events, MISSING, type Monitoring, monitoringState, tellTools } from './monitoring.ts'

const { CALL, CALL_FUNCTION_EX, CALL_KW, RESUME, RETURN_VALUE, YIELD_VALUE } = opcodes
const { END_ASYNC_FOR, END_FOR, END_SEND, FOR_ITER, POP_ITER } = opcodes
const { JUMP_BACKWARD, JUMP_BACKWARD_NO_INTERRUPT, JUMP_FORWARD, NOT_TAKEN } = opcodes
const { POP_JUMP_IF_FALSE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE, POP_JUMP_IF_TRUE } = opcodes

/** A call of something that is no Python function, which is told of when it has ended. */
interface Call {
  readonly frame: Frame
  readonly at: number
  readonly callable: Value
  readonly argument: Value
  /** As the profile function gets it, if it is a C function. */
  readonly profiled: Value | undefined
}

export class Tracing {
  trace: Value = null
  profile: Value = null
  readonly monitoring: Monitoring = vm.state(monitoringState)
  /** Is somebody being told? */
  isBusy = false
  /** A frame that was left for a moment, and the instruction that it had executed last. */
  left: Frame | null = null
  leftAt = -1
  readonly calls: Call[] = []

  get isOn(): boolean {
    return this.trace !== null || this.profile !== null || this.monitoring.wanted !== 0
  }
}
export const tracingState = { create: () => new Tracing() }

/** Is any interpreter of the process being traced? Unwinding looks here first. */
export const stepping = { isOn: false }

export const debugOf = (frame: Frame): FrameDebug =>
  (frame.debug ??= {
    trace: null,
    traceLines: true,
    traceOpcodes: false,
    hasOpcodeEvents: false,
    event: null,
    jump: -1,
  })

/** Whether nobody is to be told now. */
const isDeaf = (tracing: Tracing): boolean => tracing.isBusy || !tracing.isOn

function whileTold<T>(tracing: Tracing, frame: Frame, event: number, work: () => T): T {
  const debug = debugOf(frame)
  const before = debug.event
  debug.event = kindOfPlace(event)
  tracing.isBusy = true
  try {
    return work()
  } finally {
    tracing.isBusy = false
    debug.event = before
  }
}

/** Where the frame is, for those who want it to go on elsewhere. */
function kindOfPlace(event: number): FrameDebug['event'] {
  if ((event & (events.LINE | events.JUMP | events.BRANCH_LEFT | events.BRANCH_RIGHT)) !== 0) return 'line'
  if (event === events.PY_YIELD || event === events.PY_RESUME) return 'line'
  if (event === events.PY_START) return 'start'
  return event === events.CALL || event === events.C_RETURN ? 'call' : 'other'
}

/** What functions for settrace and setprofile know the events as. */
const legacyNames: ReadonlyMap<number, string> = new Map([
  [events.PY_START, 'call'],
  [events.PY_RESUME, 'call'],
  [events.PY_THROW, 'call'],
  [events.LINE, 'line'],
  [events.INSTRUCTION, 'opcode'],
  [events.RAISE, 'exception'],
  [events.PY_RETURN, 'return'],
  [events.PY_YIELD, 'return'],
  [events.PY_UNWIND, 'return'],
  [events.CALL, 'c_call'],
  [events.C_RETURN, 'c_return'],
  [events.C_RAISE, 'c_exception'],
])

/** Calls a trace or profile function; what it raises ends tracing or profiling. */
function deliver(tracing: Tracing, kind: 'trace' | 'profile', frame: Frame, event: number, arg: Value): Value {
  const name = legacyNames.get(event)!
  const func = kind === 'profile' || name === 'call' ? tracing[kind] : frame.debug!.trace
  try {
    return whileTold(tracing, frame, event, () => call(func, [frame as unknown as Value, strOf(name), arg]))
  } catch (thrown) {
    tracing[kind] = null
    debugOf(frame).trace = null
    throw thrown
  }
}

function traceEvent(tracing: Tracing, frame: Frame, event: number, arg: Value): void {
  if (tracing.trace === null || (legacyNames.get(event) !== 'call' && (frame.debug?.trace ?? null) === null)) return
  if (frame.debug?.traceOpcodes === true && event !== events.LINE) frame.debug.hasOpcodeEvents = true
  const answer = deliver(tracing, 'trace', frame, event, arg)
  if (answer !== null) debugOf(frame).trace = answer
}

function profileEvent(tracing: Tracing, frame: Frame, event: number, arg: Value): void {
  if (tracing.profile !== null) deliver(tracing, 'profile', frame, event, arg)
}

/** Tells the tools of sys.monitoring; an event with its place in the code. */
function monitor(tracing: Tracing, event: number, frame: Frame, at: number, told: readonly Value[]): void {
  if ((tracing.monitoring.wanted & event) === 0 || tracing.isBusy) return
  whileTold(tracing, frame, event, () => tellTools(frame.code, event, 2 * at, told))
}

/** Everybody is told: the tracer first, then the profiler, then the tools. */
function tellAll(tracing: Tracing, event: number, frame: Frame, at: number, arg?: Value): void {
  const hasArgument = event === events.PY_RETURN || event === events.PY_YIELD
  traceEvent(tracing, frame, event, hasArgument ? arg! : null)
  profileEvent(tracing, frame, event, hasArgument ? arg! : null)
  monitor(tracing, event, frame, at, arg === undefined ? [2 * at] : [2 * at, arg])
}

/** Instructions before the first RESUME prepare the frame: they are not the program's. */
const firstTraceable = new WeakMap<PyCode, number>()

function isPreparing(code: PyCode, at: number): boolean {
  let first = firstTraceable.get(code)
  if (first === undefined) {
    const bytes = code.code.code
    first = 0
    while (2 * first < bytes.length && bytes[2 * first] !== RESUME) first++
    firstTraceable.set(code, first)
  }
  return at < first
}

/** Instructions that do not begin a line, as the one before them jumps over them in one of its two ways. */
const neverFirst: ReadonlySet<number> = new Set([END_ASYNC_FOR, END_FOR, END_SEND, POP_ITER, RESUME])

const opcodeAt = (code: PyCode, at: number): number => code.code.code[2 * at]!

/**
 * Before the instruction at `at` is executed, which follows the one at `previous` (−1: none has been). Raises what a trace function raises; the
 * frame must be in order. True if a trace function has made the frame go on elsewhere.
 */
export function beforeInstruction(tracing: Tracing, frame: Frame, at: number, previous: number): boolean {
  const { code, slots } = frame
  if (isDeaf(tracing) || isPreparing(code, at)) return false
  const opcode = opcodeAt(code, at)
  frame.lasti = at
  if (opcode === RESUME) {
    // The trace function itself may have made the eval breaker due: then the instruction is executed again.
    if (previous === at) return false
    const isStart = (code.code.code[2 * at + 1]! & 3) === 0
    tellAll(tracing, isStart ? events.PY_START : events.PY_RESUME, frame, at)
    return isToJump(frame)
  }
  if (opcode === END_FOR || opcode === END_SEND) generatorEnded(frame)
  const begins = isNewLine(code, at, previous)
  if (begins !== 'no') {
    if (frame.debug?.traceLines === true) traceEvent(tracing, frame, events.LINE, null)
    if (begins === 'line') monitor(tracing, events.LINE, frame, at, [lineAt(code.code, at)])
    if (isToJump(frame)) return true
  }
  monitor(tracing, events.INSTRUCTION, frame, at, [2 * at])
  if (frame.debug?.hasOpcodeEvents === true) traceEvent(tracing, frame, events.INSTRUCTION, null)
  if (opcode === RETURN_VALUE) tellAll(tracing, events.PY_RETURN, frame, at, slots[frame.sp - 1]!)
  else if (opcode === YIELD_VALUE) tellAll(tracing, events.PY_YIELD, frame, at, slots[frame.sp - 1]!)
  else beforeCall(tracing, frame, at)
  return isToJump(frame)
}

const isToJump = (frame: Frame): boolean => frame.debug !== null && frame.debug.jump >= 0

/** Makes the frame go on where a trace function wants it to, if one does: as if in mid-line, so that nobody is told of the line. */
export function jump(frame: Frame): boolean {
  if (!isToJump(frame)) return false
  frame.pc = frame.debug!.jump
  frame.debug!.jump = -1
  return true
}

/** A generator that a loop or `yield from` ran has returned the value on top. */
function generatorEnded(frame: Frame): void {
  const [receiver, value] = [frame.slots[frame.sp - 2], frame.slots[frame.sp - 1]]
  if (receiver instanceof PyGenerator && receiver.type !== asyncGeneratorType)
    stopIterationEvent(frame, makeStopIteration(value!))
}

/** Does a line begin here? For tracers one does as well where a loop jumps back within its line. */
function isNewLine(code: PyCode, at: number, previous: number): 'line' | 'loop' | 'no' {
  const line = lineAt(code.code, at)
  if (line < 0 || neverFirst.has(opcodeAt(code, at))) return 'no'
  if (previous < 0 || lineAt(code.code, previous) !== line) return 'line'
  const before = opcodeAt(code, previous)
  if (before === RESUME) return code.code.code[2 * previous + 1] === 0 ? 'line' : 'no'
  return at < previous && (before === JUMP_BACKWARD || before === JUMP_BACKWARD_NO_INTERRUPT) ? 'loop' : 'no'
}

/** Calls of what is not written in Python are told of before and after. */
function beforeCall(tracing: Tracing, frame: Frame, at: number): void {
  const { code, slots, sp } = frame
  const unit = code.units[at]!
  const opcode = deoptTable[unit & 255]!
  const depth = depthOfCallable(opcode, unit >> 8)
  if (depth < 0) return
  const callable = slots[sp - depth]!
  const self = slots[sp - depth + 1]
  const argument = opcode === CALL_FUNCTION_EX ? MISSING : (self ?? (unit >> 8 > 0 ? slots[sp - depth + 2]! : MISSING))
  monitor(tracing, events.CALL, frame, at, [2 * at, callable, argument])
  if (callable instanceof PyFunction) return
  const profiled = profiledCallable(callable, self)
  tracing.calls.push({ frame, at, callable, argument, profiled })
  if (profiled !== undefined) profileEvent(tracing, frame, events.CALL, profiled)
}

function profiledCallable(callable: Value, self: Value | undefined): Value | undefined {
  if (callable instanceof PyMethod) return profiledCallable(callable.func, callable.self)
  if (callable instanceof PyBuiltinFunction) return callable
  if (!(callable instanceof PyMethodDescriptor) || self === undefined) return undefined
  // As a bound method, which is what it was before there was an instruction for calling methods.
  return new PyBuiltinFunction(callable.builtin, self, null)
}

function depthOfCallable(opcode: number, oparg: number): number {
  if (opcode === CALL) return oparg + 2
  if (opcode === CALL_KW) return oparg + 3
  return opcode === CALL_FUNCTION_EX ? 4 : -1
}

/** A call that was told of has ended. */
export function afterCall(tracing: Tracing, frame: Frame, event: typeof events.C_RETURN | typeof events.C_RAISE): void {
  const last = tracing.calls.at(-1)
  if (last === undefined || last.frame !== frame || tracing.isBusy) return
  tracing.calls.pop()
  const { at, callable, argument, profiled } = last
  monitor(tracing, event, frame, at, [2 * at, callable, argument])
  if (profiled !== undefined) profileEvent(tracing, frame, event, profiled)
}

/** After a jump, conditional or not. */
export function afterInstruction(tracing: Tracing, frame: Frame, at: number): void {
  const { code, pc } = frame
  const { wanted } = tracing.monitoring
  if ((wanted & (events.JUMP | events.BRANCH_LEFT | events.BRANCH_RIGHT)) === 0 || tracing.isBusy) return
  switch (opcodeAt(code, at)) {
    case JUMP_FORWARD:
    case JUMP_BACKWARD:
      return monitor(tracing, events.JUMP, frame, at, [2 * at, 2 * pc])
    case POP_JUMP_IF_FALSE:
    case POP_JUMP_IF_TRUE:
    case POP_JUMP_IF_NONE:
    case POP_JUMP_IF_NOT_NONE: {
      // One that is not taken goes on behind its NOT_TAKEN.
      const isLeft = pc === at + 2 + (opcodeAt(code, at + 2) === NOT_TAKEN ? 1 : 0)
      return monitor(tracing, isLeft ? events.BRANCH_LEFT : events.BRANCH_RIGHT, frame, at, [2 * at, 2 * pc])
    }
    case FOR_ITER: {
      if (pc === at + 2) return monitor(tracing, events.BRANCH_LEFT, frame, at, [2 * at, 2 * pc])
      let target = pc
      while (opcodeAt(code, target) === END_FOR || opcodeAt(code, target) === POP_ITER) target++
      return monitor(tracing, events.BRANCH_RIGHT, frame, at, [2 * at, 2 * target])
    }
  }
}

/** An exception has been raised in the frame, or has come up to it. */
export function exceptionEvent(frame: Frame, exception: PyBaseException, how: 'raised' | 'raised again'): void {
  const tracing = vm.state(tracingState)
  if (isDeaf(tracing)) return
  afterCall(tracing, frame, events.C_RAISE)
  if (isPreparing(frame.code, frame.lasti)) return
  // The last unit of the instruction, behind its caches.
  const at = frame.lasti + inlineCacheEntries[opcodeAt(frame.code, frame.lasti)]!
  const told = [2 * at, exception]
  if (how === 'raised again') return monitor(tracing, events.RERAISE, frame, at, told)
  traceEvent(tracing, frame, events.RAISE, new PyTuple([typeOf(exception), exception, exception.traceback]))
  monitor(tracing, events.RAISE, frame, at, told)
}

/** An iterator has ended with a StopIteration, or as if with one: nobody sees that exception but who is told here. */
export function stopIterationEvent(frame: Frame, exception: PyBaseException): void {
  const tracing = vm.state(tracingState)
  if (isDeaf(tracing)) return
  monitor(tracing, events.STOP_ITERATION, frame, frame.lasti, [2 * frame.lasti, exception])
  traceEvent(tracing, frame, events.RAISE, new PyTuple([typeOf(exception), exception, exception.traceback]))
}

/** The frame goes on at a handler. */
export function handledEvent(frame: Frame, exception: PyBaseException): void {
  const tracing = vm.state(tracingState)
  if (!isDeaf(tracing)) monitor(tracing, events.EXCEPTION_HANDLED, frame, frame.pc, [2 * frame.pc, exception])
}

/** The frame ends with an exception. */
export function unwindEvent(frame: Frame, exception: PyBaseException): void {
  const tracing = vm.state(tracingState)
  if (!isDeaf(tracing) && !isPreparing(frame.code, frame.lasti))
    tellAll(tracing, events.PY_UNWIND, frame, frame.lasti, exception)
}

/** An exception is thrown into a generator. */
export function throwEvent(frame: Frame, exception: PyBaseException): void {
  const tracing = vm.state(tracingState)
  if (!isDeaf(tracing)) tellAll(tracing, events.PY_THROW, frame, frame.lasti, exception)
}

/** `sys.call_tracing`: calls the function as if no trace function ran. */
export function callTracing(func: Value, args: readonly Value[]): Value {
  const tracing = vm.state(tracingState)
  const { isBusy } = tracing
  tracing.isBusy = false
  try {
    return call(func, [...args])
  } finally {
    tracing.isBusy = isBusy
  }
}
