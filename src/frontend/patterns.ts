/**
 * The patterns of `case`.
 */

import { ComplexConstant } from '../base/constant.ts'
import { constant } from './atoms.ts'
import { errorAtToken } from './error-position.ts'
import {
  BinOp,
  type Constant,
  type Expr,
  MatchAs,
  MatchClass,
  MatchMapping,
  MatchOr,
  MatchSequence,
  MatchSingleton,
  MatchStar,
  MatchValue,
  type Pattern,
  UnaryOp,
} from './generated/ast.ts'
import { numberValue } from './number-literals.ts'
import type { Parser } from './parser.ts'
import { parseDottedValue } from './primaries.ts'
import { parseStrings } from './strings.ts'
import * as kind from './token-kinds.ts'

type Position = [lineno: number, col_offset: number, end_lineno: number, end_col_offset: number]

/** The position from a token to the last one read. */
function from(p: Parser, start: number): Position {
  const end = p.pos - 1
  return [p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!]
}

/** A pattern, or several with commas, which are a sequence. */
export function parsePatterns(p: Parser): Pattern {
  const start = p.pos
  const first = parseMaybeStar(p)
  if (p.kind() !== kind.COMMA) return first.node === 'MatchStar' ? p.fail() : first
  const patterns = [first]
  while (p.accept(kind.COMMA) && p.kind() !== kind.COLON && p.kind() !== kind.KW_IF) patterns.push(parseMaybeStar(p))
  return new MatchSequence(patterns, ...from(p, start))
}

function parsePattern(p: Parser): Pattern {
  const start = p.pos
  const pattern = parseOr(p)
  if (!p.accept(kind.KW_AS)) return pattern
  return new MatchAs(pattern, parseCaptureName(p), ...from(p, start))
}

/** A name that is bound: not `_`, and not the beginning of something longer. */
function parseCaptureName(p: Parser): string {
  const token = p.pos
  p.expect(kind.NAME)
  const next = p.kind()
  if (p.isWord(token, '_') || next === kind.DOT || next === kind.LPAR || next === kind.EQUAL) p.fail()
  return p.name(token)
}

function parseOr(p: Parser): Pattern {
  const start = p.pos
  const first = parseClosed(p)
  if (p.kind() !== kind.VBAR) return first
  const patterns = [first]
  while (p.accept(kind.VBAR)) patterns.push(parseClosed(p))
  return new MatchOr(patterns, ...from(p, start))
}

function parseClosed(p: Parser): Pattern {
  const start = p.pos
  switch (p.kind()) {
    case kind.NAME:
      return parseNamePattern(p)
    case kind.LPAR:
      return parseGroup(p)
    case kind.LSQB: {
      p.pos++
      const patterns = parseSequence(p, kind.RSQB)
      return new MatchSequence(patterns, ...from(p, start))
    }
    case kind.LBRACE:
      return parseMapping(p)
    case kind.KW_NONE:
      p.pos++
      return new MatchSingleton(null, ...from(p, start))
    case kind.KW_TRUE:
      p.pos++
      return new MatchSingleton(true, ...from(p, start))
    case kind.KW_FALSE:
      p.pos++
      return new MatchSingleton(false, ...from(p, start))
    default: {
      const value = parseLiteral(p)
      return new MatchValue(value, ...from(p, start))
    }
  }
}

/** A capture, the wildcard, a dotted value, or a class. */
function parseNamePattern(p: Parser): Pattern {
  const start = p.pos
  const next = p.nextKind()
  // `_` is the wildcard whatever follows it, so that `_.a` is an error.
  const isWildcard = p.isWord(start, '_')
  if (isWildcard || (next !== kind.DOT && next !== kind.LPAR)) {
    p.pos++
    if (next === kind.EQUAL) p.fail()
    return new MatchAs(null, isWildcard ? null : p.name(start), ...from(p, start))
  }
  const value = parseDottedValue(p)
  if (p.kind() === kind.LPAR) return parseClassPattern(p, start, value)
  if (p.kind() === kind.EQUAL) p.fail()
  return new MatchValue(value, ...from(p, start))
}

