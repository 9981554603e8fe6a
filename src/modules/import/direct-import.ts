/**
 * The short way to import: builtin modules and those of the packed library, without importlib's Python code in between.
 *
 * It may be taken only where importlib would find the same module: `sys.meta_path` and `sys.path_hooks` are as we
 * made them, and no place that is searched before the library has anything of that name. The module then gets exactly what
 * importlib would have given it: spec, loader, file and the rest, so that nobody can tell the difference but by the clock.
 */
import { compileSource } from '../../compiler/compile.ts'
import { exceptionOfSourceError } from '../../interpreter/compiling.ts'
import { codeObject } from '../../interpreter/prepare.ts'
import { SourceError } from '../../frontend/source-error.ts'
import { findAttribute } from '../../objects/attribute.ts'
import { strType, typeOf } from '../../objects/builtin-types.ts'
import { createBuiltinModule } from '../../objects/builtin-module.ts'
import { call } from '../../objects/call.ts'
import { PyDict } from '../../objects/dict.ts'
import { makeException, raised } from '../../objects/exception.ts'
import { moduleNotFoundErrorType } from '../../objects/exception-types.ts'
import type { PyCode } from '../../objects/frame.ts'
import { hooks } from '../../objects/hooks.ts'
import { PyList } from '../../objects/list.ts'
import { PyModule } from '../../objects/module.ts'
import { asStr, strOf, textOf } from '../../objects/str.ts'
import { reprText } from '../../objects/text.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import { configuration } from '../configuration.ts'
import { fillLinecache } from '../source-lines.ts'
import { libraryOf, type LibraryStore } from '../library/store.ts'
import { cacheTag } from '../version.ts'
import { ensureImportlib, findersAreNone, findersAreOurs, importlib, importlibExternal } from './bootstrap.ts'
import { folderMayHave } from './folder-names.ts'
import { isFrozen } from './frozen.ts'
import { importAbsolute } from './import-name.ts'
import { fillIn, looksForSpec, specifyLater, specsMayWait } from './late-specs.ts'

/** What importlib found the search to be made of when it started. */
class Machinery {
  readonly metaPath: readonly Value[] = itemsOfSys('meta_path')
  readonly pathHooks: readonly Value[] = itemsOfSys('path_hooks')
  readonly moduleSpec: Value = importlib().dict.getStr('ModuleSpec')!
  readonly builtinImporter: Value = importlib().dict.getStr('BuiltinImporter')!
  readonly sourceFileLoader: Value = importlibExternal().dict.getStr('SourceFileLoader')!
  readonly fileFinder: Value = importlibExternal().dict.getStr('FileFinder')!

  get isUnchanged(): boolean {
    return (
      findersAreOurs() &&
      isSameList(this.metaPath, vm.sys.getStr('meta_path')) &&
      isSameList(this.pathHooks, vm.sys.getStr('path_hooks'))
    )
  }
}

const machineryState = { create: () => new Machinery() }

function itemsOfSys(name: string): readonly Value[] {
  const list = vm.sys.getStr(name)
  return list instanceof PyList ? list.toArray() : []
}

function isSameList(expected: readonly Value[], list: Value | undefined): boolean {
  if (!(list instanceof PyList) || list.length !== expected.length) return false
  for (let i = 0; i < expected.length; i++) if (list.at(i) !== expected[i]) return false
  return true
}

/** The module, if it may be and can be imported the short way; else undefined. */
export function importDirectly(name: string): Value | undefined {
  const machinery = specsMayWait() && findersAreNone() && !isFrozen(name) ? null : startedMachinery()
  if (machinery === undefined) return undefined
  const dot = name.lastIndexOf('.')
  if (dot >= 0) return importFromPackage(machinery, name, dot)
  const found = importBuiltin(name) ?? importFromPath(machinery, name, name, vm.sys.getStr('path'))
  if (found !== nowhere) return found
  // Where importlib is there, it says so.
  return machinery === null ? raiseNotFound(name) : undefined
}

