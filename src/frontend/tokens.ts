// Hot.
/**
 * The tokens of one source, as columns of integers.
 *
 * A token is an index. What the parser asks most (kind, line, column) lies in typed arrays, so that reading ahead
 * costs one load and no token object is ever made; the text is cut from the source only when somebody wants it.
 * Columns are UTF-8 bytes, as in Python's syntax trees; `starts` and `ends` index the source in UTF-16 units.
 *
 * Tokens without text of their own (INDENT, DEDENT, ENDMARKER, errors) have column −1; their `ends` says how far
 * the tokenizer had read, which is where CPython points when one of them is unexpected.
 */

import type { SourceError } from './source-error.ts'
import { ERRORTOKEN, NEWLINE } from './token-kinds.ts'

export class Tokens {
  readonly source: string
  readonly filename: string
  kinds: Uint8Array
  starts: Int32Array
  ends: Int32Array
  lines: Int32Array
  cols: Int32Array
  endLines: Int32Array
  endCols: Int32Array
  count: number
  /** Why the last token is an ERRORTOKEN; null when the source could be read to its end. */
  error: SourceError | null
  /**
   * CPython's tokenizer knows two sorts of failures. One raises at once, and wins over a syntax error that the
   * parser found earlier in the source; the other only stops reading.
   */
  errorWins: boolean
  /** The bracket that was open when the source ended or the error struck, or null. */
  unclosed: OpenBracket | null
  /** True when the source ended in the midst of something: more input could still make it valid. */
  endsEarly: boolean
  /** Identifiers that are not their own NFKC form, by token. */
  readonly normalized: Map<number, string>
  /** `# type: ignore` comments, when type comments were asked for. */
  readonly typeIgnores: { readonly lineno: number; readonly tag: string }[]

  constructor(source: string, filename: string) {
    this.source = source
    this.filename = filename
    const capacity = (source.length >> 2) + 16
    this.kinds = new Uint8Array(capacity)
    this.starts = new Int32Array(capacity)
    this.ends = new Int32Array(capacity)
    this.lines = new Int32Array(capacity)
    this.cols = new Int32Array(capacity)
    this.endLines = new Int32Array(capacity)
    this.endCols = new Int32Array(capacity)
    this.count = 0
    this.error = null
    this.errorWins = false
    this.unclosed = null
    this.endsEarly = false
    this.normalized = new Map()
    this.typeIgnores = []
  }

  add(kind: number, start: number, end: number, line: number, col: number, endLine: number, endCol: number): void {
    const index = this.count++
    if (index >= this.kinds.length) this.grow()
    this.kinds[index] = kind
    this.starts[index] = start
    this.ends[index] = end
    this.lines[index] = line
    this.cols[index] = col
    this.endLines[index] = endLine
    this.endCols[index] = endCol
  }

  private grow(): void {
    const capacity = this.kinds.length * 2
    const kinds = new Uint8Array(capacity)
    kinds.set(this.kinds)
    this.kinds = kinds
    this.starts = enlarged(this.starts, capacity)
    this.ends = enlarged(this.ends, capacity)
    this.lines = enlarged(this.lines, capacity)
    this.cols = enlarged(this.cols, capacity)
    this.endLines = enlarged(this.endLines, capacity)
    this.endCols = enlarged(this.endCols, capacity)
  }

  text(index: number): string {
    return this.source.slice(this.starts[index]!, this.ends[index]!)
  }

  /** How far the tokenizer had read once this token was made: a NEWLINE's text leaves the line's end out. */
  readTo(index: number): number {
    return this.kinds[index] === NEWLINE ? Math.min(this.ends[index]! + 1, this.source.length) : this.ends[index]!
  }

  isError(index: number): boolean {
    return this.kinds[index] === ERRORTOKEN
  }
}

export class OpenBracket {
  readonly bracket: string
  readonly position: number
  readonly line: number
  constructor(bracket: string, position: number, line: number) {
    this.bracket = bracket
    this.position = position
    this.line = line
  }
}

function enlarged(array: Int32Array, capacity: number): Int32Array {
  const larger = new Int32Array(capacity)
  larger.set(array)
  return larger
}
