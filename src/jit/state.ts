/**
 * The abstract state of a region at a point: for every frame that it stands for, what is in each local and each place of the stack.
 *
 * An `Operand` is a value with the text that names it in the code (a register, a literal, a constant) and what is known of it. Operands are immutable
 * as values; what is known of them only grows along a block. Within a block each result has a register of its own; at the
 * boundary of blocks every slot that is no constant has a fixed register, so that joining two ways is assigning to it.
 */
import { mapped } from '../base/arrays.ts'
import type { ListKind } from '../interpreter/inline-caches.ts'
import type { PyCode, PyFunction } from '../objects/frame.ts'
import { isResumable, type Motion } from './bytecode.ts'
import type { IteratorKind } from './iterators.ts'
import { isOn } from './passes.ts'
import { any, inMotion, isSameKnown, join, type Known, widen } from './known.ts'

/** What a text names: a boxed value, a raw double, or an iterator that is variables of the unit and no object (iterators.ts). */
export type Register = 'value' | 'float' | IteratorKind

/** What is known of a value, wherever a copy of it is. */
interface Facts {
  known: Known
  /** The shape in `known` holds as long as the state's epoch is this. */
  epoch: number
  /** A list is met in either storage where this is said of it: at other places, it may be so as well. */
  isEither: boolean
}

export class Operand {
  readonly text: string
  readonly register: Register
  readonly #facts: Facts
  /** Is the text the value itself, and no register? Then `known.constant` is the value, or it is unbound. */
  readonly isLiteral: boolean
  /** The register of the box that was made of this raw double. */
  boxed: Operand | null
  /** Of a tuple that was just built: its items. */
  tuple: readonly Operand[] | null
  constructor(text: string, register: Register, known: Known, epoch = -1, isLiteral = false, facts?: Facts) {
    this.isLiteral = isLiteral
    this.text = text
    this.register = register
    this.#facts = facts ?? { known, epoch, isEither: false }
    this.boxed = null
    // Set twice, so that V8 does not take it for constant (unit.ts).
    this.tuple = []
    this.tuple = null
  }

  get known(): Known {
    return this.#facts.known
  }

  set known(known: Known) {
    this.#facts.known = known
  }

  /** Is it an iterator without an object? Its variables are the same ones everywhere. */
  get isIterator(): boolean {
    return this.register !== 'value' && this.register !== 'float'
  }

  get epoch(): number {
    return this.#facts.epoch
  }

  set epoch(epoch: number) {
    this.#facts.epoch = epoch
  }

  /** How a site finds the list's items kept. What has turned out to vary at one, does at others. */
  storageAt(site: ListKind): ListKind {
    if (site === 'either') this.#facts.isEither = true
    return this.#facts.isEither ? 'either' : site
  }

  /** The same value under another name: what becomes known of one is known of both. */
  named(text: string): Operand {
    return new Operand(text, this.register, this.known, this.epoch, false, this.#facts)
  }
}

/** A frame of the region: the unit's own (no parent) or one that was inlined at a call. */
export class Context {
  readonly id: number
  readonly code: PyCode
  readonly func: PyFunction | null
  readonly parent: Context | null
  /** In the parent: the call, and the instruction after it. */
  readonly callAt: number
  readonly returnTo: number
  readonly depth: number
  /** Of a generator whose loop is `parent`'s: it is resumed at each turn (lowering/generators.ts). */
  readonly isGenerator: boolean
  /** Is anything called in it that may look at frames? Then it has a register for its frame, which is made at the first such call. */
  escapes = false
  constructor(
    id: number,
    code: PyCode,
    func: PyFunction | null,
    parent: Context | null,
    callAt: number,
    returnTo: number,
  ) {
    this.id = id
    this.code = code
    this.func = func
    this.parent = parent
    this.callAt = callAt
    this.returnTo = returnTo
    this.depth = parent === null ? 0 : parent.depth + 1
    this.isGenerator = parent !== null && isResumable(code)
  }

  /** Is a frame of this code among these? Then a call of it is recursion. */
  contains(code: PyCode): boolean {
    for (let context: Context | null = this; context !== null; context = context.parent)
      if (context.code === code) return true
    return false
  }
}

/** Is there a frame object for an inlined call already? */
export type Made = 'no' | 'maybe' | 'yes'

export class FrameState {
  readonly context: Context
  made: Made
  /** The function object; null where it is the one that the unit was called with. */
  func: Operand | null
  /** Of an `__init__` that a call of a class entered. */
  instance: Operand | null
  /** Undefined: in the frame's memory, untouched. */
  readonly slots: (Operand | undefined)[]
  sp: number
  /** Slots whose memory does not hold their value. */
  readonly dirty: boolean[]
  /** Of a generator that is suspended: where it goes on. */
  pc: number
  constructor(
    context: Context,
    func: Operand | null,
    instance: Operand | null,
    slots: (Operand | undefined)[],
    sp: number,
    dirty: boolean[],
    made: Made,
    pc = -1,
  ) {
    this.pc = pc
    this.context = context
    this.made = made
    this.func = func
    this.instance = instance
    this.slots = slots
    this.sp = sp
    this.dirty = dirty
  }

