/**
 * From what the caller has (text, or bytes in some encoding) to the text that the tokenizer reads.
 *
 * Bytes are UTF-8 unless one of the first two lines says otherwise (PEP 263); a byte order mark says UTF-8 too.
 * UTF-8, Latin-1 and ASCII are read here, other encodings by the caller's `decode`, since codecs live above this
 * layer. Lines end in `\n` afterwards, whatever they ended in before, and the last line of a file ends in one.
 */

import { ErrorPosition, SourceError } from './source-error.ts'

/** Reads bytes in a named encoding; null when there is no such encoding. */
export type DecodeFunction = (bytes: Uint8Array, encoding: string) => string | null

export interface SourceText {
  readonly text: string
  /** What the source says about its encoding, in Python's spelling; null for text. */
  readonly encoding: string | null
}

export function readSource(source: string | Uint8Array, filename: string, decode: DecodeFunction | null): SourceText {
  const isText = typeof source === 'string'
  if (isText ? source.includes('\0') : source.includes(0)) {
    throw new SourceError('SyntaxError', 'source code string cannot contain null bytes', filename, null)
  }
  const encoding = isText ? null : findEncoding(source, filename)
  const text = isText ? source : decodeBytes(source, encoding!, filename, decode)
  return { text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, encoding }
}

/** The text of a source file, for those who want to show it. */
export const decodeSource = (bytes: Uint8Array, decode: DecodeFunction | null = null): string =>
  readSource(bytes, '', decode).text

/** The place of an error that is found before there are lines. */
const nowhere = new ErrorPosition(0, -1, null, null, null)

const hasByteOrderMark = (bytes: Uint8Array) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

const cookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/

/** The encoding that the first two lines declare, or `utf-8`. */
export function findEncoding(bytes: Uint8Array, filename: string): string {
  const bom = hasByteOrderMark(bytes)
  const [first, second] = firstLines(bytes, bom ? 3 : 0)
  let line = first
  let match = cookie.exec(first)
  if (match === null && /^[ \t\f]*(?:#|$)/.test(first)) {
    line = second
    match = cookie.exec(second)
  }
  if (match === null) return 'utf-8'
  const name = normalName(match[1]!)
  if (bom && name !== 'utf-8') {
    const lineno = line === first ? 1 : 2
    const position = new ErrorPosition(lineno, 0, line, lineno, line.length + lineno - 1)
    throw new SourceError('SyntaxError', `encoding problem: ${name} with BOM`, filename, position)
  }
  return name
}

function firstLines(bytes: Uint8Array, start: number): [string, string] {
  const lines: [string, string] = ['', '']
  let at = start
  for (let i = 0; i < 2; i++) {
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) lines[i] += String.fromCharCode(bytes[at++]!)
    at += bytes[at] === 13 && bytes[at + 1] === 10 ? 2 : 1
  }
  return lines
}

/** As CPython's tokenizer: the many spellings of UTF-8 and Latin-1 are one. */
function normalName(name: string): string {
  const lower = name.slice(0, 12).toLowerCase().replaceAll('_', '-')
  if (lower === 'utf-8' || lower.startsWith('utf-8-')) return 'utf-8'
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(lower)) return 'iso-8859-1'
  return name
}

function decodeBytes(bytes: Uint8Array, encoding: string, filename: string, decode: DecodeFunction | null): string {
  if (encoding === 'utf-8') return decodeUtf8(bytes, at => notUtf8(bytes, at, filename))
  if (/^(?:utf8|u8|utf|cp65001)$/i.test(encoding)) return decodeUtf8(bytes, at => undecodable(bytes, at, filename))
  if (/^(?:iso-8859-1|iso8859-1|latin1|latin|l1|8859|cp819)$/i.test(encoding.replaceAll('_', '-')))
    return decodeLatin1(bytes, 0, bytes.length)
  if (/^(?:us-)?ascii$/i.test(encoding)) {
    const wide = bytes.findIndex(byte => byte >= 128)
    if (wide < 0) return decodeLatin1(bytes, 0, bytes.length)
    const byte = bytes[wide]!.toString(16)
    const message = `'ascii' codec can't decode byte 0x${byte} in position ${wide}: ordinal not in range(128)`
    throw new SourceError('SyntaxError', message, filename, nowhere)
  }
  const text = decode === null ? null : decode(bytes, encoding)
  if (text === null) {
    throw new SourceError('SyntaxError', `unknown encoding: ${encoding}`, filename, nowhere)
  }
  return text
}

