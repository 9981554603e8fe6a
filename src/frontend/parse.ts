/**
 * From source to syntax tree: the front end's one entry.
 */

import { errorAtLast } from './error-position.ts'
import { parseExpression, parseExpressions } from './expressions.ts'
import { checkFeatures } from './feature-version.ts'
import {
  type Expr,
  Expression,
  FunctionType,
  Interactive,
  type Mod,
  Module,
  Pass,
  type Stmt,
  TypeIgnore,
} from './generated/ast.ts'
import { syntaxErrors } from './failure.ts'
import { Parser, parseFailure } from './parser.ts'
import { SourceError, type WarnFunction } from './source-error.ts'
import { type DecodeFunction, readSource } from './source-text.ts'
import { parseStatement } from './statements.ts'
import * as kind from './token-kinds.ts'
import { Tokenizer } from './tokenizer.ts'

/** As the third argument of Python's `compile`. */
export type ParseMode = 'exec' | 'eval' | 'single' | 'func_type'

const defaultMaxIntDigits = 4300

export interface ParseOptions {
  /** Keep `# type:` comments in the tree. */
  readonly typeComments?: boolean
  /** `<>` instead of `!=`, because a `__future__` import before this source said so. */
  readonly barryAsFlufl?: boolean
  /** Report a source that ends in the midst of something as `_IncompleteInputError`: for the REPL. */
  readonly allowIncomplete?: boolean
  /** Do not close open blocks at the end of the source: for the REPL. */
  readonly keepBlocksOpen?: boolean
  /** Decimal literals may have so many digits (sys.set_int_max_str_digits); 0 for any number. */
  readonly maxIntDigits?: number
  /** Refuse what is newer than Python 3.n. */
  readonly featureVersion?: number
  readonly warn?: WarnFunction
  readonly decode?: DecodeFunction
}

export function parse(source: string | Uint8Array, filename: string, mode: ParseMode, options: ParseOptions = {}): Mod {
  let { text } = readSource(source, filename, options.decode ?? null)
  if (mode === 'exec' && !text.endsWith('\n')) text += '\n'
  const tokenizer = new Tokenizer(text, filename, {
    single: mode === 'single',
    keepBlocksOpen: options.keepBlocksOpen ?? false,
    typeComments: options.typeComments ?? false,
    extraTokens: false,
  })
  tokenizer.run()
  const parser = new Parser(tokenizer, options.barryAsFlufl ?? false, options.maxIntDigits ?? defaultMaxIntDigits)
  let tree: Mod
  try {
    tree = parseMode(parser, mode)
    const { featureVersion } = options
    if (featureVersion !== undefined) checkFeatures(parser, tree, featureVersion)
  } catch (thrown) {
    const error = errorOf(thrown, parser, mode, options)
    emitWarnings(parser, parser.tokens.count, options)
    throw error
  }
  // One statement may end long before the source does.
  emitWarnings(parser, parser.pos, options)
  if (mode === 'single') checkSingle(parser)
  return tree
}

/** What to throw instead of the parser's bare failure. Warnings may be found on the way. */
function errorOf(thrown: unknown, p: Parser, mode: ParseMode, options: ParseOptions): unknown {
  if (thrown instanceof SourceError) return syntaxErrors.settle(p.tokens, thrown, p.pos)
  if (thrown !== parseFailure) return thrown
  const allowIncomplete = options.allowIncomplete ?? false
  const error = syntaxErrors.explain(p, { mode, start: p.previousStart, allowIncomplete })
  error.lastCompound = p.lastCompound
  return error
}

/** The tokenizer and the parser warn at different times; here their warnings come in the order of the source. */
function emitWarnings(p: Parser, end: number, { warn }: ParseOptions): void {
  if (warn === undefined) return
  const warnings = p.warnings.filter(({ token }) => token < end).sort((a, b) => a.token - b.token)
  for (const { message, lineno, col, endCol } of warnings) {
    const text = `${p.source.split('\n', lineno).at(-1)}\n`
    warn('SyntaxWarning', message, lineno, col, lineno, endCol, text)
  }
}

function parseMode(p: Parser, mode: ParseMode): Mod {
  switch (mode) {
    case 'exec':
      return parseModule(p)
    case 'eval':
      return parseEval(p)
    case 'single':
      return parseInteractive(p)
    case 'func_type':
      return parseFunctionType(p)
  }
}

function parseModule(p: Parser): Mod {
  const body: Stmt[] = []
  while (p.kind() !== kind.ENDMARKER) {
    p.previousStart = p.statementStart
    p.statementStart = p.pos
    if (p.kind() === kind.DEDENT) p.fail()
    parseStatement(p, body)
  }
  return new Module(
    body,
    p.tokens.typeIgnores.map(({ lineno, tag }) => new TypeIgnore(lineno, tag)),
  )
}

function parseEval(p: Parser): Mod {
  const body = parseExpressions(p)
  while (p.accept(kind.NEWLINE));
  p.expect(kind.ENDMARKER)
  return new Expression(body)
}

/** One statement of the REPL. */
function parseInteractive(p: Parser): Mod {
  const body: Stmt[] = []
  if (p.accept(kind.NEWLINE)) {
    const token = p.pos - 1
    const line = p.lines[token]!
    body.push(new Pass(line, p.cols[token]!, line, p.endCols[token]!))
    return new Interactive(body)
  }
  const isSimple = parseStatement(p, body)
  if (!isSimple) p.expect(kind.NEWLINE)
  return new Interactive(body)
}

/** Nothing but blank lines and comments may follow the statement. */
function checkSingle(p: Parser): void {
  const last = p.pos - 1
  const rest = p.source.slice(p.tokens.readTo(last)).replace(/^(?:[ \t\n\f]|#[^\n]*)*/, '')
  if (rest === '') return
  const message = 'multiple statements found while compiling a single statement'
  throw errorAtLast(p.tokens, last, 'SyntaxError', message, last)
}

/** The signature in a type comment: `(int, *str, **Any) -> bool`. */
function parseFunctionType(p: Parser): Mod {
  const types: Expr[] = []
  p.expect(kind.LPAR)
  let stars = 0
  while (p.kind() !== kind.RPAR) {
    const token = p.kind()
    // One `*` may come after the plain types, and one `**` at the end.
    const rank = token === kind.STAR ? 1 : token === kind.DOUBLESTAR ? 2 : 0
    if (rank < stars || (rank > 0 && rank === stars)) p.fail()
    stars = rank
    if (rank > 0) p.pos++
    types.push(parseExpression(p))
    if (p.kind() === kind.RPAR) break
    p.expect(kind.COMMA)
    if (p.kind() === kind.RPAR) p.fail()
  }
  p.expect(kind.RPAR)
  p.expect(kind.RARROW)
  const returns = parseExpression(p)
  while (p.accept(kind.NEWLINE));
  p.expect(kind.ENDMARKER)
  return new FunctionType(types, returns)
}
