/** Drops the constants that no instruction loads any more. The first one stays: it may be the docstring. */
import type { CodeConstant } from '../code.ts'
import { opcodes } from '../generated/opcodes.ts'
import type { Block } from './block.ts'

const { LOAD_CONST } = opcodes

export function removeUnusedConstants(entry: Block, constants: readonly CodeConstant[]): CodeConstant[] {
  const isUsed = new Uint8Array(constants.length)
  isUsed[0] = 1
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const { opcode, oparg } of block.instructions) if (opcode === LOAD_CONST) isUsed[oparg] = 1
  }
  const used = constants.filter((_, index) => isUsed[index])
  if (used.length === constants.length) return used
  const newIndex = new Int32Array(constants.length)
  let next = 0
  for (let i = 0; i < constants.length; i++) newIndex[i] = isUsed[i] ? next++ : -1
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      if (instruction.opcode === LOAD_CONST) instruction.oparg = newIndex[instruction.oparg]!
    }
  }
  return used
}
