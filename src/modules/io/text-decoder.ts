/**
 * From bytes that come in pieces to text: for UTF-8, Latin-1 and ASCII here, for other encodings by the codec's own incremental decoder.
 *
 * A decoder's state is what it has of an unfinished character and a number, as incremental decoders have it in Python; with it a text file
 * can find its way back to a position.
 */
import { decodeAscii, decodeLatin1 } from '../../base/single-byte.ts'
import { decodeUtf8 } from '../../base/utf-8.ts'
import { CodecError } from '../../base/codec-errors.ts'
import { decodedOrRaise, decodeErrorFor, decodeHandlerFor, strFromText } from '../../builtins/codec-errors.ts'
import { lookupCodec } from '../../builtins/codecs.ts'
import { lookupAttribute } from '../../objects/attribute.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { PyBytes, bufferOf } from '../../objects/bytes.ts'
import { call, callMethod } from '../../objects/call.ts'
import { raiseTypeError } from '../../objects/exception.ts'
import { asInt } from '../../objects/number.ts'
import { asStr, strOf, type Str } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import type { NewlineTranslator } from './newlines.ts'

export interface DecoderState {
  readonly pending: Uint8Array
  readonly flags: bigint
}

export interface TextDecoding {
  decode(bytes: Uint8Array, isFinal: boolean): Str
  getState(): DecoderState
  setState(state: DecoderState): void
  reset(): void
}

const nothing = new Uint8Array(0)
export const initialState: DecoderState = { pending: nothing, flags: 0n }

export type NativeEncoding = 'utf-8' | 'latin-1' | 'ascii'

/** The encoding, if it is one of those that need no codec of Python's. */
export function nativeEncoding(name: string): NativeEncoding | null {
  switch (name.toLowerCase().replaceAll('_', '-')) {
    case 'utf-8':
    case 'utf8':
      return 'utf-8'
    case 'latin-1':
    case 'latin1':
    case 'iso-8859-1':
    case 'iso8859-1':
      return 'latin-1'
    case 'ascii':
    case 'us-ascii':
      return 'ascii'
    default:
      return null
  }
}

const host = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

class NativeDecoding implements TextDecoding {
  readonly #encoding: NativeEncoding
  readonly #errors: string
  #pending: Uint8Array
  constructor(encoding: NativeEncoding, errors: string) {
    this.#encoding = encoding
    this.#errors = errors
    this.#pending = nothing
  }

  decode(piece: Uint8Array, isFinal: boolean): Str {
    let bytes = piece
    if (this.#pending.length > 0) {
      bytes = new Uint8Array(this.#pending.length + piece.length)
      bytes.set(this.#pending)
      bytes.set(piece, this.#pending.length)
    }
    this.#pending = nothing
    if (bytes.length === 0) return ''
    if (this.#encoding === 'latin-1') return strFromText(decodeLatin1(bytes))
    if (this.#encoding === 'utf-8') return this.#utf8(bytes, isFinal)
    const object = new PyBytes(bytes)
    return strFromText(decodedOrRaise(decodeAscii(bytes, decodeHandlerFor(this.#errors, object)), object).text)
  }

  #utf8(bytes: Uint8Array, isFinal: boolean): Str {
    const end = isFinal ? bytes.length : completeEnd(bytes)
    try {
      const text = host.decode(bytes.subarray(0, end))
      this.#pending = bytes.slice(end)
      return strOf(text)
    } catch {
      // Malformed: our own decoder knows what is wrong.
    }
    const object = new PyBytes(bytes.slice())
    const decoded = decodeUtf8(bytes, isFinal ? 'final' : 'more', decodeHandlerFor(this.#errors, object))
    if (decoded instanceof CodecError) throw decodeErrorFor(decoded, object)
    this.#pending = bytes.slice(decoded.consumed)
    return strFromText(decoded.text)
  }

  getState(): DecoderState {
    return { pending: this.#pending, flags: 0n }
  }

  setState(state: DecoderState): void {
    this.#pending = state.pending
  }

  reset(): void {
    this.#pending = nothing
  }
}

/** Where the last character that may be unfinished begins. */
function completeEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** An incremental decoder of Python's. */
export class CodecDecoding implements TextDecoding {
  readonly #decoder: Value
  constructor(decoder: Value) {
    this.#decoder = decoder
  }

  decode(bytes: Uint8Array, isFinal: boolean): Str {
    const result = callMethod(this.#decoder, 'decode', new PyBytes(bytes.slice()), isFinal)
    const text = asStr(result)
    if (text === undefined) raiseTypeError(`decoder should return a string result, not '${typeName(typeOf(result))}'`)
    return text
  }

  getState(): DecoderState {
    const state = callMethod(this.#decoder, 'getstate')
    if (!(state instanceof PyTuple) || state.items.length !== 2) raiseTypeError('illegal decoder state')
    return { pending: bufferOf(state.items[0]!) ?? nothing, flags: BigInt(asInt(state.items[1]!) ?? 0) }
  }

  setState({ pending, flags }: DecoderState): void {
    callMethod(this.#decoder, 'setstate', new PyTuple([new PyBytes(pending), Number(flags)]))
  }

  reset(): void {
    callMethod(this.#decoder, 'reset')
  }
}

/** Newlines are followed after decoding; whether a `\r` waits is the lowest bit of the state. */
class NewlineDecoding implements TextDecoding {
  readonly #inner: TextDecoding
  readonly #translator: NewlineTranslator
  constructor(inner: TextDecoding, translator: NewlineTranslator) {
    this.#inner = inner
    this.#translator = translator
  }

  decode(bytes: Uint8Array, isFinal: boolean): Str {
    return this.#translator.feed(this.#inner.decode(bytes, isFinal), isFinal)
  }

  getState(): DecoderState {
    const { pending, flags } = this.#inner.getState()
    return { pending, flags: (flags << 1n) | (this.#translator.holdsReturn ? 1n : 0n) }
  }

  setState({ pending, flags }: DecoderState): void {
    this.#translator.holdsReturn = (flags & 1n) === 1n
    this.#inner.setState({ pending, flags: flags >> 1n })
  }

  reset(): void {
    this.#translator.reset()
    this.#inner.reset()
  }
}

export function textDecoding(encoding: string, errors: string, translator: NewlineTranslator | null): TextDecoding {
  const native = nativeEncoding(encoding)
  const decoding = native === null ? codecDecoding(encoding, errors) : new NativeDecoding(native, errors)
  return translator === null ? decoding : new NewlineDecoding(decoding, translator)
}

function codecDecoding(encoding: string, errors: string): TextDecoding {
  const make = lookupAttribute(lookupCodec(encoding), 'incrementaldecoder')
  return new CodecDecoding(call(make, [strOf(errors)]))
}
