/**
 * Operators, comparison and truth.
 *
 * What is known of the operands decides; where nothing is known, the form that tier 1 has chosen says what they will be, and guards make sure. A
 * site that has met several kinds is compiled in its general form.
 */
import type { OpcodeName } from '../../compiler/generated/opcodes.ts'
import { ExtendCache } from '../../interpreter/inline-caches.ts'
import { NB_INPLACE, NB_SUBSCR } from '../../interpreter/binary-opargs.ts'
import { numberAction } from '../../interpreter/specialize.ts'
import {
  boolType,
  complexType,
  dictType,
  floatType,
  intType,
  listType,
  tupleType,
} from '../../objects/builtin-types.ts'
import type { Builder, EmitOptions } from '../builder.ts'
import * as k from '../known.ts'
import { isUnstable, profileOf } from '../profile.ts'
import type { Operand } from '../state.ts'
import type { UopName } from '../stencil.ts'
import type { LowerTable } from './lower.ts'
import { lowerByExpansion } from './expansion.ts'
import { enterMethod, enterMethodNamed } from './operator-methods.ts'
import { reduceProduct } from './products.ts'
import { lowerSubscript } from './subscripts.ts'

type Number = 'int' | 'float'

/** What tier 1 expects of the operands. */
function expected(b: Builder, form: OpcodeName): [k.Kind, k.Kind] | undefined {
  if (isUnstable(b.code, b.at)) return undefined
  if (/_INT$/.test(form)) return ['int', 'int']
  if (/_FLOAT$/.test(form)) return ['float', 'float']
  if (/_(UNICODE|STR)$/.test(form)) return ['str', 'str']
  if (form !== 'BINARY_OP_EXTEND') return undefined
  const { left, right, areDoubles } = b.code.caches[b.at + 1] as ExtendCache
  if (!areDoubles) return undefined
  const kind = (type: unknown): k.Kind | undefined =>
    type === intType ? 'int' : type === floatType ? 'float' : undefined
  const kinds = [kind(left), kind(right)]
  return kinds[0] === undefined || kinds[1] === undefined ? undefined : (kinds as [k.Kind, k.Kind])
}

function guardKind(b: Builder, operand: Operand, kind: k.Kind): void {
  if (kind === 'int') b.guardInt(operand)
  else if (kind === 'float') b.guardFloat(operand)
  else if (kind === 'str') b.guardStr(operand)
}

/** The kinds of both operands, guarded if they were not known; undefined if tier 1 says nothing that fits. */
function kindsOf(b: Builder, left: Operand, right: Operand, form: OpcodeName): [k.Kind, k.Kind] | undefined {
  const hint = expected(b, form)
  const kinds: [k.Kind, k.Kind] = [left.known.kind, right.known.kind]
  for (const [i, operand] of [left, right].entries()) {
    if (kinds[i] !== 'any') {
      b.count('guardsElided')
      continue
    }
    if (hint === undefined) return undefined
    kinds[i] = hint[i]!
    guardKind(b, operand, kinds[i]!)
  }
  return kinds
}

const isNumber = (kind: k.Kind): kind is Number => kind === 'int' || kind === 'float'

export const toFloat = (b: Builder, operand: Operand): Operand => {
  if (operand.known.kind !== 'int') return operand
  if (typeof operand.known.constant === 'number') return b.one('_INT_TO_FLOAT', [operand], k.float)
  return b.one('_INT_TO_FLOAT', [operand], k.float)
}

