/**
 * A region: the blocks that a unit is made of, from bytecode and inline caches to structured JavaScript.
 *
 * Blocks are found by lowering them: the state at the end of one is the state at the beginning of the next. Where two ways meet, the layout
 * of the block is widened to fit both, and the block is lowered again, until nothing changes; then all are lowered once more, for their code. A
 * call that is inlined becomes blocks of the callee, in a context of its own. What lies outside (behind the loop, or never run so far) is left
 * through an exit.
 *
 * Why regions of the control flow and no linear traces: the engine below compiles whole functions with their control flow, so a branchy or nested
 * loop becomes one function without any linking of side traces, and what is known meets at joins instead of being learnt anew on each path.
 */
import { mapped } from '../base/arrays.ts'
import type { OpcodeName } from '../compiler/generated/opcodes.ts'
import type { PyDict } from '../objects/dict.ts'
import { type Frame, type PyCode, PyFunction } from '../objects/frame.ts'
import { rootShape, type Shape } from '../objects/shape.ts'
import type { PyType } from '../objects/type.ts'
import { isUnboxable, PyFloat, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { isInterpreterNeeded } from '../interpreter/breaker.ts'
import { warmup } from '../interpreter/backoff.ts'
import { ListCache, type ListKind } from '../interpreter/inline-caches.ts'
import { Builder } from './builder.ts'
import { genericOpcode, leadersOf, liveAt, loopAt, loopHeadsOf, nameOf, nextOf, unitAt, writtenIn } from './bytecode.ts'
import { finishRunning, frameOfRunning, resumeSuspended, suspendRunning } from './generator-frames.ts'
import { iteratorOf, partNames } from './iterators.ts'
import { caught, frameOfCall, frameOfInlined, leave, left, refuseCall } from './leave.ts'
import { lowerInstruction } from './lowering/lower.ts'
import { isIteration } from './lowering/operator-methods.ts'
import { moves } from './moves.ts'
import { isUnstable } from './profile.ts'
import { tuning } from './tuning.ts'
import {
  Context,
  fits,
  foresee,
  type FrameState,
  joinInto,
  layoutOf,
  type LoopVersion,
  type Operand,
  type Register,
  type State,
  stateAt,
} from './state.ts'
import { helperNamed } from './stencil.ts'
import { newTally } from './tally.ts'
import { type Destination, ExitPoint, type ExitReason, type FrameRecipe, type Handler, type Unit } from './unit.ts'

/** A way out of a block: what to do on it, and where it leads; null where what is done leaves the unit. */
export interface Edge {
  readonly moves: string
  readonly target: Block | null
}

/** An exception that is handled in the unit. */
export interface Handled {
  readonly at: string
  readonly edge: Edge
}

export type End =
  | { readonly kind: 'none' }
  | { readonly kind: 'goto'; readonly edge: Edge }
  | { readonly kind: 'if'; readonly condition: string; readonly yes: Edge; readonly no: Edge }

export class Block {
  readonly context: Context
  readonly at: number
  /** Position in the order of the program text. */
  readonly order: number
  /** The loops that it is in, its own included, that are in their second version. */
  readonly versions: readonly LoopVersion[]
  layout: State | null = null
  visits = 0
  lines: readonly string[] = []
  /** Where exceptions go that its lines raise, by what `at` is then; others leave the unit. */
  handlers: readonly Handled[] = []
  end: End = { kind: 'none' }
  /** Its instructions; and why the last of them leaves the unit, always, if it does. */
  instructions: readonly number[] = []
  left: ExitReason | null = null
  constructor(context: Context, at: number, order: number, versions: readonly LoopVersion[]) {
    this.context = context
    this.at = at
    this.order = order
    this.versions = versions
  }
}

/** What comes before the blocks of the bytecode. */
export interface Entry {
  readonly builder: Builder
  readonly end: End
}

/** Too large to be worth it, or made of what cannot be compiled. */
export class CannotCompile {
  readonly reason: string
  readonly region: Region | null
  /** How many times too large it is, if it was written. */
  readonly excess: number | undefined
  constructor(reason: string, region: Region | null = null, excess?: number) {
    this.reason = reason
    this.region = region
    this.excess = excess
  }
}

/** What an exit passes: values for the recipes of its point, the first of them for the locals of the unit's own frame. */
interface Leaving {
  readonly point: string
  readonly args: readonly string[]
  readonly locals: number
}

const maxVisits = 3000
const maxBlocks = 600
const nothing: ReadonlySet<number> = new Set()

export class Region {
  readonly unit: Unit
  readonly root: Context
  /** The instructions that belong to it, in the unit's own code; null for all. */
  readonly extent: ReadonlySet<number> | null
  /** How many versions the head of a loop may have. */
  readonly maxVersions: number
  /** How many instructions may be inlined in all. */
  readonly inlineBudget: number
  isWriting = false
  /** By place and versions of the loops around; several are those of a loop's head. */
  readonly #blocks = new Map<string, Block[]>()
  #blockCount = 0
  readonly #contexts = new Map<string, Context>()
  readonly #queue = new Set<Block>()
  readonly #constants = new Map<unknown, string>()
  readonly values: unknown[] = []
  /** For printing: a bundle has its own names for functions. */
  readonly helperNames = new Map<unknown, string>()
  readonly registers = new Set<string>()
  readonly throwCases: string[] = []
  /** What exits do, out of line: the text behind each label. Their last moves are the same for many (`tails`). */
  readonly exits: string[] = []
  readonly tails = new Map<string, string>()
  /** Ids are not used again: a call that turns out to be of another function has a context of its own. */
  #lastContext = 0
  #registers = 0
  #labels = 0
  #visits = 0
  inlinedSize = 0
  /** The instructions that were written, of the unit's own code and of inlined calls. */
  readonly written = { own: 0, inlined: 0 }
  /** The largest number of values that an exit passes. */
  passed = 0
  readonly tally = newTally()
  /** What comes before the first block, which it leads to. */
  first: Block | null = null
  /** The globals of the frame for which the unit is made. */
  readonly globals: PyDict
  /** Stands for the function where the new unit is only shown to the engine (compile.ts). */
  readonly shown: PyFunction

  constructor(unit: Unit, extent: ReadonlySet<number> | null, frame: Frame, inlineBudget: number, maxVersions: number) {
    const { code, globals, builtins, func } = frame
    this.inlineBudget = inlineBudget
    this.maxVersions = maxVersions
    this.globals = globals
    this.shown = new PyFunction(code, globals, builtins, func === null ? null : func.closure)
    this.unit = unit
    this.extent = extent
    this.root = new Context(0, unit.code, null, null, -1, -1)
  }

  // Names.

  newRegister(register: Register): string {
    const name = `${register === 'float' ? 'x' : 't'}${this.#registers++}`
    if (this.isWriting) this.registers.add(name)
    return name
  }

  /** A register of the boundary of blocks is assigned to. */
  useRegister(name: string): void {
    this.registers.add(name)
  }

  newLabel(): string {
    return `l${this.#labels++}`
  }

  /** The name under which the code has a value of ours. */
  constantName(value: unknown): string {
    let name = this.#constants.get(value)
    if (name === undefined) {
      name = `k${this.values.length}`
      this.values.push(value)
      this.#constants.set(value, name)
    }
    return name
  }

  helper(name: string): string {
    const value = helperNamed(name) ?? builtinHelpers[name]
    if (value === undefined) throw new Error(`no helper is named ${name}`)
    this.helperNames.set(value, name)
    return this.constantName(value)
  }

  literal(value: Value): string {
    if (value === null || typeof value === 'boolean') return String(value)
    if (typeof value === 'number') return value < 0 ? `(${value})` : String(value)
    if (value instanceof PyFloat && isUnboxable(value)) return doubleText(value.value)
    return this.constantName(value)
  }

  // Contexts and blocks.

  /** A call that has been inlined stays so, whatever has used up the budget since. */
  mayInline(parent: Context, callAt: number, code: PyCode): boolean {
    return this.inlinedSize < this.inlineBudget || this.#contexts.get(`${parent.id}:${callAt}`)?.code === code
  }

  contextOf(parent: Context, callAt: number, returnTo: number, code: PyCode, func: PyFunction | null): Context {
    const key = `${parent.id}:${callAt}`
    let context = this.#contexts.get(key)
    if (context === undefined || context.code !== code || context.func !== func) {
      context = new Context(++this.#lastContext, code, func, parent, callAt, returnTo)
      this.#contexts.set(key, context)
      this.inlinedSize += code.units.length
    }
    return context
  }

  /** Something is called that may look at frames: they must exist. */
  noteEscape(context: Context): void {
    for (let each: Context | null = context; each !== null; each = each.parent) each.escapes = true
    this.unit.isClosed = false
  }

  /**
   * The block at `at` for this state. A loop has a second version for values that are raw doubles on one way to its head and something else on
   * another: a total that begins as the int 0, a local that the first turn assigns. So the first turn is peeled off where that pays.
   */
  blockAt(context: Context, at: number, state: State): Block {
    const isHead = loopHeadsOf(context.code).has(at)
    const around = state.versions.filter(each => isWithin(context, at, state, each))
    let key = `${context.id}:${at}`
    for (const loop of around) key += `:${loop.context.id},${loop.at}`
    for (const generator of state.suspended) key += `@${generator.context.id},${generator.pc}`
    let blocks = this.#blocks.get(key)
    if (blocks === undefined) this.#blocks.set(key, (blocks = []))
    const live = isHead ? liveAt(context.code, at) : nothing
    for (const block of blocks) if (!isHead || fits(block.layout!, state, live)) return block
    if (blocks.length < (isHead ? this.maxVersions : 1)) {
      if (++this.#blockCount > maxBlocks) throw new CannotCompile('too many blocks', this)
      if (blocks.length > 0) this.tally.versions++
      const versions = blocks.length > 0 ? [...around, { context, at }] : around
      blocks.push(new Block(context, at, orderOf(context, at) + versions.length / 2 ** 20, versions))
    }
    return blocks[blocks.length - 1]!
  }

  contains(context: Context, at: number): boolean {
    return context.parent !== null || this.extent === null || this.extent.has(at)
  }

  /** The way to the instruction at `at` of the innermost frame. */
  edgeTo(builder: Builder, at: number): Edge {
    const { state } = builder
    const { context } = state.top
    state.forgetGenerators()
    if (!this.contains(context, at)) return { moves: this.exitText(state, 'loopEnd', at), target: null }
    const settled = builder.apart(() => builder.settle())
    const block = this.blockAt(context, at, state)
    this.#arrive(block, state)
    return { moves: this.isWriting ? settled + moves(builder, block.layout!) : '', target: block }
  }

  #arrive(block: Block, state: State): void {
    const { code } = block.context
    const isHead = loopHeadsOf(code).has(block.at)
    if (block.layout === null) {
      block.layout = layoutOf(state, block.versions)
      if (isHead) foresee(block.layout, writtenIn(code, block.at))
      this.#queue.add(block)
    } else if (joinInto(block.layout, state, isHead || block.visits > 2)) this.#queue.add(block)
    else return
    if (this.isWriting) throw new Error('the analysis had not ended')
  }

  /** Analyzes from the first block on, then writes: `enter` makes the code that comes before the first block. */
  build(enter: () => Entry): { entry: Builder; first: Block } {
    enter()
    while (this.#queue.size > 0) {
      let next: Block | null = null
      for (const block of this.#queue) if (next === null || block.order < next.order) next = block
      this.#queue.delete(next!)
      if (++this.#visits > maxVisits) throw new CannotCompile('the analysis takes too long', this)
      this.#lower(next!)
    }
    this.isWriting = true
    const { builder, end } = enter()
    const first = new Block(this.root, builder.at, -1, [])
    first.lines = builder.lines
    first.end = end
    this.first = first
    const done = new Set<Block>()
    const pending = edgesOf(first).flatMap(edge => edge.target ?? [])
    while (pending.length > 0) {
      const block = pending.pop()!
      if (done.has(block)) continue
      done.add(block)
      this.#lower(block)
      for (const edge of edgesOf(block)) if (edge.target !== null) pending.push(edge.target)
    }
    return { entry: builder, first }
  }

  #lower(block: Block): void {
    block.visits++
    const builder = new Builder(this, stateAt(block.layout!))
    const { code } = block.context
    const leaders = leadersOf(code)
    block.end = { kind: 'none' }
    const instructions: number[] = []
    for (let at = block.at; ; at = builder.next) {
      // A handler may jump back to code that does not come back by itself.
      if (at !== block.at && (leaders.has(at) || !this.contains(block.context, at))) {
        builder.begin(at, at)
        block.end = { kind: 'goto', edge: this.edgeTo(builder, at) }
        break
      }
      const unit = unitAt(code, at)
      instructions.push(at)
      builder.settle()
      builder.begin(at, nextOf(code, at), unit >> 8)
      if (at === block.at && loopHeadsOf(code).has(at)) builder.lookAtBreaker()
      const end =
        lowerInstruction(builder, nameOf(unit & 255), nameOf(genericOpcode(unit & 255)) as OpcodeName, unit >> 8) ??
        builder.end
      if (builder.ended) break
      if (end !== undefined) {
        block.end = end
        break
      }
    }
    if (this.isWriting) this.written[block.context.parent === null ? 'own' : 'inlined'] += instructions.length
    block.lines = builder.lines
    block.handlers = builder.handlers
    block.instructions = instructions
    block.left = builder.left
  }

  /** The handler for what the instruction at `at` of the innermost frame raises. */
  handlerOf(state: State, at: number): Handler | null {
    for (let level = state.frames.length - 1; level >= 0; level--) {
      const table = state.frames[level]!.context.code.handlers!
      if (state.frames[level]!.context.isGenerator) return null
      const row = table.find(state.frames[level + 1]?.context.callAt ?? at)
      if (row >= 0) return { level, table, row }
      if (isIteration(state.frames[level]!)) return null
    }
    return null
  }

  /** Is the handler a part of the unit? */
  handles(handler: Handler, state: State): boolean {
    const { table, row, level } = handler
    return table.taken[row]! >= tuning.handlerWarmth && this.contains(state.frames[level]!.context, table.target(row))
  }

  // Exits.

  /** Code that leaves the unit in `state`, the instruction at `at` of the innermost frame being next: a jump. */
  exitText(state: State, reason: ExitReason, at: number, lasti = at, instance: Operand | null = null): string {
    if (!this.isWriting) return ''
    this.exits.push(this.#passed(this.#exitPoint(state, reason, at, lasti, instance)))
    return `break E${this.exits.length - 1};`
  }

  /** The number of the case in which an exception raised in `state` leaves the unit. */
  throwPoint(state: State, at: number): string {
    const number = this.throwCases.length + 1
    this.throwCases.push(`case ${number}:${this.#passed(this.#exitPoint(state, 'raised', at, at, null))}`)
    return String(number)
  }

  /**
   * All exits share the call of `leave` at the end of the unit: an exit by itself is nothing but moves. What has never run the engine would else not
   * compile, and taking an exit for the first time would throw its code away. Exits that pass the same locals share their moves.
   */
  #passed({ point, args, locals }: Leaving): string {
    this.passed = Math.max(this.passed, args.length)
    const move = mapped(args, (text, i) => `v${i}=${text};`)
    const tail = move.slice(0, locals).join('')
    if (tail === '') return `p=${point};${move.join('')}break X;`
    let label = this.tails.get(tail)
    if (label === undefined) this.tails.set(tail, (label = `T${this.tails.size}`))
    return `p=${point};${move.slice(locals).join('')}break ${label};`
  }

  #exitPoint(state: State, reason: ExitReason, at: number, lasti: number, made: Operand | null): Leaving {
    const args: string[] = []
    const argument = (text: string): number => {
      const index = args.indexOf(text)
      return index >= 0 ? index : args.push(text) - 1
    }
    let locals = 0
    const recipeOf = (frame: FrameState, pc: number, lasti: number, isOwn = false): FrameRecipe => {
      const { context, func, instance } = frame
      const destinations: Destination[] = []
      for (let slot = 0; slot < frame.sp; slot++) {
        const operand = frame.slots[slot]
        if (operand === undefined || (frame.made === 'yes' && frame.dirty[slot] !== true)) continue
        if (frame.made === 'no' && operand.isLiteral && operand.known.kind === 'unbound') continue
        const waiting = operand.register === 'generator' ? state.suspendedAs(operand) : undefined
        const generator = waiting === undefined ? null : recipeOf(waiting, waiting.pc, waiting.pc - 1)
        destinations.push(destinationOf(slot, operand, argument, generator))
        if (slot < context.code.nlocalsplus && isOwn) locals = args.length
      }
      return {
        code: context.code,
        frameArgument: isOwn || frame.made === 'no' ? -1 : argument(frame.text),
        funcArgument: func === null || context.func !== null ? -1 : argument(func.text),
        func: context.func,
        destinations,
        sp: frame.sp,
        pc,
        lasti,
        instanceArgument: instance === null ? -1 : argument(instance.text),
      }
    }
    const frames = mapped(state.frames, (frame, i) => {
      const inner = state.frames[i + 1]?.context
      return recipeOf(frame, inner?.returnTo ?? at, inner?.callAt ?? lasti, i === 0)
    })
    const instance = made === null ? -1 : argument(made.text)
    const handler = reason === 'raised' || reason === 'callee' ? this.handlerOf(state, lasti) : null
    const inIteration = state.frames.some(frame => frame.context.isGenerator || isIteration(frame))
    const point = new ExitPoint(this.unit, reason, frames, state.top.context.code, at, instance, handler, inIteration)
    this.unit.exits.push(point)
    return { point: this.constantName(point), args, locals }
  }

  /** Code that ends the unit's own frame with this value. */
  returnText(value: string): string {
    return this.unit.kind === 'function' ? `r=${value};break R;` : `return ${value};`
  }

  /** What all returns have in common; it is shown to the engine as well (compile.ts). */
  get returnEnd(): string {
    const V = this.vmName
    return this.unit.isClosed ? `${V}.depth-=d;return r` : `if(n){${V}.depth--;${V}.frame=f.previous}return r`
  }

  /** Has the instruction, which adapts, never been executed? */
  isCold(code: PyCode, at: number): boolean {
    return code.units[at + 1] === warmup
  }

  /** How the lists that the instruction meets keep their items, as far as that is one way. */
  listKind(code: PyCode, at: number): ListKind {
    if (isUnstable(code, at)) return 'either'
    const cache = code.caches[at + 1]
    return cache instanceof ListCache ? cache.kind : 'either'
  }

  rootShapeOf(type: PyType): Shape {
    return rootShape(type)
  }

  /** Whether the unit must be left for the eval breaker. Looking costs nothing but when the budget is used up. */
  get breakerTest(): string {
    return `--${this.vmName}.budget<0&&!delete ${this.constantName(look)}.at`
  }

  get vmName(): string {
    return this.constantName(vm)
  }
}

/**
 * `delete look.at` looks at the eval breaker; it answers false where the unit must be left. Of a call that has not run yet V8 knows nothing, so optimized
 * code is thrown away where it first comes to one; and a unit has a look at each of its back edges, taken once in ten thousand times. Of all that
 * can run a function, deleting a property of a proxy is what V8 collects no feedback for.
 */
const look = new Proxy({}, { deleteProperty: (): boolean => !isInterpreterNeeded() })

const builtinHelpers: Readonly<Record<string, unknown>> = {
  left,
  leave,
  caught,
  frameOfCall,
  frameOfInlined,
  frameOfRunning,
  suspendRunning,
  resumeSuspended,
  finishRunning,
  refuseCall,
  PyFloat,
  iteratorOf,
}

function destinationOf(
  slot: number,
  operand: Operand,
  argument: (text: string) => number,
  generator: FrameRecipe | null,
): Destination {
  const { known, register, text, boxed } = operand
  if (operand.isLiteral)
    return { slot, argument: -1, isFloat: false, constant: known.constant, iterator: null, generator }
  // That of one that runs is found by its frame.
  if (register === 'generator') return { slot, argument: -1, isFloat: false, constant: null, iterator: null, generator }
  if (register !== 'value' && register !== 'float') {
    const parts = partNames(text, register).map(argument)
    return { slot, argument: -1, isFloat: false, constant: undefined, iterator: { kind: register, parts }, generator }
  }
  // A box that has been made already is the same float.
  const isFloat = register === 'float' && boxed === null
  return {
    slot,
    argument: argument(isFloat ? text : (boxed ?? operand).text),
    isFloat,
    constant: undefined,
    iterator: null,
    generator,
  }
}

/** Is the place in the loop, or in what is inlined there? Its head begins another turn, of whichever version. */
function isWithin(context: Context, at: number, state: State, loop: LoopVersion): boolean {
  let place = at
  for (let each: Context | null = context; each !== null; place = each.callAt, each = each.parent)
    if (each === loop.context) return (each !== context || place !== loop.at) && loopAt(each.code, loop.at).has(place)
  return state.suspended.some(each => each.context === loop.context && loopAt(each.context.code, loop.at).has(each.pc))
}

/** Blocks in the order of the text: those of an inlined function stand within the call. */
function orderOf(context: Context, at: number): number {
  if (context.parent === null) return at
  return orderOf(context.parent, context.callAt) + (at + 1) / 1024 ** context.depth
}

export function edgesOf(block: Block): readonly Edge[] {
  const { end } = block
  const edges = mapped(block.handlers, each => each.edge)
  if (end.kind === 'goto') edges.push(end.edge)
  else if (end.kind === 'if') edges.push(end.yes, end.no)
  return edges
}

function doubleText(value: number): string {
  if (Object.is(value, -0)) return '(-0)'
  return value < 0 ? `(${value})` : String(value)
}
