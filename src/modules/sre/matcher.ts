// Hot.
/**
 * The matcher: runs a program (program.ts) on a text, trying one way after the other.
 *
 * What is still to be tried lies on a stack of our own, so that no text can make JavaScript's overflow: a *choice* says where to go on, and
 * what to put back before. Marks and counters are changed in place; what they were before is put on the stack as well and comes
 * back when the matcher fails back over it. Only parts that are matched by themselves (lookaround, atomic groups) call
 * `run` again, and these nest as the pattern does. What such a part left on the stack is dropped when it has matched.
 *
 * A frame on the stack ends with its tag:
 *
 *     1 alternative    address, position               5 counters     repeat, count, last
 *     2 mark           mark, value, last group         6 max tail     address, position, repeat, count, last
 *     3 repeated one   address, least, position        7 min body     address of the until, position
 *     4 min-repeat one address of it, position, left   8 all marks    marks…, last group
 *
 * Text is a string whose units are its characters, or an array of numbers (bytes, wide str).
 */
import { unitAt, type Units } from '../../builtins/units.ts'
import { lowerBy, wordsOf } from './characters.ts'
import type { CharSet } from './char-set.ts'
import { growStack, machine, owe, pay, workSlice } from './machine.ts'
import { type Marks, noLimit, type Program } from './program.ts'

const foldings = [lowerBy.none, lowerBy.ascii, lowerBy.unicode] as const

export class Matcher {
  readonly program: Program
  readonly text: Units
  readonly isString: boolean
  /** Where the text ends for the matcher. */
  readonly end: number
  /** Starts and ends of groups in turn, −1 while unset. */
  readonly marks: Int32Array
  readonly counts: Int32Array
  /** Where each repeat last began an iteration. */
  readonly lasts: Int32Array
  lastGroup: number
  /** Must a match reach the end? */
  isFull: boolean
  /** A match must not end here (after an empty match at the same place), or −1. */
  forbidden: number
  /** Where the match ended. */
  position: number
  /** Where a search was given up because the program is to be compiled, or −1. */
  hotAt: number
  #top: number

  constructor(program: Program, text: Units, end: number) {
    this.program = program
    this.text = text
    this.isString = typeof text === 'string'
    this.end = end
    this.marks = new Int32Array(program.groups * 2).fill(-1)
    this.counts = new Int32Array(program.repeats)
    this.lasts = new Int32Array(program.repeats).fill(-1)
    this.lastGroup = -1
    this.isFull = false
    this.forbidden = -1
    this.position = 0
    this.hotAt = -1
    this.#top = 0
  }

  /** What the match that began at `start` is: as the code of a compiled program answers it. */
  result(start: number): Marks {
    const { marks } = this
    const found = [start, this.position]
    for (let i = 0; i < marks.length; i += 2) {
      const isSet = marks[i]! >= 0 && marks[i + 1]! >= 0
      found.push(isSet ? marks[i]! : -1, isSet ? marks[i + 1]! : -1)
    }
    found.push(this.lastGroup)
    return found
  }

  /** Tries to match at `start`. */
  matchAt(start: number): boolean {
    this.marks.fill(-1)
    this.lastGroup = -1
    this.#top = machine.reserved
    return this.#run(0, start, 'whole')
  }

