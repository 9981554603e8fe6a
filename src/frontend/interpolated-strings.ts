/**
 * f-strings (PEP 701) and t-strings (PEP 750): their fields and format specifications.
 *
 * Both have the same grammar. A field of an f-string is a FormattedValue; one of a t-string is an Interpolation,
 * which keeps the text of its expression as well. With `=` the text appears before the value.
 */

import { parseAnnotatedRight } from './expressions.ts'
import { Constant, type Expr, FormattedValue, Interpolation, JoinedStr } from './generated/ast.ts'
import { errorAtTokens } from './error-position.ts'
import type { Parser } from './parser.ts'
import { decodeText, joinPieces, type Piece } from './strings.ts'
import * as kind from './token-kinds.ts'

/** One string from its start token to its end token. */
export function parseFormattedString(p: Parser): Piece[] {
  const start = p.pos++
  const isTemplate = p.kinds[start] === kind.TSTRING_START
  const isRaw = /r/i.test(p.text(start))
  const pieces: Piece[] = []
  const middle = isTemplate ? kind.TSTRING_MIDDLE : kind.FSTRING_MIDDLE
  const texts: Constant[] = []
  const textTokens: number[] = []
  for (;;) {
    if (p.kind() === middle) {
      textTokens.push(p.pos)
      const text = parseMiddle(p, true)
      texts.push(text)
      pieces.push(text)
    } else if (p.kind() === kind.LBRACE) parseField(p, isTemplate, isRaw, pieces)
    else break
  }
  if (p.kind() !== (isTemplate ? kind.TSTRING_END : kind.FSTRING_END)) p.fail()
  // What is wrong with an expression is to be found before what is wrong with the text around it.
  if (!isRaw) {
    for (let i = 0; i < texts.length; i++) {
      const token = textTokens[i]!
      texts[i]!.value = decodeText(p, token, p.text(token), p.tokens.starts[token]!)
    }
  }
  p.pos++
  return pieces
}

function parseMiddle(p: Parser, isRaw: boolean): Constant {
  const token = p.pos++
  const text = p.text(token)
  return new Constant(
    isRaw ? text : decodeText(p, token, text, p.tokens.starts[token]!),
    null,
    p.lines[token]!,
    p.cols[token]!,
    p.endLines[token]!,
    p.endCols[token]!,
  )
}

function parseField(p: Parser, isTemplate: boolean, isRaw: boolean, pieces: Piece[]): void {
  const open = p.pos++
  const value = parseAnnotatedRight(p)
  const equal = p.pos
  const isDebug = p.accept(kind.EQUAL)
  // The first token that is not part of the expression, nor of `=`.
  const after = p.pos
  const conversion = p.kind() === kind.EXCLAMATION ? parseConversion(p, isTemplate) : -1
  const spec = p.kind() === kind.COLON ? parseFormatSpec(p, isTemplate, isRaw) : null
  const close = p.pos
  p.expect(kind.RBRACE)
  const text = expressionText(p, open, after)
  if (isDebug) pieces.push(debugText(p, open, after, close, text))
  const shown = isDebug && conversion < 0 && spec === null ? 114 : conversion
  const [line, col, endLine, endCol] = [p.lines[open]!, p.cols[open]!, p.endLines[close]!, p.endCols[close]!]
  if (!isTemplate) pieces.push(new FormattedValue(value, shown, spec, line, col, endLine, endCol))
  else {
    const source = (isDebug ? expressionText(p, open, equal) : text).trimEnd()
    pieces.push(new Interpolation(value, source, shown, spec, line, col, endLine, endCol))
  }
}

/** The source between the braces up to a token, without its comments. */
function expressionText(p: Parser, open: number, after: number): string {
  const text = p.source.slice(p.tokens.ends[open]!, p.tokens.starts[after]!)
  return text.includes('#') ? withoutComments(p, open, after, text) : text
}

/** What lies between two tokens is space, or a comment to the end of the line. */
function withoutComments(p: Parser, open: number, after: number, text: string): string {
  const { starts, ends } = p.tokens
  const base = ends[open]!
  let result = ''
  for (let token = open + 1; token <= after; token++) {
    const gap = text.slice(ends[token - 1]! - base, starts[token]! - base)
    result += gap.replace(/#[^\n]*/g, '')
    if (token < after) result += text.slice(starts[token]! - base, ends[token]! - base)
  }
  return result
}

function debugText(p: Parser, open: number, after: number, close: number, text: string): Constant {
  const isPlain = after === close
  const line = p.lines[open]!
  const endLine = isPlain ? p.endLines[close]! : p.lines[after]!
  const endCol = isPlain ? p.endCols[close]! - 1 : p.cols[after]!
  return new Constant(text, null, line, p.cols[open]! + 1, endLine, endCol)
}

function parseConversion(p: Parser, isTemplate: boolean): number {
  const mark = p.pos++
  const token = p.pos
  if (p.kind() !== kind.NAME) p.fail()
  const name = isTemplate ? 't-string' : 'f-string'
  if (p.tokens.starts[token] !== p.tokens.ends[mark]) {
    const message = `${name}: conversion type must come right after the exclamation mark`
    throw errorAtTokens(p.tokens, token, 'SyntaxError', message, mark, token)
  }
  const text = p.name(token)
  if (text !== 's' && text !== 'r' && text !== 'a') {
    const message = `${name}: invalid conversion character '${text}': expected 's', 'r', or 'a'`
    throw errorAtTokens(p.tokens, token, 'SyntaxError', message, token, token)
  }
  p.pos++
  return text.charCodeAt(0)
}

function parseFormatSpec(p: Parser, isTemplate: boolean, isRaw: boolean): Expr {
  const colon = p.pos++
  const middle = isTemplate ? kind.TSTRING_MIDDLE : kind.FSTRING_MIDDLE
  const pieces: Piece[] = []
  for (;;) {
    if (p.kind() === middle) pieces.push(parseMiddle(p, isRaw))
    // Fields within a format specification are formatted at once, in a t-string too.
    else if (p.kind() === kind.LBRACE) parseField(p, false, isRaw, pieces)
    else break
  }
  const end = p.pos - 1
  const values = joinPieces(pieces, true)
  return new JoinedStr(values, p.lines[colon]!, p.cols[colon]!, p.endLines[end]!, p.endCols[end]!)
}
