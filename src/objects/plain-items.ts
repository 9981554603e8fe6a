// Hot.
/** Containers of builtin types as arrays, without their iterators: those are called once for each item, and mostly by code that sees all kinds of them. */
import {
  dictItemsType,
  dictKeysType,
  dictType,
  dictValuesType,
  frozensetType,
  listType,
  rangeType,
  setType,
  tupleType,
} from './builtin-types.ts'
import type { PyDict } from './dict.ts'
import { type PyDictView, PyListIterator, PyTupleIterator } from './iterators.ts'
import type { PyList } from './list.ts'
import { type PyRange, PyRangeIterator } from './range.ts'
import type { AnySet } from './set.ts'
import { PyTuple } from './tuple.ts'
import { PyObject, type Value } from './value.ts'
import { largestCopied, zeros } from './zeros.ts'

/** Is it one of the usual iterators, which run no Python code? */
export const isPlainIterator = (iterator: Value): boolean =>
  iterator instanceof PyListIterator || iterator instanceof PyRangeIterator || iterator instanceof PyTupleIterator

/** The items in a new array; undefined for what has to be iterated. */
export function plainItems(iterable: Value): Value[] | undefined {
  if (typeof iterable === 'string') return iterable.split('')
  if (!(iterable instanceof PyObject)) return undefined
  switch (iterable.type) {
    case listType:
      return (iterable as PyList).toArray()
    case tupleType:
      return (iterable as PyTuple).items.slice()
    case dictType:
      return withoutHoles((iterable as PyDict).keys)
    case dictKeysType:
      return withoutHoles((iterable as PyDictView).dict.keys)
    case dictValuesType:
      return withoutHoles((iterable as PyDictView).dict.values)
    case dictItemsType:
      return pairsOf((iterable as PyDictView).dict)
    case setType:
    case frozensetType:
      return (iterable as AnySet).items()
    case rangeType:
      return intsOf(iterable as PyRange)
    default:
      return undefined
  }
}

/** `keys` or `values`, whose holes are undefined. */
const withoutHoles = (items: readonly (Value | undefined)[]): Value[] =>
  items.includes(undefined) ? items.filter(each => each !== undefined) : (items.slice() as Value[])

function pairsOf({ keys, values }: PyDict): Value[] {
  const pairs: Value[] = []
  for (let at = 0; at < keys.length; at++) if (keys[at] !== undefined) pairs.push(new PyTuple([keys[at]!, values[at]!]))
  return pairs
}

/** More than can be copied are iterated, with looks at the limits of a run. */
function intsOf({ start, step, count }: PyRange): Value[] | undefined {
  if (typeof start !== 'number' || typeof step !== 'number' || count > largestCopied) return undefined
  const last = start + step * Number(count)
  if (!Number.isSafeInteger(last)) return undefined
  const ints = zeros(Number(count)) as number[]
  for (let i = 0, int = start; int !== last; i++, int += step) ints[i] = int
  return ints
}
