/**
 * Specialization of LOAD_ATTR, STORE_ATTR and LOAD_SUPER_ATTR.
 *
 * What kind of attribute it is decides: what the type has under the name (a data descriptor, a method, a plain value, nothing), and
 * where the instance would keep one of its own.
 */
import { opcodes } from '../compiler/generated/opcodes.ts'
import { genericGetAttribute, genericSetAttribute } from '../objects/attribute.ts'
import {
  classmethodType,
  functionType,
  methodDescriptorType,
  moduleType,
  staticmethodType,
  superType,
  tupleType,
  typeOf,
  typeType,
} from '../objects/builtin-types.ts'
import {
  type PyClassMethod,
  PyMemberDescriptor,
  PyMethod,
  PyProperty,
  type PyStaticMethod,
} from '../objects/callable.ts'
import { propertyType } from '../objects/builtin-types.ts'
import { PyFunction, type PyCode } from '../objects/frame.ts'
import { shortCooldown } from './backoff.ts'
import type { Attributes } from '../objects/instance.ts'
import { leaveDictMode, PyInstance } from '../objects/instance.ts'
import { PyModule } from '../objects/module.ts'
import { PyTupleGetter } from '../objects/tuple-getter.ts'
import { PyType, TypeFlags, typeName } from '../objects/type.ts'
import { isUnboxable, PyObject, type Value } from '../objects/value.ts'
import { loadSuperMethod } from './attributes.ts'
import { AttributeCache, FunctionCache, type ShapeCache, StoreCache, SuperCache } from './inline-caches.ts'
import { addsGetAttr, getAttributeOrElse, hasPlainClass } from '../objects/slot-functions.ts'
import { setterMethod } from './operator-methods.ts'
import { prepareCode } from './prepare.ts'
import { fail, succeed } from './specialization-site.ts'

export function loadAttr(code: PyCode, at: number, oparg: number, owner: Value): void {
  const name = code.names[oparg >> 1]!
  const isCall = (oparg & 1) !== 0
  const type = typeOf(owner)
  if (owner instanceof PyModule && type === moduleType) return moduleAttribute(code, at, owner, name)
  if (owner instanceof PyType) return classAttribute(code, at, owner, name, isCall)
  const orElse = type.getattribute !== genericGetAttribute && addsGetAttr(type)
  if (type.getattribute !== genericGetAttribute && !orElse) return overriddenGetAttribute(code, at, type, name, isCall)
  const found = type.lookup(name)
  if (name === '__class__' && owner instanceof PyInstance && !owner.shape.isDict && hasPlainClass(type)) {
    const cache = new AttributeCache({ type, version: type.version, shape: owner.shape, value: type })
    return succeedForShape(code, at, opcodes.LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES, cache)
  }
  const kind = found === undefined ? undefined : typeOf(found)
  if (kind !== undefined && kind.descrSet !== null)
    return dataDescriptor(code, at, owner, type, found!, isCall || orElse)
  const attributes = owner instanceof PyObject ? owner.attributes : null
  const own = attributes === null ? undefined : placeOf(attributes, name)
  if (own !== undefined) return ownAttribute(code, at, owner as PyObject, own)
  if (found === undefined) return fail(code, at, 'no such attribute')
  const isMethod = kind === functionType || kind === methodDescriptorType
  if (isMethod && isCall) return methodOf(code, at, owner, type, found)
  if (type.definer(name)!.isChanging(name)) return fail(code, at, 'a class attribute that keeps changing')
  const value = constantOf(found, type, isCall)
  if (value === undefined) return fail(code, at, isMethod ? 'a bound method' : `a ${typeName(kind!)}`)
  const cache = new AttributeCache({ type, version: type.version, shape: attributes?.shape ?? null, value })
  if (owner instanceof PyInstance && !owner.shape.isDict)
    return succeedForShape(code, at, opcodes.LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES, cache)
  if (!type.hasAttributes) return succeed(code, at, opcodes.LOAD_ATTR_NONDESCRIPTOR_NO_DICT, cache)
  fail(code, at, 'a class attribute behind a dict')
}

/**
 * What an attribute of the class is as long as the class does not change; undefined where that depends on the access. A class method is bound anew each
 * time, which nobody sees if it is called at once.
 */
function constantOf(found: Value, type: PyType, isCall: boolean): Value | undefined {
  const kind = typeOf(found)
  if (kind === staticmethodType) return (found as PyStaticMethod).callable
  if (kind !== classmethodType) return kind.descrGet === null ? found : undefined
  const { callable } = found as PyClassMethod
  return isCall && callable instanceof PyFunction ? new PyMethod(callable, type) : undefined
}

/** Shapes that a site remembers; more are taken for a site without a pattern. */
const longestChain = 4

const succeedForShape = <Cache extends ShapeCache<Cache>>(
  code: PyCode,
  at: number,
  opcode: number,
  cache: Cache,
): void =>
  succeedForOneMore(
    code,
    at,
    opcode,
    cache,
    each => each.shape === cache.shape || each.shape!.type.version !== each.version,
  )

