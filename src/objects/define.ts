/**
 * Declaring what a builtin type has: `defineType` in the file that holds its methods.
 *
 *     defineType(listType, {
 *       doc: 'Built-in mutable sequence. …',
 *       methods: () => [
 *         builtin('append($self, object, /)', (self: PyList, object: Value) => self.push(object), 'Append object …'),
 *       ],
 *       classMethods: () => […],  staticMethods: () => […],
 *       getset: () => [['real', (self: Value) => self, null, 'the real part …']],
 *       members: () => […],                     as getset, where CPython has a field of a struct
 *       attributes: () => ({ __class_getitem__: … }),
 *     })
 *
 * Slots are assigned to the type directly, before. The lists are functions because they are made when the type is first looked into.
 */
import { memberDescriptorType, objectType, typeOf } from './builtin-types.ts'
import { PyBuiltinFunction, PyGetSet, PyMethodDescriptor, PyStaticMethod } from './callable.ts'
import { addSlotMethods, inheritSlots } from './dunders.ts'
import { raiseTypeError } from './exception.ts'
import { Builtin } from './signature.ts'
import { PyType, TypeFlags, builtinTypes, typeName } from './type.ts'
import type { Value } from './value.ts'

type Get = (self: never) => Value
type Set = ((self: never, value: Value | undefined) => void) | null

export interface TypeDeclaration {
  doc?: string
  /** `__text_signature__`, as `(object=(), /)`. */
  signature?: string
  methods?: () => readonly Builtin[]
  classMethods?: () => readonly Builtin[]
  staticMethods?: () => readonly Builtin[]
  getset?: () => readonly (readonly [name: string, get: Get, set?: Set, doc?: string | null])[]
  members?: () => readonly (readonly [name: string, get: Get, set?: Set, doc?: string | null])[]
  attributes?: () => Readonly<Record<string, Value>>
}

const declarations = new Map<PyType, TypeDeclaration>()

export function defineType(type: PyType, declaration: TypeDeclaration): void {
  type.doc = declaration.doc ?? null
  type.textSignature = declaration.signature ?? null
  declarations.set(type, declaration)
  type.pending = fillNamespace
}

let completed = 0

/**
 * Completes the builtin types once every file of a part that declares their slots has been loaded: with the slots that they inherit, and, also where
 * nothing is declared, with the methods of their slots.
 */
export function completeTypes(): void {
  for (; completed < builtinTypes.length; completed++) {
    const type = builtinTypes[completed]!
    if (!declarations.has(type)) type.pending = fillNamespace
    if (type === objectType) continue
    inheritSlots(type)
    type.base?.addSubclass(type)
  }
}

function fillNamespace(type: PyType): void {
  const { methods, classMethods, staticMethods, getset, members, attributes } = declarations.get(type) ?? {}
  const owner = type.name
  for (const builtin of methods?.() ?? []) {
    builtin.owner = owner
    type.define(builtin.name, new PyMethodDescriptor(builtin, type, 'method'))
  }
  for (const builtin of classMethods?.() ?? []) {
    builtin.owner = owner
    type.define(builtin.name, new PyMethodDescriptor(builtin, type, 'classmethod'))
  }
  for (const builtin of staticMethods?.() ?? []) {
    builtin.owner = owner
    type.define(builtin.name, new PyStaticMethod(new PyBuiltinFunction(builtin, type, null)))
  }
  for (const [name, get, set, doc] of getset?.() ?? [])
    type.define(name, new PyGetSet(name, type, get, set ?? null, doc ?? null))
  for (const [name, get, set, doc] of members?.() ?? []) {
    const member = new PyGetSet(name, type, get, set ?? null, doc ?? null)
    member.type = memberDescriptorType
    type.define(name, member)
  }
  for (const [name, value] of Object.entries(attributes?.() ?? {})) type.define(name, value)
  if (type.new !== null && type.new !== type.base?.new && (type.flags & TypeFlags.noInstantiation) === 0)
    type.define('__new__', newMethod(type))
  addSlotMethods(type)
  if (!type.namespace.has('__doc__')) type.define('__doc__', type.doc)
}

/** `int.__new__`: makes an instance of its first argument, a subtype. As tp_new_wrapper (Objects/typeobject.c). */
function newMethod(type: PyType): Value {
  const builtin = new Builtin(
    '__new__($type, *args, **kwargs)',
    unreachableNew,
    'Create and return a new object.  See help(type) for accurate signature.',
  )
  builtin.call = (_self, args, keywords) => {
    const [subtype, ...rest] = args
    const name = typeName(type)
    if (subtype === undefined) raiseTypeError(`${name}.__new__(): not enough arguments`)
    if (!(subtype instanceof PyType))
      raiseTypeError(`${name}.__new__(X): X is not a type object (${typeName(typeOf(subtype))})`)
    if (!subtype.isSubtypeOf(type))
      raiseTypeError(`${name}.__new__(${typeName(subtype)}): ${typeName(subtype)} is not a subtype of ${name}`)
    let builtinBase: PyType | null = subtype
    while (builtinBase?.isHeap) builtinBase = builtinBase.base
    if (builtinBase !== null && (builtinBase.new === null || (builtinBase.flags & TypeFlags.noInstantiation) !== 0))
      raiseTypeError(`cannot create '${typeName(builtinBase)}' instances`)
    if (builtinBase !== null && builtinBase.new !== type.new)
      raiseTypeError(`${name}.__new__(${typeName(subtype)}) is not safe, use ${typeName(builtinBase)}.__new__()`)
    return type.new!(subtype, rest, keywords)
  }
  return new PyBuiltinFunction(builtin, type, null)
}

const unreachableNew = (): never => {
  throw new Error('__new__ is called through its own binding')
}
