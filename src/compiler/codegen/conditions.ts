/** Jumps on conditions: `and`, `or`, `not` and chained comparisons become control flow instead of values. */
import type { BoolOp, Compare, Expr, IfExp } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Label, locationOf, NO_LOCATION } from '../instruction.ts'
import { checkComparedLiterals } from './checks.ts'
import type { Compiler } from './compiler.ts'
import { visitExpression } from './expressions.ts'
import { emitCompare } from './operators.ts'

const o = opcodes

/** Goes to `target` if the truth of the expression is `condition`, else on. */
export function jumpIf(c: Compiler, e: Expr, target: Label, condition: boolean): void {
  while (e.node === 'UnaryOp' && e.op === 'Not') {
    e = e.operand
    condition = !condition
  }
  switch (e.node) {
    case 'BoolOp':
      jumpIfBoolean(c, e, target, condition)
      return
    case 'IfExp':
      jumpIfChosen(c, e, target, condition)
      return
    case 'Compare':
      if (e.ops.length > 1) {
        jumpIfChain(c, e, target, condition)
        return
      }
      break
  }
  visitExpression(c, e)
  const location = locationOf(e)
  c.emit(o.TO_BOOL, location)
  c.emitJump(condition ? o.POP_JUMP_IF_TRUE : o.POP_JUMP_IF_FALSE, target, location)
}

function jumpIfBoolean(c: Compiler, e: BoolOp, target: Label, condition: boolean): void {
  // An operand that decides the whole does so by being true (`or`) or false (`and`).
  const deciding = e.op === 'Or'
  const decided = deciding === condition ? target : c.newLabel()
  const last = e.values.length - 1
  for (let i = 0; i < last; i++) jumpIf(c, e.values[i]!, decided, deciding)
  jumpIf(c, e.values[last]!, target, condition)
  if (decided !== target) c.place(decided)
}

function jumpIfChosen(c: Compiler, e: IfExp, target: Label, condition: boolean): void {
  const end = c.newLabel()
  const otherwise = c.newLabel()
  jumpIf(c, e.test, otherwise, false)
  jumpIf(c, e.body, target, condition)
  c.emitJump(o.JUMP_NO_INTERRUPT, end, NO_LOCATION)
  c.place(otherwise)
  jumpIf(c, e.orelse, target, condition)
  c.place(end)
}

function jumpIfChain(c: Compiler, e: Compare, target: Label, condition: boolean): void {
  const location = locationOf(e)
  checkComparedLiterals(c, e)
  const cleanup = c.newLabel()
  visitExpression(c, e.left)
  const last = e.ops.length - 1
  for (let i = 0; i < last; i++) {
    visitExpression(c, e.comparators[i]!)
    c.emitArg(o.SWAP, 2, location)
    c.emitArg(o.COPY, 2, location)
    emitCompare(c, e.ops[i]!, location)
    c.emit(o.TO_BOOL, location)
    c.emitJump(o.POP_JUMP_IF_FALSE, cleanup, location)
  }
  visitExpression(c, e.comparators[last]!)
  emitCompare(c, e.ops[last]!, location)
  c.emit(o.TO_BOOL, location)
  c.emitJump(condition ? o.POP_JUMP_IF_TRUE : o.POP_JUMP_IF_FALSE, target, location)
  const end = c.newLabel()
  c.emitJump(o.JUMP_NO_INTERRUPT, end, NO_LOCATION)
  c.place(cleanup)
  c.emit(o.POP_TOP, location)
  if (!condition) c.emitJump(o.JUMP_NO_INTERRUPT, target, NO_LOCATION)
  c.place(end)
}
