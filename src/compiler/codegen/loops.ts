/** `if` and the loops. */
import type { AsyncFor, For, If, While } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Label, locationOf, NO_LOCATION } from '../instruction.ts'
import { emitYieldFrom } from './awaits.ts'
import type { Compiler } from './compiler.ts'
import { jumpIf } from './conditions.ts'
import { visitExpression } from './expressions.ts'
import { visitStatements } from './statements.ts'

const o = opcodes

/** An `elif` is an `if` in the `else`: a long chain is walked in a loop, and its ends are placed together. */
export function compileIf(c: Compiler, s: If): void {
  const ends: Label[] = []
  for (;;) {
    const end = c.newLabel()
    ends.push(end)
    const { orelse } = s
    const next = orelse.length > 0 ? c.newLabel() : end
    jumpIf(c, s.test, next, false)
    visitStatements(c, s.body)
    if (orelse.length === 0) break
    c.emitJump(o.JUMP_NO_INTERRUPT, end, NO_LOCATION)
    c.place(next)
    const only = orelse[0]!
    if (orelse.length > 1 || only.node !== 'If') {
      visitStatements(c, orelse)
      break
    }
    s = only
  }
  for (const end of ends) c.place(end)
}

export function compileWhile(c: Compiler, s: While): void {
  const loop = c.newLabel()
  const end = c.newLabel()
  const anchor = c.newLabel()
  c.place(loop)
  c.pushFrameBlock({ type: 'while loop', start: loop, exit: end, location: locationOf(s) })
  jumpIf(c, s.test, anchor, false)
  visitStatements(c, s.body)
  c.emitJump(o.JUMP, loop, NO_LOCATION)
  c.popFrameBlock()
  c.place(anchor)
  visitStatements(c, s.orelse)
  c.place(end)
}

export function compileFor(c: Compiler, s: For): void {
  const start = c.newLabel()
  const cleanup = c.newLabel()
  const end = c.newLabel()
  c.pushFrameBlock({ type: 'for loop', start, exit: end, location: locationOf(s) })
  visitExpression(c, s.iter)
  const location = locationOf(s.iter)
  c.emit(o.GET_ITER, location)
  c.place(start)
  c.emitJump(o.FOR_ITER, cleanup, location)
  // So that tracing sees the line of the target, if it has its own.
  c.emit(o.NOP, locationOf(s.target))
  visitExpression(c, s.target)
  visitStatements(c, s.body)
  c.emitJump(o.JUMP, start, NO_LOCATION)
  c.place(cleanup)
  // END_FOR comes first: generators jump to it, other iterators past it.
  c.emit(o.END_FOR, NO_LOCATION)
  c.emit(o.POP_ITER, NO_LOCATION)
  c.popFrameBlock()
  visitStatements(c, s.orelse)
  c.place(end)
}

export function compileAsyncFor(c: Compiler, s: AsyncFor): void {
  const location = locationOf(s)
  const start = c.newLabel()
  const send = c.newLabel()
  const except = c.newLabel()
  const end = c.newLabel()
  visitExpression(c, s.iter)
  c.emit(o.GET_AITER, locationOf(s.iter))
  c.place(start)
  c.pushFrameBlock({ type: 'for loop', start, exit: end, location })
  // The handler is for StopAsyncIteration from __anext__.
  c.emitJump(o.SETUP_FINALLY, except, location)
  c.emit(o.GET_ANEXT, location)
  c.loadConstant(null, location)
  c.place(send)
  emitYieldFrom(c, 'await', location)
  c.emit(o.POP_BLOCK, location)
  c.emit(o.NOT_TAKEN, location)
  visitExpression(c, s.target)
  visitStatements(c, s.body)
  c.emitJump(o.JUMP, start, NO_LOCATION)
  c.popFrameBlock()
  c.place(except)
  c.emitJump(o.END_ASYNC_FOR, send, locationOf(s.iter))
  visitStatements(c, s.orelse)
  c.place(end)
}
