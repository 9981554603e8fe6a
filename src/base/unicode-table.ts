/**
 * Reading the packed Unicode data (tools/generate-unicode.ts writes it), lazily and once.
 *
 * Every code point has a record: what its characters have in common. Records are found through pages of 256
 * code points; a page whose code points all share a record (most of them) is one of a few shared pages.
 */

import { RECORDS, RUNS } from './unicode.data.ts'

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Uint8Array(128)
for (let i = 0; i < 64; i++) VALUES[DIGITS.charCodeAt(i)] = i

/** A text of numbers: five bits a character, least first, and a bit for "more follows". */
export class PackedNumbers {
  readonly #text: string
  #pos = 0
  constructor(text: string) {
    this.#text = text
  }

  get done(): boolean {
    return this.#pos >= this.#text.length
  }

  unsigned(): number {
    let value = 0
    let unit = 1
    for (;;) {
      const digit = VALUES[this.#text.charCodeAt(this.#pos++)]!
      value += (digit & 31) * unit
      if (digit < 32) return value
      unit *= 32
    }
  }

  signed(): number {
    const value = this.unsigned()
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }
}

export const UPPERCASE = 1
export const LOWERCASE = 2
export const IDENTIFIER_START = 4
export const IDENTIFIER_CONTINUE = 8
/** Cased and case-ignorable, as the rule for final sigma needs them. */
export const CASED = 16
export const CASE_IGNORABLE = 32
export const SPACE = 64

export class UnicodeRecord {
  readonly category: string
  readonly bidirectional: string
  readonly combining: number
  readonly mirrored: number
  readonly eastAsianWidth: string
  readonly flags: number
  constructor(fields: string) {
    const parts = fields.split(',')
    this.category = parts[0]!
    this.bidirectional = parts[1]!
    this.combining = Number(parts[2])
    this.mirrored = Number(parts[3])
    this.eastAsianWidth = parts[4]!
    this.flags = Number(parts[5])
  }
}

let records: UnicodeRecord[] = []
let pages: Uint16Array[] | null = null

function readPages(): Uint16Array[] {
  records = RECORDS.split(';').map(fields => new UnicodeRecord(fields))
  const uniform = new Map<number, Uint16Array>()
  const result: Uint16Array[] = []
  const numbers = new PackedNumbers(RUNS)
  let left = 0
  let record = 0
  while (result.length < 0x1100) {
    if (left >= 256) {
      let page = uniform.get(record)
      if (page === undefined) uniform.set(record, (page = new Uint16Array(256).fill(record)))
      result.push(page)
      left -= 256
      continue
    }
    const page = new Uint16Array(256)
    for (let i = 0; i < 256; ) {
      if (left === 0) {
        left = numbers.unsigned()
        record = numbers.unsigned()
      }
      const end = Math.min(i + left, 256)
      page.fill(record, i, end)
      left -= end - i
      i = end
    }
    result.push(page)
  }
  pages = result
  return result
}

export function unicodeRecord(point: number): UnicodeRecord {
  const table = pages ?? readPages()
  return records[table[point >> 8]![point & 255]!]!
}
