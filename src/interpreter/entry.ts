/**
 * How the rest of Taipan enters the interpreter: the hooks of objects/hooks.ts that it fills.
 *
 * Each entry from TypeScript is a JavaScript call of the dispatch function, and costs stack; so there may be only so many at a time.
 * Python-to-Python calls are not among them.
 */
import { type PyBaseException, raise, raised } from '../objects/exception.ts'
import { recursionErrorType } from '../objects/exception-types.ts'
import type { PyDict } from '../objects/dict.ts'
import {
  type Executor,
  Frame,
  FrameKind,
  inCompiledCode,
  notCompiled,
  PyFunction,
  type PyCell,
  type PyCode,
} from '../objects/frame.ts'
import { ended, type PyGenerator } from '../objects/generator.ts'
import { hooks } from '../objects/hooks.ts'
import { PyModule } from '../objects/module.ts'
import type { KeywordNames } from '../objects/slots.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { checkBreaker } from './breaker.ts'
import { Leaving } from './called-builtin.ts'
import { functionFrame } from './calls.ts'
import { LEAVE, paused, SWITCH, SWITCH_RAISING, transfer } from './dispatch-support.ts'
import { frameLocals } from './frame-locals.ts'
import { evaluate as cold } from './generated/evaluate-cold.ts'
import { awaitedBy, canEnter, finishGenerator, noteRunning, startRunning } from './generators.ts'
import { bindParameters } from './parameter-binding.ts'
import { prepareCode } from './prepare.ts'
import { throwInto, type ThrowOutcome } from './throwing.ts'
import { stepping, throwEvent } from './tracing.ts'
import { hasRoom, tierUp } from './tier-up.ts'
import { unwind } from './unwinding.ts'
import { type Dispatch, notePause } from './warming.ts'

/** Which dispatch function runs (warming.ts); or the counting one (`--stats`), or the one that stops at every instruction (stepping.ts). */
export const dispatch: Dispatch = { evaluate: cold, cold, warm: null, isQuick: false }

/** JavaScript frames of the dispatch function at a time; each needs some kilobytes of the host's stack. */
const nativeLimit = 450

/** Runs the frame to its end. */
export function runFrame(frame: Frame): Value {
  enterFrame(frame)
  try {
    return runUntilDone(frame)
  } finally {
    vm.nativeDepth--
  }
}

/** Runs the frame that was entered to its end, looking at the eval breaker in the pauses. */
function runUntilDone(entered: Frame): Value {
  let frame = entered
  for (;;) {
    let result: Value | undefined
    try {
      result = dispatch.evaluate(frame)
    } catch (thrown) {
      if (!(thrown instanceof Leaving)) throw thrown
      // The one that was entered may have ended, and is not to be kept alive.
      frame = vm.frame!
      frame = thrown.goOn(frame)
      continue
    }
    if (result !== paused) return result
    frame = vm.frame!
    notePause(dispatch)
    // A loop's frame grows old, and V8 must note each new object that an old array gets: a copy is young again.
    frame.slots = frame.slots.slice()
    try {
      checkBreaker()
    } catch (thrown) {
      frame = unwind(frame, thrown)
    }
  }
}

function enterFrame(frame: Frame): void {
  if (vm.depth >= vm.recursionLimit || vm.nativeDepth >= nativeLimit)
    raise(recursionErrorType, 'maximum recursion depth exceeded')
  frame.kind = FrameKind.entry
  frame.previous = vm.frame
  vm.frame = frame
  vm.depth++
  vm.nativeDepth++
}

hooks.callFunction = (func: PyFunction, args: Value[], keywords: KeywordNames) => {
  const { code } = func
  if (code.callee === notCompiled || !hasRoom(1)) return runFrame(functionFrame(func, args, keywords))
  if (keywords === null && code.isSimple && args.length === code.argcount) return callCompiled(func, args)
  // Not `new Array`: V8 would make frames' slots arrays of that kind, with holes, wherever it has seen both.
  const bound: Value[] = []
  while (bound.length < code.parameterCount) bound.push(undefined!)
  bindParameters(func, bound, args, keywords)
  return callCompiled(func, bound)
}

function callCompiled(func: PyFunction, args: Value[]): Value {
  if (vm.depth >= vm.recursionLimit || vm.nativeDepth >= nativeLimit)
    raise(recursionErrorType, 'maximum recursion depth exceeded')
  vm.nativeDepth++
  try {
    const outcome = tierUp.call(func, args)
    return outcome === LEAVE ? transfer.result : continueFrom(outcome, vm.frame!)
  } finally {
    vm.nativeDepth--
  }
}

