/** Pairs of loads and stores of locals that one instruction can do, each local's number fitting into four bits. */
import { opcodes } from '../generated/opcodes.ts'
import type { Instruction } from '../instruction.ts'
import type { Block } from './block.ts'
import { makeNop, removeRedundantNops } from './redundant-instructions.ts'

const { LOAD_FAST, LOAD_FAST_LOAD_FAST, STORE_FAST, STORE_FAST_LOAD_FAST, STORE_FAST_STORE_FAST } = opcodes

export function insertSuperinstructions(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const { instructions } = block
    for (let i = 0; i + 1 < instructions.length; i++) {
      const first = instructions[i]!
      const second = instructions[i + 1]!
      if (first.opcode === LOAD_FAST) {
        if (second.opcode === LOAD_FAST) combine(first, second, LOAD_FAST_LOAD_FAST)
      } else if (first.opcode === STORE_FAST) {
        if (second.opcode === LOAD_FAST) combine(first, second, STORE_FAST_LOAD_FAST)
        else if (second.opcode === STORE_FAST) combine(first, second, STORE_FAST_STORE_FAST)
      }
    }
  }
  removeRedundantNops(entry)
}

function combine(first: Instruction<Block>, second: Instruction<Block>, opcode: number): void {
  const firstLine = first.location.lineno
  const secondLine = second.location.lineno
  if (firstLine >= 0 && secondLine >= 0 && firstLine !== secondLine) return
  if (first.oparg >= 16 || second.oparg >= 16) return
  first.opcode = opcode
  first.oparg = (first.oparg << 4) | second.oparg
  makeNop(second)
}
