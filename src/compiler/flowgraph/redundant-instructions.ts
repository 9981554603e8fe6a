/**
 * Removes what does nothing: NOPs whose line a neighbour has as well (a NOP with a line of its own stays, because
 * tracing must see that line), jumps to the code that follows anyway, and a push undone by the POP_TOP behind it.
 */
import { opcodes } from '../generated/opcodes.ts'
import type { Instruction } from '../instruction.ts'
import { isJump, isUnconditionalJump } from '../opcode-properties.ts'
import { type Block, fallsThrough, lastInstruction, nonemptyFrom, truncate } from './block.ts'

const { COPY, LOAD_CONST, LOAD_SMALL_INT, NOP, POP_TOP } = opcodes

export function removeRedundantNopsAndJumps(entry: Block): void {
  while (removeRedundantNops(entry) + removeRedundantJumps(entry) > 0);
}

/** Returns how many were removed. */
export function removeRedundantNops(entry: Block): number {
  let removed = 0
  for (let block: Block | null = entry; block !== null; block = block.next) removed += removeNopsInBlock(block)
  return removed
}

function removeNopsInBlock(block: Block): number {
  const { instructions } = block
  const count = instructions.length
  let kept = 0
  let lineBefore = -1
  for (let i = 0; i < count; i++) {
    const instruction = instructions[i]!
    const line = instruction.location.lineno
    if (instruction.opcode === NOP && isRedundantNop(block, i, line, lineBefore)) continue
    if (kept !== i) instructions[kept] = instruction
    kept++
    lineBefore = line
  }
  if (kept < count) truncate(block, kept)
  return count - kept
}

function isRedundantNop(block: Block, index: number, line: number, lineBefore: number): boolean {
  if (line < 0 || line === lineBefore) return true
  const following = block.instructions[index + 1]
  if (following === undefined) return lineAfter(block) === line
  const nextLine = following.location.lineno
  if (nextLine === line) return true
  if (nextLine < 0) {
    following.location = block.instructions[index]!.location
    return true
  }
  return false
}

/** The line that the next block starts with; NOPs that will go are passed over. */
function lineAfter(block: Block): number {
  const next = nonemptyFrom(block.next)
  if (next === null) return -1
  for (const { opcode, location } of next.instructions) {
    if (opcode !== NOP || location.lineno >= 0) return location.lineno
  }
  return -1
}

function removeRedundantJumps(entry: Block): number {
  let removed = 0
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = lastInstruction(block)
    if (last === undefined || !isUnconditionalJump(last.opcode)) continue
    if (nonemptyFrom(last.target) === nonemptyFrom(block.next)) {
      last.opcode = NOP
      last.oparg = 0
      removed++
    }
  }
  return removed
}

export function removeRedundantNopsAndPairs(entry: Block): void {
  let changed = true
  while (changed) {
    changed = false
    let previous: Instruction<Block> | null = null
    for (let block: Block | null = entry; block !== null; block = block.next) {
      removeNopsInBlock(block)
      if (block.labeled) previous = null
      for (const instruction of block.instructions) {
        if (instruction.opcode === POP_TOP && previous !== null && pushesOneCopy(previous)) {
          makeNop(previous)
          makeNop(instruction)
          changed = true
        }
        previous = instruction
      }
      if ((previous !== null && isJump(previous.opcode)) || !fallsThrough(block)) previous = null
    }
  }
}

function pushesOneCopy({ opcode, oparg }: Instruction<Block>): boolean {
  return opcode === LOAD_CONST || opcode === LOAD_SMALL_INT || (opcode === COPY && oparg === 1)
}

export function makeNop(instruction: Instruction<Block>): void {
  instruction.opcode = NOP
  instruction.oparg = 0
}
