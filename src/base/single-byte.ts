/**
 * Encodings of one byte a character: ASCII, Latin-1, and those given by a table.
 *
 * Encoders report a run of characters that do not fit as one error.
 */

import { CodecError, type Decoded, type DecodeHandler, type EncodeHandler } from './codec-errors.ts'
import { BytesBuilder, pointAt, stringFromUnits, type Text, TextBuilder, textFromUtf16 } from './text.ts'

export function decodeLatin1(bytes: Uint8Array): string {
  return stringFromUnits(bytes, 0, bytes.length)
}

export function decodeAscii(bytes: Uint8Array, handler: DecodeHandler): Decoded | CodecError {
  let pos = 0
  while (pos < bytes.length && bytes[pos]! < 128) pos++
  if (pos === bytes.length) return { text: decodeLatin1(bytes), consumed: pos }
  return decodeEach(bytes, 'ascii', 'ordinal not in range(128)', handler, byte => (byte < 128 ? byte : null))
}

function decodeEach(
  bytes: Uint8Array,
  encoding: string,
  reason: string,
  handler: DecodeHandler,
  map: (byte: number) => number | Text | null,
): Decoded | CodecError {
  const builder = new TextBuilder()
  const { length } = bytes
  for (let pos = 0; pos < bytes.length; ) {
    const mapped = map(bytes[pos]!)
    if (mapped !== null) {
      if (typeof mapped === 'number') builder.push(mapped)
      else builder.pushText(mapped)
      pos++
      continue
    }
    const error = new CodecError(encoding, pos, pos + 1, reason)
    const reply = handler(error, bytes)
    if (reply === null) return error
    builder.pushText(reply.text)
    pos = reply.resume
    bytes = reply.input ?? bytes
  }
  return { text: builder.finish(), consumed: length }
}

const UNDEFINED = 'character maps to <undefined>'

/** `map` answers a character, a text, or null where the byte is undefined (U+FFFE in CPython's tables). */
export function decodeCharmap(
  bytes: Uint8Array,
  map: (byte: number) => number | Text | null,
  handler: DecodeHandler,
): Decoded | CodecError {
  return decodeEach(bytes, 'charmap', UNDEFINED, handler, map)
}

/** For decodeCharmap, from a table in the form of the standard library's `decoding_table`. */
export function mapFromDecodingTable(table: string): (byte: number) => number | Text | null {
  const text = textFromUtf16(table)
  return byte => {
    if (byte >= text.length) return null
    const point = pointAt(text, byte)
    return point === 0xfffe ? null : point
  }
}

export function encodeLatin1(text: Text, handler: EncodeHandler): Uint8Array | CodecError {
  return encodeEach(text, 'latin-1', 'ordinal not in range(256)', handler, point => (point < 256 ? point : null))
}

export function encodeAscii(text: Text, handler: EncodeHandler): Uint8Array | CodecError {
  return encodeEach(text, 'ascii', 'ordinal not in range(128)', handler, point => (point < 128 ? point : null))
}

/** `map` answers a byte, bytes, or null where the character has none. */
export function encodeCharmap(
  text: Text,
  map: (point: number) => number | Uint8Array | null,
  handler: EncodeHandler,
): Uint8Array | CodecError {
  return encodeEach(text, 'charmap', UNDEFINED, handler, map)
}

function encodeEach(
  text: Text,
  encoding: string,
  reason: string,
  handler: EncodeHandler,
  map: (point: number) => number | Uint8Array | null,
): Uint8Array | CodecError {
  const builder = new BytesBuilder(text.length)
  for (let pos = 0; pos < text.length; ) {
    const mapped = map(pointAt(text, pos))
    if (mapped !== null) {
      pushMapped(builder, mapped)
      pos++
      continue
    }
    let end = pos + 1
    while (end < text.length && map(pointAt(text, end)) === null) end++
    const error = new CodecError(encoding, pos, end, reason)
    const reply = handler(error, text)
    if (reply === null) return error
    if (reply.replacement instanceof Uint8Array) builder.pushBytes(reply.replacement)
    else {
      for (let i = 0; i < reply.replacement.length; i++) {
        const replaced = map(pointAt(reply.replacement, i))
        if (replaced === null) return error
        pushMapped(builder, replaced)
      }
    }
    pos = reply.resume
  }
  return builder.finish()
}

function pushMapped(builder: BytesBuilder, mapped: number | Uint8Array): void {
  if (typeof mapped === 'number') builder.push(mapped)
  else builder.pushBytes(mapped)
}
