/**
 * The slots of a type: what the interpreter and the builtins may do to its instances.
 *
 * They are CPython's `tp_`, `nb_`, `sq_`, `mp_` and `am_` slots without the prefix. Where CPython has the same
 * operation twice for historical reasons (sequence and mapping subscript), we have it once. Slots are the only way for
 * other layers to operate on a value; dunder methods are derived from slots, and slots from dunders, in dunders.ts.
 *
 * A binary slot is called with its operands in source order, whichever side's type it was found on, and answers
 * `NotImplemented` when it does not know the pair.
 */
import { PyObject, type Int, type Value } from './value.ts'
import type { PyType } from './type.ts'

/** A function type whose parameters are compared bivariantly, so that `(self: PyList) => …` is a slot. */
type Slot<Args extends unknown[], Result> = { method(...args: Args): Result }['method'] | null

export type Unary = Slot<[self: Value], Value>
export type Binary = Slot<[left: Value, right: Value], Value>
export type Ternary = Slot<[left: Value, right: Value, third: Value], Value>

/** Names of the keyword arguments whose values are the last of `args`; null when there are none. */
export type KeywordNames = readonly string[] | null

/** Operators of `richcompare`, numbered as in CPython. */
export const LT = 0
export const LE = 1
export const EQ = 2
export const NE = 3
export const GT = 4
export const GE = 5
export type CompareOp = 0 | 1 | 2 | 3 | 4 | 5

export class SlotTable extends PyObject {
  repr: Unary = null
  str: Unary = null
  hash: Slot<[self: Value], Int> = null
  call: Slot<[self: Value, args: Value[], keywords: KeywordNames], Value> = null
  getattribute: Slot<[self: Value, name: string], Value> = null
  /** `value` undefined deletes. */
  setattribute: Slot<[self: Value, name: string, value: Value | undefined], void> = null
  richcompare: Slot<[self: Value, other: Value, op: CompareOp], Value> = null
  iter: Unary = null
  /** The next item, or undefined at the end; StopIteration is made only where Python code can see it. */
  iternext: Slot<[self: Value], Value | undefined> = null
  /** `instance` undefined: looked up on the type itself. */
  descrGet: Slot<[descriptor: Value, instance: Value | undefined, owner: PyType], Value> = null
  descrSet: Slot<[descriptor: Value, instance: Value, value: Value | undefined], void> = null
  new: Slot<[type: PyType, args: Value[], keywords: KeywordNames], Value> = null
  init: Slot<[self: Value, args: Value[], keywords: KeywordNames], void> = null
  finalize: Slot<[self: Value], void> = null

  add: Binary = null
  subtract: Binary = null
  multiply: Binary = null
  remainder: Binary = null
  divmod: Binary = null
  power: Ternary = null
  lshift: Binary = null
  rshift: Binary = null
  and: Binary = null
  xor: Binary = null
  or: Binary = null
  floorDivide: Binary = null
  trueDivide: Binary = null
  matrixMultiply: Binary = null
  inplaceAdd: Binary = null
  inplaceSubtract: Binary = null
  inplaceMultiply: Binary = null
  inplaceRemainder: Binary = null
  inplacePower: Ternary = null
  inplaceLshift: Binary = null
  inplaceRshift: Binary = null
  inplaceAnd: Binary = null
  inplaceXor: Binary = null
  inplaceOr: Binary = null
  inplaceFloorDivide: Binary = null
  inplaceTrueDivide: Binary = null
  inplaceMatrixMultiply: Binary = null
  negative: Unary = null
  positive: Unary = null
  absolute: Unary = null
  invert: Unary = null
  bool: Slot<[self: Value], boolean> = null
  int: Unary = null
  float: Unary = null
  index: Unary = null

  length: Slot<[self: Value], number> = null
  subscript: Binary = null
  /** `value` undefined deletes. */
  assSubscript: Slot<[self: Value, key: Value, value: Value | undefined], void> = null
  contains: Slot<[self: Value, item: Value], boolean> = null
  /** Sequence concatenation and repetition: what `+` and `*` try after the number slots of both sides. */
  concat: Binary = null
  repeat: Slot<[self: Value, count: Value], Value> = null
  inplaceConcat: Binary = null
  inplaceRepeat: Slot<[self: Value, count: Value], Value> = null

  await: Unary = null
  aiter: Unary = null
  anext: Unary = null
}

export type SlotName = Exclude<keyof SlotTable, 'type' | 'attributes'>
