/**
 * Type parameters in brackets (PEP 695), with bounds and defaults (PEP 696).
 */

import { parseExpression, parseStarExpression } from './expressions.ts'
import { ParamSpec, type TypeParam, TypeVar, TypeVarTuple } from './generated/ast.ts'
import type { Parser } from './parser.ts'
import * as kind from './token-kinds.ts'

export function parseTypeParameters(p: Parser): TypeParam[] {
  p.expect(kind.LSQB)
  const parameters: TypeParam[] = []
  do {
    if (p.kind() === kind.RSQB && parameters.length > 0) break
    parameters.push(parseTypeParameter(p))
  } while (p.accept(kind.COMMA))
  p.expect(kind.RSQB)
  return parameters
}

function parseTypeParameter(p: Parser): TypeParam {
  const start = p.pos
  const mark = p.kind()
  if (mark === kind.STAR || mark === kind.DOUBLESTAR) p.pos++
  const token = p.pos
  p.expect(kind.NAME)
  const name = p.name(token)
  const line = p.lines[start]!
  const col = p.cols[start]!
  if (mark === kind.STAR) {
    const value = p.accept(kind.EQUAL) ? parseStarExpression(p) : null
    const end = p.pos - 1
    return new TypeVarTuple(name, value, line, col, p.endLines[end]!, p.endCols[end]!)
  }
  const bound = mark === kind.NAME && p.accept(kind.COLON) ? parseExpression(p) : null
  const value = p.accept(kind.EQUAL) ? parseExpression(p) : null
  const end = p.pos - 1
  return mark === kind.NAME
    ? new TypeVar(name, bound, value, line, col, p.endLines[end]!, p.endCols[end]!)
    : new ParamSpec(name, value, line, col, p.endLines[end]!, p.endCols[end]!)
}
