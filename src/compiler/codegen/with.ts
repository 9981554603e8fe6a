/**
 * `with` and `async with`, one item at a time, each around the next.
 *
 * __exit__ and its object stay on the stack below the body. Left normally, it is called with three Nones; left by an
 * exception, with the exception, and a true answer drops that.
 */
import type { AsyncWith, With } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Label, type Location, locationOf, NO_LOCATION } from '../instruction.ts'
import { emitAwait } from './awaits.ts'
import type { Compiler } from './compiler.ts'
import { visitExpression } from './expressions.ts'
import { SPECIAL_AENTER, SPECIAL_AEXIT, SPECIAL_ENTER, SPECIAL_EXIT } from './operators.ts'
import { visitStatements } from './statements.ts'
import { popExceptAndReraise } from './try.ts'

const o = opcodes

export function compileWith(c: Compiler, s: With): void {
  compileItem(c, s, 0)
}

export function compileAsyncWith(c: Compiler, s: AsyncWith): void {
  compileItem(c, s, 0)
}

function compileItem(c: Compiler, s: With | AsyncWith, index: number): void {
  const isAsync = s.node === 'AsyncWith'
  const item = s.items[index]!
  const block = c.newLabel()
  const final = c.newLabel()
  const exit = c.newLabel()
  const cleanup = c.newLabel()
  visitExpression(c, item.context_expr)
  const location = locationOf(item.context_expr)
  c.emitArg(o.COPY, 1, location)
  c.emitArg(o.LOAD_SPECIAL, isAsync ? SPECIAL_AEXIT : SPECIAL_EXIT, location)
  c.emitArg(o.SWAP, 2, location)
  c.emitArg(o.SWAP, 3, location)
  c.emitArg(o.LOAD_SPECIAL, isAsync ? SPECIAL_AENTER : SPECIAL_ENTER, location)
  c.emitArg(o.CALL, 0, location)
  if (isAsync) emitAwait(c, 1, location)
  c.emitJump(o.SETUP_WITH, final, location)
  c.place(block)
  c.pushFrameBlock({ type: isAsync ? 'async with' : 'with', start: block, exit: final, location })
  if (item.optional_vars !== null) visitExpression(c, item.optional_vars)
  else c.emit(o.POP_TOP, location)
  if (index + 1 === s.items.length) visitStatements(c, s.body)
  else compileItem(c, s, index + 1)
  c.popFrameBlock()
  c.emit(o.POP_BLOCK, isAsync ? location : NO_LOCATION)
  callExitWithNones(c, location)
  if (isAsync) emitAwait(c, 2, location)
  c.emit(o.POP_TOP, location)
  c.emitJump(o.JUMP, exit, location)
  c.place(final)
  c.emitJump(o.SETUP_CLEANUP, cleanup, location)
  c.emit(o.PUSH_EXC_INFO, location)
  c.emit(o.WITH_EXCEPT_START, location)
  if (isAsync) emitAwait(c, 2, location)
  finishExceptionalExit(c, cleanup)
  c.place(exit)
}

export function callExitWithNones(c: Compiler, location: Location): void {
  c.loadConstant(null, location)
  c.loadConstant(null, location)
  c.loadConstant(null, location)
  c.emitArg(o.CALL, 3, location)
}

function finishExceptionalExit(c: Compiler, cleanup: Label): void {
  const suppress = c.newLabel()
  c.emit(o.TO_BOOL, NO_LOCATION)
  c.emitJump(o.POP_JUMP_IF_TRUE, suppress, NO_LOCATION)
  c.emitArg(o.RERAISE, 2, NO_LOCATION)
  c.place(suppress)
  c.emit(o.POP_TOP, NO_LOCATION)
  c.emit(o.POP_BLOCK, NO_LOCATION)
  c.emit(o.POP_EXCEPT, NO_LOCATION)
  c.emit(o.POP_TOP, NO_LOCATION)
  c.emit(o.POP_TOP, NO_LOCATION)
  c.emit(o.POP_TOP, NO_LOCATION)
  const exit = c.newLabel()
  c.emitJump(o.JUMP_NO_INTERRUPT, exit, NO_LOCATION)
  c.place(cleanup)
  popExceptAndReraise(c, NO_LOCATION)
  c.place(exit)
}
