// Hot.
/**
 * Sets of characters, for everything in a regular expression that looks at one character: classes, categories, letters without
 * regard to case.
 *
 * A set is a question put to each character; the answers are remembered in bitmaps of 256 characters, made when a character of
 * theirs first comes by. So the engine only ever looks into a table.
 */

export class CharSet {
  /** Answers for the characters below 256. */
  readonly low: Uint8Array
  readonly #contains: (character: number) => boolean
  readonly #pages: Map<number, Uint8Array>
  constructor(contains: (character: number) => boolean) {
    this.#contains = contains
    this.#pages = new Map()
    this.low = this.#page(0)
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
}
