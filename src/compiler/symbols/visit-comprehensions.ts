/**
 * Comprehensions. Each has a scope, which is a function's (even if it will be inlined later); the iterable of the
 * first `for` is evaluated outside and comes in as the parameter `.0`.
 */
import type { DictComp, Expr, GeneratorExp, ListComp, SetComp } from '../../frontend/generated/ast.ts'
import { locationOf } from '../instruction.ts'
import type { SymbolBuilder } from './builder.ts'
import { type ComprehensionType, DEF_PARAM } from './scope.ts'
import { visitExpression, visitExpressions, visitGenerator } from './visit-expressions.ts'

export type ComprehensionNode = ListComp | SetComp | DictComp | GeneratorExp

const kinds: Record<ComprehensionNode['node'], { readonly type: ComprehensionType; readonly name: string }> = {
  ListComp: { type: 'list', name: 'listcomp' },
  SetComp: { type: 'set', name: 'setcomp' },
  DictComp: { type: 'dict', name: 'dictcomp' },
  GeneratorExp: { type: 'generator', name: 'genexpr' },
}

export function visitComprehension(b: SymbolBuilder, e: ComprehensionNode): void {
  const { type, name } = kinds[e.node]
  const outer = b.current
  const outermost = e.generators[0]!
  outer.comprehensionIterableDepth++
  visitExpression(b, outermost.iter)
  outer.comprehensionIterableDepth--
  const location = locationOf(e)
  const scope = b.enterNew('function', name, location)
  b.scopes.set(e, scope)
  scope.comprehension = type
  if (outermost.is_async) scope.isCoroutine = true
  b.define('.0', DEF_PARAM, location)
  scope.inComprehensionTarget = true
  visitExpression(b, outermost.target)
  scope.inComprehensionTarget = false
  visitExpressions(b, outermost.ifs)
  for (let i = 1; i < e.generators.length; i++) visitGenerator(b, e.generators[i]!)
  if (e.node === 'DictComp') visitExpression(b, e.value)
  visitExpression(b, elementOf(e))
  scope.isGenerator = type === 'generator'
  const isAsync = scope.isCoroutine && type !== 'generator'
  b.exit()
  if (!isAsync) return
  if (!b.isInAsyncFunction && outer.comprehension === null && !b.allowsTopLevelAwaitHere) {
    throw b.error('asynchronous comprehension outside of an asynchronous function', location)
  }
  outer.isCoroutine = true
}

export function elementOf(e: ComprehensionNode): Expr {
  return e.node === 'DictComp' ? e.key : e.elt
}
