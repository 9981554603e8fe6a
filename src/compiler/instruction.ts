/**
 * What code generation emits: a linear sequence of instructions with labels.
 *
 * A jump's operand is a label until the control-flow graph is built; then its `target` is a block. Operands have
 * no size limit here, and pseudo-instructions (256 and up) are allowed: SETUP_FINALLY and its kin mark where a
 * handler begins to apply, POP_BLOCK where it ends, JUMP is a jump whose direction is not known yet.
 *
 * Many instructions share a source range, so it is an object of its own, never changed after it was made.
 */
import { hasJump, opcodeFlags, opcodes } from './generated/opcodes.ts'

const { SETUP_CLEANUP, SETUP_FINALLY, SETUP_WITH } = opcodes

/** A source range. Columns are UTF-8 bytes; -1 is "absent". */
export class Location {
  readonly lineno: number
  readonly endLineno: number
  readonly colOffset: number
  readonly endColOffset: number
  constructor(lineno: number, endLineno: number, colOffset: number, endColOffset: number) {
    this.lineno = lineno
    this.endLineno = endLineno
    this.colOffset = colOffset
    this.endColOffset = endColOffset
  }
}

/** For instructions that stand for nothing in the source; a neighbour may lend them its location. */
export const NO_LOCATION = new Location(-1, -1, -1, -1)
/** Takes the location of whatever instruction comes next in the finished code. */
export const NEXT_LOCATION = new Location(-2, -2, -2, -2)

interface Ranged {
  readonly lineno: number
  readonly col_offset: number
  readonly end_lineno: number
  readonly end_col_offset: number
}

export function locationOf(node: Ranged): Location {
  return new Location(node.lineno, node.end_lineno, node.col_offset, node.end_col_offset)
}

export function sameLocation(a: Location, b: Location): boolean {
  return (
    a === b ||
    (a.lineno === b.lineno &&
      a.endLineno === b.endLineno &&
      a.colOffset === b.colOffset &&
      a.endColOffset === b.endColOffset)
  )
}

export type Label = number
export const NO_LABEL: Label = -1

/** `Target` is a block of the control-flow graph. */
export class Instruction<Target> {
  opcode: number
  oparg: number
  location: Location
  target: Target | null
  /** The handler of exceptions that this instruction raises. */
  except: Target | null
  constructor(opcode: number, oparg: number, location: Location) {
    this.opcode = opcode
    this.oparg = oparg
    this.location = location
    this.target = null
    this.except = null
  }
}

/** Does the operand name a place to go to (at a jump, or when an exception is raised)? */
export function hasTarget(opcode: number): boolean {
  return (opcodeFlags[opcode]! & hasJump) !== 0 || isBlockPush(opcode)
}

export function isBlockPush(opcode: number): boolean {
  return opcode === SETUP_FINALLY || opcode === SETUP_CLEANUP || opcode === SETUP_WITH
}

export class InstructionSequence<Target> {
  readonly instructions: Instruction<Target>[] = []
  /** Where each label stands, as an index into `instructions`; -1 until it is placed. */
  readonly labels: number[] = []
  /** Code that sets up `__annotate__`; it replaces ANNOTATIONS_PLACEHOLDER at the start of a module. */
  annotationSetup: InstructionSequence<Target> | null = null

  emit(opcode: number, oparg: number, location: Location): void {
    this.instructions.push(new Instruction<Target>(opcode, oparg, location))
  }

  newLabel(): Label {
    return this.labels.push(-1) - 1
  }

  place(label: Label): void {
    this.labels[label] = this.instructions.length
  }
}
