/** bytearray: how one is made and changed, and the list of its methods; those that bytes has as well are in bytes-*.ts. */
import { warnOfComparison, warnOfText } from './bytes-warnings.ts'
import { askForLength } from './length-hint.ts'
import { callMethod } from '../objects/call.ts'
import { bytearrayType, strType, typeOf } from '../objects/builtin-types.ts'
import { bufferOf, PyByteArray, PyBytes } from '../objects/bytes.ts'
import { bytearrayIteratorType, PyBytesIterator } from '../objects/bytes-iterator.ts'
import { compareOrdered } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { bufferErrorType, indexErrorType, valueErrorType } from '../objects/exception-types.ts'
import { isContiguous } from '../objects/buffer.ts'
import { PyMemoryView } from '../objects/memoryview.ts'
import { asInt, NotImplemented } from '../objects/number.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { PySlice, sliceIndices } from '../objects/slice.ts'
import { EQ, NE, type KeywordNames } from '../objects/slots.ts'
import { isStr } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName, type PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { decodeLatin1 } from '../base/single-byte.ts'
import {
  bytearrayParameters,
  bytePosition,
  bytesFromItems,
  containsBytes,
  copyOfBuffer,
  encodedSource,
  fromHexMethod,
  repeatBytes,
  sharedMethods,
  sizeArgument,
  sliceOfBytes,
  sourceArguments,
} from './bytes.ts'
import { byteIterator } from './bytes-iteration.ts'
import { bytearrayKind, byteOf, joinBytes, newBytes, noBytes } from './bytes-kind.ts'
import { maketrans } from './bytes-layout.ts'
import { bufferMethods } from './memoryview-buffer.ts'
import { percentBytes } from './bytes-percent.ts'
import { reprOfBytes } from './bytes-text.ts'
import { compareUnits } from './units.ts'

bytearrayType.new = (type: PyType) => new PyByteArray(noBytes, type)

bytearrayType.init = (self: PyByteArray, args: Value[], keywords: KeywordNames) => {
  const given = sourceArguments(bytearrayParameters, args, keywords)
  // Emptied first: what is wrong with the arguments leaves it so.
  self.splice(0, self.length, noBytes)
  self.splice(0, self.length, initialBytes(given.source, encodedSource(given)))
}

function initialBytes(source: Value | undefined, encoded: Uint8Array | undefined): Uint8Array {
  if (encoded !== undefined) return encoded
  if (source === undefined) return noBytes
  const type = typeOf(source)
  if (type.isSubtypeOf(strType)) raiseTypeError('string argument without an encoding')
  const size = sizeArgument(source)
  if (size !== undefined) return newBytes(size)
  const copy = copyOfBuffer(source)
  if (copy !== undefined) return copy
  if (type.iter === null && type.subscript === null)
    raiseTypeError(`cannot convert '${typeName(type)}' object to bytearray`)
  return bytesFromItems(source, 'byte')
}

const outOfRange = 'bytearray index out of range'

function assign(self: PyByteArray, key: Value, value: Value | undefined): void {
  if (key instanceof PySlice) {
    assignSlice(self, key, value)
    return
  }
  // The value is judged before the position is, where the position is an int.
  const early = value !== undefined && asInt(key) !== undefined ? byteOf(value) : undefined
  const at = bytePosition(key, self.length, 'bytearray', outOfRange)
  if (value === undefined) self.splice(at, at + 1, noBytes)
  else {
    const byte = early ?? byteOf(value)
    // Converting the value may have run Python code that shortened the array.
    if (at >= self.length) raise(indexErrorType, outOfRange)
    self.storage[at] = byte
  }
}

function sliceSource(value: Value): Uint8Array {
  const copy = copyOfBuffer(value)
  if (copy !== undefined) return copy
  const type = typeOf(value)
  if (isStr(value) || type.index !== null || type.float !== null)
    raiseTypeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)')
  return initialBytes(value, undefined)
}

function assignSlice(self: PyByteArray, slice: PySlice, value: Value | undefined): void {
  const source = value === undefined ? noBytes : sliceSource(value)
  const { start, stop, step, count } = sliceIndices(slice, self.length)
  if (step === 1) self.splice(start, Math.max(start, stop), source)
  else if (source.length === 0) deleteEach(self, step > 0 ? start : start + (count - 1) * step, Math.abs(step), count)
  else {
    if (source.length !== count)
      raise(valueErrorType, `attempt to assign bytes of size ${source.length} to extended slice of size ${count}`)
    const values = source.slice()
    for (let i = 0, at = start; i < count; i++, at += step) self.storage[at] = values[i]!
  }
}

