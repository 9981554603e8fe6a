// Hot.
/** `min` and `max`. As min_max (Python/bltinmodule.c). */
import { raiseUnexpected } from '../objects/argument-binding.ts'
import { listType } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { compareBool } from '../objects/compare.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { getIter, nextRefused } from '../objects/iteration.ts'
import { PyListIterator } from '../objects/iterators.ts'
import { PyList } from '../objects/list.ts'
import { GT, LT, type KeywordNames } from '../objects/slots.ts'
import { tick } from '../objects/tick.ts'
import { PyFloat, type Value } from '../objects/value.ts'

type Which = 'min' | 'max'

interface Options {
  key: Value
  fallback: Value | undefined
}

function readOptions(which: Which, args: Value[], keywords: readonly string[], positional: number): Options {
  if (keywords.length > 2) raiseTypeError(`${which}() takes at most 2 keyword arguments (${keywords.length} given)`)
  const options: Options = { key: null, fallback: undefined }
  keywords.forEach((name, i) => {
    if (name === 'key') options.key = args[positional + i]!
    else if (name === 'default') options.fallback = args[positional + i]!
    else raiseUnexpected(which, name, ['key', 'default'])
  })
  if (options.fallback !== undefined && positional > 1)
    raiseTypeError(`Cannot specify a default for ${which}() with multiple positional arguments`)
  return options
}

/** Is `a` to be preferred to `b`? */
function isBetter(which: Which, a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return which === 'min' ? a < b : a > b
  if (a instanceof PyFloat && b instanceof PyFloat) return which === 'min' ? a.value < b.value : a.value > b.value
  return compareBool(a, b, which === 'min' ? LT : GT)
}

function bestOfItems(which: Which, items: readonly Value[], count: number): Value {
  let best = items[0]!
  for (let i = 1; i < count; i++) {
    const item = items[i]!
    if (isBetter(which, item, best)) best = item
  }
  return best
}

function bestOfFloats(which: Which, floats: readonly number[]): Value {
  let best = floats[0]!
  for (let i = 1; i < floats.length; i++) {
    const each = floats[i]!
    if (which === 'min' ? each < best : each > best) best = each
  }
  return new PyFloat(best)
}

/** Of a list's items from the first on while they are small ints: the best one, and how many there are. */
function bestOfSmallInts(which: Which, items: readonly Value[]): [best: number | undefined, count: number] {
  const first = items[0]
  if (typeof first !== 'number') return [undefined, 0]
  let best = first
  let i = 1
  for (; i < items.length; i++) {
    const item = items[i]
    if (typeof item !== 'number') break
    if (which === 'min' ? item < best : item > best) best = item
  }
  return [best, i]
}

function bestOfIterable(which: Which, iterable: Value, { key, fallback }: Options): Value {
  if (key === null && iterable instanceof PyList && iterable.type === listType && iterable.floats !== null)
    return bestOfFloats(which, iterable.floats)
  let best: Value | undefined
  let bestKey: Value = null
  let iterator: Value
  if (key === null && iterable instanceof PyList && iterable.type === listType) {
    const rest = new PyListIterator(iterable)
    ;[best, rest.index] = bestOfSmallInts(which, iterable.items)
    if (best !== undefined) bestKey = best
    iterator = rest
  } else iterator = getIter(iterable)
  const compareSmall = (item: Value): boolean => {
    if (key !== null || typeof item !== 'number' || typeof best !== 'number') return false
    if (which === 'min' ? item < best : item > best) best = bestKey = item
    return true
  }
  for (;;) {
    const item = nextRefused(iterator, compareSmall)
    if (item === undefined) break
    tick(1)
    const itemKey = key === null ? item : call(key, [item])
    if (best === undefined || isBetter(which, itemKey, bestKey)) {
      best = item
      bestKey = itemKey
    }
  }
  if (best !== undefined) return best
  if (fallback === undefined) raise(valueErrorType, `${which}() iterable argument is empty`)
  return fallback
}

function bestByKey(which: Which, items: readonly Value[], count: number, key: Value): Value {
  let best = items[0]!
  let bestKey = call(key, [best])
  for (let i = 1; i < count; i++) {
    const itemKey = call(key, [items[i]!])
    if (!isBetter(which, itemKey, bestKey)) continue
    best = items[i]!
    bestKey = itemKey
  }
  return best
}

const noOptions: Options = { key: null, fallback: undefined }

export function bestOf(which: Which, args: Value[], keywords: KeywordNames): Value {
  const positional = keywords === null ? args.length : args.length - keywords.length
  if (positional === 0) raiseTypeError(`${which} expected at least 1 argument, got 0`)
  const options = keywords === null ? noOptions : readOptions(which, args, keywords, positional)
  if (positional === 1) return bestOfIterable(which, args[0]!, options)
  return options.key === null ? bestOfItems(which, args, positional) : bestByKey(which, args, positional, options.key)
}
