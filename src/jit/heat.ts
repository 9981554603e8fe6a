/**
 * What is compiled when something is hot, and when: compiling takes as long as some hundred turns of a loop in tier 1, and what V8 then does takes
 * longer, so a unit should be the right one at once.
 *
 * A counter runs out several times before that. Each time what is in the frame is noted, so that a unit does not take for constant kinds what
 * only the last turn had. And a loop that turns a few times only each time that it is reached waits for what encloses it, once: a unit of
 * the outer loop, or of the function, has it inside. Where loops turn often, it is the other way round: they have their units, and V8's code of them, long before
 * what encloses them would have its own, so that waits until it has run often enough to be worth that.
 */
import { opcodes } from '../compiler/generated/opcodes.ts'
import { warmth } from '../interpreter/tier-up.ts'
import type { Frame, PyCode } from '../objects/frame.ts'
import { backEdgesAround, isResumable, loopAt, perPlace, startOf, targetOf } from './bytecode.ts'
import { entryProfile, failuresAt, whatMet } from './profile.ts'
import { switches } from './switches.ts'
import { tuning } from './tuning.ts'
import type { Unit } from './unit.ts'

/** How often the counter has run out, and whether the loop has waited for what encloses it. */
const heatAt = perPlace(() => ({ times: 0, hasWaited: false, innerWork: 0, patience: tuning.patience }))

/** The counter at `at` has run out: notes what is in the frame, and answers whether that has been seen often enough. */
export function isRipe(frame: Frame, at: number, sp: number): boolean {
  const { code } = frame
  for (let slot = 0; slot < sp; slot++) entryProfile(code, at, slot).add(whatMet(frame.slots[slot]))
  return ++heatAt(code, at).times >= switches.samples
}

/** Since the counter at `at` ran out last, after so many `turns`: has the time gone to units of loops inside? */
export function isLeftToLoops(code: PyCode, at: number, turns: number): boolean {
  if (code.executors === null || switches.isStress) return false
  const heat = heatAt(code, at)
  const head = targetOf(code, at)
  const extent = head === undefined ? null : loopAt(code, head)
  let work = 0
  for (const [place, executor] of code.executors.entries()) {
    const unit = executor as Unit | undefined
    if (unit?.kind === 'loop' && unit.at === place && place !== at && extent?.has(place) !== false) work += unit.work
  }
  const done = work - heat.innerWork
  heat.innerWork = work
  return done > turns * tuning.workOfLoops && --heat.patience >= 0
}

/** Should the hot loop with this back edge wait for what encloses it? Then that is compiled as soon as it is reached. */
export function waitsForOuter(code: PyCode, at: number): boolean {
  const heat = heatAt(code, at)
  if (heat.hasWaited) return false
  heat.hasWaited = true
  const edges = backEdgesAround(code, at)
  const isLoop = edges.length > 0
  if (!isLoop && isResumable(code)) return false
  const places = isLoop ? edges : [startOf(code)]
  const outer = heatAt(code, places[0]!)
  let turns = outer.times * (isLoop ? warmth.loop : warmth.entry)
  for (const place of places) {
    if (failuresAt(code, place) > 0 || (code.units[place]! & 255) === opcodes.ENTER_EXECUTOR) return false
    turns += isLoop ? warmth.loop - code.units[place + 1]! : warmth.entry - code.warmth
  }
  if (turns === 0 || turns * tuning.fewTurns < heat.times * warmth.loop) return false
  outer.times = switches.samples
  if (isLoop) for (const edge of edges) code.units[edge + 1] = 0
  else code.warmth = 0
  return true
}