  clone(): FrameState {
    const { context, func, instance, slots, sp, dirty, made, pc } = this
    return new FrameState(context, func, instance, slots.slice(), sp, dirty.slice(), made, pc)
  }

  /** The text that names the frame object. */
  get text(): string {
    return this.context.parent === null ? 'f' : `F${this.context.id}`
  }
}

/** A loop in its second version, by its head (region.ts). */
export interface LoopVersion {
  readonly context: Context
  readonly at: number
}

export class State {
  readonly frames: FrameState[]
  /** Generators that wait for their loop's next turn, in the order of their contexts. */
  readonly suspended: FrameState[]
  /** Changes whenever facts about the heap may have become wrong. */
  epoch: number
  /** Has something run that may have invalidated the unit? It is asked before the next instruction. */
  isDoubtful: boolean
  /** The loops that it is in, where those are in their second version. */
  readonly versions: readonly LoopVersion[]
  constructor(
    frames: FrameState[],
    suspended: FrameState[],
    epoch: number,
    isDoubtful: boolean,
    versions: readonly LoopVersion[],
  ) {
    this.frames = frames
    this.suspended = suspended
    this.epoch = epoch
    this.isDoubtful = isDoubtful
    this.versions = versions
  }

  get top(): FrameState {
    return this.frames[this.frames.length - 1]!
  }

  get all(): readonly FrameState[] {
    return this.suspended.length === 0 ? this.frames : [...this.frames, ...this.suspended]
  }

  /** The frame of the generator that the operand stands for, if it is not running. */
  suspendedAs(operand: Operand): FrameState | undefined {
    return this.suspended.find(({ context }) => operand.text === generatorName(context))
  }

  suspend(frame: FrameState): void {
    this.suspended.push(frame)
    this.suspended.sort((a, b) => a.context.id - b.context.id)
  }

  /** Generators whose loops have been left are no more. */
  forgetGenerators(): void {
    const isHeld = ({ context }: FrameState): boolean =>
      this.all.some(({ slots, sp }) => slots.some((each, slot) => slot < sp && each?.text === generatorName(context)))
    for (let i = this.suspended.length - 1; i >= 0; i--) if (!isHeld(this.suspended[i]!)) this.suspended.splice(i, 1)
  }

