/**
 * The text of a syntax tree: character for character what Python's `ast.dump` gives, with or without positions.
 *
 * As there, fields that are None where None is the default are left out, and so are empty lists.
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
import { type ConstantValue, type FieldRow, type Node, nodeTable } from './generated/ast.ts'
import { isPrintable } from './characters.ts'

type Field = Node | string | number | null | ConstantValue | readonly Field[]

/** `ast.dump(tree, include_attributes=True)`. */
export function printAst(tree: Node): string {
  const parts: string[] = []
  printNode(tree, parts)
  return parts.join('')
}

/**
 * Long chains of operators are deep trees, so the printer keeps its own stack: strings are printed, everything else
 * is a field to be printed, last in first out.
 */
function printNode(tree: Node, parts: string[]): void {
  const pending: (string | PendingField)[] = [new PendingField(tree, '')]
  while (pending.length > 0) {
    const top = pending.pop()!
    if (typeof top === 'string') parts.push(top)
    else if (Array.isArray(top.value)) {
      parts.push('[')
      pending.push(']')
      for (let i = top.value.length - 1; i >= 0; i--) {
        pending.push(new PendingField(top.value[i], top.type))
        if (i > 0) pending.push(', ')
      }
    } else if (isNode(top.value)) pushNode(top.value, parts, pending)
    else parts.push(printLeaf(top.value as ConstantValue, top.type))
  }
}

class PendingField {
  readonly value: unknown
  readonly type: string
  constructor(value: unknown, type: string) {
    this.value = value
    this.type = type
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'node' in value

const positions = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset']

function pushNode(node: Node, parts: string[], pending: (string | PendingField)[]): void {
  const row = nodeTable[node.node]!
  const values = node as unknown as Record<string, Field>
  const printed: [string, PendingField][] = []
  for (const field of row.fields) {
    const value = values[field[0]]
    if (isOmitted(field, value)) continue
    printed.push([field[0], new PendingField(value, field[1])])
  }
  if (row.located) for (const name of positions) printed.push([name, new PendingField(values[name], 'int')])
  parts.push(node.node, '(')
  pending.push(')')
  for (let i = printed.length - 1; i >= 0; i--) {
    const [name, field] = printed[i]!
    pending.push(field, `${i > 0 ? ', ' : ''}${name}=`)
  }
}

function isOmitted([, , quantifier]: FieldRow, value: Field | undefined): boolean {
  if (quantifier === 'sequence' || quantifier === 'sequence of optional') return (value as unknown[]).length === 0
  return quantifier === 'optional' && value === null
}

const enumerations = new Set(['expr_context', 'boolop', 'operator', 'unaryop', 'cmpop'])

function printLeaf(value: ConstantValue, type: string): string {
  if (typeof value === 'string' && enumerations.has(type)) return `${value}()`
  return printConstant(value)
}

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
