/** Statements: what they define in the current scope, and the scopes that they open. */
import type {
  Alias,
  AnnAssign,
  AsyncFunctionDef,
  ClassDef,
  ExceptHandler,
  FunctionDef,
  Global,
  If,
  ImportFrom,
  Nonlocal,
  Stmt,
  TypeAlias,
  WithItem,
} from '../../frontend/generated/ast.ts'
import { docstringOf } from '../docstring.ts'
import { locationOf } from '../instruction.ts'
import type { SymbolBuilder } from './builder.ts'
import * as s from './scope.ts'
import {
  enterTypeParameters,
  visitAnnotation,
  visitFunctionAnnotations,
  visitTypeParameter,
} from './visit-annotations.ts'
import { checkKeywords, visitArguments, visitExpression, visitExpressions, visitOptional } from './visit-expressions.ts'
import { visitMatchCase } from './visit-patterns.ts'

export function visitStatements(b: SymbolBuilder, statements: readonly Stmt[]): void {
  for (let i = 0; i < statements.length; i++) visitStatement(b, statements[i]!)
}

export function visitStatement(b: SymbolBuilder, statement: Stmt): void {
  switch (statement.node) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      visitFunction(b, statement)
      break
    case 'ClassDef':
      visitClass(b, statement)
      break
    case 'TypeAlias':
      visitTypeAlias(b, statement)
      break
    case 'Return':
      visitOptional(b, statement.value)
      break
    case 'Delete':
      visitExpressions(b, statement.targets)
      break
    case 'Assign':
      visitExpressions(b, statement.targets)
      visitExpression(b, statement.value)
      break
    case 'AnnAssign':
      visitAnnotatedAssignment(b, statement)
      break
    case 'AugAssign':
      visitExpression(b, statement.target)
      visitExpression(b, statement.value)
      break
    case 'Raise':
      visitOptional(b, statement.exc)
      visitOptional(b, statement.cause)
      break
    case 'Assert':
      visitExpression(b, statement.test)
      visitOptional(b, statement.msg)
      break
    case 'Import':
      for (const alias of statement.names) visitAlias(b, alias)
      break
    case 'ImportFrom':
      for (const alias of statement.names) visitAlias(b, alias)
      checkFutureImport(b, statement)
      break
    case 'Global':
      visitDirective(b, statement, s.DEF_GLOBAL, 'global')
      break
    case 'Nonlocal':
      visitDirective(b, statement, s.DEF_NONLOCAL, 'nonlocal')
      break
    case 'Expr':
      visitExpression(b, statement.value)
      break
    case 'Pass':
    case 'Break':
    case 'Continue':
      break
    default:
      visitCompound(b, statement)
  }
}

type Simple =
  | 'FunctionDef'
  | 'AsyncFunctionDef'
  | 'ClassDef'
  | 'TypeAlias'
  | 'Return'
  | 'Delete'
  | 'Assign'
  | 'AnnAssign'
  | 'AugAssign'
  | 'Raise'
  | 'Assert'
  | 'Import'
  | 'ImportFrom'
  | 'Global'
  | 'Nonlocal'
  | 'Expr'
  | 'Pass'
  | 'Break'
  | 'Continue'
type Compound = Exclude<Stmt, { node: Simple }>

/** Statements whose bodies may not run, or not only once: annotations in them are conditional. */
function visitCompound(b: SymbolBuilder, statement: Compound): void {
  switch (statement.node) {
    case 'For':
      visitExpression(b, statement.target)
      visitExpression(b, statement.iter)
      break
    case 'AsyncFor':
      requireCoroutine(b, statement, "'async for' outside async function")
      visitExpression(b, statement.target)
      visitExpression(b, statement.iter)
      break
    case 'While':
      visitExpression(b, statement.test)
      break
    case 'AsyncWith':
      requireCoroutine(b, statement, "'async with' outside async function")
      break
    case 'Match':
      visitExpression(b, statement.subject)
      break
  }
  const scope = b.current
  const wasConditional = scope.inConditionalBlock
  if (statement.node === 'If') visitExpression(b, statement.test)
  scope.inConditionalBlock = true
  visitBodies(b, statement)
  scope.inConditionalBlock = wasConditional
}

