/**
 * `import` and `from … import`.
 */

import { Alias, Import, ImportFrom, type Stmt } from './generated/ast.ts'
import type { Parser } from './parser.ts'
import * as kind from './token-kinds.ts'

export function parseImport(p: Parser): Stmt {
  const start = p.pos++
  const names: Alias[] = []
  do {
    const first = p.pos
    const name = parseDottedName(p)
    names.push(parseAlias(p, first, name))
  } while (p.accept(kind.COMMA))
  const end = p.pos - 1
  return new Import(names, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

function parseDottedName(p: Parser): string {
  p.expect(kind.NAME)
  let name = p.name(p.pos - 1)
  while (p.accept(kind.DOT)) {
    p.expect(kind.NAME)
    name += '.' + p.name(p.pos - 1)
  }
  return name
}

/** The rest of one imported name, from `as` on. */
function parseAlias(p: Parser, first: number, name: string): Alias {
  let asName: string | null = null
  if (p.accept(kind.KW_AS)) {
    p.expect(kind.NAME)
    asName = p.name(p.pos - 1)
  }
  const end = p.pos - 1
  return new Alias(name, asName, p.lines[first]!, p.cols[first]!, p.endLines[end]!, p.endCols[end]!)
}

export function parseFrom(p: Parser): Stmt {
  const start = p.pos++
  let level = 0
  for (; p.kind() === kind.DOT || p.kind() === kind.ELLIPSIS; p.pos++) level += p.kind() === kind.DOT ? 1 : 3
  const module = level > 0 && p.kind() === kind.KW_IMPORT ? null : parseDottedName(p)
  p.expect(kind.KW_IMPORT)
  const names = parseFromNames(p)
  const end = p.pos - 1
  if (module === '__future__' && level === 0) {
    // From the next statement on, `<>` is how one writes `!=`.
    if (names.some(alias => alias.name === 'barry_as_FLUFL')) p.barryAsFlufl = true
  }
  return new ImportFrom(module, names, level, p.lines[start]!, p.cols[start]!, p.endLines[end]!, p.endCols[end]!)
}

function parseFromNames(p: Parser): Alias[] {
  const first = p.pos
  if (p.accept(kind.STAR)) {
    return [new Alias('*', null, p.lines[first]!, p.cols[first]!, p.endLines[first]!, p.endCols[first]!)]
  }
  const inParentheses = p.accept(kind.LPAR)
  const names: Alias[] = []
  do {
    if (inParentheses && names.length > 0 && p.kind() === kind.RPAR) break
    const token = p.pos
    p.expect(kind.NAME)
    names.push(parseAlias(p, token, p.name(token)))
  } while (p.accept(kind.COMMA))
  if (inParentheses) p.expect(kind.RPAR)
  return names
}
