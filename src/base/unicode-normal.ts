/**
 * Decompositions and the four normal forms, on Unicode 16.
 *
 * The engine's own `normalize` follows the engine's version, in which characters that Unicode 16 does not know may
 * decompose. ASCII is its own normal form in all four.
 *
 * Decompose fully, put combining marks in canonical order, and (for the C forms) compose: UAX #15. Hangul syllables
 * are arithmetic.
 */

import { DECOMPOSITION_TAGS, DECOMPOSITIONS, EXCLUDED } from './unicode.data.ts'
import { combining } from './unicode.ts'
import { PackedNumbers } from './unicode-table.ts'

export type NormalForm = 'NFC' | 'NFD' | 'NFKC' | 'NFKD'

interface Decomposition {
  /** `<compat>` and the like; `''` for a canonical one. */
  readonly tag: string
  readonly to: readonly number[]
}

interface Tables {
  readonly decompositions: Map<number, Decomposition>
  /** first · 0x110000 + second → composite */
  readonly compositions: Map<number, number>
}

let tables: Tables | null = null

function readTables(): Tables {
  const tags = DECOMPOSITION_TAGS.split(',')
  const excluded = new Set<number>()
  const gaps = new PackedNumbers(EXCLUDED)
  let point = 0
  while (!gaps.done) excluded.add((point += gaps.unsigned()))
  const decompositions = new Map<number, Decomposition>()
  const compositions = new Map<number, number>()
  const numbers = new PackedNumbers(DECOMPOSITIONS)
  point = 0
  let first = 0
  while (!numbers.done) {
    point += numbers.unsigned()
    const shape = numbers.unsigned()
    first += numbers.signed()
    const to = [first]
    for (let count = Math.floor(shape / tags.length); count > 0; count--) to.push(0x300 + numbers.signed())
    const tag = tags[shape % tags.length]!
    decompositions.set(point, { tag, to })
    if (tag === '' && to.length === 2 && !excluded.has(point)) compositions.set(first * 0x110000 + to[1]!, point)
  }
  return (tables = { decompositions, compositions })
}

/** `unicodedata.decomposition`: none for Hangul syllables, whose decomposition is arithmetic. */
export function decompositionText(point: number): string {
  if (point < 128) return ''
  const found = (tables ?? readTables()).decompositions.get(point)
  if (found === undefined) return ''
  return found.tag === '' ? hexPoints(found.to) : `${found.tag} ${hexPoints(found.to)}`
}

function hexPoints(points: readonly number[]): string {
  return points.map(point => point.toString(16).toUpperCase().padStart(4, '0')).join(' ')
}

function isSyllable(point: number): boolean {
  return point >= SYLLABLES && point < SYLLABLES + 11172
}

const SYLLABLES = 0xac00
const LEADING = 0x1100
const VOWELS = 0x1161
const TRAILING = 0x11a7

/** Another version of Unicode: which characters it knows, and what some decomposed to. */
export interface OtherVersion {
  isAssigned(point: number): boolean
  correctedSince(point: number): number | undefined
}

function pushDecomposed(result: number[], point: number, compatibly: boolean, version: OtherVersion | null): void {
  const corrected = version?.correctedSince(point)
  if (point < 128 || corrected !== undefined) {
    result.push(corrected ?? point)
    return
  }
  if (isSyllable(point)) {
    const index = point - SYLLABLES
    result.push(LEADING + Math.floor(index / 588), VOWELS + Math.floor((index % 588) / 28))
    if (index % 28 !== 0) result.push(TRAILING + (index % 28))
    return
  }
  const found = (tables ?? readTables()).decompositions.get(point)
  const isKept = version !== null && !version.isAssigned(point)
  if (found === undefined || isKept || (found.tag !== '' && !compatibly)) result.push(point)
  else for (const part of found.to) pushDecomposed(result, part, compatibly, version)
}

/** Marks between two starters in the order of their classes, stably. */
function order(points: number[]): void {
  for (let i = 1; i < points.length; i++) {
    const point = points[i]!
    const rank = combining(point)
    if (rank === 0) continue
    let j = i
    while (j > 0 && combining(points[j - 1]!) > rank) {
      points[j] = points[j - 1]!
      j--
    }
    points[j] = point
  }
}

function composePair(first: number, second: number): number | undefined {
  if (first >= LEADING && first < LEADING + 19 && second >= VOWELS && second < VOWELS + 21) {
    return SYLLABLES + (first - LEADING) * 588 + (second - VOWELS) * 28
  }
  const index = first - SYLLABLES
  if (index >= 0 && index < 11172 && index % 28 === 0 && second > TRAILING && second < TRAILING + 28) {
    return first + second - TRAILING
  }
  return (tables ?? readTables()).compositions.get(first * 0x110000 + second)
}

function compose(points: number[]): number[] {
  const result: number[] = []
  let starter = -1
  let lastRank = 0
  for (const point of points) {
    const rank = combining(point)
    if (starter >= 0 && (lastRank < rank || result.length - 1 === starter)) {
      const composite = composePair(result[starter]!, point)
      if (composite !== undefined) {
        result[starter] = composite
        continue
      }
    }
    if (rank === 0) starter = result.length
    lastRank = rank
    result.push(point)
  }
  return result
}

export function normalizePoints(
  form: NormalForm,
  points: ArrayLike<number>,
  version: OtherVersion | null = null,
): number[] {
  const compatibly = form === 'NFKC' || form === 'NFKD'
  const decomposed: number[] = []
  for (let i = 0; i < points.length; i++) pushDecomposed(decomposed, points[i]!, compatibly, version)
  order(decomposed)
  return form === 'NFC' || form === 'NFKC' ? compose(decomposed) : decomposed
}

/** On UTF-16 text; for text with lone surrogates use the code points. */
export function normalizeText(form: NormalForm, text: string): string {
  const points: number[] = []
  let ascii = true
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i)!
    if (point > 127) ascii = false
    if (point > 0xffff) i++
    points.push(point)
  }
  if (ascii) return text
  const normal = normalizePoints(form, points)
  let result = ''
  for (let i = 0; i < normal.length; i += 4096) result += String.fromCodePoint(...normal.slice(i, i + 4096))
  return result
}
