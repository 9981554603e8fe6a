/** ascii, chr, format, ord, repr. */
import { typeOf } from '../objects/builtin-types.ts'
import { PyByteArray, PyBytes } from '../objects/bytes.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { indexOf } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, strLength, strOfPoints, type Str } from '../objects/str.ts'
import { format, repr } from '../objects/text.ts'
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

export const textFunctions = () => [
  builtin(
    'ascii($module, obj, /)',
    (object: Value) => asciiOfStr(repr(object)),
    'Return an ASCII-only representation of an object.\n\nLike repr(), but with non-ASCII characters escaped using \\x, \\u or \\U.',
  ),
  builtin(
    'chr($module, i, /)',
    characterOf,
    'Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.',
  ),
  builtin(
    "format($module, value, format_spec: str='', /)",
    format,
    "Return type(value).__format__(value, format_spec)\n\nMany built-in types implement format_spec according to the\nFormat Specification Mini-language. See help('FORMATTING').",
  ),
  builtin(
    'ord($module, character, /)',
    pointOf,
    'Return the ordinal value of a character.\n\nOf a str of one character its code point, of one byte its value.',
  ),
  builtin(
    'repr($module, obj, /)',
    repr,
    'Return the canonical string representation of the object.\n\nFor many object types, including most builtins, eval() will return\nan object equal to the original when given that string.',
  ),
]
