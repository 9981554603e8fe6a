/**
 * The text of a compiled program while it is being written: pieces, labels, constants.
 *
 * A label becomes a case of the switch if something refers to it. They are numbered in the order of the text and without gaps, so
 * that the engine makes a jump table.
 */
import { Beyond, type CharSet } from './char-set.ts'

/** A place in the code: an address of the program, or one of those made by `fresh`. */
export type Label = number

interface Range {
  readonly from: number
  readonly to: number
}

/** The characters below 256 of a set, as ranges; null if there are more than three. */
function rangesOf(low: Uint8Array): Range[] | null {
  const ranges: Range[] = []
  for (let c = 0; c < 256; c++) {
    if (low[c] === 0) continue
    const from = c
    while (c < 255 && low[c + 1] !== 0) c++
    if (ranges.push({ from, to: c }) > 3) return null
  }
  return ranges
}

function inRange({ from, to }: Range, v: string, isOpen: boolean): string {
  if (isOpen && to === 255) return from === 0 ? 'true' : `${v}>=${from}`
  if (from === to) return `${v}===${from}`
  return from === 0 ? `${v}<=${to}` : `${v}>=${from}&&${v}<=${to}`
}

export class CodeText {
  readonly #pieces: (string | Label)[] = []
  readonly #wanted = new Set<Label>()
  readonly constants: unknown[] = []
  readonly #tables: { readonly table: Uint16Array; readonly labels: readonly Label[] }[] = []
  readonly #tests = new Map<CharSet, string>()
  #next: Label
  constructor(next: Label) {
    this.#next = next
  }

  put(text: string): void {
    this.#pieces.push(text)
  }

  label(label: Label): void {
    this.#pieces.push(label)
  }

  fresh(): Label {
    return this.#next++
  }

  /** The number of a label, filled in at the end. */
  to(label: Label): string {
    this.#wanted.add(label)
    return `#${label}#`
  }

  constant(value: unknown): string {
    return `k${this.constants.push(value) - 1}`
  }

  /** A constant table of the numbers of labels. */
  table(labels: readonly Label[]): string {
    const table = new Uint16Array(labels.length)
    for (const label of labels) this.#wanted.add(label)
    this.#tables.push({ table, labels })
    return this.constant(table)
  }

  /** Is the character in the variable `c` in the set? */
  test(set: CharSet): string {
    let text = this.#tests.get(set)
    if (text === undefined) this.#tests.set(set, (text = this.#test(set)))
    return text
  }

  #test(set: CharSet): string {
    const isOpen = set.every === Beyond.all
    if (isOpen || set.some === Beyond.none) {
      const ranges = rangesOf(set.low)
      if (ranges !== null) {
        if (ranges.length === 0) return isOpen ? 'c>255' : 'false'
        const [first, second] = ranges as [Range, Range | undefined]
        // All but one.
        if (isOpen && second?.to === 255 && first.from === 0 && second.from === first.to + 2)
          return `c!==${first.to + 1}`
        const tests = ranges.map(range => inRange(range, 'c', isOpen))
        if (isOpen && ranges.at(-1)!.to !== 255) tests.push('c>255')
        return tests.length === 1 ? tests[0]! : `(${tests.join('||')})`
      }
      const low = this.constant(set.low)
      return isOpen ? `(c>255||${low}[c]===1)` : `(c<256&&${low}[c]===1)`
    }
    return `(c<256?${this.constant(set.low)}[c]===1:${this.constant(set)}.has(c))`
  }

  /** The text of the cases. */
  finish(): string {
    const numbers = new Map<Label, number>()
    for (const piece of this.#pieces)
      if (typeof piece === 'number' && this.#wanted.has(piece)) numbers.set(piece, numbers.size)
    for (const { table, labels } of this.#tables) table.set(labels.map(label => numbers.get(label)!))
    return this.#pieces
      .map(piece => {
        if (typeof piece === 'number') return numbers.has(piece) ? `case ${numbers.get(piece)}:` : ''
        return piece.replace(/#(\d+)#/g, (_, label: string) => String(numbers.get(Number(label))))
      })
      .join('\n')
  }
}
