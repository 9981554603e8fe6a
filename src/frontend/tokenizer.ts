// Hot.
/**
 * The tokenizer: source text to columns of integers, in one pass ahead of the parser.
 *
 * CPython's parser pulls its tokens one by one. Ours finds them all laid out, which is faster and changes nothing:
 * tokens do not depend on what the parser makes of them, and a failure becomes an ERRORTOKEN at its place, which
 * the parser reports only if it gets there.
 *
 * The source ends in a NUL that belongs to nobody (sources with a NUL of their own are refused before), so the
 * loops need no bounds checks. Columns come from `lineBase`: it is the start of the line, moved left by one for
 * every byte that UTF-8 needs beyond our UTF-16 unit, so that `position - lineBase` is a column in bytes.
 *
 * Within an f-string or a t-string the tokenizer alternates between two modes (PEP 701): text, which
 * tokenizer-strings.ts reads, and expressions, which are read here with an eye on the brace that ends them.
 */

import {
  asciiClasses,
  codePointCount,
  DIGIT,
  extraBytes,
  findInvalidIdentifierCharacter,
  IDENTIFIER_PART,
  IDENTIFIER_START,
  isPrintable,
} from './characters.ts'
import { unclosedBracketError } from './error-position.ts'
import { ErrorPosition, SourceError, type SourceErrorType } from './source-error.ts'
import * as kind from './token-kinds.ts'
import { readIndentation } from './tokenizer-lines.ts'
import { readNumber } from './tokenizer-numbers.ts'
import { readPunctuation } from './tokenizer-punctuation.ts'
import { readString, readStringStart, readStringText, type StringMode } from './tokenizer-strings.ts'
import { type OpenBracket, Tokens } from './tokens.ts'

/** What the tokenizer must know of the parser's start rule. */
export interface TokenizerOptions {
  /** Interactive input: the end of the source ends the statement too. */
  readonly single: boolean
  /** Do not close open blocks at the end of the source: the REPL waits for an empty line. */
  readonly keepBlocksOpen: boolean
  /** Make tokens of `# type:` comments. */
  readonly typeComments: boolean
  /**
   * Read as Python's `tokenize` module does: comments and line ends that mean nothing are tokens as well, those
   * that have no text have a place, and a few things pass that only the parser could object to.
   */
  readonly extraTokens: boolean
}

/** A warning waits for the parser to come by its token; what lies beyond a syntax error is never warned about. */
export interface PendingWarning {
  readonly token: number
  readonly message: string
  readonly lineno: number
  readonly col: number
  readonly endCol: number
}

export class Tokenizer {
  readonly source: string
  readonly tokens: Tokens
  readonly options: TokenizerOptions
  readonly warnings: PendingWarning[]
  pos: number
  line: number
  lineStart: number
  lineBase: number
  /** Where the line began, or the first of several that a backslash or a string joins. */
  bufferStart: number
  atLineStart: boolean
  /** Columns of the open blocks, with tabs to multiples of 8, and once more with tabs of width 1. */
  readonly indents: number[]
  readonly altIndents: number[]
  readonly brackets: OpenBracket[]
  /** The f-strings and t-strings that we are within; the last one is also `mode`. */
  readonly modes: StringMode[]
  mode: StringMode | null

  constructor(source: string, filename: string, options: TokenizerOptions) {
    this.source = source + '\0'
    this.tokens = new Tokens(source, filename)
    this.options = options
    this.warnings = []
    this.pos = 0
    this.line = source === '' ? 0 : 1
    this.lineStart = 0
    this.lineBase = 0
    this.bufferStart = 0
    this.atLineStart = true
    this.indents = [0]
    this.altIndents = [0]
    this.brackets = []
    this.modes = []
    this.mode = null
  }

  run(): Tokens {
    for (;;) {
      const mode = this.mode
      const goesOn = mode?.inText === true ? readStringText(this, mode) : this.readExpressionTokens()
      if (!goesOn) return this.tokens
    }
  }

