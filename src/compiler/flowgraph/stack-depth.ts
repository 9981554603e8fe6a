/**
 * The largest depth that the operand stack can reach, and the depth at the start of every block.
 *
 * All paths into a block leave the same depth, so each block is looked at once.
 */
import { opcodes } from '../generated/opcodes.ts'
import { neverFallsThrough, refersToBlock } from '../opcode-properties.ts'
import { effectWhenFallingThrough, effectWhenJumping } from '../stack-effect.ts'
import type { Block } from './block.ts'

const { END_ASYNC_FOR } = opcodes

export function computeStackDepth(entry: Block): number {
  for (let block: Block | null = entry; block !== null; block = block.next) block.startDepth = -1
  let deepest = 0
  const pending: Block[] = []
  const reach = (block: Block, depth: number) => {
    if (block.startDepth === depth) return
    if (block.startDepth >= 0) throw new Error('inconsistent stack depth')
    block.startDepth = depth
    pending.push(block)
  }
  reach(entry, 0)
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    let depth = block.startDepth
    let fallsThrough = true
    for (const { opcode, oparg, target } of block.instructions) {
      if (depth > deepest) deepest = depth
      if (refersToBlock(opcode) && opcode !== END_ASYNC_FOR) reach(target!, depth + effectWhenJumping(opcode, oparg))
      depth += effectWhenFallingThrough(opcode, oparg)
      if (depth < 0) throw new Error('stack underflow')
      if (neverFallsThrough(opcode)) {
        fallsThrough = false
        break
      }
    }
    if (fallsThrough && block.next !== null) reach(block.next, depth)
  }
  return deepest
}
