/** `format % values` for bytes and bytearray. The format and every part are Latin-1 text until the end. */
import { PercentError, type PercentPart, percentText, unsupportedConversion } from '../base/percent-format.ts'
import { decodeLatin1 } from '../base/single-byte.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { bufferOf, PyByteArray, PyBytes } from '../objects/bytes.ts'
import { callSpecial } from '../objects/call.ts'
import { raise, raised, raiseTypeError } from '../objects/exception.ts'
import { overflowErrorType, typeErrorType, valueErrorType } from '../objects/exception-types.ts'
import { asFloat, asInt } from '../objects/number.ts'
import { indexOf } from '../objects/operators.ts'
import { repr } from '../objects/text.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import {
  formatPercentFloat,
  formatPercentInt,
  isLiteralPercent,
  layOut,
  type Layout,
  PercentArguments,
  percentPieces,
} from './percent-arguments.ts'
import { nameInMessages } from './qualified-name.ts'
import { asciiOfStr } from './str-repr.ts'

export const bytesFromLatin1 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

export function percentBytes(format: Uint8Array, values: Value): Uint8Array {
  const args = new PercentArguments(values)
  let text = ''
  for (const piece of percentPieces(decodeLatin1(format))) {
    if (typeof piece === 'string') text += piece
    else if (piece instanceof PercentError) raise(valueErrorType, piece.message)
    else text += isLiteralPercent(piece) ? '%' : formatPart(piece, args)
  }
  args.finish('bytes formatting')
  return bytesFromLatin1(text)
}

function formatPart(part: PercentPart, args: PercentArguments): string {
  const keyed = part.key === null ? undefined : args.atKey(new PyBytes(bytesFromLatin1(part.key)))
  const layout = layOut(part, args)
  const value = keyed === undefined ? args.next() : keyed
  switch (part.conversion) {
    case 'b':
    case 's':
      return padText(decodeLatin1(bytesOf(value)), layout, 'cut')
    case 'r':
    case 'a':
      return padText(asciiOfStr(repr(value)), layout, 'cut')
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return formatPercentInt(part, value, layout)
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return formatFloat(part, value, layout)
    case 'c':
      return padText(String.fromCharCode(characterOf(value)), layout, 'whole')
    default:
      // CPython words the message with a character that must be below 128 (a char of C).
      if (part.conversion > '\x7f') raise(overflowErrorType, 'character argument not in range(0x110000)')
      raise(valueErrorType, unsupportedConversion(part))
  }
}

function padText(text: string, { flags, width, precision }: Layout, cutting: 'cut' | 'whole'): string {
  const cut = cutting === 'cut' && precision >= 0 ? text.slice(0, precision) : text
  return percentText(cut, flags, width)
}

function bytesOf(value: Value): Uint8Array {
  const bytes = bufferOf(value)
  if (bytes !== undefined) return bytes
  const result = callSpecial(value, '__bytes__')
  if (result === undefined) {
    const wants = '%b requires a bytes-like object, or an object that implements __bytes__'
    raiseTypeError(`${wants}, not '${typeName(typeOf(value))}'`)
  }
  if (!(result instanceof PyBytes)) raiseTypeError(`__bytes__ returned non-bytes (type ${typeName(typeOf(result))})`)
  return result.bytes
}

function formatFloat(part: PercentPart, value: Value, layout: Layout): string {
  const isNumber = asFloat(value) !== undefined || asInt(value) !== undefined
  if (!isNumber && typeOf(value).float === null && typeOf(value).index === null)
    raiseTypeError(`float argument required, not ${typeName(typeOf(value))}`)
  return formatPercentFloat(part, value, layout)
}

function characterOf(value: Value): number {
  const wants = '%c requires an integer in range(256) or a single byte'
  if (value instanceof PyBytes || value instanceof PyByteArray) {
    if (value.length === 1) return value.bytes[0]!
    const kind = value instanceof PyBytes ? 'bytes' : 'bytearray'
    raiseTypeError(`${wants}, not a ${kind} object of length ${value.length}`)
  }
  let byte: number | bigint
  try {
    byte = indexOf(value)
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(typeErrorType)) throw thrown
    raiseTypeError(`${wants}, not ${nameInMessages(typeOf(value))}`)
  }
  if (byte < 0 || byte > 255) raise(overflowErrorType, '%c arg not in range(256)')
  return Number(byte)
}
