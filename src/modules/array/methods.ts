/** The methods of array. */
import { callMethod } from '../../objects/call.ts'
import { PyBytes } from '../../objects/bytes.ts'
import { equals } from '../../objects/compare.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { eofErrorType, indexErrorType, runtimeErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { identityOf } from '../../objects/hash.ts'
import { PyList } from '../../objects/list.ts'
import { builtin, type Builtin } from '../../objects/signature.ts'
import type { Str } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { Value } from '../../objects/value.ts'
import { bufferMethods } from '../../builtins/memoryview-buffer.ts'
import { joinStr } from '../../builtins/str-split.ts'
import { PyArray } from './array-object.ts'
import { appendArray, appendBytes, appendEach, appendText } from './making.ts'
import { reduceArray } from './pickling.ts'

export function listOfItems(self: PyArray): PyList {
  const list = new PyList([])
  for (let i = 0; i < self.length; i++) list.push(self.at(i))
  return list
}

function find(self: PyArray, value: Value, start = 0, stop = Number.MAX_SAFE_INTEGER): number {
  const { length } = self
  const from = start < 0 ? Math.max(start + length, 0) : start
  const to = stop < 0 ? Math.max(stop + length, 0) : stop
  for (let i = from; i < to && i < self.length; i++) if (equals(self.at(i), value)) return i
  return -1
}

function count(self: PyArray, value: Value): number {
  let found = 0
  for (let i = 0; i < self.length; i++) if (equals(self.at(i), value)) found++
  return found
}

function insert(self: PyArray, index: number, value: Value): void {
  const probe = new PyArray(self.kind, 1)
  probe.kind.set(probe.items, 0, value)
  const at = index < 0 ? Math.max(index + self.length, 0) : Math.min(index, self.length)
  self.replace(at, at, 1)
  self.items[at] = probe.items[0]!
}

function pop(self: PyArray, index: number): Value {
  if (self.length === 0) raise(indexErrorType, 'pop from empty array')
  const at = index < 0 ? index + self.length : index
  if (at < 0 || at >= self.length) raise(indexErrorType, 'pop index out of range')
  const value = self.at(at)
  self.replace(at, at + 1, 0)
  return value
}

function remove(self: PyArray, value: Value): void {
  const at = find(self, value)
  if (at < 0) raise(valueErrorType, 'array.remove(x): x not in array')
  self.replace(at, at + 1, 0)
}

function byteSwap(self: PyArray): void {
  const { size } = self.kind
  if (size === 1) return
  const { bytes } = self
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse()
}

/** All items or none: a value that does not fit leaves the array as it was. */
function fromList(self: PyArray, list: Value): void {
  if (!(list instanceof PyList)) raiseTypeError('arg must be list')
  const added = new PyArray(self.kind, 0)
  const { length } = list
  for (let i = 0; i < length; i++) {
    if (list.length !== length) raise(runtimeErrorType, 'list changed size during iteration')
    added.push(list.at(i))
  }
  appendArray(self, added)
}

function fromFile(self: PyArray, file: Value, items: number): void {
  const wanted = items * self.kind.size
  const data = callMethod(file, 'read', wanted)
  if (!(data instanceof PyBytes)) raiseTypeError("read() didn't return bytes")
  appendBytes(self, data.bytes)
  if (data.length !== wanted) raise(eofErrorType, "read() didn't return enough bytes")
}

const requireText = (self: PyArray, method: string): void => {
  if (!self.kind.isText) raise(valueErrorType, `${method}() may only be called on unicode type arrays ('u' or 'w')`)
}

/** The characters as a str. Raises ValueError for what is no character. */
export function textOfItems(self: PyArray): Str {
  const parts: Str[] = []
  for (let i = 0; i < self.length; i++) parts.push(self.at(i) as Str)
  return joinStr('', parts)
}

function toText(self: PyArray): Str {
  requireText(self, 'tounicode')
  return textOfItems(self)
}

