/** Making objects while a pickle is read: calls, containers that are filled, instances that get their state. As Modules/_pickle.c. */
import { storeSubscript } from '../../interpreter/subscripts.ts'
import { addAll } from '../../builtins/set-algebra.ts'
import { assignAttribute, findAttribute, lookupAttribute } from '../../objects/attribute.ts'
import { dictType, listType, typeOf } from '../../objects/builtin-types.ts'
import { call, callMethod } from '../../objects/call.ts'
import { PyDict } from '../../objects/dict.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'
import { PyInstance, setAttribute } from '../../objects/instance.ts'
import { PyList } from '../../objects/list.ts'
import { PySet } from '../../objects/set.ts'
import { asStr, strOf, textOf } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { PyType, TypeFlags, typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { pickleState, unpicklingErrorType } from './state.ts'

function fail(message: string): never {
  raise(unpicklingErrorType, strOf(message))
}

/** `callable(*args)` */
export function callWith(callable: Value, args: Value): Value {
  if (!(args instanceof PyTuple)) raiseTypeError('argument list must be a tuple')
  return call(callable, args.items.slice())
}

/** `type.__new__(type, *args, **keywords)` */
export function newObject(op: string, type: Value, args: Value, keywords: Value | undefined): Value {
  const wrong = (what: string, wanted: string, value: Value): never =>
    fail(`${op} ${what} argument must be ${wanted}, not ${typeName(typeOf(value))}`)
  if (!(type instanceof PyType)) return wrong('class', 'a type', type)
  if (type.new === null) fail(`${op} class argument '${typeName(type)}' has NULL tp_new`)
  if (!(args instanceof PyTuple)) return wrong('args', 'a tuple', args)
  if (keywords === undefined) return type.new(type, args.items.slice(), null)
  if (!(keywords instanceof PyDict)) return wrong('kwargs', 'a dict', keywords)
  const names: string[] = []
  const values: Value[] = []
  for (const [key, value] of keywords.entries()) {
    names.push(textOf(asStr(key) ?? raiseTypeError('keywords must be strings')))
    values.push(value)
  }
  return type.new(type, [...args.items, ...values], names.length === 0 ? null : names)
}

/** An instance as Python 2's old classes made them: without a call if there are no arguments. */
export function instantiate(callable: Value, args: Value[]): Value {
  if (args.length > 0 || !(callable instanceof PyType) || findAttribute(callable, '__getinitargs__') !== undefined)
    return call(callable, args)
  return callMethod(callable, '__new__', callable)
}

export function appendItems(container: Value, items: Value[]): void {
  if (container instanceof PyList && container.type === listType) {
    for (let i = 0; i < items.length; i++) container.push(items[i]!)
    return
  }
  const extend = findAttribute(container, 'extend')
  if (extend !== undefined) {
    call(extend, [new PyList(items)])
    return
  }
  // Not every class that appends knows how to extend.
  const append = lookupAttribute(container, 'append')
  for (const item of items) call(append, [item])
}

/** Keys and values in turn. */
export function setItems(container: Value, items: Value[]): void {
  if (items.length % 2 !== 0) fail('odd number of items for SETITEMS')
  const isDict = container instanceof PyDict && container.type === dictType
  for (let i = 0; i < items.length; i += 2)
    if (isDict) container.set(items[i]!, items[i + 1]!)
    else storeSubscript(container, items[i]!, items[i + 1]!)
}

export function addItems(container: Value, items: Value[]): void {
  if (container instanceof PySet) {
    addAll(container, new PyList(items))
    return
  }
  const add = lookupAttribute(container, 'add')
  for (const item of items) call(add, [item])
}

/** `__setstate__`, or else attributes from a dict, and from a second one those that `__slots__` reserved. */
export function buildState(instance: Value, given: Value): void {
  const setState = findAttribute(instance, '__setstate__')
  if (setState !== undefined) {
    call(setState, [given])
    return
  }
  const isPair = given instanceof PyTuple && given.items.length === 2
  const [state, slots] = isPair ? (given.items as [Value, Value]) : [given, null]
  if (state !== null) fillDict(instance, state)
  if (slots === null) return
  if (!(slots instanceof PyDict)) fail('slot state is not a dictionary')
  for (const [name, value] of slots.entries())
    assignAttribute(instance, textOf(asStr(name) ?? raiseTypeError('attribute name must be string')), value)
}

function fillDict(instance: Value, state: Value): void {
  if (!(state instanceof PyDict)) fail('state is not a dictionary')
  if (instance instanceof PyInstance && hasPlainDict(instance.type)) {
    if (state.size === 0) return
    let isPlain = true
    for (const key of state.keys) if (key !== undefined && typeof key !== 'string') isPlain = false
    if (isPlain) {
      for (const [name, value] of state.entries()) setAttribute(instance, name as string, value)
      return
    }
  }
  const dict = lookupAttribute(instance, '__dict__')
  for (const [name, value] of state.entries()) storeSubscript(dict, name, value)
}

/** Is `__dict__` what the instance's attributes are, and not something of the class's? */
function hasPlainDict(type: PyType): boolean {
  if ((type.flags & TypeFlags.dict) === 0) return false
  return type.mro.every(each => !each.isHeap || !(each.namespace.get('__dict__') instanceof PyType))
}

/** What copyreg has under a number. */
export function extensionOf(code: number, find: (module: Value, name: Value) => Value): Value {
  const { extensionCache, invertedRegistry } = pickleState()
  const cached = extensionCache.get(code)
  if (cached !== undefined) return cached
  const pair = invertedRegistry.get(code)
  if (pair === undefined) {
    if (code <= 0) fail('EXT specifies code <= 0')
    raise(valueErrorType, `unregistered extension code ${code}`)
  }
  const [module, name] = pair instanceof PyTuple && pair.items.length === 2 ? pair.items : []
  if (module === undefined || name === undefined || asStr(module) === undefined || asStr(name) === undefined)
    raise(valueErrorType, `_inverted_registry[${code}] isn't a 2-tuple of strings`)
  const found = find(module, name)
  extensionCache.set(code, found)
  return found
}
