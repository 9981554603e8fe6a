// Hot.
/**
 * `list.sort` and `sorted`: what is compared, and how.
 *
 * The way is chosen by looking at the keys once, as unsafe_* of Objects/listobject.c do. Items that are all numbers go through a typed array,
 * whose sort is native; positions of keys that are all numbers or all strs are sorted by base/sorting-by-keys.ts; everything else
 * by comparing, with the sort of base/sorting.ts. Tuples of numbers and strs are sorted by their first items, then each run of equal ones
 * by the next.
 *
 * Like CPython we sort stably in descending order by reversing before and after.
 */
import { sortBy } from '../base/sorting.ts'
import { orderByNumbers, orderByStrings } from '../base/sorting-by-keys.ts'
import { tupleType } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { compareBool, equals } from '../objects/compare.ts'
import { LT } from '../objects/slots.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

export interface SortOrder {
  /** Null for the items themselves. */
  readonly key: Value
  readonly reverse: boolean
}

/** What all of the keys are. */
type Kind = 'int' | 'float' | 'str' | 'tuple' | 'mixed'

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
  for (i = 0; i < length; i++) {
    const each = keys[i]
    if (!(each instanceof PyTuple) || each.type !== tupleType) return 'mixed'
  }
  return 'tuple'
}

/** `a < b` for tuples: by the first items that differ. Most are numbers or strs, which need no call. */
export function lessTuple({ items: left }: PyTuple, { items: right }: PyTuple): boolean {
  const shorter = Math.min(left.length, right.length)
  for (let i = 0; i < shorter; i++) {
    const a = left[i]!
    const b = right[i]!
    if (a === b) continue
    if (typeof a === 'number' && typeof b === 'number') return a < b
    if (typeof a === 'string' && typeof b === 'string') return a < b
    if (a instanceof PyFloat && b instanceof PyFloat) {
      if (a.value === b.value) continue
      return a.value < b.value
    }
    if (!equals(a, b)) return compareBool(a, b, LT)
  }
  return left.length < right.length
}

const lessThanOf = (kind: Kind): ((a: never, b: never) => boolean) => (kind === 'tuple' ? lessTuple : lessThan)

const lessThan = (a: Value, b: Value): boolean => compareBool(a, b, LT)
const lessNumber = (a: number, b: number): boolean => a < b
const lessFloat = (a: PyFloat, b: PyFloat): boolean => a.value < b.value

/** Sorts the array in place. It must not be reachable from Python code, which runs in between. */
export function sortItems(items: Value[], { key, reverse }: SortOrder): void {
  vm.budget -= items.length
  if (key !== null) return sortByKey(items, key, reverse)
  if (items.length < 2) return
  const kind = kindOf(items)
  if (kind === 'int' || kind === 'str') return sortPlain(items as Plain[], kind, reverse)
  const known = kind === 'tuple' ? orderByTuples(items as PyTuple[], reverse) : null
  if (known !== null) return arrange(items, known)
  inOrder(items, reverse, () => {
    if (kind === 'float') sortBy(items as PyFloat[], lessFloat)
    else sortBy(items as never[], lessThanOf(kind))
  })
}

