/**
 * Parameters of functions and of lambdas.
 *
 * The order is fixed: positional-only before `/`, then those without and with defaults, then `*`, keyword-only, and
 * `**`. A default, once given, must be given to every positional parameter that follows.
 */

import { parseExpression, parseStarExpression } from './expressions.ts'
import { Arg, Arguments, type Expr } from './generated/ast.ts'
import type { Parser } from './parser.ts'
import * as kind from './token-kinds.ts'

export const emptyArguments = (): Arguments => new Arguments([], [], null, [], [], null, [])

/** The parameters of a `def`, up to its closing parenthesis. */
export function parseParameters(p: Parser): Arguments {
  return new ParameterReader(p, kind.RPAR).read()
}

/** The parameters of a `lambda`, up to its colon. */
export function parseLambdaParameters(p: Parser): Arguments {
  return new ParameterReader(p, kind.COLON).read()
}

class ParameterReader {
  readonly p: Parser
  /** The token after the last parameter; it also tells whether there can be annotations. */
  readonly close: number
  readonly result: Arguments
  /** Positional parameters so far: they become positional-only when a `/` follows. */
  positional: Arg[]
  sawSlash: boolean

  constructor(p: Parser, close: number) {
    this.p = p
    this.close = close
    this.result = emptyArguments()
    this.positional = []
    this.sawSlash = false
  }

  read(): Arguments {
    const { p, close, result } = this
    while (p.kind() !== close) {
      const token = p.kind()
      if (token === kind.STAR || token === kind.DOUBLESTAR) {
        this.readStars()
        break
      }
      if (token === kind.SLASH) this.readSlash()
      else this.readPositional()
    }
    result.args = this.positional
    return result
  }

  private readSlash(): void {
    const { p } = this
    if (this.sawSlash || this.positional.length === 0) p.fail()
    p.pos++
    this.sawSlash = true
    this.result.posonlyargs = this.positional
    this.positional = []
    this.endParameter(null)
  }

  private readPositional(): void {
    const { p, result } = this
    const arg = this.readArg(false)
    const value = this.readDefault()
    if (value !== null) result.defaults.push(value)
    else if (result.defaults.length > 0) p.fail()
    this.positional.push(arg)
    this.endParameter(arg)
  }

  /** From `*` or `**` on. */
  private readStars(): void {
    const { p, result, close } = this
    if (p.accept(kind.STAR)) {
      if (p.kind() === kind.COMMA) {
        p.pos++
        if (p.kind() !== kind.NAME) p.fail()
      } else {
        result.vararg = this.readArg(true)
        this.endParameter(result.vararg)
      }
      while (p.kind() === kind.NAME) {
        const arg = this.readArg(false)
        result.kwonlyargs.push(arg)
        result.kw_defaults.push(this.readDefault())
        this.endParameter(arg)
      }
    }
    if (p.accept(kind.DOUBLESTAR)) {
      result.kwarg = this.readArg(false)
      this.endParameter(result.kwarg)
    }
    if (p.kind() !== close) p.fail()
  }

  private readArg(isVararg: boolean): Arg {
    const { p, close } = this
    const start = p.pos
    p.expect(kind.NAME)
    let annotation: Expr | null = null
    if (close === kind.RPAR && p.accept(kind.COLON)) annotation = isVararg ? parseStarExpression(p) : parseExpression(p)
    const end = p.pos - 1
    return new Arg(p.name(start), annotation, null, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
  }

  private readDefault(): Expr | null {
    return this.p.accept(kind.EQUAL) ? parseExpression(this.p) : null
  }

  /** A comma or the end; in a `def`, a type comment may follow either. */
  private endParameter(arg: Arg | null): void {
    const { p } = this
    const comma = p.accept(kind.COMMA)
    if (p.kind() === kind.TYPE_COMMENT && arg !== null) arg.type_comment = p.text(p.pos++)
    if (!comma && p.kind() !== this.close) p.fail()
  }
}
