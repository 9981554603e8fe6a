/**
 * `int(value)`, `float(value)`, `complex(value)`: what a number is as another kind of number. As PyNumber_Long, PyNumber_Float
 * (Objects/abstract.c) and PyFloat_AsDouble.
 */
import { floatFromText } from '../base/float-parse.ts'
import { intFromText, limitedDigits, scanInt } from '../base/int-text.ts'
import { intFromFloat } from '../base/int-float.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { bufferOf } from '../objects/bytes.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { deprecationWarningType, overflowErrorType, valueErrorType } from '../objects/exception-types.ts'
import { hooks } from '../objects/hooks.ts'
import { asFloat, asInt, PyFloatObject } from '../objects/number.ts'
import { indexOf } from '../objects/operators.ts'
import { asStr, textOf } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import { typeName } from '../objects/type.ts'
import { PyFloat, type Int, type Value } from '../objects/value.ts'
import { checkDigitsToRead } from './int-digit-limit.ts'
import { doubleOfInt } from './int-slots.ts'

const subclassWarning = (what: string, type: string, base: string): string =>
  `${what} returned non-${base} (type ${type}).  The ability to return an instance of a strict subclass of ${base} ` +
  'is deprecated, and may be removed in a future version of Python.'

/** `int(value)`. */
export function toInt(value: Value): Int {
  if (typeof value === 'number' || typeof value === 'bigint') return value
  if (value instanceof PyFloat) return truncate(value.value)
  if (typeof value === 'string') return shortDecimal(value) ?? intOfText(value, 10, value)
  const type = typeOf(value)
  if (type.int !== null) {
    const result = type.int(value)
    if (typeof result === 'number' || typeof result === 'bigint') return result
    const int = asInt(result)
    const name = typeName(typeOf(result))
    if (int === undefined) raiseTypeError(`__int__ returned non-int (type ${name})`)
    hooks.warn(deprecationWarningType, subclassWarning('__int__', name, 'int'), 1)
    return int
  }
  if (type.index !== null) return indexOf(value)
  const str = asStr(value)
  if (str !== undefined) return intOfText(textOf(str), 10, value)
  const bytes = bufferOf(value)
  if (bytes !== undefined) return intOfText(asciiText(bytes), 10, value)
  const name = typeName(type)
  raiseTypeError(`int() argument must be a string, a bytes-like object or a real number, not '${name}'`)
}

/** The commonest text of an int: up to 15 digits, perhaps after a minus sign. Undefined for everything else. */
function shortDecimal(text: string): number | undefined {
  const { length } = text
  const isNegative = text.charCodeAt(0) === 45
  let i = isNegative ? 1 : 0
  if (i === length || length > 15) return undefined
  let value = 0
  for (; i < length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return undefined
    value = value * 10 + digit
  }
  // Zero has no sign.
  return isNegative && value !== 0 ? -value : value
}

/** Bytes as text; what is not ASCII becomes a character that no number contains. */
export function asciiText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : '?'
  return text
}

/** The int in a text; `source` is what the message shows. */
export function intOfText(text: string, base: number, source: Value): Int {
  const scanned = scanInt(text, base)
  if (scanned === null)
    raise(valueErrorType, `invalid literal for int() with base ${base}: ${reprText(source).slice(0, 200)}`)
  checkDigitsToRead(limitedDigits(scanned))
  return intFromText(scanned)
}

/** `int(value)` of a double. */
export function truncate(value: number): Int {
  if (Number.isNaN(value)) raise(valueErrorType, 'cannot convert float NaN to integer')
  if (value === Infinity || value === -Infinity) raise(overflowErrorType, 'cannot convert float infinity to integer')
  return intFromFloat(value)
}

/** `float(value)` for anything but a text; undefined where it is no number. */
export function numberToFloat(value: Value): number | undefined {
  if (value instanceof PyFloat) return value.value
  const type = typeOf(value)
  if (type.float !== null) return checkedFloat(value, type.float(value))
  return type.index === null ? undefined : doubleOfInt(indexOf(value))
}

function checkedFloat(value: Value, result: Value): number {
  if (result instanceof PyFloat) return result.value
  const [owner, name] = [typeName(typeOf(value)), typeName(typeOf(result))]
  if (!(result instanceof PyFloatObject)) raiseTypeError(`${owner}.__float__ returned non-float (type ${name})`)
  hooks.warn(deprecationWarningType, subclassWarning(`${owner}.__float__`, name, 'float'), 1)
  return result.value
}

/** `float(value)`. */
export function toFloat(value: Value): number {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return floatOfText(value, value)
  const number = numberToFloat(value)
  if (number !== undefined) return number
  const str = asStr(value)
  if (str !== undefined) return floatOfText(textOf(str), value)
  const bytes = bufferOf(value)
  if (bytes !== undefined) return floatOfText(asciiText(bytes), value)
  raiseTypeError(`float() argument must be a string or a real number, not '${typeName(typeOf(value))}'`)
}

function floatOfText(text: string, source: Value): number {
  const number = floatFromText(text)
  if (number === null) raise(valueErrorType, `could not convert string to float: ${reprText(source)}`)
  return number
}

/** PyFloat_AsDouble: an argument that must be a real number. A float of a subclass is what it holds, whatever its `__float__` says. */
export function realNumber(value: Value): number {
  const number = asFloat(value) ?? numberToFloat(value)
  if (number === undefined) raiseTypeError(`must be real number, not ${typeName(typeOf(value))}`)
  return number
}
