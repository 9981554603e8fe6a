/**
 * Constant folding: operations whose operands are loaded as constants right before are replaced by their result.
 *
 * It happens on instructions rather than on the syntax tree, so that results feed further folding in the same
 * sweep: an operand that was folded a moment ago is again a load of a constant. The loads become NOPs without a
 * location, to be removed later.
 */
import { FrozensetConstant, TupleConstant } from '../../base/constant.ts'
import type { CodeConstant } from '../code.ts'
import { type ConstantTable, equalityKey } from '../constant-table.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Instruction, NO_LOCATION } from '../instruction.ts'
import type { Block } from './block.ts'
import { evaluateBinary, evaluateUnary } from './constant-arithmetic.ts'
import { makeNop } from './redundant-instructions.ts'

const o = opcodes
/** Longer displays are built piecemeal, and not folded. */
export const STACK_USE_GUIDELINE = 30
const MIN_SEQUENCE_WORTH_FOLDING = 3

export function loadsConstant(opcode: number): boolean {
  return opcode === o.LOAD_CONST || opcode === o.LOAD_SMALL_INT
}

export function loadedConstant(opcode: number, oparg: number, constants: ConstantTable): CodeConstant {
  return opcode === o.LOAD_SMALL_INT ? oparg : constants.values[oparg]!
}

/** Small ints need no place in the table of constants. */
export function isSmallInt(value: CodeConstant): value is number {
  return typeof value === 'number' && value >= 0 && value < 256
}

function makeLoad(instruction: Instruction<Block>, value: CodeConstant, constants: ConstantTable): void {
  if (isSmallInt(value)) {
    instruction.opcode = o.LOAD_SMALL_INT
    instruction.oparg = value
  } else {
    instruction.opcode = o.LOAD_CONST
    instruction.oparg = constants.add(value)
  }
}

/** The `count` loads of constants right before `end` (NOPs do not count), or null. */
function loadsBefore(block: Block, end: number, count: number): Instruction<Block>[] | null {
  const loads = new Array<Instruction<Block>>(count)
  for (let i = end - 1; i >= 0 && count > 0; i--) {
    const instruction = block.instructions[i]!
    if (instruction.opcode === o.NOP) continue
    if (!loadsConstant(instruction.opcode)) return null
    loads[--count] = instruction
  }
  return count === 0 ? loads : null
}

function erase(instruction: Instruction<Block>): void {
  makeNop(instruction)
  instruction.location = NO_LOCATION
}

function valuesOf(loads: readonly Instruction<Block>[], constants: ConstantTable): CodeConstant[] {
  return loads.map(load => loadedConstant(load.opcode, load.oparg, constants))
}

export function foldBinary(block: Block, index: number, constants: ConstantTable): void {
  const { instructions } = block
  // Nearly always the answer is no, and found here.
  if (index < 2 || !mayLoadConstant(instructions[index - 1]!)) return
  const operation = instructions[index]!
  const loads = loadsBefore(block, index, 2)
  if (loads === null) return
  const [left, right] = valuesOf(loads, constants)
  const result = evaluateBinary(left!, operation.oparg, right!)
  if (result === undefined) return
  loads.forEach(erase)
  makeLoad(operation, result, constants)
}

function mayLoadConstant({ opcode }: Instruction<Block>): boolean {
  return loadsConstant(opcode) || opcode === o.NOP
}

export function foldUnary(block: Block, index: number, constants: ConstantTable): void {
  const operation = block.instructions[index]!
  const loads = loadsBefore(block, index, 1)
  if (loads === null) return
  const result = evaluateUnary(valuesOf(loads, constants)[0]!, operation.opcode)
  if (result === undefined) return
  loads.forEach(erase)
  makeLoad(operation, result, constants)
}

export function foldTuple(block: Block, index: number, constants: ConstantTable): void {
  const build = block.instructions[index]!
  if (build.oparg > STACK_USE_GUIDELINE) return
  const loads = loadsBefore(block, index, build.oparg)
  if (loads === null) return
  const tuple = new TupleConstant(valuesOf(loads, constants))
  loads.forEach(erase)
  makeLoad(build, tuple, constants)
}

