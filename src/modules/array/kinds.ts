/** The type codes of array: what an item is in memory, as a Python value, and what CPython says of values that do not fit. */
import { doubleOf } from '../../objects/argument-binding.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { indexOf } from '../../objects/operators.ts'
import { asStr, pointsOf, strLength, strOfPoint } from '../../objects/str.ts'
import { typeName } from '../../objects/type.ts'
import type { ItemRange } from '../../objects/typed-items.ts'
import { PyFloat, type Int, type Value } from '../../objects/value.ts'

export type Items =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array

export interface ArrayKind {
  readonly code: string
  readonly size: number
  readonly isText: boolean
  /** Number of the machine format in pickles: little endian. */
  readonly machineFormat: number
  view(buffer: ArrayBuffer): Items
  get(items: Items, index: number): Value
  /** Of items that are numbers; those of 64 bits are not. */
  readonly range: ItemRange | null
  /** Raises TypeError or OverflowError. */
  set(items: Items, index: number, value: Value): void
}

const signed = (bits: number): ItemRange => ({ isFloat: false, low: -(2 ** (bits - 1)), high: 2 ** (bits - 1) - 1 })
const unsigned = (bits: number): ItemRange => ({ isFloat: false, low: 0, high: 2 ** bits - 1 })
const floats: ItemRange = { isFloat: true, low: -Infinity, high: Infinity }

const getNumber = (items: Items, index: number): Value => items[index] as number
const getFloat = (items: Items, index: number): Value => new PyFloat(items[index] as number)

function getBig(items: Items, index: number): Value {
  const value = items[index] as bigint
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

function getCharacter(items: Items, index: number): Value {
  const point = items[index] as number
  if (point > 0x10ffff) {
    const shown = point.toString(16).padStart(4, '0')
    raise(valueErrorType, `character U+${shown} is not in range [U+0000; U+10ffff]`)
  }
  return strOfPoint(point)
}

/** The C types that ints of at most 32 bits are read as first, and what messages call them. */
interface Bounds {
  readonly range: ItemRange
  readonly name: string
}
const short: Bounds = { range: signed(16), name: 'signed short integer' }
const int: Bounds = { range: signed(32), name: 'signed integer' }

const setSmall =
  (bounds: Bounds, readAs: Bounds) =>
  (items: Items, index: number, value: Value): void => {
    const number = typeof value === 'number' ? value : indexOf(value)
    if (typeof number === 'bigint' && !fitsSigned(number)) raise(overflowErrorType, tooLargeForLong)
    check(number, readAs)
    check(number, bounds)
    items[index] = number as number
  }

function check(number: Int, { range, name }: Bounds): void {
  if (number < range.low) raise(overflowErrorType, `${name} is less than minimum`)
  if (number > range.high) raise(overflowErrorType, `${name} is greater than maximum`)
}

function setUnsignedInt(items: Items, index: number, value: Value): void {
  const number = typeof value === 'number' ? value : indexOf(value)
  if (number < 0) raise(overflowErrorType, negative)
  if (number >= 2 ** 64) raise(overflowErrorType, 'Python int too large to convert to C unsigned long')
  check(number, { range: unsigned(32), name: 'unsigned int' })
  items[index] = number as number
}

/** An int of 64 bits; one too large is complained about in the given words. */
const setBig =
  (fits: (value: bigint) => boolean, complain: (value: Int) => string) =>
  (items: Items, index: number, value: Value): void => {
    const int = indexOf(value)
    const big = BigInt(int)
    if (!fits(big)) raise(overflowErrorType, complain(int))
    items[index] = big
  }

const fitsSigned = (value: bigint): boolean => BigInt.asIntN(64, value) === value
const fitsUnsigned = (value: bigint): boolean => BigInt.asUintN(64, value) === value
const tooLargeForLong = 'Python int too large to convert to C long'
const negative = "can't convert negative value to unsigned int"

function setFloat(items: Items, index: number, value: Value): void {
  items[index] = value instanceof PyFloat ? value.value : doubleOf(value)
}

function setCharacter(items: Items, index: number, value: Value): void {
  const str = asStr(value)
  if (str === undefined) raiseTypeError(`array item must be a unicode character, not ${typeName(typeOf(value))}`)
  if (strLength(str) !== 1)
    raiseTypeError(`array item must be a unicode character, not a string of length ${strLength(str)}`)
  items[index] = pointsOf(str)[0]!
}

type View = (new (buffer: ArrayBuffer) => Items) & { BYTES_PER_ELEMENT: number }

function kind(
  code: string,
  View: View,
  machineFormat: number,
  get: ArrayKind['get'],
  set: ArrayKind['set'],
  range: ItemRange | null = null,
): ArrayKind {
  const isText = code === 'u' || code === 'w'
  return {
    code,
    size: View.BYTES_PER_ELEMENT,
    isText,
    machineFormat,
    view: buffer => new View(buffer),
    get,
    range,
    set,
  }
}

const small = (code: string, View: View, machineFormat: number, bounds: Bounds, readAs = bounds): ArrayKind =>
  kind(code, View, machineFormat, getNumber, setSmall(bounds, readAs), bounds.range)

const list: readonly ArrayKind[] = [
  small('b', Int8Array, 1, { range: signed(8), name: 'signed char' }, short),
  small('B', Uint8Array, 0, { range: unsigned(8), name: 'unsigned byte integer' }),
  kind('u', Uint32Array, 20, getCharacter, setCharacter),
  kind('w', Uint32Array, 20, getCharacter, setCharacter),
  small('h', Int16Array, 4, short),
  small('H', Uint16Array, 2, { range: unsigned(16), name: 'unsigned short' }, int),
  small('i', Int32Array, 8, int),
  kind('I', Uint32Array, 6, getNumber, setUnsignedInt, unsigned(32)),
  kind(
    'l',
    BigInt64Array,
    12,
    getBig,
    setBig(fitsSigned, () => tooLargeForLong),
  ),
  kind(
    'L',
    BigUint64Array,
    10,
    getBig,
    setBig(fitsUnsigned, value => (value < 0 ? negative : 'int too big to convert')),
  ),
  kind(
    'q',
    BigInt64Array,
    12,
    getBig,
    setBig(fitsSigned, () => 'int too big to convert'),
  ),
  kind(
    'Q',
    BigUint64Array,
    10,
    getBig,
    setBig(fitsUnsigned, value => (value < 0 ? negative : 'int too big to convert')),
  ),
  kind('f', Float32Array, 14, getFloat, setFloat, floats),
  kind('d', Float64Array, 16, getFloat, setFloat, floats),
]

export const kinds: ReadonlyMap<string, ArrayKind> = new Map(list.map(each => [each.code, each]))
export const typecodes = list.map(each => each.code).join('')
