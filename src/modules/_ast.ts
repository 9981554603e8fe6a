/** The module _ast: the classes of syntax trees, and the flags of `compile` that concern them. */
import './ast/node-object.ts'
import { defineModule } from '../objects/builtin-module.ts'
import type { Value } from '../objects/value.ts'
import {
  PyCF_ALLOW_TOP_LEVEL_AWAIT,
  PyCF_ONLY_AST,
  PyCF_OPTIMIZED_AST,
  PyCF_TYPE_COMMENTS,
} from './ast/compile-hook.ts'
import { astType, nodeTypes } from './ast/node-types.ts'

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
