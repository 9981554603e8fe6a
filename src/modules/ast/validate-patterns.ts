/** What the parser guarantees of patterns, for trees that a program makes by hand. As validate_pattern and its kin (Python/ast.c). */
import {
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  FrozensetConstant,
  TupleConstant,
} from '../../base/constant.ts'
import type { Expr, Pattern } from '../../frontend/generated/ast.ts'
import { raise } from '../../objects/exception.ts'
import { valueErrorType } from '../../objects/exception-types.ts'

const fail = (message: string): never => raise(valueErrorType, message)

export function validateName(name: string): void {
  if (['None', 'True', 'False'].includes(name)) fail(`identifier field can't represent '${name}' constant`)
}

function validateCapture(name: string | null): void {
  if (name === '_') fail("can't capture name '_' in patterns")
  if (name !== null) validateName(name)
}

/** Is a pattern that takes any number of items allowed there? */
type Stars = 'with stars' | 'without stars'

export function validatePattern(pattern: Pattern, stars: Stars = 'without stars'): void {
  switch (pattern.node) {
    case 'MatchValue':
      return validateValue(pattern.value)
    case 'MatchSingleton':
      if (!isSingleton(pattern.value)) fail('MatchSingleton can only contain True, False and None')
      return
    case 'MatchSequence':
      return validateAll(pattern.patterns, 'with stars')
    case 'MatchMapping':
      if (pattern.keys.length !== pattern.patterns.length)
        fail("MatchMapping doesn't have the same number of keys as patterns")
      validateCapture(pattern.rest)
      for (const key of pattern.keys) if (key.node !== 'Constant' || !isSingleton(key.value)) validateValue(key)
      return validateAll(pattern.patterns, 'without stars')
    case 'MatchClass':
      if (pattern.kwd_attrs.length !== pattern.kwd_patterns.length)
        fail("MatchClass doesn't have the same number of keyword attributes as patterns")
      validateClass(pattern.cls)
      pattern.kwd_attrs.forEach(validateName)
      validateAll(pattern.patterns, 'without stars')
      return validateAll(pattern.kwd_patterns, 'without stars')
    case 'MatchStar':
      if (stars === 'without stars') fail("can't use MatchStar here")
      return validateCapture(pattern.name)
    case 'MatchAs':
      validateCapture(pattern.name)
      if (pattern.pattern === null) return
      if (pattern.name === null) fail('MatchAs must specify a target name if a pattern is given')
      return validatePattern(pattern.pattern)
    case 'MatchOr':
      if (pattern.patterns.length < 2) fail('MatchOr requires at least 2 patterns')
      return validateAll(pattern.patterns, 'without stars')
  }
}

function validateAll(patterns: readonly Pattern[], stars: Stars): void {
  for (const each of patterns) validatePattern(each, stars)
}

const isSingleton = (value: unknown): boolean => value === null || typeof value === 'boolean'

function validateClass(cls: Expr): void {
  if (cls.node === 'Attribute') validateClass(cls.value)
  else if (cls.node !== 'Name') fail('MatchClass cls field can only contain Name or Attribute nodes.')
}

/** Literals, negative and complex numbers among them, and attributes; strings with interpolations are refused by the compiler. */
function validateValue(value: Expr): void {
  switch (value.node) {
    case 'Constant':
      if (
        isSingleton(value.value) ||
        value.value instanceof EllipsisConstant ||
        value.value instanceof TupleConstant ||
        value.value instanceof FrozensetConstant
      )
        fail('unexpected constant inside of a literal pattern')
      return
    case 'Attribute':
    case 'JoinedStr':
    case 'TemplateStr':
      return
    case 'UnaryOp':
      if (isNegative(value)) return
      break
    case 'BinOp':
      if ((value.op === 'Add' || value.op === 'Sub') && isReal(value.left) && isImaginary(value.right)) return
      break
  }
  fail('patterns may only match literals and attribute lookups')
}

const isNegative = (value: Expr): boolean =>
  value.node === 'UnaryOp' && value.op === 'USub' && (isPlainReal(value.operand) || isImaginary(value.operand))

const isReal = (value: Expr): boolean =>
  isPlainReal(value) || (value.node === 'UnaryOp' && value.op === 'USub' && isPlainReal(value.operand))

const isPlainReal = (value: Expr): boolean =>
  value.node === 'Constant' &&
  (typeof value.value === 'number' || typeof value.value === 'bigint' || value.value instanceof FloatConstant)

const isImaginary = (value: Expr): boolean => value.node === 'Constant' && value.value instanceof ComplexConstant
