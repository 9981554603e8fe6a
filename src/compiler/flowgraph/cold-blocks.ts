/**
 * Moves the blocks that only run after an exception to the end, so that normal execution runs straight on.
 *
 * Warm is what the entry reaches without an exception; cold is what only handlers reach. A cold block that fell
 * through into a warm one needs a jump then.
 */
import { opcodes } from '../generated/opcodes.ts'
import { NO_LOCATION } from '../instruction.ts'
import { isJump } from '../opcode-properties.ts'
import { appendJump, Block, clearVisited, fallsThrough } from './block.ts'
import { removeRedundantNopsAndJumps } from './redundant-instructions.ts'

const { JUMP_NO_INTERRUPT } = opcodes

export function moveColdBlocksToEnd(entry: Block): void {
  if (entry.next === null) return
  markWarm(entry)
  if (!markCold(entry)) return
  addJumpsToWarmBlocks(entry)
  reorder(entry)
  removeRedundantNopsAndJumps(entry)
}

function markWarm(entry: Block): void {
  clearVisited(entry)
  entry.visited = true
  const pending = [entry]
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    block.warm = true
    pushUnvisited(pending, fallsThrough(block) ? block.next : null)
    for (const { opcode, target } of block.instructions) if (isJump(opcode)) pushUnvisited(pending, target)
  }
}

function pushUnvisited(pending: Block[], block: Block | null): void {
  if (block === null || block.visited) return
  block.visited = true
  pending.push(block)
}

/** Returns whether any block is cold. */
function markCold(entry: Block): boolean {
  clearVisited(entry)
  const pending: Block[] = []
  for (let block: Block | null = entry; block !== null; block = block.next) {
    if (block.isHandler) pushUnvisited(pending, block)
  }
  if (pending.length === 0) return false
  const pushUnlessWarm = (block: Block | null) => {
    if (block !== null && !block.warm) pushUnvisited(pending, block)
  }
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    block.cold = true
    if (fallsThrough(block)) pushUnlessWarm(block.next)
    for (const { opcode, target } of block.instructions) if (isJump(opcode)) pushUnlessWarm(target)
  }
  return true
}

function addJumpsToWarmBlocks(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const { next } = block
    if (!block.cold || next === null || !next.warm || !fallsThrough(block)) continue
    next.labeled = true
    const jump = new Block()
    appendJump(jump, JUMP_NO_INTERRUPT, next, NO_LOCATION)
    jump.cold = true
    jump.predecessors = 1
    jump.next = next
    block.next = jump
  }
}

function reorder(entry: Block): void {
  let lastWarm = entry
  let firstCold: Block | null = null
  let lastCold: Block | null = null
  for (let block = entry.next; block !== null; block = block.next) {
    if (!block.cold) {
      lastWarm.next = block
      lastWarm = block
    } else if (lastCold === null) {
      firstCold = lastCold = block
    } else {
      lastCold.next = block
      lastCold = block
    }
  }
  lastWarm.next = firstCold
  if (lastCold !== null) lastCold.next = null
}
