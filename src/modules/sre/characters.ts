/** What regular expressions know of characters: categories, words, and letters without their case. As Modules/_sre/sre.c. */
import { simpleLower, simpleUpper } from '../../base/unicode-case.ts'
import { isAlpha, isDecimal, isLineBreak, isNumeric, isSpace } from '../../base/unicode.ts'
import { CharSet } from './char-set.ts'

export type Test = (character: number) => boolean

const isAsciiDigit: Test = c => c >= 48 && c <= 57
const isAsciiLetter: Test = c => (c | 32) >= 97 && (c | 32) <= 122
const isAsciiSpace: Test = c => c === 32 || (c >= 9 && c <= 13)
const isAsciiWord: Test = c => c < 128 && (isAsciiLetter(c) || isAsciiDigit(c) || c === 95)
const isUnicodeWord: Test = c => isAlpha(c) || isNumeric(c) || c === 95
const not =
  (test: Test): Test =>
  c =>
    !test(c)

/** By the number of the category (CATEGORY_DIGIT and so on). The locale is C's: ASCII. */
const withOpposites = (tests: readonly Test[]): Test[] => tests.flatMap(test => [test, not(test)])

export const categories: readonly Test[] = withOpposites([
  isAsciiDigit,
  isAsciiSpace,
  isAsciiWord,
  c => c === 10,
  isAsciiWord,
  isDecimal,
  isSpace,
  isUnicodeWord,
  isLineBreak,
])

let asciiWords: CharSet | null = null
let unicodeWords: CharSet | null = null
export const asciiWordSet = (): CharSet => (asciiWords ??= new CharSet(isAsciiWord))
export const unicodeWordSet = (): CharSet => (unicodeWords ??= new CharSet(isUnicodeWord))

export const asciiLower = (c: number): number => (c >= 65 && c <= 90 ? c + 32 : c)
export const asciiUpper = (c: number): number => (c >= 97 && c <= 122 ? c - 32 : c)

/** How letters are compared where case is ignored. */
export type Folding = 'none' | 'ascii' | 'locale' | 'unicode'

export const lowerBy: Readonly<Record<Folding, (c: number) => number>> = {
  none: c => c,
  ascii: asciiLower,
  locale: asciiLower,
  unicode: simpleLower,
}

export const unicodeUpper = simpleUpper
