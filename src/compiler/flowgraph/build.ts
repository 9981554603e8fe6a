/**
 * Turns the linear sequence of code generation into basic blocks.
 *
 * A block starts where a jump or a handler set-up leads and after every instruction that ends one. Labels that
 * nothing refers to start no block. At the same step the code that sets up `__annotate__` takes the place that was
 * kept for it at the start of a module.
 */
import { opcodes } from '../generated/opcodes.ts'
import type { InstructionSequence } from '../instruction.ts'
import { isTerminator, refersToBlock } from '../opcode-properties.ts'
import { Block, lastInstruction } from './block.ts'

const { ANNOTATIONS_PLACEHOLDER } = opcodes

export function buildGraph(sequence: InstructionSequence<Block>): Block {
  const { instructions, labels } = sequence
  const blockAt: (Block | null | undefined)[] = []
  for (const instruction of instructions) {
    if (refersToBlock(instruction.opcode)) blockAt[labels[instruction.oparg]!] = null
  }
  const entry = new Block()
  let block = entry
  const startBlock = () => {
    block.next = new Block()
    block = block.next
  }
  const count = instructions.length
  for (let i = 0; i < count; i++) {
    const instruction = instructions[i]!
    if (blockAt[i] === null) {
      if (block.instructions.length > 0 || block.labeled) startBlock()
      block.labeled = true
      blockAt[i] = block
    } else {
      const last = lastInstruction(block)
      if (last !== undefined && isTerminator(last.opcode)) startBlock()
    }
    if (instruction.opcode === ANNOTATIONS_PLACEHOLDER) {
      if (sequence.annotationSetup !== null) block.instructions.push(...sequence.annotationSetup.instructions)
    } else {
      block.instructions.push(instruction)
    }
  }
  for (const instruction of instructions) {
    if (refersToBlock(instruction.opcode)) instruction.target = blockAt[labels[instruction.oparg]!]!
  }
  return entry
}
