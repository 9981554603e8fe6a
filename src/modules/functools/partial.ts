// Hot.
/**
 * functools.partial, and the Placeholder that holds a position open in it. As Modules/_functoolsmodule.c.
 *
 * A partial of a partial is made one. Placeholders are filled, in order, from the arguments of the call, and the last of the
 * stored arguments is never one.
 */
import { builtinType, tupleType, dictType, typeOf } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { PyForwarder, PyMethod } from '../../objects/callable.ts'
import { defineType } from '../../objects/define.ts'
import { PyDict } from '../../objects/dict.ts'
import { raiseTypeError } from '../../objects/exception.ts'
import { builtin } from '../../objects/signature.ts'
import type { KeywordNames } from '../../objects/slots.ts'
import { asStr, buildString, type Str, strOf, textOf } from '../../objects/str.ts'
import { guardedRepr, repr, str } from '../../objects/text.ts'
import { emptyTuple, PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { classGetItem } from '../../builtins/class-getitem.ts'
import { dictGetSet, findDict, setDict } from '../../builtins/object-dict.ts'
import { fullyQualifiedName } from '../../builtins/qualified-name.ts'

const placeholderType = builtinType('_PlaceholderType', { module: 'functools' })
export const Placeholder = new PyObject(placeholderType)

placeholderType.repr = () => 'Placeholder'
placeholderType.new = (_type, args) => {
  if (args.length > 0) raiseTypeError('PlaceholderType takes no arguments')
  return Placeholder
}
defineType(placeholderType, {
  doc: 'The type of the Placeholder singleton.\n\nUsed as a placeholder for partial arguments.',
  methods: () => [builtin('__reduce__($self, /)', () => 'Placeholder')],
})

export const partialType = builtinType('partial', {
  module: 'functools',
  flags: TypeFlags.base | TypeFlags.dict | TypeFlags.weakref,
})

class PyPartial extends PyForwarder {
  args: PyTuple
  keywords: PyDict
  /** How many of `args` are placeholders. */
  placeholders: number
  constructor(func: Value, args: PyTuple, keywords: PyDict, type: PyType) {
    super(func, type)
    this.args = args
    this.keywords = keywords
    this.placeholders = countPlaceholders(args.items)
  }

  override argumentsOf(args: Value[], keywords: KeywordNames): [Value[], KeywordNames] {
    const given = args.length - (keywords === null ? 0 : keywords.length)
    const { placeholders } = this
    const stored = this.args.items
    if (given < placeholders)
      raiseTypeError(`missing positional arguments in 'partial' call; expected at least ${placeholders}, got ${given}`)
    if (this.keywords.size === 0 && placeholders === 0) return [[...stored, ...args], keywords]
    const all = fill(stored, args.slice(0, given))
    const names: string[] = []
    addKeywords(this.keywords, keywords, args.slice(given), names, all)
    return [all, names.length === 0 ? null : names]
  }
}

const countPlaceholders = (args: readonly Value[]): number => {
  let count = 0
  for (let i = 0; i < args.length; i++) if (args[i] === Placeholder) count++
  return count
}

/** `stored` with its placeholders filled from `given`, and the rest of `given` behind. */
function fill(stored: readonly Value[], given: readonly Value[]): Value[] {
  const result = new Array<Value>(stored.length)
  let used = 0
  for (let i = 0; i < stored.length; i++)
    result[i] = stored[i] === Placeholder && used < given.length ? given[used++]! : stored[i]!
  for (; used < given.length; used++) result.push(given[used]!)
  return result
}

partialType.new = (type, args, keywords) => {
  const named = keywords === null ? 0 : keywords.length
  if (args.length === named) raiseTypeError("type 'partial' takes at least one argument")
  let func = args[0]!
  if (typeOf(func).call === null) raiseTypeError('the first argument must be callable')
  const given = args.slice(1, args.length - named)
  if (given[given.length - 1] === Placeholder) raiseTypeError('trailing Placeholders are not allowed')
  const values = args.slice(args.length - named)
  if (values.includes(Placeholder)) raiseTypeError('Placeholder cannot be passed as a keyword argument')
  const kept = new PyDict()
  let stored: Value[] = given
  if (func instanceof PyPartial && func.type.call === partialType.call && findDict(func)!.size === 0) {
    stored = fill(func.args.items, given)
    kept.become(func.keywords)
    func = func.func as PyObject
  }
  for (let i = 0; i < named; i++) kept.set(strOf(keywords![i]!), values[i]!)
  return new PyPartial(func, stored.length === 0 ? emptyTuple : new PyTuple(stored), kept, type)
}

partialType.call = (self: PyPartial, args, keywords) => call(self.func, ...self.argumentsOf(args, keywords))

/** Appends the stored keyword arguments and those of the call, which come before them where both have a name. */
function addKeywords(stored: PyDict, keywords: KeywordNames, values: Value[], names: string[], all: Value[]): void {
  const given = keywords ?? []
  for (let at = stored.next(0); at >= 0; at = stored.next(at + 1)) {
    const key = asStr(stored.keys[at]!)
    if (key === undefined) raiseTypeError('keywords must be strings')
    const name = textOf(key)
    const override = given.indexOf(name)
    names.push(name)
    all.push(override < 0 ? stored.values[at]! : values[override]!)
  }
  for (let i = 0; i < given.length; i++)
    if (!names.includes(given[i]!)) {
      names.push(given[i]!)
      all.push(values[i]!)
    }
}

partialType.descrGet = (self: PyPartial, instance) => {
  return instance === undefined || instance === null ? self : new PyMethod(self, instance)
}

partialType.repr = (self: PyPartial): Str =>
  guardedRepr(self, '...', () => {
    const parts: Str[] = [fullyQualifiedName(self.type), '(', repr(self.func)]
    for (const arg of self.args.items) parts.push(', ', repr(arg))
    for (const [key, value] of self.keywords.entries()) parts.push(', ', str(key), '=', repr(value))
    parts.push(')')
    return buildString(parts)
  })

function reduce(self: PyPartial): Value {
  const dict = findDict(self)!
  const state = new PyTuple([self.func, self.args, self.keywords, dict.size === 0 ? null : dict])
  return new PyTuple([self.type, new PyTuple([self.func]), state])
}

function setState(self: PyPartial, state: Value): void {
  const items = state instanceof PyTuple ? state.items : []
  const [func, args, keywords, dict] = items
  if (
    items.length !== 4 ||
    typeOf(func!).call === null ||
    !(args instanceof PyTuple) ||
    !(keywords === null || keywords instanceof PyDict)
  )
    raiseTypeError('invalid partial state')
  if (args.items[args.items.length - 1] === Placeholder) raiseTypeError('trailing Placeholders are not allowed')
  self.func = func!
  self.args = args.type === tupleType ? args : new PyTuple(args.items)
  self.keywords = keywords === null ? new PyDict() : keywords.type === dictType ? keywords : keywords!.copy()
  self.placeholders = countPlaceholders(args.items)
  setDict(self, dict ?? new PyDict())
}

defineType(partialType, {
  signature: '(func, /, *args, **keywords)',
  doc: 'Create a new function with partial application of the given arguments and keywords.',
  methods: () => [builtin('__reduce__($self, /)', reduce), builtin('__setstate__($self, object, /)', setState)],
  classMethods: () => [classGetItem()],
  members: () => [
    ['func', (self: PyPartial) => self.func, null, 'function object to use in future partial calls'],
    ['args', (self: PyPartial) => self.args, null, 'tuple of arguments to future partial calls'],
    ['keywords', (self: PyPartial) => self.keywords, null, 'dictionary of keyword arguments to future partial calls'],
  ],
  getset: () => [dictGetSet],
  attributes: () => ({ __module__: 'functools' }),
})
