/** ascii, chr, format, ord, repr. */
import { typeOf } from '../objects/builtin-types.ts'
import { PyByteArray, PyBytes } from '../objects/bytes.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { indexOf } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, strLength, strOfPoints, type Str } from '../objects/str.ts'
import { format, reprValue } from '../objects/text.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { asciiOfStr } from './str-repr.ts'

export function characterOf(value: Value): Str {
  const point = typeof value === 'number' ? value : indexOf(value)
  if (point < 0 || point > 0x10ffff) raise(valueErrorType, 'chr() arg not in range(0x110000)')
  const number = Number(point)
  return number < 0xd800 ? String.fromCharCode(number) : strOfPoints([number])
}

export function pointOf(value: Value): number {
  if (typeof value === 'string' && value.length === 1) return value.charCodeAt(0)
  const str = asStr(value)
  let length: number
  if (str !== undefined) {
    length = strLength(str)
    if (length === 1) return typeof str === 'string' ? str.charCodeAt(0) : str.points[0]!
  } else if (value instanceof PyBytes || value instanceof PyByteArray) {
    length = value.bytes.length
    if (length === 1) return value.bytes[0]!
  } else raiseTypeError(`ord() expected string of length 1, but ${typeName(typeOf(value))} found`)
  raiseTypeError(`ord() expected a character, but string of length ${length} found`)
}

/** What `__repr__` answered, unless something in it must be escaped. */
function ascii(object: Value): Value {
  const result = reprValue(object)
  const str = asStr(result)!
  const escaped = asciiOfStr(str)
  return escaped === str ? result : escaped
}

export const textFunctions = () => [
  builtin(
    'ascii($module, obj, /)',
    ascii,
    'As repr(), with characters beyond ASCII written as \\x, \\u or \\U escapes.',
  ),
  builtin('chr($module, i, /)', characterOf, 'The str of the one character with code point i.'),
  builtin(
    "format($module, value, format_spec: str='', /)",
    format,
    'What type(value).__format__(value, format_spec) answers.',
  ),
  builtin('ord($module, character, /)', pointOf, 'The code point of a str of one character, or the value of one byte.'),
  builtin(
    'repr($module, obj, /)',
    reprValue,
    'The object as text for programmers: where possible, an expression that makes an equal object.',
  ),
]
