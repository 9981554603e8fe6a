/**
 * Unicode 3.2, which internationalized host names are defined by (RFC 3454): what was otherwise than it is in Unicode 16.
 *
 * Characters assigned since then are not assigned; a few hundred others had another category, direction or value. The tables of differences
 * are read when they are first asked.
 */
import {
  BIDIRECTIONAL,
  CATEGORY,
  CORRECTIONS,
  DECIMAL,
  EAST_ASIAN_WIDTH,
  MIRRORED,
  NUMERIC,
} from './unicode-3-2.data.ts'
import * as now from './unicode.ts'

/** Ranges of characters and what they had, in order. */
class Changes {
  readonly #text: string
  #starts: number[] | null
  readonly #ends: number[]
  readonly #values: string[]
  constructor(text: string) {
    this.#text = text
    this.#starts = null
    this.#ends = []
    this.#values = []
  }

  #read(): number[] {
    const starts: number[] = []
    let at = 0
    for (const range of this.#text === '' ? [] : this.#text.split(',')) {
      const [gap, length, value] = range.split('.')
      at += Number.parseInt(gap!, 36)
      starts.push(at)
      at += Number.parseInt(length!, 36)
      this.#ends.push(at)
      this.#values.push(value!)
    }
    return (this.#starts = starts)
  }

  /** What the character had; undefined if that has not changed. */
  of(point: number): string | undefined {
    const starts = this.#starts ?? this.#read()
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= point) low = middle + 1
      else high = middle
    }
    return low > 0 && point < this.#ends[low - 1]! ? this.#values[low - 1] : undefined
  }
}

const categories = new Changes(CATEGORY)
const directions = new Changes(BIDIRECTIONAL)
const mirrorings = new Changes(MIRRORED)
const widths = new Changes(EAST_ASIAN_WIDTH)
const decimals = new Changes(DECIMAL)
const numbers = new Changes(NUMERIC)

export const category = (point: number): string => categories.of(point) ?? now.category(point)
export const isAssigned = (point: number): boolean => category(point) !== 'Cn'

export const bidirectional = (point: number): string =>
  isAssigned(point) ? (directions.of(point) ?? now.bidirectional(point)) : ''
export const combining = (point: number): number => (isAssigned(point) ? now.combining(point) : 0)
export const mirrored = (point: number): number =>
  isAssigned(point) ? Number(mirrorings.of(point) ?? now.mirrored(point)) : 0
export const eastAsianWidth = (point: number): string =>
  widths.of(point) ?? (isAssigned(point) ? now.eastAsianWidth(point) : 'N')

const numberOr = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : text === '' ? -1 : Number(text)

export const decimalDigit = (point: number): number =>
  isAssigned(point) ? numberOr(decimals.of(point), now.decimalDigit(point)) : -1
/** CPython asks the current version, whichever it is asked by. */
export const digitValue = now.digitValue

export function numericValue(point: number): number | null {
  if (!isAssigned(point)) return null
  const was = numbers.of(point)
  if (was === undefined) return now.numericValue(point)
  if (was === '') return null
  const [numerator, denominator] = was.split('/')
  return Number(numerator) / Number(denominator)
}

let corrections: Map<number, number> | null = null

/** What a character decomposed to by a mistake that has been corrected since. */
export function correctedSince(point: number): number | undefined {
  corrections ??= new Map(
    CORRECTIONS.split(',').map(pair => pair.split('.').map(text => Number.parseInt(text, 36)) as [number, number]),
  )
  return corrections.get(point)
}
