/** Private names: `__x` in class C is `_C__x`, whatever is done with it. */
import type { Scope } from './scope.ts'

export function mangle(className: string | null, name: string): string {
  if (className === null || !name.startsWith('__')) return name
  // Not __this__, and not the dotted name of an imported module.
  if (name.endsWith('__') || name.includes('.')) return name
  const stripped = className.replace(/^_+/, '')
  return stripped === '' ? name : `_${stripped}${name}`
}

/** In the scope of a generic class's type parameters only those are mangled. */
export function mangleIn(scope: Scope, className: string | null, name: string): string {
  if (scope.mangledNames !== null && !scope.mangledNames.has(name)) return name
  return mangle(className, name)
}
