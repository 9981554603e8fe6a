/** abs, bin, divmod, hex, max, min, oct, pow, round, sum. */
import { prefixed } from '../base/int-text.ts'
import { lookupSpecial } from '../objects/attribute.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { divmodValues, indexOf, power } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import { typeName } from '../objects/type.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { roundFloat } from './float.ts'
import { bestOf } from './min-max.ts'
import { rawBuiltin } from './raw-builtin.ts'
import { sumOf } from './sum.ts'

export function absoluteOf(x: Value): Value {
  if (typeof x === 'number') return x < 0 ? -x : x
  if (x instanceof PyFloat) return new PyFloat(Math.abs(x.value))
  const type = typeOf(x)
  if (type.absolute === null) raiseTypeError(`bad operand type for abs(): '${typeName(type)}'`)
  return type.absolute(x)
}

export function roundValue(number: Value, digits: Value): Value {
  if (number instanceof PyFloat) return roundFloat(number, digits)
  const method = lookupSpecial(number, '__round__')
  if (method === undefined) raiseTypeError(`type ${typeName(typeOf(number))} doesn't define __round__ method`)
  return call(method, digits === null ? [] : [digits])
}

export const numberFunctions = () => [
  builtin('abs($module, x, /)', absoluteOf, 'The absolute value of a number.'),
  builtin(
    'bin($module, number, /)',
    (number: Value) => prefixed(indexOf(number), 2),
    "An integer in binary digits.\n\n>>> bin(10)\n'0b1010'",
  ),
  builtin('divmod($module, x, y, /)', divmodValues, 'The tuple (x//y, x%y).'),
  builtin(
    'hex($module, number, /)',
    (number: Value) => prefixed(indexOf(number), 16),
    "An integer in hexadecimal digits.\n\n>>> hex(255)\n'0xff'",
  ),
  rawBuiltin(
    'max(*args, **kwargs)',
    (args, keywords) => bestOf('max', args, keywords),
    `max(iterable, *[, default=obj, key=func]) -> value
max(arg1, arg2, *args, *[, key=func]) -> value

The biggest item of a single iterable argument (default if it is empty), or the largest of two or more arguments;
with key, by what key makes of each.`,
  ),
  rawBuiltin(
    'min(*args, **kwargs)',
    (args, keywords) => bestOf('min', args, keywords),
    `min(iterable, *[, default=obj, key=func]) -> value
min(arg1, arg2, *args, *[, key=func]) -> value

The smallest item of a single iterable argument (default if it is empty), or the smallest of two or more arguments;
with key, by what key makes of each.`,
  ),
  builtin(
    'oct($module, number, /)',
    (number: Value) => prefixed(indexOf(number), 8),
    "An integer in octal digits.\n\n>>> oct(8)\n'0o10'",
  ),
  builtin(
    'pow($module, /, base, exp, mod=None)',
    power,
    'base**exp, or base**exp % mod, which for ints is faster than the two operators.',
  ),
  builtin(
    'round($module, /, number, ndigits=None)',
    roundValue,
    'The number rounded to ndigits decimal places, which may be negative.\n\nWithout ndigits the result is an integer, else of the same type as the number.',
  ),
  builtin(
    'sum($module, iterable, /, start=0)',
    sumOf,
    'start plus the sum of the numbers in the iterable.\n\nMeant for numbers: str and bytes are refused.',
  ),
]
