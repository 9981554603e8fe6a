/** bytes: how one is made, its operators, and the list of its methods, which stand in the other files named bytes-*.ts. */
import { warnOfComparison, warnOfText } from './bytes-warnings.ts'
import { copyBytesTo, copyOfBytes, zeroBytes } from '../base/bytes-memory.ts'
import { BytesBuilder } from '../base/text.ts'
import { bindArguments } from '../objects/argument-binding.ts'
import { bytesType, listType, strType, tupleType, typeOf } from '../objects/builtin-types.ts'
import { bufferOf, bytesOf, PyBytes } from '../objects/bytes.ts'
import { bytesIteratorType, PyBytesIterator } from '../objects/bytes-iterator.ts'
import { call } from '../objects/call.ts'
import { compareOrdered } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { raise, raised, raiseTypeError } from '../objects/exception.ts'
import { indexErrorType, overflowErrorType, typeErrorType, valueErrorType } from '../objects/exception-types.ts'
import { hashOfBytesObject } from '../objects/hash.ts'
import { forEachItem } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { bytesOfView, PyMemoryView } from '../objects/memoryview.ts'
import { NotImplemented } from '../objects/number.ts'
import { ssizeOf } from '../objects/operators.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { PySlice, sliceIndices } from '../objects/slice.ts'
import { EQ, type KeywordNames } from '../objects/slots.ts'
import { asStr } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName, type PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { lookupSpecial } from '../objects/attribute.ts'
import { characterMethods } from './bytes-characters.ts'
import { byteIterator } from './bytes-iteration.ts'
import { bytesKind, byteOf, type BytesKind, type AnyBytes, newBytes, noBytes } from './bytes-kind.ts'
import { layoutMethods, maketrans } from './bytes-layout.ts'
import { bufferMethods } from './memoryview-buffer.ts'
import { percentBytes } from './bytes-percent.ts'
import { searchMethods } from './bytes-search.ts'
import { splitMethods } from './bytes-split.ts'
import { bytesFromHex, hexMethod, reprOfBytes } from './bytes-text.ts'
import { decodeBytes, encodeStr } from './codecs.ts'
import { largestSize } from './str-slots.ts'
import { compareUnits, findUnits } from './units.ts'

/** Number of bytes if `value` is a size; undefined if it is something else. */
export function sizeArgument(value: Value): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'boolean' && typeOf(value).index === null) return undefined
  let size: number
  try {
    size = ssizeOf(value)
  } catch (thrown) {
    // Something that has `__index__` and fails may yet be iterable.
    if (raised(thrown).type.isSubtypeOf(typeErrorType)) return undefined
    throw thrown
  }
  if (size < 0) raise(valueErrorType, 'negative count')
  return size
}

/** Bytes of an array whose items are ints below 256; null if one is not. */
function bytesFromInts(items: readonly Value[]): Uint8Array | null {
  const bytes = newBytes(items.length)
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!
    if (typeof item !== 'number' || item < 0 || item > 255) return null
    bytes[i] = item
  }
  return bytes
}

/** The bytes that an iterable of ints gives; `what` words the error. */
export function bytesFromItems(iterable: Value, what: string): Uint8Array {
  const isArray =
    (iterable instanceof PyList && iterable.type === listType && iterable.floats === null) ||
    (iterable instanceof PyTuple && iterable.type === tupleType)
  const bytes = isArray ? bytesFromInts(iterable.items) : null
  if (bytes !== null) return bytes
  const builder = new BytesBuilder(16)
  forEachItem(iterable, item => builder.push(byteOf(item, what)))
  return builder.finish()
}

/** The bytes of a buffer, wherever they lie; undefined if it is none. */
export function copyOfBuffer(value: Value): Uint8Array | undefined {
  if (value instanceof PyMemoryView) return copyOfBytes(bytesOfView(value))
  const bytes = bufferOf(value)
  return bytes === undefined ? undefined : copyOfBytes(bytes)
}

/** The bytes of a buffer, or of an iterable of ints; PyBytes_FromObject. */
export function bytesFromObject(value: Value): Uint8Array {
  const copy = copyOfBuffer(value)
  if (copy !== undefined) return copy
  const type = typeOf(value)
  if ((type.iter === null && type.subscript === null) || type.isSubtypeOf(strType))
    raiseTypeError(`cannot convert '${typeName(type)}' object to bytes`)
  return bytesFromItems(value, 'bytes')
}

