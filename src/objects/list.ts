// Hot.
/**
 * list.
 *
 * A list whose items are all floats keeps them as raw doubles, without boxes: `floats` is then the storage, a
 * JavaScript array of doubles, and `items` is empty; otherwise `floats` is null and `items` is the storage. A list becomes one of
 * floats when a float is put into an empty one, and stops for good when something else is. Code that
 * is not hot asks for `boxed()` and sees an ordinary array, at the price of that list's being one for good.
 */
import { changing } from '../base/fields.ts'
import { arrayOfDouble, arrayOfInt, arrayOfOne, generalArray } from '../base/arrays.ts'
import { listType } from './builtin-types.ts'
import type { Attributes } from './instance.ts'
import type { PyType } from './type.ts'
import { PyFloat, type Value, isPyObject, isUnboxable } from './value.ts'

/** The items of a new list that is empty; nothing is ever put into it. */
export const noItems: Value[] = generalArray()

export class PyList {
  type: PyType
  attributes: Attributes | null
  items: Value[]
  floats: number[] | null
  /** See identityOf (hash.ts); 0 before anybody asked. */
  serial: number

  constructor(items: Value[], type: PyType = listType) {
    this.type = type
    this.attributes = null
    this.serial = 0
    this.items = items
    this.floats = null
  }

  get length(): number {
    return this.floats === null ? this.items.length : this.floats.length
  }

  /** The item at `index`, which is within bounds. */
  at(index: number): Value {
    return this.floats === null ? this.items[index]! : new PyFloat(this.floats[index]!)
  }

  /** Replaces the item at `index`, which is within bounds. */
  put(index: number, value: Value): void {
    if (this.floats === null) this.items[index] = value
    else if (isUnboxable(value)) this.floats[index] = value.value
    else this.boxed()[index] = value
  }

  push(value: Value): void {
    if (this.floats !== null) {
      if (isUnboxable(value)) this.floats.push(value.value)
      else this.boxed().push(value)
    } else if (this.items.length === 0) this.#pushFirst(value)
    else this.items.push(value)
  }

  #pushFirst(value: Value): void {
    if (isUnboxable(value)) this.floats = arrayOfDouble(value.value)
    else if (this.items !== noItems) this.items.push(value)
    else if (typeof value === 'number' && (value | 0) === value) this.items = arrayOfInt(value)
    else this.items = arrayOfOne(value)
  }

  /** A float that is no NaN, to a list that is not of floats so far. */
  pushFloat(value: number): void {
    if (this.items.length === 0) this.floats = arrayOfDouble(value)
    else this.items.push(new PyFloat(value))
  }

  /** The items as an array of values, which may be changed in place. The list holds boxes from now on. */
  boxed(): Value[] {
    const { floats } = this
    if (floats !== null) {
      const items = new Array<Value>(floats.length)
      for (let i = 0; i < floats.length; i++) items[i] = new PyFloat(floats[i]!)
      this.items = items
      this.floats = null
    } else if (this.items === noItems) this.items = []
    return this.items
  }

  /** The items as a new array. */
  toArray(): Value[] {
    return this.floats === null ? this.items.slice() : this.floats.map(number => new PyFloat(number))
  }

  /** The items from `start` up to `stop` (within bounds), in a new list of the same storage. */
  slice(start: number, stop: number): PyList {
    const part = new PyList([])
    if (this.floats === null) part.items = this.items.slice(start, stop)
    else if (start < stop) part.floats = this.floats.slice(start, stop)
    return part
  }

  /** A list of these items; the array may become its storage. */
  static of(items: Value[]): PyList {
    if (items.length === 0) return new PyList(noItems)
    const list = new PyList(items)
    if (items[0] instanceof PyFloat && items.every(isUnboxable)) {
      list.floats = items.map(item => (item as PyFloat).value)
      list.items = []
    }
    return list
  }

  static ofFloats(floats: number[]): PyList {
    const list = new PyList([])
    if (floats.length > 0) list.floats = floats
    return list
  }
}
isPyObject(PyList)
changing(new PyList([]), { serial: 1, items: [], floats: [] })
