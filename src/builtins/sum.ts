// Hot.
/**
 * `sum`. As builtin_sum_impl (Python/bltinmodule.c): ints are added as ints; floats, and complexes, with a compensation for
 * what each addition loses (Neumaier); anything else by `+`.
 */
import { add, floordiv, mul, sub } from '../base/int.ts'
import { complexType, listType, typeOf } from '../objects/builtin-types.ts'
import { PyByteArray, PyBytes } from '../objects/bytes.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { getIter, nextRefused } from '../objects/iteration.ts'
import { PyListIterator } from '../objects/iterators.ts'
import { PyList } from '../objects/list.ts'
import { asInt, PyComplex } from '../objects/number.ts'
import { addValues } from '../objects/operators.ts'
import { PyRange } from '../objects/range.ts'
import { isStr } from '../objects/str.ts'
import { PyFloat, PyObject, type Int, type Value } from '../objects/value.ts'
import { tick } from '../objects/tick.ts'
import { doubleOfInt } from './int-slots.ts'

/** A sum, and what it lacks. */
class Compensated {
  high: number
  low: number
  constructor(start: number) {
    this.high = start
    this.low = 0
  }

  add(x: number): void {
    const { high } = this
    const total = high + x
    this.low += Math.abs(high) >= Math.abs(x) ? high - total + x : x - total + high
    this.high = total
  }

  get value(): number {
    const { high, low } = this
    return low !== 0 && Number.isFinite(low) ? high + low : high
  }
}

function refuseText(start: Value): void {
  if (isStr(start)) raiseTypeError("sum() can't sum strings [use ''.join(seq) instead]")
  if (start instanceof PyBytes) raiseTypeError("sum() can't sum bytes [use b''.join(seq) instead]")
  if (start instanceof PyByteArray) raiseTypeError("sum() can't sum bytearray [use b''.join(seq) instead]")
}

type Next = (iterator: Value) => Value | undefined

const isWord = (int: Int): boolean => typeof int === 'number' || BigInt.asIntN(64, int) === int

/**
 * Adds while the items and the sum are ints of a machine word: past that CPython goes on with plain `+`, floats included. Answers
 * the sum so far, and the item that is not added yet (undefined at the end).
 */
function sumInts(start: Int, iterator: Value): [Int, Value | undefined] {
  let total = start
  const addSmall = (item: Value): boolean => {
    if (typeof item !== 'number' || typeof total !== 'number' || !Number.isSafeInteger(total + item)) return false
    total += item
    return true
  }
  for (;;) {
    const item = nextRefused(iterator, addSmall)
    tick(1)
    let sum: Int
    if (typeof item === 'number' || typeof item === 'bigint') sum = add(total, item)
    else if (typeof item === 'boolean') sum = add(total, item ? 1 : 0)
    else return [total, item]
    if (typeof sum === 'bigint' && (!isWord(sum) || !isWord(item as Int))) return [total, item]
    total = sum
  }
}

function sumFloats(start: number, iterator: Value): [number, Value | undefined] {
  const sum = new Compensated(start)
  const addSmall = (item: Value): boolean => {
    if (item instanceof PyFloat) sum.add(item.value)
    else if (typeof item === 'number') sum.add(item)
    else return false
    return true
  }
  for (;;) {
    const item = nextRefused(iterator, addSmall)
    tick(1)
    const int = item === undefined ? undefined : asInt(item)
    if (int === undefined) return [sum.value, item]
    sum.add(doubleOfInt(int))
  }
}

function sumComplexes(start: PyComplex, iterator: Value, next: Next): [PyComplex, Value | undefined] {
  const real = new Compensated(start.real)
  const imag = new Compensated(start.imag)
  for (;;) {
    const item = next(iterator)
    if (item instanceof PyComplex && item.type === complexType) {
      real.add(item.real)
      imag.add(item.imag)
    } else if (item instanceof PyFloat) real.add(item.value)
    else {
      const int = item === undefined ? undefined : asInt(item)
      if (int === undefined) return [new PyComplex(real.value, imag.value), item]
      real.add(doubleOfInt(int))
    }
  }
}

/** The commonest sum of floats: over raw doubles. */
function sumRawFloats(floats: readonly number[]): number {
  const sum = new Compensated(0)
  for (let i = 0; i < floats.length; i++) sum.add(floats[i]!)
  return sum.value
}

/** A list's items from the first on while they and their sum are small ints: the sum, and how many there are. */
function sumSmallInts(items: readonly Value[], start: number): [sum: number, count: number] {
  let total = start
  let i = 0
  for (; i < items.length; i++) {
    const item = items[i]
    if (typeof item !== 'number') break
    const sum = total + item
    if (!Number.isSafeInteger(sum)) break
    total = sum
  }
  return [total, i]
}

/** The sum of a range, without walking it. */
function sumOfRange(range: PyRange): Int {
  const { start, count } = range
  if (count === 0) return 0
  return floordiv(mul(count, add(start, range.at(sub(count, 1)))), 2)
}

export function sumOf(iterable: Value, start: Value): Value {
  if (typeof start !== 'number' || !(iterable instanceof PyObject)) return sumOfItems(getIter(iterable), start)
  if (iterable instanceof PyRange) return add(start, sumOfRange(iterable))
  if (!(iterable instanceof PyList) || iterable.type !== listType) return sumOfItems(getIter(iterable), start)
  if (iterable.floats !== null && start === 0) return new PyFloat(sumRawFloats(iterable.floats))
  const [total, count] = sumSmallInts(iterable.items, start)
  const rest = new PyListIterator(iterable)
  rest.index = count
  return sumOfItems(rest, total)
}

function sumOfItems(iterator: Value, start: Value): Value {
  refuseText(start)
  const next = typeOf(iterator).iternext!
  let total = start
  let item: Value | undefined
  if (typeof total === 'number' || (typeof total === 'bigint' && isWord(total))) {
    ;[total, item] = sumInts(total, iterator)
    if (item === undefined) return total
    total = addValues(total, item)
  }
  if (total instanceof PyFloat) {
    const [sum, rest] = sumFloats(total.value, iterator)
    total = new PyFloat(sum)
    if (rest === undefined) return total
    total = addValues(total, rest)
  }
  if (total instanceof PyComplex && total.type === complexType) {
    const [sum, rest] = sumComplexes(total, iterator, next)
    total = sum
    if (rest === undefined) return total
    total = addValues(total, rest)
  }
  for (item = next(iterator); item !== undefined; item = next(iterator)) {
    tick(1)
    total = addValues(total, item)
  }
  return total
}
