/**
 * Arithmetic on constants, for folding. The answer is `undefined` where Python would raise, where the result is
 * too big to be worth storing (the limits are CPython's), and for `%` on strings, which may call anything.
 *
 * bool counts as int here, as everywhere in Python; only &, | and ^ of two bools are bools again.
 */
import { ComplexConstant, FloatConstant } from '../../base/constant.ts'
import * as int from '../../base/int.ts'
import { floatFromInt, trueDivide } from '../../base/int-float.ts'
import { bitLength } from '../../base/int-size.ts'
import type { CodeConstant } from '../code.ts'
import { isTruthy } from '../constant-table.ts'
import { opcodes } from '../generated/opcodes.ts'
import { complexBinary, floatBinary } from './constant-floats.ts'
import { concatenate, itemOf, repeat } from './constant-sequences.ts'

const { CALL_INTRINSIC_1, UNARY_INVERT, UNARY_NEGATIVE, UNARY_NOT } = opcodes

type Int = number | bigint

/** Operands of BINARY_OP, by number. */
export const binaryOperators = ['+', '&', '//', '<<', '@', '*', '%', '|', '**', '>>', '-', '/', '^'] as const
export type BinaryOperator = (typeof binaryOperators)[number]
export const NB_SUBSCR = 26

const MAX_INT_BITS = 128

export function evaluateBinary(left: CodeConstant, oparg: number, right: CodeConstant): CodeConstant | undefined {
  if (oparg === NB_SUBSCR) return itemOf(left, right)
  const operator = binaryOperators[oparg]
  if (operator === undefined) return undefined
  const a = intOf(left)
  const b = intOf(right)
  if (a !== undefined && b !== undefined) {
    if (typeof left === 'boolean' && typeof right === 'boolean') {
      const both = logicalBinary(left, operator, right)
      if (both !== undefined) return both
    }
    return intBinary(a, operator, b)
  }
  if (isNumber(left) && isNumber(right)) return inexactBinary(left, operator, right)
  if (operator === '+') return concatenate(left, right)
  if (operator === '*') {
    if (a !== undefined) return repeat(right, a)
    if (b !== undefined) return repeat(left, b)
  }
  return undefined
}

export function evaluateUnary(operand: CodeConstant, opcode: number): CodeConstant | undefined {
  if (opcode === UNARY_NOT) return !isTruthy(operand)
  const value = intOf(operand)
  switch (opcode) {
    case UNARY_INVERT:
      // ~True is deprecated; the warning comes at run time, from the unfolded operation.
      return value === undefined || typeof operand === 'boolean' ? undefined : int.invert(value)
    case UNARY_NEGATIVE:
      return negated(operand)
    case CALL_INTRINSIC_1:
      if (value !== undefined) return value
      return operand instanceof FloatConstant || operand instanceof ComplexConstant ? operand : undefined
  }
  return undefined
}

/** Minus a number; also what a pattern like `case -1:` needs. */
export function negated(operand: CodeConstant): CodeConstant | undefined {
  const value = intOf(operand)
  if (value !== undefined) return int.neg(value)
  if (operand instanceof FloatConstant) return new FloatConstant(-operand.value)
  if (operand instanceof ComplexConstant) return new ComplexConstant(-operand.real, -operand.imag)
  return undefined
}

function intOf(value: CodeConstant): Int | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value
  return typeof value === 'boolean' ? Number(value) : undefined
}

function isNumber(value: CodeConstant): boolean {
  return intOf(value) !== undefined || value instanceof FloatConstant || value instanceof ComplexConstant
}

function logicalBinary(a: boolean, operator: BinaryOperator, b: boolean): boolean | undefined {
  switch (operator) {
    case '&':
      return a && b
    case '|':
      return a || b
    case '^':
      return a !== b
  }
  return undefined
}

function intBinary(a: Int, operator: BinaryOperator, b: Int): CodeConstant | undefined {
  switch (operator) {
    case '+':
      return int.add(a, b)
    case '-':
      return int.sub(a, b)
    case '*':
      return a && b && bitLength(a) + bitLength(b) > MAX_INT_BITS ? undefined : int.mul(a, b)
    case '/': {
      const quotient = b ? trueDivide(a, b) : null
      return quotient === null ? undefined : new FloatConstant(quotient)
    }
    case '//':
      return b ? int.floordiv(a, b) : undefined
    case '%':
      return b ? int.mod(a, b) : undefined
    case '**':
      return intPower(a, b)
    case '<<':
      if (b < 0 || (a && b && (b > MAX_INT_BITS || bitLength(a) > MAX_INT_BITS - Number(b)))) return undefined
      return a ? int.lshift(a, b) : 0
    case '>>':
      return b < 0 ? undefined : int.rshift(a, b)
    case '&':
      return int.and(a, b)
    case '|':
      return int.or(a, b)
    case '^':
      return int.xor(a, b)
  }
  return undefined
}

function intPower(a: Int, b: Int): CodeConstant | undefined {
  if (b < 0) {
    const base = floatFromInt(a)
    const exponent = floatFromInt(b)
    return base && exponent !== null ? floatBinary(base, '**', exponent) : undefined
  }
  if (a && b && (b > MAX_INT_BITS || bitLength(a) > Math.floor(MAX_INT_BITS / Number(b)))) return undefined
  return int.pow(a, b)
}

function inexactBinary(left: CodeConstant, operator: BinaryOperator, right: CodeConstant): CodeConstant | undefined {
  if (left instanceof ComplexConstant || right instanceof ComplexConstant) {
    const a = complexOrReal(left)
    const b = complexOrReal(right)
    return a === null || b === null ? undefined : complexBinary(a, operator, b)
  }
  const a = realOf(left)
  const b = realOf(right)
  return a === null || b === null ? undefined : floatBinary(a, operator, b)
}

function complexOrReal(value: CodeConstant): ComplexConstant | number | null {
  return value instanceof ComplexConstant ? value : realOf(value)
}

/** A float's or int's value as a double, null if it is too large. */
function realOf(value: CodeConstant): number | null {
  return value instanceof FloatConstant ? value.value : floatFromInt(intOf(value)!)
}