function deleteEach(self: PyByteArray, start: number, step: number, count: number): void {
  if (count <= 0) return
  const kept = self.bytes.filter((_, i) => i < start || (i - start) % step !== 0 || (i - start) / step >= count)
  self.splice(0, self.length, kept)
}

bytearrayType.repr = (self: PyByteArray) => `${self.type.name}(${reprInCall(self.bytes)})`
bytearrayType.str = (self: PyByteArray) => {
  warnOfText(self)
  return bytearrayType.repr!(self)
}

/** CPython escapes a quote that it would not need to, here only. */
function reprInCall(bytes: Uint8Array): string {
  return bytes.includes(39) && !bytes.includes(34) ? reprOfBytes(bytes).replaceAll("'", "\\'") : reprOfBytes(bytes)
}

bytearrayType.richcompare = (self: PyByteArray, other: Value, op) => {
  // A view with gaps compares itself with us.
  if (other instanceof PyMemoryView && !isContiguous(other)) return NotImplemented
  const bytes = bufferOf(other)
  if (bytes === undefined) {
    warnOfComparison(self, other, op)
    return NotImplemented
  }
  if ((op === EQ || op === NE) && bytes.length !== self.length) return op === NE
  return compareOrdered(compareUnits(self.bytes, bytes), 0, op)
}
bytearrayType.iter = (self: PyByteArray) => new PyBytesIterator(self)
bytearrayType.length = (self: PyByteArray) => self.length
bytearrayType.subscript = (self: PyByteArray, key: Value) => {
  if (typeof key === 'number' && key >= 0 && key < self.length) return self.storage[key]!
  if (key instanceof PySlice) return new PyByteArray(sliceOfBytes(self.bytes, key))
  return self.storage[bytePosition(key, self.length, 'bytearray', outOfRange)]!
}
bytearrayType.assSubscript = assign
bytearrayType.contains = containsBytes

function concatenated(right: Value): Uint8Array {
  const bytes = bufferOf(right)
  if (bytes === undefined) raiseTypeError(`can't concat ${typeName(typeOf(right))} to bytearray`)
  return bytes
}
bytearrayType.concat = (left: PyByteArray, right: Value) =>
  new PyByteArray(joinBytes(noBytes, [left.bytes, concatenated(right)]))
bytearrayType.inplaceConcat = (self: PyByteArray, right: Value) => {
  const added = concatenated(right)
  // CPython holds what is added while it makes room.
  if (right === self && self.length > 0) raise(bufferErrorType, 'Existing exports of data: object cannot be re-sized')
  self.splice(self.length, self.length, added)
  return self
}
bytearrayType.repeat = (self: PyByteArray, count: Value) => new PyByteArray(repeated(self, count).slice())
bytearrayType.inplaceRepeat = (self: PyByteArray, count: Value) => {
  self.splice(0, self.length, repeated(self, count))
  return self
}
const repeated = (self: PyByteArray, count: Value): Uint8Array =>
  repeatBytes(self.bytes, count as number, 'repeated bytes are too long')
bytearrayType.remainder = (left: Value, right: Value) =>
  left instanceof PyByteArray ? new PyByteArray(percentBytes(left.bytes, right)) : NotImplemented

function extend(self: PyByteArray, iterable: Value): void {
  let bytes = bufferOf(iterable)
  if (bytes === undefined) {
    const type = typeOf(iterable)
    if (type.isSubtypeOf(strType)) raiseTypeError(`expected iterable of integers; got: '${typeName(type)}'`)
    if (type.iter === null && type.subscript === null) raiseTypeError(`can't extend bytearray with ${typeName(type)}`)
    askForLength(iterable)
    bytes = bytesFromItems(iterable, 'byte')
  }
  self.splice(self.length, self.length, bytes)
}

function pop(self: PyByteArray, index: number): number {
  if (self.length === 0) raise(indexErrorType, 'pop from empty bytearray')
  const at = index < 0 ? index + self.length : index
  if (at < 0 || at >= self.length) raise(indexErrorType, 'pop index out of range')
  const byte = self.storage[at]!
  self.splice(at, at + 1, noBytes)
  return byte
}

