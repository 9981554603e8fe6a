/**
 * Weak references and their callbacks. As in Objects/weakrefobject.c.
 *
 * The engine's garbage collector decides when an object is gone: unlike in CPython, `del` of the last name does not clear a weak reference
 * at once. Callbacks run when the engine reports the death, between two turns of its event loop, or when the deaths are asked for: after
 * `gc.collect()`, and now and then while references are made, since a program may never let the event loop turn.
 */
import * as builtinTypes from '../objects/builtin-types.ts'
import { builtinType, typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { richCompare } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { raised, raiseTypeError } from '../objects/exception.ts'
import { hashOf } from '../objects/hash.ts'
import { hooks } from '../objects/hooks.ts'
import { lookupSpecial } from '../objects/attribute.ts'
import { NotImplemented } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { EQ, NE, type KeywordNames } from '../objects/slots.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { TypeFlags, typeName, type PyType } from '../objects/type.ts'
import { isSame, PyObject, type Value } from '../objects/value.ts'
import { enterVm, vm, type Vm } from '../objects/vm.ts'
import { genericAlias } from './generic-alias-object.ts'
import { addressText } from './method-descriptors.ts'
import { addWeakref, PyWeakref, sharedWeakref } from './weakref-list.ts'

/** The builtin types whose instances can be weakly referenced; unions and generic aliases say so where they are made. */
const referable = [
  builtinTypes.setType,
  builtinTypes.frozensetType,
  builtinTypes.memoryviewType,
  builtinTypes.functionType,
  builtinTypes.methodType,
  builtinTypes.builtinFunctionType,
  builtinTypes.codeType,
  builtinTypes.generatorType,
  builtinTypes.coroutineType,
  builtinTypes.asyncGeneratorType,
  builtinTypes.moduleType,
  builtinTypes.typeType,
]
for (const type of referable) type.flags |= TypeFlags.weakref

export const weakrefType = builtinType('ReferenceType', {
  module: 'weakref',
  flags: TypeFlags.base,
})

interface Watched {
  readonly reference: WeakRef<PyWeakref>
  readonly vm: Vm
}

const registry = new FinalizationRegistry<Watched>(watched => {
  const { reference, vm: owner } = watched
  owner.state(watch).delete(watched)
  const weakref = reference.deref()
  if (weakref === undefined) return
  const before = enterVm(owner)
  try {
    announceDeath(weakref)
  } finally {
    enterVm(before)
  }
})

/** The references of an interpreter that have callbacks. */
const watch = { create: () => new Set<Watched>() }

function announceDeath(weakref: PyWeakref): void {
  const { callback } = weakref
  weakref.callback = null
  if (callback === null) return
  try {
    call(callback, [weakref])
  } catch (thrown) {
    hooks.unraisable(raised(thrown), null, callback)
  }
}

/** Calls the callbacks of references whose objects are gone. */
export function announceDeaths(): void {
  const watched = vm.state(watch)
  // As in CPython, the newest reference hears of it first.
  for (const each of [...watched].reverse()) {
    const weakref = each.reference.deref()
    if (weakref !== undefined && weakref.object !== undefined) continue
    watched.delete(each)
    if (weakref !== undefined) announceDeath(weakref)
  }
}

/** References that an interpreter makes between two looks at what has died. */
const period = 4096

const births = { create: () => ({ left: period }) }

function countBirth(): void {
  const count = vm.state(births)
  if (--count.left > 0) return
  count.left = Math.max(period, vm.state(watch).size)
  vm.host.collector?.release()
  announceDeaths()
}

export function checkReferable(object: Value): asserts object is PyObject {
  const type = typeOf(object)
  if (!(object instanceof PyObject) || (type.flags & TypeFlags.weakref) === 0)
    raiseTypeError(`cannot create weak reference to '${typeName(type)}' object`)
}

/** A reference of the type to the object: an old one if there is one without a callback that can be shared. */
export function makeWeakref(type: PyType, object: Value, callback: Value, shared: boolean): PyWeakref {
  checkReferable(object)
  if (shared && callback === null) {
    const known = sharedWeakref(object, type)
    if (known !== undefined) return known
  }
  countBirth()
  const weakref = new PyWeakref(type, object, callback)
  addWeakref(object, weakref)
  if (callback !== null) {
    const watched = { reference: new WeakRef(weakref), vm }
    vm.state(watch).add(watched)
    registry.register(object, watched)
  }
  return weakref
}

/** The object and callback among the arguments of a reference's constructor. */
export function referenceArguments(name: string, args: Value[], keywords: KeywordNames): [Value, Value] {
  const given = args.length - (keywords?.length ?? 0)
  if (given < 1) raiseTypeError(`${name} expected at least 1 argument, got ${given}`)
  if (given > 2) raiseTypeError(`${name} expected at most 2 arguments, got ${given}`)
  return [args[0]!, given === 2 ? args[1]! : null]
}

weakrefType.new = (type, args, keywords) => {
  const [object, callback] = referenceArguments('__new__', args, keywords)
  return makeWeakref(type, object, callback, type === weakrefType)
}
weakrefType.init = (_self, args, keywords) => {
  if (keywords !== null && keywords.length > 0) raiseTypeError('ref() takes no keyword arguments')
  referenceArguments('__init__', args, keywords)
}
weakrefType.call = (self: PyWeakref, args, keywords) => {
  if (keywords !== null && keywords.length > 0) raiseTypeError('weakref() takes no keyword arguments')
  if (args.length > 0) raiseTypeError(`weakref expected 0 arguments, got ${args.length}`)
  return self.object ?? null
}

weakrefType.repr = (self: PyWeakref) => {
  const { object } = self
  const address = addressText(self)
  if (object === undefined) return strOf(`<weakref at ${address}; dead>`)
  const name = lookupSpecial(object, '__name__')
  const text = name === undefined ? undefined : asStr(name)
  const named = text === undefined ? '' : ` (${textOf(text)})`
  return strOf(`<weakref at ${address}; to '${typeName(object.type)}' at ${addressText(object)}${named}>`)
}

weakrefType.hash = (self: PyWeakref) => {
  if (self.hash !== null) return self.hash
  const { object } = self
  if (object === undefined) raiseTypeError('weak object has gone away')
  return (self.hash = hashOf(object))
}

/** By what is referred to, as long as it lives; then by identity. */
weakrefType.richcompare = (self: PyWeakref, other, op) => {
  if (!(other instanceof PyWeakref) || !other.type.isSubtypeOf(weakrefType) || (op !== EQ && op !== NE))
    return NotImplemented
  const [left, right] = [self.object, other.object]
  if (left === undefined || right === undefined) return isSame(self, other) === (op === EQ)
  return richCompare(left, right, op)
}

defineType(weakrefType, {
  classMethods: () => [builtin('__class_getitem__($type, object, /)', genericAlias, 'See PEP 585')],
  members: () => [['__callback__', (self: PyWeakref) => self.callback]],
})
