/** `__build_class__`: what a class statement calls. As builtin___build_class__ (Python/bltinmodule.c). */
import { findAttribute } from '../objects/attribute.ts'
import { typeOf, typeType } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { runtimeErrorType } from '../objects/exception-types.ts'
import { PyCell, PyFunction } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { isStr } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType, typeName } from '../objects/type.ts'
import { isSame, type Value } from '../objects/value.ts'
import { calculateMetaclass } from './type-new.ts'

/** The bases with every `__mro_entries__` resolved; the same array if there is none. */
export function resolveBases(bases: Value[]): Value[] {
  let resolved: Value[] | null = null
  for (let i = 0; i < bases.length; i++) {
    const base = bases[i]!
    const entries = base instanceof PyType ? undefined : findAttribute(base, '__mro_entries__')
    if (entries === undefined) {
      resolved?.push(base)
      continue
    }
    const replaced = call(entries, [new PyTuple(bases)])
    if (!(replaced instanceof PyTuple)) raiseTypeError('__mro_entries__ must return a tuple')
    resolved ??= bases.slice(0, i)
    resolved.push(...replaced.items)
  }
  return resolved ?? bases
}

interface Keywords {
  readonly metaclass: Value | undefined
  readonly names: KeywordNames
  readonly values: Value[]
}

/** The keyword arguments of a class statement, the metaclass apart. */
function readKeywords(args: Value[], keywords: KeywordNames): Keywords {
  if (keywords === null) return { metaclass: undefined, names: null, values: [] }
  const values = args.slice(args.length - keywords.length)
  const at = keywords.indexOf('metaclass')
  if (at < 0) return { metaclass: undefined, names: keywords, values }
  const [metaclass] = values.splice(at, 1)
  const names = keywords.filter(name => name !== 'metaclass')
  return { metaclass, names: names.length === 0 ? null : names, values }
}

/** What makes the class: the metaclass asked for or the first base's, and if it is a type, the most derived one of all. */
function metaclassOf(given: Value | undefined, bases: readonly Value[]): Value {
  const meta = given ?? (bases.length === 0 ? typeType : typeOf(bases[0]!))
  return meta instanceof PyType ? calculateMetaclass(meta, bases) : meta
}

function prepareNamespace(meta: Value, name: Value, bases: PyTuple, { names, values }: Keywords): Value {
  const prepare = findAttribute(meta, '__prepare__')
  if (prepare === undefined) return new PyDict()
  const namespace = call(prepare, [name, bases, ...values], names)
  if (namespace instanceof PyDict) return namespace
  if (typeOf(namespace).subscript === null) {
    const owner = meta instanceof PyType ? meta.name : '<metaclass>'
    raiseTypeError(`${owner}.__prepare__() must return a mapping, not ${typeName(typeOf(namespace))}`)
  }
  return namespace
}

function setItem(namespace: Value, key: string, value: Value): void {
  if (namespace instanceof PyDict) namespace.setStr(key, value)
  else typeOf(namespace).assSubscript!(namespace, key, value)
}

/** The `__class__` cell, which type.__new__ has filled, must hold the class. */
function checkClassCell(cell: Value, cls: Value, name: Value): void {
  if (!(cls instanceof PyType) || !(cell instanceof PyCell)) return
  const { value } = cell
  if (value === undefined)
    raise(
      runtimeErrorType,
      `__class__ not set defining ${reprText(name)} as ${reprText(cls)}. Was __classcell__ propagated to type.__new__?`,
    )
  if (!isSame(value, cls))
    raiseTypeError(`__class__ set to ${reprText(value)} defining ${reprText(name)} as ${reprText(cls)}`)
}

export function buildClass(args: Value[], keywords: KeywordNames): Value {
  const positional = args.length - (keywords?.length ?? 0)
  if (positional < 2) raiseTypeError('__build_class__: not enough arguments')
  const body = args[0]!
  const name = args[1]!
  if (!(body instanceof PyFunction)) raiseTypeError('__build_class__: func must be a function')
  if (!isStr(name)) raiseTypeError('__build_class__: name is not a string')
  const given = args.slice(2, positional)
  const resolved = resolveBases(given)
  const bases = new PyTuple(resolved)
  const rest = readKeywords(args, keywords)
  const meta = metaclassOf(rest.metaclass, resolved)
  const namespace = prepareNamespace(meta, name, bases, rest)
  const cell = hooks.runClassBody(body, namespace)
  if (resolved !== given) setItem(namespace, '__orig_bases__', new PyTuple(given))
  const cls = call(meta, [name, bases, namespace, ...rest.values], rest.names)
  checkClassCell(cell, cls, name)
  return cls
}
