/**
 * Shuffles of the stack. A run of SWAPs is replaced by the shortest one with the same effect; then a SWAP before
 * stores is made unnecessary by swapping the stores instead.
 */
import { opcodes } from '../generated/opcodes.ts'
import type { Instruction } from '../instruction.ts'
import type { Block } from './block.ts'
import { makeNop } from './redundant-instructions.ts'

const { NOP, POP_TOP, STORE_FAST, STORE_FAST_MAYBE_NULL, SWAP } = opcodes

export function optimizeSwaps(block: Block): void {
  const { instructions } = block
  for (let i = 0; i < instructions.length; i++) {
    if (instructions[i]!.opcode !== SWAP) continue
    i = shortenRun(instructions, i)
    swapStoresInstead(instructions, i)
  }
}

/** Returns the index of the last instruction of the run that starts at `start`. */
function shortenRun(instructions: readonly Instruction<Block>[], start: number): number {
  let depth = instructions[start]!.oparg
  let swaps = 1
  let end = start + 1
  for (; end < instructions.length; end++) {
    const { opcode, oparg } = instructions[end]!
    if (opcode === SWAP) {
      depth = Math.max(depth, oparg)
      swaps++
    } else if (opcode !== NOP) break
  }
  if (swaps === 1) return start
  const stack = simulate(instructions, start, end, depth)
  let current = end - 1
  // Each cycle of the permutation is undone by swaps through the top, from the last instruction backwards.
  for (let i = 0; i < depth; i++) {
    if (stack[i] === -1 || stack[i] === i) continue
    for (let j = i; ; ) {
      if (j !== 0) {
        const instruction = instructions[current--]!
        instruction.opcode = SWAP
        instruction.oparg = j + 1
      }
      const next = stack[j]!
      if (next === -1) break
      stack[j] = -1
      j = next
    }
  }
  while (current >= start) makeNop(instructions[current--]!)
  return end - 1
}

function simulate(instructions: readonly Instruction<Block>[], start: number, end: number, depth: number): number[] {
  const stack = Array.from({ length: depth }, (_, i) => i)
  for (let i = start; i < end; i++) {
    const { opcode, oparg } = instructions[i]!
    if (opcode !== SWAP) continue
    const top = stack[0]!
    stack[0] = stack[oparg - 1]!
    stack[oparg - 1] = top
  }
  return stack
}

/** Instructions that take the top of the stack, cannot raise and cannot run other code. */
function isSwappable(opcode: number): boolean {
  return opcode === STORE_FAST || opcode === STORE_FAST_MAYBE_NULL || opcode === POP_TOP
}

function storedLocal({ opcode, oparg }: Instruction<Block>): number {
  return opcode === STORE_FAST || opcode === STORE_FAST_MAYBE_NULL ? oparg : -1
}

/** The next swappable instruction, only NOPs passed over; on one line only, if `line` is given. */
function nextSwappable(instructions: readonly Instruction<Block>[], index: number, line: number): number {
  for (let i = index + 1; i < instructions.length; i++) {
    const { opcode, location } = instructions[i]!
    // Tracing could tell the order of stores on different lines.
    if (line >= 0 && location.lineno !== line) return -1
    if (opcode === NOP) continue
    return isSwappable(opcode) ? i : -1
  }
  return -1
}

function swapStoresInstead(instructions: Instruction<Block>[], index: number): void {
  for (let i = index; i >= 0; i--) {
    const swap = instructions[i]!
    if (swap.opcode !== SWAP) {
      if (swap.opcode === NOP || isSwappable(swap.opcode)) continue
      return
    }
    const first = nextSwappable(instructions, i, -1)
    if (first < 0) return
    const line = instructions[first]!.location.lineno
    let second = first
    for (let count = swap.oparg - 1; count > 0; count--) {
      second = nextSwappable(instructions, second, line)
      if (second < 0) return
    }
    if (!canReorder(instructions, first, second)) return
    makeNop(swap)
    const store = instructions[first]!
    instructions[first] = instructions[second]!
    instructions[second] = store
  }
}

/** Not if the two store to one variable, or one in between stores to theirs. */
function canReorder(instructions: readonly Instruction<Block>[], first: number, second: number): boolean {
  const a = storedLocal(instructions[first]!)
  const b = storedLocal(instructions[second]!)
  if (a < 0 && b < 0) return true
  if (a === b) return false
  for (let i = first + 1; i < second; i++) {
    const between = storedLocal(instructions[i]!)
    if (between >= 0 && (between === a || between === b)) return false
  }
  return true
}
