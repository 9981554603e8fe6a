/**
 * Changing a class: its attributes, and its bases. Whatever changes gives the class and its subclasses new versions and, where a
 * dunder method is concerned, new slots.
 */
import { raiseNoAttribute } from '../objects/attribute.ts'
import {
  bytearrayType,
  bytesType,
  complexType,
  floatType,
  intType,
  objectType,
  strType,
  typeOf,
  typeType,
} from '../objects/builtin-types.ts'
import { fixSlots, fixSlotsFor } from '../objects/dunders.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { typeName, PyType } from '../objects/type.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'
import { haveSameLayout } from './object-class.ts'
import { bestBase } from './type-layout.ts'
import { extendsLayout, resolveMro } from './type-mro.ts'

export function checkMutable(type: PyType, name: string): void {
  if (!type.isHeap || type.staticName !== null)
    raiseTypeError(`cannot set '${name}' attribute of immutable type '${typeName(type)}'`)
}

/** For the attributes that can be assigned only: the check of check_set_special_type_attr. */
export function checkAssignable(type: PyType, name: string, value: Value | undefined): asserts value is Value {
  checkMutable(type, name)
  if (value === undefined) raiseTypeError(`cannot delete '${name}' attribute of immutable type '${type.name}'`)
}

const isDunder = (name: string): boolean => name.startsWith('__') && name.endsWith('__')

/** type.__setattr__ and type.__delattr__. */
export function setTypeAttribute(type: PyType, name: string, value: Value | undefined): void {
  checkMutable(type, name)
  const found = type.type.lookup(name)
  if (found !== undefined) {
    const set = typeOf(found).descrSet
    if (set !== null) return set(found, type, value)
  }
  if (value === undefined && !type.namespace.has(name)) raiseNoAttribute(type, name)
  type.set(name, value)
  if (isDunder(name)) fixSlotsFor(type, name)
}

typeType.setattribute = setTypeAttribute

const atoms = new Set([objectType, intType, floatType, complexType, strType, bytesType, bytearrayType])
const isCollected = (type: PyType): boolean => !atoms.has(type)

/** Assignment to `__bases__`. As type_set_bases (Objects/typeobject.c). */
export function setBases(type: PyType, value: Value | undefined): void {
  checkAssignable(type, '__bases__', value)
  if (!(value instanceof PyTuple))
    raiseTypeError(`can only assign tuple to ${type.name}.__bases__, not ${typeName(typeOf(value))}`)
  if (value.items.length === 0) raiseTypeError(`can only assign non-empty tuple to ${type.name}.__bases__, not ()`)
  for (const base of value.items) {
    if (!(base instanceof PyType))
      raiseTypeError(`${type.name}.__bases__ must be tuple of classes, not '${typeName(typeOf(base))}'`)
    if (base.isSubtypeOf(type) || extendsLayout(base, type))
      raiseTypeError('a __bases__ item causes an inheritance cycle')
  }
  const base = bestBase(value.items)
  // CPython first compares what frees an instance.
  const frees = isCollected(base) === isCollected(type.base!)
  if (!frees || !haveSameLayout(base, type.base!))
    raiseTypeError(
      `__bases__ assignment: '${typeName(base)}' ${frees ? 'object layout' : 'deallocator'} differs from '${typeName(type.base!)}'`,
    )
  const old = type.bases
  moveToBases(type, value.items as readonly PyType[], base)
  // `mro()` may have assigned other bases meanwhile: then it was that assignment that told them.
  if (type.bases !== value.items) return
  for (const each of old) if (!type.bases.includes(each)) each.removeSubclass(type)
  for (const each of type.bases) if (!old.includes(each)) each.addSubclass(type)
}

/** Puts the type on new bases; back on the old ones if no order of resolution comes of it. */
function moveToBases(type: PyType, bases: readonly PyType[], base: PyType): void {
  const before = { bases: type.bases, base: type.base }
  const orders = new Map<PyType, readonly PyType[]>()
  type.bases = bases
  type.base = base
  try {
    updateOrders(type, orders)
  } catch (thrown) {
    // Unless Python code has assigned bases in between.
    if (type.bases === bases) {
      type.bases = before.bases
      type.base = before.base
    }
    for (const [each, order] of orders) each.mro = order
    throw thrown
  } finally {
    type.modified()
  }
  for (const each of orders.keys()) fixSlots(each)
}

/** Resolves the order of the type and then of its subclasses; remembers the old ones. */
function updateOrders(type: PyType, old: Map<PyType, readonly PyType[]>): void {
  const order = resolveMro(type)
  if (!old.has(type)) old.set(type, type.mro)
  type.mro = order
  for (const subclass of type.subclasses()) updateOrders(subclass, old)
}