  #finish(work: number): void {
    this.program.heat += work + 8
    owe(work)
  }

  at(index: number): number {
    const { text } = this
    return typeof text === 'string' ? text.charCodeAt(index) : text[index]!
  }

  /** How many characters from `position` on, up to `most`, an instruction of one character matches. */
  #count(kind: number, argument: number, position: number, most: number): number {
    const { text } = this
    const stop = most < this.end - position ? position + most : this.end
    let at = position
    switch (kind) {
      case 2: // character
        if (typeof text === 'string') while (at < stop && text.charCodeAt(at) === argument) at++
        else while (at < stop && text[at] === argument) at++
        break
      case 3: // not-character
        if (typeof text === 'string') while (at < stop && text.charCodeAt(at) !== argument) at++
        else while (at < stop && text[at] !== argument) at++
        break
      case 4: {
        const set = this.program.sets[argument]!
        if (typeof text === 'string') at = countSet(set, text, at, stop)
        else while (at < stop && set.has(text[at]!)) at++
        break
      }
      case 5: // any
        if (typeof text === 'string' && stop === text.length) {
          const newline = text.indexOf('\n', at)
          at = newline < 0 ? stop : newline
        } else if (typeof text === 'string') while (at < stop && text.charCodeAt(at) !== 10) at++
        else while (at < stop && text[at] !== 10) at++
        break
      default:
        at = stop
    }
    return at - position
  }

  #isOne(kind: number, argument: number, position: number): boolean {
    if (position >= this.end) return false
    const character = this.at(position)
    switch (kind) {
      case 2:
        return character === argument
      case 3:
        return character !== argument
      case 4:
        return this.program.sets[argument]!.has(character)
      case 5:
        return character !== 10
      default:
        return true
    }
  }

  #isText(index: number, position: number): boolean {
    const literal = this.program.texts[index]!
    const { text } = this
    const length = literal.points.length
    if (this.end - position < length) return false
    if (typeof text === 'string') return literal.text !== null && text.startsWith(literal.text, position)
    for (let i = 0; i < length; i++) if (text[position + i] !== literal.points[i]) return false
    return true
  }

  #isWordAt(words: CharSet, position: number): boolean {
    return position >= 0 && position < this.end && words.has(this.at(position))
  }

  #isAt(place: number, position: number): boolean {
    switch (place) {
      case 0: // beginning
      case 2:
        return position === 0
      case 1: // beginning of line
        return position === 0 || this.at(position - 1) === 10
      case 5: // end
        return position === this.end || (position === this.end - 1 && this.at(position) === 10)
      case 6: // end of line
        return position === this.end || this.at(position) === 10
      case 7:
        return position === this.end
      default: {
        const words = wordsOf(place)
        const isBoundary = this.#isWordAt(words, position - 1) !== this.#isWordAt(words, position)
        return place === 3 || place === 8 || place === 10 ? isBoundary : !isBoundary
      }
    }
  }

  /** Puts all marks on the stack, below what a part that is matched by itself does to them. */
  #saveMarks(top: number): number {
    const { marks } = this
    const stack = top + marks.length + 16 > machine.stack.length ? growStack(top + marks.length + 16) : machine.stack
    stack.set(marks, top)
    stack[top + marks.length] = this.lastGroup
    stack[top + marks.length + 1] = 8
    return top + marks.length + 2
  }

  #restoreMarks(top: number): number {
    const { marks } = this
    const { stack } = machine
    const start = top - 2 - marks.length
    for (let i = 0; i < marks.length; i++) marks[i] = stack[start + i]!
    this.lastGroup = stack[top - 2]!
    return start
  }

  /** Matches a part by itself from `position`, with the stack from `top` on. Its end is then in `position`. */
  #runPart(address: number, position: number, top: number): boolean {
    this.#top = top
    return this.#run(address, position, 'part')
  }

  /** A repeat that gives nothing back; answers where it ended, or −1. */
  #possessive(address: number, least: number, most: number, start: number, top: number): number {
    let position = start
    let last = -1
    for (let count = 0; most === noLimit || count < most; count++) {
      if (count >= least && position === last) break
      const saved = this.#saveMarks(top)
      if (!this.#runPart(address, position, saved)) {
        if (count < least) return -1
        break
      }
      last = position
      position = this.position
    }
    return position
  }

  /**
   * Runs the program from `address` until it succeeds or nothing is left to try above the stack's present top.
   */
  #run(start: number, from: number, extent: 'whole' | 'part'): boolean {
    const { program, end, marks, counts, lasts } = this
    const { code, sets } = program
    const base = this.#top
    let stack: Int32Array = machine.stack
    let top = base
    let pc = start
    let position = from
    let work = 0
    for (;;) {
      // A part that is matched by itself may have made it grow.
      stack = top + 32 > machine.stack.length ? growStack(top + 32) : machine.stack
      let isMatch = false
      switch (code[pc]!) {
        case 0: // fail
          break
        case 1: // success
          if (extent === 'whole' && ((this.isFull && position !== end) || position === this.forbidden)) break
          this.position = position
          this.#top = top
          this.#finish(work)
          return true
        case 2: // character
          if (position < end && this.at(position) === code[pc + 1]) {
            position++
            pc += 2
            isMatch = true
          }
          break
        case 3: // not-character
          if (position < end && this.at(position) !== code[pc + 1]) {
            position++
            pc += 2
            isMatch = true
          }
          break
        case 4: // set
          if (position < end && sets[code[pc + 1]!]!.has(this.at(position))) {
            position++
            pc += 2
            isMatch = true
          }
          break
        case 5: // any
          if (position < end && this.at(position) !== 10) {
            position++
            pc++
            isMatch = true
          }
          break
        case 6: // any-or-newline
          if (position < end) {
            position++
            pc++
            isMatch = true
          }
          break
        case 7: // text
          if (this.#isText(code[pc + 1]!, position)) {
            position += program.texts[code[pc + 1]!]!.points.length
            pc += 2
            isMatch = true
          }
          break
        case 8: // at
          if (this.#isAt(code[pc + 1]!, position)) {
            pc += 2
            isMatch = true
          }
          break
        case 9: {
          // mark
          const mark = code[pc + 1]!
          stack[top] = mark
          stack[top + 1] = marks[mark]!
          stack[top + 2] = this.lastGroup
          stack[top + 3] = 2
          top += 4
          marks[mark] = position
          if ((mark & 1) === 1) this.lastGroup = (mark >> 1) + 1
          pc += 2
          isMatch = true
          break
        }
        case 10: // alternative
          // One that begins with another character than the text is not worth a frame.
          if (code[pc + 2] === 2 && (position >= end || this.at(position) !== code[pc + 3])) pc = code[pc + 1]!
          else {
            stack[top] = code[pc + 1]!
            stack[top + 1] = position
            stack[top + 2] = 1
            top += 3
            pc += 2
          }
          isMatch = true
          break
        case 11: // jump
          pc = code[pc + 1]!
          isMatch = true
          break
        case 12: {
          // repeat
          const repeat = code[pc + 1]!
          stack[top] = repeat
          stack[top + 1] = counts[repeat]!
          stack[top + 2] = lasts[repeat]!
          stack[top + 3] = 5
          top += 4
          counts[repeat] = -1
          lasts[repeat] = -1
          pc = code[pc + 2]!
          isMatch = true
          break
        }
        case 13: {
          // max-until
          if (++work > workSlice) {
            work = pay(work, top)
            stack = machine.stack
          }
          const repeat = code[pc + 1]!
          const count = counts[repeat]! + 1
          if (count < code[pc + 2]!) {
            stack[top] = repeat
            stack[top + 1] = counts[repeat]!
            stack[top + 2] = lasts[repeat]!
            stack[top + 3] = 5
            top += 4
            counts[repeat] = count
            pc = code[pc + 4]!
          } else if ((code[pc + 3] === noLimit || count < code[pc + 3]!) && position !== lasts[repeat]) {
            stack[top] = pc + 5
            stack[top + 1] = position
            stack[top + 2] = repeat
            stack[top + 3] = counts[repeat]!
            stack[top + 4] = lasts[repeat]!
            stack[top + 5] = 6
            top += 6
            counts[repeat] = count
            lasts[repeat] = position
            pc = code[pc + 4]!
          } else pc += 5
          isMatch = true
          break
        }
        case 14: {
          // min-until
          const repeat = code[pc + 1]!
          const count = counts[repeat]! + 1
          if (count < code[pc + 2]!) {
            stack[top] = repeat
            stack[top + 1] = counts[repeat]!
            stack[top + 2] = lasts[repeat]!
            stack[top + 3] = 5
            top += 4
            counts[repeat] = count
            pc = code[pc + 4]!
          } else {
            stack[top] = pc
            stack[top + 1] = position
            stack[top + 2] = 7
            top += 3
            pc += 5
          }
          isMatch = true
          break
        }
        case 15: {
          // repeat-one
          const least = code[pc + 3]!
          const count = this.#count(code[pc + 1]!, code[pc + 2]!, position, code[pc + 4]!)
          work += count
          if (count < least) break
          pc += 5
          if (count > least) {
            stack[top] = pc
            stack[top + 1] = position + least
            stack[top + 2] = position + count
            stack[top + 3] = 3
            top += 4
          }
          position += count
          isMatch = true
          break
        }
        case 16: {
          // min-repeat-one
          const least = code[pc + 3]!
          const count = this.#count(code[pc + 1]!, code[pc + 2]!, position, least)
          if (count < least) break
          position += least
          if (code[pc + 4]! > least) {
            stack[top] = pc
            stack[top + 1] = position
            stack[top + 2] = code[pc + 4]! === noLimit ? noLimit : code[pc + 4]! - least
            stack[top + 3] = 4
            top += 4
          }
          pc += 5
          isMatch = true
          break
        }
        case 17: {
          // possessive-repeat-one
          const count = this.#count(code[pc + 1]!, code[pc + 2]!, position, code[pc + 4]!)
          if (count < code[pc + 3]!) break
          position += count
          pc += 5
          isMatch = true
          break
        }
        case 18: {
          // atomic
          const saved = this.#saveMarks(top)
          if (!this.#runPart(pc + 2, position, saved)) break
          top = saved
          position = this.position
          pc = code[pc + 1]!
          isMatch = true
          break
        }
        case 19: {
          // possessive-repeat
          const saved = this.#saveMarks(top)
          const stop = this.#possessive(pc + 4, code[pc + 1]!, code[pc + 2]!, position, saved)
          if (stop < 0) {
            this.#restoreMarks(saved)
            break
          }
          top = saved
          position = stop
          pc = code[pc + 3]!
          isMatch = true
          break
        }
        case 20: {
          // assert
          const behind = position - code[pc + 1]!
          if (behind < 0) break
          const saved = this.#saveMarks(top)
          if (!this.#runPart(pc + 3, behind, saved)) break
          top = saved
          pc = code[pc + 2]!
          isMatch = true
          break
        }
        case 21: {
          // assert-not
          const behind = position - code[pc + 1]!
          if (behind >= 0) {
            const saved = this.#saveMarks(top)
            if (this.#runPart(pc + 3, behind, saved)) {
              this.#restoreMarks(saved)
              break
            }
          }
          pc = code[pc + 2]!
          isMatch = true
          break
        }
        case 22: {
          // group-again
          const stop = groupEnd(
            this.text,
            marks[2 * code[pc + 1]!]!,
            marks[2 * code[pc + 1]! + 1]!,
            position,
            end,
            code[pc + 2]!,
          )
          if (stop < 0) break
          position = stop
          pc += 3
          isMatch = true
          break
        }
        case 23: {
          // group-exists
          const group = code[pc + 1]!
          pc = marks[2 * group]! >= 0 && marks[2 * group + 1]! >= 0 ? pc + 3 : code[pc + 2]!
          isMatch = true
          break
        }
        default:
          throw new Error(`no instruction ${code[pc]} in a regular expression`)
      }
      if (isMatch) continue

      // Back to the last choice.
      stack = machine.stack
      work++
      if (work > workSlice) {
        work = pay(work, top)
        stack = machine.stack
      }
      for (let isBack = false; !isBack; ) {
        if (top === base) {
          this.#finish(work)
          return false
        }
        switch (stack[top - 1]!) {
          case 1: // alternative
            top -= 3
            pc = stack[top]!
            position = stack[top + 1]!
            isBack = true
            break
          case 2: // mark
            top -= 4
            marks[stack[top]!] = stack[top + 1]!
            this.lastGroup = stack[top + 2]!
            break
          case 3: {
            // repeated one
            const least = stack[top - 3]!
            let at = stack[top - 2]! - 1
            pc = stack[top - 4]!
            if (code[pc] === 2) {
              const wanted = code[pc + 1]!
              while (at >= least && (at >= end || this.at(at) !== wanted)) at--
            }
            if (at <= least) top -= 4
            else stack[top - 2] = at
            if (at < least) break
            position = at
            isBack = true
            break
          }
          case 4: {
            // min-repeat one
            const address = stack[top - 4]!
            const at = stack[top - 3]!
            const left = stack[top - 2]!
            if (!this.#isOne(code[address + 1]!, code[address + 2]!, at)) {
              top -= 4
              break
            }
            if (left === 1) top -= 4
            else {
              stack[top - 3] = at + 1
              if (left !== noLimit) stack[top - 2] = left - 1
            }
            position = at + 1
            pc = address + 5
            isBack = true
            break
          }
          case 5: // counters
            top -= 4
            counts[stack[top]!] = stack[top + 1]!
            lasts[stack[top]!] = stack[top + 2]!
            break
          case 6: {
            // max tail
            top -= 6
            const repeat = stack[top + 2]!
            counts[repeat] = stack[top + 3]!
            lasts[repeat] = stack[top + 4]!
            pc = stack[top]!
            position = stack[top + 1]!
            isBack = true
            break
          }
          case 7: {
            // min body
            top -= 3
            const until = stack[top]!
            const at = stack[top + 1]!
            const repeat = code[until + 1]!
            const count = counts[repeat]! + 1
            if ((code[until + 3] !== noLimit && count >= code[until + 3]!) || at === lasts[repeat]) break
            stack[top] = repeat
            stack[top + 1] = counts[repeat]!
            stack[top + 2] = lasts[repeat]!
            stack[top + 3] = 5
            top += 4
            counts[repeat] = count
            lasts[repeat] = at
            pc = code[until + 4]!
            position = at
            isBack = true
            break
          }
          default: // all marks
            top = this.#restoreMarks(top)
        }
      }
    }
  }
}

/** Where the text from `start` up to `stop` ends if it stands at `position` again; −1 if it does not. */
export function groupEnd(
  text: Units,
  start: number,
  stop: number,
  position: number,
  end: number,
  folding: number,
): number {
  if (start < 0 || stop < start || end - position < stop - start) return -1
  const fold = foldings[folding]!
  for (let i = start, at = position; i < stop; i++, at++) {
    const [one, other] = [unitAt(text, i), unitAt(text, at)]
    if (one !== other && (folding === 0 || fold(one) !== fold(other))) return -1
  }
  return position + stop - start
}

function countSet(set: CharSet, text: string, start: number, stop: number): number {
  const { low } = set
  let at = start
  while (at < stop) {
    const character = text.charCodeAt(at)
    if (character < 256 ? low[character] === 0 : !set.has(character)) break
    at++
  }
  return at
}
