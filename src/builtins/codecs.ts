/**
 * `str.encode` and `bytes.decode`: the commonest encodings directly, every other one through the codec registry.
 *
 * The registry is what `codecs.register` fills: search functions that turn a name into a tuple of functions. CPython's own search
 * function is in the package `encodings`, which is imported when first an encoding is met that is not handled here. As Python/codecs.c and
 * PyUnicode_Decode (Objects/unicodeobject.c).
 */
import type { CodecError, Decoded } from '../base/codec-errors.ts'
import { decodeAscii, decodeLatin1, encodeAscii, encodeLatin1 } from '../base/single-byte.ts'
import { asciiBytes, type Text, textFromUtf16 } from '../base/text.ts'
import { decodeUtf16, decodeUtf32, encodeUtf16, encodeUtf32, type Order } from '../base/utf-16-32.ts'
import { decodeUtf8, encodeString, encodeUtf8 } from '../base/utf-8.ts'
import { findAttribute } from '../objects/attribute.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { PyByteArray, PyBytes } from '../objects/bytes.ts'
import { call } from '../objects/call.ts'
import { raise, raised, raiseTypeError } from '../objects/exception.ts'
import { lookupErrorType } from '../objects/exception-types.ts'
import { hooks } from '../objects/hooks.ts'
import { asInt } from '../objects/number.ts'
import { asStr, strOf, type Str } from '../objects/str.ts'
import { truth } from '../objects/truth.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { addNote } from './exception-notes.ts'
import { cString } from './type-names.ts'
import {
  decodedOrRaise,
  decodeHandlerFor,
  encodedOrRaise,
  encodeHandlerFor,
  strFromText,
  textFromStr,
} from './codec-errors.ts'

const hostDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const hostEncoder = new TextEncoder()

/** What the platform's decoder, ten times as fast as ours, makes of the bytes; null where they are few or not well-formed. */
function decodedByHost(bytes: Uint8Array): Decoded | null {
  const { length } = bytes
  if (length < 16) return null
  let text: string
  try {
    text = hostDecoder.decode(bytes)
  } catch {
    return null
  }
  return { text: text.length === length ? text : textFromUtf16(text), consumed: length }
}

/** The str in UTF-8 by the platform's encoder; null where it has surrogates, which are errors. */
function encodedByHost(str: Str): Uint8Array | null {
  if (typeof str === 'string') return encodeString(str)
  for (const point of str.points) if (point >= 0xd800 && point <= 0xdfff) return null
  return hostEncoder.encode(str.text)
}

interface Codec {
  readonly decode: (bytes: Uint8Array, errors: string, object: Value) => Decoded | CodecError
  readonly encode: (text: Text, errors: string, str: Str) => Uint8Array | CodecError
}

const utf8: Codec = {
  decode: (bytes, errors, object) =>
    decodedByHost(bytes) ?? decodeUtf8(bytes, 'final', decodeHandlerFor(errors, object)),
  encode: (text, errors, str) => encodeUtf8(text, encodeHandlerFor(errors, str)),
}
const latin1: Codec = {
  decode: bytes => ({ text: decodeLatin1(bytes), consumed: bytes.length }),
  encode: (text, errors, str) => encodeLatin1(text, encodeHandlerFor(errors, str)),
}
const ascii: Codec = {
  decode: (bytes, errors, object) => decodeAscii(bytes, decodeHandlerFor(errors, object)),
  encode: (text, errors, str) => encodeAscii(text, encodeHandlerFor(errors, str)),
}
const utf16 = (order: Order): Codec => ({
  decode: (bytes, errors, object) => decodeUtf16(bytes, order, 'final', decodeHandlerFor(errors, object)),
  encode: (text, errors, str) => encodeUtf16(text, order, encodeHandlerFor(errors, str)),
})
const utf32 = (order: Order): Codec => ({
  decode: (bytes, errors, object) => decodeUtf32(bytes, order, 'final', decodeHandlerFor(errors, object)),
  encode: (text, errors, str) => encodeUtf32(text, order, encodeHandlerFor(errors, str)),
})

/** By normalized name. */
const codecs: Readonly<Record<string, Codec>> = {
  utf_8: utf8,
  utf8,
  latin_1: latin1,
  latin1,
  iso_8859_1: latin1,
  iso8859_1: latin1,
  ascii,
  us_ascii: ascii,
  utf_16: utf16('native'),
  utf16: utf16('native'),
  utf_16_le: utf16('little'),
  utf_16_be: utf16('big'),
  utf_32: utf32('native'),
  utf32: utf32('native'),
  utf_32_le: utf32('little'),
  utf_32_be: utf32('big'),
}

const normalized = new Map<string, string>()

