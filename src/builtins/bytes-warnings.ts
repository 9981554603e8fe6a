/** Warnings about mixing bytes with str, which only the option -b asks for. As Objects/bytesobject.c. */
import { typeOf } from '../objects/builtin-types.ts'
import { bytesWarningType } from '../objects/exception-types.ts'
import { hooks } from '../objects/hooks.ts'
import { asInt } from '../objects/number.ts'
import { EQ, NE, type CompareOp } from '../objects/slots.ts'
import { asStr } from '../objects/str.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

/** Set by -b (modules/configuration.ts). */
export const bytesWarnings = { create: () => ({ areOn: false }) }

/** `str` of a bytes object is its repr, which is hardly what was meant. */
export function warnOfText(self: Value): void {
  if (vm.state(bytesWarnings).areOn) hooks.warn(bytesWarningType, `str() on a ${typeName(typeOf(self))} instance`, 1)
}

/** What is no bytes is never equal to bytes. */
export function warnOfComparison(self: Value, other: Value, op: CompareOp): void {
  if ((op !== EQ && op !== NE) || !vm.state(bytesWarnings).areOn) return
  const kind = typeName(typeOf(self))
  if (asStr(other) !== undefined) hooks.warn(bytesWarningType, `Comparison between ${kind} and string`, 1)
  else if (asInt(other) !== undefined && kind === 'bytes')
    hooks.warn(bytesWarningType, `Comparison between ${kind} and int`, 1)
}
