/**
 * What can be assigned to, deleted, or annotated.
 *
 * A target looks like an expression, so it is read as one; then it is checked and its context is changed in place,
 * which is safe because nobody else has seen the nodes yet. A node does not tell whether it stood in parentheses;
 * where that matters the caller looks at the tokens.
 */

import { parseBinary } from './expressions.ts'
import { type Expr, type ExprContext, Starred, Tuple } from './generated/ast.ts'
import type { Parser } from './parser.ts'
import * as kind from './token-kinds.ts'

/** Makes a target of an expression, with all that it unpacks; fails where that cannot be. */
export function toTarget(p: Parser, expr: Expr): Expr {
  switch (expr.node) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      expr.ctx = 'Store'
      return expr
    case 'Starred':
      expr.ctx = 'Store'
      toTarget(p, expr.value)
      return expr
    case 'Tuple':
    case 'List':
      expr.ctx = 'Store'
      for (const elt of expr.elts) toTarget(p, elt)
      return expr
    default:
      return p.fail()
  }
}

/** A target that takes one value: no unpacking. */
export function toSingleTarget(p: Parser, expr: Expr): Expr {
  if (expr.node !== 'Name' && expr.node !== 'Attribute' && expr.node !== 'Subscript') return p.fail()
  expr.ctx = 'Store'
  return expr
}

/** The targets of `for`, up to `in`, which must not be read as a comparison. */
export function parseTargets(p: Parser): Expr {
  const start = p.pos
  const first = parseTarget(p)
  if (p.kind() !== kind.COMMA) return first
  const elts = [first]
  while (p.accept(kind.COMMA) && p.kind() !== kind.KW_IN && p.kind() !== kind.EQUAL) elts.push(parseTarget(p))
  const end = p.pos - 1
  return new Tuple(elts, 'Store', p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

/** One target, with a star perhaps. */
export function parseTarget(p: Parser): Expr {
  const start = p.pos
  if (!p.accept(kind.STAR)) return toTarget(p, parseBinary(p, 1))
  if (p.kind() === kind.STAR) p.fail()
  const value = toTarget(p, parseBinary(p, 1))
  const end = p.pos - 1
  return new Starred(value, 'Store', p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

/** The targets of `del`. */
export function parseDeleteTargets(p: Parser): Expr[] {
  const targets: Expr[] = []
  do {
    const token = p.kind()
    if (token === kind.SEMI || token === kind.NEWLINE) {
      if (targets.length === 0) p.fail()
      return targets
    }
    targets.push(toDeleteTarget(p, parseBinary(p, 1)))
  } while (p.accept(kind.COMMA))
  if (p.kind() !== kind.SEMI && p.kind() !== kind.NEWLINE) p.fail()
  return targets
}

function toDeleteTarget(p: Parser, expr: Expr): Expr {
  const context: ExprContext = 'Del'
  switch (expr.node) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      expr.ctx = context
      return expr
    case 'Tuple':
    case 'List':
      expr.ctx = context
      for (const elt of expr.elts) toDeleteTarget(p, elt)
      return expr
    default:
      return p.fail()
  }
}
