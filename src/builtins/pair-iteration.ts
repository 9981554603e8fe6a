// Hot.
/**
 * Iterators whose items are pairs that a `for` loop takes apart at once (`for i, x in enumerate(…)`, `for a, b in zip(…)`, `for k, v in d.items()`): both
 * parts without the tuple, for tier 2.
 */
import { add } from '../base/int.ts'
import { advanceDictIterator, dictItemIteratorType, nextOf, type PyDictIterator } from '../objects/iterators.ts'
import type { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { enumerateType, type PyEnumerate } from './enumerate.ts'
import { type PyZip, zipType } from './zip.ts'

type Next = (iterator: never) => Value | undefined

/** What advances the iterator and answers one part of the next pair, undefined at the end; and what then answers the other, undefined at the end as well. */
export interface NextPair {
  readonly advance: Next
  readonly other: Next
  readonly startsWithSecond: boolean
}

/** By type. */
export const nextPairs: ReadonlyMap<PyType, NextPair> = new Map<PyType, NextPair>([
  [
    enumerateType,
    {
      advance: ({ iterator }: PyEnumerate) => nextOf(iterator),
      other(self: PyEnumerate) {
        const { index } = self
        self.index = add(index, 1)
        return index
      },
      startsWithSecond: true,
    },
  ],
  [
    zipType,
    {
      advance: ({ iterators }: PyZip) => nextOf(iterators[0]!),
      other: ({ iterators }: PyZip) => nextOf(iterators[1]!),
      startsWithSecond: false,
    },
  ],
  [
    dictItemIteratorType,
    {
      advance(self: PyDictIterator) {
        const { dict } = self
        const at = advanceDictIterator(self)
        return at < 0 ? undefined : dict!.keys[at]
      },
      other: ({ dict, position }: PyDictIterator) => dict!.values[position - 1],
      startsWithSecond: false,
    },
  ],
])
