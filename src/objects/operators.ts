// Hot.
/**
 * The number protocol: `+`, `-x`, `**=` and the others. As in Objects/abstract.c.
 *
 * A binary operator asks the left operand's type, then the right one's; the right one first if its type is a subtype that brings
 * a slot of its own. `+` and `*` fall back on sequence concatenation and repetition. In-place operators try the in-place
 * slot and then do what the plain operator does.
 */
import { add, floordiv, mod, mul, sub } from '../base/int.ts'
import { typeOf } from './builtin-types.ts'
import { raise, raiseTypeError } from './exception.ts'
import { deprecationWarningType, overflowErrorType } from './exception-types.ts'
import { hooks } from './hooks.ts'
import { asInt, NotImplemented } from './number.ts'
import type { Binary } from './slots.ts'
import { typeName, type PyType } from './type.ts'
import type { Int, Value } from './value.ts'

type SlotOf = (type: PyType) => Binary

/** What the slots answer, NotImplemented if none knows the pair. */
function binaryOp(left: Value, right: Value, slotOf: SlotOf): Value {
  const leftType = typeOf(left)
  const rightType = typeOf(right)
  const leftSlot = slotOf(leftType)
  let rightSlot = rightType === leftType ? null : slotOf(rightType)
  if (rightSlot === leftSlot) rightSlot = null
  if (leftSlot !== null) {
    if (rightSlot !== null && rightType.isSubtypeOf(leftType)) {
      const result = rightSlot(left, right)
      if (result !== NotImplemented) return result
      rightSlot = null
    }
    const result = leftSlot(left, right)
    if (result !== NotImplemented) return result
  }
  return rightSlot === null ? NotImplemented : rightSlot(left, right)
}

function raiseUnsupported(left: Value, right: Value, symbol: string): never {
  const names = `'${typeName(typeOf(left))}' and '${typeName(typeOf(right))}'`
  raiseTypeError(`unsupported operand type(s) for ${symbol}: ${names}`)
}

export type BinaryOperator = (left: Value, right: Value) => Value

function operator(slotOf: SlotOf, symbol: string): BinaryOperator {
  return (left, right) => {
    const result = binaryOp(left, right, slotOf)
    return result === NotImplemented ? raiseUnsupported(left, right, symbol) : result
  }
}

function inplace(inplaceSlotOf: SlotOf, slotOf: SlotOf, symbol: string): BinaryOperator {
  return (left, right) => {
    const slot = inplaceSlotOf(typeOf(left))
    if (slot !== null) {
      const result = slot(left, right)
      if (result !== NotImplemented) return result
    }
    const result = binaryOp(left, right, slotOf)
    return result === NotImplemented ? raiseUnsupported(left, right, symbol) : result
  }
}

const addSlot: SlotOf = type => type.add
const multiplySlot: SlotOf = type => type.multiply

export function addValues(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return add(left, right)
  if (typeof left === 'string' && typeof right === 'string') return left + right
  const result = binaryOp(left, right, addSlot)
  if (result !== NotImplemented) return result
  const concat = typeOf(left).concat
  return concat === null ? raiseUnsupported(left, right, '+') : concat(left, right)
}

function inplaceAdd(left: Value, right: Value): Value {
  if (typeof left === 'string' && typeof right === 'string') return left + right
  const type = typeOf(left)
  if (type.inplaceAdd !== null) {
    const result = type.inplaceAdd(left, right)
    if (result !== NotImplemented) return result
  }
  const result = binaryOp(left, right, addSlot)
  if (result !== NotImplemented) return result
  const concat = type.inplaceConcat ?? type.concat
  return concat === null ? raiseUnsupported(left, right, '+=') : concat(left, right)
}

export function multiplyValues(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return mul(left, right)
  const result = binaryOp(left, right, multiplySlot)
  return result !== NotImplemented ? result : repeat(left, right, '*')
}

