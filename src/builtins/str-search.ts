/** The methods of str that look for a part of the text. */
import { typeOf } from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { sliceBound } from '../objects/slice.ts'
import { asStr, sliceStr, strLength, type Str } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { countUnits, findLastUnits, findUnits, hasAt, type Units } from './units.ts'

export const unitsOf = (str: Str): Units => (typeof str === 'string' ? str : str.points)

/** The str that a method was called on; the method descriptor has seen that it is one. */
export const strSelf = (self: Value): Str => (typeof self === 'string' ? self : asStr(self)!)

/** The first position of `[start[, stop]]` arguments. It may be past the end, where not even an empty part is found. */
export function searchStart(start: Value | undefined, length: number): number {
  if (start === undefined || start === null) return 0
  const index = sliceBound(start)
  return index >= 0 ? index : Math.max(index + length, 0)
}

export function searchStop(stop: Value | undefined, length: number): number {
  if (stop === undefined || stop === null) return length
  const index = sliceBound(stop)
  return index >= 0 ? Math.min(index, length) : Math.max(index + length, 0)
}

/** The part to look for, argument 1 of `method`. */
function partOf(value: Value, method: string): Str {
  const part = typeof value === 'string' ? value : asStr(value)
  if (part === undefined) raiseTypeError(`${method}() argument 1 must be str, not ${argumentName(value)}`)
  return part
}

export const argumentName = (value: Value): string => (value === null ? 'None' : typeName(typeOf(value)))

type Search = (units: Units, part: Units, start: number, stop: number) => number

function search(find: Search, method: string, self: Value, sub: Value, start?: Value, stop?: Value): number {
  const str = strSelf(self)
  const part = partOf(sub, method)
  const length = strLength(str)
  const from = searchStart(start, length)
  const to = searchStop(stop, length)
  return from > to ? -1 : find(unitsOf(str), unitsOf(part), from, to)
}

function searchMethod(name: string, find: Search, doc: string): Builtin {
  return builtin(
    `${name}($self, sub[, start[, end]], /)`,
    (self: Value, sub: Value, start?: Value, stop?: Value) => {
      if (start === undefined && typeof self === 'string' && typeof sub === 'string')
        return find(self, sub, 0, self.length)
      return search(find, name, self, sub, start, stop)
    },
    `${doc}\n\nOptional arguments start and end are interpreted as in slice notation.`,
  )
}

function indexMethod(name: string, find: Search, doc: string): Builtin {
  return builtin(
    `${name}($self, sub[, start[, end]], /)`,
    (self: Value, sub: Value, start?: Value, stop?: Value) => {
      const at = search(find, name, self, sub, start, stop)
      if (at < 0) raise(valueErrorType, 'substring not found')
      return at
    },
    `${doc}\n\nOptional arguments start and end are interpreted as in slice notation.`,
  )
}

/** Does the text have `part` at its start, or its end, within the range? */
type EdgeTest = (str: Str, part: Str, start: number, stop: number) => boolean

const startsWith: EdgeTest = (str, part, start, stop) =>
  stop - start >= strLength(part) && hasAt(unitsOf(str), unitsOf(part), start)
const endsWith: EdgeTest = (str, part, start, stop) =>
  stop - start >= strLength(part) && hasAt(unitsOf(str), unitsOf(part), stop - strLength(part))

function edgeMethod(name: string, parameter: string, test: EdgeTest): Builtin {
  return builtin(
    `${name}($self, ${parameter}[, start[, end]], /)`,
    (self: Value, edge: Value, start?: Value, stop?: Value) => {
      const str = strSelf(self)
      const length = strLength(str)
      const from = searchStart(start, length)
      const to = searchStop(stop, length)
      const single = asStr(edge)
      if (single !== undefined) return test(str, single, from, to)
      if (!(edge instanceof PyTuple))
        raiseTypeError(`${name} first arg must be str or a tuple of str, not ${typeName(typeOf(edge))}`)
      for (const each of edge.items) {
        const part = asStr(each)
        if (part === undefined) raiseTypeError(`tuple for ${name} must only contain str, not ${typeName(typeOf(each))}`)
        if (test(str, part, from, to)) return true
      }
      return false
    },
    `Return True if the string ${name.replace('with', '')} with the specified ${parameter}, False otherwise.

  ${parameter}
    A string or a tuple of strings to try.
  start
    Optional start position. Default: start of the string.
  end
    Optional stop position. Default: end of the string.`,
  )
}

function partition(self: Value, sep: Value, find: typeof findUnits, missing: (str: Str) => Value[]): PyTuple {
  const str = strSelf(self)
  const separator = asStr(sep)
  if (separator === undefined) raiseTypeError(`must be str, not ${typeName(typeOf(sep))}`)
  if (separator === '') raise(valueErrorType, 'empty separator')
  const length = strLength(str)
  const at = find(unitsOf(str), unitsOf(separator), 0, length)
  if (at < 0) return new PyTuple(missing(str))
  return new PyTuple([sliceStr(str, 0, at), separator, sliceStr(str, at + strLength(separator), length)])
}

export const searchMethods = (): Builtin[] => [
  searchMethod(
    'find',
    findUnits,
    'Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end].\n\nReturn -1 on failure.',
  ),
  searchMethod(
    'rfind',
    findLastUnits,
    'Return the highest index in S where substring sub is found, such that sub is contained within S[start:end].\n\nReturn -1 on failure.',
  ),
  indexMethod(
    'index',
    findUnits,
    'Return the lowest index in S where substring sub is found.\n\nRaises ValueError when the substring is not found.',
  ),
  indexMethod(
    'rindex',
    findLastUnits,
    'Return the highest index in S where substring sub is found.\n\nRaises ValueError when the substring is not found.',
  ),
  builtin(
    'count($self, sub[, start[, end]], /)',
    (self: Value, sub: Value, start?: Value, stop?: Value) =>
      Math.max(search(countUnits, 'count', self, sub, start, stop), 0),
    'Return the number of non-overlapping occurrences of substring sub in string S[start:end].',
  ),
  edgeMethod('startswith', 'prefix', startsWith),
  edgeMethod('endswith', 'suffix', endsWith),
  builtin(
    'removeprefix($self, prefix: str, /)',
    (self: Value, prefix: Str) => {
      const str = strSelf(self)
      return startsWith(str, prefix, 0, strLength(str)) ? sliceStr(str, strLength(prefix), strLength(str)) : str
    },
    'Return a str with the given prefix string removed if present.',
  ),
  builtin(
    'removesuffix($self, suffix: str, /)',
    (self: Value, suffix: Str) => {
      const str = strSelf(self)
      const length = strLength(str)
      return endsWith(str, suffix, 0, length) ? sliceStr(str, 0, length - strLength(suffix)) : str
    },
    'Return a str with the given suffix string removed if present.',
  ),
  builtin(
    'partition($self, sep, /)',
    (self: Value, sep: Value) => partition(self, sep, findUnits, str => [str, '', '']),
    'Partition the string into three parts using the given separator.\n\nIf the separator is not found, the parts are the original string and two empty strings.',
  ),
  builtin(
    'rpartition($self, sep, /)',
    (self: Value, sep: Value) => partition(self, sep, findLastUnits, str => ['', '', str]),
    'Partition the string into three parts using the last occurrence of the given separator.\n\nIf the separator is not found, the parts are two empty strings and the original string.',
  ),
]
