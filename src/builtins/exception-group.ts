/** BaseExceptionGroup and ExceptionGroup. As in Objects/exceptions.c; taking groups apart is in exception-group-split.ts. */
import { listType, tupleType, typeOf } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { call } from '../objects/call.ts'
import { PyBaseException, raise, raiseTypeError } from '../objects/exception.ts'
import {
  baseExceptionGroupType,
  exceptionGroupType,
  exceptionType,
  valueErrorType,
} from '../objects/exception-types.ts'
import { isSequence, itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { concatStr, isStr, strOf, textOf, type Str } from '../objects/str.ts'
import { repr, reprText, str } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName, type PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { fieldMembers, fieldOf, initArguments, setFieldFiller } from './exception-fields.ts'
import { matcherFrom, splitGroup } from './exception-group-split.ts'
import { genericAlias } from './generic-alias-object.ts'

/** The exceptions that a group holds. */
export function exceptionsOf(group: PyBaseException): readonly PyBaseException[] {
  return (fieldOf(group, 'exceptions') as PyTuple).items as readonly PyBaseException[]
}

export const isGroup = (exception: PyBaseException): boolean => exception.type.isSubtypeOf(baseExceptionGroupType)

function checkedExceptions(value: Value): PyBaseException[] {
  if (!isSequence(value)) raiseTypeError('second argument (exceptions) must be a sequence')
  const items = itemsOf(value)
  if (items.length === 0) raise(valueErrorType, 'second argument (exceptions) must be a non-empty sequence')
  return items.map((each, i) => {
    if (!(each instanceof PyBaseException))
      raise(valueErrorType, `Item ${i} of second argument (exceptions) is not an exception`)
    return each
  })
}

/** A group of plain exceptions only is an ExceptionGroup, whatever was asked for; and that may hold nothing else. */
function chosenType(type: PyType, exceptions: readonly PyBaseException[]): PyType {
  const allPlain = exceptions.every(each => each.type.isSubtypeOf(exceptionType))
  if (type === baseExceptionGroupType) return allPlain ? exceptionGroupType : type
  if (allPlain) return type
  if (type === exceptionGroupType) raiseTypeError('Cannot nest BaseExceptions in an ExceptionGroup')
  if (type.isSubtypeOf(exceptionType)) raiseTypeError(`Cannot nest BaseExceptions in '${typeName(type)}'`)
  return type
}

/** The reprs of sequences of other types, as they were when their groups were made. */
const shownSequences = new WeakMap<PyBaseException, Str>()

function newGroup(type: PyType, args: Value[], keywords: KeywordNames): Value {
  const given = args.length - (keywords?.length ?? 0)
  if (given !== 2) raiseTypeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${given} given)`)
  const [message, exceptions] = args as [Value, Value]
  if (!isStr(message))
    raiseTypeError(
      `BaseExceptionGroup.__new__() argument 1 must be str, not ${message === null ? 'None' : typeName(typeOf(message))}`,
    )
  const items = checkedExceptions(exceptions)
  const group = new PyBaseException(new PyTuple(args.slice(0, given)), chosenType(type, items))
  const kind = typeOf(exceptions)
  if (kind !== listType && kind !== tupleType) shownSequences.set(group, repr(exceptions))
  return group.setField('message', message).setField('exceptions', new PyTuple(items))
}

baseExceptionGroupType.new = newGroup
baseExceptionGroupType.init = initArguments
setFieldFiller(baseExceptionGroupType, self => {
  const [message, exceptions] = self.args.items
  self.setField('message', message!).setField('exceptions', new PyTuple(itemsOf(exceptions!)))
})

/** A group of the exceptions, of the right kind: what a naked exception is wrapped in for `except*`. */
export function makeGroup(message: Value, exceptions: readonly PyBaseException[]): PyBaseException {
  return call(baseExceptionGroupType, [message, new PyList([...exceptions])]) as PyBaseException
}

baseExceptionGroupType.str = (self: PyBaseException) => {
  const count = exceptionsOf(self).length
  return concatStr(str(fieldOf(self, 'message')!), strOf(` (${count} sub-exception${count > 1 ? 's' : ''})`))
}

/** As it was made: with the sequence's own repr, unless that is a list's or a tuple's, which may have changed. */
baseExceptionGroupType.repr = (self: PyBaseException) => {
  const exceptions = new PyTuple(exceptionsOf(self))
  const given = self.args.items[1]
  const isList = given instanceof PyList && given.type === listType
  const sequence = shownSequences.get(self) ?? repr(isList ? new PyList([...exceptions.items]) : exceptions)
  return strOf(`${self.type.name}(${reprText(fieldOf(self, 'message')!)}, ${textOf(sequence)})`)
}

const readOnly = (name: string) => [name, fieldMembers(name)[0]![1], null] as const

defineType(baseExceptionGroupType, {
  doc: 'A combination of multiple unrelated exceptions.',
  methods: () => [
    builtin('derive($self, excs, /)', (self: PyBaseException, exceptions: Value) =>
      call(baseExceptionGroupType, [fieldOf(self, 'message')!, exceptions]),
    ),
    builtin('split($self, matcher_value, /)', (self: PyBaseException, matcher: Value) => {
      const { match, rest } = splitGroup(self, matcherFrom(matcher))
      return new PyTuple([match, rest])
    }),
    builtin(
      'subgroup($self, matcher_value, /)',
      (self: PyBaseException, matcher: Value) => splitGroup(self, matcherFrom(matcher)).match,
    ),
  ],
  classMethods: () => [builtin('__class_getitem__($type, object, /)', genericAlias, 'See PEP 585')],
  members: () => [readOnly('message'), readOnly('exceptions')],
})
