/**
 * Where control must flow upward: the few things that objects need from the layers above. The layer that can do them fills
 * them in when it is loaded. ARCHITECTURE.md lists them all.
 */
import type { PyBaseException } from './exception.ts'
import type { PyFunction } from './frame.ts'
import type { PyGenerator } from './generator.ts'
import type { KeywordNames } from './slots.ts'
import type { PyType } from './type.ts'
import type { Value } from './value.ts'

const unset = (): never => {
  throw new Error('a hook was called before its layer was loaded')
}

/** What a generator did when it was resumed. */
export interface Resumed {
  readonly done: boolean
  readonly value: Value
}

export const hooks = {
  /** Calls a Python function (interpreter). */
  callFunction: unset as (func: PyFunction, args: Value[], keywords: KeywordNames) => Value,
  /** Sends a value into a generator, or, given `thrown`, raises it there (interpreter). */
  resume: unset as (generator: PyGenerator, sent: Value, thrown: PyBaseException | undefined) => Resumed,
  /** Imports a module by its absolute name and answers it, not its top package (modules). */
  importModule: unset as (name: string) => Value,
  /** Issues a warning of the category, as PyErr_WarnEx (modules). */
  warn: unset as (category: PyType, message: string, stacklevel: number) => void,
}
