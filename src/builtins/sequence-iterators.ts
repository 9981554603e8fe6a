/**
 * What Python code sees of the iterators of list and tuple, and of whatever has `__getitem__`: `__length_hint__`, and `__reduce__` and
 * `__setstate__` for copying. As in Objects/listobject.c, Objects/tupleobject.c and Objects/iterobject.c.
 */
import { typeOf } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import {
  listIteratorType,
  listReverseIteratorType,
  type PyListIterator,
  type PyListReverseIterator,
  type PyTupleIterator,
  tupleIteratorType,
} from '../objects/iterators.ts'
import { type PySequenceIterator, sequenceIteratorType } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { NotImplemented } from '../objects/number.ts'
import { ssizeArgument } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import { emptyTuple, PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'
import { builtinFunctionNamed } from './builtin-lookup.ts'

const hintDoc = 'Private method returning an estimate of len(list(it)).'
const reduceDoc = 'Return state information for pickling.'
const setStateDoc = 'Set state information for unpickling.'

const clamp = (index: number, low: number, high: number): number => (index < low ? low : index > high ? high : index)

/** What `copy` and `pickle` make such an iterator with. The function is looked up first, as that may run code that uses the iterator. */
function reduced(name: string, state: () => readonly [of: Value, ...index: number[]]): Value {
  const make = builtinFunctionNamed(name)
  const [of, ...index] = state()
  return new PyTuple([make, new PyTuple([of]), ...index])
}

defineType(listIteratorType, {
  methods: () => [
    builtin(
      '__length_hint__($self, /)',
      ({ list, index }: PyListIterator) => (list === null ? 0 : Math.max(list.length - index, 0)),
      hintDoc,
    ),
    builtin(
      '__reduce__($self, /)',
      (self: PyListIterator) =>
        reduced('iter', () => (self.list === null ? [new PyList([])] : [self.list, self.index])),
      reduceDoc,
    ),
    builtin(
      '__setstate__($self, object, /)',
      (self: PyListIterator, state: Value) => {
        const index = ssizeArgument(state)
        if (self.list !== null) self.index = clamp(index, 0, self.list.length)
      },
      setStateDoc,
    ),
  ],
})

defineType(listReverseIteratorType, {
  methods: () => [
    builtin(
      '__length_hint__($self, /)',
      ({ list, index }: PyListReverseIterator) => (list === null || list.length < index + 1 ? 0 : index + 1),
      hintDoc,
    ),
    builtin(
      '__reduce__($self, /)',
      (self: PyListReverseIterator) =>
        reduced('reversed', () => (self.list === null ? [new PyList([])] : [self.list, self.index])),
      reduceDoc,
    ),
    builtin(
      '__setstate__($self, object, /)',
      (self: PyListReverseIterator, state: Value) => {
        const index = ssizeArgument(state)
        if (self.list !== null) self.index = clamp(index, -1, self.list.length - 1)
      },
      setStateDoc,
    ),
  ],
})

defineType(tupleIteratorType, {
  methods: () => [
    builtin(
      '__length_hint__($self, /)',
      ({ tuple, index }: PyTupleIterator) => (tuple === null ? 0 : tuple.items.length - index),
      hintDoc,
    ),
    builtin(
      '__reduce__($self, /)',
      (self: PyTupleIterator) => reduced('iter', () => (self.tuple === null ? [emptyTuple] : [self.tuple, self.index])),
      reduceDoc,
    ),
    builtin(
      '__setstate__($self, object, /)',
      (self: PyTupleIterator, state: Value) => {
        const index = ssizeArgument(state)
        if (self.tuple !== null) self.index = clamp(index, 0, self.tuple.items.length)
      },
      setStateDoc,
    ),
  ],
})

defineType(sequenceIteratorType, {
  methods: () => [
    builtin(
      '__length_hint__($self, /)',
      ({ sequence, index }: PySequenceIterator) => {
        if (sequence === undefined) return 0
        const { length } = typeOf(sequence)
        return length === null ? NotImplemented : Math.max(Number(length(sequence)) - index, 0)
      },
      hintDoc,
    ),
    builtin(
      '__reduce__($self, /)',
      (self: PySequenceIterator) =>
        reduced('iter', () => (self.sequence === undefined ? [emptyTuple] : [self.sequence, self.index])),
      reduceDoc,
    ),
    builtin(
      '__setstate__($self, object, /)',
      (self: PySequenceIterator, state: Value) => {
        const index = ssizeArgument(state)
        if (self.sequence !== undefined) self.index = Math.max(index, 0)
      },
      setStateDoc,
    ),
  ],
})
