/** f-strings and t-strings. */
import type { FormattedValue, Interpolation, JoinedStr, TemplateStr } from '../../frontend/generated/ast.ts'
import { STACK_USE_GUIDELINE } from '../flowgraph/fold-constants.ts'
import { opcodes } from '../generated/opcodes.ts'
import { locationOf } from '../instruction.ts'
import type { Compiler } from './compiler.ts'
import { visitExpression, visitExpressions } from './expressions.ts'
import { emitBinary, IN_PLACE } from './operators.ts'

const o = opcodes
const NO_CONVERSION = -1

export function visitJoinedString(c: Compiler, e: JoinedStr): void {
  const location = locationOf(e)
  const count = e.values.length
  if (count > STACK_USE_GUIDELINE) {
    c.loadConstant('', location)
    c.loadAttribute('join', 1, location)
    c.emitArg(o.BUILD_LIST, 0, location)
    for (const value of e.values) {
      visitExpression(c, value)
      c.emitArg(o.LIST_APPEND, 1, location)
    }
    c.emitArg(o.CALL, 1, location)
    return
  }
  visitExpressions(c, e.values)
  if (count > 1) c.emitArg(o.BUILD_STRING, count, location)
  else if (count === 0) c.loadConstant('', location)
}

/** `!s`, `!r` or `!a`, as the character's code. */
function conversionOperand(conversion: number): number {
  switch (String.fromCharCode(conversion)) {
    case 's':
      return 1
    case 'r':
      return 2
    default:
      return 3
  }
}

export function visitFormattedValue(c: Compiler, e: FormattedValue): void {
  const location = locationOf(e)
  visitExpression(c, e.value)
  if (e.conversion !== NO_CONVERSION) c.emitArg(o.CONVERT_VALUE, conversionOperand(e.conversion), location)
  if (e.format_spec !== null) {
    visitExpression(c, e.format_spec)
    c.emit(o.FORMAT_WITH_SPEC, location)
  } else {
    c.emit(o.FORMAT_SIMPLE, location)
  }
}

/** A template is made of a tuple of strings and a tuple of interpolations, one string more than interpolations. */
export function visitTemplateString(c: Compiler, e: TemplateStr): void {
  const location = locationOf(e)
  let strings = 0
  let needsString = true
  let isJoining = false
  for (const value of e.values) {
    if (value.node === 'Interpolation') {
      if (needsString) {
        c.loadConstant('', location)
        strings++
      }
      needsString = true
      isJoining = false
    } else {
      visitExpression(c, value)
      // Adjacent parts, of t-strings written side by side, are one string.
      if (isJoining) emitBinary(c, 'Add', IN_PLACE, location)
      else strings++
      needsString = false
      isJoining = true
    }
  }
  if (needsString) {
    c.loadConstant('', location)
    strings++
  }
  c.emitArg(o.BUILD_TUPLE, strings, location)
  const interpolations = e.values.filter(value => value.node === 'Interpolation')
  visitExpressions(c, interpolations)
  c.emitArg(o.BUILD_TUPLE, interpolations.length, location)
  c.emit(o.BUILD_TEMPLATE, location)
}

export function visitInterpolation(c: Compiler, e: Interpolation): void {
  visitExpression(c, e.value)
  const location = locationOf(e)
  c.loadConstant(e.str, location)
  let oparg = 2
  if (e.format_spec !== null) {
    oparg |= 1
    visitExpression(c, e.format_spec)
  }
  if (e.conversion !== NO_CONVERSION) oparg |= conversionOperand(e.conversion) << 2
  c.emitArg(o.BUILD_INTERPOLATION, oparg, location)
}
