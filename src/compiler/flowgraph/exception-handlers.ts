/**
 * Finds for every instruction the handler that its exceptions go to.
 *
 * Code generation brackets protected code by a set-up instruction (with the handler as target) and POP_BLOCK. We
 * follow all paths from the entry with the stack of handlers in force; a block has the same stack on every path
 * that leads to it, so the first visit decides.
 *
 * A RESUME after a yield learns here whether the generator is suspended at handler depth 1 (only the handler that
 * turns StopIteration into RuntimeError), in which case closing the generator needs not run it.
 */
import { opcodes } from '../generated/opcodes.ts'
import { isBlockPush } from '../instruction.ts'
import { isJump } from '../opcode-properties.ts'
import { type Block, clearVisited, fallsThrough, HandlerStack } from './block.ts'

const { NOP, POP_BLOCK, RESUME, SETUP_CLEANUP, SETUP_WITH, YIELD_VALUE } = opcodes
const RESUME_AT_FUNCTION_START = 0
const RESUME_DEPTH_1 = 4

export function markHandlers(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      if (isBlockPush(instruction.opcode)) instruction.target!.isHandler = true
    }
  }
}

export function assignHandlers(entry: Block): void {
  clearVisited(entry)
  const pending: Block[] = []
  enter(pending, entry, null)
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) assignInBlock(block, pending)
}

function enter(pending: Block[], block: Block, handlers: HandlerStack | null): void {
  if (block.visited) return
  block.visited = true
  block.handlers = handlers
  pending.push(block)
}

function assignInBlock(block: Block, pending: Block[]): void {
  let handlers = block.handlers
  block.handlers = null
  let depthAtYield = -1
  for (const instruction of block.instructions) {
    const { opcode } = instruction
    if (isBlockPush(opcode)) {
      const target = instruction.target!
      enter(pending, target, handlers)
      if (opcode === SETUP_WITH || opcode === SETUP_CLEANUP) target.preservesLasti = true
      handlers = new HandlerStack(target, handlers)
      continue
    }
    if (opcode === POP_BLOCK) {
      handlers = handlers!.outer
      instruction.opcode = NOP
      continue
    }
    instruction.except = handlers === null ? null : handlers.handler
    if (isJump(opcode)) {
      enter(pending, instruction.target!, handlers)
    } else if (opcode === YIELD_VALUE) {
      depthAtYield = handlers === null ? 0 : handlers.depth
    } else if (opcode === RESUME && instruction.oparg !== RESUME_AT_FUNCTION_START) {
      if (depthAtYield === 1) instruction.oparg |= RESUME_DEPTH_1
      depthAtYield = -1
    }
  }
  if (block.next !== null && fallsThrough(block)) enter(pending, block.next, handlers)
}
