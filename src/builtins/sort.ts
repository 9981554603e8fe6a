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
import { mapped } from '../base/arrays.ts'
import { sortBy } from '../base/sorting.ts'
import {
  mostByInsertion,
  orderByNumbers,
  orderByStrings,
  orderFewNumbers,
  orderFewStrings,
} from '../base/sorting-by-keys.ts'
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
  const [first] = keys
  if (typeof first === 'number') return keys.every(key => typeof key === 'number') ? 'int' : 'mixed'
  if (typeof first === 'string') return keys.every(key => typeof key === 'string') ? 'str' : 'mixed'
  if (first instanceof PyFloat) return keys.every(key => key instanceof PyFloat) ? 'float' : 'mixed'
  return keys.every(key => key instanceof PyTuple && key.type === tupleType) ? 'tuple' : 'mixed'
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
function orderByPlainKeys(keys: readonly Value[], reverse: boolean): ArrayLike<number> | null {
  const isFew = keys.length <= mostByInsertion
  switch (kindOf(keys)) {
    case 'int':
      return isFew
        ? orderFewNumbers(keys as readonly number[], reverse)
        : orderByNumbers(new Float64Array(keys as readonly number[]), reverse)
    case 'str':
      return isFew
        ? orderFewStrings(keys as readonly string[], reverse)
        : orderByStrings(keys as readonly string[], reverse)
    case 'float': {
      const numbers = numbersOf(keys as readonly PyFloat[])
      if (numbers === null) return null
      return isFew ? orderFewNumbers(numbers, reverse) : orderByNumbers(new Float64Array(numbers), reverse)
    }
    case 'tuple':
      return orderByTuples(keys as readonly PyTuple[], reverse)
    default:
      return null
  }
}

/** Null if one of them is NaN. */
function numbersOf(floats: readonly PyFloat[]): number[] | null {
  const numbers: number[] = []
  for (let i = 0; i < floats.length; i++) {
    const { value } = floats[i]!
    if (Number.isNaN(value)) return null
    numbers.push(value)
  }
  return numbers
}

/** The order by tuples of one length whose items are compared by the engine wherever those before them are equal; null for others. */
function orderByTuples(keys: readonly PyTuple[], reverse: boolean): number[] | null {
  const width = keys[0]!.items.length
  if (width === 0 || !keys.every(key => key.items.length === width)) return null
  const order = mapped(keys, (_, i) => i)
  return arrangeFrom(0, keys, order, 0, keys.length, reverse) ? order : null
}

/** Puts the positions from `start` up to `stop`, of keys that are equal before `column`, in order; false if they cannot be. */
function arrangeFrom(
  column: number,
  keys: readonly PyTuple[],
  order: number[],
  start: number,
  stop: number,
  reverse: boolean,
): boolean {
  if (stop - start <= mostByBisection) return bisectFrom(column, keys, order, start, stop, reverse)
  const positions = order.slice(start, stop)
  const values = columnOf(keys, positions, column)
  const known = orderByPlainKeys(values, reverse)
  if (known === null) return false
  putInOrder(order, start, positions, known)
  return column + 1 === keys[0]!.items.length || arrangeRuns(column, keys, order, start, values, known, reverse)
}

function columnOf(keys: readonly PyTuple[], positions: readonly number[], column: number): Value[] {
  const values: Value[] = []
  for (let i = 0; i < positions.length; i++) values.push(keys[positions[i]!]!.items[column]!)
  return values
}

function putInOrder(order: number[], start: number, positions: readonly number[], known: ArrayLike<number>): void {
  for (let i = 0; i < known.length; i++) order[start + i] = positions[known[i]!]!
}

/** Arranges the runs whose `values`, those of `column`, are equal in their order, by the columns that follow. */
function arrangeRuns(
  column: number,
  keys: readonly PyTuple[],
  order: number[],
  start: number,
  values: readonly Value[],
  known: ArrayLike<number>,
  reverse: boolean,
): boolean {
  for (let from = 0, to = 1; from < known.length; from = to++) {
    const value = values[known[from]!]!
    while (to < known.length && equals(value, values[known[to]!]!)) to++
    if (to - from > 1 && !arrangeFrom(column + 1, keys, order, start + from, start + to, reverse)) return false
  }
  return true
}

/** Up to so many tuples are compared with one another, item by item, instead of sorted by one column after the other. */
const mostByBisection = 64

/** The same by inserting each where it belongs. */
function bisectFrom(
  column: number,
  keys: readonly PyTuple[],
  order: number[],
  start: number,
  stop: number,
  reverse: boolean,
): boolean {
  for (let i = start + 1; i < stop; i++) {
    const position = order[i]!
    const key = keys[position]!
    let low = start
    let high = i
    while (low < high) {
      const middle = (low + high) >> 1
      const result = plainOrder(key, keys[order[middle]!]!, column)
      if (result === undecided) return false
      if (reverse ? result > 0 : result < 0) high = middle
      else low = middle + 1
    }
    for (let to = i; to > low; to--) order[to] = order[to - 1]!
    order[low] = position
  }
  return true
}

const undecided = 2

/** −1, 0 or 1, as the items from `column` on compare; `undecided` where the engine does not compare them as Python does. */
function plainOrder(left: PyTuple, right: PyTuple, column: number): number {
  const { items } = left
  const others = right.items
  for (let i = column; i < items.length; i++) {
    const a = items[i]!
    const b = others[i]!
    if (typeof a === 'number' && typeof b === 'number') {
      if (a !== b) return a < b ? -1 : 1
    } else if (typeof a === 'string' && typeof b === 'string') {
      if (a !== b) return a < b ? -1 : 1
    } else if (a instanceof PyFloat && b instanceof PyFloat) {
      if (a.value < b.value) return -1
      if (a.value > b.value) return 1
      if (a.value !== b.value) return undecided
    } else return undecided
  }
  return 0
}