function visitBodies(b: SymbolBuilder, statement: Compound): void {
  switch (statement.node) {
    case 'If':
      visitIfBodies(b, statement)
      break
    case 'For':
    case 'AsyncFor':
    case 'While':
      visitStatements(b, statement.body)
      visitStatements(b, statement.orelse)
      break
    case 'With':
    case 'AsyncWith':
      for (const item of statement.items) visitWithItem(b, item)
      visitStatements(b, statement.body)
      break
    case 'Match':
      for (const matchCase of statement.cases) visitMatchCase(b, matchCase)
      break
    case 'Try':
    case 'TryStar':
      visitStatements(b, statement.body)
      for (const handler of statement.handlers) visitHandler(b, handler)
      visitStatements(b, statement.orelse)
      visitStatements(b, statement.finalbody)
      break
  }
}

/** A chain of `elif`s is as deep as it is long, so it is walked in a loop. */
function visitIfBodies(b: SymbolBuilder, statement: If): void {
  for (;;) {
    visitStatements(b, statement.body)
    const { orelse } = statement
    const only = orelse[0]
    if (orelse.length !== 1 || only!.node !== 'If') {
      visitStatements(b, orelse)
      return
    }
    visitExpression(b, only!.test)
    statement = only!
  }
}

function requireCoroutine(b: SymbolBuilder, statement: Stmt, message: string): void {
  if (b.allowsTopLevelAwaitHere) b.current.isCoroutine = true
  if (!b.current.isCoroutine) throw b.error(message, locationOf(statement))
}

function visitFunction(b: SymbolBuilder, statement: FunctionDef | AsyncFunctionDef): void {
  const { args, type_params: typeParameters } = statement
  const location = locationOf(statement)
  b.define(statement.name, s.DEF_LOCAL, location)
  visitExpressions(b, args.defaults)
  for (const value of args.kw_defaults) visitOptional(b, value)
  visitExpressions(b, statement.decorator_list)
  const isGeneric = typeParameters.length > 0
  if (isGeneric) {
    enterTypeParameters(b, statement.name, typeParameters, location)
    // Even if there are none: CPython asks whether there is a list of them, and there always is.
    b.define('.defaults', s.DEF_PARAM, location)
    if (args.kw_defaults.some(value => value !== null)) b.define('.kwdefaults', s.DEF_PARAM, location)
    for (const parameter of typeParameters) visitTypeParameter(b, parameter)
  }
  const scope = b.newScope('function', statement.name, location)
  b.scopes.set(statement, scope)
  scope.hasDocstring = docstringOf(statement.body) !== null
  visitFunctionAnnotations(b, args, statement.returns, location)
  b.enter(scope)
  if (statement.node === 'AsyncFunctionDef') scope.isCoroutine = true
  visitArguments(b, args)
  visitStatements(b, statement.body)
  b.exit()
  if (isGeneric) b.exit()
}

function visitClass(b: SymbolBuilder, statement: ClassDef): void {
  const { name, type_params: typeParameters } = statement
  const location = locationOf(statement)
  b.define(name, s.DEF_LOCAL, location)
  visitExpressions(b, statement.decorator_list)
  const outerClass = b.className
  const isGeneric = typeParameters.length > 0
  if (isGeneric) {
    enterTypeParameters(b, name, typeParameters, location)
    for (const hidden of ['.type_params', '.generic_base']) {
      b.define(hidden, s.DEF_LOCAL, location)
      b.define(hidden, s.USE, location)
    }
    b.className = name
    b.current.mangledNames = new Set()
    for (const parameter of typeParameters) visitTypeParameter(b, parameter)
  }
  visitExpressions(b, statement.bases)
  checkKeywords(b, statement.keywords)
  for (const keyword of statement.keywords) visitExpression(b, keyword.value)
  const scope = b.enterNew('class', name, location)
  b.scopes.set(statement, scope)
  b.className = name
  if (isGeneric) {
    b.define('__type_params__', s.DEF_LOCAL, location)
    b.define('.type_params', s.USE, location)
  }
  scope.hasDocstring = docstringOf(statement.body) !== null
  visitStatements(b, statement.body)
  b.exit()
  if (isGeneric) b.exit()
  b.className = outerClass
}

