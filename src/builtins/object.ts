/** `object`: what every value can do. As in Objects/typeobject.c. */
import { objectType, typeOf } from '../objects/builtin-types.ts'
import { defineType } from '../objects/define.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { itemsOf } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { NotImplemented } from '../objects/number.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { strOf, type Str } from '../objects/str.ts'
import { reprText, reprValue, str } from '../objects/text.ts'
import { TypeFlags, typeName, type PyType } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { newInstance } from './finalizers.ts'
import { addressOf } from './method-descriptors.ts'
import { setClass } from './object-class.ts'
import { directoryOf } from './object-directory.ts'
import { defaultState, reduceByProtocol, reduceEx } from './object-pickle.ts'
import { fullTypeName } from './type.ts'

function newObject(type: PyType, args: Value[], _keywords: KeywordNames): Value {
  if (args.length > 0) {
    if (type.new !== newObject) raiseTypeError('object.__new__() takes exactly one argument (the type to instantiate)')
    if (type.init === initObject) raiseTypeError(`${type.name}() takes no arguments`)
  }
  if ((type.flags & TypeFlags.abstract) !== 0) raiseAbstract(type)
  return type === objectType ? new PyObject(type) : newInstance(type)
}

function raiseAbstract(type: PyType): never {
  const methods = itemsOf(type.namespace.get('__abstractmethods__')!).map(reprText).sort()
  const plural = methods.length > 1 ? 's' : ''
  raiseTypeError(
    `Can't instantiate abstract class ${type.name} without an implementation for abstract method${plural} ${methods.join(', ')}`,
  )
}

function initObject(self: Value, args: Value[], _keywords: KeywordNames): void {
  if (args.length === 0) return
  const type = typeOf(self)
  if (type.init !== initObject)
    raiseTypeError('object.__init__() takes exactly one argument (the instance to initialize)')
  if (type.new === newObject)
    raiseTypeError(`${type.name}.__init__() takes exactly one argument (the instance to initialize)`)
}

objectType.new = newObject
objectType.init = initObject
objectType.repr = self => strOf(`<${fullTypeName(typeOf(self))} object at ${addressOf(self)}>`)
objectType.str = reprValue

function formatObject(self: Value, spec: Str): Value {
  if (spec !== '') raiseTypeError(`unsupported format string passed to ${typeName(typeOf(self))}.__format__`)
  return str(self)
}

/** Named after the class it is called on, not after `object`, in its complaints. */
function initSubclass(): Builtin {
  const method = builtin('__init_subclass__($type, /)', () => null, 'This method is called when a class is subclassed.')
  method.call = (self, args, keywords) => {
    const name = `${(self as PyType).qualname}.__init_subclass__()`
    if (keywords !== null && keywords.length > 0) raiseTypeError(`${name} takes no keyword arguments`)
    if (args.length > 0) raiseTypeError(`${name} takes no arguments (${args.length} given)`)
    return null
  }
  return method
}

defineType(objectType, {
  doc: 'The base class of the class hierarchy.',
  signature: '()',
  methods: () => [
    builtin('__reduce_ex__($self, protocol: int, /)', reduceEx, 'Helper for pickle.'),
    builtin('__reduce__($self, /)', (self: Value) => reduceByProtocol(self, 0), 'Helper for pickle.'),
    builtin('__getstate__($self, /)', (self: Value) => defaultState(self, false), 'Helper for pickle.'),
    builtin('__format__($self, format_spec: str, /)', formatObject, 'Default object formatter.'),
    builtin(
      '__sizeof__($self, /)',
      (self: Value) => 16 + 8 * typeOf(self).reservedSlots,
      'Size of object in memory, in bytes.',
    ),
    builtin('__dir__($self, /)', (self: Value) => new PyList(directoryOf(self)), 'Default dir() implementation.'),
  ],
  classMethods: () => [
    builtin(
      '__subclasshook__($type, object, /)',
      () => NotImplemented,
      'Abstract classes can override this to customize issubclass().',
    ),
    initSubclass(),
  ],
  getset: () => [['__class__', (self: Value) => typeOf(self), setClass, "the object's class"]],
})
