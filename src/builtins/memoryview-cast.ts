/** `memoryview.cast`: the same memory as items of another format or in other dimensions. */
import { byteLength, isContiguous } from '../objects/buffer.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { PyList } from '../objects/list.ts'
import { checkReleased, PyMemoryView } from '../objects/memoryview.ts'
import { asInt } from '../objects/number.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'
import { itemFormat } from './memoryview-items.ts'

const mostDimensions = 64

function shapeArgument(shape: Value): number[] {
  if (!(shape instanceof PyList) && !(shape instanceof PyTuple)) raiseTypeError('shape must be a list or a tuple')
  const items = shape instanceof PyList ? shape.toArray() : shape.items
  if (items.length > mostDimensions)
    raise(valueErrorType, `memoryview: number of dimensions must not exceed ${mostDimensions}`)
  return items.map(each => {
    const size = asInt(each)
    if (size === undefined) raiseTypeError('memoryview.cast(): elements of shape must be integers')
    if (size <= 0) raise(valueErrorType, 'memoryview.cast(): elements of shape must be integers > 0')
    return Number(size)
  })
}

const isByteFormat = (format: string): boolean => /^@?[bBc]$/.test(format)

export function castView(self: PyMemoryView, format: string, shape: Value | undefined): PyMemoryView {
  checkReleased(self)
  if (!isContiguous(self)) raiseTypeError('memoryview: casts are restricted to C-contiguous views')
  const sizes = shape === undefined ? null : shapeArgument(shape)
  if (sizes !== null && self.shape.length !== 1 && sizes.length !== 1)
    raiseTypeError('memoryview: cast must be 1D -> ND or ND -> 1D')
  const item = itemFormat(format)
  if (item === undefined)
    raise(
      valueErrorType,
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    )
  if (!isByteFormat(self.format) && !isByteFormat(format))
    raiseTypeError('memoryview: cannot cast between two non-byte formats')
  const length = byteLength(self)
  if (length % item.size !== 0) raiseTypeError('memoryview: length is not a multiple of itemsize')
  const newShape = sizes ?? [length / item.size]
  if (newShape.reduce((product, size) => product * size, item.size) !== length)
    raiseTypeError('memoryview: product(shape) * itemsize != buffer size')
  const strides: number[] = new Array(newShape.length)
  let stride = item.size
  for (let i = newShape.length - 1; i >= 0; i--) {
    strides[i] = stride
    stride *= newShape[i]!
  }
  const { offset, isReadonly } = self
  return new PyMemoryView(self.managed, { format, itemsize: item.size, shape: newShape, strides, offset, isReadonly })
}
