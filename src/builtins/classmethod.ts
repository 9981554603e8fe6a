/** `classmethod` and `staticmethod`. As in Objects/funcobject.c. */
import { findAttribute, lookupAttribute } from '../objects/attribute.ts'
import { classmethodType, staticmethodType, typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { PyClassMethod, PyMethod, PyStaticMethod } from '../objects/callable.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { attributeErrorType } from '../objects/exception-types.ts'
import { deleteAttribute, ensureAttributes, getAttribute, setAttribute } from '../objects/instance.ts'
import { builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { strOf } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import type { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { genericAlias } from './generic-alias-object.ts'
import { dictGetSet } from './object-dict.ts'
import { isAbstract } from './property.ts'

type Wrapper = PyClassMethod | PyStaticMethod

classmethodType.new = type => new PyClassMethod(null, type)
staticmethodType.new = type => new PyStaticMethod(null, type)

const copied = ['__module__', '__name__', '__qualname__', '__doc__']

/** Takes the function, and its name and docstring along as attributes of its own. */
function initWrapper(name: string) {
  return (self: Wrapper, args: Value[], keywords: KeywordNames): void => {
    if (keywords !== null && keywords.length > 0) raiseTypeError(`${name}() takes no keyword arguments`)
    if (args.length !== 1) raiseTypeError(`${name} expected 1 argument, got ${args.length}`)
    const callable = args[0]!
    self.callable = callable
    const attributes = ensureAttributes(self)!
    for (const each of copied) {
      const value = findAttribute(callable, each)
      if (value !== undefined) setAttribute(attributes, each, value)
    }
  }
}
classmethodType.init = initWrapper('classmethod')
staticmethodType.init = initWrapper('staticmethod')

classmethodType.descrGet = (self: PyClassMethod, instance, owner: PyType | undefined) =>
  new PyMethod(self.callable, owner ?? typeOf(instance!))
staticmethodType.descrGet = (self: PyStaticMethod) => self.callable
staticmethodType.call = (self: PyStaticMethod, args, keywords) => call(self.callable, args, keywords)

/** The function's attribute, which then becomes the wrapper's own, where it can be changed. */
function wrappedAttribute(name: string) {
  const get = (self: Wrapper): Value => {
    const attributes = ensureAttributes(self)!
    const own = getAttribute(attributes, name)
    if (own !== undefined) return own
    const value = lookupAttribute(self.callable, name)
    setAttribute(attributes, name, value)
    return value
  }
  const set = (self: Wrapper, value: Value | undefined): void => {
    const attributes = ensureAttributes(self)!
    if (value !== undefined) setAttribute(attributes, name, value)
    else if (!deleteAttribute(attributes, name)) raise(attributeErrorType, name)
  }
  return [name, get, set] as const
}

const docs = {
  classmethod: 'Convert a function to be a class method: it gets the class as its first argument.',
  staticmethod: 'Convert a function to be a static method: it gets no implicit first argument.',
}

for (const [name, type] of [
  ['classmethod', classmethodType],
  ['staticmethod', staticmethodType],
] as const) {
  type.repr = (self: Wrapper) => strOf(`<${name}(${reprText(self.callable)})>`)
  defineType(type, {
    doc: docs[name],
    signature: '(function, /)',
    classMethods: () => [builtin('__class_getitem__($type, object, /)', genericAlias, 'See PEP 585')],
    members: () => [
      ['__func__', (self: Wrapper) => self.callable],
      ['__wrapped__', (self: Wrapper) => self.callable],
    ],
    getset: () => [
      ['__isabstractmethod__', (self: Wrapper) => isAbstract(self.callable)],
      dictGetSet,
      wrappedAttribute('__annotations__'),
      wrappedAttribute('__annotate__'),
    ],
  })
}
