// Hot.
/**
 * Sets of characters, for everything in a regular expression that looks at one character: classes, categories, letters without
 * regard to case.
 *
 * A set is a question put to each character; the answers are remembered in bitmaps of 256 characters, made when a character of
 * theirs first comes by. So the engine only ever looks into a table.
 *
 * Whether two sets have characters in common decides whether a repeat has to remember where else it could end. Below 256 the tables
 * tell. Above, the characters are taken as four kinds, and a set says of which kinds it may have some, and of which it has all.
 */

/** The kinds of characters from 256 on, as bits: each is of one kind. */
export const Beyond = { none: 0, space: 1, decimal: 2, otherWord: 4, word: 6, other: 8, all: 15 } as const

export class CharSet {
  readonly #contains: (character: number) => boolean
  readonly #pages: Map<number, Uint8Array>
  #low: Uint8Array | null
  /** Kinds of characters beyond 255 of which there may be some, and of which there are all. */
  readonly some: number
  readonly every: number
  constructor(contains: (character: number) => boolean, some: number = Beyond.all, every: number = Beyond.none) {
    this.#contains = contains
    this.#pages = new Map()
    this.#low = null
    this.some = some
    this.every = every
  }

  /** Answers for the characters below 256. */
  get low(): Uint8Array {
    return (this.#low ??= this.#page(0))
  }

  #page(number: number): Uint8Array {
    const page = new Uint8Array(256)
    for (let i = 0; i < 256; i++) page[i] = this.#contains(number * 256 + i) ? 1 : 0
    this.#pages.set(number, page)
    return page
  }

  has(character: number): boolean {
    if (character < 256) return this.low[character] !== 0
    const page = this.#pages.get(character >> 8) ?? this.#page(character >> 8)
    return page[character & 255] !== 0
  }

  isDisjoint(other: CharSet): boolean {
    if ((this.some & other.some) !== 0) return false
    const { low } = this
    const { low: others } = other
    for (let i = 0; i < 256; i++) if (low[i] !== 0 && others[i] !== 0) return false
    return true
  }

  union(other: CharSet): CharSet {
    return new CharSet(c => this.has(c) || other.has(c), this.some | other.some, this.every | other.every)
  }

  static of(character: number): CharSet {
    return new CharSet(c => c === character, character < 256 ? Beyond.none : Beyond.all)
  }

  static not(character: number): CharSet {
    return new CharSet(c => c !== character, Beyond.all, character < 256 ? Beyond.all : Beyond.none)
  }
}

export const emptySet: CharSet = new CharSet(() => false, Beyond.none)
export const anyButNewline: CharSet = CharSet.not(10)
export const anyCharacter: CharSet = new CharSet(() => true, Beyond.all, Beyond.all)
