/**
 * What happens where text cannot be encoded or bytes cannot be decoded: the error handlers, by name.
 *
 * Handlers that need no Python code are in base/codec-errors.ts, and their names always mean them in the codecs written in
 * TypeScript, as in CPython. Others come from the interpreter's registry (`codecs.register_error`), are asked with an exception
 * object and answer a replacement and where to go on. A name is looked up only when an error occurs.
 */
import {
  decodeHandlers,
  encodeHandlers,
  CodecError,
  type DecodeHandler,
  type DecodeReply,
  type EncodeHandler,
  type EncodeReply,
} from '../base/codec-errors.ts'
import type { Text } from '../base/text.ts'
import { characterName } from '../base/character-names.ts'
import { call } from '../objects/call.ts'
import { bufferOf, PyBytes } from '../objects/bytes.ts'
import { raise, raiseTypeError, type PyBaseException } from '../objects/exception.ts'
import {
  indexErrorType,
  lookupErrorType,
  unicodeDecodeErrorType,
  unicodeEncodeErrorType,
} from '../objects/exception-types.ts'
import { asInt } from '../objects/number.ts'
import { asStr, PyWideStr, type Str } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { escapePoint } from './str-repr.ts'
import { cString } from './type-names.ts'

/** Base code has text as a string or code points; a str is one of the two with a face. */
export const textFromStr = (str: Str): Text => (typeof str === 'string' ? str : str.points)
export const strFromText = (text: Text): Str => (typeof text === 'string' ? text : new PyWideStr(text))

/** Handlers registered from Python, by name. */
export const errorHandlers = { create: () => new Map<string, Value>() }

function registered(name: string): Value {
  const handler = vm.state(errorHandlers).get(name)
  if (handler === undefined) raise(lookupErrorType, `unknown error handler name '${cString(name)}'`)
  return handler
}

/** `\N{NAME}`, or an escape by number where the character has no name. */
function nameEscape(error: CodecError, input: Text): EncodeReply {
  let replacement = ''
  for (let i = error.start; i < error.end; i++) {
    const point = typeof input === 'string' ? input.charCodeAt(i) : input[i]!
    const name = characterName(point)
    replacement += name === null ? escapePoint(point) : `\\N{${name}}`
  }
  return { replacement, resume: error.end }
}

export function decodeHandlerFor(name: string, object: Value): DecodeHandler {
  const known = Object.hasOwn(decodeHandlers, name) ? decodeHandlers[name] : undefined
  return known ?? decodeHandlerFromPython(name, object)
}

export function encodeHandlerFor(name: string, object: Value): EncodeHandler {
  if (name === 'namereplace') return nameEscape
  const known = Object.hasOwn(encodeHandlers, name) ? encodeHandlers[name] : undefined
  return known ?? ((error, input) => askToEncode(name, error, input, object))
}

export function decodeErrorFor(error: CodecError, object: Value): PyBaseException {
  const bytes = object instanceof PyBytes ? object : new PyBytes(bufferOf(object)!.slice())
  return call(unicodeDecodeErrorType, [error.encoding, bytes, error.start, error.end, error.reason]) as PyBaseException
}

export function encodeErrorFor(error: CodecError, str: Value): PyBaseException {
  return call(unicodeEncodeErrorType, [error.encoding, str, error.start, error.end, error.reason]) as PyBaseException
}

/** The position in a handler's answer, which may count from the end. */
function resumeAt(position: Value, length: number): number {
  const given = Number(asInt(position)!)
  const resume = given < 0 ? given + length : given
  if (resume < 0 || resume > length) raise(indexErrorType, `position ${given} from error handler out of bounds`)
  return resume
}

/** A handler may change the exception's `object`: what it has put there is decoded from then on. */
function decodeHandlerFromPython(name: string, object: Value): DecodeHandler {
  let current = object
  return (error, input) => {
    const exception = decodeErrorFor(error, current)
    const given = exception.field('object')
    const answer = call(registered(name), [exception])
    const changed = exception.field('object')
    if (changed === given) return decodeReply(answer, input.length)
    if (!(changed instanceof PyBytes)) raiseTypeError("UnicodeError 'object' attribute must be a bytes")
    current = changed
    return { ...decodeReply(answer, changed.bytes.length), input: changed.bytes }
  }
}

function decodeReply(answer: Value, length: number): DecodeReply {
  const [text, position] = answer instanceof PyTuple && answer.items.length === 2 ? answer.items : []
  const replacement = text === undefined ? undefined : asStr(text)
  if (replacement === undefined || asInt(position!) === undefined)
    raiseTypeError('decoding error handler must return (str, int) tuple')
  return { text: textFromStr(replacement), resume: resumeAt(position!, length) }
}

function askToEncode(name: string, error: CodecError, input: Text, object: Value): EncodeReply {
  const answer = call(registered(name), [encodeErrorFor(error, object)])
  const [given, position] = answer instanceof PyTuple && answer.items.length === 2 ? answer.items : []
  const text = given === undefined ? undefined : asStr(given)
  const isBytes = given instanceof PyBytes
  if ((text === undefined && !isBytes) || asInt(position!) === undefined)
    raiseTypeError('encoding error handler must return (str/bytes, int) tuple')
  const replacement = isBytes ? given.bytes : textFromStr(text!)
  return { replacement, resume: resumeAt(position!, input.length) }
}

/** A decoder's result as a str, or its error raised. */
export function decodedOrRaise<T extends { readonly text: Text }>(result: T | CodecError, object: Value): T {
  if (result instanceof CodecError) throw decodeErrorFor(result, object)
  return result
}

export function encodedOrRaise(result: Uint8Array | CodecError, str: Str): Uint8Array {
  if (result instanceof CodecError) throw encodeErrorFor(result, str)
  return result
}
