/** The module binascii: bytes as ASCII text and back, and checksums. */
import { base64Decode, base64Encode, hexlify, unhexlify, uuDecode, uuEncode } from '../base/binary-text.ts'
import { crc32, crcHqx } from '../base/checksums.ts'
import { bytesFromLatin1 } from '../builtins/bytes-percent.ts'
import { hexOf } from '../builtins/bytes-text.ts'
import { and } from '../base/int.ts'
import { builtinType, typeOf } from '../objects/builtin-types.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { bufferOf, PyBytes } from '../objects/bytes.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { exceptionType, valueErrorType } from '../objects/exception-types.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, pointsOf } from '../objects/str.ts'
import { TypeFlags, typeName } from '../objects/type.ts'
import type { Int, Value } from '../objects/value.ts'
import { decodeQuotedPrintable, encodeQuotedPrintable } from './binascii/quoted-printable.ts'

const flags = TypeFlags.base | TypeFlags.dict
const errorType = builtinType('Error', { base: valueErrorType, module: 'binascii', flags, sameLayout: true })
const incompleteType = builtinType('Incomplete', { base: exceptionType, module: 'binascii', flags, sameLayout: true })

/** Text to be decoded: bytes, or a str of ASCII characters. */
function asciiArgument(value: Value): Uint8Array {
  const str = asStr(value)
  if (str !== undefined) {
    const points = pointsOf(str)
    if (points.some(point => point > 127)) raise(valueErrorType, 'string argument should contain only ASCII characters')
    return Uint8Array.from(points)
  }
  const bytes = bufferOf(value)
  if (bytes === undefined)
    raiseTypeError(`argument should be bytes, buffer or ASCII string, not '${typeName(typeOf(value))}'`)
  return bytes
}

function orError(result: Uint8Array | string): PyBytes {
  if (typeof result === 'string') raise(errorType, result)
  return new PyBytes(result)
}

function decodeHex(data: Value): PyBytes {
  return orError(unhexlify(asciiArgument(data)))
}

function encodeHex(data: Uint8Array, sep: Value | undefined, size: Value): PyBytes {
  return new PyBytes(sep === undefined ? hexlify(data) : bytesFromLatin1(hexOf(data, sep, size)))
}

/** An int as C's unsigned int sees it. */
const low32 = (value: Int): number => Number(and(value, 0xffffffff)) >>> 0

defineModule('binascii', {
  doc: 'Conversion between binary data and ASCII',
  functions: () => [
    builtin(
      'a2b_uu($module, data, /)',
      (data: Value) => orError(uuDecode(asciiArgument(data))),
      'Decode a line of uuencoded data.',
    ),
    builtin(
      'b2a_uu($module, data: buffer, /, *, backtick: bool = False)',
      (data: Uint8Array, backtick: boolean) => {
        if (data.length > 45) raise(errorType, 'At most 45 bytes at once')
        return new PyBytes(uuEncode(data, backtick ? 96 : 32))
      },
      'Uuencode line of data.',
    ),
    builtin(
      'a2b_base64($module, data, /, *, strict_mode: bool = False)',
      (data: Value, strict: boolean) => orError(base64Decode(asciiArgument(data), strict ? 'strict' : 'lenient')),
      'Decode a line of base64 data.\n\n  strict_mode\n    When set to True, bytes that are not in the base64 standard are not allowed.\n    The same applies to excess data after padding (= / ==).',
    ),
    builtin(
      'b2a_base64($module, data: buffer, /, *, newline: bool = True)',
      (data: Uint8Array, newline: boolean) => {
        const encoded = base64Encode(data)
        if (!newline) return new PyBytes(encoded)
        const line = new Uint8Array(encoded.length + 1)
        line.set(encoded)
        line[encoded.length] = 10
        return new PyBytes(line)
      },
      'Base64-code line of data.',
    ),
    builtin('a2b_hex($module, hexstr, /)', decodeHex, 'Binary data of hexadecimal representation.'),
    builtin('unhexlify($module, hexstr, /)', decodeHex, 'Binary data of hexadecimal representation.'),
    builtin(
      'b2a_hex($module, /, data: buffer, sep=<unrepresentable>, bytes_per_sep=1)',
      encodeHex,
      'Hexadecimal representation of binary data.',
    ),
    builtin(
      'hexlify($module, /, data: buffer, sep=<unrepresentable>, bytes_per_sep=1)',
      encodeHex,
      'Hexadecimal representation of binary data.',
    ),
    builtin(
      'a2b_qp($module, /, data, header: bool = False)',
      (data: Value, header: boolean) =>
        new PyBytes(decodeQuotedPrintable(asciiArgument(data), header ? 'header' : 'body')),
      'Decode a string of qp-encoded data.',
    ),
    builtin(
      'b2a_qp($module, /, data: buffer, quotetabs: bool = False, istext: bool = True, header: bool = False)',
      (data: Uint8Array, quoteTabs: boolean, isText: boolean, isHeader: boolean) =>
        new PyBytes(encodeQuotedPrintable(data, { quoteTabs, isText, isHeader })),
      'Encode a string using quoted-printable encoding.\n\nOn encoding, when istext is set, newlines are not encoded, and white\nspace at end of lines is.',
    ),
    builtin(
      'crc32($module, data: buffer, crc: int = 0, /)',
      (data: Uint8Array, start: Int) => crc32(data, low32(start)),
      'Compute CRC-32 incrementally.',
    ),
    builtin(
      'crc_hqx($module, data: buffer, crc: int, /)',
      (data: Uint8Array, start: Int) => crcHqx(data, low32(start) & 0xffff),
      'Compute CRC-CCITT incrementally.',
    ),
  ],
  attributes: () => ({ Error: errorType, Incomplete: incompleteType }),
})
