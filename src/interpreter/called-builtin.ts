/**
 * A frame that is in a call of a builtin: leaving the dispatch function in the middle of it, and going on behind it later.
 *
 * Frames are on the heap, so the dispatch function can be left with a JavaScript exception that nobody catches on the way, and entered again
 * as if the builtin had answered. That works only where the builtin was called by the CALL instruction itself, not by `sorted` or `map`.
 */
import { deoptTable, inlineCacheEntries, opcodes } from '../compiler/generated/opcodes.ts'
import { stackDepthAt } from '../compiler/stack-depth-at.ts'
import { PyBuiltinFunction, PyForwarder, PyMethodDescriptor } from '../objects/callable.ts'
import type { Frame } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'
import type { Builtin } from '../objects/signature.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { loopEnd, transfer } from './dispatch-support.ts'

const { CALL, CALL_KW, CALL_FUNCTION_EX, FOR_ITER } = opcodes

/** A builtin that is called, or the iterator that a loop asks for its next item. */
export type Leavable = Builtin | PyObject

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

/** Is the builtin called by the instruction that the frame is in? The dispatch function has been left, so the frame knows its `sp`. */
export function isCalled(frame: Frame, builtin: Builtin, sp = frame.sp): boolean {
  const at = callableAt(frame, sp)
  let callable: Value | undefined = at < 0 ? undefined : frame.slots[at]
  while (callable instanceof PyForwarder) callable = callable.func
  const called =
    callable instanceof PyBuiltinFunction || callable instanceof PyMethodDescriptor ? callable.builtin : null
  return called === builtin
}

/** The same of the frame that runs: the dispatch function keeps `sp` to itself while it is in an instruction. */
export function isBeingCalled(frame: Frame, callee: Leavable): boolean {
  const { code, nlocalsplus } = frame.code
  const sp = nlocalsplus + stackDepthAt(code, frame.lasti)
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

/**
 * Thrown by a builtin whose work is to be done while the dispatch function is not on JavaScript's stack: what that holds in variables it
 * no longer needs would keep Python objects alive that the garbage collector is to find.
 */
export class Aside {
  readonly work: () => Value
  constructor(work: () => Value) {
    this.work = work
  }
}

hooks.stepAside = (builtin, work) => {
  const { frame } = vm
  if (frame === null || !isBeingCalled(frame, builtin)) return work()
  throw new Aside(work)
}

/** Does what the dispatch function was left for; answers the frame to go on with. */
export function finishAside(aside: Aside): Frame {
  const frame = vm.frame!
  transfer.callee = null
  transfer.result = null
  transfer.thrown = null
  for (let each: Frame | null = frame; each !== null; each = each.previous) each.slots.fill(undefined, each.sp)
  completeCall(frame, aside.work())
  return frame
}
