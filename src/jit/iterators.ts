/**
 * Iterators that are no objects while compiled code runs: what a loop over a range, a list or a tuple counts with is in variables of the unit.
 *
 * Only iterators that nobody but their loop can have (`isOwn`, which GET_ITER says) are taken apart, so nobody can see that the object does not advance, nor that
 * leaving the unit makes another one.
 */
import { PyListIterator, PyTupleIterator } from '../objects/iterators.ts'
import type { PyList } from '../objects/list.ts'
import { PyRangeIterator } from '../objects/range.ts'
import type { PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'

/** `count` is a range whose step is 1; a generator's variables are those of its frame (lowering/generators.ts). */
export type IteratorKind = 'range' | 'count' | 'list' | 'tuple' | 'generator'

/** How many variables each has: where it is and where it ends, and the step; what it is over and at which index, and a tuple's items. */
export const partsOf: Readonly<Record<IteratorKind, number>> = { range: 3, count: 2, list: 2, tuple: 3, generator: 0 }

export const partNames = (name: string, kind: IteratorKind): string[] =>
  Array.from({ length: partsOf[kind] }, (_, i) => `${name}_${i}`)

/** The object that the interpreter goes on with. */
export function iteratorOf(kind: IteratorKind, first: unknown, second: unknown, third: unknown): Value {
  const iterator =
    kind === 'list'
      ? new PyListIterator(first as PyList)
      : kind === 'tuple'
        ? new PyTupleIterator(first as PyTuple)
        : new PyRangeIterator(first as number, second as number, kind === 'count' ? 1 : (third as number))
  if (!(iterator instanceof PyRangeIterator)) iterator.index = second as number
  iterator.isOwn = true
  return iterator
}
