/**
 * Frozen modules: those that importing itself is made of, which therefore have no file that could be looked for.
 */
import type { Code } from '../../compiler/code.ts'
import { compileSource } from '../../compiler/compile.ts'
import { vm } from '../../objects/vm.ts'
import { libraryOf } from '../library/store.ts'

/** Name → file in the library, and the name that its code goes by. */
const frozen: Readonly<Record<string, readonly [file: string, origin: string]>> = {
  _frozen_importlib: ['importlib/_bootstrap.py', 'importlib._bootstrap'],
  _frozen_importlib_external: ['importlib/_bootstrap_external.py', 'importlib._bootstrap_external'],
  zipimport: ['zipimport.py', 'zipimport'],
}

export const frozenNames: readonly string[] = Object.keys(frozen)

export const isFrozen = (name: string): boolean => Object.hasOwn(frozen, name) && libraryOf(vm.host) !== null

/** What a frozen module was originally called. */
export const frozenOrigin = (name: string): string => frozen[name]![1]

/** The code of a frozen module; null if there is none of that name. */
export function frozenCode(name: string): Code | null {
  const library = libraryOf(vm.host)
  if (!isFrozen(name) || library === null) return null
  const [file, origin] = frozen[name]!
  const filename = `<frozen ${origin}>`
  const packed = library.code(file, filename)
  if (packed !== null) return packed
  const code = compileSource(library.source(file), filename, 'exec')
  library.remember(file, code)
  return code
}
