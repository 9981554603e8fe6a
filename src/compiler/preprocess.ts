/**
 * The first walk over the syntax tree, which changes it a little: `__debug__` becomes a constant, `'…%s…' % (…)` an
 * f-string, numbers in patterns are folded, and with -OO docstrings go. It also warns about `return`, `break` and
 * `continue` that would leave a `finally` and so drop an exception (PEP 765).
 */
import { type ExceptHandler, type Expr, JoinedStr, type Mod, Pass, type Stmt } from '../frontend/generated/ast.ts'
import type { WarnFunction } from '../frontend/source-error.ts'
import { docstringOf } from './docstring.ts'
import { ExpressionFolder } from './fold-expressions.ts'

export interface PreprocessOptions {
  readonly optimization: 0 | 1 | 2
  readonly annotationsAreStrings: boolean
  readonly warn: WarnFunction
}

export function preprocess(module: Mod, options: PreprocessOptions): void {
  const preprocessor = new Preprocessor(options)
  switch (module.node) {
    case 'Module':
      preprocessor.body(module.body)
      break
    case 'Interactive':
      preprocessor.statements(module.body)
      break
    case 'Expression':
      module.body = preprocessor.folder.fold(module.body)
      break
  }
}

/** What a jump may be in that decides whether it leaves a `finally`. */
type Surroundings = 'finally' | 'function' | 'loop' | 'none'

class Preprocessor {
  readonly folder: ExpressionFolder
  readonly #options: PreprocessOptions
  #surroundings: Surroundings = 'none'

  constructor(options: PreprocessOptions) {
    this.#options = options
    this.folder = new ExpressionFolder(options)
  }

  statements(statements: Stmt[]): void {
    for (let i = 0; i < statements.length; i++) this.#statement(statements[i]!)
  }

  /** A body that may have a docstring. */
  body(body: Stmt[]): void {
    let hasDocstring = docstringOf(body) !== null
    if (hasDocstring && this.#options.optimization >= 2) {
      removeDocstring(body)
      hasDocstring = false
    }
    this.statements(body)
    const first = body[0]
    if (!hasDocstring && docstringOf(body) !== null && first!.node === 'Expr') {
      // It only looks like a docstring now; as an f-string it does not.
      first!.value = new JoinedStr(
        [first!.value],
        first!.lineno,
        first!.col_offset,
        first!.end_lineno,
        first!.end_col_offset,
      )
    }
  }

  #within(surroundings: Surroundings, visit: () => void): void {
    const outer = this.#surroundings
    this.#surroundings = surroundings
    visit()
    this.#surroundings = outer
  }

  #optional(e: Expr | null): Expr | null {
    return e === null ? null : this.folder.fold(e)
  }

  #statement(s: Stmt): void {
    const { folder } = this
    switch (s.node) {
      case 'Expr':
        s.value = folder.fold(s.value)
        break
      case 'Assign':
        folder.foldAll(s.targets)
        s.value = folder.fold(s.value)
        break
      case 'Return':
        this.#checkJump(s, 'return')
        s.value = this.#optional(s.value)
        break
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        folder.foldTypeParameters(s.type_params)
        folder.foldArguments(s.args)
        this.#within('function', () => this.body(s.body))
        folder.foldAll(s.decorator_list)
        if (!this.#options.annotationsAreStrings) s.returns = this.#optional(s.returns)
        break
      case 'ClassDef':
        folder.foldTypeParameters(s.type_params)
        folder.foldAll(s.bases)
        folder.foldKeywords(s.keywords)
        this.body(s.body)
        folder.foldAll(s.decorator_list)
        break
      case 'TypeAlias':
        folder.foldTypeParameters(s.type_params)
        s.value = folder.fold(s.value)
        break
      case 'Delete':
        folder.foldAll(s.targets)
        break
      case 'AugAssign':
        s.target = folder.fold(s.target)
        s.value = folder.fold(s.value)
        break
      case 'AnnAssign':
        s.target = folder.fold(s.target)
        if (!this.#options.annotationsAreStrings) s.annotation = folder.fold(s.annotation)
        s.value = this.#optional(s.value)
        break
      case 'Raise':
        s.exc = this.#optional(s.exc)
        s.cause = this.#optional(s.cause)
        break
      case 'Assert':
        s.test = folder.fold(s.test)
        s.msg = this.#optional(s.msg)
        break
      case 'Break':
        this.#checkJump(s, 'break')
        break
      case 'Continue':
        this.#checkJump(s, 'continue')
        break
      case 'Import':
      case 'ImportFrom':
      case 'Global':
      case 'Nonlocal':
      case 'Pass':
        break
      default:
        this.#compound(s)
    }
  }

  #compound(
    s: Extract<
      Stmt,
      { node: 'If' | 'For' | 'AsyncFor' | 'While' | 'With' | 'AsyncWith' | 'Match' | 'Try' | 'TryStar' }
    >,
  ): void {
    const { folder } = this
    switch (s.node) {
      case 'If':
        for (let current = s; ; ) {
          current.test = folder.fold(current.test)
          this.statements(current.body)
          const only = current.orelse[0]
          if (current.orelse.length !== 1 || only!.node !== 'If') {
            this.statements(current.orelse)
            break
          }
          current = only!
        }
        break
      case 'For':
      case 'AsyncFor':
        s.target = folder.fold(s.target)
        s.iter = folder.fold(s.iter)
        this.#within('loop', () => this.statements(s.body))
        this.statements(s.orelse)
        break
      case 'While':
        s.test = folder.fold(s.test)
        this.#within('loop', () => this.statements(s.body))
        this.statements(s.orelse)
        break
      case 'With':
      case 'AsyncWith':
        for (const item of s.items) {
          item.context_expr = folder.fold(item.context_expr)
          item.optional_vars = this.#optional(item.optional_vars)
        }
        this.statements(s.body)
        break
      case 'Match':
        s.subject = folder.fold(s.subject)
        for (const matchCase of s.cases) {
          folder.foldPattern(matchCase.pattern)
          matchCase.guard = this.#optional(matchCase.guard)
          this.statements(matchCase.body)
        }
        break
      case 'Try':
      case 'TryStar':
        this.statements(s.body)
        for (const handler of s.handlers) this.#handler(handler)
        this.statements(s.orelse)
        this.#within('finally', () => this.statements(s.finalbody))
        break
    }
  }

  #handler(handler: ExceptHandler): void {
    handler.type = this.#optional(handler.type)
    this.statements(handler.body)
  }

  #checkJump(s: Stmt, word: string): void {
    if (this.#surroundings !== 'finally') return
    const { lineno, col_offset, end_lineno, end_col_offset } = s
    const message = `'${word}' in a 'finally' block`
    this.#options.warn('SyntaxWarning', message, lineno, col_offset + 1, end_lineno, end_col_offset + 1)
  }
}

function removeDocstring(body: Stmt[]): void {
  if (body.length > 1) {
    body.shift()
    return
  }
  const { lineno, col_offset } = body[0]!
  body[0] = new Pass(lineno, col_offset, lineno, col_offset + 4)
}
