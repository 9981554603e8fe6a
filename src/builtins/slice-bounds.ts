/** Bounds of a search in a sequence: `start` and `stop` of `index` methods. As _PyEval_SliceIndexNotNone (Python/ceval.c). */
import { clippedIndexOf, indexOf } from '../objects/operators.ts'
import type { Value } from '../objects/value.ts'

/** The bound counted from the start of a sequence of `length`; it may lie beyond the end. */
export function sliceBoundArgument(value: Value, length: number): number {
  if (typeof value !== 'number') {
    indexOf(value, () => 'slice indices must be integers or have an __index__ method')
    value = clippedIndexOf(value)
  }
  return value < 0 ? Math.max(value + length, 0) : value
}
