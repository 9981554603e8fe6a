/**
 * Leaving a unit: from registers to frames (deoptimization).
 *
 * An exit point has a recipe for each frame that the unit stood for: its own, and those of functions that were inlined. `leave` writes the
 * values where the recipes say, boxing floats, and makes the frames that did not exist. Then the unit answers undefined.
 *
 * A unit that was called by another unit has callers whose frames may not exist either. Each caller sees undefined, and leaves at the
 * exit point of its call: so the chain of frames is made from the innermost to the outermost, each link when its caller's frame exists.
 * In the end whoever entered compiled code from the interpreter goes on with `vm.frame`.
 */
import { opcodes } from '../compiler/generated/opcodes.ts'
import { type Frame, FrameKind, inCompiledCode, type PyFunction } from '../objects/frame.ts'
import type { PyGenerator } from '../objects/generator.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { emptyFrame } from '../interpreter/calls.ts'
import { runFrame } from '../interpreter/entry.ts'
import { makeGenerator } from '../interpreter/generators.ts'
import { stepping } from '../interpreter/tracing.ts'
import { arrived } from '../interpreter/unwinding.ts'
import type { PyBaseException } from '../objects/exception.ts'
import { isResumable } from './bytecode.ts'
import { running } from './generator-frames.ts'
import { iteratorOf } from './iterators.ts'
import type { ExitPoint, FrameRecipe } from './unit.ts'

/** What the outermost entry is to do with the frames that have been made. */
export const left: {
  /** On its way through compiled callers; all frames of those that it has left have ended. */
  propagating: PyBaseException | null
  /** The outermost frame made so far, whose caller is not known yet. */
  outermost: Frame | null
  /** To be raised in `vm.frame`. */
  thrown: object | null
} = { propagating: null, outermost: null, thrown: null }

/** Told of each exit, before anything else happens; decides when a unit is to be compiled anew. */
export const onExit: {
  observe: (point: ExitPoint) => void
  /** Told of the slots with which a unit could not be entered. */
  refuse: (point: ExitPoint, slots: readonly (Value | undefined)[]) => void
} = { observe: () => undefined, refuse: () => undefined }

type Passed = Value | number | undefined

/**
 * Leaves at `point`; raising, if something was thrown there. `values` are those that the recipes of the point refer to; floats come as raw
 * doubles. A unit that was called by another (`isCalled`) and has no handler for what is raised ends: its caller is given the exception.
 */
export function leave(
  thrown: object | null,
  isCalled: boolean,
  frame: Frame | null,
  func: PyFunction | null,
  point: ExitPoint | null,
  ...values: Passed[]
): undefined {
  // A new unit is shown to the engine by entering it (compile.ts).
  if (point === null) return
  onExit.observe(point)
  const entered = vm.frame
  const raised = thrown ?? left.propagating
  if (point.reason === 'callee') leaveCall(frame, func, point, values)
  else vm.frame = materialize(frame, func, point, values)
  if (point.reason === 'entry') onExit.refuse(point, vm.frame!.slots)
  if (raised === null) return
  left.propagating = null
  if (!isCalled || point.handler !== null || point.isInIteration || stepping.isOn) left.thrown = raised
  else propagate(raised, frame, entered, point.frames.length)
}

/** Ends the frames of a unit that was called by another one, which the exception passes through. */
function propagate(thrown: object, own: Frame | null, entered: Frame | null, count: number): void {
  let frame = vm.frame!
  let exception = arrived(frame, thrown)
  for (let i = 1; i < count; i++) {
    frame = frame.previous!
    exception = arrived(frame, exception)
  }
  vm.depth -= count
  vm.frame = own === null ? entered : own.previous
  left.propagating = exception
}

/** The exception that comes to a frame of a unit which handles it: thrown by a helper, or null if a callee lets it pass. */
export function caught(thrown: unknown, frame: Frame, lasti: number): PyBaseException {
  if (thrown === null) {
    thrown = left.propagating
    left.propagating = null
    if (left.outermost !== null) left.outermost.previous = frame
    left.outermost = null
  }
  frame.lasti = lasti
  return arrived(frame, thrown)
}

/** Leaves because a callee was left: `vm.frame` is the callee's already. */
function leaveCall(frame: Frame | null, func: PyFunction | null, point: ExitPoint, values: Passed[]): void {
  const callee = left.outermost
  const inner = materialize(frame, func, point, values)
  if (callee !== null) callee.previous = inner
  if (left.propagating !== null) {
    vm.frame = inner
    return
  }
  if (point.instanceArgument < 0) return
  const init = calledBy(inner)
  init.kind = FrameKind.init
  init.instance = values[point.instanceArgument] as Value
}

