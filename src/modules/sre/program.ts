/**
 * A regular expression as the matcher runs it: CPython's code with the jumps made absolute, sets made tables, and runs of
 * literal characters made one instruction.
 *
 *      0 fail                            10 alternative NEXT      20 assert BACK TAIL
 *      1 success                         11 jump TO               21 assert-not BACK TAIL
 *      2 character C                     12 repeat R UNTIL        22 group-again G FOLDING
 *      3 not-character C                 13 max-until R MIN MAX BODY
 *      4 set S                           14 min-until R MIN MAX BODY
 *      5 any                             15 repeat-one KIND ARG MIN MAX
 *      6 any-or-newline                  16 min-repeat-one KIND ARG MIN MAX
 *      7 text T                          17 possessive-repeat-one KIND ARG MIN MAX
 *      8 at POSITION                     18 atomic TAIL
 *      9 mark M                          19 possessive-repeat MIN MAX TAIL
 *                                        23 group-exists G ELSE
 *
 * KIND is the instruction (2 to 6) of the character that a repeat-one repeats, ARG its operand. R numbers the repeats: the matcher
 * has a counter for each.
 */
import type { Units } from '../../builtins/units.ts'
import type { CharSet } from './char-set.ts'

/** Literal characters: as a string if they are of one code unit each, and as numbers. */
export interface LiteralText {
  readonly text: string | null
  readonly points: readonly number[]
}

/** What a search may look for before it tries to match: a text that every match begins with, or a set that its first character is in. */
export interface Beginning {
  readonly prefix: LiteralText | null
  readonly firstSet: CharSet | null
  /** Can a match begin at the start of the text only? */
  readonly isAnchored: boolean
}

export class Program {
  readonly code: Int32Array
  readonly sets: readonly CharSet[]
  readonly texts: readonly LiteralText[]
  readonly repeats: number
  /** Capture groups, without the whole match. */
  readonly groups: number
  /** Least length of a match. */
  readonly least: number
  #beginning: Beginning | null
  readonly #findBeginning: (program: Program) => Beginning
  /** Work that the matcher has done for it; beyond a threshold it is compiled. */
  heat: number
  /** It compiled for strings, and for rows of numbers: null before, and for good if there can be no such code. */
  stringCode: Run | null
  arrayCode: Run | null

  constructor(
    code: Int32Array,
    sets: readonly CharSet[],
    texts: readonly LiteralText[],
    repeats: number,
    groups: number,
    least: number,
    findBeginning: (program: Program) => Beginning,
  ) {
    this.code = code
    this.sets = sets
    this.texts = texts
    this.repeats = repeats
    this.groups = groups
    this.least = least
    this.#beginning = null
    this.#findBeginning = findBeginning
    this.heat = 0
    this.stringCode = null
    this.arrayCode = null
  }

  /** Found out when first asked for: a pattern may never be searched for. */
  get beginning(): Beginning {
    return (this.#beginning ??= this.#findBeginning(this))
  }
}

/** How a match is tried: at one place, there and up to the end of the text, or from there on. */
export const Mode = { match: 0, full: 1, search: 2 } as const
export type Mode = (typeof Mode)[keyof typeof Mode]

/** Start, end, starts and ends of the groups, −1 for those that took no part, and the number of the group that ended last, or −1. */
export type Marks = readonly number[]

/**
 * Code of a program: a match in `text` at `start` or from there on, or null. A match at `start` must not end at `forbidden`
 * (−1 for anywhere).
 */
export type Run = (text: Units, start: number, mode: Mode, forbidden: number) => Marks | null

/** MAX of a repeat without limit. */
export const noLimit = 0x7fffffff

/** Words of an instruction, with its operands. */
export const sizes: readonly number[] = [1, 1, 2, 2, 2, 1, 1, 2, 2, 2, 2, 2, 3, 5, 5, 5, 5, 5, 2, 4, 3, 3, 3, 3]
