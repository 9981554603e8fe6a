/** The module _functools: what the library's functools imports. Its types are in the folder functools/. */
import { defineModule } from '../objects/builtin-module.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { forEachItem, isSequence } from '../objects/iteration.ts'
import { builtin } from '../objects/signature.ts'
import type { Value } from '../objects/value.ts'
import { cmpToKey } from './functools/key-wrapper.ts'
import { lruCacheType } from './functools/lru-cache.ts'
import { partialType, Placeholder } from './functools/partial.ts'

function reduce(func: Value, iterable: Value, initial: Value | undefined): Value {
  if (typeOf(iterable).iter === null && !isSequence(iterable)) raiseTypeError('reduce() arg 2 must support iteration')
  let result = initial
  forEachItem(iterable, item => {
    result = result === undefined ? item : call(func, [result, item])
  })
  if (result === undefined) raiseTypeError('reduce() of empty iterable with no initial value')
  return result
}

defineModule('_functools', {
  doc: 'Tools that operate on functions.',
  attributes: () => ({
    partial: partialType,
    Placeholder,
    _PlaceholderType: Placeholder.type,
    _lru_cache_wrapper: lruCacheType,
  }),
  functions: () => [
    builtin(
      'reduce($module, function, iterable, /, initial=<unrepresentable>)',
      reduce,
      'Apply a function of two arguments cumulatively to the items of an iterable, from left to right.\n\nThis effectively reduces the iterable to a single value.  If initial is present,\nit is placed before the items of the iterable in the calculation, and serves as\na default when the iterable is empty.',
    ),
    cmpToKey,
  ],
})
