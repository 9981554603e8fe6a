/** Attributes: loading, storing, deleting; methods; super. */
import type { AttributeCache, FunctionCache, StoreCache, SuperCache } from '../interpreter/inline-caches.ts'
import { cachedSuperMethod, loadMethod, loadSuperAttribute, loadSuperMethod } from '../interpreter/attributes.ts'
import { newFrame1, newFrame2 } from '../interpreter/calls.ts'
import * as specializeAttributes from '../interpreter/specialize-attributes.ts'
import { lookupAttribute } from '../objects/attribute.ts'
import { superType, typeOf } from '../objects/builtin-types.ts'
import { addAt, PyInstance } from '../objects/instance.ts'
import { PyModule } from '../objects/module.ts'
import { strOf } from '../objects/str.ts'
import { PyType } from '../objects/type.ts'
import { isUnboxable, PyFloat, type Value } from '../objects/value.ts'
import {
  adaptive,
  cache,
  code,
  enterFrame,
  exitUnless,
  instruction,
  oparg,
  pc,
  specialization,
  uop,
  type Elsewhere,
  type If,
  type Unbound,
} from './kit.ts'

// LOAD_ATTR. With the oparg's low bit set a call follows: then a method comes unbound, and its `self` above it.

export const _SPECIALIZE_LOAD_ATTR = uop((owner: Value): Value => {
  specializeAttributes.loadAttr(code, pc, oparg, owner)
  return owner
})
export const _LOAD_ATTR = uop((owner: Value): [Value, If<'oparg & 1', Unbound>] => {
  const name = code.names[oparg >> 1]!
  if ((oparg & 1) === 0) return [lookupAttribute(owner, name), undefined]
  const method = loadMethod(owner, name)
  if (method === undefined) return [lookupAttribute(owner, name), undefined]
  return [method, owner]
})
export const LOAD_ATTR = adaptive(_SPECIALIZE_LOAD_ATTR, _LOAD_ATTR)

/** The shape tells type and place; the version, that the type has got no data descriptor of that name since. */
export const _GUARD_SHAPE = uop((owner: Value): [PyInstance, AttributeCache] => {
  exitUnless(owner instanceof PyInstance)
  const shape = owner.shape
  let known: AttributeCache | null = cache<AttributeCache>()
  while (known.shape !== shape) {
    known = known.next
    exitUnless(known !== null)
  }
  exitUnless(shape.type.version === known.version)
  return [owner, known]
})
export const _LOAD_ATTR_INSTANCE_VALUE = uop(
  (owner: PyInstance, known: AttributeCache): [Value, If<'oparg & 1', Unbound>] => {
    const place = known.place
    return [place >= 0 ? owner.slots[place]! : new PyFloat(owner.floats[~place]!), undefined]
  },
)
export const LOAD_ATTR_INSTANCE_VALUE = specialization('LOAD_ATTR', _GUARD_SHAPE, _LOAD_ATTR_INSTANCE_VALUE)

/** An instance in dictionary mode. */
export const _GUARD_TYPE_VERSION = uop((owner: Value): Value => {
  exitUnless(typeOf(owner).version === cache<AttributeCache>().version)
  return owner
})
export const _LOAD_ATTR_WITH_HINT = uop((owner: Value): [Value, If<'oparg & 1', Unbound>] => {
  const attributes = (owner as PyInstance).attributes
  exitUnless(attributes !== null)
  const dict = attributes.dict
  exitUnless(dict !== null)
  const place = cache<AttributeCache>().place
  exitUnless(dict.keys[place] === code.names[oparg >> 1])
  return [dict.values[place]!, undefined]
})
export const LOAD_ATTR_WITH_HINT = specialization('LOAD_ATTR', _GUARD_TYPE_VERSION, _LOAD_ATTR_WITH_HINT)

/** An attribute that `__slots__` reserved. */
export const _LOAD_ATTR_SLOT = uop((owner: Value): [Value, If<'oparg & 1', Unbound>] => {
  const attributes = (owner as PyInstance).attributes
  exitUnless(attributes !== null)
  const value = attributes.slots[cache<AttributeCache>().place]
  exitUnless(value !== undefined)
  return [value, undefined]
})
export const LOAD_ATTR_SLOT = specialization('LOAD_ATTR', _GUARD_TYPE_VERSION, _LOAD_ATTR_SLOT)

