// Hot.
/**
 * Taking text apart and putting it together: split, rsplit, splitlines, join and replace of str.
 *
 * Long narrow texts without a limit go to the engine's own `split` and `join`; the rest is spans (units-split.ts).
 */
import { joinAscii } from '../base/text.ts'
import { isLineBreak, isSpace } from '../base/unicode.ts'
import { listType, typeOf } from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { typeErrorType, valueErrorType } from '../objects/exception-types.ts'
import { itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { asStr, pushPoints, PyWideStr, sliceStr, strLength, type Str } from '../objects/str.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { strSelf, unitsOf } from './str-search.ts'
import { findUnits } from './units.ts'
import { longPart } from './units-long-search.ts'
import { splitAt, splitAtFromEnd, splitLines, splitSpace, splitSpaceFromEnd } from './units-split.ts'

function partsFromSpans(str: Str, spans: readonly number[]): PyList {
  const parts: Value[] = []
  for (let i = 0; i < spans.length; i += 2) parts.push(sliceStr(str, spans[i]!, spans[i + 1]!))
  return new PyList(parts)
}

/** The separator argument: null for runs of space. */
function separatorOf(sep: Value): Str | null {
  if (sep === null) return null
  const separator = asStr(sep)
  if (separator === undefined) raiseTypeError(`must be str or None, not ${typeName(typeOf(sep))}`)
  if (separator === '') raise(valueErrorType, 'empty separator')
  return separator
}

function split(self: Value, sep: Value, most: number): PyList {
  const str = strSelf(self)
  const separator = separatorOf(sep)
  if (separator === null) {
    if (most < 0 && typeof str === 'string') return new PyList(wordsOf(str))
    return partsFromSpans(str, splitSpace(unitsOf(str), isSpace, most))
  }
  if (most < 0 && typeof str === 'string' && typeof separator === 'string' && separator.length < longPart)
    return new PyList(splitNarrow(str, separator))
  return partsFromSpans(str, splitAt(unitsOf(str), unitsOf(separator), most))
}

/** By hand: the engine's `split` is good for texts that are long, or that it has split before. */
function splitNarrow(str: string, separator: string): string[] {
  if (str.length > longestByHand) return str.split(separator)
  const parts: string[] = []
  let from = 0
  for (let at = str.indexOf(separator); at >= 0; at = str.indexOf(separator, from)) {
    parts.push(str.slice(from, at))
    from = at + separator.length
  }
  parts.push(str.slice(from))
  return parts
}

const longestByHand = 256

/** What splitSpace finds in a narrow text, without spans and with the test for space in place. */
function wordsOf(str: string): string[] {
  const words: string[] = []
  let from = -1
  for (let at = 0; at < str.length; at++) {
    if (!isSpace(str.charCodeAt(at))) {
      if (from < 0) from = at
    } else if (from >= 0) {
      words.push(str.slice(from, at))
      from = -1
    }
  }
  if (from >= 0) words.push(str.slice(from))
  return words
}

/** What ends lines beside a line feed. */
const otherLineBreak = /[\v\f\r\x1c-\x1e\x85\u2028\u2029]/

function linesOf(str: string): string[] {
  const lines = splitNarrow(str, '\n')
  if (lines[lines.length - 1] === '') lines.pop()
  return lines
}

function splitFromEnd(self: Value, sep: Value, most: number): PyList {
  const str = strSelf(self)
  const separator = separatorOf(sep)
  const spans =
    separator === null
      ? splitSpaceFromEnd(unitsOf(str), isSpace, most)
      : splitAtFromEnd(unitsOf(str), unitsOf(separator), most)
  return partsFromSpans(str, spans)
}

/** `separator.join(parts)`. */
export function joinStr(separator: Str, parts: readonly Str[]): Str {
  if (parts.length === 1) return parts[0]!
  if (typeof separator !== 'string') return parts.length === 0 ? '' : joinWide(separator, parts)
  for (let i = 0; i < parts.length; i++) if (typeof parts[i] !== 'string') return joinWide(separator, parts)
  if (parts.length > fewestUnitByUnit) return joinAscii(separator, parts as readonly string[]) ?? parts.join(separator)
  if (parts.length > mostPiecesByHand) return parts.join(separator)
  let text = parts.length === 0 ? '' : (parts[0] as string)
  for (let i = 1; i < parts.length; i++) {
    text += separator
    text += parts[i] as string
  }
  return text
}

/** An array's `join` takes two to four times as long as putting a few strings together. */
const mostPiecesByHand = 64
/** And from some hundreds of short pieces on, writing them unit by unit is faster than that. */
const fewestUnitByUnit = 500

function joinWide(separator: Str, parts: readonly Str[]): PyWideStr {
  const points: number[] = []
  for (let i = 0; i < parts.length; i++) {
    if (i > 0) pushPoints(points, separator)
    pushPoints(points, parts[i]!)
  }
  return new PyWideStr(points)
}

/** Then the list's own array will do. */
const isOfPlainStrs = (iterable: Value): iterable is PyList =>
  iterable instanceof PyList &&
  iterable.type === listType &&
  iterable.floats === null &&
  iterable.items.every(each => typeof each === 'string')

function join(self: Value, iterable: Value): Str {
  if (typeOf(iterable).iter === null && typeOf(iterable).subscript === null)
    raise(typeErrorType, 'can only join an iterable')
  if (isOfPlainStrs(iterable)) return joinStr(strSelf(self), iterable.items as Str[])
  const items = itemsOf(iterable)
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!
    if (typeof item === 'string') continue
    const part = asStr(item)
    if (part === undefined) raiseTypeError(`sequence item ${i}: expected str instance, ${typeName(typeOf(item))} found`)
    items[i] = part
  }
  return joinStr(strSelf(self), items as Str[])
}

