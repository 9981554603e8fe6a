/**
 * Constants of a program as plain data: the front end and the compiler know no Python objects.
 *
 * None is `null`, bool is `boolean`, an int is a `number` within ±(2^53−1) and a `bigint` beyond, a str is a
 * `string` in UTF-16 and bytes are a `Uint8Array`. Everything that JavaScript cannot tell apart from these has a
 * class here. The objects layer turns a constant into a value when a code object is loaded (and for most of
 * them the two are the same thing).
 */

/** A float: kept apart from `number`, because 1.0 is not 1. */
export class FloatConstant {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}

export class ComplexConstant {
  readonly real: number
  readonly imag: number
  constructor(real: number, imag: number) {
    this.real = real
    this.imag = imag
  }
}

/** A str given by its code points: only where a high and a low surrogate stand side by side without being one character. */
export class PointsConstant {
  readonly points: readonly number[]
  constructor(points: readonly number[]) {
    this.points = points
  }
}

export class EllipsisConstant {
  private constructor() {}
  static readonly instance = new EllipsisConstant()
}

export class TupleConstant<C> {
  readonly items: readonly C[]
  constructor(items: readonly C[]) {
    this.items = items
  }
}

export class FrozensetConstant<C> {
  readonly items: readonly C[]
  constructor(items: readonly C[]) {
    this.items = items
  }
}

export class SliceConstant<C> {
  readonly start: C
  readonly stop: C
  readonly step: C
  constructor(start: C, stop: C, step: C) {
    this.start = start
    this.stop = stop
    this.step = step
  }
}

/** What a literal in the source can stand for; `Code` adds code objects (compiler/code.ts). */
export type Literal =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | FloatConstant
  | ComplexConstant
  | PointsConstant
  | EllipsisConstant
