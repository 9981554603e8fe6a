// Hot.
/**
 * Arguments of math functions as doubles, and their errors. Functions are declared with untyped parameters: converting here, where a
 * float is looked at first, is faster than the converters of signatures.
 */
import { floatRepr } from '../../base/float-text.ts'
import { doubleOf } from '../../objects/argument-binding.ts'
import { raise } from '../../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { type Builtin, builtin, withRaw } from '../../objects/signature.ts'
import { PyFloat, type Value } from '../../objects/value.ts'

export function realOf(value: Value): number {
  if (value instanceof PyFloat) return value.value
  return typeof value === 'number' ? value : doubleOf(value)
}

export function domainError(message = 'math domain error'): never {
  raise(valueErrorType, message)
}

export function rangeError(): never {
  raise(overflowErrorType, 'math range error')
}

/** A function of one double. What comes out infinite or not a number, and did not go in so, is complained about. */
export interface RealFunction {
  readonly name: string
  readonly apply: (x: number) => number
  /** What was expected, where a result is no number; the message goes on `, got x`. */
  readonly expected?: string
  /** The arguments at which the function is infinite: an error of domain, while elsewhere it is one of range. */
  readonly isPole?: (x: number) => boolean
  readonly doc: string
}

export function realFunction(declaration: RealFunction): Builtin {
  const { name, apply, doc } = declaration
  const declared = builtin(
    `${name}($module, x, /)`,
    (value: Value) => {
      const x = value instanceof PyFloat ? value.value : realOf(value)
      const result = apply(x)
      if (!Number.isFinite(result)) checkResult(declaration, x, result)
      return new PyFloat(result)
    },
    doc,
  )
  return withRaw(declared, 1, apply)
}

function checkResult({ expected, isPole }: RealFunction, x: number, result: number): void {
  const isBad = Number.isNaN(result) ? !Number.isNaN(x) : isPole !== undefined && isPole(x)
  if (isBad) domainError(expected === undefined ? undefined : `${expected}, got ${floatRepr(x)}`)
  if (Number.isFinite(x) && !Number.isNaN(result)) rangeError()
}
