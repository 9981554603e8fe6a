// Hot.
/**
 * The slots and methods of set and frozenset. As Objects/setobject.c.
 *
 * A set that is looked for in a set is looked for as the frozenset that equals it.
 */
import { hashFrozenset } from '../base/hash.ts'
import { frozensetType, setType } from '../objects/builtin-types.ts'
import { callMethod } from '../objects/call.ts'
import { defineType } from '../objects/define.ts'
import { raise, raised, raiseTypeError } from '../objects/exception.ts'
import { keyErrorType, typeErrorType } from '../objects/exception-types.ts'
import { hashOf } from '../objects/hash.ts'
import { PySetIterator, setIteratorType } from '../objects/iterators.ts'
import { PyList } from '../objects/list.ts'
import { NotImplemented } from '../objects/number.ts'
import { type AnySet, isAnySet, PyFrozenset, PySet } from '../objects/set.ts'
import { builtin } from '../objects/signature.ts'
import type { Binary, CompareOp } from '../objects/slots.ts'
import { StrBuilder, type Str } from '../objects/str.ts'
import { guardedRepr, repr } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Int, Value } from '../objects/value.ts'
import { builtinFunctionNamed } from './builtin-lookup.ts'
import { classGetItem } from './class-getitem.ts'
import { checkCount, positionalOf, rejectKeywords } from './constructor-arguments.ts'
import * as algebra from './set-algebra.ts'

setType.new = type => new PySet(type)
setType.init = (self: PySet, args, keywords) => {
  if (keywords !== null && keywords.length > 0) raiseTypeError('set() takes no keyword arguments')
  checkCount('set', args, 0, 1)
  self.clear()
  if (args.length === 1) algebra.addAll(self, args[0]!)
}

frozensetType.new = (type, args, keywords) => {
  rejectKeywords(type, frozensetType, keywords)
  args = positionalOf(args, keywords)
  checkCount('frozenset', args, 0, 1)
  const iterable = args[0]
  if (type === frozensetType && iterable instanceof PyFrozenset && iterable.type === frozensetType) return iterable
  const result = new PyFrozenset(type)
  if (iterable !== undefined) algebra.addAll(result, iterable)
  return result
}

function reprOfSet(self: AnySet): Str {
  const name = typeName(self.type)
  if (self.size === 0) return `${name}()`
  return guardedRepr(self, `${name}(...)`, () => {
    const text = new StrBuilder()
    text.put(self.type === setType ? '{' : `${name}({`)
    const items = self.items()
    for (let i = 0; i < items.length; i++) {
      if (i > 0) text.put(', ')
      text.put(repr(items[i]!))
    }
    text.put(self.type === setType ? '}' : '})')
    return text.finish()
  })
}

/** Calls `find` with the set; if it is an unhashable one, with a frozenset of its items. */
function withFrozen<T>(item: PySet, find: (item: Value) => T): T {
  try {
    return find(item)
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(typeErrorType)) throw thrown
    return find(algebra.frozen(item))
  }
}

const contains = (self: AnySet, item: Value): boolean =>
  item instanceof PySet ? withFrozen(item, each => self.has(each)) : self.has(item)

const discard = (self: PySet, item: Value): boolean =>
  item instanceof PySet ? withFrozen(item, each => self.delete(each)) : self.delete(item)

function compare(self: AnySet, other: Value, op: CompareOp): Value {
  if (!isAnySet(other)) return NotImplemented
  switch (op) {
    case 0:
      return self.size < other.size && algebra.isSubset(self, other)
    case 1:
      return algebra.isSubset(self, other)
    case 2:
      return self.size === other.size && algebra.isSubset(self, other)
    case 3:
      return !(self.size === other.size && algebra.isSubset(self, other))
    case 4:
      return self.size > other.size && algebra.isSubset(other, self)
    default:
      return algebra.isSubset(other, self)
  }
}

/** An operator, unlike the method of the same meaning, takes nothing but sets. */
const operator =
  (apply: (left: AnySet, right: AnySet) => Value): Binary =>
  (left: Value, right: Value) =>
    isAnySet(left) && isAnySet(right) ? apply(left, right) : NotImplemented

const inplace =
  (apply: (self: PySet, other: Value) => void): Binary =>
  (self: Value, other: Value) => {
    if (!isAnySet(other)) return NotImplemented
    apply(self as PySet, other)
    return self
  }

function intersectAll(self: AnySet, others: Value[]): AnySet {
  if (others.length === 0) return algebra.copyOf(self)
  let result = self
  for (const other of others) result = algebra.intersection(result, other)
  return result
}

function subtractAll(self: AnySet, others: Value[]): AnySet {
  if (others.length === 0) return algebra.copyOf(self)
  let result = algebra.difference(self, others[0]!)
  for (const other of others.slice(1)) result = algebra.difference(result, other)
  return result
}

/** Makes the contents of `self` those of a new set. */
function replace(self: PySet, result: AnySet): void {
  if (result !== self) self.take(result)
}

for (const type of [setType, frozensetType]) {
  type.repr = reprOfSet
  type.length = (self: AnySet) => self.size
  type.contains = contains
  type.richcompare = compare
  type.or = operator((left, right) => algebra.union(left, [right]))
  type.and = operator(algebra.intersection)
  type.subtract = operator(algebra.difference)
  type.xor = operator(algebra.symmetricDifference)
}

