/** What every node of a syntax tree can do: `ast.AST`. As the support code of Parser/asdl_c.py. */
import { assignAttribute, findAttribute, lookupAttribute } from '../../objects/attribute.ts'
import { dictGetSet } from '../../builtins/object-dict.ts'
import { PyGenericAlias } from '../../builtins/generic-alias-object.ts'
import { isInstance } from '../../builtins/type-check.ts'
import { PyUnion } from '../../builtins/union-object.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { defineType } from '../../objects/define.ts'
import { PyDict } from '../../objects/dict.ts'
import { raiseTypeError } from '../../objects/exception.ts'
import { deprecationWarningType } from '../../objects/exception-types.ts'
import { hooks } from '../../objects/hooks.ts'
import { materializeDict, PyInstance } from '../../objects/instance.ts'
import { itemsOf } from '../../objects/iteration.ts'
import { PyList } from '../../objects/list.ts'
import { builtin } from '../../objects/signature.ts'
import type { KeywordNames } from '../../objects/slots.ts'
import { asStr, strOf, textOf } from '../../objects/str.ts'
import { reprText } from '../../objects/text.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { type PyType, typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { astType, nodeTypes } from './node-types.ts'
import { nodeTable } from '../../frontend/generated/ast.ts'

function namesIn(owner: Value, attribute: string): Value[] {
  const names = findAttribute(owner, attribute)
  return names === undefined ? [] : itemsOf(names)
}

/** A program may put anything into `_fields`, but attributes have names. */
function attributeName(name: Value): string {
  const text = asStr(name)
  if (text === undefined) raiseTypeError(`attribute name must be string, not '${typeName(typeOf(name))}'`)
  return textOf(text)
}

const namesOf = (owner: Value, attribute: string): string[] => namesIn(owner, attribute).map(attributeName)

astType.new = (type: PyType) => new PyInstance(type)

function deprecated(message: string): void {
  hooks.warn(deprecationWarningType, message, 1)
}

astType.init = (self: PyInstance, args: Value[], keywords: KeywordNames) => {
  const { type } = self
  const fields = namesIn(type, '_fields')
  const given = keywords === null ? args.length : args.length - keywords.length
  if (given > fields.length)
    raiseTypeError(
      `${type.name} constructor takes at most ${fields.length} positional argument${fields.length === 1 ? '' : 's'}`,
    )
  const missing = new Set(fields)
  for (let i = 0; i < given; i++) {
    assignAttribute(self, attributeName(fields[i]!), args[i]!)
    missing.delete(fields[i]!)
  }
  keywords?.forEach((name, i) => {
    if (fields.includes(name) && !missing.delete(name))
      raiseTypeError(`${type.name} got multiple values for argument '${name}'`)
    if (!fields.includes(name) && !namesOf(type, '_attributes').includes(name))
      deprecated(
        `${type.name}.__init__ got an unexpected keyword argument '${name}'. Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.`,
      )
    assignAttribute(self, name, args[given + i]!)
  })
  for (const name of missing) fillMissing(self, type, name)
}

/** None where that may be, an empty list, `Load()`; anything else had to be given. */
function fillMissing(self: PyInstance, type: PyType, field: Value): void {
  const name = asStr(field)
  const row = name === undefined ? undefined : rowOf(type, textOf(name))
  if (name === undefined || row === undefined) {
    const types = findAttribute(type, '_field_types')
    if (types instanceof PyDict) fillByType(self, type, field, types.get(field))
    return
  }
  const [, kind, how] = row
  if (how === 'optional') return
  if (how === 'sequence' || how === 'sequence of optional') assignAttribute(self, textOf(name), new PyList([]))
  else if (kind === 'expr_context') assignAttribute(self, textOf(name), load())
  else lacks(type, field)
}

const load = (): Value => nodeTypes().singletons.get('Load')!

