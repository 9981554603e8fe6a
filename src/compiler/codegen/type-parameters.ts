/** Type parameters and `type` statements (PEP 695, 696). Bounds, defaults and values are functions, called late. */
import { TupleConstant } from '../../base/constant.ts'
import type { Expr, TypeAlias, TypeParam } from '../../frontend/generated/ast.ts'
import { opcodes } from '../generated/opcodes.ts'
import { locationOf } from '../instruction.ts'
import type { Scope } from '../symbols/scope.ts'
import { enterAnnotationUnit } from './annotations.ts'
import type { Compiler } from './compiler.ts'
import { visitExpression } from './expressions.ts'
import { makeClosure } from './functions.ts'
import { emitNameOperation } from './names.ts'
import * as op from './operators.ts'
import { type ArgumentCounts, NO_ARGUMENTS } from './unit.ts'

const o = opcodes
/** The format argument's default: VALUE. */
const FORMAT_DEFAULTS = new TupleConstant([1])

export function enterTypeParameters(
  c: Compiler,
  key: readonly TypeParam[],
  name: string,
  firstlineno: number,
  counts: ArgumentCounts,
  className?: string,
): void {
  const title = `<generic parameters of ${name}>`
  c.enterUnit('annotations', c.table.scopeOf(key), title, firstlineno, counts, className)
  c.emitResume()
}

const makers = {
  TypeVar: op.INTRINSIC_TYPEVAR,
  TypeVarTuple: op.INTRINSIC_TYPEVARTUPLE,
  ParamSpec: op.INTRINSIC_PARAMSPEC,
}

/** Leaves the tuple of the type parameters on the stack. */
export function compileTypeParameters(c: Compiler, parameters: readonly TypeParam[]): void {
  let seenDefault = false
  for (const parameter of parameters) {
    const location = locationOf(parameter)
    const { name, default_value: defaultValue } = parameter
    c.loadConstant(name, location)
    if (parameter.node === 'TypeVar' && parameter.bound !== null) {
      const { bound } = parameter
      compileLate(c, c.table.scopeOf(parameter), name, bound)
      const isTuple = bound.node === 'Tuple'
      const intrinsic = isTuple ? op.INTRINSIC_TYPEVAR_WITH_CONSTRAINTS : op.INTRINSIC_TYPEVAR_WITH_BOUND
      c.emitArg(o.CALL_INTRINSIC_2, intrinsic, location)
    } else {
      c.emitArg(o.CALL_INTRINSIC_1, makers[parameter.node], location)
    }
    if (defaultValue !== null) {
      seenDefault = true
      compileLate(c, c.table.defaultScopeOf(parameter), name, defaultValue)
      c.emitArg(o.CALL_INTRINSIC_2, op.INTRINSIC_SET_TYPEPARAM_DEFAULT, location)
    } else if (seenDefault) {
      throw c.error(`non-default type parameter '${name}' follows default type parameter`, location)
    }
    c.emitArg(o.COPY, 1, location)
    emitNameOperation(c, name, 'Store', location)
  }
  c.emitArg(o.BUILD_TUPLE, parameters.length, locationOf(parameters[0]!))
}

function compileLate(c: Compiler, scope: Scope, name: string, e: Expr): void {
  const location = locationOf(e)
  c.loadConstant(FORMAT_DEFAULTS, location)
  enterAnnotationUnit(c, scope, name, location)
  if (e.node === 'Starred') {
    // Only the default of a TypeVarTuple can be starred.
    visitExpression(c, e.value)
    c.emitArg(o.UNPACK_SEQUENCE, 1, location)
  } else {
    visitExpression(c, e)
  }
  c.emit(o.RETURN_VALUE, location)
  makeClosure(c, c.finishUnit('returns None'), op.FUNCTION_DEFAULTS, location)
}

export function compileTypeAlias(c: Compiler, s: TypeAlias): void {
  const location = locationOf(s)
  const name = s.name.node === 'Name' ? s.name.id : ''
  const isGeneric = s.type_params.length > 0
  if (isGeneric) {
    enterTypeParameters(c, s.type_params, name, location.lineno, NO_ARGUMENTS)
    c.loadConstant(name, location)
    compileTypeParameters(c, s.type_params)
  } else {
    c.loadConstant(name, location)
    c.loadConstant(null, location)
  }
  c.loadConstant(FORMAT_DEFAULTS, location)
  enterAnnotationUnit(c, c.table.scopeOf(s), name, location)
  visitExpression(c, s.value)
  c.emit(o.RETURN_VALUE, location)
  makeClosure(c, c.finishUnit('returns the top'), op.FUNCTION_DEFAULTS, location)
  c.emitArg(o.BUILD_TUPLE, 3, location)
  c.emitArg(o.CALL_INTRINSIC_1, op.INTRINSIC_TYPEALIAS, location)
  if (isGeneric) {
    makeClosure(c, c.finishUnit('returns the top'), 0, location)
    c.emit(o.PUSH_NULL, location)
    c.emitArg(o.CALL, 0, location)
  }
  emitNameOperation(c, name, 'Store', location)
}