export const _LOAD_ATTR_MODULE = uop((owner: Value): [Value, If<'oparg & 1', Unbound>] => {
  const known = cache<AttributeCache>()
  exitUnless(owner instanceof PyModule && owner.dict.keysVersion === known.version && owner.dict === known.dict)
  return [owner.dict.values[known.place]!, undefined]
})
export const LOAD_ATTR_MODULE = specialization('LOAD_ATTR', _LOAD_ATTR_MODULE)

export const _GUARD_CLASS_VERSION = uop((owner: Value): Value => {
  exitUnless(owner instanceof PyType && owner.version === cache<AttributeCache>().version)
  return owner
})
export const _LOAD_ATTR_CONSTANT = uop((_owner: Value): [Value, If<'oparg & 1', Unbound>] => [
  cache<AttributeCache>().value!,
  undefined,
])
export const LOAD_ATTR_CLASS = specialization('LOAD_ATTR', _GUARD_CLASS_VERSION, _LOAD_ATTR_CONSTANT)
export const _GUARD_METACLASS_VERSION = uop((owner: Value): Value => {
  exitUnless((owner as PyType).type.version === cache<AttributeCache>().metaVersion)
  return owner
})
export const LOAD_ATTR_CLASS_WITH_METACLASS_CHECK = specialization(
  'LOAD_ATTR',
  _GUARD_CLASS_VERSION,
  _GUARD_METACLASS_VERSION,
  _LOAD_ATTR_CONSTANT,
)

/** A value of the class that instances with this shape do not hide. */
export const _LOAD_ATTR_KNOWN_CONSTANT = uop(
  (_owner: PyInstance, known: AttributeCache): [Value, If<'oparg & 1', Unbound>] => [known.value!, undefined],
)
export const LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES = specialization('LOAD_ATTR', _GUARD_SHAPE, _LOAD_ATTR_KNOWN_CONSTANT)
/** A value of the class of an object that has no attributes of its own. */
export const LOAD_ATTR_NONDESCRIPTOR_NO_DICT = specialization('LOAD_ATTR', _GUARD_TYPE_VERSION, _LOAD_ATTR_CONSTANT)

export const _LOAD_ATTR_METHOD = uop((owner: Value): [Value, Value] => [cache<AttributeCache>().value!, owner])
export const _LOAD_ATTR_KNOWN_METHOD = uop((owner: PyInstance, known: AttributeCache): [Value, Value] => [
  known.value!,
  owner,
])
export const LOAD_ATTR_METHOD_WITH_VALUES = specialization('LOAD_ATTR', _GUARD_SHAPE, _LOAD_ATTR_KNOWN_METHOD)
export const LOAD_ATTR_METHOD_NO_DICT = specialization('LOAD_ATTR', _GUARD_TYPE_VERSION, _LOAD_ATTR_METHOD)
/** A method of an object that could have attributes of its own, but has none yet. */
export const _GUARD_NO_ATTRIBUTES = uop((owner: Value): Value => {
  exitUnless((owner as PyInstance).attributes === null)
  return owner
})
export const LOAD_ATTR_METHOD_LAZY_DICT = specialization(
  'LOAD_ATTR',
  _GUARD_TYPE_VERSION,
  _GUARD_NO_ATTRIBUTES,
  _LOAD_ATTR_METHOD,
)

/** A property whose getter is a Python function. */
export const _LOAD_ATTR_PROPERTY = uop((owner: Value): Elsewhere => {
  const known = cache<FunctionCache>()
  exitUnless(typeOf(owner).version === known.typeVersion && known.func.version === known.version)
  return enterFrame(newFrame1(known.func, owner))
})
export const LOAD_ATTR_PROPERTY = specialization('LOAD_ATTR', _LOAD_ATTR_PROPERTY)
/** A `__getattribute__` in Python, of a class without `__getattr__`. */
export const _LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN = uop((owner: Value): Elsewhere => {
  const known = cache<FunctionCache>()
  exitUnless(typeOf(owner).version === known.typeVersion && known.func.version === known.version)
  return enterFrame(newFrame2(known.func, owner, strOf(code.names[oparg >> 1]!)))
})
export const LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN = specialization('LOAD_ATTR', _LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN)

// STORE_ATTR.

