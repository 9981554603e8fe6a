/**
 * Dispatching that stops at every instruction: what runs while a program is traced (tracing.ts).
 *
 * It is a second dispatch function, slow and short, over the same instructions: so the fast one has no hook in it and costs nothing. All
 * frames that are entered from then on run here. Frames that run already are in the fast one, some in calls of it that lie deeper on the
 * host's stack; in each, the instruction that its frame executes next is overwritten by INSTRUMENTED_LINE, which leaves for here.
 */
import { deoptTable, inlineCacheEntries, opcodes } from '../compiler/generated/opcodes.ts'
import { type Frame, FrameKind, type PyCode } from '../objects/frame.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { initResult } from './calls.ts'
import { ENTER, LEAVE, PAUSE, paused, RAISE, raiseRecursionError, transfer, YIELD } from './dispatch-support.ts'
import { dispatch } from './entry.ts'
import { operations } from './generated/stepped.ts'
import { finishGenerator } from './generators.ts'
import { events } from './monitoring.ts'
import { tierUp } from './tier-up.ts'
import {
  afterCall,
  afterInstruction,
  beforeInstruction,
  jump,
  stepping,
  type Tracing,
  tracingState,
} from './tracing.ts'
import { unwind } from './unwinding.ts'

const { FOR_ITER, INSTRUMENTED_LINE, JUMP_BACKWARD, RESUME, SEND } = opcodes

/** Overwritten instructions, by code and index. */
const overwritten = new Map<PyCode, Map<number, number>>()

/** What runs programs that are not traced. */
let fast = dispatch.evaluate

/** The interpreters that are traced: they share the dispatch function. */
const traced = new Set<Tracing>()

/** Tracing or profiling has been switched on or off. */
export function updateStepping(): void {
  const tracing = vm.state(tracingState)
  if (tracing.isOn === traced.has(tracing)) return
  if (tracing.isOn) {
    if (traced.size === 0) fast = dispatch.evaluate
    traced.add(tracing)
    tracing.calls.length = 0
    stepping.isOn = true
    dispatch.evaluate = step
    tierUp.discardAll()
    for (let frame = vm.frame, isCurrent = true; frame !== null; frame = frame.previous) {
      if (isCurrent) interceptNext(frame)
      isCurrent = frame.kind === FrameKind.entry
    }
  } else {
    traced.delete(tracing)
    if (traced.size > 0) return
    stepping.isOn = false
    dispatch.evaluate = fast
    for (const [code, units] of overwritten)
      for (const [at, unit] of units) if ((code.units[at]! & 255) === INSTRUMENTED_LINE) code.units[at] = unit
    overwritten.clear()
  }
}

/** Overwrites what the frame, which is in a call, executes next: behind the call, or where an iteration that it may end jumps to. */
function interceptNext({ code, lasti }: Frame): void {
  const unit = unitAt(code, lasti)
  const opcode = deoptTable[unit & 255]!
  const next = lasti + 1 + inlineCacheEntries[opcode]!
  overwrite(code, next)
  if (opcode === FOR_ITER || opcode === SEND) overwrite(code, next + (unit >> 8))
}

function overwrite(code: PyCode, at: number): void {
  if (at >= code.units.length || (code.units[at]! & 255) === INSTRUMENTED_LINE) return
  if (!overwritten.has(code)) overwritten.set(code, new Map())
  overwritten.get(code)!.set(at, code.units[at]!)
  code.units[at] = (code.units[at]! & ~255) | INSTRUMENTED_LINE
}

/** The frame, which compiled code was left in, is to be stepped from its next instruction on. */
export function interceptLeft(frame: Frame): void {
  overwrite(frame.code, frame.pc)
}

/** The instruction that is there, or was before it was overwritten. */
function unitAt(code: PyCode, at: number): number {
  const unit = code.units[at]!
  return (unit & 255) === INSTRUMENTED_LINE ? (overwritten.get(code)?.get(at) ?? unit) : unit
}

