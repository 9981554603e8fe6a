/**
 * Replaces a jump to a small block that leaves the function, or to a block without lines that does not fall
 * through, by a copy of that block. Exits thereby get the line of the code that leaves.
 */
import { opcodes } from '../generated/opcodes.ts'
import { isUnconditionalJump } from '../opcode-properties.ts'
import { appendCopies, type Block, exitsScope, fallsThrough, hasNoLine, lastInstruction } from './block.ts'
import { makeNop } from './redundant-instructions.ts'

const { JUMP } = opcodes
const MAX_COPIED_INSTRUCTIONS = 4

export function inlineExits(entry: Block): void {
  let changed = true
  while (changed) {
    changed = false
    for (let block: Block | null = entry; block !== null; block = block.next) {
      if (inlineExitOf(block)) changed = true
    }
  }
}

function inlineExitOf(block: Block): boolean {
  const jump = lastInstruction(block)
  if (jump === undefined || !isUnconditionalJump(jump.opcode)) return false
  const target = jump.target!
  const isSmallExit = exitsScope(target) && target.instructions.length <= MAX_COPIED_INSTRUCTIONS
  const isLinelessEnd = hasNoLine(target) && !fallsThrough(target)
  if (!isSmallExit && !isLinelessEnd) return false
  const removedOpcode = jump.opcode
  makeNop(jump)
  appendCopies(block, target)
  if (isLinelessEnd) {
    // A loop must keep its check of the eval breaker.
    const last = lastInstruction(block)!
    if (isUnconditionalJump(last.opcode) && removedOpcode === JUMP) last.opcode = JUMP
  }
  target.predecessors--
  return true
}
