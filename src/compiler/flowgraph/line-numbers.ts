/**
 * Gives a line to every instruction that can be the last one a frame executes (PEP 626), and to most others.
 *
 * Exits without a line that several jumps share are duplicated, so that each copy can take the line of the only
 * block before it. Then instructions without a location take that of the instruction before them, within a block
 * and into a block with a single way in.
 */
import { NO_LOCATION } from '../instruction.ts'
import { checksEvalBreaker, isJump } from '../opcode-properties.ts'
import { appendCopies, Block, exitsScope, fallsThrough, hasNoLine, lastInstruction, nonemptyFrom } from './block.ts'

export function resolveLineNumbers(entry: Block): void {
  duplicateLinelessExits(entry)
  propagateLocations(entry)
}

function duplicateLinelessExits(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = lastInstruction(block)
    if (last === undefined || !isJump(last.opcode)) continue
    const target = nonemptyFrom(last.target)!
    if (target.predecessors <= 1 || !needsLine(target)) continue
    const copy = new Block()
    appendCopies(copy, target)
    copy.instructions[0]!.location = last.location
    last.target = copy
    target.predecessors--
    copy.predecessors = 1
    copy.labeled = true
    copy.next = target.next
    target.next = copy
  }
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const { next } = block
    if (next === null || block.instructions.length === 0 || !fallsThrough(block) || !needsLine(next)) continue
    next.instructions[0]!.location = lastInstruction(block)!.location
  }
}

function needsLine(block: Block): boolean {
  return (exitsScope(block) || hasEvalBreakerCheck(block)) && hasNoLine(block)
}

function hasEvalBreakerCheck(block: Block): boolean {
  for (const { opcode } of block.instructions) if (checksEvalBreaker(opcode)) return true
  return false
}

function propagateLocations(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = lastInstruction(block)
    if (last === undefined) continue
    let location = NO_LOCATION
    for (const instruction of block.instructions) {
      if (instruction.location.lineno === NO_LOCATION.lineno) instruction.location = location
      else location = instruction.location
    }
    if (block.next !== null && fallsThrough(block) && block.next.predecessors === 1) lend(location, block.next)
    if (isJump(last.opcode) && last.target!.predecessors === 1) lend(location, last.target!)
  }
}

function lend(location: typeof NO_LOCATION, block: Block): void {
  const first = block.instructions[0]
  if (first !== undefined && first.location.lineno === NO_LOCATION.lineno) first.location = location
}
