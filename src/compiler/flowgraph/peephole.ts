/**
 * Local rewrites within a block: constant folding, jumps that lead to jumps, and pairs of instructions that have a
 * shorter equivalent. What a rewrite frees becomes a NOP; a later pass removes those.
 */
import type { ConstantTable } from '../constant-table.ts'
import { opcodes } from '../generated/opcodes.ts'
import type { Instruction } from '../instruction.ts'
import { isJump } from '../opcode-properties.ts'
import { appendJump, type Block } from './block.ts'
import {
  foldBinary,
  foldListOrSet,
  foldListToTuple,
  foldLongListOrSet,
  foldTuple,
  foldUnary,
} from './fold-constants.ts'
import { makeNop } from './redundant-instructions.ts'
import { optimizeSwaps } from './swaps.ts'

const o = opcodes
const INTRINSIC_UNARY_POSITIVE = 5
const INTRINSIC_LIST_TO_TUPLE = 6
const COMPARE_OP_TO_BOOL = 16

export function rewriteBlock(block: Block, constants: ConstantTable): void {
  const { instructions } = block
  // The length changes: threading a jump appends one.
  for (let i = 0; i < instructions.length; i++) {
    const { opcode } = instructions[i]!
    if (isJump(opcode)) {
      if (threadJump(block, i)) i--
      continue
    }
    rewrite(block, i, constants)
  }
  optimizeSwaps(block)
}

function rewrite(block: Block, i: number, constants: ConstantTable): void {
  const { instructions } = block
  const instruction = instructions[i]!
  const next = instructions[i + 1]
  const nextOpcode = next === undefined ? 0 : next.opcode
  switch (instruction.opcode) {
    case o.BUILD_TUPLE:
      if (nextOpcode !== o.UNPACK_SEQUENCE || !unpackWithoutTuple(instruction, next!)) foldTuple(block, i, constants)
      break
    case o.BUILD_LIST:
    case o.BUILD_SET:
      foldListOrSet(block, i, nextOpcode, constants)
      break
    case o.LIST_APPEND:
    case o.SET_ADD:
      if (instruction.oparg === 1 && (nextOpcode === o.GET_ITER || nextOpcode === o.CONTAINS_OP)) {
        foldLongListOrSet(block, i, constants)
      }
      break
    case o.STORE_FAST:
      if (nextOpcode === o.STORE_FAST && storesSame(instruction, next!)) {
        instruction.opcode = o.POP_TOP
        instruction.oparg = 0
      }
      break
    case o.SWAP:
      if (instruction.oparg === 1) makeNop(instruction)
      break
    case o.LOAD_GLOBAL:
      if (nextOpcode === o.PUSH_NULL && (instruction.oparg & 1) === 0) {
        instruction.oparg |= 1
        makeNop(next!)
      }
      break
    case o.COMPARE_OP:
      if (nextOpcode === o.TO_BOOL) moveInto(instruction, next!, instruction.oparg | COMPARE_OP_TO_BOOL)
      break
    case o.CONTAINS_OP:
    case o.IS_OP:
      if (nextOpcode === o.TO_BOOL) moveInto(instruction, next!, instruction.oparg)
      else if (nextOpcode === o.UNARY_NOT) moveInto(instruction, next!, instruction.oparg ^ 1)
      break
    case o.TO_BOOL:
      if (nextOpcode === o.TO_BOOL) makeNop(instruction)
      break
    case o.UNARY_NOT:
      if (nextOpcode === o.TO_BOOL) {
        moveInto(instruction, next!, 0)
      } else if (nextOpcode === o.UNARY_NOT) {
        makeNop(instruction)
        makeNop(next!)
      } else {
        foldUnary(block, i, constants)
      }
      break
    case o.UNARY_INVERT:
    case o.UNARY_NEGATIVE:
      foldUnary(block, i, constants)
      break
    case o.CALL_INTRINSIC_1:
      if (instruction.oparg === INTRINSIC_LIST_TO_TUPLE) {
        if (!foldListToTuple(block, i, constants) && nextOpcode === o.GET_ITER) makeNop(instruction)
      } else if (instruction.oparg === INTRINSIC_UNARY_POSITIVE) {
        foldUnary(block, i, constants)
      }
      break
    case o.BINARY_OP:
      foldBinary(block, i, constants)
      break
  }
}

/** The instruction does the work of the next one as well; it moves there, to that one's location. */
function moveInto(instruction: Instruction<Block>, next: Instruction<Block>, oparg: number): void {
  next.opcode = instruction.opcode
  next.oparg = oparg
  makeNop(instruction)
}

/** A tuple of up to three that is unpacked at once is only a shuffle of the stack. */
function unpackWithoutTuple(build: Instruction<Block>, unpack: Instruction<Block>): boolean {
  const size = build.oparg
  if (size !== unpack.oparg || size < 1 || size > 3) return false
  makeNop(build)
  if (size === 1) makeNop(unpack)
  else unpack.opcode = o.SWAP
  return true
}

function storesSame(a: Instruction<Block>, b: Instruction<Block>): boolean {
  return a.oparg === b.oparg && a.location.lineno === b.location.lineno
}

/** Returns whether the instruction at `index` changed, so that it must be looked at again. */
function threadJump(block: Block, index: number): boolean {
  const jump = block.instructions[index]!
  const target = jump.target!.instructions[0]
  if (target === undefined) return false
  switch (jump.opcode) {
    case o.POP_JUMP_IF_NOT_NONE:
    case o.POP_JUMP_IF_NONE:
    case o.POP_JUMP_IF_FALSE:
    case o.POP_JUMP_IF_TRUE:
      return target.opcode === o.JUMP && jumpOn(block, jump, target, jump.opcode)
    case o.JUMP_IF_FALSE:
      if (target.opcode === o.JUMP || target.opcode === o.JUMP_IF_FALSE) {
        return jumpOn(block, jump, target, o.JUMP_IF_FALSE)
      }
      return target.opcode === o.JUMP_IF_TRUE && jumpPast(jump)
    case o.JUMP_IF_TRUE:
      if (target.opcode === o.JUMP || target.opcode === o.JUMP_IF_TRUE) {
        return jumpOn(block, jump, target, o.JUMP_IF_TRUE)
      }
      return target.opcode === o.JUMP_IF_FALSE && jumpPast(jump)
    case o.JUMP:
    case o.JUMP_NO_INTERRUPT:
      if (target.opcode === o.JUMP) return jumpOn(block, jump, target, o.JUMP)
      return target.opcode === o.JUMP_NO_INTERRUPT && jumpOn(block, jump, target, jump.opcode)
  }
  return false
}

/** Goes where the jump at the target goes; the NOP left behind keeps the line. */
function jumpOn(block: Block, jump: Instruction<Block>, target: Instruction<Block>, opcode: number): boolean {
  if (jump.target === target.target) return false
  makeNop(jump)
  appendJump(block, opcode, target.target!, target.location)
  return true
}

/** The condition at the target is known to fail. */
function jumpPast(jump: Instruction<Block>): boolean {
  jump.target = jump.target!.next!
  return true
}
