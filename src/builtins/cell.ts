/** Cells: variables that functions share. As in Objects/cellobject.c. */
import { cellType, typeOf } from '../objects/builtin-types.ts'
import { compareOrdered, richCompare } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { PyCell } from '../objects/frame.ts'
import { NotImplemented } from '../objects/number.ts'
import { strOf } from '../objects/str.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { addressOf, addressText } from './method-descriptors.ts'

cellType.new = (_type, args, keywords) => {
  if (keywords !== null && keywords.length > 0) raiseTypeError('cell() takes no keyword arguments')
  if (args.length > 1) raiseTypeError(`cell expected at most 1 argument, got ${args.length}`)
  return new PyCell(args[0])
}

cellType.repr = (self: PyCell) => {
  const { value } = self
  const content = value === undefined ? 'empty' : `${typeName(typeOf(value))} object at ${addressOf(value)}`
  return strOf(`<cell at ${addressText(self)}: ${content}>`)
}

/** By content; an empty cell comes before any other. */
cellType.richcompare = (self: PyCell, other, op) => {
  if (!(other instanceof PyCell)) return NotImplemented
  if (self.value !== undefined && other.value !== undefined) return richCompare(self.value, other.value, op)
  return compareOrdered(self.value === undefined ? 0 : 1, other.value === undefined ? 0 : 1, op)
}

function contentsOf({ value }: PyCell): Value {
  return value === undefined ? raise(valueErrorType, 'Cell is empty') : value
}

defineType(cellType, {
  doc: 'A variable shared by functions: empty while it is unbound.',
  signature: '([contents])',
  getset: () => [['cell_contents', contentsOf, (self: PyCell, value: Value | undefined) => void (self.value = value)]],
})
