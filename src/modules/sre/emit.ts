/**
 * From a program (program.ts) to JavaScript: one function for texts that are strings, another for rows of numbers.
 *
 *     function run(t, st, mode, forb) {        text, start, how (Mode), where a match at the start must not end
 *       for (;;) {
 *         f: switch (pc) {
 *           case 0: …                          an instruction: `break f` fails, `pc = n; continue l` jumps, else the next one follows
 *         }
 *         fail back: take the number of a case from the stack, or begin at the next place, or give up
 *       }
 *     }
 *
 * What the matcher looks up, the code has in its text: characters are compared where they are looked at, marks and counters are variables.
 * Beyond that, it does less: alternatives are chosen by a table of the next character, and only those that begin with it are tried; a repeat whose
 * characters cannot begin what follows notes nothing (see first.ts); another one goes back to places only where what
 * follows can begin.
 *
 * Variables: i position, n end of the text, c a character, j and e positions for the moment, st start, S and sp the stack, w work,
 * bar where the stack was when a part that is matched by itself began, m0… marks, g the last group (if noted), q0… and l0… of loops, what they
 * have counted and where the last turn began.
 */
import type { CharSet } from './char-set.ts'
import { wordsOf } from './characters.ts'
import { CodeText, type Label } from './code-text.ts'
import { emitBranch } from './emit-branch.ts'
import { emitRepeat, emitRepeatOne, emitUntil, undoVariables } from './emit-repeat.ts'
import { charactersOf, firstCharacters } from './first.ts'
import { type Program, sizes } from './program.ts'
import { Structure } from './structure.ts'

export type TextKind = 'string' | 'array'

/** A part that is matched by itself: lookaround or an atomic group. */
interface Part {
  readonly kind: number
  readonly address: number
  readonly tail: number
  readonly failed: Label
}

export class Emitter {
  readonly program: Program
  readonly code: Int32Array
  readonly kind: TextKind
  readonly structure: Structure
  readonly text: CodeText
  /** Words that one pass through the cases can push at most. */
  pushes = 0
  /** What goes behind the other cases. */
  readonly #later: (() => void)[] = []
  readonly #parts: Part[] = []

  constructor(program: Program, kind: TextKind) {
    this.program = program
    this.code = program.code
    this.kind = kind
    this.structure = new Structure(program)
    this.text = new CodeText(program.code.length)
  }

  /** The character at a place. */
  at(index: string): string {
    return this.kind === 'string' ? `t.charCodeAt(${index})` : `t[${index}]`
  }

  /** Is there a character of the set at `index`? */
  isAt(set: CharSet, index: string): string {
    return `(${index}<n&&(c=${this.at(index)},${this.text.test(set)}))`
  }

  first(pc: number): CharSet | null {
    return firstCharacters(this.program, pc)
  }

  goto(label: Label): string {
    return `{pc=${this.text.to(label)};continue l}`
  }

  /** Notes `words` on the stack, and the case that takes them from it. */
  push(words: readonly string[], back: Label): string {
    const stores = [...words, this.text.to(back)].map((word, i) => `S[sp${i === 0 ? '' : `+${i}`}]=${word};`)
    this.pushes += stores.length
    return `${stores.join('')}sp+=${stores.length};`
  }

  /** A case that is written behind all others. */
  later(emit: () => void): void {
    this.#later.push(emit)
  }

  /** Unsets what may have been set since a choice at `from`; nothing from `untouched` up to `until` has been reached since. */
  clear(from: number, untouched = 0, until = 0): string {
    if (this.structure.isNoting) return ''
    return this.structure.marks
      .filter(({ address, isConditional }) => isConditional && address > from)
      .filter(({ address }) => address < untouched || address >= until)
      .map(({ mark }) => `m${mark}=`)
      .join('')
      .replace(/.$/, '=-1;')
  }