/** Specializes for one more shape or type, if the site has this form for others already. It will try again soon, while there is room for more. */
function succeedForOneMore<Cache extends { next: Cache | null }>(
  code: PyCode,
  at: number,
  opcode: number,
  cache: Cache,
  isStale: (each: Cache) => boolean,
): void {
  let length = 1
  if ((code.units[at - 1]! & 255) === opcode) {
    let last = cache
    for (let each = (code.caches[at] ?? null) as Cache | null; each !== null; each = each.next) {
      if (isStale(each) || length === longestChain) continue
      last.next = each
      last = each
      length++
    }
    last.next = null
  }
  succeed(code, at, opcode, cache)
  if (length < longestChain) code.units[at] = shortCooldown
}

/** Where an attribute of one's own is: in the shape, or in the dict. */
function placeOf(attributes: Attributes, name: string): number | undefined {
  if (!attributes.shape.isDict || leaveDictMode(attributes)) return attributes.shape.placeOf(name)
  const at = attributes.dict!.findStr(name)
  return at < 0 ? undefined : at
}

function ownAttribute(code: PyCode, at: number, owner: PyObject, place: number): void {
  const { shape } = owner.attributes!
  const { version } = owner.type
  if (shape.isDict)
    return succeed(code, at, opcodes.LOAD_ATTR_WITH_HINT, new AttributeCache({ type: owner.type, version, place }))
  if (!(owner instanceof PyInstance)) return fail(code, at, 'an attribute beside a payload')
  succeedForShape(
    code,
    at,
    opcodes.LOAD_ATTR_INSTANCE_VALUE,
    new AttributeCache({ type: owner.type, version, shape, place }),
  )
}

function methodOf(code: PyCode, at: number, owner: Value, type: PyType, method: Value): void {
  const attributes = owner instanceof PyObject ? owner.attributes : null
  const cache = new AttributeCache({ type, version: type.version, shape: attributes?.shape ?? null, value: method })
  if (!type.hasAttributes) return succeed(code, at, opcodes.LOAD_ATTR_METHOD_NO_DICT, cache)
  if (attributes === null) return succeed(code, at, opcodes.LOAD_ATTR_METHOD_LAZY_DICT, cache)
  if (owner instanceof PyInstance && !owner.shape.isDict)
    return succeedForShape(code, at, opcodes.LOAD_ATTR_METHOD_WITH_VALUES, cache)
  fail(code, at, 'a method behind a dict')
}

/** A property's getter is entered as it is, unless its value is called or `__getattr__` may be asked in its stead. */
function dataDescriptor(code: PyCode, at: number, owner: Value, type: PyType, found: Value, isGeneral: boolean): void {
  if (found instanceof PyMemberDescriptor && type.hasShapedSlots) {
    const { attributes } = owner as PyObject
    const place = isShaped(found, owner) ? placeOf(attributes!, found.key) : undefined
    if (place === undefined) return fail(code, at, 'a slot that is not set')
    return ownAttribute(code, at, owner as PyObject, place)
  }
  if (found instanceof PyMemberDescriptor && type.isSubtypeOf(found.owner))
    return succeed(
      code,
      at,
      opcodes.LOAD_ATTR_SLOT,
      new AttributeCache({ type, version: type.version, place: found.index }),
    )
  if (found instanceof PyProperty && found.type === propertyType && !isGeneral) {
    const { getter } = found
    if (getter instanceof PyFunction && getter.code.isSimple && getter.code.argcount === 1) {
      prepareIfNeeded(getter)
      return succeed(code, at, opcodes.LOAD_ATTR_PROPERTY, new FunctionCache(type, getter))
    }
  }
  // Compiled code takes the field of a namedtuple from where it lies.
  const isField = found instanceof PyTupleGetter && !isGeneral && type.isSubtypeOf(tupleType)
  const note = isField ? new AttributeCache({ type, version: type.version, value: found }) : undefined
  fail(code, at, `a ${typeName(typeOf(found))}`, note)
}

function prepareIfNeeded(func: PyFunction): void {
  if (func.code.template.length === 0) prepareCode(func.code)
}

function overriddenGetAttribute(code: PyCode, at: number, type: PyType, _name: string, isCall: boolean): void {
  const method = type.lookup('__getattribute__')
  const isPlain = type.getattribute === getAttributeOrElse && type.lookup('__getattr__') === undefined
  if (isPlain && !isCall && method instanceof PyFunction && method.code.isSimple && method.code.argcount === 2) {
    prepareIfNeeded(method)
    return succeed(code, at, opcodes.LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN, new FunctionCache(type, method))
  }
  fail(code, at, '__getattribute__ or __getattr__')
}

function moduleAttribute(code: PyCode, at: number, module: PyModule, name: string): void {
  if (module.incomplete?.attributes.has(name)) return fail(code, at, 'not yet what it is to be')
  const place = module.dict.findStr(name)
  if (place < 0) return fail(code, at, 'not in the module')
  const cache = new AttributeCache({ version: module.dict.keysVersion, place, dict: module.dict })
  succeed(code, at, opcodes.LOAD_ATTR_MODULE, cache)
}

