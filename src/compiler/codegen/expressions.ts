/** Expressions: the dispatch, operators, and the kinds that are short. */
import type { BinOp, BoolOp, Compare, Expr, IfExp, UnaryOp, Yield, YieldFrom } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Label, locationOf, NO_LOCATION } from '../instruction.ts'
import { isFunctionLike } from '../symbols/scope.ts'
import { emitAwait, emitYield, emitYieldFrom } from './awaits.ts'
import { checkComparedLiterals } from './checks.ts'
import type { Compiler } from './compiler.ts'
import { visitComprehension } from './comprehensions.ts'
import { jumpIf } from './conditions.ts'
import { visitDict, visitList, visitSet, visitTuple } from './displays.ts'
import { visitFormattedValue, visitInterpolation, visitJoinedString, visitTemplateString } from './format-strings.ts'
import { compileLambda } from './functions.ts'
import { emitNameOperation } from './names.ts'
import { emitBinary, emitCompare, INTRINSIC_UNARY_POSITIVE } from './operators.ts'
import { visitSlice } from './subscripts.ts'
import { visitTrailers } from './trailers.ts'

const o = opcodes

export function visitExpressions(c: Compiler, expressions: readonly Expr[]): void {
  for (let i = 0; i < expressions.length; i++) visitExpression(c, expressions[i]!)
}

export function visitExpression(c: Compiler, e: Expr): void {
  switch (e.node) {
    case 'Name':
      emitNameOperation(c, e.id, e.ctx, locationOf(e))
      break
    case 'Constant':
      c.loadConstant(e.value, locationOf(e))
      break
    case 'Attribute':
    case 'Call':
    case 'Subscript':
      visitTrailers(c, e)
      break
    case 'BinOp':
      visitBinaryChain(c, e)
      break
    case 'Compare':
      visitCompare(c, e)
      break
    case 'BoolOp':
      visitBoolean(c, e)
      break
    case 'UnaryOp':
      visitUnary(c, e)
      break
    case 'Tuple':
      visitTuple(c, e)
      break
    case 'List':
      visitList(c, e)
      break
    case 'Dict':
      visitDict(c, e)
      break
    case 'Set':
      visitSet(c, e)
      break
    case 'JoinedStr':
      visitJoinedString(c, e)
      break
    case 'FormattedValue':
      visitFormattedValue(c, e)
      break
    case 'TemplateStr':
      visitTemplateString(c, e)
      break
    case 'Interpolation':
      visitInterpolation(c, e)
      break
    case 'Lambda':
      compileLambda(c, e)
      break
    case 'IfExp':
      visitConditional(c, e)
      break
    case 'NamedExpr':
      visitExpression(c, e.value)
      c.emitArg(o.COPY, 1, locationOf(e))
      visitExpression(c, e.target)
      break
    case 'Yield':
    case 'YieldFrom':
      visitYield(c, e)
      break
    case 'Await':
      visitExpression(c, e.value)
      emitAwait(c, 0, locationOf(e))
      break
    case 'Slice':
      visitSlice(c, e)
      break
    case 'Starred':
      throw c.error(
        e.ctx === 'Store'
          ? 'starred assignment target must be in a list or tuple'
          : "can't use starred expression here",
        locationOf(e),
      )
    default:
      visitComprehension(c, e)
  }
}

/** A long sum is a deep tree, leaning left: walked in a loop. */
function visitBinaryChain(c: Compiler, e: BinOp): void {
  let left = e.left
  if (left.node !== 'BinOp') {
    visitExpression(c, left)
    visitExpression(c, e.right)
    emitBinary(c, e.op, 0, locationOf(e))
    return
  }
  const chain = [e]
  for (; left.node === 'BinOp'; left = left.left) chain.push(left)
  visitExpression(c, left)
  for (let i = chain.length - 1; i >= 0; i--) {
    const operation = chain[i]!
    visitExpression(c, operation.right)
    emitBinary(c, operation.op, 0, locationOf(operation))
  }
}

