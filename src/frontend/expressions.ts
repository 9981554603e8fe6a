// Hot.
/**
 * Expressions with operators, from `lambda` and conditionals down to `**`.
 *
 * One function reads all left-associative binary operators, by precedence; comparisons, `not`, `and` and `or` have
 * theirs, since their nodes take lists. An expression begins at a token, not at its first operand's node: for
 * `(a) + b` that is the parenthesis.
 */

import {
  type Arguments,
  Await,
  BinOp,
  BoolOp,
  type Cmpop,
  Compare,
  type Expr,
  IfExp,
  Lambda,
  Name,
  NamedExpr,
  type Operator,
  Starred,
  Tuple,
  UnaryOp,
  type Unaryop,
  Yield,
  YieldFrom,
} from './generated/ast.ts'
import { emptyArguments, parseLambdaParameters } from './parameters.ts'
import type { Parser } from './parser.ts'
import { parsePrimary } from './primaries.ts'
import * as kind from './token-kinds.ts'

/** Binding strength of the binary operators; 0 for every other token. */
const precedences = new Uint8Array(256)
const operators: Operator[] = []

function defineOperators(precedence: number, rows: readonly (readonly [number, Operator])[]): void {
  for (const [token, operator] of rows) {
    precedences[token] = precedence
    operators[token] = operator
  }
}

defineOperators(1, [[kind.VBAR, 'BitOr']])
defineOperators(2, [[kind.CIRCUMFLEX, 'BitXor']])
defineOperators(3, [[kind.AMPER, 'BitAnd']])
defineOperators(4, [
  [kind.LEFTSHIFT, 'LShift'],
  [kind.RIGHTSHIFT, 'RShift'],
])
defineOperators(5, [
  [kind.PLUS, 'Add'],
  [kind.MINUS, 'Sub'],
])
defineOperators(6, [
  [kind.STAR, 'Mult'],
  [kind.SLASH, 'Div'],
  [kind.DOUBLESLASH, 'FloorDiv'],
  [kind.PERCENT, 'Mod'],
  [kind.AT, 'MatMult'],
])

/** How much deeper CPython's parser gets by a lambda, and by a default among its parameters. */
const LAMBDA_DEPTH = 2
const PARAMETERS_DEPTH = 6

const COMPARES = 1
const STARTS_EXPRESSION = 2

/** What a token can do in an expression. */
const roles = new Uint8Array(256)
for (const token of [
  kind.EQEQUAL,
  kind.NOTEQUAL,
  kind.LESS,
  kind.LESSEQUAL,
  kind.GREATER,
  kind.GREATEREQUAL,
  kind.KW_IN,
  kind.KW_IS,
  kind.KW_NOT,
]) {
  roles[token]! |= COMPARES
}
for (const token of [
  kind.NAME,
  kind.NUMBER,
  kind.STRING,
  kind.FSTRING_START,
  kind.TSTRING_START,
  kind.LPAR,
  kind.LSQB,
  kind.LBRACE,
  kind.MINUS,
  kind.PLUS,
  kind.TILDE,
  kind.ELLIPSIS,
  kind.KW_NONE,
  kind.KW_TRUE,
  kind.KW_FALSE,
  kind.KW_NOT,
  kind.KW_LAMBDA,
  kind.KW_AWAIT,
]) {
  roles[token]! |= STARTS_EXPRESSION
}

export const startsExpression = (token: number): boolean => (roles[token]! & STARTS_EXPRESSION) !== 0

/** Tokens after which another item of a list without brackets can come. */
const startsStarExpression = (token: number): boolean => token === kind.STAR || startsExpression(token)

/** `lambda`, a conditional, or less: everything but `:=`, `*` and a bare tuple. */
export function parseExpression(p: Parser): Expr {
  const start = p.pos
  if (p.kind() === kind.KW_LAMBDA) return parseOpenEnded(p, start, null)
  const body = parseDisjunction(p)
  return p.kind() === kind.KW_IF ? parseOpenEnded(p, start, body) : body
}