/** Int arithmetic whose result stays in bounds that are known needs no check. */
function addInts(b: Builder, left: Operand, right: Operand, isSum: boolean): Operand {
  const low = isSum ? left.known.low + right.known.low : left.known.low - right.known.high
  const high = isSum ? left.known.high + right.known.high : left.known.high - right.known.low
  const isSmall = k.isInt32(left.known) && k.isInt32(right.known)
  if (low >= -k.safe && high <= k.safe) b.count('checksElided')
  if (isSmall && low >= -(2 ** 31) && high < 2 ** 31)
    return b.one(isSum ? '_ADD_INT32' : '_SUBTRACT_INT32', [left, right], k.intBetween(low, high))
  if (low >= -k.safe && high <= k.safe)
    return b.one(isSum ? '_ADD_SAFE' : '_SUBTRACT_SAFE', [left, right], k.intBetween(low, high))
  return b.one(isSum ? '_BINARY_OP_ADD_INT' : '_BINARY_OP_SUBTRACT_INT', [left, right], k.intBetween(low, high), {
    reason: 'overflow',
  })
}

function multiplyInts(b: Builder, left: Operand, right: Operand): Operand {
  const bound = Math.max(-left.known.low, left.known.high) * Math.max(-right.known.low, right.known.high)
  if (bound <= k.safe) b.count('checksElided')
  if (bound < 2 ** 31) return b.one('_MULTIPLY_INT32', [left, right], k.intBetween(-bound, bound))
  if (bound <= k.safe) return b.one('_MULTIPLY_SAFE', [left, right], k.intBetween(-bound, bound))
  return b.one('_BINARY_OP_MULTIPLY_INT', [left, right], k.int, { reason: 'overflow' })
}

function guardInt32(b: Builder, operand: Operand): Operand {
  if (k.isInt32(operand.known)) return operand
  const guarded = b.one('_GUARD_INT32', [operand], k.intBetween(-(2 ** 31), 2 ** 31 - 1), { reason: 'overflow' })
  return guarded
}

/** The result of an operator (by its oparg without the in-place bit) on ints; undefined where there is no fast form. */
function ints(b: Builder, op: number, left: Operand, right: Operand): Operand | undefined {
  if (profileOf(b.code, b.at)?.overflows === true) return undefined
  const divisor = right.known.constant
  switch (op) {
    case 0:
      return addInts(b, left, right, true)
    case 10:
      return addInts(b, left, right, false)
    case 5:
      return multiplyInts(b, left, right)
    case 6: {
      // What a power of two leaves over, rounded down, are the low bits.
      if (typeof divisor === 'number' && isPowerOfTwo(divisor) && divisor <= 2 ** 32)
        return b.one('_AND_MASK', [left, b.datum(divisor - 1)], k.intBetween(0, divisor - 1))
      if (typeof divisor === 'number' && divisor > 0)
        return b.one('_MOD_POSITIVE', [left, right], k.intBetween(0, divisor - 1))
      if (divisor === 0) return undefined
      b.emit('_GUARD_NOT_ZERO', [right], [right.known], { reason: 'overflow' })
      return b.one('_MOD_INT', [left, right], k.int)
    }
    case 2: {
      if (divisor === 0) return undefined
      if (divisor === undefined) b.emit('_GUARD_NOT_ZERO', [right], [right.known], { reason: 'overflow' })
      const isSmall = k.isInt32(left.known) && k.isInt32(right.known)
      return b.one(isSmall ? '_FLOORDIV_INT32' : '_FLOORDIV_INT', [left, right], quotient(left.known, right.known))
    }
    case 11:
      if (divisor === 0) return undefined
      if (divisor === undefined) b.emit('_GUARD_NOT_ZERO', [right], [right.known], { reason: 'overflow' })
      return b.one('_DIVIDE', [toFloat(b, left), toFloat(b, right)], k.float)
    case 1: {
      if (typeof divisor === 'number' && divisor >= 0 && divisor < 2 ** 32)
        return b.one('_AND_MASK', [left, right], k.intBetween(0, divisor))
      return b.one('_AND_INT32', [guardInt32(b, left), guardInt32(b, right)], k.intBetween(-(2 ** 31), 2 ** 31 - 1))
    }
    case 7:
      return b.one('_OR_INT32', [guardInt32(b, left), guardInt32(b, right)], k.intBetween(-(2 ** 31), 2 ** 31 - 1))
    case 12:
      return b.one('_XOR_INT32', [guardInt32(b, left), guardInt32(b, right)], k.intBetween(-(2 ** 31), 2 ** 31 - 1))
    case 9: {
      if (typeof divisor !== 'number' || divisor < 0 || divisor > 31) return undefined
      const low = Math.floor(left.known.low / 2 ** divisor)
      const high = Math.floor(left.known.high / 2 ** divisor)
      return b.one(
        '_RSHIFT_INT32',
        [guardInt32(b, left), right],
        k.intBetween(Math.max(low, -(2 ** 31)), Math.min(high, 2 ** 31)),
      )
    }
    case 3:
      return b.one('_LSHIFT_INT', [left, right], k.int, { reason: 'overflow' })
    case 8:
      return divisor === 2 ? multiplyInts(b, left, left) : undefined
    default:
      return undefined
  }
}

