/** Unpacking: `a, b = iterable` and `a, *b, c = iterable`. As _PyEval_UnpackIterableStackRef (Python/ceval.c). */
import { typeOf } from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { getIter, isSequence, itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { PyDict } from '../objects/dict.ts'

function checkIterable(iterable: Value): void {
  const type = typeOf(iterable)
  if (type.iter === null && !isSequence(iterable)) raiseTypeError(`cannot unpack non-iterable ${typeName(type)} object`)
}

/** Exactly `count` items. */
export function unpackSequence(iterable: Value, count: number): readonly Value[] {
  checkIterable(iterable)
  const iterator = getIter(iterable)
  const next = typeOf(iterator).iternext!
  const items: Value[] = []
  while (items.length < count) {
    const item = next(iterator)
    if (item === undefined)
      raise(valueErrorType, `not enough values to unpack (expected ${count}, got ${items.length})`)
    items.push(item)
  }
  if (next(iterator) !== undefined) raiseTooMany(iterable, count)
  return items
}

function raiseTooMany(iterable: Value, count: number): never {
  const length =
    iterable instanceof PyList
      ? iterable.length
      : iterable instanceof PyTuple
        ? iterable.items.length
        : iterable instanceof PyDict
          ? iterable.size
          : -1
  const got = length > count ? `, got ${length}` : ''
  raise(valueErrorType, `too many values to unpack (expected ${count}${got})`)
}

/** `before` items, a list of the rest, `after` items. */
export function unpackEx(iterable: Value, before: number, after: number): readonly Value[] {
  checkIterable(iterable)
  const items = itemsOf(iterable)
  const last = items.length - after
  if (last < before)
    raise(valueErrorType, `not enough values to unpack (expected at least ${before + after}, got ${items.length})`)
  const unpacked: Value[] = []
  for (let i = 0; i < before; i++) unpacked.push(items[i]!)
  unpacked.push(new PyList(items.slice(before, last)))
  for (let i = last; i < items.length; i++) unpacked.push(items[i]!)
  return unpacked
}
