/** `escape_decode` and `escape_encode`: the escapes of bytes literals, as pickle's first protocol and old codecs need them. */
import { hexDigitValue } from '../../base/binary-text.ts'
import { raise } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'

const simple: Readonly<Record<string, number>> = {
  '\\': 92,
  "'": 39,
  '"': 34,
  b: 8,
  f: 12,
  t: 9,
  n: 10,
  r: 13,
  v: 11,
  a: 7,
}

export interface DecodedEscapes {
  readonly bytes: Uint8Array
  /** Where the first backslash stands that escapes nothing, or −1. */
  readonly invalid: number
}

/** As _PyBytes_DecodeEscape2 (Objects/bytesobject.c). */
export function decodeEscapes(source: Uint8Array, errors: string): DecodedEscapes {
  const result: number[] = []
  let invalid = -1
  for (let at = 0; at < source.length; ) {
    const byte = source[at++]!
    if (byte !== 92) {
      result.push(byte)
      continue
    }
    if (at === source.length) raise(valueErrorType, 'Trailing \\ in string')
    const letter = String.fromCharCode(source[at++]!)
    const plain = simple[letter]
    if (plain !== undefined) result.push(plain)
    else if (letter >= '0' && letter <= '7') {
      const digits = /^[0-7]{1,3}/.exec(String.fromCharCode(...source.subarray(at - 1, at + 2)))![0]
      at += digits.length - 1
      const value = Number.parseInt(digits, 8)
      if (value > 255 && invalid < 0) invalid = at - digits.length - 1
      result.push(value & 255)
    } else if (letter === 'x') at = decodeHex(source, at, errors, result)
    else if (letter !== '\n') {
      if (invalid < 0) invalid = at - 2
      result.push(92, source[at - 1]!)
    }
  }
  return { bytes: Uint8Array.from(result), invalid }
}

function decodeHex(source: Uint8Array, at: number, errors: string, result: number[]): number {
  const high = at < source.length ? hexDigitValue(source[at]!) : -1
  const low = at + 1 < source.length ? hexDigitValue(source[at + 1]!) : -1
  if (high >= 0 && low >= 0) {
    result.push(high * 16 + low)
    return at + 2
  }
  if (errors === 'strict') raise(valueErrorType, `invalid \\x escape at position ${at - 2}`)
  if (errors === 'replace') result.push(63)
  else if (errors !== 'ignore') raise(valueErrorType, `decoding error; unknown error handling code: ${errors}`)
  return high >= 0 ? at + 1 : at
}

export function encodeEscapes(source: Uint8Array): string {
  let text = ''
  for (const byte of source) {
    if (byte === 39 || byte === 92) text += `\\${String.fromCharCode(byte)}`
    else if (byte === 9) text += '\\t'
    else if (byte === 10) text += '\\n'
    else if (byte === 13) text += '\\r'
    else if (byte < 32 || byte > 126) text += `\\x${byte.toString(16).padStart(2, '0')}`
    else text += String.fromCharCode(byte)
  }
  return text
}
