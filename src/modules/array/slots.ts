/** What operators do with arrays. */
import { typeOf } from '../../objects/builtin-types.ts'
import { compareBool, equals } from '../../objects/compare.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { indexErrorType, memoryErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { NotImplemented } from '../../objects/number.ts'
import { ssizeOf } from '../../objects/operators.ts'
import { PySlice, sliceIndices } from '../../objects/slice.ts'
import { EQ, NE, type CompareOp } from '../../objects/slots.ts'
import { buildString } from '../../objects/str.ts'
import { repr } from '../../objects/text.ts'
import { typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { reprOfStr } from '../../builtins/str-repr.ts'
import { arrayType, PyArray } from './array-object.ts'
import { appendArray } from './making.ts'
import { listOfItems, textOfItems } from './methods.ts'

function position(array: PyArray, key: Value, outOfRange: string): number {
  if (typeof key !== 'number' && typeOf(key).index === null) raiseTypeError('array indices must be integers')
  const index = typeof key === 'number' ? key : ssizeOf(key, indexErrorType)
  const at = index < 0 ? index + array.length : index
  if (at < 0 || at >= array.length) raise(indexErrorType, outOfRange)
  return at
}

arrayType.repr = (self: PyArray) => {
  const { name } = self.type
  const { code, isText } = self.kind
  if (self.length === 0) return `${name}('${code}')`
  const items = isText ? reprOfStr(textOfItems(self)) : repr(listOfItems(self))
  return buildString([`${name}('${code}', `, items, ')'])
}

function compare(self: PyArray, other: Value, op: CompareOp): Value {
  if (!(other instanceof PyArray)) return NotImplemented
  if ((op === EQ || op === NE) && self.length !== other.length) return op === NE
  const shared = Math.min(self.length, other.length)
  for (let i = 0; i < shared; i++) {
    const [a, b] = [self.at(i), other.at(i)]
    if (equals(a, b) && compareBool(a, b, EQ)) continue
    if (op === EQ) return false
    return op === NE || compareBool(a, b, op)
  }
  return compareBool(self.length, other.length, op)
}

arrayType.richcompare = compare
arrayType.length = (self: PyArray) => self.length
arrayType.subscript = (self: PyArray, key: Value) => {
  if (typeof key === 'number' && key >= 0 && key < self.length) return self.at(key)
  if (!(key instanceof PySlice)) return self.at(position(self, key, 'array index out of range'))
  const { start, stop, step, count } = sliceIndices(key, self.length)
  if (step === 1) return self.slice(start, stop)
  const selected = new PyArray(self.kind, count)
  for (let i = 0, at = start; i < count; i++, at += step) selected.items[i] = self.items[at]!
  return selected
}

arrayType.assSubscript = (self: PyArray, key: Value, value: Value | undefined) => {
  if (key instanceof PySlice) {
    assignSlice(self, key, value)
    return
  }
  const at = position(self, key, 'array assignment index out of range')
  if (value === undefined) self.replace(at, at + 1, 0)
  else if (typeof value === 'number') self.kind.set(self.items, at, value)
  else {
    // Converting the value may run Python code that shortens the array.
    const probe = new PyArray(self.kind, 1)
    probe.kind.set(probe.items, 0, value)
    if (at >= self.length) raise(indexErrorType, 'array assignment index out of range')
    self.items[at] = probe.items[0]!
  }
}

function sourceOf(self: PyArray, value: Value | undefined): PyArray {
  if (value === undefined) return new PyArray(self.kind, 0)
  if (!(value instanceof PyArray))
    raiseTypeError(`can only assign array (not "${typeName(typeOf(value))}") to array slice`)
  if (value.kind !== self.kind) raiseTypeError('bad argument type for built-in operation')
  return value === self ? value.slice(0, value.length) : value
}

function assignSlice(self: PyArray, slice: PySlice, value: Value | undefined): void {
  const source = sourceOf(self, value)
  const { start, stop, step, count } = sliceIndices(slice, self.length)
  if (step === 1) {
    self.replace(start, Math.max(start, stop), source.length)
    ;(self.items as Uint8Array).set((source.items as Uint8Array).subarray(0, source.length), start)
  } else if (value === undefined) deleteEach(self, step > 0 ? start : start + (count - 1) * step, Math.abs(step), count)
  else {
    if (source.length !== count)
      raise(valueErrorType, `attempt to assign array of size ${source.length} to extended slice of size ${count}`)
    for (let i = 0, at = start; i < count; i++, at += step) self.items[at] = source.items[i]!
  }
}

function deleteEach(self: PyArray, start: number, step: number, count: number): void {
  if (count <= 0) return
  let kept = start
  for (let at = start; at < self.length; at++) {
    const isDeleted = (at - start) % step === 0 && (at - start) / step < count
    if (!isDeleted) self.items[kept++] = self.items[at]!
  }
  self.replace(kept, self.length, 0)
}

arrayType.contains = (self: PyArray, item: Value) => {
  for (let i = 0; i < self.length; i++) if (equals(self.at(i), item)) return true
  return false
}
arrayType.concat = (left: PyArray, right: Value) => {
  if (!(right instanceof PyArray)) raiseTypeError(`can only append array (not "${typeName(typeOf(right))}") to array`)
  if (right.kind !== left.kind) raiseTypeError('bad argument type for built-in operation')
  const joined = left.slice(0, left.length)
  appendArray(joined, right)
  return joined
}
arrayType.inplaceConcat = (self: PyArray, right: Value) => {
  if (!(right instanceof PyArray)) raiseTypeError(`can only extend array with array (not "${typeName(typeOf(right))}")`)
  appendArray(self, right)
  return self
}

function repeated(self: PyArray, count: number): PyArray {
  const times = Math.max(count, 0)
  const length = self.length * times
  if (length * self.kind.size > 2 ** 31 - 1) raise(memoryErrorType)
  const result = new PyArray(self.kind, length)
  const items = (self.items as Uint8Array).subarray(0, self.length)
  for (let i = 0; i < times; i++) (result.items as Uint8Array).set(items, i * self.length)
  return result
}
arrayType.repeat = (self: PyArray, count: Value) => repeated(self, count as number)
arrayType.inplaceRepeat = (self: PyArray, count: Value) => {
  const result = repeated(self, count as number)
  self.replace(0, self.length, result.length)
  ;(self.items as Uint8Array).set(result.items as Uint8Array)
  return self
}
