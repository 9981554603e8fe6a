/**
 * Attributes: from the caches of tier 1 to places that are constants.
 *
 * The shape says where the attribute is, and the unit watches the type, so that one comparison is all that is left; none where the shape is known. A
 * site that has met up to four shapes tests them in turn.
 */
import type { OpcodeName } from '../../compiler/generated/opcodes.ts'
import {
  AttributeCache,
  type FunctionCache,
  type ShapeCache,
  type StoreCache,
  type SuperCache,
} from '../../interpreter/inline-caches.ts'
import { genericGetAttribute, genericSetAttribute } from '../../objects/attribute.ts'
import { functionType, strType, superType, typeOf } from '../../objects/builtin-types.ts'
import { PyMemberDescriptor } from '../../objects/callable.ts'
import { PyTupleGetter } from '../../objects/tuple-getter.ts'
import { type PyType, TypeFlags } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import type { Builder } from '../builder.ts'
import * as k from '../known.ts'
import { isChanging, isFickle, isHopeless, isUnstable } from '../profile.ts'
import { newEpoch, type Operand } from '../state.ts'
import { watchKey } from '../watchers.ts'
import type { LowerTable } from './lower.ts'
import { callPython } from './calls.ts'
import { lowerByExpansion } from './expansion.ts'
import { enterSetter } from './operator-methods.ts'
import { isCold } from './operators.ts'

function guardShape(b: Builder, operand: Operand, shape: NonNullable<k.Known['shape']>): void {
  if (b.known(operand).shape !== shape) b.emit('_GUARD_TYPE_SHAPE', [operand, b.datum(shape)], [k.instanceOf(shape)])
  else b.count('guardsElided')
  b.relyOn(shape.type)
}

/** The entry of the site's chain that fits what is known of the owner, if any; or all that still hold. The unit depends on the types. */
function fitting<Cache extends ShapeCache<Cache>>(b: Builder, owner: Operand): Cache[] {
  const chain: Cache[] = []
  const { shape } = b.known(owner)
  const first = b.code.caches[b.at + 1] as Cache | undefined
  for (let each: Cache | null = first ?? null; each !== null; each = each.next)
    if (each.shape !== null && each.shape.type.version === each.version) chain.push(each)
  const entries = shape === null ? chain : chain.filter(each => each.shape === shape)
  for (const each of entries) b.relyOn(each.shape!.type)
  return entries
}

function loadInstanceValue(b: Builder, isCall: boolean): boolean {
  const owner = b.peek(1)
  const chain = fitting<AttributeCache>(b, owner)
  const [only] = chain
  if (only === undefined) return false
  let result: Operand
  if (chain.length === 1) {
    guardShape(b, owner, only.shape!)
    result = loadPlace(b, owner, only.place)
  } else if (chain.every(each => each.place >= 0 === only.place >= 0)) {
    const place = pickPlace(b, owner, chain)
    result = only.place >= 0 ? b.one('_LOAD_SLOT', [owner, place]) : b.one('_LOAD_FLOAT_SLOT', [owner, place], k.float)
  } else
    result = b.choose(
      owner,
      chain.map(each => each.shape!),
      each => loadPlace(b, owner, chain[each]!.place),
    )
  b.pop()
  b.push(result)
  if (isCall) b.push(b.unboundOperand)
  return true
}

/** The place, in slots or in floats, that depends on the owner's shape. */
function pickPlace(b: Builder, owner: Operand, chain: readonly ShapePlace[]): Operand {
  const tests = b.testShapes(
    owner,
    chain.map(each => each.shape!),
  )
  return b.pick(
    tests,
    chain.map(({ place }) => b.datum(place < 0 ? ~place : place)),
  )
}

const loadPlace = (b: Builder, owner: Operand, place: number): Operand =>
  place >= 0
    ? b.one('_LOAD_SLOT', [owner, b.datum(place)])
    : b.one('_LOAD_FLOAT_SLOT', [owner, b.datum(~place)], k.float)

/** Methods and plain values of the class. */
function loadConstant(b: Builder, isMethod: boolean, isCall: boolean): boolean {
  const owner = b.peek(1)
  const chain = fitting<AttributeCache>(b, owner)
  const [only] = chain
  if (only === undefined) return false
  let result = b.constant(only.value!)
  if (chain.length === 1) guardShape(b, owner, only.shape!)
  else {
    const tests = b.testShapes(
      owner,
      chain.map(each => each.shape!),
    )
    if (chain.some(each => each.value !== only.value)) {
      const picked = b.pick(
        tests,
        chain.map(each => b.boxed(b.constant(each.value!))),
      )
      result = b.named(picked)
    }
  }
  b.pop()
  b.push(result)
  if (isMethod) b.push(owner)
  else if (isCall) b.push(b.unboundOperand)
  return true
}

