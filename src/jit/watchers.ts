/**
 * What units take for constant, and how they learn that it is not.
 *
 * A unit that loads a global as a constant watches the dict; one that relies on what a class says watches the type. Whatever changes
 * them afterwards makes the unit invalid: running code notices behind the call that did it, and the unit is not entered again.
 */
import type { PyDict } from '../objects/dict.ts'
import type { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { markChanging } from './profile.ts'
import type { Unit } from './unit.ts'

/** Takes a unit out of service. Set by entering.ts, which knows where units hang. */
export const invalidation: { discard: (unit: Unit) => void } = { discard: () => undefined }

const watched = new WeakMap<PyDict, Map<Value, Set<Unit>>>()

/** The unit depends on the value of `key` in the dict, or on its absence. */
export function watchKey(dict: PyDict, key: Value, unit: Unit): void {
  let keys = watched.get(dict)
  if (keys === undefined) {
    watched.set(dict, (keys = new Map()))
    // That of an instance, which the dict follows (instance.ts), is told to live on its own.
    dict.watcher?.(dict, undefined)
    dict.watcher = changed
  }
  let units = keys.get(key)
  if (units === undefined) keys.set(key, (units = new Set()))
  units.add(unit)
}

function changed(dict: PyDict, key: Value | undefined): void {
  const keys = watched.get(dict)
  if (keys === undefined) return
  for (const each of key === undefined ? [...keys.keys()] : [key]) {
    const units = keys.get(each)
    if (units === undefined) continue
    keys.delete(each)
    markChanging(dict, each)
    for (const unit of units) invalidation.discard(unit)
  }
}

export function watchType(type: PyType, unit: Unit): void {
  // Builtin types are immutable.
  if (type.isHeap) type.watch(() => invalidation.discard(unit))
}
