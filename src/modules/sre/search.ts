// Hot.
/** Finding where a program matches: a quick look for how every match begins, then the matcher at each place that may be one. */
import { findUnits } from '../../builtins/units.ts'
import type { Matcher } from './matcher.ts'

/** Start of the first match that begins in `start` up to the matcher's end, or −1. */
export function search(matcher: Matcher, start: number): number {
  const { program, end, text } = matcher
  const { prefix, firstSet } = program
  const last = program.isAnchored ? 0 : end - program.least
  if (prefix !== null) {
    // A text of one unit per character cannot contain another one's characters.
    if (prefix.text === null && matcher.isString) return -1
    const part = typeof text === 'string' ? prefix.text! : prefix.points
    for (let at = start; at <= last; at++) {
      at = findUnits(text, part, at, end)
      if (at < 0 || at > last) return -1
      if (tryAt(matcher, at, start)) return at
    }
    return -1
  }
  if (firstSet !== null) {
    const { low } = firstSet
    for (let at = start; at <= last; at++) {
      while (at < end) {
        const character = matcher.at(at)
        if (character < 256 ? low[character] !== 0 : firstSet.has(character)) break
        at++
      }
      if (at >= end || at > last) return -1
      if (tryAt(matcher, at, start)) return at
    }
    return -1
  }
  for (let at = start; at <= last; at++) if (tryAt(matcher, at, start)) return at
  return -1
}

/** Only a match at the start itself may be forbidden to be empty. */
function tryAt(matcher: Matcher, at: number, start: number): boolean {
  if (at !== start) matcher.forbidden = -1
  return matcher.matchAt(at)
}