function reduce(self: PyByteArray, protocol: number): PyTuple {
  const args = protocol >= 3 ? [new PyBytes(self.bytes.slice())] : [decodeLatin1(self.bytes), 'latin-1']
  return new PyTuple([self.type, new PyTuple(args), callMethod(self, '__getstate__')])
}

const changingMethods = (): Builtin[] => [
  builtin(
    'append($self, item, /)',
    (self: PyByteArray, item: Value) => self.push(byteOf(item)),
    'Append a single item to the end of the bytearray.\n\n  item\n    The item to be appended.',
  ),
  builtin(
    'clear($self, /)',
    (self: PyByteArray) => self.splice(0, self.length, noBytes),
    'Remove all items from the bytearray.',
  ),
  builtin('copy($self, /)', (self: PyByteArray) => new PyByteArray(self.bytes.slice()), 'Return a copy of B.'),
  builtin(
    'extend($self, iterable_of_ints, /)',
    extend,
    'Append all the items from the iterator or sequence to the bytearray.\n\n  iterable_of_ints\n    The iterable of items to append.',
  ),
  builtin(
    'insert($self, index: ssize, item, /)',
    (self: PyByteArray, index: number, item: Value) => {
      const byte = byteOf(item)
      const at = index < 0 ? Math.max(index + self.length, 0) : Math.min(index, self.length)
      self.splice(at, at, Uint8Array.of(byte))
    },
    'Insert a single item into the bytearray before the given index.',
  ),
  builtin(
    'pop($self, index: ssize = -1, /)',
    pop,
    'Remove and return a single item from B.\n\n  index\n    The index from where to remove the item.\n    -1 (the default value) means remove the last item.',
  ),
  builtin(
    'remove($self, value, /)',
    (self: PyByteArray, value: Value) => {
      const at = self.bytes.indexOf(byteOf(value))
      if (at < 0) raise(valueErrorType, 'value not found in bytearray')
      self.splice(at, at + 1, noBytes)
    },
    'Remove the first occurrence of a value in the bytearray.',
  ),
  builtin(
    'resize($self, size: ssize, /)',
    (self: PyByteArray, size: number) => {
      if (size < 0) raise(valueErrorType, `Can only resize to positive sizes, got ${size}`)
      if (size <= self.length) self.splice(size, self.length, noBytes)
      else self.splice(self.length, self.length, newBytes(size - self.length))
    },
    'Resize the internal buffer of bytearray to len.',
  ),
  builtin(
    'reverse($self, /)',
    (self: PyByteArray) => {
      self.bytes.reverse()
    },
    'Reverse the order of the values in B in place.',
  ),
]

byteIterator(bytearrayIteratorType)

defineType(bytearrayType, {
  doc: `bytearray(iterable_of_ints) -> bytearray
bytearray(string, encoding[, errors]) -> bytearray
bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer
bytearray(int) -> bytes array of size given by the parameter initialized with null bytes
bytearray() -> empty bytes array

Construct a mutable bytearray object from:
  - an iterable yielding integers in range(256)
  - a text string encoded using the specified encoding
  - a bytes or a buffer object
  - any object implementing the buffer API.
  - an integer`,
  methods: () => [
    ...sharedMethods(bytearrayKind),
    ...changingMethods(),
    ...bufferMethods(),
    builtin(
      '__alloc__($self, /)',
      (self: PyByteArray) => (self.length === 0 ? 0 : self.length + 1),
      'B.__alloc__() -> int\n\nReturn the number of bytes actually allocated.',
    ),
    builtin('__reduce__($self, /)', (self: PyByteArray) => reduce(self, 2), 'Return state information for pickling.'),
    builtin('__reduce_ex__($self, proto: ssize = 0, /)', reduce, 'Return state information for pickling.'),
    builtin(
      '__sizeof__($self, /)',
      (self: PyByteArray) => 56 + (self.length === 0 ? 0 : self.length + 1),
      'Returns the size of the bytearray object in memory, in bytes.',
    ),
  ],
  classMethods: () => [fromHexMethod(bytearrayKind, bytearrayType)],
  staticMethods: () => [maketrans()],
  attributes: () => ({ __hash__: null }),
})
