/** What Python code sees of a dict's iterators beside iterating: `__length_hint__` and `__reduce__`. */
import { defineType } from '../objects/define.ts'
import {
  dictItemIteratorType,
  dictKeyIteratorType,
  dictReverseItemIteratorType,
  dictReverseKeyIteratorType,
  dictReverseValueIteratorType,
  dictValueIteratorType,
  PyDictIterator,
} from '../objects/iterators.ts'
import { itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { builtin } from '../objects/signature.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { PyType } from '../objects/type.ts'
import { builtinFunctionNamed } from './builtin-lookup.ts'

/** Pickled as an iterator over a list of what is left; this one does not move. */
function reduce(self: PyDictIterator): PyTuple {
  const rest: PyDictIterator = Object.assign(Object.create(PyDictIterator.prototype) as PyDictIterator, self)
  return new PyTuple([builtinFunctionNamed('iter'), new PyTuple([new PyList(itemsOf(rest))])])
}

const lengthHint = ({ dict, size, remaining }: PyDictIterator): number =>
  dict === null || size !== dict.size ? 0 : remaining

const iteratorTypes: readonly PyType[] = [
  dictKeyIteratorType,
  dictValueIteratorType,
  dictItemIteratorType,
  dictReverseKeyIteratorType,
  dictReverseValueIteratorType,
  dictReverseItemIteratorType,
]

for (const type of iteratorTypes)
  defineType(type, {
    methods: () => [
      builtin('__length_hint__($self, /)', lengthHint, 'Private method returning an estimate of len(list(it)).'),
      builtin('__reduce__($self, /)', reduce, 'Return state information for pickling.'),
    ],
  })
