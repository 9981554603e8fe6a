/** `context.flags` and `context.traps`: dicts with the signals as keys, in which assignments change the context. */
import { defineType } from '../../objects/define.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { NotImplemented } from '../../objects/number.ts'
import { builtin } from '../../objects/signature.ts'
import { EQ, NE } from '../../objects/slots.ts'
import { reprText } from '../../objects/text.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { truth } from '../../objects/truth.ts'
import type { PyType } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { PySignalDict, signalDictMixinType } from './context-object.ts'
import { signalArgument, flagsOfDict } from './settings.ts'
import { signals } from './signals.ts'

const type = signalDictMixinType

function flagsOf({ context, which }: PySignalDict): number {
  if (context === null) raise(valueErrorType, 'invalid signal dict')
  return context[which]
}

const signalTuple = (): PyTuple => new PyTuple(signals.map(signal => signal.type as Value))

type.new = (made: PyType) => new PySignalDict(made, null, 'status')
type.hash = null
type.length = (self: PySignalDict) => {
  flagsOf(self)
  return signals.length
}
type.iter = self => {
  flagsOf(self as PySignalDict)
  const keys = signalTuple()
  return typeOf(keys).iter!(keys)
}
type.repr = (self: PySignalDict) => {
  const flags = flagsOf(self)
  const items = signals.map(signal => `${reprText(signal.type)}:${(flags & signal.flag) !== 0 ? 'True' : 'False'}`)
  return `{${items.join(', ')}}`
}
type.subscript = (self: PySignalDict, key: Value) => (flagsOf(self) & signalArgument(key).flag) !== 0
type.assSubscript = (self: PySignalDict, key: Value, value: Value | undefined) => {
  const flags = flagsOf(self)
  if (value === undefined) raise(valueErrorType, 'signal keys cannot be deleted')
  const { flag } = signalArgument(key)
  self.context![self.which] = truth(value) ? flags | flag : flags & ~flag
}
type.richcompare = (self: PySignalDict, other: Value, op) => {
  if (op !== EQ && op !== NE) return NotImplemented
  const flags = other instanceof PySignalDict ? flagsOf(other) : other instanceof PyDict ? flagsOfDict(other) : null
  return flags === null ? NotImplemented : (flagsOf(self) === flags) === (op === EQ)
}

defineType(type, {
  methods: () => [
    builtin('copy($self, /)', (self: PySignalDict) => {
      const flags = flagsOf(self)
      const copy = new PyDict()
      for (const signal of signals) copy.set(signal.type, (flags & signal.flag) !== 0)
      return copy
    }),
  ],
})
