// Hot.
/** Calling values from TypeScript. Positional arguments first, then the values of the keyword arguments named by `keywords`. */
import { hooks } from './hooks.ts'
import { methodDescriptorType, moduleType, typeOf } from './builtin-types.ts'
import { findAttribute, genericGetAttribute, lookupAttribute, lookupSpecial } from './attribute.ts'
import { raiseTypeError } from './exception.ts'
import { PyFunction } from './frame.ts'
import { PyMethod, PyMethodDescriptor } from './callable.ts'
import { getAttribute } from './instance.ts'
import { PyModule } from './module.ts'
import type { Builtin } from './signature.ts'
import type { KeywordNames } from './slots.ts'
import { asStr, textOf } from './str.ts'
import { typeName } from './type.ts'
import { PyObject, type Value } from './value.ts'

export function call(callable: Value, args: Value[], keywords: KeywordNames = null): Value {
  if (callable instanceof PyFunction) return hooks.callFunction(callable, args, keywords)
  if (callable instanceof PyMethod) return call(callable.func, withSelf(callable.self, args), keywords)
  const type = typeOf(callable)
  if (type.call === null) raiseNotCallable(callable)
  return type.call(callable, args, keywords)
}

/** Spreading walks an iterator wherever V8 has not optimized it away. */
function withSelf(self: Value, args: Value[]): Value[] {
  switch (args.length) {
    case 0:
      return [self]
    case 1:
      return [self, args[0]!]
    case 2:
      return [self, args[0]!, args[1]!]
    default:
      return [self, ...args]
  }
}

function raiseNotCallable(callable: Value): never {
  let meant = ''
  if (callable instanceof PyModule && callable.type === moduleType) {
    const name = asStr(callable.dict.getStr('__name__') ?? null)
    const found = name === undefined ? undefined : findAttribute(callable, textOf(name))
    if (found !== undefined && typeOf(found).call !== null)
      meant = `. Did you mean: '${textOf(name!)}.${textOf(name!)}(...)'?`
  }
  raiseTypeError(`'${typeName(typeOf(callable))}' object is not callable${meant}`)
}

/** The builtin method that `self.name` is bound to, if it is one; else undefined, and the attribute has to be looked up. */
export function builtinMethod(self: Value, name: string): Builtin | undefined {
  const type = typeOf(self)
  if (type.getattribute !== genericGetAttribute) return undefined
  const found = type.lookup(name)
  if (!(found instanceof PyMethodDescriptor) || found.type !== methodDescriptorType) return undefined
  const attributes = self instanceof PyObject ? self.attributes : null
  if (attributes !== null && getAttribute(attributes, name) !== undefined) return undefined
  return type.isSubtypeOf(found.owner) ? found.builtin : undefined
}

/** `self.name(*args)`. */
export function callMethod(self: Value, name: string, ...args: Value[]): Value {
  const method = builtinMethod(self, name)
  return method === undefined ? call(lookupAttribute(self, name), args) : method.call(self, args, null)
}

/** `value.__fspath__()`; undefined if the type has none, or None in its place. */
export function callPathMethod(value: Value): Value | undefined {
  const method = lookupSpecial(value, '__fspath__')
  return method === undefined || method === null ? undefined : call(method, [])
}

/** Calls the special method `name`, looked up on the type only; undefined if the type has none. */
export function callSpecial(self: Value, name: string, ...args: Value[]): Value | undefined {
  const type = typeOf(self)
  const found = type.lookup(name)
  // Functions and methods of builtin types need not be bound first.
  if (found instanceof PyFunction) return hooks.callFunction(found, withSelf(self, args), null)
  if (found instanceof PyMethodDescriptor && found.type === methodDescriptorType && type.isSubtypeOf(found.owner))
    return found.builtin.call(self, args, null)
  const method = lookupSpecial(self, name)
  return method === undefined ? undefined : call(method, args)
}
