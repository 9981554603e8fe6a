// Hot.
/**
 * Primaries: an atom and the attributes, calls and subscripts that follow it.
 */

import { parseAtom } from './atoms.ts'
import { parseComprehensionClauses } from './comprehensions.ts'
import { parseExpression, parseName, parseNamedExpression, startsExpression } from './expressions.ts'
import {
  Attribute,
  Call,
  type Expr,
  GeneratorExp,
  Keyword,
  NamedExpr,
  Slice,
  Starred,
  Subscript,
  Tuple,
} from './generated/ast.ts'
import type { Parser } from './parser.ts'
import * as kind from './token-kinds.ts'

/** How much deeper CPython's parser gets by the bracket of a call or a subscript. */
const TRAILER_DEPTH = 24

export function parsePrimary(p: Parser): Expr {
  const start = p.pos
  let value = parseAtom(p)
  for (;;) {
    switch (p.kind()) {
      case kind.DOT: {
        const token = ++p.pos
        p.expect(kind.NAME)
        value = new Attribute(
          value,
          p.name(token),
          'Load',
          p.lines[start]!,
          p.cols[start]!,
          p.endLines[token]!,
          p.endCols[token]!,
        )
        break
      }
      case kind.LPAR:
        p.deepen(TRAILER_DEPTH)
        value = parseCall(p, start, value)
        p.depth -= TRAILER_DEPTH
        break
      case kind.LSQB: {
        p.pos++
        p.deepen(TRAILER_DEPTH)
        const slice = parseSlices(p)
        p.depth -= TRAILER_DEPTH
        const end = p.pos
        p.expect(kind.RSQB)
        value = new Subscript(value, slice, 'Load', p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
        break
      }
      default:
        return value
    }
  }
}

function parseCall(p: Parser, start: number, func: Expr): Expr {
  const open = p.pos++
  const args: Expr[] = []
  const keywords: Keyword[] = []
  if (p.kind() !== kind.RPAR) {
    const first = p.pos
    parseArguments(p, args, keywords)
    if (startsComprehension(p) && args.length === 1 && keywords.length === 0 && p.kinds[first] !== kind.STAR) {
      args[0] = parseGenerator(p, open, args[0]!)
      const end = p.pos - 1
      return new Call(func, args, keywords, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
    }
  }
  const end = p.pos
  p.expect(kind.RPAR)
  return new Call(func, args, keywords, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

export function startsComprehension(p: Parser): boolean {
  const token = p.kind()
  return token === kind.KW_FOR || (token === kind.KW_ASYNC && p.nextKind() === kind.KW_FOR)
}

/** The clauses and the closing parenthesis of a generator expression that began at `open`. */
export function parseGenerator(p: Parser, open: number, elt: Expr): Expr {
  const generators = parseComprehensionClauses(p)
  const end = p.pos
  p.expect(kind.RPAR)
  return new GeneratorExp(elt, generators, p.lines[open]!, p.cols[open]!, p.endLines[end]!, p.endCols[end]!)
}

/**
 * Arguments up to the closing parenthesis. The order is Python's: positional and `*` first, then keywords, among
 * which `*` may still stand until the first `**`.
 */
export function parseArguments(p: Parser, args: Expr[], keywords: Keyword[]): void {
  let sawDoubleStar = false
  do {
    const token = p.kind()
    const start = p.pos
    if (token === kind.RPAR && p.kinds[p.pos - 1] === kind.COMMA) return
    if (token === kind.NAME && p.nextKind() === kind.EQUAL) {
      p.pos += 2
      const value = parseExpression(p)
      keywords.push(makeKeyword(p, start, p.name(start), value))
    } else if (token === kind.DOUBLESTAR) {
      p.pos++
      sawDoubleStar = true
      const value = parseExpression(p)
      keywords.push(makeKeyword(p, start, null, value))
    } else if (token === kind.STAR) {
      if (sawDoubleStar) p.fail()
      p.pos++
      const value = parseExpression(p)
      if (p.kind() === kind.EQUAL) p.fail()
      const end = p.pos - 1
      args.push(new Starred(value, 'Load', p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!))
    } else {
      if (keywords.length > 0) p.fail()
      args.push(parsePositional(p))
    }
  } while (p.accept(kind.COMMA))
}

function parsePositional(p: Parser): Expr {
  if (p.kind() === kind.NAME && p.nextKind() === kind.COLONEQUAL) {
    const start = p.pos
    const target = parseName(p, 'Store')
    p.pos++
    const value = parseExpression(p)
    const end = p.pos - 1
    return new NamedExpr(target, value, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
  }
  const value = parseExpression(p)
  return p.kind() === kind.COLONEQUAL || p.kind() === kind.EQUAL ? p.fail() : value
}

function makeKeyword(p: Parser, start: number, name: string | null, value: Expr): Keyword {
  const end = p.pos - 1
  return new Keyword(name, value, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

/** What stands in the brackets of a subscript: one index or slice, or a tuple of them. */
function parseSlices(p: Parser): Expr {
  const start = p.pos
  const first = p.kind() === kind.STAR ? parseStarredIndex(p) : parseSlice(p)
  if (p.kind() !== kind.COMMA && first.node !== 'Starred') return first
  const elts = [first]
  while (p.accept(kind.COMMA) && p.kind() !== kind.RSQB) {
    elts.push(p.kind() === kind.STAR ? parseStarredIndex(p) : parseSlice(p))
  }
  const end = p.pos - 1
  return new Tuple(elts, 'Load', p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

function parseStarredIndex(p: Parser): Expr {
  const start = p.pos++
  const value = parseExpression(p)
  const end = p.pos - 1
  return new Starred(value, 'Load', p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

function parseSlice(p: Parser): Expr {
  const start = p.pos
  let lower: Expr | null = null
  if (p.kind() !== kind.COLON) {
    lower = parseNamedExpression(p)
    if (p.kind() !== kind.COLON) return lower
    if (p.kinds[start] === kind.NAME && p.kinds[start + 1] === kind.COLONEQUAL) p.fail()
  }
  p.expect(kind.COLON)
  const upper = startsExpression(p.kind()) ? parseExpression(p) : null
  const step = p.accept(kind.COLON) && startsExpression(p.kind()) ? parseExpression(p) : null
  const end = p.pos - 1
  return new Slice(lower, upper, step, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

/** A value pattern and a class in a pattern are names with dots. */
export function parseDottedValue(p: Parser): Expr {
  const start = p.pos
  let value: Expr = parseName(p, 'Load')
  while (p.accept(kind.DOT)) {
    const token = p.pos
    p.expect(kind.NAME)
    value = new Attribute(
      value,
      p.name(token),
      'Load',
      p.lines[start]!,
      p.cols[start]!,
      p.endLines[token]!,
      p.endCols[token]!,
    )
  }
  return value
}
