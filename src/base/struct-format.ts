/**
 * The format language of `struct`: parsing, sizes, alignment, and packing and unpacking single items.
 *
 * Native mode (`@` or no prefix) is that of a 64-bit little-endian machine: long, size_t and pointers have eight bytes.
 */

import { floatFromHalf, halfFromFloat, overflowsSingle } from './half-float.ts'
import { type Int, normalize } from './int.ts'

/** What the value of an item is in Python. */
export type ItemKind = 'pad' | 'char' | 'int' | 'bool' | 'float' | 'complex' | 'bytes' | 'pascal'

export class StructItem {
  readonly code: string
  readonly kind: ItemKind
  readonly size: number
  readonly signed: boolean
  /** Where the first of `count` items starts; for `s` and `p` there is one item of `size` bytes. */
  readonly offset: number
  readonly count: number
  constructor(code: string, kind: ItemKind, size: number, signed: boolean, offset: number, count: number) {
    this.code = code
    this.kind = kind
    this.size = size
    this.signed = signed
    this.offset = offset
    this.count = count
  }
}

export interface StructLayout {
  readonly items: readonly StructItem[]
  readonly size: number
  /** How many Python values are packed. */
  readonly values: number
  readonly little: boolean
}

interface Code {
  readonly kind: ItemKind
  readonly standard: number
  readonly native: number
  readonly signed: boolean
}

function code(kind: ItemKind, standard: number, native: number, signed = false): Code {
  return { kind, standard, native, signed }
}

const CODES: Readonly<Record<string, Code>> = {
  x: code('pad', 1, 1),
  c: code('char', 1, 1),
  b: code('int', 1, 1, true),
  B: code('int', 1, 1),
  '?': code('bool', 1, 1),
  h: code('int', 2, 2, true),
  H: code('int', 2, 2),
  i: code('int', 4, 4, true),
  I: code('int', 4, 4),
  l: code('int', 4, 8, true),
  L: code('int', 4, 8),
  q: code('int', 8, 8, true),
  Q: code('int', 8, 8),
  // Without a standard size: only in native mode.
  n: code('int', 0, 8, true),
  N: code('int', 0, 8),
  P: code('int', 0, 8),
  e: code('float', 2, 2),
  f: code('float', 4, 4),
  d: code('float', 8, 8),
  F: code('complex', 8, 8),
  D: code('complex', 16, 16),
  s: code('bytes', 1, 1),
  p: code('pascal', 1, 1),
}

/** The layout, or the message of a struct.error. */
export function parseStructFormat(format: string): StructLayout | string {
  const prefix = format[0]
  const ordered = prefix !== undefined && '@=<>!'.includes(prefix)
  const native = !ordered || prefix === '@'
  const little = prefix !== '>' && prefix !== '!'
  const items: StructItem[] = []
  let offset = 0
  let values = 0
  for (let pos = ordered ? 1 : 0; pos < format.length; pos++) {
    let character = format[pos]!
    if (/[ \t\n\v\f\r]/.test(character)) continue
    let count = 1
    if (character >= '0' && character <= '9') {
      const digits = /^\d+/.exec(format.slice(pos))![0]
      count = Number(digits)
      pos += digits.length
      if (count >= 2 ** 63) return 'total struct size too long'
      if (pos >= format.length) return 'repeat count given without format specifier'
      character = format[pos]!
    }
    const found = CODES[character]
    const size = found === undefined ? 0 : native ? found.native : found.standard
    if (character === '\0') return 'embedded null character'
    if (found === undefined || size === 0) return 'bad char in struct format'
    const alignment = found.kind === 'complex' ? size / 2 : size
    if (native) offset = Math.ceil(offset / alignment) * alignment
    if (found.kind === 'bytes' || found.kind === 'pascal') {
      items.push(new StructItem(character, found.kind, count, false, offset, 1))
      values++
    } else if (found.kind !== 'pad' && count > 0) {
      items.push(new StructItem(character, found.kind, size, found.signed, offset, count))
      values += count
    }
    offset += size * count
    if (offset >= 2 ** 63) return 'total struct size too long'
  }
  return { items, size: offset, values, little }
}

