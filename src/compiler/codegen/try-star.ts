/**
 * `try` with `except*`.
 *
 * Below each handler's own values lie the group as raised, a list of what the handlers raise, and the part of the
 * group that no handler took yet. In the end PREP_RERAISE_STAR makes of the list what is to be raised, if anything.
 */
import type { ExceptHandler, TryStar } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Label, locationOf, NO_LABEL, NO_LOCATION } from '../instruction.ts'
import type { Compiler } from './compiler.ts'
import { visitExpression } from './expressions.ts'
import { emitNameOperation } from './names.ts'
import { INTRINSIC_PREP_RERAISE_STAR } from './operators.ts'
import { visitStatements } from './statements.ts'
import { compileTryFinally, popExceptAndReraise, unbind } from './try.ts'

const o = opcodes

export function compileTryStar(c: Compiler, s: TryStar): void {
  if (s.finalbody.length > 0) compileTryFinally(c, s, () => compileTryStarExcept(c, s))
  else compileTryStarExcept(c, s)
}

function compileTryStarExcept(c: Compiler, s: TryStar): void {
  const location = locationOf(s)
  const body = c.newLabel()
  const except = c.newLabel()
  const orelse = c.newLabel()
  const end = c.newLabel()
  const cleanup = c.newLabel()
  const reraiseStar = c.newLabel()
  c.emitJump(o.SETUP_FINALLY, except, location)
  c.place(body)
  c.pushFrameBlock({ type: 'try', start: body, exit: NO_LABEL, location })
  visitStatements(c, s.body)
  c.popFrameBlock()
  c.emit(o.POP_BLOCK, NO_LOCATION)
  c.emitJump(o.JUMP_NO_INTERRUPT, orelse, NO_LOCATION)
  c.place(except)
  c.emitJump(o.SETUP_CLEANUP, cleanup, NO_LOCATION)
  c.emit(o.PUSH_EXC_INFO, NO_LOCATION)
  c.pushFrameBlock({ type: 'exception group handler', start: NO_LABEL, exit: NO_LABEL, location })
  s.handlers.forEach((handler, i) => {
    if (i === 0) {
      c.emitArg(o.BUILD_LIST, 0, locationOf(handler))
      c.emitArg(o.COPY, 2, locationOf(handler))
    }
    compileHandler(c, handler)
  })
  // What is left of the group goes to the list too.
  c.emitArg(o.LIST_APPEND, 1, NO_LOCATION)
  c.emitJump(o.JUMP_NO_INTERRUPT, reraiseStar, NO_LOCATION)
  c.popFrameBlock()
  c.place(reraiseStar)
  finishHandlers(c, end)
  c.place(cleanup)
  popExceptAndReraise(c, NO_LOCATION)
  c.place(orelse)
  visitStatements(c, s.orelse)
  c.place(end)
}

function compileHandler(c: Compiler, handler: ExceptHandler): void {
  const location = locationOf(handler)
  const { name } = handler
  const next = c.newLabel()
  const nextAfterRaise = c.newLabel()
  const noMatch = c.newLabel()
  if (handler.type !== null) {
    visitExpression(c, handler.type)
    c.emit(o.CHECK_EG_MATCH, location)
    c.emitArg(o.COPY, 1, location)
    c.emitJump(o.POP_JUMP_IF_NONE, noMatch, location)
  }
  const cleanup = c.newLabel()
  const body = c.newLabel()
  if (name !== null) emitNameOperation(c, name, 'Store', location)
  else c.emit(o.POP_TOP, location)
  c.emitJump(o.SETUP_CLEANUP, cleanup, location)
  c.place(body)
  c.pushFrameBlock({ type: 'handler cleanup', start: body, exit: NO_LABEL, location, name })
  visitStatements(c, handler.body)
  c.popFrameBlock()
  c.emit(o.POP_BLOCK, NO_LOCATION)
  if (name !== null) unbind(c, name)
  c.emitJump(o.JUMP_NO_INTERRUPT, next, NO_LOCATION)
  c.place(cleanup)
  if (name !== null) unbind(c, name)
  c.emitArg(o.LIST_APPEND, 3, NO_LOCATION)
  c.emit(o.POP_TOP, NO_LOCATION)
  c.emitJump(o.JUMP_NO_INTERRUPT, nextAfterRaise, NO_LOCATION)
  c.place(next)
  c.emit(o.NOP, NO_LOCATION)
  c.emitJump(o.JUMP_NO_INTERRUPT, nextAfterRaise, NO_LOCATION)
  c.place(noMatch)
  c.emit(o.POP_TOP, location)
  c.place(nextAfterRaise)
}

function finishHandlers(c: Compiler, end: Label): void {
  const reraise = c.newLabel()
  c.emitArg(o.CALL_INTRINSIC_2, INTRINSIC_PREP_RERAISE_STAR, NO_LOCATION)
  c.emitArg(o.COPY, 1, NO_LOCATION)
  c.emitJump(o.POP_JUMP_IF_NOT_NONE, reraise, NO_LOCATION)
  c.emit(o.POP_TOP, NO_LOCATION)
  c.emit(o.POP_BLOCK, NO_LOCATION)
  c.emit(o.POP_EXCEPT, NO_LOCATION)
  c.emitJump(o.JUMP_NO_INTERRUPT, end, NO_LOCATION)
  c.place(reraise)
  c.emit(o.POP_BLOCK, NO_LOCATION)
  c.emitArg(o.SWAP, 2, NO_LOCATION)
  c.emit(o.POP_EXCEPT, NO_LOCATION)
  c.emitArg(o.RERAISE, 0, NO_LOCATION)
}