export function raiseNotFound(name: string): never {
  throw makeException(moduleNotFoundErrorType, strOf(`No module named ${reprText(strOf(name))}`)).setField(
    'name',
    strOf(name),
  )
}

/** Undefined where importlib's own code is to import. */
function startedMachinery(): Machinery | undefined {
  if (!ensureImportlib()) return undefined
  const machinery = vm.state(machineryState)
  return machinery.isUnchanged ? machinery : undefined
}

function importFromPackage(machinery: Machinery | null, name: string, dot: number): Value | undefined {
  const parent = importAbsolute(name.slice(0, dot))
  // The package may have put it there itself, as os does with os.path.
  const known = vm.modules.getStr(name)
  if (known !== undefined) return known ?? undefined
  const module = importFromPath(machinery, name, name.slice(dot + 1), findAttribute(parent, '__path__'), parent)
  if (module === nowhere) return undefined
  if (module !== undefined) setChild(parent, name.slice(dot + 1), module)
  return module
}

function setChild(parent: Value, child: string, module: Value): void {
  typeOf(parent).setattribute?.(parent, child, module)
}

function importBuiltin(name: string): Value | undefined {
  const module = createBuiltinModule(name)
  if (module === undefined) return undefined
  module.dict.setStr('__package__', '')
  specifyLater(module, () => specifyBuiltin(module, name))
  vm.modules.setStr(name, module)
  return module
}

function specifyBuiltin(module: PyModule, name: string): void {
  const { moduleSpec, builtinImporter } = vm.state(machineryState)
  fillIn(module, '__loader__', builtinImporter)
  fillIn(module, '__spec__', call(moduleSpec, [name, builtinImporter, 'built-in'], ['origin']))
}

interface Found {
  readonly folder: string
  /** Within the library. */
  readonly file: string
  readonly isPackage: boolean
}

const nowhere = Symbol('nowhere')

/** Undefined where it is importlib's to find the module. */
function importFromPath(
  machinery: Machinery | null,
  name: string,
  tail: string,
  path: Value | undefined,
  parent: Value = null,
): Value | undefined | typeof nowhere {
  const library = libraryOf(vm.host)
  if (library === null || !(path instanceof PyList)) return undefined
  for (const entry of path.toArray()) {
    if (typeOf(entry) !== strType) return undefined
    const folder = textOf(asStr(entry)!)
    const inside = placeInLibrary(library, folder)
    if (inside !== undefined) {
      const found = findInLibrary(library, folder, inside, tail)
      if (found !== undefined) return load(machinery, library, name, found, parent)
    } else if (isForeign(machinery, entry) || folderMayHave(folder, tail)) return undefined
  }
  return nowhere
}

/** Has the program given this place a finder of its own? */
function isForeign(machinery: Machinery | null, entry: Value): boolean {
  const cache = vm.sys.getStr('path_importer_cache')
  const finder = cache instanceof PyDict ? cache.get(entry) : undefined
  return finder !== undefined && finder !== null && typeOf(finder) !== machinery?.fileFinder
}

/** The folder of the library that a path names: '' for its top; undefined if it lies elsewhere. */
function placeInLibrary(library: LibraryStore, folder: string): string | undefined {
  if (folder === library.folder) return ''
  return folder.startsWith(`${library.folder}/`) ? folder.slice(library.folder.length + 1) : undefined
}

function findInLibrary(library: LibraryStore, folder: string, inside: string, tail: string): Found | undefined {
  const base = inside === '' ? tail : `${inside}/${tail}`
  for (const [file, isPackage] of [
    [`${base}/__init__.py`, true],
    [`${base}.py`, false],
  ] as const)
    if (library.row(file) !== undefined) return { folder: isPackage ? `${folder}/${tail}` : folder, file, isPackage }
  return undefined
}

