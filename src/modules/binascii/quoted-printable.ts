/** Quoted-printable (RFC 1521), with the choices of Modules/binascii.c. */
import { hexDigitValue } from '../../base/binary-text.ts'
import { BytesBuilder } from '../../base/text.ts'

const tab = 9
const newline = 10
const carriageReturn = 13
const space = 32
const equalsSign = 61
const underscore = 95

const longestLine = 76

/** With `header`, underscores are spaces. */
export function decodeQuotedPrintable(data: Uint8Array, where: 'header' | 'body'): Uint8Array {
  const result = new BytesBuilder(data.length)
  for (let at = 0; at < data.length; ) {
    const byte = data[at++]!
    if (byte !== equalsSign) {
      result.push(where === 'header' && byte === underscore ? space : byte)
      continue
    }
    const next = data[at]
    if (next === undefined) break
    if (next === newline || next === carriageReturn) {
      // A soft line break.
      while (at < data.length && data[at] !== newline) at++
      at++
    } else if (next === equalsSign) {
      result.push(equalsSign)
      at++
    } else {
      const high = hexDigitValue(next)
      const low = at + 1 < data.length ? hexDigitValue(data[at + 1]!) : -1
      if (high >= 0 && low >= 0) {
        result.push(high * 16 + low)
        at += 2
      } else result.push(equalsSign)
    }
  }
  return result.finish()
}

export interface QuotedPrintableOptions {
  readonly quoteTabs: boolean
  readonly isText: boolean
  readonly isHeader: boolean
}

class Encoder {
  readonly #data: Uint8Array
  readonly #options: QuotedPrintableOptions
  readonly #lineEnd: readonly number[]
  readonly #out: number[] = []
  #lineLength = 0

  constructor(data: Uint8Array, options: QuotedPrintableOptions) {
    const first = data.indexOf(newline)
    this.#data = data
    this.#options = options
    // All line ends become what the first one is.
    this.#lineEnd = first > 0 && data[first - 1] === carriageReturn ? [carriageReturn, newline] : [newline]
  }

  #mustQuote(at: number): boolean {
    const data = this.#data
    const byte = data[at]!
    const { quoteTabs, isText, isHeader } = this.#options
    const isBlank = byte === tab || byte === space
    const isEnd = byte === carriageReturn || byte === newline
    if (byte > 126 || byte === equalsSign || (isHeader && byte === underscore)) return true
    if (byte === 46 && this.#lineLength === 0) {
      // A line of a single dot ends a message.
      const next = data[at + 1]
      if (next === undefined || next === newline || next === carriageReturn || next === 0) return true
    }
    if (!isText && isEnd) return true
    if (isBlank && at + 1 === data.length) return true
    return byte < 33 && !isEnd && (quoteTabs || !isBlank)
  }

  #quote(byte: number): void {
    const digits = byte.toString(16).toUpperCase().padStart(2, '0')
    this.#out.push(equalsSign, digits.charCodeAt(0), digits.charCodeAt(1))
  }

  #softBreak(): void {
    this.#out.push(equalsSign, ...this.#lineEnd)
    this.#lineLength = 0
  }

  #endLine(): void {
    const last = this.#out.at(-1)
    if (last === space || last === tab) {
      this.#out.pop()
      this.#quote(last)
    }
    this.#out.push(...this.#lineEnd)
    this.#lineLength = 0
  }

  encode(): Uint8Array {
    const data = this.#data
    const { isText, isHeader } = this.#options
    for (let at = 0; at < data.length; at++) {
      const byte = data[at]!
      if (this.#mustQuote(at)) {
        if (this.#lineLength + 3 >= longestLine) this.#softBreak()
        this.#quote(byte)
        this.#lineLength += 3
      } else if (isText && (byte === newline || (byte === carriageReturn && data[at + 1] === newline))) {
        if (byte === carriageReturn) at++
        this.#endLine()
      } else {
        if (at + 1 !== data.length && data[at + 1] !== newline && this.#lineLength + 1 >= longestLine) this.#softBreak()
        this.#lineLength++
        this.#out.push(isHeader && byte === space ? underscore : byte)
      }
    }
    return Uint8Array.from(this.#out)
  }
}

export function encodeQuotedPrintable(data: Uint8Array, options: QuotedPrintableOptions): Uint8Array {
  return new Encoder(data, options).encode()
}
