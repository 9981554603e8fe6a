/**
 * What is said when a module has no such attribute: often the module is not the one that was meant (a file named like a library), or not
 * there yet (a circular import). As _Py_module_getattro_impl (Objects/moduleobject.c).
 */
import { findAttribute } from '../objects/attribute.ts'
import { PyList } from '../objects/list.ts'
import type { PyModule } from '../objects/module.ts'
import { PyFrozenset } from '../objects/set.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import { truth } from '../objects/truth.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

export function missingAttributeMessage(module: PyModule, name: string): string {
  const moduleName = textIn(module.dict.getStr('__name__'))
  if (moduleName === undefined) return `module has no attribute '${name}'`
  const hasNone = `has no attribute '${name}'`
  if (module.incomplete?.isInitializing)
    return ofPartiallyInitialized(moduleName, textIn(module.dict.getStr('__file__')), hasNone)
  const spec = module.dict.getStr('__spec__') ?? null
  const origin = originOf(spec)
  if (origin !== undefined && isShadowing(origin)) {
    if (isStandardModule(moduleName)) {
      const quotedOrigin = reprText(strOf(origin))
      return `module '${moduleName}' ${hasNone} (consider renaming ${quotedOrigin} since it has the same name as the standard library module named '${moduleName}' and prevents importing that standard library module)`
    }
    if (isInitializing(spec))
      return `module '${moduleName}' ${hasNone} (consider renaming ${reprText(strOf(origin))} if it has the same name as a library you intended to import)`
  }
  if (isInitializing(spec)) return ofPartiallyInitialized(moduleName, origin, hasNone)
  if (isUninitializedSubmodule(spec, name))
    return `cannot access submodule '${name}' of module '${moduleName}' (most likely due to a circular import)`
  return `module '${moduleName}' ${hasNone}`
}

function ofPartiallyInitialized(module: string, origin: string | undefined, hasNone: string): string {
  const from = origin === undefined ? '' : ` from ${reprText(strOf(origin))}`
  return `partially initialized module '${module}'${from} ${hasNone} (most likely due to a circular import)`
}

function textIn(value: Value | undefined): string | undefined {
  const str = value === undefined ? undefined : asStr(value)
  return str === undefined ? undefined : textOf(str)
}

/** The file that the module was loaded from. */
export function originOf(spec: Value): string | undefined {
  if (spec === null) return undefined
  const hasLocation = findAttribute(spec, 'has_location')
  if (hasLocation === undefined || !truth(hasLocation)) return undefined
  return textIn(findAttribute(spec, 'origin'))
}

export function isInitializing(spec: Value): boolean {
  const answer = spec === null ? undefined : findAttribute(spec, '_initializing')
  return answer !== undefined && truth(answer)
}

function isUninitializedSubmodule(spec: Value, name: string): boolean {
  const names = spec === null ? undefined : findAttribute(spec, '_uninitialized_submodules')
  return names instanceof PyList && names.toArray().includes(strOf(name))
}

/** Does the file lie where the program does, so that it comes before the library's? */
export function isShadowing(origin: string): boolean {
  const flags = vm.sysAttribute('flags')
  const safe = flags === undefined ? undefined : findAttribute(flags, 'safe_path')
  if (safe !== undefined && truth(safe)) return false
  const path = vm.sysAttribute('path')
  const first = path instanceof PyList && path.length > 0 ? textIn(path.at(0)) : undefined
  if (first === undefined) return false
  const parts = origin.split('/')
  if (parts.at(-1) === '__init__.py') parts.pop()
  parts.pop()
  return parts.join('/') === first
}

export function isStandardModule(name: string): boolean {
  const names = vm.sysAttribute('stdlib_module_names')
  return names instanceof PyFrozenset && names.has(strOf(name))
}
