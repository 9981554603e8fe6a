/**
 * Decides where every name lives.
 *
 * Going down, a scope tells its children which names functions around them bind, and which are declared global.
 * Coming up, children tell which names they use from outside; a local variable that is among them becomes a cell.
 * Class bodies bind nothing for the functions in them, except `__class__` and its kin.
 *
 * List, set and dict comprehensions are inlined (PEP 709): their symbols and children move to the scope around.
 */
import type { SourceError } from '../../frontend/source-error.ts'
import { syntaxError } from '../compile-error.ts'
import * as s from './scope.ts'
import { isFunctionLike, type Scope, scopeOf, scopeOfSymbol, symbolOf } from './scope.ts'

type Names = Set<string>

/** What scopes around tell. `bound` is null in a module, where nothing can be nonlocal. */
interface Outside {
  readonly bound: Names | null
  readonly globals: Names
  readonly typeParameters: Names
  /** The class whose names an annotation scope sees. */
  readonly classScope: Scope | null
}

export function analyzeScopes(top: Scope, filename: string): void {
  const outside = { bound: null, globals: new Set<string>(), typeParameters: new Set<string>(), classScope: null }
  new Analysis(filename).analyze(top, outside)
}

const classCells = ['__class__', '__classdict__', '__conditional_annotations__']

class Analysis {
  readonly #filename: string
  constructor(filename: string) {
    this.#filename = filename
  }

  /** Returns the names that the scope uses from outside. */
  analyze(scope: Scope, outside: Outside): Names {
    const { bound } = outside
    const isClass = scope.type === 'class'
    const local: Names = new Set()
    const scopes = new Map<string, number>()
    const free: Names = new Set()
    // A class's own names are not seen inside, so what children see is settled before they are looked at.
    const boundBefore = isClass && bound !== null ? [...bound] : []
    const globalsBefore = isClass ? [...outside.globals] : []
    for (const [name, symbol] of scope.symbols) {
      scopes.set(name, this.#place(scope, name, symbol, outside, local, free))
    }
    const inside = isClass
      ? { bound: new Set([...boundBefore, ...classCells]), globals: new Set(globalsBefore) }
      : { bound: new Set([...(isFunctionLike(scope) ? local : []), ...(bound ?? [])]), globals: outside.globals }
    const inlinedCells: Names = new Set()
    const freeInside = this.#analyzeChildren(scope, scopes, inlinedCells, { ...outside, ...inside })
    spliceInlinedChildren(scope)
    if (isFunctionLike(scope)) makeCells(scopes, freeInside, inlinedCells)
    else if (isClass) claimClassCells(scope, freeInside)
    recordScopes(scope, scopes, bound, freeInside, inlinedCells)
    for (const name of freeInside) free.add(name)
    return free
  }

  #place(scope: Scope, name: string, symbol: number, outside: Outside, local: Names, free: Names): number {
    const { bound, globals, typeParameters, classScope } = outside
    if (symbol & s.DEF_GLOBAL) {
      if (symbol & s.DEF_NONLOCAL) throw this.#errorAt(scope, name, `name '${name}' is nonlocal and global`)
      globals.add(name)
      bound?.delete(name)
      return s.GLOBAL_EXPLICIT
    }
    if (symbol & s.DEF_NONLOCAL) {
      this.#checkNonlocal(scope, name, bound, typeParameters)
      free.add(name)
      return s.FREE
    }
    if (symbol & s.DEF_BOUND) {
      local.add(name)
      globals.delete(name)
      if (symbol & s.DEF_TYPE_PARAM) typeParameters.add(name)
      else typeParameters.delete(name)
      return s.LOCAL
    }
    // __classdict__ is how the class is seen, not something in it.
    if (classScope !== null && name !== '__classdict__') {
      const inClass = symbolOf(classScope, name)
      if (inClass & s.DEF_GLOBAL) return s.GLOBAL_EXPLICIT
      if (inClass & s.DEF_BOUND && !(inClass & s.DEF_NONLOCAL)) return s.GLOBAL_IMPLICIT
    }
    if (bound?.has(name)) {
      free.add(name)
      return s.FREE
    }
    return s.GLOBAL_IMPLICIT
  }

