/** What an inlined comprehension changes in the unit around it, and puts back. */
import { opcodes } from '../generated/opcodes.ts'
import { type Label, type Location, NO_LABEL, NO_LOCATION } from '../instruction.ts'
import * as s from '../symbols/scope.ts'
import { isFunctionLike, type Scope, scopeOf, scopeOfSymbol, symbolOf } from '../symbols/scope.ts'
import type { Compiler } from './compiler.ts'
import { indexOf } from './unit.ts'

const o = opcodes

export interface Inlined {
  /** Symbols of the unit's scope as they were. */
  readonly replaced: Map<string, number>
  readonly hidden: string[]
  /** Variables whose values are on the stack. */
  readonly saved: string[]
  cleanup: Label
}

export function enterInlined(c: Compiler, comprehension: Scope, location: Location): Inlined {
  const inlined: Inlined = { replaced: new Map(), hidden: [], saved: [], cleanup: NO_LABEL }
  const inClassBody = c.scope.type === 'class' && c.unit.inlinedComprehensions === 0
  c.unit.inlinedComprehensions++
  for (const [name, symbol] of comprehension.symbols) takeSymbol(c, inlined, name, symbol, inClassBody)
  for (const [name, symbol] of comprehension.symbols) {
    if (isOwnVariable(symbol)) saveVariable(c, inlined, name, symbol, location)
  }
  if (inlined.saved.length > 0) {
    // The iterator goes back to the top.
    c.emitArg(o.SWAP, inlined.saved.length + 1, location)
    inlined.cleanup = c.newLabel()
    c.emitJump(o.SETUP_FINALLY, inlined.cleanup, location)
  }
  return inlined
}

function isOwnVariable(symbol: number): boolean {
  return (symbol & s.DEF_LOCAL) !== 0 && (symbol & s.DEF_NONLOCAL) === 0
}

/** While the comprehension is compiled, its names mean what they mean in it. */
function takeSymbol(c: Compiler, inlined: Inlined, name: string, symbol: number, inClassBody: boolean): void {
  const { unit } = c
  const inside = scopeOfSymbol(symbol)
  const outside = scopeOf(unit.scope, name)
  const differs = inside !== outside && inside !== s.FREE && !(inside === s.CELL && outside === s.FREE)
  if (differs || inClassBody) {
    inlined.replaced.set(name, symbolOf(unit.scope, name))
    unit.scope.symbols.set(name, symbol)
  }
  if (!isOwnVariable(symbol) || isFunctionLike(unit.scope) || unit.fastHidden.get(name) === true) return
  unit.fastHidden.set(name, true)
  inlined.hidden.push(name)
}

function saveVariable(c: Compiler, inlined: Inlined, name: string, symbol: number, location: Location): void {
  const { unit } = c
  c.emitArg(o.LOAD_FAST_AND_CLEAR, indexOf(unit.varnames, c.mangled(name)), location)
  if (scopeOfSymbol(symbol) === s.CELL) {
    const cells = scopeOf(unit.scope, name) === s.FREE ? unit.freevars : unit.cellvars
    c.emitArg(o.MAKE_CELL, indexOf(cells, c.mangled(name)), location)
  }
  inlined.saved.push(name)
}

export function leaveInlined(c: Compiler, inlined: Inlined, location: Location): void {
  if (inlined.saved.length > 0) {
    c.emit(o.POP_BLOCK, NO_LOCATION)
    const end = c.newLabel()
    c.emitJump(o.JUMP_NO_INTERRUPT, end, NO_LOCATION)
    c.place(inlined.cleanup)
    // Drop the unfinished result below the exception.
    c.emitArg(o.SWAP, 2, NO_LOCATION)
    c.emit(o.POP_TOP, NO_LOCATION)
    restoreVariables(c, inlined, location)
    c.emitArg(o.RERAISE, 0, NO_LOCATION)
    c.place(end)
    restoreVariables(c, inlined, location)
  }
  c.unit.inlinedComprehensions--
  for (const [name, symbol] of inlined.replaced) c.unit.scope.symbols.set(name, symbol)
  // Not removed: the name keeps its slot, marked as hidden.
  for (const name of inlined.hidden) c.unit.fastHidden.set(name, false)
}

function restoreVariables(c: Compiler, inlined: Inlined, location: Location): void {
  const { saved } = inlined
  c.emitArg(o.SWAP, saved.length + 1, location)
  for (let i = saved.length - 1; i >= 0; i--) {
    c.emitArg(o.STORE_FAST_MAYBE_NULL, indexOf(c.unit.varnames, c.mangled(saved[i]!)), location)
  }
}
