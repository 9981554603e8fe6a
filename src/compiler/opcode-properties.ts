/**
 * What the compiler must know about instructions to reason about control flow, as bits of one table.
 */
import { hasJump, opcodeFlags, opcodeNames, opcodes } from './generated/opcodes.ts'
import { isBlockPush } from './instruction.ts'

const JUMPS = 1
const PUSHES_BLOCK = 2
const EXITS_SCOPE = 4
const UNCONDITIONAL = 8
const CONDITIONAL = 16
const CHECKS_EVAL_BREAKER = 32

const o = opcodes
const scopeExits: readonly number[] = [o.RETURN_VALUE, o.RAISE_VARARGS, o.RERAISE]
const unconditionalJumps: readonly number[] = [
  o.JUMP,
  o.JUMP_NO_INTERRUPT,
  o.JUMP_FORWARD,
  o.JUMP_BACKWARD,
  o.JUMP_BACKWARD_NO_INTERRUPT,
]
const conditionalJumps: readonly number[] = [
  o.POP_JUMP_IF_FALSE,
  o.POP_JUMP_IF_TRUE,
  o.POP_JUMP_IF_NONE,
  o.POP_JUMP_IF_NOT_NONE,
]
const evalBreakerChecks: readonly number[] = [o.CALL, o.CALL_FUNCTION_EX, o.CALL_KW, o.JUMP, o.JUMP_BACKWARD, o.RESUME]

const properties = Uint8Array.from(opcodeNames, (_, opcode) => {
  let bits = 0
  if (opcodeFlags[opcode]! & hasJump) bits |= JUMPS
  if (isBlockPush(opcode)) bits |= PUSHES_BLOCK
  if (scopeExits.includes(opcode)) bits |= EXITS_SCOPE
  if (unconditionalJumps.includes(opcode)) bits |= UNCONDITIONAL
  if (conditionalJumps.includes(opcode)) bits |= CONDITIONAL
  if (evalBreakerChecks.includes(opcode)) bits |= CHECKS_EVAL_BREAKER
  return bits
})

export function isJump(opcode: number): boolean {
  return (properties[opcode]! & JUMPS) !== 0
}

/** Jumps and handler set-ups: everything with a target block. */
export function refersToBlock(opcode: number): boolean {
  return (properties[opcode]! & (JUMPS | PUSHES_BLOCK)) !== 0
}

export function isScopeExit(opcode: number): boolean {
  return (properties[opcode]! & EXITS_SCOPE) !== 0
}

/** Nothing after it in its block is reached. */
export function isTerminator(opcode: number): boolean {
  return (properties[opcode]! & (JUMPS | EXITS_SCOPE)) !== 0
}

export function isUnconditionalJump(opcode: number): boolean {
  return (properties[opcode]! & UNCONDITIONAL) !== 0
}

export function isConditionalJump(opcode: number): boolean {
  return (properties[opcode]! & CONDITIONAL) !== 0
}

/** Control never goes on to the next instruction. */
export function neverFallsThrough(opcode: number): boolean {
  return (properties[opcode]! & (EXITS_SCOPE | UNCONDITIONAL)) !== 0
}

export function checksEvalBreaker(opcode: number): boolean {
  return (properties[opcode]! & CHECKS_EVAL_BREAKER) !== 0
}