function load(
  given: Machinery | null,
  library: LibraryStore,
  name: string,
  found: Found,
  parent: Value,
): Value | undefined {
  const path = `${library.folder}/${found.file}`
  const code = codeOf(library, found.file, path)
  const machinery = given === null && looksForSpec(code.code) ? startedMachinery() : given
  if (machinery === undefined) return undefined
  const module = newModule(name, path, found)
  let spec: Value = null
  const late = specifyLater(module, () => {
    spec = specify(module, name, path, found)
  })
  const siblings =
    machinery === null || parent === null
      ? undefined
      : findAttribute(findAttribute(parent, '__spec__') ?? null, '_uninitialized_submodules')
  const tail = name.slice(name.lastIndexOf('.') + 1)
  if (siblings instanceof PyList) siblings.push(tail)
  const setRunning = (isRunning: boolean): void => {
    if (spec !== null) setFlag(spec, '_initializing', isRunning)
    else late.isInitializing = isRunning
  }
  try {
    setRunning(true)
    vm.modules.setStr(name, module)
    hooks.runCode(code, module.dict, module.dict, null)
    if (name === 'linecache') fillLinecache()
  } catch (thrown) {
    const exception = raised(thrown)
    vm.modules.deleteStr(name)
    throw exception
  } finally {
    setRunning(false)
    if (siblings instanceof PyList) siblings.boxed().pop()
  }
  return moveToEnd(name)
}

function setFlag(spec: Value, name: string, value: Value): void {
  typeOf(spec).setattribute?.(spec, name, value)
}

const cachedName = (path: string): string => {
  const slash = path.lastIndexOf('/')
  return `${path.slice(0, slash)}/__pycache__/${path.slice(slash + 1, -3)}.${cacheTag}.pyc`
}

/** As _init_module_attrs (importlib/_bootstrap.py), but for the spec and the loader. */
function newModule(name: string, path: string, found: Found): PyModule {
  const module = new PyModule(name)
  const { dict } = module
  dict.setStr('__package__', found.isPackage ? name : name.slice(0, Math.max(name.lastIndexOf('.'), 0)))
  if (found.isPackage) dict.setStr('__path__', new PyList([strOf(found.folder)]))
  dict.setStr('__file__', strOf(path))
  dict.setStr('__cached__', strOf(cachedName(path)))
  dict.setStr('__builtins__', vm.builtins)
  return module
}

function specify(module: PyModule, name: string, path: string, found: Found): Value {
  const machinery = vm.state(machineryState)
  const loader = call(machinery.sourceFileLoader, [strOf(name), strOf(path)])
  const spec = call(machinery.moduleSpec, [strOf(name), loader, strOf(path), found.isPackage], ['origin', 'is_package'])
  if (found.isPackage) setFlag(spec, 'submodule_search_locations', module.dict.getStr('__path__') ?? null)
  setFlag(spec, '_set_fileattr', true)
  setFlag(spec, '_cached', strOf(cachedName(path)))
  if (module.incomplete?.isInitializing) setFlag(spec, '_initializing', true)
  fillIn(module, '__loader__', loader)
  fillIn(module, '__spec__', spec)
  return spec
}

function codeOf(library: LibraryStore, file: string, path: string): PyCode {
  const { optimization } = configuration()
  const packed = optimization === 0 ? library.code(file, path) : null
  if (packed !== null) return codeObject(packed)
  try {
    const code = compileSource(library.source(file), path, 'exec', { optimize: optimization })
    if (optimization === 0) library.remember(file, code)
    return codeObject(code)
  } catch (thrown) {
    if (thrown instanceof SourceError) throw exceptionOfSourceError(thrown)
    throw thrown
  }
}

/** Modules stand in sys.modules in the order in which they were ready; one may have put another object in its place. */
function moveToEnd(name: string): Value {
  const module = vm.modules.getStr(name)
  if (module === undefined) return null
  vm.modules.deleteStr(name)
  vm.modules.setStr(name, module)
  return module
}
