/**
 * The text of a syntax tree: character for character what Python's `ast.dump` gives.
 *
 * As there, fields that are None where None is the default are left out, and so are empty lists; and with
 * indentation, a node whose fields all are plain, and no more than three, stays on one line.
 */

import { type ConstantValue, type FieldRow, type Node, nodeTable } from './generated/ast.ts'
import { printConstant } from './print-constant.ts'

/** `ast.dump(tree, include_attributes=True)`. */
export function printAst(tree: Node): string {
  return new AstPrinter(positions, null).print(tree)
}

/** `ast.dump(tree, indent=3)`, which is what `python -m ast` prints. */
export function printAstIndented(tree: Node): string {
  return new AstPrinter([], '   ').print(tree)
}

const positions = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset']

/** A field that is still to be printed. */
class Pending {
  readonly value: unknown
  readonly type: string
  readonly level: number
  constructor(value: unknown, type: string, level: number) {
    this.value = value
    this.type = type
    this.level = level
  }
}

/** Long chains of operators are deep trees, so the printer keeps its own stack; strings in it are printed as such. */
class AstPrinter {
  private readonly attributes: readonly string[]
  private readonly indent: string | null
  private readonly parts: string[]
  private readonly pending: (string | Pending)[]

  constructor(attributes: readonly string[], indent: string | null) {
    this.attributes = attributes
    this.indent = indent
    this.parts = []
    this.pending = []
  }

  print(tree: Node): string {
    const { parts, pending } = this
    pending.push(new Pending(tree, '', 1))
    for (let top = pending.pop(); top !== undefined; top = pending.pop()) {
      if (typeof top === 'string') parts.push(top)
      else if (isNode(top.value)) this.openNode(top.value, top.level)
      else if (Array.isArray(top.value)) this.openList(top.value, top.type, top.level)
      else parts.push(printLeaf(top.value as ConstantValue, top.type))
    }
    return parts.join('')
  }

  private openNode(node: Node, level: number): void {
    const values = node as unknown as Record<string, unknown>
    const { fields, located } = nodeTable[node.node]!
    const printed: [name: string, type: string][] = []
    for (const field of fields) if (!isOmitted(field, values[field[0]])) printed.push([field[0], field[1]])
    if (located) for (const name of this.attributes) printed.push([name, 'int'])
    const isInline = printed.length <= 3 && printed.every(([name]) => isPlain(values[name]))
    const [before, between] = isInline ? ['', ', '] : this.breaks(level)
    this.parts.push(node.node, '(', before)
    this.pending.push(')')
    for (let i = printed.length - 1; i >= 0; i--) {
      const [name, type] = printed[i]!
      this.pending.push(new Pending(values[name], type, level + 1), `${i > 0 ? between : ''}${name}=`)
    }
  }

  private openList(items: readonly unknown[], type: string, level: number): void {
    const [before, between] = this.breaks(level)
    this.parts.push('[', before)
    this.pending.push(']')
    for (let i = items.length - 1; i >= 0; i--) {
      this.pending.push(new Pending(items[i], type, level + 1))
      if (i > 0) this.pending.push(between)
    }
  }

  /** What stands before the first of several parts, and between them. */
  private breaks(level: number): [before: string, between: string] {
    if (this.indent === null) return ['', ', ']
    const line = `\n${this.indent.repeat(level)}`
    return [line, `,${line}`]
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'node' in value

/** Neither a list nor a node with fields. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return false
  if (!isNode(value)) return true
  const values = value as unknown as Record<string, unknown>
  return nodeTable[value.node]!.fields.every(field => isOmitted(field, values[field[0]]))
}

function isOmitted([, , quantifier]: FieldRow, value: unknown): boolean {
  if (quantifier === 'sequence' || quantifier === 'sequence of optional') return (value as unknown[]).length === 0
  return quantifier === 'optional' && value === null
}

const enumerations = new Set(['expr_context', 'boolop', 'operator', 'unaryop', 'cmpop'])

function printLeaf(value: ConstantValue, type: string): string {
  if (typeof value === 'string' && enumerations.has(type)) return `${value}()`
  return printConstant(value)
}
