/**
 * Constants as Python's `repr` shows them.
 */

import {
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  FrozensetConstant,
  PointsConstant,
  type SliceConstant,
  TupleConstant,
} from '../base/constant.ts'
import { floatRepr } from '../base/float-text.ts'
import { isPrintable } from './characters.ts'
import type { ConstantValue } from './generated/ast.ts'

/** `repr` of a constant. */
export function printConstant(value: ConstantValue): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string') return printString(value)
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value instanceof FloatConstant) return floatRepr(value.value)
  if (value instanceof ComplexConstant) return printComplex(value)
  if (value instanceof Uint8Array) return printBytes(value)
  if (value instanceof EllipsisConstant) return 'Ellipsis'
  if (value instanceof PointsConstant) return quote(value.points)
  if (value instanceof TupleConstant) {
    const items = value.items.map(printConstant)
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`
  }
  if (value instanceof FrozensetConstant) return `frozenset({${value.items.map(printConstant).join(', ')}})`
  return printSlice(value)
}

const printSlice = (slice: SliceConstant<ConstantValue>) =>
  `slice(${printConstant(slice.start)}, ${printConstant(slice.stop)}, ${printConstant(slice.step)})`

function printComplex({ real, imag }: ComplexConstant): string {
  const part = (value: number) => floatRepr(value).replace(/\.0$/, '')
  if (real === 0 && !Object.is(real, -0)) return `${part(imag)}j`
  const sign = imag < 0 || Object.is(imag, -0) ? '' : '+'
  return `(${part(real)}${sign}${part(imag)}j)`
}

function printBytes(bytes: Uint8Array): string {
  const mark = bytes.includes(39) && !bytes.includes(34) ? '"' : "'"
  let text = ''
  for (const byte of bytes) {
    if (byte === mark.charCodeAt(0) || byte === 92) text += `\\${String.fromCharCode(byte)}`
    else if (byte >= 32 && byte < 127) text += String.fromCharCode(byte)
    else text += controlEscapes[byte] ?? `\\x${byte.toString(16).padStart(2, '0')}`
  }
  return `b${mark}${text}${mark}`
}

const controlEscapes: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r' }

function printString(value: string): string {
  // Nearly all strings need no escaping.
  if (/^[ !#-&(-[\]-~]*$/.test(value)) return `'${value}'`
  return quote(Array.from(value, char => char.codePointAt(0)!))
}

function quote(points: readonly number[]): string {
  const mark = points.includes(39) && !points.includes(34) ? '"' : "'"
  let text = ''
  for (const point of points) text += printPoint(point, mark)
  return mark + text + mark
}

function printPoint(point: number, mark: string): string {
  const char = String.fromCodePoint(point)
  if (char === mark || char === '\\') return `\\${char}`
  if (controlEscapes[point] !== undefined) return controlEscapes[point]
  if (point >= 32 && point < 127) return char
  if (point >= 127 && isPrintable(char)) return char
  const hex = point.toString(16)
  if (point < 0x100) return `\\x${hex.padStart(2, '0')}`
  return point < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
}
