/** The module _ast: the classes of syntax trees, and the flags of `compile` that concern them. */
import './ast/node-object.ts'
import { isInstance } from '../builtins/type-check.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { hooks } from '../objects/hooks.ts'
import type { Value } from '../objects/value.ts'
import {
  PyCF_ALLOW_TOP_LEVEL_AWAIT,
  PyCF_ONLY_AST,
  PyCF_OPTIMIZED_AST,
  PyCF_TYPE_COMMENTS,
} from './ast/compile-hook.ts'
import { checkMode, treeFrom } from './ast/from-python.ts'
import { astType, nodeTypes } from './ast/node-types.ts'
import { syntaxTrees } from './ast/syntax-trees.ts'
import { treeObject } from './ast/to-python.ts'

defineModule('_ast', {
  attributes: (): Record<string, Value> => ({
    AST: astType,
    ...Object.fromEntries(nodeTypes().types),
    PyCF_ALLOW_TOP_LEVEL_AWAIT,
    PyCF_ONLY_AST,
    PyCF_OPTIMIZED_AST,
    PyCF_TYPE_COMMENTS,
  }),
})

syntaxTrees.fromObject = treeFrom
syntaxTrees.toObject = treeObject
syntaxTrees.checked = checkMode
hooks.isSyntaxTree = value => isInstance(value, astType)
