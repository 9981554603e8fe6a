// Hot.
/**
 * range, and its iterators.
 *
 * The bounds are ints of any size. An iterator of small ints holds three numbers, which the interpreter's FOR_ITER_RANGE reads and
 * writes itself; a range that leaves the safe range is walked by `PyLongRangeIterator`.
 */
import { changing } from '../base/fields.ts'
import { add, floordiv, mul, sub } from '../base/int.ts'
import type { PyType } from './type.ts'
import type { Attributes } from './instance.ts'
import { builtinType, rangeType } from './builtin-types.ts'
import { PyObject, type Int, type Value, isPyObject } from './value.ts'

export class PyRange extends PyObject {
  readonly start: Int
  readonly stop: Int
  readonly step: Int
  /** How many ints. */
  readonly count: Int
  constructor(start: Int, stop: Int, step: Int) {
    super(rangeType)
    this.start = start
    this.stop = stop
    this.step = step
    this.count = rangeCount(start, stop, step)
  }

  /** The int at `index`, which is within bounds. */
  at(index: Int): Int {
    const { start, step } = this
    if (typeof start === 'number' && step === 1 && typeof index === 'number') return add(start, index)
    return add(start, mul(index, step))
  }
}

function rangeCount(start: Int, stop: Int, step: Int): Int {
  if (step > 0) return start < stop ? add(floordiv(sub(sub(stop, start), 1), step), 1) : 0
  return stop < start ? add(floordiv(sub(sub(start, stop), 1), sub(0, step)), 1) : 0
}

/** Iterates while `current` has not reached `stop`; `stop` lies exactly on a step, so `!==` is the test in both directions. */
export class PyRangeIterator {
  type: PyType
  attributes: Attributes | null
  /** What the next item is. */
  current: number
  /** What `current` is after the last item. */
  readonly stop: number
  readonly step: number
  /** Has nobody but a loop it (`loopIterator`)? */
  isOwn: boolean
  constructor(current: number, stop: number, step: number) {
    this.isOwn = false
    this.type = rangeIteratorType
    this.attributes = null
    this.current = current
    this.stop = stop
    this.step = step
  }

  get remaining(): number {
    return (this.stop - this.current) / this.step
  }
}
isPyObject(PyRangeIterator)

/** Iterates a range whose ints, or the one after the last, are not all numbers. */
export class PyLongRangeIterator extends PyObject {
  readonly start: Int
  readonly step: Int
  readonly count: Int
  index: Int
  constructor(start: Int, step: Int, count: Int) {
    super(longRangeIteratorType)
    this.start = start
    this.step = step
    this.count = count
    this.index = 0
  }
}

export const rangeIteratorType = builtinType('range_iterator')
changing(new PyRangeIterator(0, 1, 1), { current: 1, isOwn: true })
export const longRangeIteratorType = builtinType('longrange_iterator')

rangeIteratorType.iter = self => self
rangeIteratorType.iternext = (self: PyRangeIterator): Value | undefined => {
  const { current } = self
  if (current === self.stop) return undefined
  self.current = current + self.step
  return current
}

longRangeIteratorType.iter = self => self
longRangeIteratorType.iternext = (self: PyLongRangeIterator): Value | undefined => {
  const { index } = self
  if (index >= self.count) return undefined
  self.index = add(index, 1)
  return add(self.start, mul(index, self.step))
}

/** An iterator over `count` ints from `start`. */
export function iterateRange(start: Int, step: Int, count: Int): PyRangeIterator | PyLongRangeIterator {
  if (typeof start === 'number' && typeof step === 'number' && typeof count === 'number') {
    const end = start + count * step
    if (Number.isSafeInteger(end)) return new PyRangeIterator(start, end, step)
  }
  return new PyLongRangeIterator(start, step, count)
}

rangeType.iter = (self: PyRange): Value => iterateRange(self.start, self.step, self.count)
