/**
 * Bytes as ASCII text and back, as `binascii` has them: hexadecimal, Base64, quoted-printable, uuencode.
 *
 * A failure is the message of a binascii.Error (or ValueError, for hexadecimal).
 */

import { zeroBytes } from './bytes-memory.ts'
import { BytesBuilder, stringFromUnits } from './text.ts'

function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
}

const HEX = asciiBytes('0123456789abcdef')

export function hexlify(bytes: Uint8Array): Uint8Array {
  const result = zeroBytes(bytes.length * 2)
  for (let i = 0; i < bytes.length; i++) {
    result[2 * i] = HEX[bytes[i]! >> 4]!
    result[2 * i + 1] = HEX[bytes[i]! & 15]!
  }
  return result
}

/** `hex(sep, bytes_per_sep)`: groups counted from the right for a positive size, from the left for a negative one. */
export function hexText(bytes: Uint8Array, separator: string, size: number): string {
  const digits = hexlify(bytes)
  const text = stringFromUnits(digits, 0, digits.length)
  const step = Math.abs(size)
  if (step === 0 || separator === '') return text
  let result = ''
  for (let i = 0; i < bytes.length; i++) {
    const fromEdge = size > 0 ? bytes.length - i : i
    if (i > 0 && fromEdge % step === 0) result += separator
    result += text.slice(2 * i, 2 * i + 2)
  }
  return result
}

export function hexDigitValue(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48
  const letter = byte | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

export function unhexlify(text: Uint8Array): Uint8Array | string {
  if (text.length % 2 === 1) return 'Odd-length string'
  const result = zeroBytes(text.length / 2)
  for (let i = 0; i < result.length; i++) {
    const high = hexDigitValue(text[2 * i]!)
    const low = hexDigitValue(text[2 * i + 1]!)
    if (high < 0 || low < 0) return 'Non-hexadecimal digit found'
    result[i] = high * 16 + low
  }
  return result
}

const ALPHABET = asciiBytes('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
const SEXTETS = new Int8Array(256).fill(-1)
for (let i = 0; i < 64; i++) SEXTETS[ALPHABET[i]!] = i

export function base64Encode(bytes: Uint8Array): Uint8Array {
  const result = zeroBytes(Math.ceil(bytes.length / 3) * 4)
  let to = 0
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i
    const word = (bytes[i]! << 16) | (left > 1 ? bytes[i + 1]! << 8 : 0) | (left > 2 ? bytes[i + 2]! : 0)
    result[to++] = ALPHABET[word >> 18]!
    result[to++] = ALPHABET[(word >> 12) & 63]!
    result[to++] = left > 1 ? ALPHABET[(word >> 6) & 63]! : 61
    result[to++] = left > 2 ? ALPHABET[word & 63]! : 61
  }
  return result
}

/** Lenient decoding skips what is not in the alphabet, and padding that is not at the end; strict decoding refuses it. */
export function base64Decode(text: Uint8Array, mode: 'lenient' | 'strict'): Uint8Array | string {
  const strict = mode === 'strict'
  if (strict && text[0] === 61) return 'Leading padding not allowed'
  const result = new BytesBuilder((text.length * 3) >> 2)
  // Whole groups of digits, of which most texts consist.
  let count = 0
  for (; count + 4 <= text.length; count += 4) {
    const high = (SEXTETS[text[count]!]! << 6) | SEXTETS[text[count + 1]!]!
    const low = (SEXTETS[text[count + 2]!]! << 6) | SEXTETS[text[count + 3]!]!
    if ((high | low) < 0) break
    result.pushThree((high << 12) | low)
  }
  let bits = 0
  let pads = 0
  let isPadded = false
  for (let i = count; i < text.length; i++) {
    const byte = text[i]!
    const phase = count & 3
    if (byte === 61) {
      isPadded = true
      if (strict && phase === 0) return 'Excess padding not allowed'
      // A complete group ends the text; a strict reader wants nothing after it.
      if (phase < 2 || phase + ++pads < 4) continue
      return strict && i + 1 < text.length ? 'Excess data after padding' : result.finish()
    }
    const sextet = SEXTETS[byte]!
    if (sextet < 0) {
      if (strict) return 'Only base64 data is allowed'
      continue
    }
    if (strict && isPadded) return 'Discontinuous padding not allowed'
    pads = 0
    bits = ((bits << 6) | sextet) & 0xffffff
    count++
    // The second, third and fourth digit each complete a byte.
    if (phase > 0) result.push((bits >> (6 - 2 * phase)) & 255)
  }
  const phase = count & 3
  if (phase === 1)
    return `Invalid base64-encoded string: number of data characters (${count}) cannot be 1 more than a multiple of 4`
  return phase === 0 ? result.finish() : 'Incorrect padding'
}

/** One line of uuencode, `backtick` writing zeros as backticks. */
export function uuEncode(bytes: Uint8Array, zero: 32 | 96): Uint8Array {
  const character = (sextet: number): number => (sextet === 0 ? zero : sextet + 32)
  const result = new BytesBuilder(bytes.length * 2)
  result.push(character(bytes.length))
  for (let i = 0; i < bytes.length; i += 3) {
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    for (let shift = 18; shift >= 0; shift -= 6) result.push(character((word >> shift) & 63))
  }
  result.push(10)
  return result.finish()
}

export function uuDecode(text: Uint8Array): Uint8Array | string {
  // An empty line's length is read from the zero behind C's string.
  const length = ((text[0] ?? 0) - 32) & 63
  const result = new Uint8Array(length)
  let bits = 0
  let have = 0
  let to = 0
  let at = 1
  while (to < length) {
    const byte = at < text.length ? text[at]! : 0
    at++
    // The line may have lost its trailing spaces.
    const blank = at > text.length || byte === 10 || byte === 13
    if (!blank && (byte < 32 || byte > 96)) return 'Illegal char'
    bits = ((bits << 6) | (blank ? 0 : (byte - 32) & 63)) & 0xffff
    have += 6
    if (have >= 8) {
      have -= 8
      result[to++] = (bits >> have) & 255
    }
  }
  for (; at < text.length; at++) {
    const byte = text[at]!
    if (byte !== 32 && byte !== 96 && byte !== 10 && byte !== 13) return 'Trailing garbage'
  }
  return result
}
