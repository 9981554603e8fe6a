/**
 * What Python asks about a character: category, the predicates of str's `is…` methods, numeric values.
 *
 * Unicode 16, as CPython 3.14; the engine's own `\p{…}` follows another version and is not asked. ASCII is answered
 * without the tables, which are unpacked when the first other character comes.
 */

import { DECIMAL_ZEROS, NUMERIC, OTHER_DIGITS } from './unicode.data.ts'
import {
  IDENTIFIER_CONTINUE,
  IDENTIFIER_START,
  LOWERCASE,
  PackedNumbers,
  SPACE,
  UPPERCASE,
  unicodeRecord,
} from './unicode-table.ts'

export const UNIDATA_VERSION = '16.0.0'

export function category(point: number): string {
  return unicodeRecord(point).category
}
export function bidirectional(point: number): string {
  return unicodeRecord(point).bidirectional
}
export function combining(point: number): number {
  return point < 768 ? 0 : unicodeRecord(point).combining
}
export function mirrored(point: number): number {
  return unicodeRecord(point).mirrored
}
export function eastAsianWidth(point: number): string {
  return unicodeRecord(point).eastAsianWidth
}

export function isAlpha(point: number): boolean {
  if (point < 128) return (point | 32) >= 97 && (point | 32) <= 122
  return unicodeRecord(point).category.charCodeAt(0) === 76
}

export function isSpace(point: number): boolean {
  if (point < 128) return point === 32 || (point >= 9 && point <= 13) || (point >= 28 && point <= 31)
  return (unicodeRecord(point).flags & SPACE) !== 0
}

/** What `repr` shows as it is. */
export function isPrintable(point: number): boolean {
  if (point < 127) return point >= 32
  const { category } = unicodeRecord(point)
  const major = category.charCodeAt(0)
  return major !== 67 && major !== 90
}

export function isLower(point: number): boolean {
  if (point < 128) return point >= 97 && point <= 122
  return (unicodeRecord(point).flags & LOWERCASE) !== 0
}

export function isUpper(point: number): boolean {
  if (point < 128) return point >= 65 && point <= 90
  return (unicodeRecord(point).flags & UPPERCASE) !== 0
}

/** Title case characters proper, such as U+01C5. */
export function isTitle(point: number): boolean {
  return point >= 128 && unicodeRecord(point).category === 'Lt'
}

/** May begin an identifier (XID_Start or the underscore). */
export function isIdentifierStart(point: number): boolean {
  if (point < 128) return ((point | 32) >= 97 && (point | 32) <= 122) || point === 95
  return (unicodeRecord(point).flags & IDENTIFIER_START) !== 0
}

export function isIdentifierContinue(point: number): boolean {
  if (point < 128) return isIdentifierStart(point) || (point >= 48 && point <= 57)
  return (unicodeRecord(point).flags & IDENTIFIER_CONTINUE) !== 0
}

/** Ends a line for `splitlines`. */
export function isLineBreak(point: number): boolean {
  if (point < 128) return (point >= 10 && point <= 13) || (point >= 28 && point <= 30)
  return point === 0x85 || point === 0x2028 || point === 0x2029
}

interface NumericTables {
  readonly decimals: Map<number, number>
  readonly digits: Map<number, number>
  readonly ratios: Map<number, readonly [number, number]>
}

let numericTables: NumericTables | null = null

function readNumeric(): NumericTables {
  const decimals = new Map<number, number>()
  const digits = new Map<number, number>()
  const ratios = new Map<number, readonly [number, number]>()
  const zeros = new PackedNumbers(DECIMAL_ZEROS)
  let point = 0
  while (!zeros.done) {
    point += zeros.unsigned()
    for (let i = 0; i < 10; i++) decimals.set(point + i, i)
  }
  const others = new PackedNumbers(OTHER_DIGITS)
  point = 0
  while (!others.done) digits.set((point += others.unsigned()), others.unsigned())
  const numbers = new PackedNumbers(NUMERIC)
  point = 0
  while (!numbers.done) {
    point += numbers.unsigned()
    const numerator = numbers.signed() * 10 ** numbers.unsigned()
    ratios.set(point, [numerator, numbers.unsigned()])
  }
  return (numericTables = { decimals, digits, ratios })
}

/** `unicodedata.decimal`, or −1. */
export function decimalDigit(point: number): number {
  if (point < 128) return point >= 48 && point <= 57 ? point - 48 : -1
  return (numericTables ?? readNumeric()).decimals.get(point) ?? -1
}

/** `unicodedata.digit`, or −1. */
export function digitValue(point: number): number {
  const decimal = decimalDigit(point)
  return decimal >= 0 || point < 128 ? decimal : ((numericTables ?? readNumeric()).digits.get(point) ?? -1)
}

/** `unicodedata.numeric`, or null. */
export function numericValue(point: number): number | null {
  const digit = digitValue(point)
  if (digit >= 0) return digit
  if (point < 128) return null
  const ratio = (numericTables ?? readNumeric()).ratios.get(point)
  return ratio === undefined ? null : ratio[0] / ratio[1]
}

export function isDecimal(point: number): boolean {
  return decimalDigit(point) >= 0
}
export function isDigit(point: number): boolean {
  return digitValue(point) >= 0
}
export function isNumeric(point: number): boolean {
  return numericValue(point) !== null
}
