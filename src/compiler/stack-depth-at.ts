/**
 * How many values are on the operand stack before an instruction of assembled code.
 *
 * The assembler knew, but keeps only the largest depth. Every path to an instruction leaves the same depth, so each is looked at once; what
 * begins at a handler begins with what the exception table says.
 */
import type { Code } from './code.ts'
import { exceptionTable } from './exception-table.ts'
import { inlineCacheEntries, opcodes } from './generated/opcodes.ts'
import { isJump, neverFallsThrough } from './opcode-properties.ts'
import { effectWhenFallingThrough, effectWhenJumping } from './stack-effect.ts'

const { END_ASYNC_FOR, EXTENDED_ARG, JUMP_BACKWARD, JUMP_BACKWARD_NO_INTERRUPT } = opcodes

/** `offset` is that of an instruction, in code units; −1 if nothing leads there. */
export function stackDepthAt(code: Code, offset: number): number {
  const bytes = code.code
  const seen = new Uint8Array(bytes.length >> 1)
  const pending: (readonly [at: number, depth: number])[] = [[0, 0]]
  const table = exceptionTable(code)
  for (let row = 0; row < table.count; row++)
    pending.push([table.target(row), table.depth(row) + (table.pushesLasti(row) ? 2 : 1)])
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    let [at, depth] = path
    let prefix = 0
    while (seen[at] === 0) {
      if (at === offset) return depth
      seen[at] = 1
      const opcode = bytes[2 * at]!
      const oparg = (prefix << 8) | bytes[2 * at + 1]!
      at += 1 + inlineCacheEntries[opcode]!
      prefix = opcode === EXTENDED_ARG ? oparg : 0
      if (opcode === EXTENDED_ARG) continue
      if (isJump(opcode) && opcode !== END_ASYNC_FOR) {
        const isBackward = opcode === JUMP_BACKWARD || opcode === JUMP_BACKWARD_NO_INTERRUPT
        pending.push([isBackward ? at - oparg : at + oparg, depth + effectWhenJumping(opcode, oparg)])
      }
      if (neverFallsThrough(opcode)) break
      depth += effectWhenFallingThrough(opcode, oparg)
    }
  }
  return -1
}
