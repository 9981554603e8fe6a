/**
 * What every specializer does with its instruction: rewrite it, or give up for now.
 *
 * `at` is the index of the instruction's first cache unit, its counter; the instruction itself is one before. Why a site was not
 * specialized is counted, so that `--stats` can say it.
 */
import { deoptTable } from '../compiler/generated/opcodes.ts'
import type { PyCode } from '../objects/frame.ts'
import { cooldown, restart } from './backoff.ts'

/** Reasons by family opcode, for `--stats`. */
export const failures = new Map<number, Map<string, number>>()
export const successes = new Map<number, number>()

/** Told of each site that could not be specialized, for `--explain`: `at` is the index of the instruction. */
export const onFailure: { observe: (code: PyCode, at: number, reason: string) => void } = { observe: () => undefined }

export function succeed(code: PyCode, at: number, opcode: number, cache: object | undefined): void {
  const { units } = code
  const family = units[at - 1]! & 255
  successes.set(family, (successes.get(family) ?? 0) + 1)
  units[at - 1] = (units[at - 1]! & ~255) | opcode
  units[at] = cooldown
  code.caches[at] = cache
}

/** `note` is what tier 2 may make of a site that tier 1 has no form for. A specialized form stays, and keeps its own cache. */
export function fail(code: PyCode, at: number, reason: string, note?: object): void {
  const { units } = code
  const family = units[at - 1]! & 255
  let reasons = failures.get(family)
  if (reasons === undefined) failures.set(family, (reasons = new Map()))
  reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  units[at] = restart(units[at]!)
  if (note !== undefined && deoptTable[family] === family) code.caches[at] = note
  onFailure.observe(code, at - 1, reason)
}
