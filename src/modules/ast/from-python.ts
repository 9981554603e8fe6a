/** Objects of module ast as a syntax tree for the compiler. As the obj2ast functions of Python/Python-ast.c. */
import * as nodes from '../../frontend/generated/ast.ts'
import {
  type ConstantValue,
  enumerationTable,
  type FieldRow,
  type Mod,
  type Node,
  nodeTable,
} from '../../frontend/generated/ast.ts'
import {
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  FrozensetConstant,
  PointsConstant,
  TupleConstant,
} from '../../base/constant.ts'
import { isInstance } from '../../builtins/type-check.ts'
import { findAttribute } from '../../objects/attribute.ts'
import * as builtinTypes from '../../objects/builtin-types.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { PyBytes } from '../../objects/bytes.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { PyList } from '../../objects/list.ts'
import { asInt, Ellipsis, type PyComplex } from '../../objects/number.ts'
import type { PyFrozenset } from '../../objects/set.ts'
import { asStr, PyWideStr, textOf } from '../../objects/str.ts'
import { reprText } from '../../objects/text.ts'
import type { PyTuple } from '../../objects/tuple.ts'
import { typeName } from '../../objects/type.ts'
import { PyFloat, type Value } from '../../objects/value.ts'
import { nodeTypes, type NodeTypes } from './node-types.ts'
import { validate } from './validate.ts'

/** Classes of the tree whose names differ from Python's. */
const renamed: Readonly<Record<string, string>> = {
  Expr: 'ExprStmt',
  withitem: 'WithItem',
  match_case: 'MatchCase',
  arguments: 'Arguments',
  arg: 'Arg',
  keyword: 'Keyword',
  alias: 'Alias',
  comprehension: 'Comprehension',
}

const locatedTypes = new Set(
  Object.values(nodeTable)
    .filter(row => row.located)
    .map(row => row.type),
)

type NodeClass = new (...fields: unknown[]) => Node
const classes = nodes as unknown as Readonly<Record<string, NodeClass>>

const modeTypes = { exec: 'Module', eval: 'Expression', single: 'Interactive', func_type: 'FunctionType' } as const

export function checkMode(object: Value, mode: keyof typeof modeTypes): Value {
  const wanted = modeTypes[mode]
  if (!isInstance(object, nodeTypes().get(wanted)))
    raiseTypeError(`expected ${wanted} node, got ${typeOf(object).name}`)
  return object
}

/** The tree of a module, expression or interactive statement, checked. */
export function treeFrom(object: Value, mode: keyof typeof modeTypes): Mod {
  const tree = convert(nodeTypes(), checkMode(object, mode), 'mod') as Mod
  validate(tree)
  return tree
}

function convert(types: NodeTypes, object: Value, expected: string): Node {
  // Positions are read before anything else, so that the first thing missing is the outermost.
  const positions = locatedTypes.has(expected) ? positionsOf(object, expected) : []
  const found = typeOf(object).mro.find(
    type => Object.hasOwn(nodeTable, type.name) && types.types.get(type.name) === type,
  )
  if (found === undefined || nodeTable[found.name]!.type !== expected)
    raiseTypeError(`expected some sort of ${expected}, but got ${reprText(object)}`)
  const name = found.name
  const row = nodeTable[name]!
  const fields = row.fields.map(field => convertField(types, object, name, field))
  return new classes[renamed[name] ?? name]!(...fields, ...positions)
}

function positionsOf(object: Value, type: string): number[] {
  const lineno = positionOf(object, 'lineno', type)
  const column = positionOf(object, 'col_offset', type)
  const end = optionalPosition(object, 'end_lineno') ?? lineno
  return [lineno, column, end, optionalPosition(object, 'end_col_offset') ?? column]
}

function positionOf(object: Value, name: string, type: string): number {
  const value = findAttribute(object, name)
  if (value === undefined) raiseTypeError(`required field "${name}" missing from ${type}`)
  return intOf(value)
}

function optionalPosition(object: Value, name: string): number | undefined {
  const value = findAttribute(object, name)
  return value === undefined || value === null ? undefined : intOf(value)
}

function intOf(value: Value): number {
  const int = asInt(value)
  if (int === undefined) raise(valueErrorType, `invalid integer value: ${reprText(value)}`)
  return Number(int)
}

function convertField(types: NodeTypes, object: Value, owner: string, [name, type, how]: FieldRow): unknown {
  const value = findAttribute(object, name)
  if (how === 'sequence' || how === 'sequence of optional') {
    if (value === undefined) return []
    if (!(value instanceof PyList))
      raiseTypeError(`${owner} field "${name}" must be a list, not a ${typeName(typeOf(value))}`)
    return value.toArray().map(item => {
      if (item === null && how === 'sequence of optional') return null
      if (item === null && (type === 'expr' || type === 'stmt'))
        raise(valueErrorType, `None disallowed in ${type === 'expr' ? 'expression' : 'statement'} list`)
      return convertValue(types, item, type)
    })
  }
  if (value === undefined && type === 'expr_context') return 'Load'
  if (value === undefined && how === 'one') raiseTypeError(`required field "${name}" missing from ${owner}`)
  if (value === undefined || (value === null && type !== 'constant')) {
    if (how === 'one') raise(valueErrorType, `field '${name}' is required for ${owner}`)
    return null
  }
  return convertValue(types, value, type)
}

function convertValue(types: NodeTypes, value: Value, type: string): unknown {
  switch (type) {
    case 'identifier':
      return textField(value, 'identifier')
    case 'string':
      return textField(value, 'string')
    case 'int':
      return intOf(value)
    case 'constant':
      return constantOf(value)
  }
  if (!Object.hasOwn(enumerationTable, type)) return convert(types, value, type)
  const found = enumerationTable[type]!.find(name => isInstance(value, types.get(name)))
  return found ?? raiseTypeError(`expected some sort of ${type}, but got ${reprText(value)}`)
}

function textField(value: Value, kind: 'identifier' | 'string'): string {
  if (kind === 'string' && value instanceof PyBytes) return new TextDecoder().decode(value.bytes)
  const text = asStr(value)
  if (text === undefined)
    raiseTypeError(kind === 'identifier' ? 'AST identifier must be of type str' : 'AST string must be of type str')
  return textOf(text)
}

/** Only values that a literal, or folding of literals, can give. */
function constantOf(value: Value): ConstantValue {
  if (value === null || typeof value !== 'object') return value
  if (value instanceof PyFloat) return new FloatConstant(value.value)
  if (value === Ellipsis) return EllipsisConstant.instance
  if (value instanceof PyWideStr) return value.isAmbiguous ? new PointsConstant(value.points) : value.text
  switch (value.type) {
    case builtinTypes.complexType:
      return new ComplexConstant((value as PyComplex).real, (value as PyComplex).imag)
    case builtinTypes.bytesType:
      return (value as PyBytes).bytes
    case builtinTypes.tupleType:
      return new TupleConstant((value as PyTuple).items.map(constantOf))
    case builtinTypes.frozensetType: {
      const keys = (value as PyFrozenset).keys.filter((key): key is Value => key !== undefined)
      return new FrozensetConstant(keys.map(constantOf))
    }
  }
  raiseTypeError(`got an invalid type in Constant: ${typeName(typeOf(value))}`)
}
