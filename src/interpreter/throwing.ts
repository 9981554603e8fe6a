/**
 * Throwing into what a generator awaits or yields from. As _gen_throw (Objects/genobject.c).
 */
import { findAttribute } from '../objects/attribute.ts'
import { asyncGeneratorType } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { type PyBaseException, raised } from '../objects/exception.ts'
import { generatorExitType, stopIterationType } from '../objects/exception-types.ts'
import { ended, PyGenerator } from '../objects/generator.ts'
import { hooks } from '../objects/hooks.ts'
import type { Value } from '../objects/value.ts'

export type ThrowOutcome =
  | { readonly kind: 'yielded'; readonly value: Value }
  | { readonly kind: 'returned'; readonly value: Value }
  /** To be raised in the generator itself. */
  | { readonly kind: 'raised'; readonly exception: PyBaseException }

/** Throws into the receiver; GeneratorExit closes it instead. */
export function throwInto(receiver: Value, exception: PyBaseException, _by: PyGenerator): ThrowOutcome {
  try {
    if (exception.type.isSubtypeOf(generatorExitType)) {
      closeReceiver(receiver)
      return { kind: 'raised', exception }
    }
    if (receiver instanceof PyGenerator && receiver.type !== asyncGeneratorType) {
      if (receiver.frame === null) return { kind: 'raised', exception }
      const value = hooks.resume(receiver, null, exception)
      return value === undefined ? { kind: 'returned', value: ended.value } : { kind: 'yielded', value }
    }
    const method = findAttribute(receiver, 'throw')
    if (method === undefined) return { kind: 'raised', exception }
    return { kind: 'yielded', value: call(method, [exception]) }
  } catch (thrown) {
    const escaped = raised(thrown)
    if (escaped.type.isSubtypeOf(stopIterationType)) return { kind: 'returned', value: escaped.field('value') ?? null }
    return { kind: 'raised', exception: escaped }
  }
}

function closeReceiver(receiver: Value): void {
  let method: Value | undefined
  try {
    method = findAttribute(receiver, 'close')
  } catch (thrown) {
    hooks.unraisable(raised(thrown), null, receiver)
  }
  if (method !== undefined) call(method, [])
}
