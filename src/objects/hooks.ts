/**
 * Where control must flow upward: the few things that objects need from the layers above. The layer that can do them fills
 * them in when it is loaded. ARCHITECTURE.md lists them all.
 */
import type { PyDict } from './dict.ts'
import type { PyBaseException } from './exception.ts'
import type { Frame, PyCell, PyCode, PyFunction } from './frame.ts'
import type { PyGenerator } from './generator.ts'
import type { Builtin } from './signature.ts'
import type { KeywordNames } from './slots.ts'
import type { PyType } from './type.ts'
import type { PyObject, Value } from './value.ts'

const unset = (): never => {
  throw new Error('a hook was called before its layer was loaded')
}

export type CompileMode = 'exec' | 'eval' | 'single' | 'func_type'

/** What `compile()` was asked for. */
export interface CompileRequest {
  /** Text, encoded text, or a syntax tree (an instance of ast.AST). */
  readonly source: string | Uint8Array | PyObject
  readonly filename: string
  readonly mode: CompileMode
  /** PyCF_* and CO_FUTURE_* bits, those of the calling code included. */
  readonly flags: number
  /** −1 for the interpreter's own. */
  readonly optimize: number
  readonly featureVersion: number
}

export const hooks = {
  /** Calls a Python function (interpreter). */
  callFunction: unset as (func: PyFunction, args: Value[], keywords: KeywordNames) => Value,
  /**
   * Sends a value into a generator, or, given `thrown`, raises it there; the value yielded, or undefined with `ended.value`. Given `take` the generator
   * goes on at once as long as that answers true for what it yields (interpreter).
   */
  resume: unset as (
    generator: PyGenerator,
    sent: Value,
    thrown: PyBaseException | undefined,
    take?: (value: Value) => boolean,
  ) => Value | undefined,
  /** A code object, or with PyCF_ONLY_AST a syntax tree (interpreter). */
  compileSource: unset as (request: CompileRequest) => Value,
  /** Is it an instance of ast.AST? (modules) */
  isSyntaxTree: (() => false) as (value: PyObject) => boolean,
  /** Runs a code object in namespaces, as eval and exec do (interpreter). */
  runCode: unset as (code: PyCode, globals: PyDict, locals: Value, closure: readonly PyCell[] | null) => Value,
  /** Runs a class body in its namespace; answers what it returns, the `__class__` cell or None (interpreter). */
  runClassBody: unset as (body: PyFunction, namespace: Value) => Value,
  /** The bytes of a code object as they are now, with specialized instructions and their caches (interpreter). */
  adaptiveCode: ((code: PyCode) => code.code.code) as (code: PyCode) => Uint8Array,
  /** A variable of a frame was written from outside (jit). */
  localWritten: (() => undefined) as (frame: Frame) => void,
  /** What `locals()` answers in a frame (interpreter). */
  frameLocals: unset as (frame: Frame) => Value,
  /** `__import__(name, globals, locals, fromlist, level)` (modules). */
  importName: unset as (name: string, globals: Value, locals: Value, fromlist: Value, level: number) => Value,
  /** Imports a module by its absolute name and answers it, not its top package (modules). */
  importModule: unset as (name: string) => Value,
  /** Looks whether a limit is reached or an interrupt is due, which it then raises (interpreter/breaker.ts). */
  checkBreaker: (() => {}) as () => void,
  /** Does the work of a builtin while the dispatch function is not on JavaScript's stack, if it was called so that this can be (interpreter). */
  stepAside: ((_builtin, work) => work()) as (builtin: Builtin, work: () => Value) => Value,
  /** Issues a warning of the category, as PyErr_WarnEx (modules). */
  warn: unset as (category: PyType, message: string, stacklevel: number) => void,
  /** Reports an exception that nobody can catch, as PyErr_FormatUnraisable: in a finalizer or a callback of the engine (modules). */
  unraisable: unset as (exception: PyBaseException, message: string | null, object: Value) => void,
}
