/** Decimals as text, scientific and engineering, and texts as decimals. As the specification's to-scientific-string and to-number. */
import { coefficientFromDigits } from './coefficient.ts'
import { type DecimalContext, Flag } from './context.ts'
import { Decimal, infinity, Kind, notANumber } from './decimal.ts'
import { digitCount } from './coefficient.ts'
import { finish, invalid } from './finalize.ts'

const number = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([+-]?\d+))?$/i
const special = /^([+-]?)(?:(inf(?:inity)?)|(s?)nan(\d*))$/i
/** An exponent beyond every context and its precision. */
const farExponent = 4e15

/** The number that an ASCII text is, rounded to the context. */
export function decimalFromText(text: string, context: DecimalContext): Decimal {
  const match = number.exec(text)
  if (match === null) return specialFromText(text, context)
  const [, sign, integer, fraction = '', onlyFraction, exponentText] = match
  const digits = integer === undefined ? onlyFraction! : integer + fraction
  const behind = integer === undefined ? onlyFraction!.length : fraction.length
  const exponent = exponentText === undefined ? 0 : Number(exponentText)
  const clipped = Math.min(Math.max(exponent, -farExponent), farExponent)
  return finish(sign === '-', coefficientFromDigits(digits), clipped - behind, context)
}

function specialFromText(text: string, context: DecimalContext): Decimal {
  const match = special.exec(text)
  if (match === null) return invalid(context, Flag.conversionSyntax)
  const [, sign, isInfinity, signalling, payload = ''] = match
  if (isInfinity !== undefined) return infinity(sign === '-')
  const digits = payload.replace(/^0+/, '')
  if (digits.length > context.precision - context.clamp) return invalid(context, Flag.conversionSyntax)
  const value = digits === '' ? 0 : coefficientFromDigits(digits)
  if (signalling === '') return notANumber(sign === '-', value)
  return new Decimal(Kind.signalling, sign === '-', value, 0, digitCount(value))
}

function textOfSpecial(a: Decimal): string {
  const sign = a.negative ? '-' : ''
  if (a.isInfinite) return `${sign}Infinity`
  return `${sign}${a.kind === Kind.signalling ? 'sNaN' : 'NaN'}${a.coefficient === 0 ? '' : a.coefficient}`
}

/** The digits with a point after the first `before`; zeros where there are none. */
function withPoint(digits: string, before: number): string {
  if (before <= 0) return `0.${'0'.repeat(-before)}${digits}`
  if (before >= digits.length) return digits.padEnd(before, '0')
  return `${digits.slice(0, before)}.${digits.slice(before)}`
}

const exponentText = (exponent: number, capitals: number): string =>
  exponent === 0 ? '' : `${capitals === 1 ? 'E' : 'e'}${exponent > 0 ? '+' : ''}${exponent}`

export function scientificText(a: Decimal, capitals: number): string {
  if (a.kind !== Kind.finite) return textOfSpecial(a)
  const sign = a.negative ? '-' : ''
  const digits = a.coefficient.toString()
  if (a.exponent === 0) return sign + digits
  if (a.exponent < 0 && a.adjusted >= -6) return sign + withPoint(digits, digits.length + a.exponent)
  return sign + withPoint(digits, 1) + exponentText(a.adjusted, capitals)
}

/** With an exponent, it is a multiple of three. */
export function engineeringText(a: Decimal, capitals: number): string {
  if (a.kind !== Kind.finite) return textOfSpecial(a)
  const sign = a.negative ? '-' : ''
  const digits = a.coefficient.toString()
  if (a.exponent <= 0 && a.adjusted >= -6) return sign + withPoint(digits, digits.length + a.exponent)
  const places = (exponent: number) => ((exponent % 3) + 3) % 3
  if (a.coefficient === 0) {
    // Zeros behind the point bring the exponent up to a multiple of three.
    const behind = places(-a.exponent)
    const zeros = behind === 0 ? '0' : `0.${'0'.repeat(behind)}`
    return sign + zeros + exponentText(a.exponent + behind, capitals)
  }
  const before = places(a.adjusted) + 1
  return sign + withPoint(digits, before) + exponentText(a.adjusted - before + 1, capitals)
}
