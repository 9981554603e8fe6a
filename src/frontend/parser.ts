// Hot.
/**
 * The state of the parser, and the few things that all parts of it do.
 *
 * The parser is written by hand, as recursive descent with operator precedence. Where one token of lookahead
 * decides, one token is looked at; where Python's grammar needs more (`match`, parenthesized `with` items) the
 * parser tries and goes back. It knows nothing of error messages: at the first token that cannot go on it throws
 * `parseFailure`, and syntax-errors.ts finds out what to say, as CPython does in a second pass.
 *
 * Recursion is for brackets and blocks only, which the tokenizer limits to 200 and 100; whatever else can be nested
 * without end (`not not …`, `a ** b ** …`, `lambda: lambda: …`, `elif`) is read in loops. CPython's own parser
 * gives up 6,000 rules deep. `depth` counts as it would, roughly, so that the same sources are refused.
 */

import { SourceError } from './source-error.ts'
import { ENDMARKER, NEWLINE, DEDENT } from './token-kinds.ts'
import type { PendingWarning, Tokenizer } from './tokenizer.ts'
import type { Tokens } from './tokens.ts'

class ParseFailure {}

/** Thrown where no token of the grammar fits. Not an `Error`: it is caught by us, and often. */
export const parseFailure = new ParseFailure()

const MAX_DEPTH = 6000

export class Parser {
  readonly tokens: Tokens
  readonly source: string
  readonly kinds: Uint8Array
  readonly lines: Int32Array
  readonly cols: Int32Array
  readonly endLines: Int32Array
  readonly endCols: Int32Array
  readonly warnings: PendingWarning[]
  /** One string for all uses of a name: they are compared a lot later on. */
  private readonly names: Map<string, string>
  pos: number
  depth: number
  /** Where the top-level statement began that is being parsed. */
  statementStart: number
  /** Where the one before it began: an `elif` after an `else` is an error of the statement that seemed complete. */
  previousStart: number
  /** The compound statement that begins last of those that could be parsed: a misspelt keyword is looked for from there. */
  lastCompound: { readonly lineno: number; readonly col_offset: number } | null
  /** `from __future__ import barry_as_FLUFL`: `<>` instead of `!=`. */
  barryAsFlufl: boolean

  /** Python refuses to convert longer decimal literals, because the time it takes grows with the square; 0 for no limit. */
  readonly maxIntDigits: number

  constructor(tokenizer: Tokenizer, barryAsFlufl: boolean, maxIntDigits: number) {
    const tokens = tokenizer.tokens
    this.tokens = tokens
    this.source = tokens.source
    this.kinds = tokens.kinds
    this.lines = tokens.lines
    this.cols = tokens.cols
    this.endLines = tokens.endLines
    this.endCols = tokens.endCols
    this.warnings = tokenizer.warnings
    this.names = new Map()
    this.pos = 0
    this.depth = 32
    this.statementStart = 0
    this.previousStart = 0
    this.lastCompound = null
    this.barryAsFlufl = barryAsFlufl
    this.maxIntDigits = maxIntDigits
  }

  kind(): number {
    return this.kinds[this.pos]!
  }

  nextKind(): number {
    return this.kinds[this.pos + 1]!
  }

  accept(kind: number): boolean {
    if (this.kinds[this.pos] !== kind) return false
    this.pos++
    return true
  }

  expect(kind: number): void {
    if (this.kinds[this.pos] !== kind) throw parseFailure
    this.pos++
  }

  fail(): never {
    throw parseFailure
  }

  /** Counts levels that CPython would be deeper by here; the caller takes them off again. */
  deepen(levels: number): void {
    this.depth += levels
    if (this.depth > MAX_DEPTH) {
      const message = 'Parser stack overflowed - Python source too complex to parse'
      throw new SourceError('MemoryError', message, this.tokens.filename, null)
    }
  }

  /** The text of an identifier, normalized. */
  name(token: number): string {
    const { normalized, starts, ends } = this.tokens
    if (normalized.size > 0) {
      const name = normalized.get(token)
      if (name !== undefined) return name
    }
    const name = this.source.slice(starts[token]!, ends[token]!)
    const known = this.names.get(name)
    if (known !== undefined) return known
    this.names.set(name, name)
    return name
  }

  text(token: number): string {
    return this.tokens.text(token)
  }

  /** Whether a token is this soft keyword. */
  isWord(token: number, word: string): boolean {
    const { starts, ends } = this.tokens
    const start = starts[token]!
    return ends[token]! - start === word.length && this.source.startsWith(word, start)
  }

  /** The last token read that is more than the structure of lines: where a statement ends. */
  lastToken(): number {
    let token = this.pos - 1
    for (;;) {
      const kind = this.kinds[token]!
      if (kind !== ENDMARKER && (kind < NEWLINE || kind > DEDENT)) return token
      token--
    }
  }

  /** Notes a warning that belongs to a token. */
  warn(token: number, message: string, lineno: number, col: number, endCol: number): void {
    this.warnings.push({ token, message, lineno, col, endCol })
  }
}
