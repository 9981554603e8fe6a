/** OSError, which becomes one of its subclasses by its errno. As in Objects/exceptions.c. */
import { typeOf } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { PyBaseException, raise } from '../objects/exception.ts'
import * as types from '../objects/exception-types.ts'
import { blockingIOErrorType, osErrorType } from '../objects/exception-types.ts'
import { asInt } from '../objects/number.ts'
import { ssizeOf } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { strOf } from '../objects/str.ts'
import { reprText, strText } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { baseExceptionText, reduceException } from './exception-base.ts'
import {
  checkNoKeywords,
  fieldMembers,
  fieldOf,
  positionalArguments,
  setFieldFiller,
  setFieldOf,
} from './exception-fields.ts'

/** Linux's numbers, which are the ones that our posix has on every host. */
const typeByErrno = new Map<number, PyType>([
  [1, types.permissionErrorType],
  [2, types.fileNotFoundErrorType],
  [3, types.processLookupErrorType],
  [4, types.interruptedErrorType],
  [10, types.childProcessErrorType],
  [11, types.blockingIOErrorType],
  [13, types.permissionErrorType],
  [17, types.fileExistsErrorType],
  [20, types.notADirectoryErrorType],
  [21, types.isADirectoryErrorType],
  [32, types.brokenPipeErrorType],
  [103, types.connectionAbortedErrorType],
  [104, types.connectionResetErrorType],
  [108, types.brokenPipeErrorType],
  [110, types.timeoutErrorType],
  [111, types.connectionRefusedErrorType],
  [114, types.blockingIOErrorType],
  [115, types.blockingIOErrorType],
])

/** A subclass with an `__init__` of its own, but no `__new__`, gets to see the arguments before OSError does. */
const readsInInit = (type: PyType): boolean => type.init !== initOSError && type.new === newOSError

function newOSError(type: PyType, args: Value[], keywords: KeywordNames): Value {
  const given = positionalArguments(args, keywords)
  if (readsInInit(type)) return new PyBaseException(new PyTuple([]), type)
  checkNoKeywords(type, keywords)
  const errno = given.length >= 2 && given.length <= 5 ? asInt(given[0]!) : undefined
  const made = type === osErrorType ? (typeByErrno.get(Number(errno)) ?? type) : type
  const self = new PyBaseException(new PyTuple(given), made)
  fillOSError(self)
  return self
}

function initOSError(self: PyBaseException, args: Value[], keywords: KeywordNames): void {
  if (!readsInInit(self.type)) return
  checkNoKeywords(self.type, keywords)
  self.args = new PyTuple(args)
  fillOSError(self)
}

/** Two to five arguments are errno, strerror, filename, something of Windows, and filename2; `args` keeps the first two. */
function fillOSError(self: PyBaseException): void {
  self.fields ??= {}
  const { items } = self.args
  if (items.length < 2 || items.length > 5) return
  const [errno, strerror, filename, , filename2] = items
  self.setField('errno', errno!).setField('strerror', strerror!)
  if (filename === undefined || filename === null) return
  if (self.type === blockingIOErrorType && isNumber(filename)) {
    self.setField('characters_written', ssizeOf(filename))
    return
  }
  self.setField('filename', filename)
  if (filename2 !== undefined && filename2 !== null) self.setField('filename2', filename2)
  self.args = new PyTuple([errno!, strerror!])
}

function isNumber(value: Value): boolean {
  const type = typeOf(value)
  return type.index !== null || type.int !== null || type.float !== null
}

osErrorType.new = newOSError
osErrorType.init = initOSError
setFieldFiller(osErrorType, fillOSError)

/** The error that a failed system call raises: of the subclass that its number has. */
export function makeOSError(errno: number, message: string, filename?: Value, filename2?: Value): PyBaseException {
  const args: Value[] = [errno, strOf(message)]
  if (filename !== undefined) args.push(filename)
  if (filename2 !== undefined) args.push(null, filename2)
  return newOSError(osErrorType, args, null) as PyBaseException
}

osErrorType.str = (self: PyBaseException) => {
  const [errno, strerror, filename, filename2] = ['errno', 'strerror', 'filename', 'filename2'].map(name =>
    fieldOf(self, name),
  )
  const start = (): string => `[Errno ${strText(errno ?? null)}] ${strText(strerror ?? null)}`
  if (filename !== undefined) {
    const second = filename2 === undefined ? '' : ` -> ${reprText(filename2)}`
    return strOf(`${start()}: ${reprText(filename)}${second}`)
  }
  return errno !== undefined && strerror !== undefined ? strOf(start()) : baseExceptionText(self)
}

function reduceOSError(self: PyBaseException): Value {
  const filename = fieldOf(self, 'filename')
  const [errno, strerror] = self.args.items
  if (self.args.items.length !== 2 || filename === undefined) return reduceException(self)
  const filename2 = fieldOf(self, 'filename2')
  const args = [errno!, strerror!, filename]
  return reduceException(self, new PyTuple(filename2 === undefined ? args : [...args, null, filename2]))
}

const raiseUnwritten = (): never => raise(types.attributeErrorType, 'characters_written')

function setWritten(self: PyBaseException, value: Value | undefined): void {
  if (value === undefined && fieldOf(self, 'characters_written') === undefined) raiseUnwritten()
  setFieldOf(self, 'characters_written', value === undefined ? undefined : ssizeOf(value, types.valueErrorType))
}

defineType(osErrorType, {
  doc: 'Base class for I/O related errors.',
  methods: () => [builtin('__reduce__($self, /)', reduceOSError)],
  members: () => fieldMembers('errno', 'strerror', 'filename', 'filename2'),
  getset: () => [
    [
      'characters_written',
      (self: PyBaseException) => fieldOf(self, 'characters_written') ?? raiseUnwritten(),
      setWritten,
    ],
  ],
})