/** Goes on in the interpreter where compiled code was left. */
function continueFrom(outcome: number, frame: Frame): Value {
  if (outcome === SWITCH) return runUntilDone(vm.frame!)
  if (outcome === SWITCH_RAISING) return runUntilDone(unwind(vm.frame!, transfer.thrown))
  if (outcome >= 0) frame.sp = outcome
  return runUntilDone(frame)
}

hooks.runCode = (code: PyCode, globals: PyDict, locals: Value, closure: readonly PyCell[] | null) => {
  if (code.template.length === 0) prepareCode(code)
  const builtins = builtinsOf(globals)
  const func = new PyFunction(code, globals, builtins, closure)
  func.module = globals.getStr('__name__') ?? null
  const frame = new Frame(code, func, globals, builtins, locals)
  // The code of a function is called without arguments: it may have defaults for none.
  if (code.parameterCount > 0) {
    func.qualname = func.name
    bindParameters(func, frame.slots, [], null)
  }
  return runFrame(frame)
}

/** The builtins that code with these globals sees: `__builtins__`, a module or its dict; put there if absent. */
export function builtinsOf(globals: PyDict): PyDict {
  const found = globals.getStr('__builtins__')
  if (found === undefined) {
    globals.setStr('__builtins__', vm.modules.getStr('builtins') ?? vm.builtins)
    return vm.builtins
  }
  // Any mapping will do (names.ts); only for a dict is there a fast way.
  return found instanceof PyModule ? found.dict : (found as PyDict)
}

hooks.runClassBody = (body: PyFunction, namespace: Value) => {
  if (body.code.template.length === 0) prepareCode(body.code)
  return runFrame(new Frame(body.code, body, body.globals, body.builtins, namespace))
}

hooks.frameLocals = frameLocals

hooks.resume = (generator, sent, thrown, take): Value | undefined => {
  const frame = generator.frame!
  if (thrown !== undefined) return resumeByThrowing(generator, frame, thrown)
  const delegate = delegateOf(frame)
  if (delegate !== null && !stepping.isOn) return resumeInnermost(generator, delegate, sent)
  // Where it begins, a POP_TOP stands before the RESUME.
  const isBeginning = !generator.started
  const executor = frame.code.executors?.[isBeginning ? frame.pc + 1 : frame.pc]
  if (executor?.isClosed === true && executor.globals === frame.globals && generator.exceptionInfo.value === null)
    if (hasRoom(1)) return resumeClosed(generator, frame, executor, isBeginning ? undefined : sent, take)
  enterFrame(frame)
  startRunning(generator, frame, sent)
  if (executor?.globals !== frame.globals || --vm.budget < 0 || !hasRoom(0)) return run(generator, frame)
  if (isBeginning) frame.sp--
  try {
    const value = tierUp.run(executor, frame, take)
    if (value === undefined) return finish(generator, continueFrom(tierUp.outcome(), frame))
    vm.frame = frame.previous
    vm.depth--
    if (frame.pc === inCompiledCode) return finish(generator, value)
    frame.previous = null
    generator.running = false
    vm.exceptionInfo = generator.exceptionInfo.previous!
    return value
  } finally {
    vm.nativeDepth--
  }
}

/** Resumes compiled code that calls nothing which may look at frames: only when it is left the generator's frame comes on the chain. */
function resumeClosed(
  generator: PyGenerator,
  frame: Frame,
  executor: Executor,
  sent: Value | undefined,
  take: ((value: Value) => boolean) | undefined,
): Value | undefined {
  if (sent !== undefined) frame.slots[frame.sp++] = sent
  generator.started = true
  const caller = vm.frame
  vm.depth++
  const value = tierUp.run(executor, frame, take)
  if (value === undefined) {
    frame.kind = FrameKind.entry
    frame.previous = caller
    noteRunning(generator)
    vm.nativeDepth++
    try {
      return finish(generator, continueFrom(tierUp.outcome(), frame))
    } finally {
      vm.nativeDepth--
    }
  }
  vm.depth--
  if (frame.pc !== inCompiledCode) return value
  generator.frame = null
  ended.value = value
  return undefined
}

function run(generator: PyGenerator, frame: Frame): Value | undefined {
  try {
    return finish(generator, runUntilDone(frame))
  } finally {
    vm.nativeDepth--
  }
}

/** What the generator has yielded, or returned. */
function finish(generator: PyGenerator, value: Value): Value | undefined {
  if (!generator.running) return value
  finishGenerator(generator)
  ended.value = value
  return undefined
}

/** What a suspended frame awaits or yields from, if that is a generator or coroutine of ours. */
function delegateOf(frame: Frame): PyGenerator | null {
  const receiver = awaitedBy(frame)
  return canEnter(receiver) ? receiver : null
}

/**
 * Resumes the innermost of generators that yield from each other: those around it would do nothing but pass on what is sent and yielded. Meanwhile they run, and
 * their frames are on the chain. When one has returned, or raises, the next one outwards goes on.
 */
