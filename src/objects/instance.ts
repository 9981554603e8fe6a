// Hot.
/**
 * Instances of Python classes, and the attributes of every object that has some.
 *
 * Where an attribute is, the shape says (shape.ts). `slots` begins with the values that `__slots__` reserved, which have no
 * name in the shape: their member descriptors know the index. Both arrays are copied from the type's templates,
 * which have grown to what earlier instances needed, so that filling an instance does not grow arrays.
 */
import { arrayOfDouble } from '../base/arrays.ts'
import { PyDict } from './dict.ts'
import { dictShape, noFloats, rootShape, type Shape } from './shape.ts'
import type { PyType } from './type.ts'
import { PyFloat, type PyObject, type Value, isPyObject, isUnboxable } from './value.ts'

export interface Attributes {
  shape: Shape
  slots: (Value | undefined)[]
  floats: number[]
  dict: PyDict | null
}

/** An instance of a Python class whose bases need no payload. */
export class PyInstance implements Attributes {
  type: PyType
  attributes: Attributes | null
  shape: Shape
  slots: (Value | undefined)[]
  floats: number[]
  dict: PyDict | null
  /** See identityOf (hash.ts); 0 before anybody asked. */
  serial: number
  constructor(type: PyType) {
    this.type = type
    this.attributes = this
    this.serial = 0
    this.shape = type.rootShape ?? rootShape(type)
    this.slots = type.slotTemplate.slice()
    this.floats = type.floatTemplate === noFloats ? noFloats : type.floatTemplate.slice()
    this.dict = null
  }
}
isPyObject(PyInstance)

/** The attributes of an instance of a subclass of a builtin type: beside the payload. */
export class AttributeStore implements Attributes {
  shape: Shape
  slots: (Value | undefined)[]
  floats: number[]
  dict: PyDict | null
  constructor(type: PyType) {
    this.shape = type.rootShape ?? rootShape(type)
    this.slots = type.slotTemplate.slice()
    this.floats = type.floatTemplate === noFloats ? noFloats : type.floatTemplate.slice()
    this.dict = null
  }
}

/** The attributes of `object`, made now if its type has some that nobody has set yet; null if it can have none. */
export function ensureAttributes(object: PyObject): Attributes | null {
  if (object.attributes === null && object.type.hasAttributes) object.attributes = new AttributeStore(object.type)
  return object.attributes
}

export function getAttribute(attributes: Attributes, name: string): Value | undefined {
  const shape = attributes.shape
  if (shape.isDict) return attributes.dict!.getStr(name)
  const place = shape.placeOf(name)
  if (place === undefined) return undefined
  return place >= 0 ? attributes.slots[place] : new PyFloat(attributes.floats[~place]!)
}

export function setAttribute(attributes: Attributes, name: string, value: Value): void {
  const shape = attributes.shape
  if (shape.isDict) {
    attributes.dict!.setStr(name, value)
    return
  }
  const place = shape.placeOf(name)
  if (place === undefined) addAttribute(attributes, name, value)
  else if (place >= 0) attributes.slots[place] = value
  else if (isUnboxable(value)) attributes.floats[~place] = value.value
  else {
    tagAttribute(attributes, name)
    setAttribute(attributes, name, value)
  }
}

function addAttribute(attributes: Attributes, name: string, value: Value): void {
  const next = attributes.shape.with(name, isUnboxable(value))
  if (next === null) materializeDict(attributes).setStr(name, value)
  else addAt(attributes, next, value)
}

/** Moves to `next`, a transition of the present shape, storing the value that it adds. */
export function addAt(attributes: Attributes, next: Shape, value: Value): void {
  const type = next.type
  const place = next.place
  attributes.shape = next
  if (place >= 0) {
    const slots = attributes.slots
    if (place < slots.length) slots[place] = value
    else {
      slots.push(value)
      while (type.slotTemplate.length <= place) type.slotTemplate.push(undefined)
    }
    return
  }
  const number = (value as PyFloat).value
  if (attributes.floats === noFloats) attributes.floats = arrayOfDouble(number)
  else if (~place < attributes.floats.length) attributes.floats[~place] = number
  else attributes.floats.push(number)
  if (type.floatTemplate === noFloats) type.floatTemplate = [0.5]
  while (type.floatTemplate.length <= ~place) type.floatTemplate.push(0.5)
}

/** The attribute `name`, until now a raw float, becomes one that holds anything, here and for all instances to come. */
function tagAttribute(attributes: Attributes, name: string): void {
  const { shape } = attributes
  shape.type.taggedNames.add(name)
  const entries: [string, Value][] = []
  for (const each of shape.names()) entries.push([each, getAttribute(attributes, each)!])
  attributes.slots.length = shape.type.reservedSlots
  attributes.shape = rootShape(shape.type)
  for (const [each, value] of entries) addAttribute(attributes, each, value)
}

/** Deletes the attribute; false if there is none. */
export function deleteAttribute(attributes: Attributes, name: string): boolean {
  const { shape } = attributes
  if (shape.isDict) return attributes.dict!.deleteStr(name)
  const place = shape.placeOf(name)
  if (place === undefined) return false
  const next = shape.without(name)
  if (next === null) return materializeDict(attributes).deleteStr(name)
  attributes.shape = next
  if (place >= 0) {
    const { slots } = attributes
    for (let i = place; i < next.slotCount; i++) slots[i] = slots[i + 1]
    slots[next.slotCount] = undefined
  } else attributes.floats.copyWithin(~place, ~place + 1)
  return true
}

/** The instance's `__dict__`: from now on its attributes live there. */
export function materializeDict(attributes: Attributes): PyDict {
  if (attributes.dict !== null) return attributes.dict
  const { shape } = attributes
  const names = [...shape.names()]
  const values = new Array<Value>(names.length)
  for (let i = 0; i < names.length; i++) values[i] = getAttribute(attributes, names[i]!)!
  const dict = PyDict.ofNames(names, values)
  enterDictMode(attributes, dict)
  return dict
}

/** Makes `dict` the home of the instance's attributes (assignment to `__dict__`). */
export function enterDictMode(attributes: Attributes, dict: PyDict): void {
  const { type } = attributes.shape
  attributes.dict = dict
  attributes.slots.length = type.reservedSlots
  attributes.floats = noFloats
  attributes.shape = dictShape(type)
}
