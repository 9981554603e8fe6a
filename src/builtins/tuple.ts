// Hot.
/** The slots and methods of tuple. As Objects/tupleobject.c. */
import { listType, tupleType, typeOf } from '../objects/builtin-types.ts'
import { compareOrdered, equals, richCompare } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { indexErrorType, valueErrorType } from '../objects/exception-types.ts'
import { hashOfTuple } from '../objects/hash-halves.ts'
import { itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { NotImplemented } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { PySlice, sliceIndices } from '../objects/slice.ts'
import { EQ, NE, type CompareOp } from '../objects/slots.ts'
import { StrBuilder, type Str } from '../objects/str.ts'
import { guardedRepr, repr } from '../objects/text.ts'
import { emptyTuple, PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { classGetItem } from './class-getitem.ts'
import { checkCount, positionalOf, rejectKeywords } from './constructor-arguments.ts'
import { concatenated, repeated } from './list.ts'
import { pick, subscriptIndex } from './list-slices.ts'
import { checkLength } from './sequence-limits.ts'
import { sliceBoundArgument } from './slice-bounds.ts'

tupleType.new = (type, args, keywords) => {
  rejectKeywords(type, tupleType, keywords)
  args = positionalOf(args, keywords)
  checkCount('tuple', args, 0, 1)
  const iterable = args[0]
  if (type !== tupleType) return new PyTuple(iterable === undefined ? [] : itemsOf(iterable), type)
  return iterable === undefined ? emptyTuple : tupleOf(iterable)
}

/** `tuple(iterable)` */
export function tupleOf(iterable: Value): PyTuple {
  if (iterable instanceof PyTuple && iterable.type === tupleType) return iterable
  if (iterable instanceof PyList && iterable.type === listType) return tupleOfItems(iterable.toArray())
  return tupleOfItems(itemsOf(iterable))
}

/** A tuple of items that nobody else changes; the empty one is always the same. */
export const tupleOfItems = (items: readonly Value[]): PyTuple => (items.length === 0 ? emptyTuple : new PyTuple(items))

tupleType.repr = (self: PyTuple): Str => {
  const { items } = self
  if (items.length === 0) return '()'
  return guardedRepr(self, '(...)', () => {
    const text = new StrBuilder()
    for (let i = 0; i < items.length; i++) {
      text.put(i > 0 ? ', ' : '(')
      text.put(repr(items[i]!))
    }
    text.put(items.length === 1 ? ',)' : ')')
    return text.finish()
  })
}

tupleType.hash = hashOfTuple

tupleType.length = (self: PyTuple): number => self.items.length

tupleType.contains = (self: PyTuple, item: Value): boolean => indexIn(self.items, item, 0, self.items.length) >= 0

function indexIn(items: readonly Value[], item: Value, start: number, stop: number): number {
  for (let i = start; i < stop; i++) {
    const each = items[i]!
    if (each === item || equals(each, item)) return i
  }
  return -1
}

tupleType.richcompare = (self: PyTuple, other: Value, op: CompareOp): Value => {
  if (!(other instanceof PyTuple)) return NotImplemented
  const left = self.items
  const right = other.items
  const shorter = left.length < right.length ? left.length : right.length
  let i = 0
  while (i < shorter && (left[i] === right[i] || equals(left[i]!, right[i]!))) i++
  if (i === shorter) return compareOrdered(left.length, right.length, op)
  return op === EQ ? false : op === NE ? true : richCompare(left[i]!, right[i]!, op)
}

tupleType.subscript = (self: PyTuple, key: Value): Value => {
  const { items } = self
  if (typeof key !== 'number' && key instanceof PySlice) {
    const { start, step, count } = sliceIndices(key, items.length)
    if (count === items.length && step === 1 && self.type === tupleType) return self
    return tupleOfItems(step === 1 ? items.slice(start, start + count) : pick(items, start, step, count))
  }
  let index = subscriptIndex(key, 'tuple')
  if (index < 0) index += items.length
  const item = items[index]
  if (item === undefined) raise(indexErrorType, 'tuple index out of range')
  return item
}

tupleType.concat = (self: PyTuple, other: Value): Value => {
  if (self.items.length === 0 && typeOf(other) === tupleType) return other
  if (!(other instanceof PyTuple))
    raiseTypeError(`can only concatenate tuple (not "${typeName(typeOf(other))}") to tuple`)
  if (other.items.length === 0 && self.type === tupleType) return self
  checkLength(self.items.length + other.items.length)
  return tupleOfItems(concatenated(self.items, other.items))
}

tupleType.repeat = (self: PyTuple, count: number): Value => {
  const { items } = self
  if ((items.length === 0 || count === 1) && self.type === tupleType) return self
  if (items.length === 0 || count <= 0) return emptyTuple
  checkLength(items.length * count)
  return new PyTuple(repeated(items, count))
}

function index(self: PyTuple, item: Value, start: Value, stop: Value): Value {
  const { items } = self
  const to = Math.min(sliceBoundArgument(stop, items.length), items.length)
  const at = indexIn(items, item, sliceBoundArgument(start, items.length), to)
  if (at < 0) raise(valueErrorType, 'tuple.index(x): x not in tuple')
  return at
}

function count(self: PyTuple, item: Value): Value {
  let found = 0
  for (const each of self.items) if (each === item || equals(each, item)) found++
  return found
}

defineType(tupleType, {
  signature: '(iterable=(), /)',
  doc: "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
  methods: () => [
    builtin('__getnewargs__($self, /)', (self: PyTuple) => new PyTuple([new PyTuple(self.items)])),
    builtin(
      'index($self, value, start=0, stop=sys.maxsize, /)',
      index,
      'Return first index of value.\n\nRaises ValueError if the value is not present.',
    ),
    builtin('count($self, value, /)', count, 'Return number of occurrences of value.'),
  ],
  classMethods: () => [classGetItem()],
})
