/**
 * Makes src/frontend/generated/ast.ts from src/frontend/python.asdl.
 *
 * Every constructor becomes a class with Python's field names and a string tag, `node`, which is Python's class
 * name; every sum type becomes a union of these classes, or, when no constructor has fields (`operator`,
 * `expr_context`), a union of strings. So `switch (expr.node) { case 'BinOp': … }` narrows, and no node costs
 * more than one object.
 *
 * Names: types and classes are in PascalCase, for `arguments` cannot be a binding in strict mode, and the
 * statement `Expr` is the class `ExprStmt`, because `Expr` is the union of the expressions; tags are exact.
 *
 * The same text gives `nodeTable`: fields in Python's order, with their types. The dumper reads it, and so
 * does Python's `ast` module.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

type Quantifier = 'one' | 'optional' | 'sequence' | 'sequence of optional'

interface Field {
  readonly name: string
  readonly type: string
  readonly quantifier: Quantifier
}

interface Constructor {
  readonly name: string
  readonly fields: readonly Field[]
}

interface Type {
  readonly name: string
  readonly constructors: readonly Constructor[]
  readonly attributes: readonly Field[]
  /** A product type has no constructor name of its own: `arg = (identifier arg, …)`. */
  readonly isProduct: boolean
}

const asdlPath = fileURLToPath(new URL('../src/frontend/python.asdl', import.meta.url))

const astPath = fileURLToPath(new URL('../src/frontend/generated/ast.ts', import.meta.url))

const primitives: Record<string, string> = {
  identifier: 'string',
  string: 'string',
  int: 'number',
  constant: 'ConstantValue',
}

const renamed: Record<string, string> = {
  Expr: 'ExprStmt',
  expr_context: 'ExprContext',
  withitem: 'WithItem',
  match_case: 'MatchCase',
  type_ignore: 'TypeIgnoreNode',
  type_param: 'TypeParam',
}

function parseFields(text: string): Field[] {
  return text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => {
      const [, type, mark, name] = /^(\w+)(\?\*|\?|\*)? (\w+)$/.exec(part) ?? []
      if (type === undefined || name === undefined) throw new Error(`python.asdl: cannot read the field '${part}'`)
      const quantifiers: Record<string, Quantifier> = {
        '': 'one',
        '?': 'optional',
        '*': 'sequence',
        '?*': 'sequence of optional',
      }
      return { name, type, quantifier: quantifiers[mark ?? '']! }
    })
}

function parseType(name: string, body: string): Type {
  const [definition = '', attributeText = ''] = body.split(/\battributes\s*/)
  const attributes = parseFields(attributeText.trim().replace(/^\(|\)$/g, ''))
  const isProduct = definition.trim().startsWith('(')
  const constructors = definition.split('|').map(part => {
    const [, ownName, fields] = /^\s*(\w*)\s*(?:\(([^)]*)\))?\s*$/.exec(part) ?? []
    if (ownName === undefined) throw new Error(`python.asdl: cannot read the constructor '${part}'`)
    return { name: ownName || name, fields: parseFields((fields ?? '').replace(/\s+/g, ' ')) }
  })
  return { name, constructors, attributes, isProduct }
}

function parseAsdl(text: string): Type[] {
  const body = text.replace(/--.*$/gm, '').replace(/^\s*module \w+\s*\{|\}\s*$/g, '')
  return [...body.matchAll(/(\w+)\s*=([^=]*?)(?=\n\s*\w+\s*=|\s*$)/g)].map(match => parseType(match[1]!, match[2]!))
}

const pascalCase = (name: string) => renamed[name] ?? name[0]!.toUpperCase() + name.slice(1)

/** Operators and contexts carry nothing: they are strings. */
const isEnumeration = (type: Type) => !type.isProduct && type.constructors.every(c => c.fields.length === 0)

function tsType(field: Field): string {
  const type = primitives[field.type] ?? pascalCase(field.type)
  switch (field.quantifier) {
    case 'one':
      return type
    case 'optional':
      return type === 'ConstantValue' ? type : `${type} | null`
    case 'sequence':
      return `${type}[]`
    case 'sequence of optional':
      return `(${type} | null)[]`
  }
}

