/**
 * Turns the body of a micro-op into code of the dispatch function.
 *
 * V8 gives every local of a function a register of its own, in whichever block it stands, and instructions with many registers have
 * long encodings. So the locals of all bodies share a small pool of variables, `v0`, `v1`, …: names are replaced, declarations
 * become assignments. The words of the kit are replaced by what they mean in this machine.
 */
import type { Node } from '@babel/types'
import type { Uop } from './read-definitions.ts'

export class VariablePool {
  #next = 0
  largest = 0
  take(): string {
    const name = `v${this.#next++}`
    this.largest = Math.max(this.largest, this.#next)
    return name
  }
  reset(): void {
    this.#next = 0
  }
}

export interface BodyContext {
  readonly pool: VariablePool
  /** Text of each parameter. */
  readonly names: Map<string, string>
  /** Imported names that the body used. */
  readonly used: Set<string>
  readonly isImported: (name: string) => boolean
  /** Told of each call that is not a word of the kit: whoever is called may look at the frame. */
  readonly onCall: (callee: string) => void
  /** Code for leaving to the generic form. */
  readonly exit: string | undefined
  /** Code of a return: `returned` are the rendered outputs, or the call of a word that goes elsewhere. */
  readonly renderReturn: (outputs: readonly Returned[], isLast: boolean) => string
}

export interface Returned {
  readonly text: string
  /** The parameter that is given back unchanged. */
  readonly parameter: string | undefined
  /** Set for a word that goes elsewhere. */
  readonly word: string | undefined
}

const elsewhereWords = new Set([
  'skipBy',
  'enterFrame',
  'leaveFrame',
  'yieldValue',
  'unpackAll',
  'pause',
  'raiseThrown',
  'outcome',
])

export function renderBody(uop: Uop, context: BodyContext): string {
  const renderer = new Renderer(uop, context)
  if (uop.body.type !== 'BlockStatement') return renderer.returnOf(uop.body, true)
  const statements = uop.body.body
  return statements.map((statement, i) => renderer.statement(statement, i === statements.length - 1)).join(';\n')
}

class Renderer {
  readonly #uop: Uop
  readonly #context: BodyContext
  constructor(uop: Uop, context: BodyContext) {
    this.#uop = uop
    this.#context = context
  }

  statement(node: Node, isLast: boolean): string {
    if (node.type === 'ReturnStatement') return this.returnOf(node.argument, isLast)
    return this.text(node)
  }

  returnOf(argument: Node | null | undefined, isLast: boolean): string {
    const parts = argument == null ? [] : argument.type === 'ArrayExpression' ? argument.elements : [argument]
    if (argument?.type === 'ConditionalExpression' && this.#uop.outputs.length > 1)
      throw new Error(`${this.#uop.name}: return tuples from branches, not from a conditional expression`)
    const outputs = parts.map(part => this.#returned(part as Node))
    return this.#context.renderReturn(outputs, isLast)
  }

  #returned(node: Node): Returned {
    const inner = stripCasts(node)
    if (inner.type === 'CallExpression' && inner.callee.type === 'Identifier' && elsewhereWords.has(inner.callee.name))
      return {
        text: inner.arguments.length === 0 ? '' : this.text(inner.arguments[0]!),
        parameter: undefined,
        word: inner.callee.name,
      }
    const parameter = inner.type === 'Identifier' && this.#isParameter(inner.name) ? inner.name : undefined
    return { text: this.text(node), parameter, word: undefined }
  }

  #isParameter(name: string): boolean {
    return this.#uop.inputs.some(input => input.name === name)
  }

  /** The node's source with everything in it replaced that has to be. */
  text(node: Node): string {
    const replaced = this.#replacement(node)
    if (replaced !== undefined) return replaced
    let text = ''
    let at = node.start!
    for (const child of childrenOf(node)) {
      text += this.#uop.source.slice(at, child.start!) + this.text(child)
      at = child.end!
    }
    return text + this.#uop.source.slice(at, node.end!)
  }

  #replacement(node: Node): string | undefined {
    switch (node.type) {
      case 'Identifier':
        return this.#identifier(node.name)
      case 'ReturnStatement':
        return `{ ${this.returnOf(node.argument, false)} }`
      case 'VariableDeclaration':
        return node.declarations
          .map(({ id, init }) => {
            if (id.type !== 'Identifier') throw new Error(`${this.#uop.name}: declare one name at a time`)
            const value = init == null ? 'undefined' : this.text(init)
            this.#context.names.set(id.name, this.#context.pool.take())
            return `${this.#context.names.get(id.name)} = ${value}`
          })
          .join(', ')
      case 'TSAsExpression':
      case 'TSNonNullExpression':
        return this.text(node.expression)
      case 'CallExpression': {
        const word = node.callee.type === 'Identifier' ? this.#call(node.callee.name, node.arguments) : undefined
        if (word === undefined) this.#context.onCall(calleeOf(node.callee))
        return word
      }
      default:
        return undefined
    }
  }

  #identifier(name: string): string {
    if (this.#context.isImported(name)) this.#context.used.add(name)
    return this.#context.names.get(name) ?? name
  }

  #call(word: string, args: readonly Node[]): string | undefined {
    const arg = (i: number): string => this.text(args[i]!)
    switch (word) {
      case 'exitUnless':
        if (this.#context.exit === undefined) throw new Error(`${this.#uop.name}: only specialized forms have exits`)
        return `if (!(${arg(0)})) { ${this.#context.exit} }`
      case 'cache':
        return 'caches[pc]'
      case 'jumpBy':
        return `pc = pc + (${arg(0)}) | 0`
      case 'peek':
        return `slots[sp - (${arg(0)}) | 0]`
      case 'poke':
        return `slots[sp - (${arg(0)}) | 0] = ${arg(1)}`
      default:
        return undefined
    }
  }
}

/** The name of a function, or of a method whatever its object is; '' for what has none. */
function calleeOf(node: Node): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' ? node.property.name : ''
}

function stripCasts(node: Node): Node {
  return node.type === 'TSAsExpression' || node.type === 'TSNonNullExpression' ? stripCasts(node.expression) : node
}

const skippedKeys = new Set([
  'typeAnnotation',
  'typeParameters',
  'typeArguments',
  'returnType',
  'loc',
  'leadingComments',
  'trailingComments',
  'innerComments',
  'extra',
])

/** Sub-nodes that are code, in source order: no types, no property names. */
function childrenOf(node: Node): Node[] {
  const children: Node[] = []
  for (const [key, value] of Object.entries(node)) {
    if (skippedKeys.has(key)) continue
    if (key === 'property' && node.type === 'MemberExpression' && !node.computed) continue
    if (key === 'key' && node.type === 'ObjectProperty' && !node.computed) continue
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== null && typeof each === 'object' && typeof (each as Node).type === 'string')
        children.push(each as Node)
  }
  return children.sort((a, b) => a.start! - b.start!)
}
