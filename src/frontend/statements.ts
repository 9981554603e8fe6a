// Hot.
/**
 * Statements on one line, and the dispatch to the others.
 */

import { parseCompound } from './compound-statements.ts'
import {
  parseAnnotatedRight,
  parseExpression,
  parseName,
  parseStarExpressions,
  startsExpression,
} from './expressions.ts'
import {
  AnnAssign,
  Assert,
  Assign,
  AugAssign,
  Break,
  Continue,
  Delete,
  type Expr,
  ExprStmt,
  Global,
  Nonlocal,
  type Operator,
  Pass,
  Raise,
  Return,
  type Stmt,
  TypeAlias,
} from './generated/ast.ts'
import { parseFrom, parseImport } from './imports.ts'
import { isMatchStatement, parseMatch } from './match-statement.ts'
import type { Parser } from './parser.ts'
import { parseDeleteTargets, toSingleTarget, toTarget } from './targets.ts'
import * as kind from './token-kinds.ts'
import { parseTypeParameters } from './type-parameters.ts'

/** All statements up to the end of a block or of the source. */
export function parseStatements(p: Parser, body: Stmt[]): void {
  for (;;) {
    const token = p.kind()
    if (token === kind.DEDENT || token === kind.ENDMARKER) return
    parseStatement(p, body)
  }
}

/** One compound statement (false), or the simple statements of one line (true). */
export function parseStatement(p: Parser, body: Stmt[]): boolean {
  const token = p.kind()
  if (token !== kind.NAME) {
    const compound = parseCompound(p, token)
    if (compound !== null) {
      addCompound(p, body, compound)
      return false
    }
  } else if (isMatchStatement(p)) {
    const match = parseMatch(p)
    if (match !== null) {
      addCompound(p, body, match)
      return false
    }
  }
  parseSimpleStatements(p, body)
  return true
}

function addCompound(p: Parser, body: Stmt[], statement: Stmt): void {
  body.push(statement)
  if (p.lastCompound === null || p.lastCompound.lineno <= statement.lineno) p.lastCompound = statement
}

/** Statements with semicolons between them, to the end of the line. */
export function parseSimpleStatements(p: Parser, body: Stmt[]): void {
  do {
    body.push(parseSimpleStatement(p))
  } while (p.accept(kind.SEMI) && p.kind() !== kind.NEWLINE)
  p.expect(kind.NEWLINE)
}

function parseSimpleStatement(p: Parser): Stmt {
  const start = p.pos
  switch (p.kind()) {
    case kind.NAME:
      if (p.nextKind() === kind.NAME && p.isWord(start, 'type')) return parseTypeAlias(p)
      return parseExpressionStatement(p)
    case kind.KW_RETURN: {
      p.pos++
      const value = startsStarExpressions(p) ? parseStarExpressions(p) : null
      return located(p, start, Return, value)
    }
    case kind.KW_IMPORT:
      return parseImport(p)
    case kind.KW_FROM:
      return parseFrom(p)
    case kind.KW_RAISE:
      return parseRaise(p)
    case kind.KW_PASS:
      p.pos++
      return keyword(p, start, Pass)
    case kind.KW_BREAK:
      p.pos++
      return keyword(p, start, Break)
    case kind.KW_CONTINUE:
      p.pos++
      return keyword(p, start, Continue)
    case kind.KW_DEL:
      p.pos++
      return located(p, start, Delete, parseDeleteTargets(p))
    case kind.KW_ASSERT:
      return parseAssert(p)
    case kind.KW_GLOBAL:
      p.pos++
      return located(p, start, Global, parseNames(p))
    case kind.KW_NONLOCAL:
      p.pos++
      return located(p, start, Nonlocal, parseNames(p))
    default:
      return parseExpressionStatement(p)
  }
}

const startsStarExpressions = (p: Parser) => p.kind() === kind.STAR || startsExpression(p.kind())

type Position = [lineno: number, col_offset: number, end_lineno: number, end_col_offset: number]