export interface Source {
  readonly source: Value | undefined
  readonly encoding: string | undefined
  readonly errors: string | undefined
}

const parameters = (name: string): Builtin =>
  builtin(
    `${name}(source=<unrepresentable>, encoding: text = <unrepresentable>, errors: text = <unrepresentable>)`,
    () => null,
  )

/** The arguments of the constructors of bytes and bytearray. */
export function sourceArguments(declared: Builtin, args: Value[], keywords: KeywordNames): Source {
  const [source, encoding, errors] = bindArguments(declared, declared.signature, args, keywords) as [
    Value | undefined,
    string | undefined,
    string | undefined,
  ]
  return { source, encoding, errors }
}

/** The encoded text, if a text was given; raises TypeError where the three arguments do not fit each other. */
export function encodedSource({ source, encoding, errors }: Source): Uint8Array | undefined {
  const str = source === undefined ? undefined : asStr(source)
  if (encoding !== undefined) {
    if (str === undefined) raiseTypeError('encoding without a string argument')
    return encodeStr(str, encoding, errors ?? 'strict').bytes
  }
  if (errors !== undefined)
    raiseTypeError(str === undefined ? 'errors without a string argument' : 'string argument without an encoding')
  return undefined
}

const bytesParameters = parameters('bytes')
export const bytearrayParameters = parameters('bytearray')

function makeBytes(args: Value[], keywords: KeywordNames): PyBytes | Uint8Array {
  const given = sourceArguments(bytesParameters, args, keywords)
  const encoded = encodedSource(given)
  if (encoded !== undefined) return encoded
  const { source } = given
  if (source === undefined) return noBytes
  if (source instanceof PyBytes && source.type === bytesType) return source
  const method = lookupSpecial(source, '__bytes__')
  if (method !== undefined) {
    const result = call(method, [])
    if (result instanceof PyBytes) return result
    raiseTypeError(`__bytes__ returned non-bytes (type ${typeName(typeOf(result))})`)
  }
  if (asStr(source) !== undefined) raiseTypeError('string argument without an encoding')
  const size = sizeArgument(source)
  return size === undefined ? bytesFromObject(source) : newBytes(size)
}

bytesType.new = (type: PyType, args, keywords) => {
  const made = makeBytes(args, keywords)
  if (made instanceof PyBytes) return type === bytesType ? made : new PyBytes(made.bytes, type)
  return type === bytesType ? bytesOf(made) : new PyBytes(made, type)
}

/** `repeated` times the bytes. */
export function repeatBytes(bytes: Uint8Array, count: number, overflow: string): Uint8Array {
  if (count <= 0) return noBytes
  const length = bytes.length * count
  if (length >= largestSize) raise(overflowErrorType, overflow)
  const result = newBytes(length)
  vm.budget -= length >>> 8
  if (bytes.length === 1) return result.fill(bytes[0]!)
  for (let at = 0; at < length; at += bytes.length) result.set(bytes, at)
  return result
}

export function containsBytes(self: AnyBytes, item: Value): boolean {
  const { bytes } = self
  const part = bufferOf(item)
  if (part !== undefined) return findUnits(bytes, part, 0, bytes.length) >= 0
  if (typeof item !== 'number' && typeOf(item).index === null && typeof item !== 'bigint')
    raiseTypeError(`a bytes-like object is required, not '${typeName(typeOf(item))}'`)
  return bytes.includes(byteOf(item))
}

/** The items that a slice selects, in a new array. */
export function sliceOfBytes(bytes: Uint8Array, slice: PySlice): Uint8Array {
  const { start, stop, step, count } = sliceIndices(slice, bytes.length)
  if (step === 1) return copyOfBytes(bytes, start, stop)
  const selected = zeroBytes(count)
  for (let i = 0, at = start; i < count; i++, at += step) selected[i] = bytes[at]!
  return selected
}

/** A subscript as a position within `length`; `kind` and `outOfRange` word the errors. */
export function bytePosition(key: Value, length: number, kind: string, outOfRange: string): number {
  if (typeof key !== 'number' && typeof key !== 'bigint' && typeOf(key).index === null)
    raiseTypeError(`${kind} indices must be integers or slices, not ${typeName(typeOf(key))}`)
  const index = typeof key === 'number' ? key : ssizeOf(key, indexErrorType)
  const at = index < 0 ? index + length : index
  if (at < 0 || at >= length) raise(indexErrorType, outOfRange)
  return at
}

