/**
 * A machine that runs the error grammar.
 *
 * Which message CPython gives, and where it points, follows from the order in which its generated parser tries the
 * rules, from what it remembers, and from how far it has read when it gives up. So for errors we run that
 * grammar as it stands (notation.ts), instead of guessing at its results in the parser that is fast.
 *
 * The machine keeps its own stack: sources may be nested deeper than the host's stack allows. A frame is one
 * attempt at a choice (a rule or a group); an item that needs another choice pushes a frame and gets its result
 * through `deliver`. `undefined` is failure.
 *
 * Three habits of CPython's parser matter and are kept. An action that returns null ends its rule without trying
 * further alternatives. What is remembered is what CPython remembers, and it is not forgotten when a rule is left
 * that switches error rules off for a while. And a token, once read, counts as read: the last one is where an
 * error without a place of its own is shown.
 */

import type { Parser } from '../parser.ts'
import { SourceError } from '../source-error.ts'
import * as kind from '../token-kinds.ts'
import type { Tokens } from '../tokens.ts'
import { type FirstSet, firstOfAlternative, firstOfChoice } from './first-sets.ts'
import type { Alternative, Choice, Grammar, Item, Value } from './notation.ts'
import { Reporter } from './reporter.ts'
import { Shape } from './shape.ts'

const MAX_DEPTH = 6000

/** Within this rule no error rules are tried. */
const QUIET_RULE = 'expression_without_invalid'

/** Frames are used again and again: an error in a long source takes millions of them. */
class Frame {
  choice: Choice
  start: number
  alternative: number
  item: number
  /** The values of the current alternative's items so far; null when there are none. */
  values: (Value | undefined)[] | null
  /** The values of a repetition so far; null outside of one. */
  list: Value[] | null
  /** In a repetition with separators: whether the separator was read and an item must follow. */
  afterSeparator: boolean
  /** Where the current item, or its last repetition, began. */
  itemStart: number
  hasCut: boolean
  /** The best result so far of a rule that begins with itself, and where it ended. */
  seed: Value | undefined
  seedEnd: number
  /** Whether error rules were tried before this frame. */
  outerTriesErrors: boolean

  constructor(choice: Choice) {
    this.choice = choice
    this.start = 0
    this.alternative = 0
    this.item = 0
    this.values = null
    this.list = null
    this.afterSeparator = false
    this.itemStart = 0
    this.hasCut = false
    this.seed = undefined
    this.seedEnd = 0
    this.outerTriesErrors = false
  }

  begin(choice: Choice, start: number, triesErrors: boolean): void {
    this.choice = choice
    this.start = start
    this.alternative = 0
    this.item = 0
    this.values = null
    this.list = null
    this.itemStart = start
    this.hasCut = false
    this.seed = undefined
    this.seedEnd = start
    this.outerTriesErrors = triesErrors
  }
}

/** What `attempt` gives when a frame was pushed and the value is to come. */
const entered = Symbol('entered')

class Memory {
  value: Value | undefined
  end: number
  constructor(value: Value | undefined, end: number) {
    this.value = value
    this.end = end
  }
}

export class Machine {
  readonly parser: Parser
  readonly tokens: Tokens
  readonly grammar: Grammar
  mark: number
  /** How many tokens have been read. */
  fill: number
  readonly reporter: Reporter
  private readonly stack: Frame[]
  /** How many frames of the stack are in use. */
  private height: number
  /** What the frame that was left last came to. */
  private result: Value | undefined
  private readonly memory: Map<number, Memory>
  triesErrors: boolean

  constructor(parser: Parser, grammar: Grammar, start: number) {
    this.parser = parser
    this.tokens = parser.tokens
    this.grammar = grammar
    this.mark = start
    this.fill = start
    this.reporter = new Reporter(this)
    this.stack = []
    this.height = 0
    this.result = undefined
    this.memory = new Map()
    this.triesErrors = false
  }

