/**
 * Case mapping: `upper`, `lower`, `title`, `capitalize`, `swapcase`, `casefold`, with full mappings (one character may
 * become three) and the rule for a sigma that ends a word.
 *
 * Work is done on code points; text of ASCII only goes to the engine, whose answer for it cannot differ.
 */

import {
  FOLD_EXPANSIONS,
  FOLD_RUNS,
  LOWER_EXPANSIONS,
  LOWER_RUNS,
  SIMPLE_RUNS,
  TITLE_EXPANSIONS,
  TITLE_RUNS,
  UPPER_EXPANSIONS,
  UPPER_RUNS,
} from './unicode.data.ts'
import { stringFromUnits } from './text.ts'
import { isLower, isUpper } from './unicode.ts'
import { CASE_IGNORABLE, CASED, PackedNumbers, unicodeRecord } from './unicode-table.ts'

type CaseMap = Map<number, number | readonly number[]>

function readMap(runs: string, expansions: string): CaseMap {
  const map: CaseMap = new Map()
  const numbers = new PackedNumbers(runs)
  let point = 0
  while (!numbers.done) {
    point += numbers.unsigned()
    const shape = numbers.unsigned()
    const delta = numbers.signed()
    const step = (shape & 1) + 1
    for (let i = 0; i < shape >> 1; i++) map.set(point + i * step, point + i * step + delta)
  }
  const longer = new PackedNumbers(expansions)
  point = 0
  while (!longer.done) {
    point += longer.unsigned()
    const to: number[] = []
    for (let count = longer.unsigned(); count > 0; count--) to.push(point + longer.signed())
    map.set(point, to)
  }
  return map
}

interface CaseMaps {
  readonly upper: CaseMap
  readonly lower: CaseMap
  /** Where it differs from upper. */
  readonly title: CaseMap
  /** Where it differs from lower. */
  readonly fold: CaseMap
  /** The simple mapping to lower, where it differs from the full one. */
  readonly simpleLower: CaseMap
}

let maps: CaseMaps | null = null

function readMaps(): CaseMaps {
  return (maps = {
    upper: readMap(UPPER_RUNS, UPPER_EXPANSIONS),
    lower: readMap(LOWER_RUNS, LOWER_EXPANSIONS),
    title: readMap(TITLE_RUNS, TITLE_EXPANSIONS),
    fold: readMap(FOLD_RUNS, FOLD_EXPANSIONS),
    simpleLower: readMap(SIMPLE_RUNS, ''),
  })
}

function push(result: number[], to: number | readonly number[]): void {
  if (typeof to === 'number') result.push(to)
  else for (let i = 0; i < to.length; i++) result.push(to[i]!)
}

function upperOf(point: number): number | readonly number[] {
  return (maps ?? readMaps()).upper.get(point) ?? point
}
function lowerOf(point: number): number | readonly number[] {
  return (maps ?? readMaps()).lower.get(point) ?? point
}
function titleOf(point: number): number | readonly number[] {
  return (maps ?? readMaps()).title.get(point) ?? upperOf(point)
}
function foldOf(point: number): number | readonly number[] {
  return (maps ?? readMaps()).fold.get(point) ?? lowerOf(point)
}

/** One character to one, as regular expressions that ignore case compare. */
export function simpleLower(point: number): number {
  if (point < 128) return point >= 65 && point <= 90 ? point + 32 : point
  const simple = (maps ?? readMaps()).simpleLower.get(point) ?? lowerOf(point)
  return typeof simple === 'number' ? simple : point
}

/** One character to one; where the upper case is longer it is the first of it, as in CPython. */
export function simpleUpper(point: number): number {
  if (point < 128) return point >= 97 && point <= 122 ? point - 32 : point
  const upper = upperOf(point)
  return typeof upper === 'number' ? upper : upper[0]!
}

const SIGMA = 0x3a3

/** Final when something cased comes before it and nothing cased after, not counting what case ignores. */
function isFinalSigma(points: ArrayLike<number>, at: number): boolean {
  let i = at - 1
  while (i >= 0 && (unicodeRecord(points[i]!).flags & CASE_IGNORABLE) !== 0) i--
  if (i < 0 || (unicodeRecord(points[i]!).flags & CASED) === 0) return false
  i = at + 1
  while (i < points.length && (unicodeRecord(points[i]!).flags & CASE_IGNORABLE) !== 0) i++
  return i === points.length || (unicodeRecord(points[i]!).flags & CASED) === 0
}

