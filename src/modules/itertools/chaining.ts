// Hot.
/** itertools that pass items on, from one iterable after another or two by two: chain, zip_longest, pairwise, batched. */
import { typeOf } from '../../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { getIter } from '../../objects/iteration.ts'
import { builtin } from '../../objects/signature.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { PyType } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { classGetItem } from '../../builtins/class-getitem.ts'
import { positionalOf, rejectKeywords } from '../../builtins/constructor-arguments.ts'
import { defineType } from '../../objects/define.ts'
import { declare, declarePositional, iteratorType } from './iterator-type.ts'

export const chainType = iteratorType('chain')
export const zipLongestType = iteratorType('zip_longest')
export const pairwiseType = iteratorType('pairwise')
export const batchedType = iteratorType('batched')

class PyChain extends PyObject {
  /** Iterates the iterables; undefined after the last. */
  source: Value | undefined
  active: Value | undefined
  constructor(source: Value, type: PyType) {
    super(type)
    this.source = source
    this.active = undefined
  }
}

chainType.new = (type, args, keywords) => {
  rejectKeywords(type, chainType, keywords)
  return new PyChain(getIter(new PyTuple(positionalOf(args, keywords))), type)
}
chainType.iternext = (self: PyChain) => {
  for (;;) {
    let { active } = self
    if (active === undefined) {
      const { source } = self
      if (source === undefined) return undefined
      const iterable = typeOf(source).iternext!(source)
      if (iterable === undefined) {
        self.source = undefined
        return undefined
      }
      try {
        active = getIter(iterable)
      } catch (thrown) {
        self.source = undefined
        throw thrown
      }
      self.active = active
    }
    const item = typeOf(active).iternext!(active)
    if (item !== undefined) return item
    self.active = undefined
  }
}
defineType(chainType, {
  signature: '(*iterables)',
  doc: `Return a chain object whose .__next__() method returns elements from the
first iterable until it is exhausted, then elements from the next
iterable, until all of the iterables are exhausted.`,
  classMethods: () => [
    builtin(
      'from_iterable($type, iterable, /)',
      (type: PyType, iterable: Value) => new PyChain(getIter(iterable), type),
      'Alternative chain() constructor taking a single iterable argument that evaluates lazily.',
    ),
    classGetItem(),
  ],
})

class PyZipLongest extends PyObject {
  /** Undefined where exhausted. */
  readonly iterators: (Value | undefined)[]
  active: number
  readonly fill: Value
  constructor(iterators: Value[], fill: Value, type: PyType) {
    super(type)
    this.iterators = iterators
    this.active = iterators.length
    this.fill = fill
  }
}

zipLongestType.new = (type, args, keywords) => {
  let fill: Value = null
  if (keywords !== null && keywords.length > 0) {
    if (keywords.length > 1 || keywords[0] !== 'fillvalue')
      raiseTypeError('zip_longest() got an unexpected keyword argument')
    fill = args[args.length - 1]!
  }
  return new PyZipLongest(positionalOf(args, keywords).map(getIter), fill, type)
}
zipLongestType.iternext = (self: PyZipLongest) => {
  const { iterators, fill } = self
  const { length } = iterators
  if (self.active === 0) return undefined
  const items: Value[] = []
  for (let i = 0; i < length; i++) {
    const iterator = iterators[i]
    let item: Value | undefined = fill
    if (iterator !== undefined) {
      item = nextOrGiveUp(self, iterator)
      if (item === undefined) {
        if (--self.active === 0) return undefined
        iterators[i] = undefined
        item = fill
      }
    }
    items.push(item)
  }
  return new PyTuple(items)
}

/** After an exception nothing more comes. */
function nextOrGiveUp(self: PyZipLongest, iterator: Value): Value | undefined {
  try {
    return typeOf(iterator).iternext!(iterator)
  } catch (thrown) {
    self.active = 0
    throw thrown
  }
}
defineType(zipLongestType, {
  signature: '(*iterables, fillvalue=None)',
  doc: `Return a zip_longest object whose .__next__() method returns a tuple where
the i-th element comes from the i-th iterable argument.  The .__next__()
method continues until the longest iterable in the argument sequence
is exhausted and then it raises StopIteration.  When the shorter iterables
are exhausted, the fillvalue is substituted in their place.  The fillvalue
defaults to None or can be specified by a keyword argument.`,
})

class PyPairwise extends PyObject {
  iterator: Value | undefined
  previous: Value | undefined
  constructor(iterator: Value, type: PyType) {
    super(type)
    this.iterator = iterator
    this.previous = undefined
  }
}

declarePositional(
  pairwiseType,
  '(iterable, /)',
  [1, 1],
  (type, iterable) => new PyPairwise(getIter(iterable!), type),
  `Return an iterator of overlapping pairs taken from the input iterator.

    s -> (s0,s1), (s1,s2), (s2, s3), ...`,
)
pairwiseType.iternext = (self: PyPairwise) => {
  const { iterator } = self
  if (iterator === undefined) return undefined
  const next = typeOf(iterator).iternext!
  let { previous } = self
  if (previous === undefined) {
    previous = next(iterator)
    // Reading the first item may have advanced this very iterator.
    if (self.iterator === undefined || previous === undefined) {
      self.iterator = undefined
      return undefined
    }
    self.previous = previous
  }
  const item = next(iterator)
  if (item === undefined) {
    self.iterator = undefined
    self.previous = undefined
    return undefined
  }
  self.previous = item
  return new PyTuple([previous, item])
}

class PyBatched extends PyObject {
  iterator: Value | undefined
  readonly size: number
  readonly strict: boolean
  constructor(iterator: Value, size: number, strict: boolean, type: PyType) {
    super(type)
    this.iterator = iterator
    this.size = size
    this.strict = strict
  }
}

declare(
  batchedType,
  '(iterable, n: ssize, *, strict: bool = False)',
  (type: PyType, iterable: Value, size: number, strict: boolean) => {
    if (size < 1) raise(valueErrorType, 'n must be at least one')
    return new PyBatched(getIter(iterable), size, strict, type)
  },
  `Batch data into tuples of length n. The last batch may be shorter than n.

Loops over the input iterable and accumulates data into tuples up to size n.
The input is consumed lazily, just enough to fill a batch, which is returned as
soon as it is full or when the input iterable is exhausted.

If "strict" is True, raises a ValueError if the final batch is shorter than n.`,
)
batchedType.iternext = (self: PyBatched) => {
  const { iterator, size } = self
  if (iterator === undefined) return undefined
  const next = typeOf(iterator).iternext!
  const items: Value[] = []
  while (items.length < size) {
    const item = next(iterator)
    if (item === undefined) {
      self.iterator = undefined
      if (items.length === 0) return undefined
      if (self.strict) raise(valueErrorType, 'batched(): incomplete batch')
      break
    }
    items.push(item)
  }
  return new PyTuple(items)
}
