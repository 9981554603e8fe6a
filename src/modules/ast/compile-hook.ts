/**
 * `compile()`: source or a syntax tree, to code or to a syntax tree, with every flag that it takes.
 */
import { compile, compileSource } from '../../compiler/compile.ts'
import { CO_FUTURE_ANNOTATIONS, CO_FUTURE_BARRY_AS_BDFL } from '../../compiler/code.ts'
import type { Optimization } from '../../compiler/codegen/compiler.ts'
import { preprocess } from '../../compiler/preprocess.ts'
import type { Mod } from '../../frontend/generated/ast.ts'
import { parse, type ParseOptions } from '../../frontend/parse.ts'
import { ErrorPosition, SourceError, type WarnFunction } from '../../frontend/source-error.ts'
import { decodeSourceBytes, exceptionOfSourceError } from '../../interpreter/compiling.ts'
import { codeObject } from '../../interpreter/prepare.ts'
import { digitLimit } from '../../builtins/int-digit-limit.ts'
import { raised } from '../../objects/exception.ts'
import { deprecationWarningType, syntaxWarningType } from '../../objects/exception-types.ts'
import { hooks, type CompileRequest } from '../../objects/hooks.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import { warnAt } from '../_warnings.ts'
import { configuration } from '../configuration.ts'
import { lineInFile } from '../source-lines.ts'
import { syntaxTrees } from './syntax-trees.ts'

export const PyCF_DONT_IMPLY_DEDENT = 0x200
export const PyCF_ONLY_AST = 0x400
export const PyCF_TYPE_COMMENTS = 0x1000
export const PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
export const PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000
export const PyCF_OPTIMIZED_AST = 0x8000 | PyCF_ONLY_AST

/** Where warnings are errors, a SyntaxWarning becomes a SyntaxError that shows its place (_PyErr_EmitSyntaxWarning). */
const warnFor =
  (filename: string): WarnFunction =>
  (category, message, lineno, column, endLineno, endColumn, text) => {
    const type = category === 'SyntaxWarning' ? syntaxWarningType : deprecationWarningType
    try {
      warnAt(type, message, filename, lineno)
    } catch (thrown) {
      if (!raised(thrown).type.isSubtypeOf(type)) throw thrown
      const line = text ?? lineInFile(filename, lineno)
      const position = new ErrorPosition(lineno, column, line, endLineno, endColumn)
      // What is an error already says nothing of the future.
      const now = message.replace(' Such sequences will not work in the future.', '')
      throw new SourceError('SyntaxError', now, filename, position)
    }
  }

/** Bits of `__future__` features, which code objects have as well; the others have another meaning there. */
const futureFeatures = 0x1fe0000

function parseOptions(flags: number, filename: string): ParseOptions {
  return {
    typeComments: (flags & PyCF_TYPE_COMMENTS) !== 0,
    barryAsFlufl: (flags & CO_FUTURE_BARRY_AS_BDFL) !== 0,
    allowIncomplete: (flags & PyCF_ALLOW_INCOMPLETE_INPUT) !== 0,
    keepBlocksOpen: (flags & PyCF_DONT_IMPLY_DEDENT) !== 0,
    maxIntDigits: vm.state(digitLimit).digits,
    warn: warnFor(filename),
    decode: decodeSourceBytes,
  }
}

/** The tree as the program wants it. */
function treeOf({ filename, flags }: CompileRequest, tree: Mod, optimization: Optimization): Value {
  if ((flags & PyCF_OPTIMIZED_AST) === PyCF_OPTIMIZED_AST) {
    const annotationsAreStrings = (flags & CO_FUTURE_ANNOTATIONS) !== 0
    preprocess(tree, { optimization, annotationsAreStrings, warn: warnFor(filename) })
  }
  return syntaxTrees.toObject(tree)
}

function compileRequest(request: CompileRequest): Value {
  const { source, filename, mode, flags, optimize, featureVersion } = request
  const optimization = (optimize < 0 ? configuration().optimization : optimize) as Optimization
  const options = {
    optimize: optimization,
    flags: flags & futureFeatures,
    allowTopLevelAwait: (flags & PyCF_ALLOW_TOP_LEVEL_AWAIT) !== 0,
    ...parseOptions(flags, filename),
  }
  const isTree = typeof source !== 'string' && !(source instanceof Uint8Array)
  const onlyTree = (flags & PyCF_ONLY_AST) !== 0
  if (isTree) {
    if (onlyTree && (flags & PyCF_OPTIMIZED_AST) === PyCF_ONLY_AST) return syntaxTrees.checked(source, mode)
    const tree = syntaxTrees.fromObject(source, mode)
    return onlyTree ? treeOf(request, tree, optimization) : codeObject(compile(tree, filename, options))
  }
  if (onlyTree) {
    const limited = featureVersion >= 0 ? { ...options, featureVersion } : options
    return treeOf(request, parse(source, filename, mode, limited), optimization)
  }
  if (mode === 'func_type') throw new Error('func_type is for syntax trees')
  return codeObject(compileSource(source, filename, mode, options))
}

/** The compiler proper no longer has the source: its errors show the line of the file (_PyErr_ProgramDecodedTextObject). */
function withText(error: SourceError): SourceError {
  const { type, message, filename, position } = error
  if (position === null || position.text !== null || position.lineno < 1) return error
  const { lineno, offset, end_lineno, end_offset } = position
  const line = lineInFile(filename, lineno)
  return new SourceError(type, message, filename, new ErrorPosition(lineno, offset, line, end_lineno, end_offset))
}

hooks.compileSource = (request: CompileRequest) => {
  try {
    return compileRequest(request)
  } catch (thrown) {
    if (!(thrown instanceof SourceError)) throw thrown
    const { source } = request
    const isText = typeof source === 'string' || source instanceof Uint8Array
    throw exceptionOfSourceError(withText(thrown), isText ? source : undefined)
  }
}
