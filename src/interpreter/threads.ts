/**
 * Threads: several Python programs in one interpreter that take turns, within the one thread that JavaScript has.
 *
 * Python frames are on the heap, so a program can be left where it is and gone on with later. The main thread is what runs at the bottom of
 * JavaScript's stack. The others run while it waits (for a lock, for time, for a file), and now and then in between. A turn of a
 * thread ends
 *
 *  1. when its slice is over, at the next look of the eval breaker;
 *  2. when it waits: the builtin that waits throws a `Waiting`, and what it would have answered takes the place of the call's operands
 *     once that for which it waits is so (suspension.ts does the same for promises);
 *  3. when it is done.
 *
 * The first two need nothing but Python frames between the thread's bottom and where it is. A builtin that calls back into Python is in
 * the way: a thread that waits in there stays on JavaScript's stack, and lets others run on top of it. Whatever is beneath
 * can go on only when what is on top has come to its end. So `Context.run`, which `threading` runs all programs of threads in, enters its
 * callable here (`Entering`).
 */
import { call } from '../objects/call.ts'
import { PyMethod } from '../objects/callable.ts'
import { type PyBaseException, raise, raised } from '../objects/exception.ts'
import { recursionErrorType, systemExitType } from '../objects/exception-types.ts'
import { type Frame, FrameKind, PyFunction } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'
import type { Builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { reprText } from '../objects/text.ts'
import type { Value } from '../objects/value.ts'
import { type ExceptionInfo, vm } from '../objects/vm.ts'
import { breakerState, checkBreaker } from './breaker.ts'
import { completeCall, isBeingCalled, type Leavable, Leaving } from './called-builtin.ts'
import { functionFrame } from './calls.ts'
import { paused } from './dispatch-support.ts'
import { dispatch } from './entry.ts'
import { unwind } from './unwinding.ts'

/** Milliseconds of a turn: CPython's switch interval. */
const turn = 5
/** Milliseconds between two looks at what somebody waits for, where nothing tells. */
const look = 50

interface Wait {
  readonly isSo: () => boolean
  /** On the monotonic clock; null to wait for ever. */
  readonly end: bigint | null
  /** What the builtin answers; told whether it is so. May raise. */
  readonly answer: (isSo: boolean) => Value | undefined
}

/** Thrown by a builtin that waits. Nobody catches it on the way, since it is no Python exception. */
class Waiting {
  readonly wait: Wait
  constructor(wait: Wait) {
    this.wait = wait
  }
}

/** A Python function that a builtin calls last, with what is to be done when it has ended. */
interface Entered {
  readonly leave: () => void
  readonly caller: Frame
}

class Entering {
  readonly makeFrame: () => Frame
  readonly leave: () => void
  constructor(makeFrame: () => Frame, leave: () => void) {
    this.makeFrame = makeFrame
    this.leave = leave
  }
}

type Step = () => Frame | null

export class PythonThread {
  readonly ident: number
  /** How many threads had been started when it was; 0 for the main thread. */
  readonly number: number
  /** What belongs to the thread, by the object that is its key. */
  readonly states: Map<object, unknown>
  isDone: boolean
  /** Is it on JavaScript's stack: running, or beneath others that run on top of it? */
  isEntered: boolean
  wait: Wait | null
  /** Answers the frame that it goes on with; null if it is done. */
  next: Step
  readonly entered: Entered[]
  /** The depth of calls from TypeScript that its own frames begin at. */
  base: number
  /** When its slice is over, on the monotonic clock. */
  end: bigint
  frame: Frame | null
  exceptionInfo: ExceptionInfo
  depth: number
  constructor(number: number, next: Step) {
    this.ident = firstIdentity + number * identityStep
    this.number = number
    this.states = new Map()
    this.isDone = false
    this.isEntered = false
    this.wait = null
    this.next = next
    this.entered = []
    this.base = 0
    this.end = 0n
    this.frame = null
    this.exceptionInfo = { value: null, previous: null }
    this.depth = 0
  }

  /** The state under `key`, made on first use. */
  state<T>(key: { create: () => T }): T {
    let state = this.states.get(key) as T | undefined
    if (state === undefined) this.states.set(key, (state = key.create()))
    return state
  }

  get isReady(): boolean {
    if (this.isDone || this.isEntered) return false
    return this.wait === null || this.wait.isSo() || isOver(this.wait.end)
  }
}

const isOver = (end: bigint | null): boolean => end !== null && vm.host.clock.monotonic() >= end

/** Identities look like addresses, as they do on Linux. */
const firstIdentity = 140_000_000_000_000
const identityStep = 8_392_704

class Threads {
  readonly main: PythonThread
  current: PythonThread
  /** Those that have been started and are not done, the one that had its turn longest ago first. */
  others: PythonThread[]
  started: number
  constructor() {
    this.main = new PythonThread(0, () => vm.frame!)
    this.main.isEntered = true
    this.current = this.main
    this.others = []
    this.started = 0
  }
}

const key = { create: () => new Threads() }
const threads = (): Threads => vm.state(key)

/** Has any been started? */
export const hasThreads = (): boolean => vm.nestingLimit === 0

export const currentThread = (): PythonThread => threads().current
export const mainThread = (): PythonThread => threads().main
/** Those that have been started and are not done, without the main thread. */
export const otherThreads = (): readonly PythonThread[] => threads().others

/** Starts a thread, whose first turn comes when somebody waits. `done` is called at its end. */
export function startThread(func: Value, args: Value[], keywords: KeywordNames, done: () => void): PythonThread {
  const all = threads()
  if (all.started++ === 0) interruptMain(all)
  // A thread that waits must not leave compiled code on the host's stack.
  vm.nestingLimit = 0
  const thread: PythonThread = new PythonThread(all.started, () => entryFrame(func, args, keywords))
  thread.state(endState).end = exception => {
    thread.isDone = true
    all.others = all.others.filter(each => each !== thread)
    if (exception !== null && !exception.type.isSubtypeOf(systemExitType))
      hooks.unraisable(exception, `Exception ignored in thread started by ${reprText(func)}`, null)
    done()
  }
  all.others.push(thread)
  return thread
}

const endState = { create: () => ({ end: (_exception: PyBaseException | null): void => undefined }) }

/** Threads get turns while the main thread works, too. */
function interruptMain(all: Threads): void {
  const { clock } = vm.host
  let next = clock.monotonic()
  const { checks, looksAtFrames } = vm.state(breakerState)
  // Compiled code is left where a slice is over.
  looksAtFrames.push(() => all.current !== all.main && vm.nativeDepth === all.current.base && isOver(all.current.end))
  checks.push(() => {
    if (all.others.length === 0 || all.current !== all.main || clock.monotonic() < next) return
    runAnother(all)
    next = clock.monotonic() + BigInt(turn * 1e6)
  })
}

/** The frame at the bottom; null for a callable that is no function, which has then been called. */
function entryFrame(func: Value, args: Value[], keywords: KeywordNames): Frame | null {
  const target = func instanceof PyMethod ? func.func : func
  const all = func instanceof PyMethod ? [func.self, ...args] : args
  if (target instanceof PyFunction) return pushed(functionFrame(target, all, keywords), null)
  call(func, args, keywords)
  return null
}

function pushed(frame: Frame, previous: Frame | null): Frame {
  if (vm.depth >= vm.recursionLimit) raise(recursionErrorType, 'maximum recursion depth exceeded')
  frame.kind = FrameKind.entry
  frame.previous = previous
  vm.frame = frame
  vm.depth++
  return frame
}

/** Gives the next thread that is ready a turn; false if none is. */
function runAnother(all: Threads): boolean {
  const at = all.others.findIndex(thread => thread.isReady)
  if (at < 0) return false
  const [thread] = all.others.splice(at, 1)
  all.others.push(thread!)
  runTurn(all, thread!)
  return true
}

function runTurn(all: Threads, thread: PythonThread): void {
  const outer = all.current
  const { frame, exceptionInfo, depth, nativeDepth } = vm
  const breaker = vm.state(breakerState)
  const { takesInterrupts } = breaker
  breaker.takesInterrupts = false
  Object.assign(outer, { frame, exceptionInfo, depth })
  all.current = thread
  thread.isEntered = true
  thread.base = nativeDepth + 1
  Object.assign(vm, { frame: thread.frame, exceptionInfo: thread.exceptionInfo, depth: thread.depth })
  vm.nativeDepth = thread.base
  try {
    advance(thread)
  } finally {
    thread.frame = vm.frame
    thread.exceptionInfo = vm.exceptionInfo
    thread.depth = vm.depth
    Object.assign(vm, { frame, exceptionInfo, depth, nativeDepth })
    thread.isEntered = false
    all.current = outer
    breaker.takesInterrupts = takesInterrupts
  }
}

/** Runs the thread until its turn ends. */
function advance(thread: PythonThread): void {
  thread.end = vm.host.clock.monotonic() + BigInt(turn * 1e6)
  let step: Step | null = thread.wait === null ? thread.next : afterWait(thread.wait)
  thread.wait = null
  while (step !== null) {
    try {
      const frame: Frame | null = step()
      const result: Value | undefined = frame === null ? null : dispatch.evaluate(frame)
      step = result === paused ? afterPause(vm.frame!) : afterReturn(thread, result)
    } catch (thrown) {
      vm.nativeDepth = thread.base
      if (thrown instanceof Waiting) {
        thread.wait = thrown.wait
        return
      }
      if (thrown instanceof Entering) step = entering(thread, vm.frame!, thrown)
      else if (thrown instanceof Leaving) step = () => thrown.goOn(vm.frame!)
      else step = afterRaise(thread, raised(thrown))
    }
    if (step !== null && isOver(thread.end)) {
      thread.next = step
      return
    }
  }
}

const raising = (frame: Frame, exception: PyBaseException) => (): Frame => unwind(frame, exception)

/** What is raised here is raised by the CALL that the frame is in. */
function within(frame: Frame, work: () => void): Frame {
  try {
    work()
  } catch (thrown) {
    return unwind(frame, raised(thrown))
  }
  return frame
}

const afterWait = (wait: Wait) => (): Frame => {
  const frame = vm.frame!
  return within(frame, () => completeCall(frame, wait.answer(wait.isSo())))
}

const afterPause = (frame: Frame) => (): Frame => within(frame, checkBreaker)

function afterReturn(thread: PythonThread, result: Value): Step | null {
  const entered = thread.entered.pop()
  if (entered === undefined) {
    thread.state(endState).end(null)
    return null
  }
  entered.leave()
  return () => {
    completeCall(entered.caller, result)
    return entered.caller
  }
}

function afterRaise(thread: PythonThread, exception: PyBaseException): Step | null {
  const entered = thread.entered.pop()
  if (entered === undefined) {
    thread.state(endState).end(exception)
    return null
  }
  entered.leave()
  return raising(entered.caller, exception)
}

function entering(thread: PythonThread, caller: Frame, { makeFrame, leave }: Entering): Step {
  return () => {
    try {
      const frame = pushed(makeFrame(), caller)
      thread.entered.push({ caller, leave })
      return frame
    } catch (thrown) {
      leave()
      return unwind(caller, raised(thrown))
    }
  }
}

/** Can the current thread be left in that builtin or loop, to be gone on with later? */
export function canBeLeft(callee: Leavable): boolean {
  const all = threads()
  return (
    all.current !== all.main &&
    vm.nativeDepth === all.current.base &&
    vm.frame !== null &&
    isBeingCalled(vm.frame, callee)
  )
}

/**
 * Calls a Python function as the last thing that `builtin` does, then `leave`. In a thread, its frame comes to lie on the caller's;
 * elsewhere it is a call like any other.
 */
export function callLast(
  builtin: Builtin,
  func: Value,
  args: Value[],
  keywords: KeywordNames,
  leave: () => void,
): Value {
  const target = func instanceof PyMethod ? func.func : func
  if (target instanceof PyFunction && canBeLeft(builtin)) {
    const all = func instanceof PyMethod ? [func.self, ...args] : args
    throw new Entering(() => functionFrame(target, all, keywords), leave)
  }
  try {
    return call(func, args, keywords)
  } finally {
    leave()
  }
}

/**
 * Waits, as `builtin`, until something is so or the time (in seconds; null for ever) is over; other threads run meanwhile. What `answer`
 * makes of that is the builtin's answer.
 */
export function waitUntil<T extends Value | undefined>(
  builtin: Leavable,
  isSo: () => boolean,
  seconds: number | null,
  answer: (isSo: boolean) => T,
): T {
  if (isSo()) return answer(true)
  const end = endAfter(seconds)
  if (isOver(end)) return answer(false)
  if (canBeLeft(builtin)) throw new Waiting({ isSo, end, answer })
  return answer(waitHere(isSo, end))
}

/** The same where the builtin has more to do than to answer: it stays where it is. False if the time was over first. */
export const waitFor = (isSo: () => boolean, seconds: number | null): boolean => waitHere(isSo, endAfter(seconds))

const endAfter = (seconds: number | null): bigint | null =>
  seconds === null ? null : vm.host.clock.monotonic() + BigInt(Math.ceil(seconds * 1e9))

function waitHere(isSo: () => boolean, end: bigint | null): boolean {
  const all = threads()
  while (!isSo()) {
    if (isOver(end)) return false
    const before = vm.host.clock.monotonic()
    if (!runAnother(all)) idle(all, end)
    checkBreaker()
    // A host may grant no clock: then no time can be waited for.
    if (end !== null && vm.host.clock.monotonic() === before) return isSo()
  }
  return true
}

/** Nobody is ready. */
function idle({ others }: Threads, end: bigint | null): void {
  const { clock, process } = vm.host
  const now = clock.monotonic()
  let left = look
  for (const moment of [end, ...others.map(thread => thread.wait?.end ?? null), vm.state(alarm).at])
    if (moment !== null) left = Math.min(left, Number(moment - now) / 1e6)
  left = Math.max(left, 0)
  if (process === null || vm.state(childrenToHearOf).count === 0) clock.sleep(left)
  else process.deliver(left)
}

/** How many of the programs that this one has started have not ended, or may still have written something. */
export const childrenToHearOf = { create: () => ({ count: 0 }) }

/** When the next alarm is due, on the monotonic clock (modules/_signal.ts). */
export const alarm = { create: (): { at: bigint | null } => ({ at: null }) }
