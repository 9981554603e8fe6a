/** Names: where they are looked up, and what is said when they are not found. */
import { CO_FAST_FREE } from '../compiler/code.ts'
import { originalFunctions } from '../builtins/builtins-module.ts'
import { importHook } from './imports.ts'
import { findItem } from './namespaces.ts'
import { dictType, typeOf } from '../objects/builtin-types.ts'
import { findAttribute } from '../objects/attribute.ts'
import { PyDict } from '../objects/dict.ts'
import { makeException, raise, raised } from '../objects/exception.ts'
import {
  assertionErrorType,
  importErrorType,
  keyErrorType,
  nameErrorType,
  notImplementedErrorType,
  unboundLocalErrorType,
} from '../objects/exception-types.ts'
import type { Frame, PyCell, PyCode } from '../objects/frame.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { tupleType } from '../objects/builtin-types.ts'
import { PyModule } from '../objects/module.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

export function raiseUnboundLocal(code: PyCode, slot: number): never {
  const name = code.code.localsplusnames[slot]!
  raise(unboundLocalErrorType, `cannot access local variable '${name}' where it is not associated with a value`)
}

export function raiseUnboundCell(code: PyCode, slot: number): never {
  if ((code.code.localspluskinds[slot]! & CO_FAST_FREE) === 0) raiseUnboundLocal(code, slot)
  const name = code.code.localsplusnames[slot]!
  raiseNameError(
    name,
    `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
  )
}

function raiseNameError(name: string, message: string): never {
  throw makeException(nameErrorType, message).setField('name', strOf(name))
}

const notDefined = (name: string): never => raiseNameError(name, `name '${name}' is not defined`)

/** LOAD_COMMON_CONSTANT. */
export function commonConstant(which: number): Value {
  switch (which) {
    case 0:
      return assertionErrorType
    case 1:
      return notImplementedErrorType
    case 2:
      return tupleType
    case 3:
      return vm.state(originalFunctions).all
    default:
      return vm.state(originalFunctions).any
  }
}

export function loadGlobal(frame: Frame, name: string): Value {
  // Never with `??` here: a name may be bound to None, which is null.
  const found = findGlobal(frame, name)
  return found === undefined ? notDefined(name) : found
}

function findGlobal(frame: Frame, name: string): Value | undefined {
  const { globals, builtins } = frame
  // A subclass of dict as globals may define __getitem__.
  const found = globals.type === dictType ? globals.get(strOf(name)) : findItem(globals, name)
  return found === undefined ? findItem(builtins, name) : found
}

export function deleteGlobal(frame: Frame, name: string): void {
  if (frame.globals.delete(strOf(name)) === undefined) notDefined(name)
}

/** The namespace; a function made of code that has names instead of locals uses its globals. */
export function loadLocals(frame: Frame): Value {
  if (frame.locals === null) frame.locals = frame.globals
  return frame.locals
}

export function loadName(frame: Frame, name: string): Value {
  const found = findItem(loadLocals(frame), name)
  return found === undefined ? loadGlobal(frame, name) : found
}

export function storeName(frame: Frame, name: string, value: Value): void {
  const { locals } = frame
  if (locals instanceof PyDict && locals.type === dictType) locals.set(strOf(name), value)
  else typeOf(loadLocals(frame)).assSubscript!(frame.locals, strOf(name), value)
}

export function deleteName(frame: Frame, name: string): void {
  const { locals } = frame
  if (locals instanceof PyDict && locals.type === dictType) {
    if (locals.delete(strOf(name)) === undefined) notDefined(name)
    return
  }
  try {
    typeOf(loadLocals(frame)).assSubscript!(frame.locals, strOf(name), undefined)
  } catch (thrown) {
    if (raised(thrown).type.isSubtypeOf(keyErrorType)) notDefined(name)
    throw thrown
  }
}

export function loadFromDictOrGlobals(frame: Frame, namespace: Value, name: string): Value {
  const found = findItem(namespace, name)
  return found === undefined ? loadGlobal(frame, name) : found
}

export function loadFromDictOrDeref(frame: Frame, namespace: Value, slot: number): Value {
  const found = findItem(namespace, frame.code.code.localsplusnames[slot]!)
  if (found !== undefined) return found
  const { value } = frame.slots[slot] as PyCell
  if (value === undefined) raiseUnboundCell(frame.code, slot)
  return value
}

export function loadBuildClass(frame: Frame): Value {
  const found = findItem(frame.builtins, '__build_class__')
  return found === undefined ? raiseNameError('__build_class__', '__build_class__ not found') : found
}

export function setupAnnotations(frame: Frame): void {
  const locals = loadLocals(frame)
  if (findItem(locals, '__annotations__') === undefined) storeName(frame, '__annotations__', new PyDict())
}

export function importName(frame: Frame, name: string, fromList: Value, level: Value): Value {
  return importHook(frame, name, fromList, level)
}

/** `from module import name`: the attribute, or the submodule that is being imported. As import_from (Python/ceval.c). */
export function importFrom(module: Value, name: string): Value {
  const found = findAttribute(module, name)
  if (found !== undefined) return found
  const moduleName = findAttribute(module, '__name__')
  const packageName = moduleName === undefined ? undefined : asStr(moduleName)
  if (packageName !== undefined) {
    const submodule = vm.modules.get(strOf(`${textOf(packageName)}.${name}`))
    if (submodule !== undefined) return submodule
  }
  throw cannotImport(module, name, packageName === undefined ? '<unknown module name>' : textOf(packageName))
}

function isBeingInitialized(module: Value): boolean {
  if (module instanceof PyModule && module.incomplete !== null) return module.incomplete.isInitializing
  const spec = findAttribute(module, '__spec__') ?? null
  return spec !== null && findAttribute(spec, '_initializing') === true
}

function cannotImport(module: Value, name: string, moduleName: string): Value & object {
  const file = findAttribute(module, '__file__')
  const path = file === undefined ? undefined : asStr(file)
  const isInitializing = isBeingInitialized(module)
  const where = path === undefined ? 'unknown location' : textOf(path)
  const message = isInitializing
    ? `cannot import name '${name}' from partially initialized module '${moduleName}' ` +
      `(most likely due to a circular import) (${where})`
    : `cannot import name '${name}' from '${moduleName}' (${where})`
  return makeException(importErrorType, message)
    .setField('msg', message)
    .setField('name', strOf(moduleName))
    .setField('path', path ?? null)
    .setField('name_from', strOf(name))
}