function visitUnary(c: Compiler, e: UnaryOp): void {
  const chain = [e]
  let { operand } = e
  for (; operand.node === 'UnaryOp'; operand = operand.operand) chain.push(operand)
  visitExpression(c, operand)
  for (let i = chain.length - 1; i >= 0; i--) emitUnary(c, chain[i]!)
}

function emitUnary(c: Compiler, e: UnaryOp): void {
  const location = locationOf(e)
  switch (e.op) {
    case 'UAdd':
      c.emitArg(o.CALL_INTRINSIC_1, INTRINSIC_UNARY_POSITIVE, location)
      break
    case 'Not':
      c.emit(o.TO_BOOL, location)
      c.emit(o.UNARY_NOT, location)
      break
    case 'Invert':
      c.emit(o.UNARY_INVERT, location)
      break
    case 'USub':
      c.emit(o.UNARY_NEGATIVE, location)
      break
  }
}

function visitBoolean(c: Compiler, e: BoolOp): void {
  const location = locationOf(e)
  const jump = e.op === 'And' ? o.JUMP_IF_FALSE : o.JUMP_IF_TRUE
  const end = c.newLabel()
  const last = e.values.length - 1
  for (let i = 0; i < last; i++) {
    visitExpression(c, e.values[i]!)
    c.emitJump(jump, end, location)
    c.emit(o.POP_TOP, location)
  }
  visitExpression(c, e.values[last]!)
  c.place(end)
}

function visitCompare(c: Compiler, e: Compare): void {
  const location = locationOf(e)
  checkComparedLiterals(c, e)
  visitExpression(c, e.left)
  const last = e.ops.length - 1
  if (last === 0) {
    visitExpression(c, e.comparators[0]!)
    emitCompare(c, e.ops[0]!, location)
    return
  }
  const cleanup = c.newLabel()
  for (let i = 0; i < last; i++) {
    visitExpression(c, e.comparators[i]!)
    c.emitArg(o.SWAP, 2, location)
    c.emitArg(o.COPY, 2, location)
    emitCompare(c, e.ops[i]!, location)
    c.emitArg(o.COPY, 1, location)
    c.emit(o.TO_BOOL, location)
    c.emitJump(o.POP_JUMP_IF_FALSE, cleanup, location)
    c.emit(o.POP_TOP, location)
  }
  visitExpression(c, e.comparators[last]!)
  emitCompare(c, e.ops[last]!, location)
  const end = c.newLabel()
  c.emitJump(o.JUMP_NO_INTERRUPT, end, NO_LOCATION)
  c.place(cleanup)
  c.emitArg(o.SWAP, 2, location)
  c.emit(o.POP_TOP, location)
  c.place(end)
}

function visitConditional(c: Compiler, e: IfExp): void {
  const ends: Label[] = []
  for (let current: Expr = e; ; current = current.orelse) {
    if (current.node !== 'IfExp') {
      visitExpression(c, current)
      break
    }
    const end = c.newLabel()
    const otherwise = c.newLabel()
    ends.push(end)
    jumpIf(c, current.test, otherwise, false)
    visitExpression(c, current.body)
    c.emitJump(o.JUMP_NO_INTERRUPT, end, NO_LOCATION)
    c.place(otherwise)
  }
  for (const end of ends) c.place(end)
}

function visitYield(c: Compiler, e: Yield | YieldFrom): void {
  const location = locationOf(e)
  if (!isFunctionLike(c.scope)) {
    throw c.error(e.node === 'Yield' ? "'yield' outside function" : "'yield from' outside function", location)
  }
  if (e.node === 'Yield') {
    if (e.value !== null) visitExpression(c, e.value)
    else c.loadConstant(null, location)
    emitYield(c, location)
    return
  }
  if (c.unit.type === 'async function') throw c.error("'yield from' inside async function", location)
  visitExpression(c, e.value)
  c.emit(o.GET_YIELD_FROM_ITER, location)
  c.loadConstant(null, location)
  emitYieldFrom(c, 'yield from', location)
}
