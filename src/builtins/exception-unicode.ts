/** UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError: which part of what could not be converted. As in Objects/exceptions.c. */
import { baseExceptionType, typeOf } from '../objects/builtin-types.ts'
import { bufferOf, PyBytes } from '../objects/bytes.ts'
import { defineType } from '../objects/define.ts'
import { raiseTypeError, type PyBaseException } from '../objects/exception.ts'
import {
  unicodeDecodeErrorType,
  unicodeEncodeErrorType,
  unicodeTranslateErrorType,
} from '../objects/exception-types.ts'
import { asInt } from '../objects/number.ts'
import { ssizeOf } from '../objects/operators.ts'
import { isStr, pointsOf, strLength, strOf, asStr, type Str } from '../objects/str.ts'
import { strText } from '../objects/text.ts'
import { typeName, type PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { fieldMembers, fieldOf, initWith, setFieldFiller, setFieldOf, type FieldFiller } from './exception-fields.ts'

function expectStr(value: Value, position: number): Value {
  if (isStr(value)) return value
  raiseTypeError(`argument ${position} must be str, not ${value === null ? 'None' : typeName(typeOf(value))}`)
}

function checkCount(items: readonly Value[], wanted: number): void {
  if (items.length !== wanted) raiseTypeError(`function takes exactly ${wanted} arguments (${items.length} given)`)
}

const fillDecodeError: FieldFiller = self => {
  const { items } = self.args
  checkCount(items, 5)
  const [encoding, object, start, end, reason] = items as [Value, Value, Value, Value, Value]
  expectStr(encoding, 1)
  const [from, to] = [ssizeOf(start), ssizeOf(end)]
  expectStr(reason, 5)
  setAll(self, encoding, object instanceof PyBytes ? object : copiedBytes(object), from, to, reason)
}

function copiedBytes(object: Value): Value {
  const bytes = bufferOf(object)
  if (bytes === undefined) raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(object))}'`)
  return new PyBytes(bytes.slice())
}

const fillEncodeError: FieldFiller = self => {
  const { items } = self.args
  checkCount(items, 5)
  const [encoding, object, start, end, reason] = items as [Value, Value, Value, Value, Value]
  expectStr(encoding, 1)
  expectStr(object, 2)
  const [from, to] = [ssizeOf(start), ssizeOf(end)]
  setAll(self, encoding, object, from, to, expectStr(reason, 5))
}

const fillTranslateError: FieldFiller = self => {
  const { items } = self.args
  checkCount(items, 4)
  const [object, start, end, reason] = items as [Value, Value, Value, Value]
  expectStr(object, 1)
  const [from, to] = [ssizeOf(start), ssizeOf(end)]
  setAll(self, null, object, from, to, expectStr(reason, 4))
}

function setAll(
  self: PyBaseException,
  encoding: Value,
  object: Value,
  start: number,
  end: number,
  reason: Value,
): void {
  self.setField('encoding', encoding).setField('object', object)
  self.setField('start', start).setField('end', end).setField('reason', reason)
}

interface Described {
  readonly encoding: string
  readonly object: Value
  readonly start: number
  readonly end: number
  readonly reason: string
}

/** The fields; undefined for an exception that has none, since its `__init__` did not run. */
function described(self: PyBaseException, wanted: 'bytes' | 'string'): Described | undefined {
  if (fieldOf(self, 'object') === undefined) return undefined
  // These may run Python code, which may change the exception.
  const encoding = strText(fieldOf(self, 'encoding') ?? null)
  const reason = strText(fieldOf(self, 'reason') ?? null)
  const object = fieldOf(self, 'object')
  if (object === undefined) raiseTypeError("UnicodeError 'object' attribute is not set")
  if (wanted === 'bytes' ? !(object instanceof PyBytes) : asStr(object) === undefined)
    raiseTypeError(`UnicodeError 'object' attribute must be a ${wanted}`)
  return {
    encoding,
    object,
    start: Number(fieldOf(self, 'start') ?? 0),
    end: Number(fieldOf(self, 'end') ?? 0),
    reason,
  }
}

/** Is it about exactly one thing that is there? */
const isSingle = ({ start, end }: Described, length: number): boolean =>
  start >= 0 && start < length && end >= 0 && end <= length && end === start + 1

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

function escapedPoint(object: Value, at: number): string {
  const point = pointsOf(asStr(object) as Str)[at]!
  if (point <= 0xff) return `\\x${hex(point, 2)}`
  return point <= 0xffff ? `\\u${hex(point, 4)}` : `\\U${hex(point, 8)}`
}

unicodeDecodeErrorType.str = (self: PyBaseException) => {
  const d = described(self, 'bytes')
  if (d === undefined) return ''
  const bytes = d.object instanceof PyBytes ? d.object.bytes : new Uint8Array()
  const what = isSingle(d, bytes.length)
    ? `byte 0x${hex(bytes[d.start]!, 2)} in position ${d.start}`
    : `bytes in position ${d.start}-${d.end - 1}`
  return strOf(`'${d.encoding}' codec can't decode ${what}: ${d.reason}`)
}

function charactersText(d: Described): string {
  const str = asStr(d.object)
  return isSingle(d, str === undefined ? 0 : strLength(str))
    ? `character '${escapedPoint(d.object, d.start)}' in position ${d.start}`
    : `characters in position ${d.start}-${d.end - 1}`
}

unicodeEncodeErrorType.str = (self: PyBaseException) => {
  const d = described(self, 'string')
  return d === undefined ? '' : strOf(`'${d.encoding}' codec can't encode ${charactersText(d)}: ${d.reason}`)
}

unicodeTranslateErrorType.str = (self: PyBaseException) => {
  const d = described(self, 'string')
  return d === undefined ? '' : strOf(`can't translate ${charactersText(d)}: ${d.reason}`)
}

function numberMember(name: string) {
  const get = (self: PyBaseException): Value => fieldOf(self, name) ?? 0
  const set = (self: PyBaseException, value: Value | undefined): void => {
    if (value === undefined) raiseTypeError("can't delete numeric/char attribute")
    if (asInt(value) === undefined) raiseTypeError('an integer is required')
    setFieldOf(self, name, ssizeOf(value))
  }
  return [name, get, set] as const
}

function define(type: PyType, doc: string, fill: FieldFiller): void {
  type.new = (subtype, args, keywords) => baseExceptionType.new!(subtype, args, keywords)
  setFieldFiller(type, self => {
    if (self.args.items.length > 0) fill(self)
  })
  type.init = initWith(fill)
  defineType(type, {
    doc,
    members: () => [
      ...fieldMembers('encoding', 'object'),
      numberMember('start'),
      numberMember('end'),
      ...fieldMembers('reason'),
    ],
  })
}

define(unicodeDecodeErrorType, 'Unicode decoding error.', fillDecodeError)
define(unicodeEncodeErrorType, 'Unicode encoding error.', fillEncodeError)
define(unicodeTranslateErrorType, 'Unicode translation error.', fillTranslateError)
