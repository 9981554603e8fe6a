/**
 * The limit on decimal digits in conversions between int and str (sys.set_int_max_str_digits): these take quadratic time in CPython, so
 * that a long text could stall a server. The limit is the interpreter's; texts of up to 640 digits are never refused.
 */
import { decimalDigitBounds } from '../base/int-size.ts'
import { raise } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { vm } from '../objects/vm.ts'
import type { Int } from '../objects/value.ts'

export const defaultDigitLimit = 4300
export const leastDigitLimit = 640

/** 0 means no limit. */
export const digitLimit = { create: () => ({ digits: defaultDigitLimit }) }

const remedy = 'use sys.set_int_max_str_digits() to increase the limit'

/** Refuses to read `count` digits. */
export function checkDigitsToRead(count: number): void {
  if (count <= leastDigitLimit) return
  const { digits } = vm.state(digitLimit)
  if (digits > 0 && count > digits) {
    const what = `Exceeds the limit (${digits} digits) for integer string conversion`
    raise(valueErrorType, `${what}: value has ${count} digits; ${remedy}`)
  }
}

function refuseToWrite(digits: number): never {
  raise(valueErrorType, `Exceeds the limit (${digits} digits) for integer string conversion; ${remedy}`)
}

/** Refuses an int whose decimal form is longer than the limit. */
export function checkDigitsToWrite(value: Int): void {
  if (typeof value === 'number') return
  const { digits } = vm.state(digitLimit)
  if (digits === 0) return
  const [atLeast, atMost] = decimalDigitBounds(value)
  if (atLeast > digits) refuseToWrite(digits)
  // The bounds leave one power of ten in doubt.
  if (atMost > digits && (value < 0n ? -value : value) >= 10n ** BigInt(digits)) refuseToWrite(digits)
}

/** The int in decimal digits. Raises ValueError past the limit. */
export function decimalText(value: Int): string {
  checkDigitsToWrite(value)
  return String(value)
}