/** As `evaluate`: runs until the frame that was entered from TypeScript ends or yields, or pauses. */
function step(entry: Frame): Value | undefined {
  const tracing = vm.state(tracingState)
  if (!tracing.isOn) {
    // Another interpreter is traced, or what was traced has come to its end by an exception.
    updateStepping()
    return fast(entry)
  }
  let frame = entry
  let at = frame.pc
  let previous = previousOf(tracing, frame)
  for (;;) {
    let thrown: unknown
    try {
      for (;;) {
        at = frame.pc
        const unit = unitAt(frame.code, at)
        if (!tracing.isOn || isDue(unit)) return leave(tracing, frame, at, previous)
        if (tracing.calls.length > 0) afterCall(tracing, frame, events.C_RETURN)
        if (beforeInstruction(tracing, frame, at, previous)) {
          jump(frame)
          previous = frame.pc
          continue
        }
        previous = at
        const outcome = execute(frame, at, unit)
        if (outcome >= 0) {
          frame.sp = outcome
          afterInstruction(tracing, frame, at)
          if (jump(frame)) previous = frame.pc
          continue
        }
        if (outcome === PAUSE) return leave(tracing, frame, at, previous)
        if (outcome === RAISE) {
          thrown = transfer.thrown
          break
        }
        if (outcome === ENTER) {
          enter(frame, transfer.callee!)
          frame = transfer.callee!
          previous = frame.pc === 0 ? -1 : frame.lasti
          continue
        }
        const { result } = transfer
        if (outcome === YIELD) {
          const yielder = frame
          const { generator } = yielder
          generator!.running = false
          vm.exceptionInfo = generator!.exceptionInfo.previous!
          const caller = yielder.previous
          yielder.previous = null
          vm.frame = caller
          vm.depth--
          if (yielder.kind === FrameKind.entry) return result
          frame = caller!
          frame.slots[frame.sp++] = result
        } else if (outcome === LEAVE) {
          const value = ended(frame, at, result)
          if (frame.kind === FrameKind.entry) return value
          const isResumed = frame.kind === FrameKind.resumed
          frame = frame.previous!
          if (isResumed) frame.pc += unitAt(frame.code, frame.lasti) >> 8
          frame.slots[frame.sp++] = value
        }
        previous = frame.lasti
      }
    } catch (caught) {
      thrown = caught
    }
    frame.lasti = at
    frame = unwind(frame, thrown)
    previous = frame.lasti
  }
}

/** Executes an instruction; one that has only specialized itself as what it has become. */
function execute(frame: Frame, at: number, unit: number): number {
  const { slots, sp } = frame
  let outcome: number = operations[unit & 255](frame, slots, sp, at + 1, unit >> 8)
  while (outcome === sp && frame.pc === at) {
    const now = unitAt(frame.code, at)
    outcome = operations[now & 255](frame, slots, sp, at + 1, now >> 8)
  }
  return outcome
}

/** Gives way to the eval breaker before an instruction that is to look at it, so that it is not announced twice. */
function isDue(unit: number): boolean {
  const opcode = deoptTable[unit & 255]
  return vm.budget <= 0 && (opcode === RESUME || opcode === JUMP_BACKWARD)
}

function leave(tracing: Tracing, frame: Frame, at: number, previous: number): typeof paused {
  vm.frame = frame
  frame.pc = frame.lasti = at
  tracing.left = frame
  tracing.leftAt = previous
  return paused
}

function previousOf(tracing: Tracing, frame: Frame): number {
  if (tracing.left === frame) {
    tracing.left = null
    return tracing.leftAt
  }
  return frame.pc === 0 ? -1 : frame.lasti
}

function enter(caller: Frame, callee: Frame): void {
  if (vm.depth >= vm.recursionLimit) raiseRecursionError()
  vm.depth++
  callee.previous = caller
  vm.frame = callee
}

/** A frame has ended; answers what its caller gets. */
function ended(frame: Frame, at: number, result: Value): Value {
  let value = result
  if (frame.kind === FrameKind.init) {
    frame.lasti = at
    value = initResult(frame, result)
  } else if (frame.kind !== FrameKind.plain || frame.generator !== null) {
    const { generator } = frame
    if (frame.kind === FrameKind.resumed && generator!.frame === frame && generator!.running)
      finishGenerator(generator!)
  }
  vm.frame = frame.previous
  vm.depth--
  return value
}
