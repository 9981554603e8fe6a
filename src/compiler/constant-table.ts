/**
 * The constants of a code object under construction: each value once, in the order of first use.
 *
 * Two constants are the same if they have the same type and value, all the way down: 1, 1.0 and True are three,
 * 0.0 and -0.0 are two, and so are (1,) and (1.0,). Two code objects can be the same too: the body of a `finally`
 * is compiled more than once, and functions in it should not multiply.
 */
import {
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  FrozensetConstant,
  PointsConstant,
  SliceConstant,
  TupleConstant,
} from '../base/constant.ts'
import { Code, type CodeConstant } from './code.ts'

export class ConstantTable {
  values: CodeConstant[] = []
  readonly #numbers = new Map<number, number>()
  readonly #strings = new Map<string, number>()
  readonly #others = new Map<string, number>()

  /** The index of a constant, added if it is new. */
  add(value: CodeConstant): number {
    if (typeof value === 'string') return this.#addTo(this.#strings, value, value)
    if (typeof value === 'number') return this.#addTo(this.#numbers, value, value)
    if (value instanceof Code) return this.#addCode(value)
    return this.#addTo(this.#others, constantKey(value), value)
  }

  #addTo<K>(indices: Map<K, number>, key: K, value: CodeConstant): number {
    let index = indices.get(key)
    if (index === undefined) {
      index = this.values.push(value) - 1
      indices.set(key, index)
    }
    return index
  }

  #addCode(code: Code): number {
    const index = this.values.findIndex(value => value instanceof Code && sameCode(value, code))
    return index >= 0 ? index : this.values.push(code) - 1
  }
}

/** A text that is equal for two constants exactly if they are the same constant, for which see above. */
export function constantKey(value: CodeConstant): string {
  switch (typeof value) {
    case 'string':
      return `s${value.length}:${value}`
    case 'number':
    case 'bigint':
      return `i${value}`
    case 'boolean':
      return value ? 'True' : 'False'
  }
  if (value === null) return 'None'
  if (value instanceof FloatConstant) return `f${floatKey(value.value)}`
  if (value instanceof ComplexConstant) return `c${floatKey(value.real)},${floatKey(value.imag)}`
  if (value instanceof TupleConstant) return `(${value.items.map(constantKey).join(',')})`
  if (value instanceof FrozensetConstant) return `{${value.items.map(constantKey).sort().join(',')}}`
  if (value instanceof SliceConstant) {
    return `[${constantKey(value.start)}:${constantKey(value.stop)}:${constantKey(value.step)}]`
  }
  if (value instanceof Uint8Array) return `b${value.length}:${value.join(',')}`
  if (value instanceof PointsConstant) return `p${value.points.join(',')}`
  if (value instanceof EllipsisConstant) return '...'
  return codeKey(value as Code)
}

let nanCount = 0

/** A NaN is not equal to itself, so no two are one constant. */
function floatKey(value: number): string {
  if (Number.isNaN(value)) return `nan${nanCount++}`
  return Object.is(value, -0) ? '-0' : String(value)
}

/** As code objects compare in Python: the qualified name and the file do not count. */
function sameCode(a: Code, b: Code): boolean {
  return a === b || (a.name === b.name && a.firstlineno === b.firstlineno && codeKey(a) === codeKey(b))
}

function codeKey(code: Code): string {
  const { name, argcount, posonlyargcount, kwonlyargcount, flags, firstlineno } = code
  const numbers = [argcount, posonlyargcount, kwonlyargcount, flags, firstlineno].join(',')
  const tables = [code.code, code.linetable, code.exceptiontable, code.localspluskinds].map(table => table.join(','))
  const names = [code.names.join(' '), code.localsplusnames.join(' ')]
  return ['code', name, numbers, ...tables, ...names, ...code.consts.map(constantKey)].join('|')
}

/** What `bool()` says of a constant. */
export function isTruthy(value: CodeConstant): boolean {
  if (value === null) return false
  if (typeof value === 'object') {
    if (value instanceof FloatConstant) return value.value !== 0
    if (value instanceof ComplexConstant) return value.real !== 0 || value.imag !== 0
    if (value instanceof TupleConstant || value instanceof FrozensetConstant) return value.items.length > 0
    if (value instanceof Uint8Array) return value.length > 0
    return true
  }
  return Boolean(value)
}

/** A text that is equal for two constants exactly if `==` says so: 1, 1.0 and True are equal. */
export function equalityKey(value: CodeConstant): string {
  if (typeof value === 'boolean') return `i${Number(value)}`
  if (value !== null && typeof value === 'object') {
    if ('imag' in value && value.imag === 0) return realKey(value.real)
    if ('value' in value) return realKey(value.value)
    if (value instanceof TupleConstant) return `(${value.items.map(equalityKey).join(',')})`
  }
  return constantKey(value)
}

function realKey(value: number): string {
  return Number.isInteger(value) ? `i${BigInt(value)}` : `f${value}`
}
