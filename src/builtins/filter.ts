// Hot.
/** filter. As filter_new and filter_next (Python/bltinmodule.c). */
import { boolType, builtinType } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { defineType } from '../objects/define.ts'
import { getIter } from '../objects/iteration.ts'
import { builtin } from '../objects/signature.ts'
import { tick } from '../objects/tick.ts'
import { truth } from '../objects/truth.ts'
import { PyTuple } from '../objects/tuple.ts'
import { TypeFlags, type PyType } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { checkCount, positionalOf, rejectKeywords } from './constructor-arguments.ts'
import { endOnStopIteration } from './iterator-state.ts'

export const filterType = builtinType('filter', { flags: TypeFlags.base })

export class PyFilter extends PyObject {
  readonly func: Value
  readonly iterator: Value
  constructor(func: Value, iterator: Value, type: PyType) {
    super(type)
    this.func = func
    this.iterator = iterator
  }
}

filterType.new = (type, args, keywords) => {
  rejectKeywords(type, filterType, keywords)
  const positional = positionalOf(args, keywords)
  checkCount('filter', positional, 2, 2)
  return new PyFilter(positional[0]!, getIter(positional[1]!), type)
}

filterType.iter = self => self
filterType.iternext = (self: PyFilter) => {
  const { func } = self
  const iterator = self.iterator as PyObject
  const next = iterator.type.iternext!
  const byTruth = func === null || func === boolType
  for (let i = 1; ; i++) {
    if (i % 4096 === 0) tick(4096)
    const item = next(iterator)
    if (item === undefined) return undefined
    try {
      if (truth(byTruth ? item : call(func, [item]))) return item
    } catch (thrown) {
      return endOnStopIteration(thrown)
    }
  }
}

defineType(filterType, {
  signature: '(function, iterable, /)',
  doc: `The items of the iterable for which the function answers something true; with None as function, those that are true.`,
  methods: () => [
    builtin(
      '__reduce__($self, /)',
      (self: PyFilter) => new PyTuple([self.type, new PyTuple([self.func, self.iterator])]),
    ),
  ],
})