function inplaceMultiply(left: Value, right: Value): Value {
  const slot = typeOf(left).inplaceMultiply
  if (slot !== null) {
    const result = slot(left, right)
    if (result !== NotImplemented) return result
  }
  const result = binaryOp(left, right, multiplySlot)
  if (result !== NotImplemented) return result
  const inplaceRepeat = typeOf(left).inplaceRepeat
  return inplaceRepeat === null ? repeat(left, right, '*=') : inplaceRepeat(left, repeatCount(right))
}

function repeat(left: Value, right: Value, symbol: string): Value {
  const leftRepeat = typeOf(left).repeat
  if (leftRepeat !== null) return leftRepeat(left, repeatCount(right))
  const rightRepeat = typeOf(right).repeat
  return rightRepeat === null ? raiseUnsupported(left, right, symbol) : rightRepeat(right, repeatCount(left))
}

function repeatCount(value: Value): number {
  const count = indexOf(value, () => `can't multiply sequence by non-int of type '${typeName(typeOf(value))}'`)
  // Up to 64 bits it is the sequence that says what is too much.
  return ssizeOfInt(count, value, overflowErrorType)
}

/** `pow(base, exponent, modulus)`; modulus None for the operator. */
export function power(base: Value, exponent: Value, modulus: Value): Value {
  const slots = [typeOf(base).power, typeOf(exponent).power, modulus === null ? null : typeOf(modulus).power]
  if (typeOf(exponent) !== typeOf(base) && typeOf(exponent).isSubtypeOf(typeOf(base)) && slots[1] !== slots[0])
    slots.unshift(slots[1]!)
  let previous: unknown = null
  for (const slot of slots) {
    if (slot === null || slot === undefined || slot === previous) continue
    previous = slot
    const result = slot(base, exponent, modulus)
    if (result !== NotImplemented) return result
  }
  if (modulus === null) raiseUnsupported(base, exponent, '** or pow()')
  const names = [base, exponent, modulus].map(value => `'${typeName(typeOf(value))}'`).join(', ')
  raiseTypeError(`unsupported operand type(s) for ** or pow(): ${names}`)
}

const powerSlot: SlotOf = ({ power: slot }) => slot && ((left, right) => slot(left, right, null))

function inplacePower(left: Value, right: Value): Value {
  const slot = typeOf(left).inplacePower
  if (slot !== null) {
    const result = slot(left, right, null)
    if (result !== NotImplemented) return result
  }
  const result = binaryOp(left, right, powerSlot)
  return result === NotImplemented ? raiseUnsupported(left, right, '**=') : result
}

const plainAnd = operator(t => t.and, '&')
const plainOr = operator(t => t.or, '|')
const plainXor = operator(t => t.xor, '^')
const plainSubtract = operator(t => t.subtract, '-')
const plainRemainder = operator(t => t.remainder, '%')
const plainFloorDivide = operator(t => t.floorDivide, '//')

/** A result of an int32 operation of JavaScript is right only for operands that are int32 themselves. */
const areInt32 = (left: Value, right: Value): boolean =>
  typeof left === 'number' && typeof right === 'number' && left === (left | 0) && right === (right | 0)

export const subtractValues: BinaryOperator = (left, right) =>
  typeof left === 'number' && typeof right === 'number' ? sub(left, right) : plainSubtract(left, right)
export const remainderValues: BinaryOperator = (left, right) =>
  typeof left === 'number' && typeof right === 'number' && right !== 0 ? mod(left, right) : plainRemainder(left, right)
export const floorDivideValues: BinaryOperator = (left, right) =>
  typeof left === 'number' && typeof right === 'number' && right !== 0
    ? floordiv(left, right)
    : plainFloorDivide(left, right)
export const andValues: BinaryOperator = (left, right) =>
  areInt32(left, right) ? (left as number) & (right as number) : plainAnd(left, right)
export const orValues: BinaryOperator = (left, right) =>
  areInt32(left, right) ? (left as number) | (right as number) : plainOr(left, right)
export const xorValues: BinaryOperator = (left, right) =>
  areInt32(left, right) ? (left as number) ^ (right as number) : plainXor(left, right)
export const divmodValues = operator(t => t.divmod, 'divmod()')

