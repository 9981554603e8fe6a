// Hot.
/** Finding where a program matches: a quick look for how every match begins, then the matcher at each place that may be one. */
import { findUnits } from '../../builtins/units.ts'
import type { CharSet } from './char-set.ts'
import type { Matcher } from './matcher.ts'

/** Work after which a program is compiled, if code may be generated here. */
export const heatLimit = 2000

/** Start of the first match that begins in `start` up to the matcher's end, or −1. Stops with `hotAt` where the program became hot. */
export function search(matcher: Matcher, start: number): number {
  const { program, end, text } = matcher
  const { prefix, firstSet, isAnchored } = program.beginning
  const last = isAnchored ? 0 : end - program.least
  // A text of one unit per character cannot contain another one's characters.
  if (prefix?.text === null && matcher.isString) return -1
  for (let at = start; at <= last; at++) {
    if (prefix !== null) at = findUnits(text, typeof text === 'string' ? prefix.text! : prefix.points, at, end)
    else if (firstSet !== null) at = findFirst(matcher, firstSet, at, last)
    if (at < 0 || at > last) return -1
    if (program.heat > heatLimit) {
      matcher.hotAt = at
      return -1
    }
    if (tryAt(matcher, at, start)) return at
  }
  return -1
}

function findFirst(matcher: Matcher, firstSet: CharSet, start: number, last: number): number {
  const { low } = firstSet
  const stop = Math.min(last + 1, matcher.end)
  for (let at = start; at < stop; at++) {
    const character = matcher.at(at)
    if (character < 256 ? low[character] !== 0 : firstSet.has(character)) return at
  }
  return -1
}

/** Only a match at the start itself may be forbidden to be empty. */
function tryAt(matcher: Matcher, at: number, start: number): boolean {
  if (at !== start) matcher.forbidden = -1
  return matcher.matchAt(at)
}
