/**
 * `int.to_bytes` and `int.from_bytes`: two's complement, either order of bytes.
 *
 * A BigInt passes through hexadecimal text, which engines convert in linear time; shifting bytes out would be quadratic.
 */

import { zeroBytes } from './bytes-memory.ts'
import { type Int, normalize } from './int.ts'
import { bitLength } from './int-size.ts'

export type ByteOrder = 'little' | 'big'
export type Signedness = 'signed' | 'unsigned'
/** `too big`: CPython's "int too big to convert"; `negative`: "can't convert negative int to unsigned". */
export type ToBytesFailure = 'too big' | 'negative'

const NIBBLES = '0123456789abcdef'
const HEX: readonly string[] = Array.from({ length: 256 }, (_, i) => NIBBLES[i >> 4]! + NIBBLES[i & 15]!)

export function bytesFromInt(a: Int, length: number, order: ByteOrder, sign: Signedness): Uint8Array | ToBytesFailure {
  if (a < 0 && sign === 'unsigned') return 'negative'
  const bytes = zeroBytes(length)
  if (typeof a === 'number') {
    if (!fillFromDouble(bytes, a, sign)) return 'too big'
  } else {
    const bits = sign === 'signed' ? bitLength(a < 0n ? -a - 1n : a) + 1 : bitLength(a)
    if (bits > length * 8) return 'too big'
    fillFromBig(bytes, BigInt.asUintN(length * 8, a))
  }
  if (order === 'big') bytes.reverse()
  return bytes
}

/** Little end first; false when the value has more bytes. */
function fillFromDouble(bytes: Uint8Array, a: number, sign: Signedness): boolean {
  let rest = a
  for (let i = 0; i < bytes.length; i++) {
    const upper = Math.floor(rest / 256)
    bytes[i] = rest - upper * 256
    rest = upper
  }
  if (sign === 'unsigned') return rest === 0
  const top = bytes.length > 0 ? bytes[bytes.length - 1]! : 0
  return rest === (top & 128 ? -1 : 0)
}

function fillFromBig(bytes: Uint8Array, value: bigint): void {
  const digits = value.toString(16)
  let end = digits.length
  for (let i = 0; end > 0; i++, end -= 2) {
    bytes[i] = Number.parseInt(digits.slice(Math.max(end - 2, 0), end), 16)
  }
}

export function intFromBytes(bytes: Uint8Array, order: ByteOrder, sign: Signedness): Int {
  const length = bytes.length
  const negative = sign === 'signed' && length > 0 && bytes[order === 'big' ? 0 : length - 1]! >= 128
  if (length <= 6) {
    let value = 0
    for (let i = 0; i < length; i++) value = value * 256 + bytes[order === 'big' ? i : length - 1 - i]!
    return negative ? value - 2 ** (8 * length) : value
  }
  const parts: string[] = []
  for (let i = 0; i < length; i++) parts.push(HEX[bytes[order === 'big' ? i : length - 1 - i]!]!)
  const value = BigInt('0x' + parts.join(''))
  return normalize(negative ? BigInt.asIntN(8 * length, value) : value)
}
