// Hot.
/** `bool(value)`. As in PyObject_IsTrue (Objects/object.c). */
import { PyFloat, type Value } from './value.ts'

export function truth(value: Value): boolean {
  switch (typeof value) {
    case 'boolean':
      return value
    case 'number':
      return value !== 0
    case 'string':
      return value !== ''
    case 'bigint':
      return true
    default:
      return value !== null && objectTruth(value)
  }
}

function objectTruth(value: Exclude<Value, null | boolean | number | bigint | string>): boolean {
  if (value instanceof PyFloat) return value.value !== 0
  const { type } = value
  if (type.bool !== null) return type.bool(value)
  if (type.length !== null) return type.length(value) > 0
  return true
}
