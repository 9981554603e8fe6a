/**
 * Writes the finished graph out: bytes of code, the line table and the exception table.
 *
 * The size of a jump depends on its distance, and the distance on the sizes in between, so offsets are computed
 * again until no size changes any more. Where it starts matters, since there can be two solutions: 255 code units
 * without a prefix, or 256 with one. CPython starts from the indices of the targets.
 */
import type { Block } from './flowgraph/block.ts'
import { inlineCacheEntries, opcodes } from './generated/opcodes.ts'
import { type Instruction, NEXT_LOCATION, NO_LOCATION } from './instruction.ts'
import { isJump, isTerminator } from './opcode-properties.ts'
import { ExceptionTableWriter, LineTableWriter } from './table-writers.ts'

const o = opcodes
/** From the SEND of an `async for` to its END_SEND, in code units. */
const END_SEND_OFFSET = 5

export interface Assembled {
  readonly code: Uint8Array
  readonly linetable: Uint8Array
  readonly exceptiontable: Uint8Array
}

export function assemble(entry: Block, firstlineno: number): Assembled {
  const instructions = flatten(entry)
  const size = resolveOffsets(entry)
  resolveNextLocations(instructions)
  return {
    code: writeCode(instructions, size),
    linetable: writeLineTable(instructions, firstlineno),
    exceptiontable: writeExceptionTable(instructions),
  }
}

/** All instructions in order; unconditional jumps get their direction. */
function flatten(entry: Block): Instruction<Block>[] {
  const instructions: Instruction<Block>[] = []
  for (let block: Block | null = entry; block !== null; block = block.next) block.offset = -1
  for (let block: Block | null = entry; block !== null; block = block.next) {
    block.offset = 0
    for (const instruction of block.instructions) {
      if (instruction.opcode === o.JUMP) {
        instruction.opcode = instruction.target!.offset < 0 ? o.JUMP_FORWARD : o.JUMP_BACKWARD
      } else if (instruction.opcode === o.JUMP_NO_INTERRUPT) {
        instruction.opcode = instruction.target!.offset < 0 ? o.JUMP_FORWARD : o.JUMP_BACKWARD_NO_INTERRUPT
      }
      instructions.push(instruction)
    }
  }
  return instructions
}

function instructionSize({ opcode, oparg }: Instruction<Block>): number {
  const extended = oparg > 0xff ? (oparg > 0xffff ? (oparg > 0xffffff ? 3 : 2) : 1) : 0
  return extended + 1 + inlineCacheEntries[opcode]!
}

/** Returns the size of the code in code units. */
function resolveOffsets(entry: Block): number {
  startFromIndices(entry)
  for (;;) {
    let size = 0
    for (let block: Block | null = entry; block !== null; block = block.next) {
      block.offset = size
      for (const instruction of block.instructions) size += instructionSize(instruction)
    }
    if (!someSizeChanged(entry)) return size
  }
}

function startFromIndices(entry: Block): void {
  let index = 0
  for (let block: Block | null = entry; block !== null; block = block.next) {
    block.offset = index
    index += block.instructions.length
  }
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      if (isJump(instruction.opcode)) instruction.oparg = instruction.target!.offset
    }
  }
}

function someSizeChanged(entry: Block): boolean {
  let changed = false
  let offset = 0
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      const size = instructionSize(instruction)
      offset += size
      if (!isJump(instruction.opcode)) continue
      const target = instruction.target!.offset
      if (instruction.opcode === o.END_ASYNC_FOR) instruction.oparg = offset - target - END_SEND_OFFSET
      else instruction.oparg = Math.abs(target - offset)
      if (instructionSize(instruction) !== size) changed = true
    }
  }
  return changed
}

function resolveNextLocations(instructions: readonly Instruction<Block>[]): void {
  for (let i = instructions.length - 1; i >= 0; i--) {
    const instruction = instructions[i]!
    if (instruction.location !== NEXT_LOCATION) continue
    const next = instructions[i + 1]
    instruction.location = next === undefined || isTerminator(instruction.opcode) ? NO_LOCATION : next.location
  }
}

function writeCode(instructions: readonly Instruction<Block>[], size: number): Uint8Array {
  const code = new Uint8Array(2 * size)
  let at = 0
  for (const { opcode, oparg } of instructions) {
    for (let shift = 24; shift > 0; shift -= 8) {
      if (oparg >>> shift === 0) continue
      code[at++] = o.EXTENDED_ARG
      code[at++] = oparg >>> shift
    }
    code[at++] = opcode
    code[at++] = oparg
    at += 2 * inlineCacheEntries[opcode]!
  }
  return code
}

function writeLineTable(instructions: readonly Instruction<Block>[], firstlineno: number): Uint8Array {
  const writer = new LineTableWriter(firstlineno)
  for (const instruction of instructions) writer.add(instruction.location, instructionSize(instruction))
  return writer.finish()
}

function writeExceptionTable(instructions: readonly Instruction<Block>[]): Uint8Array {
  const writer = new ExceptionTableWriter()
  let handler: Block | null = null
  let start = 0
  let offset = 0
  const endRegion = () => {
    if (handler === null) return
    const pushedByHandler = handler.preservesLasti ? 2 : 1
    writer.add(start, offset, handler.offset, handler.startDepth - pushedByHandler, handler.preservesLasti)
  }
  for (const instruction of instructions) {
    const { except } = instruction
    if (except !== handler && (except === null || handler === null || except.offset !== handler.offset)) {
      endRegion()
      start = offset
      handler = except
    }
    offset += instructionSize(instruction)
  }
  endRegion()
  return writer.finish()
}