  /** Runs one rule; false when it fails. Errors are thrown. */
  run(rule: string, start: number, triesErrors: boolean): boolean {
    this.mark = start
    this.triesErrors = triesErrors
    this.memory.clear()
    this.height = 0
    this.enter(this.grammar.get(rule)!)
    for (;;) {
      if (this.advance(this.stack[this.height - 1]!) === 'entered') continue
      if (this.height === 0) return this.result !== undefined
      this.deliver(this.stack[this.height - 1]!, this.result)
    }
  }

  /** Reads a token at the mark, or returns undefined. */
  private token(wanted: number, word: string | null): Shape | undefined {
    const at = this.mark
    this.read(at)
    const { tokens } = this
    if (tokens.kinds[at] !== wanted) return undefined
    if (word !== null && tokens.text(at) !== word) return undefined
    this.mark++
    return new Shape(wanted === kind.NAME ? 'Name' : 'token', at, at, [])
  }

  /** A token that cannot be read is an error at once. */
  read(at: number): void {
    if (at < this.fill) return
    this.fill = at + 1
    if (this.tokens.isError(at)) throw this.tokens.error!
  }

  private enter(choice: Choice): void {
    if (this.height > MAX_DEPTH) {
      const message = 'Parser stack overflowed - Python source too complex to parse'
      throw new SourceError('MemoryError', message, this.tokens.filename, null)
    }
    if (this.height === this.stack.length) this.stack.push(new Frame(choice))
    this.stack[this.height++]!.begin(choice, this.mark, this.triesErrors)
    if (choice.isLeftRecursive) this.memory.set(this.memoryKey(choice, this.mark), new Memory(undefined, this.mark))
    if (choice.name === QUIET_RULE) this.triesErrors = false
  }

  private memoryKey(choice: Choice, mark: number): number {
    return mark * 1024 + choice.id
  }

  /** Goes on with a frame until it needs another one, or is finished. */
  private advance(frame: Frame): 'entered' | 'finished' {
    for (;;) {
      const alternative = frame.choice.alternatives[frame.alternative]
      if (alternative === undefined) {
        if (this.leave(frame, undefined)) return 'finished'
        continue
      }
      if (frame.item === 0 && frame.list === null && !this.canBegin(alternative)) {
        this.nextAlternative(frame)
        continue
      }
      const item = alternative.items[frame.item]
      if (item === undefined) {
        if (this.leave(frame, this.act(frame, alternative))) return 'finished'
        continue
      }
      if (frame.list === null) {
        frame.itemStart = this.mark
        if (item.kind === 'star' || item.kind === 'plus' || item.kind === 'gather') {
          frame.list = []
          frame.afterSeparator = true
        }
      }
      const value = this.attempt(item, frame)
      if (value === entered) return 'entered'
      this.deliver(frame, value)
    }
  }

  private canBegin(alternative: Alternative): boolean {
    if (alternative.isForErrors && !this.triesErrors) return false
    return this.beginsWith(alternative.first ?? firstOfAlternative(alternative))
  }

  private beginsWith(first: FirstSet): boolean {
    if (first === 'anything') return true
    this.read(this.mark)
    return first[this.tokens.kinds[this.mark]!] === 1
  }

  /** Tries the part of an item that comes next. */
  private attempt(item: Item, frame: Frame): Value | undefined | typeof entered {
    switch (item.kind) {
      case 'token':
        return this.token(item.token, null)
      case 'word':
        return this.token(kind.NAME, item.text)
      case 'rule':
      case 'group':
        return this.attemptChoice(item.choice!)
      case 'cut':
        frame.hasCut = true
        return null
      case 'gather':
        return this.attempt(frame.afterSeparator ? item.inner! : item.separator!, frame)
      default:
        return this.attempt(item.inner!, frame)
    }
  }

  private attemptChoice(choice: Choice): Value | undefined | typeof entered {
    if (!this.beginsWith(choice.first ?? firstOfChoice(choice))) return undefined
    if (choice.isMemoized || choice.isLeftRecursive) {
      const memory = this.memory.get(this.memoryKey(choice, this.mark))
      if (memory !== undefined) {
        this.mark = memory.end
        return memory.value
      }
    }
    this.enter(choice)
    return entered
  }

