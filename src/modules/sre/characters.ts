/** What regular expressions know of characters: categories, words, and letters without their case. As Modules/_sre/sre.c. */
import { simpleLower, simpleUpper } from '../../base/unicode-case.ts'
import { isAlpha, isDecimal, isLineBreak, isNumeric, isSpace } from '../../base/unicode.ts'
import { Beyond, CharSet } from './char-set.ts'

export type Test = (character: number) => boolean

const isAsciiDigit: Test = c => c >= 48 && c <= 57
const isAsciiLetter: Test = c => (c | 32) >= 97 && (c | 32) <= 122
const isAsciiSpace: Test = c => c === 32 || (c >= 9 && c <= 13)
const isAsciiWord: Test = c => c < 128 && (isAsciiLetter(c) || isAsciiDigit(c) || c === 95)
const isUnicodeWord: Test = c => isAlpha(c) || isNumeric(c) || c === 95
const { none, space, decimal, word, all } = Beyond

/** The opposite of a set, which has of every kind what the set has not. */
export const complement = (set: CharSet): CharSet => new CharSet(c => !set.has(c), all & ~set.every, all & ~set.some)
const withOpposites = (sets: readonly CharSet[]): CharSet[] => sets.flatMap(set => [set, complement(set)])

const asciiWords = new CharSet(isAsciiWord, none)
const unicodeWords = new CharSet(isUnicodeWord, word, word)

/** By the number of the category (CATEGORY_DIGIT and so on). The locale is C's: ASCII. */
export const categories: readonly CharSet[] = withOpposites([
  new CharSet(isAsciiDigit, none),
  new CharSet(isAsciiSpace, none),
  asciiWords,
  CharSet.of(10),
  asciiWords,
  new CharSet(isDecimal, decimal, decimal),
  new CharSet(isSpace, space, space),
  unicodeWords,
  new CharSet(isLineBreak, space),
])

/** The characters of words, as a position of a program (AT_BOUNDARY and so on) means them. */
export const wordsOf = (place: number): CharSet => (place >= 10 ? unicodeWords : asciiWords)

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