bytesType.repr = ({ bytes }: PyBytes) => reprOfBytes(bytes)
bytesType.str = (self: PyBytes) => {
  warnOfText(self)
  return reprOfBytes(self.bytes)
}
bytesType.hash = hashOfBytesObject
bytesType.richcompare = (self: PyBytes, other: Value, op) => {
  if (other instanceof PyBytes) {
    if (op === EQ && self.bytes.length !== other.bytes.length) return false
    return compareOrdered(compareUnits(self.bytes, other.bytes), 0, op)
  }
  warnOfComparison(self, other, op)
  return NotImplemented
}
bytesType.iter = (self: PyBytes) => new PyBytesIterator(self)
bytesType.length = ({ bytes }: PyBytes) => bytes.length
bytesType.subscript = ({ bytes }: PyBytes, key: Value) => {
  if (typeof key === 'number' && key >= 0 && key < bytes.length) return bytes[key]!
  if (key instanceof PySlice) return bytesOf(sliceOfBytes(bytes, key))
  return bytes[bytePosition(key, bytes.length, 'byte', 'index out of range')]!
}
bytesType.contains = containsBytes
bytesType.concat = (left: PyBytes, right: Value) => {
  const added = right instanceof PyBytes ? right.bytes : bufferOf(right)
  if (added === undefined) raiseTypeError(`can't concat ${typeName(typeOf(right))} to bytes`)
  const { bytes } = left
  const joined = newBytes(bytes.length + added.length)
  copyBytesTo(joined, copyBytesTo(joined, 0, bytes), added)
  return new PyBytes(joined)
}
bytesType.repeat = (self: PyBytes, count: Value) => {
  if (count === 1 && self.type === bytesType) return self
  return new PyBytes(repeatBytes(self.bytes, count as number, 'repeated bytes are too long'))
}
bytesType.remainder = (left: Value, right: Value) =>
  left instanceof PyBytes ? new PyBytes(percentBytes(left.bytes, right)) : NotImplemented

export const decodeMethod = (): Builtin =>
  builtin(
    "decode($self, /, encoding: text = 'utf-8', errors: text = 'strict')",
    (self: AnyBytes, encoding: string, errors: string) => decodeBytes(self.bytes, encoding, errors, self),
    `Decode the bytes using the codec registered for encoding.

  encoding
    The encoding with which to decode the bytes.
  errors
    The error handling scheme to use for the handling of decoding errors.
    The default is 'strict' meaning that decoding errors raise a
    UnicodeDecodeError. Other possible values are 'ignore' and 'replace'
    as well as any other name registered with codecs.register_error that
    can handle UnicodeDecodeErrors.`,
  )

/** The methods that bytes and bytearray share. */
export const sharedMethods = (kind: BytesKind): Builtin[] => [
  ...characterMethods(kind),
  ...layoutMethods(kind),
  ...searchMethods(kind),
  ...splitMethods(kind),
  decodeMethod(),
  hexMethod(),
]

/** `fromhex`, a class method. */
export const fromHexMethod = (kind: BytesKind, exact: PyType): Builtin =>
  builtin(
    'fromhex($type, string, /)',
    (type: PyType, string: Value) => {
      const made = kind.make(bytesFromHex(string))
      return type === exact ? made : call(type, [made])
    },
    `Create a ${kind.name} object from a string of hexadecimal numbers.\n\nSpaces between two numbers are accepted.`,
  )

byteIterator(bytesIteratorType)

defineType(bytesType, {
  doc: `bytes(iterable_of_ints) -> bytes
bytes(string, encoding[, errors]) -> bytes
bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer
bytes(int) -> bytes object of size given by the parameter initialized with null bytes
bytes() -> empty bytes object

Construct an immutable array of bytes from:
  - an iterable yielding integers in range(256)
  - a text string encoded using the specified encoding
  - any object implementing the buffer API.
  - an integer`,
  methods: () => [
    ...sharedMethods(bytesKind),
    ...bufferMethods(),
    builtin('__getnewargs__($self, /)', ({ bytes }: PyBytes) => new PyTuple([new PyBytes(bytes)])),
    builtin(
      '__bytes__($self, /)',
      (self: PyBytes) => (self.type === bytesType ? self : new PyBytes(self.bytes)),
      'Convert this value to exact type bytes.',
    ),
    builtin('__sizeof__($self, /)', ({ bytes }: PyBytes) => 33 + bytes.length, 'Size of object in memory, in bytes.'),
  ],
  classMethods: () => [fromHexMethod(bytesKind, bytesType)],
  staticMethods: () => [maketrans()],
})
