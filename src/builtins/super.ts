/**
 * `super`: attributes of the classes after a given one in an object's method resolution order. As in Objects/typeobject.c.
 *
 * Without arguments it reads the frame that calls it: the first parameter, and the cell in which the compiler keeps `__class__`.
 */
import { findAttribute, genericFind, raiseNoAttribute } from '../objects/attribute.ts'
import { superType, typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { PySuper } from '../objects/callable.ts'
import { CO_FAST_CELL, CO_FAST_FREE } from '../compiler/code.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { runtimeErrorType } from '../objects/exception-types.ts'
import { PyCell, type Frame } from '../objects/frame.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { strOf } from '../objects/str.ts'
import { PyType, typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

/** The class whose order `super(type, object)` follows: that of the object, or the object itself if it is a class. */
export function superOwner(type: PyType, object: Value): PyType {
  if (object instanceof PyType && object.isSubtypeOf(type)) return object
  const own = typeOf(object)
  if (own.isSubtypeOf(type)) return own
  const claimed = findAttribute(object, '__class__')
  if (claimed instanceof PyType && claimed !== own && claimed.isSubtypeOf(type)) return claimed
  const [what, name] = object instanceof PyType ? ['type', typeName(object)] : ['instance of', typeName(own)]
  raiseTypeError(`super(type, obj): obj (${what} ${name}) is not an instance or subtype of type (${typeName(type)}).`)
}

/** `super(start, self).name`, given the class that superOwner found; undefined if no later class has it. */
export function findSuperAttribute(start: PyType, self: Value, owner: PyType, name: string): Value | undefined {
  const found = findAfter(start, owner, name)
  if (found === undefined) return undefined
  const get = typeOf(found).descrGet
  return get === null ? found : get(found, self === owner ? undefined : self, owner)
}

/** What the classes after `start` have under `name`, unbound. */
export function findAfter(start: PyType, owner: PyType, name: string): Value | undefined {
  const { mro } = owner
  for (let i = mro.indexOf(start) + 1; i < mro.length; i++) {
    const found = mro[i]!.namespace.get(name)
    if (found !== undefined) return found
  }
  return undefined
}

superType.getattribute = (self: PySuper, name) => {
  if (self.owner !== undefined && name !== '__class__') {
    const found = findSuperAttribute(self.start!, self.self!, self.owner, name)
    if (found !== undefined) return found
  }
  const found = genericFind(self, name)
  return found === undefined ? raiseNoAttribute(self, name) : found
}

superType.new = type => new PySuper(type)
superType.init = (self: PySuper, args, keywords) => {
  checkArguments(args, keywords)
  const { start, object } = args.length === 0 ? implicitArguments() : explicitArguments(args)
  self.start = start
  self.self = object
  self.owner = object === undefined ? undefined : superOwner(start, object)
}

function checkArguments(args: Value[], keywords: KeywordNames): void {
  if (keywords !== null && keywords.length > 0) raiseTypeError('super() takes no keyword arguments')
  if (args.length > 2) raiseTypeError(`super() expected at most 2 arguments, got ${args.length}`)
}

interface SuperArguments {
  readonly start: PyType
  readonly object: Value | undefined
}

function explicitArguments([start, object]: Value[]): SuperArguments {
  if (!(start instanceof PyType)) {
    const name = start === null ? 'None' : typeName(typeOf(start!))
    raiseTypeError(`super() argument 1 must be a type, not ${name}`)
  }
  return { start, object: object === null ? undefined : object }
}

function fail(message: string): never {
  raise(runtimeErrorType, `super(): ${message}`)
}

/** What `super()` stands for in the frame that calls it. */
function implicitArguments(): SuperArguments {
  const { frame } = vm
  if (frame === null) fail('no current frame')
  const { code } = frame.code
  if (code.argcount === 0) fail('no arguments')
  let object = frame.slots[0]
  if ((code.localspluskinds[0]! & CO_FAST_CELL) !== 0 && object instanceof PyCell) object = object.value
  if (object === undefined) fail('arg[0] deleted')
  return { start: classOfFrame(frame), object }
}

function classOfFrame(frame: Frame): PyType {
  const { localsplusnames, localspluskinds } = frame.code.code
  const at = localsplusnames.findIndex((name, i) => name === '__class__' && (localspluskinds[i]! & CO_FAST_FREE) !== 0)
  if (at < 0) fail('__class__ cell not found')
  const cell = frame.slots[at]
  if (!(cell instanceof PyCell)) fail('bad __class__ cell')
  if (cell.value === undefined) fail('empty __class__ cell')
  if (!(cell.value instanceof PyType)) fail(`__class__ is not a type (${typeName(typeOf(cell.value))})`)
  return cell.value
}

superType.descrGet = (self: PySuper, instance) => {
  if (instance === undefined || instance === null || self.owner !== undefined) return self
  if (self.type !== superType) return call(self.type, [self.start!, instance])
  const bound = new PySuper()
  bound.start = self.start
  bound.self = instance
  bound.owner = superOwner(self.start!, instance)
  return bound
}

superType.repr = (self: PySuper) => {
  const start = self.start === undefined ? 'NULL' : self.start.name
  const object = self.owner === undefined ? 'NULL' : `<${self.owner.name} object>`
  return strOf(`<super: <class '${start}'>, ${object}>`)
}

defineType(superType, {
  doc: 'super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires issubclass(type2, type)',
  members: () => [
    ['__thisclass__', (self: PySuper) => self.start ?? null, null, 'the class invoking super()'],
    ['__self__', (self: PySuper) => self.self ?? null, null, 'the instance invoking super(); may be None'],
    [
      '__self_class__',
      (self: PySuper) => self.owner ?? null,
      null,
      'the type of the instance invoking super(); may be None',
    ],
  ],
})
