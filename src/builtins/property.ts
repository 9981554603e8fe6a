/** `property`. As in Objects/descrobject.c. */
import { assignAttribute, attributeError, findAttribute } from '../objects/attribute.ts'
import { propertyType, typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { PyProperty } from '../objects/callable.ts'
import { defineType } from '../objects/define.ts'
import { raise, raised, raiseTypeError } from '../objects/exception.ts'
import { attributeErrorType } from '../objects/exception-types.ts'
import { builtin } from '../objects/signature.ts'
import { strOf } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import { truth } from '../objects/truth.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'

propertyType.new = type => new PyProperty(type)

const init = builtin(
  'property($self, /, fget=None, fset=None, fdel=None, doc=None)',
  (self: PyProperty, getter: Value, setter: Value, deleter: Value, doc: Value) => {
    self.getter = getter
    self.setter = setter
    self.deleter = deleter
    self.name = undefined
    initDoc(self, doc)
  },
)
propertyType.init = (self, args, keywords) => {
  init.call(self, args, keywords)
}

/** The docstring given, or the getter's. In an instance of a subclass it is an ordinary attribute. */
function initDoc(self: PyProperty, given: Value): void {
  let doc = given
  self.docFromGetter = false
  if (doc === null && self.getter !== null) {
    doc = findAttribute(self.getter, '__doc__') ?? null
    self.docFromGetter = doc !== null
  }
  if (self.type === propertyType) {
    self.doc = doc
    return
  }
  try {
    assignAttribute(self, '__doc__', doc)
  } catch (thrown) {
    if (self.docFromGetter || !raised(thrown).type.isSubtypeOf(attributeErrorType)) throw thrown
  }
}

/** The name that the class gave it, or the getter's. */
function nameOf(self: PyProperty): Value | undefined {
  if (self.name !== undefined) return self.name
  return self.getter === null ? undefined : findAttribute(self.getter, '__name__')
}

function raiseCannot(self: PyProperty, instance: Value, what: string): never {
  const name = nameOf(self)
  const which = name === undefined || name === null ? 'property' : `property ${reprText(name)}`
  raise(attributeErrorType, strOf(`${which} of ${reprText(strOf(typeOf(instance).qualname))} object has no ${what}`))
}

propertyType.descrGet = (self: PyProperty, instance) => {
  if (instance === undefined || instance === null) return self
  return self.getter === null ? raiseCannot(self, instance, 'getter') : call(self.getter, [instance])
}

propertyType.descrSet = (self: PyProperty, instance, value) => {
  if (value === undefined) {
    if (self.deleter === null) raiseCannot(self, instance, 'deleter')
    call(self.deleter, [instance])
  } else {
    if (self.setter === null) raiseCannot(self, instance, 'setter')
    call(self.setter, [instance, value])
  }
}

/** A property like this one with another function in one place. */
function copyWith(self: PyProperty, getter: Value, setter: Value, deleter: Value): Value {
  const doc = self.docFromGetter && getter !== null ? null : self.doc
  const copy = call(self.type, [getter, setter, deleter, doc])
  if (copy instanceof PyProperty && copy.type === propertyType) copy.name = self.name
  return copy
}

/** Does any of the functions say that it is abstract? */
export function isAbstract(...functions: Value[]): boolean {
  return functions.some(each => {
    const answer = each === null ? undefined : findAttribute(each, '__isabstractmethod__')
    return answer !== undefined && truth(answer)
  })
}

function setName(self: PyProperty, ...args: Value[]): void {
  if (args.length !== 2) raiseTypeError(`__set_name__() takes 2 positional arguments but ${args.length} were given`)
  self.name = args[1]!
}

function getName(self: PyProperty): Value {
  const message = `'${typeName(self.type)}' object has no attribute '__name__'`
  const name = nameOf(self)
  return name === undefined ? attributeError(self, '__name__', message) : name
}

defineType(propertyType, {
  doc: 'Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n  fdel\n    function to be used for deleting an attribute\n  doc\n    docstring',
  signature: '(fget=None, fset=None, fdel=None, doc=None)',
  methods: () => [
    builtin(
      'getter($self, object, /)',
      (self: PyProperty, getter: Value) =>
        copyWith(self, getter === null ? self.getter : getter, self.setter, self.deleter),
      'Descriptor to obtain a copy of the property with a different getter.',
    ),
    builtin(
      'setter($self, object, /)',
      (self: PyProperty, setter: Value) =>
        copyWith(self, self.getter, setter === null ? self.setter : setter, self.deleter),
      'Descriptor to obtain a copy of the property with a different setter.',
    ),
    builtin(
      'deleter($self, object, /)',
      (self: PyProperty, deleter: Value) =>
        copyWith(self, self.getter, self.setter, deleter === null ? self.deleter : deleter),
      'Descriptor to obtain a copy of the property with a different deleter.',
    ),
    builtin(
      '__set_name__($self, *args)',
      (self: PyProperty, args: Value[]) => setName(self, ...args),
      'Method to set name of a property.',
    ),
  ],
  members: () => [
    ['fget', (self: PyProperty) => self.getter],
    ['fset', (self: PyProperty) => self.setter],
    ['fdel', (self: PyProperty) => self.deleter],
    ['__doc__', (self: PyProperty) => self.doc, (self: PyProperty, value) => void (self.doc = value ?? null)],
  ],
  getset: () => [
    ['__name__', getName, (self: PyProperty, value: Value | undefined) => void (self.name = value)],
    ['__isabstractmethod__', (self: PyProperty) => isAbstract(self.getter, self.setter, self.deleter)],
  ],
})
