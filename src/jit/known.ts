/**
 * What is known of a value at a point of a unit: its kind, and where possible more.
 *
 * The lattice is flat and wide: `any` above all kinds; within a kind a constant, an exact type, a shape or a range may be known beside it.
 * `join` keeps what holds on both of two ways. A shape is a fact about the heap, so it holds only until something may change
 * the object: whoever keeps it says when (`Operand.epoch`).
 */
import { floatType, typeOf } from '../objects/builtin-types.ts'
import { PyInstance } from '../objects/instance.ts'
import type { Shape } from '../objects/shape.ts'
import type { PyType } from '../objects/type.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import type { Motion } from './bytecode.ts'
import { isOn } from './passes.ts'

/** `int` is an int that is a JavaScript number, `str` a str that is a JavaScript string; others of these types are `object`. */
export type Kind = 'any' | 'unbound' | 'none' | 'bool' | 'int' | 'float' | 'str' | 'object'

export const safe = Number.MAX_SAFE_INTEGER

/** One class, and not literals and their copies, which would be objects of many kinds to V8. */
export class Known {
  readonly kind: Kind
  /** Is it a value, and not unbound? */
  readonly isBound: boolean
  /** Of an object, its exact type if that is known. */
  readonly type: PyType | null
  /** The value itself; undefined where it is not known. */
  readonly constant: Value | undefined
  readonly shape: Shape | null
  /** Bounds of an int, both inclusive. */
  readonly low: number
  readonly high: number
  constructor(
    kind: Kind,
    isBound = true,
    type: PyType | null = null,
    constant: Value | undefined = undefined,
    shape: Shape | null = null,
    low = -safe,
    high = safe,
  ) {
    this.kind = kind
    this.isBound = isBound
    this.type = type
    this.constant = constant
    this.shape = shape
    this.low = low
    this.high = high
  }

  with({ isBound, type, shape, low, high }: Partial<Known>): Known {
    const { kind, constant } = this
    return new Known(
      kind,
      isBound ?? this.isBound,
      type === undefined ? this.type : type,
      constant,
      shape === undefined ? this.shape : shape,
      low ?? this.low,
      high ?? this.high,
    )
  }

  withConstant(constant: Value | undefined): Known {
    return new Known(this.kind, this.isBound, this.type, constant, this.shape, this.low, this.high)
  }
}

export const any = new Known('any', false)
/** Any value. */
export const some = new Known('any')
export const unbound = new Known('unbound', false)
export const none = new Known('none', true, null, null)
export const bool = new Known('bool')
export const int = new Known('int')
export const float = new Known('float')
export const str = new Known('str')
export const object = new Known('object')

export const intBetween = (low: number, high: number): Known =>
  isOn.ranges ? int.with({ low: Math.max(low, -safe), high: Math.min(high, safe) }) : int
export const objectOf = (type: PyType): Known => new Known('object', true, type)
export const instanceOf = (shape: Shape): Known => new Known('object', true, shape.type, undefined, shape)

/** What there is to know of a value that is a constant. */
export function constantOf(value: Value): Known {
  const known = kindOf(value).withConstant(value)
  return typeof value === 'number' && isOn.ranges ? known.with({ low: value, high: value }) : known
}

/** What a value that was met suggests of those to come: its kind, type and shape, but not the value. */
export function kindOf(value: Value | undefined): Known {
  switch (typeof value) {
    case 'undefined':
      return unbound
    case 'number':
      return int
    case 'boolean':
      return bool
    case 'string':
      return str
    case 'object':
      if (value === null) return none
      if (value instanceof PyFloat) return float
      if (value instanceof PyInstance && !value.shape.isDict) return instanceOf(value.shape)
      return objectOf(typeOf(value))
    default:
      return objectOf(typeOf(value!))
  }
}

/** What holds of a value that is known by `a` on one way and by `b` on the other. */
export function join(a: Known, b: Known): Known {
  if (a === b) return a
  const isBound = a.isBound && b.isBound
  if (a.kind !== b.kind) return isBound ? some : any
  const type = a.type === b.type ? a.type : null
  const constant = a.constant !== undefined && sameConstant(a.constant, b.constant) ? a.constant : undefined
  const shape = a.shape === b.shape ? a.shape : null
  return new Known(a.kind, isBound, type, constant, shape, Math.min(a.low, b.low), Math.max(a.high, b.high))
}

function sameConstant(a: Value, b: Value | undefined): boolean {
  return a === b || (a instanceof PyFloat && b instanceof PyFloat && Object.is(a.value, b.value))
}

export function isSameKnown(a: Known, b: Known): boolean {
  return (
    a === b ||
    (a.kind === b.kind &&
      a.isBound === b.isBound &&
      a.type === b.type &&
      a.shape === b.shape &&
      a.low === b.low &&
      a.high === b.high &&
      (a.constant === b.constant || (a.constant !== undefined && sameConstant(a.constant, b.constant))))
  )
}

/** Bounds that have moved are given up in two steps, so that the analysis of a loop ends: to 32 bits, then to all. */
export function widen(before: Known, now: Known): Known {
  if (now.kind !== 'int' || (now.low >= before.low && now.high <= before.high)) return now
  const low = now.low >= before.low ? now.low : now.low >= -(2 ** 31) ? -(2 ** 31) : -safe
  const high = now.high <= before.high ? now.high : now.high <= 2 ** 31 - 1 ? 2 ** 31 - 1 : safe
  return now.with({ low, high })
}

/** What is to be expected of a value that a loop assigns again and again: its kind, and where an int is going. */
export function inMotion(known: Known, motion: Motion): Known {
  switch (known.kind) {
    case 'int':
      if (motion === 'moves') return int
      return known.withConstant(undefined).with({ high: motion === 'grows' ? safe : Math.max(known.high, 2 ** 31 - 1) })
    case 'bool':
    case 'float':
    case 'str':
      return known.constant === undefined ? known : known.withConstant(undefined)
    default:
      return known
  }
}

export const isInt32 = (known: Known): boolean =>
  known.kind === 'int' && known.low >= -(2 ** 31) && known.high <= 2 ** 31 - 1

/** The type whose method resolution decides about the value; null if it is not known. */
export function typeOfKnown(known: Known, types: Readonly<Record<string, PyType>>): PyType | null {
  if (known.kind === 'float') return floatType
  return known.type ?? types[known.kind] ?? null
}