  /** Reads tokens until the mode changes (true) or there is nothing more to read (false). */
  private readExpressionTokens(): boolean {
    const source = this.source
    for (;;) {
      if (this.atLineStart && !readIndentation(this)) return false
      let pos = this.pos
      let c = source.charCodeAt(pos)
      while (c === 32 || c === 9 || c === 12) c = source.charCodeAt(++pos)
      const start = pos
      const classes = c < 128 ? asciiClasses[c]! : IDENTIFIER_START
      if ((classes & IDENTIFIER_START) !== 0) {
        if (c < 128) {
          do c = source.charCodeAt(++pos)
          while (c < 128 && (asciiClasses[c]! & IDENTIFIER_PART) !== 0)
        }
        this.pos = pos
        if (c >= 128) {
          if (!this.readWideName(start)) return false
        } else if ((c === 34 || c === 39) && pos - start <= 5 && isStringPrefix(source, start, pos)) {
          if (!this.readPrefixedString(start)) return false
          if (this.mode?.inText === true) return true
        } else {
          const col = start - this.lineBase
          this.tokens.add(nameKind(source, start, pos), start, pos, this.line, col, this.line, pos - this.lineBase)
        }
      } else if ((classes & DIGIT) !== 0) {
        this.pos = pos
        if (!readNumber(this, start)) return false
      } else {
        this.pos = pos
        switch (c) {
          case 35: // '#'
            this.readComment(start)
            break
          case 10:
            this.readNewline(start)
            break
          case 0:
            this.finish()
            return false
          case 34: // '"'
          case 39: // "'"
            if (!readString(this, start)) return false
            break
          case 92: // '\\'
            if (!this.readContinuation()) return false
            break
          default:
            if (!readPunctuation(this, start, c)) return false
            if (this.mode?.inText === true) return true
        }
      }
    }
  }

  private readPrefixedString(start: number): boolean {
    if (this.pos - start > 1) {
      const prefix = this.source.slice(start, this.pos).toLowerCase()
      const pair = incompatiblePrefixes.find(([first, second]) => prefix.includes(first!) && prefix.includes(second!))
      if (pair !== undefined) {
        const offset = codePointCount(this.source, this.lineStart, start) + 1
        const message = `'${pair[0]}' and '${pair[1]}' prefixes are incompatible`
        return this.failAt(message, offset, offset + this.pos - start)
      }
    }
    for (let i = start; i < this.pos; i++) {
      const lower = this.source.charCodeAt(i) | 32
      if (lower === 102 || lower === 116) return readStringStart(this, start, lower === 116)
    }
    return readString(this, start)
  }

  /** An identifier with characters beyond ASCII: everything up to the next ASCII delimiter belongs to it. */
  private readWideName(start: number): boolean {
    const source = this.source
    const startBase = this.lineBase
    let pos = this.pos
    let c = source.charCodeAt(pos)
    while (c >= 128 || (asciiClasses[c]! & IDENTIFIER_PART) !== 0) {
      this.lineBase -= extraBytes(c)
      c = source.charCodeAt(++pos)
    }
    this.pos = pos
    const name = source.slice(start, pos)
    const invalid = this.options.extraTokens ? -1 : findInvalidIdentifierCharacter(name)
    if (invalid >= 0) {
      const char = String.fromCodePoint(name.codePointAt(invalid)!)
      this.pos = start + invalid + char.length
      const code = char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
      return isPrintable(char)
        ? this.fail(`invalid character '${char}' (U+${code})`)
        : this.fail(`invalid non-printable character U+${code}`)
    }
    const normal = name.normalize('NFKC')
    if (normal !== name) this.tokens.normalized.set(this.tokens.count, normal)
    this.tokens.add(kind.NAME, start, pos, this.line, start - startBase, this.line, pos - this.lineBase)
    return true
  }

  /** Skips a comment and, outside brackets, makes the NEWLINE after it, which in CPython begins at the `#`. */
  readComment(start: number): void {
    const source = this.source
    const startBase = this.lineBase
    let pos = start
    let c = 35
    while (c !== 10 && c !== 0) {
      if (c >= 128) this.lineBase -= extraBytes(c)
      c = source.charCodeAt(++pos)
    }
    this.pos = pos
    if (this.options.extraTokens) {
      this.tokens.add(kind.COMMENT, start, pos, this.line, start - startBase, this.line, pos - this.lineBase)
      return
    }
    if (this.options.typeComments && this.readTypeComment(start, pos, startBase)) return
    if (c === 10) this.readNewline(start, startBase)
  }

