/** slice objects: constructor, comparison, `indices`. As Objects/sliceobject.c. What a slice selects is in objects/slice.ts. */
import { hashSlice } from '../base/hash.ts'
import { add, sub } from '../base/int.ts'
import { sliceType } from '../objects/builtin-types.ts'
import { equals, richCompare } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { raise } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { hashOf } from '../objects/hash.ts'
import { NotImplemented } from '../objects/number.ts'
import { indexOf } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import { EQ, NE, type CompareOp } from '../objects/slots.ts'
import { PySlice } from '../objects/slice.ts'
import { reprText } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { strOf } from '../objects/str.ts'
import type { Int, Value } from '../objects/value.ts'
import { checkCount, rejectKeywords } from './constructor-arguments.ts'

sliceType.new = (type, args, keywords) => {
  rejectKeywords(type, sliceType, keywords)
  checkCount('slice', args, 1, 3)
  return args.length === 1 ? new PySlice(null, args[0]!, null) : new PySlice(args[0]!, args[1]!, args[2] ?? null)
}

const partsOf = ({ start, stop, step }: PySlice): Value[] => [start, stop, step]

sliceType.repr = (self: PySlice) => strOf(`slice(${partsOf(self).map(reprText).join(', ')})`)
sliceType.hash = (self: PySlice) => hashSlice(partsOf(self).map(hashOf))

/** As the tuples of the parts. */
sliceType.richcompare = (self: PySlice, other: Value, op: CompareOp) => {
  if (!(other instanceof PySlice)) return NotImplemented
  if (self === other) return op === 1 || op === 2 || op === 5
  const a = partsOf(self)
  const b = partsOf(other)
  for (let i = 0; i < 3; i++) {
    if (equals(a[i]!, b[i]!)) continue
    if (op === EQ || op === NE) return op === NE
    return richCompare(a[i]!, b[i]!, op)
  }
  return op === 1 || op === 2 || op === 5
}

export interface LongSliceIndices {
  readonly start: Int
  readonly stop: Int
  readonly step: Int
}

const notAnIndex = (): string => 'slice indices must be integers or None or have an __index__ method'

/** What `slice.indices(length)` answers, for lengths of any size. As _PySlice_GetLongIndices. */
export function longSliceIndices(slice: PySlice, length: Int): LongSliceIndices {
  const step = slice.step === null ? 1 : indexOf(slice.step, notAnIndex)
  if (step === 0) raise(valueErrorType, 'slice step cannot be zero')
  const lower: Int = step < 0 ? -1 : 0
  const upper = step < 0 ? sub(length, 1) : length
  const start = slice.start === null ? (step < 0 ? upper : lower) : clip(slice.start, length, lower, upper)
  const stop = slice.stop === null ? (step < 0 ? lower : upper) : clip(slice.stop, length, lower, upper)
  return { start, stop, step }
}

function clip(value: Value, length: Int, lower: Int, upper: Int): Int {
  const index = indexOf(value, notAnIndex)
  if (index < 0) {
    const fromEnd = add(index, length)
    return fromEnd < lower ? lower : fromEnd
  }
  return index > upper ? upper : index
}

function indices(self: PySlice, lengthValue: Value): Value {
  const length = indexOf(lengthValue)
  if (length < 0) raise(valueErrorType, 'length should not be negative')
  const { start, stop, step } = longSliceIndices(self, length)
  return new PyTuple([start, stop, step])
}

defineType(sliceType, {
  doc: `slice(stop)
slice(start, stop[, step])

What stands between the brackets of a[0:10:2].`,
  methods: () => [
    builtin(
      'indices($self, object, /)',
      indices,
      'S.indices(len) -> (start, stop, stride)\n\nThe start and stop, and the stride, of what S selects from a sequence of length len.',
    ),
    builtin('__reduce__($self, /)', (self: PySlice) => new PyTuple([sliceType, new PyTuple(partsOf(self))])),
  ],
  members: () => [
    ['start', (self: PySlice) => self.start],
    ['stop', (self: PySlice) => self.stop],
    ['step', (self: PySlice) => self.step],
  ],
})
