/**
 * The control-flow graph: basic blocks in the order of the code, each a run of instructions that only its end
 * leaves (a jump or an exit can only be last), entered at its start.
 *
 * The order is a linked list through `next`; falling through means going on to `next`. Blocks may become empty;
 * they are skipped when the code is written. The other fields belong to the passes named beside them.
 */
import { Instruction, type Location } from '../instruction.ts'
import { isJump, isScopeExit, neverFallsThrough } from '../opcode-properties.ts'

export class Block {
  instructions: Instruction<Block>[] = []
  next: Block | null = null
  /** Something jumps here. */
  labeled = false
  /** Jumps and fall-throughs into this block (reachability). */
  predecessors = 0
  /** Depth of the stack at entry, -1 before it is known (stack depth). */
  startDepth = -1
  /** An exception handler begins here, and whether it wants the offset of the raising instruction. */
  isHandler = false
  preservesLasti = false
  /** On some path that raises nothing, or only on paths that do (cold blocks). */
  warm = false
  cold = false
  visited = false
  /** Locals 0-31 and 32-63 that may be unbound at entry (unbound locals). */
  unboundLow = 0
  unboundHigh = 0
  /** Offset of the first instruction (assembly). */
  offset = 0
  handlers: HandlerStack | null = null
  /**
   * Handlers of instructions that were removed from the end, by index. CPython's arrays keep what lies beyond their
   * end, and an instruction appended later finds its handler there; equal exception tables need the same.
   */
  leftover: (Block | null)[] | null = null
}

/** Cuts the block off behind its first `count` instructions. */
export function truncate(block: Block, count: number): void {
  const { instructions } = block
  for (let i = count; i < instructions.length; i++) {
    const { except } = instructions[i]!
    if (except === null && block.leftover === null) continue
    block.leftover ??= []
    block.leftover[i] = except
  }
  instructions.length = count
}

/** Handlers in force, innermost first. Shared, never changed. */
export class HandlerStack {
  readonly handler: Block
  readonly outer: HandlerStack | null
  readonly depth: number
  constructor(handler: Block, outer: HandlerStack | null) {
    this.handler = handler
    this.outer = outer
    this.depth = outer === null ? 1 : outer.depth + 1
  }
}

export function lastInstruction(block: Block): Instruction<Block> | undefined {
  return block.instructions[block.instructions.length - 1]
}

export function fallsThrough(block: Block): boolean {
  const last = lastInstruction(block)
  return last === undefined || !neverFallsThrough(last.opcode)
}

export function exitsScope(block: Block): boolean {
  const last = lastInstruction(block)
  return last !== undefined && isScopeExit(last.opcode)
}

export function endsInJump(block: Block): boolean {
  const last = lastInstruction(block)
  return last !== undefined && isJump(last.opcode)
}

export function nonemptyFrom(block: Block | null): Block | null {
  while (block !== null && block.instructions.length === 0) block = block.next
  return block
}

export function hasNoLine(block: Block): boolean {
  for (const instruction of block.instructions) if (instruction.location.lineno >= 0) return false
  return true
}

export function append(block: Block, opcode: number, oparg: number, location: Location): Instruction<Block> {
  const instruction = new Instruction<Block>(opcode, oparg, location)
  if (block.leftover !== null) instruction.except = block.leftover[block.instructions.length] ?? null
  block.instructions.push(instruction)
  return instruction
}

export function appendJump(block: Block, opcode: number, target: Block, location: Location): void {
  append(block, opcode, 0, location).target = target
}

export function appendCopies(block: Block, source: Block): void {
  const count = source.instructions.length
  for (let i = 0; i < count; i++) block.instructions.push(copyInstruction(source.instructions[i]!))
}

function copyInstruction(instruction: Instruction<Block>): Instruction<Block> {
  const copy = new Instruction<Block>(instruction.opcode, instruction.oparg, instruction.location)
  copy.target = instruction.target
  copy.except = instruction.except
  return copy
}

export function clearVisited(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) block.visited = false
}
