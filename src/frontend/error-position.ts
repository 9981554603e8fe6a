/**
 * Where an error is shown: from columns in bytes to columns in characters, and to the line of text.
 *
 * `last` is the token that CPython's tokenizer had read last. It decides a detail: a line that is still in the
 * tokenizer's buffer is shown with its newline, an earlier one without.
 */

import { extraBytes } from './characters.ts'
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

/** A line of the source, without its end. */
export function lineText(source: string, line: number): string {
  const start = lineStartIndex(source, line)
  const end = source.indexOf('\n', start)
  return source.slice(start, end < 0 ? source.length : end)
}

/** The column in characters, from 1, of a column in bytes, from 0; what has no column keeps its number. */
export function characterOffset(text: string, byteColumn: number): number {
  if (byteColumn < 0) return byteColumn + 1
  let bytes = 0
  let characters = 0
  for (let i = 0; i < text.length && bytes < byteColumn; i++) {
    const unit = text.charCodeAt(i)
    bytes += 1 + extraBytes(unit)
    if (unit < 0xdc00 || unit > 0xdfff) characters++
  }
  return characters + Math.max(0, byteColumn - bytes) + 1
}

/** An error at a range of lines and of columns in bytes; an end column of −1 is unknown. */
export function errorAt(
  tokens: Tokens,
  last: number,
  type: SourceErrorType,
  message: string,
  line: number,
  col: number,
  endLine: number,
  endCol: number,
): SourceError {
  const { source } = tokens
  const text = lineText(source, line)
  const isBuffered = tokens.endLines[last]! <= line
  const offset = characterOffset(text, col)
  // CPython measures the end in the text of the first line, even when it lies on another.
  const endOffset = endCol < 0 ? endCol + 1 : characterOffset(text, endCol)
  const shown = isBuffered && (text !== '' || line <= tokens.endLines[last]!) ? text + '\n' : text
  return new SourceError(type, message, tokens.filename, new ErrorPosition(line, offset, shown, endLine, endOffset))
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
    tokens.cols[first]!,
    tokens.endLines[final]!,
    tokens.endCols[final]!,
  )
}

/** An error at one token, while it is the last that was read. */
export function errorAtToken(tokens: Tokens, token: number, message: string): SourceError {
  return errorAtTokens(tokens, token, 'SyntaxError', message, token, token)
}

/** An error at the line of a token, with no columns. */
export function errorAtLine(tokens: Tokens, token: number, message: string): SourceError {
  const line = tokens.lines[token]!
  return errorAt(tokens, token, 'SyntaxError', message, line, -1, tokens.endLines[token]!, -1)
}
