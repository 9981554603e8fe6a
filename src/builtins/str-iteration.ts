/** What Python code sees of the iterators of str. */
import { defineType } from '../objects/define.ts'
import { ssizeOf } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import {
  PyStrIterator,
  strAsciiIteratorType,
  strIteratorType,
  type PyWideStrIterator,
} from '../objects/str-iterator.ts'
import { strLength, type Str } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'
import { builtinFunctionNamed } from './builtin-lookup.ts'

type StrIterator = PyStrIterator | PyWideStrIterator

const textOfIterator = (iterator: StrIterator): Str =>
  iterator instanceof PyStrIterator ? iterator.text : (iterator.str ?? '')

for (const type of [strIteratorType, strAsciiIteratorType])
  defineType(type, {
    methods: () => [
      builtin(
        '__length_hint__($self, /)',
        (self: StrIterator) => Math.max(strLength(textOfIterator(self)) - self.index, 0),
        'Private method returning an estimate of len(list(it)).',
      ),
      builtin(
        '__reduce__($self, /)',
        (self: StrIterator) => {
          const iter = builtinFunctionNamed('iter')
          const text = textOfIterator(self)
          return new PyTuple(text === '' ? [iter, new PyTuple([''])] : [iter, new PyTuple([text]), self.index])
        },
        'Return state information for pickling.',
      ),
      builtin(
        '__setstate__($self, object, /)',
        (self: StrIterator, state: Value) => {
          const index = ssizeOf(state)
          self.index = Math.min(Math.max(index, 0), strLength(textOfIterator(self)))
        },
        'Set state information for unpickling.',
      ),
    ],
  })
