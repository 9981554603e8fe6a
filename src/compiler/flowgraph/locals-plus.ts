/**
 * Settles where variables live: parameters and locals first, then the cells that are not also locals, then the
 * free variables. Until here an operand for a cell or free variable counted from the first cell.
 *
 * At the same time the instructions are put in front that set a frame up: copying the closure's cells, making the
 * function's own cells, and turning the call of a generator function into a generator.
 */
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR } from '../code.ts'
import { opcodes } from '../generated/opcodes.ts'
import { Instruction, Location, NO_LOCATION } from '../instruction.ts'
import type { Block } from './block.ts'

const o = opcodes

export interface Variables {
  /** Name → index; the order of insertion is the order of the indices. */
  readonly varnames: ReadonlyMap<string, number>
  readonly cellvars: ReadonlyMap<string, number>
  readonly freevars: ReadonlyMap<string, number>
}

export function placeVariables(entry: Block, variables: Variables, flags: number, firstlineno: number): void {
  const slots = slotsBeforeDropping(variables)
  insertPrefix(entry, variables, slots, flags, firstlineno)
  dropDuplicates(slots, variables.varnames.size)
  renumber(entry, slots)
}

/** The slot of each cell and free variable, as if none were dropped; a captured parameter stays where it is. */
function slotsBeforeDropping({ varnames, cellvars, freevars }: Variables): Int32Array {
  const slots = Int32Array.from({ length: cellvars.size + freevars.size }, (_, i) => varnames.size + i)
  for (const [name, index] of cellvars) {
    const local = varnames.get(name)
    if (local !== undefined) slots[index] = local
  }
  return slots
}

function dropDuplicates(slots: Int32Array, localCount: number): void {
  let dropped = 0
  for (let i = 0; i < slots.length; i++) {
    if (slots[i] === localCount + i) slots[i]! -= dropped
    else dropped++
  }
}

function insertPrefix(entry: Block, variables: Variables, slots: Int32Array, flags: number, line: number): void {
  const prefix: Instruction<Block>[] = []
  if (variables.freevars.size > 0) {
    prefix.push(new Instruction<Block>(o.COPY_FREE_VARS, variables.freevars.size, NO_LOCATION))
  }
  // In the order of the slots; the operand is renumbered like all others.
  const cells = [...variables.cellvars.values()].sort((a, b) => slots[a]! - slots[b]!)
  for (const cell of cells) prefix.push(new Instruction<Block>(o.MAKE_CELL, cell, NO_LOCATION))
  if (flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) {
    const location = new Location(line, line, -1, -1)
    prefix.push(new Instruction<Block>(o.RETURN_GENERATOR, 0, location))
    prefix.push(new Instruction<Block>(o.POP_TOP, 0, location))
  }
  if (prefix.length > 0) entry.instructions.unshift(...prefix)
}

function renumber(entry: Block, slots: Int32Array): void {
  if (slots.length === 0) return
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      switch (instruction.opcode) {
        case o.MAKE_CELL:
        case o.LOAD_CLOSURE:
        case o.LOAD_DEREF:
        case o.STORE_DEREF:
        case o.DELETE_DEREF:
        case o.LOAD_FROM_DICT_OR_DEREF:
          instruction.oparg = slots[instruction.oparg]!
      }
    }
  }
}