/** What begins an expression that goes on to the right without end: `lambda x:`, or `a if b else`. */
class Opening {
  readonly start: number
  readonly parameters: Arguments | null
  readonly body: Expr | null
  readonly test: Expr | null
  constructor(start: number, parameters: Arguments | null, body: Expr | null, test: Expr | null) {
    this.start = start
    this.parameters = parameters
    this.body = body
    this.test = test
  }
}

/**
 * `lambda x: a if b else lambda y: c if d else …`: read from left to right, built from right to left. `first` is
 * the body of a conditional, if that comes first and its body has been read.
 */
function parseOpenEnded(p: Parser, start: number, first: Expr | null): Expr {
  const openings: Opening[] = []
  const depth = p.depth
  let operandStart = start
  let operand = first
  for (;;) {
    if (operand === null) {
      while (p.kind() === kind.KW_LAMBDA) openings.push(parseLambdaHead(p))
      operandStart = p.pos
      operand = parseDisjunction(p)
    }
    if (!p.accept(kind.KW_IF)) break
    p.deepen(1)
    const test = parseDisjunction(p)
    p.expect(kind.KW_ELSE)
    openings.push(new Opening(operandStart, null, operand, test))
    operand = null
  }
  p.depth = depth
  const end = p.pos - 1
  const endLine = p.endLines[end]!
  const endCol = p.endCols[end]!
  for (let i = openings.length - 1; i >= 0; i--) {
    const { start: token, parameters, body, test } = openings[i]!
    const line = p.lines[token]!
    const col = p.cols[token]!
    operand =
      parameters !== null
        ? new Lambda(parameters, operand, line, col, endLine, endCol)
        : new IfExp(test!, body!, operand, line, col, endLine, endCol)
  }
  return operand
}

function parseLambdaHead(p: Parser): Opening {
  p.deepen(LAMBDA_DEPTH)
  const start = p.pos++
  let parameters = null
  if (p.kind() !== kind.COLON) {
    p.deepen(PARAMETERS_DEPTH)
    parameters = parseLambdaParameters(p)
    p.depth -= PARAMETERS_DEPTH
  }
  p.expect(kind.COLON)
  return new Opening(start, parameters ?? emptyArguments(), null, null)
}

export function parseDisjunction(p: Parser): Expr {
  const start = p.pos
  const first = parseConjunction(p)
  return p.kind() === kind.KW_OR ? parseBoolOp(p, start, first, kind.KW_OR) : first
}

function parseConjunction(p: Parser): Expr {
  const start = p.pos
  const first = p.kind() === kind.KW_NOT ? parseNot(p) : parseComparison(p)
  return p.kind() === kind.KW_AND ? parseBoolOp(p, start, first, kind.KW_AND) : first
}

function parseBoolOp(p: Parser, start: number, first: Expr, token: number): Expr {
  const values = [first]
  while (p.accept(token)) {
    if (token === kind.KW_OR) values.push(parseConjunction(p))
    else values.push(p.kind() === kind.KW_NOT ? parseNot(p) : parseComparison(p))
  }
  const end = p.pos - 1
  return new BoolOp(
    token === kind.KW_OR ? 'Or' : 'And',
    values,
    p.lines[start]!,
    p.cols[start]!,
    p.endLines[end]!,
    p.endCols[end]!,
  )
}

function parseNot(p: Parser): Expr {
  const start = p.pos
  const depth = p.depth
  while (p.kind() === kind.KW_NOT) {
    p.deepen(1)
    p.pos++
  }
  const operator = p.pos - 1
  let operand = parseComparison(p)
  p.depth = depth
  const end = p.pos - 1
  for (let token = operator; token >= start; token--) {
    operand = new UnaryOp('Not', operand, p.lines[token]!, p.cols[token]!, p.endLines[end]!, p.endCols[end]!)
  }
  return operand
}