setType.inplaceOr = inplace(algebra.addAll)
setType.inplaceAnd = inplace((self, other) => replace(self, algebra.intersection(self, other)))
setType.inplaceSubtract = inplace(algebra.removeAll)
setType.inplaceXor = inplace(algebra.toggleAll)

frozensetType.hash = (self: PyFrozenset): Int => (self.hash ??= hashOfItems(self))

function hashOfItems(self: PyFrozenset): Int {
  const hashes: Int[] = []
  for (const item of self.items()) hashes.push(hashOf(item))
  return hashFrozenset(hashes)
}

const reduce = (self: AnySet): Value =>
  new PyTuple([self.type, new PyTuple([new PyList(self.items())]), callMethod(self, '__getstate__')])

/** The methods of both types. */
const sharedMethods = () => [
  builtin('__contains__($self, object, /)', contains, 'x.__contains__(y) <==> y in x.'),
  builtin('__reduce__($self, /)', reduce, 'Return state information for pickling.'),
  builtin(
    '__sizeof__($self, /)',
    (self: AnySet) => (self.size < 5 ? 216 : 216 + 64 * self.size),
    'S.__sizeof__() -> size of S in memory, in bytes.',
  ),
  builtin(
    'difference($self, /, *others)',
    subtractAll,
    'Return a new set with elements in the set that are not in the others.',
  ),
  builtin(
    'intersection($self, /, *others)',
    intersectAll,
    'Return a new set with elements common to the set and all others.',
  ),
  builtin('isdisjoint($self, other, /)', algebra.isDisjoint, 'Return True if two sets have a null intersection.'),
  builtin('issubset($self, other, /)', algebra.isSubset, 'Report whether another set contains this set.'),
  builtin('issuperset($self, other, /)', algebra.isSuperset, 'Report whether this set contains another set.'),
  builtin(
    'symmetric_difference($self, other, /)',
    algebra.symmetricDifference,
    'Return a new set with elements in either the set or other but not both.',
  ),
  builtin('union($self, /, *others)', algebra.union, 'Return a new set with elements from the set and all others.'),
]

function remove(self: PySet, item: Value): void {
  if (!discard(self, item)) raise(keyErrorType, item)
}

function pop(self: PySet): Value {
  if (self.size === 0) raise(keyErrorType, 'pop from an empty set')
  return self.pop()
}

const updateWith =
  (apply: (self: PySet, other: Value) => void) =>
  (self: PySet, others: Value[]): void => {
    for (const other of others) apply(self, other)
  }

const updateMethods = () => [
  builtin(
    'add($self, object, /)',
    (self: PySet, item: Value) => self.add(item),
    'Add an element to a set.\n\nThis has no effect if the element is already present.',
  ),
  builtin('clear($self, /)', (self: PySet) => self.clear(), 'Remove all elements from this set.'),
  builtin('copy($self, /)', algebra.copyOf, 'Return a shallow copy of a set.'),
  builtin(
    'discard($self, object, /)',
    (self: PySet, item: Value) => void discard(self, item),
    'Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set.',
  ),
  builtin(
    'difference_update($self, /, *others)',
    updateWith(algebra.removeAll),
    'Update the set, removing elements found in others.',
  ),
  builtin(
    'intersection_update($self, /, *others)',
    (self: PySet, others: Value[]) => replace(self, intersectAll(self, others)),
    'Update the set, keeping only elements found in it and all others.',
  ),
  builtin('pop($self, /)', pop, 'Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty.'),
  builtin(
    'remove($self, object, /)',
    remove,
    'Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError.',
  ),
  builtin(
    'symmetric_difference_update($self, other, /)',
    algebra.toggleAll,
    'Update the set, keeping only elements found in either set, but not in both.',
  ),
  builtin('update($self, /, *others)', updateWith(algebra.addAll), 'Update the set, adding elements from all others.'),
]

defineType(setType, {
  signature: '(iterable=(), /)',
  doc: 'Build an unordered collection of unique elements.',
  methods: () => [...sharedMethods(), ...updateMethods()],
  classMethods: () => [classGetItem()],
})

defineType(frozensetType, {
  signature: '(iterable=(), /)',
  doc: 'Build an immutable unordered collection of unique elements.',
  methods: () => [
    ...sharedMethods(),
    builtin(
      'copy($self, /)',
      (self: PyFrozenset) => (self.type === frozensetType ? self : algebra.copyOf(self)),
      'Return a shallow copy of a set.',
    ),
  ],
  classMethods: () => [classGetItem()],
})

defineType(setIteratorType, {
  methods: () => [
    builtin(
      '__length_hint__($self, /)',
      ({ set, size, remaining }: PySetIterator) => (set === null || set.size !== size ? 0 : remaining),
      'Private method returning an estimate of len(list(it)).',
    ),
    builtin('__reduce__($self, /)', reduceIterator, 'Return state information for pickling.'),
  ],
})

/** As an iterator over a list of what is left; this one does not move. */
function reduceIterator(self: PySetIterator): Value {
  const rest: PySetIterator = Object.assign(Object.create(PySetIterator.prototype) as PySetIterator, self)
  const items: Value[] = []
  for (let item = setIteratorType.iternext!(rest); item !== undefined; item = setIteratorType.iternext!(rest))
    items.push(item)
  return new PyTuple([builtinFunctionNamed('iter'), new PyTuple([new PyList(items)])])
}
