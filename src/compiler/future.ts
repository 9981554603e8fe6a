/** `from __future__ import …`: which features a module asks for. Most are always on by now. */
import type { Alias, Mod } from '../frontend/generated/ast.ts'
import { CO_FUTURE_ANNOTATIONS, CO_FUTURE_BARRY_AS_BDFL } from './code.ts'
import { syntaxError } from './compile-error.ts'
import { docstringOf } from './docstring.ts'
import { type Location, locationOf, NO_LOCATION } from './instruction.ts'

export interface FutureFeatures {
  readonly flags: number
  /** Of the last import that counts; later ones are errors. */
  readonly lastImport: Location
}

const features = new Map([
  ['nested_scopes', 0],
  ['generators', 0],
  ['division', 0],
  ['absolute_import', 0],
  ['with_statement', 0],
  ['print_function', 0],
  ['unicode_literals', 0],
  ['barry_as_FLUFL', CO_FUTURE_BARRY_AS_BDFL],
  ['generator_stop', 0],
  ['annotations', CO_FUTURE_ANNOTATIONS],
])

/** Only a docstring may come before these imports. */
export function findFutureFeatures(module: Mod, filename: string): FutureFeatures {
  let flags = 0
  let lastImport = NO_LOCATION
  if (module.node !== 'Module' && module.node !== 'Interactive') return { flags, lastImport }
  const start = docstringOf(module.body) === null ? 0 : 1
  for (let i = start; i < module.body.length; i++) {
    const statement = module.body[i]!
    if (statement.node !== 'ImportFrom' || statement.level || statement.module !== '__future__') break
    for (const alias of statement.names) flags |= featureOf(alias, filename)
    lastImport = locationOf(statement)
  }
  return { flags, lastImport }
}

function featureOf(alias: Alias, filename: string): number {
  const flag = features.get(alias.name)
  if (flag !== undefined) return flag
  const message = alias.name === 'braces' ? 'not a chance' : `future feature ${alias.name} is not defined`
  throw syntaxError(filename, message, locationOf(alias))
}
