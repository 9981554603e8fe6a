// Hot.
/**
 * What the matcher and the code of compiled programs share: the stack of what is still to be tried, and how work is paid for.
 */
import { memoryErrorType } from '../../objects/exception-types.ts'
import { raise } from '../../objects/exception.ts'
import { tick } from '../../objects/tick.ts'

/** Steps between two looks at the breaker; sixteen cost as much as one of bytecode. */
export const workSlice = 0x3fff

/** Where the stack ends: a quarter of a gigabyte. */
const largestStack = 2 ** 26

export const machine = {
  stack: new Int32Array(4096),
  /** How much of the stack belongs to a match that is being interrupted: its handler may match something itself. */
  reserved: 0,
  /** Work of matches that were too short to pay for it. */
  debt: 0,
}

/** Pays for work done by a match that has the stack up to `top`; answers what is owed then. */
export function pay(work: number, top: number): number {
  const before = machine.reserved
  machine.reserved = top
  try {
    tick(work >> 4)
  } finally {
    machine.reserved = before
  }
  return 0
}

/** Notes work done by a match that ends; pays when it has become worth it. */
export function owe(work: number): void {
  machine.debt += work + 8
  if (machine.debt <= workSlice) return
  const due = machine.debt
  machine.debt = 0
  pay(due, machine.reserved)
}

export function growStack(needed: number): Int32Array {
  if (needed > largestStack) raise(memoryErrorType)
  const larger = new Int32Array(Math.min(Math.max(machine.stack.length * 2, needed), largestStack))
  larger.set(machine.stack)
  machine.stack = larger
  return larger
}