  cases(): string {
    const { code, text } = this
    for (let pc = 0; pc < code.length; pc += sizes[code[pc]!]!) {
      while (this.#parts.at(-1)?.tail === pc) this.#parts.pop()
      text.label(pc)
      this.#instruction(pc)
    }
    while (this.#later.length > 0) this.#later.shift()!()
    return text.finish()
  }

  #instruction(pc: number): void {
    const { code, text } = this
    const operand = code[pc + 1]!
    switch (code[pc]!) {
      case 0:
        return text.put('break f;')
      case 1:
        return this.#success(pc)
      case 2:
      case 3:
      case 4:
      case 5:
        return text.put(`if(!${this.isAt(charactersOf(this.program, code[pc]!, operand), 'i')})break f;i++;`)
      case 6:
        return text.put('if(i>=n)break f;i++;')
      case 7:
        return this.#literal(operand)
      case 8:
        return this.#place(operand)
      case 9:
        return this.#mark(operand)
      case 10:
        return emitBranch(this, pc)
      case 11:
        return text.put(this.goto(operand))
      case 12:
        return emitRepeat(this, pc)
      case 13:
      case 14:
        return emitUntil(this, pc)
      case 15:
      case 16:
      case 17:
        return emitRepeatOne(this, pc)
      case 18:
      case 20:
      case 21:
        return this.#part(pc)
      case 22: {
        const again = `again(t,m${2 * operand},m${2 * operand + 1},i,n,${code[pc + 2]})`
        return text.put(`j=${again};if(j<0)break f;w+=j-i;i=j;`)
      }
      case 23:
        return text.put(`if(m${2 * operand}<0||m${2 * operand + 1}<0)${this.goto(code[pc + 2]!)}`)
      default:
        throw new Error(`no code for instruction ${code[pc]} of a regular expression`)
    }
  }

  #success(pc: number): void {
    const { text, structure } = this
    const part = this.#parts.at(-1)
    if (part !== undefined && part.tail === pc + 1) {
      const back = part.kind === 20 ? 'i=S[sp];' : ''
      return text.put(`sp=bar-2;${back}bar=S[sp+1];${part.kind === 21 ? 'break f;' : ''}`)
    }
    const marks = Array.from({ length: this.program.groups * 2 }, (_, i) => `m${i}`)
    const found = structure.isNoting ? marks.map((mark, i) => `m${i & ~1}<0||m${i | 1}<0?-1:${mark}`) : marks
    text.put(`if(mode===1&&i!==n||i===forb)break f;owe(w);return[st,i,${[...found, this.#lastGroup()].join()}]`)
  }

  /** Which group ended last. */
  #lastGroup(): string {
    if (this.structure.isNoting) return 'g'
    let answer = '-1'
    for (const { mark, isConditional } of this.structure.marks) {
      if ((mark & 1) === 0) continue
      const group = (mark >> 1) + 1
      answer = isConditional ? `m${mark}>=0?${group}:${answer}` : `${group}`
    }
    return answer
  }

  #literal(index: number): void {
    const { text, kind } = this
    const literal = this.program.texts[index]!
    const { points } = literal
    if (kind === 'string' && literal.text === null) return text.put('break f;')
    const checked = kind === 'string' ? points.slice(0, 12) : points
    const differs = checked.map((point, i) => `${this.at(i === 0 ? 'i' : `i+${i}`)}!==${point}`)
    if (checked.length < points.length) differs.push(`!t.startsWith(${JSON.stringify(literal.text)},i)`)
    text.put(`if(n-i<${points.length}||${differs.join('||')})break f;i+=${points.length};`)
  }

  #place(place: number): void {
    const newline = (index: string): string => `${this.at(index)}===10`
    const word = (index: string): string => `(c=${this.at(index)},${this.text.test(wordsOf(place))})`
    const isWordEdge = `(i>0&&${word('i-1')})!==(i<n&&${word('i')})`
    const tests: Readonly<Record<number, string>> = {
      0: 'i===0',
      1: `i===0||${newline('i-1')}`,
      2: 'i===0',
      5: `i===n||i===n-1&&${newline('i')}`,
      6: `i===n||${newline('i')}`,
      7: 'i===n',
    }
    const isBoundary = place === 3 || place === 8 || place === 10
    const test = tests[place] ?? (isBoundary ? isWordEdge : `!(${isWordEdge})`)
    this.text.put(`if(!(${test}))break f;`)
  }

  #mark(mark: number): void {
    const { text, structure } = this
    if (!structure.isNoting) return text.put(`m${mark}=i;`)
    const undo = text.fresh()
    text.put(`${this.push([`m${mark}`, 'g'], undo)}m${mark}=i;${(mark & 1) === 1 ? `g=${(mark >> 1) + 1};` : ''}`)
    this.later(() => undoVariables(this, undo, [`m${mark}`, 'g']))
  }

  /** Notes where the stack is: success drops everything above, failure comes back to `failed`. */
  #part(pc: number): void {
    const { code, text } = this
    const kind = code[pc]!
    const tail = kind === 18 ? code[pc + 1]! : code[pc + 2]!
    const failed = text.fresh()
    this.#parts.push({ kind, address: pc, tail, failed })
    if (kind !== 18) {
      const behind = code[pc + 1]!
      text.put(behind === 0 ? 'j=i;' : `j=i-${behind};if(j<0)${kind === 20 ? 'break f;' : this.goto(tail)}`)
    }
    this.pushes += 3
    text.put(`S[sp]=i;S[sp+1]=bar;sp+=2;bar=sp;S[sp++]=${text.to(failed)};${kind === 18 ? '' : 'i=j;'}`)
    this.later(() => {
      text.label(failed)
      text.put('sp-=2;bar=S[sp+1];')
      text.put(kind === 21 ? `i=S[sp];${this.clear(pc)}${this.goto(tail)}` : 'break f;')
    })
  }
}
