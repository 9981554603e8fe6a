/**
 * What to say about a source that does not parse.
 *
 * As in CPython, the first pass (here run again with the error grammar, but without its error rules) finds how far
 * the source makes sense; the second one looks for something better to say than "invalid syntax". Then the rest
 * of the source is considered: brackets that do not match and strings that do not end explain more than what the
 * parser stumbled over.
 *
 * What stands before the top-level statement that failed is right and need not be looked at again, but for the
 * statement directly before it, which may seem complete too early. Yet an error rule can find fault with a
 * statement that is right (`type X[T = int] = T` is one), so the second pass begins where the source does, unless
 * that is very far away.
 */

import { unclosedBracketError } from '../error-position.ts'
import { type Failure, syntaxErrors } from '../failure.ts'
import { SourceError } from '../source-error.ts'
import type { Parser } from '../parser.ts'
import { ERRORTOKEN, FSTRING_END, NEWLINE, STRING, TSTRING_END } from '../token-kinds.ts'
import type { Tokens } from '../tokens.ts'
import { blockGrammar } from './block-grammar.ts'
import { callGrammar } from './call-grammar.ts'
import { displayGrammar } from './display-grammar.ts'
import { expressionGrammar } from './expression-grammar.ts'
import { Machine } from './machine.ts'
import { type Grammar, readGrammar } from './notation.ts'
import { patternGrammar } from './pattern-grammar.ts'
import { statementGrammar } from './statement-grammar.ts'

const memoized =
  'simple_stmt block expression star_expression disjunction conjunction inversion factor await_primary strings ' +
  'arguments star_target target_with_star_atom del_target closed_pattern star_pattern type_param tstring ' +
  'invalid_named_expression import_stmt compound_stmt'
const leftRecursive = 'bitwise_or bitwise_xor bitwise_and shift_expr sum term primary t_primary dotted_name attr'

/** Read when the first error comes up: most programs have none. */
let grammar: Grammar | null = null

/** In tokens: going over so many again takes about a tenth of a second. */
const FAR_AWAY = 10_000

const startRules = { exec: 'file', eval: 'eval', single: 'interactive', func_type: 'func_type' } as const

function explainFailure(parser: Parser, failure: Failure): SourceError {
  const { tokens } = parser
  grammar ??= readGrammar(
    [statementGrammar, blockGrammar, expressionGrammar, displayGrammar, callGrammar, patternGrammar],
    memoized,
    leftRecursive,
  )
  const machine = new Machine(parser, grammar, failure.start)
  const rule = startRules[failure.mode]
  let error = runPass(machine, rule, failure.start, false)
  if (failure.allowIncomplete && readToEnd(tokens, machine.fill - 1)) return machine.reporter.incomplete()
  const lastOfFirstPass = machine.fill - 1
  error ??= runPass(machine, rule, failure.start <= FAR_AWAY ? 0 : failure.start, true)
  const last = machine.fill - 1
  // With the end of the source in sight CPython does not look for errors behind one that it can name.
  if (error !== null) return readToEnd(tokens, last) ? error : settleError(tokens, error, last)
  const generic = machine.reporter.generic(lastOfFirstPass)
  if (generic.type !== 'IndentationError') return settleError(tokens, generic, last)
  // Then, and only then, CPython does not read on, and does not come by what it would warn about.
  const { warnings } = parser
  warnings.splice(0, warnings.length, ...warnings.filter(({ token }) => token < machine.fill))
  return generic
}

function runPass(machine: Machine, rule: string, start: number, triesErrors: boolean): SourceError | null {
  try {
    machine.run(rule, start, triesErrors)
    return null
  } catch (thrown) {
    if (thrown instanceof SourceError) return thrown
    throw thrown
  }
}

/**
 * Whether the tokenizer had come to the end of the source by its last token, or because of it. Only strings and
 * the ends of lines are known to be over without a look at what follows.
 */
function readToEnd(tokens: Tokens, last: number): boolean {
  const tokenKind = tokens.kinds[last]!
  if (tokenKind === ERRORTOKEN) return tokens.endsEarly
  if (tokens.ends[last] !== tokens.source.length) return false
  if (tokenKind === NEWLINE) return tokens.cols[last]! < 0
  return tokenKind !== STRING && tokenKind !== FSTRING_END && tokenKind !== TSTRING_END
}

function settleError(tokens: Tokens, error: SourceError, last: number): SourceError {
  if (error === tokens.error || tokens.error === null) return error
  if (error.type === 'MemoryError' || error.type === '_IncompleteInputError') return error
  if (tokens.errorWins) return tokens.error
  if (tokens.unclosed !== null && tokens.lines[last]! > tokens.unclosed.line) return unclosedBracketError(tokens)
  return error
}

syntaxErrors.explain = explainFailure
syntaxErrors.settle = settleError
