/** Escapes in a pattern: `\n`, `\x41`, `\d`, `\1`, `\N{DIGIT ONE}`. As _escape and _class_escape in Lib/re/_parser.py. */
import { characterFromName } from '../../../base/character-names.ts'
import { At } from '../opcodes.ts'
import { isAsciiLetter, isDigit, isHexDigit, isOctalDigit, type Source } from './source.ts'
import type { Item } from './syntax.ts'

const controls: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
])

/** By their number. */
const categories = 'dDsSwW'

/** The category of an escape, or −1. */
export const categoryOf = (letter: string): number => categories.indexOf(letter)

const places: ReadonlyMap<string, number> = new Map([
  ['A', At.beginningString],
  ['b', At.boundary],
  ['B', At.nonBoundary],
  ['z', At.endString],
  ['Z', At.endString],
])

/** The place that an escape outside of sets means. */
export function placeOf(letter: string): Item | undefined {
  const place = places.get(letter)
  return place === undefined ? undefined : { op: 'AT', place }
}

/** The control character of `\n` and its like. */
export const controlOf = (letter: string): number | undefined => controls.get(letter)

const hexDigits: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
])

/** The character that an escape of a letter or a sign stands for; what follows the token is taken. Digits are not for it. */
export function escapedCharacter(source: Source, letter: string): number {
  const control = controls.get(letter)
  if (control !== undefined) return control
  if (!isAsciiLetter(letter)) return letter.codePointAt(0)!
  const digits = letter === 'x' || source.isText ? hexDigits.get(letter) : undefined
  if (digits !== undefined) return byHex(source, digits)
  if (letter === 'N' && source.isText && source.match('{')) {
    const character = characterFromName(source.takeUntil('}'))
    if (character !== null) return character
  }
  source.refuse()
  return 0
}

function byHex(source: Source, digits: number): number {
  const hex = source.takeWhile(digits, isHexDigit)
  const character = Number.parseInt(hex, 16)
  if (hex.length !== digits || character > 0x10ffff) source.refuse()
  return character
}

/** The value of an octal escape with all its digits. */
export function octalCharacter(source: Source, digits: string): number {
  const character = Number.parseInt(digits, 8)
  if (character > 0o377) source.refuse()
  return character
}

/** A number behind a backslash: a character, or minus the number of the group that it refers to. */
export function numberedEscape(source: Source, first: string): number {
  if (first === '0') return Number.parseInt(first + source.takeWhile(2, isOctalDigit), 8)
  if (!isDigit(source.next)) return -Number(first)
  const second = source.take()
  if (isOctalDigit(first) && isOctalDigit(second) && isOctalDigit(source.next))
    return octalCharacter(source, first + second + source.take())
  return -Number(first + second)
}
