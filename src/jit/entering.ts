/**
 * Tier-up and the entry of units from the interpreter: hot counters, ENTER_EXECUTOR, and taking units out of service.
 */
import { opcodes } from '../compiler/generated/opcodes.ts'
import { expectNewCode } from '../interpreter/breaker.ts'
import { LEAVE, SWITCH, SWITCH_RAISING, transfer, YIELD } from '../interpreter/dispatch-support.ts'
import { interceptLeft } from '../interpreter/stepping.ts'
import { hasRoom, mostInlined, never, tierUp, warmth } from '../interpreter/tier-up.ts'
import { stepping } from '../interpreter/tracing.ts'
import { FrameKind, inCompiledCode, notCompiled, type PyCode } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'
import { vm } from '../objects/vm.ts'
import { backEdgesTo, targetOf } from './bytecode.ts'
import { compileUnit } from './compile.ts'
import { events } from './events.ts'
import { isLeftToLoops, isRipe, waitsForOuter } from './heat.ts'
import { calledBy, callUncompiled, left, onExit, refuseCall } from './leave.ts'
import { entryProfile, failuresAt, markProfile, noteFailure, whatMet } from './profile.ts'
import { switches } from './switches.ts'
import { tuning } from './tuning.ts'
import type { ExitPoint, ExitReason, Handler, Run, Unit } from './unit.ts'
import { invalidation } from './watchers.ts'

tierUp.backEdge = (frame, edge, sp) => {
  const { code } = frame
  code.units[edge + 1] = warmth.loop
  if (stepping.isOn) return
  const at = backEdgesTo(code, targetOf(code, edge)!)[0]!
  if (failuresAt(code, at) >= tuning.attempts) {
    code.units[edge + 1] = never
    return
  }
  if (isLeftToLoops(code, at, warmth.loop) || !isRipe(frame, at, sp) || waitsForOuter(code, at)) return
  install(code, at, compileUnit(frame, at, sp, 'loop'))
}

tierUp.entry = (frame, at, sp) => {
  const { code } = frame
  code.warmth = warmth.entry
  if (stepping.isOn) return
  if (failuresAt(code, at) >= tuning.attempts) {
    // A generator has other places where it is entered.
    if (frame.generator === null) code.warmth = never
    return
  }
  if (isLeftToLoops(code, at, warmth.entry) || !isRipe(frame, at, sp)) return
  install(code, at, compileUnit(frame, at, sp, frame.generator === null ? 'function' : 'resume'))
}

function install(code: PyCode, at: number, unit: Unit | null): void {
  if (unit === null) {
    noteFailure(code, at)
    return
  }
  live.add(unit)
  expectNewCode()
  code.executors ??= new Array<Unit | undefined>(code.units.length).fill(undefined)
  for (const place of placesOf(unit)) {
    code.executors[place] = unit
    code.units[place] = (code.units[place]! & ~255) | opcodes.ENTER_EXECUTOR
  }
  if (unit.kind === 'function') code.callee = unit
}

/** Where the unit is entered: a loop at each of its back edges. */
const placesOf = ({ code, at, kind }: Unit): readonly number[] =>
  kind === 'loop' ? backEdgesTo(code, targetOf(code, at)!) : [at]

tierUp.enter = (frame, at, sp) => {
  const unit = frame.code.executors![at] as Unit
  if (unit.globals !== frame.globals) {
    // A function of the same code with other globals: the code is left to tier 1.
    for (let i = 0; i < tuning.attempts; i++) noteFailure(frame.code, at)
    discard(unit)
    frame.pc = at
    return sp
  }
  if (!hasRoom(0)) {
    // What stands there otherwise is a jump back, or does nothing.
    frame.pc = unit.kind === 'loop' ? targetOf(frame.code, at)! : at + 1
    return sp
  }
  frame.sp = sp
  const result = tierUp.run(unit, frame, undefined)
  if (result === undefined) return tierUp.outcome()
  transfer.result = result
  // A yield says where the frame is to be resumed.
  return frame.pc === inCompiledCode ? LEAVE : YIELD
}

/** How deep compiled code may call compiled code. */
const deepestNow = (): number =>
  Math.min(vm.recursionLimit - mostInlined, vm.depth + (vm.nativeDepth <= 4 ? tuning.nestedCalls : 0))

tierUp.run = (executor, frame, take) => {
  const unit = executor as Unit
  unit.entries++
  frame.pc = inCompiledCode
  const { deepest, budget } = vm
  vm.deepest = deepestNow()
  const result = unit.run(frame, frame.func, take)
  if (vm.budget < budget) unit.work += budget - vm.budget
  vm.deepest = deepest
  return result
}

