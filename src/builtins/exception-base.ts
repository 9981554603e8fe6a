/** BaseException: what all exceptions have. As in Objects/exceptions.c. */
import { assignAttribute } from '../objects/attribute.ts'
import { baseExceptionType, typeOf } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { PyDict } from '../objects/dict.ts'
import { PyBaseException, PyTraceback, raiseTypeError } from '../objects/exception.ts'
import { exceptionType } from '../objects/exception-types.ts'
import { itemsOf } from '../objects/iteration.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, concatStr, strOf, textOf, type Str } from '../objects/str.ts'
import { repr, str } from '../objects/text.ts'
import { emptyTuple, PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { initArguments, positionalArguments } from './exception-fields.ts'
import { addNote } from './exception-notes.ts'
import { dictGetSet, findDict } from './object-dict.ts'

baseExceptionType.new = (type, args, keywords) => {
  const given = positionalArguments(args, keywords)
  return new PyBaseException(given.length === 0 ? emptyTuple : new PyTuple(given), type)
}
baseExceptionType.init = initArguments

exceptionType.new = baseExceptionType.new

/** What `str(exception)` is unless its type knows better. */
export function baseExceptionText(self: PyBaseException): Str {
  const { items } = self.args
  return items.length === 0 ? '' : str(items.length === 1 ? items[0]! : self.args)
}

baseExceptionType.str = baseExceptionText
baseExceptionType.repr = (self: PyBaseException) => {
  const { items } = self.args
  const name = strOf(self.type.name)
  if (items.length !== 1) return concatStr(name, repr(self.args))
  return concatStr(concatStr(name, '('), concatStr(repr(items[0]!), ')'))
}

/** `(type, args)`, and the `__dict__` if it has something in it. */
export function reduceException(self: PyBaseException, args: PyTuple = self.args): PyTuple {
  const dict = findDict(self)
  return new PyTuple(dict === undefined || dict.size === 0 ? [self.type, args] : [self.type, args, dict])
}

function setState(self: PyBaseException, state: Value): void {
  if (state === null) return
  if (!(state instanceof PyDict)) raiseTypeError('state is not a dictionary')
  for (const [key, value] of state.entries()) {
    const name = asStr(key)
    if (name === undefined) raiseTypeError(`attribute name must be string, not '${typeName(typeOf(key))}'`)
    assignAttribute(self, textOf(name), value)
  }
}

function setTraceback(self: PyBaseException, value: Value | undefined): void {
  if (value === undefined) raiseTypeError('__traceback__ may not be deleted')
  if (value !== null && !(value instanceof PyTraceback)) raiseTypeError('__traceback__ must be a traceback or None')
  self.traceback = value
}

function setArgs(self: PyBaseException, value: Value | undefined): void {
  if (value === undefined) raiseTypeError('args may not be deleted')
  self.args = new PyTuple(itemsOf(value))
}

function setContextAttribute(self: PyBaseException, value: Value | undefined): void {
  if (value === undefined) raiseTypeError('__context__ may not be deleted')
  if (value !== null && !(value instanceof PyBaseException))
    raiseTypeError('exception context must be None or derive from BaseException')
  self.context = value
}

function setCause(self: PyBaseException, value: Value | undefined): void {
  if (value === undefined) raiseTypeError('__cause__ may not be deleted')
  if (value !== null && !(value instanceof PyBaseException))
    raiseTypeError('exception cause must be None or derive from BaseException')
  self.cause = value
  self.suppressContext = true
}

function setSuppressContext(self: PyBaseException, value: Value | undefined): void {
  if (value === undefined) raiseTypeError("can't delete numeric/char attribute")
  if (typeof value !== 'boolean') raiseTypeError('attribute value type must be bool')
  self.suppressContext = value
}

defineType(baseExceptionType, {
  doc: 'Common base class for all exceptions.',
  methods: () => [
    builtin('__reduce__($self, /)', (self: PyBaseException) => reduceException(self)),
    builtin('__setstate__($self, state, /)', setState),
    builtin(
      'with_traceback($self, tb, /)',
      (self: PyBaseException, traceback: Value) => {
        setTraceback(self, traceback)
        return self
      },
      'Set self.__traceback__ to tb and return self.',
    ),
    builtin(
      'add_note($self, note: str, /)',
      (self: PyBaseException, note: Str) => addNote(self, note),
      'Add a note to the exception',
    ),
  ],
  members: () => [['__suppress_context__', (self: PyBaseException) => self.suppressContext, setSuppressContext]],
  getset: () => [
    dictGetSet,
    ['args', (self: PyBaseException) => self.args, setArgs],
    ['__traceback__', (self: PyBaseException) => self.traceback, setTraceback],
    ['__context__', (self: PyBaseException) => self.context, setContextAttribute],
    ['__cause__', (self: PyBaseException) => self.cause, setCause],
  ],
})

defineType(exceptionType, { doc: 'Common base class for all non-exit exceptions.' })
