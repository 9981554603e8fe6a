/** The _suggestions module: what Lib/traceback.py asks for the name that was meant. */
import { closestName } from '../base/suggestion-distance.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { PyList } from '../objects/list.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, strOf, textOf, type Str } from '../objects/str.ts'
import type { Value } from '../objects/value.ts'

function suggest(candidates: Value, item: Str): Value {
  if (!(candidates instanceof PyList)) raiseTypeError('candidates must be a list')
  const names = candidates.toArray().map(each => {
    const name = asStr(each)
    return name === undefined ? raiseTypeError("all elements in 'candidates' must be strings") : textOf(name)
  })
  const closest = closestName(textOf(item), names)
  return closest === undefined ? null : strOf(closest)
}

defineModule('_suggestions', {
  functions: () => [
    builtin(
      '_generate_suggestions($module, candidates, item: str, /)',
      suggest,
      'Returns the candidate that is most like item, or None.',
    ),
  ],
})
