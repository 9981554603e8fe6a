/**
 * The state of the walk that collects symbols: the stack of scopes, and the rules for entering a name.
 *
 * The walk itself is in visit-statements.ts, visit-expressions.ts, visit-annotations.ts and visit-patterns.ts.
 */
import type { SourceError } from '../../frontend/source-error.ts'
import { syntaxError } from '../compile-error.ts'
import type { Location } from '../instruction.ts'
import { mangleIn } from './mangle.ts'
import * as s from './scope.ts'
import { Scope, type ScopeType, symbolOf } from './scope.ts'

export interface SymbolOptions {
  readonly filename: string
  /** `from __future__ import annotations` is in force. */
  readonly annotationsAreStrings: boolean
  readonly allowsTopLevelAwait: boolean
  /** Where the last `from __future__ import` stands that is still allowed to. */
  readonly lastFutureImport: Location
}

export class SymbolBuilder {
  readonly options: SymbolOptions
  readonly stack: Scope[] = []
  /** The scope of a syntax node: module, function, class, lambda, comprehension, arguments, type parameters…. */
  readonly scopes = new Map<object, Scope>()
  /** The scopes of defaults of type variables; a type variable's own entry is that of its bound. */
  readonly defaultScopes = new Map<object, Scope>()
  readonly top: Scope
  current: Scope
  className: string | null = null

  constructor(module: object, options: SymbolOptions, noLocation: Location) {
    this.options = options
    this.top = new Scope('module', 'top', noLocation, null)
    this.current = this.top
    this.stack.push(this.top)
    this.scopes.set(module, this.top)
  }

  error(message: string, location: Location): SourceError {
    return syntaxError(this.options.filename, message, location)
  }

  newScope(type: ScopeType, name: string, location: Location): Scope {
    return new Scope(type, name, location, this.current)
  }

  enterNew(type: ScopeType, name: string, location: Location): Scope {
    const scope = this.newScope(type, name, location)
    this.enter(scope)
    if (type === 'annotation' || type === 'type variable' || type === 'type alias') {
      this.define('.format', s.DEF_PARAM, location)
      this.define('.format', s.USE, location)
    }
    return scope
  }

  /** Enters a scope for the first time. */
  enter(scope: Scope): void {
    const outer = this.current
    this.reenter(scope)
    // Annotations that will be strings do not count.
    if (this.options.annotationsAreStrings && scope.type === 'annotation') return
    outer.children.push(scope)
  }

  /** An annotation scope is entered once for each annotation in it. */
  reenter(scope: Scope): void {
    const outer = this.current
    this.stack.push(scope)
    this.current = scope
    // Assignment expressions are not allowed anywhere within a comprehension's iterable.
    scope.comprehensionIterableDepth = outer.comprehensionIterableDepth
    if (outer.mangledNames !== null && scope.type !== 'class') scope.mangledNames = outer.mangledNames
  }

  exit(): void {
    this.stack.pop()
    this.current = this.stack[this.stack.length - 1]!
  }

  lookup(name: string): number {
    return this.lookupIn(this.current, name)
  }

  lookupIn(scope: Scope, name: string): number {
    return symbolOf(scope, mangleIn(scope, this.className, name))
  }

  /** Notes a definition or use of a name in the current scope. */
  define(name: string, flag: number, location: Location): void {
    if (flag & (s.DEF_PARAM | s.DEF_LOCAL | s.DEF_IMPORT)) this.checkAssignable(name, location)
    if (flag & s.DEF_TYPE_PARAM) this.current.mangledNames?.add(name)
    this.defineIn(this.current, name, flag, location)
  }

  checkAssignable(name: string, location: Location): void {
    if (name === '__debug__') throw this.error('cannot assign to __debug__', location)
  }

  checkDeletable(name: string, location: Location): void {
    if (name === '__debug__') throw this.error('cannot delete __debug__', location)
  }

  defineIn(scope: Scope, name: string, flag: number, location: Location): void {
    const mangled = mangleIn(this.current, this.className, name)
    let symbol = scope.symbols.get(mangled) ?? 0
    if (flag & symbol & s.DEF_PARAM) {
      throw this.error(`duplicate argument '${name}' in function definition`, location)
    }
    if (flag & symbol & s.DEF_TYPE_PARAM) throw this.error(`duplicate type parameter '${name}'`, location)
    symbol |= flag
    if (scope.inComprehensionTarget) {
      if (symbol & (s.DEF_GLOBAL | s.DEF_NONLOCAL)) {
        const message = `comprehension inner loop cannot rebind assignment expression target '${name}'`
        throw this.error(message, location)
      }
      symbol |= s.DEF_COMP_ITER
    }
    scope.symbols.set(mangled, symbol)
    if (flag & s.DEF_PARAM) scope.parameters.push(mangled)
    else if (flag & s.DEF_GLOBAL) this.top.symbols.set(mangled, symbolOf(this.top, mangled) | flag)
  }

  noteDirective(name: string, location: Location): void {
    this.current.directives.push({ name: mangleIn(this.current, this.className, name), location })
  }

  get isInAsyncFunction(): boolean {
    return this.current.type === 'function' && this.current.isCoroutine
  }

  get allowsTopLevelAwaitHere(): boolean {
    return this.options.allowsTopLevelAwait && this.current.type === 'module'
  }
}
