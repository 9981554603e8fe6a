/** The bodies of modules and classes: docstring, statements, and the annotations collected on the way. */
import type { Stmt } from '../../frontend/generated/ast.ts'
import { cleanDocstring, docstringOf } from '../docstring.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Location, locationOf, NO_LOCATION } from '../instruction.ts'
import { compileDeferredAnnotations } from './annotations.ts'
import type { Compiler } from './compiler.ts'
import { emitNameOperation } from './names.ts'
import { visitStatements } from './statements.ts'
import { indexOf } from './unit.ts'

const o = opcodes

export function compileModule(c: Compiler, body: readonly Stmt[], location: Location): void {
  if (c.scope.hasConditionalAnnotations) {
    c.emitArg(o.BUILD_SET, 0, location)
    c.emitArg(o.STORE_NAME, indexOf(c.unit.names, '__conditional_annotations__'), location)
  }
  compileBody(c, body, location)
}

export function compileBody(c: Compiler, body: readonly Stmt[], location: Location): void {
  const { scope } = c
  if (c.annotationsAreStrings && scope.hasAnnotations) c.emit(o.SETUP_ANNOTATIONS, location)
  if (body.length === 0) return
  let start = 0
  const docstring = scope.hasDocstring ? docstringOf(body) : null
  if (docstring !== null) {
    const first = body[0]!
    c.loadConstant(cleanDocstring(docstring), locationOf(first.node === 'Expr' ? first.value : first))
    emitNameOperation(c, '__doc__', 'Store', NO_LOCATION)
    start = 1
  }
  visitStatements(c, body, start)
  if (!c.annotationsAreStrings) compileDeferredAnnotations(c, location)
}