/** The frame that `caller` has called, on the chain that begins with `vm.frame`. */
export function calledBy(caller: Frame | null): Frame {
  let frame = vm.frame!
  while (frame.previous !== caller) frame = frame.previous!
  return frame
}

/** Makes the frames; answers the innermost. */
function materialize(frame: Frame | null, func: PyFunction | null, point: ExitPoint, values: Passed[]): Frame {
  const { frames } = point
  const outer = frame ?? emptyFrame(func!)
  if (frame === null) left.outermost = outer
  else left.outermost = null
  fill(outer, frames[0]!, values)
  let inner = outer
  for (let i = 1; i < frames.length; i++) {
    const recipe = frames[i]!
    let made = values[recipe.frameArgument] as unknown as Frame | null | undefined
    if (made == null) {
      made = emptyFrame(recipe.funcArgument < 0 ? recipe.func! : (values[recipe.funcArgument] as PyFunction))
      vm.depth++
    }
    fill(made, recipe, values)
    if (recipe.instanceArgument >= 0) {
      made.kind = FrameKind.init
      made.instance = values[recipe.instanceArgument] as Value
    }
    if (isResumable(recipe.code)) inner.slots[inner.sp - 1] = running(made)
    made.previous = inner
    inner = made
  }
  return inner
}

function fill(frame: Frame, recipe: FrameRecipe, values: Passed[]): void {
  const { slots } = frame
  for (const { slot, argument, isFloat, constant, iterator, generator } of recipe.destinations) {
    if (generator !== null) {
      slots[slot] = suspended(generator, values)
      continue
    }
    if (iterator !== null) {
      const { kind, parts } = iterator
      slots[slot] = iteratorOf(kind, values[parts[0]!], values[parts[1]!], values[parts[2]!])
      continue
    }
    if (argument < 0) {
      slots[slot] = constant
      continue
    }
    // Places that have the same double share its box: a NaN is told from others by it.
    if (isFloat && typeof values[argument] === 'number') values[argument] = new PyFloat(values[argument])
    slots[slot] = values[argument] as Value | undefined
  }
  frame.sp = recipe.sp
  frame.pc = recipe.pc
  frame.lasti = recipe.lasti
}

function suspended(recipe: FrameRecipe, values: Passed[]): PyGenerator {
  let frame = values[recipe.frameArgument] as unknown as Frame | null | undefined
  frame ??= emptyFrame(recipe.funcArgument < 0 ? recipe.func! : (values[recipe.funcArgument] as PyFunction))
  frame.generator ??= makeGenerator(frame, recipe.pc)
  fill(frame, recipe, values)
  frame.generator.isOwn = true
  frame.generator.started = (frame.code.units[recipe.lasti]! & 255) !== opcodes.RETURN_GENERATOR
  return frame.generator
}

/** The frame of a call that compiled code makes of a unit which needs one. */
export function frameOfCall(func: PyFunction, args: readonly Value[]): Frame {
  const frame = emptyFrame(func)
  for (let i = 0; i < args.length; i++) frame.slots[i] = args[i]
  frame.pc = inCompiledCode
  frame.previous = vm.frame
  vm.frame = frame
  vm.depth++
  return frame
}

/** The frame of an inlined call, when something is called there that may look at it. */
export function frameOfInlined(func: PyFunction, previous: Frame): Frame {
  const frame = emptyFrame(func)
  frame.pc = inCompiledCode
  frame.previous = previous
  vm.frame = frame
  vm.depth++
  return frame
}

/**
 * Calls a function that has no unit, from a unit whose frame exists: the interpreter runs it, nested in the host's stack. Where that must not be,
 * the callers are left.
 */
export function callUncompiled(frame: Frame | null, func: PyFunction | null, ...args: Value[]): Value | undefined {
  if (vm.nativeDepth > vm.nestingLimit) return refuseCall(frame, func, ...args)
  return runFrame(boundFrame(func!, args))
}

/** The frame of a call whose arguments have been arranged already: one for each parameter, of whatever kind. */
function boundFrame(func: PyFunction, args: readonly Value[]): Frame {
  const frame = emptyFrame(func)
  for (let i = 0; i < args.length; i++) frame.slots[i] = args[i]
  return frame
}

/** Calls a function that has no unit: its frame is made, and the interpreter goes on with it once all callers have left. */
export function refuseCall(_frame: Frame | null, func: PyFunction | null, ...args: Value[]): undefined {
  const frame = boundFrame(func!, args)
  left.outermost = frame
  vm.frame = frame
  vm.depth++
  return undefined
}
