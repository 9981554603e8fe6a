/**
 * Finds the loads of local variables that may be unbound and lets them check: LOAD_FAST becomes LOAD_FAST_CHECK.
 *
 * For the first 64 locals this is a data-flow problem over all blocks, one bit a local: at entry all but the
 * parameters may be unbound; a store or a load that succeeded binds; a deletion unbinds; a handler may find
 * whatever held at any instruction it protects. The locals beyond 64 are only followed within a block.
 */
import { opcodes } from '../generated/opcodes.ts'
import { isJump } from '../opcode-properties.ts'
import { type Block, clearVisited, fallsThrough, lastInstruction } from './block.ts'

const { DELETE_FAST, LOAD_FAST, LOAD_FAST_AND_CLEAR, LOAD_FAST_CHECK, STORE_FAST, STORE_FAST_MAYBE_NULL } = opcodes
const TRACKED = 64

export function checkLoadsOfUnboundLocals(entry: Block, localCount: number, parameterCount: number): void {
  if (localCount === 0) return
  if (localCount > TRACKED) checkManyLocals(entry, localCount)
  clearVisited(entry)
  const pending: Block[] = []
  const end = Math.min(localCount, TRACKED)
  reach(pending, entry, bitRange(parameterCount, end, 0), bitRange(parameterCount, end, 32))
  for (let block: Block | null = entry; block !== null; block = block.next) scan(block, pending)
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    block.visited = false
    scan(block, pending)
  }
}

/** The bits of locals start … end − 1 in the word that begins at local `base`. */
function bitRange(start: number, end: number, base: number): number {
  let bits = 0
  for (let i = Math.max(start, base); i < Math.min(end, base + 32); i++) bits |= 1 << (i - base)
  return bits
}

/** `visited` says here that the block is already pending. */
function reach(pending: Block[], block: Block, low: number, high: number): void {
  const bothLow = block.unboundLow | low
  const bothHigh = block.unboundHigh | high
  if (bothLow === block.unboundLow && bothHigh === block.unboundHigh) return
  block.unboundLow = bothLow
  block.unboundHigh = bothHigh
  if (!block.visited) {
    block.visited = true
    pending.push(block)
  }
}

function scan(block: Block, pending: Block[]): void {
  let low = block.unboundLow
  let high = block.unboundHigh
  const { instructions } = block
  const count = instructions.length
  for (let i = 0; i < count; i++) {
    const instruction = instructions[i]!
    if (instruction.except !== null) reach(pending, instruction.except, low, high)
    const local = instruction.oparg
    if (local >= TRACKED) continue
    const lowBit = local < 32 ? 1 << local : 0
    const highBit = local < 32 ? 0 : 1 << (local - 32)
    switch (instruction.opcode) {
      case DELETE_FAST:
      case LOAD_FAST_AND_CLEAR:
      case STORE_FAST_MAYBE_NULL:
        low |= lowBit
        high |= highBit
        break
      case LOAD_FAST:
        if ((low & lowBit) | (high & highBit)) instruction.opcode = LOAD_FAST_CHECK
        low &= ~lowBit
        high &= ~highBit
        break
      case LOAD_FAST_CHECK:
      case STORE_FAST:
        low &= ~lowBit
        high &= ~highBit
        break
    }
  }
  if (block.next !== null && fallsThrough(block)) reach(pending, block.next, low, high)
  const last = lastInstruction(block)
  if (last !== undefined && isJump(last.opcode)) reach(pending, last.target!, low, high)
}

function checkManyLocals(entry: Block, localCount: number): void {
  // The number of the block in which a local was last known to be bound.
  const boundIn = new Int32Array(localCount - TRACKED)
  let number = 0
  for (let block: Block | null = entry; block !== null; block = block.next) {
    number++
    for (const instruction of block.instructions) {
      const local = instruction.oparg - TRACKED
      if (local < 0) continue
      switch (instruction.opcode) {
        case DELETE_FAST:
        case LOAD_FAST_AND_CLEAR:
        case STORE_FAST_MAYBE_NULL:
          boundIn[local] = number - 1
          break
        case STORE_FAST:
          boundIn[local] = number
          break
        case LOAD_FAST:
          if (boundIn[local] !== number) instruction.opcode = LOAD_FAST_CHECK
          boundIn[local] = number
          break
      }
    }
  }
}
