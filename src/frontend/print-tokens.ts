/**
 * The text of a token sequence: line for line what `python -m tokenize --exact` prints.
 *
 *     1,0-1,5:            NAME           'print'
 */

import { codePointCount } from './characters.ts'
import { printConstant } from './print-constant.ts'
import { readSource } from './source-text.ts'
import { ENCODING, exactKind, kindNames, NEWLINE, NL } from './token-kinds.ts'
import { Tokenizer } from './tokenizer.ts'
import type { Tokens } from './tokens.ts'

/** Tokens as Python's `tokenize` module makes them; an error of the source is thrown. */
export function printTokens(source: string | Uint8Array, filename: string): string {
  const { text, encoding } = readSource(source, filename, null)
  const options = { single: false, keepBlocksOpen: false, typeComments: false, extraTokens: true }
  const endsInNewline = text === '' || text.endsWith('\n')
  const tokens = new Tokenizer(endsInNewline ? text : text + '\n', filename, options).run()
  if (tokens.error !== null) throw tokens.error
  const lines = [printLine('0,0-0,0', ENCODING, encoding ?? 'utf-8')]
  for (let token = 0; token < tokens.count; token++) lines.push(printToken(tokens, token, text.length))
  return lines.join('\n') + '\n'
}

/** `length` is that of the source before a missing last line end was put in. */
function printToken(tokens: Tokens, token: number, length: number): string {
  const { source } = tokens
  const tokenKind = tokens.kinds[token]!
  const start = tokens.starts[token]!
  const end = tokens.ends[token]!
  const col = columnOf(source, start)
  const isLineEnd = tokenKind === NEWLINE || tokenKind === NL
  const endCol = isLineEnd ? col + 1 : columnOf(source, end)
  const range = `${tokens.lines[token]},${col}-${tokens.endLines[token]},${endCol}`
  return printLine(
    range,
    tokenKind,
    isLineEnd ? source.slice(start, Math.min(start + 1, length)) : source.slice(start, end),
  )
}

/** In characters, where syntax trees count bytes. */
function columnOf(source: string, position: number): number {
  const lineStart = position === 0 ? 0 : source.lastIndexOf('\n', position - 1) + 1
  return codePointCount(source, lineStart, position)
}

function printLine(range: string, tokenKind: number, value: string): string {
  const text = printConstant(value)
  const name = kindNames[exactKind(tokenKind)]!
  return `${`${range}:`.padEnd(20)}${name.padEnd(15)}${text.padEnd(15 + text.length - codePointCount(text, 0, text.length))}`
}
