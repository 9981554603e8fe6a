/** The module array: sequences of numbers or characters of one machine type. What an array is and does is in the folder of the same name. */
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType } from '../objects/builtin-types.ts'
import { lookupAttribute } from '../objects/attribute.ts'
import { callMethod } from '../objects/call.ts'
import { defineType } from '../objects/define.ts'
import { hooks } from '../objects/hooks.ts'
import { builtin } from '../objects/signature.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { ssizeOf } from '../objects/operators.ts'
import { builtinFunctionNamed } from '../builtins/builtin-lookup.ts'
import { classGetItem } from '../builtins/class-getitem.ts'
import { arrayType, type PyArray } from './array/array-object.ts'
import { typecodes } from './array/kinds.ts'
import { arrayMethods } from './array/methods.ts'
import { reconstruct } from './array/pickling.ts'
import './array/slots.ts'

const arrayIteratorType = builtinType('arrayiterator', { module: 'array' })

class PyArrayIterator extends PyObject {
  array: PyArray | null
  index: number
  constructor(array: PyArray) {
    super(arrayIteratorType)
    this.array = array
    this.index = 0
  }
}

arrayType.iter = (self: PyArray) => new PyArrayIterator(self)
arrayIteratorType.iter = self => self
arrayIteratorType.iternext = (self: PyArrayIterator) => {
  const { array, index } = self
  if (array === null) return undefined
  if (index >= array.length) {
    self.array = null
    return undefined
  }
  self.index = index + 1
  return array.at(index)
}

defineType(arrayIteratorType, {
  methods: () => [
    builtin(
      '__reduce__($self, /)',
      ({ array, index }: PyArrayIterator) => {
        const iter = builtinFunctionNamed('iter')
        if (array === null) return new PyTuple([iter, new PyTuple([new PyTuple([])])])
        return new PyTuple([iter, new PyTuple([array]), index])
      },
      'Return state information for pickling.',
    ),
    builtin(
      '__setstate__($self, state, /)',
      (self: PyArrayIterator, state: Value) => {
        const index = ssizeOf(state)
        if (self.array !== null) self.index = Math.min(Math.max(index, 0), self.array.length)
      },
      'Set state information for unpickling.',
    ),
  ],
})

defineType(arrayType, {
  doc: `array(typecode [, initializer]) -> array

Return a new array whose items are restricted by typecode, and
initialized from the optional initializer value, which must be a list,
string or iterable over elements of the appropriate type.

Arrays represent basic values and behave very much like lists, except
the type of objects stored in them is constrained. The type is specified
at object creation time by using a type code, which is a single character.`,
  methods: arrayMethods,
  classMethods: () => [classGetItem()],
  getset: () => [
    ['typecode', ({ kind }: PyArray) => kind.code, null, 'the typecode character used to create the array'],
    ['itemsize', ({ kind }: PyArray) => kind.size, null, 'the size, in bytes, of one array item'],
  ],
  attributes: () => ({ __hash__: null }),
})

defineModule('array', {
  doc: 'This module defines an object type which can efficiently represent\nan array of basic values: characters, integers, floating-point\nnumbers.  Arrays are sequence types and behave very much like lists,\nexcept that the type of objects stored in them is constrained.',
  functions: () => [
    builtin(
      '_array_reconstructor($module, arraytype, typecode, mformat_code: ssize, items, /)',
      reconstruct,
      'Internal. Used for pickling support.',
    ),
  ],
  attributes: () => {
    // collections.abc lists the builtin sequences itself; this one asks to be among them.
    const sequences = lookupAttribute(hooks.importModule('collections.abc'), 'MutableSequence')
    callMethod(sequences, 'register', arrayType)
    return { array: arrayType, ArrayType: arrayType, typecodes }
  },
})
