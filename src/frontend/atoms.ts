// Hot.
/**
 * Atoms: names, literals, and everything that begins with a bracket.
 */

import { EllipsisConstant } from '../base/constant.ts'
import { parseComprehensionClauses } from './comprehensions.ts'
import { parseBinary, parseExpression, parseStarNamedExpression, parseYield } from './expressions.ts'
import {
  Constant,
  type ConstantValue,
  Dict,
  DictComp,
  type Expr,
  List,
  ListComp,
  Name,
  SetComp,
  Set as SetDisplay,
  Tuple,
} from './generated/ast.ts'
import { numberValue } from './number-literals.ts'
import type { Parser } from './parser.ts'
import { parseGenerator, startsComprehension } from './primaries.ts'
import { parseStrings } from './strings.ts'
import * as kind from './token-kinds.ts'

/** How much deeper CPython's parser gets by a bracket that begins an atom. */
const BRACKET_DEPTH = 28

export function parseAtom(p: Parser): Expr {
  const token = p.pos
  switch (p.kind()) {
    case kind.NAME:
      p.pos++
      return new Name(p.name(token), 'Load', p.lines[token]!, p.cols[token]!, p.endLines[token]!, p.endCols[token]!)
    case kind.STRING:
    case kind.FSTRING_START:
    case kind.TSTRING_START:
      return parseStrings(p)
    case kind.NUMBER:
      return constant(p, numberValue(p, token))
    case kind.LPAR:
      return parseInBrackets(p, parseParentheses)
    case kind.LSQB:
      return parseInBrackets(p, parseList)
    case kind.LBRACE:
      return parseInBrackets(p, parseBraces)
    case kind.KW_NONE:
      return constant(p, null)
    case kind.KW_TRUE:
      return constant(p, true)
    case kind.KW_FALSE:
      return constant(p, false)
    case kind.ELLIPSIS:
      return constant(p, EllipsisConstant.instance)
    default:
      return p.fail()
  }
}

/** A constant that is the token the parser stands at. */
export function constant(p: Parser, value: ConstantValue): Constant {
  const token = p.pos++
  return new Constant(value, null, p.lines[token]!, p.cols[token]!, p.endLines[token]!, p.endCols[token]!)
}

function parseInBrackets(p: Parser, parse: (p: Parser) => Expr): Expr {
  p.deepen(BRACKET_DEPTH)
  const value = parse(p)
  p.depth -= BRACKET_DEPTH
  return value
}

/** A tuple, a generator expression, or one expression in parentheses, which leaves no trace in the tree. */
function parseParentheses(p: Parser): Expr {
  const open = p.pos++
  if (p.kind() === kind.RPAR) return closeTuple(p, open, [])
  if (p.kind() === kind.KW_YIELD) {
    const value = parseYield(p)
    p.expect(kind.RPAR)
    return value
  }
  const first = parseStarNamedExpression(p)
  if (startsComprehension(p)) return first.node === 'Starred' ? p.fail() : parseGenerator(p, open, first)
  if (p.kind() === kind.COMMA) return closeTuple(p, open, parseItems(p, first, kind.RPAR))
  // A parenthesized starred expression within is no Starred node of ours: `(*a)` fails, `((*a, b))` does not.
  if (first.node === 'Starred') p.fail()
  p.expect(kind.RPAR)
  return first
}

function closeTuple(p: Parser, open: number, elts: Expr[]): Expr {
  const end = p.pos
  p.expect(kind.RPAR)
  return new Tuple(elts, 'Load', p.lines[open]!, p.cols[open]!, p.endLines[end]!, p.endCols[end]!)
}

/** The items after the first one, to the closing bracket; a comma may stand before that. */
function parseItems(p: Parser, first: Expr, close: number): Expr[] {
  const elts = [first]
  while (p.accept(kind.COMMA)) {
    if (p.kind() === close) break
    elts.push(parseStarNamedExpression(p))
  }
  return elts
}

function parseList(p: Parser): Expr {
  const open = p.pos++
  let elts: Expr[] = []
  if (p.kind() !== kind.RSQB) {
    const first = parseStarNamedExpression(p)
    if (startsComprehension(p) && first.node !== 'Starred') {
      const generators = parseComprehensionClauses(p)
      const end = p.pos
      p.expect(kind.RSQB)
      return new ListComp(first, generators, p.lines[open]!, p.cols[open]!, p.endLines[end]!, p.endCols[end]!)
    }
    elts = parseItems(p, first, kind.RSQB)
  }
  const end = p.pos
  p.expect(kind.RSQB)
  return new List(elts, 'Load', p.lines[open]!, p.cols[open]!, p.endLines[end]!, p.endCols[end]!)
}

/** A dict or a set, or a comprehension of one. */
function parseBraces(p: Parser): Expr {
  const open = p.pos++
  const token = p.kind()
  if (token === kind.RBRACE || token === kind.DOUBLESTAR) return parseDict(p, open, null)
  const start = p.pos
  const first = parseStarNamedExpression(p)
  if (p.kind() === kind.COLON && isPlain(p, start)) return parseDict(p, open, first)
  if (startsComprehension(p) && first.node !== 'Starred') {
    const generators = parseComprehensionClauses(p)
    const end = p.pos
    p.expect(kind.RBRACE)
    return new SetComp(first, generators, p.lines[open]!, p.cols[open]!, p.endLines[end]!, p.endCols[end]!)
  }
  const elts = parseItems(p, first, kind.RBRACE)
  const end = p.pos
  p.expect(kind.RBRACE)
  return new SetDisplay(elts, p.lines[open]!, p.cols[open]!, p.endLines[end]!, p.endCols[end]!)
}

/** A key is neither starred nor an assignment expression without parentheses. */
function isPlain(p: Parser, start: number): boolean {
  return p.kinds[start] !== kind.STAR && !(p.kinds[start] === kind.NAME && p.kinds[start + 1] === kind.COLONEQUAL)
}

function parseDict(p: Parser, open: number, firstKey: Expr | null): Expr {
  const keys: (Expr | null)[] = []
  const values: Expr[] = []
  if (firstKey !== null) {
    p.pos++
    const value = parseExpression(p)
    if (startsComprehension(p)) {
      const generators = parseComprehensionClauses(p)
      const end = p.pos
      p.expect(kind.RBRACE)
      return new DictComp(firstKey, value, generators, p.lines[open]!, p.cols[open]!, p.endLines[end]!, p.endCols[end]!)
    }
    keys.push(firstKey)
    values.push(value)
    if (p.kind() !== kind.RBRACE) p.expect(kind.COMMA)
  }
  while (p.kind() !== kind.RBRACE) {
    if (p.accept(kind.DOUBLESTAR)) {
      keys.push(null)
      values.push(parseBinary(p, 1))
    } else {
      keys.push(parseExpression(p))
      p.expect(kind.COLON)
      values.push(parseExpression(p))
    }
    if (p.kind() !== kind.RBRACE) p.expect(kind.COMMA)
  }
  const end = p.pos++
  return new Dict(keys, values, p.lines[open]!, p.cols[open]!, p.endLines[end]!, p.endCols[end]!)
}