/** Guards that the owner's type is the one whose version the cache holds; false if that has changed. */
function guardCachedType(b: Builder, owner: Operand, type: PyType | null, version: number): boolean {
  if (type === null || type.version !== version) return false
  if (b.known(owner).type !== type && isFickle(b.code, b.at)) return false
  if (type === strType) {
    if (owner.known.kind !== 'str') b.guardStr(owner)
    return true
  }
  if (owner.known.kind !== 'any' && owner.known.type !== type) return false
  b.guardType(owner, type)
  b.relyOn(type)
  return true
}

function loadAttr(b: Builder, oparg: number, form: OpcodeName): void {
  if (!isHopeless(b.code, b.at) && loadSpecialized(b, oparg, form)) return
  if (loadByShape(b, oparg)) return
  if (isCold(b)) return b.leave('cold')
  lowerByExpansion(b, 'LOAD_ATTR', oparg)
}

/** The shape is known, while the site has met others or has never been reached: the shape says where the attribute is, and its type what it is else. */
function loadByShape(b: Builder, oparg: number): boolean {
  const owner = b.peek(1)
  const { shape } = b.known(owner)
  if (shape === null || shape.isDict || shape.type.getattribute !== genericGetAttribute) return false
  const { type } = shape
  const name = b.code.names[oparg >> 1]!
  const found = type.lookup(name)
  const kind = found === undefined ? undefined : typeOf(found)
  const isMethod = kind === functionType
  let result: Operand
  const place = found === undefined || kind!.descrSet === null ? shape.placeOf(name) : undefined
  if (place !== undefined) {
    b.relyOn(type)
    result = loadPlace(b, owner, place)
  } else {
    // Methods of code that has never been reached would be inlined.
    if (found === undefined || isCold(b) || name === '__class__' || type.definer(name)!.isChanging(name)) return false
    if (isMethod ? (oparg & 1) === 0 : kind!.descrGet !== null || kind!.descrSet !== null) return false
    b.relyOn(type)
    result = b.constant(found)
  }
  b.pop()
  b.push(result)
  if ((oparg & 1) !== 0) b.push(isMethod && place === undefined ? owner : b.unboundOperand)
  return true
}

function loadSpecialized(b: Builder, oparg: number, form: OpcodeName): boolean {
  const isCall = (oparg & 1) !== 0
  const owner = b.peek(1)
  const cache = b.code.caches[b.at + 1]
  switch (form) {
    case 'LOAD_ATTR_INSTANCE_VALUE':
      return loadInstanceValue(b, isCall)
    case 'LOAD_ATTR_METHOD_WITH_VALUES':
      return loadConstant(b, true, isCall)
    case 'LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES':
      return loadConstant(b, false, isCall)
    case 'LOAD_ATTR_METHOD_NO_DICT':
    case 'LOAD_ATTR_METHOD_LAZY_DICT':
    case 'LOAD_ATTR_NONDESCRIPTOR_NO_DICT': {
      const known = cache as AttributeCache
      if (!guardCachedType(b, owner, known.type, known.version)) return false
      if (form === 'LOAD_ATTR_METHOD_LAZY_DICT') b.emit('_GUARD_NO_ATTRIBUTES', [owner])
      b.pop()
      b.push(b.constant(known.value!))
      if (form !== 'LOAD_ATTR_NONDESCRIPTOR_NO_DICT') b.push(owner)
      else if (isCall) b.push(b.unboundOperand)
      return true
    }
    case 'LOAD_ATTR_SLOT': {
      const known = cache as AttributeCache
      if (!guardCachedType(b, owner, known.type, known.version)) return false
      b.pop()
      b.push(b.one('_LOAD_RESERVED_SLOT', [owner, b.datum(known.place)]))
      if (isCall) b.push(b.unboundOperand)
      return true
    }
    case 'LOAD_ATTR': {
      const field = cache instanceof AttributeCache ? cache.value : undefined
      if (!(field instanceof PyTupleGetter) || isCall) return false
      const { type, version } = cache as AttributeCache
      if (!guardCachedType(b, owner, type, version)) return false
      const index = b.constant(field.index)
      b.emit('_GUARD_INDEX', [index, b.one('_TUPLE_LENGTH', [owner], k.int)])
      b.pop()
      b.push(b.one('_TUPLE_ITEM', [owner, index]))
      return true
    }
    case 'LOAD_ATTR_MODULE':
      return loadModuleAttribute(b, cache as AttributeCache, b.code.names[oparg >> 1]!, isCall)
    case 'LOAD_ATTR_CLASS':
    case 'LOAD_ATTR_CLASS_WITH_METACLASS_CHECK':
      return loadClassAttribute(b, cache as AttributeCache, isCall)
    case 'LOAD_ATTR_PROPERTY': {
      const { type, typeVersion, func, version } = cache as FunctionCache
      if (func.version !== version || !guardCachedType(b, owner, type, typeVersion)) return false
      b.pop()
      callPython(b, b.constant(func), func, [owner])
      return true
    }
    default:
      return false
  }
}

