/**
 * How long a list or tuple may be: an array of more items than this leaves V8's fast storage. What would be longer is refused with
 * MemoryError before it is built.
 */
import { raise } from '../objects/exception.ts'
import { memoryErrorType } from '../objects/exception-types.ts'
import { vm } from '../objects/vm.ts'

const longestArray = 2 ** 27 - 1

/** Raises MemoryError for a sequence of `length` items that is about to be built; accounts for the work otherwise. */
export function checkLength(length: number): void {
  if (length > longestArray) raise(memoryErrorType)
  vm.budget -= length
}
