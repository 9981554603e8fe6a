/** MATCH_KEYS and MATCH_CLASS. As match_keys and _PyEval_MatchClass (Python/ceval.c). */
import { isInstance } from '../builtins/type-check.ts'
import { findAttribute, lookupAttribute } from '../objects/attribute.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { PySet } from '../objects/set.ts'
import { asStr, textOf } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType, TypeFlags, typeName } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'

/** The values of the keys, or None unless the mapping has them all. */
export function matchKeys(mapping: Value, keys: Value): Value {
  const wanted = (keys as PyTuple).items
  const seen = new PySet()
  const values: Value[] = []
  const get = lookupAttribute(mapping, 'get')
  const absent = new PyObject(typeOf(keys))
  for (const key of wanted) {
    if (seen.has(key)) raise(valueErrorType, `mapping pattern checks duplicate key (${reprText(key)})`)
    seen.add(key)
    const value = call(get, [key, absent])
    if (value === absent) return null
    values.push(value)
  }
  return new PyTuple(values)
}

/** The attributes that the class pattern looks at, or None if the subject does not match. */
export function matchClass(subject: Value, type: Value, positional: number, names: Value): Value {
  if (!(type instanceof PyType)) raiseTypeError('called match pattern must be a class')
  if (!isInstance(subject, type)) return null
  const seen = new Set<string>()
  const values: Value[] = []
  if (positional > 0 && !matchPositional(subject, type, positional, seen, values)) return null
  for (const name of (names as PyTuple).items) {
    const value = attributeOnce(subject, type, textOf(asStr(name)!), seen)
    if (value === undefined) return null
    values.push(value)
  }
  return new PyTuple(values)
}

function matchPositional(subject: Value, type: PyType, count: number, seen: Set<string>, values: Value[]): boolean {
  const matchArgs = findAttribute(type, '__match_args__')
  if (matchArgs !== undefined && !(matchArgs instanceof PyTuple))
    raiseTypeError(`${typeName(type)}.__match_args__ must be a tuple (got ${typeName(typeOf(matchArgs))})`)
  const isSelf = matchArgs === undefined && (type.flags & TypeFlags.matchSelf) !== 0
  const allowed = matchArgs === undefined ? (isSelf ? 1 : 0) : matchArgs.items.length
  if (allowed < count)
    raiseTypeError(
      `${typeName(type)}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${count} given)`,
    )
  if (isSelf) {
    values.push(subject)
    return true
  }
  for (let i = 0; i < count; i++) {
    const name = matchArgs!.items[i]!
    const text = asStr(name)
    if (text === undefined) raiseTypeError(`__match_args__ elements must be strings (got ${typeName(typeOf(name))})`)
    const value = attributeOnce(subject, type, textOf(text), seen)
    if (value === undefined) return false
    values.push(value)
  }
  return true
}

function attributeOnce(subject: Value, type: PyType, name: string, seen: Set<string>): Value | undefined {
  if (seen.has(name)) raiseTypeError(`${typeName(type)}() got multiple sub-patterns for attribute '${name}'`)
  seen.add(name)
  return findAttribute(subject, name)
}
