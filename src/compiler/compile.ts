/** The compiler's entry: from a syntax tree, or source, to a code object. */
import { isStackOverflow } from '../base/stack-overflow.ts'
import type { Mod } from '../frontend/generated/ast.ts'
import { type ParseMode, type ParseOptions, parse } from '../frontend/parse.ts'
import { SourceError, type WarnFunction } from '../frontend/source-error.ts'
import { CO_FUTURE_ANNOTATIONS, CO_FUTURE_BARRY_AS_BDFL, type Code } from './code.ts'
import { compileModule } from './codegen/bodies.ts'
import { Compiler, type Optimization } from './codegen/compiler.ts'
import { visitExpression } from './codegen/expressions.ts'
import { findFutureFeatures } from './future.ts'
import { Location, locationOf } from './instruction.ts'
import { preprocess } from './preprocess.ts'
import { buildSymbolTable, type SymbolTable } from './symbols/symbol-table.ts'

export interface CompileOptions {
  /** As -O and -OO. */
  readonly optimize?: Optimization
  /** CO_FUTURE_… bits in force before the source asks for any. */
  readonly flags?: number
  /** `await` outside functions, as in `python -m asyncio`. */
  readonly allowTopLevelAwait?: boolean
  readonly warn?: WarnFunction
}

export type CompileMode = Exclude<ParseMode, 'func_type'>

/** Changes the tree: it must not be used for anything else afterwards. */
export function compile(tree: Mod, filename: string, options: CompileOptions = {}): Code {
  return withBoundedDepth(filename, () => {
    const optimization = options.optimize ?? 0
    const warn = options.warn ?? ignore
    const future = findFutureFeatures(tree, filename)
    const futureFlags = future.flags | (options.flags ?? 0)
    const annotationsAreStrings = (futureFlags & CO_FUTURE_ANNOTATIONS) !== 0
    preprocess(tree, { optimization, annotationsAreStrings, warn })
    const table = buildSymbolTable(tree, {
      filename,
      annotationsAreStrings,
      allowsTopLevelAwait: options.allowTopLevelAwait ?? false,
      lastFutureImport: future.lastImport,
    })
    const isInteractive = tree.node === 'Interactive'
    const compiler = new Compiler(table, { filename, optimization, futureFlags, isInteractive, warn })
    compiler.enterUnit('module', table.scopeOf(tree), '<module>', 1)
    compiler.emitResume()
    switch (tree.node) {
      case 'Module':
      case 'Interactive': {
        const first = tree.body[0]
        compileModule(compiler, tree.body, first === undefined ? new Location(1, 1, 0, 0) : locationOf(first))
        return compiler.finishUnit('returns None')
      }
      case 'Expression':
        visitExpression(compiler, tree.body)
        return compiler.finishUnit('returns the top')
      case 'FunctionType':
        throw new Error('function types are not compiled')
    }
  })
}

export function compileSource(
  source: string | Uint8Array,
  filename: string,
  mode: CompileMode,
  options: CompileOptions & ParseOptions = {},
): Code {
  const barryAsFlufl = ((options.flags ?? 0) & CO_FUTURE_BARRY_AS_BDFL) !== 0
  const tree = withBoundedDepth(filename, () => parse(source, filename, mode, { barryAsFlufl, ...options }))
  return compile(tree, filename, options)
}

/** The symbol table alone, for the `symtable` module and for `--dump=symbols`. */
export function symbolTableOf(tree: Mod, filename: string, options: CompileOptions = {}): SymbolTable {
  return withBoundedDepth(filename, () => {
    const future = findFutureFeatures(tree, filename)
    return buildSymbolTable(tree, {
      filename,
      annotationsAreStrings: ((future.flags | (options.flags ?? 0)) & CO_FUTURE_ANNOTATIONS) !== 0,
      allowsTopLevelAwait: options.allowTopLevelAwait ?? false,
      lastFutureImport: future.lastImport,
    })
  })
}

function ignore(): void {}

/** Expressions nested too deep for the host's stack are an error of Python's. */
function withBoundedDepth<T>(filename: string, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    if (!isStackOverflow(thrown)) throw thrown
    throw new SourceError('RecursionError', 'maximum recursion depth exceeded during compilation', filename, null)
  }
}
