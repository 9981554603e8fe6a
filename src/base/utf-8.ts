/**
 * UTF-8, with CPython's idea of where an error starts, how long it is and what it is called.
 *
 * Runs of ASCII are copied as runs. Errors: a byte that starts nothing ("invalid start byte"), a byte that does not
 * continue ("invalid continuation byte": the error ends before it), and input that ends within a character
 * ("unexpected end of data", or no error when more may follow).
 */

import { zeroBytes } from './bytes-memory.ts'
import { CodecError, type Decoded, type DecodeHandler, type EncodeHandler, type InputEnd } from './codec-errors.ts'
import { asciiBytes, BytesBuilder, pointAt, stringFromUnits, type Text, TextBuilder } from './text.ts'

const encoder = new TextEncoder()

function asciiEnd(bytes: Uint8Array, start: number): number {
  let i = start
  while (i < bytes.length && bytes[i]! < 128) i++
  return i
}

/** How many bytes the character takes that begins with `lead`; 0 for no lead. */
function lengthFromLead(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}

/** The second byte's range is narrower where it would be an overlong form, a surrogate or past U+10FFFF. */
function continues(lead: number, index: number, byte: number): boolean {
  if ((byte & 0xc0) !== 0x80) return false
  if (index > 1) return true
  if (lead === 0xe0) return byte >= 0xa0
  if (lead === 0xed) return byte < 0xa0
  if (lead === 0xf0) return byte >= 0x90
  return lead !== 0xf4 || byte < 0x90
}

/** The input ends after two of a surrogate's three bytes, which `surrogatepass` will want together. */
function isHalfSurrogate(bytes: Uint8Array, pos: number): boolean {
  return bytes[pos] === 0xed && pos + 2 === bytes.length && bytes[pos + 1]! >= 0xa0 && bytes[pos + 1]! < 0xc0
}

export function decodeUtf8(bytes: Uint8Array, end: InputEnd, handler: DecodeHandler): Decoded | CodecError {
  let pos = asciiEnd(bytes, 0)
  if (pos === bytes.length) return { text: stringFromUnits(bytes, 0, pos), consumed: pos }
  const builder = new TextBuilder()
  if (pos > 0) builder.pushText(stringFromUnits(bytes, 0, pos))
  while (pos < bytes.length) {
    const lead = bytes[pos]!
    if (lead < 128) {
      const stop = asciiEnd(bytes, pos)
      if (stop - pos > 16) builder.pushText(stringFromUnits(bytes, pos, stop))
      else for (let i = pos; i < stop; i++) builder.push(bytes[i]!)
      pos = stop
      continue
    }
    const length = lengthFromLead(lead)
    let valid = 1
    while (valid < length && pos + valid < bytes.length && continues(lead, valid, bytes[pos + valid]!)) valid++
    if (valid === length) {
      let point = lead & (0x7f >> length)
      for (let i = 1; i < length; i++) point = (point << 6) | (bytes[pos + i]! & 63)
      builder.push(point)
      pos += length
      continue
    }
    const incomplete = length > 0 && pos + valid === bytes.length
    if (end === 'more' && (incomplete || isHalfSurrogate(bytes, pos))) break
    const reason =
      length === 0 ? 'invalid start byte' : incomplete ? 'unexpected end of data' : 'invalid continuation byte'
    const error = new CodecError('utf-8', pos, pos + valid, reason)
    const reply = handler(error, bytes)
    if (reply === null) return error
    builder.pushText(reply.text)
    pos = reply.resume
    bytes = reply.input ?? bytes
  }
  return { text: builder.finish(), consumed: pos }
}

/** A text without surrogates, as all strings are (text.ts): by hand where it has no more than some dozens of characters. */
export function encodeString(text: string): Uint8Array {
  const ascii = asciiBytes(text)
  if (ascii !== undefined) return ascii
  if (text.length > 64) return encoder.encode(text)
  const bytes = zeroBytes(utf8Length(text))
  for (let i = 0, at = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) bytes[at++] = unit
    else {
      if (unit < 0x800) bytes[at++] = 0xc0 | (unit >> 6)
      else {
        bytes[at++] = 0xe0 | (unit >> 12)
        bytes[at++] = 0x80 | ((unit >> 6) & 63)
      }
      bytes[at++] = 0x80 | (unit & 63)
    }
  }
  return bytes
}

function pushPoint(builder: BytesBuilder, point: number): void {
  if (point < 0x80) {
    builder.push(point)
    return
  }
  if (point < 0x800) builder.push(0xc0 | (point >> 6))
  else {
    if (point < 0x10000) builder.push(0xe0 | (point >> 12))
    else {
      builder.push(0xf0 | (point >> 18))
      builder.push(0x80 | ((point >> 12) & 63))
    }
    builder.push(0x80 | ((point >> 6) & 63))
  }
  builder.push(0x80 | (point & 63))
}

function isSurrogate(point: number): boolean {
  return point >= 0xd800 && point < 0xe000
}

export function encodeUtf8(text: Text, handler: EncodeHandler): Uint8Array | CodecError {
  if (typeof text === 'string') return encodeString(text)
  const builder = new BytesBuilder(text.length + (text.length >> 2))
  for (let pos = 0; pos < text.length; ) {
    const point = text[pos]!
    if (!isSurrogate(point)) {
      pushPoint(builder, point)
      pos++
      continue
    }
    let stop = pos + 1
    while (stop < text.length && isSurrogate(text[stop]!)) stop++
    const error = new CodecError('utf-8', pos, stop, 'surrogates not allowed')
    const reply = handler(error, text)
    if (reply === null) return error
    if (reply.replacement instanceof Uint8Array) builder.pushBytes(reply.replacement)
    else {
      for (let i = 0; i < reply.replacement.length; i++) {
        const replaced = pointAt(reply.replacement, i)
        // What stands in must be ASCII.
        if (replaced > 127) return error
        builder.push(replaced)
      }
    }
    pos = reply.resume
  }
  return builder.finish()
}

/** How many bytes a text takes in UTF-8, surrogates counted as three. */
export function utf8Length(text: Text): number {
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const point = pointAt(text, i)
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return length
}
