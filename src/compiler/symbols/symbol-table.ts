/** Builds the symbol table of a module: two walks, one over the syntax tree, one over the scopes. */
import type { Mod, TypeParam } from '../../frontend/generated/ast.ts'
import { docstringOf } from '../docstring.ts'
import { Location } from '../instruction.ts'
import { analyzeScopes } from './analyze.ts'
import { SymbolBuilder, type SymbolOptions } from './builder.ts'
import type { Scope } from './scope.ts'
import { visitExpression } from './visit-expressions.ts'
import { visitStatements } from './visit-statements.ts'

export class SymbolTable {
  readonly top: Scope
  readonly #scopes: ReadonlyMap<object, Scope>
  readonly #defaultScopes: ReadonlyMap<object, Scope>
  constructor(top: Scope, scopes: ReadonlyMap<object, Scope>, defaultScopes: ReadonlyMap<object, Scope>) {
    this.top = top
    this.#scopes = scopes
    this.#defaultScopes = defaultScopes
  }

  /** The scope that a node opens: for a type variable, that of its bound. */
  scopeOf(node: object): Scope {
    return this.#scopes.get(node)!
  }

  defaultScopeOf(parameter: TypeParam): Scope {
    return this.#defaultScopes.get(parameter)!
  }
}

export function buildSymbolTable(module: Mod, options: SymbolOptions): SymbolTable {
  const builder = new SymbolBuilder(module, options, new Location(0, 0, 0, 0))
  switch (module.node) {
    case 'Module':
      builder.top.hasDocstring = docstringOf(module.body) !== null
      visitStatements(builder, module.body)
      break
    case 'Interactive':
      visitStatements(builder, module.body)
      break
    case 'Expression':
      visitExpression(builder, module.body)
      break
    case 'FunctionType':
      throw new Error('function types are not compiled')
  }
  analyzeScopes(builder.top, options.filename)
  return new SymbolTable(builder.top, builder.scopes, builder.defaultScopes)
}
