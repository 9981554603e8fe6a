/** `iter(callable, sentinel)`: calls until the sentinel is answered. As Objects/iterobject.c. */
import { builtinType } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { equals } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { builtin } from '../objects/signature.ts'
import { emptyTuple, PyTuple } from '../objects/tuple.ts'
import { TypeFlags } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { builtinFunctionNamed } from './builtin-lookup.ts'
import { endOnStopIteration } from './iterator-state.ts'

export const callIteratorType = builtinType('callable_iterator', { flags: TypeFlags.noInstantiation })

export class PyCallIterator extends PyObject {
  /** Undefined once exhausted. */
  callable: Value | undefined
  readonly sentinel: Value
  constructor(callable: Value, sentinel: Value) {
    super(callIteratorType)
    this.callable = callable
    this.sentinel = sentinel
  }
}

callIteratorType.iter = self => self
callIteratorType.iternext = (self: PyCallIterator) => {
  const { callable, sentinel } = self
  if (callable === undefined) return undefined
  let result: Value
  try {
    result = call(callable, [])
  } catch (thrown) {
    self.callable = undefined
    return endOnStopIteration(thrown)
  }
  // The call may have exhausted the iterator itself.
  if (self.callable !== undefined && !equals(sentinel, result)) return result
  self.callable = undefined
  return undefined
}

defineType(callIteratorType, {
  methods: () => [
    builtin(
      '__reduce__($self, /)',
      ({ callable, sentinel }: PyCallIterator) => {
        const args = callable === undefined ? [emptyTuple] : [callable, sentinel]
        return new PyTuple([builtinFunctionNamed('iter'), new PyTuple(args)])
      },
      'Return state information for pickling.',
    ),
  ],
})
