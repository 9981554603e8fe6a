/**
 * The classes of module ast, made from the abstract grammar's table (frontend/generated/ast.ts). As the generated Python/Python-ast.c.
 *
 * They are classes as a class statement makes them, so each interpreter has its own, made when `_ast` is first asked for. `AST` itself is
 * builtin: it knows how nodes are initialized, copied and shown.
 */
import { enumerationTable, nodeTable, type FieldRow } from '../../frontend/generated/ast.ts'
import { builtinType, intType, listType, objectType, strType, typeType } from '../../objects/builtin-types.ts'
import { genericAlias } from '../../builtins/generic-alias-object.ts'
import { call } from '../../objects/call.ts'
import { PyDict } from '../../objects/dict.ts'
import { PyInstance, setAttribute } from '../../objects/instance.ts'
import { orValues } from '../../objects/operators.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags as F } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'

export const astType = builtinType('AST', { module: 'ast', flags: F.base | F.dict, sameLayout: true })

/** Position attributes of located nodes, in order. */
export const positionNames = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'] as const

const marks = { one: '', optional: '?', sequence: '*', 'sequence of optional': '?*' } as const

const docOf = (name: string, fields: readonly FieldRow[]): string =>
  fields.length === 0
    ? name
    : `${name}(${fields.map(([field, type, how]) => `${type}${marks[how]} ${field}`).join(', ')})`

const primitiveTypes: Readonly<Record<string, PyType>> = {
  identifier: strType,
  string: strType,
  int: intType,
  constant: objectType,
}

export class NodeTypes {
  readonly types = new Map<string, PyType>()
  /** `Load()` and its like, of which trees share one each. */
  readonly singletons = new Map<string, PyInstance>()

  constructor() {
    for (const [name, { type, located, fields }] of Object.entries(nodeTable)) {
      const isProduct = name === type
      const base = isProduct ? astType : this.#sumType(type, located)
      this.#make(name, base, docOf(name, fields), fields)
      if (isProduct && located) this.#locate(this.get(name))
    }
    for (const [name, constructors] of Object.entries(enumerationTable)) {
      const base = this.#make(name, astType, `${name} = ${constructors.join(' | ')}`, [])
      for (const constructor of constructors) {
        const made = this.#make(constructor, base, constructor, [])
        this.singletons.set(constructor, new PyInstance(made))
      }
    }
    for (const [name, { fields }] of Object.entries(nodeTable)) this.#annotate(this.get(name), fields)
    for (const name of this.singletons.keys()) this.#annotate(this.get(name), [])
  }

  get(name: string): PyType {
    return this.types.get(name)!
  }

  #sumType(name: string, located: boolean): PyType {
    const known = this.types.get(name)
    if (known !== undefined) return known
    const members = Object.entries(nodeTable).filter(([, row]) => row.type === name)
    const separator = `\n${' '.repeat(name.length + 1)}| `
    const made = this.#make(
      name,
      astType,
      `${name} = ${members.map(([each, row]) => docOf(each, row.fields)).join(separator)}`,
      [],
    )
    if (located) this.#locate(made)
    else made.set('_attributes', new PyTuple([]))
    return made
  }

  #make(name: string, base: PyType, doc: string, fields: readonly FieldRow[]): PyType {
    const names = new PyTuple(fields.map(([field]) => field))
    const namespace = PyDict.from([
      ['_fields', names],
      ['__match_args__', names],
      ['__module__', 'ast'],
      ['__doc__', doc],
    ])
    const made = call(typeType, [name, new PyTuple([base]), namespace]) as PyType
    for (const [field, , how] of fields) if (how === 'optional') made.set(field, null)
    this.types.set(name, made)
    return made
  }

  #locate(type: PyType): void {
    type.set('_attributes', new PyTuple(positionNames))
    type.set('end_lineno', null)
    type.set('end_col_offset', null)
  }

  #annotate(type: PyType, fields: readonly FieldRow[]): void {
    const annotations = PyDict.from(fields.map(row => [row[0], this.#annotation(row)]))
    type.set('_field_types', annotations)
    type.set('__annotations_cache__', annotations)
  }

  #annotation([, type, how]: FieldRow): Value {
    const made: Value = primitiveTypes[type] ?? this.get(type)
    if (how === 'optional') return orValues(made, null)
    return how === 'one' ? made : genericAlias(listType, made)
  }

  /** A new node with its fields and then its position. */
  node(name: string, fields: readonly (readonly [string, Value])[]): PyInstance {
    const made = new PyInstance(this.get(name))
    for (const [field, value] of fields) setAttribute(made, field, value)
    return made
  }
}

const key = { create: () => new NodeTypes() }

export const nodeTypes = (): NodeTypes => vm.state(key)
