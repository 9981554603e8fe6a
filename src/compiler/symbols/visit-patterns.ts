/** The names that patterns bind and use. */
import type { MatchCase, Pattern } from '../../frontend/generated/ast.ts'
import { locationOf } from '../instruction.ts'
import type { SymbolBuilder } from './builder.ts'
import { DEF_LOCAL } from './scope.ts'
import { visitExpression, visitExpressions, visitOptional } from './visit-expressions.ts'
import { visitStatements } from './visit-statements.ts'

export function visitMatchCase(b: SymbolBuilder, matchCase: MatchCase): void {
  visitPattern(b, matchCase.pattern)
  visitOptional(b, matchCase.guard)
  visitStatements(b, matchCase.body)
}

function visitPatterns(b: SymbolBuilder, patterns: readonly Pattern[]): void {
  for (const pattern of patterns) visitPattern(b, pattern)
}

function visitPattern(b: SymbolBuilder, pattern: Pattern): void {
  switch (pattern.node) {
    case 'MatchValue':
      visitExpression(b, pattern.value)
      break
    case 'MatchSingleton':
      break
    case 'MatchSequence':
    case 'MatchOr':
      visitPatterns(b, pattern.patterns)
      break
    case 'MatchStar':
      bind(b, pattern, pattern.name)
      break
    case 'MatchMapping':
      visitExpressions(b, pattern.keys)
      visitPatterns(b, pattern.patterns)
      bind(b, pattern, pattern.rest)
      break
    case 'MatchClass':
      visitExpression(b, pattern.cls)
      visitPatterns(b, pattern.patterns)
      pattern.kwd_attrs.forEach((name, i) => {
        b.checkAssignable(name, locationOf(pattern.kwd_patterns[i]!))
      })
      visitPatterns(b, pattern.kwd_patterns)
      break
    case 'MatchAs':
      if (pattern.pattern !== null) visitPattern(b, pattern.pattern)
      bind(b, pattern, pattern.name)
      break
  }
}

function bind(b: SymbolBuilder, pattern: Pattern, name: string | null): void {
  if (name !== null) b.define(name, DEF_LOCAL, locationOf(pattern))
}