tierUp.call = (func, args) => {
  const caller = vm.frame
  const { deepest } = vm
  vm.deepest = deepestNow()
  const { callee } = func.code
  const result =
    args.length === 1
      ? callee.run(null, func, args[0]!)
      : args.length === 2
        ? callee.run(null, func, args[0]!, args[1]!)
        : callee.run(null, func, ...args)
  vm.deepest = deepest
  if (result !== undefined) {
    transfer.result = result
    return LEAVE
  }
  if (left.propagating !== null) {
    const thrown = left.propagating
    left.propagating = null
    if (left.outermost !== null) left.outermost.previous = caller
    left.outermost = null
    throw thrown
  }
  const outer = left.outermost ?? calledBy(caller)
  outer.previous = caller
  outer.kind = FrameKind.entry
  return tierUp.outcome()
}

/** What the interpreter does after a unit was left. */
tierUp.outcome = () => {
  if (stepping.isOn) interceptLeft(vm.frame!)
  const { thrown } = left
  left.outermost = null
  if (thrown !== null) {
    left.thrown = null
    transfer.thrown = thrown
    return SWITCH_RAISING
  }
  return SWITCH
}

notCompiled.run = callUncompiled as Run

const live = new Set<Unit>()

tierUp.discardAll = () => {
  for (const unit of live) discard(unit, 'the program is traced')
}

/** Units that have the variables of the frame in registers are left behind the call that has written one. */
hooks.localWritten = ({ code, pc }) => {
  if (pc !== inCompiledCode) return
  for (const unit of live)
    if (unit.exits.some(({ frames }) => frames.some(each => each.code === code))) {
      noteFailure(unit.code, unit.at)
      discard(unit, 'a variable was written from outside')
    }
}

invalidation.discard = discard

/** Takes the unit out of service. Whoever runs it notices (`isValid`). */
function discard(unit: Unit, why = 'something it took for constant has changed'): void {
  if (!unit.isValid) return
  events.discarded(unit, why)
  unit.isValid = false
  live.delete(unit)
  for (const caller of unit.callers) discard(caller)
  const { code, at } = unit
  if (code.executors?.[at] !== unit) return
  for (const place of placesOf(unit)) {
    code.executors[place] = undefined
    code.units[place] = (code.units[place]! & ~255) | unit.original
    if (unit.kind === 'loop') code.units[place + 1] = Math.min(tuning.againWarmth, warmth.loop)
  }
  if (unit.kind !== 'loop') {
    code.warmth = Math.min(tuning.againWarmth, warmth.entry)
    if (code.callee === unit) code.callee = notCompiled
    // Callers that have no frame call it by its name.
    unit.run = refuseCall as Run
  }
}

/** Ways to leave a unit that are no loss. */
const expectedReasons: ReadonlySet<ExitReason> = new Set(['loopEnd', 'budget', 'yield', 'depth', 'callee'])

/** A unit that is left nearly each time before it has done much costs more than it gains: tier 1 goes on alone. */
function dropIfLosing(unit: Unit): void {
  if (
    !unit.isValid ||
    switches.isStress ||
    unit.kind === 'function' ||
    unit.surprises < unit.entries / 2 ||
    unit.work > 4 * unit.entries
  )
    return
  for (let i = 0; i < tuning.attempts; i++) noteFailure(unit.code, unit.at)
  discard(unit, 'it does not pay')
}

/** Has the handler been entered often enough, by now, to belong to the unit? */
const isWarm = (handler: Handler | null): boolean =>
  handler !== null && handler.table.taken[handler.row]! >= tuning.handlerWarmth

/** Counts exits, and has a unit compiled anew when one of its exits is taken too often. */
onExit.observe = (point: ExitPoint) => {
  point.count++
  const { unit, reason, code, at } = point
  if (!expectedReasons.has(reason) && ++unit.surprises % tuning.surprises === 0) dropIfLosing(unit)
  if (!unit.isValid || switches.isStress) return
  // Each time that a place is compiled anew has to be worth more; the last unit stays, as long as it pays.
  const failed = failuresAt(unit.code, unit.at)
  if (failed >= tuning.attempts || point.count < tuning.exitsBeforeRecompile << failed || !learnFrom(point)) return
  // The engine's compilation is what costs: what was met less often is learnt at the same time.
  for (const other of unit.exits) if (other !== point && other.count >= tuning.exitsToLearn) learnFrom(other)
  noteFailure(unit.code, unit.at)
  discard(unit, `${reason} at ${code.code.qualname}:${at}`)
}

/** Notes what an exit teaches; answers whether it taught anything. */
function learnFrom({ reason, code, at, handler, isNews }: ExitPoint): boolean {
  switch (reason) {
    case 'guard':
      markProfile(code, at).failures++
      return true
    case 'overflow':
      markProfile(code, at).overflows = true
      return true
    case 'cold':
      markProfile(code, at).isReached = true
      return true
    case 'entry':
      return isNews
    case 'raised':
    case 'callee':
      return isWarm(handler)
    default:
      return false
  }
}

onExit.refuse = (point: ExitPoint, slots) => {
  const { code, at } = point.unit
  for (let slot = 0; slot < code.nlocalsplus; slot++) {
    const met = entryProfile(code, at, slot)
    const { size } = met
    if (met.add(whatMet(slots[slot])).size > size) point.isNews = true
  }
}
