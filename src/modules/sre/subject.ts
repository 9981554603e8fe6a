/** What a pattern is matched against: a str, or the bytes of a buffer. */
import { typeOf } from '../../objects/builtin-types.ts'
import { bufferOf, PyBytes } from '../../objects/bytes.ts'
import { raiseTypeError } from '../../objects/exception.ts'
import { asStr, sliceStr, type Str } from '../../objects/str.ts'
import { typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import type { Units } from '../../builtins/units.ts'

export class Subject {
  /** The object that was passed. */
  readonly value: Value
  /** Null for bytes. */
  readonly str: Str | null
  readonly units: Units
  constructor(value: Value, str: Str | null, units: Units) {
    this.value = value
    this.str = str
    this.units = units
  }

  /** The part from `start` up to `stop`, as str or bytes. */
  slice(start: number, stop: number): Value {
    if (this.str !== null) return start < stop ? sliceStr(this.str, start, stop) : ''
    const { value, units } = this
    if (value instanceof PyBytes && start === 0 && stop === units.length && typeOf(value).name === 'bytes') return value
    // A bytearray may have changed meanwhile.
    const bytes = value instanceof PyBytes ? value.bytes : bufferOf(value)!
    return new PyBytes(bytes.slice(start, Math.max(start, stop)))
  }
}

/** The subject that `value` is; raises TypeError if it is none. */
export function subjectOf(value: Value): Subject {
  if (typeof value === 'string') return new Subject(value, value, value)
  const str = asStr(value)
  if (str !== undefined) return new Subject(value, str, typeof str === 'string' ? str : str.points)
  const bytes = bufferOf(value)
  if (bytes === undefined) raiseTypeError(`expected string or bytes-like object, got '${typeName(typeOf(value))}'`)
  return new Subject(value, null, bytes)
}

/** The same, for a pattern made of bytes or of text (null for one made of neither). */
export function subjectFor(value: Value, isBytes: boolean | null): Subject {
  const subject = subjectOf(value)
  if (isBytes === true && subject.str !== null) raiseTypeError('cannot use a bytes pattern on a string-like object')
  if (isBytes === false && subject.str === null) raiseTypeError('cannot use a string pattern on a bytes-like object')
  return subject
}