/** The same for a class of the program's own, by what its `_field_types` say. */
function fillByType(self: PyInstance, type: PyType, field: Value, kind: Value | undefined): void {
  if (kind === undefined)
    deprecated(
      `Field ${reprText(field)} is missing from ${type.name}._field_types. This will become an error in Python 3.15.`,
    )
  else if (kind instanceof PyGenericAlias) assignAttribute(self, attributeName(field), new PyList([]))
  else if (kind === nodeTypes().types.get('expr_context')) assignAttribute(self, attributeName(field), load())
  else if (!(kind instanceof PyUnion)) lacks(type, field)
}

function lacks(type: PyType, field: Value): void {
  deprecated(
    `${type.name}.__init__ missing 1 required positional argument: ${reprText(field)}. This will become an error in Python 3.15.`,
  )
}

function rowOf(type: PyType, field: string) {
  for (const each of type.mro) {
    const row = nodeTable[each.name]
    if (row !== undefined && nodeTypes().types.get(each.name) === each)
      return row.fields.find(([name]) => name === field)
  }
  return undefined
}

function reduce(self: PyInstance): Value {
  const state = materializeDict(self)
  // Fields by position, so that making the copy complains of none missing.
  const fields = namesOf(self.type, '_fields')
  const values: Value[] = []
  for (const name of fields) {
    const value = state.getStr(name)
    if (value === undefined) break
    values.push(value)
  }
  return new PyTuple([self.type, new PyTuple(values), state])
}

function replace(self: PyInstance, changes: PyDict): Value {
  const names = [...namesOf(self.type, '_fields'), ...namesOf(self.type, '_attributes')]
  for (const [key] of changes.entries()) {
    const name = textOf(asStr(key)!)
    if (!names.includes(name))
      raiseTypeError(`${self.type.name}.__replace__ got an unexpected keyword argument '${name}'.`)
  }
  const values = new Map<string, Value>()
  for (const name of names) {
    const value = changes.has(name) ? changes.getStr(name) : findAttribute(self, name)
    if (value !== undefined) values.set(name, value)
  }
  const required = namesOf(self.type, '_fields').filter(
    name => !values.has(name) && findAttribute(self.type, name) === undefined,
  )
  if (required.length > 0)
    raiseTypeError(
      `${self.type.name}.__replace__ missing ${required.length} keyword argument${required.length === 1 ? '' : 's'}: ${required.map(name => `'${name}'`).join(', ')}.`,
    )
  return call(self.type, [...values.values()], [...values.keys()])
}

const shownDepth = 3

/** Three levels deep, and of lists the first and the last. */
function shown(node: Value, depth: number): string {
  const name = typeOf(node).name
  if (depth <= 0) return `${name}(...)`
  const fields = namesOf(typeOf(node), '_fields')
  return `${name}(${fields.map(field => `${field}=${shownValue(lookupAttribute(node, field), depth - 1)}`).join(', ')})`
}

function shownValue(value: Value, depth: number): string {
  if (isInstance(value, astType)) return shown(value, depth)
  if (!(value instanceof PyList) && !(value instanceof PyTuple)) return reprText(value)
  const items = itemsOf(value)
  const ends = items.length > 1 ? [items[0]!, items.at(-1)!] : items
  const [first, last] = ends.map(item => shownValue(item, depth))
  const inside =
    first === undefined ? '' : last === undefined ? first : `${first}, ${items.length > 2 ? '..., ' : ''}${last}`
  return value instanceof PyList ? `[${inside}]` : `(${inside}${items.length === 1 ? ',' : ''})`
}

astType.repr = (self: PyInstance) => strOf(shown(self, shownDepth))

defineType(astType, {
  methods: () => [
    builtin('__reduce__($self, /)', reduce),
    builtin(
      '__replace__($self, /, **fields)',
      replace,
      'Return a copy of the AST node with new values for the specified fields.',
    ),
  ],
  getset: () => [dictGetSet],
  attributes: () => ({ _fields: new PyTuple([]), __match_args__: new PyTuple([]), _attributes: new PyTuple([]) }),
})
