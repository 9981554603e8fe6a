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

/** `sys.builtin_module_names`. */
export const builtinModuleNames = (): string[] => [...declarations.keys()].sort()

/** What a builtin module declares as functions. */
export const moduleFunctions = (name: string): readonly Builtin[] => declarations.get(name)?.functions?.() ?? []

/** A new module object from its declaration; undefined if there is no such builtin module. It is not put into sys.modules. */
export function createBuiltinModule(name: string): PyModule | undefined {
  const declaration = declarations.get(name)
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
