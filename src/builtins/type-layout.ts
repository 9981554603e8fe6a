/**
 * Which class an instance is laid out as, and which of several bases is the one to extend. As solid_base and best_base
 * (Objects/typeobject.c).
 *
 * A layout grows along one line of classes only: builtin types that bring a payload, and classes that reserve slots.
 */
import { raiseTypeError } from '../objects/exception.ts'
import { PyType, TypeFlags, typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'

/** The nearest base, or the class itself, that adds something to what an instance holds besides `__dict__`. */
export function layoutOf(type: PyType): PyType {
  let each = type
  while (each.isHeap && each.reservedSlots === each.base!.reservedSlots) each = each.base!
  return each.isHeap ? each : each.solid
}

/** The base whose layout contains those of the others. */
export function bestBase(bases: readonly Value[]): PyType {
  let best: PyType | undefined
  let winner: PyType | undefined
  for (const base of bases) {
    if (!(base instanceof PyType)) raiseTypeError('bases must be types')
    if ((base.flags & TypeFlags.base) === 0) raiseTypeError(`type '${typeName(base)}' is not an acceptable base type`)
    const candidate = layoutOf(base)
    if (winner === undefined || (candidate !== winner && candidate.isSubtypeOf(winner))) {
      winner = candidate
      best = base
    } else if (!winner.isSubtypeOf(candidate)) raiseTypeError('multiple bases have instance lay-out conflict')
  }
  return best!
}
