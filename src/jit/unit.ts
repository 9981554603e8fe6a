/**
 * Units of compiled code and the points at which they are left.
 *
 * A unit is a JavaScript function that stands for a region of a code object: the whole function, or one loop. It is called with the
 * frame (null where compiled code calls it without one), the function object and the arguments, and answers the value that the frame returns, or
 * undefined: then it has been left at one of its exit points, the frames are as the interpreter wants them, and `transfer` (leave.ts) says
 * how to go on.
 */
import type { ExceptionTable } from '../compiler/exception-table.ts'
import type { PyDict } from '../objects/dict.ts'
import { type Frame, type PyCode, type PyFunction, setNotCompiled } from '../objects/frame.ts'
import type { Value } from '../objects/value.ts'
import type { IteratorKind } from './iterators.ts'

export type Run = (
  frame: Frame | null,
  func: PyFunction | null,
  ...args: (Value | Take | undefined)[]
) => Value | undefined
/** Takes what a generator yields; false where it is not wanted, and the generator is to be suspended. */
type Take = (value: Value) => boolean

/** Why a unit was left: for statistics, `--explain`, and for compiling it anew with what was learnt. */
export const exitReasons = {
  guard: 'a value was not of the kind, type or shape that was met before',
  overflow: 'a result was past what the fast form computes',
  entry: 'a local had another kind of value when the unit was entered',
  cold: 'code that had never run was reached',
  unsupported: 'an instruction that only the interpreter runs was reached',
  loopEnd: 'the loop was over',
  budget: 'the eval breaker was due',
  invalid: 'something that the unit took for constant has changed',
  callee: 'a callee was left, and its callers with it',
  depth: 'calls were nested too deeply for the host',
  raised: 'an exception was raised',
  yield: 'a generator yielded',
} as const
export type ExitReason = keyof typeof exitReasons

/** Where a value goes on leaving. */
export interface Destination {
  /** Index in `slots` of the frame. */
  readonly slot: number
  /** Which of the values passed to `leave` it is; −1 for a constant. */
  readonly argument: number
  readonly isFloat: boolean
  readonly constant: Value | undefined
  /** Of an iterator that has no object: its kind, and which of the values its variables are. */
  readonly iterator: { readonly kind: IteratorKind; readonly parts: readonly number[] } | null
  /** Of a suspended generator that has no object: how its frame looks. */
  readonly generator: FrameRecipe | null
}

/** How a frame of the unit looks at an exit: the first is the unit's own, those after it were inlined. That of a generator is `pc`'s to go on, or runs. */
export interface FrameRecipe {
  readonly code: PyCode
  /** Which of the values is the frame, or null if it has not been made yet; −1: it cannot have been. */
  readonly frameArgument: number
  /** Which of the values is its function; −1: it is `func`. */
  readonly funcArgument: number
  readonly func: PyFunction | null
  readonly destinations: readonly Destination[]
  readonly sp: number
  /** The next instruction; and the one being executed. */
  readonly pc: number
  readonly lasti: number
  /** The instance, if the frame is that of an `__init__` which a call of a class entered: which of the values, or −1. */
  readonly instanceArgument: number
}

/** A row of an exception table that covers an instruction of the frame which is `level` frames within the unit. */
export interface Handler {
  readonly level: number
  readonly table: ExceptionTable
  readonly row: number
}

export class ExitPoint {
  readonly unit: Unit
  readonly reason: ExitReason
  readonly frames: readonly FrameRecipe[]
  /** Code and instruction to which the reason applies. */
  readonly code: PyCode
  readonly at: number
  /** Of the exit of a call of `__init__`: which of the values is the instance, or −1. */
  readonly instanceArgument: number
  /** The handler, of one of its frames, for what is raised here. */
  readonly handler: Handler | null
  /** Is one of the frames that of a `__next__`, which ends a loop by what it raises? */
  readonly isInIteration: boolean
  count: number
  /** Of an exit at the entry: has it met values that were not known to come? */
  isNews = false
  constructor(
    unit: Unit,
    reason: ExitReason,
    frames: readonly FrameRecipe[],
    code: PyCode,
    at: number,
    instanceArgument: number,
    handler: Handler | null,
    isInIteration: boolean,
  ) {
    this.handler = handler
    this.isInIteration = isInIteration
    this.instanceArgument = instanceArgument
    this.unit = unit
    this.reason = reason
    this.frames = frames
    this.code = code
    this.at = at
    this.count = 0
  }
}

/** What it stands for: a function from its beginning, a loop, or a generator from where it is resumed to where it yields. */
export type UnitKind = 'function' | 'loop' | 'resume'

export class Unit {
  readonly code: PyCode
  /** The RESUME in whose place it is entered, or the first JUMP_BACKWARD of the loop. */
  readonly at: number
  readonly kind: UnitKind
  /** The instruction that ENTER_EXECUTOR has replaced. */
  readonly original: number
  run: Run
  isValid: boolean
  exits: ExitPoint[]
  /** Calls nothing that may look at frames: a function runs without one, and a generator with one that is not on the chain of frames. */
  isClosed: boolean
  /** Units that call this one without making frames for it. */
  readonly callers: Set<Unit>
  /** The globals of the functions that it stands for. */
  readonly globals: PyDict
  source: string
  /** Why it was taken out of service, if it was and somebody wanted to know. */
  discarded: string | null
  entries: number
  /** Exits that were not expected, and back edges that were taken: whether it pays. */
  surprises: number
  work: number
  constructor(code: PyCode, at: number, kind: UnitKind, original: number, globals: PyDict) {
    this.callers = new Set()
    this.globals = globals
    this.code = code
    this.at = at
    this.kind = kind
    this.original = original
    this.run = () => undefined
    // Set twice: a field that only constructors set is a constant to V8, and the first unit discarded took the machine code of all with it.
    this.isValid = false
    this.isValid = true
    this.exits = []
    this.isClosed = false
    this.source = ''
    this.discarded = null
    this.entries = 0
    this.surprises = 0
    this.work = 0
  }
}

/** Stands for the unit of code that has none. To the engine it is an object of the same kind, so that machine code of calls stays when there is one. */
export function uncompiled(run: Run): Unit {
  const unit = new Unit(null as never, 0, 'function', 0, null as never)
  unit.run = run
  return unit
}

// Tier 2 itself is loaded when the first code is hot (entering.ts), and there is code by then.
setNotCompiled(
  uncompiled(() => {
    throw new Error('there is no tier 2')
  }),
)
