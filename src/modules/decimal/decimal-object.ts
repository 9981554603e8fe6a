/** decimal.Decimal as an object, and conversions to it. */
import { coefficientFromDigits } from '../../base/decimal/coefficient.ts'
import { type DecimalContext, errorFlags, Flag, widestContext } from '../../base/decimal/context.ts'
import { type Decimal, finite, infinity, quietNaN } from '../../base/decimal/decimal.ts'
import { finalize } from '../../base/decimal/finalize.ts'
import { decimalFromText } from '../../base/decimal/text.ts'
import { abs, mul, pow, type Int } from '../../base/int.ts'
import { integerRatio } from '../../base/int-float.ts'
import { decimalDigit, isSpace } from '../../base/unicode.ts'
import { bitLength } from '../../base/int-size.ts'
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { PyList } from '../../objects/list.ts'
import { asFloat, asInt } from '../../objects/number.ts'
import { ssizeArgument } from '../../objects/operators.ts'
import { asStr, pointsOf, textOf, type Str } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { TypeFlags, typeName, type PyType } from '../../objects/type.ts'
import { isPyObject, type Value } from '../../objects/value.ts'
import type { Attributes } from '../../objects/instance.ts'
import type { PyDecimalContext } from './context-object.ts'
import { settle } from './signals.ts'

export const decimalType = builtinType('Decimal', { module: 'decimal', flags: TypeFlags.base })

/** Made by the million: see isPyObject. */
export class PyDecimal {
  type: PyType
  attributes: Attributes | null
  readonly value: Decimal
  constructor(value: Decimal, type: PyType = decimalType) {
    this.type = type
    this.attributes = null
    this.value = value
  }
}
isPyObject(PyDecimal)

export const decimalFromInt = (int: Int): Decimal => finite(int < 0, abs(int), 0)

/** A float is m × 2^−k; so it is m × 5^k × 10^−k. */
export function decimalFromDouble(double: number): Decimal {
  if (Number.isNaN(double)) return quietNaN
  if (!Number.isFinite(double)) return infinity(double < 0)
  const [numerator, denominator] = integerRatio(Math.abs(double))
  const negative = double < 0 || Object.is(double, -0)
  const places = bitLength(denominator) - 1
  return finite(negative, mul(numerator, pow(5, places)), -places)
}

/** What of the widest context's notes matters for a conversion that must be exact. */
function exact(value: Decimal, widest: DecimalContext, context: PyDecimalContext): Decimal {
  let result = value
  if ((widest.pending & (Flag.inexact | Flag.rounded | Flag.clamped)) !== 0) {
    widest.pending |= Flag.invalidOperation
    result = quietNaN
  }
  context.context.pending |= widest.pending & errorFlags
  settle(context.context)
  return result
}

/**
 * A numeric text in ASCII: spaces of any script become spaces, digits digits; '' if there is anything else. Where texts are lenient, spaces
 * around are stripped and underscores left out.
 */
function asciiText(str: Str, leniency: 'lenient' | 'strict'): string {
  const points = pointsOf(str)
  if (typeof str === 'string' && /^[\d.]+$/.test(str)) return str
  let start = 0
  let end = points.length
  if (leniency === 'lenient') {
    while (end > start && isSpace(points[end - 1]!)) end--
    while (start < end && isSpace(points[start]!)) start++
  }
  let text = ''
  for (let i = start; i < end; i++) {
    const point = points[i]!
    if (leniency === 'lenient' && point === 95) continue
    if (point > 0 && point < 128) text += String.fromCharCode(point)
    else if (isSpace(point)) text += ' '
    else {
      const digit = decimalDigit(point)
      if (digit < 0) return ''
      text += digit
    }
  }
  return text
}

const badDigits = 'coefficient must be a tuple of digits'
const badSign = 'sign must be an integer with the value 0 or 1'
const specialNames: Readonly<Record<string, string>> = { F: 'Inf', n: 'NaN', N: 'sNaN' }

function itemsOf(value: Value): readonly Value[] | null {
  if (value instanceof PyTuple) return value.items
  return value instanceof PyList ? value.boxed() : null
}

