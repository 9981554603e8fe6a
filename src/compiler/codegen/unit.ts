/** A code unit: what is known of one code object while its code is being generated. */
import type { AnnAssign, Stmt } from '../../frontend/generated/ast.ts'
import { ConstantTable } from '../constant-table.ts'
import type { Block } from '../flowgraph/block.ts'
import { InstructionSequence, type Label, type Location } from '../instruction.ts'
import * as s from '../symbols/scope.ts'
import { type Scope, scopeOfSymbol } from '../symbols/scope.ts'

export type UnitType = 'module' | 'class' | 'function' | 'async function' | 'lambda' | 'comprehension' | 'annotations'

/** What `break`, `continue` and `return` must undo on their way out. */
export type FrameBlock = { readonly start: Label; readonly exit: Label; readonly location: Location } & (
  | {
      readonly type:
        | 'while loop'
        | 'for loop'
        | 'try'
        | 'finally end'
        | 'with'
        | 'async with'
        | 'popped value'
        | 'exception handler'
        | 'exception group handler'
        | 'async comprehension'
        | 'stop iteration'
    }
  | { readonly type: 'finally try'; readonly body: readonly Stmt[] }
  | { readonly type: 'handler cleanup'; readonly name: string | null }
)

export interface ArgumentCounts {
  readonly args: number
  readonly posonlyargs: number
  readonly kwonlyargs: number
}

export const NO_ARGUMENTS: ArgumentCounts = { args: 0, posonlyargs: 0, kwonlyargs: 0 }

export interface DeferredAnnotation {
  readonly statement: AnnAssign
  /** Its number among the annotations that may not be reached, or -1. */
  readonly index: number
}

export class Unit {
  readonly type: UnitType
  readonly scope: Scope
  readonly name: string
  qualname: string
  /** The class whose name private names get. */
  readonly className: string | null
  readonly firstlineno: number
  readonly counts: ArgumentCounts
  readonly constants = new ConstantTable()
  readonly names = new Map<string, number>()
  readonly varnames = new Map<string, number>()
  readonly cellvars: Map<string, number>
  readonly freevars: Map<string, number>
  /**
   * Names that only comprehensions inlined into a module or class have in the frame's slots; true while one of
   * them is being compiled.
   */
  readonly fastHidden = new Map<string, boolean>()
  sequence = new InstructionSequence<Block>()
  readonly frameBlocks: FrameBlock[] = []
  inlinedComprehensions = 0
  conditionalBlocks = 0
  readonly deferredAnnotations: DeferredAnnotation[] = []
  nextConditionalIndex = 0
  /** In a class: the attributes that methods assign to `self`. */
  readonly staticAttributes = new Set<string>()

  constructor(
    type: UnitType,
    scope: Scope,
    name: string,
    className: string | null,
    firstlineno: number,
    counts: ArgumentCounts,
  ) {
    this.type = type
    this.scope = scope
    this.name = name
    this.qualname = name
    this.className = className
    this.firstlineno = firstlineno
    this.counts = counts
    for (const parameter of scope.parameters) this.varnames.set(parameter, this.varnames.size)
    this.cellvars = namesWith(scope, s.CELL, s.DEF_COMP_CELL, 0)
    if (scope.needsClassClosure) indexOf(this.cellvars, '__class__')
    if (scope.needsClassDict) indexOf(this.cellvars, '__classdict__')
    if (scope.hasConditionalAnnotations) indexOf(this.cellvars, '__conditional_annotations__')
    this.freevars = namesWith(scope, s.FREE, s.DEF_FREE_CLASS, this.cellvars.size)
  }
}

/** The names in some scope or with some flag, numbered in alphabetical order. */
function namesWith(scope: Scope, place: number, flag: number, start: number): Map<string, number> {
  const found: string[] = []
  for (const [name, symbol] of scope.symbols) {
    if (scopeOfSymbol(symbol) === place || symbol & flag) found.push(name)
  }
  const indices = new Map<string, number>()
  if (found.length > 1) found.sort(byCodePoint)
  for (const name of found) indices.set(name, start + indices.size)
  return indices
}

export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return a.codePointAt(i)! - b.codePointAt(i)!
  }
  return a.length - b.length
}

/** The index of a name, which is added if it is new. */
export function indexOf(indices: Map<string, number>, name: string): number {
  let index = indices.get(name)
  if (index === undefined) {
    index = indices.size
    indices.set(name, index)
  }
  return index
}
