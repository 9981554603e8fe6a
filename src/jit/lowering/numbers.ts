/**
 * Builtins of numbers on raw doubles and ints: the functions that math declares with a raw form, `abs`, `min`, `max`, `int` and `float`.
 */
import { floatType, intType } from '../../objects/builtin-types.ts'
import { PyBuiltinFunction } from '../../objects/callable.ts'
import type { Builtin } from '../../objects/signature.ts'
import type { Value } from '../../objects/value.ts'
import type { Builder } from '../builder.ts'
import * as k from '../known.ts'
import type { Operand } from '../state.ts'
import { toFloat } from './operators.ts'

/** What a call of the builtin with these operands gives, if all of them are numbers and it is one of those. */
export function ofNumbers(b: Builder, callable: Value, args: readonly Operand[]): Operand | undefined {
  const [first, second] = args
  if (first === undefined || !args.every(each => isNumber(each))) return undefined
  const isInt = args.every(each => each.known.kind === 'int')
  if (callable === floatType && args.length === 1) return toFloat(b, first)
  if (callable === intType && args.length === 1)
    return isInt ? first : b.one('_WHOLE', [b.one('_TRUNC_FLOAT', [first], k.float)], k.int)
  if (!(callable instanceof PyBuiltinFunction)) return undefined
  const { builtin, module } = callable
  if (builtin.raw !== null) return rawCall(b, builtin, args, isInt)
  if (module !== 'builtins') return undefined
  const { name } = builtin
  if (name === 'abs' && second === undefined)
    return isInt ? b.one('_ABS_INT', [first], absolute(first.known)) : b.one('_ABS_FLOAT', [first], k.float)
  if ((name !== 'min' && name !== 'max') || args.length !== 2) return undefined
  if (isInt) return b.one(name === 'min' ? '_MIN_INT' : '_MAX_INT', [first, second!], extreme(name, first, second!))
  // Of an int and a float it is the one or the other.
  if (args.some(each => each.known.kind === 'int')) return undefined
  return b.one(name === 'min' ? '_MIN_FLOAT' : '_MAX_FLOAT', [first, second!], k.float)
}

const isNumber = ({ known }: Operand): boolean => known.kind === 'int' || known.kind === 'float'

function rawCall(b: Builder, { raw }: Builtin, args: readonly Operand[], isInt: boolean): Operand | undefined {
  const { count, apply, gives } = raw!
  if (args.length !== count) return undefined
  if (gives === 'int' && isInt) return args[0]
  const inputs = [b.datum(apply), ...args.map(each => toFloat(b, each))]
  const real = b.one(count === 1 ? '_REAL_1' : '_REAL_2', inputs, k.float, { effect: 'pure' })
  return gives === 'int' ? b.one('_WHOLE', [real], k.int) : real
}

function absolute({ low, high }: k.Known): k.Known {
  return k.intBetween(low > 0 ? low : high < 0 ? -high : 0, Math.max(Math.abs(low), Math.abs(high)))
}

function extreme(name: 'min' | 'max', { known: a }: Operand, { known: b }: Operand): k.Known {
  const best = Math[name]
  return k.intBetween(best(a.low, b.low), best(a.high, b.high))
}