  #checkNonlocal(scope: Scope, name: string, bound: Names | null, typeParameters: Names): void {
    if (bound === null) {
      throw this.#errorAt(scope, name, 'nonlocal declaration not allowed at module level')
    }
    if (!bound.has(name)) throw this.#errorAt(scope, name, `no binding for nonlocal '${name}' found`)
    if (typeParameters.has(name)) {
      throw this.#errorAt(scope, name, `nonlocal binding not allowed for type parameter '${name}'`)
    }
  }

  #errorAt(scope: Scope, name: string, message: string): SourceError {
    const directive = scope.directives.find(entry => entry.name === name)!
    return syntaxError(this.#filename, message, directive.location)
  }

  #analyzeChildren(scope: Scope, scopes: Map<string, number>, inlinedCells: Names, inside: Outside): Names {
    const free: Names = new Set()
    for (const child of scope.children) {
      const classScope = scope.type === 'class' ? scope : inside.classScope
      const childFree = this.analyze(child, {
        bound: new Set(inside.bound),
        globals: new Set(inside.globals),
        typeParameters: new Set(inside.typeParameters),
        classScope: child.canSeeClassScope ? classScope : null,
      })
      const isInlined = child.comprehension !== null && !child.isGenerator && !scope.canSeeClassScope
      if (isInlined) {
        inlineComprehension(scope, child, scopes, childFree, inlinedCells)
        child.isInlined = true
      }
      for (const name of childFree) free.add(name)
    }
    return free
  }
}

function inlineComprehension(
  scope: Scope,
  comprehension: Scope,
  scopes: Map<string, number>,
  free: Names,
  inlinedCells: Names,
): void {
  const dropped: string[] = []
  for (const [name, symbol] of comprehension.symbols) {
    if (symbol & s.DEF_PARAM) continue
    const flags = symbol & ((1 << s.SCOPE_OFFSET) - 1)
    let place = scopeOfSymbol(symbol)
    if (place === s.CELL || flags & s.DEF_COMP_CELL) inlinedCells.add(name)
    // These are never free in a class body; functions in the comprehension get them from the class's cells.
    if (place === s.FREE && scope.type === 'class' && classCells.includes(name)) {
      place = s.GLOBAL_IMPLICIT
      if (!isFreeInChild(comprehension, name)) free.delete(name)
      dropped.push(name)
    }
    const existing = scope.symbols.get(name)
    if (existing === undefined) {
      scope.symbols.set(name, flags)
      scopes.set(name, place)
    } else if (existing & s.DEF_BOUND && scope.type !== 'class' && !isFreeInChild(comprehension, name)) {
      // Free in the comprehension and bound here: now simply a local.
      free.delete(name)
    }
  }
  for (const name of dropped) comprehension.symbols.delete(name)
}

function isFreeInChild(scope: Scope, name: string): boolean {
  return scope.children.some(child => scopeOf(child, name) === s.FREE)
}

function spliceInlinedChildren(scope: Scope): void {
  const { children } = scope
  for (let i = children.length - 1; i >= 0; i--) {
    const child = children[i]!
    if (child.isInlined) children.splice(i, 1, ...child.children)
  }
}

function makeCells(scopes: Map<string, number>, free: Names, inlinedCells: Names): void {
  if (free.size === 0 && inlinedCells.size === 0) return
  for (const [name, place] of scopes) {
    if (place !== s.LOCAL || (!free.has(name) && !inlinedCells.has(name))) continue
    scopes.set(name, s.CELL)
    free.delete(name)
  }
}

function claimClassCells(scope: Scope, free: Names): void {
  if (free.delete('__class__')) scope.needsClassClosure = true
  if (free.delete('__classdict__')) scope.needsClassDict = true
  if (free.delete('__conditional_annotations__')) scope.hasConditionalAnnotations = true
}

function recordScopes(
  scope: Scope,
  scopes: Map<string, number>,
  bound: Names | null,
  free: Names,
  inlinedCells: Names,
): void {
  const { symbols } = scope
  for (const [name, symbol] of symbols) {
    const flags = inlinedCells.has(name) ? symbol | s.DEF_COMP_CELL : symbol
    symbols.set(name, flags | (scopes.get(name)! << s.SCOPE_OFFSET))
  }
  const isClassLike = scope.type === 'class' || scope.canSeeClassScope
  for (const name of free) {
    const symbol = symbols.get(name)
    if (symbol !== undefined) {
      if (isClassLike) symbols.set(name, symbol | s.DEF_FREE_CLASS)
    } else if (bound === null || bound.has(name)) {
      // Only passed through, to a scope further in.
      symbols.set(name, s.FREE << s.SCOPE_OFFSET)
    }
  }
}