/** The operators of BINARY_OP by oparg (NB_ADD …; NB_SUBSCR is not among them), in CPython's order. */
export const binaryOperators: readonly BinaryOperator[] = [
  addValues,
  andValues,
  floorDivideValues,
  operator(t => t.lshift, '<<'),
  operator(t => t.matrixMultiply, '@'),
  multiplyValues,
  remainderValues,
  orValues,
  (left, right) => power(left, right, null),
  operator(t => t.rshift, '>>'),
  subtractValues,
  operator(t => t.trueDivide, '/'),
  xorValues,
  inplaceAdd,
  inplace(
    t => t.inplaceAnd,
    t => t.and,
    '&=',
  ),
  inplace(
    t => t.inplaceFloorDivide,
    t => t.floorDivide,
    '//=',
  ),
  inplace(
    t => t.inplaceLshift,
    t => t.lshift,
    '<<=',
  ),
  inplace(
    t => t.inplaceMatrixMultiply,
    t => t.matrixMultiply,
    '@=',
  ),
  inplaceMultiply,
  inplace(
    t => t.inplaceRemainder,
    t => t.remainder,
    '%=',
  ),
  inplace(
    t => t.inplaceOr,
    t => t.or,
    '|=',
  ),
  inplacePower,
  inplace(
    t => t.inplaceRshift,
    t => t.rshift,
    '>>=',
  ),
  inplace(
    t => t.inplaceSubtract,
    t => t.subtract,
    '-=',
  ),
  inplace(
    t => t.inplaceTrueDivide,
    t => t.trueDivide,
    '/=',
  ),
  inplace(
    t => t.inplaceXor,
    t => t.xor,
    '^=',
  ),
]

/** `operator.index(value)`: the int that `value` is losslessly. `otherwise` words the TypeError. */
export function indexOf(value: Value, otherwise?: () => string): Int {
  const int = asInt(value)
  if (int !== undefined) return int
  const type = typeOf(value)
  if (type.index === null)
    raiseTypeError(otherwise?.() ?? `'${typeName(type)}' object cannot be interpreted as an integer`)
  const result = type.index(value)
  if (typeof result === 'number') return result
  const index = asInt(result)
  if (index === undefined) raiseTypeError(`__index__ returned non-int (type ${typeName(typeOf(result))})`)
  if (typeof result !== 'bigint') warnOfSubclass(result)
  return index
}

function warnOfSubclass(result: Value): void {
  hooks.warn(
    deprecationWarningType,
    `__index__ returned non-int (type ${typeName(typeOf(result))}).  The ability to return an instance of a strict subclass ` +
      'of int is deprecated, and may be removed in a future version of Python.',
    1,
  )
}

/** The value as an index into something, `ssize_t`: IndexError or OverflowError (`overflow`) beyond 64 bits, else as far as a number goes. */
export const ssizeOf = (value: Value, overflow: PyType = overflowErrorType): number =>
  ssizeOfInt(indexOf(value), value, overflow)

/** The same of an int that `value` has turned out to be. */
export function ssizeOfInt(index: Int, value: Value, overflow: PyType): number {
  if (typeof index === 'number') return index
  if (BigInt.asIntN(64, index) !== index)
    raise(overflow, `cannot fit '${typeName(typeOf(value))}' into an index-sized integer`)
  return clipped(index)
}

const clipped = (index: bigint): number => (index > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER)

/** The value of a parameter that is an index: OverflowError only beyond 64 bits, else as far as a number goes. */
export function ssizeArgument(value: Value): number {
  if (typeof value === 'number') return value
  const index = indexOf(value)
  if (typeof index === 'number') return index
  if (BigInt.asIntN(64, index) !== index) raise(overflowErrorType, 'Python int too large to convert to C ssize_t')
  return clipped(index)
}

/** Where None means none, more is said of what is no index. */
export function checkIndex(value: Value): void {
  if (value !== null && asInt(value) === undefined && typeOf(value).index === null)
    raiseTypeError(`argument should be integer or None, not '${typeName(typeOf(value))}'`)
}

/** Like ssizeOf, but clipped to the range instead of raising: for slices. */
export function clippedIndexOf(value: Value): number {
  const index = indexOf(value)
  return typeof index === 'number' ? index : clipped(index)
}
