/** What struct's functions and Struct's methods both do, with a layout. */
import { zeroBytes } from '../../base/bytes-memory.ts'
import { bufferArgument } from '../../builtins/bytes-kind.ts'
import type { StructLayout } from '../../base/struct-format.ts'
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { writableBufferOf } from '../../objects/buffer.ts'
import { PyBytes } from '../../objects/bytes.ts'
import { raiseTypeError } from '../../objects/exception.ts'
import { ssizeArgument } from '../../objects/operators.ts'
import type { PyTuple } from '../../objects/tuple.ts'
import { typeName } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { packValues, raiseStructError, unpackValues } from './packing.ts'

function checkCount(layout: StructLayout, name: string, values: readonly Value[]): void {
  if (values.length !== layout.values)
    raiseStructError(`${name} expected ${layout.values} items for packing (got ${values.length})`)
}

export function pack(layout: StructLayout, values: readonly Value[]): PyBytes {
  checkCount(layout, 'pack', values)
  const bytes = zeroBytes(layout.size)
  packValues(layout, bytes, 0, values)
  return new PyBytes(bytes)
}

export function packInto(layout: StructLayout, args: readonly Value[]): void {
  if (args.length < 1) raiseStructError('pack_into expected buffer argument')
  if (args.length < 2) raiseStructError('pack_into expected offset argument')
  const [buffer, offset, ...values] = args as [Value, Value, ...Value[]]
  checkCount(layout, 'pack_into', values)
  const bytes = writableBufferOf(buffer)
  if (bytes === undefined)
    raiseTypeError(`argument must be read-write bytes-like object, not ${typeName(typeOf(buffer))}`)
  const at = placeOf(layout, ssizeArgument(offset), bytes.length, 'pack')
  bytes.fill(0, at, at + layout.size)
  packValues(layout, bytes, at, values)
}

/** An offset counted from the start, with room for the layout behind it. */
function placeOf(layout: StructLayout, offset: number, length: number, action: 'pack' | 'unpack'): number {
  const { size } = layout
  if (offset < 0) {
    if (offset + size > 0)
      raiseStructError(
        action === 'pack'
          ? `no space to pack ${size} bytes at offset ${offset}`
          : `not enough data to unpack ${size} bytes at offset ${offset}`,
      )
    if (offset + length < 0) raiseStructError(`offset ${offset} out of range for ${length}-byte buffer`)
    return offset + length
  }
  if (offset + size > length) {
    const [name, doing] = action === 'pack' ? ['pack_into', 'packing'] : ['unpack_from', 'unpacking']
    raiseStructError(
      `${name} requires a buffer of at least ${offset + size} bytes for ${doing} ${size} bytes at offset ${offset} (actual buffer size is ${length})`,
    )
  }
  return offset
}

export function unpack(layout: StructLayout, buffer: Value): PyTuple {
  const bytes = bufferArgument(buffer)
  if (bytes.length !== layout.size) raiseStructError(`unpack requires a buffer of ${layout.size} bytes`)
  return unpackValues(layout, bytes, 0)
}

export function unpackFrom(layout: StructLayout, buffer: Value, offset: number): PyTuple {
  const bytes = bufferArgument(buffer)
  return unpackValues(layout, bytes, placeOf(layout, offset, bytes.length, 'unpack'))
}

export const unpackIteratorType = builtinType('unpack_iterator', { module: '_struct' })

export class PyUnpackIterator extends PyObject {
  readonly layout: StructLayout
  /** Null when exhausted. */
  buffer: Value | null
  index: number
  constructor(layout: StructLayout, buffer: Value) {
    super(unpackIteratorType)
    this.layout = layout
    this.buffer = buffer
    this.index = 0
  }
}

unpackIteratorType.iter = self => self
unpackIteratorType.iternext = (self: PyUnpackIterator) => {
  const { layout, buffer, index } = self
  if (buffer === null) return undefined
  const bytes = bufferArgument(buffer)
  if (index >= bytes.length) {
    self.buffer = null
    return undefined
  }
  self.index = index + layout.size
  return unpackValues(layout, bytes, index)
}

export function iterUnpack(layout: StructLayout, buffer: Value): PyUnpackIterator {
  const { length } = bufferArgument(buffer)
  if (layout.size === 0) raiseStructError('cannot iteratively unpack with a struct of length 0')
  if (length % layout.size !== 0)
    raiseStructError(`iterative unpacking requires a buffer of a multiple of ${layout.size} bytes`)
  return new PyUnpackIterator(layout, buffer)
}
