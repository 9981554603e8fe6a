/**
 * slice, and what a slice of a sequence selects.
 *
 * As PySlice_Unpack and PySlice_AdjustIndices (Objects/sliceobject.c): the bounds are clipped to what an index can be, then to the
 * sequence. `count` items are selected: `start`, `start + step`, …; an empty selection keeps `start` as the place where an
 * assignment inserts.
 */
import { sliceType } from './builtin-types.ts'
import type { PyType } from './type.ts'
import type { Attributes } from './instance.ts'
import { raise } from './exception.ts'
import { valueErrorType } from './exception-types.ts'
import { indexOf } from './operators.ts'
import { type Value, isPyObject } from './value.ts'

export class PySlice {
  type: PyType
  attributes: Attributes | null
  readonly start: Value
  readonly stop: Value
  readonly step: Value
  constructor(start: Value, stop: Value, step: Value) {
    this.type = sliceType
    this.attributes = null
    this.start = start
    this.stop = stop
    this.step = step
  }
}
isPyObject(PySlice)

export interface SliceIndices {
  readonly start: number
  readonly stop: number
  readonly step: number
  readonly count: number
}

const notAnIndex = (): string => 'slice indices must be integers or None or have an __index__ method'

/** A bound as a number, clipped to the safe range. */
export function sliceBound(value: Value): number {
  if (typeof value === 'number') return value
  const index = indexOf(value, notAnIndex)
  if (typeof index === 'number') return index
  return index > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER
}

/** `index` within a sequence of `length`: counted from its end if negative, then clipped to `low` and `high`. */
function within(index: number, length: number, low: number, high: number): number {
  return index < 0 ? Math.max(index + length, low) : Math.min(index, high)
}

/** What `slice` selects from a sequence of `length` items. Raises TypeError and ValueError. */
export function sliceIndices(slice: PySlice, length: number): SliceIndices {
  const step = slice.step === null ? 1 : sliceBound(slice.step)
  if (step === 0) raise(valueErrorType, 'slice step cannot be zero')
  // Both bounds are evaluated before either is related to the length, as in CPython: `__index__` may have effects.
  const from = slice.start === null ? null : sliceBound(slice.start)
  const to = slice.stop === null ? null : sliceBound(slice.stop)
  return adjustSlice(from, to, step, length)
}

/** The same from numbers, null for an absent bound; `step` is not 0. */
export function adjustSlice(from: number | null, to: number | null, step: number, length: number): SliceIndices {
  if (step > 0) {
    const start = from === null ? 0 : within(from, length, 0, length)
    const stop = to === null ? length : within(to, length, 0, length)
    return { start, stop, step, count: start < stop ? Math.floor((stop - start - 1) / step) + 1 : 0 }
  }
  const start = from === null ? length - 1 : within(from, length, -1, length - 1)
  const stop = to === null ? -1 : within(to, length, -1, length - 1)
  return { start, stop, step, count: stop < start ? Math.floor((start - stop - 1) / -step) + 1 : 0 }
}
