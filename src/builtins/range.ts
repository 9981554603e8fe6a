/** range: its constructor, its behaviour as a sequence of ints of any size, its iterators' methods. As Objects/rangeobject.c. */
import { add, floordiv, mod, mul, sub } from '../base/int.ts'
import { rangeType, typeOf } from '../objects/builtin-types.ts'
import { equals } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { indexErrorType, overflowErrorType, valueErrorType } from '../objects/exception-types.ts'
import { hashOfTuple } from '../objects/hash-halves.ts'
import { forEachItem } from '../objects/iteration.ts'
import { asInt, NotImplemented } from '../objects/number.ts'
import { indexOf } from '../objects/operators.ts'
import {
  iterateRange,
  longRangeIteratorType,
  type PyLongRangeIterator,
  PyRange,
  type PyRangeIterator,
  rangeIteratorType,
} from '../objects/range.ts'
import { builtin } from '../objects/signature.ts'
import { PySlice } from '../objects/slice.ts'
import { EQ, NE, type CompareOp } from '../objects/slots.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName, TypeFlags } from '../objects/type.ts'
import type { Int, Value } from '../objects/value.ts'
import { builtinFunctionNamed } from './builtin-lookup.ts'
import { checkCount, rejectKeywords } from './constructor-arguments.ts'
import { longSliceIndices } from './slice.ts'

const bound = (value: Value): Int => (typeof value === 'number' ? value : indexOf(value))

rangeType.new = (type, args, keywords) => {
  rejectKeywords(type, rangeType, keywords)
  if (args.length === 1) return new PyRange(0, bound(args[0]!), 1)
  checkCount('range', args, 1, 3)
  const start = bound(args[0]!)
  const stop = bound(args[1]!)
  const step = args.length === 3 ? bound(args[2]!) : 1
  if (step === 0) raise(valueErrorType, 'range() arg 3 must not be zero')
  return new PyRange(start, stop, step)
}

rangeType.repr = ({ start, stop, step }: PyRange) => `range(${start}, ${stop}${step === 1 ? '' : `, ${step}`})`
rangeType.bool = (self: PyRange) => self.count !== 0
rangeType.length = (self: PyRange) => {
  // Longer ones are for `len` itself (length.ts).
  if (typeof self.count === 'bigint') raise(overflowErrorType, 'Python int too large to convert to C ssize_t')
  return self.count
}

function itemAt(self: PyRange, index: Int): Int {
  const at = index < 0 ? add(index, self.count) : index
  if (at < 0 || at >= self.count) raise(indexErrorType, 'range object index out of range')
  return self.at(at)
}

rangeType.subscript = (self: PyRange, key: Value) => {
  if (typeof key === 'number') return itemAt(self, key)
  if (key instanceof PySlice) {
    const { start, stop, step } = longSliceIndices(key, self.count)
    return new PyRange(self.at(start), self.at(stop), mul(self.step, step))
  }
  return itemAt(
    self,
    indexOf(key, () => `range indices must be integers or slices, not ${typeName(typeOf(key))}`),
  )
}

/** Position of an int in the range, −1 if it is not in it. */
function positionOf(self: PyRange, item: Int): Int {
  const { start, stop, step } = self
  const isWithin = step > 0 ? item >= start && item < stop : item <= start && item > stop
  if (!isWithin) return -1
  const distance = sub(item, start)
  return mod(distance, step) === 0 ? floordiv(distance, step) : -1
}

const isExactInt = (value: Value): value is Int | boolean =>
  typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'

rangeType.contains = (self: PyRange, item: Value) => {
  if (isExactInt(item)) return positionOf(self, asInt(item)!) !== -1
  let found = false
  forEachItem(self, each => (found = equals(each, item)))
  return found
}

/** Ranges are equal when they have the same items. */
function sameItems(a: PyRange, b: PyRange): boolean {
  if (a.count !== b.count) return false
  if (a.count === 0) return true
  return a.start === b.start && (a.count === 1 || a.step === b.step)
}

rangeType.richcompare = (self: PyRange, other: Value, op: CompareOp) => {
  if ((op !== EQ && op !== NE) || !(other instanceof PyRange)) return NotImplemented
  return sameItems(self, other) === (op === EQ)
}

