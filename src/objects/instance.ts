// Hot.
/**
 * Instances of Python classes, and the attributes of every object that has some.
 *
 * Where an attribute is, the shape says (shape.ts), and so it does of what `__slots__` reserved in classes without a `__dict__`. In
 * others `slots` begins with these values, which have no name in the shape: their member descriptors know the index. Both arrays are
 * copied from the type's templates, which have grown to what earlier instances needed, so that filling an instance does not grow arrays.
 */
import { anything, changing } from '../base/fields.ts'
import { objectType } from './builtin-types.ts'
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
changing(new PyInstance(objectType), { serial: 1, shape: anything, slots: [], floats: [], dict: anything })

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
  if (attributes.shape.isDict && !leaveDictMode(attributes)) return attributes.dict!.getStr(name)
  const place = attributes.shape.placeOf(name)
  if (place === undefined) return undefined
  return place >= 0 ? attributes.slots[place] : new PyFloat(attributes.floats[~place]!)
}

export function setAttribute(attributes: Attributes, name: string, value: Value): void {
  const shape = attributes.shape
  if (shape.isDict) {
    attributes.dict!.setStr(name, value)
    return
  }
  if (shape.mirrored !== null) {
    const dict = unmirror(attributes)
    setAttribute(attributes, name, value)
    dict.setStr(name, value)
    return mirror(attributes, dict, null)
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
  if (next === null) toDictMode(attributes).setStr(name, value)
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
  attributes.slots.length = shape.type.reservedPlaces
  attributes.shape = rootShape(shape.type)
  for (const [each, value] of entries) addAttribute(attributes, each, value)
}

/** Deletes the attribute; false if there is none. */
export function deleteAttribute(attributes: Attributes, name: string): boolean {
  const { shape } = attributes
  if (shape.isDict) return attributes.dict!.deleteStr(name)
  const place = shape.placeOf(name)
  if (place === undefined) return false
  if (shape.mirrored !== null) {
    const dict = unmirror(attributes)
    deleteAttribute(attributes, name)
    dict.deleteStr(name)
    mirror(attributes, dict, null)
    return true
  }
  const next = shape.without(name)
  if (next === null) return toDictMode(attributes).deleteStr(name)
  attributes.shape = next
  if (place >= 0) {
    const { slots } = attributes
    for (let i = place; i < next.slotCount; i++) slots[i] = slots[i + 1]
    slots[next.slotCount] = undefined
  } else attributes.floats.copyWithin(~place, ~place + 1)
  return true
}

/** The instance's `__dict__`. */
export function materializeDict(attributes: Attributes): PyDict {
  if (attributes.dict !== null) return attributes.dict
  const dict = dictOf(attributes)
  mirror(attributes, dict, changedOnce)
  return dict
}

function dictOf(attributes: Attributes): PyDict {
  const names = [...attributes.shape.names()]
  const values = new Array<Value>(names.length)
  for (let i = 0; i < names.length; i++) values[i] = getAttribute(attributes, names[i]!)!
  return PyDict.ofNames(names, values)
}

function toDictMode(attributes: Attributes): PyDict {
  const dict = dictOf(attributes)
  enterDictMode(attributes, dict)
  return dict
}

/** Makes `dict` the home of the attributes of the instance (assignment to `__dict__`), whose type is `type` from now on. */
export function enterDictMode(attributes: Attributes, dict: PyDict, type = attributes.shape.type): void {
  if (attributes.shape.mirrored !== null) attributes.dict!.watcher = null
  attributes.dict = dict
  attributes.slots.length = type.reservedPlaces
  attributes.floats = noFloats
  attributes.shape = dictShape(type)
}

/** Makes `dict`, which has the instance's attributes, follow them, until it is changed itself: then its watcher will be `after`. */
function mirror(attributes: Attributes, dict: PyDict, after: PyDict['watcher']): void {
  if (attributes.shape.isDict) return enterDictMode(attributes, dict)
  attributes.dict = dict
  attributes.shape = attributes.shape.mirror()
  dict.watcher = () => {
    enterDictMode(attributes, dict)
    dict.watcher = after
  }
}

/** Ends that; answers the dict, which is a copy now. */
function unmirror(attributes: Attributes): PyDict {
  const { dict, shape } = attributes
  dict!.watcher = null
  attributes.dict = null
  attributes.shape = shape.mirrored!
  return dict!
}

/** Marks the dict of an instance that went into dictionary mode because it was changed, as `self.__dict__.update(…)` does. */
const changedOnce = (): void => undefined

/** Brings an instance back whose dict was changed, if that happened for the first time; answers whether it has been. */
export function leaveDictMode(attributes: Attributes): boolean {
  const dict = attributes.dict!
  if (dict.watcher !== changedOnce) return false
  dict.watcher = null
  attributes.dict = null
  attributes.shape = rootShape(attributes.shape.type)
  for (let i = dict.next(0); i >= 0 && !attributes.shape.isDict; i = dict.next(i + 1)) {
    const name = dict.keys[i]!
    if (typeof name === 'string') addAttribute(attributes, name, dict.values[i]!)
    else toDictMode(attributes)
  }
  mirror(attributes, dict, null)
  return !attributes.shape.isDict
}
