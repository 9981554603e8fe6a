/**
 * Uses of a constant whose outcome is known at once: a jump on it, its truth value, and a comparison with None that
 * decides a jump, for which there are instructions of their own. Loads of small ints get theirs on the way.
 */
import { type ConstantTable, isTruthy } from '../constant-table.ts'
import { opcodes } from '../generated/opcodes.ts'
import type { Block } from './block.ts'
import { isSmallInt, loadedConstant, loadsConstant } from './fold-constants.ts'
import { makeNop } from './redundant-instructions.ts'

const o = opcodes

export function decideConstantConditions(entry: Block, constants: ConstantTable): void {
  for (let block: Block | null = entry; block !== null; block = block.next) decideInBlock(block, constants)
}

function decideInBlock(block: Block, constants: ConstantTable): void {
  const { instructions } = block
  let opcode = 0
  let oparg = 0
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!
    if (instruction.opcode === o.LOAD_CONST) {
      const value = constants.values[instruction.oparg]!
      if (isSmallInt(value)) {
        instruction.opcode = o.LOAD_SMALL_INT
        instruction.oparg = value
      }
    }
    const copiesConstant = opcode === o.LOAD_CONST && instruction.opcode === o.COPY && instruction.oparg === 1
    if (!copiesConstant) {
      opcode = instruction.opcode
      oparg = instruction.oparg
    }
    const next = instructions[i + 1]
    if (next === undefined || !loadsConstant(opcode)) continue
    switch (next.opcode) {
      case o.POP_JUMP_IF_FALSE:
      case o.POP_JUMP_IF_TRUE:
        decideJump(block, i, next.opcode === o.POP_JUMP_IF_TRUE, loadedConstant(opcode, oparg, constants))
        makeNop(instruction)
        break
      case o.JUMP_IF_FALSE:
      case o.JUMP_IF_TRUE:
        decideJump(block, i, next.opcode === o.JUMP_IF_TRUE, loadedConstant(opcode, oparg, constants))
        break
      case o.IS_OP:
        if (loadedConstant(opcode, oparg, constants) === null) jumpOnNone(block, i)
        break
      case o.TO_BOOL: {
        const truth = isTruthy(loadedConstant(opcode, oparg, constants))
        makeNop(instruction)
        next.opcode = o.LOAD_CONST
        next.oparg = constants.add(truth)
        break
      }
    }
  }
}

function decideJump(block: Block, index: number, jumpsIf: boolean, value: Parameters<typeof isTruthy>[0]): void {
  const jump = block.instructions[index + 1]!
  if (isTruthy(value) === jumpsIf) jump.opcode = o.JUMP
  else makeNop(jump)
}

function jumpOnNone(block: Block, index: number): void {
  const { instructions } = block
  const comparison = instructions[index + 1]!
  let jump = instructions[index + 2]
  if (jump === undefined) return
  if (jump.opcode === o.TO_BOOL) {
    makeNop(jump)
    jump = instructions[index + 3]
    if (jump === undefined) return
  }
  let isInverted = comparison.oparg !== 0
  if (jump.opcode === o.POP_JUMP_IF_FALSE) isInverted = !isInverted
  else if (jump.opcode !== o.POP_JUMP_IF_TRUE) return
  makeNop(instructions[index]!)
  makeNop(comparison)
  jump.opcode = isInverted ? o.POP_JUMP_IF_NOT_NONE : o.POP_JUMP_IF_NONE
}
