/**
 * Where tier 1 hands over to tier 2: hooks that src/jit fills, and counters that say when.
 *
 * A loop is hot when its back edge has been taken often, a function when it has been entered often. The counter of a loop is the inline
 * cache unit of its JUMP_BACKWARD; the counter of a function is in its code object. While there is no tier 2 (switched off, or the host forbids
 * generated code) the counters never run out.
 */
import { filledBy } from '../base/parts.ts'
import type { Executor, Frame, PyFunction } from '../objects/frame.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { PAUSE } from './dispatch-support.ts'

export const tierUp: {
  /** The back edge at `at` (index of its instruction) is hot. */
  backEdge: (frame: Frame, at: number, sp: number) => void
  /** The function whose frame begins with the RESUME at `at` is hot. */
  entry: (frame: Frame, at: number, sp: number) => void
  /** Runs the executor at `at`; answers what operations answer (dispatch-support.ts). */
  enter: (frame: Frame, at: number, sp: number) => number
  /** Runs an executor in a frame that is the current one; what the frame returns or yields, or undefined where the executor was left. */
  run: (executor: Executor, frame: Frame, take: ((value: Value) => boolean) | undefined) => Value | undefined
  /** What to do after an executor was left; answers as `enter`. */
  outcome: () => number
  /** Takes all compiled code out of service: a debugger wants to see each instruction. */
  discardAll: () => void
  /** Calls the compiled form of a function that was called from TypeScript; answers the same. */
  call: (func: PyFunction, args: Value[]) => number
} = {
  backEdge: filledBy('hot', () => tierUp.backEdge),
  entry: filledBy('hot', () => tierUp.entry),
  enter: () => {
    throw new Error('there is no tier 2')
  },
  run: () => undefined,
  outcome: () => 0,
  discardAll: () => undefined,
  call: () => {
    throw new Error('there is no tier 2')
  },
}

/** Calls that compiled code inlines into each other: without counting them, unless something is called from them. */
export const mostInlined = 5

/** JavaScript frames of the dispatch function from which on none comes on top where that can be avoided (enterDeep). */
export const deep = 300

/**
 * Compiled code is entered only where the frames that it does not count are within the limit of recursion: `further` ones are still to be counted.
 * And not where calls nest deep in the host's stack, since it must stay there while what it calls runs.
 */
export const hasRoom = (further: number): boolean =>
  vm.depth + further + mostInlined <= vm.recursionLimit && vm.nativeDepth <= deep

/** Thresholds: back edges of a loop, entries of a function. `never` is beyond what a counter reaches. */
export const warmth = { loop: 0x7fffffff, entry: 0x7fffffff }

export const never = 0x7fffffff

/** ENTER_EXECUTOR. It stands for an instruction that looks at the eval breaker. */
export function enterExecutor(frame: Frame, at: number, sp: number): number {
  if (--vm.budget < 0) {
    frame.sp = sp
    frame.pc = frame.lasti = at
    return PAUSE
  }
  return tierUp.enter(frame, at, sp)
}
