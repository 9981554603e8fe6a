/**
 * What a text file knows while it runs: text read but not given out, text written but not passed on, and how to get from one position
 * to another. `TextIOWrapper` (text-io-wrapper.ts) is its face.
 */
import { encodeUtf8 } from '../../base/utf-8.ts'
import { strictEncode, CodecError } from '../../base/codec-errors.ts'
import { encodeStr, lookupCodec } from '../../builtins/codecs.ts'
import { findAttribute, lookupAttribute } from '../../objects/attribute.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { bufferOf, PyBytes } from '../../objects/bytes.ts'
import { call, callMethod } from '../../objects/call.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { blockingIOErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { buildString, concatStr, sliceStr, strLength, strOf, textOf, type Str } from '../../objects/str.ts'
import { typeName, type PyType } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { PyBuffered } from './buffer.ts'
import { forgetHolding, noteHolding } from '../posix/left-open.ts'
import { joined, PyFileIO } from './file-io.ts'
import { bufferedReaderType, bufferedWriterType } from './buffered.ts'
import { lineEnd, newlineMode, NewlineTranslator, type NewlineMode } from './newlines.ts'
import { PyStream, unsupported } from './stream.ts'
import { nativeEncoding, textDecoding, type DecoderState, type TextDecoding } from './text-decoder.ts'

/** Bytes read at a time, and characters written. */
const defaultChunk = 8192

export class PyTextIOWrapper extends PyStream {
  /** Undefined before `__init__`, null once detached. */
  buffer: Value | undefined = undefined
  encoding = 'utf-8'
  errors = 'strict'
  newline: NewlineMode = newlineMode(null)
  lineBuffering = false
  writeThrough = false
  chunk = defaultChunk
  finalizing = false
  isReadable = false
  isWritable = false
  isSeekable = false
  /** May `tell` be asked? Not while the lines are walked. */
  isTelling = false
  hasReadOnce = false
  translator: NewlineTranslator | null = null
  decoder: TextDecoding | null = null
  /** Of an encoding that is not one of ours. */
  encoder: Value = null
  decoded: Str = ''
  used = 0
  /** The decoder's state before the bytes that `decoded` came from, and these bytes. */
  snapshot: { readonly state: DecoderState; readonly input: Uint8Array } | null = null
  /** Written but not passed on: text while it is all ASCII and of an encoding of ours, else bytes. Never both. */
  pending = ''
  waiting: Uint8Array[] = []
  waitingLength = 0
  /** Bytes for each character, so far: where to look first for a position. */
  bytesPerCharacter = 0
  constructor(type: PyType) {
    super(type)
  }

  get stream(): Value {
    if (this.buffer === undefined) raise(valueErrorType, 'I/O operation on uninitialized object')
    if (this.buffer === null) raise(valueErrorType, 'underlying buffer has been detached')
    return this.buffer
  }

  /** The stream's codec, for what it has been found to be able to do. */
  startCodec(): void {
    this.translator = this.newline.isUniversal ? new NewlineTranslator(this.newline.translates) : null
    this.decoder = this.isReadable ? textDecoding(this.encoding, this.errors, this.translator) : null
    this.encoder = null
    if (this.isWritable && nativeEncoding(this.encoding) === null) {
      const make = lookupAttribute(lookupCodec(this.encoding), 'incrementalencoder')
      this.encoder = call(make, [strOf(this.errors)])
      this.#settleEncoder()
    }
  }

