/**
 * Annotations are evaluated when they are asked for (PEP 649): a function, class or module with annotations gets a
 * function `__annotate__(format)` that returns them as a dict. With `from __future__ import annotations` they are
 * strings instead, and annotations of variables go into `__annotations__` at once.
 */
import type { Arg, Arguments, Expr } from '../../frontend/generated/ast.ts'
import { Code } from '../code.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Location, locationOf } from '../instruction.ts'
import { mangle } from '../symbols/mangle.ts'
import type { Scope } from '../symbols/scope.ts'
import { unparse } from '../unparse.ts'
import type { Compiler } from './compiler.ts'
import { visitExpression } from './expressions.ts'
import { makeClosure } from './functions.ts'
import { emitNameOperation } from './names.ts'
import { CONSTANT_NOT_IMPLEMENTED_ERROR, emitCompare, FUNCTION_ANNOTATE } from './operators.ts'
import { type DeferredAnnotation, indexOf } from './unit.ts'

const o = opcodes
const FORMAT_VALUE_WITH_FAKE_GLOBALS = 2

/** Starts a function of one parameter, the format, that refuses formats it does not know. */
export function enterAnnotationUnit(c: Compiler, scope: Scope, name: string, location: Location): void {
  c.enterUnit('annotations', scope, name, location.lineno, { args: 0, posonlyargs: 1, kwonlyargs: 0 })
  c.emitResume()
  c.emitArg(o.LOAD_FAST, 0, location)
  c.loadConstant(FORMAT_VALUE_WITH_FAKE_GLOBALS, location)
  emitCompare(c, 'Gt', location)
  const body = c.newLabel()
  c.emitJump(o.POP_JUMP_IF_FALSE, body, location)
  c.emitArg(o.LOAD_COMMON_CONSTANT, CONSTANT_NOT_IMPLEMENTED_ERROR, location)
  c.emitArg(o.RAISE_VARARGS, 1, location)
  c.place(body)
}

/** Returns the top; leaves the function on the stack of the unit around. */
function leaveAnnotationUnit(c: Compiler, location: Location): void {
  c.emit(o.RETURN_VALUE, location)
  const code = c.finishUnit('returns None')
  // Inside, the parameter has a name that no annotation can use; outside it is seen as `format`.
  const [, ...others] = code.localsplusnames
  makeClosure(c, new Code({ ...code, localsplusnames: ['format', ...others] }), 0, location)
}

/** Returns the flag to make the function with, or 0 if there are no annotations. */
export function compileFunctionAnnotations(
  c: Compiler,
  args: Arguments,
  returns: Expr | null,
  location: Location,
): number {
  const scope = c.table.scopeOf(args)
  if (!scope.hasAnnotations) return 0
  enterAnnotationUnit(c, scope, scope.name, location)
  let count = 0
  const compile = (name: string, annotation: Expr | null | undefined) => {
    if (annotation == null) return
    compileParameterAnnotation(c, name, annotation, location)
    count++
  }
  const compileAll = (parameters: readonly Arg[]) => {
    for (const { arg, annotation } of parameters) compile(arg, annotation)
  }
  compileAll(args.args)
  compileAll(args.posonlyargs)
  if (args.vararg !== null) compileAll([args.vararg])
  compileAll(args.kwonlyargs)
  if (args.kwarg !== null) compileAll([args.kwarg])
  compile('return', returns)
  c.emitArg(o.BUILD_MAP, count, location)
  leaveAnnotationUnit(c, location)
  return FUNCTION_ANNOTATE
}

function compileParameterAnnotation(c: Compiler, name: string, annotation: Expr, location: Location): void {
  c.loadConstant(c.mangled(name), location)
  if (c.annotationsAreStrings) loadAsString(c, annotation)
  else if (annotation.node === 'Starred') {
    // *args: *Ts
    visitExpression(c, annotation.value)
    c.emitArg(o.UNPACK_SEQUENCE, 1, location)
  } else visitExpression(c, annotation)
}

export function loadAsString(c: Compiler, annotation: Expr): void {
  c.loadConstant(unparse(annotation), locationOf(annotation))
}

/** `__annotate__` of a module or class, from the annotations of variables seen in its body. */
export function compileDeferredAnnotations(c: Compiler, location: Location): void {
  const { unit } = c
  const deferred = unit.deferredAnnotations
  if (deferred.length === 0) return
  const scope = unit.scope.annotationScope!
  const mainSequence = unit.type === 'module' ? c.redirectToAnnotationSetup() : null
  enterAnnotationUnit(c, scope, scope.name, location)
  c.emitArg(o.BUILD_MAP, 0, location)
  for (const annotation of deferred) compileDeferred(c, annotation, unit.type === 'class', location)
  leaveAnnotationUnit(c, location)
  emitNameOperation(c, unit.type === 'class' ? '__annotate_func__' : '__annotate__', 'Store', location)
  if (mainSequence !== null) c.endAnnotationSetup(mainSequence)
}

/** An annotation in a conditional block counts if its number was put into a set when it was passed. */
function compileDeferred(c: Compiler, deferred: DeferredAnnotation, isClass: boolean, location: Location): void {
  const { statement, index } = deferred
  const at = locationOf(statement)
  const notSet = c.newLabel()
  if (index >= 0) {
    c.loadConstant(index, at)
    if (isClass) c.emitArg(o.LOAD_DEREF, indexOf(c.unit.freevars, '__conditional_annotations__'), at)
    else c.emitArg(o.LOAD_GLOBAL, indexOf(c.unit.names, '__conditional_annotations__') << 1, at)
    c.emitArg(o.CONTAINS_OP, 0, at)
    c.emitJump(o.POP_JUMP_IF_FALSE, notSet, at)
  }
  visitExpression(c, statement.annotation)
  c.emitArg(o.COPY, 2, at)
  const name = statement.target.node === 'Name' ? statement.target.id : ''
  c.loadConstant(mangle(c.unit.className, name), at)
  c.emit(o.STORE_SUBSCR, location)
  c.place(notSet)
}
