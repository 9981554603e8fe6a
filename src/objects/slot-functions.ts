/**
 * From dunder to slot: what fills a slot of a class that defines the dunder method in Python. As the `slot_*` functions of
 * Objects/typeobject.c.
 */
import { objectType, typeOf } from './builtin-types.ts'
import { genericFind, genericGetAttribute, lookupSpecial } from './attribute.ts'
import { call, callSpecial } from './call.ts'
import { PyWrapperDescriptor } from './callable.ts'
import { raise, raiseTypeError, raised } from './exception.ts'
import { attributeErrorType, stopIterationType, typeErrorType, valueErrorType } from './exception-types.ts'
import { hashInt } from '../base/hash.ts'
import { raiseUnhashable } from './hash.ts'
import { hooks } from './hooks.ts'
import { forEachItem, getIter } from './iteration.ts'
import { equals } from './compare.ts'
import { asInt, NotImplemented } from './number.ts'
import { indexOf, ssizeOf } from './operators.ts'
import { PyFunction } from './frame.ts'
import type { CompareOp, KeywordNames, SlotTable } from './slots.ts'
import { strOf } from './str.ts'
import { truth } from './truth.ts'
import { typeName, type PyType } from './type.ts'
import type { Int, Value } from './value.ts'

/** Calls a special method that the type has, or had a moment ago. */
function special(self: Value, name: string, ...args: Value[]): Value {
  const result = callSpecial(self, name, ...args)
  if (result === undefined) raise(attributeErrorType, name)
  return result
}

export const unary =
  (name: string) =>
  (self: Value): Value =>
    special(self, name)
export const binaryOnSelf =
  (name: string) =>
  (self: Value, other: Value): Value =>
    isAnswered(self) ? NotImplemented : special(self, name, other)
export const inplacePower = (self: Value, other: Value): Value => special(self, '__ipow__', other)

/** The special method, bound; undefined as well where a descriptor in its place raises AttributeError. */
function findSpecial(self: Value, name: string): Value | undefined {
  try {
    return lookupSpecial(self, name)
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(attributeErrorType)) throw thrown
    return undefined
  }
}

/** The operand whose method an operator has called already, where it goes on after NotImplemented: the method is not called again. */
export const answered: { self: Value | undefined } = { self: undefined }

function isAnswered(self: Value): boolean {
  if (self !== answered.self) return false
  answered.self = undefined
  return true
}

/** Calls a special method if the type has it. (`??` would take its None for none.) */
function tried(self: Value, name: string, ...args: Value[]): Value {
  if (isAnswered(self)) return NotImplemented
  const found = typeOf(self).lookup(name)
  if (found instanceof PyFunction) return hooks.callFunction(found, args.length === 0 ? [self] : [self, ...args], null)
  const method = findSpecial(self, name)
  return method === undefined ? NotImplemented : call(method, args)
}

/** The same with one argument, as operators have it. */
function triedWith(self: Value, name: string, other: Value): Value {
  if (isAnswered(self)) return NotImplemented
  const found = typeOf(self).lookup(name)
  if (found instanceof PyFunction) return hooks.callFunction(found, [self, other], null)
  const method = findSpecial(self, name)
  return method === undefined ? NotImplemented : call(method, [other])
}

/** SLOT1BINFULL: `__add__` of the left operand, `__radd__` of the right one; that first if its class overrides it. */
export function binary(name: string, reflected: string, slot: keyof SlotTable): (left: Value, right: Value) => Value {
  const self = (left: Value, right: Value): Value => {
    const leftType = typeOf(left)
    const rightType = typeOf(right)
    let tryRight = leftType !== rightType && (rightType[slot] as unknown) === self
    if ((leftType[slot] as unknown) === self) {
      if (tryRight && rightType.isSubtypeOf(leftType) && isOverridden(leftType, rightType, reflected)) {
        const result = triedWith(right, reflected, left)
        if (result !== NotImplemented) return result
        tryRight = false
      }
      const result = triedWith(left, name, right)
      if (result !== NotImplemented || leftType === rightType) return result
    }
    return tryRight ? triedWith(right, reflected, left) : NotImplemented
  }
  return self
}

function isOverridden(leftType: PyType, rightType: PyType, name: string): boolean {
  const ofRight = rightType.lookup(name)
  return ofRight !== undefined && ofRight !== leftType.lookup(name)
}

export function power(base: Value, exponent: Value, modulus: Value): Value {
  const leftType = typeOf(base)
  const rightType = typeOf(exponent)
  const rest = modulus === null ? [] : [modulus]
  let tryRight = leftType !== rightType && rightType.power === power
  if (leftType.power === power) {
    if (tryRight && rightType.isSubtypeOf(leftType) && isOverridden(leftType, rightType, '__rpow__')) {
      const result = tried(exponent, '__rpow__', base, ...rest)
      if (result !== NotImplemented) return result
      tryRight = false
    }
    const result = tried(base, '__pow__', exponent, ...rest)
    if (result !== NotImplemented || leftType === rightType) return result
  }
  return tryRight ? tried(exponent, '__rpow__', base, ...rest) : NotImplemented
}

export function hash(self: Value): Int {
  const answer = tried(self, '__hash__')
  if (answer === NotImplemented) raiseUnhashable(self)
  const result = asInt(answer)
  if (result === undefined) raiseTypeError('__hash__ method should return an integer')
  // A hash is a machine word: a larger one is hashed in turn.
  return typeof result === 'bigint' && BigInt.asIntN(64, result) !== result
    ? hashInt(result)
    : result === -1
      ? -2
      : result
}

