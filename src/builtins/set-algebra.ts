// Hot.
/**
 * Set algebra: what the methods and operators of set, frozenset and the views of dict are made of. As Objects/setobject.c.
 *
 * Between two sets the smaller one is walked. An operand that is no set is iterated, once, and only hashable items may come out of
 * it. Of two equal items the one that CPython keeps is kept.
 */
import { dictType, listType } from '../objects/builtin-types.ts'
import { PyDict } from '../objects/dict.ts'
import { forEachItem } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { plainItems } from '../objects/plain-items.ts'
import { type AnySet, isAnySet, PyFrozenset, PySet } from '../objects/set.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

/** An empty set: a frozenset if `like` is one. Subclasses do not propagate. */
export const emptyLike = (like: AnySet): AnySet => (like instanceof PySet ? new PySet() : new PyFrozenset())

export function copyOf(self: AnySet): AnySet {
  const copy = emptyLike(self)
  copy.merge(self)
  return copy
}

export function union(self: AnySet, others: readonly Value[]): AnySet {
  const result = copyOf(self)
  for (const other of others) if (other !== self) addAll(result, other, result.size === self.size ? self : result)
  return result
}

/** The items of an iterable as a set; a set is answered as it is. */
export function asSet(iterable: Value): AnySet {
  if (isAnySet(iterable)) return iterable
  const set = new PySet()
  addAll(set, iterable)
  return set
}

const isPlainDict = (value: Value): value is PyDict => value instanceof PyDict && value.type === dictType

/** Adds the items of an iterable. `asked` has the same items as `target`. */
export function addAll(target: AnySet, iterable: Value, asked: AnySet = target): void {
  if (isAnySet(iterable)) {
    vm.budget -= iterable.size
    target.merge(iterable, asked)
  } else if (isPlainDict(iterable)) {
    target.reserve(iterable.size)
    for (let at = iterable.next(0); at >= 0; at = iterable.next(at + 1)) target.add(iterable.keys[at]!)
  } else if (iterable instanceof PyList && iterable.type === listType) {
    vm.budget -= iterable.length
    // Hashing and comparing may run Python code that changes the list: as its iterator, by index up to where it then ends.
    for (let i = 0; i < iterable.length; i++) target.add(iterable.at(i))
  } else {
    const items = plainItems(iterable)
    if (items === undefined)
      return forEachItem(iterable, item => {
        target.add(item)
      })
    vm.budget -= items.length
    for (let i = 0; i < items.length; i++) target.add(items[i]!)
  }
}

/** Removes the items of an iterable. */
export function removeAll(target: PySet, iterable: Value): void {
  if (iterable === target) target.clear()
  else if (isAnySet(iterable)) {
    // Of a much larger set, only what both have is of interest.
    const removed = iterable.size >> 3 > target.size ? intersection(target, iterable) : iterable
    for (const item of removed.items()) target.delete(item)
  } else if (isPlainDict(iterable)) {
    for (let at = iterable.next(0); at >= 0; at = iterable.next(at + 1)) target.delete(iterable.keys[at]!)
  } else forEachItem(iterable, item => void target.delete(item))
  target.tidy()
}

export function intersection(self: AnySet, other: Value): AnySet {
  if (other === self) return copyOf(self)
  const result = emptyLike(self)
  if (isAnySet(other)) {
    const [walked, asked] = other.size > self.size ? [self, other] : [other, self]
    result.adopt(itemsWhere(walked, asked, true))
  } else
    forEachItem(other, item => {
      if (self.has(item)) result.add(item)
    })
  return result
}

export function difference(self: AnySet, other: Value): AnySet {
  const isSized = isAnySet(other) || isPlainDict(other)
  if (!isSized || self.size >> 2 > other.size) {
    const result = new PySet()
    result.merge(self)
    removeAll(result, other)
    return self instanceof PySet ? result : frozen(result)
  }
  const result = emptyLike(self)
  result.adopt(itemsWhere(self, other, false))
  return result
}

/** The items of `walked` that are in `asked`, or those that are not. */
function itemsWhere(walked: AnySet, asked: AnySet | PyDict, wanted: boolean): Value[] {
  const items = walked.items()
  const found: Value[] = []
  for (let i = 0; i < items.length; i++) if (asked.has(items[i]!) === wanted) found.push(items[i]!)
  return found
}

export function frozen(set: PySet): PyFrozenset {
  const result = new PyFrozenset()
  result.merge(set)
  return result
}

export function symmetricDifference(self: AnySet, other: Value): AnySet {
  const result = new PySet()
  addAll(result, other)
  toggleAll(result, self)
  return self instanceof PySet ? result : frozen(result)
}

/** Removes from `target` what is in both, and adds what is in `other` alone. */
export function toggleAll(target: PySet, other: Value): void {
  if (other === target) return target.clear()
  const items = isPlainDict(other) ? [...other.keys].filter(key => key !== undefined) : asSet(other).items()
  for (let i = 0; i < items.length; i++) if (!target.delete(items[i]!)) target.add(items[i]!)
}

/** Is every item of `self` in `other`? */
export function isSubset(self: AnySet, other: Value): boolean {
  if (!isAnySet(other)) return intersection(self, other).size === self.size
  if (self.size > other.size) return false
  for (let at = self.cursor(0); at >= 0; at = self.cursor(at + 1)) if (!other.has(self.itemAt(at))) return false
  return true
}

export function isSuperset(self: AnySet, other: Value): boolean {
  if (isAnySet(other)) return isSubset(other, self)
  let all = true
  forEachItem(other, item => !(all = self.has(item)))
  return all
}

export function isDisjoint(self: AnySet, other: Value): boolean {
  if (self === other) return self.size === 0
  if (isAnySet(other)) {
    const [walked, asked] = other.size > self.size ? [self, other] : [other, self]
    for (let at = walked.cursor(0); at >= 0; at = walked.cursor(at + 1)) if (asked.has(walked.itemAt(at))) return false
    return true
  }
  let disjoint = true
  forEachItem(other, item => !(disjoint = !self.has(item)))
  return disjoint
}
