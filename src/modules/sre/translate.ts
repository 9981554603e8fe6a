/**
 * From the code that CPython's compiler emits (opcodes.ts) to the program that the matcher runs (program.ts).
 *
 * The compiler is Python code that anybody can go around: what does not look like its output is refused with RuntimeError, as
 * `_validate` in Modules/_sre/sre.c does.
 */
import { raise } from '../../objects/exception.ts'
import { runtimeErrorType } from '../../objects/exception-types.ts'
import { stringFromUnits } from '../../base/text.ts'
import { Beyond, CharSet, emptySet } from './char-set.ts'
import { asciiUpper, categories, complement, type Folding, lowerBy, unicodeUpper } from './characters.ts'
import { firstCharacters, isAnchored } from './first.ts'
import { Info, maxRepeat, opcodeNames } from './opcodes.ts'
import { type LiteralText, noLimit, Program } from './program.ts'

function invalid(): never {
  raise(runtimeErrorType, 'invalid SRE code')
}

export function literalText(points: readonly number[]): LiteralText {
  const isNarrow = points.every(point => point < 0xd800 || (point > 0xdfff && point < 0x10000))
  return { text: isNarrow ? stringFromUnits(points, 0, points.length) : null, points }
}

/** Reads the set at `at` up to its FAILURE. */
export function readSet(code: readonly number[], at: number): CharSet {
  const isNegated = opcodeNames[code[at]!] === 'NEGATE'
  const items: CharSet[] = []
  let pos = isNegated ? at + 1 : at
  for (;;) {
    const name = opcodeNames[code[pos++]!]
    if (name === 'FAILURE') break
    pos = readSetItem(code, pos, name, items)
  }
  const all = items.length === 1 ? items[0]! : items.reduce((sum, item) => sum.union(item), emptySet)
  return isNegated ? complement(all) : all
}

function readSetItem(code: readonly number[], pos: number, name: string | undefined, items: CharSet[]): number {
  const [first, second] = [code[pos]!, code[pos + 1]!]
  switch (name) {
    case 'LITERAL':
      items.push(CharSet.of(first))
      return pos + 1
    case 'RANGE':
      items.push(new CharSet(c => c >= first && c <= second, second < 256 ? Beyond.none : Beyond.all))
      return pos + 2
    case 'RANGE_UNI_IGNORE':
      items.push(
        new CharSet(c => (c >= first && c <= second) || (unicodeUpper(c) >= first && unicodeUpper(c) <= second)),
      )
      return pos + 2
    case 'CATEGORY':
      items.push(categories[first] ?? invalid())
      return pos + 1
    case 'CHARSET':
      if (pos + 8 > code.length) invalid()
      items.push(new CharSet(c => c < 256 && hasBit(code, pos, c), Beyond.none))
      return pos + 8
    case 'BIGCHARSET': {
      const blocks = pos + 65
      if (blocks + first * 8 > code.length) invalid()
      items.push(
        new CharSet(c => c < 0x10000 && hasBit(code, blocks, blockOf(code, pos + 1, c >> 8) * 256 + (c & 255))),
      )
      return blocks + first * 8
    }
    default:
      return invalid()
  }
}

const hasBit = (code: readonly number[], at: number, bit: number): boolean =>
  ((code[at + (bit >> 5)]! >>> (bit & 31)) & 1) === 1

/** Byte `index` of a table of bytes that lies in 32-bit words. */
const blockOf = (code: readonly number[], at: number, index: number): number =>
  (code[at + (index >> 2)]! >>> ((index & 3) * 8)) & 255

const foldings: readonly [suffix: string, folding: Folding][] = [
  ['_LOC_IGNORE', 'locale'],
  ['_UNI_IGNORE', 'unicode'],
  ['_IGNORE', 'ascii'],
  ['', 'none'],
]

/** `LITERAL_UNI_IGNORE` is LITERAL, by Unicode. */
function splitName(name: string): [base: string, folding: Folding] {
  for (const [suffix, folding] of foldings)
    if (name.endsWith(suffix)) return [name.slice(0, name.length - suffix.length), folding]
  return invalid()
}

function foldedLiteral(character: number, folding: Folding): CharSet {
  const lower = lowerBy[folding]
  const some = folding === 'unicode' || character > 255 ? Beyond.all : Beyond.none
  if (folding !== 'locale') return new CharSet(c => lower(c) === character, some)
  return new CharSet(c => c === character || lower(c) === character || asciiUpper(c) === character, some)
}

function foldedSet(set: CharSet, folding: Folding, isNegated: boolean): CharSet {
  if (folding === 'none') return set
  const lower = lowerBy[folding]
  if (folding === 'unicode') return new CharSet(c => set.has(lower(c)))
  const { some, every } = set
  if (folding === 'ascii') return new CharSet(c => set.has(lower(c)), some, every)
  // A set that is negated contains what neither case of is excluded.
  if (isNegated) return new CharSet(c => set.has(lower(c)) && set.has(asciiUpper(c)), some, every)
  return new CharSet(c => set.has(lower(c)) || set.has(asciiUpper(c)), some, every)
}

