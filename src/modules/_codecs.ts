/**
 * `_codecs`: the registry of codecs and error handlers, and the codecs that Lib/encodings wraps. Each answers a tuple of the result and how
 * much of the input it used.
 */
import type { CodecError, Decoded, DecodeHandler, EncodeHandler, InputEnd } from '../base/codec-errors.ts'
import { decodeAscii, decodeLatin1, encodeAscii, encodeLatin1 } from '../base/single-byte.ts'
import type { Text } from '../base/text.ts'
import {
  decodeRawUnicodeEscape,
  decodeUnicodeEscape,
  encodeRawUnicodeEscape,
  encodeUnicodeEscape,
} from '../base/unicode-escape.ts'
import { lookupName } from '../base/character-names.ts'
import { decodeUtf16, decodeUtf32, encodeUtf16, encodeUtf32, type Order } from '../base/utf-16-32.ts'
import { decodeUtf7, encodeUtf7 } from '../base/utf-7.ts'
import { decodeUtf8, encodeUtf8 } from '../base/utf-8.ts'
import { codecRegistry, lookupCodec, runCodec } from '../builtins/codecs.ts'
import {
  decodedOrRaise,
  decodeHandlerFor,
  encodedOrRaise,
  encodeHandlerFor,
  errorHandlers,
  strFromText,
  textFromStr,
} from '../builtins/codec-errors.ts'
import { bytesFromLatin1 } from '../builtins/bytes-percent.ts'
import { bufferArgument } from '../builtins/bytes-kind.ts'
import { cString } from '../builtins/type-names.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { PyBytes } from '../objects/bytes.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { deprecationWarningType, lookupErrorType, valueErrorType } from '../objects/exception-types.ts'
import { hooks } from '../objects/hooks.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { asStr, strLength, type Str } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { decodeEscapes, encodeEscapes } from './codecs/byte-escapes.ts'
import { buildMap, charmapDecode, charmapEncode } from './codecs/charmap.ts'
import { builtinHandler, builtinHandlerNames } from './codecs/error-functions.ts'

type Decoder = (bytes: Uint8Array, end: InputEnd, handler: DecodeHandler) => Decoded | CodecError
type Encoder = (text: Text, handler: EncodeHandler) => Uint8Array | CodecError

const inputEnd = (final: boolean): InputEnd => (final ? 'final' : 'more')

function decode(data: Value, errors: string | null, final: boolean, decoder: Decoder): PyTuple {
  const bytes = bufferArgument(data)
  const result = decoder(bytes, inputEnd(final), decodeHandlerFor(errors ?? 'strict', data))
  const { text, consumed } = decodedOrRaise(result, data)
  return new PyTuple([strFromText(text), consumed])
}

const encoded = (bytes: Uint8Array, str: Str): PyTuple => new PyTuple([new PyBytes(bytes), strLength(str)])

function encode(str: Str, errors: string | null, encoder: Encoder): PyTuple {
  return encoded(encodedOrRaise(encoder(textFromStr(str), encodeHandlerFor(errors ?? 'strict', str)), str), str)
}

/** A decoder that may be told that more input follows. */
const stateful = (name: string, decoder: Decoder): Builtin =>
  builtin(
    `${name}_decode($module, data, errors: text? = None, final: bool = False, /)`,
    (data: Value, errors: string | null, final: boolean) => decode(data, errors, final, decoder),
  )

const stateless = (name: string, decoder: Decoder): Builtin =>
  builtin(`${name}_decode($module, data, errors: text? = None, /)`, (data: Value, errors: string | null) =>
    decode(data, errors, true, decoder),
  )

const encoding = (name: string, encoder: Encoder): Builtin =>
  builtin(`${name}_encode($module, str: str, errors: text? = None, /)`, (str: Str, errors: string | null) =>
    encode(str, errors, encoder),
  )

/** −1 little, 0 native, 1 big: the byte order as an argument. */
const orderFrom = (byteorder: number): Order => (byteorder === 0 ? 'native' : byteorder < 0 ? 'little' : 'big')

type OrderedDecoder = typeof decodeUtf16
type OrderedEncoder = typeof encodeUtf16

