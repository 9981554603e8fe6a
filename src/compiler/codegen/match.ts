/** `match`. */
import type { Match, MatchCase, Pattern } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Label, locationOf, NEXT_LOCATION, NO_LOCATION } from '../instruction.ts'
import type { Compiler } from './compiler.ts'
import { jumpIf } from './conditions.ts'
import { visitExpression } from './expressions.ts'
import { emitNameOperation } from './names.ts'
import { isWildcard, PatternContext, visitPattern } from './patterns.ts'
import { visitStatements } from './statements.ts'

const o = opcodes

export function compileMatch(c: Compiler, s: Match): void {
  visitExpression(c, s.subject)
  const end = c.newLabel()
  const { cases } = s
  const last = cases[cases.length - 1]!
  const hasDefault = cases.length > 1 && isWildcard(last.pattern)
  const tested = cases.length - (hasDefault ? 1 : 0)
  for (let i = 0; i < tested; i++) {
    const matchCase = cases[i]!
    const context = new PatternContext()
    // A case that always matches must be the last one, or have a guard.
    context.allowsIrrefutable = matchCase.guard !== null || i === cases.length - 1
    compileCase(c, matchCase, context, i === tested - 1 ? 'last tested' : 'subject needed later', end)
  }
  if (hasDefault) {
    c.emit(o.NOP, locationOf(last.pattern))
    if (last.guard !== null) jumpIf(c, last.guard, end, false)
    visitStatements(c, last.body)
  }
  c.place(end)
}

type Position = 'last tested' | 'subject needed later'

function compileCase(c: Compiler, matchCase: MatchCase, context: PatternContext, position: Position, end: Label): void {
  const pattern: Pattern = matchCase.pattern
  const location = locationOf(pattern)
  if (position === 'subject needed later') c.emitArg(o.COPY, 1, location)
  visitPattern(c, pattern, context)
  // The captured values are on the stack.
  for (const name of context.stores) emitNameOperation(c, name, 'Store', location)
  if (matchCase.guard !== null) jumpIf(c, matchCase.guard, context.failureLabel(c, 0), false)
  if (position === 'subject needed later') c.emit(o.POP_TOP, NEXT_LOCATION)
  visitStatements(c, matchCase.body)
  c.emitJump(o.JUMP, end, NO_LOCATION)
  context.placeFailures(c, location)
}
