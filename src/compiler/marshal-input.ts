// Hot.
/**
 * Reading the numbers and texts of marshalled data. A program's first import waits for this, so short texts, which nearly all are, are
 * decoded without asking the host.
 */
import { decodeUtf8 } from '../base/utf-8.ts'
import { CodecError, decodeHandlers } from '../base/codec-errors.ts'
import { PointsConstant } from '../base/constant.ts'
import { utf16FromText } from '../base/text.ts'

/** Texts longer than this are decoded by the host. */
const shortText = 64

const host = new TextDecoder('latin1')

export class MarshalInput {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #raiseEnd: () => never
  position: number
  constructor(bytes: Uint8Array, raiseEnd: () => never) {
    // Never a Buffer of Node's, which would be another kind of object to V8.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#raiseEnd = raiseEnd
    this.position = 0
  }

  get isAtEnd(): boolean {
    return this.position >= this.#bytes.length
  }

  /** Moves on by `count` bytes, which must be there; answers where they begin. */
  #take(count: number): number {
    const start = this.position
    if (start + count > this.#bytes.length) this.#raiseEnd()
    this.position = start + count
    return start
  }

  byte(): number {
    return this.#bytes[this.#take(1)]!
  }

  int32(): number {
    return this.#view.getInt32(this.#take(4), true)
  }

  /** A count; null if it is negative. */
  size(): number | null {
    const size = this.int32()
    return size < 0 ? null : size
  }

  double(): number {
    return this.#view.getFloat64(this.#take(8), true)
  }

  int64(): number | bigint {
    return narrow(this.#view.getBigInt64(this.#take(8), true))
  }

  /** An int in digits of 15 bits, the sign on their count; or what is wrong with them. */
  long(): number | bigint | string {
    const count = this.int32()
    let value = 0n
    let last = 1
    for (let i = 0; i < Math.abs(count); i++) {
      const digit = this.#view.getUint16(this.#take(2), true)
      if (digit > 0x7fff) return 'digit out of range in long'
      last = digit
      value |= BigInt(digit) << BigInt(15 * i)
    }
    return last === 0 ? 'unnormalized long data' : narrow(count < 0 ? -value : value)
  }

  /** A copy, so that a large file is not kept alive by a small part. */
  bytes(size: number): Uint8Array {
    const start = this.#take(size)
    return this.#bytes.slice(start, start + size)
  }

  latin1(size: number): string {
    const start = this.#take(size)
    const bytes = this.#bytes
    if (size > shortText) {
      for (let i = start; i < start + size; i++) if (bytes[i]! > 0x7f) return latin1Slowly(bytes, start, start + size)
      return host.decode(bytes.subarray(start, start + size))
    }
    let text = ''
    for (let i = start; i < start + size; i++) text += String.fromCharCode(bytes[i]!)
    return text
  }

  /** Text in UTF-8 that may have surrogates; null if it is malformed. */
  utf8(size: number): string | PointsConstant | null {
    const start = this.#take(size)
    const decoded = decodeUtf8(this.#bytes.subarray(start, start + size), 'final', decodeHandlers['surrogatepass']!)
    if (decoded instanceof CodecError) return null
    const { text } = decoded
    if (typeof text === 'string') return text
    const joined = text.some((point, i) => isHigh(point) && isLow(text[i + 1]))
    return joined ? new PointsConstant(text) : utf16FromText(text)
  }
}

function narrow(value: bigint): number | bigint {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

/** What the Web calls latin1 is Windows' code page 1252, which differs from 128 to 159. */
function latin1Slowly(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]!)
  return text
}

const isHigh = (point: number): boolean => point >= 0xd800 && point < 0xdc00
const isLow = (point: number | undefined): boolean => point !== undefined && point >= 0xdc00 && point < 0xe000