function pushLower(result: number[], points: ArrayLike<number>, i: number): void {
  const point = points[i]!
  if (point === SIGMA) result.push(isFinalSigma(points, i) ? 0x3c2 : 0x3c3)
  else push(result, lowerOf(point))
}

export function upperPoints(points: ArrayLike<number>): number[] {
  const result: number[] = []
  for (let i = 0; i < points.length; i++) push(result, upperOf(points[i]!))
  return result
}

export function lowerPoints(points: ArrayLike<number>): number[] {
  const result: number[] = []
  for (let i = 0; i < points.length; i++) pushLower(result, points, i)
  return result
}

export function casefoldPoints(points: ArrayLike<number>): number[] {
  const result: number[] = []
  for (let i = 0; i < points.length; i++) push(result, foldOf(points[i]!))
  return result
}

export function titlePoints(points: ArrayLike<number>): number[] {
  const result: number[] = []
  let afterCased = false
  for (let i = 0; i < points.length; i++) {
    if (afterCased) pushLower(result, points, i)
    else push(result, titleOf(points[i]!))
    afterCased = (unicodeRecord(points[i]!).flags & CASED) !== 0
  }
  return result
}

export function capitalizePoints(points: ArrayLike<number>): number[] {
  const result: number[] = []
  if (points.length > 0) push(result, titleOf(points[0]!))
  for (let i = 1; i < points.length; i++) pushLower(result, points, i)
  return result
}

export function swapcasePoints(points: ArrayLike<number>): number[] {
  const result: number[] = []
  for (let i = 0; i < points.length; i++) {
    const point = points[i]!
    if (isUpper(point)) pushLower(result, points, i)
    else if (isLower(point)) push(result, upperOf(point))
    else result.push(point)
  }
  return result
}

const notAscii = /[^\0-\x7f]/

/** Whether all of a text is ASCII: the engine's search takes a third of the time of a loop. */
export const isAsciiText = (text: string): boolean => !notAscii.test(text)

/** The functions above on a text whose units are its characters. */
function mapText(text: string, map: (points: ArrayLike<number>) => number[]): string {
  const points = new Array<number>(text.length)
  for (let i = 0; i < text.length; i++) points[i] = text.charCodeAt(i)
  const mapped = map(points)
  return stringFromUnits(mapped, 0, mapped.length)
}

/** An ASCII text in which letters are what `isUpperAt` says. */
function mapAscii(text: string, isUpperAt: (unit: number, afterLetter: boolean) => boolean): string {
  const units = new Array<number>(text.length)
  let afterLetter = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const isLetter = isCased(unit)
    units[i] = !isLetter ? unit : isUpperAt(unit, afterLetter) ? unit & ~32 : unit | 32
    afterLetter = isLetter
  }
  return stringFromUnits(units, 0, units.length)
}

/** Beyond ASCII, Latin letters of the first two blocks and Cyrillic ones: no version of Unicode will change their cases, so the engine may be asked. */
const hasOthers = /[^\0-\u017f\u0400-\u052f]/

export function upperText(text: string): string {
  return hasOthers.test(text) ? mapText(text, upperPoints) : text.toUpperCase()
}
export function lowerText(text: string): string {
  return hasOthers.test(text) ? mapText(text, lowerPoints) : text.toLowerCase()
}
export function casefoldText(text: string): string {
  return isAsciiText(text) ? text.toLowerCase() : mapText(text, casefoldPoints)
}
export function titleText(text: string): string {
  return isAsciiText(text) ? mapAscii(text, (_, afterLetter) => !afterLetter) : mapText(text, titlePoints)
}
export function capitalizeText(text: string): string {
  if (isAsciiText(text)) return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
  return mapText(text, capitalizePoints)
}
export function swapcaseText(text: string): string {
  return isAsciiText(text) ? mapAscii(text, unit => unit >= 97) : mapText(text, swapcasePoints)
}

/** Whether a character has other cases (`_sre.unicode_iscased`). */
export function isCasedSimply(point: number): boolean {
  return simpleLower(point) !== point || simpleUpper(point) !== point
}

/** Cased as `str.istitle` and `str.title` see it. */
export function isCased(point: number): boolean {
  if (point < 128) return (point | 32) >= 97 && (point | 32) <= 122
  return (unicodeRecord(point).flags & CASED) !== 0
}
