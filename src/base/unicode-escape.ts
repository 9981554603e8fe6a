/**
 * The codecs `unicode_escape` (Python's string escapes) and `raw_unicode_escape` (only `\u` and `\U`).
 */

import { CodecError, type Decoded, type DecodeHandler, type InputEnd } from './codec-errors.ts'
import { BytesBuilder, pointAt, type Text, TextBuilder } from './text.ts'

export interface EscapeDecoded extends Decoded {
  /** Where the first backslash stands that escapes nothing (a DeprecationWarning), or −1. */
  readonly invalidEscape: number
}

const SIMPLE: Readonly<Record<string, number>> = {
  '\\': 92,
  "'": 39,
  '"': 34,
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
}

function hexDigit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48
  const letter = byte | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

const HEX_ESCAPES: Readonly<Record<string, { count: number; reason: string }>> = {
  x: { count: 2, reason: 'truncated \\xXX escape' },
  u: { count: 4, reason: 'truncated \\uXXXX escape' },
  U: { count: 8, reason: 'truncated \\UXXXXXXXX escape' },
}

/** A character and where it ends, or an error up to there; `incomplete` ones wait for more input. */
interface Escape {
  readonly point: number
  readonly end: number
  readonly reason: string
  readonly incomplete: boolean
}

function readHex(bytes: Uint8Array, at: number, kind: string): Escape {
  const { count, reason } = HEX_ESCAPES[kind]!
  let point = 0
  for (let i = 0; i < count; i++) {
    const digit = at + i < bytes.length ? hexDigit(bytes[at + i]!) : -1
    if (digit < 0) return { point: 0, end: at + i, reason, incomplete: at + i >= bytes.length }
    point = point * 16 + digit
  }
  if (point > 0x10ffff) return { point: 0, end: at + count, reason: 'illegal Unicode character', incomplete: false }
  return { point, end: at + count, reason: '', incomplete: false }
}

function readName(bytes: Uint8Array, at: number, lookUp: (name: string) => number | null): Escape {
  const malformed = 'malformed \\N character escape'
  if (bytes[at] !== 123) return { point: 0, end: at, reason: malformed, incomplete: at >= bytes.length }
  let close = at + 1
  while (close < bytes.length && bytes[close] !== 125) close++
  if (close >= bytes.length) return { point: 0, end: close, reason: malformed, incomplete: true }
  if (close === at + 1) return { point: 0, end: close + 1, reason: malformed, incomplete: false }
  const point = lookUp(String.fromCharCode(...bytes.subarray(at + 1, close)))
  if (point === null) return { point: 0, end: close + 1, reason: 'unknown Unicode character name', incomplete: false }
  return { point, end: close + 1, reason: '', incomplete: false }
}

/** `lookUp` finds a character by name (unicode-names.ts has it). */
export function decodeUnicodeEscape(
  bytes: Uint8Array,
  end: InputEnd,
  handler: DecodeHandler,
  lookUp: (name: string) => number | null,
): EscapeDecoded | CodecError {
  const builder = new TextBuilder()
  let invalidEscape = -1
  let pos = 0
  while (pos < bytes.length) {
    const byte = bytes[pos]!
    if (byte !== 92) {
      builder.push(byte)
      pos++
      continue
    }
    const escape = readEscape(bytes, pos, lookUp)
    if (escape === null) {
      // Unknown: both characters stay.
      if (invalidEscape < 0) invalidEscape = pos
      builder.push(92)
      pos++
    } else if (escape.reason === '') {
      if (escape.point > 255 && escape.end === pos + 4 && invalidEscape < 0 && bytes[pos + 1]! < 56) invalidEscape = pos
      if (escape.point >= 0) builder.push(escape.point)
      pos = escape.end
    } else {
      if (escape.incomplete && end === 'more') break
      const error = new CodecError('unicodeescape', pos, escape.end, escape.reason)
      const reply = handler(error, bytes)
      if (reply === null) return error
      builder.pushText(reply.text)
      pos = reply.resume
      bytes = reply.input ?? bytes
    }
  }
  return { text: builder.finish(), consumed: pos, invalidEscape }
}

