// Hot.
/**
 * Where the parts of a split are: `split`, `rsplit` and `splitlines` of str and bytes, over units (units.ts).
 *
 * Every function answers spans: an array of starts and stops in turn, in the order of the text.
 */
import { findLastUnits, findUnits, unitAt, type Units } from './units.ts'

export type IsUnit = (unit: number) => boolean

/** Words between runs of space; `most` cuts, −1 for no limit. What is left after the last cut keeps its other spaces. */
export function splitSpace(units: Units, isSpace: IsUnit, most: number): number[] {
  const spans: number[] = []
  const { length } = units
  let at = 0
  for (let cuts = most; ; cuts--) {
    while (at < length && isSpace(unitAt(units, at))) at++
    if (at === length) return spans
    if (cuts === 0) break
    const start = at
    while (at < length && !isSpace(unitAt(units, at))) at++
    spans.push(start, at)
  }
  spans.push(at, length)
  return spans
}

/** The same, cutting from the end. */
export function splitSpaceFromEnd(units: Units, isSpace: IsUnit, most: number): number[] {
  const reversed: number[] = []
  let at = units.length
  for (let cuts = most; ; cuts--) {
    while (at > 0 && isSpace(unitAt(units, at - 1))) at--
    if (at === 0) break
    const stop = at
    if (cuts === 0) {
      reversed.push(stop, 0)
      break
    }
    while (at > 0 && !isSpace(unitAt(units, at - 1))) at--
    reversed.push(stop, at)
  }
  return reversed.reverse()
}

/** Parts between separators; `separator` is not empty. */
export function splitAt(units: Units, separator: Units, most: number): number[] {
  const spans: number[] = []
  let start = 0
  for (let cuts = most; cuts !== 0; cuts--) {
    const at = findUnits(units, separator, start, units.length)
    if (at < 0) break
    spans.push(start, at)
    start = at + separator.length
  }
  spans.push(start, units.length)
  return spans
}

export function splitAtFromEnd(units: Units, separator: Units, most: number): number[] {
  const reversed: number[] = []
  let stop = units.length
  for (let cuts = most; cuts !== 0; cuts--) {
    const at = findLastUnits(units, separator, 0, stop)
    if (at < 0) break
    reversed.push(stop, at + separator.length)
    stop = at
  }
  reversed.push(stop, 0)
  return reversed.reverse()
}

/** Lines, with their ends if `ends` is 'kept'. A carriage return and the line feed after it are one end. */
export function splitLines(units: Units, isBreak: IsUnit, ends: 'kept' | 'dropped'): number[] {
  const spans: number[] = []
  const { length } = units
  let start = 0
  while (start < length) {
    let stop = start
    while (stop < length && !isBreak(unitAt(units, stop))) stop++
    let next = stop
    if (next < length) next += unitAt(units, next) === 13 && next + 1 < length && unitAt(units, next + 1) === 10 ? 2 : 1
    spans.push(start, ends === 'kept' ? next : stop)
    start = next
  }
  return spans
}