  /** True when the comment is a type comment; then a token stands for it, or a mark for `type: ignore`. */
  private readTypeComment(start: number, end: number, startBase: number): boolean {
    const match = /^#[ \t]*type:[ \t]*/.exec(this.source.slice(start, end))
    if (match === null) return false
    const textStart = start + match[0].length
    const text = this.source.slice(textStart, end)
    if (/^ignore(?![A-Za-z0-9\u0080-\uffff])/.test(text)) {
      this.tokens.typeIgnores.push({ lineno: this.line, tag: text.slice(6) })
      return false
    }
    const col = textStart - startBase
    this.tokens.add(kind.TYPE_COMMENT, textStart, end, this.line, col, this.line, end - this.lineBase)
    return true
  }

  private readNewline(start: number, startBase = this.lineBase): void {
    const pos = this.pos
    if (this.brackets.length === 0) {
      // Its text leaves the line's end out, its end column does not.
      this.tokens.add(kind.NEWLINE, start, pos, this.line, start - startBase, this.line, pos + 1 - this.lineBase)
      this.atLineStart = true
    } else if (this.options.extraTokens) this.addLineEnd(pos)
    this.nextLine(pos + 1)
  }

  /** A line end that ends no statement. */
  addLineEnd(pos: number): void {
    const col = pos - this.lineBase
    this.tokens.add(kind.NL, pos, pos + 1, this.line, col, this.line, col + 1)
  }

  /** Goes on to a line that nothing joins to the one before. */
  nextLine(start: number): void {
    this.joinedLine(start)
    this.bufferStart = start
  }

  joinedLine(start: number): void {
    this.pos = start
    this.line++
    this.lineStart = start
    this.lineBase = start
  }

  /** A backslash: nothing but the end of the line may follow, and a line must follow that. */
  readContinuation(): boolean {
    const next = this.source.charCodeAt(this.pos + 1)
    if (next !== 10) {
      // The end of the source cannot be read over, a wrong character is.
      this.pos += next === 0 ? 1 : 2
      const message = 'unexpected character after line continuation character'
      // CPython counts from the first of the joined lines, and stops at the end of the one that it shows.
      const length = codePointCount(this.source, this.lineStart, this.lineEnd())
      const offset = codePointCount(this.source, this.bufferStart, this.pos - 1) + 1
      return this.stopAt('SyntaxError', message, Math.min(offset, length + 1), 0)
    }
    if (this.source.charCodeAt(this.pos + 2) !== 0) {
      this.joinedLine(this.pos + 2)
      return true
    }
    this.tokens.endsEarly = true
    if (this.brackets.length > 0) return this.failUnclosed()
    const backslash = this.pos
    this.pos += 2
    return this.stop('SyntaxError', 'unexpected EOF while parsing', backslash + 1, -1)
  }

  /** The end of the source. */
  private finish(): void {
    const tokens = this.tokens
    tokens.endsEarly = true
    if (this.brackets.length > 0) {
      this.failUnclosed()
      return
    }
    if (this.options.single && tokens.count > 0) {
      this.addBare(kind.NEWLINE)
      if (this.indents.length > 1 && !this.options.keepBlocksOpen) {
        while (this.indents.length > 1) {
          this.indents.pop()
          this.addBare(kind.DEDENT)
        }
        this.addBare(kind.NEWLINE)
      }
    }
    this.addBare(kind.ENDMARKER)
  }

  /** The source ended within brackets. */
  private failUnclosed(): false {
    const { tokens } = this
    tokens.unclosed = this.brackets[this.brackets.length - 1]!
    this.addBare(kind.ERRORTOKEN)
    tokens.error = unclosedBracketError(tokens)
    if (this.modes.length > 0) tokens.unclosed = null
    return false
  }

  /** A token without text. At the end of the source it belongs to the last line, not to the one that never came. */
  addBare(bare: number): void {
    const pos = this.pos
    if (this.options.extraTokens && bare !== kind.ERRORTOKEN) {
      const start = bare === kind.INDENT ? this.lineStart : pos
      this.tokens.add(bare, start, pos, this.line, start - this.lineStart, this.line, pos - this.lineBase)
      return
    }
    const line = pos === this.lineStart && pos === this.source.length - 1 && this.line > 1 ? this.line - 1 : this.line
    this.tokens.add(bare, pos, pos, line, -1, line, -1)
  }