export const isPowerOfTwo = (number: number): boolean => number > 0 && 2 ** Math.round(Math.log2(number)) === number

function quotient(left: k.Known, right: k.Known): k.Known {
  const divisor = right.constant
  if (typeof divisor !== 'number' || divisor <= 0) return k.int
  return k.intBetween(Math.floor(left.low / divisor), Math.floor(left.high / divisor))
}

function floats(b: Builder, op: number, left: Operand, right: Operand): Operand | undefined {
  if (op === 11 && profileOf(b.code, b.at)?.overflows === true) return undefined
  const a = toFloat(b, left)
  switch (op) {
    case 0:
      return b.one('_BINARY_OP_ADD_FLOAT', [a, toFloat(b, right)], k.float)
    case 10:
      return b.one('_BINARY_OP_SUBTRACT_FLOAT', [a, toFloat(b, right)], k.float)
    case 5:
      return b.one('_BINARY_OP_MULTIPLY_FLOAT', [a, toFloat(b, right)], k.float)
    case 11: {
      const divisor = b.raw(toFloat(b, right))
      b.emit('_GUARD_NOT_ZERO_FLOAT', [divisor], [divisor.known], { reason: 'overflow' })
      return b.one('_DIVIDE', [a, divisor], k.float)
    }
    case 8: {
      const exponent = right.known.constant
      const number = exponent === undefined ? undefined : typeof exponent === 'number' ? exponent : floatOf(exponent)
      if (number === 2) return b.one('_SQUARE_FLOAT', [a], k.float)
      if (number === 0.5) return b.one('_SQUARE_ROOT', [a], k.float)
      return b.one('_POWER_FLOAT', [a, toFloat(b, right)], k.float)
    }
    default:
      return undefined
  }
}

const floatOf = (value: unknown): number | undefined => (value as { value?: number }).value

function binary(b: Builder, oparg: number, form: OpcodeName): void {
  if (oparg === NB_SUBSCR) return lowerSubscript(b, form)
  const op = oparg % NB_INPLACE
  const right = b.peek(1)
  const left = b.peek(2)
  if (op === 5 && reduceProduct(b, left, right, form)) return
  const kinds = kindsOf(b, left, right, form)
  let result: Operand | undefined
  if (kinds !== undefined) {
    if (kinds[0] === 'int' && kinds[1] === 'int') result = ints(b, op, left, right)
    else if (isNumber(kinds[0]) && isNumber(kinds[1])) result = floats(b, op, left, right)
    else if (kinds[0] === 'str' && kinds[1] === 'str' && op === 0)
      result = b.one('_BINARY_OP_ADD_UNICODE', [left, right], k.str)
  }
  if (result === undefined) {
    if (isCold(b)) return b.leave('cold')
    if (numbers(b, op, oparg, form) || enterMethod(b, left, right)) return
    const isExtended = form === 'BINARY_OP_EXTEND' && !isUnstable(b.code, b.at)
    lowerByExpansion(b, isExtended ? form : 'BINARY_OP', oparg)
    return
  }
  b.popMany(2)
  b.push(result)
}

