/**
 * The switches of tier 2: whether it is there, when it begins, and stress mode.
 *
 * In stress mode everything that is executed twice is compiled, and guards leave now and then although they hold, so that a test suite run in
 * it goes through code and exits that programs meet rarely. Nothing is learnt from such exits.
 */
import { dispatch } from '../interpreter/entry.ts'
import { never, warmth } from '../interpreter/tier-up.ts'
import { warmTo } from '../interpreter/warming.ts'
import { tuning } from './tuning.ts'

export const switches = {
  isOn: false,
  isStress: false,
  /** How often counters run out before something is compiled. */
  samples: tuning.samples,
}

let available: boolean | undefined

/** May code be generated here? A content-security policy, or the flags of the engine, may forbid it. */
export function isJitAvailable(): boolean {
  if (available === undefined) {
    try {
      available = new Function('return true')() === true
    } catch {
      available = false
    }
  }
  return available
}

/** Switches tier 2 on, for code that is prepared from now on; `threshold` is how hot a loop or function must be. */
export function startJit(threshold?: number): void {
  if (!isJitAvailable()) return
  switches.isOn = true
  warmTo(dispatch, true)
  switches.samples = threshold === undefined ? tuning.samples : 1
  warmth.loop = threshold ?? tuning.loopWarmth
  warmth.entry = threshold ?? tuning.entryWarmth
}

export function stopJit(): void {
  switches.isOn = false
  warmTo(dispatch, false)
  warmth.loop = never
  warmth.entry = never
}

export function startStress(): void {
  startJit(1)
  switches.isStress = true
}

let turn = 1

/** Does a guard leave now although it holds? The same guards do in every run. */
export function isForced(): boolean {
  turn = (turn * 1103515245 + 12345) % 2147483648
  return turn % 31 === 0
}
