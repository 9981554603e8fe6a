/** Building and extending containers and strings. */
import { addAll } from '../builtins/set-algebra.ts'
import { extend } from '../builtins/list.ts'
import { mergeMapping } from '../builtins/dict-update.ts'
import { joinStr } from '../builtins/str-split.ts'
import { asciiOfStr } from '../builtins/str-repr.ts'
import { makeInterpolation, makeTemplate } from '../builtins/template.ts'
import { flat } from '../base/text.ts'
import { dictType, typeOf } from '../objects/builtin-types.ts'
import { findAttribute } from '../objects/attribute.ts'
import { callMethod } from '../objects/call.ts'
import { PyDict } from '../objects/dict.ts'
import { makeException, raiseTypeError, raised } from '../objects/exception.ts'
import { attributeErrorType, typeErrorType } from '../objects/exception-types.ts'
import { getItem } from './subscripts.ts'
import { itemsOf } from '../objects/iteration.ts'
import type { PyList } from '../objects/list.ts'
import { PySet } from '../objects/set.ts'
import type { Str } from '../objects/str.ts'
import { repr, str, strText } from '../objects/text.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { nameForMessage } from './calls.ts'

export function buildSet(items: readonly Value[]): PySet {
  const set = new PySet()
  for (let i = 0; i < items.length; i++) set.add(items[i]!)
  return set
}

/** Keys and values in turn. */
export function buildMap(pairs: readonly Value[]): PyDict {
  const dict = new PyDict()
  for (let i = 0; i < pairs.length; i += 2) dict.set(pairs[i]!, pairs[i + 1]!)
  return dict
}

/** The text of an f-string: its parts are strs already. */
export function joinStrs(parts: readonly Value[]): Value {
  let text = ''
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!
    if (typeof part !== 'string') return joinStr('', parts as readonly Str[])
    text += part
  }
  return flat(text)
}

/** `!s`, `!r` and `!a`. */
export function convertValue(value: Value, which: number): Value {
  return which === 1 ? str(value) : which === 2 ? repr(value) : asciiOfStr(repr(value))
}

export const buildTemplate = (strings: Value, interpolations: Value): Value => makeTemplate(strings, interpolations)

const conversions = [null, 's', 'r', 'a'] as const

export function buildInterpolation(parts: readonly Value[], conversion: number): Value {
  return makeInterpolation(parts[0]!, parts[1]!, conversions[conversion] ?? null, parts[2] ?? '')
}

export function extendList(list: PyList, iterable: Value): void {
  const type = typeOf(iterable)
  if (type.iter === null && type.subscript === null)
    raiseTypeError(`Value after * must be an iterable, not ${typeName(type)}`)
  extend(list, iterable)
}

export const updateSet = (set: PySet, iterable: Value): void => addAll(set, iterable)

/** `{**mapping}`. */
export function dictUpdate(dict: PyDict, mapping: Value): void {
  if (!(mapping instanceof PyDict) && findAttribute(mapping, 'keys') === undefined)
    raiseTypeError(`'${typeName(typeOf(mapping))}' object is not a mapping`)
  mergeMapping(dict, mapping)
}

/** `f(**mapping)`: each key may come only once. That they are strs is seen to by the call. */
export function dictMerge(dict: PyDict, mapping: Value, callable: Value): void {
  const add = (key: Value, value: Value): void => {
    if (dict.has(key))
      raiseTypeError(`${nameForMessage(callable)} got multiple values for keyword argument '${strText(key)}'`)
    dict.set(key, value)
  }
  if (mapping instanceof PyDict && mapping.type === dictType) {
    if (dict.size === 0) return dict.become(mapping)
    for (let i = mapping.next(0); i >= 0; i = mapping.next(i + 1)) add(mapping.keys[i]!, mapping.values[i]!)
    return
  }
  for (const key of keysOf(mapping, callable)) add(key, getItem(mapping, key))
}

function keysOf(mapping: Value, callable: Value): Value[] {
  try {
    return itemsOf(callMethod(mapping, 'keys'))
  } catch (thrown) {
    const exception = raised(thrown)
    if (exception.type.isSubtypeOf(attributeErrorType))
      throw makeException(
        typeErrorType,
        `${nameForMessage(callable)} argument after ** must be a mapping, not ${typeName(typeOf(mapping))}`,
      )
    throw exception
  }
}
