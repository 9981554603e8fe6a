/** The method resolution order of a class: C3, or what its metaclass's `mro()` answers. As mro_internal (Objects/typeobject.c). */
import { typeOf, typeType } from '../objects/builtin-types.ts'
import { callSpecial } from '../objects/call.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { itemsOf } from '../objects/iteration.ts'
import { linearize, PyType, typeName } from '../objects/type.ts'
import { layoutOf } from './type-layout.ts'

/**
 * A metaclass's `mro()` may name classes that are no bases. The class is none of their subclasses, and still has to hear when they change.
 */
export function followStrangers(type: PyType): void {
  for (const each of type.mro) {
    if (type.bases.some(base => base.mro.includes(each)) || each === type) continue
    const hear = (): void => {
      type.modified()
      each.watch(hear)
    }
    each.watch(hear)
  }
}

/** The order that the bases of `type` give. */
export function computeMro(type: PyType): PyType[] {
  const { bases } = type
  for (let i = 0; i < bases.length; i++)
    if (bases.indexOf(bases[i]!) < i) raiseTypeError(`duplicate base class ${bases[i]!.name}`)
  for (const base of bases)
    if (base.mro.length === 0) raiseTypeError(`Cannot extend an incomplete type '${typeName(base)}'`)
  const order = linearize(bases)
  if (Array.isArray(order)) return [type, ...order]
  const names = order.conflict.map(each => each.name).join(', ')
  raiseTypeError(`Cannot create a consistent method resolution order (MRO) for bases ${names}`)
}

/** As isSubtypeOf, for a type that has no MRO yet, or an old one. */
export function extendsLayout(type: PyType, base: PyType): boolean {
  for (let each: PyType | null = type; each !== null; each = each.base) if (each === base) return true
  return false
}

/** The order that the type is to have; a metaclass may say otherwise. */
export function resolveMro(type: PyType): PyType[] {
  const meta = type.type
  if (meta === typeType || meta.lookup('mro') === typeType.lookup('mro')) return computeMro(type)
  const order = itemsOf(callSpecial(type, 'mro')!)
  const layout = layoutOf(type)
  for (const each of order) {
    if (!(each instanceof PyType)) raiseTypeError(`mro() returned a non-class ('${typeName(typeOf(each))}')`)
    if (!extendsLayout(layout, layoutOf(each)))
      raiseTypeError(`mro() returned base with unsuitable layout ('${typeName(each)}')`)
  }
  return order as PyType[]
}
