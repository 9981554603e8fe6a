/** The text of constants as Python's `repr` writes them. */
import {
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  FrozensetConstant,
  PointsConstant,
  SliceConstant,
  TupleConstant,
} from '../base/constant.ts'
import { floatRepr } from '../base/float-text.ts'
import { Code, type CodeConstant } from './code.ts'

export function pythonRepr(value: CodeConstant): string {
  switch (typeof value) {
    case 'string':
      return stringRepr(Array.from(value, character => character.codePointAt(0)!))
    case 'boolean':
      return value ? 'True' : 'False'
    case 'number':
    case 'bigint':
      return String(value)
  }
  if (value === null) return 'None'
  if (value instanceof FloatConstant) return floatRepr(value.value)
  if (value instanceof ComplexConstant) return complexRepr(value)
  if (value instanceof Uint8Array) return bytesRepr(value)
  if (value instanceof PointsConstant) return stringRepr(value.points)
  if (value instanceof EllipsisConstant) return 'Ellipsis'
  if (value instanceof TupleConstant) {
    const items = value.items.map(pythonRepr)
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`
  }
  if (value instanceof FrozensetConstant) return `frozenset({${value.items.map(pythonRepr).join(', ')}})`
  if (value instanceof SliceConstant) {
    return `slice(${pythonRepr(value.start)}, ${pythonRepr(value.stop)}, ${pythonRepr(value.step)})`
  }
  if (value instanceof Code) return `<code object ${value.name}, file "${value.filename}", line ${value.firstlineno}>`
  throw new Error('not a constant')
}

function complexRepr({ real, imag }: ComplexConstant): string {
  const part = (value: number) => floatRepr(value).replace(/\.0$/, '')
  if (Object.is(real, 0)) return `${part(imag)}j`
  const sign = imag >= 0 && !Object.is(imag, -0) ? '+' : Number.isNaN(imag) ? '+' : ''
  return `(${part(real)}${sign}${part(imag)}j)`
}

const escapes = new Map([
  [9, '\\t'],
  [10, '\\n'],
  [13, '\\r'],
  [92, '\\\\'],
])

function quoteFor(points: ArrayLike<number>): number {
  const has = (point: number) => Array.prototype.includes.call(points, point)
  return has(39) && !has(34) ? 34 : 39
}

function stringRepr(points: readonly number[]): string {
  const quote = quoteFor(points)
  let text = ''
  for (const point of points) {
    if (point === quote) text += `\\${String.fromCharCode(quote)}`
    else text += escapes.get(point) ?? (isPrintable(point) ? String.fromCodePoint(point) : hexEscape(point))
  }
  return String.fromCharCode(quote) + text + String.fromCharCode(quote)
}

const unprintable = /[\p{C}\p{Z}]/u

function isPrintable(point: number): boolean {
  if (point < 127) return point >= 32
  return !unprintable.test(String.fromCodePoint(point))
}

function hexEscape(point: number): string {
  if (point < 0x100) return `\\x${point.toString(16).padStart(2, '0')}`
  return point < 0x10000 ? `\\u${point.toString(16).padStart(4, '0')}` : `\\U${point.toString(16).padStart(8, '0')}`
}

function bytesRepr(bytes: Uint8Array): string {
  const quote = quoteFor(bytes)
  let text = ''
  for (const byte of bytes) {
    if (byte === quote) text += `\\${String.fromCharCode(quote)}`
    else text += escapes.get(byte) ?? (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : hexEscape(byte))
  }
  return `b${String.fromCharCode(quote)}${text}${String.fromCharCode(quote)}`
}
