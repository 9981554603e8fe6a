/**
 * Decimal digits of every script: the value of a code point as `int()` and `float()` read it.
 *
 * ASCII is answered at once; the table behind the rest is read when the first other character comes.
 */

import { decimalDigit } from './unicode.ts'

/** 0 to 9, or −1. */
export function decimalValue(point: number): number {
  if (point < 128) return point >= 48 && point <= 57 ? point - 48 : -1
  return decimalDigit(point)
}
