/** The text of a symbol table, for `--dump=symbols`: scopes indented under each other, a line for each name. */
import * as s from './scope.ts'
import { type Scope, scopeOfSymbol } from './scope.ts'

const places = ['unknown', 'local', 'global (declared)', 'global', 'free', 'cell']

const uses: readonly (readonly [flag: number, word: string])[] = [
  [s.DEF_PARAM, 'parameter'],
  [s.DEF_LOCAL, 'assigned'],
  [s.DEF_IMPORT, 'imported'],
  [s.DEF_ANNOT, 'annotated'],
  [s.DEF_TYPE_PARAM, 'type parameter'],
  [s.DEF_COMP_ITER, 'iteration variable'],
  [s.DEF_NONLOCAL, 'nonlocal'],
  [s.DEF_FREE_CLASS, 'free in a method'],
  [s.DEF_COMP_CELL, 'cell in a comprehension'],
  [s.USE, 'used'],
]

export function printScope(scope: Scope, indentation = ''): string {
  const inner = `${indentation}  `
  const width = Math.max(0, ...Array.from(scope.symbols.keys(), name => name.length))
  let text = `${indentation}${scope.type} ${scope.name}${properties(scope)}\n`
  for (const [name, symbol] of scope.symbols) {
    const words = uses.filter(([flag]) => symbol & flag).map(([, word]) => word)
    text += `${`${inner}${name.padEnd(width)}  ${places[scopeOfSymbol(symbol)]}: ${words.join(', ')}`.trimEnd()}\n`
  }
  for (const child of scope.children) text += printScope(child, inner)
  return text
}

function properties(scope: Scope): string {
  const words = [`line ${scope.location.lineno}`]
  if (scope.comprehension !== null) words.push(`${scope.comprehension} comprehension`)
  if (scope.isNested) words.push('nested')
  if (scope.isGenerator) words.push('generator')
  if (scope.isCoroutine) words.push('coroutine')
  if (scope.needsClassClosure) words.push('needs __class__')
  if (scope.needsClassDict) words.push('needs __classdict__')
  if (scope.canSeeClassScope) words.push('sees the class')
  return ` (${words.join(', ')})`
}
