/** Annotations and type parameters, which have scopes of their own that are only run when asked for (PEP 649, 695). */
import type { Arg, Arguments, Expr, TypeParam } from '../../frontend/generated/ast.ts'
import { type Location, locationOf } from '../instruction.ts'
import type { SymbolBuilder } from './builder.ts'
import * as s from './scope.ts'
import { visitExpression } from './visit-expressions.ts'

/** The annotation of a variable. All those of a module or class share one scope. */
export function visitAnnotation(b: SymbolBuilder, annotation: Expr): void {
  const outer = b.current
  const location = locationOf(annotation)
  const isConditional = outer.type === 'module' || (outer.type === 'class' && outer.inConditionalBlock)
  if (isConditional && !outer.hasConditionalAnnotations) {
    outer.hasConditionalAnnotations = true
    b.define('__conditional_annotations__', s.USE, location)
  }
  if (outer.annotationScope === null) {
    outer.annotationScope = b.enterNew('annotation', '__annotate__', location)
    if (outer.type === 'class' && !b.options.annotationsAreStrings) seeClassScope(b, location)
  } else {
    b.reenter(outer.annotationScope)
  }
  const scope = b.current
  // Annotations of local variables are never evaluated.
  scope.inUnevaluatedAnnotation = outer.type === 'function'
  visitExpression(b, annotation)
  scope.inUnevaluatedAnnotation = false
  b.exit()
}

function seeClassScope(b: SymbolBuilder, location: Location): void {
  b.current.canSeeClassScope = true
  b.define('__classdict__', s.USE, location)
}

export function visitFunctionAnnotations(b: SymbolBuilder, args: Arguments, returns: Expr | null, at: Location): void {
  const canSeeClassScope = b.current.canSeeClassScope || b.current.type === 'class'
  const scope = b.enterNew('annotation', '__annotate__', at)
  b.scopes.set(args, scope)
  if (canSeeClassScope) seeClassScope(b, at)
  const visit = (annotation: Expr | null | undefined) => {
    if (annotation == null) return
    scope.hasAnnotations = true
    visitExpression(b, annotation)
  }
  const visitAll = (parameters: readonly Arg[]) => {
    for (const parameter of parameters) visit(parameter.annotation)
  }
  visitAll(args.posonlyargs)
  visitAll(args.args)
  visit(args.vararg?.annotation)
  visit(args.kwarg?.annotation)
  visitAll(args.kwonlyargs)
  visit(returns)
  b.exit()
}

/** The key of the scope is the array of type parameters. */
export function enterTypeParameters(b: SymbolBuilder, name: string, key: readonly TypeParam[], at: Location): void {
  const isInClass = b.current.type === 'class'
  b.scopes.set(key, b.enterNew('type parameters', name, at))
  if (isInClass) seeClassScope(b, at)
}

export function visitTypeParameter(b: SymbolBuilder, parameter: TypeParam): void {
  const { name } = parameter
  const location = locationOf(parameter)
  b.define(name, s.DEF_TYPE_PARAM | s.DEF_LOCAL, location)
  if (name === '__classdict__') {
    throw b.error(`reserved name '${name}' cannot be used for type parameter`, location)
  }
  if (parameter.node === 'TypeVar' && parameter.bound !== null) {
    const description = parameter.bound.node === 'Tuple' ? 'a TypeVar constraint' : 'a TypeVar bound'
    b.scopes.set(parameter, visitInTypeVariable(b, name, parameter.bound, description))
  }
  if (parameter.default_value !== null) {
    const description = `a ${parameter.node} default`
    b.defaultScopes.set(parameter, visitInTypeVariable(b, name, parameter.default_value, description))
  }
}

function visitInTypeVariable(b: SymbolBuilder, name: string, expression: Expr, description: string): s.Scope {
  const { canSeeClassScope } = b.current
  const location = locationOf(expression)
  const scope = b.enterNew('type variable', name, location)
  if (canSeeClassScope) seeClassScope(b, location)
  scope.description = description
  visitExpression(b, expression)
  b.exit()
  return scope
}
