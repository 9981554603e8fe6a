/** float: its constructor and methods. As Objects/floatobject.c. The operators are in float-slots.ts. */
import { FLOAT_DEFAULTS, parseFormatSpec } from '../base/format-spec.ts'
import { formatFloatSpec } from '../base/format-number.ts'
import { floatFromHex, floatHex } from '../base/float-parse.ts'
import { roundToPlaces } from '../base/float-text.ts'
import { integerRatio, intFromFloat, roundHalfEven } from '../base/int-float.ts'
import { floatType, typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../objects/exception-types.ts'
import { PyFloatObject } from '../objects/number.ts'
import { indexOf } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, strOf, textOf, type Str } from '../objects/str.ts'
import { str } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName, type PyType } from '../objects/type.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { checkCount, positionalOf, rejectKeywords } from './constructor-arguments.ts'
import { floatIn } from './float-slots.ts'
import { realNumber, toFloat, truncate } from './number-conversion.ts'
import { orRaise } from './raise-format-error.ts'

const makeFloat = (type: PyType, value: number): Value =>
  type === floatType ? new PyFloat(value) : new PyFloatObject(value, type)

floatType.new = (type, args, keywords) => {
  if (type === floatType && keywords === null && args.length === 1) {
    const only = args[0]!
    return only instanceof PyFloat ? only : new PyFloat(toFloat(only))
  }
  rejectKeywords(type, floatType, keywords)
  const positional = positionalOf(args, keywords)
  checkCount('float', positional, 0, 1)
  const [x] = positional
  return makeFloat(type, x === undefined ? 0 : toFloat(x))
}

function asIntegerRatio(self: Value): Value {
  const value = floatIn(self)
  if (Number.isNaN(value)) raise(valueErrorType, 'cannot convert NaN to integer ratio')
  if (!Number.isFinite(value)) raise(overflowErrorType, 'cannot convert Infinity to integer ratio')
  return new PyTuple(integerRatio(value))
}

export function roundFloat(self: Value, digits: Value): Value {
  const value = floatIn(self)
  if (digits === null) return Number.isFinite(value) ? intFromFloat(roundHalfEven(value)) : truncate(value)
  const places = indexOf(digits)
  if (!Number.isFinite(value)) return new PyFloat(value)
  const rounded = roundToPlaces(value, Number(places))
  if (rounded === null) raise(overflowErrorType, 'rounded value too large to represent')
  return new PyFloat(rounded)
}

function fromHex(type: PyType, text: string): Value {
  const value = floatFromHex(text)
  if (value === 'invalid') raise(valueErrorType, 'invalid hexadecimal floating-point string')
  if (value === 'overflow') raise(overflowErrorType, 'hexadecimal value too large to represent as a float')
  return type === floatType ? new PyFloat(value) : call(type, [new PyFloat(value)])
}

function fromNumber(type: PyType, number: Value): Value {
  if (number instanceof PyFloat && type === floatType) return number
  const value = new PyFloat(realNumber(number))
  return type === floatType ? value : call(type, [value])
}

function formatFloat(self: Value, spec: Str): Str {
  if (spec === '') return str(self)
  const name = typeName(typeOf(self))
  const parsed = orRaise(parseFormatSpec(textOf(spec), FLOAT_DEFAULTS, name))
  return strOf(orRaise(formatFloatSpec(floatIn(self), parsed, name)))
}

function getFormat(_type: PyType, kind: Value): string {
  const name = asStr(kind)
  if (name === undefined) raiseTypeError(`__getformat__() argument must be str, not ${typeName(typeOf(kind))}`)
  if (name !== 'double' && name !== 'float')
    raise(valueErrorType, "__getformat__() argument 1 must be 'double' or 'float'")
  return 'IEEE, little-endian'
}

defineType(floatType, {
  signature: '(x=0, /)',
  doc: `A floating-point number from a string or number, if possible.`,
  methods: () => [
    builtin(
      'conjugate($self, /)',
      (self: Value) => new PyFloat(floatIn(self)),
      'Return self, the complex conjugate of any float.',
    ),
    builtin(
      '__trunc__($self, /)',
      (self: Value) => truncate(floatIn(self)),
      'Return the Integral closest to x between 0 and x.',
    ),
    builtin(
      '__floor__($self, /)',
      (self: Value) => truncate(Math.floor(floatIn(self))),
      'Return the floor as an Integral.',
    ),
    builtin(
      '__ceil__($self, /)',
      (self: Value) => truncate(Math.ceil(floatIn(self))),
      'Return the ceiling as an Integral.',
    ),
    builtin(
      '__round__($self, ndigits=None, /)',
      roundFloat,
      'Return the Integral closest to x, rounding half toward even.\n\nWhen an argument is passed, work like built-in round(x, ndigits).',
    ),
    builtin(
      'as_integer_ratio($self, /)',
      asIntegerRatio,
      'A pair of integers whose ratio is exactly equal to the float.',
    ),
    builtin('hex($self, /)', (self: Value) => floatHex(floatIn(self)), 'A hexadecimal representation of the number.'),
    builtin(
      'is_integer($self, /)',
      (self: Value) => Number.isInteger(floatIn(self)),
      'Return True if the float is an integer.',
    ),
    builtin('__getnewargs__($self, /)', (self: Value) => new PyTuple([new PyFloat(floatIn(self))])),
    builtin('__format__($self, format_spec: str, /)', formatFloat, 'Formats the float according to format_spec.'),
  ],
  classMethods: () => [
    builtin('fromhex($type, string: text, /)', fromHex, 'Create a floating-point number from a hexadecimal string.'),
    builtin('from_number($type, number, /)', fromNumber, 'Convert real number to a floating-point number.'),
    builtin('__getformat__($type, typestr, /)', getFormat, 'How doubles and floats are stored: for tests.'),
  ],
  getset: () => [
    ['real', (self: Value) => new PyFloat(floatIn(self)), null, 'the real part of a complex number'],
    ['imag', () => new PyFloat(0), null, 'the imaginary part of a complex number'],
  ],
})
