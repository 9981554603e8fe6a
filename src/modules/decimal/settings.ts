/** Arguments that set up a context: rounding modes, bounds, flags and traps. */
import {
  type DecimalContext,
  leastExponent,
  mostExponent,
  mostPrecision,
  type Rounding,
  roundingNames,
} from '../../base/decimal/context.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { keyErrorType, overflowErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { PyList } from '../../objects/list.ts'
import { asInt } from '../../objects/number.ts'
import { asStr, textOf } from '../../objects/str.ts'
import { truth } from '../../objects/truth.ts'
import type { Value } from '../../objects/value.ts'
import { PySignalDict } from './context-object.ts'
import { signals, type Signal } from './signals.ts'

export function roundingArgument(value: Value): Rounding {
  const name = asStr(value)
  const rounding = name === undefined ? -1 : roundingNames.indexOf(textOf(name))
  if (rounding < 0)
    raiseTypeError(
      'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]',
    )
  return rounding as Rounding
}

export function intSetting(value: Value): number {
  const int = asInt(value)
  if (int === undefined) raiseTypeError('an integer is required')
  if (BigInt.asIntN(64, BigInt(int)) !== BigInt(int))
    raise(overflowErrorType, 'Python int too large to convert to C ssize_t')
  return Number(int)
}

function within(value: Value, least: number, most: number, complaint: string): number {
  const number = intSetting(value)
  if (number < least || number > most) raise(valueErrorType, complaint)
  return number
}

export const settings: Readonly<Record<string, (context: DecimalContext, value: Value) => void>> = {
  prec: (context, value) => {
    context.precision = within(value, 1, mostPrecision, 'valid range for prec is [1, MAX_PREC]')
  },
  rounding: (context, value) => {
    context.rounding = roundingArgument(value)
  },
  Emin: (context, value) => {
    context.leastExponent = within(value, leastExponent, 0, 'valid range for Emin is [MIN_EMIN, 0]')
  },
  Emax: (context, value) => {
    context.mostExponent = within(value, 0, mostExponent, 'valid range for Emax is [0, MAX_EMAX]')
  },
  capitals: (context, value) => {
    context.capitals = within(value, 0, 1, 'valid values for capitals are 0 or 1')
  },
  clamp: (context, value) => {
    context.clamp = within(value, 0, 1, 'valid values for clamp are 0 or 1')
  },
}

/** The signal that a key of a flags dict is. */
export function signalArgument(key: Value): Signal {
  const signal = signals.find(({ type }) => type === key)
  if (signal === undefined)
    raise(
      keyErrorType,
      'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]',
    )
  return signal
}

/** The bits of a dict with all signals as keys; null if its keys are others. */
export function flagsOfDict(dict: PyDict): number | null {
  if (dict.size !== signals.length) return null
  let flags = 0
  for (const { flag, type } of signals) {
    const value = dict.get(type)
    if (value === undefined) return null
    if (truth(value)) flags |= flag
  }
  return flags
}

/** Flags as an assignment to `context.flags` or `context.traps` gives them. */
export function flagsOfMapping(value: Value): number {
  if (value instanceof PySignalDict) return value.context?.[value.which] ?? 0
  if (!(value instanceof PyDict)) raiseTypeError('argument must be a signal dict')
  return flagsOfDict(value) ?? raise(keyErrorType, 'invalid signal dict')
}

/** The same, or a list of signals: what a constructor takes. */
export function flagsArgument(value: Value): number {
  if (!(value instanceof PyList)) return flagsOfMapping(value)
  return value.boxed().reduce<number>((flags, key) => flags | signalArgument(key).flag, 0)
}
