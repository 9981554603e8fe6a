/**
 * The error handlers of CPython as Python sees them: functions from an exception to a replacement and where to go on
 * (`codecs.strict_errors` and the others). As Python/codecs.c.
 */
import { CodecError, decodeHandlers, encodeHandlers } from '../../base/codec-errors.ts'
import { encodeHandlerFor, strFromText, textFromStr } from '../../builtins/codec-errors.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { bufferOf, PyBytes } from '../../objects/bytes.ts'
import { PyBuiltinFunction } from '../../objects/callable.ts'
import { PyBaseException, raiseTypeError } from '../../objects/exception.ts'
import {
  unicodeDecodeErrorType,
  unicodeEncodeErrorType,
  unicodeTranslateErrorType,
} from '../../objects/exception-types.ts'
import { asInt } from '../../objects/number.ts'
import { builtin } from '../../objects/signature.ts'
import { asStr, strLength, textOf } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'

type Kind = 'decode' | 'encode' | 'translate'

function kindOf(error: Value): Kind | undefined {
  if (!(error instanceof PyBaseException)) return undefined
  if (error.type.isSubtypeOf(unicodeDecodeErrorType)) return 'decode'
  if (error.type.isSubtypeOf(unicodeEncodeErrorType)) return 'encode'
  return error.type.isSubtypeOf(unicodeTranslateErrorType) ? 'translate' : undefined
}

/** Start and end of the part that could not be converted, within the object. */
function rangeOf(error: PyBaseException): [start: number, end: number] {
  const object = error.field('object') ?? null
  const str = asStr(object)
  const length = str === undefined ? (bufferOf(object)?.length ?? 0) : strLength(str)
  const number = (name: string): number => Number(asInt(error.field(name) ?? 0) ?? 0)
  const start = Math.min(Math.max(number('start'), 0), Math.max(length - 1, 0))
  return [start, Math.min(Math.max(number('end'), 1), length)]
}

const pair = (replacement: Value, end: number): PyTuple => new PyTuple([replacement, end])

/** The exception's object can have been deleted or replaced. */
function checkObject(error: PyBaseException, kind: Kind): void {
  const object = error.field('object')
  if (object === undefined) raiseTypeError("UnicodeError 'object' attribute is not set")
  const isRight = kind === 'decode' ? object instanceof PyBytes : asStr(object) !== undefined
  if (!isRight) raiseTypeError(`UnicodeError 'object' attribute must be a ${kind === 'decode' ? 'bytes' : 'string'}`)
}

function handle(name: string, kinds: readonly Kind[], error: Value): Value {
  const kind = kindOf(error)
  if (kind === undefined || !kinds.includes(kind))
    raiseTypeError(`don't know how to handle ${typeName(typeOf(error))} in error callback`)
  const exception = error as PyBaseException
  checkObject(exception, kind)
  const [start, end] = rangeOf(exception)
  if (kind === 'translate' && name === 'replace') return pair('\ufffd'.repeat(Math.max(end - start, 0)), end)
  const encoding = kind === 'translate' ? '' : textOf(asStr(exception.field('encoding') ?? '') ?? '')
  const codecError = new CodecError(encoding, start, end, '')
  const object = exception.field('object') ?? null
  if (kind === 'decode') {
    const reply = decodeHandlers[name]!(codecError, bufferOf(object)!)
    if (reply === null) throw exception
    return pair(strFromText(reply.text), reply.resume)
  }
  const handler = encodeHandlers[name] ?? encodeHandlerFor(name, object)
  const reply = handler(codecError, textFromStr(asStr(object)!))
  if (reply === null) throw exception
  const { replacement } = reply
  return pair(replacement instanceof Uint8Array ? new PyBytes(replacement) : strFromText(replacement), reply.resume)
}

const handled: Readonly<Record<string, readonly Kind[]>> = {
  ignore: ['decode', 'encode', 'translate'],
  replace: ['decode', 'encode', 'translate'],
  xmlcharrefreplace: ['encode'],
  backslashreplace: ['decode', 'encode', 'translate'],
  namereplace: ['encode'],
  surrogatepass: ['decode', 'encode'],
  surrogateescape: ['decode', 'encode'],
}

function strict(error: Value): never {
  if (!(error instanceof PyBaseException)) raiseTypeError('codec must pass exception instance')
  throw error
}

export const builtinHandlerNames: readonly string[] = ['strict', ...Object.keys(handled)]

/** The function of a handler that every interpreter has; undefined for another name. */
export function builtinHandler(name: string): Value | undefined {
  if (name === 'strict') return new PyBuiltinFunction(builtin('strict_errors(error, /)', strict), undefined, null)
  const kinds = Object.hasOwn(handled, name) ? handled[name] : undefined
  if (kinds === undefined) return undefined
  const implementation = (error: Value): Value => handle(name, kinds, error)
  return new PyBuiltinFunction(builtin(`${name}_errors(error, /)`, implementation), undefined, null)
}
