/** The type codes of array: what an item is in memory, as a Python value, and what CPython says of values that do not fit. */
import { doubleOf } from '../../objects/argument-binding.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { indexOf } from '../../objects/operators.ts'
import { asStr, pointsOf, strLength, strOfPoint } from '../../objects/str.ts'
import { typeName } from '../../objects/type.ts'
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
  /** Raises TypeError or OverflowError. */
  set(items: Items, index: number, value: Value): void
}

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

/** An int of at most 32 bits; `name` is C's for it. */
const setSmall =
  (low: number, high: number, name: string) =>
  (items: Items, index: number, value: Value): void => {
    const int = typeof value === 'number' ? value : indexOf(value)
    if (int < low) raise(overflowErrorType, `${name} is less than minimum`)
    if (int > high) raise(overflowErrorType, `${name} is greater than maximum`)
    items[index] = int as number
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

type View = new (buffer: ArrayBuffer) => Items

function kind(
  code: string,
  View: View & { BYTES_PER_ELEMENT: number },
  machineFormat: number,
  get: ArrayKind['get'],
  set: ArrayKind['set'],
): ArrayKind {
  const isText = code === 'u' || code === 'w'
  return { code, size: View.BYTES_PER_ELEMENT, isText, machineFormat, view: buffer => new View(buffer), get, set }
}

const list: readonly ArrayKind[] = [
  kind('b', Int8Array, 1, getNumber, setSmall(-128, 127, 'signed char')),
  kind('B', Uint8Array, 0, getNumber, setSmall(0, 255, 'unsigned byte integer')),
  kind('u', Uint32Array, 20, getCharacter, setCharacter),
  kind('w', Uint32Array, 20, getCharacter, setCharacter),
  kind('h', Int16Array, 4, getNumber, setSmall(-32768, 32767, 'signed short integer')),
  kind('H', Uint16Array, 2, getNumber, setSmall(0, 65535, 'unsigned short')),
  kind('i', Int32Array, 8, getNumber, setSmall(-(2 ** 31), 2 ** 31 - 1, 'signed integer')),
  kind('I', Uint32Array, 6, getNumber, setSmall(0, 2 ** 32 - 1, 'unsigned int')),
  kind(
    'l',
    BigInt64Array,
    12,
    getBig,
    setBig(fitsSigned, () => 'Python int too large to convert to C long'),
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
  kind('f', Float32Array, 14, getFloat, setFloat),
  kind('d', Float64Array, 16, getFloat, setFloat),
]

export const kinds: ReadonlyMap<string, ArrayKind> = new Map(list.map(each => [each.code, each]))
export const typecodes = list.map(each => each.code).join('')
