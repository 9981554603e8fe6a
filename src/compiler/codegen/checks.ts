/** What is legal but surely a mistake: comparing a literal by identity, calling a number, indexing by a string. */
import {
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  FrozensetConstant,
  SliceConstant,
  TupleConstant,
} from '../../base/constant.ts'
import type { Compare, ConstantValue, Expr } from '../../frontend/generated/ast.ts'
import { locationOf } from '../instruction.ts'
import type { Compiler } from './compiler.ts'

function typeOfConstant(value: ConstantValue): string {
  if (value === null) return 'NoneType'
  switch (typeof value) {
    case 'string':
      return 'str'
    case 'boolean':
      return 'bool'
    case 'number':
    case 'bigint':
      return 'int'
  }
  if (value instanceof FloatConstant) return 'float'
  if (value instanceof ComplexConstant) return 'complex'
  if (value instanceof Uint8Array) return 'bytes'
  if (value instanceof TupleConstant) return 'tuple'
  if (value instanceof FrozensetConstant) return 'frozenset'
  if (value instanceof SliceConstant) return 'slice'
  return value instanceof EllipsisConstant ? 'ellipsis' : 'str'
}

/** The type of the value, where the syntax alone tells. */
function typeOf(e: Expr): string | null {
  switch (e.node) {
    case 'Tuple':
      return 'tuple'
    case 'List':
    case 'ListComp':
      return 'list'
    case 'Dict':
    case 'DictComp':
      return 'dict'
    case 'Set':
    case 'SetComp':
      return 'set'
    case 'GeneratorExp':
      return 'generator'
    case 'Lambda':
      return 'function'
    case 'TemplateStr':
    case 'Interpolation':
      return 'string.templatelib.Template'
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str'
    case 'Constant':
      return typeOfConstant(e.value)
  }
  return null
}

function isSingleton(value: ConstantValue): boolean {
  return value === null || typeof value === 'boolean' || value instanceof EllipsisConstant
}

function isLiteral(e: Expr): boolean {
  if (e.node === 'Tuple') return e.elts.every(element => element.node === 'Constant')
  return e.node === 'Constant' && !isSingleton(e.value)
}

export function checkComparedLiterals(c: Compiler, e: Compare): void {
  let left = e.left
  for (let i = 0; i < e.ops.length; i++) {
    const operator = e.ops[i]!
    const right = e.comparators[i]!
    if ((operator === 'Is' || operator === 'IsNot') && (isLiteral(left) || isLiteral(right))) {
      const type = typeOf(isLiteral(left) ? left : right)
      const [written, meant] = operator === 'Is' ? ['is', '=='] : ['is not', '!=']
      c.warn(`"${written}" with '${type}' literal. Did you mean "${meant}"?`, locationOf(e))
      return
    }
    left = right
  }
}

const notCallable: ReadonlySet<string> = new Set([
  'Constant',
  'Tuple',
  'List',
  'ListComp',
  'Dict',
  'DictComp',
  'Set',
  'SetComp',
  'GeneratorExp',
  'JoinedStr',
  'TemplateStr',
  'FormattedValue',
  'Interpolation',
])

export function checkCalled(c: Compiler, e: Expr): void {
  if (!notCallable.has(e.node)) return
  c.warn(`'${typeOf(e)}' object is not callable; perhaps you missed a comma?`, locationOf(e))
}

export function checkSubscripted(c: Compiler, e: Expr): void {
  switch (e.node) {
    case 'Constant': {
      const type = typeOfConstant(e.value)
      if (type === 'str' || type === 'bytes' || type === 'tuple' || type === 'slice') return
      break
    }
    case 'Set':
    case 'SetComp':
    case 'GeneratorExp':
    case 'TemplateStr':
    case 'Interpolation':
    case 'Lambda':
      break
    default:
      return
  }
  c.warn(`'${typeOf(e)}' object is not subscriptable; perhaps you missed a comma?`, locationOf(e))
}

export function checkIndex(c: Compiler, e: Expr, index: Expr): void {
  const indexType = typeOf(index)
  if (indexType === null || indexType === 'int' || indexType === 'bool' || indexType === 'slice') return
  switch (e.node) {
    case 'Constant': {
      const type = typeOfConstant(e.value)
      if (type !== 'str' && type !== 'bytes' && type !== 'tuple') return
      break
    }
    case 'Tuple':
    case 'List':
    case 'ListComp':
    case 'JoinedStr':
    case 'FormattedValue':
      break
    default:
      return
  }
  const message = `${typeOf(e)} indices must be integers or slices, not ${indexType}; perhaps you missed a comma?`
  c.warn(message, locationOf(e))
}
