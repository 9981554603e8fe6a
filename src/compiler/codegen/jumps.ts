/** `return`, `break` and `continue`, which undo what lies between them and where they go. */
import type { Return } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Location, locationOf, NO_LABEL, NO_LOCATION } from '../instruction.ts'
import { isFunctionLike } from '../symbols/scope.ts'
import { emitAwait } from './awaits.ts'
import type { Compiler } from './compiler.ts'
import { visitExpression } from './expressions.ts'
import { emitNameOperation } from './names.ts'
import { visitStatements } from './statements.ts'
import type { FrameBlock } from './unit.ts'
import { callExitWithNones } from './with.ts'

const o = opcodes

export function compileReturn(c: Compiler, s: Return): void {
  const { value } = s
  const { scope } = c
  if (!isFunctionLike(scope)) throw c.error("'return' outside function", locationOf(s))
  if (value !== null && scope.isCoroutine && scope.isGenerator) {
    throw c.error("'return' with value in async generator", locationOf(s))
  }
  let location = locationOf(s)
  const keepsTop = value !== null && value.node !== 'Constant'
  if (keepsTop) {
    visitExpression(c, value)
  } else if (value !== null) {
    location = locationOf(value)
    c.emit(o.NOP, location)
  }
  if (value === null || value.lineno !== s.lineno) {
    location = locationOf(s)
    c.emit(o.NOP, location)
  }
  location = unwindAll(c, keepsTop, location)
  if (value === null) c.loadConstant(null, location)
  else if (value.node === 'Constant') c.loadConstant(value.value, location)
  c.emit(o.RETURN_VALUE, location)
}

export function compileBreak(c: Compiler, origin: Location): void {
  c.emit(o.NOP, origin)
  const { loop, location } = unwindToLoop(c, origin)
  if (loop === null) throw c.error("'break' outside loop", origin)
  const after = unwind(c, loop, false, location)
  c.emitJump(o.JUMP, loop.exit, after)
}

export function compileContinue(c: Compiler, origin: Location): void {
  c.emit(o.NOP, origin)
  const { loop, location } = unwindToLoop(c, origin)
  if (loop === null) throw c.error("'continue' not properly in loop", origin)
  c.emitJump(o.JUMP, loop.start, location)
}

function unwindAll(c: Compiler, keepsTop: boolean, location: Location): Location {
  const left: FrameBlock[] = []
  for (let block = c.topFrameBlock; block !== undefined; block = c.topFrameBlock) {
    location = leave(c, block, keepsTop, location, left)
  }
  reenter(c, left)
  return location
}

function unwindToLoop(c: Compiler, location: Location): { loop: FrameBlock | null; location: Location } {
  const left: FrameBlock[] = []
  let block = c.topFrameBlock
  for (; block !== undefined && !isLoop(block); block = c.topFrameBlock) {
    location = leave(c, block, false, location, left)
  }
  reenter(c, left)
  return { loop: block ?? null, location }
}

function isLoop(block: FrameBlock): boolean {
  return block.type === 'while loop' || block.type === 'for loop'
}

/** While a block is being left it does not count: its own `finally` body may jump as well. */
function leave(c: Compiler, block: FrameBlock, keepsTop: boolean, location: Location, left: FrameBlock[]): Location {
  if (block.type === 'exception group handler') {
    throw c.error("'break', 'continue' and 'return' cannot appear in an except* block", location)
  }
  c.popFrameBlock()
  left.push(block)
  return unwind(c, block, keepsTop, location)
}

function reenter(c: Compiler, left: FrameBlock[]): void {
  for (let block = left.pop(); block !== undefined; block = left.pop()) c.pushFrameBlock(block)
}

/**
 * Returns the location for what follows: after a `finally` or `with` it is artificial, since that code seems to
 * run after the statement that left.
 */
function unwind(c: Compiler, block: FrameBlock, keepsTop: boolean, location: Location): Location {
  switch (block.type) {
    case 'for loop':
    case 'popped value':
      swapUnder(c, keepsTop, location)
      c.emit(o.POP_TOP, location)
      return location
    case 'try':
      c.emit(o.POP_BLOCK, location)
      return location
    case 'finally try':
      c.emit(o.POP_BLOCK, location)
      if (keepsTop) c.pushFrameBlock({ type: 'popped value', start: NO_LABEL, exit: NO_LABEL, location })
      visitStatements(c, block.body)
      if (keepsTop) c.popFrameBlock()
      return NO_LOCATION
    case 'finally end':
      swapUnder(c, keepsTop, location)
      c.emit(o.POP_TOP, location)
      swapUnder(c, keepsTop, location)
      c.emit(o.POP_BLOCK, location)
      c.emit(o.POP_EXCEPT, location)
      return location
    case 'with':
    case 'async with':
      leaveWith(c, block, keepsTop)
      return NO_LOCATION
    case 'handler cleanup':
      if (block.name !== null) c.emit(o.POP_BLOCK, location)
      swapUnder(c, keepsTop, location)
      c.emit(o.POP_BLOCK, location)
      c.emit(o.POP_EXCEPT, location)
      if (block.name !== null) {
        c.loadConstant(null, location)
        emitNameOperation(c, block.name, 'Store', location)
        emitNameOperation(c, block.name, 'Del', location)
      }
      return location
  }
  return location
}

function swapUnder(c: Compiler, keepsTop: boolean, location: Location): void {
  if (keepsTop) c.emitArg(o.SWAP, 2, location)
}

function leaveWith(c: Compiler, block: FrameBlock, keepsTop: boolean): void {
  const { location } = block
  c.emit(o.POP_BLOCK, location)
  if (keepsTop) {
    c.emitArg(o.SWAP, 3, location)
    c.emitArg(o.SWAP, 2, location)
  }
  callExitWithNones(c, location)
  if (block.type === 'async with') emitAwait(c, 2, location)
  c.emit(o.POP_TOP, location)
}