/** One int item at `at`. Small ones are put together from bytes: making a view of them takes longer. */
export function unpackInt(bytes: Uint8Array, at: number, size: number, signed: boolean, little: boolean): Int {
  switch (size) {
    case 1:
      return signed ? (bytes[at]! << 24) >> 24 : bytes[at]!
    case 2: {
      const unsigned = little ? bytes[at]! | (bytes[at + 1]! << 8) : (bytes[at]! << 8) | bytes[at + 1]!
      return signed ? (unsigned << 16) >> 16 : unsigned
    }
    case 4: {
      const word = wordAt(bytes, at, little)
      return signed ? word : word >>> 0
    }
    default: {
      const high = wordAt(bytes, little ? at + 4 : at, little)
      const low = wordAt(bytes, little ? at : at + 4, little) >>> 0
      // 53 bits suffice for most values.
      if (high >= -0x200000 && high < 0x200000 && (signed || high >= 0)) {
        const value = high * 4294967296 + low
        if (value >= Number.MIN_SAFE_INTEGER) return value
      }
      return normalize((BigInt(signed ? high : high >>> 0) << 32n) | BigInt(low))
    }
  }
}

function wordAt(bytes: Uint8Array, at: number, little: boolean): number {
  const [a, b, c, d] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!]
  return little ? a | (b << 8) | (c << 16) | (d << 24) : (a << 24) | (b << 16) | (c << 8) | d
}

/** Whether an int fits an item. */
export function fitsInt(value: Int, size: number, signed: boolean): boolean {
  if (size < 8) {
    const count = size === 4 ? 4294967296 : size === 2 ? 65536 : 256
    return signed ? value >= -count / 2 && value < count / 2 : value >= 0 && value < count
  }
  if (typeof value === 'number') return signed || value >= 0
  const bits = size * 8
  const big = BigInt(value)
  return (signed ? BigInt.asIntN(bits, big) : BigInt.asUintN(bits, big)) === big
}

/** One int item that fits. */
export function packInt(bytes: Uint8Array, at: number, size: number, value: Int, little: boolean): void {
  if (size < 8) return putBytes(bytes, at, size, Number(value) | 0, little)
  const isShort = typeof value === 'number'
  const low = isShort ? value | 0 : Number(BigInt.asIntN(32, value))
  const high = isShort ? Math.floor(value / 4294967296) | 0 : Number(BigInt.asIntN(32, value >> 32n))
  putBytes(bytes, little ? at : at + 4, 4, low, little)
  putBytes(bytes, little ? at + 4 : at, 4, high, little)
}

/** The lowest bytes of an int32. */
function putBytes(bytes: Uint8Array, at: number, count: number, word: number, little: boolean): void {
  for (let i = 0; i < count; i++) bytes[little ? at + i : at + count - 1 - i] = word >> (i * 8)
}

/** The message for an int that does not fit. */
export function intRangeMessage(item: StructItem): string {
  const bits = BigInt(item.size * 8)
  const low = item.signed ? -(1n << (bits - 1n)) : 0n
  const high = (item.signed ? 1n << (bits - 1n) : 1n << bits) - 1n
  return `'${item.code}' format requires ${low} <= number <= ${high}`
}

/** Eight bytes through which floats pass. */
const scratch = new DataView(new ArrayBuffer(8))
const scratchBytes = new Uint8Array(scratch.buffer)

export function unpackFloat(bytes: Uint8Array, at: number, size: number, little: boolean): number {
  for (let i = 0; i < size; i++) scratchBytes[i] = bytes[at + i]!
  if (size === 8) return scratch.getFloat64(0, little)
  return size === 4 ? scratch.getFloat32(0, little) : floatFromHalf(scratch.getUint16(0, little))
}

/** False where the value is too large ("float too large to pack with f format", an OverflowError). */
export function packFloat(bytes: Uint8Array, at: number, size: number, value: number, little: boolean): boolean {
  if (size === 8) scratch.setFloat64(0, value, little)
  else if (size === 4) {
    if (overflowsSingle(value)) return false
    scratch.setFloat32(0, value, little)
  } else {
    const bits = halfFromFloat(value)
    if (bits === null) return false
    scratch.setUint16(0, bits, little)
  }
  for (let i = 0; i < size; i++) bytes[at + i] = scratchBytes[i]!
  return true
}

/** `s`: cut or filled with zeros. `p`: a length byte first. */
export function packBytes(target: Uint8Array, item: StructItem, at: number, value: Uint8Array): void {
  if (item.kind === 'bytes') target.set(value.subarray(0, item.size), at)
  else if (item.size > 0) {
    const length = Math.min(value.length, item.size - 1)
    target[at] = Math.min(length, 255)
    target.set(value.subarray(0, length), at + 1)
  }
}

export function unpackBytes(source: Uint8Array, item: StructItem, at: number): Uint8Array {
  if (item.kind === 'bytes') return source.slice(at, at + item.size)
  if (item.size === 0) return new Uint8Array(0)
  const length = Math.min(source[at]!, item.size - 1)
  return source.slice(at + 1, at + 1 + length)
}
