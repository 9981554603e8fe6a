/** `compile()`: from source to a code object; errors become SyntaxError as Python sees it. */
import { compileSource, type CompileMode } from '../compiler/compile.ts'
import type { Optimization } from '../compiler/codegen/compiler.ts'
import { SourceError } from '../frontend/source-error.ts'
import { decodeBytes } from '../builtins/codecs.ts'
import { digitLimit } from '../builtins/int-digit-limit.ts'
import { PyBytes } from '../objects/bytes.ts'
import { makeException, type PyBaseException, raised } from '../objects/exception.ts'
import {
  incompleteInputErrorType,
  indentationErrorType,
  lookupErrorType,
  memoryErrorType,
  recursionErrorType,
  syntaxErrorType,
  syntaxWarningType,
  tabErrorType,
  valueErrorType,
} from '../objects/exception-types.ts'
import type { PyCode } from '../objects/frame.ts'
import { hooks, type CompileRequest } from '../objects/hooks.ts'
import { strOf, textOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { codeObject } from './prepare.ts'

const errorTypes: Readonly<Record<string, PyType>> = {
  SyntaxError: syntaxErrorType,
  IndentationError: indentationErrorType,
  TabError: tabErrorType,
  _IncompleteInputError: incompleteInputErrorType,
  MemoryError: memoryErrorType,
  RecursionError: recursionErrorType,
  ValueError: valueErrorType,
}

/** The Python exception for an error of the front end or the compiler. */
export function exceptionOfSourceError(error: SourceError, source?: string | Uint8Array): PyBaseException {
  const type = errorTypes[error.type] ?? syntaxErrorType
  if (!type.isSubtypeOf(syntaxErrorType)) return makeException(type, error.message)
  const { filename, lineno, offset, text, end_lineno, end_offset } = error
  const where: Value[] = [strOf(filename), lineno, offset, text === null ? null : strOf(text), end_lineno, end_offset]
  const exception = makeException(type, strOf(error.message), new PyTuple(where))
  type.init!(exception, [...exception.args.items], null)
  if (source !== undefined) exception.setField('_metadata', metadataOf(error, source))
  return exception
}

/** What a traceback needs to look for a misspelt keyword: the last valid compound statement, and the source. */
function metadataOf({ lastCompound }: SourceError, source: string | Uint8Array): PyTuple {
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source)
  return new PyTuple([
    lastCompound?.lineno ?? 0,
    lastCompound?.col_offset ?? 0,
    strOf(text.endsWith('\n') ? text : `${text}\n`),
  ])
}

/** What `flags` may have beside the bits of `__future__` features: PyCF_…, as in Include/cpython/compile.h. */
const futureFeatures = 0x1fe0000
const dontImplyDedent = 0x200
const typeComments = 0x1000
const allowTopLevelAwait = 0x2000
const allowIncompleteInput = 0x4000

/** Reads source that says it is in an encoding of Python's; null if there is no such encoding. */
export function decodeSourceBytes(bytes: Uint8Array, encoding: string): string | null {
  try {
    return textOf(decodeBytes(bytes, encoding, 'strict', new PyBytes(bytes)))
  } catch (thrown) {
    if (raised(thrown).type.isSubtypeOf(lookupErrorType)) return null
    throw thrown
  }
}

/** The code object of a source text, by the hook that `compile()` uses. Raises SyntaxError and its like. */
export function compileText(
  source: string | Uint8Array,
  filename: string,
  mode: CompileMode,
  optimize: Optimization,
  flags = 0,
): PyCode {
  return hooks.compileSource({ source, filename, mode, optimize, flags, featureVersion: -1 }) as PyCode
}

/** Without the module `_ast`: no syntax trees, and warnings do not know their place. */
function compileWithoutTrees(
  source: string | Uint8Array,
  filename: string,
  mode: CompileMode,
  optimize: Optimization,
  flags: number,
): PyCode {
  try {
    const code = compileSource(source, filename, mode, {
      optimize,
      flags: flags & futureFeatures,
      allowIncomplete: (flags & allowIncompleteInput) !== 0,
      keepBlocksOpen: (flags & dontImplyDedent) !== 0,
      typeComments: (flags & typeComments) !== 0,
      allowTopLevelAwait: (flags & allowTopLevelAwait) !== 0,
      maxIntDigits: vm.state(digitLimit).digits,
      decode: decodeSourceBytes,
      warn: (_category, message) => hooks.warn(syntaxWarningType, message, 1),
    })
    return codeObject(code)
  } catch (thrown) {
    if (thrown instanceof SourceError) throw exceptionOfSourceError(thrown, source)
    throw thrown
  }
}

hooks.compileSource = (request: CompileRequest) => {
  const { source, filename, mode, optimize, flags } = request
  if (typeof source !== 'string' && !(source instanceof Uint8Array)) throw new Error('compiling a syntax tree')
  if (mode === 'func_type') throw new Error('func_type is for syntax trees')
  return compileWithoutTrees(source, filename, mode, Math.max(optimize, 0) as Optimization, flags)
}