function loadModuleAttribute(b: Builder, cache: AttributeCache, name: string, isCall: boolean): boolean {
  const owner = b.peek(1)
  const module = owner.known.constant as { dict?: unknown } | undefined
  const { dict } = cache
  if (dict === null || isChanging(dict, name)) return false
  const value = dict.getStr(name)
  if (value === undefined) return false
  if (module === undefined && !isUnstable(b.code, b.at)) b.emit('_GUARD_MODULE', [owner, b.datum(dict)], [k.object])
  else if (module?.dict !== dict) return false
  b.count('constants')
  if (b.isWriting) watchKey(dict, name, b.region.unit)
  b.pop()
  b.push(b.constant(value))
  if (isCall) b.push(b.unboundOperand)
  return true
}

function loadClassAttribute(b: Builder, cache: AttributeCache, isCall: boolean): boolean {
  const owner = b.peek(1)
  const type = owner.known.constant as PyType | undefined
  if (type === undefined) {
    if (isUnstable(b.code, b.at)) return false
    b.emit('_GUARD_CLASS_VERSION', [owner], [k.object], { cache })
    b.emit('_GUARD_METACLASS_VERSION', [owner], [k.object], { cache })
  } else {
    if (type.version !== cache.version || type.type.version !== cache.metaVersion) return false
    b.relyOn(type)
    b.relyOn(type.type)
  }
  b.pop()
  b.push(b.constant(cache.value as Value))
  if (isCall) b.push(b.unboundOperand)
  return true
}

function storeAttr(b: Builder, oparg: number, form: OpcodeName): void {
  if (!isHopeless(b.code, b.at) && storeSpecialized(b, form)) {
    b.popMany(2)
    return
  }
  // Its frame's return needs a place below (interpreter/operator-methods.ts).
  if (b.frame.sp > 2 && enterSetter(b, b.peek(1), b.peek(2))) return
  if (isCold(b)) return b.leave('cold')
  lowerByExpansion(b, 'STORE_ATTR', oparg)
}

function storeSpecialized(b: Builder, form: OpcodeName): boolean {
  const owner = b.peek(1)
  const value = b.peek(2)
  const cache = b.code.caches[b.at + 1] as StoreCache
  if (form === 'STORE_ATTR_SLOT') {
    if (!guardCachedType(b, owner, cache.type, cache.version)) return false
    b.emit('_STORE_RESERVED_SLOT', [owner, b.datum(cache.place), value])
    return true
  }
  const isInShape = form === 'STORE_ATTR_INSTANCE_VALUE'
  const chain = isInShape ? fitting<StoreCache>(b, owner) : []
  const [only] = chain
  if (only === undefined)
    return (isInShape || isCold(b)) && b.known(owner).shape !== null && storeByShape(b, owner, value)
  if (chain.length > 1) return storeByShapes(b, owner, value, chain)
  guardShape(b, owner, only.shape!)
  storeAt(b, owner, value, only)
  return true
}

/** The place depends on the shape. What is learnt on one of the ways holds there only. */
function storeByShapes(b: Builder, owner: Operand, value: Operand, chain: readonly StoreCache[]): boolean {
  if (value.known.kind !== 'float' && chain.some(each => each.place < 0)) return false
  if (chain.every(each => each.added === null && each.place >= 0 === chain[0]!.place >= 0)) {
    const place = pickPlace(b, owner, chain)
    if (chain[0]!.place >= 0) b.emit('_STORE_SLOT', [owner, place, value])
    else {
      const raw = b.raw(value)
      b.emit('_GUARD_UNBOXABLE', [raw], [raw.known])
      b.emit('_STORE_FLOAT_SLOT', [owner, place, raw])
    }
    return true
  }
  const { known, epoch } = owner
  b.byShape(
    owner,
    chain.map(each => each.shape!),
    each => {
      storeAt(b, owner, value, chain[each]!)
      owner.known = known
      owner.epoch = epoch
    },
  )
  b.state.epoch = newEpoch()
  return true
}