function orderedCodecs(name: string, decoder: OrderedDecoder, encoder: OrderedEncoder): Builtin[] {
  const decodeExactly = (data: Value, errors: string | null, byteorder: number, final: boolean): PyTuple => {
    const bytes = bufferArgument(data)
    const handler = decodeHandlerFor(errors ?? 'strict', data)
    const result = decodedOrRaise(decoder(bytes, orderFrom(byteorder), inputEnd(final), handler), data)
    const order = result.order === 'native' ? 0 : result.order === 'little' ? -1 : 1
    return new PyTuple([strFromText(result.text), result.consumed, order])
  }
  return [
    stateful(name, (bytes, end, handler) => decoder(bytes, 'native', end, handler)),
    stateful(`${name}_le`, (bytes, end, handler) => decoder(bytes, 'little', end, handler)),
    stateful(`${name}_be`, (bytes, end, handler) => decoder(bytes, 'big', end, handler)),
    builtin(
      `${name}_ex_decode($module, data, errors: text? = None, byteorder: ssize = 0, final: bool = False, /)`,
      decodeExactly,
    ),
    builtin(
      `${name}_encode($module, str: str, errors: text? = None, byteorder: ssize = 0, /)`,
      (str: Str, errors: string | null, byteorder: number) =>
        encode(str, errors, (text, handler) => encoder(text, orderFrom(byteorder), handler)),
    ),
    encoding(`${name}_le`, (text, handler) => encoder(text, 'little', handler)),
    encoding(`${name}_be`, (text, handler) => encoder(text, 'big', handler)),
  ]
}

/** Bytes, or the UTF-8 of a str. */
function bytesOrText(data: Value): Uint8Array {
  const str = asStr(data)
  return str === undefined
    ? bufferArgument(data)
    : encodedOrRaise(
        encodeUtf8(textFromStr(str), () => null),
        str,
      )
}

function nameToPoint(name: string): number | null {
  const points = lookupName(name)
  return points !== null && points.length === 1 ? points[0]! : null
}

function unicodeEscapeDecode(data: Value, errors: string | null, final: boolean): PyTuple {
  const bytes = bytesOrText(data)
  const object = new PyBytes(bytes)
  const handler = decodeHandlerFor(errors ?? 'strict', object)
  const result = decodedOrRaise(decodeUnicodeEscape(bytes, inputEnd(final), handler, nameToPoint), object)
  if (result.invalidEscape >= 0) warnOfEscape(bytes, result.invalidEscape, '"')
  return new PyTuple([strFromText(result.text), result.consumed])
}

function warnOfEscape(bytes: Uint8Array, at: number, quote: string): void {
  const rest = String.fromCharCode(...bytes.subarray(at + 1, at + 4))
  const octal = /^[4-7][0-7]{2}/.exec(rest)?.[0]
  const [shown, what] =
    octal === undefined ? [rest.charAt(0), 'invalid escape sequence'] : [octal, 'invalid octal escape sequence']
  const message = `${quote}\\${shown}" is an ${what}. Such sequences will not work in the future. `
  hooks.warn(deprecationWarningType, message, 1)
}

function escapeDecode(data: Value, errors: string | null): PyTuple {
  const source = bytesOrText(data)
  const { bytes, invalid } = decodeEscapes(source, errors ?? 'strict')
  if (invalid >= 0) warnOfEscape(source, invalid, 'b"')
  return new PyTuple([new PyBytes(bytes), source.length])
}

function register(search: Value): void {
  if (typeOf(search).call === null) raiseTypeError('argument must be callable')
  const registry = vm.state(codecRegistry)
  registry.search.push(search)
}

function unregister(search: Value): void {
  const registry = vm.state(codecRegistry)
  const at = registry.search.indexOf(search)
  if (at < 0) return
  registry.search.splice(at, 1)
  registry.found.clear()
}

function lookUpHandler(name: string): Value {
  const handler = vm.state(errorHandlers).get(name) ?? builtinHandler(name)
  if (handler === undefined) raise(lookupErrorType, `unknown error handler name '${cString(name)}'`)
  return handler
}

function registerHandler(name: string, handler: Value): void {
  if (typeOf(handler).call === null) raiseTypeError('handler must be callable')
  vm.state(errorHandlers).set(name, handler)
}

function unregisterHandler(name: string): boolean {
  if (builtinHandlerNames.includes(name)) raise(valueErrorType, `cannot un-register built-in error handler '${name}'`)
  return vm.state(errorHandlers).delete(name)
}

