/** The methods of str that add and take away at the edges: justifying, stripping, tabs. */
import { isSpace } from '../base/unicode.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { memoryErrorType, overflowErrorType, typeErrorType } from '../objects/exception-types.ts'
import { indexOf } from '../objects/operators.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import {
  asStr,
  buildString,
  longestStr,
  pointAt,
  pointsOf,
  PyWideStr,
  sliceStr,
  strLength,
  type Str,
} from '../objects/str.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { strSelf } from './str-search.ts'

/** `count` times one character. */
export function repeatCharacter(character: Str, count: number): Str {
  if (count > longestStr) raise(memoryErrorType)
  if (typeof character === 'string') return character.repeat(count)
  return count === 0 ? '' : new PyWideStr(new Array<number>(count).fill(character.points[0]!))
}

function fillOf(fill: Value | undefined): Str {
  if (fill === undefined) return ' '
  const character = asStr(fill)
  if (character === undefined)
    raiseTypeError(`The fill character must be a unicode character, not ${typeName(typeOf(fill))}`)
  if (strLength(character) !== 1) raise(typeErrorType, 'The fill character must be exactly one character long')
  return character
}

function pad(str: Str, left: number, right: number, fill: Str): Str {
  if (left + right > longestStr - strLength(str)) raise(memoryErrorType)
  return buildString([repeatCharacter(fill, left), str, repeatCharacter(fill, right)])
}

/** A method that fills up to a width; `leftShare` says how many of the missing characters stand before the text. */
function justifyMethod(name: string, leftShare: (missing: number, width: number) => number, doc: string): Builtin {
  return builtin(
    `${name}($self, width: ssize, fillchar=' ', /)`,
    (self: Value, width: number, fill: Value) => {
      const character = fillOf(fill)
      const str = strSelf(self)
      const missing = width - strLength(str)
      if (missing <= 0) return str
      const left = leftShare(missing, width)
      return pad(str, left, missing - left, character)
    },
    `Return a ${doc} string of length width.\n\nPadding is done using the specified fill character (default is a space).`,
  )
}

function zeroFill(self: Value, width: number): Str {
  const str = strSelf(self)
  const length = strLength(str)
  const missing = width - length
  if (missing <= 0) return str
  const first = length === 0 ? 0 : pointAt(str, 0)
  if (first !== 43 && first !== 45) return pad(str, missing, 0, '0')
  return buildString([String.fromCharCode(first), pad(sliceStr(str, 1, length), missing, 0, '0')])
}

function expandTabs(self: Value, size: Value): Str {
  const width = indexOf(size)
  if (width > 2 ** 31 - 1 || width < -(2 ** 31)) raise(overflowErrorType, 'Python int too large to convert to C int')
  const str = strSelf(self)
  const parts: Str[] = []
  let total = strLength(str)
  let column = 0
  let copied = 0
  const length = strLength(str)
  for (let i = 0; i < length; i++) {
    const point = pointAt(str, i)
    if (point === 9) {
      const missing = width > 0 ? Number(width) - (column % Number(width)) : 0
      total += missing
      if (total > longestStr) raise(memoryErrorType)
      parts.push(sliceStr(str, copied, i), ' '.repeat(missing))
      copied = i + 1
      column += missing
    } else if (point === 10 || point === 13) column = 0
    else column++
  }
  if (parts.length === 0) return str
  parts.push(sliceStr(str, copied, length))
  return buildString(parts)
}

const Sides = { left: 1, right: 2, both: 3 } as const

function strip(name: string, self: Value, chars: Value | undefined, sides: number): Str {
  const str = strSelf(self)
  let isStripped = isSpace
  if (chars !== undefined && chars !== null) {
    const set = asStr(chars)
    if (set === undefined) raiseTypeError(`${name} arg must be None or str`)
    const points = pointsOf(set)
    isStripped = point => points.includes(point)
  }
  let start = 0
  let stop = strLength(str)
  if (sides !== Sides.right) while (start < stop && isStripped(pointAt(str, start))) start++
  if (sides !== Sides.left) while (stop > start && isStripped(pointAt(str, stop - 1))) stop--
  return sliceStr(str, start, stop)
}

function stripMethod(name: string, sides: number, which: string): Builtin {
  return builtin(
    `${name}($self, chars=None, /)`,
    (self: Value, chars?: Value) => strip(name, self, chars, sides),
    `Return a copy of the string with ${which} whitespace removed.\n\nIf chars is given and not None, remove characters in chars instead.`,
  )
}

export const layoutMethods = (): Builtin[] => [
  // The odd character goes to the left if the width is odd, else to the right.
  justifyMethod('center', (missing, width) => Math.floor(missing / 2) + (missing & width & 1), 'centered'),
  justifyMethod('ljust', () => 0, 'left-justified'),
  justifyMethod('rjust', missing => missing, 'right-justified'),
  builtin(
    'zfill($self, width: ssize, /)',
    zeroFill,
    'Pad a numeric string with zeros on the left, to fill a field of the given width.\n\nThe string is never truncated.',
  ),
  builtin(
    'expandtabs($self, /, tabsize=8)',
    expandTabs,
    'Return a copy where all tab characters are expanded using spaces.\n\nIf tabsize is not given, a tab size of 8 characters is assumed.',
  ),
  stripMethod('strip', Sides.both, 'leading and trailing'),
  stripMethod('lstrip', Sides.left, 'leading'),
  stripMethod('rstrip', Sides.right, 'trailing'),
]
