/**
 * What codecs do at a place that they cannot convert: they ask a handler what stands in its stead and where to go on.
 *
 * The handlers of CPython that need no Python code are here, by name; a handler registered from Python is wrapped by
 * the layer that can call it. `strict` is the handler that returns null: the codec ends and returns the error.
 */

import { type Text, TextBuilder } from './text.ts'

/** The fields of UnicodeDecodeError and UnicodeEncodeError. */
export class CodecError {
  readonly encoding: string
  readonly start: number
  readonly end: number
  readonly reason: string
  constructor(encoding: string, start: number, end: number, reason: string) {
    this.encoding = encoding
    this.start = start
    this.end = end
    this.reason = reason
  }
}

export interface Decoded {
  readonly text: Text
  /** Bytes used: fewer than given only where more input may follow. */
  readonly consumed: number
}

export interface DecodeReply {
  readonly text: Text
  readonly resume: number
  /** What is decoded from here on, where the handler has put other bytes in the place of the input. */
  readonly input?: Uint8Array
}
/** Bytes are put out as they are, text is encoded. */
export interface EncodeReply {
  readonly replacement: Text | Uint8Array
  readonly resume: number
}
export type DecodeHandler = (error: CodecError, input: Uint8Array) => DecodeReply | null
export type EncodeHandler = (error: CodecError, input: Text) => EncodeReply | null

/** Whether more input may follow: an incomplete character at the end then is no error. */
export type InputEnd = 'final' | 'more'

export function strictDecode(): null {
  return null
}
export function strictEncode(): null {
  return null
}

function pointOf(input: Text, index: number): number {
  return typeof input === 'string' ? input.charCodeAt(index) : input[index]!
}

function ignoreDecode(error: CodecError): DecodeReply {
  return { text: '', resume: error.end }
}
function ignoreEncode(error: CodecError): EncodeReply {
  return { replacement: '', resume: error.end }
}
function replaceDecode(error: CodecError): DecodeReply {
  return { text: '\ufffd', resume: error.end }
}
function replaceEncode(error: CodecError): EncodeReply {
  return { replacement: '?'.repeat(error.end - error.start), resume: error.end }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}

/** `\x41`, `\u20ac` or `\U0001f40d` */
export function backslashEscape(point: number): string {
  if (point < 256) return '\\x' + hex(point, 2)
  return point < 0x10000 ? '\\u' + hex(point, 4) : '\\U' + hex(point, 8)
}

function backslashDecode(error: CodecError, input: Uint8Array): DecodeReply {
  let text = ''
  for (let i = error.start; i < error.end; i++) text += '\\x' + hex(input[i]!, 2)
  return { text, resume: error.end }
}

function mapEncode(error: CodecError, input: Text, map: (point: number) => string): EncodeReply {
  let replacement = ''
  for (let i = error.start; i < error.end; i++) replacement += map(pointOf(input, i))
  return { replacement, resume: error.end }
}

function backslashEncode(error: CodecError, input: Text): EncodeReply {
  return mapEncode(error, input, backslashEscape)
}
function characterReferenceEncode(error: CodecError, input: Text): EncodeReply {
  return mapEncode(error, input, point => `&#${point};`)
}

/** Bytes from 128 on become U+DC80 to U+DCFF and back: at most four at a time, none below 128. */
function surrogateEscapeDecode(error: CodecError, input: Uint8Array): DecodeReply | null {
  const builder = new TextBuilder()
  let i = error.start
  for (; i < error.end && i < error.start + 4 && input[i]! >= 128; i++) builder.push(0xdc00 + input[i]!)
  return i === error.start ? null : { text: builder.finish(), resume: i }
}

/** As far as it can: a character in the run that is no escaped byte becomes the next error's start. */
function surrogateEscapeEncode(error: CodecError, input: Text): EncodeReply | null {
  const bytes: number[] = []
  for (let i = error.start; i < error.end; i++) {
    const point = pointOf(input, i)
    if (point < 0xdc80 || point > 0xdcff) break
    bytes.push(point - 0xdc00)
  }
  if (bytes.length === 0) return null
  return { replacement: Uint8Array.from(bytes), resume: error.start + bytes.length }
}

/** The encodings of lone surrogates: bytes in a unit, and its order. */
function surrogateShape(encoding: string): { size: 2 | 3 | 4; big: boolean } | null {
  const name = encoding.toLowerCase().replaceAll('_', '-')
  if (/^(utf-?8|cp65001)$/.test(name)) return { size: 3, big: false }
  const match = /^utf-?(16|32)(?:-?(le|be))?$/.exec(name)
  if (match === null) return null
  return { size: match[1] === '16' ? 2 : 4, big: match[2] === 'be' }
}

function surrogatePassDecode(error: CodecError, input: Uint8Array): DecodeReply | null {
  const shape = surrogateShape(error.encoding)
  if (shape === null || input.length - error.start < shape.size) return null
  const at = error.start
  let point = 0
  if (shape.size === 3) {
    const [a, b, c] = [input[at]!, input[at + 1]!, input[at + 2]!]
    if ((a & 0xf0) !== 0xe0 || (b & 0xc0) !== 0x80 || (c & 0xc0) !== 0x80) return null
    point = ((a & 15) << 12) | ((b & 63) << 6) | (c & 63)
  } else {
    for (let i = 0; i < shape.size; i++) point = point * 256 + input[shape.big ? at + i : at + shape.size - 1 - i]!
  }
  if (point < 0xd800 || point > 0xdfff) return null
  return { text: [point], resume: at + shape.size }
}

function surrogatePassEncode(error: CodecError, input: Text): EncodeReply | null {
  const shape = surrogateShape(error.encoding)
  if (shape === null) return null
  const bytes: number[] = []
  for (let i = error.start; i < error.end; i++) {
    const point = pointOf(input, i)
    if (point < 0xd800 || point > 0xdfff) return null
    const unit =
      shape.size === 3
        ? [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)]
        : [point & 255, point >> 8]
    if (shape.size === 4) unit.push(0, 0)
    if (shape.big) unit.reverse()
    bytes.push(...unit)
  }
  return { replacement: Uint8Array.from(bytes), resume: error.end }
}

/** By name; `namereplace` needs the names of characters and is added by who has them. */
export const decodeHandlers: Readonly<Record<string, DecodeHandler>> = {
  strict: strictDecode,
  ignore: ignoreDecode,
  replace: replaceDecode,
  backslashreplace: backslashDecode,
  surrogateescape: surrogateEscapeDecode,
  surrogatepass: surrogatePassDecode,
}
export const encodeHandlers: Readonly<Record<string, EncodeHandler>> = {
  strict: strictEncode,
  ignore: ignoreEncode,
  replace: replaceEncode,
  backslashreplace: backslashEncode,
  xmlcharrefreplace: characterReferenceEncode,
  surrogateescape: surrogateEscapeEncode,
  surrogatepass: surrogatePassEncode,
}