  lineText(start: number): string {
    const end = this.source.indexOf('\n', start)
    return this.source.slice(start, end < 0 ? this.source.length - 1 : end)
  }

  /** The end of the current line, behind its newline. */
  private lineEnd(): number {
    const end = this.source.indexOf('\n', this.lineStart)
    return end < 0 ? this.source.length - 1 : end + 1
  }

  /** A failure that wins over what the parser found earlier: CPython raises it at the point it has read to. */
  fail(message: string): false {
    return this.failAt(message, codePointCount(this.source, this.lineStart, this.pos), -2)
  }

  /** As `fail`, with columns of its own; −2 as an end means that it equals the start. */
  failAt(message: string, offset: number, endOffset: number): false {
    const tokens = this.tokens
    const end = endOffset === -2 ? offset : endOffset
    const position = new ErrorPosition(this.line, offset, this.lineText(this.lineStart), this.line, end)
    tokens.error = new SourceError('SyntaxError', message, tokens.filename, position)
    tokens.errorWins = this.modes.length === 0
    return this.addError()
  }

  /** A failure that only stops the reading. `position` is where it points. */
  stop(type: SourceErrorType, message: string, position: number, endOffset: number): false {
    const offset = codePointCount(this.source, this.lineStart, position) + 1
    return this.stopAt(type, message, offset, endOffset)
  }

  stopAt(type: SourceErrorType, message: string, offset: number, endOffset: number): false {
    const tokens = this.tokens
    const text = this.source.slice(this.lineStart, this.lineEnd())
    tokens.error = new SourceError(
      type,
      message,
      tokens.filename,
      new ErrorPosition(this.line, offset, text, this.line, endOffset),
    )
    return this.addError()
  }

  private addError(): false {
    const { brackets } = this
    // Within an f-string CPython says nothing of what it finds behind an error.
    this.tokens.unclosed = brackets.length > 0 && this.modes.length === 0 ? brackets[brackets.length - 1]! : null
    this.tokens.add(kind.ERRORTOKEN, this.pos, this.pos, this.line, -1, this.line, -1)
    return false
  }

  warn(message: string): void {
    const col = this.pos - this.lineBase
    this.warnings.push({ token: this.tokens.count, message, lineno: this.line, col, endCol: col })
  }
}

/** Whether a name before a quote is made of the letters that strings can be marked with, each at most once. */
function isStringPrefix(source: string, start: number, end: number): boolean {
  let seen = 0
  for (let i = start; i < end; i++) {
    const bit = prefixBits[source.charCodeAt(i) | 32]
    if (bit === undefined || (seen & bit) !== 0) return false
    seen |= bit
  }
  return true
}

const prefixBits: Readonly<Record<number, number>> = { 98: 1, 102: 2, 114: 4, 116: 8, 117: 16 }

/** Pairs that cannot stand together, in the order in which CPython looks for them. */
const incompatiblePrefixes = ['ub', 'ur', 'uf', 'ut', 'bf', 'bt', 'ft']

/** For each pair of first letters, the first keyword that begins so, as a kind; 0 when there is none. */
const keywordHeads = new Uint8Array(64 * 64)
/** For each keyword, the next one with the same two first letters. */
const keywordRests = new Uint8Array(128)

for (let i = kind.keywords.length - 1; i >= 0; i--) {
  const keyword = kind.keywords[i]!
  const head = ((keyword.charCodeAt(0) - 64) << 6) | (keyword.charCodeAt(1) - 64)
  keywordRests[kind.FIRST_KEYWORD + i] = keywordHeads[head]!
  keywordHeads[head] = kind.FIRST_KEYWORD + i
}

function nameKind(source: string, start: number, end: number): number {
  const length = end - start
  if (length < 2 || length > 8) return kind.NAME
  const first = source.charCodeAt(start) - 64
  const second = source.charCodeAt(start + 1) - 64
  if (first < 0 || second < 0) return kind.NAME
  let candidate = keywordHeads[(first << 6) | second]!
  while (candidate !== 0) {
    const keyword = kind.keywords[candidate - kind.FIRST_KEYWORD]!
    if (keyword.length === length && source.startsWith(keyword, start)) return candidate
    candidate = keywordRests[candidate]!
  }
  return kind.NAME
}
