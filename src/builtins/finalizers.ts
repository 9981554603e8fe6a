/**
 * `__del__`: what a class wants done when an instance is gone.
 *
 * The engine says that an object is gone when it is, and then there is nothing left to call a method on. So an instance of such a class has a twin
 * that nobody sees: another object of the same class with the very same attributes (and, of a list or a tuple, the same items). The
 * twin is what `__del__` is called with, and what a program gets that stores `self` away in it. An instance that its own attributes lead
 * back to is therefore never found to be gone, nor is one of another builtin type's subclass, which can have no twin: it is kept to the end.
 *
 * `__del__` is called after `gc.collect()`, between two turns of the event loop, now and then while instances are made, and, for those that are still
 * there, when the interpreter ends; as in CPython at most once.
 */
import { typeOf } from '../objects/builtin-types.ts'
import { PyMethodDescriptor } from '../objects/callable.ts'
import { raised } from '../objects/exception.ts'
import { hooks } from '../objects/hooks.ts'
import { AttributeStore, ensureAttributes, PyInstance } from '../objects/instance.ts'
import { PyList } from '../objects/list.ts'
import { finalize } from '../objects/slot-functions.ts'
import { reprText } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { PyType } from '../objects/type.ts'
import { PyObject } from '../objects/value.ts'
import { enterVm, vm, type Vm } from '../objects/vm.ts'

interface Mortal {
  readonly reference: Pick<WeakRef<PyObject>, 'deref'>
  readonly twin: PyObject
}

/** The instances of an interpreter whose `__del__` has not been called, in the order in which they were made. */
const mortals = { create: () => new Set<Mortal>() }

interface Death {
  readonly mortal: Mortal
  readonly vm: Vm
}

const registry = new FinalizationRegistry<Death>(({ mortal, vm: owner }) => {
  const before = enterVm(owner)
  try {
    bury(mortal, mortal.twin)
  } finally {
    enterVm(before)
  }
})

/** Does the class, or one that it inherits from, define `__del__` in Python? */
export const hasFinalizer = (type: PyType): boolean =>
  type.finalize === finalize && !(type.lookup('__del__') instanceof PyMethodDescriptor)

/** A new instance of a class with `__del__` that needs no payload. */
export function newMortal(type: PyType): PyObject {
  const object = new PyObject(type)
  object.attributes = new AttributeStore(type)
  const twin = new PyObject(type)
  twin.attributes = object.attributes
  watch(object, twin)
  return object
}

/** Kinds of objects to whose ends others see: streams of Python classes. */
export const endedElsewhere: unknown[] = []

/** Watches over what the constructor of a builtin type has made for a class with `__del__`. */
export function becomeMortal(object: PyObject): void {
  // Made by newMortal.
  if (object.constructor === PyObject || endedElsewhere.includes(object.constructor)) return
  const twin = twinOf(object)
  if (twin === null) vm.state(mortals).add({ reference: { deref: () => object }, twin: object })
  else {
    twin.attributes = ensureAttributes(object)
    watch(object, twin)
  }
}

function twinOf(object: PyObject): PyObject | null {
  const type = typeOf(object)
  if (object instanceof PyTuple) return new PyTuple(object.items, type)
  if (!(object instanceof PyList)) return null
  const twin = new PyList(object.items, type)
  twin.floats = object.floats
  return twin
}

function watch(object: PyObject, twin: PyObject): void {
  countBirth()
  const mortal = { reference: new WeakRef(object), twin }
  vm.state(mortals).add(mortal)
  registry.register(object, { mortal, vm }, mortal)
}

function bury(mortal: Mortal, self: PyObject): void {
  if (!vm.state(mortals).delete(mortal)) return
  registry.unregister(mortal)
  try {
    self.type.finalize?.(self)
  } catch (thrown) {
    const method = self.type.lookup('__del__') ?? null
    hooks.unraisable(raised(thrown), `Exception ignored while calling deallocator ${reprText(method)}`, null)
  }
}

/** Calls `__del__` for instances that are gone; answers whether there were any. */
export function finalizeDead(): boolean {
  const dead = [...vm.state(mortals)].filter(({ reference }) => reference.deref() === undefined)
  for (const mortal of dead) bury(mortal, mortal.twin)
  return dead.length > 0
}

/** At the interpreter's end: calls `__del__` for all that are left. */
export function finalizeAll(): void {
  for (const mortal of vm.state(mortals)) bury(mortal, mortal.reference.deref() ?? mortal.twin)
}

/** Instances that are made between two looks at which are gone. */
const period = 4096

const births = { create: () => ({ left: period }) }

function countBirth(): void {
  const count = vm.state(births)
  if (--count.left > 0) return
  count.left = Math.max(period, vm.state(mortals).size)
  vm.host.collector?.release()
  finalizeDead()
}

/** `object.__new__` of a class whose instances are plain. */
export const newInstance = (type: PyType): PyObject => (hasFinalizer(type) ? newMortal(type) : new PyInstance(type))
