/**
 * Struct sequences: tuples whose items have names (`time.struct_time`, `sys.version_info`, `os.stat_result`). As
 * Objects/structseq.c.
 *
 * Some fields may come after those that the tuple counts: they have names only.
 */
import { builtinType, tupleType, typeOf } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { PyDict } from '../objects/dict.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { isSequence, itemsOf } from '../objects/iteration.ts'
import { builtin } from '../objects/signature.ts'
import { buildString, type Str } from '../objects/str.ts'
import { repr, reprText } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { type PyType, TypeFlags, typeName } from '../objects/type.ts'
import { PyList } from '../objects/list.ts'
import type { Value } from '../objects/value.ts'

export class PyStructSequence extends PyTuple {
  /** The fields beyond the tuple's items. */
  readonly hidden: readonly Value[]
  constructor(items: readonly Value[], hidden: readonly Value[], type: PyType) {
    super(items, type)
    this.hidden = hidden
  }

  field(index: number): Value {
    return index < this.items.length ? this.items[index]! : this.hidden[index - this.items.length]!
  }
}

export interface StructSequence {
  readonly module: string
  readonly doc: string
  /** Names and docs; a field without a name has '' and is only an item. */
  readonly fields: readonly (readonly [name: string, doc: string])[]
  /** How many of the fields are items; all if absent. */
  readonly visible?: number
  /** Can Python code make one? */
  readonly construction?: 'runtime only'
}

const declarations = new Map<PyType, StructSequence>()

const visibleOf = ({ visible, fields }: StructSequence): number => visible ?? fields.length

/** The type of a struct sequence. */
export function structSequenceType(name: string, declaration: StructSequence): PyType {
  const type = builtinType(name, {
    module: declaration.module,
    base: tupleType,
    flags: declaration.construction === undefined ? 0 : TypeFlags.noInstantiation,
  })
  declarations.set(type, declaration)
  type.new = (subtype, args, keywords) => construct.call(subtype, args, keywords)
  type.repr = reprOf
  const { fields } = declaration
  const visible = visibleOf(declaration)
  defineType(type, {
    doc: declaration.doc,
    methods: () => [
      builtin('__reduce__($self, /)', reduce),
      builtin(
        '__replace__($self, /, **changes)',
        replace,
        'Return a copy of the structure with new values for the specified fields.',
      ),
    ],
    members: () =>
      fields
        .map(([field, doc], i) => [field, (self: PyStructSequence) => self.field(i), null, doc] as const)
        .filter(([field]) => field !== ''),
    attributes: () => ({
      n_fields: fields.length,
      n_sequence_fields: visible,
      n_unnamed_fields: fields.filter(([field]) => field === '').length,
      __match_args__: new PyTuple(
        fields
          .slice(0, visible)
          .map(([field]) => field)
          .filter(field => field !== ''),
      ),
    }),
  })
  return type
}

/** A struct sequence of all the fields' values. */
export function makeStructSequence(type: PyType, values: readonly Value[]): PyStructSequence {
  const visible = visibleOf(declarations.get(type)!)
  return new PyStructSequence(values.slice(0, visible), values.slice(visible), type)
}

const construct = builtin(
  'structseq($type, sequence, dict=<unrepresentable>)',
  (type: PyType, sequence: Value, dict: Value | undefined) => {
    const declaration = declarations.get(type)!
    const visible = visibleOf(declaration)
    const all = declaration.fields.length
    if (typeOf(sequence).iter === null && !isSequence(sequence)) raiseTypeError('constructor requires a sequence')
    const items = itemsOf(sequence)
    checkLength(type, items.length, visible, all)
    if (dict !== undefined && !(dict instanceof PyDict))
      raiseTypeError(`${typeName(type)}() takes a dict as second arg, if any`)
    let used = 0
    const values = declaration.fields.map(([field], i) => {
      if (i < items.length) return items[i]!
      const given = dict?.getStr(field)
      if (given !== undefined) used++
      return given ?? null
    })
    if (dict !== undefined && used < dict.size)
      raiseTypeError(`${typeName(type)}() got duplicate or unexpected field name(s)`)
    return makeStructSequence(type, values)
  },
)

function checkLength(type: PyType, given: number, least: number, most: number): void {
  if (given >= least && given <= most) return
  const bound = least === most ? 'a' : given < least ? 'an at least' : 'an at most'
  const wanted = given < least ? least : most
  raiseTypeError(`${typeName(type)}() takes ${bound} ${wanted}-sequence (${given}-sequence given)`)
}

function reprOf(self: PyStructSequence): Str {
  const { fields } = declarations.get(self.type)!
  const parts: Str[] = [`${typeName(self.type)}(`]
  self.items.forEach((item, i) => {
    parts.push(`${i > 0 ? ', ' : ''}${fields[i]![0]}=`, repr(item))
  })
  parts.push(')')
  return buildString(parts)
}

function reduce(self: PyStructSequence): Value {
  const { fields } = declarations.get(self.type)!
  const hidden = new PyDict()
  self.hidden.forEach((value, i) => {
    hidden.setStr(fields[self.items.length + i]![0], value)
  })
  return new PyTuple([self.type, new PyTuple([new PyTuple(self.items), hidden])])
}

function replace(self: PyStructSequence, changes: PyDict): Value {
  const { fields } = declarations.get(self.type)!
  if (fields.some(([field]) => field === ''))
    raiseTypeError(`__replace__() is not supported for ${typeName(self.type)} because it has unnamed field(s)`)
  const values = fields.map(([field], i) => {
    const changed = changes.getStr(field)
    if (changed === undefined) return self.field(i)
    changes.deleteStr(field)
    return changed
  })
  if (changes.size > 0) {
    const names = new PyList([...changes.entries()].map(([key]) => key))
    raiseTypeError(`Got unexpected field name(s): ${reprText(names)}`)
  }
  return makeStructSequence(self.type, values)
}
