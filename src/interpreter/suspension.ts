/**
 * Suspension: a program stops at a builtin that waits for a promise, and goes on later.
 *
 * JavaScript cannot wait inside a call. But Python frames are on the heap, so a program can be left as it is: the builtin throws a
 * `Suspension`, the dispatch function is left with it, and the frame knows which CALL instruction it was in. When the promise has
 * settled, its value takes the place of the call's operands on the frame's stack, and the dispatch function is entered again behind the
 * CALL. That works only where nothing but Python frames would be left: the builtin must have been called by the CALL instruction itself
 * (not by `sorted` or `map`), in the dispatch function that was entered first. Elsewhere RuntimeError is raised.
 *
 * While one program waits, others may run in the same interpreter: each keeps its own chain of frames.
 */
import { makeException, PyBaseException, raise } from '../objects/exception.ts'
import { runtimeErrorType } from '../objects/exception-types.ts'
import { type Frame, FrameKind } from '../objects/frame.ts'
import type { Builtin } from '../objects/signature.ts'
import type { Value } from '../objects/value.ts'
import { enterVm, type ExceptionInfo, vm, type Vm } from '../objects/vm.ts'
import { breakerState, checkBreaker } from './breaker.ts'
import { completeCall, isCalled, Leaving } from './called-builtin.ts'
import { paused } from './dispatch-support.ts'
import { dispatch } from './entry.ts'
import { unwind } from './unwinding.ts'
import { notePause } from './warming.ts'

/** Thrown by a builtin that waits. No JavaScript `Error`, and no Python exception: nobody catches it on the way. */
class Suspension {
  readonly builtin: Builtin
  readonly promise: PromiseLike<Value>
  constructor(builtin: Builtin, promise: PromiseLike<Value>) {
    this.builtin = builtin
    this.promise = promise
  }
}

const refusal = 'cannot wait for a promise here: '

const suspensionState = { create: () => ({ isAsync: false }) }

/** Has the program been started so that it can be suspended? */
export const canSuspend = (): boolean => vm.state(suspensionState).isAsync

/** What the builtin answers when the promise has settled. A rejection must be with a Python exception. */
export function waitFor(builtin: Builtin, promise: PromiseLike<Value>): never {
  if (!canSuspend()) refuse(promise, 'the program was not started by runAsync()')
  if (vm.nativeDepth !== 1) refuse(promise, 'a builtin function is in between')
  throw new Suspension(builtin, promise)
}

function refuse(promise: PromiseLike<Value>, reason: string): never {
  promise.then(undefined, () => undefined)
  raise(runtimeErrorType, refusal + reason)
}

/** What of an interpreter belongs to the program that runs. */
class Thread {
  frame: Frame | null = null
  exceptionInfo: ExceptionInfo = { value: null, previous: null }
  depth = 0
  nativeDepth = 1
}

/** Makes the thread's chain of frames the interpreter's; answers what was there. */
function exchange(owner: Vm, thread: Thread): Thread {
  const previous = new Thread()
  previous.frame = owner.frame
  previous.exceptionInfo = owner.exceptionInfo
  previous.depth = owner.depth
  previous.nativeDepth = owner.nativeDepth
  owner.frame = thread.frame
  owner.exceptionInfo = thread.exceptionInfo
  owner.depth = thread.depth
  owner.nativeDepth = thread.nativeDepth
  return previous
}

/** How to give the event loop a turn, and after how many milliseconds of running. */
export interface Turns {
  readonly every: number
  readonly now: () => number
  readonly next: () => Promise<void>
  /** The promise, or a rejection where waiting has taken too long. */
  readonly settled: <T>(promise: PromiseLike<T>) => Promise<T>
}

/** What a stretch of running ended with. */
type Stretch = { readonly value: Value } | { readonly frame: Frame; readonly wait: Suspension | null }

/** Runs the frame, which nobody has entered yet, to its end, giving way to the event loop whenever it waits and now and then. */
export async function runFrameAsync(owner: Vm, start: Frame, turns: Turns): Promise<Value> {
  const thread = new Thread()
  start.kind = FrameKind.entry
  thread.frame = start
  thread.depth = 1
  let frame = start
  let before: (() => Frame) | null = null
  for (;;) {
    const stretch = within(owner, thread, () => runStretch(before === null ? frame : before(), turns))
    if ('value' in stretch) return stretch.value
    const stopped = stretch.frame
    frame = stopped
    if (stretch.wait === null) {
      before = null
      await turns.next()
    } else before = await settled(stretch.wait, stopped, turns)
  }
}

/** Runs something as the thread. */
function within<T>(owner: Vm, thread: Thread, work: () => T): T {
  const outer = enterVm(owner)
  const previous = exchange(owner, thread)
  const state = owner.state(suspensionState)
  const wasAsync = state.isAsync
  const breaker = owner.state(breakerState)
  state.isAsync = true
  breaker.givesWay = true
  const { nestingLimit } = owner
  owner.nestingLimit = 0
  try {
    return work()
  } finally {
    state.isAsync = wasAsync
    breaker.givesWay = wasAsync
    owner.nestingLimit = nestingLimit
    Object.assign(thread, exchange(owner, previous))
    enterVm(outer)
  }
}

/** Waits; answers how to go on: behind the call, or by raising. */
async function settled({ promise }: Suspension, frame: Frame, turns: Turns): Promise<() => Frame> {
  try {
    const value = await turns.settled(promise)
    return () => {
      completeCall(frame, value)
      return frame
    }
  } catch (thrown) {
    if (!(thrown instanceof PyBaseException)) throw thrown
    return () => unwind(frame, thrown)
  }
}

function runStretch(start: Frame, turns: Turns): Stretch {
  const end = turns.now() + turns.every
  let frame = start
  for (;;) {
    try {
      const result = dispatch.evaluate(frame)
      if (result !== paused) return { value: result }
    } catch (thrown) {
      vm.nativeDepth = 1
      if (thrown instanceof Leaving) {
        frame = thrown.goOn(vm.frame!)
        continue
      }
      if (!(thrown instanceof Suspension)) throw thrown
      frame = vm.frame!
      if (isCalled(frame, thrown.builtin)) return { frame, wait: thrown }
      thrown.promise.then(undefined, () => undefined)
      frame = unwind(frame, makeException(runtimeErrorType, `${refusal}a builtin function is in between`))
      continue
    }
    frame = vm.frame!
    notePause(dispatch)
    try {
      checkBreaker()
    } catch (thrown) {
      frame = unwind(frame, thrown)
    }
    if (turns.now() >= end) return { frame, wait: null }
  }
}
