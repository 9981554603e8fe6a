/** Items of a memoryview by their format: what is read from memory, and what is written. As unpack_single and pack_single (Objects/memoryobject.c). */
import { fitsInt, packFloat, packInt, unpackFloat, unpackInt } from '../base/struct-format.ts'
import { doubleOf } from '../objects/argument-binding.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { PyBytes } from '../objects/bytes.ts'
import { raise, raised, raiseTypeError } from '../objects/exception.ts'
import {
  notImplementedErrorType,
  overflowErrorType,
  typeErrorType,
  valueErrorType,
} from '../objects/exception-types.ts'
import { PyComplex } from '../objects/number.ts'
import { indexOf } from '../objects/operators.ts'
import { truth } from '../objects/truth.ts'
import { PyFloat, type Int, type Value } from '../objects/value.ts'

type ItemKind = 'int' | 'bool' | 'char' | 'float' | 'complex'

export interface ItemFormat {
  readonly kind: ItemKind
  readonly size: number
  readonly signed: boolean
}

const item = (kind: ItemKind, size: number, signed = false): ItemFormat => ({ kind, size, signed })

/** Native formats of one character. */
const formats: Readonly<Record<string, ItemFormat>> = {
  b: item('int', 1, true),
  B: item('int', 1),
  c: item('char', 1),
  '?': item('bool', 1),
  h: item('int', 2, true),
  H: item('int', 2),
  i: item('int', 4, true),
  I: item('int', 4),
  l: item('int', 8, true),
  L: item('int', 8),
  q: item('int', 8, true),
  Q: item('int', 8),
  n: item('int', 8, true),
  N: item('int', 8),
  P: item('int', 8),
  e: item('float', 2),
  f: item('float', 4),
  d: item('float', 8),
  F: item('complex', 8),
  D: item('complex', 16),
}

/** The format, if it is a native one of one character (`B` or `@B`). */
export function itemFormat(format: string): ItemFormat | undefined {
  const letter = format.startsWith('@') ? format.slice(1) : format
  return letter.length === 1 && Object.hasOwn(formats, letter) ? formats[letter] : undefined
}

/** Raises NotImplementedError where the items cannot be looked at. */
export function supportedFormat(format: string): ItemFormat {
  return itemFormat(format) ?? raise(notImplementedErrorType, `memoryview: unsupported format ${format}`)
}

export function readItem(memory: Uint8Array, at: number, { kind, size, signed }: ItemFormat): Value {
  switch (kind) {
    case 'int':
      return size === 1 && !signed ? memory[at]! : unpackInt(memory, at, size, signed, true)
    case 'bool':
      return memory[at] !== 0
    case 'char':
      return new PyBytes(memory.slice(at, at + 1))
    case 'float':
      return new PyFloat(unpackFloat(memory, at, size, true))
    default: {
      const half = size / 2
      return new PyComplex(unpackFloat(memory, at, half, true), unpackFloat(memory, at + half, half, true))
    }
  }
}

/** Stores a value; `name` is the format, for the message. */
export function writeItem(memory: Uint8Array, at: number, format: ItemFormat, name: string, value: Value): void {
  const { kind, size, signed } = format
  switch (kind) {
    case 'int': {
      const int = intFor(name, value)
      if (!fitsInt(int, size, signed)) raiseInvalidValue(name)
      packInt(memory, at, size, int, true)
      return
    }
    case 'bool':
      memory[at] = truth(value) ? 1 : 0
      return
    case 'char':
      if (!(value instanceof PyBytes)) raiseInvalidType(name)
      if (value.length !== 1) raiseInvalidValue(name)
      memory[at] = value.bytes[0]!
      return
    case 'float':
      if (!packFloat(memory, at, size, floatFor(name, value), true))
        raise(overflowErrorType, `float too large to pack with ${name} format`)
      return
    default: {
      const complex = value instanceof PyComplex ? value : new PyComplex(floatFor(name, value), 0)
      packFloat(memory, at, size / 2, complex.real, true)
      packFloat(memory, at + size / 2, size / 2, complex.imag, true)
    }
  }
}

function raiseInvalidType(name: string): never {
  raiseTypeError(`memoryview: invalid type for format '${name}'`)
}

function raiseInvalidValue(name: string): never {
  raise(valueErrorType, `memoryview: invalid value for format '${name}'`)
}

function intFor(name: string, value: Value): Int {
  if (typeof value !== 'number' && typeOf(value).index === null) raiseInvalidType(name)
  return indexOf(value)
}

function floatFor(name: string, value: Value): number {
  try {
    return doubleOf(value)
  } catch (thrown) {
    if (raised(thrown).type.isSubtypeOf(typeErrorType)) raiseInvalidType(name)
    throw thrown
  }
}
