/** The methods of str that go by what each character is: letter cases, and the questions `is…`. */
import {
  capitalizePoints,
  capitalizeText,
  casefoldPoints,
  casefoldText,
  isAsciiText,
  lowerPoints,
  lowerText,
  swapcasePoints,
  swapcaseText,
  titlePoints,
  titleText,
  upperPoints,
  upperText,
} from '../base/unicode-case.ts'
import {
  isAlpha,
  isDecimal,
  isDigit,
  isIdentifierContinue,
  isIdentifierStart,
  isLower,
  isNumeric,
  isPrintable,
  isSpace,
  isTitle,
  isUpper,
} from '../base/unicode.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { pointAt, strLength, strOfPoints, type Str } from '../objects/str.ts'
import type { Value } from '../objects/value.ts'
import { strSelf } from './str-search.ts'

type MapText = (text: string) => string
type MapPoints = (points: ArrayLike<number>) => number[]

function caseMethod(name: string, ofText: MapText, ofPoints: MapPoints, doc: string): Builtin {
  return builtin(
    `${name}($self, /)`,
    (self: Value) => {
      const str = strSelf(self)
      return typeof str === 'string' ? ofText(str) : strOfPoints(ofPoints(str.points))
    },
    doc,
  )
}

/** A question that every character answers, of a text that has at least one. */
function everyMethod(name: string, test: (point: number) => boolean, doc: string): Builtin {
  return builtin(
    `${name}($self, /)`,
    (self: Value) => {
      const str = strSelf(self)
      return strLength(str) > 0 && every(str, test)
    },
    doc,
  )
}

function every(str: Str, test: (point: number) => boolean): boolean {
  const length = strLength(str)
  for (let i = 0; i < length; i++) if (!test(pointAt(str, i))) return false
  return true
}

/** Is some character `wanted`, and none `unwanted` or in title case? */
function isCase(str: Str, wanted: (point: number) => boolean, unwanted: (point: number) => boolean): boolean {
  const length = strLength(str)
  let found = false
  for (let i = 0; i < length; i++) {
    const point = pointAt(str, i)
    if (unwanted(point) || isTitle(point)) return false
    if (wanted(point)) found = true
  }
  return found
}

/** Upper and title case only after what has no case, lower case only after what has. */
function isTitleCased(str: Str): boolean {
  const length = strLength(str)
  let found = false
  let afterCased = false
  for (let i = 0; i < length; i++) {
    const point = pointAt(str, i)
    if (isUpper(point) || isTitle(point)) {
      if (afterCased) return false
      found = afterCased = true
    } else if (isLower(point)) {
      if (!afterCased) return false
      found = afterCased = true
    } else afterCased = false
  }
  return found
}

export function isIdentifier(str: Str): boolean {
  const length = strLength(str)
  if (length === 0 || !isIdentifierStart(pointAt(str, 0))) return false
  for (let i = 1; i < length; i++) if (!isIdentifierContinue(pointAt(str, i))) return false
  return true
}

export const caseMethods = (): Builtin[] => [
  caseMethod(
    'capitalize',
    capitalizeText,
    capitalizePoints,
    'Return a capitalized version of the string.\n\nMore specifically, make the first character have upper case and the rest lower case.',
  ),
  caseMethod(
    'casefold',
    casefoldText,
    casefoldPoints,
    'Return a version of the string suitable for caseless comparisons.',
  ),
  caseMethod('lower', lowerText, lowerPoints, 'Return a copy of the string converted to lowercase.'),
  caseMethod(
    'swapcase',
    swapcaseText,
    swapcasePoints,
    'Convert uppercase characters to lowercase and lowercase characters to uppercase.',
  ),
  caseMethod(
    'title',
    titleText,
    titlePoints,
    'Return a version of the string where each word is titlecased.\n\nMore specifically, words start with uppercased characters and all remaining cased characters have lower case.',
  ),
  caseMethod('upper', upperText, upperPoints, 'Return a copy of the string converted to uppercase.'),
]

const question = (what: string): string => `Return True if the string is ${what} string, False otherwise.`

export const predicateMethods = (): Builtin[] => [
  builtin(
    'isascii($self, /)',
    (self: Value) => {
      const str = strSelf(self)
      return typeof str === 'string' && isAsciiText(str)
    },
    'Return True if all characters in the string are ASCII, False otherwise.\n\nEmpty string is ASCII too.',
  ),
  builtin('islower($self, /)', (self: Value) => isCase(strSelf(self), isLower, isUpper), question('a lowercase')),
  builtin('isupper($self, /)', (self: Value) => isCase(strSelf(self), isUpper, isLower), question('an uppercase')),
  builtin('istitle($self, /)', (self: Value) => isTitleCased(strSelf(self)), question('a title-cased')),
  everyMethod('isspace', isSpace, question('a whitespace')),
  everyMethod('isdecimal', isDecimal, question('a decimal')),
  everyMethod('isdigit', isDigit, question('a digit')),
  everyMethod('isnumeric', isNumeric, question('a numeric')),
  everyMethod('isalpha', isAlpha, question('an alphabetic')),
  everyMethod('isalnum', point => isAlpha(point) || isNumeric(point), question('an alpha-numeric')),
  builtin(
    'isidentifier($self, /)',
    (self: Value) => isIdentifier(strSelf(self)),
    'Return True if the string is a valid Python identifier, False otherwise.\n\nCall keyword.iskeyword(s) to test whether string s is a reserved identifier, such as "def" or "class".',
  ),
  builtin(
    'isprintable($self, /)',
    (self: Value) => every(strSelf(self), isPrintable),
    'Return True if all characters in the string are printable, False otherwise.\n\nA character is printable if repr() may use it in its output.',
  ),
]
