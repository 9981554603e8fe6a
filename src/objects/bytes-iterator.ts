// Hot.
/** The iterators of bytes and bytearray. An exhausted one lets go of what it iterated. */
import { builtinType } from './builtin-types.ts'
import { type PyByteArray, PyBytes } from './bytes.ts'
import { PyObject } from './value.ts'

export const bytesIteratorType = builtinType('bytes_iterator')
export const bytearrayIteratorType = builtinType('bytearray_iterator')

export class PyBytesIterator extends PyObject {
  source: PyBytes | PyByteArray | null
  index: number
  constructor(source: PyBytes | PyByteArray) {
    super(source instanceof PyBytes ? bytesIteratorType : bytearrayIteratorType)
    this.source = source
    this.index = 0
  }
}

function nextOfBytes(self: PyBytesIterator): number | undefined {
  const { source, index } = self
  if (source === null) return undefined
  const byte = index < source.length ? source.storage[index] : undefined
  if (byte === undefined) self.source = null
  else self.index = index + 1
  return byte
}

for (const type of [bytesIteratorType, bytearrayIteratorType]) {
  type.iter = self => self
  type.iternext = nextOfBytes
}
