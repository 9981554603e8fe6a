// Hot.
/**
 * itertools of combinatorics: product, permutations, combinations, combinations_with_replacement.
 *
 * Each keeps the indices of the tuple it gave last and steps them to their successor, as in Modules/itertoolsmodule.c.
 */
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { memoryErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { itemsOf } from '../../objects/iteration.ts'
import { asInt } from '../../objects/number.ts'
import { ssizeArgument } from '../../objects/operators.ts'
import { builtin } from '../../objects/signature.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { PyType } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { declare, iteratorType } from './iterator-type.ts'

export const productType = iteratorType('product')
export const permutationsType = iteratorType('permutations')
export const combinationsType = iteratorType('combinations')
export const combinationsWithReplacementType = iteratorType('combinations_with_replacement')

const sizeof = () => [
  builtin('__sizeof__($self, /)', (self: Steps) => 80 + 8 * self.indices.length, 'Returns size in memory, in bytes.'),
]

/** The state of each of them. */
class Steps extends PyObject {
  /** What is chosen from; one pool for each place of a product. */
  readonly pools: readonly (readonly Value[])[]
  readonly indices: number[]
  /** What was given last, of which the next is a copy with some places changed; of two or three it is faster made anew. */
  readonly items: Value[]
  /** Of permutations: how often each place has still to change. */
  readonly cycles: number[]
  isStarted: boolean
  isDone: boolean
  constructor(pools: readonly (readonly Value[])[], indices: number[], cycles: number[], type: PyType) {
    super(type)
    this.pools = pools
    this.indices = indices
    this.items = []
    this.cycles = cycles
    this.isStarted = false
    this.isDone = false
  }
}

/** An `iternext` slot: gives what the indices stand for. `step` finds the next ones and answers the first place that has changed, −1 at the end. */
const stepping =
  (step: (self: Steps) => number) =>
  (self: Steps): Value | undefined => {
    if (self.isDone) return undefined
    let changed = 0
    if (!self.isStarted) self.isStarted = true
    else if ((changed = step(self)) < 0) {
      self.isDone = true
      return undefined
    }
    return new PyTuple(chosen(self, changed))
  }

/** Arrays of literals have no holes, and are made in one go. */
function chosen({ pools, indices, items }: Steps, changed: number): Value[] {
  const { length } = indices
  const first = pools[0]!
  if (length === 2) return [first[indices[0]!]!, (pools[1] ?? first)[indices[1]!]!]
  if (length === 3) return [first[indices[0]!]!, (pools[1] ?? first)[indices[1]!]!, (pools[2] ?? first)[indices[2]!]!]
  const isOne = pools.length === 1
  for (let i = changed; i < length; i++) items[i] = (isOne ? first : pools[i]!)[indices[i]!]!
  return items.slice()
}

declare(
  productType,
  '(*iterables, repeat: ssize = 1)',
  (type: PyType, iterables: Value[], repeat: number) => {
    if (repeat < 0) raise(valueErrorType, 'repeat argument cannot be negative')
    if (iterables.length * repeat > 2 ** 24) raise(memoryErrorType)
    const once = repeat === 0 ? [] : iterables.map(itemsOf)
    const pools: Value[][] = []
    for (let i = 0; i < repeat; i++) pools.push(...once)
    const result = new Steps(pools, new Array<number>(pools.length).fill(0), [], type)
    if (pools.some(pool => pool.length === 0)) result.isDone = true
    return result
  },
  `Cartesian product of input iterables.  Equivalent to nested for-loops.

For example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).
The leftmost iterators are in the outermost for-loop, so the output tuples
cycle in a manner similar to an odometer (with the rightmost element changing
on every iteration).

To compute the product of an iterable with itself, specify the number
of repetitions with the optional repeat keyword argument. For example,
product(A, repeat=4) means the same as product(A, A, A, A).`,
  { methods: sizeof },
)
productType.iternext = stepping(({ pools, indices }) => {
  for (let i = indices.length - 1; i >= 0; i--) {
    if (++indices[i]! < pools[i]!.length) return i
    indices[i] = 0
  }
  return -1
})

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

function chooser(type: PyType, iterable: Value, r: number): Steps {
  const pool = itemsOf(iterable)
  if (r < 0) raise(valueErrorType, 'r must be non-negative')
  const result = new Steps([pool], upTo(Math.min(r, pool.length)), [], type)
  result.isDone = r > pool.length
  return result
}

declare(
  combinationsType,
  '(iterable, r: ssize)',
  chooser,
  `Return successive r-length combinations of elements in the iterable.

combinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)`,
  { methods: sizeof },
)
combinationsType.iternext = stepping(({ pools, indices }) => {
  const { length } = pools[0]!
  const r = indices.length
  let i = r - 1
  while (i >= 0 && indices[i] === i + length - r) i--
  if (i < 0) return -1
  indices[i]!++
  for (let j = i + 1; j < r; j++) indices[j] = indices[j - 1]! + 1
  return i
})

declare(
  combinationsWithReplacementType,
  '(iterable, r: ssize)',
  (type: PyType, iterable: Value, r: number) => {
    const pool = itemsOf(iterable)
    if (r < 0) raise(valueErrorType, 'r must be non-negative')
    if (r > 2 ** 24) raise(memoryErrorType)
    const result = new Steps([pool], new Array<number>(r).fill(0), [], type)
    result.isDone = pool.length === 0 && r > 0
    return result
  },
  `Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.

combinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')`,
  { methods: sizeof },
)
combinationsWithReplacementType.iternext = stepping(({ pools, indices }) => {
  const last = pools[0]!.length - 1
  let i = indices.length - 1
  while (i >= 0 && indices[i] === last) i--
  if (i < 0) return -1
  const next = indices[i]! + 1
  for (let j = i; j < indices.length; j++) indices[j] = next
  return i
})

/** Permutations step as an odometer whose places count down; `indices` holds the whole pool, `r` of it are given. */
class Permutations extends Steps {
  readonly order: number[]
  constructor(pool: readonly Value[], r: number, type: PyType) {
    const order = upTo(pool.length)
    const cycles = Array.from({ length: r }, (_, i) => pool.length - i)
    super([pool], order.slice(0, r), cycles, type)
    this.order = order
    this.isDone = r > pool.length
  }
}

declare(
  permutationsType,
  '(iterable, r=None)',
  (type: PyType, iterable: Value, r: Value) => {
    const pool = itemsOf(iterable)
    if (r !== null && asInt(r) === undefined) raiseTypeError('Expected int as r')
    const count = r === null ? pool.length : ssizeArgument(r)
    if (count < 0) raise(valueErrorType, 'r must be non-negative')
    const result = new Permutations(pool, Math.min(count, pool.length), type)
    result.isDone = count > pool.length
    return result
  },
  `Return successive r-length permutations of elements in the iterable.

permutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)`,
  { methods: sizeof },
)
permutationsType.iternext = stepping(self => {
  const { indices, cycles, order } = self as Permutations
  const n = order.length
  for (let i = indices.length - 1; i >= 0; i--) {
    if (--cycles[i]! === 0) {
      const first = order[i]!
      for (let j = i; j < n - 1; j++) order[j] = order[j + 1]!
      order[n - 1] = first
      cycles[i] = n - i
    } else {
      const j = n - cycles[i]!
      const swapped = order[i]!
      order[i] = order[j]!
      order[j] = swapped
      for (let k = i; k < indices.length; k++) indices[k] = order[k]!
      return i
    }
  }
  return -1
})
