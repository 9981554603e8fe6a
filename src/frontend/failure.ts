/**
 * Which error a source has that the parser could not make sense of. That takes another pass, by the grammar of errors (errors/syntax-errors.ts), which
 * is in a part of the program that is loaded with the first error.
 */
import { filledBy } from '../base/parts.ts'
import type { ParseMode } from './parse.ts'
import type { Parser } from './parser.ts'
import type { SourceError } from './source-error.ts'
import type { Tokens } from './tokens.ts'

export interface Failure {
  readonly mode: ParseMode
  /** The first token to look at. */
  readonly start: number
  readonly allowIncomplete: boolean
}

interface SyntaxErrors {
  /** The error of a source that the parser could not make sense of. */
  explain: (parser: Parser, failure: Failure) => SourceError
  /**
   * The error to report in the end: what makes the rest of the source unreadable may be the better one.
   * `last` is the last token that the parser has read.
   */
  settle: (tokens: Tokens, error: SourceError, last: number) => SourceError
}

export const syntaxErrors: SyntaxErrors = {
  explain: filledBy('often', () => syntaxErrors.explain),
  settle: filledBy('often', () => syntaxErrors.settle),
}
