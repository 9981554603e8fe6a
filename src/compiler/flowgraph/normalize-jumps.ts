/**
 * Conditional jumps only go forward, and the way not taken starts with NOT_TAKEN (which monitoring uses). A
 * conditional jump backward becomes its opposite around an unconditional one.
 */
import { opcodes } from '../generated/opcodes.ts'
import { isConditionalJump } from '../opcode-properties.ts'
import { append, appendJump, Block, lastInstruction } from './block.ts'

const o = opcodes

function opposite(opcode: number): number {
  switch (opcode) {
    case o.POP_JUMP_IF_FALSE:
      return o.POP_JUMP_IF_TRUE
    case o.POP_JUMP_IF_TRUE:
      return o.POP_JUMP_IF_FALSE
    case o.POP_JUMP_IF_NONE:
      return o.POP_JUMP_IF_NOT_NONE
    default:
      return o.POP_JUMP_IF_NONE
  }
}

export function normalizeJumps(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) block.visited = false
  for (let block: Block | null = entry; block !== null; block = block.next) {
    block.visited = true
    const jump = lastInstruction(block)
    if (jump === undefined || !isConditionalJump(jump.opcode)) continue
    const target = jump.target!
    if (!target.visited) {
      append(block, o.NOT_TAKEN, 0, jump.location)
      continue
    }
    const backward = new Block()
    append(backward, o.NOT_TAKEN, 0, jump.location)
    appendJump(backward, o.JUMP, target, jump.location)
    backward.startDepth = target.startDepth
    backward.cold = block.cold
    jump.opcode = opposite(jump.opcode)
    jump.target = block.next
    backward.next = block.next
    block.next = backward
  }
}
