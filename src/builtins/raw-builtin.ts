/**
 * Builtin functions that read their arguments themselves: because they take any number of them and are hot (`print`, `max`), or because
 * CPython complains in words of its own.
 */
import { Builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import type { Value } from '../objects/value.ts'

export type RawCall = (args: Value[], keywords: KeywordNames) => Value

export class RawBuiltin extends Builtin {
  readonly #raw: RawCall
  constructor(text: string, raw: RawCall, doc: string) {
    super(text, unreachable, doc)
    this.#raw = raw
  }

  override call(_self: Value | undefined, args: Value[], keywords: KeywordNames): Value {
    return this.#raw(args, keywords)
  }
}

const unreachable = (): never => {
  throw new Error('this builtin is called through its own binding')
}

export function rawBuiltin(text: string, raw: RawCall, doc: string): Builtin {
  return new RawBuiltin(text, raw, doc)
}