function parseComparison(p: Parser): Expr {
  const start = p.pos
  const left = parseBinary(p, 1)
  if ((roles[p.kind()]! & COMPARES) === 0) return left
  const operator = readComparison(p)
  if (operator === null) return left
  const ops = [operator]
  const comparators = [parseBinary(p, 1)]
  while ((roles[p.kind()]! & COMPARES) !== 0) {
    const next = readComparison(p)
    if (next === null) break
    ops.push(next)
    comparators.push(parseBinary(p, 1))
  }
  const end = p.pos - 1
  return new Compare(left, ops, comparators, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

/** Reads a comparison operator; null when the token turns out to be something else (`not` without `in`). */
function readComparison(p: Parser): Cmpop | null {
  const token = p.kind()
  switch (token) {
    case kind.KW_NOT:
      if (p.nextKind() !== kind.KW_IN) return null
      p.pos += 2
      return 'NotIn'
    case kind.KW_IS:
      p.pos++
      return p.accept(kind.KW_NOT) ? 'IsNot' : 'Is'
    case kind.NOTEQUAL:
      if ((p.source.charCodeAt(p.tokens.starts[p.pos]!) === 60) !== p.barryAsFlufl) p.fail()
      p.pos++
      return 'NotEq'
  }
  p.pos++
  switch (token) {
    case kind.EQEQUAL:
      return 'Eq'
    case kind.LESS:
      return 'Lt'
    case kind.LESSEQUAL:
      return 'LtE'
    case kind.GREATER:
      return 'Gt'
    case kind.GREATEREQUAL:
      return 'GtE'
    default:
      return 'In'
  }
}

/** Binary operators of at least this precedence; a chain of equals is a loop. */
export function parseBinary(p: Parser, least: number): Expr {
  const start = p.pos
  let left = parseFactor(p)
  for (;;) {
    const token = p.kind()
    const precedence = precedences[token]!
    if (precedence < least || precedence === 0) return left
    p.pos++
    const right = precedence === 6 ? parseFactor(p) : parseBinary(p, precedence + 1)
    const end = p.pos - 1
    left = new BinOp(left, operators[token]!, right, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
  }
}

/** What stands between two binary operators: signs, `await`, a primary and its power. */
function parseFactor(p: Parser): Expr {
  const token = p.kind()
  const start = p.pos
  if (token === kind.MINUS || token === kind.PLUS || token === kind.TILDE) return parsePower(p, start, null)
  const operand = token === kind.KW_AWAIT ? parseAwait(p) : parsePrimary(p)
  return p.kind() === kind.DOUBLESTAR ? parsePower(p, start, operand) : operand
}

/**
 * `-a ** -b ** c`: signs bind less than the power on their right, powers associate to the right. What waits for
 * its right operand is kept in two stacks; a sign has no left operand. `first` is an operand that was read already.
 */
function parsePower(p: Parser, start: number, first: Expr | null): Expr {
  const starts: number[] = []
  const lefts: (Expr | null)[] = []
  const depth = p.depth
  let operand = first
  let operandStart = start
  for (;;) {
    if (operand === null) {
      let token = p.kind()
      while (token === kind.MINUS || token === kind.PLUS || token === kind.TILDE) {
        p.deepen(1)
        starts.push(p.pos++)
        lefts.push(null)
        token = p.kind()
      }
      operandStart = p.pos
      operand = token === kind.KW_AWAIT ? parseAwait(p) : parsePrimary(p)
    }
    if (!p.accept(kind.DOUBLESTAR)) break
    p.deepen(2)
    starts.push(operandStart)
    lefts.push(operand)
    operand = null
  }
  p.depth = depth
  const end = p.pos - 1
  for (let i = starts.length - 1; i >= 0; i--) {
    const token = starts[i]!
    const left = lefts[i]!
    const line = p.lines[token]!
    const col = p.cols[token]!
    operand =
      left === null
        ? new UnaryOp(signs[p.kinds[token]!]!, operand, line, col, p.endLines[end]!, p.endCols[end]!)
        : new BinOp(left, 'Pow', operand, line, col, p.endLines[end]!, p.endCols[end]!)
  }
  return operand
}

const signs: Unaryop[] = []
signs[kind.MINUS] = 'USub'
signs[kind.PLUS] = 'UAdd'
signs[kind.TILDE] = 'Invert'

function parseAwait(p: Parser): Expr {
  const start = p.pos++
  const value = parsePrimary(p)
  const end = p.pos - 1
  return new Await(value, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

/** `name := value` or an expression. */
export function parseNamedExpression(p: Parser): Expr {
  if (p.kind() === kind.NAME && p.nextKind() === kind.COLONEQUAL) {
    const start = p.pos
    const target = parseName(p, 'Store')
    p.pos++
    const value = parseExpression(p)
    const end = p.pos - 1
    return new NamedExpr(target, value, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
  }
  const value = parseExpression(p)
  return p.kind() === kind.COLONEQUAL ? p.fail() : value
}

export function parseName(p: Parser, context: 'Load' | 'Store'): Name {
  const token = p.pos
  p.expect(kind.NAME)
  return new Name(p.name(token), context, p.lines[token]!, p.cols[token]!, p.endLines[token]!, p.endCols[token]!)
}

/** `*` and what it can unpack where `:=` is possible too: in displays and in `match` subjects. */
export function parseStarNamedExpression(p: Parser): Expr {
  return p.kind() === kind.STAR ? parseStarred(p) : parseNamedExpression(p)
}

export function parseStarred(p: Parser): Expr {
  const start = p.pos++
  const value = parseBinary(p, 1)
  const end = p.pos - 1
  return new Starred(value, 'Load', p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

/** One item of a bare tuple. */
export function parseStarExpression(p: Parser): Expr {
  return p.kind() === kind.STAR ? parseStarred(p) : parseExpression(p)
}

/** An expression, or several with commas between or after them, which are a tuple. */
export function parseStarExpressions(p: Parser): Expr {
  const start = p.pos
  const first = parseStarExpression(p)
  if (p.kind() !== kind.COMMA) return first
  const elts = [first]
  while (p.accept(kind.COMMA) && startsStarExpression(p.kind())) elts.push(parseStarExpression(p))
  return makeTuple(p, start, elts)
}

/** As `parseStarExpressions`, without stars. */
export function parseExpressions(p: Parser): Expr {
  const start = p.pos
  const first = parseExpression(p)
  if (p.kind() !== kind.COMMA) return first
  const elts = [first]
  while (p.accept(kind.COMMA) && startsExpression(p.kind())) elts.push(parseExpression(p))
  return makeTuple(p, start, elts)
}

/** As `parseStarExpressions`, with `:=` in its items: the subject of `match`. */
export function parseSubject(p: Parser): Expr {
  const start = p.pos
  const first = parseStarNamedExpression(p)
  if (p.kind() !== kind.COMMA) return first.node === 'Starred' ? p.fail() : first
  const elts = [first]
  while (p.accept(kind.COMMA) && startsStarExpression(p.kind())) elts.push(parseStarNamedExpression(p))
  return makeTuple(p, start, elts)
}

function makeTuple(p: Parser, start: number, elts: Expr[]): Tuple {
  const end = p.pos - 1
  return new Tuple(elts, 'Load', p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

/** The right side of an assignment, and what braces of an f-string can hold. */
export function parseAnnotatedRight(p: Parser): Expr {
  return p.kind() === kind.KW_YIELD ? parseYield(p) : parseStarExpressions(p)
}

export function parseYield(p: Parser): Expr {
  const start = p.pos++
  const isFrom = p.accept(kind.KW_FROM)
  let value: Expr | null = null
  if (isFrom) value = parseExpression(p)
  else if (startsStarExpression(p.kind())) value = parseStarExpressions(p)
  const end = p.pos - 1
  const [line, col, endLine, endCol] = [p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!]
  return isFrom ? new YieldFrom(value!, line, col, endLine, endCol) : new Yield(value, line, col, endLine, endCol)
}
