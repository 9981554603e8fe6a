/**
 * Which dispatch function runs.
 *
 * A process begins in a `cold` one that has no instruction in it: each is a function of its own, which V8 optimizes alone, soon, and with its own
 * surprises. Once the process has worked for some time it goes on in a `warm` one, with instructions in it, which training.ts prepares.
 */
import { filledBy } from '../base/parts.ts'
import type { Frame } from '../objects/frame.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { type Breaker, breakerState } from './breaker.ts'

export type Evaluate = (frame: Frame) => Value | undefined

export interface Dispatch {
  evaluate: Evaluate
  readonly cold: Evaluate
  /** Once it runs. */
  warm: Evaluate | null
  /** Is the warm one to be the small one, which goes with tier 2? */
  isQuick: boolean
}

interface Warming {
  /** Goes on in a warm dispatch function. */
  begin: (dispatch: Dispatch, breaker: Breaker) => void
}

export const warming: Warming = { begin: filledBy('hot', () => warming.begin) }

/** Calls and back edges before a process is warm: when it has run in tier 1 for some hundred milliseconds. */
const warmth = 300_000
let work = 0

/** Told of each pause. The program that is running notices nothing. */
export function notePause(dispatch: Dispatch): void {
  if (dispatch.evaluate !== dispatch.cold) return
  const breaker = vm.state(breakerState)
  work += breaker.granted
  if (work >= warmth) warming.begin(dispatch, breaker)
}

/** What is warm already becomes it anew. */
export function warmTo(dispatch: Dispatch, isQuick: boolean): void {
  if (dispatch.isQuick === isQuick) return
  if (dispatch.evaluate === dispatch.warm) dispatch.evaluate = dispatch.cold
  dispatch.isQuick = isQuick
  dispatch.warm = null
}
