/** The attributes of classes that `type` itself provides: `__name__`, `__bases__`, `__doc__` and the others. */
import {
  bytesType,
  codeType,
  intType,
  memoryviewType,
  objectType,
  tupleType,
  typeOf,
  typeType,
} from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { attributeErrorType, valueErrorType } from '../objects/exception-types.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { truth } from '../objects/truth.ts'
import { emptyTuple, PyTuple } from '../objects/tuple.ts'
import { TypeFlags, typeName, type PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { PyMappingProxy } from './mapping-proxy-object.ts'
import { getTypeAnnotate, getTypeAnnotations, setTypeAnnotate, setTypeAnnotations } from './type-annotations.ts'
import { checkAssignable, checkMutable, setBases } from './type-mutation.ts'
import { encodableText } from './type-names.ts'

const tuples = new WeakMap<readonly PyType[], PyTuple>()

/** The tuple around `types`: always the same one. */
function tupleOf(types: readonly PyType[]): PyTuple {
  let tuple = tuples.get(types)
  if (tuple === undefined) tuples.set(types, (tuple = new PyTuple(types)))
  return tuple
}

/** Makes `bases`, which a class was made with, its `__bases__`. */
export function keepBases(bases: PyTuple): void {
  tuples.set(bases.items as readonly PyType[], bases)
}

function nameFrom(type: PyType, name: string, value: Value | undefined): string {
  checkAssignable(type, name, value)
  const text = asStr(value)
  if (text === undefined)
    raiseTypeError(`can only assign string to ${type.name}.${name}, not '${typeName(typeOf(value))}'`)
  return textOf(text)
}

function setName(type: PyType, value: Value | undefined): void {
  const text = nameFrom(type, '__name__', value)
  if (text.includes('\0')) raise(valueErrorType, 'type name must not contain null characters')
  type.name = encodableText(text)
  type.modified()
}

function setQualname(type: PyType, value: Value | undefined): void {
  type.qualname = nameFrom(type, '__qualname__', value)
  type.modified()
}

function getModule(type: PyType): Value {
  if (!type.isHeap) return type.module
  return type.namespace.get('__module__') ?? raise(attributeErrorType, '__module__')
}

function setModule(type: PyType, value: Value | undefined): void {
  checkAssignable(type, '__module__', value)
  type.set('__module__', value)
  type.set('__firstlineno__', undefined)
}

function getDoc(type: PyType): Value {
  if (!type.isHeap) return type.doc
  const found = type.namespace.get('__doc__')
  if (found === undefined) return null
  const get = typeOf(found).descrGet
  return get === null ? found : get(found, undefined, type)
}

function setDoc(type: PyType, value: Value | undefined): void {
  checkAssignable(type, '__doc__', value)
  type.set('__doc__', value)
}

/** Of a class made in Python: what its documentation begins with, if it is written as builtin types' is. */
function getTextSignature(type: PyType): Value {
  if (!type.isHeap) return type.textSignature
  const doc = asStr(type.namespace.get('__doc__') ?? null)
  if (doc === undefined || !textOf(doc).startsWith(type.name)) return null
  return /^\((?:(?!\n\n).)*?\)(?=\n--\n\n)/s.exec(textOf(doc).slice(type.name.length))?.[0] ?? null
}

const raiseNoAbstractMethods = (): never => raise(attributeErrorType, '__abstractmethods__')

function getAbstractMethods(type: PyType): Value {
  return (type.isHeap ? type.namespace.get('__abstractmethods__') : undefined) ?? raiseNoAbstractMethods()
}

function setAbstractMethods(type: PyType, value: Value | undefined): void {
  checkMutable(type, '__abstractmethods__')
  const isAbstract = value !== undefined && truth(value)
  if (value === undefined && !type.namespace.has('__abstractmethods__')) raiseNoAbstractMethods()
  type.set('__abstractmethods__', value)
  type.flags = isAbstract ? type.flags | TypeFlags.abstract : type.flags & ~TypeFlags.abstract
}

/** `type` itself has this very descriptor by that name. */
function getTypeParams(type: PyType): Value {
  return type === typeType ? emptyTuple : (type.namespace.get('__type_params__') ?? emptyTuple)
}

function setTypeParams(type: PyType, value: Value | undefined): void {
  checkAssignable(type, '__type_params__', value)
  type.set('__type_params__', value)
}

export const typeGetSet = () =>
  [
    [
      '__name__',
      (type: PyType) => (type.isHeap ? strOf(type.name) : type.name.slice(type.name.lastIndexOf('.') + 1)),
      setName,
    ],
    ['__qualname__', (type: PyType) => strOf(type.qualname), setQualname],
    ['__bases__', (type: PyType) => tupleOf(type.bases), setBases],
    ['__mro__', (type: PyType) => (type.mro.length === 0 ? null : tupleOf(type.mro))],
    ['__module__', getModule, setModule],
    ['__abstractmethods__', getAbstractMethods, setAbstractMethods],
    ['__dict__', (type: PyType) => new PyMappingProxy(type, 'namespace')],
    ['__doc__', getDoc, setDoc],
    ['__text_signature__', getTextSignature],
    ['__annotations__', getTypeAnnotations, setTypeAnnotations],
    ['__annotate__', getTypeAnnotate, setTypeAnnotate],
    ['__type_params__', getTypeParams, setTypeParams],
  ] as const

/** Of the types whose instances have no fixed size in CPython. */
const itemSizes = new Map([
  [intType, 4],
  [tupleType, 8],
  [bytesType, 1],
  [typeType, 40],
  [memoryviewType, 8],
  [codeType, 2],
])

export const typeMembers = () =>
  [
    ['__basicsize__', (type: PyType) => (type.solid === intType ? 24 : 16) + 8 * type.reservedSlots],
    ['__itemsize__', (type: PyType) => itemSizes.get(type.solid) ?? 0],
    ['__flags__', flagsOf],
    ['__weakrefoffset__', (type: PyType) => ((type.flags & TypeFlags.weakref) !== 0 ? -32 : 0)],
    ['__base__', (type: PyType) => type.base],
    ['__dictoffset__', (type: PyType) => ((type.flags & TypeFlags.dict) !== 0 ? -1 : 0)],
  ] as const

/** CPython's bits of `tp_flags` (Include/object.h) for ours. */
const bits: readonly (readonly [ours: number, theirs: number])[] = [
  [TypeFlags.sequence, 1 << 5],
  [TypeFlags.mapping, 1 << 6],
  [TypeFlags.noInstantiation, 1 << 7],
  [TypeFlags.heap, 1 << 9],
  [TypeFlags.fromSpec, 1 << 9],
  [TypeFlags.base, 1 << 10],
  [TypeFlags.abstract, 1 << 20],
  [TypeFlags.matchSelf, 1 << 22],
  [TypeFlags.longSubclass, 1 << 24],
  [TypeFlags.listSubclass, 1 << 25],
  [TypeFlags.tupleSubclass, 1 << 26],
  [TypeFlags.bytesSubclass, 1 << 27],
  [TypeFlags.strSubclass, 1 << 28],
  [TypeFlags.dictSubclass, 1 << 29],
  [TypeFlags.exceptionSubclass, 1 << 30],
  [TypeFlags.typeSubclass, 2 ** 31],
]

const READY = 1 << 12
const HAVE_GC = 1 << 14
const IMMUTABLE = 1 << 8

const INLINE_VALUES = 1 << 2
const MANAGED_WEAKREF = 1 << 3
const MANAGED_DICT = 1 << 4

/** What the instances of a class made in Python hold besides their slots. */
function managedFlags(type: PyType): number {
  const hasDict = (type.flags & TypeFlags.dict) !== 0
  const ofDict = hasDict ? MANAGED_DICT + (type.solid === objectType ? INLINE_VALUES : 0) : 0
  return ofDict + ((type.flags & TypeFlags.weakref) === 0 ? 0 : MANAGED_WEAKREF)
}

function flagsOf(type: PyType): number {
  let flags = READY + (type.isHeap ? HAVE_GC : IMMUTABLE)
  for (const [ours, theirs] of bits) if ((type.flags & ours) !== 0) flags += theirs
  return type.isHeap ? flags + managedFlags(type) : flags
}
