/**
 * Statements with blocks, save `match`.
 */

import { parseExpression, parseExpressions, parseNamedExpression, parseStarExpressions } from './expressions.ts'
import {
  AsyncFor,
  AsyncFunctionDef,
  AsyncWith,
  ClassDef,
  ExceptHandler,
  type Expr,
  For,
  FunctionDef,
  If,
  type Keyword,
  type Stmt,
  Try,
  TryStar,
  While,
  With,
  WithItem,
} from './generated/ast.ts'
import { emptyArguments, parseParameters } from './parameters.ts'
import { type Parser, parseFailure } from './parser.ts'
import { parseArguments } from './primaries.ts'
import { parseSimpleStatements, parseStatements } from './statements.ts'
import { parseTarget, parseTargets } from './targets.ts'
import * as kind from './token-kinds.ts'
import { parseTypeParameters } from './type-parameters.ts'

/** The compound statement that begins with this token, or null when none does. */
export function parseCompound(p: Parser, token: number): Stmt | null {
  switch (token) {
    case kind.KW_DEF:
      return parseFunction(p, [], p.pos)
    case kind.KW_IF:
      return parseIf(p)
    case kind.KW_CLASS:
      return parseClass(p, [])
    case kind.KW_FOR:
      return parseFor(p, p.pos)
    case kind.KW_WITH:
      return parseWith(p, p.pos)
    case kind.KW_TRY:
      return parseTry(p)
    case kind.KW_WHILE:
      return parseWhile(p)
    case kind.AT:
      return parseDecorated(p)
    case kind.KW_ASYNC:
      return parseAsync(p)
    default:
      return null
  }
}

/** How much deeper CPython's parser gets by a block. */
const BLOCK_DEPTH = 6

/** What follows a colon: an indented block, or simple statements on the same line. */
export function parseBlock(p: Parser): Stmt[] {
  const body: Stmt[] = []
  if (!p.accept(kind.NEWLINE)) {
    parseSimpleStatements(p, body)
    return body
  }
  p.expect(kind.INDENT)
  p.deepen(BLOCK_DEPTH)
  parseStatements(p, body)
  p.depth -= BLOCK_DEPTH
  p.expect(kind.DEDENT)
  return body
}

function parseColonBlock(p: Parser): Stmt[] {
  p.expect(kind.COLON)
  return parseBlock(p)
}

function parseElse(p: Parser): Stmt[] {
  return p.accept(kind.KW_ELSE) ? parseColonBlock(p) : []
}

function parseTypeComment(p: Parser): string | null {
  return p.kind() === kind.TYPE_COMMENT ? p.text(p.pos++) : null
}

/** `elif` is an `if` in the `else` of the one before; a chain of them is read in a loop and built from its end. */
function parseIf(p: Parser): Stmt {
  const starts: number[] = []
  const tests: Expr[] = []
  const bodies: Stmt[][] = []
  const depth = p.depth
  do {
    p.deepen(1)
    starts.push(p.pos++)
    tests.push(parseNamedExpression(p))
    bodies.push(parseColonBlock(p))
  } while (p.kind() === kind.KW_ELIF)
  p.depth = depth
  let orelse = parseElse(p)
  const end = p.lastToken()
  for (let i = starts.length - 1; ; i--) {
    const token = starts[i]!
    const statement = new If(
      tests[i]!,
      bodies[i]!,
      orelse,
      p.lines[token]!,
      p.cols[token]!,
      p.endLines[end]!,
      p.endCols[end]!,
    )
    if (i === 0) return statement
    orelse = [statement]
  }
}

