/** memoryview: making views, looking at items, and the methods. As Objects/memoryobject.c. */
import { bindArguments } from '../objects/argument-binding.ts'
import { byteLength, isContiguous, isFortranContiguous } from '../objects/buffer.ts'
import { memoryviewType, typeOf } from '../objects/builtin-types.ts'
import { PyBytes } from '../objects/bytes.ts'
import { equals } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { bufferErrorType, valueErrorType } from '../objects/exception-types.ts'
import { hashOfBytes } from '../objects/hash.ts'
import { PyList } from '../objects/list.ts'
import {
  bytesOfView,
  checkReleased,
  forEachOffset,
  memoryIteratorType,
  PyMemoryIterator,
  PyMemoryView,
  viewOf,
  type ViewLayout,
} from '../objects/memoryview.ts'
import { NotImplemented } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { EQ, NE } from '../objects/slots.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { addressText } from './method-descriptors.ts'
import { hexOf } from './bytes-text.ts'
import { classGetItem } from './class-getitem.ts'
import { bufferMethods, viewWithFlags } from './memoryview-buffer.ts'
import { castView } from './memoryview-cast.ts'
import { assignItem, getItem, readAt } from './memoryview-indexing.ts'
import { itemFormat, readItem, supportedFormat } from './memoryview-items.ts'

const parameters = builtin('memoryview(object)', () => null)

memoryviewType.new = (_type, args, keywords) => {
  const [object] = bindArguments(parameters, parameters.signature, args, keywords) as [Value]
  return (
    viewOf(object) ?? raiseTypeError(`memoryview: a bytes-like object is required, not '${typeName(typeOf(object))}'`)
  )
}

memoryviewType.repr = (self: PyMemoryView) =>
  `<${self.isReleased ? 'released memory' : 'memory'} at ${addressText(self)}>`

