/** What the compiler of patterns must know where case is ignored: which characters have cases, and which others match the same. */
import { isCasedSimply, simpleLower } from '../../../base/unicode-case.ts'
import { asciiLower } from '../characters.ts'
import { Flag } from '../opcodes.ts'

export interface CaseRules {
  readonly isCased: (character: number) => boolean
  readonly lower: (character: number) => number
  /** Other lower-case characters that have the same upper case, in order. */
  readonly others: (character: number) => readonly number[]
  readonly suffix: '_IGNORE' | '_UNI_IGNORE'
}

/** Lower-case characters with the same upper case: those that Lib/re/_casefix.py lists. */
const families =
  '69-131 73-17f b5-3bc 345-3b9-1fbe 390-1fd3 3b0-1fe3 3b2-3d0 3b5-3f5 3b8-3d1 3ba-3f0 3c0-3d6 3c1-3f1 3c2-3c3 3c6-3d5 432-1c80 434-1c81 43e-1c82 441-1c83 442-1c84-1c85 44a-1c86 463-1c87 1c88-a64b 1e61-1e9b fb05-fb06'

const noOthers: readonly number[] = []
let others: Map<number, readonly number[]> | null = null

function readFamilies(): Map<number, readonly number[]> {
  others = new Map()
  for (const family of families.split(' ')) {
    const members = family.split('-').map(hex => Number.parseInt(hex, 16))
    for (const member of members)
      others.set(
        member,
        members.filter(each => each !== member),
      )
  }
  return others
}

export const isAsciiCased = (c: number): boolean => (c | 32) >= 97 && (c | 32) <= 122 && c < 128

const asciiRules: CaseRules = {
  isCased: isAsciiCased,
  lower: asciiLower,
  others: () => noOthers,
  suffix: '_IGNORE',
}
const unicodeRules: CaseRules = {
  isCased: isCasedSimply,
  lower: simpleLower,
  others: character => (others ?? readFamilies()).get(character) ?? noOthers,
  suffix: '_UNI_IGNORE',
}

/** Null where case counts, and for a locale: there the matcher compares both cases. */
export function caseRules(flags: number): CaseRules | null {
  if ((flags & Flag.ignoreCase) === 0 || (flags & Flag.locale) !== 0) return null
  return (flags & Flag.unicode) === 0 ? asciiRules : unicodeRules
}
