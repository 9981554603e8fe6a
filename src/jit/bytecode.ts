/**
 * The bytecode of a code object, as the region former reads it: where blocks begin, what a jump's target is, which instructions a loop has.
 */
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR } from '../compiler/code.ts'
import { deoptTable, inlineCacheEntries, opcodeNames, opcodes, type OpcodeName } from '../compiler/generated/opcodes.ts'
import { NB_INPLACE, NB_SUBSCR } from '../interpreter/binary-opargs.ts'
import { loopEnd } from '../interpreter/dispatch-support.ts'
import type { PyCode } from '../objects/frame.ts'
import type { Unit } from './unit.ts'

/** The instruction at `at` as tier 1 has it now; where a unit is entered, the one that ENTER_EXECUTOR stands for. */
export function unitAt(code: PyCode, at: number): number {
  const unit = code.units[at]!
  if ((unit & 255) !== opcodes.ENTER_EXECUTOR) return unit
  return (unit & ~255) | (code.executors![at] as Unit).original
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
      return loopEnd(code, at)
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

/** Something remembered for each instruction of each code object, made when it is first asked for. */
export function perPlace<T>(make: (code: PyCode, at: number) => T): (code: PyCode, at: number) => T {
  const codes = new WeakMap<PyCode, Map<number, T>>()
  return (code, at) => {
    let places = codes.get(code)
    if (places === undefined) codes.set(code, (places = new Map()))
    let found = places.get(at)
    if (found === undefined) places.set(at, (found = make(code, at)))
    return found
  }
}

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

const loopHeadsOfCode = new WeakMap<PyCode, ReadonlySet<number>>()

/** Indexes of the instructions that something jumps back to. */
export function loopHeadsOf(code: PyCode): ReadonlySet<number> {
  let heads = loopHeadsOfCode.get(code)
  if (heads === undefined) {
    const found = new Set<number>()
    for (let at = 0; at < code.units.length; at = nextOf(code, at)) {
      const opcode = genericOpcode(unitAt(code, at) & 255)
      if (opcode === opcodes.JUMP_BACKWARD || opcode === opcodes.JUMP_BACKWARD_NO_INTERRUPT)
        found.add(targetOf(code, at)!)
    }
    loopHeadsOfCode.set(code, (heads = found))
  }
  return heads
}

/** The locals that the instruction reads, and those that it only writes. */
export function localsOf(opcode: number, oparg: number): { reads: readonly number[]; writes: readonly number[] } {
  switch (opcode) {
    case opcodes.LOAD_FAST:
    case opcodes.LOAD_FAST_BORROW:
    case opcodes.LOAD_FAST_CHECK:
    case opcodes.LOAD_FAST_AND_CLEAR:
    case opcodes.DELETE_FAST:
    case opcodes.LOAD_DEREF:
    case opcodes.STORE_DEREF:
    case opcodes.DELETE_DEREF:
    case opcodes.MAKE_CELL:
    case opcodes.LOAD_FROM_DICT_OR_DEREF:
      return { reads: [oparg], writes: [] }
    case opcodes.LOAD_FAST_LOAD_FAST:
    case opcodes.LOAD_FAST_BORROW_LOAD_FAST_BORROW:
      return { reads: [oparg >> 4, oparg & 15], writes: [] }
    case opcodes.STORE_FAST:
      return { reads: [], writes: [oparg] }
    case opcodes.STORE_FAST_LOAD_FAST:
      return { reads: oparg >> 4 === (oparg & 15) ? [] : [oparg & 15], writes: [oparg >> 4] }
    case opcodes.STORE_FAST_STORE_FAST:
      return { reads: [], writes: [oparg >> 4, oparg & 15] }
    default:
      return { reads: [], writes: [] }
  }
}

/** How a loop assigns a local: a sum grows from turn to turn, a difference or a product may do either. */
export type Motion = 'set' | 'grows' | 'moves'

/** The locals that the loop with this head assigns. */
export const writtenIn = perPlace((code, head) => assignmentsIn(code, loopAt(code, head)))

function assignmentsIn(code: PyCode, extent: ReadonlySet<number>): ReadonlyMap<number, Motion> {
  const written = new Map<number, Motion>()
  let motion: Motion = 'set'
  for (let at = 0; at < code.units.length; at = nextOf(code, at)) {
    const unit = unitAt(code, at)
    const opcode = genericOpcode(unit & 255)
    const oparg = unit >> 8
    if (extent.has(at))
      for (const slot of localsOf(opcode, oparg).writes) {
        const others = written.get(slot)
        written.set(slot, others === undefined || others === 'set' ? motion : motion === 'moves' ? motion : others)
      }
    motion = (opcode === opcodes.BINARY_OP && oparg !== NB_SUBSCR && motions[oparg % NB_INPLACE]) || 'set'
  }
  return written
}

/** By the operator of BINARY_OP: `+`, `*` and `-`. */
const motions: Readonly<Record<number, Motion>> = { 0: 'grows', 5: 'moves', 10: 'moves' }

const liveness = new WeakMap<PyCode, Uint32Array>()

/** The locals whose values at `at` the code may still read: the others can be seen in the frame alone. */
export const liveAt = perPlace((code, at): ReadonlySet<number> => {
  let all = liveness.get(code)
  if (all === undefined) liveness.set(code, (all = computeLiveness(code)))
  const live = new Set<number>()
  for (let slot = 0, start = at * wordsOf(code); slot < code.nlocalsplus; slot++)
    if ((all[start + (slot >> 5)]! & (1 << (slot & 31))) !== 0) live.add(slot)
  return live
})

const wordsOf = (code: PyCode): number => (code.nlocalsplus + 31) >> 5

/** A bit for each local, in some words for each instruction: what those that may follow read, but for what it writes, and what it reads itself. */
function computeLiveness(code: PyCode): Uint32Array {
  const words = wordsOf(code)
  const { length } = code.units
  const live = new Uint32Array(length * words)
  const kept = new Uint32Array(length * words).fill(0xffffffff)
  const instructions: { at: number; after: number[] }[] = []
  for (let at = 0; at < length; at = nextOf(code, at)) {
    const unit = unitAt(code, at)
    const opcode = genericOpcode(unit & 255)
    const { reads, writes } = localsOf(opcode, unit >> 8)
    for (const slot of reads) live[at * words + (slot >> 5)]! |= 1 << (slot & 31)
    for (const slot of writes) kept[at * words + (slot >> 5)]! &= ~(1 << (slot & 31))
    const row = code.handlers!.find(at)
    const target = targetOf(code, at)
    const after: number[] = []
    if (!ends.has(opcode)) after.push(nextOf(code, at))
    if (target !== undefined) after.push(target)
    if (row >= 0) after.push(code.handlers!.target(row))
    instructions.push({ at, after })
  }
  for (let changed = true; changed; ) {
    changed = false
    for (let i = instructions.length - 1; i >= 0; i--) {
      const { at, after } = instructions[i]!
      for (const next of after)
        for (let word = 0; word < words; word++) {
          const own = at * words + word
          const more = live[own]! | (live[next * words + word]! & kept[own]!)
          if (more >>> 0 === live[own]) continue
          live[own] = more
          changed = true
        }
    }
  }
  return live
}

/** The instructions of the natural loop with this head: those from which a back edge to it is reached without leaving through the head. */
export const loopAt = perPlace(instructionsOfLoop)

function instructionsOfLoop(code: PyCode, head: number): ReadonlySet<number> {
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

const backEdges = new WeakMap<PyCode, Map<number, readonly number[]>>()

/** The back edges to this head. A loop is known by the first of them. */
export function backEdgesTo(code: PyCode, head: number): readonly number[] {
  let loops = backEdges.get(code)
  if (loops === undefined) {
    const found = new Map<number, number[]>()
    for (let at = 0; at < code.units.length; at = nextOf(code, at)) {
      if (genericOpcode(unitAt(code, at) & 255) !== opcodes.JUMP_BACKWARD) continue
      const target = targetOf(code, at)!
      const others = found.get(target)
      if (others === undefined) found.set(target, [at])
      else others.push(at)
    }
    backEdges.set(code, (loops = found))
  }
  return loops.get(head) ?? []
}

/** The back edges of the innermost loop around the one whose back edge is at `at`; none if there is no such loop. */
export function backEdgesAround(code: PyCode, at: number): readonly number[] {
  const own = targetOf(code, at)!
  let around: ReadonlySet<number> | null = null
  let edges: readonly number[] = []
  for (const head of loopHeadsOf(code)) {
    if (head >= own) continue
    const extent = loopAt(code, head)
    if (!extent.has(at) || (around !== null && extent.size >= around.size)) continue
    around = extent
    edges = backEdgesTo(code, head)
  }
  return edges
}

/** Does calling the code make something that is resumed? */
export const isResumable = (code: PyCode): boolean =>
  (code.flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0

/** Index of the RESUME with which the code begins. */
export function startOf(code: PyCode): number {
  let at = 0
  while (genericOpcode(unitAt(code, at) & 255) !== opcodes.RESUME) at = nextOf(code, at)
  return at
}
