/**
 * The descriptors in the namespaces of builtin types and of classes with `__slots__`: attributes computed by TypeScript (getset),
 * fields of an object (member) and values that `__slots__` reserved (member, too). As in Objects/descrobject.c.
 *
 * A builtin's field and a reserved slot are one type in Python and two classes here: `PyGetSet` whose type is member_descriptor, and
 * `PyMemberDescriptor`.
 */
import { attributeError } from '../objects/attribute.ts'
import { getsetDescriptorType, memberDescriptorType, typeOf } from '../objects/builtin-types.ts'
import { PyGetSet, type PyMemberDescriptor } from '../objects/callable.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { attributeErrorType } from '../objects/exception-types.ts'
import { type Attributes, deleteAttribute, ensureAttributes, getAttribute, setAttribute } from '../objects/instance.ts'
import { PyTuple } from '../objects/tuple.ts'
import { fullName, typeName, type PyType } from '../objects/type.ts'
import type { PyObject, Value } from '../objects/value.ts'
import { builtinFunctionNamed } from './builtin-lookup.ts'
import { builtin } from '../objects/signature.ts'

type Descriptor = PyGetSet | PyMemberDescriptor

/** Complains unless `object` is an instance of the type that the descriptor belongs to. */
export function checkInstance(name: string, owner: PyType, object: Value): void {
  const type = typeOf(object)
  if (type !== owner && !type.isSubtypeOf(owner))
    raiseTypeError(
      `descriptor '${name}' for '${typeName(owner)}' objects doesn't apply to a '${typeName(type)}' object`,
    )
}

function getAttributeOf(descriptor: PyGetSet, instance: Value | undefined): Value {
  if (instance === undefined) return descriptor
  checkInstance(descriptor.name, descriptor.owner, instance)
  return descriptor.get(instance as never)
}

function setAttributeOf(descriptor: PyGetSet, instance: Value, value: Value | undefined): void {
  const { name, owner, set } = descriptor
  checkInstance(name, owner, instance)
  if (set !== null) return set(instance as never, value)
  if (descriptor.type === memberDescriptorType) raise(attributeErrorType, 'readonly attribute')
  attributeErrorUnnamed(`attribute '${name}' of '${typeName(owner)}' objects is not writable`)
}

const attributeErrorUnnamed = (message: string): never => raise(attributeErrorType, message)

/** The value that `__slots__` reserved; raises AttributeError while there is none. */
export function getReserved(descriptor: PyMemberDescriptor, instance: Value): Value {
  const { attributes } = instance as PyObject
  const value = attributes === null ? undefined : reservedIn(attributes, descriptor)
  if (value !== undefined) return value
  attributeError(
    instance,
    descriptor.name,
    `'${fullName(typeOf(instance))}' object has no attribute '${descriptor.name}'`,
  )
}

export function setReserved(descriptor: PyMemberDescriptor, instance: Value, value: Value | undefined): void {
  const attributes = ensureAttributes(instance as PyObject)!
  const { index, key } = descriptor
  if (value === undefined && reservedIn(attributes, descriptor) === undefined)
    raise(attributeErrorType, descriptor.name)
  if (!attributes.shape.type.hasShapedSlots) attributes.slots[index] = value
  else if (value === undefined) deleteAttribute(attributes, key)
  else setAttribute(attributes, key, value)
}

const reservedIn = (attributes: Attributes, { key, index }: PyMemberDescriptor): Value | undefined =>
  attributes.shape.type.hasShapedSlots ? getAttribute(attributes, key) : attributes.slots[index]

getsetDescriptorType.descrGet = getAttributeOf
getsetDescriptorType.descrSet = setAttributeOf
memberDescriptorType.descrGet = (descriptor: Descriptor, instance) => {
  if (descriptor instanceof PyGetSet) return getAttributeOf(descriptor, instance)
  if (instance === undefined) return descriptor
  checkInstance(descriptor.name, descriptor.owner, instance)
  return getReserved(descriptor, instance)
}
memberDescriptorType.descrSet = (descriptor: Descriptor, instance, value) => {
  if (descriptor instanceof PyGetSet) return setAttributeOf(descriptor, instance, value)
  checkInstance(descriptor.name, descriptor.owner, instance)
  setReserved(descriptor, instance, value)
}
getsetDescriptorType.repr = (self: Descriptor) => `<attribute '${self.name}' of '${typeName(self.owner)}' objects>`
memberDescriptorType.repr = (self: Descriptor) => `<member '${self.name}' of '${typeName(self.owner)}' objects>`

const docOf = (self: Descriptor): Value => (self instanceof PyGetSet ? self.doc : null)
const qualnameOf = (self: Descriptor): string => `${self.owner.qualname}.${self.name}`

const members = () =>
  [
    ['__objclass__', (self: Descriptor) => self.owner],
    ['__name__', (self: Descriptor) => self.name],
  ] as const
const getset = () =>
  [
    ['__doc__', docOf],
    ['__qualname__', qualnameOf],
  ] as const

defineType(getsetDescriptorType, { members, getset })
defineType(memberDescriptorType, {
  methods: () => [
    builtin(
      '__reduce__($self, /)',
      (self: Descriptor) => new PyTuple([builtinFunctionNamed('getattr'), new PyTuple([self.owner, self.name])]),
    ),
  ],
  members,
  getset,
})
