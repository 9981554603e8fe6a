/** Suspension: `yield`, `yield from` and `await`. */
import { opcodes } from '../generated/opcodes.ts'
import { type Location, NO_LOCATION } from '../instruction.ts'
import type { Compiler } from './compiler.ts'
import {
  INTRINSIC_ASYNC_GEN_WRAP,
  RESUME_AFTER_AWAIT,
  RESUME_AFTER_YIELD,
  RESUME_AFTER_YIELD_FROM,
} from './operators.ts'

const o = opcodes

export function emitYield(c: Compiler, location: Location): void {
  if (c.scope.isGenerator && c.scope.isCoroutine) c.emitArg(o.CALL_INTRINSIC_1, INTRINSIC_ASYNC_GEN_WRAP, location)
  c.emitArg(o.YIELD_VALUE, 0, location)
  c.emitArg(o.RESUME, RESUME_AFTER_YIELD, location)
}

/** Delegates to the iterator below the top; what is on the top is sent to it first. */
export function emitYieldFrom(c: Compiler, kind: 'await' | 'yield from', location: Location): void {
  const send = c.newLabel()
  const fail = c.newLabel()
  const exit = c.newLabel()
  c.place(send)
  c.emitJump(o.SEND, exit, location)
  // An exception that is thrown in goes to the iterator, which may answer with StopIteration.
  c.emitJump(o.SETUP_FINALLY, fail, location)
  c.emitArg(o.YIELD_VALUE, 1, location)
  c.emit(o.POP_BLOCK, NO_LOCATION)
  c.emitArg(o.RESUME, kind === 'await' ? RESUME_AFTER_AWAIT : RESUME_AFTER_YIELD_FROM, location)
  c.emitJump(o.JUMP_NO_INTERRUPT, send, location)
  c.place(fail)
  c.emit(o.CLEANUP_THROW, location)
  c.place(exit)
  c.emit(o.END_SEND, location)
}

/** Awaits the awaitable on the top; `source` says for error messages where it came from. */
export function emitAwait(c: Compiler, source: 0 | 1 | 2, location: Location): void {
  c.emitArg(o.GET_AWAITABLE, source, location)
  c.loadConstant(null, location)
  emitYieldFrom(c, 'await', location)
}
