/**
 * What is on the operand stack before an instruction of assembled code: for each value, the place of the instruction that pushed it.
 *
 * The assembler knew how many there are, but keeps only the largest depth. Every path to an instruction leaves the same, so each is looked at
 * once; what begins at a handler begins with as many as the exception table says, pushed by the handler.
 */
import type { Code } from './code.ts'
import { exceptionTable } from './exception-table.ts'
import { inlineCacheEntries, opcodes } from './generated/opcodes.ts'
import { isJump, neverFallsThrough } from './opcode-properties.ts'
import { effectWhenFallingThrough, effectWhenJumping } from './stack-effect.ts'

const { END_ASYNC_FOR, EXTENDED_ARG, JUMP_BACKWARD, JUMP_BACKWARD_NO_INTERRUPT } = opcodes

export const stackDepthAt = (code: Code, offset: number): number => stackAt(code, offset)?.length ?? -1

/** `offset` is that of an instruction, in code units; undefined if nothing leads there. */
export function stackAt(code: Code, offset: number): readonly number[] | undefined {
  const bytes = code.code
  const seen = new Uint8Array(bytes.length >> 1)
  const pending: (readonly [at: number, stack: readonly number[]])[] = [[0, []]]
  const table = exceptionTable(code)
  for (let row = 0; row < table.count; row++) {
    const target = table.target(row)
    pending.push([target, changed([], table.depth(row) + (table.pushesLasti(row) ? 2 : 1), target)])
  }
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    let [at, stack] = path
    let prefix = 0
    while (seen[at] === 0) {
      if (at === offset) return stack
      seen[at] = 1
      const place = at
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
      stack = changed(stack, effectWhenFallingThrough(opcode, oparg), place)
    }
  }
  return undefined
}

const changed = (stack: readonly number[], effect: number, place: number): readonly number[] =>
  effect < 0 ? stack.slice(0, effect) : [...stack, ...Array<number>(effect).fill(place)]
