/** What the dispatch function calls for itself, beside its instructions. */
import { raise } from '../objects/exception.ts'
import { recursionErrorType } from '../objects/exception-types.ts'
import type { Value } from '../objects/value.ts'

/** What the dispatch function answers when the eval breaker is to be asked. No Python value is undefined. */
export const paused = undefined

export function raiseRecursionError(): never {
  raise(recursionErrorType, 'maximum recursion depth exceeded')
}

/** Puts the items at `at` and above, the first on top; answers the new `sp`. */
export function unpackItems(slots: (Value | undefined)[], at: number, items: readonly Value[]): number {
  for (let i = items.length - 1; i >= 0; i--) slots[at++] = items[i]
  return at
}
