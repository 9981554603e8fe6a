/**
 * UTF-16 and UTF-32, in either order of bytes, with or without a byte order mark.
 *
 * `native` is little endian, as on every machine CPython commonly runs on; it writes a mark, and reads one if it is there.
 */

import { CodecError, type Decoded, type DecodeHandler, type EncodeHandler, type InputEnd } from './codec-errors.ts'
import { BytesBuilder, pointAt, type Text, TextBuilder } from './text.ts'

export type Order = 'little' | 'big' | 'native'

export interface OrderedDecoded extends Decoded {
  /** The order found or followed: what an incremental decoder goes on with. */
  readonly order: Order
}

function encodingName(bits: 16 | 32, order: Order): string {
  return order === 'native' ? `utf-${bits}` : `utf-${bits}-${order === 'big' ? 'be' : 'le'}`
}

function orderFromMark(bytes: Uint8Array, size: 2 | 4): Order {
  if (bytes.length < size) return 'native'
  const little = bytes[0] === 0xff && bytes[1] === 0xfe
  if (size === 2) return little ? 'little' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'big' : 'native'
  if (little && bytes[2] === 0 && bytes[3] === 0) return 'little'
  return bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff ? 'big' : 'native'
}

/** An error at `start` up to `end`; `incomplete` ones wait for more input where there may be. */
interface Trouble {
  readonly end: number
  readonly reason: string
  readonly incomplete: boolean
}

abstract class UnitDecoder {
  readonly bytes: Uint8Array
  readonly big: boolean
  constructor(bytes: Uint8Array, big: boolean) {
    this.bytes = bytes
    this.big = big
  }

  unit16(at: number): number {
    const [a, b] = [this.bytes[at]!, this.bytes[at + 1]!]
    return this.big ? (a << 8) | b : (b << 8) | a
  }

  /** The character at `at`, or why there is none. */
  abstract read(at: number): number | Trouble
}

class Utf16Decoder extends UnitDecoder {
  override read(at: number): number | Trouble {
    const left = this.bytes.length - at
    if (left < 2) return { end: at + left, reason: 'truncated data', incomplete: true }
    const unit = this.unit16(at)
    if ((unit & 0xf800) !== 0xd800) return unit
    if (unit >= 0xdc00) return { end: at + 2, reason: 'illegal encoding', incomplete: false }
    if (left < 4) return { end: at + left, reason: 'unexpected end of data', incomplete: true }
    const second = this.unit16(at + 2)
    if ((second & 0xfc00) !== 0xdc00) return { end: at + 2, reason: 'illegal UTF-16 surrogate', incomplete: false }
    return 0x10000 + ((unit & 0x3ff) << 10) + (second & 0x3ff)
  }
}

class Utf32Decoder extends UnitDecoder {
  override read(at: number): number | Trouble {
    const left = this.bytes.length - at
    if (left < 4) return { end: at + left, reason: 'truncated data', incomplete: true }
    const [first, second] = [this.unit16(at), this.unit16(at + 2)]
    const point = this.big ? first * 65536 + second : second * 65536 + first
    if (point >= 0xd800 && point < 0xe000) {
      return { end: at + 4, reason: 'code point in surrogate code point range(0xd800, 0xe000)', incomplete: false }
    }
    if (point > 0x10ffff) return { end: at + 4, reason: 'code point not in range(0x110000)', incomplete: false }
    return point
  }
}

export function decodeUtf16(
  bytes: Uint8Array,
  order: Order,
  end: InputEnd,
  handler: DecodeHandler,
): OrderedDecoded | CodecError {
  return decode(bytes, order, end, handler, 16)
}

export function decodeUtf32(
  bytes: Uint8Array,
  order: Order,
  end: InputEnd,
  handler: DecodeHandler,
): OrderedDecoded | CodecError {
  return decode(bytes, order, end, handler, 32)
}

function decode(
  bytes: Uint8Array,
  order: Order,
  end: InputEnd,
  handler: DecodeHandler,
  bits: 16 | 32,
): OrderedDecoded | CodecError {
  const size = bits === 16 ? 2 : 4
  const marked = order === 'native' ? orderFromMark(bytes, size) : 'native'
  const found = marked === 'native' ? order : marked
  const big = found === 'big'
  const decoderOf = (input: Uint8Array) => (bits === 16 ? new Utf16Decoder(input, big) : new Utf32Decoder(input, big))
  let decoder = decoderOf(bytes)
  const builder = new TextBuilder()
  let pos = marked === 'native' ? 0 : size
  while (pos < bytes.length) {
    const read = decoder.read(pos)
    if (typeof read === 'number') {
      builder.push(read)
      pos += bits === 16 && read < 0x10000 ? 2 : 4
      continue
    }
    if (read.incomplete && end === 'more') break
    const error = new CodecError(encodingName(bits, big ? 'big' : 'little'), pos, read.end, read.reason)
    const reply = handler(error, bytes)
    if (reply === null) return error
    builder.pushText(reply.text)
    pos = reply.resume
    if (reply.input !== undefined) decoder = decoderOf((bytes = reply.input))
  }
  return { text: builder.finish(), consumed: pos, order: found }
}

export function encodeUtf16(text: Text, order: Order, handler: EncodeHandler): Uint8Array | CodecError {
  return encode(text, order, handler, 16)
}

export function encodeUtf32(text: Text, order: Order, handler: EncodeHandler): Uint8Array | CodecError {
  return encode(text, order, handler, 32)
}

function pushUnit(builder: BytesBuilder, value: number, size: number, big: boolean): void {
  for (let i = 0; i < size; i++) builder.push((value >>> (8 * (big ? size - 1 - i : i))) & 255)
}

function pushCharacter(builder: BytesBuilder, point: number, bits: 16 | 32, big: boolean): void {
  if (bits === 32) pushUnit(builder, point, 4, big)
  else if (point < 0x10000) pushUnit(builder, point, 2, big)
  else {
    pushUnit(builder, 0xd800 + ((point - 0x10000) >> 10), 2, big)
    pushUnit(builder, 0xdc00 + ((point - 0x10000) & 0x3ff), 2, big)
  }
}

function encode(text: Text, order: Order, handler: EncodeHandler, bits: 16 | 32): Uint8Array | CodecError {
  const big = order === 'big'
  const builder = new BytesBuilder((text.length + 1) * (bits >> 3))
  if (order === 'native') pushCharacter(builder, 0xfeff, bits, big)
  for (let pos = 0; pos < text.length; ) {
    const point = pointAt(text, pos)
    if (point < 0xd800 || point > 0xdfff) {
      pushCharacter(builder, point, bits, big)
      pos++
      continue
    }
    const error = new CodecError(encodingName(bits, order), pos, pos + 1, 'surrogates not allowed')
    const reply = handler(error, text)
    if (reply === null) return error
    if (reply.replacement instanceof Uint8Array) {
      // Whole units only.
      if (reply.replacement.length % (bits >> 3) !== 0) return error
      builder.pushBytes(reply.replacement)
    } else {
      for (let i = 0; i < reply.replacement.length; i++) {
        const replaced = pointAt(reply.replacement, i)
        if (replaced > 127) return error
        pushCharacter(builder, replaced, bits, big)
      }
    }
    pos = reply.resume
  }
  return builder.finish()
}
