/**
 * What bytes and bytearray have in common: most methods, declared once for a *kind*, which says what a result is made into.
 *
 * As Objects/bytes_methods.c and the stringlib that CPython instantiates for both.
 */
import { copyBytesTo, copyOfBytes, zeroBytes } from '../base/bytes-memory.ts'
import { bytesType, typeOf } from '../objects/builtin-types.ts'
import { bufferOf, bytesOf, PyByteArray, PyBytes } from '../objects/bytes.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { memoryErrorType, valueErrorType } from '../objects/exception-types.ts'
import { asInt } from '../objects/number.ts'
import { indexOf } from '../objects/operators.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'

export type AnyBytes = PyBytes | PyByteArray

export interface BytesKind {
  readonly name: 'bytes' | 'bytearray'
  /** A new object around bytes that nobody else has. */
  make(bytes: Uint8Array): AnyBytes
  /** A result that is equal to the object a method was called on. */
  same(self: AnyBytes): AnyBytes
}

export const bytesKind: BytesKind = {
  name: 'bytes',
  make: bytesOf,
  same: self => (self.type === bytesType ? self : new PyBytes(self.bytes)),
}

export const bytearrayKind: BytesKind = {
  name: 'bytearray',
  make: bytes => new PyByteArray(bytes),
  same: self => new PyByteArray(copyOfBytes(self.bytes)),
}

/** Longest bytes that are built. */
export const longestBytes = 2 ** 31 - 1

export function newBytes(length: number): Uint8Array {
  if (length > longestBytes) raise(memoryErrorType)
  return zeroBytes(length)
}

/** Every byte by a table of 256. */
export function mapBytes(bytes: Uint8Array, table: ArrayLike<number>): Uint8Array {
  const mapped = zeroBytes(bytes.length)
  for (let i = 0; i < bytes.length; i++) mapped[i] = table[bytes[i]!]!
  return mapped
}

/** An item of bytes: an int below 256. */
export function byteOf(value: Value, what = 'byte'): number {
  const int = typeof value === 'number' ? value : indexOf(value)
  if (int < 0 || int > 255) raise(valueErrorType, `${what} must be in range(0, 256)`)
  return int as number
}

export function bufferArgument(value: Value): Uint8Array {
  const bytes = bufferOf(value)
  if (bytes === undefined) raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(value))}'`)
  return bytes
}

/** What is looked for: bytes, or one byte given as an int. */
export function partArgument(value: Value): Uint8Array {
  const bytes = bufferOf(value)
  if (bytes !== undefined) return bytes
  if (asInt(value) !== undefined || typeOf(value).index !== null) return Uint8Array.of(byteOf(value))
  raiseTypeError(`argument should be integer or bytes-like object, not '${typeName(typeOf(value))}'`)
}

/** `parts` one after the other, with `separator` between them. */
export function joinBytes(separator: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  let length = separator.length * Math.max(parts.length - 1, 0)
  for (const part of parts) length += part.length
  const joined = newBytes(length)
  let at = 0
  for (let i = 0; i < parts.length; i++) {
    if (i > 0) at = copyBytesTo(joined, at, separator)
    at = copyBytesTo(joined, at, parts[i]!)
  }
  return joined
}

export const noBytes = new Uint8Array(0)