/** The text of a (sign, digits, exponent). */
function textOfTuple(items: readonly Value[]): string {
  if (items.length !== 3) raise(valueErrorType, 'argument must be a sequence of length 3')
  const [signValue, digitsValue, exponentValue] = items as [Value, Value, Value]
  const sign = asInt(signValue)
  if (sign !== 0 && sign !== 1) raise(valueErrorType, badSign)
  const name = asStr(exponentValue)
  let special: string | undefined
  let exponent = 0
  if (name !== undefined) {
    special = specialNames[textOf(name)]
    if (special === undefined) raise(valueErrorType, "string argument in the third position must be 'F', 'n' or 'N'")
  } else {
    if (asInt(exponentValue) === undefined) raise(valueErrorType, 'exponent must be an integer')
    exponent = ssizeArgument(exponentValue)
  }
  const digits = itemsOf(digitsValue)
  if (digits === null) raise(valueErrorType, badDigits)
  let text = ''
  for (const item of digits) {
    const digit = asInt(item)
    if (digit === undefined || digit < 0 || digit > 9) raise(valueErrorType, badDigits)
    text += digit
  }
  const start = sign === 1 ? '-' : ''
  if (special === 'Inf') return `${start}Inf`
  return special === undefined ? `${start}${text === '' ? '0' : text}E${exponent}` : start + special + text
}

function raiseUnsupported(value: Value): never {
  raiseTypeError(`conversion from ${typeName(typeOf(value))} to Decimal is not supported`)
}

/** What `Decimal(value)` is: exact, whatever the context's precision. */
export function exactDecimal(value: Value, context: PyDecimalContext): Decimal {
  if (value instanceof PyDecimal) return value.value
  const str = asStr(value)
  if (str !== undefined) return exactFromText(asciiText(str, 'lenient'), context)
  const int = asInt(value)
  if (int !== undefined) return decimalFromInt(int)
  const items = itemsOf(value)
  if (items !== null) return exactFromText(textOfTuple(items), context)
  const float = asFloat(value)
  if (float === undefined) raiseUnsupported(value)
  noteFloat(context)
  return decimalFromDouble(float)
}

function exactFromText(text: string, context: PyDecimalContext): Decimal {
  // Short ints and prices need no context to be exact.
  const plain = /^(\d{1,15})(?:\.(\d{1,9}))?$/.exec(text)
  if (plain !== null) {
    const [, integer, fraction = ''] = plain
    return finite(false, coefficientFromDigits(integer! + fraction), 0 - fraction.length)
  }
  const widest = widestContext()
  return exact(decimalFromText(text, widest), widest, context)
}

export function noteFloat(context: PyDecimalContext): void {
  context.context.pending |= Flag.floatOperation
  settle(context.context)
}

/** What `context.create_decimal(value)` is: rounded. */
export function roundedDecimal(value: Value, context: PyDecimalContext): Decimal {
  const settings = context.context
  let result: Decimal
  const str = asStr(value)
  if (str !== undefined) result = decimalFromText(asciiText(str, 'strict'), settings)
  else if (value instanceof PyDecimal) result = roundedCopy(value.value, settings)
  else {
    const int = asInt(value)
    const items = itemsOf(value)
    const float = asFloat(value)
    if (int !== undefined) result = finalize(decimalFromInt(int), settings)
    else if (items !== null) result = decimalFromText(textOfTuple(items), settings)
    else if (float !== undefined) {
      noteFloat(context)
      result = finalize(decimalFromDouble(float), settings)
    } else raiseUnsupported(value)
  }
  settle(settings)
  return result
}

function roundedCopy(value: Decimal, settings: DecimalContext): Decimal {
  if (!value.isNaN || value.digits <= settings.precision - settings.clamp) return finalize(value, settings)
  settings.pending |= Flag.conversionSyntax
  return quietNaN
}

/** The decimal of an operand, a Decimal or an int; undefined for anything else. */
export function operandOf(value: Value): Decimal | undefined {
  if (value instanceof PyDecimal) return value.value
  if (typeof value === 'number') return decimalFromInt(value)
  const int = asInt(value)
  return int === undefined ? undefined : decimalFromInt(int)
}

/** The same where nothing else will do. */
export function operandArgument(value: Value): Decimal {
  return operandOf(value) ?? raiseUnsupported(value)
}
