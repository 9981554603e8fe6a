/** Functions and lambdas: defaults, annotations, the code object and the closure around it. */
import type { Arguments, AsyncFunctionDef, Expr, FunctionDef, Lambda } from '../../frontend/generated/ast.ts'
import { type Code, freevars } from '../code.ts'
import { cleanDocstring, docstringOf } from '../docstring.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Label, type Location, locationOf, NO_LABEL, NO_LOCATION } from '../instruction.ts'
import { compileFunctionAnnotations } from './annotations.ts'
import type { Compiler } from './compiler.ts'
import { visitExpression, visitExpressions } from './expressions.ts'
import { emitNameOperation, isCellHere } from './names.ts'
import * as op from './operators.ts'
import { visitStatements } from './statements.ts'
import { compileTypeParameters, enterTypeParameters } from './type-parameters.ts'
import type { ArgumentCounts } from './unit.ts'

const o = opcodes
type FunctionNode = FunctionDef | AsyncFunctionDef

const attributesInOrder = [op.FUNCTION_CLOSURE, op.FUNCTION_ANNOTATE, op.FUNCTION_KWDEFAULTS, op.FUNCTION_DEFAULTS]

/** `flags` says what lies on the stack for the function to take, beside its closure. */
export function makeClosure(c: Compiler, code: Code, flags: number, location: Location): void {
  const free = freevars(code)
  if (free.length > 0) {
    for (const name of free) {
      const cells = isCellHere(c, name) ? c.unit.cellvars : c.unit.freevars
      c.emitArg(o.LOAD_CLOSURE, cells.get(name)!, location)
    }
    flags |= op.FUNCTION_CLOSURE
    c.emitArg(o.BUILD_TUPLE, free.length, location)
  }
  c.loadConstant(code, location)
  c.emit(o.MAKE_FUNCTION, location)
  for (const attribute of attributesInOrder) {
    if (flags & attribute) c.emitArg(o.SET_FUNCTION_ATTRIBUTE, attribute, location)
  }
}

export function applyDecorators(c: Compiler, decorators: readonly Expr[]): void {
  for (let i = decorators.length - 1; i >= 0; i--) c.emitArg(o.CALL, 0, locationOf(decorators[i]!))
}

export function firstLineOf(s: { readonly lineno: number; readonly decorator_list: readonly Expr[] }): number {
  return s.decorator_list.length > 0 ? s.decorator_list[0]!.lineno : s.lineno
}

export function compileFunction(c: Compiler, s: FunctionNode): void {
  const { args, name, type_params: typeParameters } = s
  visitExpressions(c, s.decorator_list)
  const firstlineno = firstLineOf(s)
  const location = locationOf(s)
  const isGeneric = typeParameters.length > 0
  let flags = compileDefaults(c, args, location)
  let passed = 0
  if (isGeneric) {
    // Defaults are evaluated outside the scope of the type parameters, and passed in.
    if (flags & op.FUNCTION_DEFAULTS) passed++
    if (flags & op.FUNCTION_KWDEFAULTS) passed++
    if (passed === 2) c.emitArg(o.SWAP, 2, location)
    enterTypeParameters(c, typeParameters, name, firstlineno, { args: passed, posonlyargs: 0, kwonlyargs: 0 })
    compileTypeParameters(c, typeParameters)
    for (let i = 0; i < passed; i++) c.emitArg(o.LOAD_FAST, i, location)
  }
  flags |= compileFunctionAnnotations(c, args, s.returns, location)
  compileBody(c, s, flags, firstlineno)
  if (isGeneric) {
    c.emitArg(o.SWAP, 2, location)
    c.emitArg(o.CALL_INTRINSIC_2, op.INTRINSIC_SET_FUNCTION_TYPE_PARAMS, location)
    makeClosure(c, c.finishUnit('returns the top'), 0, location)
    if (passed > 0) c.emitArg(o.SWAP, passed + 1, location)
    else c.emit(o.PUSH_NULL, location)
    c.emitArg(o.CALL, Math.max(passed - 1, 0), location)
  }
  applyDecorators(c, s.decorator_list)
  emitNameOperation(c, name, 'Store', location)
}

function compileDefaults(c: Compiler, args: Arguments, location: Location): number {
  let flags = 0
  if (args.defaults.length > 0) {
    visitExpressions(c, args.defaults)
    c.emitArg(o.BUILD_TUPLE, args.defaults.length, location)
    flags |= op.FUNCTION_DEFAULTS
  }
  let count = 0
  args.kwonlyargs.forEach((parameter, i) => {
    const value = args.kw_defaults[i]
    if (value == null) return
    count++
    c.loadConstant(c.mangled(parameter.arg), location)
    visitExpression(c, value)
  })
  if (count > 0) {
    c.emitArg(o.BUILD_MAP, count, location)
    flags |= op.FUNCTION_KWDEFAULTS
  }
  return flags
}

function countsOf(args: Arguments): ArgumentCounts {
  return { args: args.args.length, posonlyargs: args.posonlyargs.length, kwonlyargs: args.kwonlyargs.length }
}

function compileBody(c: Compiler, s: FunctionNode, flags: number, firstlineno: number): void {
  const scope = c.table.scopeOf(s)
  const type = s.node === 'FunctionDef' ? 'function' : 'async function'
  c.enterUnit(type, scope, s.name, firstlineno, countsOf(s.args))
  const docstring = scope.hasDocstring ? docstringOf(s.body) : null
  if (docstring !== null) c.unit.constants.add(cleanDocstring(docstring))
  const bodyStart = docstring === null ? 0 : 1
  const suspends = scope.isCoroutine || scope.isGenerator
  if (suspends) {
    const handler = beginStopIterationHandler(c)
    c.emitResume()
    c.pushFrameBlock({ type: 'stop iteration', start: NO_LABEL, exit: NO_LABEL, location: NO_LOCATION })
    visitStatements(c, s.body, bodyStart)
    endStopIterationHandler(c, handler)
    c.popFrameBlock()
  } else {
    c.emitResume()
    visitStatements(c, s.body, bodyStart)
  }
  makeClosure(c, c.finishUnit('returns None'), flags, locationOf(s))
}

/** A StopIteration that escapes from a generator or coroutine becomes a RuntimeError. */
export function beginStopIterationHandler(c: Compiler): Label {
  const handler = c.newLabel()
  c.emitJump(o.SETUP_CLEANUP, handler, NO_LOCATION)
  return handler
}

export function endStopIterationHandler(c: Compiler, handler: Label): void {
  c.loadConstant(null, NO_LOCATION)
  c.emit(o.RETURN_VALUE, NO_LOCATION)
  c.place(handler)
  c.emitArg(o.CALL_INTRINSIC_1, op.INTRINSIC_STOPITERATION_ERROR, NO_LOCATION)
  c.emitArg(o.RERAISE, 1, NO_LOCATION)
}

export function compileLambda(c: Compiler, e: Lambda): void {
  const location = locationOf(e)
  const flags = compileDefaults(c, e.args, location)
  const scope = c.table.scopeOf(e)
  c.enterUnit('lambda', scope, '<lambda>', e.lineno, countsOf(e.args))
  c.emitResume()
  visitExpression(c, e.body)
  if (!scope.isGenerator) c.emit(o.RETURN_VALUE, locationOf(e.body))
  const code = c.finishUnit(scope.isGenerator ? 'returns the top' : 'returns None')
  makeClosure(c, code, flags, location)
}
