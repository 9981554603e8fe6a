/**
 * The eval breaker: where a running program can be stopped, and what may stop it.
 *
 * The interpreter pays one unit from `vm.budget` at each back edge and each beginning of a frame. When the budget is used up, it is
 * looked whether something is due: a limit reached, an interrupt requested. If not, the budget is filled up again, to
 * what is left of the instruction limit or to `slice`, whichever is less. So the common case costs one decrement.
 *
 * To look, the dispatch function is left and entered again. That has a second use: V8 replaces a function that loops by optimized code
 * in the middle of the loop (OSR), where it must hold `sp` and `pc` as tagged values; entered anew, the better code runs.
 */
import { raise } from '../objects/exception.ts'
import { keyboardInterruptType } from '../objects/exception-types.ts'
import { hooks } from '../objects/hooks.ts'
import { vm } from '../objects/vm.ts'

/** Work between two looks at the clock: less than a millisecond's. */
const slice = 10_000
/** Lengths of the next slices, where they are to be shorter. */
export const slices: number[] = []
/** After new code has been compiled: the engine is to see looks in it before it optimizes. */
const slicesOfNewCode = [3, 5, 7, 11, 13, 29, 53, 101, 251, 503, 1009]

/** Code that has just been compiled is about to run. */
export function expectNewCode(): void {
  slices.splice(0, slices.length, ...slicesOfNewCode)
  shortenSlice(3)
}

/** Something is due: the next look is to come at once. */
export function lookSoon(): void {
  shortenSlice(0)
}

function shortenSlice(length: number): void {
  if (vm.budget <= length) return
  // What is paid from the rest of the slice stays accounted for.
  vm.state(breakerState).granted -= vm.budget - length
  vm.budget = length
}

/** What is to be looked at when a slice of the budget is used up. Each may raise. */
export interface Breaker {
  /** Set from outside (a signal, an AbortSignal): the next look calls `interrupt`. */
  interrupted: boolean
  /** False while a thread runs that is not the main one: interrupts wait for that. */
  takesInterrupts: boolean
  /** Raises KeyboardInterrupt, unless the program has another handler (modules/_signal.ts). */
  interrupt: () => void
  /** Called with the amount of work since the last look. */
  checks: ((work: number) => void)[]
  /** Of checks that look at frames, which compiled code does not hold in memory: is there something for them to do? */
  looksAtFrames: (() => boolean)[]
  /** What the budget was filled with at the last look. */
  granted: number
  /** Is there a limit to the program's time or work? */
  isLimited: boolean
  /** What a look from compiled code found to be thrown: by the interpreter, which is entered for that. */
  thrown: unknown
  /** The program gives way to the event loop now and then, for which compiled code must be left. */
  givesWay: boolean
}

export const breakerState = {
  create: (): Breaker => ({
    interrupted: false,
    takesInterrupts: true,
    interrupt: () => raise(keyboardInterruptType),
    checks: [],
    looksAtFrames: [],
    granted: 0,
    isLimited: false,
    thrown: undefined,
    givesWay: false,
  }),
}

export function checkBreaker(): void {
  const breaker = vm.state(breakerState)
  if (breaker.thrown !== undefined) {
    const { thrown } = breaker
    breaker.thrown = undefined
    throw thrown
  }
  const spent = breaker.granted - vm.budget
  vm.budget = slices.shift() ?? slice
  breaker.granted = vm.budget
  if (breaker.interrupted && breaker.takesInterrupts) {
    breaker.interrupted = false
    breaker.interrupt()
  }
  for (const check of breaker.checks) check(spent)
  // A check may have asked for an earlier next look.
  breaker.granted = vm.budget
}

/** A look from compiled code, which does not hold its frames in memory: is the interpreter to be entered, for something that is to be thrown? */
export function isInterpreterNeeded(): boolean {
  const breaker = vm.state(breakerState)
  // A signal's handler is Python code, which may look at frames.
  if (breaker.givesWay || breaker.interrupted || breaker.looksAtFrames.some(isDue => isDue())) {
    vm.budget = -1
    return true
  }
  try {
    checkBreaker()
    return false
  } catch (thrown) {
    breaker.thrown = thrown
    vm.budget = -1
    return true
  }
}

hooks.checkBreaker = checkBreaker
