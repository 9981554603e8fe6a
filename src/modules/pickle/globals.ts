/** Classes and functions go into a pickle by name: where they are found, and whether they are found again. */
import { findAttribute, lookupAttribute } from '../../objects/attribute.ts'
import { type PyBaseException, makeException, raise, raiseTypeError, raised } from '../../objects/exception.ts'
import { attributeErrorType, importErrorType, keyErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { chainContext } from '../../objects/exception-context.ts'
import { hooks } from '../../objects/hooks.ts'
import { asStr, strOf, type Str, textOf } from '../../objects/str.ts'
import { reprText, strText } from '../../objects/text.ts'
import { type PyType, typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import { picklingErrorType } from './state.ts'

/** `object.a.b.c` */
export function lookupPath(object: Value, path: readonly string[]): Value {
  let found = object
  for (const name of path) found = lookupAttribute(found, name)
  return found
}

/** Raises while `thrown` is being handled. */
export function raiseDuring(thrown: unknown, type: PyType, message: string): never {
  const exception = makeException(type, strOf(message))
  chainContext(exception, raised(thrown))
  throw exception
}

/** The module of that name, imported as `__import__` does. */
export function importNamed(name: Value): Value {
  const text = textOf(asStr(name) ?? raiseTypeError(`module name must be a string, not ${typeName(typeOf(name))}`))
  hooks.importName(text, null, null, null, 0)
  return vm.modules.get(name) ?? raise(keyErrorType, name)
}

function isOneOf(exception: PyBaseException, types: readonly PyType[]): boolean {
  return types.some(type => exception.type.isSubtypeOf(type))
}

/** The name of the module that has `object` under the (dotted) name. */
export function moduleNameOf(object: Value, name: Str): Value {
  const path = textOf(name).split('.')
  const known = findAttribute(object, '__module__') ?? null
  if (path.includes('<locals>')) raise(picklingErrorType, strOf(`Can't pickle local object ${reprText(object)}`))
  let module: Value = known
  if (module === null) {
    const found = searchModules(object, path)
    if (found !== undefined) return found
    module = '__main__'
  }
  checkFound(object, module, name, path)
  return module
}

function searchModules(object: Value, path: readonly string[]): Value | undefined {
  for (const [name, module] of [...vm.modules.entries()]) {
    if (name === '__main__' || name === '__mp_main__' || module === null) continue
    try {
      if (lookupPath(module, path) === object) return name
    } catch (thrown) {
      if (!isOneOf(raised(thrown), [attributeErrorType])) throw thrown
    }
  }
  return undefined
}

function checkFound(object: Value, moduleName: Value, name: Str, path: readonly string[]): void {
  let module: Value
  try {
    module = importNamed(moduleName)
  } catch (thrown) {
    const exception = raised(thrown)
    if (!isOneOf(exception, [importErrorType, valueErrorType, keyErrorType])) throw thrown
    return raiseDuring(thrown, picklingErrorType, `Can't pickle ${reprText(object)}: ${strText(exception)}`)
  }
  const place = `${strText(moduleName)}.${textOf(name)}`
  let found: Value
  try {
    found = lookupPath(module, path)
  } catch (thrown) {
    if (!isOneOf(raised(thrown), [attributeErrorType])) throw thrown
    return raiseDuring(thrown, picklingErrorType, `Can't pickle ${reprText(object)}: it's not found as ${place}`)
  }
  if (found !== object)
    raise(picklingErrorType, strOf(`Can't pickle ${reprText(object)}: it's not the same object as ${place}`))
}