function visitTypeAlias(b: SymbolBuilder, statement: TypeAlias): void {
  visitExpression(b, statement.name)
  const name = statement.name.node === 'Name' ? statement.name.id : ''
  const location = locationOf(statement)
  const isInClass = b.current.type === 'class'
  const isGeneric = statement.type_params.length > 0
  if (isGeneric) {
    enterTypeParameters(b, name, statement.type_params, location)
    for (const parameter of statement.type_params) visitTypeParameter(b, parameter)
  }
  const scope = b.enterNew('type alias', name, location)
  b.scopes.set(statement, scope)
  scope.canSeeClassScope = isInClass
  if (isInClass) b.define('__classdict__', s.USE, locationOf(statement.value))
  visitExpression(b, statement.value)
  b.exit()
  if (isGeneric) b.exit()
}

function visitAnnotatedAssignment(b: SymbolBuilder, statement: AnnAssign): void {
  const scope = b.current
  const { target } = statement
  scope.hasAnnotations = true
  if (target.node === 'Name') {
    const symbol = b.lookup(target.id)
    if (symbol & (s.DEF_GLOBAL | s.DEF_NONLOCAL) && scope !== b.top && statement.simple) {
      const word = symbol & s.DEF_GLOBAL ? 'global' : 'nonlocal'
      throw b.error(`annotated name '${target.id}' can't be ${word}`, locationOf(statement))
    }
    if (statement.simple) b.define(target.id, s.DEF_ANNOT | s.DEF_LOCAL, locationOf(target))
    else if (statement.value !== null) b.define(target.id, s.DEF_LOCAL, locationOf(target))
  } else {
    visitExpression(b, target)
  }
  visitAnnotation(b, statement.annotation)
  visitOptional(b, statement.value)
}

function visitDirective(b: SymbolBuilder, statement: Global | Nonlocal, flag: number, word: string): void {
  const location = locationOf(statement)
  for (const name of statement.names) {
    const symbol = b.lookup(name)
    if (symbol & s.DEF_PARAM) throw b.error(`name '${name}' is parameter and ${word}`, location)
    if (symbol & s.USE) throw b.error(`name '${name}' is used prior to ${word} declaration`, location)
    if (symbol & s.DEF_ANNOT) throw b.error(`annotated name '${name}' can't be ${word}`, location)
    if (symbol & s.DEF_LOCAL) throw b.error(`name '${name}' is assigned to before ${word} declaration`, location)
    b.define(name, flag, location)
    b.noteDirective(name, location)
  }
}

function visitHandler(b: SymbolBuilder, handler: ExceptHandler): void {
  visitOptional(b, handler.type)
  if (handler.name !== null) b.define(handler.name, s.DEF_LOCAL, locationOf(handler))
  visitStatements(b, handler.body)
}

function visitWithItem(b: SymbolBuilder, item: WithItem): void {
  visitExpression(b, item.context_expr)
  visitOptional(b, item.optional_vars)
}

function visitAlias(b: SymbolBuilder, alias: Alias): void {
  if (alias.name === '*') {
    if (b.current.type !== 'module') throw b.error('import * only allowed at module level', locationOf(alias))
    return
  }
  const name = alias.asname ?? alias.name
  const dot = name.indexOf('.')
  b.define(dot < 0 ? name : name.slice(0, dot), s.DEF_IMPORT, locationOf(alias))
}

function checkFutureImport(b: SymbolBuilder, statement: ImportFrom): void {
  if (statement.module !== '__future__' || statement.level !== 0) return
  const last = b.options.lastFutureImport
  const isLate =
    statement.lineno > last.lineno || (statement.lineno === last.endLineno && statement.col_offset > last.endColOffset)
  if (isLate) {
    throw b.error('from __future__ imports must occur at the beginning of the file', locationOf(statement))
  }
}