/** A long constant tuple is built as a list, item by item, and converted. Returns whether it was one. */
export function foldListToTuple(block: Block, index: number, constants: ConstantTable): boolean {
  const items = takeAppendedConstants(block, index - 1, o.BUILD_LIST, o.LIST_APPEND, constants)
  if (items === null) return false
  makeLoad(block.instructions[index]!, new TupleConstant(items), constants)
  return true
}

/** The same for a long list or set that is only iterated or searched; `index` is that of its last append. */
export function foldLongListOrSet(block: Block, index: number, constants: ConstantTable): void {
  const append = block.instructions[index]!
  const isList = append.opcode === o.LIST_APPEND
  const items = takeAppendedConstants(block, index, isList ? o.BUILD_LIST : o.BUILD_SET, append.opcode, constants)
  if (items === null) return
  makeLoad(append, isList ? new TupleConstant(items) : frozensetOf(items), constants)
}

/**
 * The items of BUILD 0, (load, append 1)…, if `end` is the last append and all loads are of constants. The
 * instructions are erased then.
 */
function takeAppendedConstants(
  block: Block,
  end: number,
  build: number,
  append: number,
  constants: ConstantTable,
): CodeConstant[] | null {
  const { instructions } = block
  let expectsAppend = true
  let start = end
  for (; ; start--) {
    if (start < 0) return null
    const { opcode, oparg } = instructions[start]!
    if (opcode === o.NOP) continue
    if (opcode === build && oparg === 0) {
      if (!expectsAppend) return null
      break
    }
    if (expectsAppend ? opcode !== append || oparg !== 1 : !loadsConstant(opcode)) return null
    expectsAppend = !expectsAppend
  }
  const items: CodeConstant[] = []
  for (let i = start; i <= end; i++) {
    const instruction = instructions[i]!
    if (instruction.opcode === o.NOP) continue
    if (loadsConstant(instruction.opcode)) {
      items.push(loadedConstant(instruction.opcode, instruction.oparg, constants))
    }
    erase(instruction)
  }
  return items
}

/**
 * A list or set display. If it is only iterated or searched, a tuple or frozenset does as well, and a constant one
 * need not be built. Otherwise a constant display of three or more is extended from a constant at once.
 */
export function foldListOrSet(block: Block, index: number, nextOpcode: number, constants: ConstantTable): void {
  const { instructions } = block
  const build = instructions[index]!
  const { opcode, oparg: size } = build
  const isOnlyRead = nextOpcode === o.GET_ITER || nextOpcode === o.CONTAINS_OP
  if (size > STACK_USE_GUIDELINE || (size < MIN_SEQUENCE_WORTH_FOLDING && !isOnlyRead)) return
  const loads = loadsBefore(block, index, size)
  if (loads === null) {
    if (isOnlyRead && opcode === o.BUILD_LIST) build.opcode = o.BUILD_TUPLE
    return
  }
  const items = valuesOf(loads, constants)
  const folded = opcode === o.BUILD_SET ? frozensetOf(items) : new TupleConstant(items)
  const constant = constants.add(folded)
  loads.forEach(erase)
  if (isOnlyRead) {
    build.opcode = o.LOAD_CONST
    build.oparg = constant
    return
  }
  const first = instructions[index - 2]!
  first.location = build.location
  first.opcode = opcode
  first.oparg = 0
  const load = instructions[index - 1]!
  load.opcode = o.LOAD_CONST
  load.oparg = constant
  build.opcode = opcode === o.BUILD_LIST ? o.LIST_EXTEND : o.SET_UPDATE
  build.oparg = 1
}

/** Of equal items (1, 1.0 and True are equal) the first stays. */
function frozensetOf(items: readonly CodeConstant[]): FrozensetConstant<CodeConstant> {
  const distinct = new Map<string, CodeConstant>()
  for (const item of items) {
    const key = equalityKey(item)
    if (!distinct.has(key)) distinct.set(key, item)
  }
  return new FrozensetConstant([...distinct.values()])
}