rangeType.hash = ({ start, step, count }: PyRange) => {
  if (count === 0) return hashOfTuple(new PyTuple([count, null, null]))
  return hashOfTuple(new PyTuple([count, start, count === 1 ? null : step]))
}

function countOf(self: PyRange, item: Value): Int {
  if (isExactInt(item)) return positionOf(self, asInt(item)!) === -1 ? 0 : 1
  let count = 0
  forEachItem(self, each => {
    if (equals(each, item)) count++
  })
  return count
}

function indexIn(self: PyRange, item: Value): Int {
  if (isExactInt(item)) {
    const position = positionOf(self, asInt(item)!)
    if (position === -1) raise(valueErrorType, 'range.index(x): x not in range')
    return position
  }
  let at = 0
  let found = false
  forEachItem(self, each => {
    found = equals(each, item)
    if (!found) at++
    return found
  })
  if (!found) raise(valueErrorType, 'sequence.index(x): x not in sequence')
  return at
}

defineType(rangeType, {
  doc: `range(stop) -> range object
range(start, stop[, step]) -> range object

A sequence of integers from start (inclusive) to stop (exclusive) by step: start, start+step, start+2*step, and so on.
start defaults to 0; step, 1 unless given, may be negative.`,
  methods: () => [
    builtin(
      '__reversed__($self, /)',
      (self: PyRange) => {
        const { step, count } = self
        return iterateRange(self.at(sub(count, 1)), sub(0, step), count)
      },
      'Return a reverse iterator.',
    ),
    builtin(
      '__reduce__($self, /)',
      (self: PyRange) => new PyTuple([rangeType, new PyTuple([self.start, self.stop, self.step])]),
    ),
    builtin(
      'count($self, object, /)',
      countOf,
      'rangeobject.count(value) -> integer -- return number of occurrences of value',
    ),
    builtin(
      'index($self, object, /)',
      indexIn,
      'rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present.',
    ),
  ],
  members: () => [
    ['start', (self: PyRange) => self.start],
    ['stop', (self: PyRange) => self.stop],
    ['step', (self: PyRange) => self.step],
  ],
})

/** How an iterator is pickled: iter(range(…)), and how many items it has passed. */
const reduceIterator = (start: Int, stop: Int, step: Int, passed: Value): Value =>
  new PyTuple([builtinFunctionNamed('iter'), new PyTuple([new PyRange(start, stop, step)]), passed])

function setRangeState(self: PyRangeIterator, state: Value): void {
  const index = indexOf(state)
  const clipped = index < 0 ? 0 : index > self.remaining ? self.remaining : Number(index)
  self.current += clipped * self.step
}

function setLongState(self: PyLongRangeIterator, state: Value): void {
  const index = asInt(state)
  if (index === undefined) raiseTypeError(`state must be an int, not ${typeName(typeOf(state))}`)
  const isPast = index > self.count
  self.index = index < 0 ? 0 : isPast ? self.count : index
}

rangeIteratorType.flags |= TypeFlags.noInstantiation
longRangeIteratorType.flags |= TypeFlags.noInstantiation

defineType(rangeIteratorType, {
  methods: () => [
    builtin(
      '__length_hint__($self, /)',
      (self: PyRangeIterator) => self.remaining,
      'Private method returning an estimate of len(list(it)).',
    ),
    builtin('__reduce__($self, /)', (self: PyRangeIterator) =>
      reduceIterator(self.current, self.stop, self.step, null),
    ),
    builtin('__setstate__($self, object, /)', setRangeState, 'Set state information for unpickling.'),
  ],
})
defineType(longRangeIteratorType, {
  methods: () => [
    builtin('__length_hint__($self, /)', (self: PyLongRangeIterator) => sub(self.count, self.index)),
    builtin('__reduce__($self, /)', ({ start, step, count, index }: PyLongRangeIterator) =>
      reduceIterator(start, add(start, mul(count, step)), step, index),
    ),
    builtin('__setstate__($self, object, /)', setLongState, 'Set state information for unpickling.'),
  ],
})
