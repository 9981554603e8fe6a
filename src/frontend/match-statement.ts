/**
 * `match` and its cases. `match` and `case` are names everywhere else, so it takes some reading to know.
 */

import { parseBlock } from './compound-statements.ts'
import { parseNamedExpression, parseSubject, startsExpression } from './expressions.ts'
import { type Expr, Match, MatchCase } from './generated/ast.ts'
import { type Parser, parseFailure } from './parser.ts'
import { parsePatterns } from './patterns.ts'
import * as kind from './token-kinds.ts'

/** Whether the statement here could be a `match`: cheap, and right about almost all that are not. */
export function isMatchStatement(p: Parser): boolean {
  const next = p.nextKind()
  return (startsExpression(next) || next === kind.STAR) && p.isWord(p.pos, 'match')
}

/** The statement, or null when the words turn out to be an expression such as `match (x)` or `match[x]: int`. */
export function parseMatch(p: Parser): Match | null {
  const start = p.pos
  const subject = trySubject(p)
  if (subject === null) return null
  const cases: MatchCase[] = []
  do {
    cases.push(parseCase(p))
  } while (p.kind() === kind.NAME && p.isWord(p.pos, 'case'))
  p.expect(kind.DEDENT)
  const end = p.lastToken()
  return new Match(subject, cases, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

/** Reads up to the first `case`; goes back and returns null when it is not there. */
function trySubject(p: Parser): Expr | null {
  const start = p.pos
  const depth = p.depth
  const warnings = p.warnings.length
  try {
    p.pos++
    const subject = parseSubject(p)
    if (p.accept(kind.COLON) && p.accept(kind.NEWLINE) && p.accept(kind.INDENT) && p.isWord(p.pos, 'case')) {
      return subject
    }
  } catch (thrown) {
    if (thrown !== parseFailure) throw thrown
  }
  p.pos = start
  p.depth = depth
  p.warnings.length = warnings
  return null
}

function parseCase(p: Parser): MatchCase {
  p.pos++
  const pattern = parsePatterns(p)
  const guard = p.accept(kind.KW_IF) ? parseNamedExpression(p) : null
  p.expect(kind.COLON)
  return new MatchCase(pattern, guard, parseBlock(p))
}