const foldingNumber: Readonly<Record<Folding, number>> = { none: 0, ascii: 1, locale: 1, unicode: 2 }

class Translator {
  readonly #from: readonly number[]
  readonly #code: number[] = []
  readonly #sets: CharSet[] = []
  readonly #texts: LiteralText[] = []
  #repeats = 0
  readonly #groups: number
  #prefix: LiteralText | null = null
  #firstSet: CharSet | null = null
  #least = 0

  constructor(from: readonly number[], groups: number) {
    this.#from = from
    this.#groups = groups
  }

  program(): Program {
    let start = 0
    if (opcodeNames[this.#from[0]!] === 'INFO') start = this.#info()
    const end = this.#sequence(start, this.#from.length)
    if (end !== this.#from.length) invalid()
    const prefix = this.#prefix
    const given = this.#firstSet
    return new Program(
      Int32Array.from(this.#code),
      this.#sets,
      this.#texts,
      this.#repeats,
      this.#groups,
      this.#least,
      program => ({
        prefix,
        firstSet: prefix === null ? (given ?? firstCharacters(program, 0)) : null,
        isAnchored: isAnchored(program),
      }),
    )
  }

  #info(): number {
    const from = this.#from
    const [, skip, flags, least] = from as [number, number, number, number]
    this.#least = least
    if ((flags & Info.prefix) !== 0) this.#prefix = literalText(from.slice(7, 7 + from[5]!))
    else if ((flags & Info.charset) !== 0) this.#firstSet = readSet(from, 5)
    return skip + 1
  }

  /** Translates from `at` up to `stop`, or up to a jump, which ends an alternative; answers where it stopped. */
  #sequence(at: number, stop: number): number {
    let pos = at
    while (pos < stop) {
      const run = this.#literals(pos, stop)
      if (run > pos) {
        pos = run
        continue
      }
      const name = opcodeNames[this.#from[pos]!] ?? invalid()
      if (name === 'JUMP') return pos
      pos = this.#instruction(name, pos + 1)
    }
    return pos
  }

  /** Translates exactly what is from `at` up to `stop`. */
  #part(at: number, stop: number): void {
    if (this.#sequence(at, stop) !== stop) invalid()
  }

  /** Two or more literal characters in a row are one text. */
  #literals(at: number, stop: number): number {
    const from = this.#from
    let pos = at
    while (pos < stop && opcodeNames[from[pos]!] === 'LITERAL') pos += 2
    if (pos - at < 4) return at
    const points: number[] = []
    for (let i = at; i < pos; i += 2) points.push(from[i + 1]!)
    this.#emit(7, this.#texts.push(literalText(points)) - 1)
    return pos
  }

  #emit(...words: number[]): number {
    this.#code.push(...words)
    return this.#code.length
  }

  /** Where the next instruction will be. */
  get #here(): number {
    return this.#code.length
  }

