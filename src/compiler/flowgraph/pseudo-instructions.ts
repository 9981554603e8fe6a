/** Turns the instructions that only the compiler knows into real ones, when the reasons for having them are past. */
import { opcodes } from '../generated/opcodes.ts'
import { Instruction, isBlockPush } from '../instruction.ts'
import type { Block } from './block.ts'
import { makeNop, removeRedundantNopsAndJumps } from './redundant-instructions.ts'

const o = opcodes

/** A jump that leaves the tested value on the stack: COPY, TO_BOOL and a jump that pops. */
export function expandConditionalJumps(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const { instructions } = block
    const jump = instructions[instructions.length - 1]
    if (jump === undefined || (jump.opcode !== o.JUMP_IF_FALSE && jump.opcode !== o.JUMP_IF_TRUE)) continue
    jump.opcode = jump.opcode === o.JUMP_IF_FALSE ? o.POP_JUMP_IF_FALSE : o.POP_JUMP_IF_TRUE
    const copy = new Instruction<Block>(o.COPY, 1, jump.location)
    const toBool = new Instruction<Block>(o.TO_BOOL, 0, jump.location)
    copy.except = toBool.except = jump.except
    instructions[instructions.length - 1] = copy
    instructions.push(toBool, jump)
  }
}

export function replacePseudoInstructions(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      const { opcode } = instruction
      if (isBlockPush(opcode)) makeNop(instruction)
      else if (opcode === o.LOAD_CLOSURE) instruction.opcode = o.LOAD_FAST
      else if (opcode === o.STORE_FAST_MAYBE_NULL) instruction.opcode = o.STORE_FAST
    }
  }
  removeRedundantNopsAndJumps(entry)
}
