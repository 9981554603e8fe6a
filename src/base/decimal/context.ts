/**
 * The context of decimal arithmetic: how precisely, how to round, which exponents, and what has happened.
 *
 * An operation notes what happens to it in `pending`. Its caller takes that to `status` and, if something is trapped, to an exception
 * (modules/decimal/signals.ts); internal steps work in contexts of their own, whose notes are passed on or dropped.
 */

/** Conditions, with the bits of libmpdec. */
export const Flag = {
  clamped: 0x1,
  conversionSyntax: 0x2,
  divisionByZero: 0x4,
  divisionImpossible: 0x8,
  divisionUndefined: 0x10,
  inexact: 0x40,
  invalidContext: 0x80,
  invalidOperation: 0x100,
  floatOperation: 0x400,
  overflow: 0x800,
  rounded: 0x1000,
  subnormal: 0x2000,
  underflow: 0x4000,
} as const

/** What the signal InvalidOperation stands for. */
export const invalidFlags =
  Flag.conversionSyntax | Flag.divisionImpossible | Flag.divisionUndefined | Flag.invalidContext | Flag.invalidOperation
/** Conditions that leave no result worth having. */
export const errorFlags = invalidFlags | Flag.divisionByZero

/** Rounding modes, numbered as in libmpdec; `truncate` is internal: it overflows to infinity. */
export const Rounding = {
  up: 0,
  down: 1,
  ceiling: 2,
  floor: 3,
  halfUp: 4,
  halfDown: 5,
  halfEven: 6,
  zeroFiveUp: 7,
  truncate: 8,
} as const
export type Rounding = (typeof Rounding)[keyof typeof Rounding]

export const roundingNames: readonly string[] = [
  'ROUND_UP',
  'ROUND_DOWN',
  'ROUND_CEILING',
  'ROUND_FLOOR',
  'ROUND_HALF_UP',
  'ROUND_HALF_DOWN',
  'ROUND_HALF_EVEN',
  'ROUND_05UP',
]

/**
 * The widest limits. libmpdec's are 999,999,999,999,999,999 on a 64-bit machine and 425,000,000 on a 32-bit one; ours lie between,
 * so that exponents, and every sum of a few of them, are exact doubles.
 */
export const mostPrecision = 999_999_999_999_999
export const mostExponent = 999_999_999_999_999
export const leastExponent = -999_999_999_999_999
export const leastTiny = leastExponent - (mostPrecision - 1)

export class DecimalContext {
  precision: number
  rounding: Rounding
  leastExponent: number
  mostExponent: number
  capitals: number
  clamp: number
  status: number
  traps: number
  pending: number
  constructor(precision: number, rounding: Rounding, least: number, most: number) {
    this.precision = precision
    this.rounding = rounding
    this.leastExponent = least
    this.mostExponent = most
    this.capitals = 1
    this.clamp = 0
    this.status = 0
    this.traps = 0
    this.pending = 0
  }

  /** The exponent of the smallest subnormal number. */
  get tiny(): number {
    return this.leastExponent - (this.precision - 1)
  }
  /** The largest exponent of a number with all digits. */
  get top(): number {
    return this.mostExponent - (this.precision - 1)
  }

  /** The same settings for an internal step, nothing noted, nothing trapped. */
  working(precision = this.precision, rounding: Rounding = this.rounding): DecimalContext {
    const context = new DecimalContext(precision, rounding, this.leastExponent, this.mostExponent)
    context.clamp = this.clamp
    return context
  }

  assign(other: DecimalContext): void {
    this.precision = other.precision
    this.rounding = other.rounding
    this.leastExponent = other.leastExponent
    this.mostExponent = other.mostExponent
    this.capitals = other.capitals
    this.clamp = other.clamp
    this.status = other.status
    this.traps = other.traps
  }
}

/** A context in which everything that can be represented is exact. */
export const widestContext = (precision = mostPrecision, rounding: Rounding = Rounding.halfEven): DecimalContext =>
  new DecimalContext(precision, rounding, leastExponent, mostExponent)