/** Lower case, with `_` between runs of letters, digits and dots. */
function normalizeEncoding(name: string): string {
  let normal = normalized.get(name)
  if (normal === undefined) {
    normal = (cString(name).match(/[a-z0-9.]+/gi) ?? []).join('_').toLowerCase()
    if (normalized.size < 256) normalized.set(name, normal)
  }
  return normal
}

function codecOf(encoding: string): Codec | undefined {
  // The two usual spellings need no work.
  if (encoding === 'utf-8' || encoding === 'utf8') return utf8
  const name = normalizeEncoding(encoding)
  return Object.hasOwn(codecs, name) ? codecs[name] : undefined
}

/** `bytes.decode(encoding, errors)`; `object` is what the bytes belong to, for the exception. */
export function decodeBytes(bytes: Uint8Array, encoding: string, errors: string, object: Value): Str {
  const codec = codecOf(encoding)
  if (codec !== undefined) return strFromText(decodedOrRaise(codec.decode(bytes, errors, object), object).text)
  const source = object instanceof PyBytes ? object : new PyBytes(bytes.slice())
  const result = runCodec('decode', textCodec('decode', encoding), source, errors, encoding)
  const str = asStr(result)
  if (str === undefined)
    raiseTypeError(
      `'${encoding}' decoder returned '${typeName(typeOf(result))}' instead of 'str'; use codecs.decode() to decode to arbitrary types`,
    )
  return str
}

/** `str.encode(encoding, errors)`. */
export function encodeStr(str: Str, encoding: string, errors: string): PyBytes {
  const codec = codecOf(encoding)
  if (codec !== undefined) {
    if (typeof str === 'string') {
      const plain = simplyEncoded(str, codec)
      if (plain !== undefined) return new PyBytes(plain)
    }
    const encoded = codec === utf8 ? encodedByHost(str) : null
    if (encoded !== null) return new PyBytes(encoded)
    return new PyBytes(encodedOrRaise(codec.encode(textFromStr(str), errors, str), str))
  }
  const result = runCodec('encode', textCodec('encode', encoding), str, errors, encoding)
  if (result instanceof PyBytes) return result
  if (result instanceof PyByteArray) return new PyBytes(result.bytes.slice())
  raiseTypeError(
    `'${encoding}' encoder returned '${typeName(typeOf(result))}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types`,
  )
}

/** The text in a codec that contains ASCII, if it is all ASCII; in UTF-8 whatever it is. */
function simplyEncoded(text: string, codec: Codec): Uint8Array | undefined {
  if (codec === utf8) return encodeString(text)
  return codec === latin1 || codec === ascii ? asciiBytes(text) : undefined
}

/** The interpreter's search functions, and what they have found. */
class CodecRegistry {
  readonly search: Value[] = []
  readonly found = new Map<string, PyTuple>()
  isStarted = false
}

export const codecRegistry = { create: () => new CodecRegistry() }

/** `codecs.lookup(encoding)`: the tuple of functions. Raises LookupError. */
export function lookupCodec(encoding: string): PyTuple {
  const registry = vm.state(codecRegistry)
  const name = normalizeEncoding(encoding)
  const known = registry.found.get(name)
  if (known !== undefined) return known
  if (!registry.isStarted) {
    registry.isStarted = true
    hooks.importModule('encodings')
  }
  for (const search of registry.search.slice()) {
    const result = call(search, [strOf(name)])
    if (result === null) continue
    if (!(result instanceof PyTuple) || result.items.length !== 4)
      raiseTypeError('codec search functions must return 4-tuples')
    registry.found.set(name, result)
    return result
  }
  raise(lookupErrorType, `unknown encoding: ${encoding}`)
}

/** A codec from text to bytes, which excludes `rot13` and its kind. */
function textCodec(action: 'encode' | 'decode', encoding: string): PyTuple {
  const codec = lookupCodec(encoding)
  const isText = findAttribute(codec, '_is_text_encoding')
  if (isText !== undefined && !truth(isText))
    raise(lookupErrorType, `'${encoding}' is not a text encoding; use codecs.${action}() to handle arbitrary codecs`)
  return codec
}

/** Calls a codec's encoder or decoder; answers the first of the two things that it returns. */
export function runCodec(
  action: 'encode' | 'decode',
  codec: PyTuple,
  object: Value,
  errors: string | null,
  encoding: string,
): Value {
  const coder = codec.items[action === 'encode' ? 0 : 1]!
  let result: Value
  try {
    result = call(coder, errors === null ? [object] : [object, strOf(errors)])
  } catch (thrown) {
    const exception = raised(thrown)
    addNote(exception, `${action === 'encode' ? 'encoding' : 'decoding'} with '${encoding}' codec failed`)
    throw exception
  }
  if (!(result instanceof PyTuple) || result.items.length !== 2 || asInt(result.items[1]!) === undefined)
    raiseTypeError(`${action}r must return a tuple (object, integer)`)
  return result.items[0]!
}