/** `//`, `%` and `/`, of which overflow means a divisor of zero. */
const divides: ReadonlySet<number> = new Set([2, 6, 11])

const numberTypes: ReadonlySet<unknown> = new Set([intType, floatType, boolType, complexType])

const ofNumbers: Readonly<Record<number, UopName>> = {
  0: '_ADD_NUMBERS',
  1: '_AND_NUMBERS',
  7: '_OR_NUMBERS',
  9: '_RSHIFT_NUMBERS',
  12: '_XOR_NUMBERS',
  5: '_MULTIPLY_NUMBERS',
  10: '_SUBTRACT_NUMBERS',
}

/** Numbers of several kinds, or ints past doubles: their operations run no Python code. */
function numbers(b: Builder, op: number, oparg: number, form: OpcodeName): boolean {
  const failures = profileOf(b.code, b.at)?.failures ?? 0
  let cache = b.code.caches[b.at + 1]
  if (profileOf(b.code, b.at)?.overflows === true && divides.has(op)) return false
  if (failures > 0 || form !== 'BINARY_OP_EXTEND') {
    const action = numberAction(op)
    // For what is no number at all it is left once more, and then compiled in the general form.
    if (action === undefined || failures > 1 || !/_(INT|FLOAT|EXTEND)$/.test(form)) return false
    cache = new ExtendCache(action, intType, intType, false)
  } else if (!(cache instanceof ExtendCache) || !numberTypes.has(cache.left) || !numberTypes.has(cache.right))
    return false
  const right = b.pop()
  const left = b.pop()
  const options: EmitOptions = { effect: 'leaf', cache, oparg }
  b.push(b.one(ofNumbers[op] ?? '_BINARY_OP_EXTEND', [left, right], k.some, options))
  return true
}

/** Has the instruction, which adapts, never been executed? Its counter is as it was at first. */
export function isCold(b: Builder): boolean {
  const { code, at } = b
  if (profileOf(code, at)?.isReached === true) return false
  return b.region.isCold(code, at)
}

const intComparisons: readonly UopName[] = ['_LT_INT', '_LE_INT', '_EQ_INT', '_NE_INT', '_GT_INT', '_GE_INT']
const floatComparisons: readonly UopName[] = [
  '_LT_FLOAT',
  '_LE_FLOAT',
  '_EQ_FLOAT',
  '_NE_FLOAT',
  '_GT_FLOAT',
  '_GE_FLOAT',
]

function compare(b: Builder, oparg: number, form: OpcodeName): void {
  const right = b.peek(1)
  const left = b.peek(2)
  const op = oparg >> 5
  const kinds = kindsOf(b, left, right, form)
  let result: Operand | undefined
  if (kinds !== undefined) {
    const [l, r] = kinds
    if ((l === 'int' && r === 'int') || (l === 'str' && r === 'str'))
      result = b.one(intComparisons[op]!, [left, right], k.bool)
    else if (isNumber(l) && isNumber(r))
      result = b.one(floatComparisons[op]!, [toFloat(b, left), toFloat(b, right)], k.bool)
    else if ((op === 2 || op === 3) && (l === 'none' || r === 'none') && l !== 'object' && r !== 'object')
      result = b.one(op === 2 ? '_IS' : '_IS_NOT', [left, right], k.bool)
  }
  // Numbers of several kinds: for what is none at all it is left once more.
  if (result === undefined && /_(INT|FLOAT)$/.test(form) && profileOf(b.code, b.at)?.failures === 1)
    result = b.one('_COMPARE_NUMBERS', [left, right], k.bool, { oparg: op })
  if (result === undefined) {
    if (isCold(b)) return b.leave('cold')
    if (enterMethod(b, left, right)) return
    lowerByExpansion(b, 'COMPARE_OP', oparg)
    if ((oparg & 16) !== 0) b.peek(1).known = k.bool
    return
  }
  b.popMany(2)
  b.push(result)
}

