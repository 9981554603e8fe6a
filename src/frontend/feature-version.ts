/**
 * Refuses what an older version of the language does not have: `ast.parse(…, feature_version=(3, 7))`. As CHECK_VERSION in Parser/pegen.h.
 *
 * CPython looks as it reads each construct; here the finished tree is walked, and of what is too new the part that ends first is the error, shown
 * at the token behind it, which is about as far as CPython has read.
 */
import { errorAtLast } from './error-position.ts'
import { type Arguments, type Expr, type Mod, type Node, nodeTable } from './generated/ast.ts'
import type { Parser } from './parser.ts'
import type { SourceError } from './source-error.ts'
import { LPAR, NUMBER, RPAR, RSQB, SLASH } from './token-kinds.ts'

/** Nodes that are a feature of 3.`version`, and how the message begins. */
const features: Readonly<Record<string, readonly [version: number, what: string]>> = {
  AsyncFunctionDef: [5, 'Async functions are'],
  AsyncFor: [5, 'Async for loops are'],
  AsyncWith: [5, 'Async with statements are'],
  Await: [5, 'Await expressions are'],
  AnnAssign: [6, 'Variable annotation syntax is'],
  NamedExpr: [8, 'Assignment expressions are'],
  Match: [10, 'Pattern matching is'],
  TryStar: [11, 'Exception groups are'],
  TypeAlias: [12, 'Type statement is'],
}

interface Place {
  readonly end_lineno: number
  readonly end_col_offset: number
}

export function checkFeatures(p: Parser, tree: Mod, version: number): void {
  const { tokens } = p
  let first = tokens.count
  let error: SourceError | null = null

  function demand(since: number, what: string, token: number): void {
    if (version >= since || token >= first) return
    first = token
    const message = `${what} only supported in Python 3.${since} and greater`
    error = errorAtLast(tokens, token, 'SyntaxError', message, token)
  }

  function behind({ end_lineno, end_col_offset }: Place): number {
    let token = 0
    while (token < tokens.count - 1 && isBefore(token, end_lineno, end_col_offset)) token++
    return token
  }

  const isBefore = (token: number, line: number, col: number): boolean =>
    p.cols[token]! < 0 || p.lines[token]! < line || (p.lines[token] === line && p.cols[token]! < col)

  function next(kind: number, from: number): number {
    let token = from
    while (p.kinds[token] !== kind) token++
    return token
  }

  function behindParameters({
    posonlyargs,
    args,
    vararg,
    kwonlyargs,
    kwarg,
    defaults,
    kw_defaults,
  }: Arguments): number {
    const parts = [...posonlyargs, ...args, vararg, ...kwonlyargs, kwarg, ...defaults, ...kw_defaults]
    const slash = next(SLASH, behind(posonlyargs[0]!))
    return Math.max(slash + 1, ...parts.map(part => (part === null ? 0 : behind(part))))
  }

  /** The comma of a tuple without parentheses stands in none. */
  function hasParentheses(types: Expr): boolean {
    let depth = 0
    const end = behind(types) - 1
    for (let token = behind({ end_lineno: types.lineno, end_col_offset: types.col_offset }); token < end; token++) {
      if (p.kinds[token] === LPAR) depth++
      if (p.kinds[token] === RPAR) depth--
      if (depth === 0) return false
    }
    return true
  }

  function visit(node: Node): void {
    for (const [name] of nodeTable[node.node]!.fields) {
      const value = (node as unknown as Readonly<Record<string, unknown>>)[name]
      for (const each of Array.isArray(value) ? value : [value])
        if (each !== null && typeof each === 'object' && 'node' in each) visit(each as Node)
    }
    const feature = features[node.node]
    if (feature !== undefined) demand(...feature, behind(node as unknown as Place))
    if ('type_params' in node && node.type_params.length > 0)
      demand(12, 'Type parameter lists are', next(RSQB, behind(node.type_params.at(-1)!)))
    if ('default_value' in node && node.default_value !== null) demand(13, 'Type parameter defaults are', behind(node))
    if ('op' in node && node.op === 'MatMult')
      demand(5, "The '@' operator is", behind(node.node === 'AugAssign' ? node.target : node))
    if (node.node === 'comprehension' && node.is_async !== 0)
      demand(6, 'Async comprehensions are', behind(node.ifs.at(-1) ?? node.iter))
    if (node.node === 'arguments' && node.posonlyargs.length > 0)
      demand(8, 'Positional-only parameters are', behindParameters(node))
    if (node.node === 'TemplateStr') demand(14, 't-strings are', behind(node) - 1)
    if (node.node === 'ExceptHandler' && node.type?.node === 'Tuple' && !hasParentheses(node.type))
      demand(14, 'except expressions without parentheses are', behind(node))
  }

  for (let token = 0; token < tokens.count && version < 6; token++)
    if (p.kinds[token] === NUMBER && p.text(token).includes('_'))
      demand(6, 'Underscores in numeric literals are', token)
  visit(tree)
  if (error !== null) throw error
}