const registryFunctions = (): Builtin[] => [
  builtin('register($module, search_function, /)', register, 'Register a codec search function.'),
  builtin(
    'unregister($module, search_function, /)',
    unregister,
    "Unregister a codec search function and clear the registry's cache.\n\nIf the search function is not registered, do nothing.",
  ),
  builtin(
    'lookup($module, encoding: text, /)',
    lookupCodec,
    'Looks up a codec tuple in the Python codec registry and returns a CodecInfo object.',
  ),
  builtin(
    "encode($module, /, obj, encoding: text = 'utf-8', errors: text = 'strict')",
    (obj: Value, name: string, errors: string) => runCodec('encode', lookupCodec(name), obj, errors, name),
    'Encodes obj using the codec registered for encoding.',
  ),
  builtin(
    "decode($module, /, obj, encoding: text = 'utf-8', errors: text = 'strict')",
    (obj: Value, name: string, errors: string) => runCodec('decode', lookupCodec(name), obj, errors, name),
    'Decodes obj using the codec registered for encoding.',
  ),
  builtin(
    'register_error($module, errors: text, handler, /)',
    registerHandler,
    'Register the specified error handler under the name errors.',
  ),
  builtin(
    '_unregister_error($module, errors: text, /)',
    unregisterHandler,
    "Un-register the specified error handler for the error handling `errors'.",
  ),
  builtin(
    'lookup_error($module, name: text, /)',
    lookUpHandler,
    'lookup_error(errors) -> handler\n\nReturn the error handler for the specified error handling name or raise a\nLookupError, if no handler exists under this name.',
  ),
]

defineModule('_codecs', {
  functions: () => [
    ...registryFunctions(),
    stateful('utf_8', decodeUtf8),
    encoding('utf_8', encodeUtf8),
    stateful('utf_7', decodeUtf7),
    encoding('utf_7', encodeUtf7),
    ...orderedCodecs('utf_16', decodeUtf16, encodeUtf16),
    ...orderedCodecs('utf_32', decodeUtf32, encodeUtf32),
    stateless('latin_1', bytes => ({ text: decodeLatin1(bytes), consumed: bytes.length })),
    encoding('latin_1', encodeLatin1),
    stateless('ascii', (bytes, _end, handler) => decodeAscii(bytes, handler)),
    encoding('ascii', encodeAscii),
    builtin('unicode_escape_decode($module, data, errors: text? = None, final: bool = True, /)', unicodeEscapeDecode),
    encoding('unicode_escape', encodeUnicodeEscape),
    builtin(
      'raw_unicode_escape_decode($module, data, errors: text? = None, final: bool = True, /)',
      (data: Value, errors: string | null, final: boolean) =>
        decode(new PyBytes(bytesOrText(data)), errors, final, decodeRawUnicodeEscape),
    ),
    encoding('raw_unicode_escape', encodeRawUnicodeEscape),
    builtin('escape_decode($module, data, errors: text? = None, /)', escapeDecode),
    builtin('escape_encode($module, data, errors: text? = None, /)', (data: Value) => {
      if (!(data instanceof PyBytes))
        raiseTypeError(`escape_encode() argument 1 must be bytes, not ${typeOf(data).name}`)
      return new PyTuple([new PyBytes(bytesFromLatin1(encodeEscapes(data.bytes))), data.length])
    }),
    builtin('readbuffer_encode($module, data, errors: text? = None, /)', (data: Value) => {
      const bytes = bytesOrText(data)
      return new PyTuple([new PyBytes(bytes.slice()), bytes.length])
    }),
    builtin('charmap_build($module, map: str, /)', buildMap),
    builtin(
      'charmap_decode($module, data, errors: text? = None, mapping=None, /)',
      (data: Value, errors: string | null, mapping: Value) => {
        const result = charmapDecode(bufferArgument(data), errors ?? 'strict', mapping, data)
        const { text, consumed } = decodedOrRaise(result, data)
        return new PyTuple([strFromText(text), consumed])
      },
    ),
    builtin(
      'charmap_encode($module, str: str, errors: text? = None, mapping=None, /)',
      (str: Str, errors: string | null, mapping: Value) =>
        encoded(encodedOrRaise(charmapEncode(str, errors ?? 'strict', mapping), str), str),
    ),
  ],
})
