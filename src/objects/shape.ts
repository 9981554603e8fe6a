/**
 * Shapes (hidden classes): where an instance keeps each of its attributes.
 *
 * An instance of a Python class holds its values in two arrays, `slots` for anything and `floats` for raw doubles; its shape
 * says which name is where. Instances that got the same attributes in the same order share a shape, so one
 * comparison of shapes tells a cache that the type and the place of an attribute are as before. Shapes form a tree:
 * adding an attribute follows (or makes) the transition named after it.
 *
 *     root of Point ── x:float ── y:float          Point(1.0, 2.0)
 *                  └── x ── y                      Point(1, 2)
 *
 * An attribute whose first value is a float gets a place among the floats, where it needs no box. When something else is stored
 * there, the instance moves to the shape with that place tagged, and the type remembers the name, so that each
 * name is mistaken at most once per class; so it does when another instance begins with something else. An attribute at `place` is
 * `slots[place]`, or `floats[~place]` if place is negative.
 *
 * Deleting moves to the shape of what is left, as if the attribute had never been there. An instance whose `__dict__` was asked for has the mirror
 * of its shape: the places are the same, but what is stored there must reach the dict as well, so caches know such shapes for
 * reading only. What does not fit (a `__dict__` that was changed or assigned, more than `maxAttributes` names, deleting in more than `maxDeletions`
 * ways) puts the instance in dictionary mode: `dictShape`, and its attributes live in `dict`.
 */
import type { PyType } from './type.ts'

const maxAttributes = 128
const maxDeletions = 64

/** Stands for "no floats" in an instance; never written to. */
export const noFloats: number[] = []

export class Shape {
  readonly type: PyType
  readonly parent: Shape | null
  /** The attribute that this shape adds to its parent's; '' for a root. */
  readonly name: string
  readonly place: number
  readonly slotCount: number
  readonly floatCount: number
  /** Attributes live in the instance's `dict`. */
  readonly isDict: boolean
  /** Of a mirror: the shape that it mirrors. */
  readonly mirrored: Shape | null
  #mirror: Shape | null
  #places: Map<string, number> | null
  readonly #transitions: Map<string, Shape>
  readonly #floatTransitions: Map<string, Shape>
  #deletions: Map<string, Shape> | null
  /** Of a root: in how many ways attributes have been deleted. */
  #deletionCount: number

  constructor(
    type: PyType,
    parent: Shape | null,
    name: string,
    place: number,
    isDict: boolean,
    mirrored: Shape | null = null,
  ) {
    this.type = type
    this.parent = parent
    this.name = name
    this.place = place
    this.slotCount = parent === null ? type.reservedPlaces : parent.slotCount + (place >= 0 ? 1 : 0)
    this.floatCount = parent === null ? 0 : parent.floatCount + (place < 0 ? 1 : 0)
    this.isDict = isDict
    this.mirrored = mirrored
    this.#mirror = null
    this.#places = null
    this.#transitions = new Map()
    this.#floatTransitions = new Map()
    this.#deletions = null
    this.#deletionCount = 0
  }

  /** Where the attribute is; undefined if this shape has none of that name. */
  placeOf(name: string): number | undefined {
    return (this.#places ??= this.#collect()).get(name)
  }

  #collect(): Map<string, number> {
    const places = new Map<string, number>()
    const chain: Shape[] = []
    for (let shape: Shape = this; shape.parent !== null; shape = shape.parent) chain.push(shape)
    for (let i = chain.length - 1; i >= 0; i--) places.set(chain[i]!.name, chain[i]!.place)
    return places
  }

  /** Attribute names in the order in which they were added. */
  names(): Iterable<string> {
    return (this.#places ??= this.#collect()).keys()
  }

  /** The shape of the same instance once its `__dict__` has been asked for. */
  mirror(): Shape {
    return (this.#mirror ??= new Shape(this.type, this.parent, this.name, this.place, false, this))
  }

  /** The shape with `name` added, for a value that is (or is not) a float; null when there are too many attributes. */
  with(name: string, isFloat: boolean): Shape | null {
    const { taggedNames } = this.type
    if ((isFloat ? this.#transitions : this.#floatTransitions).has(name)) taggedNames.add(name)
    const asFloat = isFloat && !taggedNames.has(name)
    const transitions = asFloat ? this.#floatTransitions : this.#transitions
    let next = transitions.get(name)
    if (next === undefined) {
      if (this.slotCount + this.floatCount >= maxAttributes) return null
      next = new Shape(this.type, this, name, asFloat ? ~this.floatCount : this.slotCount, false)
      transitions.set(name, next)
    }
    return next
  }

  /** The shape without `name`, which it has; null when there are too many such, or what is left has other places by now. */
  without(name: string): Shape | null {
    const known = this.#deletions?.get(name)
    if (known !== undefined) return known
    const root = rootShape(this.type)
    if (root.#deletionCount === maxDeletions) return null
    let next: Shape | null = root
    for (const [each, place] of this.#places!) {
      if (each === name) continue
      next = next.with(each, place < 0)
      if (next === null || next.place < 0 !== place < 0) return null
    }
    root.#deletionCount++
    this.#deletions ??= new Map()
    this.#deletions.set(name, next)
    return next
  }
}

/** The shape of a new instance of `type`. */
export function rootShape(type: PyType): Shape {
  return (type.rootShape ??= new Shape(type, null, '', 0, false))
}

const dictShapes = new WeakMap<PyType, Shape>()

/** The shape of the instances of `type` that are in dictionary mode. */
export function dictShape(type: PyType): Shape {
  let shape = dictShapes.get(type)
  if (shape === undefined) dictShapes.set(type, (shape = new Shape(type, null, '', 0, true)))
  return shape
}
