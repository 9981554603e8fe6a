// Hot.
/**
 * itertools that share what they read: groupby with its groups, tee with its branches.
 *
 * A group reads from its groupby, which knows the key of the group that it gave last: an older group finds itself no longer
 * current and is exhausted. The branches of a tee walk one linked list of what has been read; who comes to its end reads on, and
 * what everybody has passed, the engine collects.
 */
import { findAttribute } from '../../objects/attribute.ts'
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { equals } from '../../objects/compare.ts'
import { defineType } from '../../objects/define.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { runtimeErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { getIter } from '../../objects/iteration.ts'
import { builtin } from '../../objects/signature.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { declare, declarePositional, endingOnStopIteration, iteratorType } from './iterator-type.ts'

export const groupbyType = iteratorType('groupby')
export const grouperType = builtinType('_grouper', { module: 'itertools' })
export const teeType = builtinType('_tee', { module: 'itertools', flags: TypeFlags.weakref })

class PyGroupby extends PyObject {
  readonly iterator: Value
  readonly key: Value
  /** Key and item read last, before anybody took them. */
  currentKey: Value | undefined
  currentItem: Value | undefined
  /** Key of the group given last. */
  targetKey: Value | undefined
  group: PyGroup | null
  constructor(iterator: Value, key: Value, type: PyType) {
    super(type)
    this.iterator = iterator
    this.key = key
    this.currentKey = undefined
    this.currentItem = undefined
    this.targetKey = undefined
    this.group = null
  }

  /** Reads the next item; false at the end. */
  step(): boolean {
    const { iterator, key } = this
    const item = typeOf(iterator).iternext!(iterator)
    if (item === undefined) return false
    this.currentKey = key === null ? item : call(key, [item])
    this.currentItem = item
    return true
  }
}

class PyGroup extends PyObject {
  readonly parent: PyGroupby
  readonly key: Value
  constructor(parent: PyGroupby, key: Value) {
    super(grouperType)
    this.parent = parent
    this.key = key
  }
}

declare(
  groupbyType,
  '(iterable, key=None)',
  (type: PyType, iterable: Value, key: Value) => new PyGroupby(getIter(iterable), key, type),
  `make an iterator that returns consecutive keys and groups from the iterable

  iterable
    Elements to divide into groups according to the key function.
  key
    A function for computing the group category for each element.
    If the key function is not specified or is None, the element itself
    is used for grouping.`,
)
groupbyType.iternext = endingOnStopIteration((self: PyGroupby) => {
  self.group = null
  // Skips what is left of the last group.
  for (;;) {
    const { currentKey, targetKey } = self
    if (currentKey !== undefined && (targetKey === undefined || !equals(targetKey, currentKey))) break
    if (!self.step()) return undefined
  }
  const key = self.currentKey!
  self.targetKey = key
  self.group = new PyGroup(self, key)
  return new PyTuple([key, self.group])
})

grouperType.iter = self => self
grouperType.new = (_type, args) => {
  const [parent, key] = args
  if (!(parent instanceof PyGroupby)) raiseTypeError('_grouper() argument 1 must be itertools.groupby')
  return new PyGroup(parent, key ?? null)
}
grouperType.iternext = endingOnStopIteration((self: PyGroup) => {
  const { parent } = self
  if (parent.group !== self) return undefined
  if (parent.currentItem === undefined && !parent.step()) return undefined
  if (!equals(self.key, parent.currentKey!)) return undefined
  const item = parent.currentItem
  parent.currentItem = undefined
  return item
})
defineType(grouperType, {})

/** One item that a tee has read, and the next; the last link has neither until somebody reads on. */
class Link {
  item: Value | undefined
  next: Link | null
  constructor() {
    this.item = undefined
    this.next = null
  }
}

/** What the branches of a tee read from. */
class TeeSource {
  readonly iterator: Value
  isRunning: boolean
  constructor(iterator: Value) {
    this.iterator = iterator
    this.isRunning = false
  }

  read(): Value | undefined {
    if (this.isRunning) raise(runtimeErrorType, 'cannot re-enter the tee iterator')
    this.isRunning = true
    try {
      return typeOf(this.iterator).iternext!(this.iterator)
    } finally {
      this.isRunning = false
    }
  }
}

class PyTee extends PyObject {
  readonly source: TeeSource
  link: Link
  constructor(source: TeeSource, link: Link) {
    super(teeType)
    this.source = source
    this.link = link
  }
}

const teeOf = (iterable: Value): PyTee => {
  const iterator = getIter(iterable)
  if (iterator instanceof PyTee) return copyTee(iterator)
  return new PyTee(new TeeSource(iterator), new Link())
}

const copyTee = (self: PyTee): PyTee => new PyTee(self.source, self.link)

teeType.iter = self => self
teeType.iternext = (self: PyTee) => {
  const { link } = self
  if (link.next === null) {
    const item = self.source.read()
    if (item === undefined) return undefined
    link.item = item
    link.next = new Link()
  }
  self.link = link.next
  return link.item
}
declarePositional(
  teeType,
  '(iterable, /)',
  [1, 1],
  (_type, iterable) => teeOf(iterable!),
  'Iterator wrapped to make it copyable.',
  { methods: () => [builtin('__copy__($self, /)', copyTee, 'Returns an independent iterator.')] },
)

export const tee = builtin(
  'tee($module, iterable, n: ssize = 2, /)',
  (iterable: Value, count: number) => {
    if (count < 0) raise(valueErrorType, 'n must be >= 0')
    if (count === 0) return new PyTuple([])
    const iterator = getIter(iterable)
    const copied = findAttribute(iterator, '__copy__') === undefined ? teeOf(iterator) : iterator
    const branches: Value[] = []
    for (let i = 0; i < count; i++)
      branches.push(i === 0 && !(iterator instanceof PyTee) ? copied : call(findAttribute(copied, '__copy__')!, []))
    return new PyTuple(branches)
  },
  'Returns a tuple of n independent iterators.',
)