function decodeLatin1(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  // Argument lists have a limit, lower in some engines than in others. Spreading is six times slower than `apply`.
  for (let i = start; i < end; i += 8192) {
    const units: ArrayLike<number> = bytes.subarray(i, Math.min(i + 8192, end))
    text += String.fromCharCode.apply(null, units as number[])
  }
  return text
}

/** Runs of ASCII are copied whole; other characters are put together one by one and checked. */
function decodeUtf8(bytes: Uint8Array, errorAt: (position: number) => SourceError): string {
  const parts: string[] = []
  let at = hasByteOrderMark(bytes) ? 3 : 0
  while (at < bytes.length) {
    let end = at
    while (end < bytes.length && bytes[end]! < 128) end++
    if (end > at) parts.push(decodeLatin1(bytes, at, end))
    at = end
    while (at < bytes.length && bytes[at]! >= 128) {
      const length = sequenceLength(bytes, at)
      if (length === 0) throw errorAt(at)
      let point = bytes[at]! & (0xff >> (length + 1))
      for (let i = 1; i < length; i++) point = (point << 6) | (bytes[at + i]! & 0x3f)
      parts.push(String.fromCodePoint(point))
      at += length
    }
  }
  return parts.join('')
}

/** How many bytes make the character at `at`, or 0 when they make none (Unicode 16, table 3-7). */
export function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return 1
  if (first < 0xc2 || first > 0xf4) return 0
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  const second = bytes[at + 1] ?? 0
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

function notUtf8(bytes: Uint8Array, at: number, filename: string): SourceError {
  let line = 1
  let start = hasByteOrderMark(bytes) ? 3 : 0
  for (let i = start; i < at; i++) {
    if (bytes[i] !== 10) continue
    line++
    start = i + 1
  }
  let end = at
  while (end < bytes.length && bytes[end] !== 10) end++
  const before = replaceInvalid(bytes, start, at)
  const text = before + replaceInvalid(bytes, at, end)
  const offset = [...before].length + 1
  const byte = bytes[at]!.toString(16).padStart(2, '0')
  const message =
    `Non-UTF-8 code starting with '\\x${byte}' on line ${line}, but no encoding declared; ` +
    'see https://peps.python.org/pep-0263/ for details'
  return new SourceError('SyntaxError', message, filename, new ErrorPosition(line, offset, text, line, offset))
}

/** The codec's own words, for a source that names UTF-8 in a spelling that the tokenizer does not know. */
function undecodable(bytes: Uint8Array, at: number, filename: string): SourceError {
  const length = truncatedLength(bytes, at)
  const lead = bytes[at]!
  const isStart = lead >= 0xc2 && lead <= 0xf4
  const reason = !isStart
    ? 'invalid start byte'
    : at + length === bytes.length
      ? 'unexpected end of data'
      : 'invalid continuation byte'
  const byte = lead.toString(16).padStart(2, '0')
  const where = length > 1 ? `bytes in position ${at}-${at + length - 1}` : `byte 0x${byte} in position ${at}`
  return new SourceError('SyntaxError', `'utf-8' codec can't decode ${where}: ${reason}`, filename, nowhere)
}

/** How many of the bytes at `at`, which make no character, could be the beginning of one. */
function truncatedLength(bytes: Uint8Array, at: number): number {
  const padded = new Uint8Array(4)
  let length = 1
  for (let size = 2; size <= 3 && at + size <= bytes.length; size++) {
    padded.fill(0x80)
    padded.set(bytes.subarray(at, at + size))
    if (sequenceLength(padded, 0) <= size) break
    length = size
  }
  return length
}

/** For display only: U+FFFD stands for what belongs to no character. */
function replaceInvalid(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let i = start; i < end; ) {
    const length = sequenceLength(bytes, i)
    if (length === 0) {
      text += '\ufffd'
      i += truncatedLength(bytes, i)
      continue
    }
    let point = length === 1 ? bytes[i]! : bytes[i]! & (0xff >> (length + 1))
    for (let j = 1; j < length; j++) point = (point << 6) | (bytes[i + j]! & 0x3f)
    text += String.fromCodePoint(point)
    i += length
  }
  return text
}
