/**
 * Finds the loads of locals whose reference need not be counted: LOAD_FAST becomes LOAD_FAST_BORROW.
 *
 * A reference may be borrowed from the local if it is consumed within its block before the local is overwritten,
 * and is not itself stored into a local. We run each block on a stack of abstract references that remember which
 * instruction pushed them and from which local, and note the loads that break a rule.
 *
 * Instructions that hand an operand through, so that it stays on the stack, are listed one by one.
 */
import { opcodes } from '../generated/opcodes.ts'
import type { Instruction } from '../instruction.ts'
import { isBlockPush } from '../instruction.ts'
import { neverFallsThrough, refersToBlock } from '../opcode-properties.ts'
import { valuesPopped, valuesPushed } from '../stack-effect.ts'
import { type Block, clearVisited, lastInstruction } from './block.ts'

const o = opcodes
const NOT_LOCAL = -1
const UNKNOWN = -1

/** Which instruction of the block pushed each value, and the local it was loaded from. */
const producers: number[] = []
const locals: number[] = []
let depth = 0
/** By instruction of the block: may not borrow. */
let mustOwn = new Uint8Array(256)

function push(producer: number, local: number): void {
  producers[depth] = producer
  locals[depth] = local
  depth++
}

function killLocal(local: number): void {
  for (let i = 0; i < depth; i++) if (locals[i] === local) mustOwn[producers[i]!] = 1
}

function store(local: number): void {
  depth--
  const producer = producers[depth]!
  killLocal(local)
  if (producer !== UNKNOWN) mustOwn[producer] = 1
}

export function borrowLoads(entry: Block): void {
  clearVisited(entry)
  entry.visited = true
  const pending = [entry]
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    const { instructions } = block
    if (mustOwn.length < instructions.length) mustOwn = new Uint8Array(2 * instructions.length)
    mustOwn.fill(0, 0, instructions.length)
    depth = 0
    for (let i = 0; i < block.startDepth; i++) push(UNKNOWN, NOT_LOCAL)
    for (let i = 0; i < instructions.length; i++) simulate(instructions[i]!, i, pending)
    const last = lastInstruction(block)
    if (last !== undefined && block.next !== null && !neverFallsThrough(last.opcode)) reach(pending, block.next)
    for (let i = 0; i < depth; i++) if (producers[i] !== UNKNOWN) mustOwn[producers[i]!] = 1
    for (let i = 0; i < instructions.length; i++) {
      if (mustOwn[i]) continue
      const instruction = instructions[i]!
      if (instruction.opcode === o.LOAD_FAST) instruction.opcode = o.LOAD_FAST_BORROW
      else if (instruction.opcode === o.LOAD_FAST_LOAD_FAST) instruction.opcode = o.LOAD_FAST_BORROW_LOAD_FAST_BORROW
    }
  }
}

function reach(pending: Block[], block: Block): void {
  if (block.visited) return
  block.visited = true
  pending.push(block)
}

function simulate(instruction: Instruction<Block>, index: number, pending: Block[]): void {
  const { opcode, oparg } = instruction
  switch (opcode) {
    case o.LOAD_FAST:
      push(index, oparg)
      return
    case o.LOAD_FAST_AND_CLEAR:
      killLocal(oparg)
      push(index, oparg)
      return
    case o.LOAD_FAST_LOAD_FAST:
      push(index, oparg >> 4)
      push(index, oparg & 15)
      return
    case o.STORE_FAST:
      store(oparg)
      return
    case o.STORE_FAST_LOAD_FAST:
      store(oparg >> 4)
      push(index, oparg & 15)
      return
    case o.STORE_FAST_STORE_FAST:
      store(oparg >> 4)
      store(oparg & 15)
      return
    case o.FORMAT_SIMPLE:
    case o.GET_YIELD_FROM_ITER:
      // The result may be the operand itself: a str, a generator.
      return
    case o.LOAD_SPECIAL:
      loadAttribute(1, true, index)
      return
    case o.COPY:
      push(producers[depth - oparg]!, locals[depth - oparg]!)
      return
    case o.SWAP:
      swapTop(oparg)
      return
    case o.LOAD_ATTR:
    case o.LOAD_SUPER_ATTR:
      loadAttribute(opcode === o.LOAD_ATTR ? 1 : 3, (oparg & 1) !== 0, index)
      return
    case o.FOR_ITER:
      reach(pending, instruction.target!)
      push(index, NOT_LOCAL)
      return
    case o.SEND:
    case o.CHECK_EXC_MATCH:
      if (opcode === o.SEND) reach(pending, instruction.target!)
      depth--
      push(index, NOT_LOCAL)
      return
    case o.GET_ANEXT:
    case o.GET_LEN:
    case o.IMPORT_FROM:
    case o.MATCH_KEYS:
    case o.MATCH_MAPPING:
    case o.MATCH_SEQUENCE:
    case o.WITH_EXCEPT_START:
      // CPython 3.14 takes the value for one pushed by the block's first instruction.
      push(0, NOT_LOCAL)
      return
    case o.DELETE_FAST:
      killLocal(oparg)
      return
    case o.DICT_MERGE:
    case o.DICT_UPDATE:
    case o.LIST_APPEND:
    case o.LIST_EXTEND:
    case o.MAP_ADD:
    case o.RERAISE:
    case o.SET_ADD:
    case o.SET_UPDATE:
      depth -= valuesPopped(opcode, oparg) - valuesPushed(opcode, oparg)
      return
  }
  if (refersToBlock(opcode)) reach(pending, instruction.target!)
  if (isBlockPush(opcode)) return
  depth -= valuesPopped(opcode, oparg)
  for (let i = valuesPushed(opcode, oparg); i > 0; i--) push(index, NOT_LOCAL)
}

function swapTop(oparg: number): void {
  const top = depth - 1
  const other = depth - oparg
  const producer = producers[top]!
  const local = locals[top]!
  producers[top] = producers[other]!
  locals[top] = locals[other]!
  producers[other] = producer
  locals[other] = local
}

/** A method call keeps the object on the stack, as `self`. */
function loadAttribute(operands: number, isMethod: boolean, index: number): void {
  const producer = producers[depth - 1]!
  const local = locals[depth - 1]!
  depth -= operands
  push(index, NOT_LOCAL)
  if (isMethod) push(producer, local)
}
