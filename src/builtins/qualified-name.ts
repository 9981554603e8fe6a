/** The name of a type with its module, as reprs show it. As PyType_GetFullyQualifiedName (Objects/typeobject.c). */
import { strOf, type Str, asStr, textOf } from '../objects/str.ts'
import type { PyType } from '../objects/type.ts'

export function fullyQualifiedName(type: PyType): Str {
  const own = type.isHeap ? type.lookup('__module__') : type.module
  const module = own === undefined ? undefined : asStr(own)
  if (module === undefined || module === 'builtins') return strOf(type.qualname)
  return strOf(`${textOf(module)}.${type.qualname}`)
}

/** The same as error messages have it: without the module of the program itself. */
export function nameInMessages(type: PyType): string {
  const name = textOf(fullyQualifiedName(type))
  return name.startsWith('__main__.') ? type.qualname : name
}
