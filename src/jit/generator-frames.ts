/**
 * Frames of generators that are a part of the unit which has their loop (lowering/generators.ts), where something is called that may look at them.
 */
import { finishGenerator, makeGenerator, noteRunning } from '../interpreter/generators.ts'
import { type Frame, FrameKind, inCompiledCode, type PyFunction } from '../objects/frame.ts'
import type { PyGenerator } from '../objects/generator.ts'
import { vm } from '../objects/vm.ts'
import { frameOfInlined } from './leave.ts'

/** The frame of a generator that runs, and its object. */
export function frameOfRunning(func: PyFunction, previous: Frame): Frame {
  const frame = frameOfInlined(func, previous)
  running(frame)
  frame.pc = inCompiledCode
  return frame
}

/** The generator that the frame, which is running, belongs to. */
export function running(frame: Frame): PyGenerator {
  if (frame.generator === null) {
    const { pc } = frame
    frame.generator = makeGenerator(frame, pc)
    frame.generator.started = true
    frame.generator.isOwn = true
    frame.kind = FrameKind.resumed
    noteRunning(frame.generator)
  }
  return frame.generator
}

export function suspendRunning(frame: Frame): void {
  const generator = frame.generator!
  vm.exceptionInfo = generator.exceptionInfo.previous!
  generator.running = false
  leaveFrame(frame)
}

export function resumeSuspended(frame: Frame, previous: Frame): void {
  noteRunning(frame.generator!)
  frame.previous = previous
  vm.frame = frame
  vm.depth++
}

export function finishRunning(frame: Frame): void {
  finishGenerator(frame.generator!)
  leaveFrame(frame)
}

function leaveFrame(frame: Frame): void {
  vm.frame = frame.previous
  frame.previous = null
  vm.depth--
}