export const callSlot = (self: Value, args: Value[], keywords: KeywordNames): Value => {
  const method = lookupSpecial(self, '__call__')
  if (method === undefined) raiseTypeError(`'${typeName(typeOf(self))}' object is not callable`)
  return call(method, args, keywords)
}

export const getAttribute = (self: Value, name: string): Value => special(self, '__getattribute__', strOf(name))

/** Has the class a `__getattr__`, and beside it object's own `__getattribute__`? Then what is found is found as in any other class. */
export const addsGetAttr = (type: PyType): boolean =>
  type.getattribute === getAttributeOrElse && type.lookup('__getattribute__') === objectType.lookup('__getattribute__')

export function isSubtypeOfAny(type: PyType, classes: readonly PyType[]): boolean {
  for (let i = 0; i < classes.length; i++) if (type.isSubtypeOf(classes[i]!)) return true
  return false
}

/** Is the class of its instances just their type, whatever they have of their own? */
export const hasPlainClass = (type: PyType): boolean =>
  (type.getattribute === genericGetAttribute || addsGetAttr(type)) &&
  type.lookup('__class__') === objectType.lookup('__class__')

/** `__getattribute__`, then `__getattr__` where that raises AttributeError. */
export const getAttributeOrElse = (self: Value, name: string): Value => {
  const type = typeOf(self)
  const fallback = type.lookup('__getattr__')
  if (fallback === undefined) return getAttribute(self, name)
  try {
    if (!addsGetAttr(type)) return getAttribute(self, name)
    const found = genericFind(self, name)
    if (found !== undefined) return found
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(attributeErrorType)) throw thrown
  }
  return special(self, '__getattr__', strOf(name))
}

export const setAttribute = (self: Value, name: string, value: Value | undefined): void => {
  if (value === undefined) special(self, '__delattr__', strOf(name))
  else special(self, '__setattr__', strOf(name), value)
}

/** By CompareOp. */
export const compareNames = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as const
export const richcompare = (self: Value, other: Value, op: CompareOp): Value =>
  triedWith(self, compareNames[op]!, other)

export const iter = (self: Value): Value => {
  const method = findSpecial(self, '__iter__')
  if (method === undefined || method === null) raiseTypeError(`'${typeName(typeOf(self))}' object is not iterable`)
  return call(method, [])
}

export const iternext = (self: Value): Value | undefined => {
  try {
    return special(self, '__next__')
  } catch (thrown) {
    if (raised(thrown).type.isSubtypeOf(stopIterationType)) return undefined
    throw thrown
  }
}

export const descrGet = (self: Value, instance: Value | undefined, owner: PyType): Value => {
  const get = typeOf(self).lookup('__get__')
  return get === undefined ? self : call(get, [self, instance === undefined ? null : instance, owner])
}

export const descrSet = (self: Value, instance: Value, value: Value | undefined): void => {
  if (value === undefined) special(self, '__delete__', instance)
  else special(self, '__set__', instance, value)
}

export const init = (self: Value, args: Value[], keywords: KeywordNames): void => {
  const result = call(lookupSpecial(self, '__init__')!, args, keywords)
  if (result !== null) raiseTypeError(`__init__() should return None, not '${typeName(typeOf(result))}'`)
}

export const construct = (type: PyType, args: Value[], keywords: KeywordNames): Value => {
  const found = type.lookup('__new__')!
  const get = typeOf(found).descrGet
  const method = get === null ? found : get(found, undefined, type)
  return call(method, [type, ...args], keywords)
}

export const finalize = (self: Value): void => {
  tried(self, '__del__')
}

export const bool = (self: Value): boolean => boolOf(special(self, '__bool__'))

/** What `__bool__` has returned. */
export function boolOf(result: Value): boolean {
  if (typeof result !== 'boolean') raiseTypeError(`__bool__ should return bool, returned ${typeName(typeOf(result))}`)
  return result
}

export const length = (self: Value): number => ssizeOf(wholeLength(self))

/** For `len`, which is not bound to what the slot can say. */
export const wholeLength = (self: Value): Int => lengthOf(special(self, '__len__'))

/** What `__len__` has returned. */
export function lengthOf(result: Value): Int {
  const value = indexOf(result)
  if (value < 0) raise(valueErrorType, '__len__() should return >= 0')
  return value
}

export const subscript = (self: Value, key: Value): Value => special(self, '__getitem__', key)
export const assSubscript = (self: Value, key: Value, value: Value | undefined): void => {
  // One of the two may be a builtin type's, as in Counter.
  const method = typeOf(self).lookup(value === undefined ? '__delitem__' : '__setitem__')
  if (method instanceof PyWrapperDescriptor && method.slot === 'assSubscript' && typeOf(self).isSubtypeOf(method.owner))
    (method.wrapped as NonNullable<PyType['assSubscript']>)(self as never, key, value)
  else if (value === undefined) special(self, '__delitem__', key)
  else special(self, '__setitem__', key, value)
}

export const contains = (self: Value, item: Value): boolean => {
  const method = findSpecial(self, '__contains__')
  if (method === null) raiseTypeError(`'${typeName(typeOf(self))}' object is not a container`)
  if (method !== undefined) return truth(call(method, [item]))
  return containsByIteration(self, item)
}

/** `item in container` for what can only be iterated. */
export function containsByIteration(container: Value, item: Value): boolean {
  let found = false
  forEachItem(iteratorOf(container), each => (found = equals(each, item)))
  return found
}

function iteratorOf(container: Value): Value {
  try {
    return getIter(container)
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(typeErrorType)) throw thrown
    raiseTypeError(`argument of type '${typeName(typeOf(container))}' is not a container or iterable`)
  }
}
