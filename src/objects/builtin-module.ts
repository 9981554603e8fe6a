/**
 * Modules written in TypeScript: `defineModule` in the file that holds one.
 *
 *     defineModule('_bisect', {
 *       doc: '…',
 *       functions: () => [builtin('heappushpop($module, heap, item, /)', …)],
 *       attributes: () => ({ … }),
 *     })
 *
 * A module object is made for each interpreter that imports it, from the same declaration; what must not be shared between interpreters
 * is made in `attributes` or kept in `vm.state`.
 */
import { type Part, parts } from '../base/parts.ts'
import { PyBuiltinFunction } from './callable.ts'
import { PyModule } from './module.ts'
import type { Builtin } from './signature.ts'
import type { Value } from './value.ts'

export interface ModuleDeclaration {
  doc?: string
  functions?: () => readonly Builtin[]
  /** Constants, types and whatever else the module has, by name. */
  attributes?: (module: PyModule) => Readonly<Record<string, Value>>
}

const declarations = new Map<string, ModuleDeclaration>()

export function defineModule(name: string, declaration: ModuleDeclaration): void {
  declarations.set(name, declaration)
}

/** Modules that a part of the program declares which may not be loaded yet. */
const later = new Map<string, Part>()

export function declareLater(part: Part, names: readonly string[]): void {
  for (const name of names) later.set(name, part)
}

function declarationOf(name: string): ModuleDeclaration | undefined {
  const part = later.get(name)
  if (part !== undefined && !declarations.has(name)) parts.load(part)
  return declarations.get(name)
}

/** `sys.builtin_module_names`. */
export const builtinModuleNames = (): string[] => [...new Set([...declarations.keys(), ...later.keys()])].sort()

/** What a builtin module declares as functions. */
export const moduleFunctions = (name: string): readonly Builtin[] => declarationOf(name)?.functions?.() ?? []

/** A new module object from its declaration; undefined if there is no such builtin module. It is not put into sys.modules. */
export function createBuiltinModule(name: string): PyModule | undefined {
  const declaration = declarationOf(name)
  if (declaration === undefined) return undefined
  const module = new PyModule(name)
  module.dict.setStr('__doc__', declaration.doc ?? null)
  for (const builtin of declaration.functions?.() ?? []) {
    if (name !== 'builtins') builtin.owner = name
    module.dict.setStr(builtin.name, new PyBuiltinFunction(builtin, module, name))
  }
  for (const [key, value] of Object.entries(declaration.attributes?.(module) ?? {})) module.dict.setStr(key, value)
  return module
}
