/**
 * The `for … in … if …` clauses of comprehensions and generator expressions.
 */

import { parseDisjunction } from './expressions.ts'
import { Comprehension, type Expr } from './generated/ast.ts'
import type { Parser } from './parser.ts'
import { parseTargets } from './targets.ts'
import * as kind from './token-kinds.ts'

/** One clause or more, from the `for` (or `async for`) that the parser stands at. */
export function parseComprehensionClauses(p: Parser): Comprehension[] {
  const clauses: Comprehension[] = []
  for (;;) {
    const isAsync = p.kind() === kind.KW_ASYNC && p.nextKind() === kind.KW_FOR
    if (isAsync) p.pos++
    if (!p.accept(kind.KW_FOR)) return clauses
    const target = parseTargets(p)
    p.expect(kind.KW_IN)
    const iter = parseDisjunction(p)
    const ifs: Expr[] = []
    while (p.accept(kind.KW_IF)) ifs.push(parseDisjunction(p))
    clauses.push(new Comprehension(target, iter, ifs, isAsync ? 1 : 0))
  }
}
