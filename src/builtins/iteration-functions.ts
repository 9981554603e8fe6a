// Hot.
/** aiter, all, anext, any, iter, next, sorted. */
import { raiseUnexpected } from '../objects/argument-binding.ts'
import { listType, typeOf } from '../objects/builtin-types.ts'
import { callSpecial } from '../objects/call.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { getIter, isIterator, itemsOf, nextRefused, stopIterationOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { builtin } from '../objects/signature.ts'
import { iternext as nextFromDunder } from '../objects/slot-functions.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { tick } from '../objects/tick.ts'
import { truth } from '../objects/truth.ts'
import { typeName } from '../objects/type.ts'
import { PyFloat, type Value, isUnboxable } from '../objects/value.ts'
import { asyncIterator, nextOrDefault } from './async-iteration.ts'
import { PyCallIterator } from './call-iterator.ts'
import { checkCount, positionalOf } from './constructor-arguments.ts'
import { rawBuiltin } from './raw-builtin.ts'
import { askForLength } from './length-hint.ts'
import { sortFloats, sortItems } from './sort.ts'

/** Does any item's truth equal `wanted`? */
function hasTruth(iterable: Value, wanted: boolean): boolean {
  if (iterable instanceof PyList && iterable.type === listType) {
    // Code that runs in between may make it shorter or longer.
    for (let i = 0; i < iterable.length; i++) if (truth(iterable.at(i)) === wanted) return true
    tick(iterable.length)
    return false
  }
  const iterator = getIter(iterable)
  const isOther = (item: Value): boolean => isPlain(item) && truth(item) !== wanted
  for (;;) {
    const item = nextRefused(iterator, isOther)
    if (item === undefined) return false
    if (truth(item) === wanted) return true
    tick(1)
  }
}

/** Can its truth be had without running Python code? */
const isPlain = (item: Value): boolean => typeof item !== 'object' || item === null || item instanceof PyFloat

function iterate(object: Value, sentinel: Value | undefined): Value {
  if (sentinel === undefined) return getIter(object)
  if (typeOf(object).call === null) raiseTypeError('iter(v, w): v must be callable')
  return new PyCallIterator(object, sentinel)
}

export function nextItem(iterator: Value, otherwise: Value | undefined): Value {
  const type = typeOf(iterator)
  if (type.iternext === null || !isIterator(iterator)) raiseTypeError(`'${typeName(type)}' object is not an iterator`)
  // A `__next__` in Python raises a StopIteration of its own, which may have a value.
  if (type.iternext === nextFromDunder && otherwise === undefined) return callSpecial(iterator, '__next__')!
  const item = type.iternext(iterator)
  if (item !== undefined) return item
  if (otherwise === undefined) throw stopIterationOf(iterator)
  return otherwise
}

function sortOptions(args: Value[], keywords: KeywordNames): { key: Value; reverse: boolean } {
  let key: Value = null
  let reverse = false
  keywords?.forEach((name, i) => {
    const value = args[args.length - keywords.length + i]!
    if (name === 'key') key = value
    else if (name === 'reverse') reverse = truth(value)
    else raiseUnexpected('sort', name, ['key', 'reverse'], keywords.length)
  })
  return { key, reverse }
}

function sorted(args: Value[], keywords: KeywordNames): Value {
  const positional = positionalOf(args, keywords)
  checkCount('sorted', positional, 1, 1)
  const iterable = positional[0]!
  const order = sortOptions(args, keywords)
  if (order.key === null && iterable instanceof PyList && iterable.type === listType && iterable.floats !== null) {
    const floats = iterable.floats.slice()
    sortFloats(floats, order.reverse)
    return PyList.ofFloats(floats)
  }
  askForLength(iterable)
  const items = itemsOf(iterable)
  sortItems(items, order)
  return listOf(items)
}

/** A list of the items, with raw floats if they are all floats. */
function listOf(items: Value[]): PyList {
  if (items.length === 0 || !items.every(isUnboxable)) return new PyList(items)
  return PyList.ofFloats(items.map(item => item.value))
}

export const iterationFunctions = () => [
  builtin('aiter($module, async_iterable, /)', asyncIterator, 'An asynchronous iterator of an asynchronous iterable.'),
  builtin(
    'all($module, iterable, /)',
    (iterable: Value) => !hasTruth(iterable, false),
    'Are all items of the iterable true? Of none, they are.',
  ),
  builtin(
    'anext($module, aiterator, default=<unrepresentable>, /)',
    nextOrDefault,
    'anext(aiterator[, default])\n\nAn awaitable of the next item; at the end, of the default if one is given, else it raises StopAsyncIteration.',
  ),
  builtin(
    'any($module, iterable, /)',
    (iterable: Value) => hasTruth(iterable, true),
    'Is any item of the iterable true? Of none, none is.',
  ),
  builtin(
    'iter($module, object, sentinel=<unrepresentable>, /)',
    iterate,
    'iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nAn iterator of an object that is iterable or a sequence; or, in the second form,\nof what the callable answers until that is the sentinel.',
  ),
  builtin(
    'next($module, iterator, default=<unrepresentable>, /)',
    nextItem,
    'next(iterator[, default])\n\nThe next item of the iterator. If it is exhausted, default if given; else StopIteration is raised.',
  ),
  rawBuiltin(
    'sorted($module, iterable, /, *, key=None, reverse=False)',
    sorted,
    'A new list of the items of the iterable in ascending order, or with reverse in descending order.\n\nWith key, in the order of what key makes of them.',
  ),
]
