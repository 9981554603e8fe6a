/** Loading, storing and deleting a name: which instruction, by where the symbol table says that the name lives. */
import type { ExprContext } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import type { Location } from '../instruction.ts'
import * as s from '../symbols/scope.ts'
import { isFunctionLike, scopeOf } from '../symbols/scope.ts'
import type { Compiler } from './compiler.ts'
import { indexOf } from './unit.ts'

const o = opcodes

const byContext = {
  fast: { Load: o.LOAD_FAST, Store: o.STORE_FAST, Del: o.DELETE_FAST },
  cell: { Load: o.LOAD_DEREF, Store: o.STORE_DEREF, Del: o.DELETE_DEREF },
  global: { Load: o.LOAD_GLOBAL, Store: o.STORE_GLOBAL, Del: o.DELETE_GLOBAL },
  name: { Load: o.LOAD_NAME, Store: o.STORE_NAME, Del: o.DELETE_NAME },
} as const

export function emitNameOperation(c: Compiler, name: string, context: ExprContext, location: Location): void {
  const mangled = c.mangled(name)
  const { unit } = c
  const { scope } = unit
  const place = scopeOf(scope, mangled)
  switch (place) {
    case s.FREE:
    case s.CELL: {
      const index = indexOf(place === s.FREE ? unit.freevars : unit.cellvars, mangled)
      c.emitArg(context === 'Load' ? cellLoad(c, location) : byContext.cell[context], index, location)
      return
    }
    case s.LOCAL:
      if (isFunctionLike(scope) || unit.fastHidden.get(mangled) === true) {
        c.emitArg(byContext.fast[context], indexOf(unit.varnames, mangled), location)
        return
      }
      break
    case s.GLOBAL_IMPLICIT:
      if (isFunctionLike(scope)) {
        emitGlobal(c, mangled, context, scope.canSeeClassScope, location)
        return
      }
      break
    case s.GLOBAL_EXPLICIT:
      emitGlobal(c, mangled, context, false, location)
      return
  }
  const index = indexOf(unit.names, mangled)
  if (context === 'Load' && scope.type === 'class' && unit.inlinedComprehensions > 0) {
    // A class's names are not seen in a comprehension.
    c.emitArg(o.LOAD_GLOBAL, index << 1, location)
  } else {
    c.emitArg(byContext.name[context], index, location)
  }
}

/** What a load from a cell needs before, where a class's namespace goes first. */
function cellLoad(c: Compiler, location: Location): number {
  if (c.scope.type === 'class' && c.unit.inlinedComprehensions === 0) {
    c.emit(o.LOAD_LOCALS, location)
    return o.LOAD_FROM_DICT_OR_DEREF
  }
  if (!c.scope.canSeeClassScope) return o.LOAD_DEREF
  loadClassDict(c, location)
  return o.LOAD_FROM_DICT_OR_DEREF
}

function loadClassDict(c: Compiler, location: Location): void {
  c.emitArg(o.LOAD_DEREF, indexOf(c.unit.freevars, '__classdict__'), location)
}

function emitGlobal(c: Compiler, name: string, context: ExprContext, classFirst: boolean, location: Location): void {
  const index = indexOf(c.unit.names, name)
  if (context !== 'Load') {
    c.emitArg(byContext.global[context], index, location)
  } else if (classFirst) {
    loadClassDict(c, location)
    c.emitArg(o.LOAD_FROM_DICT_OR_GLOBALS, index, location)
  } else {
    c.emitArg(o.LOAD_GLOBAL, index << 1, location)
  }
}

/** Where a name that an inner function captures lives in this unit; class cells are not in the symbol table. */
export function isCellHere(c: Compiler, name: string): boolean {
  const { unit } = c
  if (unit.type === 'class') {
    if (name === '__class__' || name === '__classdict__' || name === '__conditional_annotations__') return true
  }
  return scopeOf(unit.scope, name) === s.CELL
}
