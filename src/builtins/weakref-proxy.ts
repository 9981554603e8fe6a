/** weakref.proxy: an object that behaves like the one it refers to weakly. As in Objects/weakrefobject.c. */
import { assignAttribute, lookupAttribute, lookupSpecial } from '../objects/attribute.ts'
import { builtinType, typeOf } from '../objects/builtin-types.ts'
import { call, callMethod } from '../objects/call.ts'
import { richCompare } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { referenceErrorType } from '../objects/exception-types.ts'
import { getIter, isIterator, iterNext } from '../objects/iteration.ts'
import { binaryOperators, indexOf, power } from '../objects/operators.ts'
import { containsByIteration } from '../objects/slot-functions.ts'
import { builtin } from '../objects/signature.ts'
import type { SlotName } from '../objects/slots.ts'
import { strOf } from '../objects/str.ts'
import { str } from '../objects/text.ts'
import { truth } from '../objects/truth.ts'
import { typeName } from '../objects/type.ts'
import type { PyType } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { addressText } from './method-descriptors.ts'
import { PyWeakref } from './weakref-list.ts'
import { makeWeakref } from './weakref.ts'

export const proxyType = builtinType('ProxyType', { module: 'weakref' })
export const callableProxyType = builtinType('CallableProxyType', { module: 'weakref' })

const isProxy = (value: Value): value is PyWeakref =>
  value instanceof PyWeakref && (value.type === proxyType || value.type === callableProxyType)

/** The object itself, for a proxy; other values are what they are. */
function opened(value: Value): Value {
  if (!isProxy(value)) return value
  return value.object ?? raise(referenceErrorType, 'weakly-referenced object no longer exists')
}

/** In the order of `binaryOperators`. */
const binarySlots: readonly SlotName[] = [
  'add',
  'and',
  'floorDivide',
  'lshift',
  'matrixMultiply',
  'multiply',
  'remainder',
  'or',
  'power',
  'rshift',
  'subtract',
  'trueDivide',
  'xor',
  'inplaceAdd',
  'inplaceAnd',
  'inplaceFloorDivide',
  'inplaceLshift',
  'inplaceMatrixMultiply',
  'inplaceMultiply',
  'inplaceRemainder',
  'inplaceOr',
  'inplacePower',
  'inplaceRshift',
  'inplaceSubtract',
  'inplaceTrueDivide',
  'inplaceXor',
]

const unarySigns = { negative: '-', positive: '+', invert: '~' } as const

function unaryThrough(name: 'negative' | 'positive' | 'invert') {
  return (self: Value): Value => {
    const object = opened(self)
    const slot = typeOf(object)[name]
    return slot === null
      ? raiseTypeError(`bad operand type for unary ${unarySigns[name]}: '${typeName(typeOf(object))}'`)
      : slot(object)
  }
}

function convertThrough(name: string) {
  return (self: Value): Value => {
    const object = opened(self)
    const method = lookupSpecial(object, name)
    if (method === undefined) raiseTypeError(`'${typeName(typeOf(object))}' object has no ${name}`)
    return call(method, [])
  }
}

function forwardNumbers(type: PyType): void {
  const slots = type as unknown as Record<SlotName, unknown>
  binarySlots.forEach((name, i) => {
    const operator = binaryOperators[i]!
    slots[name] = (left: Value, right: Value) => operator(opened(left), opened(right))
  })
  type.power = (base, exponent, modulus) => power(opened(base), opened(exponent), opened(modulus))
  type.negative = unaryThrough('negative')
  type.positive = unaryThrough('positive')
  type.invert = unaryThrough('invert')
  type.absolute = convertThrough('__abs__')
  type.int = convertThrough('__int__')
  type.float = convertThrough('__float__')
  type.index = self => indexOf(opened(self))
  type.bool = self => truth(opened(self))
}

function subscriptOf(object: Value): PyType['subscript'] & {} {
  const { subscript } = typeOf(object)
  return subscript ?? raiseTypeError(`'${typeName(typeOf(object))}' object is not subscriptable`)
}

function forwardContainers(type: PyType): void {
  type.length = self => {
    const object = opened(self)
    const { length } = typeOf(object)
    return length === null
      ? raiseTypeError(`object of type '${typeName(typeOf(object))}' has no len()`)
      : length(object)
  }
  type.subscript = (self, key) => {
    const object = opened(self)
    return subscriptOf(object)(object, opened(key))
  }
  type.assSubscript = (self, key, value) => {
    const object = opened(self)
    const slot = typeOf(object).assSubscript
    const what = value === undefined ? 'deletion' : 'assignment'
    if (slot === null) raiseTypeError(`'${typeName(typeOf(object))}' object does not support item ${what}`)
    slot(object, key, value)
  }
  type.contains = (self, item) => {
    const object = opened(self)
    const { contains, iter } = typeOf(object)
    if (contains !== null) return contains(object, opened(item))
    if (iter === null && typeOf(object).subscript === null)
      raiseTypeError(`argument of type '${typeName(typeOf(object))}' is not a container or iterable`)
    return containsByIteration(object, opened(item))
  }
  type.iter = self => getIter(opened(self))
  type.iternext = self => {
    const object = opened(self)
    if (!isIterator(object))
      raiseTypeError(`Weakref proxy referenced a non-iterator '${typeName(typeOf(object))}' object`)
    return iterNext(object)
  }
}

function forward(type: PyType): void {
  type.getattribute = (self, name) => lookupAttribute(opened(self), name)
  type.setattribute = (self, name, value) => {
    const object = opened(self)
    if (value === undefined) typeOf(object).setattribute!(object, name, undefined)
    else assignAttribute(object, name, value)
  }
  type.repr = (self: PyWeakref) => {
    const { object } = self
    const address = addressText(self)
    if (object === undefined) return strOf(`<weakproxy at ${address}; dead>`)
    return strOf(`<weakproxy at ${address}; to '${typeName(object.type)}' at ${addressText(object)}>`)
  }
  type.str = self => str(opened(self))
  type.richcompare = (self, other, op) => richCompare(opened(self), opened(other), op)
  forwardNumbers(type)
  forwardContainers(type)
  defineType(type, {
    methods: () => [
      builtin('__bytes__($self, /)', (self: PyWeakref) => callMethod(opened(self), '__bytes__')),
      builtin('__reversed__($self, /)', (self: PyWeakref) => callMethod(opened(self), '__reversed__')),
    ],
  })
}

forward(proxyType)
forward(callableProxyType)
callableProxyType.call = (self, args, keywords) => call(opened(self), args.map(opened), keywords)

/** `weakref.proxy(object, callback)`. */
export function makeProxy(object: Value, callback: Value): PyWeakref {
  const type = typeOf(object).call === null ? proxyType : callableProxyType
  return makeWeakref(type, object, callback, true)
}
