/** What the dispatch function calls for itself, beside its instructions. */
import { inlineCacheEntries, opcodes } from '../compiler/generated/opcodes.ts'
import { raise } from '../objects/exception.ts'
import { recursionErrorType, systemErrorType } from '../objects/exception-types.ts'
import type { Frame, PyCode } from '../objects/frame.ts'
import type { Value } from '../objects/value.ts'

/** What the dispatch function answers when the eval breaker is to be asked. No Python value is undefined. */
export const paused = undefined

// What an instruction that is a function answers instead of a new sp.
export const ENTER = -1
export const LEAVE = -2
export const YIELD = -3
export const RAISE = -4
/** Go on with `vm.frame`, which is another frame than before. */
export const SWITCH = -5
/** The same, raising `transfer.thrown` there. */
export const SWITCH_RAISING = -6
/** Leave for the eval breaker; the instruction is executed anew. */
export const PAUSE = -7

/** What goes with these answers: the frame to enter, the value that a frame ends with or yields, what is raised. */
export const transfer: { callee: Frame | null; result: Value; thrown: object | null } = {
  callee: null,
  result: null,
  thrown: null,
}
// V8 is to know from the first that these change, and to values of any kind.
transfer.result = 0
transfer.result = null
transfer.thrown = transfer
transfer.thrown = null

/** Where the FOR_ITER at `at` goes when its iterator is exhausted: to the POP_ITER behind the END_FOR. */
export const loopEnd = ({ units }: PyCode, at: number): number =>
  at + 1 + inlineCacheEntries[opcodes.FOR_ITER]! + (units[at]! >> 8) + 1

/** In code that a program has put together itself. */
export function noSuchInstruction(frame: Frame, _slots: unknown, _sp: number, pc: number): never {
  frame.lasti = pc - 1
  raise(systemErrorType, `unknown opcode ${frame.code.units[pc - 1]! & 255}`)
}

export function raiseRecursionError(): never {
  raise(recursionErrorType, 'maximum recursion depth exceeded')
}

/** Puts the items at `at` and above, the first on top; answers the new `sp`. */
export function unpackItems(slots: (Value | undefined)[], at: number, items: readonly Value[]): number {
  for (let i = items.length - 1; i >= 0; i--) slots[at++] = items[i]
  return at
}
