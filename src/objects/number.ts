/**
 * The payloads of instances of subclasses of int, float; complex; and the singletons.
 *
 * An int, a bool and a float are primitives or a bare box (value.ts); code that must also accept instances of subclasses goes
 * through `asInt` and `asFloat`.
 */
import { complexType, ellipsisType, notImplementedType } from './builtin-types.ts'
import type { PyType } from './type.ts'
import { PyFloat, PyObject, type Int, type Value } from './value.ts'

/** An instance of a subclass of int. */
export class PyIntObject extends PyObject {
  readonly value: Int
  constructor(value: Int, type: PyType) {
    super(type)
    this.value = value
  }
}

/** An instance of a subclass of float. */
export class PyFloatObject extends PyObject {
  readonly value: number
  constructor(value: number, type: PyType) {
    super(type)
    this.value = value
  }
}

export class PyComplex extends PyObject {
  readonly real: number
  readonly imag: number
  constructor(real: number, imag: number, type: PyType = complexType) {
    super(type)
    this.real = real
    this.imag = imag
  }
}

/** The int in an int, a bool or an instance of a subclass; else undefined. */
export function asInt(value: Value): Int | undefined {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return value
    case 'boolean':
      return value ? 1 : 0
    default:
      return value instanceof PyIntObject ? value.value : undefined
  }
}

/** The double in a float or an instance of a subclass; else undefined. */
export function asFloat(value: Value): number | undefined {
  if (value instanceof PyFloat) return value.value
  return value instanceof PyFloatObject ? value.value : undefined
}

export const Ellipsis = new PyObject(ellipsisType)
export const NotImplemented = new PyObject(notImplementedType)