function printClass(name: string, shape: Constructor, attributes: readonly Field[]): string {
  const fields = [...shape.fields, ...attributes]
  const lines = [`export class ${name} {`, `  readonly node = '${shape.name}'`]
  for (const field of fields) lines.push(`  ${field.name}: ${tsType(field)}`)
  if (fields.length > 0) {
    const own = shape.fields.map(field => `${field.name}: ${tsType(field)}`)
    const position = attributes.map(field => `${field.name}: ${tsType(field)}`).join(', ')
    const parameters = position === '' ? own : [...own, position]
    lines.push('  constructor(', ...parameters.map(parameter => `    ${parameter},`), '  ) {')
    for (const field of fields) lines.push(`    this.${field.name} = ${field.name}`)
    lines.push('  }')
  }
  return [...lines, '}', ''].join('\n')
}

function printType(type: Type): string {
  const name = pascalCase(type.name)
  if (isEnumeration(type)) {
    return `export type ${name} = ${type.constructors.map(c => `'${c.name}'`).join(' | ')}\n`
  }
  const classes = type.constructors.map(c =>
    printClass(type.isProduct ? name : (renamed[c.name] ?? c.name), c, type.attributes),
  )
  if (type.isProduct) return classes[0]!
  const members = type.constructors.map(c => renamed[c.name] ?? c.name)
  const union = `export type ${name} = ${members.join(' | ')}`
  const wrapped = union.length <= 120 ? union : `export type ${name} =\n${members.map(m => `  | ${m}`).join('\n')}`
  return `${classes.join('\n')}\n${wrapped}\n`
}

function printRow(name: string, fields: readonly Field[], type: Type): string {
  const entries = fields.map(f => `['${f.name}', '${f.type}', '${f.quantifier}']`)
  const located = type.attributes.length > 0
  return `  ${name}: { type: '${type.name}', located: ${located}, fields: [${entries.join(', ')}] },`
}

function printTable(types: readonly Type[]): string {
  const rows = types
    .filter(type => !isEnumeration(type))
    .flatMap(type => type.constructors.map(c => printRow(c.name, c.fields, type)))
  const enumerations = types
    .filter(isEnumeration)
    .map(type => `  ${type.name}: [${type.constructors.map(c => `'${c.name}'`).join(', ')}],`)
  return `/** A field: its name, its type as the abstract grammar calls it, and how often it occurs. */
export type FieldRow = readonly [
  name: string,
  type: string,
  quantifier: 'one' | 'optional' | 'sequence' | 'sequence of optional',
]

/** A node: the type it belongs to, whether it carries the four position attributes, and its fields in order. */
export interface NodeRow {
  readonly type: string
  readonly located: boolean
  readonly fields: readonly FieldRow[]
}

export const nodeTable: Record<string, NodeRow> = {
${rows.join('\n')}
}

/** The types whose constructors are plain strings. */
export const enumerationTable: Record<string, readonly string[]> = {
${enumerations.join('\n')}
}
`
}

function generateAst(): string {
  const types = parseAsdl(readFileSync(asdlPath, 'utf8'))
  const all = types.filter(type => !isEnumeration(type)).map(type => pascalCase(type.name))
  return `// Generated by npm run generate from src/frontend/python.asdl. Do not edit.

import type { FrozensetConstant, Literal, SliceConstant, TupleConstant } from '../../base/constant.ts'

/** The parser makes only \`Literal\`s; constant folding adds the containers. */
export type ConstantValue =
  | Literal
  | TupleConstant<ConstantValue>
  | FrozensetConstant<ConstantValue>
  | SliceConstant<ConstantValue>

${types.map(printType).join('\n')}
export type Node = ${all.join(' | ')}

${printTable(types)}`
}

const text = generateAst()
if (!process.argv.includes('--check')) writeFileSync(astPath, text)
else if (readFileSync(astPath, 'utf8') !== text) {
  console.error('src/frontend/generated/ast.ts is not what tools/generate-ast.ts writes')
  process.exitCode = 1
}
