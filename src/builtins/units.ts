// Hot.
/**
 * What str and bytes have in common: a row of numbers, called units here.
 *
 * A narrow str is its JavaScript string, a wide one its array of code points, bytes are a Uint8Array. The algorithms that both types have
 * (searching here, splitting in units-split.ts) are written once over any of the three; searching in a string for a string is
 * the engine's own. Positions are within bounds; `stop` is exclusive.
 */

import { findLastLongPart, findLongPart, longPart } from './units-long-search.ts'

export type Units = string | ArrayLike<number>

export const unitAt = (units: Units, index: number): number =>
  typeof units === 'string' ? units.charCodeAt(index) : units[index]!

/** Does `units` have `part` at `index`? The caller knows that it fits. */
export function hasAt(units: Units, part: Units, index: number): boolean {
  if (typeof units === 'string' && typeof part === 'string') return units.startsWith(part, index)
  if (units instanceof Uint8Array && part instanceof Uint8Array) return hasBytesAt(units, part, index)
  for (let i = 0; i < part.length; i++) if (unitAt(units, index + i) !== unitAt(part, i)) return false
  return true
}

/** Where `part` begins first in `units[start:stop]`, or −1. */
export function findUnits(units: Units, part: Units, start: number, stop: number): number {
  if (stop - start < part.length) return -1
  if (part.length >= longPart) return findLongPart(units, part, start, stop)
  if (typeof units === 'string') {
    if (typeof part !== 'string') return findByUnit(units, part, start, stop)
    if (stop === units.length) return units.indexOf(part, start)
    // The engine knows no end: it must not read on to the end of a long text.
    const found = units.slice(start, stop).indexOf(part)
    return found < 0 ? -1 : found + start
  }
  if (units instanceof Uint8Array && part instanceof Uint8Array) return findBytes(units, part, start, stop)
  return findByUnit(units, part, start, stop)
}

/** How far a byte is looked for by hand before the engine is asked, which takes as long as looking at some fifty. */
const near = 64

function findBytes(bytes: Uint8Array, part: Uint8Array, start: number, stop: number): number {
  const size = part.length
  if (size === 0) return start
  const first = part[0]!
  const second = size > 1 ? part[1]! : 0
  const end = stop - size
  const whole = stop === bytes.length ? bytes : bytes.subarray(0, stop)
  for (let i = start; i <= end; ) {
    for (const limit = Math.min(i + near, end + 1); i < limit; i++)
      if (bytes[i] === first && (size === 1 || (bytes[i + 1] === second && hasBytesAt(bytes, part, i)))) return i
    if (i > end) return -1
    i = whole.indexOf(first, i)
    if (i < 0) return -1
  }
  return -1
}

function hasBytesAt(bytes: Uint8Array, part: Uint8Array, index: number): boolean {
  for (let i = 0; i < part.length; i++) if (bytes[index + i] !== part[i]) return false
  return true
}

function findByUnit(units: Units, part: Units, start: number, stop: number): number {
  const size = part.length
  if (size === 0) return start
  const first = unitAt(part, 0)
  const last = unitAt(part, size - 1)
  for (let i = start; i <= stop - size; i++)
    if (unitAt(units, i) === first && unitAt(units, i + size - 1) === last && hasAt(units, part, i)) return i
  return -1
}

/** Where `part` begins last in `units[start:stop]`, or −1. */
export function findLastUnits(units: Units, part: Units, start: number, stop: number): number {
  if (stop - start < part.length) return -1
  if (part.length >= longPart) return findLastLongPart(units, part, start, stop)
  if (typeof units === 'string' && typeof part === 'string') {
    const found = (start === 0 ? units : units.slice(start)).lastIndexOf(part, stop - part.length - start)
    return found < 0 ? -1 : found + start
  }
  for (let i = stop - part.length; i >= start; i--) if (hasAt(units, part, i)) return i
  return -1
}

/** How often `part` is in `units[start:stop]`, without overlaps, up to `most`. */
export function countUnits(units: Units, part: Units, start: number, stop: number, most = Infinity): number {
  if (start > stop) return 0
  if (part.length === 0) return Math.min(stop - start + 1, most)
  let count = 0
  for (let at = findUnits(units, part, start, stop); at >= 0 && count < most; count++)
    at = findUnits(units, part, at + part.length, stop)
  return count
}

/** −1, 0 or 1, by the first units that differ. */
export function compareUnits(left: Units, right: Units): number {
  if (left instanceof Uint8Array && right instanceof Uint8Array) return compareBytes(left, right)
  const shared = Math.min(left.length, right.length)
  for (let i = 0; i < shared; i++) {
    const difference = unitAt(left, i) - unitAt(right, i)
    if (difference !== 0) return difference < 0 ? -1 : 1
  }
  return Math.sign(left.length - right.length)
}

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const shared = Math.min(left.length, right.length)
  for (let i = 0; i < shared; i++) if (left[i] !== right[i]) return left[i]! < right[i]! ? -1 : 1
  return Math.sign(left.length - right.length)
}
