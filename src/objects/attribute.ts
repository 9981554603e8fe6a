// Hot.
/**
 * Attribute access: `object.name`, by the descriptor protocol. As in Objects/object.c and Objects/typeobject.c.
 *
 * The order for an instance: a data descriptor of the type, then the instance's own attribute, then a descriptor or plain value of
 * the type. For a type as the object, its own MRO stands where the instance's attributes do, and the metatype where the type does.
 */
import { functionType, objectType, typeOf, typeType } from './builtin-types.ts'
import { PyMethod } from './callable.ts'
import { makeException, PyBaseException, raised } from './exception.ts'
import { attributeErrorType } from './exception-types.ts'
import { PyFunction } from './frame.ts'
import { deleteAttribute, ensureAttributes, getAttribute, setAttribute } from './instance.ts'
import { strOf } from './str.ts'
import { PyType, TypeFlags, typeName } from './type.ts'
import { PyObject, type Value } from './value.ts'

/** `object.name`. Raises AttributeError, outside of the `try`: throwing twice would cost twice. */
export function lookupAttribute(object: Value, name: string): Value {
  const { getattribute } = typeOf(object)
  let found: Value | undefined
  try {
    found = findBy(getattribute!, object, name)
  } catch (thrown) {
    tellWhere(thrown, object, name)
    throw thrown
  }
  if (found === undefined) raiseNoAttribute(object, name)
  return found
}

/** What `getattribute` answers, or undefined where one of the usual ones would raise AttributeError. */
function findBy(getattribute: NonNullable<PyType['getattribute']>, object: Value, name: string): Value | undefined {
  if (getattribute === genericGetAttribute) return genericFind(object, name)
  return getattribute === typeGetAttribute ? findTypeAttribute(object as PyType, name) : getattribute(object, name)
}

/** An AttributeError that somebody raised by hand learns what was looked for, so that a traceback can suggest another name. */
function tellWhere(thrown: unknown, object: Value, name: string): void {
  if (!(thrown instanceof PyBaseException) || !thrown.type.isSubtypeOf(attributeErrorType)) return
  const isKnown = (field: string): boolean => (thrown.field(field) ?? null) !== null
  if (isKnown('name') || isKnown('obj')) return
  thrown.setField('obj', object).setField('name', strOf(name))
}

/** `object.name`, or undefined where that would raise AttributeError. */
export function findAttribute(object: Value, name: string): Value | undefined {
  try {
    // A descriptor may raise AttributeError as well (an empty slot, a property).
    return findBy(typeOf(object).getattribute!, object, name)
  } catch (thrown) {
    if (raised(thrown).type.isSubtypeOf(attributeErrorType)) return undefined
    throw thrown
  }
}

export function assignAttribute(object: Value, name: string, value: Value): void {
  typeOf(object).setattribute!(object, name, value)
}

/** The special method `name` of the object's type, bound; undefined if there is none. */
export function lookupSpecial(self: Value, name: string): Value | undefined {
  const type = typeOf(self)
  const found = type.lookup(name)
  if (found === undefined) return undefined
  if (found instanceof PyFunction) return new PyMethod(found, self)
  const get = typeOf(found).descrGet
  return get === null ? found : get(found, self, type)
}

/** object.__getattribute__, but undefined where there is no such attribute. */
export function genericFind(object: Value, name: string): Value | undefined {
  const type = typeOf(object)
  const found = type.lookup(name)
  if (found !== undefined) {
    const foundType = typeOf(found)
    if (foundType.descrSet !== null && foundType.descrGet !== null) return foundType.descrGet(found, object, type)
  }
  const attributes = object instanceof PyObject ? object.attributes : null
  if (attributes !== null) {
    const own = getAttribute(attributes, name)
    if (own !== undefined) return own
  }
  if (found === undefined) return undefined
  const get = typeOf(found).descrGet
  return get === null ? found : get(found, object, type)
}

export function genericGetAttribute(object: Value, name: string): Value {
  const found = genericFind(object, name)
  if (found === undefined) raiseNoAttribute(object, name)
  return found
}

/** An AttributeError that knows its object and name, so that a traceback can suggest another. */
export function attributeError(object: Value, name: string, message: string): never {
  const exception = makeException(attributeErrorType, message)
  throw exception.setField('obj', object).setField('name', strOf(name))
}

export function raiseNoAttribute(object: Value, name: string): never {
  if (object instanceof PyType)
    attributeError(object, name, `type object '${typeName(object)}' has no attribute '${name}'`)
  attributeError(object, name, `'${typeName(typeOf(object))}' object has no attribute '${name}'`)
}

/** object.__setattr__ and object.__delattr__. */
export function genericSetAttribute(object: Value, name: string, value: Value | undefined): void {
  const type = typeOf(object)
  const found = type.lookup(name)
  if (found !== undefined) {
    const set = typeOf(found).descrSet
    if (set !== null) return set(found, object, value)
  }
  if (object instanceof PyObject && (type.flags & TypeFlags.dict) !== 0) {
    const attributes = ensureAttributes(object)!
    if (value !== undefined) return setAttribute(attributes, name, value)
    if (deleteAttribute(attributes, name)) return
    raiseNoAttribute(object, name)
  }
  if (found !== undefined) attributeError(object, name, `'${typeName(type)}' object attribute '${name}' is read-only`)
  if (type.setattribute !== genericSetAttribute) raiseNoAttribute(object, name)
  attributeError(
    object,
    name,
    `'${typeName(type)}' object has no attribute '${name}' and no __dict__ for setting new attributes`,
  )
}

/** type.__getattribute__, but undefined where there is no such attribute. */
export function findTypeAttribute(type: PyType, name: string): Value | undefined {
  const meta = type.type
  const metaFound = meta.lookup(name)
  const metaFoundType = metaFound === undefined ? undefined : typeOf(metaFound)
  if (metaFoundType !== undefined && metaFoundType.descrSet !== null && metaFoundType.descrGet !== null)
    return metaFoundType.descrGet(metaFound!, type, meta)
  const own = type.lookup(name)
  if (own !== undefined) {
    if (own instanceof PyFunction) return own
    const get = typeOf(own).descrGet
    return get === null ? own : get(own, undefined, type)
  }
  if (metaFound === undefined) return undefined
  const get = metaFoundType!.descrGet
  return get === null ? metaFound : get(metaFound, type, meta)
}

function typeGetAttribute(type: PyType, name: string): Value {
  const found = findTypeAttribute(type, name)
  if (found === undefined) raiseNoAttribute(type, name)
  return found
}

objectType.getattribute = genericGetAttribute
objectType.setattribute = genericSetAttribute
typeType.getattribute = typeGetAttribute

functionType.descrGet = (func: PyFunction, instance) => (instance === undefined ? func : new PyMethod(func, instance))
