/**
 * The state of code generation: the unit being compiled, those around it, and the ways to add instructions.
 *
 * Code generation walks the syntax tree once. Statements and expressions are functions in the files beside this
 * one, all taking the compiler first. They know nothing of later passes, except that those remove what is
 * redundant: a NOP for every line that must be seen by tracing is fine.
 */
import type { SourceError, WarnFunction } from '../../frontend/source-error.ts'
import { assemble } from '../assemble.ts'
import * as code from '../code.ts'
import { Code, type CodeConstant } from '../code.ts'
import { syntaxError } from '../compile-error.ts'
import type { Block } from '../flowgraph/block.ts'
import { buildGraph } from '../flowgraph/build.ts'
import { optimizeGraph } from '../flowgraph/optimize.ts'
import { opcodes } from '../generated/opcodes.ts'
import { InstructionSequence, type Label, Location, NO_LOCATION } from '../instruction.ts'
import { mangle, mangleIn } from '../symbols/mangle.ts'
import { GLOBAL_EXPLICIT, isFunctionLike, type Scope, scopeOf } from '../symbols/scope.ts'
import type { SymbolTable } from '../symbols/symbol-table.ts'
import { type ArgumentCounts, type FrameBlock, indexOf, NO_ARGUMENTS, Unit, type UnitType } from './unit.ts'

const o = opcodes
const MAX_FRAME_BLOCKS = 21

export type Optimization = 0 | 1 | 2

export interface CompilerOptions {
  readonly filename: string
  readonly optimization: Optimization
  /** CO_FUTURE_… bits in force; they are flags of every code object. */
  readonly futureFlags: number
  readonly isInteractive: boolean
  readonly warn: WarnFunction
}

export class Compiler {
  readonly options: CompilerOptions
  readonly table: SymbolTable
  readonly annotationsAreStrings: boolean
  /** The units around the current one, outermost first. */
  readonly outer: Unit[] = []
  unit!: Unit
  /** Above 0 in the second copy of a `finally` body: what is wrong with it was said already. */
  #silenced = 0

  constructor(table: SymbolTable, options: CompilerOptions) {
    this.table = table
    this.options = options
    this.annotationsAreStrings = (options.futureFlags & code.CO_FUTURE_ANNOTATIONS) !== 0
  }

  get scope(): Scope {
    return this.unit.scope
  }

  // Instructions

  emit(opcode: number, location: Location): void {
    this.unit.sequence.emit(opcode, 0, location)
  }

  emitArg(opcode: number, oparg: number, location: Location): void {
    this.unit.sequence.emit(opcode, oparg, location)
  }

  emitJump(opcode: number, target: Label, location: Location): void {
    this.unit.sequence.emit(opcode, target, location)
  }

  newLabel(): Label {
    return this.unit.sequence.newLabel()
  }

  place(label: Label): void {
    this.unit.sequence.place(label)
  }

  loadConstant(value: CodeConstant, location: Location): void {
    this.unit.sequence.emit(o.LOAD_CONST, this.unit.constants.add(value), location)
  }

  /** An instruction with a name of `co_names` as operand. */
  emitName(opcode: number, name: string, location: Location): void {
    this.unit.sequence.emit(opcode, indexOf(this.unit.names, this.mangled(name)), location)
  }

  /** LOAD_ATTR; `flag` 1 asks for a method to be called. */
  loadAttribute(name: string, flag: 0 | 1, location: Location): void {
    const index = indexOf(this.unit.names, this.mangled(name))
    this.unit.sequence.emit(o.LOAD_ATTR, (index << 1) | flag, location)
  }

  mangled(name: string): string {
    return mangleIn(this.unit.scope, this.unit.className, name)
  }

  // Units

  enterUnit(
    type: UnitType,
    scope: Scope,
    name: string,
    firstlineno: number,
    counts: ArgumentCounts = NO_ARGUMENTS,
    className?: string,
  ): void {
    const parent = this.unit as Unit | undefined
    if (parent !== undefined) this.outer.push(parent)
    const privateName = className ?? (parent === undefined ? null : parent.className)
    this.unit = new Unit(type, scope, name, privateName, firstlineno, counts)
    if (type !== 'module') this.unit.qualname = this.#qualname()
  }

  /** The first instruction of every unit; generators set their outermost handler up before it. */
  emitResume(): void {
    const { type, firstlineno } = this.unit
    const line = type === 'module' ? 0 : firstlineno
    const location = new Location(line, firstlineno, 0, 0)
    this.emitArg(o.RESUME, 0, location)
    if (type === 'module') this.emit(o.ANNOTATIONS_PLACEHOLDER, location)
  }

  exitUnit(): void {
    // Past the outermost there is nothing to restore.
    this.unit = this.outer.pop()!
  }