  #set(set: CharSet): number {
    return this.#sets.push(set) - 1
  }

  #instruction(name: string, pos: number): number {
    const from = this.#from
    const character = this.#character(name, pos)
    if (character !== null) {
      if (character.kind === 5 || character.kind === 6) this.#emit(character.kind)
      else this.#emit(character.kind, character.operand)
      return character.end
    }
    switch (name) {
      case 'FAILURE':
        this.#emit(0)
        return pos
      case 'SUCCESS':
        this.#emit(1)
        return pos
      case 'AT':
        this.#emit(8, from[pos]!)
        return pos + 1
      case 'MARK':
        if (from[pos]! >= this.#groups * 2) invalid()
        this.#emit(9, from[pos]!)
        return pos + 1
      case 'BRANCH':
        return this.#branch(pos)
      case 'REPEAT':
        return this.#repeat(pos)
      case 'REPEAT_ONE':
        return this.#repeatOne(15, pos)
      case 'MIN_REPEAT_ONE':
        return this.#repeatOne(16, pos)
      case 'POSSESSIVE_REPEAT_ONE':
        return this.#repeatOne(17, pos)
      default:
        return this.#nested(name, pos)
    }
  }

  /** The instruction of something that matches one character; null if `name` does not. */
  #character(name: string, pos: number): { kind: number; operand: number; end: number } | null {
    const from = this.#from
    if (name === 'ANY') return { kind: 5, operand: 0, end: pos }
    if (name === 'ANY_ALL') return { kind: 6, operand: 0, end: pos }
    const [base, folding] = splitName(name)
    const operand = from[pos]!
    switch (base) {
      case 'LITERAL':
        if (folding === 'none') return { kind: 2, operand, end: pos + 1 }
        return { kind: 4, operand: this.#set(foldedLiteral(operand, folding)), end: pos + 1 }
      case 'NOT_LITERAL':
        if (folding === 'none') return { kind: 3, operand, end: pos + 1 }
        return { kind: 4, operand: this.#set(complement(foldedLiteral(operand, folding))), end: pos + 1 }
      case 'IN': {
        const isNegated = opcodeNames[from[pos + 1]!] === 'NEGATE'
        return {
          kind: 4,
          operand: this.#set(foldedSet(readSet(from, pos + 1), folding, isNegated)),
          end: pos + operand,
        }
      }
      case 'CATEGORY':
        return { kind: 4, operand: this.#set(categories[operand] ?? invalid()), end: pos + 1 }
      default:
        return null
    }
  }

  #branch(at: number): number {
    const from = this.#from
    const jumps: number[] = []
    let pos = at
    while (from[pos] !== 0) {
      const skip = from[pos]!
      const next = pos + skip
      const isLast = from[next] === 0
      const alternative = isLast ? -1 : this.#emit(10, 0) - 1
      // The alternative ends with a jump to the end of the branch.
      if (opcodeNames[from[next - 2]!] !== 'JUMP') invalid()
      this.#part(pos + 1, next - 2)
      if (!isLast) {
        jumps.push(this.#emit(11, 0) - 1)
        this.#code[alternative] = this.#here
      }
      pos = next
    }
    if (pos === at) this.#emit(0)
    for (const jump of jumps) this.#code[jump] = this.#here
    return pos + 1
  }

  #limit(max: number): number {
    return max === maxRepeat ? noLimit : Math.min(max, noLimit)
  }

  #repeat(at: number): number {
    const from = this.#from
    const end = at + from[at]!
    const repeat = this.#repeats++
    const until = this.#emit(12, repeat, 0) - 1
    const body = this.#here
    this.#part(at + 3, end)
    const name = opcodeNames[from[end]!]
    if (name !== 'MAX_UNTIL' && name !== 'MIN_UNTIL') invalid()
    this.#code[until] = this.#here
    this.#emit(
      name === 'MAX_UNTIL' ? 13 : 14,
      repeat,
      Math.min(from[at + 1]!, noLimit),
      this.#limit(from[at + 2]!),
      body,
    )
    return end + 1
  }

  #repeatOne(instruction: number, at: number): number {
    const from = this.#from
    const name = opcodeNames[from[at + 3]!] ?? invalid()
    const character = this.#character(name, at + 4) ?? invalid()
    if (opcodeNames[from[character.end]!] !== 'SUCCESS') invalid()
    const least = Math.min(from[at + 1]!, noLimit)
    this.#emit(instruction, character.kind, character.operand, least, this.#limit(from[at + 2]!))
    return at + from[at]!
  }

  #nested(name: string, pos: number): number {
    const from = this.#from
    const [base, folding] = splitName(name)
    if (base === 'GROUPREF') {
      if (from[pos]! >= this.#groups) invalid()
      this.#emit(22, from[pos]!, foldingNumber[folding])
      return pos + 1
    }
    switch (name) {
      case 'GROUPREF_EXISTS':
        return this.#groupExists(pos)
      case 'ASSERT':
      case 'ASSERT_NOT': {
        const tail = this.#emit(name === 'ASSERT' ? 20 : 21, from[pos + 1]!, 0) - 1
        return this.#body(pos + 2, pos + from[pos]!, tail)
      }
      case 'ATOMIC_GROUP':
        return this.#body(pos + 1, pos + from[pos]!, this.#emit(18, 0) - 1)
      case 'POSSESSIVE_REPEAT': {
        const least = Math.min(from[pos + 1]!, noLimit)
        const tail = this.#emit(19, least, this.#limit(from[pos + 2]!), 0) - 1
        // Its body ends like an atomic group's, before a MAX_UNTIL that is not run.
        const end = pos + from[pos]!
        this.#body(pos + 3, end, tail, 'add success')
        return end + 1
      }
      default:
        return invalid()
    }
  }

  /** A part that is matched by itself and ends with SUCCESS; `tail` is where the address behind it goes. */
  #body(start: number, end: number, tail: number, ending: 'has success' | 'add success' = 'has success'): number {
    this.#part(start, end)
    if (ending === 'add success') this.#emit(1)
    this.#code[tail] = this.#here
    return end
  }

  #groupExists(pos: number): number {
    const from = this.#from
    const group = from[pos]!
    if (group >= this.#groups) invalid()
    const otherwise = this.#emit(23, group, 0) - 1
    // The part for an absent group, or what follows if there is none.
    const absent = pos + from[pos + 1]!
    const stopped = this.#sequence(pos + 2, absent)
    if (stopped === absent) {
      this.#code[otherwise] = this.#here
      return absent
    }
    if (stopped !== absent - 2) invalid()
    const over = this.#emit(11, 0) - 1
    this.#code[otherwise] = this.#here
    const end = absent - 1 + from[absent - 1]!
    this.#part(absent, end)
    this.#code[over] = this.#here
    return end
  }
}

export function translate(code: readonly number[], groups: number): Program {
  return new Translator(code, groups).program()
}
