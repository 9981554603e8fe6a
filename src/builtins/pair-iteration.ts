// Hot.
/**
 * Iterators whose items are pairs that a `for` loop takes apart at once (`for i, x in enumerate(…)`, `for a, b in zip(…)`, `for k, v in d.items()`): both
 * parts without the tuple, for tier 2.
 */
import { changing } from '../base/fields.ts'
import { add } from '../base/int.ts'
import {
  advanceDictIterator,
  dictItemIteratorType,
  nextOf,
  type PyDictIterator,
  PyListIterator,
  PyTupleIterator,
} from '../objects/iterators.ts'
import { PyRangeIterator } from '../objects/range.ts'
import type { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { enumerateType, PyEnumerate } from './enumerate.ts'
import { PyZip, zipType } from './zip.ts'

/** The first part of the pair whose second part was answered last. */
export const pair = changing<{ first: Value }>({ first: 0 }, { first: null })

export type NextPair = (iterator: never) => Value | undefined

/** By type: what advances the iterator, and answers the second part of the next pair; undefined at the end. */
export const nextPairs: ReadonlyMap<PyType, NextPair> = new Map<PyType, NextPair>([
  [
    enumerateType,
    (self: PyEnumerate) => {
      const item = nextOf(self.iterator)
      if (item === undefined) return undefined
      pair.first = self.index
      self.index = add(self.index, 1)
      return item
    },
  ],
  [
    zipType,
    ({ iterators }: PyZip) => {
      const first = nextOf(iterators[0]!)
      if (first === undefined) return undefined
      pair.first = first
      return nextOf(iterators[1]!)
    },
  ],
  [
    dictItemIteratorType,
    (self: PyDictIterator) => {
      const { dict } = self
      const at = advanceDictIterator(self)
      if (at < 0) return undefined
      pair.first = dict!.keys[at]!
      return dict!.values[at]
    },
  ],
])

const isPlain = (iterator: Value): boolean =>
  iterator instanceof PyListIterator || iterator instanceof PyRangeIterator || iterator instanceof PyTupleIterator

/** Is it one of pairs, and made of iterators that run no Python code? */
export function givesPairs(iterator: Value): boolean {
  if (iterator instanceof PyEnumerate) return isPlain(iterator.iterator)
  if (!(iterator instanceof PyZip)) return true
  const { iterators, strict } = iterator
  return iterators.length === 2 && !strict && isPlain(iterators[0]!) && isPlain(iterators[1]!)
}
