/**
 * `__slots__`: the names a class reserves a place for, and whether its instances get a `__dict__` and can be weakly
 * referenced. As type_new_slots (Objects/typeobject.c).
 */
import { typeOf } from '../objects/builtin-types.ts'
import { bytesType, intType, tupleType, typeType } from '../objects/builtin-types.ts'
import { isIdentifier } from './type-names.ts'
import { PyMemberDescriptor } from '../objects/callable.ts'
import { mangle } from '../compiler/symbols/mangle.ts'
import type { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { itemsOf } from '../objects/iteration.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import { TypeFlags, typeName, type PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'

export interface SlotsDeclaration {
  /** The names to reserve, mangled and sorted; null without `__slots__`. */
  readonly names: readonly string[] | null
  readonly addsDict: boolean
  readonly addsWeakref: boolean
}

/** Types whose instances have no fixed size in CPython: their subclasses cannot reserve names. */
const variableSized = [intType, bytesType, tupleType, typeType]

export function readSlots(name: string, base: PyType, bases: readonly PyType[], namespace: PyDict): SlotsDeclaration {
  const mayAddDict = (base.flags & TypeFlags.dict) === 0
  const mayAddWeakref = (base.flags & TypeFlags.weakref) === 0 && !isVariableSized(base)
  const slots = namespace.getStr('__slots__')
  if (slots === undefined) return { names: null, addsDict: mayAddDict, addsWeakref: mayAddWeakref }
  const items = asStr(slots) === undefined ? itemsOf(slots) : [slots]
  if (items.length > 0 && isVariableSized(base))
    raiseTypeError(`nonempty __slots__ not supported for subtype of '${typeName(base)}'`)
  const texts = items.map(checkedName)
  const addsDict = takeSpecial(texts, '__dict__', mayAddDict)
  const addsWeakref = takeSpecial(texts, '__weakref__', mayAddWeakref)
  const others = bases.filter(each => each !== base)
  return {
    names: texts.map(each => checkedSlot(mangle(name, each), namespace)).sort(),
    addsDict: addsDict || (mayAddDict && others.some(each => (each.flags & TypeFlags.dict) !== 0)),
    addsWeakref: addsWeakref || (mayAddWeakref && others.some(each => (each.flags & TypeFlags.weakref) !== 0)),
  }
}

const isVariableSized = (type: PyType): boolean => variableSized.includes(type.solid)

function checkedName(item: Value): string {
  const str = asStr(item)
  if (str === undefined) raiseTypeError(`__slots__ items must be strings, not '${typeName(typeOf(item))}'`)
  const text = textOf(str)
  if (!isIdentifier(text)) raiseTypeError('__slots__ must be identifiers')
  return text
}

/** Removes `special` from the names; answers whether it was there. */
function takeSpecial(names: string[], special: string, mayAdd: boolean): boolean {
  const at = names.indexOf(special)
  if (at < 0) return false
  names.splice(at, 1)
  if (!mayAdd || names.includes(special)) raiseTypeError(`${special} slot disallowed: we already got one`)
  return true
}

const allowedInBoth = ['__qualname__', '__classcell__', '__classdictcell__']

function checkedSlot(name: string, namespace: PyDict): string {
  const key = strOf(name)
  if (namespace.has(key) && !allowedInBoth.includes(name))
    raise(valueErrorType, `${reprText(key)} in __slots__ conflicts with class variable`)
  return name
}

/** Reserves the names in `type`, after those of its base, and puts their descriptors into its namespace. */
export function reserveSlots(type: PyType, names: readonly string[]): void {
  type.slotNames = names
  const first = type.base!.reservedSlots
  names.forEach((name, i) => {
    if (!type.namespace.has(name)) type.define(name, new PyMemberDescriptor(name, type, first + i))
  })
  type.reservedSlots = first + names.length
}
