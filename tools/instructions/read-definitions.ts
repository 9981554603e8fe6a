/**
 * Reads the instruction definitions (src/instructions) as text.
 *
 * A definition is never run. What a micro-op takes, gives and does is in the syntax of its arrow function: the parameters and
 * their types, the result type, the body. Here that is taken apart; render-body.ts turns a body into the code of a case.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@babel/parser'
import type {
  ArrowFunctionExpression,
  CallExpression,
  Expression,
  Node,
  TSType,
  VariableDeclaration,
} from '@babel/types'

export type Representation = 'value' | 'float' | 'values' | 'region'

export interface Input {
  readonly name: string
  readonly representation: Representation
  /** How many stack places: '1', or an expression for values and regions. */
  readonly count: string
}

export interface Output {
  readonly representation: Representation
  /** Pushed only if this holds; undefined for always. */
  readonly condition: string | undefined
  readonly mayBeUnbound: boolean
}

export interface Uop {
  readonly name: string
  readonly inputs: readonly Input[]
  readonly outputs: readonly Output[]
  readonly body: ArrowFunctionExpression['body']
  /** Text of the file, into which the nodes' positions point. */
  readonly source: string
}

export interface Instruction {
  readonly name: string
  readonly kind: 'instruction' | 'adaptive' | 'specialization'
  readonly family: string | undefined
  readonly uops: readonly Uop[]
}

export interface Import {
  readonly from: string
  /** The exported name; '*' for a namespace. */
  readonly imported: string
}

export interface Definitions {
  readonly uops: ReadonlyMap<string, Uop>
  readonly instructions: readonly Instruction[]
  /** What bodies may refer to, by local name. */
  readonly imports: ReadonlyMap<string, Import>
}

export function readDefinitions(folder: string): Definitions {
  const uops = new Map<string, Uop>()
  const instructions: Instruction[] = []
  const imports = new Map<string, Import>()
  for (const file of readdirSync(folder).sort()) {
    if (
      !file.endsWith('.ts') ||
      file === 'kit.ts' ||
      file === 'fusions.ts' ||
      file === 'inlined.ts' ||
      file.endsWith('.data.ts')
    )
      continue
    const source = readFileSync(join(folder, file), 'utf8')
    const { program } = parse(source, { sourceType: 'module', plugins: ['typescript'] })
    for (const statement of program.body) {
      if (
        statement.type === 'ImportDeclaration' &&
        statement.importKind !== 'type' &&
        statement.source.value !== './kit.ts'
      )
        for (const each of statement.specifiers) {
          if (each.type === 'ImportSpecifier' && each.importKind === 'type') continue
          const imported =
            each.type === 'ImportSpecifier'
              ? textOfName(each.imported)
              : each.type === 'ImportNamespaceSpecifier'
                ? '*'
                : ''
          imports.set(each.local.name, { from: statement.source.value, imported })
        }
      if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') continue
      readDeclaration(statement.declaration, source, uops, instructions)
    }
  }
  return { uops, instructions, imports }
}

const textOfName = (node: { type: string; name?: string; value?: string }): string => node.name ?? node.value ?? ''

function readDeclaration(
  declaration: VariableDeclaration,
  source: string,
  uops: Map<string, Uop>,
  instructions: Instruction[],
): void {
  for (const { id, init } of declaration.declarations) {
    if (id.type !== 'Identifier' || init?.type !== 'CallExpression' || init.callee.type !== 'Identifier') continue
    const { name } = id
    const kind = init.callee.name
    if (kind === 'uop') uops.set(name, readUop(name, init.arguments[0] as Expression, source))
    else if (kind === 'instruction' || kind === 'adaptive' || kind === 'specialization')
      instructions.push(readInstruction(name, kind, init, uops))
  }
}

function readInstruction(
  name: string,
  kind: Instruction['kind'],
  init: CallExpression,
  uops: Map<string, Uop>,
): Instruction {
  const args = [...init.arguments]
  const first = kind === 'specialization' ? args.shift() : undefined
  const family = first?.type === 'StringLiteral' ? first.value : undefined
  return {
    name,
    kind,
    family,
    uops: args.map(arg => {
      const uop = arg.type === 'Identifier' ? uops.get(arg.name) : undefined
      if (uop === undefined) throw new Error(`${name}: names a micro-op that is not defined before it`)
      return uop
    }),
  }
}

function readUop(name: string, arrow: Expression, source: string): Uop {
  if (arrow.type !== 'ArrowFunctionExpression') throw new Error(`${name}: a micro-op is an arrow function`)
  const inputs = arrow.params.map(param => {
    if (param.type !== 'Identifier') throw new Error(`${name}: a parameter is a name with a type`)
    const annotation = param.typeAnnotation
    const type = annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : undefined
    return { name: param.name, ...representationOf(type) }
  })
  const result = arrow.returnType?.type === 'TSTypeAnnotation' ? arrow.returnType.typeAnnotation : undefined
  return { name, inputs, outputs: outputsOf(result), body: arrow.body, source }
}

function representationOf(type: TSType | undefined): { representation: Representation; count: string } {
  // An array of raw doubles is made of operands of that form.
  if (type?.type === 'TSArrayType') return representationOf(type.elementType)
  const name = nameOf(type)
  if (name === 'Float') return { representation: 'float', count: '1' }
  if (name === 'Values') return { representation: 'values', count: firstStringArgument(type!) }
  if (name === 'Region') return { representation: 'region', count: firstStringArgument(type!) }
  return { representation: 'value', count: '1' }
}

function outputsOf(type: TSType | undefined): Output[] {
  if (type === undefined || type.type === 'TSVoidKeyword') return []
  if (type.type === 'TSUnionType') {
    const own = type.types.filter(each => nameOf(each) !== 'Elsewhere' && each.type !== 'TSVoidKeyword')
    if (own.length === 0) return []
    // A union of values is one value, however many types it has.
    return own.length === 1
      ? outputsOf(own[0])
      : [{ representation: 'value', condition: undefined, mayBeUnbound: false }]
  }
  if (type.type === 'TSTupleType')
    return type.elementTypes
      .filter(each => nameOf(each as TSType) !== 'Elsewhere')
      .map(each => oneOutput(each as TSType))
  if (nameOf(type) === 'Elsewhere') return []
  return [oneOutput(type)]
}

function oneOutput(type: TSType): Output {
  const condition = nameOf(type) === 'If' ? firstStringArgument(type) : undefined
  const representation = nameOf(type) === 'Float' ? 'float' : type.type === 'TSNumberKeyword' ? 'region' : 'value'
  return { representation, condition, mayBeUnbound: nameOf(type) === 'Unbound' }
}

function nameOf(type: TSType | undefined): string | undefined {
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeName.name : undefined
}

function firstStringArgument(type: TSType): string {
  const first = type.type === 'TSTypeReference' ? type.typeParameters?.params[0] : undefined
  if (first?.type !== 'TSLiteralType' || first.literal.type !== 'StringLiteral')
    throw new Error('Values, Region and If take an expression in quotes')
  return first.literal.value
}

export type { Node }