/** A statement with one field, ending at the token before the current one. */
function located<Field, Node>(
  p: Parser,
  start: number,
  construct: new (field: Field, ...position: Position) => Node,
  field: Field,
): Node {
  const end = p.pos - 1
  return new construct(field, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

function keyword<Node>(p: Parser, token: number, construct: new (...position: Position) => Node): Node {
  return new construct(p.lines[token]!, p.cols[token]!, p.endLines[token]!, p.endCols[token]!)
}

const augmentedOperators: Operator[] = []
for (const [token, operator] of [
  [kind.PLUSEQUAL, 'Add'],
  [kind.MINEQUAL, 'Sub'],
  [kind.STAREQUAL, 'Mult'],
  [kind.ATEQUAL, 'MatMult'],
  [kind.SLASHEQUAL, 'Div'],
  [kind.PERCENTEQUAL, 'Mod'],
  [kind.AMPEREQUAL, 'BitAnd'],
  [kind.VBAREQUAL, 'BitOr'],
  [kind.CIRCUMFLEXEQUAL, 'BitXor'],
  [kind.LEFTSHIFTEQUAL, 'LShift'],
  [kind.RIGHTSHIFTEQUAL, 'RShift'],
  [kind.DOUBLESTAREQUAL, 'Pow'],
  [kind.DOUBLESLASHEQUAL, 'FloorDiv'],
] as const) {
  augmentedOperators[token] = operator
}

/** An expression for its effect, or, by what follows it, an assignment of some sort. */
function parseExpressionStatement(p: Parser): Stmt {
  const start = p.pos
  const expr = parseAnnotatedRight(p)
  const token = p.kind()
  if (token === kind.EQUAL) return parseAssignment(p, start, expr)
  if (token === kind.COLON) return parseAnnotated(p, start, expr)
  const operator = augmentedOperators[token]
  if (operator !== undefined) {
    const target = toSingleTarget(p, expr)
    p.pos++
    const value = parseAnnotatedRight(p)
    const end = p.pos - 1
    return new AugAssign(target, operator, value, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
  }
  return located(p, start, ExprStmt, expr)
}

function parseAssignment(p: Parser, start: number, first: Expr): Stmt {
  const targets: Expr[] = []
  let value = first
  while (p.accept(kind.EQUAL)) {
    targets.push(toTarget(p, value))
    value = parseAnnotatedRight(p)
  }
  const end = p.pos - 1
  const comment = p.kind() === kind.TYPE_COMMENT ? p.text(p.pos++) : null
  const last = comment === null ? end : p.pos - 1
  return new Assign(targets, value, comment, p.lines[start]!, p.cols[start]!, p.endLines[last]!, p.endCols[last]!)
}

/** `target: annotation`, with a value perhaps; only a bare name makes a variable of the scope. */
function parseAnnotated(p: Parser, start: number, expr: Expr): Stmt {
  const isSimple = expr.node === 'Name' && p.pos === start + 1 ? 1 : 0
  const target = toSingleTarget(p, expr)
  p.pos++
  const annotation = parseExpression(p)
  const value = p.accept(kind.EQUAL) ? parseAnnotatedRight(p) : null
  const end = p.pos - 1
  return new AnnAssign(
    target,
    annotation,
    value,
    isSimple,
    p.lines[start]!,
    p.cols[start]!,
    p.endLines[end]!,
    p.endCols[end]!,
  )
}

function parseRaise(p: Parser): Stmt {
  const start = p.pos++
  let exc: Expr | null = null
  let cause: Expr | null = null
  if (startsExpression(p.kind())) {
    exc = parseExpression(p)
    if (p.accept(kind.KW_FROM)) cause = parseExpression(p)
  }
  const end = p.pos - 1
  return new Raise(exc, cause, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

function parseAssert(p: Parser): Stmt {
  const start = p.pos++
  const test = parseExpression(p)
  const message = p.accept(kind.COMMA) ? parseExpression(p) : null
  const end = p.pos - 1
  return new Assert(test, message, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

function parseNames(p: Parser): string[] {
  const names: string[] = []
  do {
    p.expect(kind.NAME)
    names.push(p.name(p.pos - 1))
  } while (p.accept(kind.COMMA))
  return names
}

/** `type Name[T] = value`. */
function parseTypeAlias(p: Parser): Stmt {
  const start = p.pos++
  const target = parseName(p, 'Store')
  const parameters = p.kind() === kind.LSQB ? parseTypeParameters(p) : []
  p.expect(kind.EQUAL)
  const value = parseExpression(p)
  const end = p.pos - 1
  return new TypeAlias(target, parameters, value, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}
