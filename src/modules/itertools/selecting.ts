// Hot.
/** itertools that leave items out or make others of them: accumulate, compress, dropwhile, takewhile, filterfalse, islice, starmap. */
import { boolType, typeOf } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { raise, raised } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { getIter, itemsOf } from '../../objects/iteration.ts'
import { addValues, indexOf } from '../../objects/operators.ts'
import { truth } from '../../objects/truth.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { PyType } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { declare, declarePositional, endingOnStopIteration, iteratorType } from './iterator-type.ts'

export const accumulateType = iteratorType('accumulate')
export const compressType = iteratorType('compress')
export const dropWhileType = iteratorType('dropwhile')
export const takeWhileType = iteratorType('takewhile')
export const filterFalseType = iteratorType('filterfalse')
export const isliceType = iteratorType('islice')
export const starmapType = iteratorType('starmap')

class PyAccumulate extends PyObject {
  readonly iterator: Value
  readonly func: Value
  total: Value | undefined
  /** Given before anything is read; None when there is none. */
  initial: Value
  constructor(iterator: Value, func: Value, initial: Value, type: PyType) {
    super(type)
    this.iterator = iterator
    this.func = func
    this.total = undefined
    this.initial = initial
  }
}

declare(
  accumulateType,
  '(iterable, func=None, *, initial=None)',
  (type: PyType, iterable: Value, func: Value, initial: Value) =>
    new PyAccumulate(getIter(iterable), func, initial, type),
  'Return series of accumulated sums.',
)
accumulateType.iternext = endingOnStopIteration((self: PyAccumulate) => {
  if (self.initial !== null) {
    self.total = self.initial
    self.initial = null
    return self.total
  }
  const { iterator, func, total } = self
  const item = typeOf(iterator).iternext!(iterator)
  if (item === undefined) return undefined
  if (total === undefined) self.total = item
  else self.total = func === null ? addValues(total, item) : call(func, [total, item])
  return self.total
})

class PyCompress extends PyObject {
  readonly data: Value
  readonly selectors: Value
  constructor(data: Value, selectors: Value, type: PyType) {
    super(type)
    this.data = data
    this.selectors = selectors
  }
}

declare(
  compressType,
  '(data, selectors)',
  (type: PyType, data: Value, selectors: Value) => new PyCompress(getIter(data), getIter(selectors), type),
  `Return data elements corresponding to true selector elements.

Forms a shorter iterator from selected data elements using the selectors to
choose the data elements.`,
)
compressType.iternext = ({ data, selectors }: PyCompress) => {
  const nextData = typeOf(data).iternext!
  const nextSelector = typeOf(selectors).iternext!
  for (;;) {
    const item = nextData(data)
    if (item === undefined) return undefined
    const selector = nextSelector(selectors)
    if (selector === undefined) return undefined
    if (truth(selector)) return item
  }
}

/** What dropwhile, takewhile, filterfalse and starmap consist of. */
class PyFunctionIterator extends PyObject {
  readonly func: Value
  readonly iterator: Value
  /** Has the predicate been false once? */
  switched: boolean
  constructor(func: Value, iterator: Value, type: PyType) {
    super(type)
    this.func = func
    this.iterator = iterator
    this.switched = false
  }
}

const construct = (type: PyType, func: Value, iterable: Value): Value =>
  new PyFunctionIterator(func, getIter(iterable), type)

declarePositional(
  dropWhileType,
  '(predicate, iterable, /)',
  [2, 2],
  construct as (type: PyType, ...args: Value[]) => Value,
  `Drop items from the iterable while predicate(item) is true.

Afterwards, return every element until the iterable is exhausted.`,
)
dropWhileType.iternext = endingOnStopIteration((self: PyFunctionIterator) => {
  const { func, iterator } = self
  const next = typeOf(iterator).iternext!
  for (;;) {
    const item = next(iterator)
    if (item === undefined || self.switched) return item
    if (!truth(call(func, [item]))) {
      self.switched = true
      return item
    }
  }
})

