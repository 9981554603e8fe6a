// Hot.
/**
 * The slots and methods of list. As Objects/listobject.c.
 *
 * Whatever may run Python code in the middle (comparison, iteration) reads the list's length anew at each step: that code may
 * change the list. While a list is being sorted it is empty, and what is put into it meanwhile is an error.
 */
import { listType, tupleType, typeOf } from '../objects/builtin-types.ts'
import { compareOrdered, equals, richCompare } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { indexErrorType, valueErrorType } from '../objects/exception-types.ts'
import { getIter, itemsOf, pushAll } from '../objects/iteration.ts'
import { PyListReverseIterator } from '../objects/iterators.ts'
import { PyList } from '../objects/list.ts'
import { NotImplemented } from '../objects/number.ts'
import { ssizeArgument } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import { EQ, NE, type CompareOp } from '../objects/slots.ts'
import { StrBuilder, type Str } from '../objects/str.ts'
import { guardedRepr, repr } from '../objects/text.ts'
import { plainItems } from '../objects/plain-items.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import { isSame, isUnboxable, PyFloat, type Value } from '../objects/value.ts'
import { classGetItem } from './class-getitem.ts'
import { checkCount, initArguments } from './constructor-arguments.ts'
import './list-slices.ts'
import { removeRange } from './list-slices.ts'
import { askForLength } from './length-hint.ts'
import { checkLength } from './sequence-limits.ts'
import { sliceBoundArgument } from './slice-bounds.ts'
import { sortFloats, sortItems, trySortPlain } from './sort.ts'

listType.new = type => new PyList([], type)

listType.init = (self: PyList, args, keywords) => {
  args = initArguments(self.type, listType, args, keywords)
  checkCount('list', args, 0, 1)
  if (self.length > 0) clear(self)
  if (args.length === 1) extend(self, args[0]!)
}

listType.repr = (self: PyList): Str => {
  if (self.length === 0) return '[]'
  return guardedRepr(self, '[...]', () => {
    const text = new StrBuilder()
    for (let i = 0; i < self.length; i++) {
      text.put(i > 0 ? ', ' : '[')
      text.put(repr(self.at(i)))
    }
    text.put(']')
    return text.finish()
  })
}

listType.length = (self: PyList): number => self.length

listType.contains = (self: PyList, item: Value): boolean => indexIn(self, item, 0, Number.MAX_SAFE_INTEGER) >= 0

/** Index of the first item equal to `item`, from `start` up to `stop`, or −1. */
function indexIn(self: PyList, item: Value, start: number, stop: number): number {
  for (let i = start; i < self.length && i < stop; i++) {
    const { floats } = self
    if (floats !== null) {
      if (typeof item === 'number' || (item instanceof PyFloat && !Number.isNaN(item.value))) {
        const at = floats.indexOf(typeof item === 'number' ? item : item.value, i)
        return at < stop ? at : -1
      }
      if (equals(new PyFloat(floats[i]!), item)) return i
    } else {
      const each = self.items[i]!
      if (each === item || equals(each, item)) return i
    }
  }
  return -1
}

listType.richcompare = (self: PyList, other: Value, op: CompareOp): Value => {
  if (!(other instanceof PyList)) return NotImplemented
  if (self.length !== other.length && (op === EQ || op === NE)) return op === NE
  for (let i = sameItems(self.items, other.items); i < self.length && i < other.length; i++) {
    const { floats } = self
    const otherFloats = other.floats
    if (floats !== null && otherFloats !== null) {
      const a = floats[i]!
      const b = otherFloats[i]!
      if (a === b || Object.is(a, b)) continue
      return op === EQ ? false : op === NE ? true : compareOrdered(a, b, op)
    }
    const left = self.at(i)
    const right = other.at(i)
    if (left === right || equals(left, right)) continue
    // The comparison may have made one of the lists shorter: then the lengths decide.
    if (i >= self.length || i >= other.length) break
    return op === EQ ? false : op === NE ? true : richCompare(left, right, op)
  }
  return compareOrdered(self.length, other.length, op)
}

/** How many items in front are the very same, and so equal. */
function sameItems(left: readonly Value[], right: readonly Value[]): number {
  let i = 0
  while (i < left.length && i < right.length && left[i] === right[i]) i++
  return i
}

listType.concat = (self: PyList, other: Value): Value => {
  if (!(other instanceof PyList)) raiseTypeError(`can only concatenate list (not "${typeName(typeOf(other))}") to list`)
  checkLength(self.length + other.length)
  if (self.floats !== null && other.floats !== null) return PyList.ofFloats(self.floats.concat(other.floats))
  if (self.floats !== null && other.length === 0) return self.slice(0, self.length)
  if (other.floats !== null && self.length === 0) return other.slice(0, other.length)
  return new PyList(
    concatenated(
      self.floats === null ? self.items : self.toArray(),
      other.floats === null ? other.items : other.toArray(),
    ),
  )
}

