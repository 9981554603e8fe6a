/**
 * Turns an instruction into a case of the dispatch function.
 *
 * Micro-ops pass values to each other in variables: what one leaves on the stack, the next finds in a variable. Only what the instruction as a
 * whole takes is read from `slots`, and only what it leaves there, and was not there before, is written, all at the end.
 */
import type { Input, Instruction, Uop } from './read-definitions.ts'
import { renderBody, type Returned, type VariablePool } from './render-body.ts'

/** Something that a micro-op left for the next one, or for the stack. */
interface Entry {
  text: string
  representation: Input['representation']
  count: string
  /** Where it lies in the stack already: places below the instruction's `sp`; undefined if nowhere. */
  readonly home: string | undefined
  readonly condition: string | undefined
}

export interface CaseContext {
  readonly pool: VariablePool
  readonly used: Set<string>
  readonly isImported: (name: string) => boolean
  readonly cacheUnits: (instruction: string) => number
  readonly isCounting: boolean
  /**
   * A case of the dispatch function's main switch, or a function of its own; or, of the two switches before the main one, a load that leaves
   * its value in `top`, or an instruction that takes `top` as if it lay on the stack.
   */
  readonly place: 'inline' | 'function' | 'load' | 'consumer'
  readonly opcode: number
  /** Functions that neither look at the frame nor raise. */
  readonly quiet: ReadonlySet<string>
  /** Instructions that this one does the work of as well, if they follow it, with their numbers. */
  readonly followers: readonly (readonly [number, Instruction])[]
}

const sum = (counts: readonly string[]): string => {
  const fixed = counts.filter(each => /^\d+$/.test(each)).reduce((total, each) => total + Number(each), 0)
  const rest = counts.filter(each => !/^\d+$/.test(each)).map(each => (/^\w+$/.test(each) ? each : `(${each})`))
  return [...(fixed > 0 || rest.length === 0 ? [String(fixed)] : []), ...rest].join(' + ')
}

/**
 * Indexes and the machine's registers are kept int32 with `| 0`: else V8 holds them tagged across the loop, checks each sum for
 * overflow and each use for its tag (measured: a third of the time of a simple instruction).
 */
const below = (count: string): string =>
  count === '0' ? 'sp' : `sp - ${count.includes(' ') ? `(${count})` : count} | 0`

const value = (text: string): Entry => ({
  text,
  representation: 'value',
  count: '1',
  home: undefined,
  condition: undefined,
})

const advance = (register: string, by: string): string => `${register} = ${register} + ${by} | 0`

export function renderCase(instruction: Instruction, context: CaseContext): string {
  return new CaseRenderer(instruction, context).render()
}

class CaseRenderer {
  readonly #instruction: Instruction
  readonly #context: CaseContext
  readonly #caches: number
  /** Counts of what has been taken from the stack itself, the top first. */
  #taken: string[] = []
  #pending: Entry[] = []
  #callsOut = false
  #ended = false
  #labels = 0

  constructor(instruction: Instruction, context: CaseContext) {
    this.#instruction = instruction
    this.#context = context
    this.#caches = context.cacheUnits(instruction.family ?? instruction.name)
    context.pool.reset()
    if (context.place === 'consumer') this.#pending.push(value('top'))
  }

