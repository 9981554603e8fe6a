/** Micro-ops of tier 2 for numbers of several kinds, and for ints that outgrow 32 bits or doubles: the usual case in line, the others by a function. */
import { multiplyAddMod } from '../base/int-product.ts'
import { compareNumbers } from '../interpreter/arithmetic.ts'
import type { ExtendCache } from '../interpreter/inline-caches.ts'
import { compareOrdered } from '../objects/compare.ts'
import type { CompareOp } from '../objects/slots.ts'
import type { Value } from '../objects/value.ts'
import { cache, exitUnless, oparg, type Small, uop } from './kit.ts'

export const _COMPARE_NUMBERS = uop((left: Value, right: Value): boolean => {
  const result =
    typeof left === 'number' && typeof right === 'number'
      ? compareOrdered(left, right, oparg as CompareOp)
      : compareNumbers(oparg, left, right)
  exitUnless(result !== undefined)
  return result
})
export const _ADD_NUMBERS = uop((left: Value, right: Value): Value => {
  const sum = typeof left === 'number' && typeof right === 'number' ? left + right : Infinity
  const result = sum <= 9007199254740991 && sum >= -9007199254740991 ? sum : cache<ExtendCache>().action(left, right)
  exitUnless(result !== undefined)
  return result
})
export const _SUBTRACT_NUMBERS = uop((left: Value, right: Value): Value => {
  const difference = typeof left === 'number' && typeof right === 'number' ? left - right : Infinity
  const isSmall = difference <= 9007199254740991 && difference >= -9007199254740991
  const result = isSmall ? difference : cache<ExtendCache>().action(left, right)
  exitUnless(result !== undefined)
  return result
})
export const _MULTIPLY_NUMBERS = uop((left: Value, right: Value): Value => {
  const product = typeof left === 'number' && typeof right === 'number' ? left * right + 0 : Infinity
  const isSmall = product <= 9007199254740991 && product >= -9007199254740991
  const result = isSmall ? product : cache<ExtendCache>().action(left, right)
  exitUnless(result !== undefined)
  return result
})

// Words of 32 bits without a sign.

export const _AND_NUMBERS = uop((left: Value, right: Value): Value => {
  const areWords = typeof left === 'number' && typeof right === 'number' && left >>> 0 === left && right >>> 0 === right
  const result = areWords ? (left & right) >>> 0 : cache<ExtendCache>().action(left, right)
  exitUnless(result !== undefined)
  return result
})
export const _OR_NUMBERS = uop((left: Value, right: Value): Value => {
  const areWords = typeof left === 'number' && typeof right === 'number' && left >>> 0 === left && right >>> 0 === right
  const result = areWords ? (left | right) >>> 0 : cache<ExtendCache>().action(left, right)
  exitUnless(result !== undefined)
  return result
})
export const _XOR_NUMBERS = uop((left: Value, right: Value): Value => {
  const areWords = typeof left === 'number' && typeof right === 'number' && left >>> 0 === left && right >>> 0 === right
  const result = areWords ? (left ^ right) >>> 0 : cache<ExtendCache>().action(left, right)
  exitUnless(result !== undefined)
  return result
})
export const _RSHIFT_NUMBERS = uop((left: Value, right: Value): Value => {
  const areWords = typeof left === 'number' && typeof right === 'number' && left >>> 0 === left && right >>> 0 === right
  const result = areWords && right < 32 ? left >>> right : cache<ExtendCache>().action(left, right)
  exitUnless(result !== undefined)
  return result
})
/** JavaScript takes an int modulo 2^32 for its operators on words, and that exactly. */
export const _AND_MASK = uop((left: Small, mask: Small): Small => (left & mask) >>> 0)

// Products that are reduced at once: (left * right + plus) & mask, or % modulus.

export const _MULTIPLY_MASK = uop(
  (left: Small, right: Small, plus: Small, mask: Small): Small => ((Math.imul(left, right) + plus) & mask) >>> 0,
)
export const _MULTIPLY_MOD = uop(
  (left: Small, right: Small, plus: Small, modulus: Small): Small =>
    multiplyAddMod(left, right, plus, modulus) as Small,
)
