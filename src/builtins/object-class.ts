/**
 * `object.__class__`, which can be assigned: the object moves to another type whose instances look the same from inside. As
 * object_set_class (Objects/typeobject.c).
 */
import { moduleType, typeOf } from '../objects/builtin-types.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { enterDictMode, getAttribute, setAttribute, type Attributes } from '../objects/instance.ts'
import { rootShape } from '../objects/shape.ts'
import { PyType, TypeFlags, typeName } from '../objects/type.ts'
import type { PyObject, Value } from '../objects/value.ts'

export function setClass(object: Value, value: Value | undefined): void {
  if (value === undefined) raiseTypeError("can't delete __class__ attribute")
  if (!(value instanceof PyType))
    raiseTypeError(`__class__ must be set to a class, not '${typeName(typeOf(value))}' object`)
  const old = typeOf(object)
  const areModules = old.isSubtypeOf(moduleType) && value.isSubtypeOf(moduleType)
  if (!areModules && !(old.isHeap && value.isHeap))
    raiseTypeError('__class__ assignment only supported for mutable types or ModuleType subclasses')
  if (!haveSameLayout(old, value))
    raiseTypeError(`__class__ assignment: '${typeName(value)}' object layout differs from '${typeName(old)}'`)
  changeType(object as PyObject, value)
}

const layoutFlags = TypeFlags.dict | TypeFlags.weakref

/** Are instances of one type what instances of the other are? As compatible_for_assignment. */
export function haveSameLayout(left: PyType, right: PyType): boolean {
  if (left.solid !== right.solid || !addTheSame(left, right, layoutFlags)) return false
  const [a, b] = [layoutRoot(left), layoutRoot(right)]
  return a === b || (a.base === b.base && reservedNames(a) === reservedNames(b))
}

const addTheSame = (left: PyType, right: PyType, flags: number): boolean =>
  left.reservedSlots === right.reservedSlots && (left.flags & flags) === (right.flags & flags)

/** The nearest base, or the type itself, that adds something to its own base. */
function layoutRoot(type: PyType): PyType {
  let each = type
  while (each.base !== null && each.solid === each.base.solid && addTheSame(each, each.base, layoutFlags))
    each = each.base
  return each
}

const reservedNames = (type: PyType): string => type.slotNames?.join(',') ?? ''

function changeType(object: PyObject, type: PyType): void {
  object.type = type
  const { attributes } = object
  if (attributes === null) return
  if (attributes.dict !== null) enterDictMode(attributes, attributes.dict, type)
  else moveToShapesOf(attributes, type)
}

function moveToShapesOf(attributes: Attributes, type: PyType): void {
  const entries: [string, Value][] = []
  for (const name of attributes.shape.names()) entries.push([name, getAttribute(attributes, name)!])
  attributes.slots.length = type.reservedPlaces
  attributes.shape = rootShape(type)
  for (const [name, value] of entries) setAttribute(attributes, name, value)
}
