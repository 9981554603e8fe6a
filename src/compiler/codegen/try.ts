/**
 * `try` with `except` and `finally`.
 *
 * The body of a `finally` is compiled twice: after normal completion, and in the handler, which reraises (and once
 * more for every `return`, `break` or `continue` that leaves through it).
 */
import type { ExceptHandler, Stmt, Try, TryStar } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Label, type Location, locationOf, NO_LABEL, NO_LOCATION } from '../instruction.ts'
import type { Compiler } from './compiler.ts'
import { visitExpression } from './expressions.ts'
import { emitNameOperation } from './names.ts'
import { visitStatements } from './statements.ts'

const o = opcodes

export function compileTry(c: Compiler, s: Try): void {
  if (s.finalbody.length === 0) compileTryExcept(c, s)
  else compileTryFinally(c, s, () => (s.handlers.length > 0 ? compileTryExcept(c, s) : visitStatements(c, s.body)))
}

export function compileTryFinally(c: Compiler, s: Try | TryStar, compileProtected: () => void): void {
  const finalbody: readonly Stmt[] = s.finalbody
  const location = locationOf(s)
  const body = c.newLabel()
  const end = c.newLabel()
  const exit = c.newLabel()
  const cleanup = c.newLabel()
  c.emitJump(o.SETUP_FINALLY, end, location)
  c.place(body)
  c.pushFrameBlock({ type: 'finally try', start: body, exit: end, location, body: finalbody })
  compileProtected()
  c.emit(o.POP_BLOCK, NO_LOCATION)
  c.popFrameBlock()
  visitStatements(c, finalbody)
  c.emitJump(o.JUMP_NO_INTERRUPT, exit, NO_LOCATION)
  c.place(end)
  c.emitJump(o.SETUP_CLEANUP, cleanup, NO_LOCATION)
  c.emit(o.PUSH_EXC_INFO, NO_LOCATION)
  c.pushFrameBlock({ type: 'finally end', start: end, exit: NO_LABEL, location: NO_LOCATION })
  visitStatements(c, finalbody)
  c.popFrameBlock()
  c.emitArg(o.RERAISE, 0, NO_LOCATION)
  c.place(cleanup)
  popExceptAndReraise(c, NO_LOCATION)
  c.place(exit)
}

/** On the stack: the exception handled before, lasti, the exception. */
export function popExceptAndReraise(c: Compiler, location: Location): void {
  c.emitArg(o.COPY, 3, location)
  c.emit(o.POP_EXCEPT, location)
  c.emitArg(o.RERAISE, 1, location)
}

function compileTryExcept(c: Compiler, s: Try): void {
  const location = locationOf(s)
  const body = c.newLabel()
  const except = c.newLabel()
  const end = c.newLabel()
  const cleanup = c.newLabel()
  c.emitJump(o.SETUP_FINALLY, except, location)
  c.place(body)
  c.pushFrameBlock({ type: 'try', start: body, exit: NO_LABEL, location })
  visitStatements(c, s.body)
  c.popFrameBlock()
  c.emit(o.POP_BLOCK, NO_LOCATION)
  visitStatements(c, s.orelse)
  c.emitJump(o.JUMP_NO_INTERRUPT, end, NO_LOCATION)
  c.place(except)
  c.emitJump(o.SETUP_CLEANUP, cleanup, NO_LOCATION)
  c.emit(o.PUSH_EXC_INFO, NO_LOCATION)
  c.pushFrameBlock({ type: 'exception handler', start: NO_LABEL, exit: NO_LABEL, location })
  s.handlers.forEach((handler, i) => {
    if (handler.type === null && i < s.handlers.length - 1) {
      throw c.error("default 'except:' must be last", locationOf(handler))
    }
    compileHandler(c, handler, end)
  })
  c.popFrameBlock()
  c.emitArg(o.RERAISE, 0, NO_LOCATION)
  c.place(cleanup)
  popExceptAndReraise(c, NO_LOCATION)
  c.place(end)
}

function compileHandler(c: Compiler, handler: ExceptHandler, end: Label): void {
  const location = locationOf(handler)
  const next = c.newLabel()
  if (handler.type !== null) {
    visitExpression(c, handler.type)
    c.emit(o.CHECK_EXC_MATCH, location)
    c.emitJump(o.POP_JUMP_IF_FALSE, next, location)
  }
  const body = c.newLabel()
  const { name } = handler
  const cleanup = c.newLabel()
  if (name !== null) {
    // The name is deleted at the end, however the end is reached.
    emitNameOperation(c, name, 'Store', location)
    c.emitJump(o.SETUP_CLEANUP, cleanup, location)
  } else {
    c.emit(o.POP_TOP, location)
  }
  c.place(body)
  c.pushFrameBlock({ type: 'handler cleanup', start: body, exit: NO_LABEL, location, name })
  visitStatements(c, handler.body)
  c.popFrameBlock()
  if (name !== null) c.emit(o.POP_BLOCK, NO_LOCATION)
  c.emit(o.POP_BLOCK, NO_LOCATION)
  c.emit(o.POP_EXCEPT, NO_LOCATION)
  if (name !== null) unbind(c, name)
  c.emitJump(o.JUMP_NO_INTERRUPT, end, NO_LOCATION)
  if (name !== null) {
    c.place(cleanup)
    unbind(c, name)
    c.emitArg(o.RERAISE, 1, NO_LOCATION)
  }
  c.place(next)
}

/** Deletes a name that the body may have deleted already. */
export function unbind(c: Compiler, name: string): void {
  c.loadConstant(null, NO_LOCATION)
  emitNameOperation(c, name, 'Store', NO_LOCATION)
  emitNameOperation(c, name, 'Del', NO_LOCATION)
}
