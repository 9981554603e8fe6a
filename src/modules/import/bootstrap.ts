/**
 * importlib: CPython's import machinery, which is Python code, and how it gets into an interpreter.
 *
 * `_frozen_importlib` is importlib/_bootstrap.py, `_frozen_importlib_external` is importlib/_bootstrap_external.py: loaded without the help of
 * importing, as they are what importing is made of. The first import statement of a program starts them; a program without
 * imports does not pay for them. As init_importlib (Python/import.c).
 */
import { lookupAttribute } from '../../objects/attribute.ts'
import { callMethod } from '../../objects/call.ts'
import { codeObject } from '../../interpreter/prepare.ts'
import type { PyBaseException, PyTraceback } from '../../objects/exception.ts'
import { importErrorType } from '../../objects/exception-types.ts'
import type { PyCode } from '../../objects/frame.ts'
import { createBuiltinModule } from '../../objects/builtin-module.ts'
import { hooks } from '../../objects/hooks.ts'
import { PyList } from '../../objects/list.ts'
import { PyModule } from '../../objects/module.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import { frozenCode, frozenOrigin } from './frozen.ts'

class ImportlibState {
  bootstrap: PyModule | null = null
  external: PyModule | null = null
  /** Once everything is in place: until then importlib itself imports what it needs. */
  isReady = false
  /** Had the program put nothing into sys.meta_path and sys.path_hooks before? */
  foundNothing = false
  readonly waiting: (() => void)[] = []
}
const importlibState = { create: () => new ImportlibState() }

/** Starts importlib if it is not yet; false while it is starting. */
export function ensureImportlib(): boolean {
  const state = vm.state(importlibState)
  if (state.bootstrap === null) startImportlib(state)
  return state.isReady
}

export const importlibHasBegun = (): boolean => vm.state(importlibState).bootstrap !== null

/** What finds modules is all importlib's own. */
export const findersAreOurs = (): boolean => vm.state(importlibState).foundNothing

export function whenImportlibHasStarted(work: () => void): void {
  const state = vm.state(importlibState)
  if (state.isReady) work()
  else state.waiting.push(work)
}

/** Has the program put nothing there? */
export const findersAreNone = (): boolean =>
  ['meta_path', 'path_hooks'].every(name => {
    const list = vm.sys.getStr(name)
    return list instanceof PyList && list.length === 0
  })

/** The module `_frozen_importlib`, started if it is not yet. */
export function importlib(): PyModule {
  const state = vm.state(importlibState)
  if (state.bootstrap === null) startImportlib(state)
  return state.bootstrap!
}

export function importlibExternal(): PyModule {
  importlib()
  return vm.state(importlibState).external!
}

function startImportlib(state: ImportlibState): void {
  state.foundNothing = findersAreNone()
  const bootstrap = runFrozen('_frozen_importlib')
  state.bootstrap = bootstrap
  const imp = loadBuiltin('_imp')
  callMethod(bootstrap, '_install', vm.modules.getStr('sys')!, imp)
  for (const name of ['_thread', '_weakref', '_io', '_warnings', 'marshal', 'posix']) loadBuiltin(name)
  const external = runFrozen('_frozen_importlib_external')
  state.external = external
  bootstrap.dict.setStr('_bootstrap_external', external)
  callMethod(external, '_install', bootstrap)
  installZipImport(bootstrap)
  state.isReady = true
  for (const work of state.waiting.splice(0)) work()
}

/** Zip archives come before folders among the things that a path may name. */
function installZipImport(bootstrap: PyModule): void {
  const zipimport = callMethod(bootstrap, '_gcd_import', 'zipimport')
  const hooksList = vm.sys.getStr('path_hooks')
  if (hooksList instanceof PyList) hooksList.boxed().unshift(lookupAttribute(zipimport, 'zipimporter'))
}

/** Runs a frozen module's code as a new module of that name. */
function runFrozen(name: string): PyModule {
  const module = new PyModule(name)
  vm.modules.setStr(name, module)
  module.dict.setStr('__builtins__', vm.modules.getStr('builtins') ?? null)
  module.dict.setStr('__origname__', frozenOrigin(name))
  const code: PyCode = codeObject(frozenCode(name)!)
  hooks.runCode(code, module.dict, module.dict, null)
  return module
}

/** The builtin module of that name, which there is; made if it is not loaded. */
export function loadBuiltin(name: string): Value {
  const known = vm.modules.getStr(name)
  if (known !== undefined) return known
  const module = createBuiltinModule(name)
  if (module === undefined) throw new Error(`the builtin module ${name} is missing`)
  vm.modules.setStr(name, module)
  return module
}

const isImportlibFile = (file: string): boolean =>
  file === '<frozen importlib._bootstrap>' || file === '<frozen importlib._bootstrap_external>'

/**
 * Takes importlib's frames out of a traceback: all of them from an ImportError, else the runs of them that end in
 * `_call_with_frames_removed`. As remove_importlib_frames (Python/import.c).
 */
export function removeImportlibFrames(exception: PyBaseException): void {
  const always = exception.type.isSubtypeOf(importErrorType)
  let last: PyTraceback | null = null
  let beforeRun: PyTraceback | null = null
  let isInRun = false
  for (let each = exception.traceback; each !== null; each = each.next) {
    const { filename, name } = each.frame.code.code
    if (!isImportlibFile(filename)) {
      isInRun = false
      last = each
      continue
    }
    if (!isInRun) {
      isInRun = true
      beforeRun = last
    }
    if (always || name === '_call_with_frames_removed') {
      if (beforeRun === null) exception.traceback = each.next
      else beforeRun.next = each.next
    } else last = each
  }
}
