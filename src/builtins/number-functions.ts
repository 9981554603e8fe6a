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
  builtin('abs($module, number, /)', absoluteOf, 'Return the absolute value of the argument.'),
  builtin(
    'bin($module, number, /)',
    (number: Value) => prefixed(indexOf(number), 2),
    "Return the binary representation of an integer.\n\n   >>> bin(2796202)\n   '0b1010101010101010101010'",
  ),
  builtin('divmod($module, x, y, /)', divmodValues, 'Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.'),
  builtin(
    'hex($module, number, /)',
    (number: Value) => prefixed(indexOf(number), 16),
    "Return the hexadecimal representation of an integer.\n\n   >>> hex(12648430)\n   '0xc0ffee'",
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
    "Return the octal representation of an integer.\n\n   >>> oct(342391)\n   '0o1234567'",
  ),
  builtin(
    'pow($module, /, base, exp, mod=None)',
    power,
    'Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.\n\nSome types, such as ints, are able to use a more efficient algorithm when\ninvoked using the three argument form.',
  ),
  builtin(
    'round($module, /, number, ndigits=None)',
    roundValue,
    'Round a number to a given precision in decimal digits.\n\nThe return value is an integer if ndigits is omitted or None.  Otherwise\nthe return value has the same type as the number.  ndigits may be negative.',
  ),
  builtin(
    'sum($module, iterable, /, start=0)',
    sumOf,
    "Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\nWhen the iterable is empty, return the start value.\nThis function is intended specifically for use with numeric values and may\nreject non-numeric types.",
  ),
]
