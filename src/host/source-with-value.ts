/** Code for a text whose last statement, if that is an expression, is what the text is worth. */
import { compile } from '../compiler/compile.ts'
import { parse } from '../frontend/parse.ts'
import { Expression } from '../frontend/generated/ast.ts'
import { SourceError } from '../frontend/source-error.ts'
import { exceptionOfSourceError } from '../interpreter/compiling.ts'
import { codeObject } from '../interpreter/prepare.ts'
import { syntaxWarningType } from '../objects/exception-types.ts'
import type { PyCode } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'

const futureFeatures = 0x1fe0000

export interface SourceCode {
  /** To be run one after the other, in the same namespace. */
  readonly codes: readonly PyCode[]
  /** Is the value of the last one that of the text? */
  readonly hasValue: boolean
}

export function compileWithValue(source: string, filename: string): SourceCode {
  const warn = (_category: unknown, message: string): void => hooks.warn(syntaxWarningType, message, 1)
  try {
    const tree = parse(source, filename, 'exec', { warn })
    const last = tree.node === 'Module' ? tree.body.at(-1) : undefined
    if (tree.node !== 'Module' || last?.node !== 'Expr')
      return { codes: [codeObject(compile(tree, filename, { warn }))], hasValue: false }
    tree.body.pop()
    const expression = new Expression(last.value)
    if (tree.body.length === 0) return { codes: [codeObject(compile(expression, filename, { warn }))], hasValue: true }
    const statements = compile(tree, filename, { warn })
    const value = compile(expression, filename, { warn, flags: statements.flags & futureFeatures })
    return { codes: [codeObject(statements), codeObject(value)], hasValue: true }
  } catch (thrown) {
    if (thrown instanceof SourceError) throw exceptionOfSourceError(thrown, source)
    throw thrown
  }
}
