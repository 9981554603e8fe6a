/**
 * Ints as text: `int(text, base)` and digits to any base.
 *
 * Decimal and power-of-two bases go through BigInt, whose conversions are subquadratic in the engines; other bases are
 * read in halves, so that big numbers multiply big numbers. The limit on decimal digits (sys.set_int_max_str_digits) is the
 * caller's: a parsed text reports how many digits it has before it is converted.
 */

import { type Int, normalize } from './int.ts'
import { asciiNumberText, withoutUnderscores } from './number-text.ts'

/** The sign, digits (no underscores, lower case, as written otherwise) and base of a text that is an int. */
export interface IntText {
  readonly negative: boolean
  readonly digits: string
  readonly base: number
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

function digitOf(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48
  if (unit >= 97 && unit <= 122) return unit - 87
  if (unit >= 65 && unit <= 90) return unit - 55
  return 37
}

function prefixBase(unit: number): number {
  const letter = unit | 32
  return letter === 120 ? 16 : letter === 111 ? 8 : letter === 98 ? 2 : 0
}

/** `base` is 0 (as the text's prefix says) or 2 to 36; null where the text is no int ("invalid literal for int()"). */
export function scanInt(source: string, base: number): IntText | null {
  const text = asciiNumberText(source)
  let pos = 0
  const first = text.charCodeAt(0)
  if (first === 43 || first === 45) pos = 1
  const written = text.charCodeAt(pos) === 48 ? prefixBase(text.charCodeAt(pos + 1)) : 0
  if (written !== 0 && (base === 0 || base === written)) {
    pos += 2
    base = written
    // One underscore may follow a prefix.
    if (text.charCodeAt(pos) === 95) pos++
  } else if (base === 0) {
    // "010" might mean an octal number, so nothing but zeros may follow a zero.
    if (text.charCodeAt(pos) === 48 && /[^0_]/.test(text.slice(pos))) return null
    base = 10
  }
  const digits = withoutUnderscores(text.slice(pos), unit => digitOf(unit) < base)
  if (digits === null || digits === '') return null
  for (let i = 0; i < digits.length; i++) if (digitOf(digits.charCodeAt(i)) >= base) return null
  return { negative: first === 45, digits, base }
}

/** The value of a scanned text. */
export function intFromText({ negative, digits, base }: IntText): Int {
  const value = intFromDigits(digits, base)
  return negative ? (typeof value === 'number' ? 0 - value : normalize(-value)) : value
}

/** The value of digits of a base from 2 to 36, already known to be digits of it. */
export function intFromDigits(digits: string, base: number): Int {
  // 10 digits of base 36 stay below 2^53.
  if (digits.length <= 10 || (base === 10 && digits.length <= 15)) return Number.parseInt(digits, base)
  return normalize(bigFromDigits(digits, base))
}

const PREFIXES: Readonly<Record<number, string>> = { 2: '0b', 8: '0o', 10: '', 16: '0x' }

function bigFromDigits(digits: string, base: number): bigint {
  const prefix = PREFIXES[base]
  if (prefix !== undefined) return BigInt(prefix + digits)
  if (digits.length <= 10) return BigInt(Number.parseInt(digits, base))
  const half = digits.length >> 1
  const lower = digits.length - half
  return (
    bigFromDigits(digits.slice(0, half), base) * BigInt(base) ** BigInt(lower) + bigFromDigits(digits.slice(half), base)
  )
}

/** How many digits count against the limit: leading zeros do, signs and underscores do not; bases 2, 4, 8, 16 and 32 have none. */
export function limitedDigits({ digits, base }: IntText): number {
  return (base & (base - 1)) === 0 ? 0 : digits.length
}

/** `bin`, `oct`, `hex`: with prefix, the sign before it. */
export function prefixed(value: Int, base: 2 | 8 | 16): string {
  const text = value.toString(base)
  return value < 0 ? `-${PREFIXES[base]}${text.slice(1)}` : PREFIXES[base] + text
}

/** The digit characters of bases up to 36. */
export function digitCharacter(digit: number): string {
  return DIGITS[digit]!
}