  /** Where something is before, an encoder must not begin with a byte order mark. UTF-16 and 32 have one only where `tell` says 0. */
  #settleEncoder(): void {
    const isAtStart = this.isSeekable
      ? callMethod(this.stream, 'tell') === 0
      : !/^utf[-_]?(16|32)$/i.test(this.encoding)
    if (!isAtStart) callMethod(this.encoder, 'setstate', 0)
  }

  // Writing.

  /** Keeps the text until there is a chunk of it; text that might not be encodable is encoded now, so that the error comes now. */
  put(text: Str): void {
    if (this.waitingLength === 0) this.#noteHolding()
    if (typeof text === 'string' && this.waiting.length === 0 && this.encoder === null && isAscii(text)) {
      if (text.length >= this.chunk) this.passOn()
      this.pending += text
      this.waitingLength += text.length
    } else {
      const bytes = this.#encode(text)
      // What is large is not copied only to be written together with what waits.
      if (bytes.length >= this.chunk) this.passOn()
      this.#encodePending()
      this.waiting.push(bytes)
      this.waitingLength += bytes.length
    }
    if (this.waitingLength >= this.chunk) this.passOn()
  }

  #noteHolding(): void {
    const { buffer } = this
    const raw = buffer instanceof PyBuffered && buffer.raw instanceof PyFileIO ? buffer.raw : null
    noteHolding(this, raw, () => this.passOn())
  }

  #encodePending(): void {
    if (this.pending === '') return
    this.waiting = [this.#encode(this.pending)]
    this.pending = ''
  }

  /** Encodes what waits and gives it to the buffer. */
  passOn(): void {
    if (this.waitingLength === 0) return
    forgetHolding(this)
    this.#encodePending()
    const bytes = this.waiting.length === 1 ? this.waiting[0]! : joined(this.waiting, this.waitingLength)
    this.waiting = []
    this.waitingLength = 0
    this.#write(bytes)
  }

  #encode(text: Str): Uint8Array {
    if (this.encoder !== null) {
      const bytes = bufferOf(callMethod(this.encoder, 'encode', text))
      return bytes ?? raiseTypeError('encoder should return a bytes object')
    }
    if (typeof text === 'string' && nativeEncoding(this.encoding) === 'utf-8') {
      const bytes = encodeUtf8(text, strictEncode)
      if (!(bytes instanceof CodecError)) return bytes
    }
    return encodeStr(text, this.encoding, this.errors).bytes
  }

  #write(bytes: Uint8Array): void {
    const { stream } = this
    if (stream instanceof PyBuffered && stream.type === bufferedWriterType) {
      stream.checkOpen('write to closed file')
      stream.write(bytes)
    } else callMethod(stream, 'write', new PyBytes(bytes))
  }

  // Reading.

  forgetRead(): void {
    this.decoded = ''
    this.used = 0
  }

  get available(): number {
    return strLength(this.decoded) - this.used
  }

  take(count: number): Str {
    const end = count < 0 ? strLength(this.decoded) : Math.min(this.used + count, strLength(this.decoded))
    const text = sliceStr(this.decoded, this.used, end)
    this.used = end
    return text
  }

  /** Is a line decoded, or as much of it as is wanted? */
  hasLine(limit: number): boolean {
    return (limit >= 0 && this.available >= limit) || lineEnd(this.decoded, this.used, this.newline) >= 0
  }

  get reading(): TextDecoding {
    return this.decoder ?? unsupported('not readable')
  }

  /** Reads and decodes another chunk; false at the end. */
  readChunk(hint: number): boolean {
    const { reading: decoder } = this
    const state = this.isTelling ? decoder.getState() : null
    const size = hint > 0 && this.bytesPerCharacter > 0 ? Math.floor(this.bytesPerCharacter * hint) : 0
    const input = this.#readBytes(Math.max(this.chunk, size))
    const text = decoder.decode(input, input.length === 0)
    this.decoded = text
    this.used = 0
    const count = strLength(text)
    this.bytesPerCharacter = count > 0 ? input.length / count : 0
    if (state !== null)
      this.snapshot = { state: { pending: emptyBytes, flags: state.flags }, input: joinedBytes(state.pending, input) }
    return input.length > 0 || count > 0
  }

  #readBytes(size: number): Uint8Array {
    const { stream } = this
    if (stream instanceof PyBuffered && stream.type === bufferedReaderType) {
      stream.checkOpen('read of closed file')
      if (stream.available === 0) stream.fill()
      return stream.take(size)
    }
    const data = callMethod(stream, this.hasReadOnce ? 'read1' : 'read', size)
    const bytes = bufferOf(data)
    if (bytes === undefined)
      raiseTypeError(
        `underlying ${this.hasReadOnce ? 'read1' : 'read'}() should have returned a bytes-like object, not '${typeName(typeOf(data))}'`,
      )
    return bytes
  }

  readAll(): Str {
    const { reading: decoder } = this
    const data = callMethod(this.stream, 'read')
    if (data === null) raise(blockingIOErrorType, 'Read returned None.')
    const bytes = bufferOf(data)
    if (bytes === undefined) raiseTypeError(`read() should return bytes, not '${typeName(typeOf(data))}'`)
    const rest = this.take(-1)
    const text = concatStr(rest, decoder.decode(bytes, true))
    this.forgetRead()
    this.snapshot = null
    return text
  }

  read(count: number): Str {
    const parts: Str[] = [this.take(count)]
    let length = strLength(parts[0]!)
    while (length < count && this.readChunk(count - length)) {
      const part = this.take(count - length)
      parts.push(part)
      length += strLength(part)
    }
    return buildString(parts)
  }

  /** A line, its ending included; at most `limit` characters unless negative. */
  readLine(limit: number): Str {
    let before: Str = ''
    for (;;) {
      if (this.available === 0 && !this.readChunk(0)) {
        this.forgetRead()
        this.snapshot = null
        return before
      }
      // An ending of two characters may lie across chunks.
      if (before !== '' && this.used === 0) {
        const start = strLength(before)
        const whole = concatStr(before, this.decoded)
        const line = this.#lineOf(whole, Math.max(start - 1, 0), limit)
        if (line !== null) {
          this.used = strLength(line) - start
          return line
        }
        before = whole
        this.used = strLength(this.decoded)
        continue
      }
      const end = lineEnd(this.decoded, this.used, this.newline)
      const wanted = end < 0 ? this.available : end - this.used
      if (limit >= 0 && wanted >= limit) return this.take(limit)
      const part = this.take(wanted)
      if (end >= 0) return part
      before = part
    }
  }

  #lineOf(whole: Str, from: number, limit: number): Str | null {
    const end = lineEnd(whole, from, this.newline)
    if (limit >= 0 && (end < 0 ? strLength(whole) : end) >= limit) return sliceStr(whole, 0, limit)
    return end < 0 ? null : sliceStr(whole, 0, end)
  }
}

function isAscii(text: string): boolean {
  if (text.length > 40) return /^[\0-\x7f]*$/.test(text)
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

const emptyBytes = new Uint8Array(0)

function joinedBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second.slice()
  const all = new Uint8Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}

export const hasLineEnd = (text: Str): boolean => {
  const units = textOf(text)
  return units.includes('\n') || units.includes('\r')
}

export const hasMethod = (object: Value, name: string): boolean => findAttribute(object, name) !== undefined
