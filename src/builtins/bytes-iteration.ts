/** What Python code sees of the iterators of bytes and bytearray. */
import type { PyBytesIterator } from '../objects/bytes-iterator.ts'
import { defineType } from '../objects/define.ts'
import { ssizeOf } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import { emptyTuple, PyTuple } from '../objects/tuple.ts'
import type { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { builtinFunctionNamed } from './builtin-lookup.ts'

/** Declares the methods of an iterator type. */
export function byteIterator(type: PyType): void {
  defineType(type, {
    methods: () => [
      builtin(
        '__length_hint__($self, /)',
        ({ source, index }: PyBytesIterator) => (source === null ? 0 : Math.max(source.length - index, 0)),
        'Private method returning an estimate of len(list(it)).',
      ),
      builtin(
        '__reduce__($self, /)',
        ({ source, index }: PyBytesIterator) => {
          const iter = builtinFunctionNamed('iter')
          return new PyTuple(source === null ? [iter, new PyTuple([emptyTuple])] : [iter, new PyTuple([source]), index])
        },
        'Return state information for pickling.',
      ),
      builtin(
        '__setstate__($self, object, /)',
        (self: PyBytesIterator, state: Value) => {
          const index = ssizeOf(state)
          if (self.source !== null) self.index = Math.min(Math.max(index, 0), self.source.length)
        },
        'Set state information for unpickling.',
      ),
    ],
  })
}
