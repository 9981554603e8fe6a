/**
 * With what characters a match can begin, read off the program: a search passes over places where it is another one.
 *
 * CPython's compiler works this out for simple patterns only; here repeats, alternatives, and what has no width are seen through.
 */
import type { CharSet } from './char-set.ts'
import type { Test } from './characters.ts'
import type { LiteralText } from './program.ts'

/** Null: any character, or none at all. */
type First = Test | null

export interface Parts {
  readonly code: readonly number[]
  readonly sets: readonly CharSet[]
  readonly texts: readonly LiteralText[]
}

const is =
  (character: number): Test =>
  c =>
    c === character

function ofCharacter(parts: Parts, kind: number, operand: number): First {
  switch (kind) {
    case 2:
      return is(operand)
    case 3:
      return c => c !== operand
    case 4: {
      const set = parts.sets[operand]!
      return c => set.has(c)
    }
    case 5:
      return c => c !== 10
    default:
      return null
  }
}

const either = (a: First, b: First): First => (a === null || b === null ? null : c => a(c) || b(c))

/** How many instructions are looked at: a pattern of many alternatives is not worth a set that asks each. */
const budget = 64

class Reader {
  readonly #parts: Parts
  #left = budget
  constructor(parts: Parts) {
    this.#parts = parts
  }

  first(at: number): First {
    const { code, texts } = this.#parts
    let pc = at
    for (;;) {
      if (--this.#left < 0) return null
      switch (code[pc]) {
        case 2: // character
        case 3:
        case 4:
        case 5:
          return ofCharacter(this.#parts, code[pc]!, code[pc + 1]!)
        case 7: // text
          return is(texts[code[pc + 1]!]!.points[0]!)
        case 8: // at
        case 9: // mark
          pc += 2
          break
        case 10: // alternative
          return either(this.first(pc + 2), this.first(code[pc + 1]!))
        case 11: // jump
          pc = code[pc + 1]!
          break
        case 12: {
          // repeat: its body, and what follows if there may be none
          const until = code[pc + 2]!
          const body = this.first(pc + 3)
          return code[until + 2]! > 0 ? body : either(body, this.first(until + 5))
        }
        case 13:
        case 14: // the end of a body that may be empty
          pc += 5
          break
        case 15:
        case 16:
        case 17: {
          const one = ofCharacter(this.#parts, code[pc + 1]!, code[pc + 2]!)
          return code[pc + 3]! > 0 ? one : either(one, this.first(pc + 5))
        }
        case 18: // atomic
          pc += 2
          break
        case 20:
        case 21: // lookaround
          pc = code[pc + 2]!
          break
        default:
          return null
      }
    }
  }
}

export const firstCharacters = (parts: Parts): First => new Reader(parts).first(0)

/** Can a match begin at the start of the text only? */
export function isAnchored({ code }: Parts): boolean {
  let pc = 0
  while (code[pc] === 9) pc += 2
  return code[pc] === 8 && (code[pc + 1] === 0 || code[pc + 1] === 2)
}
