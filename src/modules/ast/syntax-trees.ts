/** Syntax trees as Python objects and back. The types of those objects are in a part of the program that is loaded with the first of them. */
import { filledBy } from '../../base/parts.ts'
import type { Mod, Node } from '../../frontend/generated/ast.ts'
import type { CompileMode } from '../../objects/hooks.ts'
import type { Value } from '../../objects/value.ts'

interface SyntaxTrees {
  /** The tree that an instance of ast.AST stands for, checked. */
  fromObject: (object: Value, mode: CompileMode) => Mod
  toObject: (tree: Node) => Value
  /** The object, if it is what `mode` wants. */
  checked: (object: Value, mode: CompileMode) => Value
}

export const syntaxTrees: SyntaxTrees = {
  fromObject: filledBy('often', () => syntaxTrees.fromObject),
  toObject: filledBy('often', () => syntaxTrees.toObject),
  checked: filledBy('often', () => syntaxTrees.checked),
}
