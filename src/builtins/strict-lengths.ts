/** `strict=True` of zip and map: a ValueError that says which argument was shorter or longer. */
import { raise } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { iterNext } from '../objects/iteration.ts'
import type { Value } from '../objects/value.ts'

/** The first `count` arguments, in words. */
const others = (count: number): string => (count === 1 ? 'argument 1' : `arguments 1-${count}`)

/** After iterator `at` was exhausted first: raises unless all are exhausted. */
export function checkSameLength(name: string, iterators: readonly Value[], at: number): undefined {
  if (at > 0) raise(valueErrorType, `${name}() argument ${at + 1} is shorter than ${others(at)}`)
  for (let i = 1; i < iterators.length; i++)
    if (iterNext(iterators[i]!) !== undefined)
      raise(valueErrorType, `${name}() argument ${i + 1} is longer than ${others(i)}`)
}
