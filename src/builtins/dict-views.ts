/**
 * The views of a dict: dict_keys, dict_values, dict_items. As Objects/dictobject.c.
 *
 * Keys and items behave as sets, and their operators, unlike those of set, take any iterable on the other side.
 */
import { dictItemsType, dictKeysType, dictValuesType } from '../objects/builtin-types.ts'
import { equals } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { forEachItem, getIter } from '../objects/iteration.ts'
import {
  dictReverseItemIteratorType,
  dictReverseKeyIteratorType,
  dictReverseValueIteratorType,
  PyDictIterator,
  PyDictView,
} from '../objects/iterators.ts'
import { NotImplemented } from '../objects/number.ts'
import { isAnySet, PySet } from '../objects/set.ts'
import { builtin } from '../objects/signature.ts'
import type { Binary, CompareOp } from '../objects/slots.ts'
import { buildString, type Str } from '../objects/str.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { guardedRepr, repr } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { type PyType, TypeFlags } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { PyMappingProxy } from './mapping-proxy-object.ts'
import { addAll, removeAll, toggleAll } from './set-algebra.ts'

const isSetView = (value: Value): value is PyDictView => value instanceof PyDictView && value.type.and !== null

const isKeys = (self: PyDictView): boolean => self.type.isSubtypeOf(dictKeysType)

/** Item, or key, of the view at a position of its dict. */
function itemAt(self: PyDictView, at: number): Value {
  const { keys, values } = self.dict
  return isKeys(self) ? keys[at]! : new PyTuple([keys[at]!, values[at]!])
}

function reprOfView(self: PyDictView): Str {
  return guardedRepr(self, '...', () => {
    const { dict, type } = self
    const parts: Str[] = [type.name, '([']
    for (let at = dict.next(0); at >= 0; at = dict.next(at + 1)) {
      if (parts.length > 2) parts.push(', ')
      parts.push(repr(type.isSubtypeOf(dictValuesType) ? dict.values[at]! : itemAt(self, at)))
    }
    parts.push('])')
    return buildString(parts)
  })
}

function containsItem({ dict }: PyDictView, item: Value): boolean {
  if (!(item instanceof PyTuple) || item.items.length !== 2) return false
  const value = dict.get(item.items[0]!)
  return value !== undefined && equals(value, item.items[1]!)
}

const contains = (self: PyDictView, item: Value): boolean =>
  isKeys(self) ? self.dict.has(item) : containsItem(self, item)

function containsAll(container: Value, items: Value): boolean {
  const has = typeOf(container).contains!
  let all = true
  forEachItem(items, item => !(all = has(container, item)))
  return all
}

const sizeOf = (value: Value): number => typeOf(value).length!(value)

function compare(self: PyDictView, other: Value, op: CompareOp): Value {
  if (!isAnySet(other) && !isSetView(other)) return NotImplemented
  const size = self.dict.size
  const otherSize = sizeOf(other)
  switch (op) {
    case 0:
      return size < otherSize && containsAll(other, self)
    case 1:
      return size <= otherSize && containsAll(other, self)
    case 2:
      return size === otherSize && containsAll(self, other)
    case 3:
      return !(size === otherSize && containsAll(self, other))
    case 4:
      return size > otherSize && containsAll(self, other)
    default:
      return size >= otherSize && containsAll(self, other)
  }
}

/** The operand as a new set. */
function setOf(iterable: Value): PySet {
  const set = new PySet()
  addAll(set, iterable)
  return set
}

const difference: Binary = (left, right) => {
  const result = setOf(left)
  removeAll(result, right)
  return result
}
const union: Binary = (left, right) => {
  const result = setOf(left)
  addAll(result, right)
  return result
}
const symmetricDifference: Binary = (left, right) => {
  const result = setOf(left)
  toggleAll(result, right)
  return result
}

const intersection: Binary = (left, right) => {
  // The one that is a view is asked; of two, the larger.
  let [asked, walked] = isSetView(left) ? [left, right] : [right, left]
  if (isSetView(walked) && isSetView(asked) && sizeOf(walked) > sizeOf(asked)) [asked, walked] = [walked, asked]
  const has = typeOf(asked).contains!
  const result = new PySet()
  forEachItem(walked, item => {
    if (has(asked, item)) result.add(item)
  })
  return result
}

function isDisjoint(self: PyDictView, other: Value): Value {
  if (other === self) return self.dict.size === 0
  let [walked, asked]: [Value, Value] = [other, self]
  if ((isAnySet(other) || isSetView(other)) && sizeOf(other) > self.dict.size) [walked, asked] = [self, other]
  const has = typeOf(asked).contains!
  const iterator = getIter(walked)
  const next = typeOf(iterator).iternext!
  for (let item = next(iterator); item !== undefined; item = next(iterator)) if (has(asked, item)) return false
  return true
}

const reverseIterators = new Map<PyType, PyType>([
  [dictKeysType, dictReverseKeyIteratorType],
  [dictValuesType, dictReverseValueIteratorType],
  [dictItemsType, dictReverseItemIteratorType],
])

const reversed = (self: PyDictView): Value =>
  new PyDictIterator(self.dict, self.dict.keys.length - 1, reverseIterators.get(self.type)!)

const mapping = (self: PyDictView): Value => new PyMappingProxy(self.dict, 'mapping')

for (const type of [dictKeysType, dictItemsType, dictValuesType]) {
  type.flags |= TypeFlags.noInstantiation
  type.repr = reprOfView
  type.length = (self: PyDictView) => self.dict.size
}

for (const type of [dictKeysType, dictItemsType]) {
  type.contains = contains
  type.richcompare = compare
  type.subtract = difference
  type.and = intersection
  type.or = union
  type.xor = symmetricDifference
}

for (const [type, what] of [
  [dictKeysType, 'keys'],
  [dictValuesType, 'values'],
  [dictItemsType, 'items'],
] as const)
  defineType(type, {
    methods: () => [
      ...(type === dictValuesType
        ? []
        : [
            builtin(
              'isdisjoint($self, object, /)',
              isDisjoint,
              'Return True if the view and the given iterable have a null intersection.',
            ),
          ]),
      builtin('__reversed__($self, /)', reversed, `Return a reverse iterator over the dict ${what}.`),
    ],
    getset: () => [['mapping', mapping, null, 'dictionary that this view refers to']],
  })
