/**
 * A frame that is in a call of a builtin: leaving the dispatch function in the middle of it, and going on behind it later.
 *
 * Frames are on the heap, so the dispatch function can be left with a JavaScript exception that nobody catches on the way, and entered again
 * as if the builtin had answered. That works only where the builtin was called by the CALL instruction itself, not by `sorted` or `map`.
 */
import { type Code, generatorFlags } from '../compiler/code.ts'
import { deoptTable, inlineCacheEntries, opcodes } from '../compiler/generated/opcodes.ts'
import { stackDepthAt } from '../compiler/stack-depth-at.ts'
import { CallEnd, PyBuiltinFunction, PyForwarder, PyMethod, PyMethodDescriptor } from '../objects/callable.ts'
import { type Frame, FrameKind, inCompiledCode, PyFunction } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'
import type { Builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { asInit, functionFrame } from './calls.ts'
import { loopEnd, transfer } from './dispatch-support.ts'
import { deep } from './tier-up.ts'

const { CALL, CALL_KW, CALL_FUNCTION_EX, FOR_ITER } = opcodes

/** A builtin that is called, or the iterator that a loop asks for its next item. */
export type Leavable = Builtin | PyObject

const depths = new WeakMap<Code, number[]>()

/** The depth of the stack before an instruction: found once. */
function depthAt(code: Code, offset: number): number {
  let found = depths.get(code)
  if (found === undefined) depths.set(code, (found = []))
  return (found[offset] ??= stackDepthAt(code, offset))
}

/** Where on the stack the callable of the CALL is that the frame is in, with `sp` behind the operands; −1 if it is in another instruction. */
function callableAt({ code, lasti }: Frame, sp: number): number {
  const unit = code.units[lasti]!
  const oparg = unit >> 8
  switch (deoptTable[unit & 255]) {
    case CALL:
      return sp - oparg - 2
    case CALL_KW:
      return sp - oparg - 3
    case CALL_FUNCTION_EX:
      return sp - 4
    default:
      return -1
  }
}

/** What the frame is in a call of. */
function calledWith(frame: Frame, sp: number): Value | undefined {
  const at = callableAt(frame, sp)
  let callable: Value | undefined = at < 0 ? undefined : frame.slots[at]
  while (callable instanceof PyForwarder) callable = callable.func
  return callable
}

/** Is the builtin called by the instruction that the frame is in? The dispatch function has been left, so the frame knows its `sp`. */
export function isCalled(frame: Frame, builtin: Builtin, sp = frame.sp): boolean {
  const callable = calledWith(frame, sp)
  const called =
    callable instanceof PyBuiltinFunction || callable instanceof PyMethodDescriptor ? callable.builtin : null
  return called === builtin
}

/** The same of the frame that runs: the dispatch function keeps `sp` to itself while it is in an instruction. */
export function isBeingCalled(frame: Frame, callee: Leavable): boolean {
  const { code, nlocalsplus } = frame.code
  const sp = nlocalsplus + depthAt(code, frame.lasti)
  if (!(callee instanceof PyObject)) return isCalled(frame, callee, sp)
  return deoptTable[frame.code.units[frame.lasti]! & 255] === FOR_ITER && frame.slots[sp - 1] === callee
}

/** Puts the value in the place of the call's operands: the frame goes on behind the call. A loop goes on with the item, or is over. */
export function completeCall(frame: Frame, value: Value | undefined): void {
  const { code, lasti, slots, sp } = frame
  const opcode = deoptTable[code.units[lasti]! & 255]!
  if (opcode === FOR_ITER && value === undefined) {
    frame.pc = loopEnd(code, lasti)
    return
  }
  const at = opcode === FOR_ITER ? sp : callableAt(frame, sp)
  slots[at] = value!
  frame.sp = at + 1
  frame.pc = lasti + 1 + inlineCacheEntries[opcode]!
}

/** Thrown to leave the dispatch function in the middle of a call. */
export abstract class Leaving {
  /** Answers the frame to go on with, once the dispatch function is off JavaScript's stack. */
  abstract goOn(frame: Frame): Frame
}

/**
 * Thrown by a builtin whose work is to be done while the dispatch function is not on JavaScript's stack: what that holds in variables it
 * no longer needs would keep Python objects alive that the garbage collector is to find.
 */
class Aside extends Leaving {
  readonly work: () => Value
  constructor(work: () => Value) {
    super()
    this.work = work
  }

  goOn(frame: Frame): Frame {
    transfer.callee = null
    transfer.result = null
    transfer.thrown = null
    // Those before the entry are in the middle of instructions of another dispatch function, which has their `sp`.
    let each: Frame | null = frame
    while (each !== null) {
      each.slots.fill(undefined, each.sp)
      each = each.kind === FrameKind.entry ? null : each.previous
    }
    completeCall(frame, this.work())
    return frame
  }
}

hooks.stepAside = (builtin, work) => {
  const { frame } = vm
  if (frame === null || !isBeingCalled(frame, builtin)) return work()
  throw new Aside(work)
}

/** Thrown by what calls a Python function and has something to do with its result: the function's frame is entered as if by the call itself. */
class Entering extends Leaving {
  readonly callee: Frame
  constructor(callee: Frame) {
    super()
    this.callee = callee
  }

  goOn(frame: Frame): Frame {
    completeCall(frame, null)
    frame.sp--
    this.callee.previous = frame
    vm.frame = this.callee
    vm.depth++
    return this.callee
  }
}

/**
 * Where calls have nested deep in the host's stack, or must not: leaves the call of `callable` to enter that of a Python function, whose result
 * is for `end`. Else returns, and the function is to be called.
 */
export function enterDeep(
  callable: PyObject,
  func: Value,
  args: Value[],
  keywords: KeywordNames,
  end: (result: Value) => Value,
): void {
  const { frame, nativeDepth, nestingLimit } = vm
  if (nativeDepth <= (nestingLimit && deep) || frame === null || frame.pc === inCompiledCode) return
  if (!(func instanceof PyFunction) || (func.code.flags & generatorFlags) !== 0 || vm.depth >= vm.recursionLimit) return
  const sp = frame.code.nlocalsplus + depthAt(frame.code.code, frame.lasti)
  const called = calledWith(frame, sp)
  if ((called instanceof PyMethod ? called.func : called) !== callable) return
  throw new Entering(asInit(functionFrame(func, args, keywords), new CallEnd(end)))
}
