/**
 * What the parser guarantees of a tree and a program that makes one by hand need not have kept: bodies that are not empty, names that
 * are stored to where something is assigned. As Python/ast.c.
 */
import { type Arg, type Arguments, type Mod, type Node, nodeTable, type Stmt } from '../../frontend/generated/ast.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { validateName, validatePattern } from './validate-patterns.ts'

const fail = (message: string): never => raise(valueErrorType, message)

/** Fields that hold targets: nodes there are stored to or deleted, all other expressions are loaded. */
const storedFields: Readonly<Record<string, readonly string[]>> = {
  Assign: ['targets'],
  AugAssign: ['target'],
  AnnAssign: ['target'],
  For: ['target'],
  AsyncFor: ['target'],
  NamedExpr: ['target'],
  comprehension: ['target'],
  withitem: ['optional_vars'],
  TypeAlias: ['name'],
}

/** Lists that must have something in them. */
const fullFields: Readonly<Record<string, readonly string[]>> = {
  FunctionDef: ['body'],
  AsyncFunctionDef: ['body'],
  ClassDef: ['body'],
  Delete: ['targets'],
  Assign: ['targets'],
  For: ['body'],
  AsyncFor: ['body'],
  While: ['body'],
  If: ['body'],
  With: ['items', 'body'],
  AsyncWith: ['items', 'body'],
  Match: ['cases'],
  Try: ['body'],
  TryStar: ['body'],
  ExceptHandler: ['body'],
  Import: ['names'],
  ImportFrom: ['names'],
  Global: ['names'],
  Nonlocal: ['names'],
}

/** Parts that are looked at in another order than that of the fields. */
const orders: Readonly<Record<string, readonly string[]>> = {
  ListComp: ['generators', 'elt'],
  SetComp: ['generators', 'elt'],
  GeneratorExp: ['generators', 'elt'],
  DictComp: ['generators', 'key', 'value'],
  arguments: ['posonlyargs', 'args', 'vararg', 'kwonlyargs', 'kwarg', 'defaults', 'kw_defaults'],
}

type Context = 'Load' | 'Store' | 'Del'

export function validate(tree: Mod): void {
  visit(tree, 'Load')
}

function visit(node: Node, context: Context): void {
  const fields = node as unknown as Readonly<Record<string, unknown>>
  checkPositions(node)
  checkNameTarget(node)
  checkContext(node, context)
  for (const name of fullFields[node.node] ?? [])
    if ((fields[name] as unknown[]).length === 0) fail(`empty ${name} on ${node.node}`)
  checkNode(node)
  for (const name of orders[node.node] ?? nodeTable[node.node]!.fields.map(([name]) => name)) {
    if (name === 'defaults') checkDefaults(node as Arguments)
    const inner = contextOf(node, name, context)
    const value = name === 'vararg' || name === 'kwarg' ? (fields[name] as Arg | null)?.annotation : fields[name]
    if (Array.isArray(value)) for (const item of value) visitValue(item, inner)
    else visitValue(value, inner)
  }
}

function visitValue(value: unknown, context: Context): void {
  if (typeof value === 'object' && value !== null && 'node' in value) visit(value as Node, context)
}

function contextOf(node: Node, field: string, context: Context): Context {
  if (storedFields[node.node]?.includes(field) === true) return 'Store'
  if (node.node === 'Delete') return 'Del'
  const isTargetList = node.node === 'Tuple' || node.node === 'List' || node.node === 'Starred'
  return isTargetList && context !== 'Load' ? context : 'Load'
}

function checkContext(node: Node, context: Context): void {
  if ('ctx' in node) {
    if (node.ctx !== context) fail(`expression must have ${context} context but has ${node.ctx} instead`)
  } else if (context !== 'Load' && nodeTable[node.node]!.type === 'expr')
    fail(`expression which can't be ${context === 'Store' ? 'assigned to' : 'deleted'} in ${context} context`)
}

function checkPositions(node: Node): void {
  if (!('lineno' in node) || node.node === 'alias' || node.node === 'keyword') return
  const { lineno, col_offset, end_lineno, end_col_offset } = node as Stmt
  const lines = `line range (${lineno}, ${end_lineno})`
  if (lineno > end_lineno) fail(`AST node ${lines} is not valid`)
  if ((lineno < 0 && end_lineno !== lineno) || (col_offset < 0 && col_offset !== end_col_offset))
    fail(`AST node column range (${col_offset}, ${end_col_offset}) for ${lines} is not valid`)
  if (lineno === end_lineno && col_offset > end_col_offset)
    fail(`line ${lineno}, column ${col_offset}-${end_col_offset} is not a valid range`)
}

/** Where the grammar has a name, CPython says so before it looks at contexts. */
function checkNameTarget(node: Node): void {
  if (node.node === 'NamedExpr' && node.target.node !== 'Name') raiseTypeError('NamedExpr target must be a Name')
  if (node.node === 'TypeAlias' && node.name.node !== 'Name') raiseTypeError('TypeAlias with non-Name name')
  if (node.node === 'AnnAssign' && node.simple !== 0 && node.target.node !== 'Name')
    raiseTypeError('AnnAssign with simple non-Name target')
}

function checkNode(node: Node): void {
  switch (node.node) {
    case 'Name':
      validateName(node.id)
      break
    case 'match_case':
      validatePattern(node.pattern)
      break
    case 'BoolOp':
      if (node.values.length < 2) fail('BoolOp with less than 2 values')
      break
    case 'Compare':
      if (node.comparators.length === 0) fail('Compare has no comparators')
      if (node.comparators.length !== node.ops.length)
        fail('Compare has a different number of comparators and operands')
      break
    case 'Dict':
      if (node.keys.length !== node.values.length) fail("Dict doesn't have the same number of keys as values")
      break
    case 'Try':
    case 'TryStar':
      if (node.handlers.length === 0 && node.finalbody.length === 0)
        fail(`${node.node} has neither except handlers nor finalbody`)
      if (node.handlers.length === 0 && node.orelse.length > 0) fail(`${node.node} has orelse but no except handlers`)
      break
    case 'Raise':
      if (node.exc === null && node.cause !== null) fail('Raise with cause but no exception')
      break
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      if (node.generators.length === 0) fail('comprehension with no generators')
      break
    case 'ImportFrom':
      if ((node.level ?? 0) < 0) fail('Negative ImportFrom level')
      break
    case 'TypeVar':
    case 'ParamSpec':
    case 'TypeVarTuple':
      validateName(node.name)
      break
  }
}

function checkDefaults({ posonlyargs, args, defaults, kwonlyargs, kw_defaults }: Arguments): void {
  if (defaults.length > posonlyargs.length + args.length) fail('more positional defaults than args on arguments')
  if (kw_defaults.length !== kwonlyargs.length) fail('length of kwonlyargs is not the same as kw_defaults on arguments')
}
