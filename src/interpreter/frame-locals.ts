/** What `locals()` answers: the namespace of a module or class body; a snapshot of a function's variables (PEP 667). */
import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN, CO_OPTIMIZED } from '../compiler/code.ts'
import { PyDict } from '../objects/dict.ts'
import { PyCell, type Frame } from '../objects/frame.ts'
import { strOf } from '../objects/str.ts'
import type { Value } from '../objects/value.ts'

export function frameLocals(frame: Frame): Value {
  if ((frame.code.flags & CO_OPTIMIZED) === 0 && frame.locals !== null) return frame.locals
  const locals = new PyDict()
  for (const [name, value] of fastLocals(frame)) locals.set(strOf(name), value)
  return locals
}

/** The bound fast locals, cells and free variables of a frame. */
export function* fastLocals(frame: Frame): Generator<[string, Value]> {
  const { localsplusnames, localspluskinds } = frame.code.code
  for (let i = 0; i < localsplusnames.length; i++) {
    const kind = localspluskinds[i]!
    if ((kind & CO_FAST_HIDDEN) !== 0) continue
    const held = frame.slots[i]
    const isCell = (kind & (CO_FAST_CELL | CO_FAST_FREE)) !== 0 && held instanceof PyCell
    const value = isCell ? held.value : held
    if (value !== undefined) yield [localsplusnames[i]!, value]
  }
}