memoryviewType.hash = (self: PyMemoryView) => {
  if (self.hash !== undefined) return self.hash
  checkReleased(self)
  if (!self.isReadonly) raise(valueErrorType, 'cannot hash writable memoryview object')
  const letter = self.format.replace('@', '')
  if (letter !== 'B' && letter !== 'b' && letter !== 'c')
    raise(valueErrorType, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
  return (self.hash = hashOfBytes(bytesOfView(self)))
}

/** Items are compared as values; formats that cannot be read make views unequal. */
function equalViews(left: PyMemoryView, right: PyMemoryView): boolean {
  if (left.shape.length !== right.shape.length || left.shape.some((size, i) => size !== right.shape[i])) return false
  const [a, b] = [itemFormat(left.format), itemFormat(right.format)]
  if (a === undefined || b === undefined) return false
  if (left.format === right.format && a.kind === 'int') {
    const [x, y] = [bytesOfView(left), bytesOfView(right)]
    return x.every((byte, i) => byte === y[i])
  }
  const offsets: number[] = []
  forEachOffset(right, offset => offsets.push(offset))
  let same = true
  let i = 0
  forEachOffset(left, offset => {
    const [x, y] = [readItem(left.memory, offset, a), readItem(right.memory, offsets[i++]!, b)]
    // A nan is not equal to itself, though it is the same item.
    if (same && (!equals(x, y) || Number.isNaN((x as { value?: number }).value ?? 0))) same = false
  })
  return same
}

memoryviewType.richcompare = (self: PyMemoryView, other: Value, op) => {
  if (op !== EQ && op !== NE) return NotImplemented
  // Only what cannot be looked at any more is equal by identity: an item that is no number is not equal to itself.
  if (self.isReleased && self === other) return op === EQ
  if (self.isReleased || (other instanceof PyMemoryView && other.isReleased)) return op === NE
  const view = viewOf(other)
  if (view === undefined) return NotImplemented
  const same = equalViews(self, view)
  view.release()
  return same === (op === EQ)
}

memoryviewType.length = (self: PyMemoryView) => {
  checkReleased(self)
  return self.shape.length === 0 ? raiseTypeError('0-dim memory has no length') : self.shape[0]!
}
memoryviewType.subscript = getItem
memoryviewType.assSubscript = assignItem
memoryviewType.iter = (self: PyMemoryView) => {
  checkReleased(self)
  if (self.shape.length === 0) raiseTypeError('invalid indexing of 0-dim memory')
  supportedFormat(self.format)
  return new PyMemoryIterator(self)
}
memoryIteratorType.iter = self => self
memoryIteratorType.iternext = (self: PyMemoryIterator) => {
  const { view, index } = self
  if (view === null) return undefined
  checkReleased(view)
  if (index >= view.shape[0]!) {
    self.view = null
    return undefined
  }
  self.index = index + 1
  return readAt(view, index)
}

/** Nested lists, one level for each dimension. */
function listOf(view: PyMemoryView): Value {
  checkReleased(view)
  const format = supportedFormat(view.format)
  const { memory, shape, strides } = view
  const list = (dimension: number, offset: number): Value => {
    if (dimension === shape.length) return readItem(memory, offset, format)
    const items: Value[] = []
    for (let i = 0; i < shape[dimension]!; i++) items.push(list(dimension + 1, offset + i * strides[dimension]!))
    return new PyList(items)
  }
  return list(0, view.offset)
}

function toBytes(view: PyMemoryView, order: string | null): PyBytes {
  checkReleased(view)
  const wanted = order ?? 'C'
  if (wanted !== 'C' && wanted !== 'F' && wanted !== 'A') raise(valueErrorType, "order must be 'C', 'F' or 'A'")
  if (wanted === 'C' || (wanted === 'A' && !isFortranContiguous(view))) return new PyBytes(bytesOfView(view).slice())
  const bytes = new Uint8Array(byteLength(view))
  const reversed: ViewLayout = {
    ...viewLayout(view),
    shape: [...view.shape].reverse(),
    strides: [...view.strides].reverse(),
  }
  let at = 0
  forEachOffset(reversed, offset => {
    for (let i = 0; i < view.itemsize; i++) bytes[at++] = view.memory[offset + i]!
  })
  return new PyBytes(bytes)
}

function viewLayout({ format, itemsize, shape, strides, offset, isReadonly }: PyMemoryView): ViewLayout {
  return { format, itemsize, shape, strides, offset, isReadonly }
}

function release(self: PyMemoryView): void {
  if (self.exports > 0)
    raise(bufferErrorType, `memoryview has ${self.exports} exported buffer${self.exports === 1 ? '' : 's'}`)
  self.release()
}

function indexOfItem(self: PyMemoryView, value: Value, start: number, stop: number): number {
  checkReleased(self)
  const length = self.shape[0] ?? 0
  const from = start < 0 ? Math.max(start + length, 0) : start
  const to = stop < 0 ? Math.max(stop + length, 0) : Math.min(stop, length)
  for (let i = from; i < to; i++) if (equals(readAt(self, i), value)) return i
  raise(valueErrorType, 'memoryview.index(x): x not found')
}

/** An attribute that a released view does not have any more. */
const property = (name: string, get: (self: PyMemoryView) => Value, doc: string) =>
  [
    name,
    (self: PyMemoryView) => {
      checkReleased(self)
      return get(self)
    },
    null,
    doc,
  ] as const

const properties = () => [
  property('obj', self => self.managed.owner, 'The underlying object of the memoryview.'),
  property(
    'nbytes',
    byteLength,
    'The amount of space in bytes that the array would use in\n a contiguous representation.',
  ),
  property('readonly', self => self.isReadonly, 'A bool indicating whether the memory is read only.'),
  property('itemsize', self => self.itemsize, 'The size in bytes of each element of the memoryview.'),
  property(
    'format',
    self => self.format,
    'A string containing the format (in struct module style)\n for each element in the view.',
  ),
  property(
    'ndim',
    self => self.shape.length,
    'An integer indicating how many dimensions of a multi-dimensional\n array the memory represents.',
  ),
  property(
    'shape',
    self => new PyTuple(self.shape),
    'A tuple of ndim integers giving the shape of the memory\n as an N-dimensional array.',
  ),
  property(
    'strides',
    self => new PyTuple(self.strides),
    'A tuple of ndim integers giving the size in bytes to access\n each element for each dimension of the array.',
  ),
  property('suboffsets', () => new PyTuple([]), 'A tuple of integers used internally for PIL-style arrays.'),
  property('c_contiguous', isContiguous, 'A bool indicating whether the memory is C contiguous.'),
  property('f_contiguous', isFortranContiguous, 'A bool indicating whether the memory is Fortran contiguous.'),
  property(
    'contiguous',
    self => isContiguous(self) || isFortranContiguous(self),
    'A bool indicating whether the memory is contiguous.',
  ),
]

defineType(memoryviewType, {
  signature: '(object)',
  doc: 'Create a new memoryview object which references the given object.',
  methods: () => [
    builtin('release($self, /)', release, 'Release the underlying buffer exposed by the memoryview object.'),
    builtin(
      "tobytes($self, /, order: text? = 'C')",
      toBytes,
      "Return the data in the buffer as a byte string.\n\nOrder can be {'C', 'F', 'A'}.",
    ),
    builtin(
      'hex($self, /, sep=<unrepresentable>, bytes_per_sep=1)',
      (self: PyMemoryView, sep: Value | undefined, size: Value) => hexOf(bytesOfView(self), sep, size),
      'Return the data in the buffer as a str of hexadecimal numbers.',
    ),
    builtin('tolist($self, /)', listOf, 'Return the data in the buffer as a list of elements.'),
    builtin(
      'cast($self, /, format: text, shape=<unrepresentable>)',
      castView,
      'Cast a memoryview to a new format or shape.',
    ),
    builtin(
      'toreadonly($self, /)',
      (self: PyMemoryView) => {
        checkReleased(self)
        return new PyMemoryView(self.managed, { ...viewLayout(self), isReadonly: true })
      },
      'Return a readonly version of the memoryview.',
    ),
    builtin(
      'count($self, value, /)',
      (self: PyMemoryView, value: Value) => {
        checkReleased(self)
        let count = 0
        for (let i = 0; i < self.shape[0]!; i++) if (equals(readAt(self, i), value)) count++
        return count
      },
      'Count the number of occurrences of a value.',
    ),
    builtin(
      'index($self, value, start: index = 0, stop: index = sys.maxsize, /)',
      indexOfItem,
      'Return the index of the first occurrence of a value.\n\nRaises ValueError if the value is not present.',
    ),
    builtin('__enter__($self, /)', (self: PyMemoryView) => {
      checkReleased(self)
      return self
    }),
    builtin(
      '__exit__($self, /, *exc_info)',
      release,
      'Release the underlying buffer exposed by the memoryview object.',
    ),
    ...bufferMethods(),
  ],
  classMethods: () => [
    classGetItem(),
    builtin(
      '_from_flags($type, /, object, flags: ssize)',
      (_type: Value, object: Value, flags: number) => viewWithFlags(object, flags),
      'Create a new memoryview object which references the given object.',
    ),
  ],
  getset: properties,
})