  /** Gives the current item of a frame the result of an attempt. */
  private deliver(frame: Frame, value: Value | undefined): void {
    const item = frame.choice.alternatives[frame.alternative]!.items[frame.item]!
    switch (item.kind) {
      case 'optional':
        if (value === undefined) this.mark = frame.itemStart
        return this.accept(frame, value ?? null)
      case 'and':
        this.mark = frame.itemStart
        return value === undefined ? this.nextAlternative(frame) : this.accept(frame, null)
      case 'not':
        this.mark = frame.itemStart
        return value === undefined ? this.accept(frame, null) : this.nextAlternative(frame)
      case 'force':
        if (value === undefined) throw this.reporter.expected(item.text)
        return this.accept(frame, value)
      case 'star':
      case 'plus':
      case 'gather':
        return this.repeat(frame, item, value)
      default:
        return value === undefined ? this.nextAlternative(frame) : this.accept(frame, value)
    }
  }

  private repeat(frame: Frame, item: Item, value: Value | undefined): void {
    const list = frame.list!
    if (value === undefined) {
      this.mark = frame.itemStart
      frame.list = null
      if (item.kind !== 'star' && list.length === 0) this.nextAlternative(frame)
      else this.accept(frame, list)
      return
    }
    if (item.kind === 'gather' && !frame.afterSeparator) {
      frame.afterSeparator = true
      return
    }
    list.push(value)
    frame.itemStart = this.mark
    frame.afterSeparator = false
  }

  private accept(frame: Frame, value: Value): void {
    if (frame.values === null) frame.values = [value]
    else frame.values.push(value)
    frame.item++
  }

  private nextAlternative(frame: Frame): void {
    this.mark = frame.start
    frame.alternative = frame.hasCut ? frame.choice.alternatives.length : frame.alternative + 1
    frame.item = 0
    frame.values = null
    frame.list = null
  }

  /** Ends a frame with a result; false when it goes on, to let a rule that begins with itself grow. */
  private leave(frame: Frame, raw: Value | undefined): boolean {
    const { choice } = frame
    let value = raw
    if (choice.isLeftRecursive) {
      const memory = this.memory.get(this.memoryKey(choice, frame.start))!
      if (value !== undefined && this.mark > frame.seedEnd) {
        memory.value = frame.seed = value
        memory.end = frame.seedEnd = this.mark
        this.mark = frame.start
        frame.alternative = 0
        frame.item = 0
        frame.values = null
        frame.hasCut = false
        return false
      }
      value = frame.seed
      this.mark = frame.seedEnd
    } else if (choice.isMemoized) {
      this.memory.set(this.memoryKey(choice, frame.start), new Memory(value, this.mark))
    }
    this.triesErrors = frame.outerTriesErrors
    this.height--
    this.result = value
    return true
  }

  private act(frame: Frame, alternative: Alternative): Value | undefined {
    const { action, names, items } = alternative
    const values = frame.values!
    if (action === null)
      return items.length === 1 ? values[0] : alternative.named < 0 ? (values as Value[]) : values[alternative.named]
    if (typeof action === 'string') return this.shape(action, frame.start, values)
    const captures: Record<string, Shape> = {}
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!
      if (name !== null) captures[name] = values[i] as Shape
    }
    return action(captures, this.reporter) ?? undefined
  }

  /** A node over what was just read, with the shapes in it that are no plain tokens. */
  private shape(nodeKind: string, start: number, values: readonly (Value | undefined)[]): Shape {
    const children: Shape[] = []
    collectShapes(values, children)
    return new Shape(nodeKind, start, this.lastToken(start), children)
  }

  private lastToken(start: number): number {
    let last = this.mark - 1
    while (last > start && this.isLineStructure(last)) last--
    return last
  }

  private isLineStructure(token: number): boolean {
    const tokenKind = this.tokens.kinds[token]!
    return tokenKind === kind.ENDMARKER || (tokenKind >= kind.NEWLINE && tokenKind <= kind.DEDENT)
  }
}

function collectShapes(values: readonly (Value | undefined)[], into: Shape[]): void {
  for (const value of values) {
    if (value instanceof Shape) {
      if (value.kind !== 'token') into.push(value)
    } else if (Array.isArray(value)) collectShapes(value, into)
  }
}
