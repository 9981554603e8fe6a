/**
 * String literals side by side, which are one: strings, bytes, f-strings and t-strings.
 *
 * Strings and f-strings join; bytes join bytes; t-strings join t-strings. An f-string is a list of constants and
 * fields; when strings are joined their lists are, and constants that meet are one constant, whose position goes
 * from the first to the last of them.
 */

import { PointsConstant } from '../base/constant.ts'
import { utf8Length } from './characters.ts'
import { errorAtLast, errorAtToken } from './error-position.ts'
import {
  Constant,
  type Expr,
  type FormattedValue,
  type Interpolation,
  JoinedStr,
  TemplateStr,
} from './generated/ast.ts'
import { parseFormattedString } from './interpolated-strings.ts'
import type { Parser } from './parser.ts'
import { decodeBytesLiteral, decodeString, EscapeError, type InvalidEscape, joinsHalves } from './string-escapes.ts'
import * as kind from './token-kinds.ts'
import { invalidEscapeMessage } from './tokenizer-strings.ts'

/** What an f-string or t-string consists of. */
export type Piece = Constant | FormattedValue | Interpolation

export function parseStrings(p: Parser): Expr {
  const start = p.pos
  if (p.kind() === kind.STRING && !isStringStart(p.nextKind())) return parsePlainString(p)
  if (p.kind() === kind.TSTRING_START) return parseTemplates(p, start)
  const pieces: Piece[] = []
  let isFormatted = false
  let bytesCount = 0
  let count = 0
  for (; ; count++) {
    if (p.kind() === kind.STRING) {
      const constant = parsePlainString(p)
      if (constant.value instanceof Uint8Array) bytesCount++
      pieces.push(constant)
    } else if (p.kind() === kind.FSTRING_START) {
      isFormatted = true
      for (const piece of parseFormattedString(p)) pieces.push(piece)
    } else break
  }
  if (p.kind() === kind.TSTRING_START || p.tokens.isError(p.pos)) p.fail()
  if (bytesCount > 0 && bytesCount < count) {
    throw errorAtLast(p.tokens, p.pos, 'SyntaxError', 'cannot mix bytes and nonbytes literals', p.pos)
  }
  const end = p.pos - 1
  if (bytesCount > 0) return joinBytes(pieces as Constant[])
  const values = joinPieces(pieces, isFormatted)
  if (!isFormatted) return values[0]!
  return new JoinedStr(values, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

function isStringStart(token: number): boolean {
  return (
    token === kind.STRING || token === kind.FSTRING_START || token === kind.TSTRING_START || token === kind.ERRORTOKEN
  )
}

function parseTemplates(p: Parser, start: number): Expr {
  const pieces: Piece[] = []
  while (p.kind() === kind.TSTRING_START) for (const piece of parseFormattedString(p)) pieces.push(piece)
  if (isStringStart(p.kind())) p.fail()
  const end = p.pos - 1
  const values = joinPieces(pieces, true)
  return new TemplateStr(values, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

function joinBytes(constants: readonly Constant[]): Constant {
  const parts = constants.map(constant => constant.value as Uint8Array)
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return spanning(constants[0]!, constants[constants.length - 1]!, bytes)
}

const spanning = (first: Constant, last: Constant, value: Constant['value']) =>
  new Constant(value, first.kind, first.lineno, first.col_offset, last.end_lineno, last.end_col_offset)

/** Joins constants that meet; among fields, empty ones vanish. */
export function joinPieces(pieces: readonly Piece[], dropEmpty: boolean): Piece[] {
  const joined: Piece[] = []
  for (let i = 0; i < pieces.length; ) {
    const piece = pieces[i++]!
    if (piece.node !== 'Constant') {
      joined.push(piece)
      continue
    }
    let value = piece.value as string | PointsConstant
    let last = piece
    for (let next = pieces[i]; next !== undefined && next.node === 'Constant'; next = pieces[i]) {
      value = joinText(value, next.value as string | PointsConstant)
      last = next
      i++
    }
    if (value !== '' || !dropEmpty) joined.push(last === piece ? piece : spanning(piece, last, value))
  }
  return joined
}

function joinText(left: string | PointsConstant, right: string | PointsConstant): string | PointsConstant {
  if (typeof left === 'string' && typeof right === 'string' && !joinsHalves(left, right)) return left + right
  return new PointsConstant([...pointsOf(left), ...pointsOf(right)])
}

function pointsOf(text: string | PointsConstant): readonly number[] {
  return typeof text === 'string' ? Array.from(text, char => char.codePointAt(0)!) : text.points
}

/** One STRING token. */
export function parsePlainString(p: Parser): Constant {
  const token = p.pos
  const { source } = p
  const start = p.tokens.starts[token]!
  const end = p.tokens.ends[token]!
  let quoteAt = start
  let isBytes = false
  let isRaw = false
  for (;;) {
    const c = source.charCodeAt(quoteAt)
    if (c === 34 || c === 39) break
    if ((c | 32) === 98) isBytes = true
    else if ((c | 32) === 114) isRaw = true
    quoteAt++
  }
  const quote = source.charCodeAt(quoteAt)
  const size =
    end - quoteAt >= 6 && source.charCodeAt(quoteAt + 1) === quote && source.charCodeAt(quoteAt + 2) === quote
  const text = source.slice(quoteAt + (size ? 3 : 1), end - (size ? 3 : 1))
  const textStart = quoteAt + (size ? 3 : 1)
  const value = isBytes
    ? bytesValue(p, token, text, textStart, isRaw)
    : isRaw
      ? text
      : decodeText(p, token, text, textStart)
  const prefix = start === quoteAt ? 0 : source.charCodeAt(start)
  p.pos++
  return new Constant(
    value,
    prefix === 117 ? 'u' : null,
    p.lines[token]!,
    p.cols[token]!,
    p.endLines[token]!,
    p.endCols[token]!,
  )
}

function bytesValue(p: Parser, token: number, text: string, textStart: number, isRaw: boolean): Uint8Array {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) >= 128) {
      throw errorAtToken(p.tokens, token, 'bytes can only contain ASCII literal characters')
    }
  }
  if (isRaw || !text.includes('\\')) return Uint8Array.from(text, char => char.charCodeAt(0))
  try {
    const { value, invalid } = decodeBytesLiteral(text)
    if (invalid !== null) warnInvalid(p, token, textStart, invalid)
    return value
  } catch (thrown) {
    throw thrown instanceof EscapeError ? errorAtToken(p.tokens, token, thrown.message) : thrown
  }
}

/** Decodes the text of a string, or a part of an f-string, that belongs to a token and begins at `textStart`. */
export function decodeText(p: Parser, token: number, text: string, textStart: number): string | PointsConstant {
  if (!text.includes('\\')) return text
  try {
    const { value, invalid } = decodeString(text)
    if (invalid !== null) warnInvalid(p, token, textStart, invalid)
    return value
  } catch (thrown) {
    throw thrown instanceof EscapeError ? errorAtToken(p.tokens, token, thrown.message) : thrown
  }
}

function warnInvalid(p: Parser, token: number, textStart: number, { at, escaped }: InvalidEscape): void {
  // The tokenizer has warned about backslashes before braces.
  const isMiddle = p.kinds[token] === kind.FSTRING_MIDDLE || p.kinds[token] === kind.TSTRING_MIDDLE
  if (isMiddle && (escaped === '{' || escaped === '}' || escaped === '')) return
  const position = textStart + at
  let line = p.lines[token]!
  for (let i = p.source.indexOf('\n', p.tokens.starts[token]); i >= 0 && i < position; line++) {
    i = p.source.indexOf('\n', i + 1)
  }
  const col = utf8Length(p.source, p.source.lastIndexOf('\n', position) + 1, position) + 1
  const message = invalidEscapeMessage(escaped)
  const octalMessage = message.replace('invalid escape', 'invalid octal escape')
  p.warn(token, escaped.length === 3 ? octalMessage : message, line, col, col + 2)
}
