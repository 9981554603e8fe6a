// Hot.
/** reversed: what `__reversed__` answers, or an iterator over the indices of a sequence from its end. As Objects/enumobject.c. */
import { builtinType, typeOf } from '../objects/builtin-types.ts'
import { lookupSpecial } from '../objects/attribute.ts'
import { call } from '../objects/call.ts'
import { defineType } from '../objects/define.ts'
import { raised, raiseTypeError } from '../objects/exception.ts'
import { indexErrorType, stopIterationType } from '../objects/exception-types.ts'
import { isSequence } from '../objects/iteration.ts'
import { ssizeOf } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import { PyTuple } from '../objects/tuple.ts'
import { TypeFlags, typeName, type PyType } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { checkCount, positionalOf, rejectKeywords } from './constructor-arguments.ts'
import { lengthOf } from './length.ts'

export const reversedType = builtinType('reversed', { flags: TypeFlags.base })

export class PyReversed extends PyObject {
  /** Undefined once exhausted. */
  sequence: Value | undefined
  index: number
  constructor(sequence: Value, length: number, type: PyType) {
    super(type)
    this.sequence = sequence
    this.index = length - 1
  }
}

reversedType.new = (type, args, keywords) => {
  rejectKeywords(type, reversedType, keywords)
  const positional = positionalOf(args, keywords)
  checkCount('reversed', positional, 1, 1)
  const sequence = positional[0]!
  const method = lookupSpecial(sequence, '__reversed__')
  if (method !== undefined && method !== null) return call(method, [])
  if (method === null || !isSequence(sequence))
    raiseTypeError(`'${typeName(typeOf(sequence))}' object is not reversible`)
  return new PyReversed(sequence, lengthOf(sequence), type)
}

reversedType.iter = self => self
reversedType.iternext = (self: PyReversed) => {
  const { sequence, index } = self
  if (sequence !== undefined && index >= 0) {
    try {
      const item = typeOf(sequence).subscript!(sequence, index)
      self.index = index - 1
      return item
    } catch (thrown) {
      const { type } = raised(thrown)
      if (!type.isSubtypeOf(indexErrorType) && !type.isSubtypeOf(stopIterationType)) throw thrown
    }
  }
  self.index = -1
  self.sequence = undefined
  return undefined
}

/** How many items are to come, as far as the sequence's present length tells. */
function lengthHint(self: PyReversed): number {
  if (self.sequence === undefined) return 0
  const position = self.index + 1
  return lengthOf(self.sequence) < position ? 0 : position
}

function setState(self: PyReversed, state: Value): void {
  const index = ssizeOf(state)
  if (self.sequence === undefined) return
  self.index = Math.max(-1, Math.min(index, lengthOf(self.sequence) - 1))
}

defineType(reversedType, {
  signature: '(sequence, /)',
  doc: `The items of a sequence, the last one first.`,
  methods: () => [
    builtin('__length_hint__($self, /)', lengthHint, 'Private method returning an estimate of len(list(it)).'),
    builtin(
      '__reduce__($self, /)',
      (self: PyReversed) =>
        self.sequence === undefined
          ? new PyTuple([self.type, new PyTuple([new PyTuple([])])])
          : new PyTuple([self.type, new PyTuple([self.sequence]), self.index]),
      'Return state information for pickling.',
    ),
    builtin('__setstate__($self, object, /)', setState, 'Set state information for unpickling.'),
  ],
})
