/**
 * `__import__`, and what the import statement does. As PyImport_ImportModuleLevelObject (Python/import.c).
 *
 * A module that is in sys.modules is found here. One that is not is looked for in two ways. Builtin modules and those of the packed
 * library, which most imports are for, are loaded by TypeScript code as long as the program has not changed how modules are found
 * (direct-import.ts). Everything else is the business of importlib, CPython's own Python code (bootstrap.ts).
 */
import { findAttribute } from '../../objects/attribute.ts'
import { callMethod } from '../../objects/call.ts'
import { makeException, raise, raised } from '../../objects/exception.ts'
import { importErrorType, keyErrorType, moduleNotFoundErrorType } from '../../objects/exception-types.ts'
import { createBuiltinModule } from '../../objects/builtin-module.ts'
import { PyBuiltinFunction } from '../../objects/callable.ts'
import { hooks } from '../../objects/hooks.ts'
import { asStr, strOf, textOf } from '../../objects/str.ts'
import { reprText } from '../../objects/text.ts'
import { truth } from '../../objects/truth.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import { libraryOf } from '../library/store.ts'
import { importlib, removeImportlibFrames } from './bootstrap.ts'
import { importDirectly, raiseNotFound } from './direct-import.ts'
import { missingNames } from './from-list.ts'
import { specsMayWait } from './late-specs.ts'
import { checkName, resolveName } from './resolve-name.ts'

function importName(name: string, globals: Value, _locals: Value, fromlist: Value, level: number): Value {
  checkName(name, level)
  const absolute = level > 0 ? resolveName(name, globals, level) : name
  const module = importAbsolute(absolute)
  if (fromlist !== null && truth(fromlist)) {
    const missing = missingNames(module, fromlist)
    if (missing?.length === 0 || findAttribute(module, '__path__') === undefined) return module
    if (missing !== undefined && specsMayWait() && importMissing(module, missing)) return module
    return withoutImportlibFrames(() =>
      callMethod(importlib(), '_handle_fromlist', module, fromlist, vm.builtins.getStr('__import__')!),
    )
  }
  const dot = name.indexOf('.')
  if (dot < 0 && (level === 0 || name !== '')) return module
  if (level === 0) return importAbsolute(name.slice(0, dot))
  if (name === '' || dot < 0) return module
  // `from . import` of a dotted name through __import__ itself: the part of the absolute name up to the first dot of `name`.
  const front = absolute.slice(0, absolute.length - (name.length - dot))
  const found = vm.modules.getStr(front)
  if (found === undefined) raise(keyErrorType, `'${front}' not in sys.modules as expected`)
  return found
}

/** Imports the modules of a package that have these names, as _handle_fromlist (importlib/_bootstrap.py); false where that is to do it. */
function importMissing(module: Value, names: readonly string[]): boolean {
  const own = asStr(findAttribute(module, '__name__') ?? null)
  if (own === undefined || !(vm.builtins.getStr('__import__') instanceof PyBuiltinFunction)) return false
  for (const name of names) {
    const full = `${textOf(own)}.${name}`
    try {
      importAbsolute(full)
    } catch (thrown) {
      const exception = raised(thrown)
      const isMissing = exception.type.isSubtypeOf(moduleNotFoundErrorType) && exception.field('name') === full
      if (!isMissing || vm.modules.getStr(full) === null) throw exception
    }
  }
  return true
}

/** The module of that absolute name, imported if need be. */
export function importAbsolute(name: string): Value {
  const known = vm.modules.getStr(name)
  if (known !== undefined && known !== null) return known
  if (known === null) {
    const error = makeException(moduleNotFoundErrorType, strOf(`import of ${name} halted; None in sys.modules`))
    throw error.setField('name', strOf(name))
  }
  if (libraryOf(vm.host) === null) return importBuiltin(name)
  return (
    importDirectly(name) ??
    withoutImportlibFrames(() =>
      callMethod(importlib(), '_find_and_load', strOf(name), vm.builtins.getStr('__import__')!),
    )
  )
}

/** Where there is no library there is no importlib: builtin modules are all that can be found. */
function importBuiltin(name: string): Value {
  const module = createBuiltinModule(name)
  if (module === undefined) raiseNotFound(name)
  vm.modules.setStr(name, module)
  return module
}

/** A traceback shows the program's frames, not those of importlib in between. */
function withoutImportlibFrames(work: () => Value): Value {
  try {
    return work()
  } catch (thrown) {
    const exception = raised(thrown)
    removeImportlibFrames(exception)
    throw exception
  }
}

hooks.importName = importName
hooks.importModule = importAbsolute

/** The attribute of a module that TypeScript code imports for its own use. */
export function importedAttribute(module: string, name: string): Value {
  const found = findAttribute(importAbsolute(module), name)
  if (found === undefined) raise(importErrorType, `cannot import name ${reprText(strOf(name))} from '${module}'`)
  return found
}
