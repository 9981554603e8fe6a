// Hot.
/**
 * Strings, and the text parts of f-strings and t-strings.
 *
 * A plain string is one token. An f-string is many (PEP 701): FSTRING_START, then FSTRING_MIDDLE for text and
 * ordinary tokens for what stands in braces, and FSTRING_END. Strings nest in the expressions, so every one that
 * is open has a `StringMode`; `depth` counts its open brackets, and `expressionDepth` is how many of them were
 * open where the innermost expression began, or −1 outside all expressions.
 */

import { extraBytes } from './characters.ts'
import * as kind from './token-kinds.ts'
import type { Tokenizer } from './tokenizer.ts'

const MAX_STRING_NESTING = 150
const MAX_EXPRESSION_NESTING = 3

export class StringMode {
  readonly isTemplate: boolean
  readonly isRaw: boolean
  readonly quote: number
  readonly quoteSize: number
  readonly start: number
  readonly line: number
  readonly lineStart: number
  /** True while text is to be read, false within an expression. */
  inText: boolean
  inFormatSpec: boolean
  depth: number
  expressionDepth: number
  constructor(t: Tokenizer, start: number, isTemplate: boolean, isRaw: boolean, quote: number, quoteSize: number) {
    this.isTemplate = isTemplate
    this.isRaw = isRaw
    this.quote = quote
    this.quoteSize = quoteSize
    this.start = start
    this.line = t.line
    this.lineStart = t.lineStart
    this.inText = true
    this.inFormatSpec = false
    this.depth = 0
    this.expressionDepth = -1
  }
  get name(): string {
    return this.isTemplate ? 't-string' : 'f-string'
  }
}

function quoteSizeAt(source: string, pos: number, quote: number): number {
  return source.charCodeAt(pos + 1) === quote && source.charCodeAt(pos + 2) === quote ? 3 : 1
}

/** A string without expressions; the tokenizer stands at its first quote. */
export function readString(t: Tokenizer, start: number): boolean {
  const source = t.source
  const { line, lineStart } = t
  const col = start - t.lineBase
  const quote = source.charCodeAt(t.pos)
  const size = quoteSizeAt(source, t.pos, quote)
  let pos = t.pos + size
  let hasEscapedQuote = false
  for (;;) {
    const c = source.charCodeAt(pos)
    if (c === quote) {
      if (size === 1 || quoteSizeAt(source, pos, quote) === 3) break
    } else if (c === 92) {
      pos++
      const escaped = source.charCodeAt(pos)
      if (escaped === quote) hasEscapedQuote = true
      if (escaped === 10) t.joinedLine(pos + 1)
      else if (escaped >= 128) t.lineBase -= extraBytes(escaped)
      else if (escaped === 0) pos--
    } else if (c === 10 && size === 3) t.joinedLine(pos + 1)
    else if (c === 10 || c === 0)
      return failUnterminated(t, start, quote, line, lineStart, size, hasEscapedQuote, c === 0)
    else if (c >= 128) t.lineBase -= extraBytes(c)
    pos++
  }
  t.pos = pos + size
  t.tokens.add(kind.STRING, start, t.pos, line, col, t.line, t.pos - t.lineBase)
  return true
}

/** CPython points at the opening quote, and tells the line where it gave up. */
function failUnterminated(
  t: Tokenizer,
  start: number,
  quote: number,
  line: number,
  lineStart: number,
  size: number,
  hasEscapedQuote: boolean,
  atEnd: boolean,
): false {
  const mode = t.mode
  const readLine = atEnd && t.lineStart === t.source.length - 1 && t.line > line ? t.line - 1 : t.line
  t.tokens.endsEarly = atEnd
  t.line = line
  t.lineStart = lineStart
  t.pos = start + 1
  if (mode !== null && mode.quoteSize === size && mode.quote === quote) return t.fail(`${mode.name}: expecting '}'`)
  if (size === 3) return t.fail(`unterminated triple-quoted string literal (detected at line ${readLine})`)
  const guess = hasEscapedQuote ? '; perhaps you escaped the end quote?' : ''
  return t.fail(`unterminated string literal (detected at line ${readLine})${guess}`)
}

/** The prefix and opening quote of an f-string or t-string. */
export function readStringStart(t: Tokenizer, start: number, isTemplate: boolean): boolean {
  const source = t.source
  const quote = source.charCodeAt(t.pos)
  const size = quoteSizeAt(source, t.pos, quote)
  const isRaw = t.pos - start === 2
  const end = t.pos + size
  if (t.modes.length + 1 >= MAX_STRING_NESTING) {
    t.pos = end
    return t.fail('too many nested f-strings or t-strings')
  }
  const mode = new StringMode(t, start, isTemplate, isRaw, quote, size)
  t.modes.push(mode)
  t.mode = mode
  const startKind = isTemplate ? kind.TSTRING_START : kind.FSTRING_START
  t.tokens.add(startKind, start, end, t.line, start - t.lineBase, t.line, end - t.lineBase)
  t.pos = end
  return true
}

