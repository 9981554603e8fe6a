/**
 * A decimal number: (−1)^sign × coefficient × 10^exponent, an infinity, or a NaN, quiet or signalling, with a payload (its coefficient).
 *
 * Immutable. This and the files beside it are the General Decimal Arithmetic Specification as libmpdec implements it, which is
 * what CPython's _decimal is made of; no Python object is known here.
 */
import type { Int } from '../int.ts'
import { digitCount, isOdd, powerOfTen, shiftLeft, shiftRight } from './coefficient.ts'

export const Kind = { finite: 0, infinite: 1, quiet: 2, signalling: 3 } as const
export type Kind = (typeof Kind)[keyof typeof Kind]

export class Decimal {
  readonly kind: Kind
  readonly negative: boolean
  /** Of a NaN: its payload, 0 for none. */
  readonly coefficient: Int
  readonly exponent: number
  /** How many digits the coefficient has; 1 if it is zero. */
  readonly digits: number
  constructor(kind: Kind, negative: boolean, coefficient: Int, exponent: number, digits: number) {
    this.kind = kind
    this.negative = negative
    this.coefficient = coefficient
    this.exponent = exponent
    this.digits = digits
  }

  get isFinite(): boolean {
    return this.kind === Kind.finite
  }
  get isInfinite(): boolean {
    return this.kind === Kind.infinite
  }
  get isNaN(): boolean {
    return this.kind >= Kind.quiet
  }
  get isZero(): boolean {
    return this.kind === Kind.finite && this.coefficient === 0
  }
  /** The exponent of the first digit. */
  get adjusted(): number {
    return this.exponent + this.digits - 1
  }
  get isInteger(): boolean {
    if (this.kind !== Kind.finite) return false
    if (this.exponent >= 0 || this.coefficient === 0) return true
    if (-this.exponent >= this.digits) return false
    const unit = powerOfTen(-this.exponent)
    const { coefficient } = this
    if (typeof coefficient === 'number') return coefficient % Number(unit) === 0
    return coefficient % BigInt(unit) === 0n
  }

  /** The absolute value of an integral number, as an int. */
  get integer(): Int {
    const { coefficient, exponent } = this
    return exponent >= 0 ? shiftLeft(coefficient, exponent) : shiftRight(coefficient, -exponent)
  }
  get isOddInteger(): boolean {
    return this.exponent <= 0 && this.isInteger && isOdd(this.integer)
  }

  withSign(negative: boolean): Decimal {
    if (negative === this.negative) return this
    return new Decimal(this.kind, negative, this.coefficient, this.exponent, this.digits)
  }
}

export const finite = (negative: boolean, coefficient: Int, exponent: number): Decimal =>
  new Decimal(Kind.finite, negative, coefficient, exponent, digitCount(coefficient))

export const infinity = (negative: boolean): Decimal => new Decimal(Kind.infinite, negative, 0, 0, 1)

export const notANumber = (negative: boolean, payload: Int = 0): Decimal =>
  new Decimal(Kind.quiet, negative, payload, 0, digitCount(payload))

export const quietNaN = notANumber(false)
export const one = finite(false, 1, 0)
export const zero = finite(false, 0, 0)
