// Hot.
/** Methods without bound-method objects, and `super().name`. */
import { functionType, methodDescriptorType, typeOf } from '../objects/builtin-types.ts'
import { genericGetAttribute, lookupAttribute } from '../objects/attribute.ts'
import { call } from '../objects/call.ts'
import { getAttribute } from '../objects/instance.ts'
import { superType } from '../objects/builtin-types.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { PyType, typeName } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import type { SuperCache } from './inline-caches.ts'

/** The function behind `owner.name(…)` if that is a method call on a plain function or builtin method; else undefined. */
export function loadMethod(owner: Value, name: string): Value | undefined {
  const type = typeOf(owner)
  if (type.getattribute !== genericGetAttribute) return undefined
  const found = type.lookup(name)
  if (found === undefined) return undefined
  const kind = typeOf(found)
  if (kind !== functionType && kind !== methodDescriptorType) return undefined
  const attributes = owner instanceof PyObject ? owner.attributes : null
  return attributes !== null && getAttribute(attributes, name) !== undefined ? undefined : found
}

/** `super(type, self).name`, where `global` may be anything that the name `super` stands for. */
export function loadSuperAttribute(global: Value, type: Value, self: Value, name: string, oparg: number): Value {
  const object = call(global, (oparg & 2) === 0 ? [] : [type, self])
  return lookupAttribute(object, name)
}

export interface SuperAttribute {
  readonly attribute: Value
  readonly isMethod: boolean
}

/** The same for the builtin `super`, without making the object; a method comes unbound. */
export function loadSuperMethod(type: PyType, self: Value, name: string, oparg: number): SuperAttribute {
  const owner = superCheck(type, self)
  const { mro } = owner
  if (name !== '__class__')
    for (let i = mro.indexOf(type) + 1; i < mro.length; i++) {
      const found = mro[i]!.namespace.get(name)
      if (found === undefined) continue
      const kind = typeOf(found)
      if ((oparg & 1) !== 0 && (kind === functionType || kind === methodDescriptorType) && owner !== self)
        return { attribute: found, isMethod: true }
      if (kind.descrGet === null) return { attribute: found, isMethod: false }
      return { attribute: kind.descrGet(found, owner === self ? undefined : self, owner), isMethod: false }
    }
  return { attribute: lookupAttribute(call(superType, [type, self]), name), isMethod: false }
}

/** The same, by what the site has cached, if that is for methods only; undefined for instances of other types. */
export function cachedSuperMethod(
  chain: SuperCache | undefined,
  type: PyType,
  self: Value,
  name: string,
  oparg: number,
): SuperAttribute | undefined {
  if (chain === undefined) return loadSuperMethod(type, self, name, oparg)
  const own = typeOf(self)
  for (let each: SuperCache | null = chain; each !== null; each = each.next)
    if (each.type === own && each.after === type && each.version === own.version) return each
  return undefined
}

/** The class whose MRO is followed. As supercheck (Objects/typeobject.c). */
function superCheck(type: PyType, self: Value): PyType {
  if (self instanceof PyType && self.isSubtypeOf(type)) return self
  const own = typeOf(self)
  if (own.isSubtypeOf(type)) return own
  const claimed = lookupAttribute(self, '__class__')
  if (claimed instanceof PyType && claimed !== own && claimed.isSubtypeOf(type)) return claimed
  const what = self instanceof PyType ? `type ${self.name}` : `instance of ${typeName(own)}`
  raiseTypeError(`super(type, obj): obj (${what}) is not an instance or subtype of type (${typeName(type)}).`)
}