  render(): string {
    const { kind, uops } = this.#instruction
    const parts: string[] = []
    let rest = uops
    if (kind === 'adaptive') {
      parts.push(this.#specializing(uops[0]!))
      rest = uops.slice(1)
    }
    for (const uop of rest) parts.push(this.#uop(uop))
    if (!this.#ended) {
      if (this.#context.followers.length > 0) parts.push(this.#fused())
      parts.push(this.#finish())
    }
    // What is called may look at the frame. A function of its own was called with vm.frame set.
    const current = this.#isInline ? 'if (vm.frame !== frame) vm.frame = frame\n' : ''
    const prologue = this.#callsOut ? `frame.lasti = pc - 1\n${current}` : ''
    return prologue + parts.join('\n')
  }

  get #isInline(): boolean {
    return this.#context.place !== 'function'
  }

  /** Code that goes on with the next instruction. */
  get #next(): string {
    if (this.#context.place === 'load') return 'break loading'
    return this.#isInline ? 'continue main' : 'frame.pc = pc; return sp'
  }

  get #exit(): string | undefined {
    const { kind, family } = this.#instruction
    if (kind !== 'specialization') return undefined
    const count = this.#context.isCounting ? `misses[${this.#context.opcode}]++; ` : ''
    if (this.#context.place === 'consumer') return `${count}opcode = opcodes.${family}; break consuming`
    if (this.#isInline) return `${count}opcode = opcodes.${family}; break inlined`
    return `${count}return ${family}(frame, slots, sp, pc, oparg)`
  }

  /** The adaptive counter: at zero, and not unreachable, the instruction is specialized and what it has become is dispatched. */
  #specializing(uop: Uop): string {
    this.#callsOut = true
    const body = this.#uop(uop)
    this.#taken = []
    this.#pending = []
    this.#context.pool.reset()
    return `if (units[pc] < ${unreachableCounter}) {\n${body}\npc = pc - 1 | 0; ${this.#next}\n}\nunits[pc] -= ${counterUnit}`
  }

  /** Looks at the next instruction; for each follower, code that does both. */
  #fused(): string {
    const next = this.#context.pool.take()
    const parts = [`${next} = units[pc + ${this.#caches} | 0]`]
    for (const [number, follower] of this.#context.followers) {
      const [taken, pending] = [[...this.#taken], [...this.#pending]]
      const code = follower.uops.map(uop => this.#uop(uop, `(${next} >> 8)`))
      const skip = this.#caches + 1 + this.#context.cacheUnits(follower.name)
      code.push(this.#left(), advance('pc', String(skip)), this.#next)
      parts.push(`if ((${next} & 255) === ${number}) { // ${follower.name}\n${code.join(';\n')}\n}`)
      this.#taken = taken
      this.#pending = pending
    }
    return parts.join('\n')
  }

  #uop(uop: Uop, oparg = 'oparg'): string {
    const names = new Map<string, string>([['oparg', oparg]])
    const reads: string[] = []
    const taken = new Map<string, Entry>()
    for (const input of [...uop.inputs].reverse()) {
      const entry = this.#take(input, reads)
      names.set(input.name, entry.text)
      taken.set(input.name, entry)
    }
    let outputs: Entry[] | undefined
    const label = `body${++this.#labels}`
    let breaks = false
    const temporaries: string[] = []
    const body = renderBody(uop, {
      pool: this.#context.pool,
      names,
      used: this.#context.used,
      isImported: this.#context.isImported,
      onCall: callee => {
        if (!this.#context.quiet.has(callee)) this.#callsOut = true
      },
      exit: this.#exit,
      renderReturn: (returned, isLast) => {
        const word = returned.findIndex(each => each.word !== undefined)
        if (word >= 0) return this.#elsewhere(uop, returned, word, taken, isLast)
        if (isLast && !breaks) {
          const [code, entries] = this.#outputs(uop, returned, taken)
          outputs = entries
          return code
        }
        breaks = true
        return this.#assignOutputs(uop, returned, temporaries) + (isLast ? '' : `; break ${label}`)
      },
    })
    if (breaks) this.#ended = false
    if (breaks)
      outputs = uop.outputs.map((output, i) => ({
        text: temporaries[i]!,
        representation: output.representation,
        count: '1',
        home: undefined,
        condition: output.condition,
      }))
    if (outputs !== undefined) this.#pending.push(...outputs)
    const block = breaks ? `${label}: {\n${body}\n}` : body
    return [...reads, block].filter(text => text !== '').join(';\n')
  }

  /** What the input is: the variable in which an earlier micro-op left it, or a new one read from the stack. */
  #take(input: Input, reads: string[]): Entry {
    const pending = this.#pending.pop()
    if (pending?.condition !== undefined)
      throw new Error(`${this.#instruction.name}: what is pushed under a condition cannot be taken`)
    if (pending !== undefined) return this.#convert(pending, input, reads)
    const before = sum(this.#taken)
    this.#taken.push(input.count)
    const home = sum(this.#taken)
    const text = this.#context.pool.take()
    const source = {
      value: `slots[${below(home)}]`,
      float: `slots[${below(home)}].value`,
      values: `slots.slice(${below(home)}, ${below(before)})`,
      region: below(home),
    }[input.representation]
    reads.push(`${text} = ${source}`)
    return { text, representation: input.representation, count: input.count, home, condition: undefined }
  }

  #convert(entry: Entry, input: Input, reads: string[]): Entry {
    if (entry.representation === input.representation) return entry
    const text = this.#context.pool.take()
    if (entry.representation === 'value' && input.representation === 'float')
      reads.push(`${text} = ${entry.text}.value`)
    else if (entry.representation === 'float') reads.push(`${text} = new PyFloat(${entry.text})`)
    else if (entry.representation === 'region')
      reads.push(`${text} = slots.slice(${entry.text}, ${entry.text} + ${input.count})`)
    else throw new Error(`${this.#instruction.name}: no way from ${entry.representation} to ${input.representation}`)
    return { ...entry, text, representation: input.representation, count: input.count, home: undefined }
  }

  #outputs(uop: Uop, returned: readonly Returned[], taken: Map<string, Entry>): [string, Entry[]] {
    const code: string[] = []
    const entries = returned.slice(0, uop.outputs.length).map((each, i): Entry => {
      const output = uop.outputs[i]!
      const same = each.parameter === undefined ? undefined : taken.get(each.parameter)
      if (same !== undefined) return { ...same, condition: output.condition }
      let text = each.text
      // A later output, or a later micro-op, may want the value: it is computed once, here.
      if (!/^(\w+|-?\d+)$/.test(text)) {
        text = this.#context.pool.take()
        code.push(`${text} = ${each.text}`)
      }
      return { text, representation: output.representation, count: '1', home: undefined, condition: output.condition }
    })
    if (uop.outputs.length === 0 && returned.length === 1) code.push(returned[0]!.text)
    return [code.join('\n'), entries]
  }

  #assignOutputs(uop: Uop, returned: readonly Returned[], temporaries: string[]): string {
    const assignments = uop.outputs.map((_, i) => {
      temporaries[i] ??= this.#context.pool.take()
      return `${temporaries[i]} = ${returned[i]?.text}`
    })
    return assignments.join('; ')
  }

  /** A return that goes elsewhere: what stays on the stack is written first. */
  #elsewhere(
    uop: Uop,
    returned: readonly Returned[],
    word: number,
    taken: Map<string, Entry>,
    isLast: boolean,
  ): string {
    if (isLast) this.#ended = true
    const { text } = returned[word]!
    const name = returned[word]!.word!
    if (name === 'skipBy') return `${advance('pc', `${this.#caches} + (${text})`)}; ${this.#next}`
    if (name === 'pause')
      return `${this.#isInline ? 'vm.frame = frame; ' : ''}frame.sp = sp; frame.pc = frame.lasti = pc - 1 | 0; return ${this.#isInline ? 'paused' : 'PAUSE'}`
    if (name === 'outcome') return `return ${text}`
    if (name === 'raiseThrown') return `transfer.thrown = ${text}; return RAISE`
    const kept = returned.slice(0, word)
    const entries = kept.map((each): Entry => {
      const same = each.parameter === undefined ? undefined : taken.get(each.parameter)
      return same ?? value(each.text)
    })
    const stack = this.#writes([...this.#pending, ...entries])
    const skip = this.#caches === 0 ? '' : ` + ${this.#caches}`
    const save = `frame.sp = sp; frame.lasti = pc - 1 | 0; frame.pc = pc${skip} | 0`
    const go = (inline: string, outcome: string): string => (this.#isInline ? inline : outcome)
    switch (name) {
      case 'enterFrame':
        return `callee = ${text}; ${stack}; ${save}; ${go('break entering', 'transfer.callee = callee; return ENTER')}`
      case 'leaveFrame':
        return `result = ${text}; ${go('break leaving', 'transfer.result = result; return LEAVE')}`
      case 'yieldValue':
        return `result = ${text}; ${stack}; ${save}; ${go('break yielding', 'transfer.result = result; return YIELD')}`
      case 'unpackAll':
        return `sp = unpackItems(slots, ${below(sum(this.#taken))}, ${text}); ${advance('pc', String(this.#caches))}; ${this.#next}`
      default:
        throw new Error(`${uop.name}: unknown word ${name}`)
    }
  }

  #finish(): string {
    const skip = this.#caches === 0 ? '' : `\n${advance('pc', String(this.#caches))}`
    return `${this.#left()}${skip}\n${this.#next}`
  }

  /** Code that puts what is pending where it belongs: on the stack, and of a load the last value in `top`. */
  #left(): string {
    if (this.#context.place !== 'load') return this.#writes(this.#pending)
    const last = this.#pending.at(-1)!
    return `${this.#writes(this.#pending.slice(0, -1))}\ntop = ${last.text}`
  }

  /** Code that leaves the entries on the stack in place of what was taken, and moves `sp`. */
  #writes(entries: readonly Entry[]): string {
    const total = sum(this.#taken)
    const code: string[] = []
    const before: string[] = []
    let left = total
    for (const entry of entries) {
      if (entry.condition !== undefined) continue
      const place = minus(left, sum(before))
      before.push(entry.count)
      if (entry.home !== undefined && minus(left, sum(before.slice(0, -1))) === entry.home) continue
      if (entry.representation === 'region' || entry.representation === 'values')
        throw new Error(`${this.#instruction.name}: operands of variable number cannot be moved`)
      const value = entry.representation === 'float' ? `new PyFloat(${entry.text})` : entry.text
      code.push(`slots[${below(place)}] = ${value}`)
    }
    left = minus(total, sum(before))
    if (/^-\d+$/.test(left)) code.push(advance('sp', left.slice(1)))
    else if (left !== '0') code.push(`sp = sp - (${left}) | 0`)
    for (const entry of entries)
      if (entry.condition !== undefined)
        code.push(`if (${entry.condition}) { slots[sp] = ${entry.text}; sp = sp + 1 | 0 }`)
    return code.join('\n')
  }
}

/** `a - b` of two sums of counts. */
function minus(a: string, b: string): string {
  const terms = new Map<string, number>()
  let fixed = 0
  const add = (text: string, sign: number): void => {
    for (const term of text.split(' + ')) {
      if (/^\d+$/.test(term)) fixed += sign * Number(term)
      else terms.set(term, (terms.get(term) ?? 0) + sign)
    }
  }
  add(splitSafe(a), 1)
  add(splitSafe(b), -1)
  const rest = [...terms].filter(([, n]) => n !== 0)
  if (rest.some(([, n]) => n !== 1)) throw new Error(`cannot subtract ${b} from ${a}`)
  if (rest.length === 0) return String(fixed)
  const variable = rest.map(([term]) => restoreSafe(term)).join(' + ')
  return fixed === 0 ? variable : fixed > 0 ? `${fixed} + ${variable}` : `${variable} - ${-fixed}`
}

// A parenthesized count is one term, whatever is inside it.
const splitSafe = (text: string): string =>
  text.replace(/\(([^)]*)\)/g, (_, inner: string) => `(${inner.replaceAll(' + ', '\u0001')})`)
const restoreSafe = (term: string): string => term.replaceAll('\u0001', ' + ')

/** Adaptive counters, as in CPython 3.15: the value above three bits of backoff (interpreter/backoff.ts). */
const unreachableCounter = 7
const counterUnit = 8