/** The shape is known, and another than tier 1 met last: the shape itself says where the attribute is. */
function storeByShape(b: Builder, owner: Operand, value: Operand): boolean {
  const shape = b.known(owner).shape!
  const key = keyOf(shape.type, b.code.names[b.oparg]!)
  if (shape.mirrored !== null || key === undefined) return false
  const place = shape.placeOf(key)
  b.relyOn(shape.type)
  if (place !== undefined) {
    if (place < 0 && value.known.kind !== 'float') return false
    storeAt(b, owner, value, { place, added: null, isTagged: true })
    return true
  }
  if (value.known.kind === 'any') return false
  const added = shape.with(key, value.known.kind === 'float')
  if (added === null) return false
  storeAt(b, owner, value, { place: added.place, added, isTagged: shape.type.taggedNames.has(key) })
  return true
}

/** Under which key the shapes of `type` have the attribute that a store to `name` sets; undefined if they do not, or Python code may run. */
function keyOf(type: PyType, name: string): string | undefined {
  if (type.setattribute !== genericSetAttribute) return undefined
  const found = type.lookup(name)
  if (found instanceof PyMemberDescriptor)
    return type.hasShapedSlots && type.isSubtypeOf(found.owner) ? found.key : undefined
  if ((type.flags & TypeFlags.dict) === 0) return undefined
  return found === undefined || typeOf(found).descrSet === null ? name : undefined
}

type ShapePlace = Pick<StoreCache, 'shape' | 'place'>
type StorePlace = Pick<StoreCache, 'place' | 'added' | 'isTagged'>

function storeAt(b: Builder, owner: Operand, value: Operand, { place, added, isTagged }: StorePlace): void {
  if (place < 0) {
    const raw = b.raw(value)
    b.emit('_GUARD_UNBOXABLE', [raw], [raw.known])
    if (added === null) b.emit('_STORE_FLOAT_SLOT', [owner, b.datum(~place), raw])
    else b.emit('_ADD_FLOAT', [owner, b.datum(~place), raw, b.datum(added)])
  } else if (added === null) b.emit('_STORE_SLOT', [owner, b.datum(place), value])
  else {
    if (!isTagged && value.known.kind === 'any') b.emit('_GUARD_NOT_FLOAT', [value], [value.known])
    b.emit('_ADD_SLOT', [owner, b.datum(place), value, b.datum(added)])
  }
  if (added === null) return
  // Other names for the same object may still have its old shape for known.
  b.state.epoch = newEpoch()
  b.learn(owner, k.instanceOf(added))
}

/** `super().method`: what the MRO of the owner's type says, which is a constant; mostly the same one for all types that were met. */
function loadSuperMethod(b: Builder): boolean {
  const chain: SuperCache[] = []
  const self = b.peek(1)
  const { type } = b.known(self)
  const first = b.code.caches[b.at + 1] as SuperCache | undefined
  for (let each = first ?? null; each !== null; each = each.next)
    if (each.type.version === each.version && (type === null || each.type === type)) chain.push(each)
  const [only] = chain
  if (only === undefined || chain.some(each => each.after !== only.after || each.attribute !== only.attribute))
    return false
  guardIs(b, b.peek(3), superType)
  guardIs(b, b.peek(2), only.after)
  if (chain.length === 1) b.guardType(self, only.type)
  else
    b.testTypes(
      self,
      chain.map(each => each.type),
    )
  for (const each of chain) b.relyOn(each.type)
  b.popMany(3)
  b.push(b.constant(only.attribute))
  b.push(self)
  return true
}

function guardIs(b: Builder, operand: Operand, constant: Value): void {
  if (operand.known.constant !== constant) b.emit('_GUARD_IS', [operand, b.datum(constant)])
}

function loadSuperAttr(b: Builder, oparg: number, form: OpcodeName): void {
  if (form === 'LOAD_SUPER_ATTR_METHOD' && !isHopeless(b.code, b.at) && loadSuperMethod(b)) return
  if (isCold(b)) return b.leave('cold')
  const isSpecialized = form !== 'LOAD_SUPER_ATTR' && !isHopeless(b.code, b.at)
  lowerByExpansion(b, isSpecialized ? form : 'LOAD_SUPER_ATTR', oparg)
}

export const attributes: LowerTable = { LOAD_ATTR: loadAttr, LOAD_SUPER_ATTR: loadSuperAttr, STORE_ATTR: storeAttr }