/** Numbers with a sign, complex numbers as sums, and strings. */
function parseLiteral(p: Parser): Expr {
  const start = p.pos
  const token = p.kind()
  if (token === kind.STRING || token === kind.FSTRING_START || token === kind.TSTRING_START) return parseStrings(p)
  const real = parseSignedNumber(p)
  const sign = p.kind()
  if (sign !== kind.PLUS && sign !== kind.MINUS) return real
  requireReal(p, real)
  p.pos++
  const imaginary = p.pos
  if (p.kind() !== kind.NUMBER) p.fail()
  const value = constant(p, numberValue(p, imaginary))
  if (!(value.value instanceof ComplexConstant)) {
    throw errorAtToken(p.tokens, imaginary, 'imaginary number required in complex literal')
  }
  return new BinOp(real, sign === kind.PLUS ? 'Add' : 'Sub', value, ...from(p, start))
}

function parseSignedNumber(p: Parser): Expr {
  const start = p.pos
  const isNegative = p.accept(kind.MINUS)
  if (p.kind() !== kind.NUMBER) p.fail()
  const number = constant(p, numberValue(p, p.pos))
  return isNegative ? new UnaryOp('USub', number, ...from(p, start)) : number
}

function requireReal(p: Parser, real: Expr): void {
  const number = real.node === 'UnaryOp' ? (real.operand as Constant) : (real as Constant)
  if (number.value instanceof ComplexConstant) {
    throw errorAtToken(p.tokens, p.pos - 1, 'real number required in complex literal')
  }
}

function parseGroup(p: Parser): Pattern {
  const start = p.pos++
  if (p.accept(kind.RPAR)) return new MatchSequence([], ...from(p, start))
  const first = parseMaybeStar(p)
  if (p.kind() !== kind.COMMA) {
    if (first.node === 'MatchStar') p.fail()
    p.expect(kind.RPAR)
    return first
  }
  p.pos++
  const patterns = [first, ...parseSequence(p, kind.RPAR)]
  return new MatchSequence(patterns, ...from(p, start))
}

/** Patterns with commas, up to and with the closing bracket. */
function parseSequence(p: Parser, close: number): Pattern[] {
  const patterns: Pattern[] = []
  while (p.kind() !== close) {
    patterns.push(parseMaybeStar(p))
    if (p.kind() !== close) p.expect(kind.COMMA)
  }
  p.pos++
  return patterns
}

function parseMaybeStar(p: Parser): Pattern {
  const start = p.pos
  if (!p.accept(kind.STAR)) return parsePattern(p)
  if (p.kind() === kind.NAME && p.isWord(p.pos, '_')) {
    p.pos++
    return new MatchStar(null, ...from(p, start))
  }
  const name = parseCaptureName(p)
  return new MatchStar(name, ...from(p, start))
}

function parseMapping(p: Parser): Pattern {
  const start = p.pos++
  const keys: Expr[] = []
  const patterns: Pattern[] = []
  let rest: string | null = null
  while (p.kind() !== kind.RBRACE) {
    if (p.accept(kind.DOUBLESTAR)) {
      rest = parseCaptureName(p)
      p.accept(kind.COMMA)
      break
    }
    keys.push(parseKey(p))
    p.expect(kind.COLON)
    patterns.push(parsePattern(p))
    if (p.kind() !== kind.RBRACE) p.expect(kind.COMMA)
  }
  p.expect(kind.RBRACE)
  return new MatchMapping(keys, patterns, rest, ...from(p, start))
}

function parseKey(p: Parser): Expr {
  switch (p.kind()) {
    case kind.KW_NONE:
      return constant(p, null)
    case kind.KW_TRUE:
      return constant(p, true)
    case kind.KW_FALSE:
      return constant(p, false)
    case kind.NAME:
      return p.nextKind() === kind.DOT ? parseDottedValue(p) : p.fail()
    default:
      return parseLiteral(p)
  }
}

function parseClassPattern(p: Parser, start: number, cls: Expr): Pattern {
  p.pos++
  const patterns: Pattern[] = []
  const names: string[] = []
  const namedPatterns: Pattern[] = []
  while (p.kind() !== kind.RPAR) {
    if (p.kind() === kind.NAME && p.nextKind() === kind.EQUAL) {
      names.push(p.name(p.pos))
      p.pos += 2
      namedPatterns.push(parsePattern(p))
    } else {
      if (names.length > 0) p.fail()
      patterns.push(parsePattern(p))
    }
    if (p.kind() !== kind.RPAR) p.expect(kind.COMMA)
  }
  p.pos++
  return new MatchClass(cls, patterns, names, namedPatterns, ...from(p, start))
}
