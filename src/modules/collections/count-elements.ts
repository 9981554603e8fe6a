// Hot.
/** What collections.Counter counts with: `mapping[item] += 1` for each item, straight on the table where nothing is overridden. */
import { add } from '../../base/int.ts'
import { lookupAttribute } from '../../objects/attribute.ts'
import { dictType, listType, typeOf } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { PyDict } from '../../objects/dict.ts'
import { raiseTypeError } from '../../objects/exception.ts'
import { forEachItem } from '../../objects/iteration.ts'
import { PyList } from '../../objects/list.ts'
import { addValues } from '../../objects/operators.ts'
import { builtin } from '../../objects/signature.ts'
import { tick } from '../../objects/tick.ts'
import { typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'

function count(mapping: PyDict, item: Value): void {
  const at = mapping.find(item)
  if (at < 0) mapping.add(item, 1)
  else {
    const before = mapping.values[at]!
    if (typeof before === 'number') mapping.setAt(at, add(before, 1))
    else mapping.set(item, addValues(before, 1))
  }
}

/** Without an iterator. The list may change meanwhile, by what compares its items. */
function countList(mapping: PyDict, list: PyList): void {
  for (let i = 0; i < list.length; i++) {
    count(mapping, list.at(i))
    if ((i & 4095) === 4095) tick(4096)
  }
}

function countElements(mapping: Value, iterable: Value): void {
  const type = typeOf(mapping)
  const isPlain =
    mapping instanceof PyDict &&
    type.lookup('__setitem__') === dictType.lookup('__setitem__') &&
    type.lookup('get') === dictType.lookup('get')
  if (isPlain) {
    if (iterable instanceof PyList && iterable.type === listType) countList(mapping, iterable)
    else forEachItem(iterable, item => count(mapping, item))
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
