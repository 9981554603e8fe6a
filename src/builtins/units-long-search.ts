// Hot.
/**
 * Searching for a long part in time proportional to both lengths: Knuth, Morris and Pratt's algorithm, in either direction.
 *
 * The engine's own search and the simple loop of units.ts are faster on ordinary texts, but take the product of the lengths on those that
 * repeat themselves; beyond `longPart` that could be minutes.
 */
import { unitAt, type Units } from './units.ts'

/** From this length on a part is looked for here. */
export const longPart = 256

/** For each prefix of the part, read in the direction of the search, how long its longest proper border is. */
function bordersOf(part: Units, first: number, step: 1 | -1): Int32Array {
  const { length } = part
  const borders = new Int32Array(length)
  let border = 0
  for (let i = 1; i < length; i++) {
    const unit = unitAt(part, first + i * step)
    while (border > 0 && unitAt(part, first + border * step) !== unit) border = borders[border - 1]!
    if (unitAt(part, first + border * step) === unit) border++
    borders[i] = border
  }
  return borders
}

/** Where `part` begins first in `units[start:stop]`, or −1. */
export function findLongPart(units: Units, part: Units, start: number, stop: number): number {
  const { length } = part
  const borders = bordersOf(part, 0, 1)
  let matched = 0
  for (let i = start; i < stop; i++) {
    const unit = unitAt(units, i)
    while (matched > 0 && unitAt(part, matched) !== unit) matched = borders[matched - 1]!
    if (unitAt(part, matched) === unit && ++matched === length) return i - length + 1
  }
  return -1
}

/** Where `part` begins last in `units[start:stop]`, or −1. */
export function findLastLongPart(units: Units, part: Units, start: number, stop: number): number {
  const { length } = part
  const last = length - 1
  const borders = bordersOf(part, last, -1)
  let matched = 0
  for (let i = stop - 1; i >= start; i--) {
    const unit = unitAt(units, i)
    while (matched > 0 && unitAt(part, last - matched) !== unit) matched = borders[matched - 1]!
    if (unitAt(part, last - matched) === unit && ++matched === length) return i
  }
  return -1
}