/** One token of the text: a middle part or the end; or the turn to an expression. False when the source is at fault. */
export function readStringText(t: Tokenizer, mode: StringMode): boolean {
  const source = t.source
  const first = source.charCodeAt(t.pos)
  const inFormatSpec = mode.inFormatSpec && mode.expressionDepth >= 0
  if (first === 123 && (inFormatSpec || source.charCodeAt(t.pos + 1) !== 123)) return enterExpression(t, mode)
  if (first === mode.quote && (mode.quoteSize === 1 || quoteSizeAt(source, t.pos, first) === 3)) {
    const end = t.pos + mode.quoteSize
    const endKind = mode.isTemplate ? kind.TSTRING_END : kind.FSTRING_END
    t.tokens.add(endKind, t.pos, end, t.line, t.pos - t.lineBase, t.line, end - t.lineBase)
    t.pos = end
    t.modes.pop()
    t.mode = t.modes.length === 0 ? null : t.modes[t.modes.length - 1]!
    return true
  }
  return readMiddle(t, mode)
}

function enterExpression(t: Tokenizer, mode: StringMode): boolean {
  mode.expressionDepth++
  if (mode.expressionDepth >= MAX_EXPRESSION_NESTING) {
    return t.fail(`${mode.name}: expressions nested too deeply`)
  }
  mode.inText = false
  mode.inFormatSpec = false
  return true
}

function readMiddle(t: Tokenizer, mode: StringMode): boolean {
  const source = t.source
  const { quote, quoteSize } = mode
  const start = t.pos
  const line = t.line
  const col = start - t.lineBase
  const inFormatSpec = mode.inFormatSpec && mode.expressionDepth >= 0
  let inNamedEscape = false
  let pos = start
  let end = -1
  for (;;) {
    const c = source.charCodeAt(pos)
    if (c === quote) {
      if (quoteSize === 1 || quoteSizeAt(source, pos, quote) === 3) break
    } else if (c === 123) {
      if (source.charCodeAt(pos + 1) === 123 && !inFormatSpec) end = pos + 1
      break
    } else if (c === 125) {
      if (inNamedEscape) end = -2
      else if (source.charCodeAt(pos + 1) === 125 && !inFormatSpec && mode.depth === 0) end = pos + 1
      else mode.inText = false
      break
    } else if (c === 92) {
      const next = source.charCodeAt(pos + 1)
      if (next === 123 || next === 125) {
        if (!mode.isRaw) t.warn(invalidEscapeMessage(source[pos + 1]!))
      } else {
        pos++
        if (next === 10) t.joinedLine(pos + 1)
        else if (next >= 128) t.lineBase -= extraBytes(next)
        else if (next === 0) pos--
        else if (next === 78 && !mode.isRaw && source.charCodeAt(pos + 1) === 123) {
          inNamedEscape = true
          pos++
        }
      }
    } else if (c === 10 || c === 0) {
      if (c === 0 || quoteSize === 1) return failText(t, mode, pos, inFormatSpec)
      t.joinedLine(pos + 1)
    } else if (c >= 128) t.lineBase -= extraBytes(c)
    pos++
  }
  const middleKind = mode.isTemplate ? kind.TSTRING_MIDDLE : kind.FSTRING_MIDDLE
  const textEnd = end === -2 ? pos + 1 : end < 0 ? pos : end
  // Of a doubled brace, the text keeps one; the token covers both.
  t.pos = end >= 0 ? end + 1 : textEnd
  t.tokens.add(middleKind, start, textEnd, line, col, t.line, t.pos - t.lineBase)
  return true
}

function failText(t: Tokenizer, mode: StringMode, pos: number, inFormatSpec: boolean): false {
  const atEnd = t.source.charCodeAt(pos) === 0
  if (inFormatSpec && mode.quoteSize === 1 && !atEnd) {
    t.pos = pos + 1
    return t.fail(`${mode.name}: newlines are not allowed in format specifiers for single quoted ${mode.name}s`)
  }
  const readLine = atEnd && t.lineStart === pos && t.line > mode.line ? t.line - 1 : t.line
  t.tokens.endsEarly = atEnd
  t.line = mode.line
  t.lineStart = mode.lineStart
  t.pos = mode.start + 1
  const quoting = mode.quoteSize === 3 ? 'triple-quoted ' : ''
  return t.fail(`unterminated ${quoting}${mode.name} literal (detected at line ${readLine})`)
}

/** CPython's words for an escape that means nothing. */
export function invalidEscapeMessage(escaped: string): string {
  return (
    `"\\${escaped}" is an invalid escape sequence. Such sequences will not work in the future. ` +
    `Did you mean "\\\\${escaped}"? A raw string is also an option.`
  )
}
