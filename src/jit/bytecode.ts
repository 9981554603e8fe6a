/**
 * The bytecode of a code object, as the region former reads it: where blocks begin, what a jump's target is, which instructions a loop has.
 */
import { deoptTable, inlineCacheEntries, opcodeNames, opcodes, type OpcodeName } from '../compiler/generated/opcodes.ts'
import type { PyCode } from '../objects/frame.ts'
import type { Unit } from './unit.ts'

/** The instruction at `at` as tier 1 has it now; where a unit is entered, the one that ENTER_EXECUTOR stands for. */
export function unitAt(code: PyCode, at: number): number {
  const unit = code.units[at]!
  if ((unit & 255) !== opcodes.ENTER_EXECUTOR) return unit
  return (unit & ~255) | (code.executors!.get(at) as Unit).original
}

export const genericOpcode = (opcode: number): number => deoptTable[opcode]!
export const nameOf = (opcode: number): OpcodeName => opcodeNames[opcode] as OpcodeName
export const cachesOf = (opcode: number): number => inlineCacheEntries[deoptTable[opcode]!]!

/** Index of the instruction that follows the one at `at`. */
export const nextOf = (code: PyCode, at: number): number => at + 1 + cachesOf(unitAt(code, at) & 255)

/** Where the jump at `at` goes if it is taken; undefined if the instruction is none. */
export function targetOf(code: PyCode, at: number): number | undefined {
  const unit = unitAt(code, at)
  const oparg = unit >> 8
  const next = nextOf(code, at)
  switch (genericOpcode(unit & 255)) {
    case opcodes.JUMP_FORWARD:
    case opcodes.POP_JUMP_IF_FALSE:
    case opcodes.POP_JUMP_IF_TRUE:
    case opcodes.POP_JUMP_IF_NONE:
    case opcodes.POP_JUMP_IF_NOT_NONE:
    case opcodes.SEND:
      return next + oparg
    case opcodes.FOR_ITER:
      return next + oparg + 1
    case opcodes.JUMP_BACKWARD:
    case opcodes.JUMP_BACKWARD_NO_INTERRUPT:
      return next - oparg
    default:
      return undefined
  }
}

const ends: ReadonlySet<number> = new Set([
  opcodes.JUMP_FORWARD,
  opcodes.JUMP_BACKWARD,
  opcodes.JUMP_BACKWARD_NO_INTERRUPT,
  opcodes.RETURN_VALUE,
  opcodes.RAISE_VARARGS,
  opcodes.RERAISE,
])

const leadersOfCode = new WeakMap<PyCode, ReadonlySet<number>>()

/** Indexes of the instructions that something jumps to. */
export function leadersOf(code: PyCode): ReadonlySet<number> {
  let leaders = leadersOfCode.get(code)
  if (leaders === undefined) {
    const found = new Set<number>()
    for (let at = 0; at < code.units.length; at = nextOf(code, at)) {
      const target = targetOf(code, at)
      if (target !== undefined) found.add(target)
    }
    leadersOfCode.set(code, (leaders = found))
  }
  return leaders
}

/** The instructions of the natural loop whose back edge is at `back`: those from which the back edge is reached without leaving through the head. */
export function loopOf(code: PyCode, back: number): ReadonlySet<number> {
  const head = targetOf(code, back)!
  const predecessors = new Map<number, number[]>()
  const add = (from: number, to: number): void => {
    const list = predecessors.get(to)
    if (list === undefined) predecessors.set(to, [from])
    else list.push(from)
  }
  const latches: number[] = []
  for (let at = 0; at < code.units.length; ) {
    const next = nextOf(code, at)
    const target = targetOf(code, at)
    const opcode = genericOpcode(unitAt(code, at) & 255)
    if (target !== undefined) add(at, target)
    if (target === head && at > head) latches.push(at)
    if (!ends.has(opcode)) add(at, next)
    const row = code.handlers!.find(at)
    if (row >= 0) add(at, code.handlers!.target(row))
    at = next
  }
  const loop = new Set<number>([head])
  const pending = [...latches]
  while (pending.length > 0) {
    const at = pending.pop()!
    if (loop.has(at)) continue
    loop.add(at)
    for (const from of predecessors.get(at) ?? []) pending.push(from)
  }
  return loop
}
