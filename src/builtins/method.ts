/** Bound methods of Python functions. As in Objects/classobject.c. */
import { findAttribute, lookupAttribute } from '../objects/attribute.ts'
import { methodType, typeOf } from '../objects/builtin-types.ts'
import { call } from '../objects/call.ts'
import { PyMethod } from '../objects/callable.ts'
import { equals } from '../objects/compare.ts'
import { defineType } from '../objects/define.ts'
import { raiseTypeError } from '../objects/exception.ts'
import { hashOf, identityOf } from '../objects/hash.ts'
import { genericSetAttribute } from '../objects/attribute.ts'
import { NotImplemented } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { EQ, NE } from '../objects/slots.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import { PyTuple } from '../objects/tuple.ts'
import { isSame, type Value } from '../objects/value.ts'
import { builtinFunctionNamed } from './builtin-lookup.ts'

methodType.new = (_type, args, keywords) => {
  if (keywords !== null && keywords.length > 0) raiseTypeError('method() takes no keyword arguments')
  if (args.length !== 2) raiseTypeError(`method expected 2 arguments, got ${args.length}`)
  const [func, self] = args as [Value, Value]
  if (typeOf(func).call === null) raiseTypeError('first argument must be callable')
  if (self === null) raiseTypeError('instance must not be None')
  return new PyMethod(func, self)
}

methodType.call = (method: PyMethod, args, keywords) => call(method.func, [method.self, ...args], keywords)
methodType.descrGet = (method: PyMethod) => method

/** Its own attributes first, then the function's. */
methodType.getattribute = (method: PyMethod, name) => {
  const found = methodType.lookup(name)
  if (found === undefined) return lookupAttribute(method.func, name)
  const get = typeOf(found).descrGet
  return get === null ? found : get(found, method, methodType)
}
methodType.setattribute = genericSetAttribute

methodType.repr = (method: PyMethod) => {
  const name = findAttribute(method.func, '__qualname__') ?? findAttribute(method.func, '__name__') ?? null
  const text = asStr(name)
  return strOf(`<bound method ${text === undefined ? '?' : textOf(text)} of ${reprText(method.self)}>`)
}

methodType.hash = (method: PyMethod) => {
  const { self, func } = method
  const ofSelf = typeof self === 'object' && self !== null ? identityOf(self) / 16 : Number(hashOf(self))
  return (ofSelf + 31 * Number(hashOf(func))) % Number.MAX_SAFE_INTEGER
}

methodType.richcompare = (method: PyMethod, other, op) => {
  if (!(other instanceof PyMethod) || (op !== EQ && op !== NE)) return NotImplemented
  const same = equals(method.func, other.func) && isSame(method.self, other.self)
  return same === (op === EQ)
}

defineType(methodType, {
  doc: 'Create a bound instance method object.',
  signature: '(function, instance, /)',
  methods: () => [
    builtin(
      '__reduce__($self, /)',
      (method: PyMethod) =>
        new PyTuple([
          builtinFunctionNamed('getattr'),
          new PyTuple([method.self, lookupAttribute(method.func, '__name__')]),
        ]),
    ),
  ],
  members: () => [
    ['__func__', (method: PyMethod) => method.func, null, 'the function (or other callable) implementing a method'],
    ['__self__', (method: PyMethod) => method.self, null, 'the instance to which a method is bound'],
  ],
  getset: () => [['__doc__', (method: PyMethod) => findAttribute(method.func, '__doc__') ?? null]],
})