function classAttribute(code: PyCode, at: number, owner: PyType, name: string, isCall: boolean): void {
  const meta = owner.type
  if (meta.getattribute !== typeType.getattribute) return fail(code, at, 'a metaclass with __getattribute__')
  const metaFound = meta.lookup(name)
  if (metaFound !== undefined && typeOf(metaFound).descrSet !== null) return fail(code, at, 'a metaclass descriptor')
  const found = owner.lookup(name)
  if (found === undefined) return fail(code, at, 'no such attribute')
  if (owner.definer(name)!.isChanging(name)) return fail(code, at, 'a class attribute that keeps changing')
  const value = found instanceof PyFunction ? found : constantOf(found, owner, isCall)
  if (value === undefined) return fail(code, at, `a ${typeName(typeOf(found))} of a class`)
  const cache = new AttributeCache({ version: owner.version, metaVersion: meta.version, value })
  if (meta === typeType) return succeed(code, at, opcodes.LOAD_ATTR_CLASS, cache)
  succeed(code, at, opcodes.LOAD_ATTR_CLASS_WITH_METACLASS_CHECK, cache)
}

export function storeAttr(code: PyCode, at: number, oparg: number, owner: Value, value: Value): void {
  const name = code.names[oparg]!
  const type = typeOf(owner)
  if (type.setattribute !== genericSetAttribute) return fail(code, at, '__setattr__')
  const found = type.lookup(name)
  if (found !== undefined && typeOf(found).descrSet !== null) {
    if (!(found instanceof PyMemberDescriptor)) {
      const isProperty = found instanceof PyProperty && found.type === propertyType
      const setter = isProperty ? setterMethod(found, value, owner) : undefined
      return fail(code, at, `a ${typeName(typeOf(found))}`, setter)
    }
    if (type.hasShapedSlots) {
      if (!isShaped(found, owner)) return fail(code, at, 'a slot of another kind')
      return storeInShape(code, at, owner as PyInstance, found.key, value)
    }
    return succeed(code, at, opcodes.STORE_ATTR_SLOT, new StoreCache(type, null, found.index, null, false))
  }
  if ((type.flags & TypeFlags.dict) === 0 || !(owner instanceof PyObject)) return fail(code, at, 'no attributes')
  if (owner.attributes?.shape.isDict) {
    const place = owner.attributes.dict!.findStr(name)
    if (place < 0) return fail(code, at, 'a new key of a dict')
    return succeed(code, at, opcodes.STORE_ATTR_WITH_HINT, new StoreCache(type, null, place, null, false))
  }
  if (!(owner instanceof PyInstance)) return fail(code, at, 'an attribute beside a payload')
  storeInShape(code, at, owner, name, value)
}

/** Is it an attribute of this instance, in its shape? */
const isShaped = ({ owner }: PyMemberDescriptor, instance: Value): boolean =>
  instance instanceof PyInstance && !instance.shape.isDict && instance.type.isSubtypeOf(owner)

function storeInShape(code: PyCode, at: number, owner: PyInstance, name: string, value: Value): void {
  const { shape, type } = owner
  if (shape.mirrored !== null) return fail(code, at, 'an attribute that is in the __dict__ as well')
  const place = shape.placeOf(name)
  const isFloat = isUnboxable(value)
  if (place !== undefined) {
    if (place < 0 && !isFloat) return fail(code, at, 'no float in a float attribute')
    return succeedForShape(code, at, opcodes.STORE_ATTR_INSTANCE_VALUE, new StoreCache(type, shape, place, null, false))
  }
  const added = shape.with(name, isFloat)
  if (added === null) return fail(code, at, 'too many attributes')
  const cache = new StoreCache(type, shape, added.place, added, type.taggedNames.has(name))
  succeedForShape(code, at, opcodes.STORE_ATTR_INSTANCE_VALUE, cache)
}

export function loadSuperAttr(code: PyCode, at: number, oparg: number, global: Value, type: Value, self: Value): void {
  if (global !== superType) return fail(code, at, 'super is shadowed')
  if (!(type instanceof PyType)) return fail(code, at, 'no class')
  if ((oparg & 1) === 0) return succeed(code, at, opcodes.LOAD_SUPER_ATTR_ATTR, undefined)
  const cache = superCache(type, self, code.names[oparg >> 2]!)
  if (cache === undefined) return succeed(code, at, opcodes.LOAD_SUPER_ATTR_METHOD, undefined)
  succeedForOneMore(code, at, opcodes.LOAD_SUPER_ATTR_METHOD, cache, each => each.type === cache.type)
}

/** Undefined for all but methods of instances. */
function superCache(type: PyType, self: Value, name: string): SuperCache | undefined {
  const own = typeOf(self)
  if (!own.isSubtypeOf(type) || (self instanceof PyType && self.isSubtypeOf(type)) || name === '__class__')
    return undefined
  const { attribute, isMethod } = loadSuperMethod(type, self, name, 1)
  return isMethod ? new SuperCache(type, own, attribute) : undefined
}