/** The escape at a backslash; null for one that means nothing; the point −1 for an escaped end of line. */
function readEscape(bytes: Uint8Array, at: number, lookUp: (name: string) => number | null): Escape | null {
  if (at + 1 >= bytes.length) return { point: 0, end: at + 1, reason: '\\ at end of string', incomplete: true }
  const byte = bytes[at + 1]!
  if (byte === 10) return { point: -1, end: at + 2, reason: '', incomplete: false }
  if (byte >= 48 && byte <= 55) {
    let point = 0
    let i = at + 1
    for (; i < bytes.length && i < at + 4 && bytes[i]! >= 48 && bytes[i]! <= 55; i++) point = point * 8 + bytes[i]! - 48
    return { point, end: i, reason: '', incomplete: false }
  }
  const kind = String.fromCharCode(byte)
  const simple = SIMPLE[kind]
  if (simple !== undefined) return { point: simple, end: at + 2, reason: '', incomplete: false }
  if (HEX_ESCAPES[kind] !== undefined) return readHex(bytes, at + 2, kind)
  return kind === 'N' ? readName(bytes, at + 2, lookUp) : null
}

export function decodeRawUnicodeEscape(bytes: Uint8Array, end: InputEnd, handler: DecodeHandler): Decoded | CodecError {
  const builder = new TextBuilder()
  let pos = 0
  while (pos < bytes.length) {
    const byte = bytes[pos]!
    if (byte !== 92) {
      builder.push(byte)
      pos++
      continue
    }
    if (pos + 1 >= bytes.length) {
      if (end === 'more') break
      builder.push(92)
      pos++
      continue
    }
    const kind = bytes[pos + 1]!
    if (kind !== 117 && kind !== 85) {
      // A pair that is no escape stays, so that an escaped backslash does not begin one.
      builder.push(92)
      builder.push(kind)
      pos += 2
      continue
    }
    const read = readHex(bytes, pos + 2, kind === 117 ? 'u' : 'U')
    if (read.reason === '') {
      builder.push(read.point)
      pos = read.end
      continue
    }
    if (read.incomplete && end === 'more') break
    const reason = read.reason === 'illegal Unicode character' ? '\\Uxxxxxxxx out of range' : read.reason
    const error = new CodecError('rawunicodeescape', pos, read.end, reason)
    const reply = handler(error, bytes)
    if (reply === null) return error
    builder.pushText(reply.text)
    pos = reply.resume
    bytes = reply.input ?? bytes
  }
  return { text: builder.finish(), consumed: pos }
}

function pushHex(builder: BytesBuilder, letter: string, value: number, count: number): void {
  builder.pushAscii('\\' + letter + value.toString(16).padStart(count, '0'))
}

export function encodeUnicodeEscape(text: Text): Uint8Array {
  const builder = new BytesBuilder(text.length)
  for (let i = 0; i < text.length; i++) {
    const point = pointAt(text, i)
    if (point > 0xffff) pushHex(builder, 'U', point, 8)
    else if (point > 0xff) pushHex(builder, 'u', point, 4)
    else if (point === 9) builder.pushAscii('\\t')
    else if (point === 10) builder.pushAscii('\\n')
    else if (point === 13) builder.pushAscii('\\r')
    else if (point === 92) builder.pushAscii('\\\\')
    else if (point < 32 || point > 126) pushHex(builder, 'x', point, 2)
    else builder.push(point)
  }
  return builder.finish()
}

export function encodeRawUnicodeEscape(text: Text): Uint8Array {
  const builder = new BytesBuilder(text.length)
  for (let i = 0; i < text.length; i++) {
    const point = pointAt(text, i)
    if (point > 0xffff) pushHex(builder, 'U', point, 8)
    else if (point > 0xff) pushHex(builder, 'u', point, 4)
    else builder.push(point)
  }
  return builder.finish()
}
