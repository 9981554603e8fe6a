// Hot.
/** What operators do with str: the slots. Comparison is in code point order, and repetition refuses what no engine can hold. */
import { asciiBytes, fewestForHost, stringFromAscii, stringFromUnits } from '../base/text.ts'
import { strType, typeOf } from '../objects/builtin-types.ts'
import { compareOrdered } from '../objects/compare.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { indexErrorType, memoryErrorType, overflowErrorType } from '../objects/exception-types.ts'
import { hashOfStr, hashOfWideStr } from '../objects/hash.ts'
import { NotImplemented } from '../objects/number.ts'
import { ssizeOf } from '../objects/operators.ts'
import { PySlice, sliceIndices } from '../objects/slice.ts'
import { EQ, NE, type CompareOp } from '../objects/slots.ts'
import { iterStr } from '../objects/str-iterator.ts'
import {
  asStr,
  concatStr,
  longestStr,
  PyWideStr,
  sliceStr,
  strLength,
  strOfPoint,
  strOfPoints,
  type Str,
} from '../objects/str.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { reprOfStr } from './str-repr.ts'
import { strSelf, unitsOf } from './str-search.ts'
import { compareUnits, findUnits } from './units.ts'
import { longPart } from './units-long-search.ts'

export function equalStrs(left: Str, right: Str): boolean {
  if (typeof left === 'string' || typeof right === 'string') return left === right
  const [a, b] = [left.points, right.points]
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

function compare(self: Value, other: Value, op: CompareOp): Value {
  const left = asStr(self)
  const right = asStr(other)
  if (left === undefined || right === undefined) return NotImplemented
  if (typeof left === 'string' && typeof right === 'string') return compareOrdered(left, right, op)
  if (op === EQ) return equalStrs(left, right)
  if (op === NE) return !equalStrs(left, right)
  return compareOrdered(compareUnits(unitsOf(left), unitsOf(right)), 0, op)
}

/** Longest size that CPython counts; beyond it is another error. */
export const largestSize = 2 ** 63

export function repeatStr(str: Str, count: number): Str {
  const length = strLength(str)
  if (count <= 0 || length === 0) return ''
  if (length > 1 && length * count >= largestSize) raise(overflowErrorType, 'repeated string is too long')
  if (length * count > longestStr) raise(memoryErrorType)
  vm.budget -= (length * count) >>> 6
  if (typeof str === 'string') return str.repeat(count)
  const points: number[] = []
  for (let i = 0; i < count; i++) for (let j = 0; j < length; j++) points.push(str.points[j]!)
  return new PyWideStr(points)
}

export function characterAt(str: Str, index: number): Str {
  const length = strLength(str)
  const at = index < 0 ? index + length : index
  if (at < 0 || at >= length) raise(indexErrorType, 'string index out of range')
  return typeof str === 'string' ? str.charAt(at) : strOfPoint(str.points[at]!)
}

function selectSlice(str: Str, slice: PySlice): Str {
  const { start, stop, step, count } = sliceIndices(slice, strLength(str))
  if (step === 1) return count === 0 ? '' : sliceStr(str, start, stop)
  const selected = new Array<number>(count)
  if (typeof str === 'string') {
    const bytes =
      step === -1 && count >= fewestForHost ? asciiBytes(str.slice(start + 1 - count, start + 1)) : undefined
    if (bytes !== undefined) return stringFromAscii(bytes.reverse())
    for (let i = 0, at = start; i < count; i++, at += step) selected[i] = str.charCodeAt(at)
    return stringFromUnits(selected, 0, count)
  }
  for (let i = 0, at = start; i < count; i++, at += step) selected[i] = str.points[at]!
  return strOfPoints(selected)
}

function subscript(self: Value, key: Value): Str {
  const str = strSelf(self)
  if (typeof key === 'number') return characterAt(str, key)
  if (key instanceof PySlice) return selectSlice(str, key)
  if (typeof key !== 'bigint' && typeOf(key).index === null)
    raiseTypeError(`string indices must be integers, not '${typeName(typeOf(key))}'`)
  return characterAt(str, ssizeOf(key, indexErrorType))
}

function contains(self: Value, item: Value): boolean {
  const part = asStr(item)
  if (part === undefined) raiseTypeError(`'in <string>' requires string as left operand, not ${typeName(typeOf(item))}`)
  const str = strSelf(self)
  if (typeof str === 'string' && typeof part === 'string' && part.length < longPart) return str.includes(part)
  return findUnits(unitsOf(str), unitsOf(part), 0, strLength(str)) >= 0
}

strType.repr = self => reprOfStr(strSelf(self))
strType.str = strSelf
strType.hash = self => {
  const str = strSelf(self)
  return typeof str === 'string' ? hashOfStr(str) : hashOfWideStr(str)
}
strType.richcompare = compare
strType.iter = iterStr
strType.length = self => strLength(strSelf(self))
strType.subscript = subscript
strType.contains = contains
strType.concat = (left, right) => {
  const added = asStr(right)
  if (added === undefined) raiseTypeError(`can only concatenate str (not "${typeName(typeOf(right))}") to str`)
  const str = strSelf(left)
  if (strLength(str) + strLength(added) > longestStr) raise(memoryErrorType)
  return concatStr(str, added)
}
strType.repeat = (self, count) => repeatStr(strSelf(self), count as number)
