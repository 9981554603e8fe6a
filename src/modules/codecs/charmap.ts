/** Codecs by a table: `charmap_decode`, `charmap_encode` and `charmap_build`, which most of Lib/encodings is made of. */
import type { CodecError, Decoded } from '../../base/codec-errors.ts'
import {
  decodeCharmap,
  decodeLatin1,
  encodeCharmap,
  encodeLatin1,
  mapFromDecodingTable,
} from '../../base/single-byte.ts'
import type { Text } from '../../base/text.ts'
import { decodeHandlerFor, encodeHandlerFor, textFromStr } from '../../builtins/codec-errors.ts'
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { PyBytes } from '../../objects/bytes.ts'
import { PyDict } from '../../objects/dict.ts'
import { raised, raiseTypeError } from '../../objects/exception.ts'
import { lookupErrorType } from '../../objects/exception-types.ts'
import { asInt } from '../../objects/number.ts'
import { asStr, pointsOf, textOf, type Str } from '../../objects/str.ts'
import { typeName } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'

export const encodingMapType = builtinType('EncodingMap')

/** What `charmap_build` makes of a decoding table: bytes by character. */
export class PyEncodingMap extends PyObject {
  readonly bytes: ReadonlyMap<number, number>
  constructor(bytes: ReadonlyMap<number, number>) {
    super(encodingMapType)
    this.bytes = bytes
  }
}

/** A dict where the table cannot be an EncodingMap in CPython: more than 256 characters, or 0 not first. */
export function buildMap(table: Str): Value {
  const points = pointsOf(table)
  if (points.length === 0 || points.length > 256 || points[0] !== 0 || points.indexOf(0, 1) >= 0) {
    const dict = new PyDict()
    for (let byte = 0; byte < points.length; byte++) dict.set(points[byte]!, byte)
    return dict
  }
  const bytes = new Map<number, number>()
  points.forEach((point, byte) => {
    if (point !== 0xfffe) bytes.set(point, byte)
  })
  return new PyEncodingMap(bytes)
}

/** `mapping[key]`, undefined where that raises LookupError. */
function lookUp(mapping: Value, key: number): Value | undefined {
  const { subscript } = typeOf(mapping)
  if (subscript === null) raiseTypeError(`'${typeName(typeOf(mapping))}' object is not subscriptable`)
  try {
    return subscript(mapping, key)
  } catch (thrown) {
    if (raised(thrown).type.isSubtypeOf(lookupErrorType)) return undefined
    throw thrown
  }
}

function decodedPoint(mapping: Value, byte: number): number | Text | null {
  const mapped = lookUp(mapping, byte)
  if (mapped === undefined || mapped === null) return null
  const int = asInt(mapped)
  if (int !== undefined) {
    if (int < 0 || int > 0x10ffff) raiseTypeError('character mapping must be in range(0x110000)')
    return int === 0xfffe ? null : Number(int)
  }
  const str = asStr(mapped)
  if (str === undefined) raiseTypeError('character mapping must return integer, None or str')
  return str === '\ufffe' ? null : textFromStr(str)
}

export function charmapDecode(bytes: Uint8Array, errors: string, mapping: Value, object: Value): Decoded | CodecError {
  if (mapping === null) return { text: decodeLatin1(bytes), consumed: bytes.length }
  const handler = decodeHandlerFor(errors, object)
  const table = asStr(mapping)
  if (table !== undefined) return decodeCharmap(bytes, mapFromDecodingTable(textOf(table)), handler)
  return decodeCharmap(bytes, byte => decodedPoint(mapping, byte), handler)
}

function encodedBytes(mapping: Value, point: number): number | Uint8Array | null {
  const mapped = lookUp(mapping, point)
  if (mapped === undefined || mapped === null) return null
  const int = asInt(mapped)
  if (int !== undefined) {
    if (int < 0 || int > 255) raiseTypeError('character mapping must be in range(256)')
    return Number(int)
  }
  if (mapped instanceof PyBytes) return mapped.bytes
  raiseTypeError(`character mapping must return integer, bytes or None, not ${typeName(typeOf(mapped))}`)
}

export function charmapEncode(str: Str, errors: string, mapping: Value): Uint8Array | CodecError {
  const text = textFromStr(str)
  const handler = encodeHandlerFor(errors, str)
  if (mapping === null) return encodeLatin1(text, handler)
  if (mapping instanceof PyEncodingMap) return encodeCharmap(text, point => mapping.bytes.get(point) ?? null, handler)
  return encodeCharmap(text, point => encodedBytes(mapping, point), handler)
}
