/** Which characters XML allows, and how bytes become characters. */

const nameStart =
  /[:A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}]/u

export function isNameStart(point: number): boolean {
  if (point < 128) return (point | 32) >= 97 && (point | 32) <= 122 ? true : point === 95 || point === 58
  return nameStart.test(String.fromCodePoint(point))
}

export function isNameCharacter(point: number): boolean {
  if (isNameStart(point)) return true
  if (point < 128) return (point >= 48 && point <= 57) || point === 45 || point === 46
  return point === 0xb7 || (point >= 0x300 && point <= 0x36f) || point === 0x203f || point === 0x2040
}

export const isSpace = (unit: number): boolean => unit === 32 || unit === 10 || unit === 13 || unit === 9

/** May the character stand in a document? Bytes that are no text of the encoding are decoded to U+FFFF, which may not. */
export function isAllowed(point: number): boolean {
  if (point < 32) return point === 9 || point === 10 || point === 13
  return point < 0xd800 || (point > 0xdfff && point !== 0xfffe && point !== 0xffff)
}

export const newlinesNormalized = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)

/** Text from a piece of bytes, and how many of them were used: the last character may be incomplete. */
export type Decoder = (bytes: Uint8Array) => { text: string; used: number }

function utf8(bytes: Uint8Array): { text: string; used: number } {
  let text = ''
  let at = 0
  while (at < bytes.length) {
    const first = bytes[at]!
    if (first < 128) {
      const start = at
      while (at < bytes.length && bytes[at]! < 128 && at - start < 4096) at++
      text += String.fromCharCode(...bytes.subarray(start, at))
      continue
    }
    const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
    if (length > 0 && at + length > bytes.length) break
    let point = length === 2 ? first & 31 : length === 3 ? first & 15 : first & 7
    let isValid = length > 0
    for (let i = 1; i < length; i++) {
      const next = bytes[at + i]!
      if ((next & 0xc0) !== 0x80) isValid = false
      point = (point << 6) | (next & 63)
    }
    const least = length === 3 ? 0x800 : length === 4 ? 0x10000 : 0
    if (!isValid || point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
      text += '\uffff'
      at++
    } else {
      text += String.fromCodePoint(point)
      at += length
    }
  }
  return { text, used: at }
}

const utf16 =
  (order: 'little' | 'big'): Decoder =>
  bytes => {
    let text = ''
    let at = 0
    for (; at + 1 < bytes.length; at += 2) {
      const unit = order === 'little' ? bytes[at]! | (bytes[at + 1]! << 8) : (bytes[at]! << 8) | bytes[at + 1]!
      if (unit >= 0xd800 && unit < 0xdc00 && at + 3 >= bytes.length) break
      text += String.fromCharCode(unit)
    }
    return { text, used: at }
  }

/** By a table of what each byte is; −1 for nothing. */
export const byTable =
  (table: readonly number[]): Decoder =>
  bytes => {
    let text = ''
    for (const byte of bytes) text += table[byte]! < 0 ? '\uffff' : String.fromCodePoint(table[byte]!)
    return { text, used: bytes.length }
  }

export interface Encoding {
  readonly decode: Decoder
  /** How many bytes a character takes. */
  readonly sizeOf: (point: number) => number
}

const sizeInUtf8 = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
const sizeInUtf16 = (point: number): number => (point < 0x10000 ? 2 : 4)
const single = (): number => 1
const range = Array.from({ length: 256 }, (_, byte) => byte)

export const utf8Encoding: Encoding = { decode: utf8, sizeOf: sizeInUtf8 }
export const utf16Little: Encoding = { decode: utf16('little'), sizeOf: sizeInUtf16 }
export const utf16Big: Encoding = { decode: utf16('big'), sizeOf: sizeInUtf16 }

/** The encodings that expat knows by itself. */
export function knownEncoding(name: string): Encoding | 'utf-16' | undefined {
  switch (name.toLowerCase()) {
    case 'utf-8':
      return utf8Encoding
    case 'iso-8859-1':
      return { decode: byTable(range), sizeOf: single }
    case 'us-ascii':
      return { decode: byTable(range.map(byte => (byte < 128 ? byte : -1))), sizeOf: single }
    case 'utf-16':
      return 'utf-16'
    case 'utf-16le':
      return utf16Little
    case 'utf-16be':
      return utf16Big
    default:
      return undefined
  }
}

export const singleByteEncoding = (table: readonly number[]): Encoding => ({ decode: byTable(table), sizeOf: single })