/** The truth of the operand, as a bool; undefined where only the general way tells. */
export function truthOf(b: Builder, operand: Operand, form: OpcodeName): Operand | undefined {
  const { known } = operand
  switch (known.kind) {
    case 'bool':
      return operand
    case 'none':
      return b.constant(false)
    case 'int':
      return b.one('_BOOL_INT', [operand], k.bool)
    case 'float':
      return b.one('_BOOL_FLOAT', [operand], k.bool)
    case 'str':
      return b.one('_BOOL_STR', [operand], k.bool)
    case 'object':
      if (known.type === listType) return b.one('_BOOL_LIST', [operand], k.bool, { effect: 'pure' })
      if (known.type === tupleType) return b.one('_BOOL_TUPLE', [operand], k.bool)
      if (known.type === dictType) return b.one('_BOOL_DICT', [operand], k.bool)
      if (known.type !== null && known.type.bool === null && known.type.length === null && !known.type.isHeap)
        return b.constant(true)
      return undefined
    default:
      return hintedTruth(b, operand, form)
  }
}

function hintedTruth(b: Builder, operand: Operand, form: OpcodeName): Operand | undefined {
  if (isUnstable(b.code, b.at)) return undefined
  switch (form) {
    case 'TO_BOOL_BOOL':
      return b.emit('_GUARD_BOOL', [operand], [k.bool])[0]
    case 'TO_BOOL_INT':
      return b.one('_BOOL_INT', [b.guardInt(operand)], k.bool)
    case 'TO_BOOL_STR':
      return b.one('_BOOL_STR', [b.guardStr(operand)], k.bool)
    case 'TO_BOOL_LIST':
      return b.one('_BOOL_LIST', [b.guardType(operand, listType)], k.bool, { effect: 'pure' })
    default:
      return undefined
  }
}

export const operators: LowerTable = {
  BINARY_OP: binary,
  COMPARE_OP: compare,
  UNARY_NOT: b => b.push(b.one('_NOT', [b.pop()], k.bool)),
  UNARY_NEGATIVE: (b, oparg) => {
    const operand = b.peek(1)
    if (operand.known.kind === 'int')
      b.push(b.one('_NEGATE_INT', [b.pop()], k.intBetween(-operand.known.high, -operand.known.low)))
    else if (operand.known.kind === 'float') b.push(b.one('_NEGATE_FLOAT', [b.pop()], k.float))
    else if (!enterMethodNamed(b, '__neg__', operand)) lowerByExpansion(b, 'UNARY_NEGATIVE', oparg)
  },
  UNARY_INVERT: (b, oparg) => {
    if (!enterMethodNamed(b, '__invert__', b.peek(1))) lowerByExpansion(b, 'UNARY_INVERT', oparg)
  },
  IS_OP: (b, oparg) => {
    const right = b.peek(1)
    const left = b.peek(2)
    const plain = (known: k.Known): boolean => known.kind === 'none' || known.kind === 'bool' || known.kind === 'object'
    if (!plain(left.known) && !plain(right.known)) {
      lowerByExpansion(b, 'IS_OP', oparg)
      b.peek(1).known = k.bool
      return
    }
    b.popMany(2)
    b.push(b.one(oparg === 0 ? '_IS' : '_IS_NOT', [left, right], k.bool))
  },
  TO_BOOL: (b, oparg, form) => {
    const operand = b.peek(1)
    const result = truthOf(b, operand, form)
    if (result !== undefined) {
      b.pop()
      b.push(result)
      return
    }
    if (isCold(b)) return b.leave('cold')
    if (enterMethod(b, operand)) return
    const usesForm = form === 'TO_BOOL_ALWAYS_TRUE' && !isUnstable(b.code, b.at)
    lowerByExpansion(b, usesForm ? form : 'TO_BOOL', oparg)
    b.peek(1).known = k.bool
  },
}
