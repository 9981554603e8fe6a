/** A syntax tree as the objects of module ast. */
import { type Node, nodeTable } from '../../frontend/generated/ast.ts'
import type { CodeConstant } from '../../compiler/code.ts'
import { valueOfConstant } from '../../interpreter/prepare.ts'
import { PyInstance, setAttribute } from '../../objects/instance.ts'
import { PyList } from '../../objects/list.ts'
import type { Value } from '../../objects/value.ts'
import { strOf } from '../../objects/str.ts'
import { nodeTypes, positionNames, type NodeTypes } from './node-types.ts'

type Fields = Readonly<Record<string, unknown>>

export function treeObject(tree: Node): Value {
  return convert(nodeTypes(), tree)
}

function convert(types: NodeTypes, node: Node): Value {
  const name = node.node
  const row = nodeTable[name]!
  const fields = node as unknown as Fields
  const made = new PyInstance(types.get(name))
  for (const [field, type] of row.fields) setAttribute(made, field, convertField(types, fields[field], type))
  if (row.located) for (const position of positionNames) setAttribute(made, position, fields[position] as Value)
  return made
}

function convertField(types: NodeTypes, value: unknown, type: string): Value {
  if (type === 'constant') return valueOfConstant(value as CodeConstant)
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return new PyList(value.map(item => convertField(types, item, type)))
  switch (type) {
    case 'identifier':
    case 'string':
      return strOf(value as string)
    case 'int':
      return value as number
    default:
      return typeof value === 'string' ? types.singletons.get(value)! : convert(types, value as Node)
  }
}
