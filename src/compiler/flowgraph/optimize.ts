/**
 * The passes over a code unit's graph, in their order. CPython's bytecode is the specification, and most passes
 * see the traces of those before them, so neither order nor repetition is free.
 */
import type { CodeConstant } from '../code.ts'
import type { ConstantTable } from '../constant-table.ts'
import type { Block } from './block.ts'
import { borrowLoads } from './borrowed-loads.ts'
import { moveColdBlocksToEnd } from './cold-blocks.ts'
import { decideConstantConditions } from './constant-conditions.ts'
import { assignHandlers, markHandlers } from './exception-handlers.ts'
import { inlineExits } from './inline-exits.ts'
import { resolveLineNumbers } from './line-numbers.ts'
import { placeVariables, type Variables } from './locals-plus.ts'
import { normalizeJumps } from './normalize-jumps.ts'
import { rewriteBlock } from './peephole.ts'
import { expandConditionalJumps, replacePseudoInstructions } from './pseudo-instructions.ts'
import { removeRedundantNopsAndJumps, removeRedundantNopsAndPairs } from './redundant-instructions.ts'
import { computeStackDepth } from './stack-depth.ts'
import { insertSuperinstructions } from './superinstructions.ts'
import { checkLoadsOfUnboundLocals } from './unbound-locals.ts'
import { removeUnreachable } from './unreachable.ts'
import { removeUnusedConstants } from './unused-constants.ts'

export interface Unit extends Variables {
  readonly constants: ConstantTable
  readonly parameterCount: number
  readonly flags: number
  readonly firstlineno: number
}

export interface Optimized {
  readonly constants: readonly CodeConstant[]
  readonly stackDepth: number
}

/** Changes the graph in place. */
export function optimizeGraph(entry: Block, unit: Unit): Optimized {
  const { constants } = unit
  markHandlers(entry)
  assignHandlers(entry)

  inlineExits(entry)
  removeUnreachable(entry)
  resolveLineNumbers(entry)
  decideConstantConditions(entry, constants)
  for (let block: Block | null = entry; block !== null; block = block.next) rewriteBlock(block, constants)
  removeRedundantNopsAndPairs(entry)
  removeUnreachable(entry)
  removeRedundantNopsAndJumps(entry)

  const used = removeUnusedConstants(entry, constants.values)
  checkLoadsOfUnboundLocals(entry, unit.varnames.size, unit.parameterCount)
  insertSuperinstructions(entry)
  moveColdBlocksToEnd(entry)
  resolveLineNumbers(entry)

  expandConditionalJumps(entry)
  const stackDepth = computeStackDepth(entry)
  placeVariables(entry, unit, unit.flags, unit.firstlineno)
  replacePseudoInstructions(entry)
  normalizeJumps(entry)
  borrowLoads(entry)
  return { constants: used, stackDepth }
}
