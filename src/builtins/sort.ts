// Hot.
/**
 * `list.sort` and `sorted`: what is compared, and how.
 *
 * The sort itself is base/sorting.ts. Here the comparison is chosen by looking at the keys once, as unsafe_* of Objects/listobject.c do:
 * keys that are all small ints, all floats or all strs are compared by the engine; pure numbers go through a typed array, whose
 * sort is native. All other keys are compared by `<`.
 *
 * Like CPython we sort stably in descending order by reversing before and after.
 */
import { sortBy } from '../base/sorting.ts'
import { call } from '../objects/call.ts'
import { compareBool } from '../objects/compare.ts'
import { LT } from '../objects/slots.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

export interface SortOrder {
  /** Null for the items themselves. */
  readonly key: Value
  readonly reverse: boolean
}

/** What all of the keys are. */
type Kind = 'int' | 'float' | 'str' | 'mixed'

function kindOf(keys: readonly Value[]): Kind {
  const first = keys[0]
  const { length } = keys
  let i = 1
  if (typeof first === 'number') {
    while (i < length && typeof keys[i] === 'number') i++
    return i === length ? 'int' : 'mixed'
  }
  if (typeof first === 'string') {
    while (i < length && typeof keys[i] === 'string') i++
    return i === length ? 'str' : 'mixed'
  }
  if (first instanceof PyFloat) {
    while (i < length && keys[i] instanceof PyFloat) i++
    return i === length ? 'float' : 'mixed'
  }
  return 'mixed'
}

const lessThan = (a: Value, b: Value): boolean => compareBool(a, b, LT)
const lessNumber = (a: number, b: number): boolean => a < b
const lessStr = (a: string, b: string): boolean => a < b
const lessFloat = (a: PyFloat, b: PyFloat): boolean => a.value < b.value

/** Sorts the array in place. It must not be reachable from Python code, which runs in between. */
export function sortItems(items: Value[], { key, reverse }: SortOrder): void {
  vm.budget -= items.length
  if (key !== null) return sortByKey(items, key, reverse)
  if (items.length < 2) return
  const kind = kindOf(items)
  if (kind === 'int') sortInts(items as number[], reverse)
  else if (kind === 'str') sortStrs(items as string[], reverse)
  else
    inOrder(items, reverse, () => {
      if (kind === 'float') sortBy(items as PyFloat[], lessFloat)
      else sortBy(items, lessThan)
    })
}

/** Runs `sort` between two reversals for a descending sort; the second one happens even if a comparison raises. */
function inOrder(items: unknown[], reverse: boolean, sort: () => void): void {
  if (!reverse) return sort()
  items.reverse()
  try {
    sort()
  } finally {
    items.reverse()
  }
}

/** Equal ints are the same, so stability says nothing. */
function sortInts(items: number[], reverse: boolean): void {
  if (items.length < 32) sortBy(items, lessNumber)
  else if (!isAscending(items)) {
    const sorted = Float64Array.from(items).sort()
    for (let i = 0; i < sorted.length; i++) items[i] = sorted[i]!
  }
  if (reverse) items.reverse()
}

function sortStrs(items: string[], reverse: boolean): void {
  if (!isAscending(items)) sortBy(items, lessStr)
  if (reverse) items.reverse()
}

function isAscending(items: readonly (number | string)[]): boolean {
  for (let i = 1; i < items.length; i++) if (items[i - 1]! > items[i]!) return false
  return true
}

/** Raw doubles of a list of floats. The typed array puts −0 before 0, and NaN has no order: both take the long way. */
export function sortFloats(items: number[], reverse: boolean): void {
  vm.budget -= items.length
  let isPlain = items.length >= 32
  for (let i = 0; isPlain && i < items.length; i++) if (!(items[i]! < 0 || items[i]! > 0)) isPlain = false
  if (!isPlain) return inOrder(items, reverse, () => sortBy(items, lessNumber))
  if (!isAscending(items)) {
    const sorted = Float64Array.from(items).sort()
    for (let i = 0; i < sorted.length; i++) items[i] = sorted[i]!
  }
  if (reverse) items.reverse()
}

/** Sorts positions by their keys, then puts the items in that order. */
function sortByKey(items: Value[], key: Value, reverse: boolean): void {
  const { length } = items
  const keys = new Array<Value>(length)
  for (let i = 0; i < length; i++) keys[i] = call(key, [items[i]!])
  if (length < 2) return
  const order = new Array<number>(length)
  for (let i = 0; i < length; i++) order[i] = i
  try {
    inOrder(order, reverse, () => sortPositions(order, keys))
  } finally {
    const before = items.slice()
    for (let i = 0; i < length; i++) items[i] = before[order[i]!]!
  }
}

function sortPositions(order: number[], keys: readonly Value[]): void {
  switch (kindOf(keys)) {
    case 'int':
    case 'str': {
      const ordered = keys as readonly number[]
      return sortBy(order, (a, b) => ordered[a]! < ordered[b]!)
    }
    case 'float': {
      const numbers = keys.map(each => (each as PyFloat).value)
      return sortBy(order, (a, b) => numbers[a]! < numbers[b]!)
    }
    default:
      return sortBy(order, (a, b) => compareBool(keys[a]!, keys[b]!, LT))
  }
}
