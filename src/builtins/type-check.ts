/** `isinstance` and `issubclass`, with the classes that say themselves who belongs to them. As in Objects/abstract.c. */
import { findAttribute, lookupSpecial } from '../objects/attribute.ts'
import { typeOf, typeType } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { hasPlainClass } from '../objects/slot-functions.ts'
import { truth } from '../objects/truth.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { PyUnion } from './union-object.ts'

/** `isinstance(object, cls)`. */
export function isInstance(object: Value, cls: Value): boolean {
  if (typeOf(object) === cls) return true
  if (cls instanceof PyType && cls.type === typeType) return isRealInstance(object, cls)
  if (cls instanceof PyUnion) return cls.args.items.some(each => isInstance(object, each))
  if (cls instanceof PyTuple) return cls.items.some(each => isInstance(object, each))
  const check = lookupSpecial(cls, '__instancecheck__')
  return check === undefined ? isRealInstance(object, cls) : truth(call(check, [object]))
}

/** `issubclass(derived, cls)`. */
export function isSubclass(derived: Value, cls: Value): boolean {
  if (cls instanceof PyType && cls.type === typeType) return derived === cls || isRealSubclass(derived, cls)
  if (cls instanceof PyUnion) return cls.args.items.some(each => isSubclass(derived, each))
  if (cls instanceof PyTuple) return cls.items.some(each => isSubclass(derived, each))
  const check = lookupSpecial(cls, '__subclasscheck__')
  return check === undefined ? isRealSubclass(derived, cls) : truth(call(check, [derived]))
}

/** type.__instancecheck__: by the type, or by what the object says its class is. */
export function isRealInstance(object: Value, cls: Value): boolean {
  const type = typeOf(object)
  if (cls instanceof PyType) {
    if (type.isSubtypeOf(cls)) return true
    if (hasPlainClass(type)) return false
    const claimed = findAttribute(object, '__class__')
    return claimed instanceof PyType && claimed !== type && claimed.isSubtypeOf(cls)
  }
  checkClass(cls, 'isinstance() arg 2 must be a type, a tuple of types, or a union')
  const claimed = findAttribute(object, '__class__')
  return claimed !== undefined && isAbstractSubclass(claimed, cls)
}

/** type.__subclasscheck__. */
export function isRealSubclass(derived: Value, cls: Value): boolean {
  if (cls instanceof PyType && derived instanceof PyType) return derived.isSubtypeOf(cls)
  checkClass(derived, 'issubclass() arg 1 must be a class')
  checkClass(cls, 'issubclass() arg 2 must be a class, a tuple of classes, or a union')
  return isAbstractSubclass(derived, cls)
}

/** `cls.__bases__` if it is a tuple: what makes any object a class. */
function basesOf(cls: Value): PyTuple | undefined {
  const bases = findAttribute(cls, '__bases__')
  return bases instanceof PyTuple ? bases : undefined
}

function checkClass(cls: Value, message: string): void {
  if (basesOf(cls) === undefined) raiseTypeError(message)
}

function isAbstractSubclass(derived: Value, cls: Value): boolean {
  if (derived === cls) return true
  return basesOf(derived)?.items.some(each => isAbstractSubclass(each, cls)) ?? false
}
