/**
 * Where an error is shown: from columns in bytes to columns in characters, and to the line of text.
 *
 * `last` is the token that CPython's tokenizer had read last. It decides a detail: a line that is still in the
 * tokenizer's buffer is shown with its newline, an earlier one without.
 */

import { extraBytes, utf8Length } from './characters.ts'
import { ErrorPosition, SourceError, type SourceErrorType } from './source-error.ts'
import type { Tokens } from './tokens.ts'

/** The index of the first character of a line, counted from 1; the end of the source when there is no such line. */
export function lineStartIndex(source: string, line: number): number {
  let start = 0
  for (let i = 1; i < line; i++) {
    const end = source.indexOf('\n', start)
    if (end < 0) return source.length
    start = end + 1
  }
  return start
}

/** A line of the source, with its end or without. */
function lineText(source: string, line: number, withEnd: boolean): string {
  const start = lineStartIndex(source, line)
  const end = source.indexOf('\n', start)
  return source.slice(start, end < 0 ? source.length : withEnd ? end + 1 : end)
}

/**
 * The column in characters, from 1, of a column in bytes, from 1. A column behind the end of the text is the one
 * just behind it: CPython measures the end of a range in its first line, whichever line the end lies on.
 */
export function characterColumn(text: string, byteColumn: number): number {
  if (byteColumn <= 0) return byteColumn
  let bytes = 0
  let characters = 0
  for (let i = 0; i < text.length && bytes < byteColumn; i++) {
    const unit = text.charCodeAt(i)
    bytes += 1 + extraBytes(unit)
    if (unit < 0xdc00 || unit > 0xdfff) characters++
  }
  return bytes < byteColumn ? characters + 1 : characters
}

/** An error at a range of lines and of columns in bytes, from 1; 0 and −1 as an end are left as they are. */
export function errorAt(
  tokens: Tokens,
  last: number,
  type: SourceErrorType,
  message: string,
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
): SourceError {
  const { source } = tokens
  const isBuffered = tokens.endLines[last]! <= line
  const text = lineText(source, line, isBuffered)
  const offset = characterColumn(text, column)
  const endOffset = characterColumn(text, endColumn)
  return new SourceError(type, message, tokens.filename, new ErrorPosition(line, offset, text, endLine, endOffset))
}

export function errorAtTokens(
  tokens: Tokens,
  last: number,
  type: SourceErrorType,
  message: string,
  first: number,
  final: number,
): SourceError {
  return errorAt(
    tokens,
    last,
    type,
    message,
    tokens.lines[first]!,
    tokens.cols[first]! + 1,
    tokens.endLines[final]!,
    tokens.endCols[final]! + 1,
  )
}

/** An error at one token, while it is the last that was read. */
export function errorAtToken(tokens: Tokens, token: number, message: string): SourceError {
  return errorAtTokens(tokens, token, 'SyntaxError', message, token, token)
}

/** An error at the line of a token, with no columns. */
export function errorAtLine(tokens: Tokens, token: number, message: string): SourceError {
  const line = tokens.lines[token]!
  return errorAt(tokens, token, 'SyntaxError', message, line, 0, tokens.endLines[token]!, 0)
}

/** How many bytes of a line lie before a position. */
export function columnOf(tokens: Tokens, line: number, position: number): number {
  return utf8Length(tokens.source, lineStartIndex(tokens.source, line), position)
}

/**
 * An error at a token with or without text. One without is shown where the tokenizer stands, and CPython takes the
 * count of bytes before that for a column from 1.
 */
export function errorAtLast(
  tokens: Tokens,
  last: number,
  type: SourceErrorType,
  message: string,
  token: number,
): SourceError {
  const line = tokens.lines[token]!
  const col = tokens.cols[token]!
  const endCol = tokens.endCols[token]!
  const column = col >= 0 ? col + 1 : columnOf(tokens, line, tokens.readTo(token))
  return errorAt(tokens, last, type, message, line, column, tokens.endLines[token]!, endCol >= 0 ? endCol + 1 : -1)
}

/** The error for the bracket that was open where the tokenizer stopped. */
export function unclosedBracketError(tokens: Tokens): SourceError {
  const { bracket, position, line } = tokens.unclosed!
  const column = columnOf(tokens, line, position) + 1
  return errorAt(tokens, tokens.count - 1, 'SyntaxError', `'${bracket}' was never closed`, line, column, line, 0)
}
