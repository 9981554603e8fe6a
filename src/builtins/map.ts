// Hot.
/** map. As map_new and map_next (Python/bltinmodule.c). */
import { builtinType } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { defineType } from '../objects/define.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { getIter } from '../objects/iteration.ts'
import { builtin } from '../objects/signature.ts'
import { truth } from '../objects/truth.ts'
import { PyTuple } from '../objects/tuple.ts'
import { TypeFlags, type PyType } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { positionalOf } from './constructor-arguments.ts'
import { endOnStopIteration } from './iterator-state.ts'
import { checkSameLength } from './strict-lengths.ts'
import { readStrict } from './zip.ts'

export const mapType = builtinType('map', { flags: TypeFlags.base })

export class PyMap extends PyObject {
  readonly func: Value
  readonly iterators: readonly Value[]
  strict: boolean
  constructor(func: Value, iterators: readonly Value[], strict: boolean, type: PyType) {
    super(type)
    this.func = func
    this.iterators = iterators
    this.strict = strict
  }
}

mapType.new = (type, args, keywords) => {
  const strict = readStrict('map', args, type === mapType || type.init === mapType.init ? keywords : null)
  const [func, ...iterables] = positionalOf(args, keywords)
  if (func === undefined || iterables.length === 0) raiseTypeError('map() must have at least two arguments.')
  return new PyMap(func, iterables.map(getIter), strict, type)
}

mapType.iter = self => self
mapType.iternext = (self: PyMap) => {
  const { iterators } = self
  const { length } = iterators
  const items = new Array<Value>(length)
  for (let i = 0; i < length; i++) {
    const iterator = iterators[i] as PyObject
    const item = iterator.type.iternext!(iterator)
    if (item === undefined) return self.strict ? checkSameLength('map', iterators, i) : undefined
    items[i] = item
  }
  try {
    return call(self.func, items)
  } catch (thrown) {
    return endOnStopIteration(thrown)
  }
}

defineType(mapType, {
  signature: '(function, iterable, /, *iterables, strict=False)',
  doc: `What the function answers for the first items of the iterables, for the second ones, and so on, until
the shortest one is exhausted.

With strict, all of the iterables must have the same length: otherwise ValueError is raised.`,
  methods: () => [
    builtin('__reduce__($self, /)', (self: PyMap) => {
      const args = new PyTuple([self.func, ...self.iterators])
      return new PyTuple(self.strict ? [self.type, args, true] : [self.type, args])
    }),
    builtin('__setstate__($self, object, /)', (self: PyMap, state: Value) => {
      self.strict = truth(state)
    }),
  ],
})
