/** `type`: its methods. What makes a class is in type-new.ts, what calls one in type-call.ts, what changes one in type-mutation.ts. */
import { typeType } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { PyDict } from '../objects/dict.ts'
import { PyList } from '../objects/list.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import type { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import './type-call.ts'
import './type-new.ts'
import { directoryOfClass } from './object-directory.ts'
import { typeGetSet, typeMembers } from './type-attributes.ts'
import { isRealInstance, isRealSubclass } from './type-check.ts'
import { computeMro } from './type-mro.ts'
import { unionOf } from './union.ts'

/** The class as messages and reprs name it: with its module, unless that is builtins. */
export function fullTypeName(type: PyType): string {
  const module = type.isHeap ? type.namespace.get('__module__') : type.module
  const text = module === undefined ? undefined : asStr(module)
  if (text === undefined || text === 'builtins') return type.isHeap ? type.qualname : type.name
  return `${textOf(text)}.${type.qualname}`
}

typeType.repr = (type: PyType) => strOf(`<class '${fullTypeName(type)}'>`)
typeType.or = unionOf
/** A class is complete when `__new__` has made it; what `__new__` has taken is only counted once more. */
typeType.init = (_type, args, keywords) => {
  const given = args.length - (keywords?.length ?? 0)
  if (given === 1 && args.length > 1) raiseTypeError('type.__init__() takes no keyword arguments')
  if (given !== 1 && given !== 3) raiseTypeError('type.__init__() takes 1 or 3 arguments')
}

defineType(typeType, {
  doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
  methods: () => [
    builtin(
      'mro($self, /)',
      (type: PyType) => new PyList(computeMro(type)),
      "Return a type's method resolution order.",
    ),
    builtin(
      '__subclasses__($self, /)',
      (type: PyType) => new PyList(type.subclasses()),
      'Return a list of immediate subclasses.',
    ),
    builtin(
      '__instancecheck__($self, instance, /)',
      (type: PyType, instance: Value) => isRealInstance(instance, type),
      'Check if an object is an instance.',
    ),
    builtin(
      '__subclasscheck__($self, subclass, /)',
      (type: PyType, subclass: Value) => isRealSubclass(subclass, type),
      'Check if a class is a subclass.',
    ),
    builtin(
      '__dir__($self, /)',
      (type: PyType) => new PyList(directoryOfClass(type)),
      'Specialized __dir__ implementation for types.',
    ),
    builtin('__sizeof__($self, /)', () => 1064, 'Return memory consumption of the type object.'),
  ],
  classMethods: () => [
    builtin('__prepare__($cls, *args, **kwds)', () => new PyDict(), 'Create the namespace for the class statement'),
  ],
  members: typeMembers,
  getset: typeGetSet,
})
