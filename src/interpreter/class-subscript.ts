/** `C[int]`: `__class_getitem__`, or the metaclass's `__getitem__`, which subscripts.ts has tried already. */
import { findTypeAttribute } from '../objects/attribute.ts'
import { call } from '../objects/call.ts'
import { typeType } from '../objects/builtin-types.ts'
import { genericAlias } from '../builtins/generic-alias-object.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { typeName, type PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'

export function callTypeSubscript(type: PyType, key: Value): Value {
  // type[int] is a generic alias, while other classes without __class_getitem__ cannot be subscripted.
  if (type === typeType) return genericAlias(type, key)
  const method = findTypeAttribute(type, '__class_getitem__')
  if (method === undefined || method === null) raiseTypeError(`type '${typeName(type)}' is not subscriptable`)
  return call(method, [key])
}