/** `concat` takes several times as long for the few items that most have. */
export const concatenated = (left: readonly Value[], right: readonly Value[]): Value[] =>
  left.length + right.length < 40 ? [...left, ...right] : left.concat(right)

listType.repeat = (self: PyList, count: number): Value => {
  const { length } = self
  if (length === 0 || count <= 0) return new PyList([])
  checkLength(length * count)
  return self.floats === null
    ? new PyList(repeated(self.items, count))
    : PyList.ofFloats(repeatedFloats(self.floats, count))
}

/** The items `count` times over. */
export function repeated<T>(items: readonly T[], count: number): T[] {
  const { length } = items
  if (length === 1) return new Array<T>(count).fill(items[0]!)
  const result = new Array<T>(length * count)
  for (let i = 0, to = 0; i < count; i++) for (let j = 0; j < length; j++) result[to++] = items[j]!
  return result
}

/** So that the engine stores doubles from the first, not small ints until something else comes. */
function repeatedFloats(floats: readonly number[], count: number): number[] {
  if (floats.length === 1) return new Array<number>(count).fill(0.5).fill(floats[0]!)
  return repeated(floats, count)
}

listType.inplaceConcat = (self: PyList, other: Value): Value => {
  extend(self, other)
  return self
}

listType.inplaceRepeat = (self: PyList, count: number): Value => {
  if (count <= 0) clear(self)
  else {
    checkLength(self.length * count)
    if (self.floats === null) self.items = repeated(self.items, count)
    else self.floats = repeatedFloats(self.floats, count)
  }
  return self
}

function clear(self: PyList): void {
  self.items = []
  self.floats = null
}

/** Adds the items of an iterable to the end. */
export function extend(self: PyList, iterable: Value): void {
  if (iterable instanceof PyList && iterable.type.iter === listType.iter) {
    checkLength(self.length + iterable.length)
    if (iterable.floats === null) append(self, iterable.items)
    else appendFloats(self, iterable.floats)
    return
  }
  if (iterable instanceof PyTuple && iterable.type.iter === tupleType.iter) return append(self, iterable.items)
  const plain = plainItems(iterable)
  if (plain !== undefined) return append(self, plain)
  const iterator = getIter(iterable)
  if (iterator instanceof PyListReverseIterator && iterator.list !== self) return append(self, itemsBefore(iterator))
  askForLength(iterable)
  pushAll(iterator, self)
}

/** What the iterator would give, which is then at its end. */
function itemsBefore(iterator: PyListReverseIterator): Value[] {
  const { list, index } = iterator
  iterator.list = null
  return list === null || index >= list.length
    ? []
    : list
        .toArray()
        .slice(0, index + 1)
        .reverse()
}

function append(self: PyList, items: readonly Value[]): void {
  const count = items.length
  const { length } = self
  if (count === 0) return
  if (self.floats !== null || (length === 0 && items[0] instanceof PyFloat) || count < length >> 2)
    for (let i = 0; i < count; i++) self.push(items[i]!)
  else self.items = length === 0 ? items.slice() : self.items.concat(items)
}

function appendFloats(self: PyList, floats: readonly number[]): void {
  const count = floats.length
  if (self.floats === null && self.items.length === 0) self.floats = floats.slice()
  else if (self.floats !== null) for (let i = 0; i < count; i++) self.floats.push(floats[i]!)
  else for (let i = 0; i < count; i++) self.items.push(new PyFloat(floats[i]!))
}

function insert(self: PyList, index: Value, item: Value): void {
  const { length } = self
  let at = ssizeArgument(index)
  if (at < 0) at = Math.max(at + length, 0)
  if (at >= length) return self.push(item)
  if (self.floats !== null && isUnboxable(item)) self.floats.splice(at, 0, item.value)
  else if (at === 0) self.boxed().unshift(item)
  else self.boxed().splice(at, 0, item)
}

export function pop(self: PyList, index: Value): Value {
  const { length } = self
  let at = ssizeArgument(index)
  if (length === 0) raise(indexErrorType, 'pop from empty list')
  if (at < 0) at += length
  if (at < 0 || at >= length) raise(indexErrorType, 'pop index out of range')
  if (at === length - 1) return self.floats === null ? self.items.pop()! : new PyFloat(self.floats.pop()!)
  const item = self.at(at)
  removeRange(self, at, 1)
  return item
}

