/** Packing and unpacking by a layout (base/struct-format.ts), with the errors of Modules/_struct.c. */
import {
  fitsInt,
  intRangeMessage,
  packBytes,
  packFloat,
  packInt,
  parseStructFormat,
  type StructItem,
  type StructLayout,
  unpackBytes,
  unpackFloat,
  unpackInt,
} from '../../base/struct-format.ts'
import { encodeStr } from '../../builtins/codecs.ts'
import { builtinType, typeOf } from '../../objects/builtin-types.ts'
import { PyByteArray, PyBytes } from '../../objects/bytes.ts'
import { doubleOf } from '../../objects/argument-binding.ts'
import { raise, raised, raiseTypeError } from '../../objects/exception.ts'
import { exceptionType, overflowErrorType } from '../../objects/exception-types.ts'
import { PyComplex } from '../../objects/number.ts'
import { indexOf } from '../../objects/operators.ts'
import { asStr, textOf } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { truth } from '../../objects/truth.ts'
import { TypeFlags, typeName } from '../../objects/type.ts'
import { PyFloat, type Value } from '../../objects/value.ts'

export const structErrorType = builtinType('error', {
  base: exceptionType,
  module: 'struct',
  flags: TypeFlags.base | TypeFlags.dict,
  sameLayout: true,
})

export const raiseStructError = (message: string): never => raise(structErrorType, message)

const cacheSize = 100
const layouts = new Map<string, StructLayout>()

export const clearLayouts = (): void => layouts.clear()

/** The text of a format given as str (of ASCII characters) or bytes. */
export function formatText(format: Value): string {
  if (format instanceof PyBytes) return String.fromCharCode(...format.bytes)
  const str = asStr(format)
  if (str === undefined)
    raiseTypeError(`Struct() argument 1 must be a str or bytes object, not ${typeName(typeOf(format))}`)
  encodeStr(str, 'ascii', 'strict')
  return textOf(str)
}

/** The layout of a format that was used before. */
export const knownLayout = (format: string): StructLayout | undefined => layouts.get(format)

export function layoutOf(format: string): StructLayout {
  let layout = layouts.get(format)
  if (layout !== undefined) return layout
  const parsed = parseStructFormat(format)
  if (typeof parsed === 'string') return raiseStructError(parsed)
  layout = parsed
  if (layouts.size >= cacheSize) layouts.clear()
  layouts.set(format, layout)
  return layout
}

function unpackItem(bytes: Uint8Array, item: StructItem, at: number, little: boolean): Value {
  switch (item.kind) {
    case 'int':
      return unpackInt(bytes, at, item.size, item.signed, little)
    case 'float':
      return new PyFloat(unpackFloat(bytes, at, item.size, little))
    case 'complex': {
      const half = item.size / 2
      return new PyComplex(unpackFloat(bytes, at, half, little), unpackFloat(bytes, at + half, half, little))
    }
    case 'bool':
      return bytes[at] !== 0
    case 'char':
      return new PyBytes(bytes.slice(at, at + 1))
    default:
      return new PyBytes(unpackBytes(bytes, item, at))
  }
}

/** The values at `offset` of the bytes, which are enough. */
export function unpackValues(layout: StructLayout, bytes: Uint8Array, offset: number): PyTuple {
  const values: Value[] = []
  for (const item of layout.items) {
    for (let i = 0, at = offset + item.offset; i < item.count; i++, at += item.size)
      values.push(unpackItem(bytes, item, at, layout.little))
  }
  return new PyTuple(values)
}

/** Fills the bytes at `offset`, which are zero, with the values, as many as the layout has. */
export function packValues(layout: StructLayout, bytes: Uint8Array, offset: number, values: readonly Value[]): void {
  let next = 0
  for (const item of layout.items) {
    for (let i = 0, at = offset + item.offset; i < item.count; i++, at += item.size)
      packItem(bytes, item, at, layout.little, values[next++]!)
  }
}

function packItem(bytes: Uint8Array, item: StructItem, at: number, little: boolean, value: Value): void {
  switch (item.kind) {
    case 'int':
      packIntItem(bytes, item, at, little, value)
      break
    case 'float':
      if (!packFloat(bytes, at, item.size, floatOf(value), little))
        raise(overflowErrorType, `float too large to pack with ${item.code} format`)
      break
    case 'complex':
      packComplex(bytes, item, at, little, value)
      break
    case 'bool':
      bytes[at] = truth(value) ? 1 : 0
      break
    case 'char':
      if (!(value instanceof PyBytes) || value.length !== 1)
        raiseStructError('char format requires a bytes object of length 1')
      bytes[at] = (value as PyBytes).bytes[0]!
      break
    default:
      if (!(value instanceof PyBytes) && !(value instanceof PyByteArray))
        raiseStructError(`argument for '${item.code}' must be a bytes object`)
      packBytes(bytes, item, at, (value as PyBytes).bytes)
  }
}

function packIntItem(bytes: Uint8Array, item: StructItem, at: number, little: boolean, value: Value): void {
  if (typeof value !== 'number' && typeof value !== 'bigint' && typeOf(value).index === null)
    raiseStructError('required argument is not an integer')
  const int = indexOf(value)
  if (!fitsInt(int, item.size, item.signed)) {
    // An address may be given as the negative number that has the same bits.
    if (item.code !== 'P') raiseStructError(intRangeMessage(item))
    if (!fitsInt(int, item.size, true)) raiseStructError('int too large to convert')
  }
  packInt(bytes, at, item.size, int, little)
}

function floatOf(value: Value): number {
  try {
    return doubleOf(value)
  } catch (thrown) {
    // Whatever was wrong with it.
    raised(thrown)
    return raiseStructError('required argument is not a float')
  }
}

function packComplex(bytes: Uint8Array, item: StructItem, at: number, little: boolean, value: Value): void {
  const half = item.size / 2
  const [real, imag] = value instanceof PyComplex ? [value.real, value.imag] : [complexFloatOf(value), 0]
  if (!packFloat(bytes, at, half, real, little) || !packFloat(bytes, at + half, half, imag, little))
    raise(overflowErrorType, `complex too large to pack with ${item.code} format`)
}

function complexFloatOf(value: Value): number {
  try {
    return doubleOf(value)
  } catch (thrown) {
    raised(thrown)
    return raiseStructError('required argument is not a complex')
  }
}
