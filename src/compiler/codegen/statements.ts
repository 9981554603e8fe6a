/** Statements: the dispatch, and those that are short. */
import type { Assert, Assign, Expr, Raise, Stmt } from '../../frontend/generated/ast.ts'
import { TupleConstant } from '../../base/constant.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Location, locationOf, NO_LOCATION } from '../instruction.ts'
import { compileAnnotatedAssignment, compileAugmentedAssignment } from './assignments.ts'
import { compileClass } from './classes.ts'
import type { Compiler } from './compiler.ts'
import { jumpIf } from './conditions.ts'
import { visitExpression, visitExpressions } from './expressions.ts'
import { compileFunction } from './functions.ts'
import { compileFromImport, compileImport } from './imports.ts'
import { compileBreak, compileContinue, compileReturn } from './jumps.ts'
import { compileAsyncFor, compileFor, compileIf, compileWhile } from './loops.ts'
import { compileMatch } from './match.ts'
import { CONSTANT_ASSERTION_ERROR, INTRINSIC_PRINT } from './operators.ts'
import { compileTry } from './try.ts'
import { compileTryStar } from './try-star.ts'
import { compileTypeAlias } from './type-parameters.ts'
import { compileAsyncWith, compileWith } from './with.ts'

const o = opcodes

export function visitStatements(c: Compiler, statements: readonly Stmt[], start = 0): void {
  for (let i = start; i < statements.length; i++) visitStatement(c, statements[i]!)
}

export function visitStatement(c: Compiler, s: Stmt): void {
  switch (s.node) {
    case 'Expr':
      compileExpressionStatement(c, s.value, locationOf(s))
      break
    case 'Assign':
      compileAssign(c, s)
      break
    case 'Return':
      compileReturn(c, s)
      break
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      compileFunction(c, s)
      break
    case 'ClassDef':
      compileClass(c, s)
      break
    case 'AugAssign':
      compileAugmentedAssignment(c, s)
      break
    case 'AnnAssign':
      compileAnnotatedAssignment(c, s)
      break
    case 'Delete':
      visitExpressions(c, s.targets)
      break
    case 'Raise':
      compileRaise(c, s)
      break
    case 'Assert':
      compileAssert(c, s)
      break
    case 'Import':
      compileImport(c, s)
      break
    case 'ImportFrom':
      compileFromImport(c, s)
      break
    case 'TypeAlias':
      compileTypeAlias(c, s)
      break
    case 'Pass':
      c.emit(o.NOP, locationOf(s))
      break
    case 'Break':
      compileBreak(c, locationOf(s))
      break
    case 'Continue':
      compileContinue(c, locationOf(s))
      break
    case 'Global':
    case 'Nonlocal':
      break
    default:
      // Annotations in these are conditional.
      c.unit.conditionalBlocks++
      visitCompound(c, s)
      c.unit.conditionalBlocks--
  }
}

const compound = {
  If: compileIf,
  For: compileFor,
  AsyncFor: compileAsyncFor,
  While: compileWhile,
  With: compileWith,
  AsyncWith: compileAsyncWith,
  Match: compileMatch,
  Try: compileTry,
  TryStar: compileTryStar,
}

type Compound = Extract<Stmt, { node: keyof typeof compound }>

function visitCompound(c: Compiler, s: Compound): void {
  const compile: (c: Compiler, s: never) => void = compound[s.node]
  compile(c, s as never)
}

function compileExpressionStatement(c: Compiler, value: Expr, location: Location): void {
  if (c.options.isInteractive && c.outer.length === 0) {
    visitExpression(c, value)
    c.emitArg(o.CALL_INTRINSIC_1, INTRINSIC_PRINT, location)
    c.emit(o.POP_TOP, NO_LOCATION)
    return
  }
  if (value.node === 'Constant') {
    c.emit(o.NOP, location)
    return
  }
  visitExpression(c, value)
  c.emit(o.POP_TOP, NO_LOCATION)
}

function compileAssign(c: Compiler, s: Assign): void {
  visitExpression(c, s.value)
  const last = s.targets.length - 1
  for (let i = 0; i <= last; i++) {
    if (i < last) c.emitArg(o.COPY, 1, locationOf(s))
    visitExpression(c, s.targets[i]!)
  }
}

function compileRaise(c: Compiler, s: Raise): void {
  let operands = 0
  if (s.exc !== null) {
    visitExpression(c, s.exc)
    operands++
    if (s.cause !== null) {
      visitExpression(c, s.cause)
      operands++
    }
  }
  c.emitArg(o.RAISE_VARARGS, operands, locationOf(s))
}

function compileAssert(c: Compiler, s: Assert): void {
  const { test } = s
  const location = locationOf(s)
  const isTuple =
    (test.node === 'Tuple' && test.elts.length > 0) ||
    (test.node === 'Constant' && test.value instanceof TupleConstant && test.value.items.length > 0)
  if (isTuple) c.warn('assertion is always true, perhaps remove parentheses?', location)
  if (c.options.optimization > 0) return
  const end = c.newLabel()
  jumpIf(c, test, end, true)
  c.emitArg(o.LOAD_COMMON_CONSTANT, CONSTANT_ASSERTION_ERROR, location)
  if (s.msg !== null) {
    visitExpression(c, s.msg)
    c.emitArg(o.CALL, 0, location)
  }
  c.emitArg(o.RAISE_VARARGS, 1, locationOf(test))
  c.place(end)
}
