/** `dir(object)`: the names it has by itself, by its class and by the class's bases. As in Objects/typeobject.c. */
import { findAttribute } from '../objects/attribute.ts'
import { PyDict } from '../objects/dict.ts'
import { itemsOf } from '../objects/iteration.ts'
import { PyTuple } from '../objects/tuple.ts'
import { strOf } from '../objects/str.ts'
import { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { PyMappingProxy } from './mapping-proxy-object.ts'

/** Adds the names of the class and of its bases to `names`. */
function mergeClass(names: PyDict, cls: Value, seen: Set<Value>): void {
  if (seen.has(cls)) return
  seen.add(cls)
  if (cls instanceof PyType) for (const name of cls.namespace.keys()) names.set(strOf(name), null)
  else {
    const dict = findAttribute(cls, '__dict__')
    if (dict !== undefined) mergeKeys(names, dict)
  }
  const bases = findAttribute(cls, '__bases__')
  if (bases instanceof PyTuple) for (const base of bases.items) mergeClass(names, base, seen)
}

function mergeKeys(names: PyDict, mapping: Value): void {
  const keys = mapping instanceof PyMappingProxy ? mapping.mapping : mapping
  for (const key of itemsOf(keys)) names.set(key, null)
}

/** type.__dir__: without the metaclass's names. */
export function directoryOfClass(type: PyType): Value[] {
  const names = new PyDict()
  mergeClass(names, type, new Set())
  return itemsOf(names)
}

/** object.__dir__. */
export function directoryOf(object: Value): Value[] {
  const names = new PyDict()
  const dict = findAttribute(object, '__dict__')
  if (dict instanceof PyDict) mergeKeys(names, dict)
  const cls = findAttribute(object, '__class__')
  if (cls !== undefined) mergeClass(names, cls, new Set())
  return itemsOf(names)
}
