/** The exceptions with a field or two: StopIteration, SystemExit, ImportError, NameError, AttributeError, KeyError. */
import { raiseUnexpected } from '../objects/argument-binding.ts'
import { defineType } from '../objects/define.ts'
import { PyDict } from '../objects/dict.ts'
import type { PyBaseException } from '../objects/exception.ts'
import {
  attributeErrorType,
  importErrorType,
  keyErrorType,
  memoryErrorType,
  nameErrorType,
  stopIterationType,
  systemExitType,
} from '../objects/exception-types.ts'
import { baseExceptionType } from '../objects/builtin-types.ts'
import { builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { asStr } from '../objects/str.ts'
import { repr } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'
import { baseExceptionText } from './exception-base.ts'
import {
  fieldMembers,
  fieldOf,
  initWith,
  positionalArguments,
  setFieldFiller,
  type FieldFiller,
} from './exception-fields.ts'
import { findDict } from './object-dict.ts'

// ---- StopIteration and SystemExit

const fillStopIteration: FieldFiller = self => void self.setField('value', self.args.items[0] ?? null)
setFieldFiller(stopIterationType, fillStopIteration)
stopIterationType.init = initWith(fillStopIteration)
defineType(stopIterationType, {
  doc: 'Signal the end from iterator.__next__().',
  members: () => fieldMembers('value'),
})

const fillSystemExit: FieldFiller = self => {
  const { items } = self.args
  if (items.length > 0) self.setField('code', items.length === 1 ? items[0]! : self.args)
}
setFieldFiller(systemExitType, fillSystemExit)
systemExitType.init = initWith(fillSystemExit)
defineType(systemExitType, { doc: 'Request to exit from the interpreter.', members: () => fieldMembers('code') })

// ---- Fields given as keywords

/** An `init` slot of a type whose fields are the keywords of its constructor. */
function initWithKeywords(name: string, fields: readonly string[], fill: FieldFiller | null) {
  return (self: PyBaseException, args: Value[], keywords: KeywordNames): void => {
    const given = positionalArguments(args, keywords)
    self.args = new PyTuple(given)
    self.fields = {}
    keywords?.forEach((keyword, i) => {
      if (!fields.includes(keyword)) raiseUnexpected(name, keyword, fields, keywords.length)
      self.setField(keyword, args[given.length + i]!)
    })
    fill?.(self)
  }
}

const importFields = ['name', 'path', 'name_from']
const fillImportError: FieldFiller = self => {
  if (self.args.items.length === 1) self.setField('msg', self.args.items[0]!)
}
setFieldFiller(importErrorType, fillImportError)
importErrorType.init = initWithKeywords('ImportError', importFields, fillImportError)
importErrorType.str = (self: PyBaseException) => {
  const message = fieldOf(self, 'msg')
  return (message === undefined ? undefined : asStr(message)) ?? baseExceptionText(self)
}

/** The `__dict__` and those of the fields that are set, as one dict; None if there is nothing. */
function stateWith(self: PyBaseException, fields: readonly string[]): PyDict | null {
  const state = findDict(self)?.copy() ?? new PyDict()
  for (const name of fields) {
    const value = fieldOf(self, name)
    if (value !== undefined && value !== null) state.setStr(name, value)
  }
  return state.size === 0 ? null : state
}

function reduceImportError(self: PyBaseException): Value {
  const state = stateWith(self, importFields)
  return new PyTuple(state === null ? [self.type, self.args] : [self.type, self.args, state])
}

defineType(importErrorType, {
  doc: "Import can't find module, or can't find name in module.",
  methods: () => [builtin('__reduce__($self, /)', reduceImportError)],
  members: () => fieldMembers('msg', ...importFields),
})

nameErrorType.init = initWithKeywords('NameError', ['name'], null)
defineType(nameErrorType, { doc: 'Name not found globally.', members: () => fieldMembers('name') })

attributeErrorType.init = initWithKeywords('AttributeError', ['name', 'obj'], null)

/** The object is left out: it may be anything, also what cannot be pickled. */
function attributeErrorState(self: PyBaseException): Value {
  const state = stateWith(self, ['name']) ?? new PyDict()
  state.setStr('args', self.args)
  return state
}

defineType(attributeErrorType, {
  doc: 'Attribute not found.',
  methods: () => [
    builtin('__getstate__($self, /)', attributeErrorState),
    builtin(
      '__reduce__($self, /)',
      (self: PyBaseException) => new PyTuple([self.type, self.args, attributeErrorState(self)]),
    ),
  ],
  members: () => fieldMembers('name', 'obj'),
})

// ---- KeyError and MemoryError

/** A key alone is shown as written in a program: `KeyError: ''` is seen to be about an empty text. */
keyErrorType.str = (self: PyBaseException) =>
  self.args.items.length === 1 ? repr(self.args.items[0]!) : baseExceptionText(self)
defineType(keyErrorType, { doc: 'Mapping key not found.' })

memoryErrorType.new = (type, args, keywords) => baseExceptionType.new!(type, args, keywords)
memoryErrorType.init = (self: PyBaseException, args, keywords) => baseExceptionType.init!(self, args, keywords)
defineType(memoryErrorType, { doc: 'Out of memory.' })
