/** Empties the blocks that no path from the entry reaches, and counts the ways into the others. */
import { refersToBlock } from '../opcode-properties.ts'
import { type Block, fallsThrough } from './block.ts'

export function removeUnreachable(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    block.predecessors = 0
    block.visited = false
  }
  entry.predecessors = 1
  entry.visited = true
  const pending = [entry]
  const reach = (target: Block) => {
    if (!target.visited) {
      target.visited = true
      pending.push(target)
    }
    target.predecessors++
  }
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    if (block.next !== null && fallsThrough(block)) reach(block.next)
    for (const instruction of block.instructions) {
      if (refersToBlock(instruction.opcode)) reach(instruction.target!)
    }
  }
  for (let block: Block | null = entry; block !== null; block = block.next) {
    if (block.predecessors === 0) {
      block.instructions.length = 0
      block.isHandler = false
    }
  }
}
