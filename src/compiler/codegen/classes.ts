/** Class statements: the body is a function that fills the namespace, and `__build_class__` is called with it. */
import { TupleConstant } from '../../base/constant.ts'
import type { ClassDef } from '../../frontend/generated/ast.ts'
import type { Code } from '../code.ts'
import { opcodes } from '../generated/opcodes.ts'
import { Location, locationOf, NO_LOCATION } from '../instruction.ts'
import { compileBody } from './bodies.ts'
import { compileCallArguments } from './calls.ts'
import type { Compiler } from './compiler.ts'
import { visitExpressions } from './expressions.ts'
import { applyDecorators, firstLineOf, makeClosure } from './functions.ts'
import { emitNameOperation } from './names.ts'
import { INTRINSIC_SUBSCRIPT_GENERIC } from './operators.ts'
import { compileTypeParameters, enterTypeParameters } from './type-parameters.ts'
import { byCodePoint, indexOf, NO_ARGUMENTS } from './unit.ts'

const o = opcodes

export function compileClass(c: Compiler, s: ClassDef): void {
  const { name, type_params: typeParameters } = s
  visitExpressions(c, s.decorator_list)
  const firstlineno = firstLineOf(s)
  const location = locationOf(s)
  const isGeneric = typeParameters.length > 0
  if (isGeneric) {
    enterTypeParameters(c, typeParameters, name, firstlineno, NO_ARGUMENTS, name)
    compileTypeParameters(c, typeParameters)
    emitNameOperation(c, '.type_params', 'Store', location)
  }
  const code = compileClassBody(c, s, firstlineno)
  c.emit(o.LOAD_BUILD_CLASS, location)
  c.emit(o.PUSH_NULL, location)
  makeClosure(c, code, 0, location)
  c.loadConstant(name, location)
  if (isGeneric) {
    emitNameOperation(c, '.type_params', 'Load', location)
    c.emitArg(o.CALL_INTRINSIC_1, INTRINSIC_SUBSCRIPT_GENERIC, location)
    emitNameOperation(c, '.generic_base', 'Store', location)
    compileCallArguments(c, 2, s.bases, '.generic_base', s.keywords, location)
    makeClosure(c, c.finishUnit('returns the top'), 0, location)
    c.emit(o.PUSH_NULL, location)
    c.emitArg(o.CALL, 0, location)
  } else {
    compileCallArguments(c, 2, s.bases, null, s.keywords, location)
  }
  applyDecorators(c, s.decorator_list)
  emitNameOperation(c, name, 'Store', location)
}

function compileClassBody(c: Compiler, s: ClassDef, firstlineno: number): Code {
  const scope = c.table.scopeOf(s)
  c.enterUnit('class', scope, s.name, firstlineno, NO_ARGUMENTS, s.name)
  c.emitResume()
  const location = new Location(firstlineno, firstlineno, 0, 0)
  emitNameOperation(c, '__name__', 'Load', location)
  emitNameOperation(c, '__module__', 'Store', location)
  c.loadConstant(c.unit.qualname, location)
  emitNameOperation(c, '__qualname__', 'Store', location)
  c.loadConstant(firstlineno, location)
  emitNameOperation(c, '__firstlineno__', 'Store', location)
  if (s.type_params.length > 0) {
    emitNameOperation(c, '.type_params', 'Load', location)
    emitNameOperation(c, '__type_params__', 'Store', location)
  }
  if (scope.needsClassDict) {
    c.emit(o.LOAD_LOCALS, location)
    c.emitArg(o.STORE_DEREF, indexOf(c.unit.cellvars, '__classdict__'), location)
  }
  if (scope.hasConditionalAnnotations) {
    c.emitArg(o.BUILD_SET, 0, location)
    c.emitArg(o.STORE_DEREF, indexOf(c.unit.cellvars, '__conditional_annotations__'), location)
  }
  compileBody(c, s.body, location)
  c.loadConstant(new TupleConstant([...c.unit.staticAttributes].sort(byCodePoint)), NO_LOCATION)
  emitNameOperation(c, '__static_attributes__', 'Store', NO_LOCATION)
  publishCells(c)
  c.emit(o.RETURN_VALUE, NO_LOCATION)
  return c.finishUnit('returns None')
}

/** The metaclass gets the cells to fill from the namespace, and the class cell is returned too. */
function publishCells(c: Compiler): void {
  const { scope, cellvars } = c.unit
  if (scope.needsClassDict) {
    c.emitArg(o.LOAD_CLOSURE, cellvars.get('__classdict__')!, NO_LOCATION)
    emitNameOperation(c, '__classdictcell__', 'Store', NO_LOCATION)
  }
  if (scope.needsClassClosure) {
    c.emitArg(o.LOAD_CLOSURE, cellvars.get('__class__')!, NO_LOCATION)
    c.emitArg(o.COPY, 1, NO_LOCATION)
    emitNameOperation(c, '__classcell__', 'Store', NO_LOCATION)
  } else {
    c.loadConstant(null, NO_LOCATION)
  }
}
