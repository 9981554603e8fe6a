/**
 * What Python code sees of the iterators of list and tuple: `__length_hint__`, and `__reduce__` and `__setstate__` for copying.
 * As in Objects/listobject.c and Objects/tupleobject.c.
 */
import { defineType } from '../objects/define.ts'
import {
  listIteratorType,
  listReverseIteratorType,
  type PyListIterator,
  type PyListReverseIterator,
  type PyTupleIterator,
  tupleIteratorType,
} from '../objects/iterators.ts'
import { PyList } from '../objects/list.ts'
import { ssizeArgument } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import { emptyTuple, PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'
import { builtinFunctionNamed } from './builtin-lookup.ts'

const hintDoc = 'Private method returning an estimate of len(list(it)).'
const reduceDoc = 'Return state information for pickling.'
const setStateDoc = 'Set state information for unpickling.'

const clamp = (index: number, low: number, high: number): number => (index < low ? low : index > high ? high : index)

const exhausted = (what: Value): Value => new PyTuple([builtinFunctionNamed('iter'), new PyTuple([what])])

defineType(listIteratorType, {
  methods: () => [
    builtin(
      '__length_hint__($self, /)',
      ({ list, index }: PyListIterator) => (list === null ? 0 : Math.max(list.length - index, 0)),
      hintDoc,
    ),
    builtin(
      '__reduce__($self, /)',
      ({ list, index }: PyListIterator) =>
        list === null
          ? exhausted(new PyList([]))
          : new PyTuple([builtinFunctionNamed('iter'), new PyTuple([list]), index]),
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
      ({ list, index }: PyListReverseIterator) =>
        list === null
          ? new PyTuple([builtinFunctionNamed('reversed'), new PyTuple([new PyList([])])])
          : new PyTuple([builtinFunctionNamed('reversed'), new PyTuple([list]), index]),
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
      ({ tuple, index }: PyTupleIterator) =>
        tuple === null
          ? exhausted(emptyTuple)
          : new PyTuple([builtinFunctionNamed('iter'), new PyTuple([tuple]), index]),
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
