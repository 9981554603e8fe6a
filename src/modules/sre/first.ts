/**
 * With what characters a match can go on from a place in the program. A search passes over places where it is another one, and a
 * repeat whose characters cannot begin what follows needs not remember where else it could end.
 *
 * CPython's compiler works this out for the beginning of simple patterns only; here repeats, alternatives, and what has no width
 * are seen through. The answer may be too large, never too small.
 */
import { anyButNewline, anyCharacter, CharSet, emptySet } from './char-set.ts'
import type { LiteralText } from './program.ts'

export interface Parts {
  readonly code: ArrayLike<number>
  readonly sets: readonly CharSet[]
  readonly texts: readonly LiteralText[]
}

/** What an instruction of one character (2 to 6) matches. */
export function charactersOf(parts: Parts, kind: number, operand: number): CharSet {
  switch (kind) {
    case 2:
      return CharSet.of(operand)
    case 3:
      return CharSet.not(operand)
    case 4:
      return parts.sets[operand]!
    case 5:
      return anyButNewline
    default:
      return anyCharacter
  }
}

const either = (a: CharSet | null, b: CharSet | null): CharSet | null => {
  if (a === emptySet) return b
  if (b === emptySet) return a
  return a === null || b === null ? null : a.union(b)
}

/** How many instructions are looked at: a pattern of many alternatives is not worth a set that asks each. */
const budget = 64

class Reader {
  readonly #parts: Parts
  /** Repeats whose next turn is being looked at: what it begins with is in the answer already. */
  readonly #turns: number[] = []
  #left = budget
  constructor(parts: Parts) {
    this.#parts = parts
  }

  first(at: number): CharSet | null {
    const { code, texts } = this.#parts
    let pc = at
    for (;;) {
      if (--this.#left < 0) return null
      switch (code[pc]) {
        case 0: // fail
          return emptySet
        case 2: // character
        case 3:
        case 4:
          return charactersOf(this.#parts, code[pc]!, code[pc + 1]!)
        case 5:
        case 6:
          return charactersOf(this.#parts, code[pc]!, 0)
        case 7: // text
          return CharSet.of(texts[code[pc + 1]!]!.points[0]!)
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
          if (code[until + 2]! === 0) pc = until
          else pc += 3
          break
        }
        case 13:
        case 14: // another turn, or what follows
          if (this.#turns.includes(pc)) return emptySet
          this.#turns.push(pc)
          return either(this.first(code[pc + 4]!), this.first(pc + 5))
        case 15:
        case 16:
        case 17: {
          const one = charactersOf(this.#parts, code[pc + 1]!, code[pc + 2]!)
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

/** The characters with which a match can go on at `at`; null if it may be any, or none at all. */
export const firstCharacters = (parts: Parts, at: number): CharSet | null => new Reader(parts).first(at)

/** Can a match begin at the start of the text only? */
export function isAnchored({ code }: Parts): boolean {
  let pc = 0
  while (code[pc] === 9) pc += 2
  return code[pc] === 8 && (code[pc + 1] === 0 || code[pc + 1] === 2)
}
