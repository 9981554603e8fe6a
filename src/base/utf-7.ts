/**
 * UTF-7 (RFC 2152): ASCII, with everything else as UTF-16 in Base64 between `+` and `-`. As Objects/unicodeobject.c.
 *
 * The `-` that ends a shifted sequence may be missing where the next character is none of Base64.
 */

import { CodecError, type Decoded, type DecodeHandler, type InputEnd } from './codec-errors.ts'
import { BytesBuilder, pointAt, type Text, TextBuilder } from './text.ts'

const plus = 43
const minus = 45
const backslash = 92
const tilde = 126

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const sextetOf = (byte: number): number => (byte < 128 ? alphabet.indexOf(String.fromCharCode(byte)) : -1)

/** May the character stand for itself in encoded text? Those that mail gateways may harm do, as in CPython. */
const isDirect = (point: number): boolean =>
  (point >= 32 && point < 127 && point !== plus && point !== backslash && point !== tilde) ||
  point === 9 ||
  point === 10 ||
  point === 13

export function encodeUtf7(text: Text): Uint8Array {
  const builder = new BytesBuilder(text.length + 8)
  let bits = 0
  let count = 0
  let isShifted = false
  const pushUnit = (unit: number): void => {
    bits = bits * 65536 + unit
    count += 16
    while (count >= 6) {
      count -= 6
      const sextet = Math.floor(bits / 2 ** count)
      bits -= sextet * 2 ** count
      builder.push(alphabet.charCodeAt(sextet))
    }
  }
  const flush = (): void => {
    if (count > 0) builder.push(alphabet.charCodeAt(bits << (6 - count)))
    bits = 0
    count = 0
  }
  for (let i = 0; i < text.length; i++) {
    const point = pointAt(text, i)
    if (isShifted && isDirect(point)) {
      flush()
      isShifted = false
      // What could be taken for Base64, or for the end of it, needs the end written.
      if (sextetOf(point) >= 0 || point === minus) builder.push(minus)
      builder.push(point)
    } else if (!isShifted && point === plus) builder.pushAscii('+-')
    else if (!isShifted && isDirect(point)) builder.push(point)
    else {
      if (!isShifted) builder.push(plus)
      isShifted = true
      if (point > 0xffff) pushUnit(0xd800 + ((point - 0x10000) >> 10))
      pushUnit(point > 0xffff ? 0xdc00 + ((point - 0x10000) & 0x3ff) : point)
    }
  }
  flush()
  if (isShifted) builder.push(minus)
  return builder.finish()
}

/** One decoding: where it is, and the bits and the high surrogate that are pending in a shifted sequence. */
class Utf7Decoder {
  #bytes: Uint8Array
  readonly #builder = new TextBuilder()
  readonly #handler: DecodeHandler
  #at = 0
  #isShifted = false
  #bits = 0
  #count = 0
  #surrogate = 0
  /** Where the shifted sequence began, and what was decoded before it. */
  #start = 0
  #before: Text = ''

  constructor(bytes: Uint8Array, handler: DecodeHandler) {
    this.#bytes = bytes
    this.#handler = handler
  }

  decode(end: InputEnd): Decoded | CodecError {
    while (this.#at < this.#bytes.length) {
      const byte = this.#bytes[this.#at]!
      const error = this.#isShifted ? this.#shifted(byte) : this.#direct(byte)
      if (error !== null) return error
    }
    if (this.#isShifted && end === 'more') return { text: this.#before, consumed: this.#start }
    if (this.#isShifted && (this.#surrogate !== 0 || this.#count >= 6 || (this.#count > 0 && this.#bits !== 0))) {
      const error = this.#fail('unterminated shift sequence', this.#bytes.length)
      if (error !== null) return error
      // The handler's replacement ends the text.
      if (this.#at < this.#bytes.length) return this.decode(end)
    }
    return { text: this.#builder.finish(), consumed: this.#at }
  }

  /** Asks the handler about the input from the start of the sequence up to `stop`. */
  #fail(reason: string, stop: number, start = this.#start): CodecError | null {
    const error = new CodecError('utf7', start, stop, reason)
    const reply = this.#handler(error, this.#bytes)
    if (reply === null) return error
    this.#isShifted = false
    this.#surrogate = 0
    this.#builder.pushText(reply.text)
    this.#at = reply.resume
    this.#bytes = reply.input ?? this.#bytes
    return null
  }

  #direct(byte: number): CodecError | null {
    const bytes = this.#bytes
    if (byte === plus) {
      this.#start = this.#at++
      const next = bytes[this.#at]
      if (next === minus) {
        this.#at++
        this.#builder.push(plus)
      } else if (next !== undefined && sextetOf(next) < 0) return this.#fail('ill-formed sequence', this.#at + 1)
      else {
        this.#isShifted = true
        this.#bits = 0
        this.#count = 0
        this.#surrogate = 0
        this.#before = this.#builder.peek()
      }
      return null
    }
    if (byte > 127) return this.#fail('unexpected special character', this.#at + 1, this.#at)
    this.#builder.push(byte)
    this.#at++
    return null
  }

  #shifted(byte: number): CodecError | null {
    const sextet = sextetOf(byte)
    if (sextet >= 0) {
      this.#at++
      this.#bits = (this.#bits << 6) | sextet
      this.#count += 6
      if (this.#count >= 16) this.#unit()
      return null
    }
    this.#isShifted = false
    if (this.#count > 0) {
      const stop = this.#at + 1
      if (this.#count >= 6) return this.#fail('partial character in shift sequence', stop)
      if (this.#bits !== 0) return this.#fail('non-zero padding bits in shift sequence', stop)
    }
    if (this.#surrogate !== 0 && byte < 128) this.#builder.push(this.#surrogate)
    this.#surrogate = 0
    if (byte === minus) this.#at++
    return null
  }

  /** A code unit is complete. */
  #unit(): void {
    this.#count -= 16
    const unit = this.#bits >> this.#count
    this.#bits &= (1 << this.#count) - 1
    const high = this.#surrogate
    if (high !== 0) {
      this.#surrogate = 0
      if (unit >= 0xdc00 && unit < 0xe000) {
        this.#builder.push(0x10000 + ((high & 0x3ff) << 10) + (unit & 0x3ff))
        return
      }
      this.#builder.push(high)
    }
    if (unit >= 0xd800 && unit < 0xdc00) this.#surrogate = unit
    else this.#builder.push(unit)
  }
}

export function decodeUtf7(bytes: Uint8Array, end: InputEnd, handler: DecodeHandler): Decoded | CodecError {
  return new Utf7Decoder(bytes, handler).decode(end)
}
