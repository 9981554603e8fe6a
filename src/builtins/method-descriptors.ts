/**
 * Methods of builtin types, unbound and bound: method_descriptor, classmethod_descriptor, wrapper_descriptor, method-wrapper and
 * builtin_function_or_method. As in Objects/descrobject.c and Objects/methodobject.c.
 */
import {
  builtinFunctionType,
  classmethodDescriptorType,
  methodDescriptorType,
  methodWrapperType,
  typeOf,
  wrapperDescriptorType,
} from '../objects/builtin-types.ts'
import {
  PyBuiltinFunction,
  type PyMethodDescriptor,
  PyMethodWrapper,
  type PyWrapperDescriptor,
} from '../objects/callable.ts'
import { defineType } from '../objects/define.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { hashOf, identityOf } from '../objects/hash.ts'
import { PyModule } from '../objects/module.ts'
import { NotImplemented } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { EQ, NE, type CompareOp, type KeywordNames } from '../objects/slots.ts'
import { wrapperSignature } from './method-wrapper-signatures.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType, typeName } from '../objects/type.ts'
import { isSame, type Int, type PyObject, type Value } from '../objects/value.ts'
import { builtinFunctionNamed } from './builtin-lookup.ts'
import { checkInstance } from './descriptors.ts'

/** `0x7f…`, as addresses are printed. */
export const addressText = (object: PyObject): string => `0x${identityOf(object).toString(16)}`

const reduceAs = (container: Value, name: string): Value =>
  new PyTuple([builtinFunctionNamed('getattr'), new PyTuple([container, name])])

// ---- method_descriptor and classmethod_descriptor

methodDescriptorType.descrGet = (descriptor: PyMethodDescriptor, instance) => {
  if (instance === undefined) return descriptor
  checkInstance(descriptor.builtin.name, descriptor.owner, instance)
  return new PyBuiltinFunction(descriptor.builtin, instance, null)
}

methodDescriptorType.call = (descriptor: PyMethodDescriptor, args, keywords) => {
  const { builtin, owner } = descriptor
  const self = positionalCount(args, keywords) === 0 ? undefined : args[0]
  if (self === undefined) raiseTypeError(`unbound method ${typeName(owner)}.${builtin.name}() needs an argument`)
  checkInstance(builtin.name, owner, self)
  return builtin.call(self, args.slice(1), keywords)
}

const positionalCount = (args: Value[], keywords: KeywordNames): number =>
  keywords === null ? args.length : args.length - keywords.length

classmethodDescriptorType.descrGet = (descriptor: PyMethodDescriptor, instance, owner) => {
  const { builtin, owner: base } = descriptor
  const type = (owner as PyType | undefined) ?? typeOf(instance!)
  checkSubtype(builtin.name, base, type)
  return new PyBuiltinFunction(builtin, type, null)
}

function checkSubtype(name: string, base: PyType, type: PyType): void {
  if (!type.isSubtypeOf(base))
    raiseTypeError(`descriptor '${name}' requires a subtype of '${typeName(base)}' but received '${typeName(type)}'`)
}

classmethodDescriptorType.call = (descriptor: PyMethodDescriptor, args, keywords) => {
  const { builtin, owner } = descriptor
  if (positionalCount(args, keywords) === 0)
    raiseTypeError(`descriptor '${builtin.name}' of '${typeName(owner)}' object needs an argument`)
  const type = args[0]!
  if (!(type instanceof PyType))
    raiseTypeError(
      `descriptor '${builtin.name}' for type '${typeName(owner)}' needs a type, not a '${typeName(typeOf(type))}' as arg 2`,
    )
  checkSubtype(builtin.name, owner, type)
  return builtin.call(type, args.slice(1), keywords)
}

for (const type of [methodDescriptorType, classmethodDescriptorType]) {
  type.repr = (self: PyMethodDescriptor) => `<method '${self.builtin.name}' of '${typeName(self.owner)}' objects>`
  defineType(type, {
    methods: () =>
      type === methodDescriptorType
        ? [builtin('__reduce__($self, /)', (self: PyMethodDescriptor) => reduceAs(self.owner, self.builtin.name))]
        : [],
    members: () => [
      ['__objclass__', (self: PyMethodDescriptor) => self.owner],
      ['__name__', (self: PyMethodDescriptor) => self.builtin.name],
    ],
    getset: () => [
      ['__doc__', (self: PyMethodDescriptor) => self.builtin.doc],
      ['__qualname__', (self: PyMethodDescriptor) => `${self.owner.qualname}.${self.builtin.name}`],
      ['__text_signature__', (self: PyMethodDescriptor) => self.builtin.textSignature],
    ],
  })
}

// ---- wrapper_descriptor and method-wrapper

wrapperDescriptorType.descrGet = (descriptor: PyWrapperDescriptor, instance) => {
  if (instance === undefined) return descriptor
  checkInstance(descriptor.name, descriptor.owner, instance)
  return new PyMethodWrapper(descriptor, instance)
}

wrapperDescriptorType.call = (descriptor: PyWrapperDescriptor, args, keywords) => {
  const { name, owner } = descriptor
  if (positionalCount(args, keywords) === 0)
    raiseTypeError(`descriptor '${name}' of '${typeName(owner)}' object needs an argument`)
  const self = args[0]!
  if (!typeOf(self).isSubtypeOf(owner))
    raiseTypeError(
      `descriptor '${name}' requires a '${typeName(owner)}' object but received a '${typeName(typeOf(self))}'`,
    )
  return descriptor.wrapper(self, args.slice(1), keywords, descriptor)
}