export const _SPECIALIZE_STORE_ATTR = uop((value: Value, owner: Value): [Value, Value] => {
  specializeAttributes.storeAttr(code, pc, oparg, owner, value)
  return [value, owner]
})
export const _STORE_ATTR = uop((value: Value, owner: Value) => {
  typeOf(owner).setattribute!(owner, code.names[oparg]!, value)
})
export const STORE_ATTR = adaptive(_SPECIALIZE_STORE_ATTR, _STORE_ATTR)

/** Stores to a place that the shape has; or adds the attribute. */
export const _STORE_ATTR_INSTANCE_VALUE = uop((value: Value, owner: PyInstance, known: StoreCache) => {
  if (known.place < 0) {
    exitUnless(isUnboxable(value))
    if (known.added === null) owner.floats[~known.place] = value.value
    else addAt(owner, known.added, value)
  } else if (known.added === null) owner.slots[known.place] = value
  else {
    exitUnless(known.isTagged || !isUnboxable(value))
    addAt(owner, known.added, value)
  }
})
export const STORE_ATTR_INSTANCE_VALUE = specialization('STORE_ATTR', _GUARD_SHAPE, _STORE_ATTR_INSTANCE_VALUE)

export const _GUARD_STORE_TYPE_VERSION = uop((value: Value, owner: Value): [Value, Value] => {
  exitUnless(typeOf(owner).version === cache<StoreCache>().version)
  return [value, owner]
})
export const _STORE_ATTR_SLOT = uop((value: Value, owner: Value) => {
  const attributes = (owner as PyInstance).attributes
  exitUnless(attributes !== null)
  attributes.slots[cache<StoreCache>().place] = value
})
export const STORE_ATTR_SLOT = specialization('STORE_ATTR', _GUARD_STORE_TYPE_VERSION, _STORE_ATTR_SLOT)
export const _STORE_ATTR_WITH_HINT = uop((value: Value, owner: Value) => {
  const attributes = (owner as PyInstance).attributes
  exitUnless(attributes !== null)
  const dict = attributes.dict
  exitUnless(dict !== null)
  const place = cache<StoreCache>().place
  exitUnless(dict.keys[place] === code.names[oparg])
  dict.setAt(place, value)
})
export const STORE_ATTR_WITH_HINT = specialization('STORE_ATTR', _GUARD_STORE_TYPE_VERSION, _STORE_ATTR_WITH_HINT)

export const _DELETE_ATTR = uop((owner: Value) => {
  typeOf(owner).setattribute!(owner, code.names[oparg]!, undefined)
})
export const DELETE_ATTR = instruction(_DELETE_ATTR)

// LOAD_SUPER_ATTR: oparg >> 2 is the name, bit 0 says that a call follows, bit 1 that `super` was called with two arguments.

export const _SPECIALIZE_LOAD_SUPER_ATTR = uop((global: Value, type: Value, self: Value): [Value, Value, Value] => {
  specializeAttributes.loadSuperAttr(code, pc, oparg, global, type, self)
  return [global, type, self]
})
export const _LOAD_SUPER_ATTR = uop((global: Value, type: Value, self: Value): [Value, If<'oparg & 1', Unbound>] => [
  loadSuperAttribute(global, type, self, code.names[oparg >> 2]!, oparg),
  undefined,
])
export const LOAD_SUPER_ATTR = adaptive(_SPECIALIZE_LOAD_SUPER_ATTR, _LOAD_SUPER_ATTR)
export const _LOAD_SUPER_ATTR_ATTR = uop((global: Value, type: Value, self: Value): Value => {
  exitUnless(global === superType && type instanceof PyType)
  return loadSuperMethod(type, self, code.names[oparg >> 2]!, oparg).attribute
})
export const LOAD_SUPER_ATTR_ATTR = specialization('LOAD_SUPER_ATTR', _LOAD_SUPER_ATTR_ATTR)
export const _LOAD_SUPER_ATTR_METHOD = uop((global: Value, type: Value, self: Value): [Value, Unbound] => {
  exitUnless(global === superType && type instanceof PyType)
  const found = cachedSuperMethod(cache<SuperCache>(), type, self, code.names[oparg >> 2]!, oparg)
  exitUnless(found !== undefined)
  return [found.attribute, found.isMethod ? self : undefined]
})
export const LOAD_SUPER_ATTR_METHOD = specialization('LOAD_SUPER_ATTR', _LOAD_SUPER_ATTR_METHOD)
