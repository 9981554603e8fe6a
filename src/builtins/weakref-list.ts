/** The weak references to each object, while they are alive themselves. */
import { PyObject, type Value } from '../objects/value.ts'
import type { PyType } from '../objects/type.ts'

/**
 * A weak reference or proxy. With a callback it must outlive nothing but itself: the engine's FinalizationRegistry holds it only
 * weakly (weakref.ts).
 */
export class PyWeakref extends PyObject {
  readonly reference: WeakRef<PyObject>
  callback: Value
  /** Remembered from when the object was alive. */
  hash: number | bigint | null
  constructor(type: PyType, object: PyObject, callback: Value) {
    super(type)
    this.reference = new WeakRef(object)
    this.callback = callback
    this.hash = null
  }

  /** What it refers to, or undefined when that is gone. */
  get object(): PyObject | undefined {
    return this.reference.deref()
  }
}

const references = new WeakMap<PyObject, WeakRef<PyWeakref>[]>()

export function addWeakref(object: PyObject, reference: PyWeakref): void {
  const list = references.get(object)
  if (list === undefined) references.set(object, [new WeakRef(reference)])
  else list.push(new WeakRef(reference))
}

/** The living reference of the type to the object that has no callback, if there is one. */
export function sharedWeakref(object: PyObject, type: PyType): PyWeakref | undefined {
  const list = references.get(object)
  if (list === undefined) return undefined
  for (let i = 0; i < list.length; i++) {
    const each = list[i]!.deref()
    if (each === undefined) list.splice(i--, 1)
    else if (each.type === type && each.callback === null) return each
  }
  return undefined
}

/** The living references to the object, the one that can be shared first. */
export function weakrefsOf(object: PyObject): PyWeakref[] {
  const list = references.get(object)
  if (list === undefined) return []
  const alive = list.filter(each => each.deref() !== undefined)
  if (alive.length < list.length) references.set(object, alive)
  const found = alive.map(each => each.deref()!)
  return [...found.filter(each => each.callback === null), ...found.filter(each => each.callback !== null)]
}

export function firstWeakref(object: PyObject): Value {
  return weakrefsOf(object)[0] ?? null
}
