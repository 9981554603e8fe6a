/**
 * How the error grammar's actions say what is wrong.
 *
 * CPython has several ways to place an error, and each message uses one of them: at a node, over a range, from a
 * node to wherever the tokenizer stands, or at the last token that was read. Their oddities are kept: what the
 * tokenizer has read is part of the answer.
 */

import { columnOf, errorAt, errorAtLast } from '../error-position.ts'
import { parseFormattedString } from '../interpolated-strings.ts'
import type { Parser } from '../parser.ts'
import { SourceError, type SourceErrorType } from '../source-error.ts'
import { parsePlainString } from '../strings.ts'
import * as kind from '../token-kinds.ts'
import type { Tokens } from '../tokens.ts'
import type { Machine } from './machine.ts'
import { expressionName, findInvalidTarget, Shape, type TargetUse } from './shape.ts'

export class Reporter {
  private readonly machine: Machine
  private readonly tokens: Tokens
  constructor(machine: Machine) {
    this.machine = machine
    this.tokens = machine.tokens
  }

  text(shape: Shape): string {
    return this.tokens.normalized.get(shape.first) ?? this.tokens.text(shape.first)
  }

  line(shape: Shape): number {
    return this.tokens.lines[shape.first]!
  }

  /** Whether a shape's last token, or the token before the current one, lies outside all brackets. */
  isOutsideBrackets(): boolean {
    const { kinds } = this.tokens
    let level = 0
    for (let token = 0; token < this.machine.mark; token++) {
      const k = kinds[token]!
      if (k === kind.LPAR || k === kind.LSQB || k === kind.LBRACE) level++
      else if (k === kind.RPAR || k === kind.RSQB || k === kind.RBRACE) level--
    }
    return level === 0
  }

  /** `!=` or `<>`: whichever the future statement has not abolished. */
  checkNotEqual(operator: Shape): Shape | null {
    const spelling = this.tokens.text(operator.first)
    if (!this.machine.parser.barryAsFlufl) return spelling === '!=' ? operator : null
    return spelling === '<>' ? operator : this.last("with Barry as BDFL, use '<>' instead of '!='")
  }

  /** A plain string, whose escapes may be wrong. */
  string(string: Shape): Shape {
    const { value } = this.reading(string, parsePlainString)
    return new Shape(value instanceof Uint8Array ? 'bytes' : 'Constant', string.first, string.last, [])
  }

  /** A string with fields, whose escapes and conversions may be wrong. `start` is its first token. */
  formattedString(start: Shape, nodeKind: string): Shape {
    this.reading(start, parseFormattedString)
    return new Shape(nodeKind, start.first, this.machine.mark - 1, [])
  }

  /**
   * Lets the parser read something. Both passes come by most strings, but only the first warns, and what is tried
   * without error rules counts as the first. In the second, what is wrong with an escape is shown at the last
   * token, like all that has no place.
   */
  private reading<T>(start: Shape, read: (p: Parser) => T): T {
    const { parser, triesErrors } = this.machine
    const known = parser.warnings.length
    parser.pos = start.first
    try {
      return read(parser)
    } catch (thrown) {
      if (thrown instanceof SourceError && /^\((?:unicode|value) error\)/.test(thrown.message))
        this.last(thrown.message)
      throw thrown
    } finally {
      for (const warning of parser.warnings.splice(known)) {
        const isKnown = parser.warnings.some(
          ({ token, message }) => token === warning.token && message === warning.message,
        )
        if (!triesErrors && !isKnown) parser.warnings.push(warning)
      }
    }
  }

  /** A dict's key without a colon: shown from the key's last character on. */
  afterKey(key: Shape): never {
    const { tokens } = this
    const [line, endLine] = [tokens.lines[key.first]!, tokens.endLines[key.last]!]
    const message = "':' expected after dictionary key"
    throw errorAt(tokens, this.machine.fill - 1, 'SyntaxError', message, line, tokens.endCols[key.last]!, endLine, 0)
  }

  /** An error from the beginning of one shape to the end of another. */
  range(first: Shape, last: Shape, message: string): never {
    throw this.between(first.first, last.last, message)
  }

  at(shape: Shape, message: string): never {
    throw this.between(shape.first, shape.last, message)
  }

  /** From a shape to where the tokenizer stands. */
  from(shape: Shape, message: string): never {
    const { tokens } = this
    const last = this.machine.fill - 1
    const endLine = tokens.endLines[last]!
    const end = columnOf(tokens, endLine, tokens.readTo(last))
    const [line, col] = [tokens.lines[shape.first]!, tokens.cols[shape.first]!]
    throw errorAt(tokens, last, 'SyntaxError', message, line, col + 1, endLine, end)
  }

  /** At the last token that was read. */
  last(message: string): never {
    throw this.atToken('SyntaxError', message, this.machine.fill - 1)
  }

  /** At the token that comes next. */
  next(message: string): never {
    this.machine.read(this.machine.mark)
    throw this.atToken('SyntaxError', message, this.machine.mark)
  }

  indentation(message: string): never {
    throw this.atToken('IndentationError', message, this.machine.fill - 1)
  }

  /** Complains about what cannot be a target, if there is something. */
  target(shape: Shape, use: TargetUse): null {
    const invalid = findInvalidTarget(shape, use)
    if (invalid === null) return null
    return this.at(invalid, `cannot ${use === 'delete' ? 'delete' : 'assign to'} ${expressionName(invalid)}`)
  }

  /** A token that the grammar insists on. */
  expected(spelling: string): SourceError {
    this.machine.read(this.machine.mark)
    return this.between(this.machine.mark, this.machine.mark, `expected '${spelling}'`)
  }

  /** What is said when nothing better is known; `token` was the last that the first pass read. */
  generic(token: number): SourceError {
    const tokenKind = this.tokens.kinds[token]!
    const last = this.machine.fill - 1
    if (tokenKind === kind.INDENT) return this.atToken('IndentationError', 'unexpected indent', last)
    if (tokenKind === kind.DEDENT) return this.atToken('IndentationError', 'unexpected unindent', last)
    return this.between(token, token, 'invalid syntax')
  }

  incomplete(): SourceError {
    return this.atToken('_IncompleteInputError', 'incomplete input', this.machine.fill - 1)
  }

  private between(first: number, last: number, message: string): SourceError {
    const { tokens } = this
    const [line, col] = [tokens.lines[first]!, tokens.cols[first]!]
    const [endLine, endCol] = [tokens.endLines[last]!, tokens.endCols[last]!]
    return errorAt(tokens, this.machine.fill - 1, 'SyntaxError', message, line, col + 1, endLine, endCol + 1)
  }

  private atToken(type: SourceErrorType, message: string, token: number): SourceError {
    return errorAtLast(this.tokens, this.machine.fill - 1, type, message, token)
  }
}
