/**
 * `a * b % m`, `(a * b + c) & mask`: products past doubles that are reduced at once. The instructions up to the remainder become one micro-op, and no long
 * int is made.
 */
import { type OpcodeName, opcodes } from '../../compiler/generated/opcodes.ts'
import { NB_INPLACE } from '../../interpreter/binary-opargs.ts'
import { ExtendCache, type GlobalCache } from '../../interpreter/inline-caches.ts'
import { intType } from '../../objects/builtin-types.ts'
import type { Builder } from '../builder.ts'
import { genericOpcode, nextOf, unitAt } from '../bytecode.ts'
import * as k from '../known.ts'
import { isChanging, isUnstable, profileOf } from '../profile.ts'
import type { Operand } from '../state.ts'
import { loadFromDict } from './names.ts'
import { isPowerOfTwo } from './operators.ts'

const ADD = 0
const AND = 1
const REMAINDER = 6

/** A constant that is loaded at `at`, as a function that pushes it. */
interface Loaded {
  readonly value: number
  readonly push: () => void
  readonly next: number
}

function loadedAt(b: Builder, at: number): Loaded | undefined {
  const unit = unitAt(b.code, at)
  const oparg = unit >> 8
  const next = nextOf(b.code, at)
  const constant = (value: unknown, push = (): void => b.push(b.constant(value as number))): Loaded | undefined =>
    typeof value === 'number' && value >= 0 ? { value, push, next } : undefined
  switch (genericOpcode(unit & 255)) {
    case opcodes.LOAD_SMALL_INT:
      return constant(oparg)
    case opcodes.LOAD_CONST:
      return constant(b.code.consts[oparg])
    case opcodes.LOAD_GLOBAL: {
      const globals = (b.code.caches[at + 1] as GlobalCache | undefined)?.globals
      const key = b.code.names[oparg >> 1]!
      if (globals === undefined || (unit & 255) !== opcodes.LOAD_GLOBAL_MODULE || (oparg & 1) !== 0) return undefined
      return isChanging(globals, key) ? undefined : constant(globals.getStr(key), () => loadFromDict(b, globals, key))
    }
    default:
      return undefined
  }
}

/** The operator at `at`, without the in-place bit; −1 for another instruction. */
function operatorAt(b: Builder, at: number): number {
  const unit = unitAt(b.code, at)
  return genericOpcode(unit & 255) === opcodes.BINARY_OP ? (unit >> 8) % NB_INPLACE : -1
}

/** Has tier 1 met products here that are no numbers? */
function isLarge(b: Builder, form: OpcodeName): boolean {
  if (profileOf(b.code, b.at)?.overflows === true) return true
  const cache = b.code.caches[b.at + 1]
  return (
    form === 'BINARY_OP_EXTEND' && cache instanceof ExtendCache && cache.left === intType && cache.right === intType
  )
}

/** Lowers the product and what reduces it, if that follows. */
export function reduceProduct(b: Builder, left: Operand, right: Operand, form: OpcodeName): boolean {
  if (!isLarge(b, form) || isUnstable(b.code, b.at)) return false
  for (const { known } of [left, right]) if (known.kind !== 'int' && known.kind !== 'any') return false
  let last = loadedAt(b, b.next)
  if (last === undefined) return false
  let plus: Loaded | undefined
  let operator = last.next
  if (operatorAt(b, operator) === ADD) {
    plus = last
    last = loadedAt(b, nextOf(b.code, operator))
    if (last === undefined || plus.value > 2 ** 52) return false
    operator = last.next
  }
  const { value } = last
  const op = operatorAt(b, operator)
  const mask = op === AND ? value : op === REMAINDER && isPowerOfTwo(value) ? value - 1 : -1
  const isMask = mask >= 0 && mask < 2 ** 32
  if (!isMask && !(op === REMAINDER && value > 0 && value <= 2 ** 50)) return false
  b.guardInt(left)
  b.guardInt(right)
  for (const each of [plus, last]) each?.push()
  const reducing = b.pop()
  const summand = plus === undefined ? b.constant(0) : b.pop()
  b.popMany(2)
  b.push(
    isMask
      ? b.one('_MULTIPLY_MASK', [left, right, summand, b.datum(mask)], k.intBetween(0, mask))
      : b.one('_MULTIPLY_MOD', [left, right, summand, reducing], k.intBetween(0, value - 1)),
  )
  b.next = nextOf(b.code, operator)
  return true
}
