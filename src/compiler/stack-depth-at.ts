/**
 * What is on the operand stack before an instruction of assembled code: for each value, the place of the instruction that pushed it.
 *
 * The assembler knew how many there are, but keeps only the largest depth. Every path to an instruction leaves the same, so each is looked at
 * once. What a handler is given has no such instruction: the exception counts as pushed by the handler's first, the offset by −1.
 */
import type { Code } from './code.ts'
import { type ExceptionTable, exceptionTable } from './exception-table.ts'
import { inlineCacheEntries, opcodes } from './generated/opcodes.ts'
import { isJump, neverFallsThrough } from './opcode-properties.ts'
import { effectWhenFallingThrough, effectWhenJumping } from './stack-effect.ts'

const { END_ASYNC_FOR, EXTENDED_ARG, GET_AITER, GET_ITER, JUMP_BACKWARD, JUMP_BACKWARD_NO_INTERRUPT } = opcodes

export const stackDepthAt = (code: Code, offset: number): number => stackAt(code, offset)?.length ?? -1

/** `offset` is that of an instruction, in code units; undefined if nothing leads there. */
export function stackAt(code: Code, offset: number): readonly number[] | undefined {
  const bytes = code.code
  const seen = new Uint8Array(bytes.length >> 1)
  const pending: (readonly [at: number, stack: readonly number[]])[] = [[0, []]]
  const table = exceptionTable(code)
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    let [at, stack] = path
    let prefix = 0
    while (seen[at] === 0) {
      if (at === offset) return stack
      seen[at] = 1
      const place = at
      const row = table.find(at)
      if (row >= 0 && seen[table.target(row)] === 0) pending.push([table.target(row), caught(table, row, stack)])
      const opcode = bytes[2 * at]!
      const oparg = (prefix << 8) | bytes[2 * at + 1]!
      at += 1 + inlineCacheEntries[opcode]!
      prefix = opcode === EXTENDED_ARG ? oparg : 0
      if (opcode === EXTENDED_ARG) continue
      if (isJump(opcode) && opcode !== END_ASYNC_FOR) {
        const isBackward = opcode === JUMP_BACKWARD || opcode === JUMP_BACKWARD_NO_INTERRUPT
        pending.push([isBackward ? at - oparg : at + oparg, changed(stack, effectWhenJumping(opcode, oparg), place)])
      }
      if (neverFallsThrough(opcode)) break
      // An iterator is no longer what it iterates over.
      if (opcode === GET_ITER || opcode === GET_AITER) stack = stack.with(-1, place)
      stack = changed(stack, effectWhenFallingThrough(opcode, oparg), place)
    }
  }
  return undefined
}

/** What the handler finds: the exception, and below it perhaps the offset that raised, which is no object. */
function caught(table: ExceptionTable, row: number, stack: readonly number[]): readonly number[] {
  const found = stack.slice(0, table.depth(row))
  if (table.pushesLasti(row)) found.push(-1)
  return [...found, table.target(row)]
}

const changed = (stack: readonly number[], effect: number, place: number): readonly number[] =>
  effect < 0 ? stack.slice(0, effect) : [...stack, ...Array<number>(effect).fill(place)]