  clone(): State {
    return new State(
      mapped(this.frames, frame => frame.clone()),
      mapped(this.suspended, frame => frame.clone()),
      this.epoch,
      this.isDoubtful,
      this.versions,
    )
  }
}

/** The text of a generator that has no object. */
export const generatorName = (context: Context): string => `G${context.id}`

/** What is known of the operand now: without its shape and its class, if the heap may have changed since. */
export function knownNow(operand: Operand, state: State): Known {
  const { known } = operand
  if (operand.epoch === state.epoch || (known.shape === null && known.type?.isHeap !== true)) return known
  // A class may be assigned to `__class__`.
  return known.with({ shape: null, type: known.type?.isHeap === true ? null : known.type })
}

let lastEpoch = 0
export const newEpoch = (): number => ++lastEpoch

/** The register of a slot at the boundary of blocks. */
const boundaryRegister = (frame: FrameState, slot: number | string, register: Register): string =>
  typeof slot === 'number' && !isOn.registers
    ? memoryOf(slot)
    : `${register === 'float' ? 'd' : 's'}${frame.context.id}_${slot}`

/** Where the unit's own frame has the slot. */
export const memoryOf = (slot: number): string => `f.slots[${slot}]`

/** The layout in which a block is entered that one way leads to so far. */
export function layoutOf(state: State, versions: readonly LoopVersion[]): State {
  const epoch = newEpoch()
  const layOut = (frame: FrameState): FrameState => {
    const slots = mapped(frame.slots, (operand, slot) => {
      if (operand === undefined || slot >= frame.sp) return undefined
      return laidOut(operand, state, epoch, boundaryRegister(frame, slot, operand.register))
    })
    const func = frame.func && laidOut(frame.func, state, epoch, boundaryRegister(frame, 'f', 'value'))
    const instance = frame.instance && laidOut(frame.instance, state, epoch, boundaryRegister(frame, 'i', 'value'))
    return new FrameState(frame.context, func, instance, slots, frame.sp, frame.dirty.slice(), frame.made, frame.pc)
  }
  return new State(mapped(state.frames, layOut), mapped(state.suspended, layOut), epoch, state.isDoubtful, versions)
}

/** The layout of a loop's head, by what the loop is known to do: what it assigns is neither constant nor in the frame's memory. */
export function foresee(layout: State, written: ReadonlyMap<number, Motion>): void {
  if (!isOn.registers) return
  const frame = layout.top
  for (const [slot, motion] of written) {
    const operand = frame.slots[slot]
    if (operand === undefined) continue
    frame.dirty[slot] = true
    const { known, register } = operand
    const moved = inMotion(known, motion)
    if (moved !== known)
      frame.slots[slot] = new Operand(boundaryRegister(frame, slot, register), register, moved, layout.epoch)
  }
}

/** The state in which a block with this layout begins: operands of its own, since what is known of them will grow. */
export function stateAt(layout: State): State {
  const own = (operand: Operand): Operand =>
    new Operand(operand.text, operand.register, operand.known, operand.epoch, operand.isLiteral)
  const begun = ({ context, func, instance, slots, sp, dirty, made, pc }: FrameState): FrameState => {
    const operands = mapped(slots, operand => operand && own(operand))
    return new FrameState(context, func && own(func), instance && own(instance), operands, sp, dirty.slice(), made, pc)
  }
  const { epoch, isDoubtful, versions } = layout
  return new State(mapped(layout.frames, begun), mapped(layout.suspended, begun), epoch, isDoubtful, versions)
}

function laidOut(operand: Operand, state: State, epoch: number, register: string): Operand {
  const known = knownNow(operand, state)
  if (operand.isLiteral || operand.isIterator)
    return new Operand(operand.text, operand.register, known, epoch, operand.isLiteral)
  return new Operand(register, operand.register, known, epoch)
}

/**
 * Can each value have the register that it has in the layout, without a box being made of a raw double? A local that will not be read again
 * gets its box, unless it has been unbound so far: then the turns to come would make one each.
 */
export function fits(layout: State, state: State, live: ReadonlySet<number>): boolean {
  const others = state.all
  return layout.all.every((frame, i) => {
    const other = others[i]!
    for (let slot = 0; slot < frame.sp; slot++) {
      const mine = frame.slots[slot]
      const theirs = other.slots[slot]
      if (mine === undefined || theirs === undefined || mine.register === theirs.register) continue
      const isRead = live.has(slot) || slot >= frame.context.code.nlocalsplus || frame !== layout.top
      if (isRead || mine.known.kind === 'unbound' || theirs.known.kind === 'unbound') return false
    }
    return true
  })
}

/** Widens the layout so that `state` fits as well, bounds at once if `isLoop`; answers whether that changed anything. */
export function joinInto(layout: State, state: State, isLoop: boolean): boolean {
  let changed = state.isDoubtful && !layout.isDoubtful
  if (changed) layout.isDoubtful = true
  const others = state.all
  for (const [i, frame] of layout.all.entries()) {
    const other = others[i]!
    if (other.made !== frame.made && frame.made !== 'maybe') {
      frame.made = 'maybe'
      changed = true
    }
    for (const part of ['func', 'instance'] as const) {
      const mine = frame[part]
      const theirs = other[part]
      if (mine === null || theirs === null) continue
      const joined = joinOperand(layout, state, frame, part[0]!, mine, theirs, isLoop)
      if (joined !== mine) {
        frame[part] = joined
        changed = true
      }
    }
    for (let slot = 0; slot < frame.sp; slot++) {
      const mine = frame.slots[slot]
      const theirs = other.slots[slot]
      if (mine === undefined || theirs === undefined) {
        if (mine !== theirs) throw new Error('a slot that is in memory on one way only')
        continue
      }
      const joined = joinOperand(layout, state, frame, slot, mine, theirs, isLoop)
      if (joined !== mine) {
        frame.slots[slot] = joined
        changed = true
      }
      if (other.dirty[slot] === true && frame.dirty[slot] !== true) {
        frame.dirty[slot] = true
        changed = true
      }
    }
  }
  return changed
}

function joinOperand(
  layout: State,
  state: State,
  frame: FrameState,
  slot: number | string,
  mine: Operand,
  theirs: Operand,
  isLoop: boolean,
): Operand {
  const known = knownNow(theirs, state)
  let joined = join(mine.known, known)
  if (isLoop) joined = widen(mine.known, joined)
  const isLiteral = mine.isLiteral && theirs.isLiteral && (joined.constant !== undefined || joined.kind === 'unbound')
  const register: Register =
    mine.register === theirs.register && (!mine.isIterator || mine.text === theirs.text)
      ? mine.register
      : joined.kind === 'float' && isLiteralFloat(mine, theirs)
        ? 'float'
        : 'value'
  const text =
    isLiteral || (mine.isIterator && register === mine.register) ? mine.text : boundaryRegister(frame, slot, register)
  if (text === mine.text && register === mine.register && isSameKnown(joined, mine.known)) return mine
  return new Operand(text, register, joined, layout.epoch, isLiteral)
}

/** One of two floats is a literal, which can be had either way. */
const isLiteralFloat = (a: Operand, b: Operand): boolean =>
  (a.isLiteral && b.register === 'float') || (b.isLiteral && a.register === 'float')

export const unknown = (text: string): Operand => new Operand(text, 'value', any)