function parseWhile(p: Parser): Stmt {
  const start = p.pos++
  const test = parseNamedExpression(p)
  const body = parseColonBlock(p)
  const orelse = parseElse(p)
  const end = p.lastToken()
  return new While(test, body, orelse, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

/** `start` is the `async` before the current token, or the current token. */
function parseFor(p: Parser, start: number): Stmt {
  p.expect(kind.KW_FOR)
  const target = parseTargets(p)
  p.expect(kind.KW_IN)
  const iter = parseStarExpressions(p)
  p.expect(kind.COLON)
  const comment = parseTypeComment(p)
  const body = parseBlock(p)
  const orelse = parseElse(p)
  const end = p.lastToken()
  const construct = p.kinds[start] === kind.KW_ASYNC ? AsyncFor : For
  return new construct(
    target,
    iter,
    body,
    orelse,
    comment,
    p.lines[start]!,
    p.cols[start]!,
    p.endLines[end]!,
    p.endCols[end]!,
  )
}

function parseWith(p: Parser, start: number): Stmt {
  p.expect(kind.KW_WITH)
  const items = (p.kind() === kind.LPAR ? tryParenthesizedItems(p) : null) ?? parseWithItems(p)
  p.expect(kind.COLON)
  const comment = parseTypeComment(p)
  const body = parseBlock(p)
  const end = p.lastToken()
  const construct = p.kinds[start] === kind.KW_ASYNC ? AsyncWith : With
  return new construct(items, body, comment, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

function parseWithItems(p: Parser): WithItem[] {
  const items: WithItem[] = []
  do {
    if (items.length > 0 && p.kind() === kind.RPAR) break
    items.push(parseWithItem(p))
  } while (p.accept(kind.COMMA))
  return items
}

/**
 * Items in parentheses; null when the parentheses turn out to belong to an expression. Only the colon after the
 * closing one can tell, so the items are read for a trial.
 */
function tryParenthesizedItems(p: Parser): WithItem[] | null {
  const start = p.pos
  const depth = p.depth
  const warnings = p.warnings.length
  try {
    p.pos++
    const items = parseWithItems(p)
    p.expect(kind.RPAR)
    if (p.kind() === kind.COLON) return items
  } catch (thrown) {
    if (thrown !== parseFailure) throw thrown
  }
  p.pos = start
  p.depth = depth
  p.warnings.length = warnings
  return null
}

function parseWithItem(p: Parser): WithItem {
  const context = parseExpression(p)
  if (!p.accept(kind.KW_AS)) return new WithItem(context, null)
  const target = parseTarget(p)
  const token = p.kind()
  if (token !== kind.COMMA && token !== kind.RPAR && token !== kind.COLON) p.fail()
  return new WithItem(context, target)
}

function parseTry(p: Parser): Stmt {
  const start = p.pos++
  const body = parseColonBlock(p)
  const handlers: ExceptHandler[] = []
  const isStar = p.kind() === kind.KW_EXCEPT && p.nextKind() === kind.STAR
  while (p.kind() === kind.KW_EXCEPT) handlers.push(parseHandler(p, isStar))
  const orelse = handlers.length > 0 ? parseElse(p) : []
  const finalbody = p.accept(kind.KW_FINALLY) ? parseColonBlock(p) : []
  if (handlers.length === 0 && finalbody.length === 0) p.fail()
  const end = p.lastToken()
  const construct = isStar ? TryStar : Try
  return new construct(
    body,
    handlers,
    orelse,
    finalbody,
    p.lines[start]!,
    p.cols[start]!,
    p.endLines[end]!,
    p.endCols[end]!,
  )
}

function parseHandler(p: Parser, isStar: boolean): ExceptHandler {
  const start = p.pos++
  if (p.accept(kind.STAR) !== isStar) p.fail()
  let type: Expr | null = null
  let name: string | null = null
  if (isStar || p.kind() !== kind.COLON) {
    const first = p.pos
    type = parseExpressions(p)
    // Several types without parentheses (PEP 758) cannot be named.
    const isBare = type.node === 'Tuple' && (p.kinds[first] !== kind.LPAR || !endsWithItsParenthesis(p, first))
    if (!isBare && p.accept(kind.KW_AS)) {
      p.expect(kind.NAME)
      name = p.name(p.pos - 1)
    }
  }
  const body = parseColonBlock(p)
  const end = p.lastToken()
  return new ExceptHandler(type, name, body, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

/** Whether the parenthesis at `open` is closed by the last token read. */
function endsWithItsParenthesis(p: Parser, open: number): boolean {
  let level = 0
  for (let token = open; token < p.pos; token++) {
    const k = p.kinds[token]!
    if (k === kind.LPAR) level++
    else if (k === kind.RPAR && --level === 0) return token === p.pos - 1
  }
  return false
}

function parseDecorated(p: Parser): Stmt {
  const decorators: Expr[] = []
  while (p.accept(kind.AT)) {
    decorators.push(parseNamedExpression(p))
    p.expect(kind.NEWLINE)
  }
  const start = p.pos
  if (p.kind() === kind.KW_CLASS) return parseClass(p, decorators)
  if (p.accept(kind.KW_ASYNC) && p.kind() !== kind.KW_DEF) p.fail()
  return parseFunction(p, decorators, start)
}

function parseAsync(p: Parser): Stmt {
  const start = p.pos++
  switch (p.kind()) {
    case kind.KW_DEF:
      return parseFunction(p, [], start)
    case kind.KW_FOR:
      return parseFor(p, start)
    case kind.KW_WITH:
      return parseWith(p, start)
    default:
      return p.fail()
  }
}

function parseFunction(p: Parser, decorators: Expr[], start: number): Stmt {
  p.expect(kind.KW_DEF)
  const token = p.pos
  p.expect(kind.NAME)
  const parameters = p.kind() === kind.LSQB ? parseTypeParameters(p) : []
  p.expect(kind.LPAR)
  const args = p.kind() === kind.RPAR ? emptyArguments() : parseParameters(p)
  p.expect(kind.RPAR)
  const returns = p.accept(kind.RARROW) ? parseExpression(p) : null
  p.expect(kind.COLON)
  const comment = parseFunctionComment(p)
  const body = parseBlock(p)
  const end = p.lastToken()
  const construct = p.kinds[start] === kind.KW_ASYNC ? AsyncFunctionDef : FunctionDef
  return new construct(
    p.name(token),
    args,
    body,
    decorators,
    returns,
    comment,
    parameters,
    p.lines[start]!,
    p.cols[start]!,
    p.endLines[end]!,
    p.endCols[end]!,
  )
}

/** The type comment of a function may stand on a line of its own before the block. */
function parseFunctionComment(p: Parser): string | null {
  const isOnNextLine =
    p.kind() === kind.NEWLINE &&
    p.nextKind() === kind.TYPE_COMMENT &&
    p.kinds[p.pos + 2] === kind.NEWLINE &&
    p.kinds[p.pos + 3] === kind.INDENT
  if (isOnNextLine) p.pos++
  return parseTypeComment(p)
}

function parseClass(p: Parser, decorators: Expr[]): Stmt {
  const start = p.pos++
  const token = p.pos
  p.expect(kind.NAME)
  const parameters = p.kind() === kind.LSQB ? parseTypeParameters(p) : []
  const bases: Expr[] = []
  const keywords: Keyword[] = []
  if (p.accept(kind.LPAR)) {
    if (p.kind() !== kind.RPAR) parseArguments(p, bases, keywords)
    p.expect(kind.RPAR)
  }
  const body = parseColonBlock(p)
  const end = p.lastToken()
  return new ClassDef(
    p.name(token),
    bases,
    keywords,
    body,
    decorators,
    parameters,
    p.lines[start]!,
    p.cols[start]!,
    p.endLines[end]!,
    p.endCols[end]!,
  )
}
