// Hot.
/** What collections.Counter counts with: `mapping[item] += 1` for each item, straight on the table where nothing is overridden. */
import { add } from '../../base/int.ts'
import { lookupAttribute } from '../../objects/attribute.ts'
import { dictType, typeOf } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { PyDict } from '../../objects/dict.ts'
import { raiseTypeError } from '../../objects/exception.ts'
import { forEachItem } from '../../objects/iteration.ts'
import { addValues } from '../../objects/operators.ts'
import { builtin } from '../../objects/signature.ts'
import { typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'

function countElements(mapping: Value, iterable: Value): void {
  const type = typeOf(mapping)
  const isPlain =
    mapping instanceof PyDict &&
    type.lookup('__setitem__') === dictType.lookup('__setitem__') &&
    type.lookup('get') === dictType.lookup('get')
  if (isPlain) {
    forEachItem(iterable, item => {
      const at = mapping.find(item)
      if (at < 0) mapping.add(item, 1)
      else {
        const count = mapping.values[at]!
        mapping.setAt(at, typeof count === 'number' ? add(count, 1) : addValues(count, 1))
      }
    })
    return
  }
  const get = lookupAttribute(mapping, 'get')
  const { assSubscript } = type
  if (assSubscript === null) raiseTypeError(`'${typeName(type)}' object does not support item assignment`)
  forEachItem(iterable, item => {
    assSubscript(mapping, item, addValues(call(get, [item, 0]), 1))
  })
}

export const countElementsFunction = builtin(
  '_count_elements($module, mapping, iterable, /)',
  countElements,
  'Count elements in the iterable, updating the mapping',
)
