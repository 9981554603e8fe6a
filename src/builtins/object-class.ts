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

/** Are instances of one type what instances of the other are: same payload, same reserved names, a `__dict__` in both or neither? */
export function haveSameLayout(left: PyType, right: PyType): boolean {
  if (left === right) return true
  if (left.solid !== right.solid || left.reservedSlots !== right.reservedSlots) return false
  return (left.flags & layoutFlags) === (right.flags & layoutFlags) && reservedNames(left) === reservedNames(right)
}

/** The names that each class along the bases reserved: those of one class are sorted. */
function reservedNames(type: PyType): string {
  const names: string[] = []
  for (let each: PyType | null = type; each !== null; each = each.base)
    if (each.slotNames !== null && each.slotNames.length > 0) names.push(each.slotNames.join(','))
  return names.join(';')
}

function changeType(object: PyObject, type: PyType): void {
  object.type = type
  const { attributes } = object
  if (attributes === null) return
  if (attributes.shape.isDict) {
    attributes.shape = rootShape(type)
    enterDictMode(attributes, attributes.dict!)
  } else moveToShapesOf(attributes, type)
}

function moveToShapesOf(attributes: Attributes, type: PyType): void {
  const entries: [string, Value][] = []
  for (const name of attributes.shape.names()) entries.push([name, getAttribute(attributes, name)!])
  attributes.slots.length = type.reservedSlots
  attributes.shape = rootShape(type)
  for (const [name, value] of entries) setAttribute(attributes, name, value)
}