const fillingMethods = (): Builtin[] => [
  builtin(
    'append($self, v, /)',
    (self: PyArray, v: Value) => self.push(v),
    'Append new value v to the end of the array.',
  ),
  builtin(
    'extend($self, bb, /)',
    (self: PyArray, bb: Value) => (bb instanceof PyArray ? appendArray(self, bb) : appendEach(self, bb)),
    'Append items to the end of the array.',
  ),
  builtin('fromlist($self, list, /)', fromList, 'Append items to array from list.'),
  builtin(
    'frombytes($self, buffer: buffer, /)',
    (self: PyArray, bytes: Uint8Array) => appendBytes(self, bytes),
    'Appends items from the string, interpreting it as an array of machine values, as if it had been read from a file using the fromfile() method.',
  ),
  builtin(
    'fromfile($self, f, n: ssize, /)',
    fromFile,
    'Read n objects from the file object f and append them to the end of the array.',
  ),
  builtin(
    'fromunicode($self, ustr: str, /)',
    (self: PyArray, str: Str) => {
      requireText(self, 'fromunicode')
      appendText(self, str)
    },
    'Extends this array with data from the unicode string ustr.',
  ),
  builtin('insert($self, i: ssize, v, /)', insert, 'Insert a new item v into the array before position i.'),
]

export const arrayMethods = (): Builtin[] => [
  ...fillingMethods(),
  builtin(
    'buffer_info($self, /)',
    (self: PyArray) => new PyTuple([identityOf(self.buffer), self.length]),
    "Return a tuple (address, length) giving the current memory address and the length in items of the buffer used to hold array's contents.",
  ),
  builtin('byteswap($self, /)', byteSwap, 'Byteswap all items of the array.'),
  builtin('clear($self, /)', (self: PyArray) => self.replace(0, self.length, 0), 'Remove all items from the array.'),
  builtin('__copy__($self, /)', (self: PyArray) => self.slice(0, self.length), 'Return a copy of the array.'),
  builtin(
    '__deepcopy__($self, unused, /)',
    (self: PyArray) => self.slice(0, self.length),
    'Return a copy of the array.',
  ),
  builtin('count($self, v, /)', count, 'Return number of occurrences of v in the array.'),
  builtin(
    'index($self, v, start: index = 0, stop: index = sys.maxsize, /)',
    (self: PyArray, v: Value, start: number, stop: number) => {
      const at = find(self, v, start, stop)
      if (at < 0) raise(valueErrorType, 'array.index(x): x not in array')
      return at
    },
    'Return index of first occurrence of v in the array.\n\nRaise ValueError if the value is not present.',
  ),
  builtin(
    'pop($self, i: ssize = -1, /)',
    pop,
    'Return the i-th element and delete it from the array.\n\ni defaults to -1.',
  ),
  builtin('__reduce_ex__($self, value: ssize, /)', reduceArray, 'Return state information for pickling.'),
  builtin('remove($self, v, /)', remove, 'Remove the first occurrence of v in the array.'),
  builtin(
    'reverse($self, /)',
    (self: PyArray) => {
      ;(self.items as Uint8Array).subarray(0, self.length).reverse()
    },
    'Reverse the order of the items in the array.',
  ),
  builtin(
    'tofile($self, f, /)',
    (self: PyArray, file: Value) => {
      callMethod(file, 'write', new PyBytes(self.bytes.slice()))
    },
    'Write all items (as machine values) to the file object f.',
  ),
  builtin('tolist($self, /)', listOfItems, 'Convert array to an ordinary list with the same items.'),
  builtin(
    'tobytes($self, /)',
    (self: PyArray) => new PyBytes(self.bytes.slice()),
    'Convert the array to an array of machine values and return the bytes representation.',
  ),
  builtin('tounicode($self, /)', toText, 'Extends this array with data from the unicode string ustr.'),
  builtin(
    '__sizeof__($self, /)',
    (self: PyArray) => 64 + self.length * self.kind.size,
    'Size of the array in memory, in bytes.',
  ),
  ...bufferMethods(),
]