declarePositional(
  takeWhileType,
  '(predicate, iterable, /)',
  [2, 2],
  construct as (type: PyType, ...args: Value[]) => Value,
  'Return successive entries from an iterable as long as the predicate evaluates to true for each entry.',
)
takeWhileType.iternext = endingOnStopIteration((self: PyFunctionIterator) => {
  if (self.switched) return undefined
  const { func, iterator } = self
  const item = typeOf(iterator).iternext!(iterator)
  if (item === undefined || truth(call(func, [item]))) return item
  self.switched = true
  return undefined
})

declarePositional(
  filterFalseType,
  '(function, iterable, /)',
  [2, 2],
  construct as (type: PyType, ...args: Value[]) => Value,
  `Return those items of iterable for which function(item) is false.

If function is None, return the items that are false.`,
)
filterFalseType.iternext = endingOnStopIteration(({ func, iterator }: PyFunctionIterator) => {
  const next = typeOf(iterator).iternext!
  const byTruth = func === null || func === boolType
  for (;;) {
    const item = next(iterator)
    if (item === undefined) return undefined
    if (!truth(byTruth ? item : call(func, [item]))) return item
  }
})

declarePositional(
  starmapType,
  '(function, iterable, /)',
  [2, 2],
  construct as (type: PyType, ...args: Value[]) => Value,
  'Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.',
)
starmapType.iternext = endingOnStopIteration(({ func, iterator }: PyFunctionIterator) => {
  const args = typeOf(iterator).iternext!(iterator)
  if (args === undefined) return undefined
  return call(func, args instanceof PyTuple ? args.items.slice() : itemsOf(args))
})

class PyIslice extends PyObject {
  iterator: Value | undefined
  /** Index of the next item to give; Infinity for no end. */
  next: number
  readonly stop: number
  readonly step: number
  /** How many items have been read. */
  count: number
  constructor(iterator: Value, start: number, stop: number, step: number, type: PyType) {
    super(type)
    this.iterator = iterator
    this.next = start
    this.stop = stop
    this.step = step
    this.count = 0
  }
}

/** A bound of islice: null stands for `absent`, −1 for one that is not acceptable. */
function bound(value: Value | undefined, absent: number): number {
  if (value === null || value === undefined) return absent
  try {
    const index = indexOf(value)
    if (typeof index === 'number') return index
    return index > 0n && index < 2n ** 63n ? Number.MAX_SAFE_INTEGER : -1
  } catch (thrown) {
    raised(thrown)
    return -1
  }
}

const range = 'must be None or an integer: 0 <= x <= sys.maxsize.'

declarePositional(
  isliceType,
  '',
  [2, 4],
  (type, iterable, ...bounds) => {
    const hasStart = bounds.length > 1
    const stop = bound(hasStart ? bounds[1] : bounds[0], Number.POSITIVE_INFINITY)
    const start = hasStart ? bound(bounds[0], 0) : 0
    const isStopBad = stop < 0 && (!hasStart || bound(bounds[1], 0) < 0)
    if (isStopBad) raise(valueErrorType, `Stop argument for islice() ${range}`)
    if (start < 0) raise(valueErrorType, `Indices for islice() ${range}`)
    const step = bound(bounds[2], 1)
    if (step < 1) raise(valueErrorType, 'Step for islice() must be a positive integer or None.')
    return new PyIslice(getIter(iterable!), start, stop, step, type)
  },
  `islice(iterable, stop) --> islice object
islice(iterable, start, stop[, step]) --> islice object

Return an iterator whose next() method returns selected values from an
iterable.  If start is specified, will skip all preceding elements;
otherwise, start defaults to zero.  Step defaults to one.  If
specified as another value, step determines how many values are
skipped between successive calls.  Works like a slice() on a list
but returns an iterator.`,
)
isliceType.iternext = (self: PyIslice) => {
  const { iterator, stop } = self
  if (iterator === undefined) return undefined
  const next = typeOf(iterator).iternext!
  while (self.count < self.next) {
    if (next(iterator) === undefined) return finish(self)
    self.count++
  }
  if (self.count >= stop) return finish(self)
  const item = next(iterator)
  if (item === undefined) return finish(self)
  self.count++
  self.next = Math.min(self.next + self.step, stop)
  return item
}

function finish(self: PyIslice): undefined {
  self.iterator = undefined
}
