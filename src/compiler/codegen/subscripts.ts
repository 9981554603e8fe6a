/** Subscripts and slices. */
import { SliceConstant } from '../../base/constant.ts'
import type { ConstantValue, Expr, Slice, Subscript } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import { locationOf } from '../instruction.ts'
import { checkIndex, checkSubscripted } from './checks.ts'
import type { Compiler } from './compiler.ts'
import { visitExpression } from './expressions.ts'
import { NB_SUBSCR } from './operators.ts'

const o = opcodes

/** Returns the expression to be evaluated next, then `finishSubscript` goes on. */
export function beginSubscript(c: Compiler, e: Subscript): Expr {
  if (e.ctx === 'Load') {
    checkSubscripted(c, e.value)
    checkIndex(c, e.value, e.slice)
  }
  return e.value
}

export function finishSubscript(c: Compiler, e: Subscript): void {
  const location = locationOf(e)
  if (e.ctx !== 'Del' && isPlainSlice(e.slice)) {
    visitSliceBounds(c, e.slice)
    c.emit(e.ctx === 'Load' ? o.BINARY_SLICE : o.STORE_SLICE, location)
    return
  }
  visitExpression(c, e.slice)
  switch (e.ctx) {
    case 'Load':
      c.emitArg(o.BINARY_OP, NB_SUBSCR, location)
      break
    case 'Store':
      c.emit(o.STORE_SUBSCR, location)
      break
    case 'Del':
      c.emit(o.DELETE_SUBSCR, location)
      break
  }
}

type ConstantBound = Expr & { readonly value: ConstantValue }

function isConstantBound(bound: Expr | null): bound is ConstantBound | null {
  return bound === null || bound.node === 'Constant'
}

function isConstantSlice(e: Slice): boolean {
  return isConstantBound(e.lower) && isConstantBound(e.upper) && isConstantBound(e.step)
}

/** A slice without a step, not made of constants, needs no slice object. */
export function isPlainSlice(e: Expr): e is Slice {
  return e.node === 'Slice' && e.step === null && !isConstantSlice(e)
}

export function visitSliceBounds(c: Compiler, e: Slice): void {
  for (const bound of [e.lower, e.upper]) {
    if (bound !== null) visitExpression(c, bound)
    else c.loadConstant(null, locationOf(e))
  }
}

export function visitSlice(c: Compiler, e: Slice): void {
  const location = locationOf(e)
  if (isConstantBound(e.lower) && isConstantBound(e.upper) && isConstantBound(e.step)) {
    const valueOf = (bound: ConstantBound | null): ConstantValue => (bound === null ? null : bound.value)
    c.loadConstant(new SliceConstant(valueOf(e.lower), valueOf(e.upper), valueOf(e.step)), location)
    return
  }
  visitSliceBounds(c, e)
  if (e.step !== null) visitExpression(c, e.step)
  c.emitArg(o.BUILD_SLICE, e.step === null ? 2 : 3, location)
}