wrapperDescriptorType.repr = (self: PyWrapperDescriptor) =>
  `<slot wrapper '${self.name}' of '${typeName(self.owner)}' objects>`

defineType(wrapperDescriptorType, {
  methods: () => [builtin('__reduce__($self, /)', (self: PyWrapperDescriptor) => reduceAs(self.owner, self.name))],
  members: () => [
    ['__objclass__', (self: PyWrapperDescriptor) => self.owner],
    ['__name__', (self: PyWrapperDescriptor) => self.name],
  ],
  getset: () => [
    ['__doc__', (self: PyWrapperDescriptor) => self.doc],
    ['__qualname__', (self: PyWrapperDescriptor) => `${self.owner.qualname}.${self.name}`],
    ['__text_signature__', (self: PyWrapperDescriptor) => wrapperSignature(self.name)],
  ],
})

methodWrapperType.call = ({ descriptor, self }: PyMethodWrapper, args, keywords) =>
  descriptor.wrapper(self, args, keywords, descriptor)
methodWrapperType.repr = ({ descriptor, self }: PyMethodWrapper) =>
  `<method-wrapper '${descriptor.name}' of ${typeName(typeOf(self))} object at ${addressOf(self)}>`
methodWrapperType.hash = ({ descriptor, self }: PyMethodWrapper) => identityHashOf(descriptor, self)
methodWrapperType.richcompare = (self: PyMethodWrapper, other, op) =>
  compareIdentities(
    op,
    other instanceof PyMethodWrapper
      ? self.descriptor === other.descriptor && isSame(self.self, other.self)
      : undefined,
  )

defineType(methodWrapperType, {
  methods: () => [
    builtin('__reduce__($self, /)', ({ descriptor, self }: PyMethodWrapper) => reduceAs(self, descriptor.name)),
  ],
  members: () => [['__self__', ({ self }: PyMethodWrapper) => self]],
  getset: () => [
    ['__objclass__', ({ descriptor }: PyMethodWrapper) => descriptor.owner],
    ['__name__', ({ descriptor }: PyMethodWrapper) => descriptor.name],
    ['__qualname__', ({ descriptor }: PyMethodWrapper) => `${descriptor.owner.qualname}.${descriptor.name}`],
    ['__doc__', ({ descriptor }: PyMethodWrapper) => descriptor.doc],
    ['__text_signature__', ({ descriptor }: PyMethodWrapper) => wrapperSignature(descriptor.name)],
  ],
})

// ---- builtin_function_or_method

/** The address in a repr: primitives have none of their own, so theirs is made from their hash. */
export const addressOf = (value: Value): string =>
  typeof value === 'object' && value !== null
    ? addressText(value)
    : `0x${(0x10000 + Number(hashOf(value))).toString(16)}`

/** Hash of a pair of a method and its `self`, by identity. */
export function identityHashOf(method: object, self: Value): Int {
  const ofSelf = typeof self === 'object' && self !== null ? identityOf(self) / 16 : Number(hashOf(self))
  return (identityOf(method) / 16 + 3 * ofSelf) % Number.MAX_SAFE_INTEGER
}

/** Only == and !=; `same` undefined for an operand of another type. */
export function compareIdentities(op: CompareOp, same: boolean | undefined): Value {
  if (same === undefined || (op !== EQ && op !== NE)) return NotImplemented
  return same === (op === EQ)
}

builtinFunctionType.call = (self: PyBuiltinFunction, args, keywords) => self.builtin.call(self.self, args, keywords)

builtinFunctionType.repr = (self: PyBuiltinFunction) => {
  if (self.self === undefined || self.self instanceof PyModule) return `<built-in function ${self.builtin.name}>`
  return `<built-in method ${self.builtin.name} of ${typeName(typeOf(self.self))} object at ${addressOf(self.self)}>`
}

builtinFunctionType.hash = (self: PyBuiltinFunction) => identityHashOf(self.builtin, self.self ?? null)
builtinFunctionType.richcompare = (self: PyBuiltinFunction, other, op) =>
  compareIdentities(
    op,
    other instanceof PyBuiltinFunction
      ? self.builtin === other.builtin && isSameSelf(self.self, other.self)
      : undefined,
  )

const isSameSelf = (left: Value | undefined, right: Value | undefined): boolean =>
  left === undefined || right === undefined ? left === right : isSame(left, right)

function qualnameOf(self: PyBuiltinFunction): Value {
  const { name, owner } = self.builtin
  if (self.self instanceof PyModule) return name
  if (self.self === undefined) return owner === '' ? name : `${owner}.${name}`
  const type = self.self instanceof PyType ? self.self : typeOf(self.self)
  return `${type.qualname}.${name}`
}

defineType(builtinFunctionType, {
  methods: () => [
    builtin('__reduce__($self, /)', (self: PyBuiltinFunction) =>
      self.self === undefined || self.self instanceof PyModule
        ? self.builtin.name
        : reduceAs(self.self, self.builtin.name),
    ),
  ],
  members: () => [['__module__', (self: PyBuiltinFunction) => self.module]],
  getset: () => [
    ['__doc__', (self: PyBuiltinFunction) => self.builtin.doc],
    ['__name__', (self: PyBuiltinFunction) => self.builtin.name],
    ['__qualname__', qualnameOf],
    ['__self__', (self: PyBuiltinFunction) => self.self ?? null],
    ['__text_signature__', (self: PyBuiltinFunction) => self.builtin.textSignature],
  ],
})