  #qualname(): string {
    const { name, type } = this.unit
    const depth = this.outer.length
    if (depth <= 1) return name
    let parent = this.outer[depth - 1]!
    if (parent.type === 'annotations') {
      if (depth === 2) return name
      parent = this.outer[depth - 2]!
    }
    if (type === 'function' || type === 'async function' || type === 'class') {
      if (scopeOf(parent.scope, mangle(parent.className, name)) === GLOBAL_EXPLICIT) return name
    }
    const isFunction = parent.type === 'function' || parent.type === 'async function' || parent.type === 'lambda'
    return `${parent.qualname}${isFunction ? '.<locals>' : ''}.${name}`
  }

  /** Ends the unit with a return and makes its code object; the unit is left. */
  finishUnit(ending: 'returns None' | 'returns the top'): Code {
    if (ending === 'returns None') this.loadConstant(null, NO_LOCATION)
    this.emit(o.RETURN_VALUE, NO_LOCATION)
    const { unit } = this
    const flags = this.#flags()
    const entry: Block = buildGraph(unit.sequence)
    const { constants, stackDepth } = optimizeGraph(entry, {
      constants: unit.constants,
      varnames: unit.varnames,
      cellvars: unit.cellvars,
      freevars: unit.freevars,
      parameterCount: unit.scope.parameters.length,
      flags,
      firstlineno: unit.firstlineno,
    })
    const assembled = assemble(entry, unit.firstlineno)
    const { args, posonlyargs, kwonlyargs } = unit.counts
    const made = new Code({
      name: unit.name,
      qualname: unit.qualname,
      filename: this.options.filename,
      firstlineno: unit.firstlineno,
      flags,
      argcount: posonlyargs + args,
      posonlyargcount: posonlyargs,
      kwonlyargcount: kwonlyargs,
      stacksize: Math.max(stackDepth, 1),
      consts: constants,
      names: [...unit.names.keys()],
      ...localsPlus(unit, flags),
      ...assembled,
    })
    this.exitUnit()
    return made
  }

  #flags(): number {
    const { scope } = this.unit
    let flags = this.options.futureFlags
    if (isFunctionLike(scope)) {
      flags |= code.CO_NEWLOCALS | code.CO_OPTIMIZED
      if (scope.isNested) flags |= code.CO_NESTED
      if (scope.isGenerator) flags |= scope.isCoroutine ? code.CO_ASYNC_GENERATOR : code.CO_GENERATOR
      if (scope.hasVarargs) flags |= code.CO_VARARGS
      if (scope.hasVarkeywords) flags |= code.CO_VARKEYWORDS
      if (scope.hasDocstring) flags |= code.CO_HAS_DOCSTRING
      if (scope.isMethod) flags |= code.CO_METHOD
    }
    if (scope.isCoroutine && !scope.isGenerator) flags |= code.CO_COROUTINE
    return flags
  }

  // Frame blocks

  pushFrameBlock(block: FrameBlock): void {
    if (this.unit.frameBlocks.length >= MAX_FRAME_BLOCKS) {
      throw this.error('too many statically nested blocks', block.location)
    }
    this.unit.frameBlocks.push(block)
    if (block.type === 'finally end') this.#silenced++
  }

  popFrameBlock(): void {
    if (this.unit.frameBlocks.pop()!.type === 'finally end') this.#silenced--
  }

  get topFrameBlock(): FrameBlock | undefined {
    return this.unit.frameBlocks[this.unit.frameBlocks.length - 1]
  }

  // Diagnostics

  error(message: string, location: Location): SourceError {
    return syntaxError(this.options.filename, message, location)
  }

  warn(message: string, location: Location): void {
    if (this.#silenced > 0) return
    const { lineno, colOffset, endLineno, endColOffset } = location
    this.options.warn('SyntaxWarning', message, lineno, colOffset + 1, endLineno, endColOffset + 1)
  }

  // The code that sets up a module's __annotate__ goes to the module's start.

  redirectToAnnotationSetup(): InstructionSequence<Block> {
    const { sequence } = this.unit
    this.unit.sequence = new InstructionSequence<Block>()
    return sequence
  }

  endAnnotationSetup(sequence: InstructionSequence<Block>): void {
    sequence.annotationSetup = this.unit.sequence
    this.unit.sequence = sequence
  }
}

function localsPlus(unit: Unit, flags: number): { localsplusnames: string[]; localspluskinds: Uint8Array } {
  const { varnames, cellvars, freevars, counts } = unit
  const names = [...varnames.keys()]
  const kinds: number[] = []
  for (const name of names) {
    let kind = code.CO_FAST_LOCAL
    if (unit.fastHidden.has(name)) kind |= code.CO_FAST_HIDDEN
    if (cellvars.has(name)) kind |= code.CO_FAST_CELL
    kinds.push(kind)
  }
  markParameters(kinds, counts, flags)
  for (const name of cellvars.keys()) {
    if (varnames.has(name)) continue
    names.push(name)
    kinds.push(code.CO_FAST_CELL)
  }
  for (const name of freevars.keys()) {
    names.push(name)
    kinds.push(code.CO_FAST_FREE)
  }
  return { localsplusnames: names, localspluskinds: Uint8Array.from(kinds) }
}

function markParameters(kinds: number[], counts: ArgumentCounts, flags: number): void {
  const { CO_FAST_ARG_POS: positional, CO_FAST_ARG_KW: keyword, CO_FAST_ARG_VAR: variable } = code
  let slot = 0
  const mark = (count: number, kind: number) => {
    for (; count > 0; count--) kinds[slot++]! |= kind
  }
  mark(counts.posonlyargs, positional)
  mark(counts.args, positional | keyword)
  mark(counts.kwonlyargs, keyword)
  if (flags & code.CO_VARARGS) mark(1, variable | positional)
  if (flags & code.CO_VARKEYWORDS) mark(1, variable | keyword)
}
