/**
 * What has to be known of a program as a whole before code is made of it: where its loops and alternatives are, what can be empty,
 * and how its marks have to be put back when the matcher fails back over them.
 *
 * A mark that no loop contains is set at most once on the way to a match. So at any place where the matcher goes back to, what comes later in the
 * program is unset, and nothing need be noted when it is set: going back clears it, and only if the way to a match may
 * avoid setting it again (it is *conditional*). Which group ended last then follows from which are set, as the program's order is that of
 * time. If a loop contains a mark, all marks are noted on the stack.
 */
import { type Program, sizes } from './program.ts'

/** From the first address to before the second. */
type Span = readonly [from: number, to: number]

export interface Mark {
  readonly address: number
  readonly mark: number
  readonly isConditional: boolean
}

const contains = ([from, to]: Span, address: number): boolean => from <= address && address < to

/** Where the alternatives of the branch at `pc` begin, and where they come together. */
export function branchAt(code: Int32Array, pc: number): { readonly bodies: number[]; readonly join: number } {
  const join = code[code[pc + 1]! - 1]!
  const bodies = [pc + 2]
  let next = code[pc + 1]!
  while (code[next] === 10 && code[code[next + 1]! - 2] === 11 && code[code[next + 1]! - 1] === join) {
    bodies.push(next + 2)
    next = code[next + 1]!
  }
  bodies.push(next)
  return { bodies, join }
}

export class Structure {
  readonly marks: readonly Mark[]
  /** Are changes of marks noted on the stack? */
  readonly isNoting: boolean
  /** Can code be made of it at all? */
  readonly isSupported: boolean
  readonly #code: Int32Array
  readonly #loops: readonly Span[]

  constructor({ code }: Program) {
    const loops: Span[] = []
    const conditional: Span[] = []
    const parts: Span[] = []
    let hasUnknown = false
    for (let pc = 0; pc < code.length; pc += sizes[code[pc]!]!) {
      if (code[pc] === 10) conditional.push([pc, code[code[pc + 1]! - 1]!])
      else if (code[pc] === 12) {
        const until = code[pc + 2]!
        const isOptional = code[until + 2] === 0 && code[until + 3] === 1
        if (isOptional) conditional.push([pc, until])
        else loops.push([pc, until])
      } else if (code[pc] === 18) parts.push([pc, code[pc + 1]!])
      else if (code[pc] === 19) hasUnknown = true
      else if (code[pc] === 20) parts.push([pc, code[pc + 2]!])
      else if (code[pc] === 21) {
        parts.push([pc, code[pc + 2]!])
        conditional.push([pc, code[pc + 2]!])
      } else if (code[pc] === 23) conditional.push([pc, code.length])
    }
    const marks: Mark[] = []
    for (let pc = 0; pc < code.length; pc += sizes[code[pc]!]!) {
      if (code[pc] !== 9) continue
      const isConditional = conditional.some(span => contains(span, pc))
      marks.push({ address: pc, mark: code[pc + 1]!, isConditional })
    }
    const among = (spans: readonly Span[]): boolean =>
      marks.some(({ address }) => spans.some(span => contains(span, address)))
    this.marks = marks
    this.isNoting = among(loops)
    // What a part that is matched by itself leaves on the stack is dropped, notes and all.
    this.isSupported = !hasUnknown && !(this.isNoting && among(parts))
    this.#code = code
    this.#loops = loops
  }

  isInLoop(address: number): boolean {
    return this.#loops.some(([from, to]) => from < address && address < to)
  }

  /** Does everything from `start` up to `stop` that matches have at least one character? */
  isNeverEmpty(start: number, stop: number): boolean {
    const code = this.#code
    for (let pc = start; pc < stop; ) {
      const kind = code[pc]!
      if (kind === 0 || (kind >= 2 && kind <= 7)) return true
      if (kind >= 15 && kind <= 17 && code[pc + 3]! > 0) return true
      if (kind === 10) {
        const { bodies, join } = branchAt(code, pc)
        if (bodies.every(body => this.isNeverEmpty(body, join))) return true
        pc = join
      } else if (kind === 12) {
        const until = code[pc + 2]!
        if (code[until + 2]! > 0 && this.isNeverEmpty(pc + 3, until)) return true
        pc = until + 5
      } else if (kind === 18) pc = code[pc + 1]!
      else if (kind === 20 || kind === 21) pc = code[pc + 2]!
      else if (kind === 11 || kind === 19 || kind === 23) return false
      else pc += sizes[kind]!
    }
    return false
  }
}