function remove(self: PyList, item: Value): void {
  const at = indexIn(self, item, 0, Number.MAX_SAFE_INTEGER)
  if (at < 0) raise(valueErrorType, 'list.remove(x): x not in list')
  removeRange(self, at, 1)
}

function index(self: PyList, item: Value, start: Value, stop: Value): Value {
  const at = indexIn(self, item, sliceBoundArgument(start, self.length), sliceBoundArgument(stop, self.length))
  if (at < 0) raise(valueErrorType, 'list.index(x): x not in list')
  return at
}

function count(self: PyList, item: Value): Value {
  let found = 0
  for (let i = 0; i < self.length; i++) {
    const each = self.at(i)
    if (isSame(each, item) || equals(each, item)) found++
  }
  return found
}

function sort(self: PyList, key: Value, reverse: boolean): void {
  if (self.floats !== null && key === null) return sortFloats(self.floats, reverse)
  if (key === null && trySortPlain(self.items, reverse)) return
  const items = self.boxed()
  const { array: empty, wasPushed } = watchedArray()
  self.items = empty
  let changed: boolean
  try {
    sortItems(items, { key, reverse })
  } finally {
    changed = self.items !== empty || self.floats !== null || wasPushed()
    self.items = items
    self.floats = null
    if (items.length > 0 && isUnboxable(items[0]!)) becomeFloats(self)
  }
  if (changed) raise(valueErrorType, 'list modified during sort')
}

/** An empty array that knows whether something was ever pushed to it, even if that was taken out again. */
function watchedArray(): { readonly array: Value[]; wasPushed(): boolean } {
  const array: Value[] = []
  let pushed = false
  array.push = (...items) => {
    pushed = true
    return Array.prototype.push.apply(array, items)
  }
  return { array, wasPushed: () => pushed || array.length > 0 }
}

/** Goes back to raw doubles if every item is a float. */
function becomeFloats(self: PyList): void {
  const { items } = self
  const floats = new Array<number>(items.length)
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!
    if (!isUnboxable(item)) return
    floats[i] = item.value
  }
  self.floats = floats
  self.items = []
}

defineType(listType, {
  signature: '(iterable=(), /)',
  doc: 'Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.',
  methods: () => [
    builtin(
      '__getitem__($self, index, /)',
      (self: PyList, key: Value) => listType.subscript!(self, key),
      'Return self[index].',
    ),
    builtin(
      '__reversed__($self, /)',
      (self: PyList) => new PyListReverseIterator(self),
      'Return a reverse iterator over the list.',
    ),
    builtin(
      '__sizeof__($self, /)',
      (self: PyList) => 56 + 8 * self.length,
      'Return the size of the list in memory, in bytes.',
    ),
    builtin('clear($self, /)', clear, 'Remove all items from list.'),
    builtin('copy($self, /)', (self: PyList) => self.slice(0, self.length), 'Return a shallow copy of the list.'),
    builtin(
      'append($self, object, /)',
      (self: PyList, item: Value) => self.push(item),
      'Append object to the end of the list.',
    ),
    builtin('insert($self, index, object, /)', insert, 'Insert object before index.'),
    builtin('extend($self, iterable, /)', extend, 'Extend list by appending elements from the iterable.'),
    builtin(
      'pop($self, index=-1, /)',
      pop,
      'Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range.',
    ),
    builtin(
      'remove($self, value, /)',
      remove,
      'Remove first occurrence of value.\n\nRaises ValueError if the value is not present.',
    ),
    builtin(
      'index($self, value, start=0, stop=sys.maxsize, /)',
      index,
      'Return first index of value.\n\nRaises ValueError if the value is not present.',
    ),
    builtin('count($self, value, /)', count, 'Return number of occurrences of value.'),
    builtin('reverse($self, /)', (self: PyList) => void (self.floats ?? self.items).reverse(), 'Reverse *IN PLACE*.'),
    builtin(
      'sort($self, /, *, key=None, reverse: bool = False)',
      sort,
      'Sort the list in ascending order and return None.\n\nThe sort is in-place and stable; with a key function, by what it makes of each item.\nThe reverse flag can be set to sort in descending order.',
    ),
  ],
  classMethods: () => [classGetItem()],
})

/** Items of an iterable in a new list. */
export const listOf = (iterable: Value): PyList => {
  const list = new PyList([])
  if (iterable instanceof PyList || iterable instanceof PyTuple) extend(list, iterable)
  else if (typeOf(iterable).isHeap) extend(list, iterable)
  else list.items = itemsOf(iterable)
  return list
}
