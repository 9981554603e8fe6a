/** `object.__dict__` for whatever has one: the getset that classes, functions, exceptions and the others share. */
import { typeOf } from '../objects/builtin-types.ts'
import { attributeError } from '../objects/attribute.ts'
import { PyDict } from '../objects/dict.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { ensureAttributes, enterDictMode, materializeDict } from '../objects/instance.ts'
import { TypeFlags, typeName } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'

/** The `__dict__` of the object; undefined if it has none. */
export function findDict(object: Value): PyDict | undefined {
  if (!(object instanceof PyObject) || (object.type.flags & TypeFlags.dict) === 0) return undefined
  return materializeDict(ensureAttributes(object)!)
}

export function getDict(object: Value): PyDict {
  return findDict(object) ?? raiseNoDict(object)
}

export function setDict(object: PyObject, value: Value | undefined): void {
  if ((object.type.flags & TypeFlags.dict) === 0) raiseNoDict(object)
  if (value !== undefined && !(value instanceof PyDict))
    raiseTypeError(`__dict__ must be set to a dictionary, not a '${typeName(typeOf(value))}'`)
  enterDictMode(ensureAttributes(object)!, value ?? new PyDict())
}

function raiseNoDict(object: Value): never {
  const message = `'${typeName(typeOf(object))}' object has no attribute '__dict__'`
  attributeError(object, '__dict__', message)
}

function replaceDict(object: PyObject, value: Value | undefined): void {
  if (value === undefined) raiseTypeError('cannot delete __dict__')
  setDict(object, value)
}

/** The line of a builtin type's `getset` for `__dict__`. */
export const dictGetSet = ['__dict__', getDict, replaceDict] as const