/** Sorts the items if they are all ints or all strs, in place, without running Python code; answers whether they are. */
export function trySortPlain(items: Value[], reverse: boolean): boolean {
  const [first] = items
  if (typeof first !== 'number' && typeof first !== 'string') return false
  const kind = kindOf(items)
  if (kind !== 'int' && kind !== 'str') return false
  vm.budget -= items.length
  sortPlain(items as Plain[], kind, reverse)
  return true
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

type Plain = number | string

/** Equal ones are the same, so stability says nothing. */
function sortPlain(items: Plain[], kind: 'int' | 'str', reverse: boolean): void {
  if (!isAscending(items)) {
    if (items.length < 32) sortFew(items)
    else if (kind === 'int') sortNumbers(items as number[])
    else arrange(items, orderByStrings(items as string[], false))
  }
  if (reverse) items.reverse()
}

function sortFew(items: Plain[]): void {
  for (let i = 1; i < items.length; i++) {
    const item = items[i]!
    let to = i
    for (; to > 0 && items[to - 1]! > item; to--) items[to] = items[to - 1]!
    items[to] = item
  }
}

function sortNumbers(items: number[]): void {
  const sorted = new Float64Array(items).sort()
  for (let i = 0; i < sorted.length; i++) items[i] = sorted[i]!
}

function isAscending(items: readonly Plain[]): boolean {
  for (let i = 1; i < items.length; i++) if (items[i - 1]! > items[i]!) return false
  return true
}

/** Raw doubles of a list of floats. The typed array puts −0 before 0, and NaN has no order: both take the long way. */
export function sortFloats(items: number[], reverse: boolean): void {
  vm.budget -= items.length
  let isPlain = true
  for (let i = 0; isPlain && i < items.length; i++) if (!(items[i]! < 0 || items[i]! > 0)) isPlain = false
  if (!isPlain) return inOrder(items, reverse, () => sortBy(items, lessNumber))
  if (!isAscending(items)) {
    if (items.length < 32) sortFew(items)
    else sortNumbers(items)
  }
  if (reverse) items.reverse()
}

/** Sorts positions by their keys, then puts the items in that order. */
function sortByKey(items: Value[], key: Value, reverse: boolean): void {
  const { length } = items
  const keys = new Array<Value>(length)
  for (let i = 0; i < length; i++) keys[i] = call(key, [items[i]!])
  if (length < 2) return
  const known = orderByPlainKeys(keys, reverse)
  if (known !== null) return arrange(items, known)
  const order = new Array<number>(length)
  for (let i = 0; i < length; i++) order[i] = i
  const less = lessThanOf(kindOf(keys)) as (a: Value, b: Value) => boolean
  try {
    inOrder(order, reverse, () => sortBy(order, (a, b) => less(keys[a]!, keys[b]!)))
  } finally {
    arrange(items, order)
  }
}

function arrange(items: Value[], order: ArrayLike<number>): void {
  const before = items.slice()
  for (let i = 0; i < order.length; i++) items[i] = before[order[i]!]!
}

/** The order by keys that are compared by the engine; null for others. NaN, which is in no order, is left to the long way. */
function orderByPlainKeys(keys: readonly Value[], reverse: boolean): Int32Array | null {
  switch (kindOf(keys)) {
    case 'int':
      return orderByNumbers(new Float64Array(keys as readonly number[]), reverse)
    case 'str':
      return orderByStrings(keys as readonly string[], reverse)
    case 'float': {
      const numbers = new Float64Array(keys.length)
      for (let i = 0; i < keys.length; i++) {
        const { value } = keys[i] as PyFloat
        if (Number.isNaN(value)) return null
        numbers[i] = value
      }
      return orderByNumbers(numbers, reverse)
    }
    case 'tuple':
      return orderByTuples(keys as readonly PyTuple[], reverse)
    default:
      return null
  }
}

/** The order by tuples of one length whose items are compared by the engine wherever those before them are equal; null for others. */
function orderByTuples(keys: readonly PyTuple[], reverse: boolean): Int32Array | null {
  const width = keys[0]!.items.length
  if (width === 0 || keys.length < fewestTuples) return null
  for (let i = 1; i < keys.length; i++) if (keys[i]!.items.length !== width) return null
  return orderFrom(0, keys, Int32Array.from(keys.keys()), reverse)
}

/** Fewer are sorted by comparing. */
const fewestTuples = 16

/** These positions of keys that are equal before `column`, in order. */
function orderFrom(column: number, keys: readonly PyTuple[], positions: Int32Array, reverse: boolean) {
  const { length } = positions
  const values = new Array<Value>(length)
  for (let i = 0; i < length; i++) values[i] = keys[positions[i]!]!.items[column]!
  const order = orderByPlainKeys(values, reverse)
  if (order === null) return null
  const sorted = order.map(i => positions[i]!)
  if (column + 1 === keys[0]!.items.length) return sorted
  for (let start = 0, end = 1; start < length; start = end++) {
    const value = values[order[start]!]!
    while (end < length && equals(value, values[order[end]!]!)) end++
    if (end - start < 2) continue
    const run: Int32Array | null = orderFrom(column + 1, keys, sorted.subarray(start, end), reverse)
    if (run === null) return null
    sorted.set(run, start)
  }
  return sorted
}
