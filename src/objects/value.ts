/**
 * What a Python value is in JavaScript.
 *
 *     None   null                  bool   boolean
 *     int    number within ±(2^53−1), never −0; bigint beyond
 *     float  PyFloat               str    string without surrogate code units; else PyWideStr (str.ts)
 *     the rest: an object of a class that extends PyObject
 *
 * `undefined` is not a value: it means unbound, absent, deleted, or, from an `iternext` slot, exhausted.
 *
 * Every object answers `type`. Builtin types whose instances Python code can subclass keep, in `attributes`, what
 * the instance of a subclass has beyond its payload; for an exact builtin it is null. For instances of Python
 * classes without payload (instance.ts) it is the instance itself, so that one line reaches the attributes of all.
 */
import type { Attributes } from './instance.ts'
import type { PyType } from './type.ts'

export type Value = null | boolean | number | bigint | string | PyFloat | PyObject

export type Int = number | bigint

export class PyObject {
  type: PyType
  attributes: Attributes | null
  constructor(type: PyType) {
    this.type = type
    this.attributes = null
  }
}

/**
 * Makes a class one of Python objects without `extends PyObject`. That is for the classes whose instances are made by the million: in a
 * constructor that all classes share, V8 sees so many shapes that each store becomes a call (a fifth of the time of a
 * recursive function); a class that assigns `type` and `attributes` itself is made inline.
 */
export function isPyObject(constructor: { prototype: object }): void {
  Object.setPrototypeOf(constructor.prototype, PyObject.prototype)
}

/**
 * A float, boxed. Its type lives on the prototype (set where `floatType` is made): the box is made in hot code and
 * holds the double alone. An instance of a subclass of float is a `PyFloatObject` (number.ts), so that
 * `instanceof PyFloat` means exactly float.
 */
export class PyFloat {
  declare readonly type: PyType
  declare readonly attributes: null
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}

/**
 * Is this `a is b`? Floats have no identity beyond their bits, since lists and attributes hold them unboxed (as in PyPy); but every
 * NaN is itself alone.
 */
export function isSame(a: Value | undefined, b: Value | undefined): boolean {
  return a === b || (a instanceof PyFloat && b instanceof PyFloat && a.value === b.value && Object.is(a.value, b.value))
}

/** Is it a float that may be kept without its box? Not a NaN: it is equal to nothing, so its box is all there is to know it by. */
export function isUnboxable(value: Value): value is PyFloat {
  // biome-ignore lint/suspicious/noSelfCompare: false for NaN alone.
  return value instanceof PyFloat && value.value === value.value
}