function resumeInnermost(outermost: PyGenerator, delegate: PyGenerator, sent: Value): Value | undefined {
  const { frame: caller, exceptionInfo, depth } = vm
  let generator = outermost
  let frame = caller
  let levels = 0
  for (let next: PyGenerator | null = delegate; next !== null; next = delegateOf(generator.frame!)) {
    generator.running = true
    if (generator.exceptionInfo.value !== null) noteRunning(generator)
    generator.frame!.previous = frame
    frame = generator.frame
    levels++
    generator = next
  }
  vm.frame = frame
  vm.depth = depth + levels
  let value: Value | undefined
  let failure: unknown = null
  try {
    if (vm.depth >= vm.recursionLimit) raise(recursionErrorType, 'maximum recursion depth exceeded')
    value = hooks.resume(generator, sent, undefined)
  } catch (thrown) {
    failure = thrown
  }
  while (frame !== caller && value === undefined) {
    const inner = generator
    const own: Frame = frame!
    generator = own.generator!
    generator.running = false
    if (generator.exceptionInfo.value !== null) vm.exceptionInfo = generator.exceptionInfo.previous!
    vm.frame = frame = own.previous
    vm.depth--
    try {
      if (failure === null) {
        inner.returned = ended.value
        inner.isReturning = true
        value = hooks.resume(generator, null, undefined)
      } else value = raiseIn(generator, own, raised(failure), sendBefore(own))
      failure = null
    } catch (thrown) {
      failure = thrown
    }
  }
  for (let passing = frame; passing !== caller; ) {
    const outer: Frame | null = passing!.previous
    passing!.previous = null
    passing!.generator!.running = false
    passing = outer
  }
  vm.frame = caller
  vm.depth = depth
  vm.exceptionInfo = exceptionInfo
  if (failure !== null) throw failure
  return value
}

/** Raises in the generator at the `yield` where it is suspended; what it awaits or yields from is asked first. */
function resumeByThrowing(generator: PyGenerator, frame: Frame, thrown: PyBaseException): Value | undefined {
  const receiver = generator.started ? awaitedBy(frame) : null
  if (receiver !== null) {
    const outcome = throwToReceiver(generator, frame, receiver, thrown)
    if (outcome.kind === 'yielded') return outcome.value
    if (outcome.kind === 'returned') return continueAfterSend(generator, frame, outcome.value)
    thrown = outcome.exception
  }
  return raiseIn(generator, frame, thrown, frame.pc - 1)
}

/** Raises in the suspended generator at the instruction at `at`. */
function raiseIn(generator: PyGenerator, frame: Frame, thrown: PyBaseException, at: number): Value | undefined {
  enterFrame(frame)
  startRunning(generator, frame, null)
  frame.sp--
  frame.lasti = at
  try {
    if (stepping.isOn && generator.started) throwEvent(frame, thrown)
    unwind(frame, thrown)
  } catch (escaped) {
    vm.nativeDepth--
    throw escaped
  }
  return run(generator, frame)
}

/** While its receiver runs the generator does, too: its frame is on the chain, and what it is handling is being handled. */
function throwToReceiver(generator: PyGenerator, frame: Frame, receiver: Value, thrown: PyBaseException): ThrowOutcome {
  const caller = vm.frame
  const { exceptionInfo } = vm
  frame.previous = caller
  vm.frame = frame
  generator.running = true
  generator.exceptionInfo.previous = exceptionInfo
  vm.exceptionInfo = generator.exceptionInfo
  try {
    return throwInto(receiver, thrown, generator)
  } finally {
    vm.exceptionInfo = exceptionInfo
    generator.running = false
    vm.frame = caller
    frame.previous = null
  }
}

/** Goes on after the SEND that the generator was suspended in, whose receiver has returned `value`. */
function continueAfterSend(generator: PyGenerator, frame: Frame, value: Value): Value | undefined {
  // The receiver is done: SEND would have jumped to its END_SEND with the value on the stack.
  frame.slots[frame.sp - 1] = value
  frame.pc = endOfSend(frame)
  enterFrame(frame)
  startRunning(generator, frame, value)
  return run(generator, frame)
}

/**
 * The END_SEND of the SEND loop that a frame is suspended in: the first one after the YIELD_VALUE.
 */
function endOfSend(frame: Frame): number {
  const { units } = frame.code
  for (let at = frame.pc; at < units.length; at++) if ((units[at]! & 255) === END_SEND) return at
  throw new Error('a SEND without an END_SEND')
}

/** The SEND before the YIELD_VALUE where the frame is suspended, and its cache. */
const sendBefore = ({ pc }: Frame): number => pc - 3

const END_SEND = 10
