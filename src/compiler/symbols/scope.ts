/**
 * A scope ("block" in the language reference) and its symbols.
 *
 * The first walk over the syntax tree notes how each name is used, as DEF_… and USE bits. The analysis then decides
 * where the name lives and puts that into the same number, at SCOPE_OFFSET. The numbers are CPython's, because the
 * `symtable` module shows them.
 */
import type { Location } from '../instruction.ts'

export const DEF_GLOBAL = 1
export const DEF_LOCAL = 2
export const DEF_PARAM = 4
export const DEF_NONLOCAL = 8
export const USE = 16
/** Free in a method, and of the same name as something in the class. */
export const DEF_FREE_CLASS = 64
export const DEF_IMPORT = 128
export const DEF_ANNOT = 256
export const DEF_COMP_ITER = 512
export const DEF_TYPE_PARAM = 1024
/** A cell only because of a comprehension that was inlined. */
export const DEF_COMP_CELL = 2048
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM

export const SCOPE_OFFSET = 12
const SCOPE_MASK = 15

export const UNKNOWN = 0
export const LOCAL = 1
export const GLOBAL_EXPLICIT = 2
export const GLOBAL_IMPLICIT = 3
export const FREE = 4
export const CELL = 5

export type ScopeType =
  | 'module'
  | 'class'
  | 'function'
  | 'annotation'
  | 'type variable'
  | 'type alias'
  | 'type parameters'

export type ComprehensionType = 'list' | 'set' | 'dict' | 'generator'

/** A name in a `global` or `nonlocal` statement, and where. */
export interface Directive {
  readonly name: string
  readonly location: Location
}

export class Scope {
  readonly type: ScopeType
  readonly name: string
  readonly location: Location
  /** Mangled name → bits. */
  readonly symbols = new Map<string, number>()
  /** Parameters, in the order of their slots. */
  readonly parameters: string[] = []
  readonly children: Scope[] = []
  readonly directives: Directive[] = []
  /** In the type parameters of a generic class: the only names to be mangled. Null where all are. */
  mangledNames: Set<string> | null = null
  readonly isNested: boolean
  readonly isMethod: boolean
  isGenerator = false
  isCoroutine = false
  hasVarargs = false
  hasVarkeywords = false
  hasDocstring = false
  hasAnnotations = false
  comprehension: ComprehensionType | null = null
  /** Compiled as a part of the scope around it (PEP 709). */
  isInlined = false
  needsClassClosure = false
  needsClassDict = false
  /** An annotation or type scope right within a class: it looks names up in the class first. */
  canSeeClassScope = false
  hasConditionalAnnotations = false
  annotationScope: Scope | null = null
  /** What a type-variable scope is for, for error messages: "a TypeVar bound". */
  description = ''
  // What the first walk is inside of at the moment:
  inComprehensionTarget = false
  comprehensionIterableDepth = 0
  inConditionalBlock = false
  inUnevaluatedAnnotation = false

  constructor(type: ScopeType, name: string, location: Location, outer: Scope | null) {
    this.type = type
    this.name = name
    this.location = location
    this.isNested = outer !== null && (outer.isNested || isFunctionLike(outer))
    this.isMethod = outer !== null && outer.type === 'class' && type === 'function'
  }
}

/** Does the code of the scope keep its variables in a frame's slots? */
export function isFunctionLike(scope: Scope): boolean {
  return scope.type !== 'module' && scope.type !== 'class'
}

export function symbolOf(scope: Scope, name: string): number {
  return scope.symbols.get(name) ?? 0
}

export function scopeOfSymbol(symbol: number): number {
  return (symbol >> SCOPE_OFFSET) & SCOPE_MASK
}

export function scopeOf(scope: Scope, name: string): number {
  return scopeOfSymbol(scope.symbols.get(name) ?? 0)
}