function replaceNarrow(str: string, old: string, next: string): string {
  if (old === '') return str === '' ? next : next + str.split('').join(next) + next
  // By hand: `replaceAll` takes twice as long, and five times where there is nothing to replace.
  let at = str.indexOf(old)
  if (at < 0) return str
  let text = ''
  let from = 0
  do {
    text += str.slice(from, at)
    text += next
    from = at + old.length
    at = str.indexOf(old, from)
  } while (at >= 0)
  return text + str.slice(from)
}

function replaceCounted(str: Str, old: Str, next: Str, most: number): Str {
  const units = unitsOf(str)
  const part = unitsOf(old)
  const length = strLength(str)
  const step = strLength(old)
  const parts: Str[] = []
  let copied = 0
  let at = findUnits(units, part, 0, length)
  for (let left = most; left > 0 && at >= 0; left--) {
    parts.push(sliceStr(str, copied, at), next)
    copied = at + step
    const from = step === 0 ? at + 1 : copied
    at = from > length ? -1 : findUnits(units, part, from, length)
  }
  if (parts.length === 0) return str
  parts.push(sliceStr(str, copied, length))
  return joinStr('', parts)
}

export function replaceStr(str: Str, old: Str, next: Str, most: number): Str {
  const all = most < 0
  if (all && typeof str === 'string' && typeof old === 'string' && typeof next === 'string' && old.length < longPart)
    return replaceNarrow(str, old, next)
  return replaceCounted(str, old, next, all ? Infinity : most)
}

const splitDoc = (
  from: string,
): string => `Return a list of the substrings in the string, using sep as the separator string.

  sep
    The separator used to split the string.

    When set to None (the default value), will split on any whitespace
    character (including \\n \\r \\t \\f and spaces) and will discard
    empty strings from the result.
  maxsplit
    Maximum number of splits.
    -1 (the default value) means no limit.

Splitting starts at the ${from}.`

export const splitMethods = (): Builtin[] => [
  builtin(
    'split($self, /, sep=None, maxsplit: ssize = -1)',
    split,
    splitDoc('front of the string and works to the end'),
  ),
  builtin(
    'rsplit($self, /, sep=None, maxsplit: ssize = -1)',
    splitFromEnd,
    splitDoc('end of the string and works to the front'),
  ),
  builtin(
    'splitlines($self, /, keepends: bool = False)',
    (self: Value, keepEnds: boolean) => {
      const str = strSelf(self)
      if (typeof str === 'string' && !keepEnds && !otherLineBreak.test(str)) return new PyList(linesOf(str))
      return partsFromSpans(str, splitLines(unitsOf(str), isLineBreak, keepEnds ? 'kept' : 'dropped'))
    },
    'Return a list of the lines in the string, breaking at line boundaries.\n\nLine breaks are not included in the resulting list unless keepends is given and true.',
  ),
  builtin(
    'join($self, iterable, /)',
    join,
    "Concatenate any number of strings.\n\nThe string whose method is called is inserted in between each given string.\nThe result is returned as a new string.\n\nExample: '.'.join(['ab', 'pq', 'rs']) -> 'ab.pq.rs'",
  ),
  builtin(
    'replace($self, old: str, new: str, /, count: ssize = -1)',
    (self: Value, old: Str, next: Str, count: number) => replaceStr(strSelf(self), old, next, count),
    'Return a copy with all occurrences of substring old replaced by new.\n\n  count\n    Maximum number of occurrences to replace.\n    -1 (the default value) means replace all occurrences.',
  ),
]
